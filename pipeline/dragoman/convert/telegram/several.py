"""Where a file that holds several telegrams has the beginning of each."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from dragoman.convert.telegram import classification
from dragoman.convert.telegram.office import DATED_SENDER, LONGEST_LINE, NUMBER, is_above_sender
from dragoman.convert.telegram.reference_line import parse_reference_line
from dragoman.source import SourceText

# A header that begins a message: the precedence and date-time group, alone or behind a transmission line.
_DATED: Final = re.compile(r"(?:^|\s)[ZOPRYM](?: [ZOPRYM])? ?\d{6}Z [A-Z]{3} \d{2}\b")
_FROM: Final = re.compile(r"FM [A-Z]")
_BANNER: Final = re.compile(r"PAGE 0?1\s+(?P<post>[A-Z][A-Z ]{1,30}?)\s+(?P<number>\d{1,6})\b")
_END: Final = re.compile(r"NNN+$")
_PARTS: Final = ("Message Text", "Message Attributes")
_QUOTES: Final = re.compile(r"(?:BEGIN|START) (?:\w+ )?(?:TEXT|QUOTE|MESSAGE)|QUOTE:?$|QTE:?$")
_UNQUOTES: Final = re.compile(r"END (?:OF )?(?:\w+ )?(?:TEXT|QUOTE|MESSAGE)|UNQUOTE|UNQTE")
# How far below the date the line with the number may stand; there may be many addressees.
_HEADER_LINES: Final = 60
_FROM_WITHIN: Final = 3
# How many lines at most stand between the end of one telegram and the date of the next: attributes, lists.
_ROWS_BETWEEN: Final = 300
_WORD_OF_SENDER: Final = "\nFM "
_SENDER: Final = "FM "
# There may be some lines with addressees between sender and number.
_NUMBER_WITHIN: Final = 8


@dataclass(frozen=True, slots=True)
class Beginning:
    """Where a telegram begins: ``start``, the offset of its first line; ``number``, as its header has it."""

    start: int
    number: str


@dataclass(frozen=True, slots=True)
class _Row:
    start: int
    text: str


@dataclass(frozen=True, slots=True)
class _Header:
    """The header at a row: from which post, what it is numbered, which section it is of.

    is_office: the telegram is one of the Foreign and Commonwealth Office, and the row that of its sender.
    """

    at: int
    post: str
    number: int
    section: int = 0
    is_office: bool = False

    @property
    def called(self) -> str:
        """The number with the post, as the header has it."""
        return f"{self.post} {self.number}" if self.is_office else f"{self.post} {self.number:05d}"


def beginnings(source: SourceText) -> list[Beginning]:
    """Return where each telegram of a file begins; the first at 0, and nothing more where it is one.

    Another telegram has a header of its own, with date, sender and another number than that before, and
    is parted from it: by NNN, by ``Message Text``, or by the banner of a first page with its number. So a
    section, a corrected copy of a page and a message that is quoted are none. Of telegrams of the Foreign and
    Commonwealth Office the sender's line, with the date, and the line with the number are enough.
    """
    if source.text.count(_WORD_OF_SENDER) + source.text.startswith(_SENDER) < 2:
        return [Beginning(0, "")]
    rows = [_Row(line.span.start, source[line.span].strip()) for line in source.lines()]
    headers = list(_headers(rows))
    found: list[Beginning] = []
    before: _Header | None = None
    for header in headers:
        if before is None:
            found.append(Beginning(0, header.called))
        elif header.number != before.number and header.section < 2:
            first = _first_row(rows, before.at + 1, header)
            if first < 0:
                continue
            found.append(Beginning(rows[first].start, header.called))
        else:
            continue
        before = header
    return found or [Beginning(0, "")]


def _headers(rows: Sequence[_Row]) -> Iterator[_Header]:
    is_quoted = False
    for at, row in enumerate(rows):
        if _UNQUOTES.match(row.text) or row.text in _PARTS or _END.match(row.text):
            is_quoted = False
        elif _QUOTES.match(row.text):
            is_quoted = True
        if is_quoted:
            continue
        if (office := _office_header(rows, at)) is not None:
            yield office
        if not _DATED.search(row.text):
            continue
        below = [one.text for one in rows[at + 1 : at + 1 + _HEADER_LINES]]
        if not any(_FROM.match(text) for text in below[:_FROM_WITHIN]):
            continue
        for text in below:
            if text in _PARTS or _END.match(text):
                break
            stated = parse_reference_line(text)
            if stated is not None and stated.number:
                yield _Header(at, stated.post, int(stated.number), stated.section)
                break


def _office_header(rows: Sequence[_Row], at: int) -> _Header | None:
    """Return the header whose sender stands at a row, with the number a few rows below; None for another."""
    text = rows[at].text
    sender = DATED_SENDER.match(text) if text.startswith(_SENDER) and len(text) <= LONGEST_LINE else None
    below = (NUMBER.match(row.text) for row in rows[at + 1 : at + 1 + _NUMBER_WITHIN]) if sender else ()
    number = next(filter(None, below), None)
    if sender is None or number is None:
        return None
    return _Header(at, sender["name"], int(number["number"]), is_office=True)


def _first_row(rows: Sequence[_Row], first: int, header: _Header) -> int:
    """Return the row with which the telegram of a header begins, -1 where nothing parts it from the one
    before; ``first``: the first row that may be.
    """
    if header.is_office:
        at = header.at
        while at > first and is_above_sender(rows[at - 1].text):
            at -= 1
        return at
    parted = -1
    for at in range(header.at - 1, max(first, header.at - _ROWS_BETWEEN) - 1, -1):
        text = rows[at].text
        banner = _BANNER.match(text)
        if banner and int(banner["number"]) != header.number:
            break
        if banner or text == _PARTS[0]:
            parted = at
        elif text == _PARTS[1]:
            # The values of the attributes of the one before stand between.
            return _with_classification(rows, parted if parted >= 0 else -1, at)
        elif _END.match(text):
            return _with_classification(rows, parted if parted >= 0 else at + 1, at)
    return _with_classification(rows, parted, first)


def _with_classification(rows: Sequence[_Row], at: int, after: int) -> int:
    """Return the row, or those right above it that hold a classification and nothing else."""
    while at - 1 > after and classification.meaning_of(rows[at - 1].text):
        at -= 1
    return at
