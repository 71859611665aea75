"""Tables of a page: which are tables and which only set the page; in which column a cell stands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final
from xml.etree.ElementTree import Element

from dragoman.convert.carriers.html_words import name_of, words_of
from dragoman.convert.dates import parse_date

# What no cell of a table holds that is not there for the look of the page.
_PAGE_PARTS: Final = frozenset(
    "table h1 h2 h3 h4 h5 h6 form pre main article section nav header footer hr".split()
)
# What begins a line within a cell.
_LINES: Final = _PAGE_PARTS | frozenset("br p div ul ol dl blockquote".split())
_LONGEST_CELL: Final = 2_000
_LARGEST_SPAN: Final = 64


@dataclass(frozen=True, slots=True)
class Grid:
    """A table as rows and columns.

    tabs:  how many tabs stand before each cell, by ``id()``; after: how many after the last of each row;
    label: the first cells of rows of two that are headings, and so name what the second says.
    """

    rows: int
    columns: int
    tabs: dict[int, int]
    after: dict[int, int]
    labels: frozenset[int]


def grid_of(table: Element) -> Grid | None:
    """Return the grid of a table, or None where the table only sets the page: its cells hold parts of one."""
    rows = list(rows_of(table))
    if not _is_tabular(rows) or _are_records(rows):
        return None
    taken: dict[tuple[int, int], bool] = {}
    starts: list[list[int]] = []
    for at, (_, cells) in enumerate(rows):
        column = 0
        starts.append([])
        for cell in cells:
            while taken.get((at, column)):
                column += 1
            starts[-1].append(column)
            width = _span(cell, "colspan")
            for below in range(min(_span(cell, "rowspan"), len(rows) - at)):
                for beside in range(width):
                    taken[at + below, column + beside] = True
            column += width
    columns = max(column for _, column in taken) + 1
    tabs: dict[int, int] = {}
    after: dict[int, int] = {}
    labels: set[int] = set()
    for (row, cells), columns_of_cells in zip(rows, starts, strict=True):
        last = 0
        for cell, column in zip(cells, columns_of_cells, strict=True):
            tabs[id(cell)] = column - last
            last = column
        after[id(row)] = columns - 1 - last
        if [name_of(cell) for cell in cells] == ["th", "td"]:
            labels.add(id(cells[0]))
    return Grid(len(rows), columns, tabs, after, frozenset(labels))


def _is_tabular(rows: list[tuple[Element, list[Element]]]) -> bool:
    if sum(len(cells) > 1 for _, cells in rows) < 2:
        return False
    for _, cells in rows:
        for cell in cells:
            length = 0
            for one in cell.iter():
                length += len(one.text or "") + len(one.tail or "")
                if length > _LONGEST_CELL or (one is not cell and name_of(one) in _PAGE_PARTS):
                    return False
    return True


def _are_records(rows: list[tuple[Element, list[Element]]]) -> bool:
    """Return True for the entries of a list set as a table: a date beside a title and what is below it."""
    pairs = [cells for _, cells in rows if cells]
    return any(_has_lines(cells[-1]) for cells in pairs) and all(
        [name_of(cell) for cell in cells] == ["td", "td"] and parse_date(words_of(cells[0])) is not None
        for cells in pairs
    )


def sets_lines(table: Element) -> bool:
    """Return True for a table that only sets the page, and has a cell whose words stand on several lines."""
    return any(_has_lines(cell) for _, cells in rows_of(table) for cell in cells)


def _has_lines(cell: Element) -> bool:
    return any(name_of(one) in _LINES for one in cell.iter() if one is not cell)


def rows_of(table: Element) -> Iterator[tuple[Element, list[Element]]]:
    """Yield the rows of a table with their cells."""
    for part in table:
        for row in [part] if name_of(part) == "tr" else part:
            if name_of(row) == "tr" and name_of(part) in ("tr", "thead", "tbody", "tfoot"):
                yield row, [cell for cell in row if name_of(cell) in ("td", "th")]


def _span(cell: Element, name: str) -> int:
    value = cell.get(name, "")
    return max(1, min(int(value), _LARGEST_SPAN)) if value.isdecimal() and len(value) < 5 else 1
