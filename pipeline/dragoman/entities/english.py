"""Which words, in a text of capitals, have the look of English words, and so of no name."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Final

from dragoman.entities.tokens import Tokens
from dragoman.entities.words import words

_ENDINGS: Final = (
    *("ed", "ing", "ly", "tion", "sion", "ment", "ness", "ity", "ance", "ence", "ism", "ous", "ful", "able"),
    *("ible", "ship", "ward", "wards", "tions", "ments", "ists", "ical", "ative", "less"),
)


def looks_english(norm: str) -> bool:
    """Return True for a word that is known to be no name, or ends as English words do."""
    if any(norm in words(name) for name in _LISTS) or _stem(norm) in _stems():
        return True
    return len(norm) > _SHORTEST_WITH_ENDING and norm.endswith(_ENDINGS)


@cache
def listed_words() -> frozenset[str]:
    """Return the words that our own lists have for words and for no names."""
    return frozenset(word for name in _LISTS for word in words(name))


_LISTS: Final = (
    *("common", "english", "adjectives", "titles", "speech-verbs"),
    *("org-nouns", "place-nouns", "ministry-subjects"),
)
_SHORTEST_WITH_ENDING: Final = 5
_SHORTEST_STEM: Final = 4
_INFLECTION: Final = re.compile(r"(?:ingly|edly|ings|ing|ers|er|est|ies|ied|ed|es|ly|s|e|y)$")


def _stem(norm: str) -> str:
    """Return a word without its inflection, so that FOLLOW is known where FOLLOWING is listed."""
    stem = _INFLECTION.sub("", norm)
    return stem if len(stem) >= _SHORTEST_STEM else norm


def is_word_of_language(norm: str) -> bool:
    """Return True for a word of English, told by our own lists or by the general one; names may be words too.

    The general list is symspellpy’s (Google Books counts over the words of SCOWL).
    """
    return looks_english(norm) or norm in _general()


_EVERYDAY: Final = 8_000_000


def is_everyday(norm: str, count: int = _EVERYDAY) -> bool:
    """Return True for a word of English so frequent (``count`` in the list) that it tells no name."""
    return _general().get(norm, 0) > count


@cache
def _general() -> Mapping[str, int]:
    lines = files("symspellpy").joinpath(_GENERAL).read_text(encoding="utf-8-sig").splitlines()
    pairs = (line.partition(" ") for line in lines)
    return {word: int(count) for word, _, count in pairs}


_GENERAL: Final = "frequency_dictionary_en_82_765.txt"


@cache
def _stems() -> frozenset[str]:
    return frozenset(_stem(word) for name in ("common", "english", "speech-verbs") for word in words(name))


def closes_name(tokens: Tokens, end: int) -> bool:
    """Return True where a name may end before the word at ``end``: at a stop, a possessive, a small word."""
    if end >= len(tokens) or tokens[end].joins in ("|", "'"):
        return True
    return tokens[end].joins == " " and tokens[end].norm in words("function-words")
