"""The signature: the chief of mission's name, on a line of its own or behind the last sentence."""

from __future__ import annotations

import re
from typing import Final

from dragoman.convert.brackets.lexicon import is_common_english

_PARTICLES: Final = ("DE", "DEL", "VAN", "VON", "DER", "LA", "LE", "ST", "MC", "MAC")
_NAME: Final = (
    rf"(?:(?:{'|'.join(_PARTICLES)}|ST\.|O') ?){{0,3}}"
    r"[A-Z][A-Z'’\-]{1,20}(?:,? (?:JR|SR|II|III)\.?)?"
)
_ALONE: Final = re.compile(rf"(?:[A-Z]\.? ?){{0,2}}{_NAME}(?: {_NAME})?[#* ]{{0,4}}$")
_BEHIND: Final = re.compile(rf"(?:(?<=[.?!\")\]])|(?<=UNQUOTE)|(?<=UNQTE)) {{1,8}}({_NAME})[#* ]{{0,4}}$")
_DOWNGRADING: Final = re.compile(r"(?:GP|X?GDS|ADS|RDS)(?:[ -]?\d)?\.?$")
_LONGEST: Final = 48
# Single words that end a text and are nobody's name.
_NOT_NAMES: Final = frozenset(
    """
    END SUMMARY COMMENT TEXT QUOTE UNQUOTE QTE UNQTE FYI NOFORN EXDIS LIMDIS NODIS STADIS CONFIDENTIAL SECRET
    UNCLASSIFIED UNCLAS ADVISE REGARDS THANKS NNN BT STOP DECLASSIFIED CLASSIFIED ENTIRE PARAGRAPH PARA NOTE
    ACTION NONE POUCHED REQUESTED OMITTED GARBLED MESSAGE TELEGRAM CABLE SECTION FYI. USE OFFICIAL LIMITED
    """.split()
)


def _is_name(words: str) -> bool:
    parts = [word.strip(".,#*") for word in words.split()]
    if any(part in _NOT_NAMES for part in parts):
        return False
    # One common word can be a name (YOUNG); two are a sentence (WE CONCUR).
    if len(parts) == 1 or parts[0] in _PARTICLES:
        return True
    return not all(is_common_english(part) for part in parts)


def signature_start(text: str, before: str) -> int:
    """Return where in the last line of a telegram's text its signature begins, or -1.

    text: the line; before: the line before it, which must end a sentence where the
    signature stands alone.
    """
    if len(text) <= _LONGEST and _ALONE.match(text) and _is_name(text):
        is_after_sentence = before.rstrip(")\"'")[-1:] in (".", "?", "!", "-") or not before
        return 0 if is_after_sentence else -1
    tail = max(0, len(text) - _LONGEST)
    match = _BEHIND.search(text, tail)
    return match.start(1) if match and _is_name(match[1]) else -1


def is_downgrading(text: str) -> bool:
    """Return True for the line, above a signature, that says when a telegram is downgraded: ``GP-3``."""
    return _DOWNGRADING.match(text) is not None


def is_name_alone(text: str) -> bool:
    """Return True for a line that is a name and nothing else, as a signature is."""
    return len(text) <= _LONGEST and _ALONE.match(text) is not None and _is_name(text)
