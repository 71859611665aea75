"""The header of a telegram or of one of its sections: which lines belong to it, and as what.

A header is read line by line from routing to reference. What a line can be depends on how far the
reading has come: ``INFO`` opens the offices before the date-time group and the addressees
after it; a line under the section line is a caption only where the formal lines are still to come.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from enum import IntEnum
from typing import Final, Literal

from dragoman.convert.telegram.addressees import is_address, names_a_post
from dragoman.convert.telegram.attribute_values import without_keyword
from dragoman.convert.telegram.classification import OPENING
from dragoman.convert.telegram.cues import DISTRIBUTION_CAPTIONS
from dragoman.convert.telegram.lines import FURNITURE, Line, Role
from dragoman.convert.telegram.paragraphs import is_paragraph_start
from dragoman.convert.telegram.reference_line import parse_reference_line


class Stage(IntEnum):
    """How far the reading of a header has come."""

    ROUTING = 0
    ADDRESSES = 1
    CAPTIONS = 2
    FORMAL = 3


@dataclass(slots=True)
class Entry:
    """Lines that say one thing; ``type`` is that of the ``seg``, or ``furniture``, ``note``, ``date``."""

    type: str
    lines: list[Line]

    @property
    def text(self) -> str:
        """The words of the entry, on one line."""
        return " ".join(" ".join(line.text for line in self.lines).split())


@dataclass(slots=True)
class HeaderLines:
    """The entries of a header in order, and the index of the first line after it.

    form: of which service it is: ``department``, of the State Department; ``office``, of the Foreign and
    Commonwealth Office (`office`); ``keyed``, of a French or German one (`keyed`).
    """

    entries: list[Entry] = field(default_factory=list)
    end: int = 0
    form: Literal["department", "office", "keyed"] = "department"

    def first(self, kind: str) -> Entry | None:
        """Return the first entry of a type, or None."""
        return next((entry for entry in self.entries if entry.type == kind), None)

    def captions(self) -> frozenset[str]:
        """Return the captions, to be known again in the next section."""
        return frozenset(entry.text for entry in self.entries if entry.type in ("caption", "passing"))


_ROUTING: Final = {
    Role.ACTION: "action",
    Role.ORIGIN: "origin",
    Role.TRANSMISSION: "transmission",
    Role.DRAFTED: "drafting",
    Role.APPROVED: "approval",
}
# Who wrote and who released it may stand below the subject, too.
_OFFICERS: Final = frozenset((Role.DRAFTED, Role.APPROVED))
_ADDRESSES: Final = {Role.FROM: "from", Role.TO: "to", Role.INFO: "info", Role.EXEMPT: "exempt"}
_FORMAL: Final = {
    Role.ORDER: "executive-order",
    Role.TAGS: "tags",
    Role.SUBJECT: "subject",
    Role.REFERENCE: "reference",
}
_STRONG: Final = frozenset((Role.DATE, Role.ORDER, Role.TAGS, Role.SUBJECT))
_ENDS_HEADER: Final = frozenset((Role.END, Role.BEGIN_QUOTE))
_NOTES: Final = frozenset((Role.NOTE, Role.CORRECTION))

_OFFICES: Final = re.compile(r"(?:INFO:? +)?(?:[A-Z]{1,5}-\d\d\b|/ ?\d{3} [A-Z]\b)")
_CAPTION_WORDS: Final = "|".join(re.escape(caption) for caption in DISTRIBUTION_CAPTIONS)
_CAPTION: Final = re.compile(
    rf"(?:{_CAPTION_WORDS})\b[^.]{{0,60}}$"
    r"|[A-Z][A-Z ,/&'()\-]{1,60} (?:ALSO )?(?:FOR|PASS|PASS TO) [A-Z(/][^.]{0,60}$"
    r"|FOR (?!THE )[A-Z/,' ]{2,40}$|FROM [A-Z/,' ]{2,40}$|EYES ONLY\b.{0,60}$"
)
_TAGS_ONLY: Final = re.compile(r"(?:[A-Z]{2,4}[,;:] ?){1,20}[A-Z]{2,4}$")
_CITED: Final = re.compile(
    r"(?:AND |(?:\(?[A-Z1-9][).:]\)? ?))?(?:\d{2} )?[A-Z][A-Z'. ]{2,16} ?(?:A-)?\d{2,6}\b"
    r"|\(?[A-Z]\)[ .:]|[A-Z]\. [A-Z]{3}"
)
# With which a reference ends that names no further message.
_CITED_WORDS: Final = re.compile(
    r"(?:AND |& )?(?:\(?NOTAL\)?|(?:ALL )?(?:PREVIOUS|SUBSEQUENT|EARLIER|RELATED)|SERIES|SEPTELS?|"
    r"(?:TEL|MEM|PHONE)CON|LETTER|AIRGRAM)\b.{0,40}$"
)
_FIGURE: Final = re.compile(r"\(?([1-9])[).:]")


def _row_of(figure: int) -> re.Pattern[str]:
    """Return what finds the reference with this figure before it: ``(1) STATE 12345``."""
    return re.compile(rf"(?<![\w.]){figure}[).:] ?[A-Z0-9]")


_AHEAD: Final = 14
_NEAR: Final = 2
# Words that no subject ends with.
_UNFINISHED: Final = frozenset("AND OR THE A AN OF FOR IN ON TO BY WITH AT FROM BETWEEN &".split())
_LONGEST_SECTION_LINE: Final = 200
_LONGEST_ADDRESS_LIST: Final = 40
_LONG_SUBJECT_LINE: Final = 40
_LONGEST_SUBJECT_LINE: Final = 72

# Asked for every line: a member by way of its enumeration takes ten times as long.
_BEGIN_QUOTE: Final = Role.BEGIN_QUOTE
_CLASSIFICATION: Final = Role.CLASSIFICATION
_DATE: Final = Role.DATE
_END: Final = Role.END
_INFO: Final = Role.INFO
_PASSING: Final = Role.PASSING
_SIGNAL: Final = Role.SIGNAL
_SUBJECT: Final = Role.SUBJECT
_TEXT: Final = Role.TEXT
_AT_ROUTING: Final = Stage.ROUTING
_AT_ADDRESSES: Final = Stage.ADDRESSES
_AT_CAPTIONS: Final = Stage.CAPTIONS
_AT_FORMAL: Final = Stage.FORMAL


class _HeaderReader:
    def __init__(self, lines: Sequence[Line], start: int, captions: Collection[str], subject: str) -> None:
        self._lines = lines
        self._at = start
        self._stage = _AT_ROUTING
        self._captions = captions
        self._subject = subject.split()
        self._subject_words: list[str] = []
        self.header = HeaderLines(end=start)
        # What follows the last line of the header is given back: furniture at its end is the page's.
        self._certain = 0

    def read(self) -> HeaderLines:
        """Read as far as the header goes."""
        entries = self.header.entries
        while self._at < len(self._lines):
            line = self._lines[self._at]
            if line.role in FURNITURE and not self._is_classification_line(line):
                entries.append(Entry("furniture", [line]))
            elif line.role in _NOTES:
                entries.append(Entry("note", [line]))
            elif self._take(line):
                self._certain = len(entries)
                self.header.end = self._at + 1
            else:
                break
            self._at += 1
        # A note between header lines is the header's; one after the last of them is the text's.
        while (
            self._certain < len(entries)
            and entries[self._certain].type == "note"
            and self._stage < _AT_FORMAL
        ):
            self._certain += 1
            self.header.end += 1
        del entries[self._certain :]
        return self.header

    def _is_classification_line(self, line: Line) -> bool:
        """A classification under the addressees opens the text; one before a banner ends the page."""
        if line.role is not _CLASSIFICATION or self._stage is not _AT_ADDRESSES:
            return False
        following = self._lines[self._at + 1].role if self._at + 1 < len(self._lines) else None
        return following not in FURNITURE

    def _add(self, kind: str, line: Line) -> bool:
        self.header.entries.append(Entry(kind, [line]))
        return True

    def _continue(self, line: Line) -> bool:
        """Add a line to the last entry that is not furniture, if nothing stands between."""
        last = self.header.entries[-1]
        if last.type in ("furniture", "note"):
            kind = next(
                (e.type for e in reversed(self.header.entries) if e.type not in ("furniture", "note")), ""
            )
            return self._add(kind or "unrecognized", line)
        last.lines.append(line)
        return True

    def _take(self, line: Line) -> bool:
        role = line.role
        if role is _BEGIN_QUOTE and self._stage is _AT_FORMAL:
            # What follows is the header of another message.
            return False
        if role is _CLASSIFICATION:
            self._stage = _AT_CAPTIONS
            return self._add("section", line)
        if role is _DATE:
            self._stage = max(self._stage, _AT_ADDRESSES)
            return self._add("date", line)
        if self._stage <= _AT_ADDRESSES:
            if role in _ROUTING:
                return self._add(_ROUTING[role], line)
            if role is _INFO and (_OFFICES.match(line.text) or self._stage is _AT_ROUTING):
                return self._add("distribution", line)
            if role in _ADDRESSES:
                self._stage = _AT_ADDRESSES
                return self._add(_ADDRESSES[role], line)
            if role is _SIGNAL:
                return self._add("operating-signal", line)
        if role in _OFFICERS and self.header.entries:
            return self._add(_ROUTING[role], line)
        if role is _TEXT and self._stage <= _AT_CAPTIONS and self._is_section_line(line.text):
            self._stage = _AT_CAPTIONS
            return self._add("section", line)
        if role in _FORMAL and not (
            self._stage is _AT_ROUTING and not self.header.entries and line.breaks < 2
        ):
            self._stage = _AT_FORMAL
            self._subject_words = line.text.split()[1:] if role is _SUBJECT else self._subject_words
            return self._add(_FORMAL[role], line)
        if is_paragraph_start(line.text) and not self._is_cited(line):
            return False
        if role is _PASSING and self._stage >= _AT_CAPTIONS:
            return self._add("passing", line)
        return (self._routing, self._addresses, self._caption, self._formal)[self._stage](line)

    def _is_section_line(self, text: str) -> bool:
        if not (text[-1].isdigit() or "SECT" in text[:_LONGEST_SECTION_LINE] or OPENING.match(text)):
            return False
        if parse_reference_line(text) is not None:
            return True
        # Classification and message number on two lines.
        is_after_marking = self._stage is _AT_CAPTIONS and self._last_line().role is _CLASSIFICATION
        return is_after_marking and parse_reference_line(text, needs_section=False) is not None

    def _is_cited(self, line: Line) -> bool:
        """A second reference, ``(B) STATE 12345``, looks like a sub-paragraph.

        And ``1. ON JANUARY 24`` looks like a reference: a figure goes on with a row of figures only.
        """
        if self._last_type() != "reference" or _CITED.match(line.text) is None:
            return False
        figure = _FIGURE.match(line.text)
        if figure is None:
            return True
        cited = without_keyword(" ".join(found.text for found in self._last_entry().lines))
        return not cited if figure[1] == "1" else _row_of(int(figure[1]) - 1).search(cited) is not None

    def _is_formal_next(self) -> bool:
        following = self._lines[self._at + 1 : self._at + 1 + _NEAR]
        return any(line.role in _FORMAL for line in following)

    def _last_entry(self) -> Entry:
        entries = (e for e in reversed(self.header.entries) if e.type not in ("furniture", "note"))
        return next(entries)

    def _last_line(self) -> Line:
        return self._last_entry().lines[-1]

    def _is_wrapped(self) -> bool:
        text = self._last_line().text
        return len(text) >= _LONG_SUBJECT_LINE or text.endswith((",", ";", "-"))

    def _last_type(self) -> str:
        kinds = (e.type for e in reversed(self.header.entries) if e.type not in ("furniture", "note"))
        return next(kinds, "")

    def _is_strong_ahead(self, reach: int = _AHEAD) -> bool:
        for line in self._lines[self._at + 1 : self._at + 1 + reach]:
            if line.role in _STRONG:
                return True
            is_other = line.role in _ENDS_HEADER or line.page == 1
            if is_other or is_paragraph_start(line.text):
                return False
        return False

    def _routing(self, line: Line) -> bool:
        if _OFFICES.match(line.text) and self._last_type() in ("action", "origin", "distribution"):
            return self._continue(line)
        if not self._is_strong_ahead(40):
            return False
        if self._last_type() in ("drafting", "approval", "clearance"):
            return self._add("clearance", line)
        return self._add("unrecognized", line)

    def _addresses(self, line: Line) -> bool:
        if OPENING.match(line.text) or self._is_own_number(line):
            # Whatever else a line says that begins with a classification, it is no addressee.
            self._stage = _AT_CAPTIONS
            return self._add("section", line)
        kind = self._last_type()
        if kind in ("from", "to", "info", "exempt", "date") and is_address(line.text):
            if kind == "date":
                return self._add("operating-signal", line)
            # In capitals a sentence looks like an address: the section line must still be to come.
            if names_a_post(line.text) or self._is_marking_ahead():
                return self._continue(line)
        return self._is_strong_ahead() and self._add("unrecognized", line)

    def _is_own_number(self, line: Line) -> bool:
        """Return True for the number of the message without a classification, or with a misspelt one."""
        reference = parse_reference_line(line.text, needs_section=False)
        sender = self.header.first("from")
        if reference is None or not reference.number or sender is None:
            return False
        is_alone = reference.end == len(line.text)
        return is_alone and f" {reference.post}" in f" {sender.text}"

    def _is_marking_ahead(self) -> bool:
        ahead = self._lines[self._at + 1 : self._at + 2 + _LONGEST_ADDRESS_LIST]
        for line, following in itertools.pairwise(ahead):
            if line.role is _END:
                return False
            if line.role is _CLASSIFICATION and following.role not in FURNITURE:
                return True
            if line.role in FURNITURE:
                continue
            if line.role in _STRONG or OPENING.match(line.text):
                return True
            if is_paragraph_start(line.text) or not is_address(line.text):
                return False
        return False

    def _caption(self, line: Line) -> bool:
        text = " ".join(line.text.split())
        if text in self._captions or _CAPTION.match(text) or self._is_strong_ahead():
            return self._add("caption", line)
        return False

    def _formal(self, line: Line) -> bool:
        last, text = self._last_type(), line.text
        is_same_block = line.breaks == 1
        if last == "executive-order" and _TAGS_ONLY.match(text):
            return self._add("tags", line)
        if last == "tags" and is_same_block and (_TAGS_ONLY.match(text) or text.startswith("(")):
            return self._continue(line)
        if last == "reference" and (
            self._is_cited(line) or (is_same_block and (self._is_wrapped() or _CITED_WORDS.match(text)))
        ):
            return self._continue(line)
        if last == "subject" and self._goes_on_with_subject(line, is_same_block):
            self._subject_words.extend(text.split())
            return self._continue(line)
        if _CAPTION.match(text) and line.breaks != 1:
            return self._add("caption", line)
        return self._is_strong_ahead(4) and self._add("unrecognized", line)

    def _goes_on_with_subject(self, line: Line, is_same_block: bool) -> bool:
        words = line.text.split()
        before = len(self._subject_words)
        if self._subject and self._subject[:before] == self._subject_words:
            # The attributes have the subject on one line: they say where it ends.
            return self._subject[before : before + len(words)] == words
        previous = self._last_line().text
        if is_same_block:
            if not self._subject_words:
                # The subject stands below its word.
                return not is_paragraph_start(line.text)
            # A wrapped line is a full one; under a short one the text begins, unless the header goes on.
            is_unfinished = previous.rpartition(" ")[2] in _UNFINISHED
            return len(previous) >= _LONG_SUBJECT_LINE or is_unfinished or self._is_formal_next()
        following = self._lines[self._at + 1] if self._at + 1 < len(self._lines) else None
        is_alone = (
            following is None
            or following.breaks != 1
            or following.role is not _TEXT
            or is_paragraph_start(following.text)
        )
        return (
            is_alone
            and len(previous) >= _LONG_SUBJECT_LINE
            and not previous.endswith((".", "?", "!"))
            and len(line.text) <= _LONGEST_SUBJECT_LINE
            and not line.text.endswith((".", ",", ";"))
        )


def read_header(
    lines: Sequence[Line], start: int, captions: Collection[str] = (), subject: str = ""
) -> HeaderLines:
    """Return the header that begins at ``lines[start]``; without entries where none begins there.

    captions: those of the first section, which the others repeat; subject: the attributes' subject.
    """
    return _HeaderReader(lines, start, captions, subject).read()
