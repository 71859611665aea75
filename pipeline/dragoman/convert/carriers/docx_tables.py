"""Tables of a Word file: rows, cells, and whether they hold a text and its translation."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from lxml import etree

from dragoman.convert.carriers.docx_numbering import W
from dragoman.convert.carriers.docx_parts import words_of
from dragoman.convert.column_language import two_languages

_MOST_COLUMNS: Final = 63
# A column with less is no text with a language of its own.
_SHORTEST_TEXT: Final = 120


def rows_of(table: etree._Element) -> list[etree._Element]:
    """Return the rows of a table."""
    return _nearest(table, "tr")


def cells_of(row: etree._Element) -> list[etree._Element]:
    """Return the cells of a row."""
    return _nearest(row, "tc")


def _nearest(parent: etree._Element, name: str) -> list[etree._Element]:
    """Return the rows of a table or the cells of a row: within content controls too, not of nested tables."""
    own = str(parent.tag)
    return [one for one in parent.iter(f"{W}{name}") if next(one.iterancestors(own), None) is parent]


def has_translation(rows: Sequence[etree._Element]) -> bool:
    """Return True for a table of two columns that are in two languages, a text and its translation."""
    pairs = [cells for row in rows if len(cells := cells_of(row)) == 2]
    left, right = (" ".join(words_of(cells[side]) for cells in pairs) for side in (0, 1))
    return min(len(left), len(right)) >= _SHORTEST_TEXT and two_languages(left, right) is not None


def width_of(cell: etree._Element) -> int:
    """Return over how many columns a cell goes."""
    span = cell.find(f"{W}tcPr/{W}gridSpan")
    value = span.get(f"{W}val", "") if span is not None else ""
    return min(int(value), _MOST_COLUMNS) if value.isdecimal() and len(value) < 4 else 1
