"""The cues by which lists are told from other transcripts, and the two kinds of list from each other."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from dragoman.convert.lists.layout import Unit, units_of
from dragoman.source import SourceText

# More characters of text than this for each entry make running text with dates in it, not a list.
_TEXT_PER_ENTRY: Final = 2500


@dataclass(frozen=True, slots=True)
class ListCues:
    """What a transcript has of a list.

    bulleted, dated: lines that hold a date and nothing else, with and without a bullet;
    has_range, has_results: ``21 - 30 of 34``, ``Results:`` on lines of their own;
    is_prose: whether the text is long for so few entries.
    """

    bulleted: int
    dated: int
    has_range: bool
    has_results: bool
    is_prose: bool


def list_cues(source: SourceText) -> ListCues:
    """Return the cues of a transcript."""
    units = units_of(source)
    dates = [unit for unit in units if unit.kind in ("date", "undated") and _is_listed(units, unit)]
    bulleted = sum(1 for unit in dates if unit.bullet)
    length = sum(len(unit.span) for unit in units)
    return ListCues(
        bulleted=bulleted,
        dated=len(dates) - bulleted,
        has_range=any(unit.shown is not None and unit.shown.first is not None for unit in units),
        has_results=any(unit.kind == "results" for unit in units),
        is_prose=length > _TEXT_PER_ENTRY * max(1, len(dates)),
    )


def _is_listed(units: list[Unit], unit: Unit) -> bool:
    return unit.rest is None or unit.bullet is not None
