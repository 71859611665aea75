"""Records whose date stands on a line below the title: told apart, and taken apart.

Sites and printed calendars set either the date or the title first. Which it is is decided for the
page as a whole: by what stands above the dates, and what stands below them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from dragoman.convert.lists.layout import LONGEST_TITLE, Unit, is_sentence
from dragoman.source import SourceText, Span

_FEWEST: Final = 2


@dataclass(frozen=True, slots=True)
class Sides:
    """How many dates have what looks like a title right above them, and how many right below."""

    above: int
    below: int
    is_last_bare: bool

    @property
    def is_title_first(self) -> bool:
        """True where titles stand above their dates."""
        if self.above < _FEWEST:
            return False
        return self.above > self.below or (self.above == self.below and self.is_last_bare)


def sides_of_dates(source: SourceText, units: Sequence[Unit]) -> Sides:
    """Return what stands above and below the dates that are lines by themselves."""
    above = below = 0
    is_last_bare = False
    texts = [unit for unit in units if unit.kind != "furniture"]
    for at, unit in enumerate(texts):
        if unit.kind not in ("date", "undated") or unit.rest is not None:
            continue
        if unit.bullet is not None:
            return Sides(0, 0, False)
        before = texts[at - 1] if at else None
        after = texts[at + 1] if at + 1 < len(texts) else None
        above += before is not None and _is_title(source, before.lines[-1], before.kind)
        below += after is not None and _is_title(source, after.lines[0], after.kind)
        is_last_bare = after is None or after.kind != "text"
    return Sides(above, below, is_last_bare)


def _is_title(source: SourceText, line: Span, kind: str) -> bool:
    text = source[line]
    return kind == "text" and len(text) <= LONGEST_TITLE and not is_sentence(text)


def split_titles(source: SourceText, units: Sequence[Unit]) -> tuple[list[Unit], list[bool]]:
    """Return the units with each title that a date follows as a unit of its own, and where entries begin.

    A summary and the next title may stand in one paragraph: the title is what follows its last sentence.
    """
    made: list[Unit] = []
    starts: list[bool] = []
    bulleted = {unit.indent for unit in units if unit.bullet is not None and unit.kind == "text"}
    for unit, is_dated in zip(units, _before_dates(units), strict=True):
        if unit.kind == "text" and is_dated:
            parts = _parted(source, unit)
            made.extend(parts)
            starts.extend([False] * (len(parts) - 1))
            starts.append(unit.bullet is not None or not bulleted)
        else:
            made.append(unit)
            starts.append(unit.bullet is not None and unit.kind == "text" and unit.indent in bulleted)
    return made, starts


def _before_dates(units: Sequence[Unit]) -> list[bool]:
    """Return for each unit whether the next that is no furniture is a date on its own line."""
    made: list[bool] = []
    is_dated = False
    for unit in reversed(units):
        made.append(is_dated)
        if unit.kind != "furniture":
            is_dated = unit.kind in ("date", "undated") and not unit.rest
    made.reverse()
    return made


def _parted(source: SourceText, unit: Unit) -> list[Unit]:
    if unit.bullet is not None:
        return [unit]
    ends = [at for at, line in enumerate(unit.lines[:-1]) if is_sentence(source[line])]
    if not ends:
        return [unit]
    first, second = unit.lines[: ends[-1] + 1], unit.lines[ends[-1] + 1 :]
    head = Span(unit.span.start, first[-1].end)
    tail = Span(second[0].start, unit.span.end)
    return [
        unit._replace(span=head, text=Span(unit.text.start, first[-1].end), lines=first),
        unit._replace(span=tail, text=tail, lines=second, apart=False, number=None),
    ]
