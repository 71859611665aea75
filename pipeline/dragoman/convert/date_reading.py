"""What the forms of dates mean: each reader takes a form that fits and says which date it is.

A reader returns None where the form fits by its looks and cannot be a date (file numbers, counts),
and a reading with a fault where it is a date that the calendar does not have.
"""

from __future__ import annotations

import calendar
import datetime
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Final, Literal

from dragoman.convert import date_words as words
from dragoman.convert.date_clock import with_times
from dragoman.convert.date_forms import DOUBT, FORMS, Form, Reading, Tokens
from dragoman.document import DateValue

DayOrder = Literal["", "dmy", "mdy"]
"""The order of day and month in 03/04/1979: "" where the source's use is not known."""

ORDER_UNKNOWN: Final = "either number can be the month"
FIRST_BARE_YEAR: Final = 1800
LAST_BARE_YEAR: Final = 2039
_ORDINAL_ENDINGS: Final = "stndrheSTNDRHE"


@dataclass(frozen=True, slots=True)
class ReadingContext:
    """What a form is read in.

    century, order: what the caller knows; alone: whether nothing but the date is expected.
    """

    tokens: Tokens
    century: int | None
    order: DayOrder
    alone: bool


@dataclass(frozen=True, slots=True)
class _End:
    """One end of a date: year, and month and day or 0."""

    year: int
    month: int = 0
    day: int = 0

    def fault(self) -> str:
        """Return why the calendar does not have it, or ""."""
        if self.month > 12:
            return f"there is no month {self.month}"
        if self.month and self.day > calendar.monthrange(self.year, self.month)[1]:
            return f"{calendar.month_name[self.month]} {self.year} has no day {self.day}"
        return ""

    def __str__(self) -> str:
        return f"{self.year:04d}" + "".join(f"-{part:02d}" for part in (self.month, self.day) if part)


def reading_at(context: ReadingContext, at: int) -> Reading | None:
    """Return the date that begins with token ``at``, clock times beside it included, or None."""
    tokens = context.tokens
    forms = FORMS.get(tokens.types[at], ())
    if not forms or _is_tail(tokens.types, at):
        return None
    for form in forms:
        match = form.pattern.match(tokens.types, at)
        if match is None:
            continue
        reading = _READERS[form.name](form, match, context)
        if reading is not None:
            return with_times(_with_doubt(reading, tokens), tokens)
    return None


def _is_tail(types: str, at: int) -> bool:
    """Return True for the last part of a number with marks in it, such as 4 in ``3-4``."""
    return at > 1 and types[at] in "149" and types[at - 1] in "./-" and types[at - 2] in "149"


# Readers: each takes a form that fits and says what it means, or None where it cannot be a date.


def _read_day(form: Form, match: re.Match[str], context: ReadingContext) -> Reading | None:
    if form.name == "numeric-day" and _is_numbered(context.tokens, match.start()):
        return None
    end = _end(match, context, "y", "m", "d")
    # "45 June 1978" is the number 45 and a month; "June 45, 1978" is a slip.
    if end is None or end.day == 0 or (end.day > 31 and match.start("d") < match.start("m")):
        return None
    if end.month == 0 or end.month > 31 or (end.month > 12 and match.start("y") < match.start("m")):
        return None
    return _point(match, end)


def _read_slashed(form: Form, match: re.Match[str], context: ReadingContext) -> Reading | None:
    end = _end(match, context, "y", "m", "d")
    if end is None or not 1 <= end.day <= 31 or not 1 <= end.month <= 31:
        return None
    if _is_numbered(context.tokens, match.start()):
        return None
    european, american = end, _End(end.year, end.day, end.month)
    if context.order:
        return _point(match, european if context.order == "dmy" else american)
    possible = [one for one in (european, american) if not one.fault()]
    if len(possible) == 2 and european != american:
        low, high = sorted(str(one) for one in possible)
        return Reading(
            match.start(),
            match.end(),
            DateValue(not_before=low, not_after=high, cert="low", evidence="conjecture"),
            doubt=ORDER_UNKNOWN,
        )
    return _point(match, possible[0] if possible else european)


def _read_month(form: Form, match: re.Match[str], context: ReadingContext) -> Reading | None:
    end = _end(match, context, "y", "m", "")
    if end is None or not 1 <= end.month <= 12:
        return None
    if form.name == "numeric-month":
        # 1978-09 is a month, 1978-79 are years, 1909-10 can be either.
        if _is_numbered(context.tokens, match.start()) or end.month > end.year % 100:
            return None
        if not context.alone and not FIRST_BARE_YEAR <= end.year <= LAST_BARE_YEAR:
            return None
    return _point(match, end)


