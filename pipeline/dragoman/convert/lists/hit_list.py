"""Hit lists in columns: rows of date, message number, subject, TAGS.

The National Archives' access system shows its records so; a browser's copy has tabs between the
cells, a printout has blanks or bars.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from dragoman.convert.dates import parse_date
from dragoman.convert.lists.furniture import furniture_type
from dragoman.convert.lists.layout import UNDATED, Unit, is_sentence, moved
from dragoman.convert.lists.model import Entry, Part, PartRole
from dragoman.source import SourceText, Span

# The columns' names in the access system and in lists made from it; role and type of identifier.
_NAMES: Final[tuple[tuple[PartRole, str, str], ...]] = (
    ("date", "", "date|draft date|message date|document date|date sent"),
    (
        "identifier",
        "document-number",
        "document number|document nbr|doc number|doc nbr|message number|"
        "message no|msg no|doc no|document no|message reference number|mrn|"
        "canonical id|number",
    ),
    ("identifier", "film-number", "film number|film nbr|film"),
    ("title", "", "subject|title|document title|description"),
    ("tags", "", "tags|tags/concepts|concepts"),
    ("sender", "", "from|sender|originator|office origin"),
    ("recipient", "", "to|recipient|addressee"),
    ("number", "", "no|nr|item|entry|#"),
    ("label", "", "classification|current classification|view record|type|handling"),
)
_COLUMNS: Final[dict[str, tuple[PartRole, str]]] = {
    name: (role, kind) for role, kind, names in _NAMES for name in names.split("|")
}
_GAP: Final = re.compile(r"[^\S\n\t]*[\t|][^\S\n\t]*|[^\S\n]{2,}")
_MESSAGE_NUMBER: Final = re.compile(r"(?:19|20)?[0-9]{2} ?[A-Z][A-Z ]{2,12}[0-9]{3,6}")
_FILM_NUMBER: Final = re.compile(r"[DPN][0-9]{6}-[0-9]{4}")
_TAG: Final = r"[A-Z]{2,4}(?: ?\([A-Z][^)]{1,60}\))?"
_TAGS: Final = re.compile(rf"{_TAG}(?: ?[,;/] ?{_TAG})+")
_CENTURY: Final = 1900  # the system's electronic telegrams begin in 1973 and end in 1979
_FEWEST_ROWS: Final = 2
_LONGEST_HEADER: Final = 200
_NEAR: Final = 3
_DIGIT: Final = re.compile(r"[0-9]")


def is_hit_list(source: SourceText, lines: Sequence[Unit], text_lines: int) -> bool:
    """Return True where the lines are rows of cells with a date or a message number in each.

    text_lines: how many lines the text has, those included that are not among ``lines``.
    """
    texts = [unit for unit in lines if unit.kind == "text" or unit.rest is not None]
    # Only lines with cells name columns or are rows, and most lists have none.
    celled = [unit for unit in texts if len(_cells(source, unit.span)) > 1]
    has_header = any(_column_roles(source, unit) for unit in celled) or _is_header_above(source, celled)
    if not has_header and 2 * len(texts) < text_lines:
        return False
    rows = sum(1 for unit in celled if _is_row(source, unit))
    return rows >= (1 if has_header else _FEWEST_ROWS) and (has_header or 2 * rows >= text_lines)


def _is_header_above(source: SourceText, texts: Sequence[Unit]) -> bool:
    """Return True where the line above the first row names its columns; it need not be among ``texts``."""
    first = next((unit for unit in texts if _is_row(source, unit)), None)
    if first is None:
        return False
    text = source.text
    end = len(text[: first.span.start].rstrip())
    start = text.rfind("\n", 0, end) + 1
    if not 0 < end - start <= _LONGEST_HEADER:
        return False
    span = source.trimmed(Span(start, end))
    return bool(_column_roles(source, Unit("text", span, span, (span,), 0, False)))


def has_cells(line: str) -> bool:
    """Return True for a line with a tab, a bar or a wide gap."""
    return _GAP.search(line) is not None


def read_hits(source: SourceText, lines: Sequence[Unit]) -> Iterator[Unit | Entry]:
    """Yield the entries of a hit list and the lines between them, in reading order."""
    columns: list[tuple[PartRole, str]] = []
    places: list[int] = []
    row: list[Unit] = []
    for unit in lines:
        if (
            row
            and unit.kind == "text"
            and not unit.apart
            and not _is_row(source, unit)
            and unit.indent > row[0].indent
        ):
            # The subject runs on below, in its own column.
            row.append(unit)
            continue
        if row:
            yield _entry(source, row, columns, places)
            row = []
        roles = _column_roles(source, unit)
        if roles:
            columns = roles
            places = [] if "\t" in source[unit.span] else _places(source, _cells(source, unit.span))
            yield unit._replace(kind="columns")
        elif _is_row(source, unit) or (columns and _fits(source, unit, columns)):
            row = [unit]
        else:
            yield unit
    if row:
        yield _entry(source, row, columns, places)


def _cells(source: SourceText, span: Span) -> list[Span]:
    """Return the cells of a line; an empty one before, or between, tabs keeps its place."""
    line = source[span]
    # No blank but the plain one is printable: most lines are told without looking for gaps.
    if line.isprintable() and "|" not in line and "  " not in line:
        return [span]
    begin = source.text.rfind("\n", 0, span.start) + 1
    empty = source.text.count("\t", begin, span.start) if "\t" in line else 0
    cells, at = [Span(span.start, span.start)] * empty, span.start
    for gap in _GAP.finditer(source.text, span.start, span.end):
        cells.append(Span(at, gap.start()))
        at = gap.end()
    cells.append(Span(at, span.end))
    return cells


def _column_roles(source: SourceText, unit: Unit) -> list[tuple[PartRole, str]]:
    """Return the roles of the columns that a line names, or nothing where it names fewer than two."""
    cells = _cells(source, unit.span)
    if len(cells) < 2:
        return []
    names = [source[cell].lower().strip(" :*.") for cell in cells]
    known = [name for name in names if name in _COLUMNS]
    if len(known) < 2 or 2 * len(known) < len(names):
        return []
    return [_COLUMNS.get(name, ("label", "")) for name in names]


def _is_row(source: SourceText, unit: Unit) -> bool:
    if unit.kind not in ("text", "date") or (unit.kind == "date" and unit.rest is None):
        return False
    cells = [cell for cell in _cells(source, unit.span) if cell]
    if len(cells) < 2:
        return False
    return any(
        _MESSAGE_NUMBER.fullmatch(source[cell]) or (len(cells) > 2 and _is_date(source[cell]))
        for cell in cells
    )


def _fits(source: SourceText, unit: Unit, columns: list[tuple[PartRole, str]]) -> bool:
    """Return True for a row below the names of columns that has a cell for each, whatever the cells say.

    A row with tabs may lack its last cells.
    """
    if unit.kind != "text" and unit.rest is None:
        return False
    count = len(_cells(source, unit.span))
    return count == len(columns) or ("\t" in source[unit.span] and 1 < count < len(columns))


def has_message_numbers(source: SourceText, lines: Sequence[Unit]) -> bool:
    """Return True where a cell holds the number of a message, as in the lists of an access system."""
    return any(
        _MESSAGE_NUMBER.fullmatch(source[cell])
        for unit in lines
        if unit.kind == "text" or unit.rest is not None
        for cell in _cells(source, unit.span)
    )


def _is_date(text: str) -> bool:
    date = parse_date(text, century=_CENTURY) if _DIGIT.search(text) else None
    return date is not None and date.precision in ("day", "time", "")


def _places(source: SourceText, cells: Sequence[Span]) -> list[int]:
    """Return in which column of the page each cell begins."""
    return [cell.start - source.text.rfind("\n", 0, cell.start) - 1 for cell in cells]


def _placed(
    source: SourceText, row: Sequence[Unit], columns: Sequence[tuple[PartRole, str]], places: Sequence[int]
) -> list[Part] | None:
    """Return the parts of a row whose cells run over lines, each below the name of its column.

    None where a cell begins below none of the names.
    """
    parts: list[Part] = []
    for unit in row:
        cells = _cells(source, unit.span)
        for cell, place in zip(cells, _places(source, cells), strict=True):
            below = [at for at, name in enumerate(places) if abs(name - place) < _NEAR]
            if len(below) != 1 or not cell:
                return None
            parts.append(_part(source, cell, columns[below[0]]))
    return parts


def _entry(
    source: SourceText, row: list[Unit], columns: list[tuple[PartRole, str]], places: Sequence[int]
) -> Entry:
    if len(row) > 1 and places and (placed := _placed(source, row, columns, places)):
        return Entry(Span(row[0].span.start, row[-1].span.end), tuple(placed))
    cells = _cells(source, row[0].span)
    filled = [cell for cell in cells if cell]
    # A row with tabs may lack its last cells; blanks show no empty cell at all.
    has_tabs = "\t" in source[row[0].span]
    by_place = len(cells) == len(columns) or (has_tabs and len(cells) < len(columns))
    parts = [
        part
        for index, cell in enumerate(cells)
        if cell
        for part in [_part(source, cell, columns[index] if by_place else None)]
    ]
    if not any(part.role == "title" for part in parts):
        loose = [at for at, part in enumerate(parts) if part.role == "label" and not part.type]
        longest = max(loose, key=lambda at: len(filled[at]), default=None)
        if loose and parts[0].role == "date" and not any(part.role == "identifier" for part in parts):
            # No row of messages: what stands behind the date is the title, and below it in a page a summary.
            longest = loose[0]
            for at in loose[1:]:
                if is_sentence(source[parts[at].span]):
                    parts[at] = parts[at]._replace(role="abstract")
        if longest is not None:
            parts[longest] = parts[longest]._replace(role="title")
    parts.extend(Part("title", unit.span) for unit in row[1:])
    return Entry(Span(row[0].span.start, row[-1].span.end), tuple(parts))


def _part(source: SourceText, cell: Span, column: tuple[PartRole, str] | None) -> Part:
    """Return what a cell is: by its form where that is plain, else by its column."""
    text = source[cell]
    date = parse_date(text, century=_CENTURY) if len(text) < 40 else None
    if date is not None and (column is None or column[0] == "date"):
        return Part("date", cell, moved(date, cell.start))
    if UNDATED.fullmatch(text):
        return Part("undated", cell)
    if _MESSAGE_NUMBER.fullmatch(text):
        return Part("identifier", cell, type="document-number")
    if _FILM_NUMBER.fullmatch(text):
        return Part("identifier", cell, type="film-number")
    if kind := furniture_type(text):
        return Part("furniture", cell, type=kind)
    if column is not None and column[0] == "number" and text.isdecimal():
        return Part("number", cell)
    if column is not None and column[0] not in ("date", "label", "number"):
        return Part(column[0], cell, type=column[1])
    if column is None and _TAGS.fullmatch(text):
        return Part("tags", cell)
    # A cell with a column of its own that is neither subject nor number is no subject.
    return Part("label", cell, type="other" if column is not None else "")
