"""The cues by which lists are told from other transcripts, and the two kinds of list from each other."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from dragoman.convert.lists import finding_list, hit_list
from dragoman.convert.lists.layout import line_units
from dragoman.source import SourceText

# More characters of text than this for each entry make running text with dates in it, not a list.
_TEXT_PER_ENTRY: Final = 2500


@dataclass(frozen=True, slots=True)
class ListCues:
    """What a transcript has of a list.

    bulleted, dated: lines that hold a date and nothing else (or, with a bullet, begin with one);
    has_range, has_results: ``21 - 30 of 34``, ``Results:`` on lines of their own;
    is_columns, is_rows: a table of hits, a printed list with the dates at the lines' ends;
    is_prose: whether the text is long for so few entries.
    """

    bulleted: int
    dated: int
    has_range: bool
    has_results: bool
    is_columns: bool
    is_rows: bool
    is_prose: bool


def list_cues(source: SourceText) -> ListCues:
    """Return the cues of a transcript."""
    lines = line_units(source)
    dates = [unit for unit in lines if unit.kind in ("date", "undated") and (unit.bullet or not unit.rest)]
    bulleted = sum(1 for unit in dates if unit.bullet)
    length = sum(len(unit.span) for unit in lines)
    is_columns = hit_list.is_hit_list(source, lines)
    return ListCues(
        bulleted=bulleted,
        dated=len(dates) - bulleted,
        has_range=any(unit.shown is not None and unit.shown.first is not None for unit in lines),
        has_results=any(unit.kind == "results" for unit in lines),
        is_columns=is_columns,
        is_rows=not is_columns and finding_list.is_finding_list(source, lines),
        is_prose=length > _TEXT_PER_ENTRY * max(1, len(dates)),
    )
