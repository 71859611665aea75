"""What stands within running text besides brackets: page numbers, note numbers, broken words."""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import pairwise
from typing import Final

from dragoman.convert.brackets.encode import Mark
from dragoman.convert.brackets.lexicon import is_english
from dragoman.convert.memorandum.blocks import Block, Role
from dragoman.convert.memorandum.pages import page_nodes
from dragoman.document import Element
from dragoman.source import SourceText, Span

# A raised number that lost its height: "treaty3", "treaty.3", "treaty,”3".
_NOTE_NUMBER: Final = re.compile(
    r"(?:(?<=[^\W\d_]{3})|(?<=[^\W\d_]{2}[.,;:)”’\"])|(?<=[^\W\d_][.,;:)][”’\"]))(?P<number>\d{1,3}|"
    r"[*†‡]{1,3})(?=[\s.,;:)\]”’\"]|$)"
)
# The word before the hyphen is looked for backwards: a search forwards is quadratic in a long word.
_HYPHEN: Final = re.compile(
    r"(?<=[^\W\d_]{2})(?P<hyphen>[-‐\xad])(?P<end>[^\S\n]{0,20}\r?\n[^\S\n]{0,20})(?P<right>[^\W\d_]{2,40})"
)
_LEFT: Final = re.compile(r"[^\W\d_]+$")
_LONGEST_WORD: Final = 40
# A page number that the extraction of a PDF pushed against the first word of the page.
_PAGE_NUMBER: Final = re.compile(r"\s*(?P<number>\d{1,3})(?=[^\W\d_]{2,})")


def marks_of(
    source: SourceText, block: Block, span: Span, targets: Mapping[str, str], glued: Mapping[int, Span]
) -> list[Mark]:
    """Return the marks of a stretch of running text, in their order.

    targets: the id of each note by its number; glued: page numbers that touch a word, by offset.
    """
    marks = [
        Mark(page, tuple(page_nodes(source, page)))
        for page in block.pages
        if span.start <= page.start < span.end
    ]
    marks += [Mark(at, _glued_page(source, at)) for at in glued.values() if span.start <= at.start < span.end]
    if targets and block.role is not Role.NOTE:
        marks += _note_references(source, span, targets)
    marks += _broken_words(source, span)
    marks += _page_ends(source, block, span)
    return sorted(marks, key=lambda mark: mark.span)


def _glued_page(source: SourceText, at: Span) -> tuple[Element, Element]:
    return Element("pb", {"n": source[at]}), Element("fw", {"type": "page-number"}, (at,))


def _note_references(source: SourceText, span: Span, targets: Mapping[str, str]) -> list[Mark]:
    """Return the numbers of notes that touch a word, each number once and in rising order."""
    marks: list[Mark] = []
    for match in _NOTE_NUMBER.finditer(source.text, span.start, span.end):
        target = targets.get(match["number"])
        if target is None:
            continue
        at = Span(match.start("number"), match.end("number"))
        marks.append(Mark(at, (Element("ref", {"type": "note", "target": f"#{target}"}, (at,)),)))
    return marks


def _page_ends(source: SourceText, block: Block, span: Span) -> list[Mark]:
    """Return a page break for each form feed within the text, unless the page's number stands beside it."""
    marks: list[Mark] = []
    text = source.text
    at = text.find("\f", span.start, span.end)
    while at >= 0:
        feed = Span(at, at + 1)
        numbered = any(not text[min(at, page.end) : max(at, page.start)].strip() for page in block.pages)
        if not numbered:
            marks.append(Mark(feed, (feed, Element("pb"))))
        at = text.find("\f", at + 1, span.end)
    return marks


def _broken_words(source: SourceText, span: Span) -> list[Mark]:
    """Return the hyphens at line ends that part a word: the whole is English and the parts are not."""
    marks: list[Mark] = []
    text = source.text
    if text.find("\n", span.start, span.end) < 0:
        return marks
    for match in _HYPHEN.finditer(text, span.start, span.end):
        before = _LEFT.search(text[max(span.start, match.start() - _LONGEST_WORD) : match.start()])
        left, right = before[0] if before else "", match["right"]
        if not right.islower() or not is_english(left + right):
            continue
        if (
            match["hyphen"] == "-"
            and is_english(left)
            and is_english(right)
            and min(len(left), len(right)) > 3
        ):
            # Two whole words may be a compound that keeps its hyphen.
            continue
        hyphen, end = Span(*match.span("hyphen")), Span(*match.span("end"))
        pc = Element("pc", {"force": "weak"}, (hyphen,))
        page = (Element("pb", {"break": "no"}),) if "\f" in source[end] else ()
        marks.append(Mark(Span(hyphen.start, end.end), (pc, *page, Element("lb", {"break": "no"}))))
    return marks


def glued_pages(source: SourceText, printed: Mapping[int, int]) -> dict[int, Span]:
    """Return the page numbers that touch the first word of a line, by their offset.

    printed: the page numbers that stand by themselves, by offset. A number counts only where
    all of them together rise one by one, so that a quantity is not taken for a page.
    """
    text = source.text
    found = {
        match.start("number"): int(match["number"])
        for line in source.lines()
        if (match := _PAGE_NUMBER.match(text, line.start, line.end))
    }
    if not found:
        return {}
    numbers = [number for _, number in sorted({**printed, **found}.items())]
    if len(numbers) < 2 or any(b - a != 1 for a, b in pairwise(numbers)):
        return {}
    return {at: Span(at, at + len(str(number))) for at, number in found.items()}
