"""No line of a paragraph stands alone at the foot or the head of a page, also where notes crowd the page."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from benchmark import edition_of
from pdf_lines import broken_paragraphs, widows_and_orphans
from print_edition import STYLESHEETS, WORDS

from dragoman.render.print import Book, book
from dragoman.render.print_lines import has_notes, held_paragraphs, shares
from dragoman.render.print_options import Options
from dragoman.render.print_press import Press


@pytest.fixture(scope="module")
def crowded() -> Book:
    """Two generated documents of ten pages, with seven notes on each page."""
    edition, documents, register = edition_of(20)
    texts = {str(document["id"]): json.dumps(document) for document in documents}
    return book(json.dumps(edition), texts, {"people": json.dumps(register)}, Options(), WORDS)


def test_a_page_full_of_notes_ends_and_begins_with_two_lines_of_a_paragraph(crowded: Book) -> None:
    with Press([STYLESHEETS]) as press:
        printed = press.print(crowded).pdf
    assert len(broken_paragraphs(printed)) > 8
    assert widows_and_orphans(printed) == []


def test_a_single_line_is_noticed(crowded: Book, tmp_path: Path) -> None:
    look = (STYLESHEETS / "look.typ").read_text(encoding="utf-8")
    (tmp_path / "look.typ").write_text(look.replace("widow: 400%, orphan: 400%", "widow: 0%, orphan: 0%"))
    # Without Typst's own rule and without ours.
    (tmp_path / "places.typ").write_text(
        (STYLESHEETS / "places.typ").read_text(encoding="utf-8").replace("<ending>", "<unseen>")
    )
    with Press([STYLESHEETS, tmp_path]) as press:
        assert widows_and_orphans(press.print(crowded).pdf) != []


def test_the_paragraphs_to_hold_are_marked_in_the_json_and_nothing_else_changes() -> None:
    text = '{"id":"d#","body":[{"t":"p","id":"d#p1","c":["x"]},{"t":"p","id": "d#p12","c":[]}]}'
    marked = json.loads(held_paragraphs(text, ["d#p12"]))
    assert marked["body"][1].pop("held") is True
    assert marked == json.loads(text)


def test_the_shares_of_a_search_hold_every_document_once_and_are_of_about_the_same_length() -> None:
    texts = {f"d{number}": "x" * length for number, length in enumerate([900, 100, 500, 400, 100])}
    assert shares(texts, 2) == [["d0", "d1"], ["d2", "d3", "d4"]]
    assert shares({"d0": "x"}, 2) == [["d0"]]


def test_a_document_without_notes_need_not_be_searched() -> None:
    assert has_notes('{"t": "note", "c": []}')
    assert has_notes('{"t":"note"}')
    assert not has_notes('{"t":"p","c":["a \\"note\\""]}')
