"""A bracket in its surroundings, as the rules of evidence see it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from dragoman.convert.brackets.lexicon import is_common_english
from dragoman.convert.brackets.words import (
    FUNCTION_WORDS,
    NAME_PARTS,
    is_abbreviation,
    is_capitalised,
    is_foreign,
    is_word,
    tokens_of,
    words_of,
)

# How much of the neighbourhood is looked at, in characters: enough for a clause, and constant.
BEFORE: Final = 120
AFTER: Final = 60
INNER: Final = 400

# Signs of a filing mark, and the least of a word.
_FILED: Final = re.compile(r"[\d/+=#]")
_VOWEL: Final = re.compile(r"[aeiouy]", re.IGNORECASE)
_SENTENCE_END: Final = frozenset('.!?:;“"”…')


@dataclass(frozen=True, slots=True)
class Habits:
    """What else the document does.

    original: the tag of the language it was translated from, "" if unknown; reason: how that is known;
    note_numbers: the numbers of its block of notes; source_terms: how many brackets surely hold
    source terms; texts: class by text of the brackets that were surely classified;
    numbers: the small numbers in brackets, where they count up from 1 through the document.
    """

    original: str = ""
    reason: str = ""
    note_numbers: frozenset[str] = frozenset()
    source_terms: int = 0
    texts: Mapping[str, str] = field(default_factory=dict)
    numbers: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Case:
    """The text of a bracket and what stands round it.

    inner:   the text within, blanks run together, cut at `INNER` characters; length: its full length;
    before, after: the text of the block on either side, cut at `BEFORE` and `AFTER`;
    is_parenthesis: round instead of square;
    opens_block, closes_block: no text of the block before it, or after it.
    """

    inner: str
    before: str
    after: str
    length: int
    is_parenthesis: bool = False
    opens_block: bool = False
    closes_block: bool = False
    words: tuple[str, ...] = ()
    before_tokens: tuple[str, ...] = ()
    after_tokens: tuple[str, ...] = ()

    @property
    def previous(self) -> str:
        """The token before the bracket, "" where there is none; a quotation mark is passed over."""
        for token in reversed(self.before_tokens):
            if token not in "“”\"‘’'»«":
                return token
        return ""

    @property
    def following(self) -> str:
        """The token after the bracket, "" where there is none."""
        return self.after_tokens[0] if self.after_tokens else ""

    @property
    def is_glued_before(self) -> bool:
        """A letter or digit stands directly before the bracket."""
        return self.before[-1:].isalnum()

    @property
    def is_glued_after(self) -> bool:
        """A letter stands directly after the bracket."""
        return self.after[:1].isalpha()

    @property
    def begins_sentence(self) -> bool:
        """Nothing or the end of a sentence stands before the bracket."""
        return not self.before_tokens or self.before_tokens[-1] in _SENTENCE_END

    @property
    def is_before_pause(self) -> bool:
        """Punctuation or nothing follows."""
        return not self.following or not (is_word(self.following) or self.following[0].isdigit())

    @property
    def foreign_words(self) -> list[str]:
        """The words within that are not English."""
        return [word for word in self.words if is_foreign(word)]

    @property
    def is_foreign(self) -> bool:
        """At least half of its words are not English, and it holds no English small word."""
        foreign = self.foreign_words
        if _FILED.search(self.inner) or not any(_is_pronounceable(word) for word in foreign):
            return False
        if 2 * len(foreign) < len(self.words):
            return False
        return not any(len(w) > 1 and w.lower() in FUNCTION_WORDS for w in self.words if w not in foreign)

    @property
    def is_all_capitalised(self) -> bool:
        """Every word that is not a small word begins with a capital."""
        strong = [word for word in self.words if word.lower() not in FUNCTION_WORDS]
        return bool(strong) and all(word[0].isupper() for word in strong)

    @property
    def is_name_like(self) -> bool:
        """One to three words with capitals, none of which is a part of many names."""
        return (
            0 < len(self.words) <= 3
            and self.is_all_capitalised
            and not any(word.lower() in NAME_PARTS | FUNCTION_WORDS for word in self.words)
            and not is_abbreviation(self.words[0])
        )

    @property
    def previous_is_name(self) -> bool:
        """The word before begins with a capital and not only because a sentence begins there."""
        previous = self.previous
        if not is_word(previous) or not is_capitalised(previous):
            return False
        if not is_common_english(previous):
            return True
        at = max(i for i, token in enumerate(self.before_tokens) if token == previous)
        return at > 0 and self.before_tokens[at - 1] not in _SENTENCE_END


def _is_pronounceable(word: str) -> bool:
    return not word.isascii() or (len(word) > 2 and _VOWEL.search(word) is not None)


def case_of(text: str, opening: int, closing: int, block: tuple[int, int], is_parenthesis: bool) -> Case:
    """Return the case of the bracket with its delimiters at ``opening`` and ``closing`` of ``text``.

    block: start and end of the paragraph; the neighbourhood does not reach beyond it.
    """
    start, end = block
    inner = " ".join(text[opening + 1 : min(closing, opening + 1 + 2 * INNER)].split())[:INNER]
    before = " ".join(text[max(start, opening - BEFORE) : opening].split(None))
    if text[opening - 1 : opening].isspace():
        before += " " if before else ""
    after = text[closing + 1 : min(end, closing + 1 + AFTER)]
    left = tuple(tokens_of(before))
    # A word cut off by the window is no word.
    if opening - BEFORE > start and left:
        left = left[1:]
    return Case(
        inner,
        before,
        after,
        closing - opening - 1,
        is_parenthesis,
        not text[max(start, opening - BEFORE) : opening].strip(),
        not after.strip(),
        tuple(words_of(inner)),
        left,
        tuple(tokens_of(after)),
    )