def _read_range(form: Form, match: re.Match[str], context: ReadingContext) -> Reading | None:
    tokens, groups = context.tokens, match.re.groupindex
    if form.name == "numeric-range" and _is_numbered(tokens, match.start()):
        return None
    last = _end(match, context, "z", "n", "e" if "e" in groups else "")
    if last is None or ("e" in groups and not 1 <= last.day <= 31):
        return None
    year = _year(match, context, "y") if "y" in groups else last.year
    month = _month(match, context, "m") if "m" in groups else last.month
    day = _day(match, context, "d") if "d" in groups else 0
    # In "June 12–14, 1978" the month stands with the first day only.
    if "n" not in groups:
        last = _End(last.year, month, last.day)
    if year is None or 0 in (month, last.month) or ("d" in groups and not 1 <= day <= 31):
        return None
    first = _End(year, month, day)
    join = match["j"] or "-"
    opener = _word_before(tokens, match.start())
    return _between(match, first, last, join, opener)


def _read_seasons(form: Form, match: re.Match[str], context: ReadingContext) -> Reading | None:
    tokens, groups = context.tokens, match.re.groupindex
    year = int(_text(match, tokens, "z"))
    start, stop = words.SEASONS[_text(match, tokens, "m").lower()]
    cert = "medium"
    if "y" in groups:
        # "winter 1978–79": the second year only says where the winter ends.
        end, year = year, int(_text(match, tokens, "y"))
        if stop <= 12 or end not in {year + 1, (year + 1) % 100}:
            return None
    elif "n" in groups:
        stop = words.SEASONS[_text(match, tokens, "n").lower()][1]
        if stop < start:
            start -= 12
        cert = "low" if stop > 12 or start < 1 else "medium"
    elif stop > 12:
        # The "winter of 1978" can begin or end in 1978: the year is all that is certain.
        value = DateValue(not_before=f"{year}-01", not_after=f"{year}-12", cert="low", evidence="conjecture")
        return Reading(match.start(), match.end(), value, doubt="a winter has two years")
    first, last = _month_of(year, start), _month_of(year, stop)
    value = DateValue(from_=str(first), to=str(last), cert=cert, evidence="conjecture")
    return Reading(match.start(), match.end(), value, doubt="a season is taken for three months")


def _read_decade(form: Form, match: re.Match[str], context: ReadingContext) -> Reading | None:
    year = int(context.tokens.texts[match.start()][:4])
    return Reading(match.start(), match.end(), DateValue(from_=str(year), to=str(year + 9)))


def _read_years(form: Form, match: re.Match[str], context: ReadingContext) -> Reading | None:
    tokens = context.tokens
    first, join, text = int(_text(match, tokens, "y")), match["j"], _text(match, tokens, "z")
    last = int(text)
    if len(text) < 4:
        if len(text) != 2 or last <= first % 100 or (last <= 12 and join == "-"):
            return None
        last += first - first % 100
    sensible = FIRST_BARE_YEAR <= first < last <= LAST_BARE_YEAR
    if not sensible or (join == "/" and last != first + 1):
        return None
    opener = _word_before(tokens, match.start())
    if join == "A" and opener != "B":
        return None
    if _is_numbered(tokens, match.start()) or _is_counting(tokens, match.end()):
        return None
    return _between(match, _End(first), _End(last), join, opener)


def _read_year(form: Form, match: re.Match[str], context: ReadingContext) -> Reading | None:
    year = _year(match, context, "y")
    assert year is not None, "the form has a year of four digits"
    if not context.alone and not _is_spoken_of_as_year(context.tokens, match, year):
        return None
    return _point(match, _End(year))


_READERS: Final[Mapping[str, Callable[[Form, re.Match[str], ReadingContext], Reading | None]]] = {
    "day": _read_day,
    "numeric-day": _read_day,
    "slashed": _read_slashed,
    "month": _read_month,
    "numeric-month": _read_month,
    "range": _read_range,
    "numeric-range": _read_range,
    "seasons": _read_seasons,
    "decade": _read_decade,
    "years": _read_years,
    "year": _read_year,
}


# What the readers share: numbers of the named tokens, and what stands round a date.


def _text(match: re.Match[str], tokens: Tokens, group: str) -> str:
    return tokens.texts[match.start(group)]


def _day(match: re.Match[str], context: ReadingContext, group: str) -> int:
    return int(_text(match, context.tokens, group).rstrip(_ORDINAL_ENDINGS))


def _month(match: re.Match[str], context: ReadingContext, group: str) -> int:
    text = _text(match, context.tokens, group)
    if text in words.ROMAN_MONTHS:
        return words.ROMAN_MONTHS[text]
    low = text.lower()
    return int(text) if text.isdigit() else words.CAPITALISED_MONTHS.get(low) or words.MONTHS[low]


def _year(match: re.Match[str], context: ReadingContext, group: str) -> int | None:
    """Return the year of four digits, or of two where the century is known; else None."""
    tokens = context.tokens
    for at in range(match.start(group), match.end(group)):
        if tokens.types[at] == "4":
            return int(tokens.texts[at])
        if tokens.types[at] == "1" and len(tokens.texts[at]) == 2 and context.century is not None:
            return context.century + int(tokens.texts[at])
    return None


