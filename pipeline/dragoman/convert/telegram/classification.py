"""Classifications as they are printed: plain, spaced out, with a caption beside them, misspelt."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from rapidfuzz.distance import OSA

from dragoman.convert.telegram.cues import CLASSIFICATIONS, DISTRIBUTION_CAPTIONS, spaced

_MEANING: Final = {"".join(printed.split()): meaning for printed, meaning in CLASSIFICATIONS}
_ANY: Final = "|".join(spaced(printed) for printed, _ in CLASSIFICATIONS)
_CAPTION: Final = "|".join(re.escape(caption) for caption in DISTRIBUTION_CAPTIONS)

# The classification that opens a section line.
OPENING: Final = re.compile(rf"(?:{_ANY})(?![A-Z])")
# The classification at the end of a line, with or without a blank before it.
_ENDING: Final = re.compile(rf"(?:{_ANY})$")
FIRST_LETTERS: Final = frozenset(printed[0] for printed, _ in CLASSIFICATIONS)
# The first three letters of each.
BEGINNINGS: Final = frozenset(printed.replace(" ", "")[:3] for printed, _ in CLASSIFICATIONS)
_SQUEEZED: Final = tuple(_MEANING)
_LAST_LETTERS: Final = frozenset(printed[-1] for printed, _ in CLASSIFICATIONS)

# A classification is never printed longer than this, spaced out and with its captions.
LONGEST: Final = 90
_LONG_ENOUGH_TO_MISSPELL: Final = 6
_MOST_SLIPS: Final = 2
# Glued to a word, a shorter one would be found in many words.
_LONG_ENOUGH_TO_GLUE: Final = 9
_LONGEST_MISSPELT: Final = max(map(len, _MEANING)) + _MOST_SLIPS


def line_form(letter: str) -> str:
    """Return a pattern for a line that is a classification and nothing else, but perhaps its captions.

    letter: with which it begins; such a line is not longer than `LONGEST`.
    """
    printed = "|".join(spaced(printed) for printed, _ in CLASSIFICATIONS if printed[0] == letter)
    return rf"(?:{printed})(?:(?: ?//? ?| +|- ?)(?:{_CAPTION}))*\s*[.*]?$"


@lru_cache(maxsize=256)
def squeezed(text: str) -> str:
    """Return the letters of ``text``, in capitals."""
    return "".join(filter(str.isalpha, text)).upper()


@lru_cache(maxsize=4096)
def meaning_of(text: str) -> str:
    """Return what the classification that opens ``text`` stands for, or "".

    ``C O N F I D E N T I A L`` is CONFIDENTIAL, ``UNCLAS`` is UNCLASSIFIED; a misspelt one is
    what it differs from by no more than two letters.
    """
    match = OPENING.match(text[:LONGEST])
    if match:
        return _MEANING.get(squeezed(match[0]), "")
    return _MEANING.get(nearest(text), "")


@lru_cache(maxsize=4096)
def nearest(text: str) -> str:
    """Return the classification, squeezed, that ``text`` misspells, or ""."""
    letters = squeezed(text) if len(text) <= LONGEST else ""
    if not _LONG_ENOUGH_TO_MISSPELL - 1 <= len(letters) <= _LONGEST_MISSPELT:
        return ""
    best, distance = "", _MOST_SLIPS + 1
    for printed in _MEANING:
        if len(printed) < _LONG_ENOUGH_TO_MISSPELL or abs(len(printed) - len(letters)) > _MOST_SLIPS:
            continue
        allowed = 1 if len(printed) < 9 else _MOST_SLIPS
        found = OSA.distance(letters, printed, score_cutoff=allowed)
        if 0 < found <= allowed and found < distance:
            best, distance = printed, found
    return best


def ending(text: str) -> int:
    """Return where a classification begins that ends ``text``, or -1.

    ``…WERE THE STATECONFIDENTIAL`` gives the offset of its last twelve letters.
    """
    if text[-1:] not in _LAST_LETTERS:
        return -1
    tail = max(0, len(text) - LONGEST)
    if not text[tail:].replace(" ", "").endswith(_SQUEEZED):
        return -1
    match = _ENDING.search(text, tail)
    return match.start() if match else -1


def misspelt_ending(text: str, expected: str) -> int:
    """Return where the misspelt form of ``expected`` begins that ends ``text``, glued or not, or -1."""
    count = len(expected.split())
    words = text[-LONGEST:].split()[-count:]
    if len(words) < count:
        return -1
    found = " ".join(words)
    start = text.rfind(words[0], 0, len(text) - len(" ".join(words[1:])))
    letters = squeezed(expected)
    # Most words are too long or too short to be looked at more closely.
    if abs(len(squeezed(found)) - len(letters)) <= _MOST_SLIPS and nearest(found) == letters:
        return start
    if len(letters) < _LONG_ENOUGH_TO_GLUE or expected[0] not in words[0]:
        return -1
    # "…THE BARCONFIDENTAL": as many of the last letters as are like it, from its first letter on.
    behind = len(squeezed("".join(words[1:])))
    for size in range(len(letters) + _MOST_SLIPS, len(letters) - _MOST_SLIPS - 1, -1):
        at = len(words[0]) + behind - size
        if at > 0 and words[0].startswith(expected[0], at):
            glued = " ".join([words[0][at:], *words[1:]])
            if nearest(glued) == letters:
                return start + at
    return -1
