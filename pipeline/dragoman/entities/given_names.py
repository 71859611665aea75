"""Given names and patronymics: which words are known to be such."""

from __future__ import annotations

from functools import cache

from dragoman.entities.tokens import Token, Tokens, normalised
from dragoman.entities.words import words


def is_given(tokens: Tokens, index: int) -> bool:
    """Return True for a word of the list of given names."""
    token = tokens[index]
    return token.is_capitalised and token.norm in given_names()


@cache
def given_names() -> frozenset[str]:
    """Return the list of given names as they are compared."""
    return frozenset(normalised(name) for name in words("given-names"))


def is_patronymic(token: Token) -> bool:
    """Return True for a patronymic by its ending, or one of the list."""
    if not token.is_capitalised:
        return False
    return has_patronymic_ending(token.norm) or token.norm in words("patronymics")


def has_patronymic_ending(norm: str) -> bool:
    """Return True for a word, as compared, that ends as Russian patronymics do."""
    return norm.endswith(("ovich", "evich", "ovna", "evna"))
