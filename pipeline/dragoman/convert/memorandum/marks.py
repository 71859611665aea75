"""What stands within running text besides brackets: page numbers, note numbers, broken words."""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from dragoman.convert.brackets.encode import Mark
from dragoman.convert.brackets.lexicon import is_english
from dragoman.convert.memorandum.blocks import Block, Role
from dragoman.convert.memorandum.glued_pages import GluedPages
from dragoman.convert.memorandum.pages import Pages
from dragoman.document import Element, Node
from dragoman.source import SourceText, Span

# A raised number that lost its height: "treaty3", "treaty.3", "treaty,”3", "of 1962.3", "D[arkhan].3".
_NOTE_NUMBER: Final = re.compile(
    r"(?:(?<=[^\W\d_]{3})|(?<=[^\W\d_]{2}[.,;:)”’\"])|(?<=[^\W\d_][.,;:)][”’\"])|(?<=\b(?:19|20)\d\d[.,;])|"
    r"(?<=[\])][.,;:])|(?<=[。！？；]))"
    r"(?P<number>\d{1,3}|"
    r"[*†‡]{1,3})(?=[\s.,;:)\]”’\"]|$)"
)
# The word before the hyphen is looked for backwards: a search forwards is quadratic in a long word.
_HYPHEN: Final = re.compile(
    r"(?<=[^\W\d_]{2})(?P<hyphen>[-‐\xad])(?P<end>[^\S\n]{0,20}\r?\n[^\S\n]{0,20})(?P<right>[^\W\d_]{2,40})"
)
_LEFT: Final = re.compile(r"[^\W\d_]+$")
_LONGEST_WORD: Final = 40
_REACH: Final = 200
_HYPHENS: Final = ("-", "‐", "\xad")
_RIGHT: Final = re.compile(r"\s*(?P<right>[^\W\d_]{2,40})")
_NO_GAP: Final = Element("lb", {"break": "no"})


def marks_of(
    source: SourceText,
    block: Block,
    span: Span,
    targets: Mapping[str, str],
    glued: GluedPages,
    pages: Pages,
) -> list[Mark]:
    """Return the marks of a stretch of running text, in their order.

    targets: the id of each note by its number; glued: the numbers that touch a word.
    """
    marks = [
        Mark(page, tuple(pages.line(page))) for page in block.pages if span.start <= page.start < span.end
    ]
    marks += _page_ends(source, span, pages)
    marks += [Mark(page.span, _glued_page(source, page.span)) for page in glued.within(span)]
    if targets and block.role is not Role.NOTE:
        marks += _note_references(source, span, targets)
    cut = [*_broken_words(source, span, pages), *_words_over_pages(source, block, span, pages)]
    return sorted([*_outside(marks, cut), *cut], key=lambda mark: mark.span)


def _outside(marks: Sequence[Mark], cut: Sequence[Mark]) -> list[Mark]:
    """Return the marks that stand in none of the stretches for which others stand."""
    if not cut:
        return list(marks)
    whole = sorted(mark.span for mark in cut)
    starts = [span.start for span in whole]
    kept = []
    for mark in marks:
        at = bisect.bisect_right(starts, mark.span.start) - 1
        if at < 0 or mark.span.start >= whole[at].end:
            kept.append(mark)
    return kept


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


def _page_ends(source: SourceText, span: Span, pages: Pages) -> list[Mark]:
    """Return a page break for each form feed within the text."""
    marks: list[Mark] = []
    at = source.text.find("\f", span.start, span.end)
    while at >= 0:
        feed = Span(at, at + 1)
        # One blank is enough where white space stands before the form feed.
        blank = () if source.text[at - 1 : at].isspace() else (feed,)
        marks.append(Mark(feed, (*blank, *pages.breaks(at, at + 1))))
        at = source.text.find("\f", at + 1, span.end)
    return marks


def _broken_words(source: SourceText, span: Span, pages: Pages) -> list[Mark]:
    """Return the hyphens at line ends that part a word: the whole is English and the parts are not."""
    marks: list[Mark] = []
    text = source.text
    if text.find("\n", span.start, span.end) < 0:
        return marks
    for match in _HYPHEN.finditer(text, span.start, span.end):
        before = text[max(span.start, match.start() - _LONGEST_WORD) : match.start()]
        if not _is_broken(before, match["hyphen"], match["right"]):
            continue
        hyphen, end = Span(*match.span("hyphen")), Span(*match.span("end"))
        within = _unbroken(pages.breaks(end.start, end.end))
        nodes = (Element("pc", {"force": "weak"}, (hyphen,)), *within, _NO_GAP)
        marks.append(Mark(Span(hyphen.start, end.end), nodes))
    return marks


def _words_over_pages(source: SourceText, block: Block, span: Span, pages: Pages) -> list[Mark]:
    """Return the words that go on beyond the foot of a page, with all to the head of the next."""
    marks: list[Mark] = []
    text = source.text
    run: list[Span] = []
    for page in [*block.pages, None]:
        if run and (page is None or text[run[-1].end : page.start].strip()):
            # No more than the last word of the page is asked for.
            first = max(span.start, run[0].start - _REACH)
            before = text[first : run[0].start].rstrip()
            after = _RIGHT.match(text, run[-1].end, span.end)
            if after and before[-1:] in _HYPHENS and _is_broken(before[:-1], before[-1], after["right"]):
                at = hyphen = first + len(before) - 1
                nodes: list[Node] = [Element("pc", {"force": "weak"}, (Span(at, at + 1),))]
                at += 1
                for line in run:
                    nodes += [*_unbroken(pages.breaks(at, line.start)), _NO_GAP, *_unbroken(pages.line(line))]
                    at = line.end
                nodes += [*_unbroken(pages.breaks(at, after.start("right"))), _NO_GAP]
                marks.append(Mark(Span(hyphen, after.start("right")), tuple(nodes)))
            run = []
        if page is not None and span.start <= page.start < span.end:
            run.append(page)
    return marks


def _unbroken(nodes: Iterable[Node]) -> list[Node]:
    """Return nodes with their page breaks marked as standing within a word."""
    return [
        Element("pb", {**node.attributes, "break": "no"})
        if isinstance(node, Element) and node.name == "pb"
        else node
        for node in nodes
    ]


def _is_broken(before: str, hyphen: str, right: str) -> bool:
    """Return True where a hyphen at the end of a line parts a word. ``before``: the text up to the hyphen."""
    match = _LEFT.search(before, max(0, len(before) - _LONGEST_WORD))
    left = match[0] if match else ""
    if len(left) < 2 or not right.islower() or not is_english(left + right):
        return False
    # Two whole words may be a compound that keeps its hyphen.
    is_compound = is_english(left) and is_english(right) and min(len(left), len(right)) > 3
    return hyphen != "-" or not is_compound
