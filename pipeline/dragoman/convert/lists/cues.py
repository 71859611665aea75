"""The cues by which lists are told from other transcripts, and the two kinds of list from each other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from dragoman.convert.lists import finding_list, hit_list
from dragoman.convert.lists.layout import Unit, line_unit
from dragoman.source import SourceText, Span

# More characters of text than this for each entry make running text with dates in it, not a list.
_TEXT_PER_ENTRY: Final = 2500

# A year, a short date, a message number, a range of results: what a line of a list has. All begin with
# a digit; it stands before the alternatives so that the search leaps from digit to digit.
_CUE: Final = re.compile(
    r"[0-9](?:(?<=[12])[0-9]{3}(?![0-9])|/[0-9]{2}(?![0-9])|[0-9][A-Z]{3,12}[0-9]{3,6}"
    r"| (?:of|out of) [a-z0-9])"
)
_RESULTS: Final = re.compile(r"^[^\S\n]*(?:search )?results ?:?[^\S\n]*$", re.IGNORECASE | re.MULTILINE)
_LINE: Final = re.compile(r"\S[^\n]*")


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


@lru_cache(maxsize=4)
def list_cues(source: SourceText) -> ListCues:
    """Return the cues of a transcript.

    Every transcript is asked whether it is a list, so only the lines that can be a cue are read.
    """
    told = list(_told_lines(source))
    text_lines = len(_LINE.findall(source.text))
    dates = [unit for unit in told if unit.kind in ("date", "undated") and (unit.bullet or not unit.rest)]
    bulleted = sum(1 for unit in dates if unit.bullet)
    is_columns = hit_list.is_hit_list(source, told, text_lines)
    return ListCues(
        bulleted=bulleted,
        dated=len(dates) - bulleted,
        has_range=any(unit.shown is not None and unit.shown.first is not None for unit in told),
        has_results=_RESULTS.search(source.text) is not None,
        is_columns=is_columns,
        is_rows=not is_columns and finding_list.is_finding_list(source, told, text_lines),
        is_prose=len(source.text) > _TEXT_PER_ENTRY * max(1, len(dates)),
    )


def _told_lines(source: SourceText) -> Iterator[Unit]:
    """Yield a unit for each line that has a cue."""
    text, end = source.text, 0
    for match in _CUE.finditer(text):
        if match.start() < end:
            continue
        start = text.rfind("\n", 0, match.start()) + 1
        end = text.find("\n", match.end())
        end = len(text) if end < 0 else end
        line = Span(start, end)
        yield line_unit(source, line, source.trimmed(line))
