"""The invariant: every non-blank character of a transcript lies in exactly one leaf, in order."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from dragoman.document import Document, Element, Metadata, Node, missing_spans
from dragoman.source import SourceText, Span


def made(text: str, *body: Node) -> Document:
    return Document("d", "memorandum", SourceText("d.txt", text), Metadata("t"), body)


def test_a_document_that_holds_every_word_misses_nothing() -> None:
    assert missing_spans(made("one [two]\n", Element("p", {}, [Span(0, 4)], None, None), *_bracketed())) == []


def _bracketed() -> list[Node]:
    return [Element("note", {"rend": "brackets"}, [Span(5, 8)], Span(4, 5), Span(8, 9))]


def test_a_word_left_out_is_named_without_its_blanks() -> None:
    document = made("one  two  three", Span(0, 3), Span(10, 15))
    assert [document.source[s] for s in missing_spans(document)] == ["two"]


def test_a_lost_end_is_found() -> None:
    document = made("one two", Span(0, 3))
    assert [document.source[s] for s in missing_spans(document)] == ["two"]


def test_a_word_twice_or_out_of_order_is_a_fault() -> None:
    assert missing_spans(made("one two", Span(0, 7), Span(4, 7))) == [Span(4, 7)]
    assert Span(0, 3) in missing_spans(made("one two", Span(4, 7), Span(0, 3)))


@given(st.text(max_size=30), st.data())
def test_cutting_a_text_anywhere_loses_nothing_and_dropping_a_piece_is_noticed(
    text: str, data: st.DataObject
) -> None:
    cuts = sorted(data.draw(st.lists(st.integers(0, len(text)), max_size=5)))
    spans = [Span(a, b) for a, b in zip([0, *cuts], [*cuts, len(text)], strict=True)]
    assert missing_spans(made(text, *spans)) == []
    dropped = data.draw(st.integers(0, len(spans) - 1))
    is_blank = not text[spans[dropped].start : spans[dropped].end].strip()
    assert (missing_spans(made(text, *spans[:dropped], *spans[dropped + 1 :])) == []) is is_blank
