"""What a conversion costs grows no faster than its transcript, whatever the transcript holds."""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import partial
from types import FrameType
from typing import Any

import pytest
from lxml import etree

from dragoman.build.conversion import converted_bytes
from dragoman.convert.context import Context
from dragoman.convert.detect import converter_named, detections
from dragoman.convert.lists.below import split_titles
from dragoman.convert.lists.layout import line_units
from dragoman.convert.memorandum.enclosures import enclosures_at
from dragoman.convert.memorandum.layout import Unit
from dragoman.convert.telegram.furniture import resolve_banners
from dragoman.convert.telegram.lines import segment_lines
from dragoman.convert.telegram.message import read_message
from dragoman.source import SourceText
from dragoman.tei.letterhead import letterhead
from dragoman.tei.ns import TEI

HEAD = letterhead(etree.fromstring(f'<TEI xmlns="{TEI}"/>'))
KINDS = ("telegram", "memorandum", "letter", "catalogue", "search-results")
SIZE = 6_000

# One piece of each shape; the transcript is made of as many as fill its size.
SHAPES = {
    "prose": "The pontoon was moved to the second pier. Nobody counted it.\n\n",
    "one line": "The pontoon was moved to the second pier and nobody counted it. ",
    "a word a line": "Pontoon\n",
    "blank lines": "\n",
    "blanks": "x" + " " * 99,
    "banners": "PAGE 02 MOSCOW 02204 01 OF 03 300914Z\n",
    "cut words": "NEGOTI SECRET\nPAGE 02 MOSCOW 02204\nATED ",
    "keys": "Errors: A TAGS: B ",
    "quotations": "BEGIN TEXT\n",
    "stamps": "Declassified/Released US Department of State\n",
    "brackets": "the pier [tavilga] was [sic] built. ",
    "open brackets": "[",
    "shut brackets": "]",
    "turns": "Rozhkov: no.\n",
    "signatures": "[Signature]\n/N. Sarnai/\n",
    "notes": "river [1]\n\n[1] A note.\n",
    "bullets": "  \N{BULLET} March 14, 1978\n",
    "years": "1978 ",
    "rows": "14 Mar 1978\t1978MOSCOW02204\tRIVER\tUR\n",
    "capitals": "A",
    "controls": "\x01a",
}


def filled(shape: str, size: int) -> str:
    piece = SHAPES[shape]
    return "x\n" + piece * (size // len(piece)) + "\nx"


def calls_of(work: Callable[[], object]) -> int:
    """Return how many functions a piece of work calls: a measure of time that no other work disturbs."""
    count = 0

    def note(frame: FrameType, event: str, argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(note)
    try:
        work()
    finally:
        sys.setprofile(before)
    return count


def convert(kind: str, text: str) -> None:
    source = SourceText("large.txt", text)
    converted_bytes(source, converter_named(kind).convert(source, Context("large")), HEAD)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("shape", SHAPES)
def test_a_transcript_of_twice_the_size_costs_no_more_than_twice(shape: str, kind: str) -> None:
    convert(kind, filled(shape, 200))
    small, large = (calls_of(partial(convert, kind, filled(shape, size))) for size in (SIZE, 2 * SIZE))
    assert large <= 2.3 * small


class Counted(list[Any]):
    """A list that counts the items that are taken out of it, those of slices too."""

    taken = 0

    def __getitem__(self, at: Any) -> Any:
        found = super().__getitem__(at)
        self.taken += len(found) if isinstance(at, slice) else 1
        return found


def lines_taken(text: str) -> int:
    """Return how many lines the reader of a telegram takes to read its text."""
    source = SourceText("large.txt", text)
    lines = Counted(resolve_banners(segment_lines(source)))
    read_message(source, lines, "", None, has_quotations=True)
    return lines.taken


def test_a_quoted_message_is_read_without_those_before_it() -> None:
    quoted = "BEGIN TEXT\nTHE RIVER ROSE.\nEND TEXT\n\n"
    few, many = lines_taken(quoted * 100), lines_taken(quoted * 200)
    assert many <= 2.1 * few


def units_taken(text: str) -> int:
    """Return how many units are taken to find what was sent with a document."""
    units = Counted(Unit(line.span, line.is_after_blank) for line in SourceText("x", text).lines())
    assert enclosures_at(SourceText("x", text), units, 0, frozenset()) == []
    return units.taken


def test_the_closing_above_an_annex_is_looked_for_among_few_lines() -> None:
    annex = "Attachment: Draft\nThe river rose and the road was closed.\n"
    few, many = units_taken(annex * 100), units_taken(annex * 200)
    assert many <= 2.1 * few


def test_what_follows_a_title_is_looked_for_once() -> None:
    source = SourceText("list.txt", "A Note on Ice\n\nMay 3, 1976\n\nThe ice is thin.\n\n" * 200)
    units = Counted(line_units(source, {}))
    split_titles(source, units)
    assert units.taken <= 2 * len(units)


@pytest.mark.parametrize("text", ["[" * 4_000 + "]" * 4_000, "(" * 9_000, "[a" * 3_000 + "x]" * 3_000])
@pytest.mark.parametrize("kind", KINDS)
def test_however_deep_the_brackets_are_the_document_is_whole(kind: str, text: str) -> None:
    convert(kind, text)


@pytest.mark.parametrize("kind", ["memorandum", "letter", "catalogue", "search-results"])
def test_nothing_is_done_for_a_blank_line(kind: str) -> None:
    # What is made of each is kept while the document is, and the collector of garbage goes through it all.
    # Once before: what is read at first use is counted nowhere. (Another text, for the cues of one are kept.)
    convert(kind, filled("blank lines", 100))
    few, many = (calls_of(partial(convert, kind, filled("blank lines", size))) for size in (200, 20_000))
    assert many <= few + 20


def test_detection_looks_at_every_blank_line_once() -> None:
    # Where a pattern at a line's beginning runs on through the blank lines below, this does not end.
    source = SourceText("blank.txt", "x" + "\n" * 2_000_000 + "x")
    assert all(detection.score < 0.4 for detection in detections(source))
