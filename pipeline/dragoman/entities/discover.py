"""Names found in a block: known ones by the automaton, others by their shape.

Candidates may overlap; `dragoman.entities.link` decides between them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from dragoman.entities.body_shapes import bodies
from dragoman.entities.candidates import (
    LONGEST_PLAIN_ABBREVIATION,
    Candidate,
    follows_initial,
    title_before,
)
from dragoman.entities.matcher import Matcher, Use
from dragoman.entities.model import Kind
from dragoman.entities.people_shapes import INVERTED, people
from dragoman.entities.tokens import Token, Tokens
from dragoman.entities.words import words


def candidates(tokens: Tokens, matcher: Matcher) -> list[Candidate]:
    """Return the candidates of a block."""
    known = [c for hit in matcher.hits(tokens) for c in _known(tokens, hit.first, hit.last, hit.uses)]
    taken = {index for c in known if c.kind is not Kind.PERSON for index in range(c.first, c.last)}
    found = list(known)
    recognised = (_recognised(candidate, matcher) for candidate in people(tokens, taken))
    found += (candidate for candidate in recognised if candidate is not None)
    found += bodies(tokens, known)
    return found


def _recognised(candidate: Candidate, matcher: Matcher) -> Candidate | None:
    """Return a candidate with the people that go by its name though no pattern spells it so.

    Surname, comma and words that are no known given names are a name only if somebody goes by it.
    """
    if candidate.rule != INVERTED:
        return candidate
    uses = matcher.people_called(candidate.surname, candidate.given)
    if candidate.is_weak and not uses:
        return None
    return replace(candidate, uses=uses, is_weak=False)


def _known(tokens: Tokens, first: int, last: int, uses: tuple[Use, ...]) -> Iterator[Candidate]:
    by_kind: dict[Kind, list[Use]] = {}
    for use in uses:
        by_kind.setdefault(use.entity.kind, []).append(use)
    for kind in sorted(by_kind, key=_KINDS.index) if len(by_kind) > 1 else by_kind:
        of_kind = tuple(by_kind[kind])
        if not _may_be_known(tokens, first, last, kind, of_kind):
            continue
        if kind is Kind.PERSON:
            # “Dr. Tuttle”, “Marshal Tito” may be listed so; the title is still no part of the name.
            while first < last - 1 and tokens[first].norm in words("titles"):
                first += 1
        single = tokens[first]
        is_weak = last - first == 1 and single.norm in words("common")
        yield Candidate(
            first,
            last,
            kind,
            "a name in the authority files or the gazetteer",
            of_kind,
            title=title_before(tokens, first) if kind is Kind.PERSON else (),
            is_weak=is_weak and (tokens.is_capitals or tokens.starts_sentence(first)),
        )


_KINDS: Final = tuple(Kind)


def _may_be_known(tokens: Tokens, first: int, last: int, kind: Kind, uses: tuple[Use, ...]) -> bool:
    """Return False for small letters, for half of a compound adjective, for a pronoun in capitals."""
    closing = tokens[last - 1]
    if not (tokens[first].is_capitalised and (closing.is_capitalised or closing.joins == "-")):
        # “the bridge section” is the section's name where its entry writes it so.
        written_small = any(use.name.text[0].islower() for use in uses)
        return kind is Kind.ORG and last - first > 1 and (tokens[first].is_capitalised or written_small)
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
