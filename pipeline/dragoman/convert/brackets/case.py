"""A bracket in its surroundings, as the rules of evidence see it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from dragoman.convert.brackets.lexicon import is_common_english
from dragoman.convert.brackets.words import (
    FUNCTION_WORDS,
    NAME_PARTS,
    first_token,
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
_QUOTES: Final = frozenset("“”\"‘’'»«")
_COMMON_PARTS: Final = NAME_PARTS | FUNCTION_WORDS
_SENTENCE_END: Final = frozenset('.!?:;“"”…')


@dataclass(frozen=True, slots=True)
class Habits:
    """What else the document does.

    original: the tag of the language it was translated from, "" if unknown; reason: how that is known;
    note_numbers: the numbers of its block of notes; source_terms: how many brackets surely hold
    source terms; texts: class by text of the brackets that were surely classified;
    numbers: the small numbers in brackets that follow each other through the document;
    language: the tag of the language that the document itself is written in.
    """

    original: str = ""
    reason: str = ""
    note_numbers: frozenset[str] = frozenset()
    source_terms: int = 0
    texts: Mapping[str, str] = field(default_factory=dict)
    numbers: frozenset[str] = frozenset()
    language: str = "en"

    @property
    def is_native(self) -> bool:
        """The document is no English translation, and nothing that was learnt from these is said of it."""
        return self.language.partition("-")[0] not in ("en", "")


class Case(NamedTuple):
    """The text of a bracket and what stands round it.

    inner:    the text within, blanks run together, cut at `INNER` characters; length: its full length;
    before, after: the text of the block on either side, cut at `BEFORE` and `AFTER`;
    is_parenthesis: round instead of square;
    opens_block, closes_block: no text of the block stands before it, or after it;
    previous: the token before it, quotation marks passed over; following: the token after it;
    previous_at: its place among the tokens before, -1 where there is none;
    foreign_words: the words within that are not English;
    is_foreign: at least half of its words are not English, and it holds no English small word;
    is_all_capitalised: every word that is not a small word begins with a capital.
    """

    inner: str
    before: str
    after: str
    length: int
    is_parenthesis: bool
    opens_block: bool
    closes_block: bool
    words: tuple[str, ...]
    before_tokens: tuple[str, ...]
    previous: str
    previous_at: int
    following: str
    foreign_words: tuple[str, ...]
    is_foreign: bool
    is_all_capitalised: bool

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
    def is_name_like(self) -> bool:
        """One to three words with capitals, none of which is a part of many names."""
        return (
            0 < len(self.words) <= 3
            and self.is_all_capitalised
            and not any(word.lower() in _COMMON_PARTS for word in self.words)
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
        at = self.previous_at
        return at > 0 and self.before_tokens[at - 1] not in _SENTENCE_END


def case_of(text: str, opening: int, closing: int, block: tuple[int, int], is_parenthesis: bool) -> Case:
    """Return the case of the bracket with its delimiters at ``opening`` and ``closing`` of ``text``.

    block: start and end of the paragraph; the neighbourhood does not reach beyond it.
    """
    start, end = block
    inner = text[opening + 1 : min(closing, opening + 1 + 2 * INNER)]
    inner = " ".join(inner.split())[:INNER]
    raw = text[max(start, opening - BEFORE) : opening]
    before = " ".join(raw.split())
    if before and raw[-1].isspace():
        before += " "
    after = text[closing + 1 : min(end, closing + 1 + AFTER)]
    left = tokens_of(before)
    # A word cut off by the window is no word.
    if opening - BEFORE > start and left:
        left = left[1:]
    words = tuple(words_of(inner))
    foreign = tuple(word for word in words if is_foreign(word))
    following = first_token(after)
    at = next((i for i in range(len(left) - 1, -1, -1) if left[i] not in _QUOTES), -1)
    return Case(
        inner=inner,
        before=before,
        after=after,
        length=closing - opening - 1,
        is_parenthesis=is_parenthesis,
        opens_block=not raw.strip(),
        closes_block=not after.strip(),
        words=words,
        before_tokens=tuple(left),
        previous=left[at] if at >= 0 else "",
        previous_at=at,
        following=following,
        foreign_words=foreign,
        is_foreign=_is_foreign(inner, words, foreign),
        is_all_capitalised=_is_all_capitalised(words),
    )


def _is_all_capitalised(words: Sequence[str]) -> bool:
    strong = [word for word in words if word.lower() not in FUNCTION_WORDS]
    return bool(strong) and all(word[0].isupper() for word in strong)


def _is_foreign(inner: str, words: Sequence[str], foreign: Sequence[str]) -> bool:
    if _FILED.search(inner) or not any(_is_pronounceable(word, len(foreign)) for word in foreign):
        return False
    if 2 * len(foreign) < len(words):
        return False
    return not any(len(w) > 1 and w.lower() in FUNCTION_WORDS for w in words if w not in foreign)


def _is_pronounceable(word: str, beside: int) -> bool:
    """Return True for what can be a word; of two letters only beside others (``di wo``)."""
    least = 3 if beside == 1 else 2
    return not word.isascii() or (len(word) >= least and _VOWEL.search(word) is not None)
