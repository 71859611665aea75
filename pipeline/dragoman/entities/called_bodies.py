"""Bodies by the noun before their name: “the newspaper Nowy Kurjer”, “the firm Klemmer”."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from dragoman.entities.candidates import Candidate
from dragoman.entities.english import closes_name, looks_english
from dragoman.entities.model import Kind
from dragoman.entities.tokens import Tokens
from dragoman.entities.words import words

CALLED: Final = "a noun for a paper or a firm before it"
# Who has these offices has them in a paper.
_OF_A_PAPER: Final = frozenset(("editor", "correspondent", "reporter", "subscriber", "columnist"))
_MOST_WORDS: Final = 3
_SHORTEST: Final = 3


def called_bodies(tokens: Tokens, known: Iterable[Candidate]) -> Iterator[Candidate]:
    """Yield bodies that a noun before their name tells; ``known`` are the names already found."""
    taken = {index for c in known for index in range(c.first, c.last)}
    past = 0
    for index in tokens.preceded:
        if index < past or index in taken or not _is_announced(tokens, index):
            continue
        last = index
        while last < len(tokens) and last - index < _MOST_WORDS and _goes_on(tokens, index, last, taken):
            last += 1
        if last == index or not _is_closed(tokens, last):
            continue
        if tokens.is_capitals and any(
            looks_english(norm) for norm in tokens.norms[index:last] if norm not in _ARTICLES
        ):
            continue
        past = last
        yield Candidate(index, last, Kind.ORG, CALLED)


def _is_announced(tokens: Tokens, index: int) -> bool:
    """Return True after “newspaper”, “the firm of”, “editor of”; a capitalised noun is part of a name."""
    if tokens.joins[index] != " ":
        return False
    before = index - 1
    is_of = tokens.norms[before] in ("of", "for") and before > 0
    if is_of:
        before -= 1
    if not tokens.is_capitals and tokens[before].is_capitalised:
        return False
    norm = tokens.norms[before]
    return norm in (_OF_A_PAPER | _FIRMS if is_of else words("naming-bodies"))


_FIRMS: Final = frozenset(("firm", "house"))


_ARTICLES: Final = frozenset(("al", "ar", "ad", "el", "la", "le", "il", "der", "das"))


def _goes_on(tokens: Tokens, first: int, at: int, taken: set[int]) -> bool:
    token = tokens[at]
    if not token.is_capitalised or token.is_initial or at in taken:
        return False
    if at > first and token.joins not in (" ", "-"):
        return False
    if token.norm in _ARTICLES:
        after = at + 1
        return at == first and after < len(tokens) and _goes_on(tokens, first, after, taken)
    if len(token.norm) < _SHORTEST:
        return False
    if any(token.norm in words(name) for name in ("titles", "adjectives", "org-nouns", "common")):
        return False
    return at > first or not looks_english(token.norm)


def _is_closed(tokens: Tokens, last: int) -> bool:
    """Return True where the name may end: the paper wrote, the firm delivers and the like."""
    return closes_name(tokens, last) or tokens.norms[last] in words("speech-verbs")
