"""Bodies in telegrams: between an article or a preposition and a noun for a body, words that tell it.

Where all is in capitals, nothing shows where a name begins. An article or a preposition does, where all words
after it up to the noun may belong to the name, and at least one of them is of a closed list. What the body is
of, or for, is read on to the next small word.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from dragoman.entities.candidates import Candidate
from dragoman.entities.model import Kind
from dragoman.entities.tokens import Tokens
from dragoman.entities.words import words

_MOST_ATTRIBUTES: Final = 4
_MOST_SUBJECTS: Final = 3
_NOT_ATTRIBUTES: Final = ("ed", "ing", "ly")
_BEFORE: Final = frozenset(
    ("the", "of", "by", "with", "from", "in", "at", "for", "to", "through", "and", "that")
)


def bodies_in_capitals(tokens: Tokens, known: Iterable[Candidate]) -> Iterator[Candidate]:
    """Yield INTERNATIONAL TIN COUNCIL, NATIONAL FEDERATION OF COFFEE GROWERS; ``known`` are names found."""
    if not tokens.is_capitals:
        return
    known = list(known)
    places = {c.first: c.last for c in known if c.kind is Kind.PLACE}
    people = {index for c in known if c.kind is Kind.PERSON and c.uses for index in range(c.first, c.last)}
    nouns = words("founded-nouns")
    for index in tokens.capitalised:
        if tokens.norms[index] not in nouns or index in people:
            continue
        first = _start(tokens, index, people)
        is_opened = first == 0 or tokens.joins[first] == "|" or tokens.norms[first - 1] in _BEFORE
        if not is_opened:
            continue
        attributes = tokens.norms[first:index]
        last = _end(tokens, index + 1, places)
        is_told = any(_is_telling(norm) for norm in attributes)
        is_told |= bool(attributes) and tokens.norms[index] in _FIRMS
        is_long = len(attributes) > 1 or last > index + 1
        is_generic = last == index + 1 and all(norm in words("generic-in-bodies") for norm in attributes)
        if is_told and is_long and not is_generic:
            yield Candidate(first, last, Kind.ORG, "words that tell a body, and a noun for one")


# Firms go by any words.
_FIRMS: Final = frozenset(("company", "corporation"))


def _start(tokens: Tokens, noun: int, people: set[int]) -> int:
    first = noun
    while first > 0 and noun - first < _MOST_ATTRIBUTES and tokens.joins[first] in (" ", "-", "'"):
        norm = tokens.norms[first - 1]
        if tokens.joins[first] == "'" and norm in words("org-nouns"):
            break  # FOREIGN MINISTRY’S ASIAN DEPARTMENT is two
        if (
            norm in words("function-words")
            or norm in _BEFORE
            or norm in words("titles")
            or first - 1 in people
        ):
            break
        if norm.endswith(_NOT_ATTRIBUTES) or norm in words("speech-verbs") or len(norm) <= 2:
            break
        first -= 1
    # A word of everyday may stand amid the name, TIN, and does not open it.
    while first < noun and tokens.norms[first] in words("common") and not _is_telling(tokens.norms[first]):
        first += 1
    return first


def _is_telling(norm: str) -> bool:
    return any(norm in words(name) for name in ("adjectives", "body-openers", "ministry-subjects"))


def _end(tokens: Tokens, last: int, places: dict[int, int]) -> int:
    """Return the end of what a body is of or for: COMMISSION OF THE SOUTH PACIFIC."""
    if last + 1 >= len(tokens) or tokens.norms[last] not in ("of", "for") or tokens.joins[last] != " ":
        return last
    end = last + 2 if tokens.norms[last + 1] == "the" else last + 1
    begun = end
    while end < len(tokens) and end - begun < _MOST_SUBJECTS and tokens.joins[end] in (" ", "-"):
        norm = tokens.norms[end]
        if end in places:
            return places[end]
        if norm in words("function-words") or norm.endswith(_NOT_ATTRIBUTES) or len(norm) <= 2:
            break
        end += 1
    is_closed = end >= len(tokens) or tokens.joins[end] == "|" or tokens.norms[end] in words("function-words")
    return end if end > begun and is_closed else last
