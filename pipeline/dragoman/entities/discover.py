"""Names found in a block: known ones by the automaton, others by their shape.

Candidates may overlap; `dragoman.entities.link` decides between them.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from dragoman.entities.body_shapes import bodies
from dragoman.entities.called_bodies import CALLED
from dragoman.entities.candidates import (
    LONGEST_PLAIN_ABBREVIATION,
    Candidate,
    follows_initial,
    is_common,
    title_before,
)
from dragoman.entities.cities import is_city, is_geographic
from dragoman.entities.english import looks_english
from dragoman.entities.given_names import given_names
from dragoman.entities.matcher import Hit, Matcher, Use
from dragoman.entities.model import Kind
from dragoman.entities.people_by_position import INVERTED
from dragoman.entities.people_in_context import in_context
from dragoman.entities.people_shapes import people
from dragoman.entities.place_shapes import places
from dragoman.entities.tokens import Token, Tokens, is_figure
from dragoman.entities.words import words


def candidates(tokens: Tokens, matcher: Matcher, date: str = "") -> list[Candidate]:
    """Return the candidates of a block; ``date`` (ISO) tells which people of a surname may be meant."""
    known = [c for hit in _longest(list(matcher.hits(tokens))) for c in _known(tokens, hit)]
    taken = {index for c in known if c.kind is not Kind.PERSON for index in range(c.first, c.last)}
    found = list(known)
    recognised = (_recognised(candidate, matcher) for candidate in people(tokens, taken))
    found += (c for c in recognised if c is not None and not _is_city_after_all(tokens, c))
    told = list(bodies(tokens, known))
    called = {index for c in told if c.rule == CALLED for index in range(c.first, c.last)}
    found = [c for c in found if c.uses or called.isdisjoint(range(c.first, c.last))] + told
    taken |= {index for c in found if c.kind is not Kind.PERSON for index in range(c.first, c.last)}
    named = {index for c in found if c.kind is Kind.PERSON for index in range(c.first, c.last)}
    found += in_context(tokens, taken | named)
    found += places(tokens, found)
    taken |= {index for c in found if not c.uses for index in range(c.first, c.last) if not c.is_weak}
    found += _surnames_of_the_time(tokens, matcher, date, taken)
    return found


def _longest(hits: list[Hit]) -> list[Hit]:
    """Return the hits without those of people alone that lie in the full name of somebody."""
    full = [hit for hit in hits if hit.last - hit.first > 1 and hit.is_full_name]
    if not full:
        return hits
    return [hit for hit in hits if not hit.is_of_people or not any(_lies_in(hit, other) for other in full)]


def _lies_in(hit: Hit, other: Hit) -> bool:
    inside = other.first <= hit.first and hit.last <= other.last
    return inside and hit.last - hit.first < other.last - other.first


def _surnames_of_the_time(
    tokens: Tokens, matcher: Matcher, date: str, taken: set[int]
) -> Iterator[Candidate]:
    """Yield Galbraith and Lodge in papers of 1962: surnames of those who then held the offices.

    Short words and Chinese, Korean or Vietnamese surnames say too little alone.
    """
    for index in tokens.capitalised:
        token = tokens[index]
        if index in taken or len(token.norm) < _SHORTEST_SURNAME or is_common(token) or token.joins == "-":
            continue
        if tokens.is_capitals and (len(token.norm) <= _SHORTEST_SURNAME or looks_english(token.norm)):
            continue
        if token.norm.capitalize() in words("family-names-first") or follows_initial(tokens, index):
            continue
        if not tokens.is_capitals and (token.text.isupper() or _stands_in_row(tokens, index)):
            continue
        uses = matcher.people_of_the_time(token.norm, date)
        if uses:
            title = title_before(tokens, index)
            yield Candidate(index, index + 1, Kind.PERSON, OF_THE_TIME, uses, token.norm, title=title)


OF_THE_TIME: Final = "the surname of somebody who was then in office"
_SHORTEST_SURNAME: Final = 4


def _stands_in_row(tokens: Tokens, index: int) -> bool:
    """Return True beside another capitalised word, with which the name would be another."""
    before = index > 0 and tokens[index].joins == " " and tokens[index - 1].is_capitalised
    after = index + 1
    is_followed = after < len(tokens) and tokens[after].joins in (" ", "-") and tokens[after].is_capitalised
    starts = index > 0 and (tokens.starts_sentence(index - 1) or tokens[index - 1].norm in words("titles"))
    return is_followed or (before and not starts)


def _is_city_after_all(tokens: Tokens, candidate: Candidate) -> bool:
    """Return True for Cao Bang, Ben Tre: of the shape of a name, and the name of a city."""
    if candidate.kind is Kind.PERSON and not candidate.title:
        norms = tuple(tokens.norms[candidate.first : candidate.last])
        if len(norms) > 1 and is_geographic(norms):
            return True
    is_of_two = candidate.last - candidate.first == _WORDS_OF_CITY
    if candidate.kind is not Kind.PERSON or candidate.title or not is_of_two:
        return False
    if tokens[candidate.first].norm in given_names() or tokens[candidate.first].is_initial:
        return False
    return is_city(tokens.text(candidate.first, candidate.last))


_WORDS_OF_CITY: Final = 2


def _recognised(candidate: Candidate, matcher: Matcher) -> Candidate | None:
    """Return a candidate with the people that go by its name though no pattern spells it so.

    Surname, comma and words that are no known given names are a name only if somebody goes by it.
    """
    if candidate.rule != INVERTED:
        return candidate
    uses = matcher.people_called(candidate.surname, candidate.given)
    if candidate.is_weak and not uses:
        return None
    return candidate._replace(uses=uses, is_weak=False)


def _known(tokens: Tokens, hit: Hit) -> Iterator[Candidate]:
    first, last, by_kind = hit
    for kind, uses in by_kind:
        if not _may_be_known(tokens, first, last, kind, uses):
            continue
        if kind is Kind.PERSON:
            # “Dr. Tuttle”, “Marshal Tito” may be listed so; the title is still no part of the name.
            while first < last - 1 and tokens[first].norm in words("titles"):
                first += 1
        is_weak = last - first == 1 and tokens[first].norm in words("common")
        yield Candidate(
            first,
            last,
            kind,
            "a name in the authority files or the gazetteer",
            uses,
            title=title_before(tokens, first) if kind is Kind.PERSON else (),
            is_weak=is_weak and (tokens.is_capitals or tokens.starts_sentence(first)),
        )


def _may_be_known(tokens: Tokens, first: int, last: int, kind: Kind, uses: tuple[Use, ...]) -> bool:
    """Return False for small letters, for half of a compound adjective, for a pronoun in capitals."""
    spelled = [index for index in range(first, last) if not is_figure(tokens.norms[index])]
    opening, closing = tokens[spelled[0]], tokens[spelled[-1]]
    if not (opening.is_capitalised and (closing.is_capitalised or closing.joins == "-")):
        # “the bridge section” is the section's name where its entry writes it so.
        written_small = any(use.name.text[0].islower() for use in uses)
        return kind is Kind.ORG and last - first > 1 and (opening.is_capitalised or written_small)
    if _is_in_compound(tokens, first, last):
        return False
    if kind is Kind.PERSON and last - first == 1:
        return not follows_initial(tokens, first)
    if last - first == 1 and len(tokens[first].text) <= LONGEST_PLAIN_ABBREVIATION:
        token = tokens[first]
        if tokens.is_capitals and token.norm in words("common") | {"us"}:
            hyphened = last < len(tokens) and tokens[last].joins == "-"
            return hyphened or (first > 0 and tokens[first - 1].norm == "the")
        written = {use.name.text for use in uses}
        if all(name.isupper() for name in written):
            return token.text.isupper()
    return True


def _is_in_compound(tokens: Tokens, first: int, last: int) -> bool:
    """Return True for a part of “Sino-Soviet-U.S.”, “anti-China”, “Chinese-DPRK”."""
    if tokens[first].joins == "-" and first > 0 and _is_adjectival(tokens[first - 1]):
        return True
    return last < len(tokens) and tokens[last].joins == "-" and _is_adjectival(tokens[last])


def _is_adjectival(token: Token) -> bool:
    return token.norm in words("adjectives") or token.norm in words("adjective-parts")
