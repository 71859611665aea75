"""Lines that every page repeats at its head or foot, in a transcript whose pages form feeds part."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from dragoman.convert.memorandum import patterns
from dragoman.convert.memorandum.patterns import head_of
from dragoman.convert.memorandum.turns import TURN_LABEL, speaker_key
from dragoman.source import Line, SourceText

# So many lines at each end of a page may be furniture, and so long.
_DEEPEST: Final = 3
_LONGEST: Final = 120
# In hundredths of the pages, on how many a line has to stand: left and right pages may have other heads.
_SHARE: Final = 40
# On how many pages what ends as a sentence does: on fewer somebody may have said it twice.
_PAGES_OF_SENTENCE: Final = 4
_SENTENCE: Final = re.compile(r"[^\W\d_A-Z][.!?…][”’\"')\]]*$")
_FIGURES: Final = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class RunningHead:
    """A line of furniture: ``kind`` is ``running-head`` or ``footer``; ``number``: the page's, or ""."""

    kind: str
    number: str = ""


@dataclass(frozen=True, slots=True)
class _Met:
    page: int
    start: int
    kind: str
    words: str
    figures: tuple[int, ...]


def running_heads(source: SourceText, lines: Sequence[Line]) -> dict[int, RunningHead]:
    """Return the lines that the pages repeat, by their offset; figures in them may differ.

    A line is one where nothing but such lines and page numbers parts it from the end of the page. The first
    page may have the same words for its title, which then is no furniture; nor is what a speaker says again,
    or a sentence that few pages have.
    """
    if "\f" not in source.text:
        return {}
    pages = _pages(source, lines)
    if len(pages) < 2:
        return {}
    met: dict[tuple[str, str], list[_Met]] = defaultdict(list)
    for number, page in enumerate(pages):
        for kind, line in _edges(page):
            words = head_of(source, line.span)
            if len(line.span) > _LONGEST or sum(map(str.isalpha, words)) < 3:
                continue
            if patterns.PAGE_LINE.match(words):
                continue
            if number == 0 and patterns.TITLE_CUE.match(words):
                continue
            figures = tuple(int(digits[:9]) for digits in _FIGURES.findall(words))
            met[kind, _alike(words)].append(_Met(number, line.span.start, kind, words, figures))
    speaking = _speaking(source, lines)
    heads: dict[int, RunningHead] = {}
    for found in met.values():
        count = len({one.page for one in found})
        fewest = _PAGES_OF_SENTENCE if _SENTENCE.search(found[0].words) else 2
        is_often = count >= fewest and count * 100 >= _SHARE * len(pages)
        if is_often and _name(found[0].words) not in speaking:
            at = _rising(found)
            for one in found:
                printed = str(one.figures[at]) if at >= 0 else ""
                heads[one.start] = RunningHead(one.kind, printed)
    return {start: head for page in pages for start, head in _outermost(source, page, heads)}


def _alike(words: str) -> str:
    return _FIGURES.sub("#", words).casefold()


def _name(words: str) -> str:
    """Return the key of the name that opens a line as a speaker's does, or ""."""
    label = TURN_LABEL.match(f"{words} ")
    return speaker_key(label["name"]) if label else ""


def _speaking(source: SourceText, lines: Sequence[Line]) -> frozenset[str]:
    """Return the names that open lines of different words, or stand on lines of their own."""
    said: dict[str, set[str]] = defaultdict(set)
    alone: set[str] = set()
    for line in lines:
        words = head_of(source, line.span)
        if name := _name(words):
            said[name].add(_alike(words))
            if words[-1:] in ":–—―-":
                alone.add(name)
    return frozenset(alone.union(name for name, lines_of_name in said.items() if len(lines_of_name) > 1))


def _pages(source: SourceText, lines: Sequence[Line]) -> list[list[Line]]:
    """Return the lines of each page that has any."""
    pages: list[list[Line]] = [[]]
    before = 0
    for line in lines:
        if source.text.find("\f", before, line.span.start) >= 0 and pages[-1]:
            pages.append([])
        pages[-1].append(line)
        before = line.span.end
    return pages


def _edges(page: Sequence[Line]) -> Iterator[tuple[str, Line]]:
    """Yield the first and the last lines of a page; of a short page each line once."""
    depth = min(_DEEPEST, len(page) // 2)
    yield from (("running-head", line) for line in page[: max(depth, 1)])
    yield from (("footer", line) for line in page[len(page) - depth :])


def _outermost(
    source: SourceText, page: Sequence[Line], heads: dict[int, RunningHead]
) -> Iterator[tuple[int, RunningHead]]:
    """Yield the heads of a page that nothing else parts from its ends."""
    for kind, lines in (("running-head", page), ("footer", page[::-1])):
        for line in lines:
            head = heads.get(line.span.start)
            if head is not None and head.kind == kind:
                yield line.span.start, head
            elif not patterns.PAGE_LINE.match(head_of(source, line.span)):
                break


def _rising(found: Sequence[_Met]) -> int:
    """Return which figure of the lines counts the pages; -1 where none does."""
    for at in range(min(len(one.figures) for one in found)):
        if len({one.figures[at] - one.page for one in found}) == 1:
            return at
    return -1
