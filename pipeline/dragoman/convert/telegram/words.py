"""Words that a page's end or a line's end cuts: whether two halves are one word.

The evidence is the document itself, and after it a list of English words: a half that is no
word, a whole that is one. A hyphen at a line's end stays where the word is written with one; it is
weak where the word is written without.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from dragoman.convert.brackets.lexicon import is_common_english, is_english

_WORD: Final = re.compile(r"[A-Za-z][A-Za-z'’\-]*")
_LAST: Final = re.compile(r"[A-Za-z0-9'’\-]{1,40}$")
_FIRST: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9'’]{0,40}")
_LONGEST_WORD: Final = 40
_SHORTEST_REPEAT: Final = 2
_SHORTEST_WORD: Final = 2
# How surnames of Eastern Europe and the Caucasus end. Hardly a given name there has so few letters as
# what is left of a surname before a cut (``KO`` / ``VALENKO``).
_SURNAME: Final = re.compile(
    r"[A-Z]{2,}(?:ENKO|CHUK|SKI[IY]?|SKY|VICH|SHVILI|ADZE|IDZE|ESCU|SHKIN|[BDGKLMNPRSTVZ]Y?[OE]VA?)"
)
_BEGINNING: Final = re.compile(r"[A-Z]{2}|[A-Z]{2}[AEIOU]")
_NO_BEGINNING: Final = frozenset(
    "IVO LEO IDA EVA ADA IRA DR MR MS LT UN EC EA PLO CIA USA DIA UAE CTA CSA".split()
)
# Letters with which no word begins, whatever its language (``PODGO`` / ``RNY``).
_WITHIN_WORDS: Final = re.compile(
    r"(?:R[BDFGKLMNP]|L[BDFGKMNPST]|([BCDFGKMPRTZ])\1|CK)[A-Z]*[AEIOUY]", re.IGNORECASE
)
# After so many questions a table of all words is cheaper than another look through the text.
_QUESTIONS_BEFORE_COUNTING: Final = 40


@dataclass(frozen=True, slots=True)
class Join:
    """How two pieces of text go together.

    is_one_word: no blank between them for the reader; is_hyphen_weak: the hyphen at the end of the
    first is not part of the word; repeated: how many letters the second repeats of the first;
    evidence: why, "" where nothing had to be decided; cert: how sure that is.
    """

    is_one_word: bool = False
    is_hyphen_weak: bool = False
    repeated: int = 0
    evidence: str = ""
    cert: str = "high"


APART: Final = Join()
TOGETHER: Final = Join(True)


class Vocabulary:
    """The words of a transcript and how often each occurs, in any case."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._capitals = ""
        self._counted: dict[str, int] | None = None
        self._questions = 0

    def count(self, word: str) -> int:
        """Return how often the transcript has ``word``."""
        word = word.upper()
        if self._counted is not None:
            return self._counted.get(word, 0)
        self._questions += 1
        self._capitals = self._capitals or self._text.upper()
        if self._questions > _QUESTIONS_BEFORE_COUNTING:
            self._counted = {}
            for found in _WORD.findall(self._capitals):
                self._counted[found] = self._counted.get(found, 0) + 1
            return self._counted.get(word, 0)
        return self._look_for(word)

    def _look_for(self, word: str) -> int:
        text, count, at = self._capitals, 0, self._capitals.find(word)
        while at >= 0:
            end = at + len(word)
            is_begun = at > 0 and (text[at - 1].isalpha() or text[at - 1] in "'’-")
            is_continued = end < len(text) and (text[end].isalpha() or text[end] in "'’-")
            count += not is_begun and not is_continued
            at = text.find(word, end)
        return count

    def is_attested(self, word: str) -> bool:
        """Return True when the word, or its plain form without a plural's S, occurs."""
        return self.count(word) > 0 or (word[-1:] in "Ss" and self.count(word[:-1]) > 0)

    def is_word(self, word: str) -> bool:
        """Return True for a word of the transcript or of English."""
        return is_english(word) or self.is_attested(word)


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
        return _join_glued(head, tail, vocabulary)
    return _join_parted(head, tail, vocabulary)


def _join_glued(head: str, tail: str, vocabulary: Vocabulary) -> Join:
    are_words = is_common_english(head) and is_common_english(tail)
    if are_words and not vocabulary.is_word(head + tail):
        return APART
    repeated = _overlap(head, tail, vocabulary)
    evidence = "what is printed against the first half leaves no blank"
    return Join(
        True, repeated=repeated, evidence=evidence, cert="medium" if is_common_english(tail) else "high"
    )


def _join_parted(head: str, tail: str, vocabulary: Vocabulary) -> Join:
    """Two words that a blank parts are one where the whole is a word and a half is none."""
    if not (head.isalpha() and tail.isalpha()) or len(head) < _SHORTEST_WORD:
        return APART
    whole = head + tail
    if len(tail) < _SHORTEST_WORD and (is_english(tail) or not is_common_english(whole)):
        return APART
    if is_english(head) and is_english(tail):
        return APART
    if _WITHIN_WORDS.match(tail) and not is_common_english(tail) and not is_common_english(head):
        return Join(True, evidence=f"no word begins as {tail} does", cert="medium")
    if _is_cut_surname(head, tail, vocabulary):
        reason = f"{head} is no word, and {tail} ends as a surname of the language of {whole} does"
        return Join(True, evidence=reason, cert="low")
    if not vocabulary.is_word(whole) or vocabulary.count(head) > 1 or vocabulary.count(tail) > 1:
        return APART
    return Join(True, evidence=f"{whole} is a word, {head} and {tail} are not both", cert="medium")


def _is_cut_surname(head: str, tail: str, vocabulary: Vocabulary) -> bool:
    """Return True where neither half is known and the second ends as surnames do that have no such first.

    Two words of one name (``KAMAL`` / ``HOSSAIN``) are unknown to a list of English as well, so that
    alone is no evidence.
    """
    return (
        _BEGINNING.fullmatch(head) is not None
        and head not in _NO_BEGINNING
        and _SURNAME.fullmatch(tail) is not None
        and not is_english(head)
        and not is_english(tail)
        and vocabulary.count(head) <= 1
        and vocabulary.count(tail) <= 1
    )


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
        return Join(True, True, repeated, f"{tail} repeats letters of {head}", "medium")
    hyphenated, whole = f"{head}-{tail}", head + tail
    if "-" in head or not whole.isalpha():
        return TOGETHER
    if vocabulary.count(hyphenated):
        return Join(True, evidence=f"{hyphenated} occurs elsewhere")
    if vocabulary.is_attested(whole):
        return Join(True, True, evidence=f"{whole} occurs elsewhere")
    if is_common_english(whole) or (is_english(whole) and not (is_english(head) and is_english(tail))):
        return Join(True, True, evidence=f"{whole} is a word", cert="medium")
    return TOGETHER


def _repeated(head: str, tail: str, vocabulary: Vocabulary) -> int:
    """Return how many letters of ``head``'s end are printed again at the beginning of ``tail``."""
    if len(tail) > len(head) > _SHORTEST_REPEAT and tail.startswith(head) and not is_english(head + tail):
        return len(head)
    return _overlap(head, tail, vocabulary)


def _overlap(head: str, tail: str, vocabulary: Vocabulary) -> int:
    longest = min(len(head), len(tail))
    lengths = [n for n in range(longest, _SHORTEST_REPEAT - 1, -1) if tail.startswith(head[-n:])]
    if not lengths or vocabulary.is_word(head + tail):
        return 0
    return next((n for n in lengths if vocabulary.is_word(head + tail[n:])), 0)
