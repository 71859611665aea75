"""What word can be a surname, and whether a name goes on with the word after it."""

from __future__ import annotations

import re
from typing import Final

from dragoman.entities.candidates import LONGEST_PLAIN_ABBREVIATION
from dragoman.entities.english import closes_name, is_word_of_language, looks_english
from dragoman.entities.given_names import is_given
from dragoman.entities.tokens import Tokens
from dragoman.entities.words import words

_MONTHS: Final = frozenset(
    (
        *("jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "january"),
        *("february", "march", "april", "may", "june", "july", "august", "september", "october"),
        *("november", "december"),
    )
)
_FIGURE_AFTER: Final = re.compile(r"\.?\s+[0-9]")
ENDINGS_OF_VERBS: Final = ("ed", "ing", "es", "ly")
SHORTEST_IN_CAPITALS: Final = 4


def is_month_with_day(tokens: Tokens, index: int) -> bool:
    """Return True for JAN in TOLD AMBASSADOR JAN 22."""
    token = tokens[index]
    return token.norm in _MONTHS and bool(_FIGURE_AFTER.match(tokens.block.text, token.end))


def is_surname(tokens: Tokens, index: int) -> bool:
    """Return True where a word can be a surname."""
    token = tokens[index]
    if not token.is_capitalised or len(token.norm) < 2 or token.is_initial:
        return False
    if token.norm in words("adjectives") or token.norm in words("titles"):
        return False
    if token.norm in words("common") or token.norm in words("org-nouns"):
        return False
    if is_month_with_day(tokens, index):
        return False
    return not (
        not tokens.is_capitals and token.text.isupper() and len(token.text) <= LONGEST_PLAIN_ABBREVIATION
    )


def ends_name(tokens: Tokens, index: int, taken: set[int]) -> bool:
    """Return True in capitals for a further word of a name, where nothing but a name can end so.

    A verb has an object or a complement after it; a comma or a stop follows a noun.
    """
    if not tokens.is_capitals or index >= len(tokens) or tokens[index].joins != " " or index in taken:
        return False
    is_last = index + 1 == len(tokens) or tokens[index + 1].joins in ("|", "'")
    return is_last and is_surname(tokens, index) and not tokens[index].norm.endswith(ENDINGS_OF_VERBS)


def goes_on(tokens: Tokens, index: int, taken: set[int]) -> bool:
    """Return True where the word at ``index`` can be a further part of the name before it."""
    if tokens.is_capitals or index >= len(tokens) or tokens[index].joins != " " or index in taken:
        return False
    return is_surname(tokens, index)


def goes_on_in_capitals(tokens: Tokens, index: int, taken: set[int]) -> bool:
    """Return True for SIPRASEUTH in FOREIGN MINISTER PHOUNE SIPRASEUTH, WHO: no English word."""
    if index >= len(tokens) or tokens[index].joins != " " or index in taken or not is_surname(tokens, index):
        return False
    if looks_english(tokens[index].norm) or len(tokens[index].norm) < SHORTEST_IN_CAPITALS:
        return False
    return closes_name(tokens, index + 1) or (
        index + 1 < len(tokens) and looks_english(tokens[index + 1].norm)
    )


def is_unknown_given(tokens: Tokens, index: int, taken: set[int]) -> bool:
    """Return True for a word before a surname that can be nothing but a given name."""
    if index < 0 or index in taken or not is_surname(tokens, index) or is_given(tokens, index):
        return False
    norm = tokens[index].norm
    if norm in words("place-nouns") or norm in words("ministry-subjects") or norm in words("speech-verbs"):
        return False
    if tokens.is_capitals:
        is_word = norm.endswith((*ENDINGS_OF_VERBS, "s")) or is_word_of_language(norm)
        return len(norm) > LONGEST_PLAIN_ABBREVIATION and not is_word
    return not tokens.starts_sentence(index)
