"""Lines of a list of people: a name and an office, in whatever order and with whatever between them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from dragoman.convert.brackets.words import ROLES
from dragoman.convert.memorandum import patterns
from dragoman.convert.memorandum.datelines import is_dateline
from dragoman.convert.memorandum.letters import SMALL
from dragoman.convert.memorandum.names import begins_with_name, name_at_end, names_in
from dragoman.convert.memorandum.native_forms import OFFICES
from dragoman.convert.memorandum.native_names import is_han_list
from dragoman.convert.memorandum.turns import TURN_LABEL
from dragoman.source import Line, SourceText

# What parts the name from the office where the two stand in columns.
COLUMN: Final = re.compile(r"(?<=[^\s,;:–—-])[ \u00a0]{2,}(?=\S)")
_BULLET: Final = re.compile(r"(?:[-–—•*]|\d{1,2}[.)])\s+")
# “Kovács János – miniszter”: a dash and words, which are not a sentence, behind a name of two words.
_DASHED: Final = re.compile(
    rf"(?:[^\W\d_{SMALL}][^\W\d_]+(?:[-’'][^\W\d_]+)*\s?){{2,3}}\s[–—-]\s[^.:;!?]{{3,80}}"
)
_WORD: Final = re.compile(r"[^\W\d_]+")
_LONGEST_NAME: Final = 45
_LONGEST_OFFICE: Final = 120
_LONGEST_SPEAKER: Final = 3
_LONGEST_LINE: Final = 280
_REACH: Final = 60  # lines


def listed_lines(source: SourceText, lines: Sequence[Line]) -> frozenset[int]:
    """Return the offsets of the lines that begin somebody in a list of people near the top."""
    found: set[int] = set()
    is_list = False
    for line in lines[:_REACH]:
        if len(line.span) > _LONGEST_LINE:
            is_list = False
            continue
        text = patterns.head_of(source, line.span)
        if (":" in text or "：" in text) and patterns.PARTICIPANTS_HEAD.match(text):
            is_list = True
        elif is_list and is_participant(text, source[line.span]):
            found.add(line.span.start)
        elif line.is_after_blank:
            is_list = False
    return frozenset(found)


def is_participant(line: str, printed: str) -> bool:
    """Return True for a line of a list of people; the first words of the talk are none.

    line: with its blanks run together; printed: as it stands.
    """
    if patterns.PARTICIPANTS_HEAD.match(line) or patterns.DATELINE_KEY.match(line) or is_dateline(line):
        return False
    if speaks(line):
        return False
    return (
        begins_with_name(line)
        or is_han_list(line)
        or in_columns(printed)
        or ends_with_name(line)
        or _DASHED.fullmatch(line) is not None
    )


def in_columns(printed: str) -> bool:
    """Return True for a name and an office with two blanks or more between them: ``J. Wilk      Consul``."""
    cells = COLUMN.split(_BULLET.sub("", printed.strip(), count=1))
    if len(cells) != 2 or max(map(len, cells)) > _LONGEST_OFFICE or len(cells[0]) > _LONGEST_NAME:
        return False
    name, office = cells
    if names_in(office) or office[-1:] in (".", ":", ";", "!", "?"):
        return False
    if names_in(name):
        return begins_with_name(name)
    # Two names side by side are no name and office.
    is_office = not (begins_with_name(office) or is_han_list(office)) or _has_office(office)
    return is_office and (begins_with_name(name) or is_han_list(name))


def ends_with_name(line: str) -> bool:
    """Return True for an office with the name behind it: ``Deputy Minister of Transport Ts. Bold``."""
    text = _BULLET.sub("", line, count=1).rstrip(",;")
    found = name_at_end(text)
    if found is None or not 0 < found[0] <= _LONGEST_OFFICE or found[1] != len(text):
        return False
    words = _WORD.findall(text[: found[0]])
    if not words or patterns.TITLE_CUE.match(line):
        return False
    # “Soviet Ambassador P. Gusev”, but no sentence: “The Ambassador thanked P. Gusev”.
    is_second = words[0][0].isupper() and words[0] != "The" and words[1:2] != []
    return words[0].lower() in _ALL_OFFICES or (is_second and words[1].lower() in _ALL_OFFICES)


_ALL_OFFICES: Final = ROLES | OFFICES | {"first", "second", "third", "vice", "acting"}


def _has_office(words: str) -> bool:
    return not _ALL_OFFICES.isdisjoint(_WORD.findall(words.lower()))


def speaks(line: str) -> bool:
    """Return True for a name, a colon and words."""
    turn = TURN_LABEL.match(line)
    return turn is not None and turn["mark"].strip() == ":" and len(line) > turn.end() + _LONGEST_SPEAKER
