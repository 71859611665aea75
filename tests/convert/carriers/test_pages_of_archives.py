"""Saved pages: which part is the document, raised numbers, words struck out, lists; and false names."""

from __future__ import annotations

import pytest

from dragoman.convert import carriers
from dragoman.convert.carriers.html_parts import list_number, raised_mark
from dragoman.convert.context import Context
from dragoman.convert.lists import catalogue
from dragoman.convert.memorandum import convert
from dragoman.errors import UnusableInput
from dragoman.source import SourceText


def text_of(body: str) -> str:
    return carriers.read(f"<!doctype html><body>{body}</body>".encode(), "a.html").source.text


def ledger_of(body: str) -> list[tuple[str, str]]:
    found = carriers.read(f"<!doctype html><body>{body}</body>".encode(), "a.html")
    return [(item.kind, item.text) for item in found.ledger]


SITE = (
    "<div><a href='/'>River Archive</a><nav><ul><li>Home</li></ul></nav></div>"
    "<div><main><h1>Legation at Brno, Report, ‘Barges’</h1><p>December 5, 1974</p>"
    "<p>It is wet at the weir.</p>"
    "</main></div><footer>Terms of use</footer>"
)


def test_the_document_is_the_main_part_and_its_title_the_main_heading() -> None:
    assert (
        text_of(SITE) == "Legation at Brno, Report, ‘Barges’\n\nDecember 5, 1974\n\nIt is wet at the weir.\n"
    )
    document = convert(SourceText("a.html", text_of(SITE)), Context("a")).document
    assert document.metadata.title == "Legation at Brno, Report, ‘Barges’"


def test_what_stands_beside_the_main_part_is_in_the_ledger_item_by_item() -> None:
    assert ledger_of(SITE) == [
        ("part of the site", "River Archive Home"), ("link", "/"),
        ("part of the site", "Terms of use"),
    ]  # fmt: skip


def test_navigation_is_left_out_where_one_heading_tells_the_document() -> None:
    page = "<nav>Home</nav><header><h1>A Note on Ice</h1></header><p>It is thin.</p>"
    assert text_of(page) == "A Note on Ice\n\nIt is thin.\n"
    assert text_of("<nav>Home</nav><p>It is thin.</p>") == "Home\n\nIt is thin.\n"


def test_the_only_article_is_the_document_where_it_holds_the_only_heading() -> None:
    footer = "<footer>Terms of use</footer>"
    page = f"<article><h1>A Note on Ice</h1><p>It is thin.</p></article>{footer}"
    assert text_of(page) == "A Note on Ice\n\nIt is thin.\n"
    assert ledger_of(page) == [("part of the site", "Terms of use")]
    outside = f"<h1>A Note on Ice</h1><article><p>It is thin.</p></article>{footer}"
    assert text_of(outside) == "A Note on Ice\n\nIt is thin.\n\nTerms of use\n"


@pytest.mark.parametrize(
    ("words", "before", "written"),
    [
        ("1", "some 7,000", "[1]"),
        ("*", "treaty", "[*]"),
        ("2", "40 km", "²"),
        ("6", "3 × 10", "⁶"),
        ("th", "5", ""),
    ],
)
def test_a_raised_number_calls_a_note_or_is_a_power(words: str, before: str, written: str) -> None:
    assert raised_mark(words, before) == written


def test_a_raised_number_does_not_run_into_the_figure_before_it() -> None:
    page = "<p>There are 7,000<sup>1</sup> on the 5<sup>th</sup> of 40 km<sup>2</sup>.</p>"
    assert text_of(page) == "There are 7,000[1] on the 5th of 40 km².\n"
    assert [kind for kind, _ in ledger_of(page)] == ["formatting"] * 3


def test_words_struck_out_are_in_the_ledger_and_not_in_the_text() -> None:
    page = "<p>How <del>are</del> was <s>is</s>the road?</p>"
    assert text_of(page) == "How was the road?\n"
    assert ledger_of(page) == [("deletion", "are"), ("deletion", "is")]


def test_the_items_of_a_numbered_list_have_their_numbers() -> None:
    page = "<ol start='3'><li>The weir.<li>The road.</ol><ol type='a'><li>One.<li value='4'>Four.</ol>"
    assert text_of(page).split() == ["3.", "The", "weir.", "4.", "The", "road.", "a.", "One.", "d.", "Four."]
    assert ("numbering", "3.") in ledger_of(page)


@pytest.mark.parametrize(
    ("number", "style", "shown"), [(28, "a", "ab."), (4, "i", "iv."), (9, "I", "IX."), (0, "a", "0.")]
)
def test_numbers_are_shown_in_the_style_of_the_list(number: int, style: str, shown: str) -> None:
    assert list_number(number, style) == shown


def test_an_item_of_date_heading_and_summary_is_one_entry() -> None:
    items = "".join(
        f"<li><time>May {day}, 1979</time><h3>Note on the Ice of Day {day}</h3><p>It is thin.</p></li>"
        for day in (1, 2, 3)
    )
    text = text_of(f"<main><h1>Papers on Ice</h1><ul>{items}</ul></main>")
    assert "  • May 1, 1979\n    Note on the Ice of Day 1\n    It is thin.\n\n" in text
    document = catalogue.convert(SourceText("a.html", text), Context("a")).document
    (entries,) = [node for node in document.body if getattr(node, "name", "") == "listBibl"]
    bibls = [node for node in entries.content if getattr(node, "name", "") == "bibl"]
    assert [[child.name for child in one.content if hasattr(child, "name")] for one in bibls] == [
        ["date", "title", "note"]
    ] * 3


@pytest.mark.parametrize(
    ("octets", "name", "words"),
    [
        (b"not one", "bad.docx", "no Word file"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 old", "a.doc", "old Word file"),
        (b"\x7fELF and so on", "elf.pdf", "no PDF"),
    ],
)
def test_a_file_that_is_not_what_its_name_says_is_refused(octets: bytes, name: str, words: str) -> None:
    with pytest.raises(UnusableInput) as raised:
        carriers.read(octets, name)
    assert raised.value.diagnostic.code == "CAR007"
    assert words in raised.value.diagnostic.message
    assert raised.value.diagnostic.hint
