"""Single lines at the foot or the head of a page, where notes let them through.

Typst keeps the first two and the last two lines of a paragraph together, but it does not reckon
with the notes that the second or the last line brings with it: where these find no room, the
line goes overleaf and leaves the first alone, or goes alone. Such paragraphs are looked for in
the finished book, and the page on which each begins is made one line shorter.
"""

from __future__ import annotations

import io
import json
import math
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import pikepdf

# How Typst writes a piece of text: its baseline, in points from the foot of the sheet, and its size.
_PIECE: Final = re.compile(rb"q 1 0 0 -1 [\d.-]+ ([\d.-]+) cm[^\n]*\nBT 0 Tr/f\d+ ([\d.]+) Tf")
# What is nearer than this is one line; the height of a line's letters is less than its size.
_SAME_LINE: Final = 1.0
_SAME_SIZE: Final = 0.01
_NOTE: Final = re.compile(r'"t":\s*"note"')
# Characters of JSON.
_LONGEST_SHARE: Final = 2_000_000


@dataclass(frozen=True, slots=True)
class _Piece:
    """A piece of text: its baseline's distance from the top of the trimmed page, and its size, in points."""

    baseline: float
    size: float


@dataclass(frozen=True, slots=True)
class Broken:
    """A paragraph with notes that runs over a page's end.

    at: its place, "DOCUMENT#p3"; first_page and first_top: the page (from 1) of its first line, and how far
    the top of that lies below the top of the page; last_page and end: the same of what follows it. Where it
    ends with its page, that is the top of the next.
    """

    at: str
    first_page: int
    first_top: float
    last_page: int
    end: float

    @property
    def document(self) -> str:
        """The id of the document."""
        return self.at.partition("#")[0]


def single_lines(pdf: bytes, paragraphs: Sequence[Broken]) -> list[str]:
    """Return the places of those paragraphs of which one line stands alone on its first or its last page."""
    if not paragraphs:
        return []
    found = []
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        numbers = {number for broken in paragraphs for number in (broken.first_page, broken.last_page)}
        pages = {number: _pieces(opened.pages[number - 1]) for number in sorted(numbers)}
    for broken in paragraphs:
        first, last = pages[broken.first_page], pages[broken.last_page]
        size = max((p.size for p in first if _starts_at(p, broken.first_top)), default=0.0)
        own = [[p.baseline for p in page if abs(p.size - size) < _SAME_SIZE] for page in (first, last)]
        opening = _lines(y for y in own[0] if y >= broken.first_top)
        closing = _lines(y for y in own[1] if y < broken.end)
        if closing and 1 in (opening, closing):
            found.append(broken.at)
    return found


def held_paragraphs(document: str, places: Sequence[str]) -> str:
    """Return the JSON of a document in which the paragraphs at ``places`` are marked for the template."""
    for at in places:
        pattern = re.compile(rf'"id":\s*{re.escape(json.dumps(at, ensure_ascii=False))}')
        document = pattern.sub(lambda match: f'{match[0]},"held":true', document, count=1)
    return document


def has_notes(document: str) -> bool:
    """Say whether the JSON of a document has a note: the paragraphs of one without cannot end badly."""
    return _NOTE.search(document) is not None


def shares(documents: Mapping[str, str], searchers: int) -> list[list[str]]:
    """Return ids in shares of about the same length, as many for each searcher.

    documents: id → JSON. No share is longer than what a process sets in some 300 MB.
    """
    whole = sum(len(text) for text in documents.values())
    number = searchers * max(1, math.ceil(whole / searchers / _LONGEST_SHARE))
    made: list[list[str]] = [[] for _ in range(number)]
    lengths = [0] * number
    for id_ in sorted(documents, key=lambda id_: (-len(documents[id_]), id_)):
        least = lengths.index(min(lengths))
        made[least].append(id_)
        lengths[least] += len(documents[id_])
    return [share for share in made if share]


def broken_of(marks: Mapping[str, Sequence[float]]) -> list[Broken]:
    """Return the paragraphs that a query of the template's marks has found: place → pages and heights."""
    return [
        Broken(at, int(first_page), first_top, int(last_page), end)
        for at, (first_page, first_top, last_page, end) in marks.items()
    ]


def _pieces(page: pikepdf.Page) -> list[_Piece]:
    top = float(page.trimbox[3])
    return [
        _Piece(top - float(found[1]), float(found[2]))
        for found in _PIECE.finditer(page.Contents.read_bytes())
    ]


def _starts_at(piece: _Piece, top: float) -> bool:
    return top <= piece.baseline <= top + piece.size


def _lines(baselines: Iterable[float]) -> int:
    """Return on how many lines pieces with these baselines stand."""
    heights = sorted(baselines)
    return sum(
        number == 0 or height - heights[number - 1] > _SAME_LINE for number, height in enumerate(heights)
    )
