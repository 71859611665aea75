"""Telegrams of French and German services: a word before each line of the header says what it is.

TELEGRAMME A L'ARRIVEE          Chiffriertelegramm
DE : OULAN-BATOR                Ulan-Bator, den 9. Oktober 1978
A : DIPLOMATIE PARIS            An: Ministerium für Auswärtige Angelegenheiten
NO 412/415                      Von: Botschaft Ulan-Bator
OBJET : LE BAC                  Betr.: Fähre
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from dragoman.convert.dates import FoundDate, find_dates
from dragoman.convert.telegram.addressees import Addressee
from dragoman.convert.telegram.closers import SIGNED
from dragoman.convert.telegram.header import Entry, HeaderLines
from dragoman.convert.telegram.lines import FURNITURE, Line
from dragoman.convert.telegram.paragraphs import is_paragraph_start
from dragoman.convert.telegram_form import HEADING, KEY, kind_by_key

KEYED_NUMBER: Final = re.compile(
    r"(?:num[ée]ros?|n[o°º]s?\.?|nr\.?|nummer|lfd\. ?nr\.)\s?:?\s*"
    r"(?P<number>[0-9][0-9A-Z/.-]{0,14}(?: ?(?:[àa–-]|bis) ?[0-9]{1,6})?)(?=$|\s+(?:vom|du|le)\b)",
    re.IGNORECASE,
)
# Two lines of the form side by side: "DE : MOSCOU      A : PARIS".
_BESIDE: Final = re.compile(r"\s{2,}")
_CLASSIFICATION: Final = re.compile(
    r"(?:tr[èe]s secret|secret|confidentiel|diffusion restreinte|non prot[ée]g[ée]|streng geheim|geheim|"
    r"(?:geheime|vertrauliche) (?:verschlu(?:ß|ss)|dienst)sache|vertraulich|gvs|vvs|vd)\b[^.:]{0,32}$",
    re.IGNORECASE,
)
_SIGNAL: Final = re.compile(
    r"(?:(?:tr[èe]s )?urgent|imm[ée]diat|flash|prioritaire|routine|blitz|sofort|dringend)$", re.IGNORECASE
)
_RECEIPT: Final = re.compile(r"(?:re[çc]u|arriv[ée]e?|eingegangen|eingang|empfangen)\b", re.IGNORECASE)
# Below the heading: "aus Peking".
_FROM_PLACE: Final = re.compile(r"aus (?=[^\W\d_a-zß-ÿ])")
_GOES_ON: Final = frozenset(("to", "info", "subject", "reference", "distribution"))
_MOST_LINES: Final = 30
_WIDEST: Final = 160
# A line that goes on in the next is about as long as those of the text.
_FULL_LINE: Final = 36
_LONGEST_DATE_LINE: Final = 60
_AHEAD: Final = 3
_LONGEST_NAME: Final = 32
_LONGEST_OFFICE: Final = 48
_CAPITAL: Final = r"[^\W\d_a-zß-ÿ]"
_NAME: Final = re.compile(
    rf"(?:{SIGNED.pattern})?(?:{_CAPITAL}\. ?){{0,2}}{_CAPITAL}[\w'’-]+"
    rf"(?: {_CAPITAL}[\w'’-]+)?$"
)


def read_keyed_header(lines: Sequence[Line], start: int) -> HeaderLines:
    """Return the header that begins at ``lines[start]``: as far as lines say by a word what they are."""
    header = HeaderLines(end=start, form="keyed")
    for at in range(start, min(len(lines), start + _MOST_LINES)):
        line = lines[at]
        kind = _kind(line, header.entries[-1] if header.entries else None)
        if not kind and line.role not in FURNITURE and _is_key_ahead(lines, at):
            kind = "caption"
        if not kind:
            break
        if kind == "continued":
            header.entries[-1].lines.append(line)
        else:
            header.entries.extend(_entries(kind, line))
        header.end = at + 1
    return header


def _entries(kind: str, line: Line) -> Iterator[Entry]:
    """Yield the entry of a line, or of each part of it that says by a word what it is."""
    at = 0
    for gap in _BESIDE.finditer(line.text) if len(line.text) <= _WIDEST else ():
        rest = line.text[gap.end() :]
        if beside := kind_by_key(rest) or ("date" if kind == "message-number" and day_of(rest) else ""):
            part = line.text[at : gap.start()]
            yield Entry(kind, [line._replace(start=line.start + at, end=line.start + gap.start(), text=part)])
            kind, at = beside, gap.end()
    yield Entry(kind, [line._replace(start=line.start + at, text=line.text[at:])] if at else [line])


def _is_key_ahead(lines: Sequence[Line], at: int) -> bool:
    if is_paragraph_start(lines[at].text):
        return False
    ahead = (line.text for line in lines[at + 1 : at + 1 + _AHEAD])
    return any(kind_by_key(text) or KEYED_NUMBER.match(text) for text in ahead)


def _kind(line: Line, last: Entry | None) -> str:
    """Return what a line of the header is, "" for none that says it; ``last``: what stands above it."""
    text = line.text
    if kind := kind_by_key(text):
        return kind
    first = _BESIDE.split(text, maxsplit=1)[0]
    if number := KEYED_NUMBER.match(first):
        return "date" if number.end() < len(first) else "message-number"
    if _CLASSIFICATION.match(text):
        return "classification"
    if line.role in FURNITURE:
        return "furniture"
    if last is not None and HEADING.match(last.text) and _FROM_PLACE.match(text):
        return "from"
    if _SIGNAL.match(text):
        return "operating-signal"
    if HEADING.match(text):
        return "caption"
    is_short = len(text) <= _LONGEST_DATE_LINE and text[-1] not in ".,;:"
    if is_short and not is_paragraph_start(text) and day_of(text) is not None:
        return "date"
    is_full = last is not None and len(last.lines[-1].text) >= _FULL_LINE
    if last is not None and last.type in _GOES_ON and line.breaks == 1 and is_full:
        return "continued"
    return ""


def day_of(text: str) -> FoundDate | None:
    """Return the day that a line of the header names, None where it names none."""
    return next((date for date in find_dates(text) if date.precision in ("day", "time")), None)


def is_receipt(text: str) -> bool:
    """Return True for a line that says when a telegram was received, and not when it was sent."""
    return _RECEIPT.match(text) is not None


def keyed_addressee(text: str) -> Addressee:
    """Return who is named behind the word that opens a line, or by the whole of it."""
    key = KEY.match(text) or _FROM_PLACE.match(text)
    start = key.end() if key else 0
    end = len(text.rstrip(" .,;"))
    name = " ".join(text[start:end].split())
    return Addressee(start, end, name, "", name.title() if name.isupper() else name)


def classification_of(text: str) -> str:
    """Return the classification that a line names, behind the word for it or by itself."""
    key = KEY.match(text)
    return " ".join(text[key.end() if key else 0 :].split())


def keyed_signature(lines: Sequence[Line], start: int) -> int:
    """Return the index of the signature, the last lines by themselves: a name, perhaps an office; or -1."""
    last = len(lines) - 1
    while last > start and lines[last].role in FURNITURE:
        last -= 1
    for at in (last, last - 1):
        if at <= start:
            break
        text = lines[at].text
        is_apart = lines[at].breaks > 1 and all(line.breaks == 1 for line in lines[at + 1 : last + 1])
        if is_apart and len(text) <= _LONGEST_NAME and _NAME.match(text) and not is_paragraph_start(text):
            return at if at == last or _is_office(lines[last].text) else -1
    return -1


def _is_office(text: str) -> bool:
    return len(text) <= _LONGEST_OFFICE and text[:1].isupper() and text[-1].isalnum()
