"""The date-time group of a telegram: ``R 291530Z JAN 79``."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from typing import Final

from dragoman.convert.telegram.cues import MONTHS

# Precedence letters may be two (``O R``), glued to the group, or missing; the month may be
# written out; operating signals or stray letters may follow without a blank. For a figure there may
# be a letter that looks like it ("12O915Z", "l20915Z").
GROUP: Final = re.compile(
    r"(?:(?P<precedence>[ZOPRYM]{1,2}(?: {1,4}[ZOPRYM]){0,2}) {0,8})?"
    r"(?P<figures>(?:[0-9][0-9OIl]|[OIl][0-9])[0-9OIl]{4}) ?(?P<zone>[A-Z])\s{0,3}"
    r"(?P<month>JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)[A-Z]{0,6}\.?\s{0,3}"
    r"(?P<year>(?:19|20)?\d\d(?!\d))?"
)

_ZONES: Final = {
    **{letter: hours for hours, letter in enumerate("ABCDEFGHIKLM", 1)},
    **{letter: -hours for hours, letter in enumerate("NOPQRSTUVWXY", 1)},
    "Z": 0,
}
_OLDEST_TWO_DIGIT_YEAR: Final = 30
_FIGURE_OF: Final = str.maketrans("OIl", "011")


class InvalidDate(ValueError):
    """The form is that of a date-time group, and no such moment exists."""


@dataclass(frozen=True, slots=True)
class DateTimeGroup:
    """precedence: its letters (``O R``); moment: with its offset; text: as printed;
    when: the moment as TEI's ``when``, to the minute with seconds and offset;
    is_year_given: False where the year was taken from elsewhere;
    figures: day, hour and minute as printed; meant: the figures for which letters stand in them, "" where
    none do.
    """

    precedence: str
    moment: datetime
    text: str
    when: str
    is_year_given: bool = True
    figures: str = ""
    meant: str = ""


def parse_date_time_group(text: str, year: int | None = None) -> DateTimeGroup | None:
    """Return the date-time group that opens ``text``, or None.

    Shape:  DDHHMMZ MON YY, for example ``201317Z APR 78``, with the precedence before it.
            The letter after the time is the zone, Z being UTC. ``year`` stands in where none is given.
            O, I and l among the figures are read as 0 and 1.
    Errors: InvalidDate when the form matches and the moment cannot exist.
    Source: ACP 121, date-time group; cases: tests/convert/telegram/test_telegram_dates.py.
    """
    match = GROUP.match(text)
    if match is None:
        return None
    given = match["year"]
    if given is None and year is None:
        return None
    number = int(given) if given else (year or 0)
    if number < 100:
        number += 1900 if number >= _OLDEST_TWO_DIGIT_YEAR else 2000
    if match["zone"] not in _ZONES:
        raise InvalidDate(f"{match[0].strip()}: no time zone has the letter {match['zone']}")
    figures = match["figures"]
    meant = figures.translate(_FIGURE_OF)
    zone = timezone(timedelta(hours=_ZONES[match["zone"]]))
    try:
        moment = datetime(
            number,
            MONTHS[match["month"]],
            int(meant[:2]),
            int(meant[2:4]),
            int(meant[4:]),
            tzinfo=zone,
        )
    except ValueError as error:
        raise InvalidDate(f"{match[0].strip()}: {error}") from None
    return DateTimeGroup(
        " ".join((match["precedence"] or "").split()),
        moment,
        match[0].strip(),
        moment.isoformat(timespec="seconds"),
        given is not None,
        figures,
        meant if meant != figures else "",
    )
