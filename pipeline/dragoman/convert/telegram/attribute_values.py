"""What the values of header lines and attributes mean: dates, TAGS, references, numbers."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache
from typing import Final

from dragoman.convert.telegram import classification
from dragoman.convert.telegram.cues import MONTHS
from dragoman.convert.telegram.date_time_group import DateTimeGroup

_DAY_MONTH_YEAR: Final = re.compile(r"(\d{1,2})[ \-]([A-Za-z]{3})[a-z]*[ \-](\d{4})(?=$|[ T])")
_ISO: Final = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?=$|[ T])")
_SLASHES: Final = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})(?=$|[ T])")
_KEYWORD: Final = re.compile(
    r"(?:TAGS?|TGAS|TASG|TGS|SUB(?:JECT|JET|JCT|JEC|ECT|J)?|REF(?:ERENCES?|TELS?|\(S\)|S)?)(?![A-Z])\s*[:;.,\-]*\s*",
    re.IGNORECASE,
)
_PARENTHESES: Final = re.compile(r"\(([^()]{1,80})\)")
_TAG: Final = re.compile(r"[A-Z]{2,4}(?![A-Za-z])")
_REFERENCE_LABEL: Final = re.compile(
    r"(?:^|[\s,;]+)(?:AND\s+)?(?:\(([A-Z]|\d)\)|([A-Z])[.)])[.:]?\s+|;\s*(?:AND\s+)?"
)
_MESSAGE_NUMBER: Final = re.compile(r"[A-Z][A-Z'. ]{1,18}?\s{0,3}\d{2,6}")
_NOT_ALNUM: Final = re.compile(r"[^A-Z0-9]")
_POST_IN_NUMBER: Final = 6
_NUMBER_WIDTH: Final = {"STATE": 6}


# The header of the document says it, and it is held against the text; the text and the attributes often
# say it alike. (So few answers are kept that long values do not fill the memory.)
_remembered = lru_cache(maxsize=16)


@_remembered
def parse_attribute_date(text: str) -> str:
    """Return the day that an attribute names, as ``1978-04-20``, or "".

    Shape: ``20 apr 1978``, ``01-Jan-1994 12:00:00 am``, ``1978-04-20``, ``04/20/1978``. The time of day
    is always midnight and says nothing.
    """
    match = _DAY_MONTH_YEAR.match(text)
    if match is not None:
        return _day(int(match[3]), MONTHS.get(match[2].upper(), 0), int(match[1]))
    match = _ISO.match(text)
    if match is not None:
        return _day(int(match[1]), int(match[2]), int(match[3]))
    match = _SLASHES.match(text)
    return _day(int(match[3]), int(match[1]), int(match[2])) if match else ""


def _day(year: int, month: int, day: int) -> str:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return ""


def without_keyword(text: str) -> str:
    """Return a header line's words without the word that opens it (``SUBJECT:``)."""
    match = _KEYWORD.match(text)
    return text[match.end() :] if match else text


@_remembered
def subject_of(text: str) -> str:
    """Return a subject without its keyword and without a classification glued to its end."""
    subject = without_keyword(" ".join(text.split()))
    at = classification.ending(subject)
    return subject[:at].rstrip() if at > 0 else subject


@_remembered
def tags_and_names(text: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the TAGS and the names in parentheses of a TAGS line or attribute, in order, once each.

    Commas are often colons, stops or blanks: ``PFOR: UR. CH``; ``OVIP (VANCE, CYRUS) IS``.
    """
    bare = without_keyword(text) if text[:2].upper() in ("TA", "TG") else text
    names = [" ".join(name.split()) for name in _PARENTHESES.findall(bare)]
    codes = _TAG.findall(_PARENTHESES.sub(" ", bare))
    return tuple(dict.fromkeys(codes)), tuple(dict.fromkeys(names))


def concepts(text: str) -> list[str]:
    """Return the concepts of the attributes, parted at commas outside parentheses."""
    found, depth, start = [], 0, 0
    for index, character in enumerate(text):
        depth += (character == "(") - (character == ")")
        if character == "," and depth <= 0:
            found.append(text[start:index].strip())
            start = index + 1
    found.append(text[start:].strip())
    return [one for one in found if one]


@_remembered
def references(text: str) -> tuple[str, ...]:
    """Return what a reference line or attribute cites: ``(A) 78 MOSCOW 27711 (B) 78 STATE 301446`` is two."""
    bare = without_keyword(" ".join(text.split()))
    if not bare:
        return ()
    parts = [part.strip(" ,;.:") for part in _REFERENCE_LABEL.split(f" {bare}") if part and len(part) > 1]
    found: list[str] = []
    for part in parts:
        pieces = [piece.strip() for piece in part.split(",")]
        is_list = len(pieces) > 1 and all(_MESSAGE_NUMBER.search(piece) for piece in pieces)
        found.extend(pieces if is_list else [part])
    return tuple(one for one in found if one)


def squeezed_post(name: str) -> str:
    """Return a post's name as document numbers have it: capitals, no blanks, six at most."""
    return _NOT_ALNUM.sub("", name.upper())[:_POST_IN_NUMBER]


def document_number(message_number: str, group: DateTimeGroup | None) -> str:
    """Return the document number of ``MOSCOW 02204``, which is ``1979MOSCOW02204``; "" without a year."""
    post, _, number = message_number.rpartition(" ")
    if group is None or not post:
        return ""
    return f"{group.moment.year}{squeezed_post(post)}{number.zfill(_NUMBER_WIDTH.get(post, 5))}"
