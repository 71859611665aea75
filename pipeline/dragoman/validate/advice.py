"""What an editor probably meant: near misses, the usual confusions, dates that can be rewritten."""

from __future__ import annotations

import difflib
import re
from calendar import monthrange
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Final

# Names that other vocabularies (HTML, DocBook, older TEI, word processors) use, and TEI's own.
ELEMENT_ALIASES: Final[dict[str, str]] = {
    "a": "ref",
    "link": "ref",
    "xref": "ref",
    "b": "hi",
    "bold": "hi",
    "i": "hi",
    "italic": "hi",
    "em": "emph",
    "strong": "hi",
    "u": "hi",
    "sup": "hi",
    "sub": "hi",
    "span": "seg",
    "br": "lb",
    "linebreak": "lb",
    "pagebreak": "pb",
    "page": "pb",
    "para": "p",
    "paragraph": "p",
    "par": "p",
    "h1": "head",
    "h2": "head",
    "h3": "head",
    "heading": "head",
    "header": "head",
    "ul": "list",
    "ol": "list",
    "dl": "list",
    "li": "item",
    "dt": "label",
    "dd": "item",
    "td": "cell",
    "th": "cell",
    "tr": "row",
    "img": "graphic",
    "image": "graphic",
    "caption": "figDesc",
    "footnote": "note",
    "fn": "note",
    "annotation": "note",
    "person": "persName",
    "personName": "persName",
    "place": "placeName",
    "location": "placeName",
    "org": "orgName",
    "organization": "orgName",
    "orgname": "orgName",
    "lang": "foreign",
    "correction": "corr",
    "addition": "add",
    "deletion": "del",
    "missing": "gap",
    "illegible": "gap",
    "blockquote": "quote",
    "speech": "sp",
    "signature": "signed",
    "section": "div",
    "div1": "div",
    "div2": "div",
    "div3": "div",
}
ATTRIBUTE_ALIASES: Final[dict[str, str]] = {
    "id": "xml:id",
    "xml-id": "xml:id",
    "lang": "xml:lang",
    "href": "target",
    "url": "target",
    "src": "url",
    "class": "type",
    "style": "rend",
    "rendition": "rend",
    "key": "ref",
    "value": "when",
    "date": "when",
    "iso": "when",
    "number": "n",
    "num": "n",
    "certainty": "cert",
    "confidence": "cert",
    "responsible": "resp",
    "who": "resp",
    "speaker": "who",
}


def nearest(name: str, candidates: Iterable[str], aliases: dict[str, str] | None = None) -> str:
    """Return the candidate that ``name`` was probably meant to be, or ""."""
    known = list(candidates)
    alias = (aliases or {}).get(name) or (aliases or {}).get(name.lower())
    if alias in known:
        return str(alias)
    lower = {candidate.lower(): candidate for candidate in reversed(known)}
    if name.lower() in lower:
        return lower[name.lower()]
    cutoff = 0.75 if len(name) > 3 else 0.66
    close = difflib.get_close_matches(name.lower(), lower, n=1, cutoff=cutoff)
    return lower[close[0]] if close else ""


def either(names: Sequence[str], at_most: int = 8) -> str:
    """Return names as words: ``a``, ``a or b``, ``a, b or c``, ``a, b, … (12 in all)``."""
    if len(names) > at_most:
        return f"{', '.join(names[:at_most])} … ({len(names)} in all)"
    if len(names) <= 1:
        return "".join(names)
    return f"{', '.join(names[:-1])} or {names[-1]}"


_MONTHS: Final = (
    "january february march april may june july august september october november december".split()
)
_DAY_FIRST: Final = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?[ .]+([A-Za-z]{3,})\.?,? +(\d{4})")
_MONTH_FIRST: Final = re.compile(r"([A-Za-z]{3,})\.? +(\d{1,2})(?:st|nd|rd|th)?,? +(\d{4})")
_MONTH_ONLY: Final = re.compile(r"([A-Za-z]{3,})\.?,? +(\d{4})")
_SHORT: Final = re.compile(r"(\d{4})[-/.](\d{1,2})(?:[-/.](\d{1,2}))?")
_EUROPEAN: Final = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})")
_SLASHED: Final = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})")
_DATE_TIME: Final = re.compile(r"(\d{4}-\d\d-\d\d)[T ](\d{1,2}):(\d\d)(?::(\d\d))?(Z|[+-]\d\d:?\d\d)?")


def iso_date(text: str) -> str:
    """Return the W3C date that ``text`` means beyond doubt, or "": ``9 April 1813`` is 1813-04-09.

    With slashes it may be day or month that comes first; unless one of them is above 12,
    that is doubt, and nothing is returned.
    """
    text = " ".join(text.split())
    if match := _DATE_TIME.fullmatch(text):
        return _date_time(*match.groups(""))
    if match := _DAY_FIRST.fullmatch(text):
        return _date(match[3], _month(match[2]), int(match[1]))
    if match := _MONTH_FIRST.fullmatch(text):
        return _date(match[3], _month(match[1]), int(match[2]))
    if match := _MONTH_ONLY.fullmatch(text):
        month = _month(match[1])
        return f"{match[2]}-{month:02}" if month else ""
    if match := _SHORT.fullmatch(text):
        if match[3] is None:
            return f"{match[1]}-{int(match[2]):02}" if 1 <= int(match[2]) <= 12 else ""
        return _date(match[1], int(match[2]), int(match[3]))
    if match := _EUROPEAN.fullmatch(text):
        return _date(match[3], int(match[2]), int(match[1]))
    if match := _SLASHED.fullmatch(text):
        first, second = int(match[1]), int(match[2])
        if first > 12 >= second:
            return _date(match[3], second, first)
        if second > 12 >= first:
            return _date(match[3], first, second)
    return ""


def _month(word: str) -> int:
    found = [i for i, name in enumerate(_MONTHS, 1) if name.startswith(word.lower()) and len(word) >= 3]
    return found[0] if len(found) == 1 else 0


def _date_time(day: str, hour: str, minute: str, second: str, offset: str) -> str:
    if offset not in ("", "Z") and ":" not in offset:
        offset = f"{offset[:3]}:{offset[3:]}"
    written = f"{day}T{int(hour):02}:{minute}:{second or '00'}{offset}"
    try:
        datetime.fromisoformat(written)
    except ValueError:
        # A day, or a time of day, that there is not.
        return ""
    return written


def _date(year: str, month: int, day: int) -> str:
    is_day = 1 <= month <= 12 and 1 <= day <= monthrange(int(year), month)[1]
    return f"{year}-{month:02}-{day:02}" if is_day else ""
