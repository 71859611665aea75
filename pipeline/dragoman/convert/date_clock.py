"""The clock times that stand beside a day: ``10:00 to 12:00 on June 9, 1982``."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from dragoman.convert.date_forms import Reading, Tokens
from dragoman.document import DateValue

_CLOCK = r"h|1\.1(?= ?[-Tp])|1(?= ?p)"
# Two clock times, or one, after a day: "June 9, 1982, from 10:00 to 12:00".
_TIMES_AFTER: Final = re.compile(
    rf",? ?(?:N )?(?:F )?(?P<h>{_CLOCK})(?: ?(?P<p>p))?(?: ?[-T] ?(?P<i>h|1\.1|1(?= ?p))(?: ?(?P<q>p))?)?"
    r"(?![.:]?[149])"
)
# … and before it: "10:00 to 12:00 on June 9, 1982".
_TIMES_BEFORE: Final = re.compile(
    rf"(?:(?P<h>{_CLOCK})(?: ?(?P<p>p))? ?[-T] ?)?(?P<i>h|1\.1|1(?= ?p))(?: ?(?P<q>p))?,? (?:N )?$"
)


def with_times(reading: Reading, tokens: Tokens) -> Reading:
    """Return the reading of a day with the clock times that stand beside it."""
    day = reading.value.when
    if len(day) != 10:
        return reading
    begins = max(0, reading.first - 16)
    before = _TIMES_BEFORE.search(tokens.types[begins : reading.first])
    after = _TIMES_AFTER.match(tokens.types, reading.last)
    for match, offset in ((after, 0), (before, begins)):
        if match is None:
            continue
        times = [
            _clock(match, tokens, offset, clock, half)
            for clock, half in (("h", "p"), ("i", "q"))
            if match.group(clock)
        ]
        # “4:00 - 4:45 p.m.”: the mark at the end is of both, unless that turns them round.
        if len(times) == 2 and match.group("q") and not match.group("p"):
            marked = _clock(match, tokens, offset, "h", "q")
            times = [marked, times[1]] if marked and marked <= times[1] else times
        if not times or "" in times or times != sorted(times):
            continue
        first = offset + match.start() if match is before else reading.first
        last = match.end() if match is after else reading.last
        stamps = [f"{day}T{time}:00" for time in times]
        value = DateValue(when=stamps[0]) if len(stamps) == 1 else DateValue(from_=stamps[0], to=stamps[1])
        return replace(reading, first=first, last=last, value=replace(value, cert=reading.value.cert))
    return reading


def _clock(match: re.Match[str], tokens: Tokens, offset: int, clock: str, half: str) -> str:
    """Return the time of day as HH:MM, or "" for a time that no clock shows."""
    start, end = match.start(clock) + offset, match.end(clock) + offset
    hour, _, minute = "".join(tokens.texts[start:end]).replace(".", ":").partition(":")
    hours, minutes = int(hour), int(minute or 0)
    mark = tokens.texts[match.start(half) + offset].lower() if match.group(half) else ""
    if mark and not 1 <= hours <= 12:
        return ""
    if mark:
        hours = hours % 12 + (12 if mark.startswith("p") else 0)
    return f"{hours:02d}:{minutes:02d}" if hours < 24 and minutes < 60 else ""
