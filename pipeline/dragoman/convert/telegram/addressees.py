"""Who sent a telegram and who got it: several may share a line, each with precedence and number."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from dragoman.convert.telegram.cues import ADDRESSEE_PREFIXES, PRECEDENCE_WORDS

_PREFIXES: Final = "|".join(
    sorted((re.escape(prefix) for prefix, _ in ADDRESSEE_PREFIXES), key=len, reverse=True)
)
_BEGINNING: Final = re.compile(rf"(?<!\S)(?:RU[A-Z]{{2,6}} ?/ ?)?(?:{_PREFIXES})(?![A-Z])")
_ROUTING_INDICATOR: Final = re.compile(r"RU[A-Z]{2,6} ?/ ?")
_PRECEDENCE: Final = "|".join(PRECEDENCE_WORDS)
# (The look ahead says where it can begin, so that it is not tried at each letter of the name.)
_TAIL: Final = re.compile(
    rf"(?=\s|$)(?:\s{{1,8}}(?:{_PRECEDENCE}))?(?:\s{{1,8}}(?:{_PRECEDENCE}))?(?:\s{{1,8}}\d{{1,6}})?"
    rf"(?:\s{{1,8}}(?:{_PRECEDENCE}))?(?:\s{{1,8}}\(?(?:(?:BY|VIA) )?(?:AIR ?)?POUCH(?:ED)?\)?)?\s*$"
)
_ADDRESS: Final = re.compile(r"[A-Z][A-Z0-9 &'()./,\-]*$")
_STYLED: Final = {prefix: styled for prefix, styled in ADDRESSEE_PREFIXES if styled}
# Agencies whose name is followed by that of their place.
_AGENCIES: Final = frozenset(("SECSTATE", "SECDEF", "USICA", "USIA", "CIA", "JCS", "DIA", "NSC"))
_LONGEST_ADDRESS: Final = 72
_DEPARTMENT: Final = "the Department of State"


@dataclass(frozen=True, slots=True)
class Addressee:
    """One addressee of a line: where its name stands in the line, and the name, blanks squeezed.

    place:  the post's place as printed (``MOSCOW``), or "" where the name has none;
    styled: the name as a heading writes it: ``AmEmbassy Moscow``, ``the Department of State``.
    """

    start: int
    end: int
    name: str
    place: str
    styled: str


def _place_of(name: str) -> str:
    words = name.split()
    if len(words) > 1 and words[0] in _STYLED:
        return " ".join(words[1:])
    return words[1] if len(words) == 2 and words[0] in _AGENCIES else ""


def _styled(name: str) -> str:
    words = name.split()
    if words[0] == "SECSTATE" or name.startswith(("DEPT OF STATE", "DEPARTMENT OF STATE")):
        return _DEPARTMENT
    if words[-1] == "WASHDC":
        words[-1] = "WASHINGTON"
    if words[0] not in _STYLED:
        return " ".join(words)
    # USMISSION USNATO names no town: what begins with US is an abbreviation.
    place = (w if w.startswith("US") and len(w) > 3 else w.capitalize() for w in words[1:])
    return " ".join((_STYLED[words[0]], *place))


# The same posts are written to again and again.
@lru_cache(maxsize=1024)
def parse_addressees(text: str, at: int = 0) -> tuple[Addressee, ...]:
    """Return the addressees that a line names from ``at`` on, each without precedence and number.

    ``AMEMBASSY TOKYO USMISSION USBERLIN`` names two; ``SECSTATE WASHDC PRIORITY 0388`` one.
    """
    beginnings = [match.start() for match in _BEGINNING.finditer(text, at)]
    first = at + len(text[at:]) - len(text[at:].lstrip())
    if first < len(text) and (not beginnings or beginnings[0] > first):
        beginnings.insert(0, first)
    # USMISSION USNATO, USDEL MTN: a prefix that follows a prefix at once is part of the name.
    kept = [b for i, b in enumerate(beginnings) if i == 0 or " " in text[beginnings[i - 1] : b].strip()]
    found: list[Addressee] = []
    for index, start in enumerate(kept):
        end = kept[index + 1] if index + 1 < len(kept) else len(text)
        part = text[start:end]
        tail = _TAIL.search(part, max(0, len(part) - _LONGEST_ADDRESS))
        name = part[: tail.start()] if tail else part
        name = name.rstrip(" ,;")
        routing = _ROUTING_INDICATOR.match(name)
        if routing is not None and routing.end() < len(name):
            start, name = start + routing.end(), name[routing.end() :]
        if name:
            bare = " ".join(name.split())
            found.append(Addressee(start, start + len(name), bare, _place_of(bare), _styled(bare)))
    return tuple(found)


def names_a_post(text: str) -> bool:
    """Return True when the line begins as the name of a post or an agency does."""
    return _BEGINNING.match(text) is not None


def is_address(text: str) -> bool:
    """Return True when the line can be one that goes on with a list of addressees."""
    if len(text) > 4 * _LONGEST_ADDRESS:
        return False
    if names_a_post(text):
        return True
    return (
        len(text) <= _LONGEST_ADDRESS
        and not text.endswith((".", ":", ";"))
        and _ADDRESS.match(text) is not None
    )
