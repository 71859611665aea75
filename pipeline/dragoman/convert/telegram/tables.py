"""Tables and schedules, which telegrams set in columns with blanks or leaders of dots."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from dragoman.convert.telegram.flow import Flow
from dragoman.convert.telegram.lines import Line, Role
from dragoman.document import Element
from dragoman.source import SourceText, Span

_COLUMNS: Final = re.compile(r"\s{3,}|\t\s*")
_NARROW_COLUMNS: Final = re.compile(r"\s{2,}|\t\s*")
_LEADERS: Final = re.compile(r"[A-Z0-9)] ?\.{4,}|(?: \.){4,}|-{4,}|_{4,}")
_FEWEST_LINES: Final = 3
_LONGEST_CELL: Final = 40
_LONGEST_ROW: Final = 132


def may_be_row(text: str) -> bool:
    """Return True for a line with columns or leaders: few of them are rows."""
    return "   " in text or "\t" in text or "...." in text or ". . ." in text


def may_have_rows(source: SourceText) -> bool:
    """Return False for a transcript without a line that `may_be_row`."""
    has_columns = source.has("\t") or (source.has("  ") and source.has("   "))
    return has_columns or source.has("....") or source.has(". . .")


def _is_row(line: Line) -> bool:
    text = line.text
    if not may_be_row(text) or line.role not in _BODY_ROLES or len(text) > _LONGEST_ROW:
        return False
    if "   " in text or "\t" in text:
        return max(len(cell) for cell in _COLUMNS.split(text)) <= _LONGEST_CELL
    return _LEADERS.search(text) is not None


_BODY_ROLES: Final = frozenset((Role.TEXT, Role.TRANSMISSION))


def table_end(lines: Sequence[Line], start: int) -> int:
    """Return the index after the rows of a table that begins at ``lines[start]``; ``start`` if none does.

    Rows follow one another on lines of their own, three at least.
    """
    end = start
    while end < len(lines) and _is_row(lines[end]) and (end == start or lines[end].breaks in (1, 2)):
        end += 1
    return end if end - start >= _FEWEST_LINES else start


def table_element(lines: Sequence[Line], text: str, identifier: str) -> Element:
    """Return the rows as ``table`` where each has as many cells, else as a ``p`` that keeps its lines."""
    # A long word can leave two blanks where the other rows have more.
    for columns in (_COLUMNS, _NARROW_COLUMNS):
        rows = [_cells(line, columns) for line in lines]
        if len(rows[0]) > 1 and len({len(row) for row in rows}) == 1:
            break
    else:
        rows = []
    if rows:
        return Element(
            "table",
            {"xml:id": identifier},
            tuple(Element("row", {}, tuple(Element("cell", {}, (cell,)) for cell in row)) for row in rows),
        )
    flow = Flow(text)
    for line in lines:
        flow.add_text(line.start, line.end)
    return Element("p", {"xml:id": identifier, "rend": "preformatted"}, flow.finish())


def _cells(line: Line, columns: re.Pattern[str]) -> list[Span]:
    cells: list[Span] = []
    at = 0
    for match in columns.finditer(line.text):
        cells.append(Span(line.start + at, line.start + match.start()))
        at = match.end()
    cells.append(Span(line.start + at, line.end))
    return cells
