"""Numbered paragraphs: the number or letter that opens a paragraph, where the next one continues it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from dragoman.source import SourceText, Span

_LABEL: Final = re.compile(r"(?:\((?P<closed>\d{1,2}|[a-z])\)|(?P<open>\d{1,2}|[a-z])[.)])(?=\s+\S)")
# A longer label is none.
_LONGEST: Final = 5


@dataclass(frozen=True, slots=True)
class Number:
    """The label of a paragraph as printed, and the number or letter alone."""

    label: Span
    value: str


def numbers_of(source: SourceText, paragraphs: Iterable[Span]) -> dict[int, Number]:
    """Return the numbers of the paragraphs that have one, by the offset of the paragraph."""
    return {at: number for row in rows_of(source, paragraphs) for at, number in row}


def rows_of(source: SourceText, paragraphs: Iterable[Span]) -> list[list[tuple[int, Number]]]:
    """Return the rows of numbered paragraphs: the offset of each and its number.

    A number counts where it goes on with a row (1, 2, 3 or a, b, c) that has two members at
    least, so that “3. of May” and “A. Petrov” at the head of a paragraph stay text. Letters
    begin again under each number.
    """
    rows: list[list[tuple[int, Number]]] = []
    running: dict[bool, list[tuple[int, Number]]] = {}
    for span in paragraphs:
        match = _LABEL.match(source.text, span.start, min(span.end, span.start + _LONGEST + 2))
        if not match:
            continue
        value = match["closed"] or match["open"]
        is_figure = value.isdigit()
        number = Number(Span(match.start(), match.end()), value)
        row = running.get(is_figure)
        if row is not None and _follows(row[-1][1].value, value):
            row.append((span.start, number))
        elif value in ("1", "a"):
            running[is_figure] = [(span.start, number)]
            rows.append(running[is_figure])
        if is_figure:
            running.pop(False, None)
    return [row for row in rows if len(row) > 1]


def _follows(before: str, value: str) -> bool:
    if before.isdigit():
        return int(value) == int(before) + 1
    return ord(value) == ord(before) + 1
