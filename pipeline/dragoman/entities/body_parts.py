"""Bodies told by abbreviation, number, place or a word for an enterprise."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from dragoman.entities.candidates import Candidate
from dragoman.entities.model import Kind
from dragoman.entities.tokens import Tokens
from dragoman.entities.words import words


def more_bodies(tokens: Tokens, known: Iterable[Candidate]) -> Iterator[Candidate]:
    """Yield the bodies of a block that no noun such as Ministry makes; ``known`` are the names found."""
    yield from _enterprises(tokens)
    yield from _abbreviated(tokens)
    yield from _numbered(tokens)
    yield from _of_a_place(tokens, known)


def _abbreviated(tokens: Tokens) -> Iterator[Candidate]:
    """Yield IRAQI MFA: the adjective of a country and the usual abbreviation of its ministry."""
    for index in tokens.followed:
        after = tokens[index + 1]
        if tokens[index].norm in words("adjectives") and after.joins == " " and after.text in _ABBREVIATED:
            yield Candidate(index, index + 2, Kind.ORG, "a country’s ministry, abbreviated")


_ABBREVIATED: Final = frozenset(("MFA", "FONOFF", "MOD", "MINDEF", "MININT", "MOI", "MFT"))


def _numbered(tokens: Tokens) -> Iterator[Candidate]:
    """Yield “Department V”, “Section II”: a part of a body called by its Roman number."""
    for index in tokens.followed:
        after = tokens[index + 1]
        is_part = tokens[index].norm in ("department", "section", "division", "directorate", "bureau")
        if is_part and after.joins == " " and _ROMAN.fullmatch(after.text) and not tokens.is_capitals:
            yield Candidate(index, index + 2, Kind.ORG, "a part of a body, with its number")


_ROMAN: Final = re.compile("[IVX]{1,5}")


def _of_a_place(tokens: Tokens, known: Iterable[Candidate]) -> Iterator[Candidate]:
    """Yield MEKONG COMMITTEE, IRAQ PETROLEUM COMPANY: in capitals, a body that a place before it names."""
    if not tokens.is_capitals:
        return
    for place in known:
        if place.kind is not Kind.PLACE or not place.uses:
            continue
        last = place.last
        if last < len(tokens) and tokens[last].norm in words("ministry-subjects"):
            last += 1
        is_body = last < len(tokens) and tokens[last].norm in _FOUNDED and tokens[last].joins == " "
        if is_body and tokens[place.first].joins != "-":
            yield Candidate(place.first, last + 1, Kind.ORG, "a place, and a noun for a body")


_FOUNDED: Final = frozenset(
    ("committee", "commission", "company", "corporation", "bank", "airlines", "airways", "university")
)


def _enterprises(tokens: Tokens) -> Iterator[Candidate]:
    """Yield VEB Pumpenwerk Magdeburg: what a word for an enterprise opens."""
    for index in tokens.followed:
        token = tokens[index]
        if token.text not in _ENTERPRISES:
            continue
        last = index + 1
        while last < len(tokens) and tokens[last].joins in (" ", "-") and tokens[last].is_capitalised:
            last += 1
        if last > index + 1:
            yield Candidate(index, last, Kind.ORG, f"“{token.text}” opens the name of an enterprise")


_ENTERPRISES: Final = frozenset(("VEB", "Kombinat", "Sovkhoz", "Kolkhoz"))
