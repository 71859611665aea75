"""Lines that are the office of somebody: “First Deputy Minister”, “Первый секретарь посольства”."""

from __future__ import annotations

import re
from typing import Final

from dragoman.convert.brackets.words import ROLES
from dragoman.convert.memorandum.native_forms import OFFICES, SMALL_WORDS
from dragoman.convert.memorandum.patterns import head_of
from dragoman.source import SourceText, Span

LONGEST_OFFICE: Final = 160
SMALL: Final = frozenset(("of", "the", "for", "and", "to", "in", "at", "on")) | SMALL_WORDS
# “Abt.-Ltr.”
_SHORT_OFFICE: Final = re.compile(r"(?:[^\W\d_]{2,6}\.[ -]?){1,3}")
_CHARGE: Final = re.compile(r"\bCharg[eé] d[’']Affaires(?: a\. ?i\.)?", re.IGNORECASE)
_ROMAN: Final = re.compile("[IV]{1,3}")
_ORDINAL: Final = re.compile(r"\b[1-4](?:st|nd|rd|th)\b")
# What an office has besides the words for people: "First Secretary of the Embassy", "Member of the Bureau".
_OFFICES: Final = frozenset("member first counsellor embassy ministry commissioner inspector rector".split())


def is_office(source: SourceText, span: Span) -> bool:
    """Return True for a line that is the office of somebody and no sentence: “First Deputy Minister”."""
    if len(span) > LONGEST_OFFICE:
        return False
    line = head_of(source, span)
    line = _CHARGE.sub("Ambassador", _ORDINAL.sub("Second", line))
    words = re.findall(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*", line)
    is_short = _SHORT_OFFICE.fullmatch(line) is not None
    if not words or (re.search(r"[.!?:;]$|\d", line) and not is_short):
        return False
    if len(words) == 2 and words[0] == "The" and words[1].lower() in ROLES:
        return True
    if all(word in ROLES or word in _OFFICES or word in SMALL for word in words) and len(words) < 5:
        # "ambassador", "first secretary of the embassy"
        return words[0] not in SMALL
    is_native = len(words) < 8 and 2 * sum(word.lower() in OFFICES for word in words) >= len(words)
    if is_native and (words[0].lower() in OFFICES or _ROMAN.fullmatch(words[0])):
        # “Первый секретарь посольства”, “III. Sekretär”
        return True
    is_titled = all(word[0].isupper() or word in SMALL for word in words) and words[0][0].isupper()
    return is_titled and any(word.lower() in ROLES or word.lower() in _OFFICES for word in words)
