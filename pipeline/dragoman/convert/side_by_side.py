"""A text and its translation set side by side: with a gutter of blanks between them, or in cells."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Final

from dragoman.convert.column_language import two_languages
from dragoman.convert.memorandum.text_language import text_language
from dragoman.source import SourceText

# Three blanks are no blank between words. So many rows must have them; of the others few go across.
_GAP: Final = re.compile(r"(?<=\S)[ \u3000\u00a0]{3,}(?=\S)")
_FEWEST_ROWS: Final = 6
_MOST_ACROSS: Final = 0.15
_NARROWEST: Final = 3
# A page is no wider: to measure at each of the gaps of an endless line would take the square of its length.
_LONGEST_ROW: Final = 400
_USUAL: Final = "en"
# Of plain letters every other line at least has a gap, or it is not looked at more closely.
_LINES_PER_GAP: Final = 2
# Rows of paragraphs are few and long.
_FEWEST_PAIRS: Final = 2
_SHORTEST_CELL: Final = 30
_COLUMNS: Final = 2


@dataclass(frozen=True, slots=True)
class Sides:
    """A text in two columns. ``left``, ``right``: their lines, one for each line of the text, "" where a
    column has none; ``languages``: their tags; ``first``, ``last``: the lines, from 1, between which two
    columns stand; ``gutter``: the column, from 1, with which the right one begins, 0 where a tab parts them;
    ``across``: the lines that go over both, which are with the left ones.
    """

    left: tuple[str, ...]
    right: tuple[str, ...]
    languages: tuple[str, str]
    first: int
    last: int
    gutter: int
    across: tuple[int, ...]


def side_by_side(source: SourceText) -> Sides | None:
    """Return the two columns of a text in two languages, None where it is no such text.

    One gutter parts nearly all lines, and what stands left of it is in another language than what stands
    right of it. A table, or a list with dates at its edge, is in one language.
    """
    text = source.text
    if "\t" in text and (found := _by_tabs(text.split("\n"))) is not None:
        return found
    gaps = text.count("   ")
    if gaps < _FEWEST_ROWS or (text.isascii() and gaps * _LINES_PER_GAP < text.count("\n")):
        return None
    lines = text.expandtabs(8).split("\n")
    gutter = _gutter(lines)
    if gutter < 0:
        return None
    left, right, across = _parted(lines, gutter)
    both = [
        at
        for at, (one, other) in enumerate(zip(left, right, strict=True), 1)
        if one.strip() and other.strip()
    ]
    written = sum(1 for line in lines if line.strip())
    if len(both) < _FEWEST_ROWS or len(across) > written * _MOST_ACROSS:
        return None
    languages = _languages(left, right, across)
    if languages is None:
        return None
    return Sides(tuple(left), tuple(right), languages, both[0], both[-1], gutter + 1, tuple(across))


def _languages(left: Sequence[str], right: Sequence[str], across: Collection[int]) -> tuple[str, str] | None:
    """Return the languages of two columns, None where they are not two."""
    texts = "\n".join(line for at, line in enumerate(left, 1) if at not in across), "\n".join(right)
    if all(text.isascii() for text in texts):
        return two_languages(*texts)
    languages = text_language(texts[0], _USUAL), text_language(texts[1], _USUAL)
    return languages if languages[0] != languages[1] else None


def _by_tabs(lines: Sequence[str]) -> Sides | None:
    """Return the columns of a table of two, each row of which has a paragraph and its translation."""
    left: list[str] = []
    right: list[str] = []
    both: list[int] = []
    across: list[int] = []
    length = length_across = 0
    for number, line in enumerate(lines, 1):
        cells = line.split("\t")
        if len(cells) > _COLUMNS:
            return None
        left.append(cells[0].rstrip())
        right.append(cells[1].rstrip() if len(cells) == _COLUMNS else "")
        length += len(line)
        if len(cells) < _COLUMNS and line.strip():
            across.append(number)
            length_across += len(line)
        elif left[-1].strip() and right[-1].strip():
            both.append(number)
    if len(both) < _FEWEST_PAIRS or length_across > length * _MOST_ACROSS:
        return None
    texts = "\n".join(left[at - 1] for at in both), "\n".join(right[at - 1] for at in both)
    # A table of names and dates is in no language, and a glossary has no sentences.
    is_text = min(len(text) for text in texts) >= _SHORTEST_CELL * len(both)
    languages = two_languages(*texts) if is_text else None
    if languages is None:
        return None
    return Sides(tuple(left), tuple(right), languages, both[0], both[-1], 0, tuple(across))


def _gutter(lines: Sequence[str]) -> int:
    """Return the place, from 0, at which the right column begins in most lines; -1 where there is none."""
    begins: Counter[int] = Counter()
    for line in lines:
        if len(line) > _LONGEST_ROW:
            continue
        for gap in _GAP.finditer(line):
            begins[_width(line[: gap.end()])] += 1
    if not begins:
        return -1
    place, count = max(begins.items(), key=lambda item: (item[1], -item[0]))
    return place if count >= _FEWEST_ROWS else -1


def _parted(lines: Sequence[str], gutter: int) -> tuple[list[str], list[str], list[int]]:
    """Return the lines of the left column, of the right one, and the numbers of the lines across both."""
    left: list[str] = []
    right: list[str] = []
    across: list[int] = []
    for number, line in enumerate(lines, 1):
        # A page that begins with the line begins in both columns.
        page = line[: len(line) - len(line.lstrip("\f"))]
        line = line[len(page) :]
        at = _index(line, gutter)
        before, after = line[:at], line[at:]
        gap = len(before) - len(before.rstrip())
        # A heading of the right column may be set in, one of the left column may be indented.
        is_parted = not before.strip() or not after.strip() or gap >= _NARROWEST or after[:1].isspace()
        if not is_parted:
            across.append(number)
            left.append(page + line.rstrip())
            right.append(page)
        else:
            left.append(page + before.rstrip())
            right.append(page + after.rstrip())
    return left, right, across


def _index(line: str, width: int) -> int:
    """Return the index of the character of a line that stands at ``width``; a Chinese sign takes two."""
    if line.isascii():
        return min(width, len(line))
    taken = 0
    for index, letter in enumerate(line):
        if taken >= width:
            return index
        taken += 2 if unicodedata.east_asian_width(letter) in "WF" else 1
    return len(line)


def _width(text: str) -> int:
    if text.isascii():
        return len(text)
    return sum(2 if unicodedata.east_asian_width(letter) in "WF" else 1 for letter in text)
