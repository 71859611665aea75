"""Telegrams of the Foreign and Commonwealth Office: sender and date on one line, the number on another.

GRS 210
RESTRICTED
DESKBY 091500Z
FM OSTROVO 091215Z OCT 78
TO IMMEDIATE FCO
TELEGRAM NUMBER 412 OF 9 OCTOBER
INFO ROUTINE UKREP BRUSSELS
YOUR TELNO 233: FISHERIES TALKS
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from dragoman.convert.telegram.addressees import Addressee
from dragoman.convert.telegram.classification import meaning_of
from dragoman.convert.telegram.cues import MONTHS
from dragoman.convert.telegram.header import Entry, HeaderLines
from dragoman.convert.telegram.lines import FURNITURE, Line, Role
from dragoman.convert.telegram.paragraphs import is_paragraph_start
from dragoman.convert.telegram.signature import is_name_alone

# The post that sends, with the date-time group behind it.
DATED_SENDER: Final = re.compile(
    rf"(?:FM|FROM):? +(?P<name>[A-Z][A-Z .'’()\-]{{1,40}}?),? +(?P<group>\d{{6}}Z? ?(?:{'|'.join(MONTHS)})"
    r"[A-Z]{0,6}\.? ?\d{2,4})\.?$"
)
NUMBER: Final = re.compile(r"TEL(?:EGRAM)? ?(?:NUMBER|NO\.?|NR\.?) ?(?P<number>\d{1,5})\b[^:]{0,40}$")
_SIGNALS: Final = re.compile(
    r"(?:CYPHER|EN CLAIR|IN CODE|GRS? ?\d|DESKBY|ADVANCE|\(?FRAME|[OPRZ]{2} [A-Z]|DEDIP|ECLIPSE"
    r"|(?:SAVING|FLASH|IMMEDIATE|PRIORITY|ROUTINE)\b)"
)
_ADDRESSED: Final = re.compile(
    r"(?P<info>(?:AND )?(?:INFO|RFI|REPEATED|AND) (?:(?:FOR INFORMATION )?TO )?)|TO "
)
_PRECEDENCE: Final = re.compile(r"(?:(?:FLASH|IMMEDIATE|PRIORITY|ROUTINE|DESKBY|SAVING|EMERGENCY)(?: TO)? )+")
_CITED: Final = re.compile(r"(?:MY|YOUR|OUR|[A-Z]+) TEL(?:EGRAM|ELETTER|NOS?|S|LETTER)?\b|MI[FP]T\b|REF")
_BEFORE_SUBJECT: Final = re.compile(r"(?P<cited>[^:]{3,48}:) {0,4}(?=\S)")
_PIECE: Final = re.compile(r"(?:(?! AND )[^,()]|\([^()]*\))+")
_AND: Final = "AND "
_NAMES_OF_OFFICE: Final = frozenset(("FCO", "FOREIGNOFFICE", "FOREIGNANDCOMMONWEALTHOFFICE"))
_OFFICE: Final = "the Foreign and Commonwealth Office"
_WORDS: Final = ("TELEGRAM N", "TELNO", "TEL NO")
_MOST_LINES: Final = 24
LONGEST_LINE: Final = 90
_LONGEST_HEADING: Final = 60
_LONGEST_OF_LIST: Final = 48


def may_be_of_office(text: str) -> bool:
    """Return False for a transcript without the words that such a telegram has."""
    return any(word in text for word in _WORDS)


def read_office_header(lines: Sequence[Line], start: int) -> HeaderLines | None:
    """Return the header that begins at ``lines[start]``, None where it is no such header."""
    above = lines[start : start + _MOST_LINES]
    if not (any(map(_is_sender, above)) and any(NUMBER.match(line.text) for line in above)):
        return None
    header = HeaderLines(end=start, form="office")
    for at, line in enumerate(above, start):
        kind = _kind(line, header)
        if not kind:
            break
        header.entries.extend(_with_subject(kind, line))
        header.end = at + 1
    return header


def is_above_sender(text: str) -> bool:
    """Return True for a line that such a header has above the sender: signals, the classification."""
    return len(text) <= LONGEST_LINE and (_SIGNALS.match(text) is not None or bool(meaning_of(text)))


def _with_subject(kind: str, line: Line) -> Iterator[Entry]:
    """Yield the entry of a line, and the subject by itself that stands behind what it refers to."""
    cited = _BEFORE_SUBJECT.match(line.text) if kind == "reference" else None
    if cited is None:
        yield Entry(kind, [line])
        return
    end = line.start + cited.end("cited")
    yield Entry(kind, [line._replace(end=end, text=cited["cited"])])
    rest = line.text[cited.end() :]
    yield Entry("subject", [line._replace(start=line.end - len(rest), breaks=0, text=rest)])


def _is_sender(line: Line) -> bool:
    return DATED_SENDER.match(line.text[:LONGEST_LINE]) is not None


def _kind(line: Line, header: HeaderLines) -> str:
    """Return what a line of the header is, "" for one of the text."""
    text = line.text
    if line.role is Role.CLASSIFICATION:
        return "section"
    if line.role in FURNITURE:
        return "furniture"
    if len(text) > LONGEST_LINE or is_paragraph_start(text):
        return ""
    if _is_sender(line):
        return "from"
    if NUMBER.match(text):
        return "message-number"
    if addressed := _ADDRESSED.match(text):
        return "info" if addressed["info"] else "to"
    has_number = header.first("message-number") is not None
    if has_number and _CITED.match(text):
        return "reference"
    if line.role is Role.SIGNAL or _SIGNALS.match(text):
        return "operating-signal"
    if not has_number:
        return "caption"
    if header.entries[-1].type in ("to", "info") and line.breaks == 1:
        return header.entries[-1].type
    is_apart = line.breaks > 1 or (header.entries[-1].type == "reference" and len(text) <= _LONGEST_HEADING)
    is_heading = text[-1] not in ".,;" and header.first("subject") is None and is_apart
    return "subject" if is_heading or line.role is Role.SUBJECT else ""


def office_addressees(text: str, at: int) -> tuple[Addressee, ...]:
    """Return the addressees that a line names from ``at`` on, commas between them, precedence before them."""
    found: list[Addressee] = []
    for piece in _PIECE.finditer(text, at):
        start = piece.start() + len(piece[0]) - len(piece[0].lstrip())
        precedence = _PRECEDENCE.match(text, start)
        start = precedence.end() if precedence else start
        start += len(_AND) if text.startswith(_AND, start) else 0
        end = start + len(text[start : piece.end()].rstrip(" ."))
        # F C O. and F.C.O. keep what is theirs.
        end += text.startswith(".", end) and "." in text[start:end]
        if start < end:
            name = " ".join(text[start:end].split())
            found.append(Addressee(start, end, name, "", _styled(name)))
    return tuple(found)


def _styled(name: str) -> str:
    if "".join(filter(str.isalpha, name)) in _NAMES_OF_OFFICE:
        return _OFFICE
    return " ".join(word if word.startswith("UK") or len(word) < 4 else word.title() for word in name.split())


def office_signature(lines: Sequence[Line], start: int) -> int:
    """Return the index of the signature, a name by itself with nothing below but who gets a copy; or -1."""
    for at in range(len(lines) - 1, start, -1):
        line = lines[at]
        if line.role in FURNITURE:
            continue
        if line.role is Role.TEXT and line.breaks > 1 and is_name_alone(line.text) and _is_block(lines, at):
            return at
        # Below a paragraph nobody has signed yet.
        if len(line.text) > _LONGEST_OF_LIST or is_paragraph_start(line.text):
            return -1
    return -1


def _is_block(lines: Sequence[Line], at: int) -> bool:
    return at + 1 == len(lines) or lines[at + 1].breaks > 1
