"""Turns of speech: the name before a dash or a colon, or in capitals, that opens a paragraph."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from typing import Final

from dragoman.convert.brackets.lexicon import is_english
from dragoman.convert.brackets.words import ROLES
from dragoman.source import SourceText, Span

_WORD: Final = r"(?:[^\W\d_a-z](?:[^\W\d_]|[-’'\[\]])*\.?|(?:de|von|van|der)(?=\s))"
TURN_LABEL: Final = re.compile(
    rf"^(?P<name>(?:[Tt]he\s)?{_WORD}(?:\s{_WORD}){{0,4}})(?:\s?[(\[][^)\]]{{1,60}}[)\]])?"
    r"(?P<mark>\s?:|\s?[–—―]|\s-{1,2}|\.\s?[–—-])(?=\s|(?<=[^\W\d_]:)(?:[^\W\d_a-z]|[“\"‘…])\S*\s)"
)
_IN_CAPITALS: Final = re.compile(
    r"^(?P<name>[^\W\d_a-z]{3,}(?:[ -][^\W\d_a-z]{2,}){0,3})(?P<mark>\.)?(?=\s[^\W\d_])"
)
_LONGEST: Final = 60
# English words that open a paragraph with a colon without being anybody's name.
_NO_SPEAKER: Final = frozenset(
    "note notes question answer remark conclusion conclusions summary attachment enclosure re subject first "
    "second"
    " third fourth fifth finally moreover result annex appendix example regarding".split()
)


def find_labels(source: SourceText, spans: Mapping[int, Span]) -> dict[int, Span]:
    """Return the label of each paragraph that is a turn of speech, its mark included.

    spans: the paragraphs by their index. A label counts when it names a role or is no English
    word and occurs twice at least, or when it is an uncommon word of a document that is a dialogue.
    """
    found: dict[int, tuple[str, Span]] = {}
    for index, span in spans.items():
        line = source.text[span.start : min(span.end, span.start + 2 * _LONGEST)]
        match = TURN_LABEL.match(line) or _IN_CAPITALS.match(line)
        if match and match.end() <= _LONGEST:
            found[index] = (speaker_key(match["name"]), Span(span.start, span.start + match.end()))
    counts = Counter(key for key, _ in found.values())
    is_dialogue = sum(count for key, count in counts.items() if count > 1 and may_speak(key)) >= 4
    return {
        index: label
        for index, (key, label) in found.items()
        if may_speak(key) and (counts[key] > 1 or _is_role(key) or (is_dialogue and not _is_plain(key)))
    }


def speaker_key(name: str) -> str:
    """Return what labels of one speaker have in common: the last word, in lower case."""
    words = re.findall(r"[^\W\d_]+", name.lower())
    return words[-1] if words else ""


def may_speak(key: str) -> bool:
    """Return True unless the word opens a paragraph without being a name."""
    return len(key) > 1 and key not in _NO_SPEAKER


def _is_role(key: str) -> bool:
    return key in ROLES


def _is_plain(key: str) -> bool:
    return is_english(key)
