"""Tables and schedules, which telegrams set in columns with blanks or leaders of dots."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from dragoman.convert.telegram.flow import Flow
from dragoman.convert.telegram.lines import Line, Role
from dragoman.document import Element
from dragoman.source import SourceText, Span

_COLUMNS: Final = re.compile(r"\s{3,}|\t\s*")
_NARROW_COLUMNS: Final = re.compile(r"\s{2,}|\t\s*")
_LEADERS: Final = re.compile(r"[A-Z0-9)] ?\.{4,}|(?: \.){4,}|-{4,}|_{4,}")
# A line of dashes, or several beside each other, below the names of the columns or above their sum.
_RULE: Final = re.compile(r"[-=_]{3,}(?:\s+[-=_]{3,})*$")
_TOTAL: Final = re.compile(r"(?:GRAND |SUB-?)?(?:TOTALS?|SUM)\b[^.]{0,40}(?:[:=.\-]| {2})[ .\-=$]{0,60}[0-9]")
_SUM: Final = re.compile(r"[$+\-]?[0-9][0-9.,]*%?(?:\s{2,}[$+\-]?[0-9][0-9.,]*%?)*$")
_FEWEST_LINES: Final = 3
_LONGEST_CELL: Final = 40
_LONGEST_ROW: Final = 132
# So many line ends may stand above what closes a table, and so many rules.
_FARTHEST: Final = 3
_MOST_RULES: Final = 2


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

    Rows follow one another on lines of their own, three at least; a rule may stand between them, and below
    a blank line their total.
    """
    end = start
    while end < len(lines) and (end == start or lines[end].breaks in (1, 2)):
        if not _is_row(lines[end]):
            is_between = start < end < len(lines) - 1 and lines[end + 1].breaks in (1, 2)
            if not (is_between and _is_rule(lines[end]) and _is_row(lines[end + 1])):
                break
        end += 1
    return _closing_end(lines, end) if end - start >= _FEWEST_LINES else start


def _is_rule(line: Line) -> bool:
    return line.role in _BODY_ROLES and len(line.text) <= _LONGEST_ROW and _RULE.match(line.text) is not None


def _closing_end(lines: Sequence[Line], end: int) -> int:
    """Return the index after the total, or the sum below a rule, that closes the rows before ``end``."""
    at = end
    while at < min(len(lines), end + _MOST_RULES) and lines[at].breaks <= _FARTHEST and _is_rule(lines[at]):
        at += 1
    if at == len(lines) or lines[at].breaks > _FARTHEST or lines[at].role not in _BODY_ROLES:
        return end
    text = lines[at].text[:_LONGEST_ROW]
    # Without a rule above it a figure may be the number of a page.
    is_total = _TOTAL.match(text) or (at > end and _SUM.match(text))
    return at + 1 if is_total and len(text) == len(lines[at].text) else end


class _Cell(NamedTuple):
    """A cell: what it holds, and from which column of the page to which it stands."""

    span: Span
    begin: int
    end: int


def table_element(lines: Sequence[Line], text: str, identifier: str) -> Element:
    """Return the rows as ``table`` where cells stand in columns, else as a ``p`` that keeps its lines."""
    for columns in (_COLUMNS, _NARROW_COLUMNS):
        # A long word can leave two blanks where the other rows have more.
        rows = [_cells(line, columns) for line in lines]
        if len(rows[0]) > 1 and len({len(row) for row in rows}) == 1:
            return _table([[_cell(cell) for cell in row] for row in rows], identifier)
    for columns in (_COLUMNS, _NARROW_COLUMNS):
        placed = _placed(lines, [_with_places(line, columns, text) for line in lines])
        if placed is not None:
            return _table(placed, identifier)
    flow = Flow(text)
    for line in lines:
        flow.add_text(line.start, line.end)
    return Element("p", {"xml:id": identifier, "rend": "preformatted"}, flow.finish())


def _table(rows: Sequence[Sequence[Element]], identifier: str) -> Element:
    return Element("table", {"xml:id": identifier}, tuple(Element("row", {}, tuple(row)) for row in rows))


def _cell(span: Span | None, columns: int = 1) -> Element:
    attributes = {"cols": str(columns)} if columns > 1 else {}
    return Element("cell", attributes, () if span is None else (span,))


def _placed(lines: Sequence[Line], rows: Sequence[Sequence[_Cell]]) -> list[list[Element]] | None:
    """Return rows of which some lack a cell, with an empty one in its column; None where that cannot be told.

    The rows that have the most cells say where the columns stand; they are most of the rows. A rule, and a
    total that fits no column, go over those that are left.
    """
    width = max(len(row) for row in rows)
    full = [row for row in rows if len(row) == width]
    rules = [_RULE.match(line.text) is not None for line in lines]
    if width < 2 or 2 * len(full) < len(rows) - sum(rules) or any("\t" in line.text for line in lines):
        return None
    columns = [(min(row[at].begin for row in full), max(row[at].end for row in full)) for at in range(width)]
    if any(one[1] > other[0] for one, other in pairwise(columns)):
        return None
    made: list[list[Element]] = []
    for line, row, is_rule in zip(lines, rows, rules, strict=True):
        places = [_column(cell, columns) for cell in row]
        if -1 not in places and len(set(places)) == len(places):
            held = dict(zip(places, (cell.span for cell in row), strict=True))
            made.append([_cell(held.get(at)) for at in range(width)])
        elif is_rule or _TOTAL.match(line.text):
            made.append([*(_cell(cell.span) for cell in row[:-1]), _cell(row[-1].span, width - len(row) + 1)])
        else:
            return None
    return made


def _column(cell: _Cell, columns: Sequence[tuple[int, int]]) -> int:
    """Return the index of the one column that a cell stands in, -1 where it is none or several."""
    found = [at for at, (begin, end) in enumerate(columns) if cell.begin < end and cell.end > begin]
    return found[0] if len(found) == 1 else -1


def _with_places(line: Line, columns: re.Pattern[str], text: str) -> list[_Cell]:
    begin = text.rfind("\n", 0, line.start) + 1
    if _TOTAL.match(line.text):
        columns = _NARROW_COLUMNS
    return [_Cell(span, span.start - begin, span.end - begin) for span in _cells(line, columns)]


def _cells(line: Line, columns: re.Pattern[str]) -> list[Span]:
    cells: list[Span] = []
    at = 0
    for match in columns.finditer(line.text):
        cells.append(Span(line.start + at, line.start + match.start()))
        at = match.end()
    cells.append(Span(line.start + at, line.end))
    return cells
