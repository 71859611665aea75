"""The dates that a text states, as precise as it states them and no more.

Every date has a year of four digits, or of two where the caller says to which century they
belong: a day without a year cannot be placed, and a wrong date is worse than none.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from typing import Final, NamedTuple

from dragoman.convert.date_forms import DOUBT, Reading, Tokens, is_word_of_dates, lex, opens_a_date
from dragoman.convert.date_reading import (
    ORDER_UNKNOWN,
    DayOrder,
    ReadingContext,
    doubted_by_text,
    reading_at,
)
from dragoman.convert.date_scripts import year_first_dates
from dragoman.diagnostics import Diagnostic, Rule, Severity
from dragoman.document import DateValue
from dragoman.source import SourceText, Span

IMPOSSIBLE = Rule(
    "DATE001",
    Severity.WARNING,
    "the date cannot exist",
    "A day that the calendar does not have is a slip of the archive, the translator or the "
    "transcript. Which day was meant is for the editor to say, not for a program.",
    "30 February 1982",
    "28 February 1982",
)
AMBIGUOUS = Rule(
    "DATE002",
    Severity.NOTE,
    "the date can be read in two ways",
    "In 03/04/1979 the month comes first in American use and second in European use.",
    "03/04/1979",
    "4 March 1979",
)


class FoundDate(NamedTuple):
    """A date in a text: where it stands, what it says, or what is wrong with it.

    span:  from the first to the last character of the date, a bracket round its year included;
    value: has no attributes where the date cannot exist;
    fault: why it cannot exist, "" for a sound date;
    doubt: why the value is not certain, "" for one that the text states.
    """

    span: Span
    value: DateValue
    fault: str = ""
    doubt: str = ""

    @property
    def precision(self) -> str:
        """``range``, ``time``, ``day``, ``month`` or ``year``; "" for a date that cannot exist."""
        if not self.value.when:
            return "range" if self.value.attributes() else ""
        return {4: "year", 7: "month", 10: "day"}.get(len(self.value.when), "time")

    def diagnostics(self, source: SourceText, offset: int = 0) -> list[Diagnostic]:
        """Return what the user must know of this date; ``offset`` is where its text began."""
        if not self.fault and self.doubt != ORDER_UNKNOWN:
            return []
        place = source.place(self.span.start + offset)
        text = " ".join(self.value.text.split())
        if self.fault:
            hint = "correct the date in the document; the transcript's reading is kept"
            return [IMPOSSIBLE.at(place, f"“{text}”: {self.fault}", hint)]
        hint = "write @when by hand where you know the order of day and month in this source"
        return [AMBIGUOUS.at(place, f"“{text}”: {self.doubt}", hint)]


# How far a date can reach before and after its year: "10:00 a.m. to 12:30 p.m. on 12 September 1978".
_BEFORE: Final = 48
_AFTER: Final = 36
_YEAR = re.compile(r"(?<![0-9])[12][0-9]{3}(?![0-9])")
_LONG_WORD = re.compile(r"[^\W\d_]{4,}")
_ENGLISH_MONTHS: Final = (
    "January February March April May June July August September October November December".split()
)
_PLAIN_DAY: Final = re.compile(rf"({'|'.join(_ENGLISH_MONTHS)}) ([0-9]{{1,2}}), (1[0-9]{{3}}|20[0-9]{{2}})")
_WORD = re.compile(r"[^\W\d_]+")
_FIRST_CHARACTERS: Final = frozenset("0123456789[")
_LEADING = re.compile(r"(?:(?P<limit>[LG]) |E(?: O)?[ -]|[CFBN]\.? ?)?(?:[CE]\.?[ -])?")
_DOTTED_YEAR = re.compile(r"[12][0-9]{3}\.\s?[0-9IVX]|[12][0-9]{3}\. [A-Za-z]")
_YEAR_ALONE = re.compile(r"\[\s?[0-9]{4}\??\s?\]")
_NUMBER = re.compile(r"(?<![0-9])(?:[0-9]{2}|[12][0-9]{3})(?![0-9])")


def find_dates(text: str, *, century: int | None = None, order: DayOrder = "") -> list[FoundDate]:
    """Return the dates that ``text`` states, in the order of the text, none within another.

    century: 1900 makes ``21 APR 78`` a date of 1978; without it a year needs four digits;
    order:   of day and month in ``03/04/1979``, where the source is known to have one.
    A four-digit number by itself counts as a year only in a place where a year is spoken of
    (``in 1967``, ``Trade, 1981``, a line of its own), not in ``No. 1956`` or ``1950 tons``.
    """
    found: list[FoundDate] = []
    for window in _windows(text, _NUMBER if century is not None else _YEAR):
        tokens = lex(text, window)
        at = 0
        context = ReadingContext(tokens, century, order, alone=False)
        while at < len(tokens.types):
            reading = reading_at(context, at)
            if reading is None:
                at += 1
                continue
            found.append(_found(reading, tokens, text))
            at = reading.last
    return _with_year_first(found, text)


def _with_year_first(found: list[FoundDate], text: str) -> list[FoundDate]:
    """Return the dates with those that begin with their year, in place of any that they hold."""
    if text.isascii() and _DOTTED_YEAR.search(text) is None:
        return found
    merged: list[FoundDate] = []
    at = end = 0
    for one in sorted(year_first_dates(text), key=lambda one: (one.start, -one.end)):
        if one.start < end:
            continue
        while at < len(found) and found[at].span.end <= one.start:
            merged.append(found[at])
            at += 1
        after = at
        while after < len(found) and found[after].span.start < one.end:
            after += 1
        if all(one.start <= date.span.start and date.span.end <= one.end for date in found[at:after]):
            value = replace(one.value, text=text[one.start : one.end])
            merged.append(FoundDate(Span(one.start, one.end), value, one.fault))
            at, end = after, one.end
    return [*merged, *found[at:]]


# A list is read twice, to tell that it is one and to convert it, with a date on every other line.
@lru_cache(maxsize=1024)
def parse_date(text: str, *, century: int | None = None, order: DayOrder = "") -> FoundDate | None:
    """Return the date that ``text`` consists of, or None where it holds anything else.

    White space, parentheses and brackets round the date, a particle before it (``ca.``, ``from``, ``on``,
    ``early``) and a full stop, comma or ``[?]`` after it do not count; ``before`` and ``after`` make it a
    limit. Any number from 1000 to 2099 is a year here.
    """
    start, end = 0, len(text)
    while start < end and text[start].isspace():
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in ".,;:"):
        end -= 1
    if end - start > _BEFORE + _AFTER:
        return None
    if not text.isascii():
        for one in year_first_dates(text[start:end]):
            if (one.start, one.end) == (0, end - start):
                return FoundDate(Span(start, end), replace(one.value, text=text[start:end]), one.fault)
    if century is None and _YEAR.search(text, start, end) is None:
        return None
    if (day := _plain_day(text, start, end)) is not None:
        return day
    if not _has_words_of_dates_alone(text, start, end):
        return None
    if (
        text[start:end][:1] + text[end - 1] in ("()", "[]")
        and _YEAR_ALONE.fullmatch(text, start, end) is None
    ):
        start, end = start + 1, end - 1
    tokens = lex(text, Span(start, end))
    context = ReadingContext(tokens, century, order, alone=True)
    for at in range(len(tokens.types)):
        reading = reading_at(context, at)
        if reading is not None:
            before, after = tokens.types[: reading.first], tokens.types[reading.last :]
            leading = _LEADING.fullmatch(before)
            if leading is None or (after not in ("", "?") and DOUBT.fullmatch(after) is None):
                return None
            if leading["limit"] and not reading.fault:
                reading = _limited(reading, leading["limit"])
            elif after == "?" and not reading.fault:
                # "1957?" by itself; within a sentence the question is another.
                reading = doubted_by_text(reading)
            return _found(reading, tokens, text)
    return None


def _limited(reading: Reading, limit: str) -> Reading:
    """Return the reading of “before 1954” (L) or “after 1954” (G): the one end that is said."""
    value = reading.value
    if not value.when:
        return reading
    end = DateValue(not_after=value.when) if limit == "L" else DateValue(not_before=value.when)
    return replace(reading, value=replace(end, cert=value.cert, evidence=value.evidence))


def _plain_day(text: str, start: int, end: int) -> FoundDate | None:
    """Return the day that ``June 21, 1977`` names, the form of most dates in lists; else None.

    It says what the form says, without lexing; a day that cannot exist is left to that.
    """
    match = _PLAIN_DAY.fullmatch(text, start, end)
    if match is None:
        return None
    try:
        day = datetime.date(int(match[3]), _ENGLISH_MONTHS.index(match[1]) + 1, int(match[2]))
    except ValueError:
        return None
    return FoundDate(Span(start, end), DateValue(when=day.isoformat(), text=text[start:end]))


def _has_words_of_dates_alone(text: str, start: int, end: int) -> bool:
    """Return True where no long word is one that no date has.

    A look that spares most lines of a text the reading; short words may be part of a number (``4th``).
    """
    return all(is_word_of_dates(word) for word in _LONG_WORD.findall(text, start, end))


def can_begin_a_date(text: str) -> bool:
    """Return False where the first word of ``text`` is one that no date begins with."""
    word = _LONG_WORD.match(text)
    return word is None or is_word_of_dates(word[0])


def begins_as_a_date(text: str) -> bool:
    """Return False where no date begins at the first character of ``text``: not with a figure, a bracket
    or a word with which a form begins.
    """
    if text[:1] in _FIRST_CHARACTERS:
        return True
    word = _WORD.match(text)
    return word is not None and opens_a_date(word[0])


def _windows(text: str, anchor: re.Pattern[str]) -> Iterator[Span]:
    """Yield the stretches that can hold a date: round every year, joined where they meet."""
    start = end = -1
    for match in anchor.finditer(text):
        left, right = max(0, match.start() - _BEFORE), min(len(text), match.end() + _AFTER)
        if left <= end:
            end = right
            continue
        if start >= 0:
            yield Span(start, end)
        start, end = left, right
    if start >= 0:
        yield Span(start, end)


def _found(reading: Reading, tokens: Tokens, text: str) -> FoundDate:
    span = Span(tokens.spans[reading.first].start, tokens.spans[reading.last - 1].end)
    return FoundDate(
        span, replace(reading.value, text=text[span.start : span.end]), reading.fault, reading.doubt
    )
