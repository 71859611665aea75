"""People met again: by the part of their name that they are called by, once they have been named in full."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import cache
from typing import Final

from dragoman.entities.candidates import Candidate, follows_initial, start_of_hyphenated, title_before
from dragoman.entities.english import looks_english
from dragoman.entities.given_names import given_names, has_patronymic_ending
from dragoman.entities.model import Kind
from dragoman.entities.surnames import is_unknown_given
from dragoman.entities.tokens import Tokens
from dragoman.entities.words import words

_SHORTEST_GIVEN: Final = 5
_VIETNAMESE_PARTS: Final = 3


def surnames_of(candidate: Candidate) -> Iterator[str]:
    """Yield the words that a person named in full may be called by alone.

    Of two Spanish surnames it is the first: Carlos Prieto Landa is Prieto. Of a Vietnamese name it is the
    last part: General Giap is Vo Nguyen Giap.
    """
    if len(candidate.surname) > 1:
        yield candidate.surname
    if candidate.rule.startswith("a given name before") and len(candidate.given) > 1:
        middle = candidate.given[-1]
        if len(middle) > 1 and middle not in given_names() and not has_patronymic_ending(middle):
            yield middle
            yield f"{middle} {candidate.surname}"
    is_vietnamese = candidate.surname in _vietnamese() and len(candidate.given) >= _VIETNAMESE_PARTS - 1
    if (
        is_vietnamese
        and "stands first" in candidate.rule
        and candidate.last - candidate.first == len(candidate.given) + 1
    ):
        yield candidate.given[-1]


@cache
def _vietnamese() -> frozenset[str]:
    return frozenset(name.casefold() for name in words("vietnamese-family-names"))


def called_by_first_name(blocks: Iterable[Tokens], full: Sequence[Candidate]) -> set[str]:
    """Return first names by which people are called alone, as Laotians and Thais are: Phoune, Kaysone.

    So it is where the first of two words, no given name of the list, comes again alone and the second never.
    """
    pairs = {
        candidate.given[0]: candidate.surname
        for candidate in full
        if len(candidate.given) == 1
        and len(candidate.given[0]) >= _SHORTEST_GIVEN
        and candidate.given[0] not in given_names()
        and not looks_english(candidate.given[0])
    }
    alone: Counter[str] = Counter()
    wanted = set(pairs) | set(pairs.values())
    for tokens in blocks:
        for index in tokens.capitalised:
            norm = tokens[index].norm
            is_followed = index + 1 < len(tokens) and tokens[index + 1].norm == pairs.get(norm)
            is_preceded = index > 0 and pairs.get(tokens[index - 1].norm) == norm
            if norm in wanted and not is_followed and not is_preceded:
                alone[norm] += 1
    return {first for first, second in pairs.items() if alone[first] and not alone[second]}


def again(
    tokens: Tokens, surnames: frozenset[str], taken: set[int], covered: Collection[int] = ()
) -> Iterator[Candidate]:
    """Yield a surname of somebody who is named in full elsewhere in the document.

    It stands alone, or after a word that nobody knows: then it is the given name of this person, or of
    another of the family. ``taken``: words that belong to a known place or body; ``covered``: to a full name.
    """
    by_first: dict[str, list[list[str]]] = {}
    for surname in surnames:
        if " " in surname:
            parts = surname.split()
            by_first.setdefault(parts[0], []).append(parts)
    for index in range(len(tokens)) if by_first else tokens.capitalised:
        if by_first:
            yield from _of_two_words(tokens, index, by_first)
        if tokens.norms[index] not in surnames or index in covered:
            continue
        token = tokens[index]
        if not token.is_capitalised or follows_initial(tokens, index):
            continue
        if token.joins == "-" or (index + 1 < len(tokens) and tokens[index + 1].joins == "-"):
            continue
        if is_unknown_given(tokens, index - 1, taken) and token.joins == " ":
            first = start_of_hyphenated(tokens, index - 1)
            yield Candidate(
                first,
                index + 1,
                Kind.PERSON,
                "a name before the surname of somebody who is named in full in this document",
                surname=token.norm,
                given=tuple(word.norm for word in tokens.row(first, index)),
                title=title_before(tokens, first),
            )
        yield Candidate(
            index,
            index + 1,
            Kind.PERSON,
            "the surname of somebody who is named in full in this document",
            surname=token.norm,
            title=title_before(tokens, index),
            is_weak=token.norm in words("common") and (tokens.is_capitals or tokens.starts_sentence(index)),
        )


def _of_two_words(tokens: Tokens, index: int, by_first: dict[str, list[list[str]]]) -> Iterator[Candidate]:
    """Yield a surname of several words: al-Haddad, de la Torre, Quesada Fonseca."""
    for parts in by_first.get(tokens[index].norm, ()):
        last = index + len(parts)
        row = tokens.row(index, last)
        if [token.norm for token in row] != parts or any(token.joins not in (" ", "-") for token in row[1:]):
            continue
        if row[-1].is_capitalised and not follows_initial(tokens, index):
            yield Candidate(
                index,
                last,
                Kind.PERSON,
                "the surname of somebody who is named in full in this document",
                surname=" ".join(parts),
                title=title_before(tokens, index),
            )
