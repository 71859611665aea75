"""The lines of a transcript, each with the role that its form gives it.

What a line means can depend on its neighbours (a line that begins with TO is an addressee only
in a header); the role here is what the line alone shows. `furniture` and `header` look further.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from enum import StrEnum
from functools import cache
from typing import Final, NamedTuple

from dragoman.convert.telegram import classification
from dragoman.convert.telegram.cues import MONTHS
from dragoman.source import SourceText


class Role(StrEnum):
    """What the form of a line says that it is."""

    TEXT = "text"
    PART_TEXT = "part-heading of the text"
    PART_ATTRIBUTES = "part-heading of the attributes"
    CLASSIFICATION = "classification"
    BANNER = "page banner"
    PAGE_NUMBER = "page number"
    END = "end of message"
    DUPLICATE = "duplicate"
    STAMP = "declassification"
    FOOTER = "footer"
    SPECIMEN = "specimen"
    NOTE = "operator's note"
    CORRECTION = "corrected copy"
    BEGIN_QUOTE = "begin text"
    END_QUOTE = "end text"
    ACTION = "action"
    ORIGIN = "origin"
    INFO = "info"
    TRANSMISSION = "transmission"
    DRAFTED = "drafted by"
    APPROVED = "approved by"
    DATE = "date-time group"
    FROM = "from"
    TO = "to"
    EXEMPT = "exempted"
    SIGNAL = "operating signal"
    SECTION = "section"
    ORDER = "executive order"
    TAGS = "tags"
    SUBJECT = "subject"
    REFERENCE = "reference"
    PASSING = "passing"


FURNITURE: Final = frozenset(
    (
        Role.CLASSIFICATION, Role.BANNER, Role.PAGE_NUMBER, Role.END, Role.DUPLICATE, Role.STAMP, Role.FOOTER,
        Role.SPECIMEN, Role.PART_TEXT, Role.PART_ATTRIBUTES,
    )
)  # fmt: skip


class Line(NamedTuple):
    """A non-blank run of the transcript: a line, or a part of one.

    start, end: without the blanks around it; breaks: how many line ends stand between it and the
    one before (0: the same line, 2: a blank line); page: of a banner, its number.
    """

    role: Role
    start: int
    end: int
    breaks: int
    text: str
    page: int = 0
    section: int = 0
    sections: int = 0


def indices_of(lines: Sequence[Line], roles: frozenset[Role]) -> list[int]:
    """Return the indices of the lines that have one of the roles."""
    return [index for index, line in enumerate(lines) if line.role in roles]


_MONTH: Final = "|".join(MONTHS)
# Words between BEGIN and TEXT: OF THE UNOFFICIAL TRANSLATION.
_WORDS: Final = r"(?: OF)?(?: [A-Z\-]{2,14}){0,3}"
_MESSAGE: Final = r"(?:TEXT|TRANSLATION)"
# (role, what it can begin with, pattern): the first that matches the beginning of a line wins. Bounded
# repeats only, so that no line, however long, costs more than its first hundred characters.
FORMS: Final[tuple[tuple[Role, str, str], ...]] = (
    (Role.PART_TEXT, "M", r"M(?:essage Text|ESSAGE TEXT) ?:?$"),
    (Role.PART_ATTRIBUTES, "M", r"M(?:essage Attributes|ESSAGE ATTRIBUTES) ?:?$"),
    (Role.BANNER, "P", r"PAGE ?\d{1,3}(?!\d|[.,;])"),
    # Behind the NNNN of the message before, VV and the channel's number begin the next.
    (Role.SIGNAL, "NVZ", r"(?:N{3,4}VV|VZCZC|ZCZC ?)[A-Z0-9]{0,12}(?: [A-Z0-9]{2,12}){0,2}$"),
    (Role.END, "N", r"N{3,4}[A-Z]{0,12}$"),
    (Role.END, "<", r"<{1,3} ?END OF (?:DOCUMENT|MESSAGE) ?>{1,3}$"),
    (Role.FOOTER, "*", r"\*{2,3} ?Current (?:Handling Restrictions|Classification) ?\*{2,3}"),
    (Role.DUPLICATE, "*P", r"(?:\*{1,3} ?)?(?:POSS|POSSIBLE) ?DUP(?:E|LICATE)?(?: ?\*{1,3})?\.?$"),
    (Role.SPECIMEN, "S", r"SPECIMEN(?:$| ?[:\-–—.])"),
    (Role.NOTE, "(*NO", r"[(*]?(?:NOTE BY (?:OC/?T|OCT|OC|COMMCEN|OPERATOR)|OC/T NOTE)"),
    (Role.NOTE, "(*NO", r"[(*]?(?:OPERATOR'?S? NOTE|NOTE:? OC/T)"),
    (Role.NOTE, "(*NO", r"[(*]?NOTE:? [^.]{0,60}\b(?:GARBLED?|AS RECEIVED|CORRECTION TO FOLLOW)\b"),
    (Role.NOTE, "(#*%", r"\(?[#*%]{1,3}\)? ?(?:OMISSION|AS RECEIVED|GARBLE|TEXT MISSING)"),
    (Role.CORRECTION, "*C", r"(?:\*{1,3} ?)?CORRECTED ?COPY|C ?O ?R ?R ?E ?C ?T ?E ?D {1,3}C ?O ?P ?Y"),
    (Role.BEGIN_QUOTE, "BSQ", rf"(?:BEGIN|START){_WORDS} {_MESSAGE}\b *[:.\-]{{0,2}}|(?:QTE|QUOTE) ?[:.]?$"),
    (Role.END_QUOTE, "EU", rf"END{_WORDS} {_MESSAGE}\b *[.)]?$|(?:UNQTE|UNQUOTE|END (?:QUOTE|QTE)) ?\.?$"),
    (Role.TRANSMISSION, "-0123456789", r"-{3,} ?\d{4,}|-{8,}$|[0-9]{2,6}$"),
    (Role.ACTION, "A", r"ACTION(?::? [A-Z]{1,5}-?\d\d| ?-?$|: ?[A-Z]{1,5}\b)"),
    (Role.ORIGIN, "O", r"ORIGIN(?::? [A-Z]{1,5}-?\d\d| ?-?$)"),
    (Role.DRAFTED, "D", r"DRAFTED (?:BY|AND)"),
    (Role.APPROVED, "A", r"APPROVED BY"),
    (
        Role.DATE,
        "ZOPRYM0123456789Il",
        r"(?:[ZOPRYM]{1,2}(?: [ZOPRYM]){0,2} ?)?(?:[0-9][0-9OIl]|[OIl][0-9])[0-9OIl]{4} ?"
        rf"[A-Z]\s{{0,3}}(?:{_MONTH})",
    ),
    (Role.FROM, "F", r"FM:? +\S|FROM:? +(?:AM|US|SECSTATE|CINC)"),
    (Role.TO, "T", r"TO:? +\S"),
    (Role.INFO, "I", r"INFO:?(?: +\S|$)"),
    (Role.EXEMPT, "X", r"XMT:? +\S"),
    (Role.SIGNAL, "ZB", r"(?:Z(?:DK|FF|DS|FH|UJ|NR|NY|OC|EN|YH|DG|FG)\d?|BT)(?: |$)"),
    (Role.SIGNAL, "OPRZ", r"(?:[OPRZ]{2} {1,3}){1,2}RU[A-Z]{2,6}(?: {1,3}RU[A-Z]{2,6}){0,8}$"),
    (Role.SIGNAL, "D", r"DE {1,3}RU[A-Z]{2,6} {1,3}#?\d{3,5}(?:/\d{2})?(?: {1,3}\d{7})?$"),
    (Role.ORDER, "E", r"E ?\. ?[O0] ?\.? ?(?:[:.,;]? ?\d{4,5}|:)|E ?[O0]\.? ?[:.]? ?\d{4,5}"),
    (Role.ORDER, "E", r"EXECUTIVE ORDER \d{4,5}"),
    (Role.TAGS, "T", r"TAG(?:S|S?:) ?[:;.,\-]? |TAGS?[:;.\-]|TAGS$"),
    (Role.SUBJECT, "S", r"SUB(?:J|JECT|JET|JCT|JEC|ECT)? ?[:;.]|SUBJ(?:ECT)? ?- ?|SUBJECT +\S"),
    (Role.REFERENCE, "R", r"REF(?:S|ERENCES?|TELS?|\(S\))? ?[:;.\-]"),
    (Role.REFERENCE, "R", r"REFS? +(?:\(?A[).]|[A-Z]{3,} {0,3}[A-Z]{0,8} {0,3}\d{3,})"),
    (
        Role.PASSING,
        "DPEA",
        r"(?:DEPT\.?|DEPARTMENT|PLS|PLEASE|EMBASSY)? ?(?:ALSO )?PASS(?:ED)?(?: (?:TO|ALSO)\b|:)",
    ),
    (Role.PASSING, "DP", r"DEPT\.? PASS\b|PASS [A-Z/]{2,}"),
)  # fmt: skip


# The three letters with which a form can begin, where it begins with three: in front of a date-time group
# stand two of precedence, and a figure can look like a letter. BT is a whole line.
BEGINNINGS: Final = (
    frozenset(
        """
    Mes MES PAG NNN POS SPE NOT OPE COR BEG STA QTE QUO END UNQ ACT ORI DRA APP FRO INF XMT ZDK ZFF ZDS ZFH
    ZUJ ZNR ZNY ZOC ZEN ZYH ZDG ZFG ZCZ VZC BT EXE TAG SUB REF DEP PLS PLE EMB ALS PAS
    """.split()
    )
    # The line of routing indicators above the date, and that of the station that sends.
    | frozenset(("DE ", "OO ", "PP ", "RR ", "ZZ "))
    | frozenset(map("".join, itertools.product("ZOPRYM", "ZOPRYM", "OIl")))
    | classification.BEGINNINGS
)


class _Forms(NamedTuple):
    """Forms as one pattern: group n is empty and stands after the form of ``roles[n - 1]``."""

    pattern: re.Pattern[str]
    roles: tuple[Role, ...]


@cache
def _forms_beginning_with(letter: str) -> _Forms | None:
    """Return the forms that can begin with a letter, or None; what is a classification alone comes last.

    (A group round a form would hide its first letter from the matcher, which passes over every form
    that begins with another.)
    """
    forms = [(role, form) for role, letters, form in FORMS if letter in letters]
    if letter in classification.FIRST_LETTERS:
        forms.append((Role.CLASSIFICATION, classification.line_form(letter)))
    if not forms:
        return None
    return _Forms(
        re.compile("|".join(f"(?:{form})()" for _, form in forms)), tuple(role for role, _ in forms)
    )


# Asked and done for every line of a transcript: a member by its name takes as long as a comparison, and
# the constructor of a named tuple twice as long as what it calls.
_TEXT: Final = Role.TEXT
_CLASSIFICATION: Final = Role.CLASSIFICATION
_PART_ATTRIBUTES: Final = Role.PART_ATTRIBUTES
_made: Final = tuple.__new__

# A line that is not blank, without the blanks before it.
_LINE: Final = re.compile(r"\S[^\n\r\f\v\x85\u2028\u2029]*")
# What ends a line and is neither a line feed nor, before one, a carriage return.
_OTHER_LINE_ENDS: Final = "\f\v\x1c\x1d\x1e\x85\u2028\u2029"
_LONGEST_FORM: Final = 200
_STAMP: Final = re.compile(
    r"(?:Declassified\s{0,8}/\s{0,8}Released|DECLASSIFIED\s{0,8}/\s{0,8}RELEASED)\s{1,12}"
    r"(?:US|U\.S\.)\s{1,8}(?:Department\s{1,8}of\s{1,8}State|DEPARTMENT\s{1,8}OF\s{1,8}STATE)"
    r"(?:\s{1,12}(?:EO|E\.O\.)\s{1,8}(?:Systematic\s{1,8}Review|SYSTEMATIC\s{1,8}REVIEW))?(?:\s{1,12}\d{1,2}\s{1,4}[A-Za-z]{3}\s{1,4}\d{4})?",
)
# The reviewer's name before the stamp: the only words in small letters near it.
_REVIEWER: Final = re.compile(r"[A-Z][a-z]{1,20}(?: +[A-Z]\.){0,2}(?: +[A-Z][a-z'’\-]{1,20}){1,2}\s{1,24}$")
_REVIEWER_LENGTH: Final = 80


def _stamps(text: str) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    if "Declassified" not in text and "DECLASSIFIED" not in text:
        return found
    for match in _STAMP.finditer(text):
        floor = max(found[-1][1] if found else 0, match.start() - _REVIEWER_LENGTH)
        reviewer = _REVIEWER.search(text, floor, match.start())
        found.append((reviewer.start() if reviewer else match.start(), match.end()))
    return found


def _line_ends(text: str, start: int, end: int) -> int:
    """Return how many line ends there are between two lines; a form feed is one at least."""
    gap = text[start:end]
    if "\n" in gap:
        return gap.count("\n")
    return gap.count("\r") or len(gap.splitlines()) - (1 if gap and gap.splitlines()[-1:] == [gap] else 0)


def role_of(text: str) -> Role:
    """Return the role that the form of one line, without blanks around it, gives it.

    Runs of blanks count as one: a layout-preserving extraction sets the header in columns.
    """
    beginning = text[:3]
    if beginning.isalpha() and beginning not in BEGINNINGS:
        # Two lines in three.
        return _TEXT
    forms = _forms_beginning_with(beginning[:1])
    if forms is None:
        return _TEXT
    if len(text) > _LONGEST_FORM or "  " in text or "\t" in text:
        text = _head_of(text)
    match = forms.pattern.match(text)
    if match is None:
        return _TEXT
    role = forms.roles[(match.lastindex or 1) - 1]
    is_too_long = role is _CLASSIFICATION and len(text) > classification.LONGEST
    return _TEXT if is_too_long else role


def _head_of(text: str) -> str:
    """Return as much of a line as its form can need, with single blanks."""
    head = " ".join(text[:_LONGEST_FORM].split())
    # What must end the line cannot, and no longer line may seem to be a short one.
    return head if len(text) <= _LONGEST_FORM else head + "…"


def _has_line_feeds_alone(source: SourceText) -> bool:
    """Return True for a text whose lines end with line feeds, or carriage returns before them."""
    if source.is_plain:
        return True
    text = source.text
    has_others = any(character in text for character in _OTHER_LINE_ENDS)
    return not has_others and ("\r" not in text or text.count("\r") == text.count("\r\n"))


class _LineTeller:
    """Tells the lines of a transcript apart, one piece between two stamps after the other."""

    def __init__(self, source: SourceText) -> None:
        text = source.text
        self.lines: list[Line] = []
        self._text = text
        # A mirror's page may print both headings above the message too: only below the last of them all is
        # a pair of the attributes, and a line's form says nothing.
        self._last_heading = max(text.rfind("Attributes"), text.rfind("ATTRIBUTES"))
        self._is_below = False
        self._has_line_feeds_alone = _has_line_feeds_alone(source)

    def take(self, start: int, end: int, is_before_stamp: bool) -> None:
        """Take the lines between two offsets; what a stamp touches is part of a line and has no form."""
        tell = self._tell_by_line_feeds if self._has_line_feeds_alone else self._tell_by_any_ends
        tell(start, end, start or -1, end if is_before_stamp else -1)

    def take_stamp(self, start: int, end: int) -> None:
        """Take a stamp, which is a line of its own."""
        last = self.lines[-1].end if self.lines else 0
        breaks = _line_ends(self._text, last, start)
        self.lines.append(Line(Role.STAMP, start, end, breaks, self._text[start:end]))

    def _tell_by_any_ends(self, begin: int, finish: int, touched: int, touching: int) -> None:
        text, last = self._text, begin
        for match in _LINE.finditer(text, begin, finish):
            start, bare = match.start(), match[0].rstrip()
            end = start + len(bare)
            role = _TEXT
            if not (self._is_below or start == touched or end == touching):
                role = role_of(bare)
                self._is_below = role is _PART_ATTRIBUTES and end > self._last_heading
            breaks = text.count("\n", last, start) or _line_ends(text, last, start)
            self.lines.append(Line(role, start, end, breaks, bare))
            last = end

    def _tell_by_line_feeds(self, begin: int, finish: int, touched: int, touching: int) -> None:
        """Do the same in half the time."""
        take, is_below, breaks = self.lines.append, self._is_below, 0
        for line in self._text[begin:finish].split("\n"):
            bare = line.strip()
            if bare:
                start = begin if bare is line else begin + line.index(bare)
                end = start + len(bare)
                beginning = bare[:3]
                role = _TEXT
                if not (
                    is_below
                    or (beginning.isalpha() and beginning not in BEGINNINGS)
                    or start == touched
                    or end == touching
                ):
                    role = role_of(bare)
                    is_below = role is _PART_ATTRIBUTES and end > self._last_heading
                take(_made(Line, (role, start, end, breaks, bare, 0, 0, 0)))
                breaks = 0
            breaks += 1
            begin += len(line) + 1
        self._is_below = is_below


def segment_lines(source: SourceText) -> list[Line]:
    """Return the non-blank lines of a transcript in order; together they hold all that is not blank.

    A declassification stamp is a line of its own even in the middle of another.
    """
    text = source.text
    teller, at = _LineTeller(source), 0
    for start, end in _stamps(text):
        teller.take(at, start, True)
        teller.take_stamp(start, end)
        at = end
    teller.take(at, len(text), False)
    return teller.lines
