"""Dates that begin with the year, as Chinese, Korean, Mongolian and Hungarian papers have them.

``1982年6月9日上午10时``, ``一九八二年六月九日``, ``1982년 6월 9일``, ``1982 оны 6 дугаар сарын 9``,
``1982. június 9.``, ``1982.06.09``. The order is always year, month, day, so that nothing is in doubt.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from dragoman.document import DateValue

_SIGNS: Final = {sign: value for value, sign in enumerate("〇一二三四五六七八九")} | {"○": 0, "零": 0}
_MONGOLIAN_MONTHS: Final = (
    "нэгдүгээр|нэг",
    "хоёрдугаар|хоёр",
    "гуравдугаар|гурав",
    "дөрөвдүгээр|дөрөв",
    "тавдугаар|тав",
    "зургадугаар|зургаа",
    "долдугаар|долоо",
    "наймдугаар|найм",
    "есдүгээр|ес",
    "аравдугаар|арав",
    "арваннэгдүгээр|арван нэгдүгээр",
    "арванхоёрдугаар|арван хоёрдугаар",
)
_HUNGARIAN_MONTHS: Final = (
    "január jan",
    "február febr",
    "március márc",
    "április ápr",
    "május máj",
    "június jún",
    "július júl",
    "augusztus aug",
    "szeptember szept",
    "október okt",
    "november nov",
    "december dec",
)
_MONTHS: Final = {
    **{word: number for number, words in enumerate(_MONGOLIAN_MONTHS, 1) for word in words.split("|")},
    **{word: number for number, words in enumerate(_HUNGARIAN_MONTHS, 1) for word in words.split()},
    **{numeral.lower(): at for at, numeral in enumerate("I II III IV V VI VII VIII IX X XI XII".split(), 1)},
}
_NUMBER: Final = r"(?:[0-9]{1,2}|[一二三四五六七八九十]{1,3})"
_CHINESE: Final = re.compile(
    r"(?P<year>(?<![0-9])[12][0-9]{3}|(?<![〇○零一二三四五六七八九])[一二][〇○零一二三四五六七八九]{3})\s?年"
    rf"(?:\s?(?P<month>{_NUMBER})\s?月(?:份)?(?:\s?(?P<day>{_NUMBER})\s?[日号號])?)?"
    rf"(?:\s?[至到—–-]\s?(?:(?P<month2>{_NUMBER})\s?月)?(?P<day2>{_NUMBER})\s?[日号號])?"
)
_KOREAN: Final = re.compile(
    r"(?P<year>(?<![0-9])[12][0-9]{3})\s?년(?:\s?(?P<month>[0-9]{1,2})\s?월(?:\s?(?P<day>[0-9]{1,2})\s?일)?)?"
)
_MONGOLIAN: Final = re.compile(
    r"(?P<year>(?<![0-9])[12][0-9]{3})\s?он(?:ы|д|оос)?(?!\w)"
    r"(?:\s(?P<month>[0-9]{1,2}|[а-яөүё]+(?:\s(?:нэг|хоёр)дугаар)?)(?:\s?-?\s?(?:р|дугаар|дүгээр))?\s"
    r"сар(?:ын|д)?(?!\w)(?:\s(?P<day>[0-9]{1,2})(?![0-9]))?)?",
    re.IGNORECASE,
)
_HUNGARIAN: Final = re.compile(
    r"(?P<year>(?<![\d.])[12][0-9]{3})\.\s(?:évi\s)?"
    rf"(?P<month>{'|'.join(word for words in _HUNGARIAN_MONTHS for word in words.split())})\.?[a-zéáő]{{0,3}}"
    r"(?:\s(?P<day>[0-9]{1,2})(?![0-9]))?",
    re.IGNORECASE,
)
_DOTTED: Final = re.compile(
    r"(?<![\d.])(?<!No\. )(?<!Nr\. )(?<!№ )(?<!№)(?P<year>(?:1[89]|20)[0-9]{2})\.\s?"
    r"(?P<month>[0-9]{1,2}|[IVX]{1,4})\.\s?"
    r"(?P<day>[0-9]{1,2})(?![\d]|\.\d)"
)
_FORMS: Final = ((_CHINESE, "年"), (_KOREAN, "년"), (_MONGOLIAN, "он"), (_HUNGARIAN, ". "), (_DOTTED, "."))
_CLOCK: Final = re.compile(
    rf"[，,]?\s?(?P<half>上午|下午|晚上|晚|凌晨|早上|中午|오전|오후)?\s?(?P<h>{_NUMBER})\s?(?:[时時点點]|시)"
    r"(?:\s?(?P<m>[0-9]{1,2})\s?[分분]|(?P<m2>半|반))?"
    rf"(?:\s?[至到~～—–-]\s?(?P<half2>上午|下午|晚上|晚|中午|오전|오후)?\s?(?P<i>{_NUMBER})\s?(?:[时時点點]|시)"
    r"(?:\s?(?P<n>[0-9]{1,2})\s?[分분]|(?P<n2>半|반))?)?"
)
_AFTERNOON: Final = frozenset("下午 晚上 晚 中午 오후".split())


@dataclass(frozen=True, slots=True)
class YearFirst:
    """A date from ``start`` to ``end`` of the text; ``fault`` says why it cannot exist."""

    start: int
    end: int
    value: DateValue
    fault: str = ""


def year_first_dates(text: str) -> Iterator[YearFirst]:
    """Yield the dates that begin with their year, form by form, in the order of the text for each form."""
    for form, mark in _FORMS:
        if mark not in text:
            continue
        for match in form.finditer(text):
            if (found := _date(match, text)) is not None:
                yield found


def _date(match: re.Match[str], text: str) -> YearFirst | None:
    year, month, day = _number(match["year"]), _month(match["month"]), _number(match["day"])
    if match["month"] and not month:
        # “1982 оны намрын сарын” has a word that is no month.
        return None
    fault = _fault(year, month, day)
    if fault:
        return YearFirst(match.start(), match.end(), DateValue(), fault)
    first, end = _written(year, month, day), match.end()
    groups = match.re.groupindex
    if "day2" in groups and match["day2"] and day:
        last_month = _month(match["month2"]) or month
        last_day = _number(match["day2"])
        last = _written(year, last_month, last_day)
        fault = _fault(year, last_month, last_day) or (f"{last} is before {first}" if last < first else "")
        return YearFirst(match.start(), end, DateValue() if fault else DateValue(from_=first, to=last), fault)
    if day and (clock := _CLOCK.match(text, end)):
        times = _times(clock)
        if times:
            stamps = [f"{first}T{time}:00" for time in times]
            value = (
                DateValue(when=stamps[0]) if len(stamps) == 1 else DateValue(from_=stamps[0], to=stamps[1])
            )
            return YearFirst(match.start(), clock.end(), value)
    return YearFirst(match.start(), end, DateValue(when=first))


def _times(clock: re.Match[str]) -> list[str]:
    """Return one time or two as HH:MM, in their order; nothing where no clock shows them."""
    half = clock["half"] or ""
    found = [_time(clock["h"], clock["m"], clock["m2"], half)]
    if clock["i"]:
        found.append(_time(clock["i"], clock["n"], clock["n2"], clock["half2"] or half))
    return [] if "" in found or found != sorted(found) else found


def _time(hour: str, minute: str | None, is_half: str | None, half: str) -> str:
    hours, minutes = _number(hour), int(minute or 0) if not is_half else 30
    if half in _AFTERNOON and hours < 12 and not (half == "中午" and hours == 11):
        hours += 12
    return f"{hours:02d}:{minutes:02d}" if hours < 24 and minutes < 60 else ""


def _month(text: str | None) -> int:
    if not text:
        return 0
    return _MONTHS.get(text.lower(), 0) or _number(text)


def _number(text: str | None) -> int:
    """Return a number in figures or in Chinese signs, of a year by its digits; 0 where it is none."""
    if not text:
        return 0
    if text.isdecimal():
        return int(text)
    if len(text) == 4 and all(sign in _SIGNS for sign in text):
        return int("".join(str(_SIGNS[sign]) for sign in text))
    tens, ten, ones = text.rpartition("十")
    if any(sign not in _SIGNS for sign in tens + ones) or len(tens) > 1 or len(ones) > 1:
        return 0
    return (_SIGNS.get(tens, 1) * 10 if ten else 0) + (_SIGNS[ones] if ones else 0)


def _fault(year: int, month: int, day: int) -> str:
    if month > 12:
        return f"there is no month {month}"
    if month and day > calendar.monthrange(year, month)[1]:
        return f"{calendar.month_name[month]} {year} has no day {day}"
    return ""


def _written(year: int, month: int, day: int) -> str:
    return f"{year:04d}" + "".join(f"-{part:02d}" for part in (month, day) if part)
