"""Tables in running text: rows whose cells tabs part, or columns set with blanks."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from dragoman.convert.memorandum.closing import closing_role
from dragoman.convert.memorandum.patterns import PARTICIPANTS_HEAD, head_of
from dragoman.source import Line, SourceText, Span

_COLUMNS: Final = re.compile(r"[ \u00a0]{3,}")
_FEWEST_ROWS: Final = 2
# Columns of blanks want more rows than tabs do, and short cells: justified prose has wide gaps too.
_FEWEST_SET: Final = 3
_LONGEST_CELL: Final = 40
_LONGEST_ROW: Final = 4_000
# "1.\tThe weir", "(a)\t…", "ORLOV:\t…": a number, a bullet or a speaker with what follows, and no row.
_LEAD: Final = re.compile(r"(?:\(?\w{1,3}[.)]|[•*·–—-]|.{0,60}[:–—])")


def table_rows(source: SourceText, lines: Sequence[Line]) -> dict[int, int]:
    """Return the lines that are rows of tables: the number of the table by the offset of the line.

    Rows stand below one another on a page without a blank line: two at least with tabs, three at least of as
    many short cells where blanks part them.
    """
    text = source.text
    if "\t" not in text and "   " not in text:
        return {}
    rows: dict[int, int] = {}
    run: list[tuple[Line, _Form]] = []
    tables = 0
    is_list = False
    for line in lines:
        # Below “Participants:” two names side by side are no signatures.
        is_list = (is_list and not line.is_after_blank) or _heads_people(source, line.span)
        form = _form(source, line.span, is_list)
        if run and (
            line.is_after_blank
            or not _goes_on(run[-1][1], form)
            or text.find("\f", run[-1][0].span.end, line.span.start) >= 0
        ):
            tables += _close(run, tables, rows)
            run = []
        if form is not None and (run or form.is_sure):
            run.append((line, form))
    _close(run, tables, rows)
    return rows


@dataclass(frozen=True, slots=True)
class _Form:
    """How the cells of a line are parted, and how many there are; ``is_sure``: two at least."""

    has_tabs: bool
    cells: int
    is_sure: bool = True


def _close(run: Sequence[tuple[Line, _Form]], number: int, rows: dict[int, int]) -> int:
    """Enter the lines of a run as rows, if it is a table; return how many tables that makes."""
    if not run or sum(form.is_sure for _, form in run) < (
        _FEWEST_ROWS if run[0][1].has_tabs else _FEWEST_SET
    ):
        return 0
    rows.update((line.span.start, number) for line, _ in run)
    return 1


def _goes_on(form: _Form, other: _Form | None) -> bool:
    if other is None or form.has_tabs is not other.has_tabs:
        return False
    return form.has_tabs or form.cells == other.cells


def _heads_people(source: SourceText, span: Span) -> bool:
    head = PARTICIPANTS_HEAD.match(head_of(source, span))
    return head is not None and head.end() >= len(span)


def _form(source: SourceText, span: Span, is_list: bool) -> _Form | None:
    """Return how the cells of a line are parted, None for a line of other text.

    is_list: it stands in a list of people, where nobody signs.
    """
    if len(span) > _LONGEST_ROW:
        return None
    text = source.text
    line = text[span.start : span.end]
    if "\t" in line:
        cells = line.split("\t")
        return None if len(cells) == 2 and _LEAD.fullmatch(cells[0].strip()) else _Form(True, len(cells))
    is_beside_tab = text.startswith("\t", span.end) or text.endswith("\t", 0, span.start)
    if is_beside_tab and len(line) <= _LONGEST_CELL:
        # The other cells of the row are empty.
        return _Form(True, 1, is_sure=False)
    cells = _COLUMNS.split(line)
    if len(cells) < 2 or max(map(len, cells)) > _LONGEST_CELL or _LEAD.fullmatch(cells[0]):
        return None
    if not is_list and closing_role(source, span) is not None:
        # Signatures side by side.
        return None
    return _Form(False, len(cells))


def cells_of(source: SourceText, table: Span) -> list[list[Span]]:
    """Return the cells of each row of a table, trimmed; empty ones have no length."""
    text = source.text
    # Tabs at the ends of the first and the last row are those of empty cells.
    first = max(text.rfind("\n", 0, table.start), text.rfind("\r", 0, table.start)) + 1
    start = first if not text[first : table.start].strip() else table.start
    after = re.compile(r"[\t \u00a0]*").match(text, table.end)
    end = after.end() if after else table.end
    rows: list[list[Span]] = []
    for match in re.finditer(r"[^\r\n\v\f\x1c-\x1e\x85\u2028\u2029]+", text[start:end]):
        row = Span(start + match.start(), start + match.end())
        if source.trimmed(row):
            rows.append(_cells(source, row))
    return rows


def _cells(source: SourceText, row: Span) -> list[Span]:
    text = source.text[row.start : row.end]
    if "\t" in text:
        cuts = [(match.start(), match.end()) for match in re.finditer("\t", text)]
    else:
        row = source.trimmed(row)
        text = source.text[row.start : row.end]
        cuts = [match.span() for match in _COLUMNS.finditer(text)]
    ends = [row.start, *(row.start + at for cut in cuts for at in cut), row.end]
    found: list[Span] = []
    for start, end in list(pairwise(ends))[::2]:
        cell = source.trimmed(Span(start, end))
        found.append(cell if cell else Span(start, start))
    return found


def tables_in(starts: Sequence[int], rows: Mapping[int, int]) -> list[tuple[int, int]]:
    """Return the runs of units that are one table each: the index of the first and the one after the last.

    starts: the offsets of the units.
    """
    found: list[tuple[int, int]] = []
    at = 0
    while at < len(starts):
        end = at
        while end < len(starts) and starts[end] in rows and rows[starts[end]] == rows[starts[at]]:
            end += 1
        if end > at + 1:
            found.append((at, end))
        at = max(end, at + 1)
    return found
