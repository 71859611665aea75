"""Words that a page's end or a line's end cuts: whether two halves are one word.

The evidence is the document itself: a half that occurs nowhere else, a whole that does. A
hyphen at a line's end stays where the word is written with one; it is weak where the document
writes the word without.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import Final

_WORD: Final = re.compile(r"[A-Za-z][A-Za-z'’\-]*")
_LAST: Final = re.compile(r"[A-Za-z0-9'’\-]{1,40}$")
_FIRST: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9'’]{0,40}")
_LONGEST_WORD: Final = 40
_SHORTEST_REPEAT: Final = 2


@dataclass(frozen=True, slots=True)
class Join:
    """How two pieces of text go together.

    is_one_word: no blank between them for the reader; is_hyphen_weak: the hyphen at the end of the
    first is not part of the word; repeated: how many letters the second repeats of the first;
    evidence: why, "" where nothing had to be decided.
    """

    is_one_word: bool = False
    is_hyphen_weak: bool = False
    repeated: int = 0
    evidence: str = ""


APART: Final = Join()
TOGETHER: Final = Join(True)


class Vocabulary:
    """The words of a transcript and how often each occurs."""

    def __init__(self, text: str) -> None:
        self._text = text

    @cached_property
    def _counted(self) -> dict[str, int]:
        counted: dict[str, int] = {}
        for word in _WORD.findall(self._text):
            word = word.upper()
            counted[word] = counted.get(word, 0) + 1
        return counted

    def count(self, word: str) -> int:
        """Return how often the transcript has ``word``."""
        return self._counted.get(word.upper(), 0)

    def is_attested(self, word: str) -> bool:
        """Return True when the word, or its plain form without a plural's S, occurs."""
        word = word.upper()
        counted = self._counted
        return word in counted or (word.endswith("S") and word[:-1] in counted)


def join_at_page_end(before: str, after: str, is_glued: bool, vocabulary: Vocabulary) -> Join:
    """Return how the text before a page's end goes on after it.

    is_glued: the page's classification was printed against the last letter, so the word is cut.
    """
    last, first = _LAST.search(before[-_LONGEST_WORD:]), _FIRST.match(after)
    if last is None or first is None:
        return APART
    head, tail = last[0], first[0]
    if head.endswith("-"):
        return _join_hyphen(head[:-1], tail, vocabulary)
    if is_glued:
        repeated = _overlap(head, tail, vocabulary)
        return Join(True, repeated=repeated, evidence="the classification is glued to the first half")
    if (
        head.isalpha()
        and tail.isalpha()
        and vocabulary.is_attested(head + tail)
        and vocabulary.count(head) <= 1
        and vocabulary.count(tail) <= 1
    ):
        return Join(True, evidence=f"{head + tail} occurs elsewhere, {head} and {tail} do not")
    return APART


def join_at_line_end(before: str, after: str, vocabulary: Vocabulary) -> Join:
    """Return how a line that ends in a hyphen goes on with the next."""
    last, first = _LAST.search(before[-_LONGEST_WORD:]), _FIRST.match(after)
    if last is None or first is None or not last[0].endswith("-"):
        return APART
    return _join_hyphen(last[0][:-1], first[0], vocabulary)


def _join_hyphen(head: str, tail: str, vocabulary: Vocabulary) -> Join:
    if not head or head.endswith("-"):
        return APART
    repeated = _repeated(head, tail, vocabulary)
    if repeated:
        return Join(True, True, repeated, f"{tail} repeats letters of {head}")
    if vocabulary.count(f"{head}-{tail}"):
        return Join(True, evidence=f"{head}-{tail} occurs elsewhere")
    if vocabulary.is_attested(head + tail):
        return Join(True, True, evidence=f"{head + tail} occurs elsewhere")
    return TOGETHER


def _repeated(head: str, tail: str, vocabulary: Vocabulary) -> int:
    """Return how many letters of ``head``'s end are printed again at the beginning of ``tail``."""
    if len(tail) > len(head) > _SHORTEST_REPEAT and tail.startswith(head):
        return len(head)
    return _overlap(head, tail, vocabulary)


def _overlap(head: str, tail: str, vocabulary: Vocabulary) -> int:
    if vocabulary.is_attested(head + tail):
        return 0
    for length in range(min(len(head), len(tail)), _SHORTEST_REPEAT - 1, -1):
        if tail.startswith(head[-length:]) and vocabulary.is_attested(head + tail[length:]):
            return length
    return 0
