"""Which of 03/12/1976 is the day: what the other entries of the list show, or the custom of its archive.

The words of the list stay as they are. Where nothing tells, the date is the range from the one reading
to the other.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final, NamedTuple

from dragoman.convert.date_reading import ORDER_UNKNOWN, DayOrder
from dragoman.convert.dates import FoundDate, parse_date
from dragoman.convert.lists.layout import moved
from dragoman.convert.lists.model import Entry, Part
from dragoman.source import SourceText

_SLASHED: Final = re.compile(r"([0-9]{1,2})\s?/\s?([0-9]{1,2})\s?/\s?([0-9]{2}|[0-9]{4})")
_MESSAGE: Final = re.compile(r"(?P<series>(?:(?:19|20)?[0-9]{2}) ?[A-Z][A-Z ]*)(?P<number>[0-9]{3,6})")
_ORDERS: Final[tuple[DayOrder, DayOrder]] = ("mdy", "dmy")
_WORDS: Final = {"mdy": "the month comes first", "dmy": "the day comes first"}
# Of so many different days in any order it is likelier than not that they rise or fall in one of the
# readings only by chance; with an archive of this custom fewer will do.
_FEWEST_DAYS: Final = 5
_FEWEST_WITH_CUSTOM: Final = 3
_FEWEST_STEPS: Final = 2

Readings = dict[DayOrder, str]
"""A date under both orders, as ISO 8601; the same twice where there is but one reading."""


@dataclass(frozen=True, slots=True)
class DayCustom:
    """The order of day and month in the dates of a list with slashes.

    order: "" where it cannot be told; cert: "" where a date has no other reading, else ``medium``;
    reason: the evidence, or why there is none; entry: the one that shows it, or None.
    """

    order: DayOrder = ""
    cert: str = ""
    reason: str = ""
    entry: Entry | None = None

    @property
    def statement(self) -> str:
        """What a reader is told: which comes first."""
        return _WORDS.get(self.order, "it is not known which comes first")


class _Row(NamedTuple):
    entry: Entry
    words: str
    readings: Readings


def day_custom(source: SourceText, entries: Sequence[Entry]) -> DayCustom | None:
    """Return the order of day and month in the dates with slashes; None where no date has two readings.

    The evidence, the strongest first: a number above 12; the numbers of the messages of a post, which rise
    through the year; entries that are in the order of their days; the custom of the archive of the messages.
    """
    rows = [row for entry in entries if (row := _row(source, entry)) is not None]
    doubtful = [row for row in rows if row.readings["mdy"] != row.readings["dmy"]]
    if not doubtful and not any(_is_open(part) for entry in entries for part in _dates(entry)):
        return None
    if (shown := _shown_by_a_number(source, entries)) is not None:
        return shown
    numbers = _told_by(_series(source, rows), _FEWEST_STEPS, _rises)
    has_custom = any(
        _MESSAGE.fullmatch(source[part.span]) for row in rows for part in _identifiers(row.entry)
    )
    days = len({row.words for row in doubtful})
    fewest = _FEWEST_WITH_CUSTOM if has_custom else _FEWEST_DAYS
    order = _told_by([[row.readings for row in rows]], _FEWEST_STEPS, _is_sorted) if days >= fewest else ""
    if numbers and order and numbers != order:
        reason = "the numbers of the messages speak for one order and the order of the entries for the other"
        return DayCustom(reason=reason)
    if numbers:
        return DayCustom(numbers, "medium", "so the days rise with the numbers of each post’s messages")
    if order and not (has_custom and order != "mdy"):
        return DayCustom(order, "medium", f"so the {len(rows)} entries are in the order of their days")
    if order:
        reason = "the order of the entries speaks for the day first, the custom of the archive against it"
        return DayCustom(reason=reason)
    if has_custom:
        reason = "the custom of the American archive whose messages these are; no date shows another"
        return DayCustom("mdy", "medium", reason)
    return DayCustom(
        reason="no date of the list has a number above 12, and the entries are in no order of days"
    )


def with_custom(
    entry: Entry, custom: DayCustom, with_century: Callable[[FoundDate], FoundDate] | None = None
) -> Entry:
    """Return an entry with its dates of two readings read in the order of the list.

    with_century: says of a date what is to be said of its century where that is not sure.
    """
    if not custom.order or not any(map(_is_open, _dates(entry))):
        return entry

    def read(part: Part) -> Part:
        if part.role == "attachment":
            return part._replace(parts=tuple(map(read, part.parts)))
        if not _is_open(part) or part.date is None:
            return part
        date = _in_order(part.date, custom.order)
        if date is None:
            return part
        if custom.cert:
            value = replace(date.value, cert=custom.cert, evidence="context")
            date = date._replace(value=value, doubt=f"{custom.statement}: {custom.reason}")
        return part._replace(date=with_century(date) if with_century is not None else date)

    return entry._replace(parts=tuple(map(read, entry.parts)))


def _in_order(date: FoundDate, order: DayOrder) -> FoundDate | None:
    """Return a date with slashes read in an order; a short year is in the century of its two readings."""
    read = parse_date(date.value.text, century=int(date.value.not_before[:2]) * 100, order=order)
    return moved(read, date.span.start) if read is not None and read.value.when else None


def _is_open(part: Part) -> bool:
    return part.date is not None and part.date.doubt == ORDER_UNKNOWN


def _dates(entry: Entry) -> Iterator[Part]:
    """Yield the parts of an entry that have a date, those of its attachments too."""
    for part in entry.parts:
        yield from (inner for inner in (part, *part.parts) if inner.date is not None)


def _identifiers(entry: Entry) -> Iterator[Part]:
    return (part for part in entry.parts if part.role == "identifier")


def _row(source: SourceText, entry: Entry) -> _Row | None:
    """Return the day of an entry in its readings; None where it has none that is precise to the day."""
    part = entry.first("date")
    if part is None or part.date is None:
        return None
    date, words = part.date, source[part.date.span]
    if _is_open(part):
        both = {order: _in_order(date, order) for order in _ORDERS}
        readings = {order: read.value.when for order, read in both.items() if read is not None}
        return _Row(entry, words, readings) if len(readings) == len(_ORDERS) else None
    when = date.value.when[:10]
    return _Row(entry, words, dict.fromkeys(_ORDERS, when)) if len(when) == 10 else None


def _shown_by_a_number(source: SourceText, entries: Sequence[Entry]) -> DayCustom | None:
    """Return the order that a number above 12 shows; one without order where such numbers disagree."""
    shown: dict[DayOrder, tuple[Entry, str]] = {}
    for entry in entries:
        for part in _dates(entry):
            assert part.date is not None
            match = _SLASHED.fullmatch(words := source[part.date.span])
            if match is None or part.date.fault:
                continue
            first, second = int(match[1]), int(match[2])
            if first > 12 >= second:
                shown.setdefault("dmy", (entry, words))
            elif second > 12 >= first:
                shown.setdefault("mdy", (entry, words))
    if len(shown) == len(_ORDERS):
        reason = f"“{shown['dmy'][1]}” has the day first and “{shown['mdy'][1]}” the month"
        return DayCustom(reason=reason, entry=shown["dmy"][0])
    for order, (entry, words) in shown.items():
        return DayCustom(order, "", f"“{words}” has no other reading", entry)
    return None


def _series(source: SourceText, rows: Sequence[_Row]) -> list[list[Readings]]:
    """Return the days of each post's messages of a year, in the order of their numbers."""
    series: dict[str, dict[int, Readings]] = defaultdict(dict)
    for row in rows:
        for part in _identifiers(row.entry):
            if match := _MESSAGE.fullmatch(source[part.span]):
                name = "".join(match["series"].split())
                series[name].setdefault(int(match["number"]), row.readings)
    return [[days[number] for number in sorted(days)] for days in series.values()]


def _told_by(
    series: Sequence[Sequence[Readings]], fewest: int, is_in_order: Callable[[Sequence[str]], bool]
) -> DayOrder:
    """Return the one order under which every series is as it should be, with enough steps to say so."""
    steps = sum(a != b for days in series for a, b in pairwise(days))
    if steps < fewest:
        return ""
    possible = [
        order for order in _ORDERS if all(is_in_order([one[order] for one in days]) for days in series)
    ]
    return possible[0] if len(possible) == 1 else ""


def _rises(days: Sequence[str]) -> bool:
    return all(a <= b for a, b in pairwise(days))


def _is_sorted(days: Sequence[str]) -> bool:
    return _rises(days) or _rises(days[::-1])
