"""The entries of a list and what stands between them, whichever way the list is laid out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from dragoman.convert.lists import finding_list, hit_list
from dragoman.convert.lists.below import sides_of_dates
from dragoman.convert.lists.cues import list_cues
from dragoman.convert.lists.day_order import DayCustom, day_custom, with_custom
from dragoman.convert.lists.layout import Unit, line_units, paragraphs
from dragoman.convert.lists.model import Entry, ShownRange
from dragoman.convert.lists.records import Draft, entry_of, gather
from dragoman.convert.lists.sections import Piece
from dragoman.source import SourceText

Form = Literal["records", "rows", "columns"]


@dataclass(frozen=True, slots=True)
class Page:
    """A page of a list, read.

    form:   ``records`` (a date, a title below, a summary), ``rows`` (printed lines that end with a
            date) or ``columns`` (a table of hits);
    pieces: entries and units in reading order; shown: what the page says of the results shown;
    reason: why the form is what it is;
    custom: the order of day and month in its dates with slashes, None where no date has two readings.
    """

    form: Form
    pieces: tuple[Piece, ...]
    shown: ShownRange | None
    reason: str = ""
    custom: DayCustom | None = None

    @property
    def entries(self) -> tuple[Entry, ...]:
        """The entries in reading order."""
        return tuple(piece for piece in self.pieces if isinstance(piece, Entry))


def read_page(source: SourceText) -> Page:
    """Return the entries of a list and what stands between them."""
    page = _laid_out(source)
    custom = day_custom(source, page.entries)
    if custom is None:
        return page
    with_century = finding_list.with_century if page.form == "rows" else None
    pieces = tuple(
        with_custom(piece, custom, with_century) if isinstance(piece, Entry) else piece
        for piece in page.pieces
    )
    return replace(page, pieces=pieces, custom=custom)


def _laid_out(source: SourceText) -> Page:
    # To tell that it is a list its dates were read: a third of its lines, and those that take longest.
    lines = line_units(source, list_cues(source).units)
    shown = _shown(lines)
    if hit_list.is_hit_list(source, lines, len(lines)):
        return Page("columns", tuple(hit_list.read_hits(source, lines)), shown, "rows of cells parted alike")
    if finding_list.is_finding_list(source, lines, len(lines)):
        return Page("rows", tuple(finding_list.read_rows(source, lines)), shown, "dates end the lines")
    units = paragraphs(lines)
    sides = sides_of_dates(source, units)
    order = "the title above its date" if sides.is_title_first else "the date above its title"
    reason = f"{order}: of the dates, {sides.above} have a title's words above and {sides.below} below"
    drafts = gather(source, units, sides.is_title_first, shown.expected if shown else None)
    pieces = (entry_of(source, piece) if isinstance(piece, Draft) else piece for piece in drafts)
    return Page("records", tuple(pieces), shown, reason)


def _shown(lines: Sequence[Unit]) -> ShownRange | None:
    """Return what the page says of the results shown; of several lines that which says most."""
    found = [unit.shown for unit in lines if unit.shown is not None]
    return max(found, key=lambda shown: len(shown.spans), default=None)