def _end(match: re.Match[str], context: ReadingContext, year: str, month: str, day: str) -> _End | None:
    """Return the end of a date whose tokens are in the groups named; None without a year."""
    groups, number = match.re.groupindex, _year(match, context, year)
    if number is None:
        return None
    return _End(
        number,
        _month(match, context, month) if month in groups else 0,
        _day(match, context, day) if day in groups else 0,
    )


def _month_of(year: int, month: int) -> _End:
    """Return the month counted from January of ``year``; 13 is the next January, 0 the last December."""
    return _End(year + (month - 1) // 12, (month - 1) % 12 + 1)


def _point(match: re.Match[str], end: _End) -> Reading:
    fault = end.fault()
    return Reading(match.start(), match.end(), DateValue() if fault else DateValue(when=str(end)), fault)


def _between(match: re.Match[str], first: _End, last: _End, join: str, opener: str) -> Reading:
    """Return the reading of two ends: a span of time, or limits where the words say no more."""
    fault = first.fault() or last.fault()
    if not fault and str(first) > str(last):
        fault = f"the end, {last}, is before the beginning, {first}"
    if fault:
        return Reading(match.start(), match.end(), DateValue(), fault)
    if join == "A" and opener == "B":
        return Reading(match.start(), match.end(), DateValue(not_before=str(first), not_after=str(last)))
    if join == "A" and opener != "F" and not _is_next(first, last):
        # "on 3 and 9 June 1979": two days, of which TEI's date can only say the limits.
        value = DateValue(not_before=str(first), not_after=str(last), cert="low", evidence="conjecture")
        doubt = "several days, of which only the limits are given"
        return Reading(match.start(), match.end(), value, doubt=doubt)
    value = DateValue(from_=str(first), to=str(last))
    return Reading(match.start(), match.end(), value)


def _is_next(first: _End, last: _End) -> bool:
    if first.day:
        earlier = datetime.date(first.year, first.month, first.day)
        return (datetime.date(last.year, last.month, last.day) - earlier).days <= 1
    return (last.year * 12 + last.month) - (first.year * 12 + first.month) <= 1


def _word_before(tokens: Tokens, at: int) -> str:
    """Return the class of the word before token ``at`` with white space between; else ""."""
    return tokens.types[at - 2] if at > 1 and tokens.types[at - 1] == " " else ""


def _is_numbered(tokens: Tokens, at: int) -> bool:
    """Return True where a word before token ``at`` says that it is a number: ``No. 1956``."""
    at -= 1
    while at >= 0 and tokens.types[at] in " .:":
        at -= 1
    return at >= 0 and (
        tokens.texts[at].lower() in words.NUMBERED_BEFORE or tokens.texts[at] in words.NUMBER_MARKS
    )


def _is_counting(tokens: Tokens, after: int) -> bool:
    """Return True where a unit of measure or a thing counted follows: ``1950 tons``."""
    at = after + (tokens.types[after : after + 1] == " ")
    return at < len(tokens.texts) and tokens.texts[at].lower() in words.COUNTED


def _is_spoken_of_as_year(tokens: Tokens, match: re.Match[str], year: int) -> bool:
    types, first, after = tokens.types, match.start(), match.end()
    if not FIRST_BARE_YEAR <= year <= LAST_BARE_YEAR or _is_numbered(tokens, first):
        return False
    if _is_counting(tokens, after):
        return False
    if types[first] == "[":
        return True
    at = first - 1
    new_line = at < 0 or types[at] == "|" or "\n" in tokens.texts[at]
    ends = after == len(types) or types[after] == "|" or "\n" in tokens.texts[after]
    if new_line:
        return ends or DOUBT.match(types, after) is not None
    at -= types[at] == " "
    if types[at] == "." and at > 0:
        at -= 1
        return types[at] == "C"
    before = tokens.texts[at].lower() if at >= 0 else ""
    closes = ends or types[after] in ".,)]?"
    if before in {"(", ","}:
        # "Trade, 1981" is a year; in "MOSCOW 1843, 1979" the comma parts two numbers.
        return closes and not (before == "," and at > 0 and types[at - 1] in "149")
    if types[at] == "-":
        before = tokens.texts[at - 1].lower() if at > 0 else ""
        return before in words.BEFORE_A_YEAR
    return before in words.BEFORE_A_YEAR or (before == "the" and types[after : after + 1] == " " and not ends)


def _with_doubt(reading: Reading, tokens: Tokens) -> Reading:
    """Return the reading with low certainty where the text doubts it: ``ca. 1956``, ``1956 [?]``."""
    at, types = reading.first - 1, tokens.types
    while at >= 0 and types[at] in " .":
        at -= 1
    doubted = (
        "?" in types[reading.first : reading.last]
        or (at >= 0 and types[at] == "C")
        or DOUBT.match(types, reading.last) is not None
    )
    if not doubted or reading.fault:
        return reading
    return doubted_by_text(reading)


def doubted_by_text(reading: Reading) -> Reading:
    """Return a reading that the document itself calls uncertain."""
    value = replace(reading.value, cert="low", evidence=reading.value.evidence or "internal")
    return replace(reading, value=value, doubt="the text doubts it")
