"""Bodies told by abbreviation, number, place or a word for an enterprise."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from dragoman.entities.candidates import Candidate, is_common
from dragoman.entities.cities import is_city
from dragoman.entities.english import is_word_of_language
from dragoman.entities.given_names import given_names
from dragoman.entities.model import Kind
from dragoman.entities.tokens import Tokens
from dragoman.entities.words import words
from dragoman.tei.ns import local_name


def more_bodies(tokens: Tokens, known: Iterable[Candidate]) -> Iterator[Candidate]:
    """Yield the bodies of a block that no noun such as Ministry makes; ``known`` are the names found."""
    yield from _enterprises(tokens)
    yield from _abbreviated(tokens)
    yield from _numbered(tokens)
    yield from _of_a_place(tokens, known)
    yield from _acronyms(tokens, known)
    yield from _firms(tokens, known)
    yield from _missions_of(tokens, known)
    yield from _units(tokens)
    yield from _of_nations(tokens, known)


def _firms(tokens: Tokens, known: Iterable[Candidate]) -> Iterator[Candidate]:
    """Yield KLOECKNER in KLOECKNER OF DUISBURG, “Rhein-Main-Donau AG”: told by the seat or the form."""
    known = list(known)
    taken = {index for c in known for index in range(c.first, c.last)}
    for index in tokens.followed:
        after = index + 1
        if tokens.texts[after] in _FORMS_OF_FIRMS and tokens.joins[after] == " " and not tokens.is_capitals:
            yield Candidate(_start_of_firm(tokens, index), after + 1, Kind.ORG, "the form of a firm")
        if tokens.norms[after] != "of" or after + 1 >= len(tokens) or index in taken:
            continue
        is_alone = index == 0 or not tokens[index - 1].is_capitalised or tokens.joins[index] == "|"
        is_alone |= tokens.is_capitals and is_word_of_language(tokens.norms[index - 1])
        norm = tokens.norms[index]
        if is_alone and len(norm) > _SHORTEST_ACRONYM and not is_word_of_language(norm):
            is_title = index > 0 and tokens.norms[index - 1] in words("titles")
            if not is_title and is_city(tokens.texts[after + 1]) and norm not in given_names():
                yield Candidate(index, after, Kind.ORG, "a firm and the city of its seat")


def _start_of_firm(tokens: Tokens, index: int) -> int:
    while index > 0 and tokens.joins[index] in (" ", "-") and tokens[index - 1].is_capitalised:
        index -= 1
    return index


_FORMS_OF_FIRMS: Final = frozenset(("AG", "GmbH", "KG", "Ltd", "Inc", "Corp", "SA", "AB", "Oy", "NV"))


def _missions_of(tokens: Tokens, known: Iterable[Candidate]) -> Iterator[Candidate]:
    """Yield “embassy of the PRC”: in small letters too, with the state, it is a name."""
    if tokens.is_capitals:
        return
    for place in known:
        at = place.first - (2 if place.first and tokens.norms[place.first - 1] == "the" else 1)
        is_state = place.kind is Kind.PLACE and any(use.entity.type == "country" for use in place.uses)
        if is_state and at > 0 and tokens.norms[at] == "of" and tokens.texts[at - 1] in _MISSIONS_IN_SMALL:
            yield Candidate(at - 1, place.last, Kind.ORG, "a mission, and the state that sent it")


_MISSIONS_IN_SMALL: Final = frozenset(("embassy", "consulate", "legation"))


def _units(tokens: Tokens) -> Iterator[Candidate]:
    """Yield THIRD DIVISION, “40th Army”: a unit and its number."""
    for unit in tokens.preceded:
        if tokens.norms[unit] not in _UNITS or tokens.joins[unit] != " ":
            continue
        number = tokens[unit - 1]
        is_word = number.norm in words("ordinals") and number.is_capitalised
        if is_word or number.text[0].isdigit():
            yield Candidate(unit - 1, unit + 1, Kind.ORG, "a unit, with its number")


def _of_nations(tokens: Tokens, known: Iterable[Candidate]) -> Iterator[Candidate]:
    """Yield “North Korean Red Cross”, COAST GUARD: a body of which each nation has one."""
    named = {c.last for c in known if c.kind is Kind.PERSON}
    bodies = words("set-bodies")
    for index in tokens.followed:
        if f"{tokens.norms[index]} {tokens.norms[index + 1]}" not in bodies or index in named:
            continue
        if tokens.joins[index + 1] != " " or not tokens[index + 1].is_capitalised:
            continue
        at = index
        if at > 0 and tokens.joins[at] == " " and tokens.norms[at - 1] in words("adjectives"):
            at -= tokens[at - 1].is_capitalised
        is_part = 0 < at < index and tokens.joins[at] in (" ", "-") and tokens[at - 1].is_capitalised
        if is_part and tokens.norms[at - 1] in ("north", "south", "east", "west"):
            at -= 1
        yield Candidate(at, index + 2, Kind.ORG, "a body of which each nation has one")


_UNITS: Final = frozenset(("army", "division", "corps", "brigade", "regiment", "fleet", "battalion"))


def _abbreviated(tokens: Tokens) -> Iterator[Candidate]:
    """Yield IRAQI MFA: the adjective of a country and the usual abbreviation of its ministry."""
    adjectives = words("adjectives")
    for index in tokens.followed:
        if tokens.norms[index] not in adjectives:
            continue
        after = tokens[index + 1]
        if after.joins == " " and after.text in ABBREVIATED:
            last = _end_of_department(tokens, index + 2)
            yield Candidate(index, last, Kind.ORG, "a country’s ministry, abbreviated")


def _end_of_department(tokens: Tokens, end: int) -> int:
    """Return the end of SOVIET MFA FAR EASTERN DEPT, ``end`` being that of SOVIET MFA."""
    for last in range(end, min(end + _MOST_WORDS_OF_DEPARTMENT, len(tokens))):
        if tokens[last].joins != " " or not tokens[last].is_capitalised:
            break
        if tokens[last].norm in _PARTS:
            return last + 1
    return end


_PARTS: Final = frozenset(("department", "dept", "section", "division", "directorate", "bureau"))
_MOST_WORDS_OF_DEPARTMENT: Final = 5


ABBREVIATED: Final = frozenset(("MFA", "FONOFF", "MOD", "MINDEF", "MININT", "MOI", "MFT"))


def _numbered(tokens: Tokens) -> Iterator[Candidate]:
    """Yield “Department V”, “Section II”: a part of a body called by its Roman number."""
    for index in tokens.followed:
        if tokens.norms[index] not in _PARTS:
            continue
        after = tokens[index + 1]
        if after.joins == " " and _ROMAN.fullmatch(after.text) and not tokens.is_capitals:
            yield Candidate(index, index + 2, Kind.ORG, NUMBERED)


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
            last = _end_of_purpose(tokens, last + 1) - 1
            yield Candidate(place.first, last + 1, Kind.ORG, "a place, and a noun for a body")


def _end_of_purpose(tokens: Tokens, last: int) -> int:
    """Return the end of FUND FOR ARAB ECONOMIC DEVELOPMENT, ``last`` being that of FUND."""
    if last + 1 >= len(tokens) or tokens.norms[last] != "for":
        return last
    end = last + 1
    while end < len(tokens) and tokens.joins[end] == " " and _is_purpose(tokens.norms[end]):
        end += 1
    return end if end > last + 1 else last


def _is_purpose(norm: str) -> bool:
    return any(norm in words(name) for name in ("adjectives", "body-openers", "ministry-subjects"))


_FOUNDED: Final = frozenset(
    ("committee", "commission", "company", "corporation", "bank", "airlines", "airways", "university", "fund")
) | frozenset(("board", "trust", "authority", "league", "command"))


def _enterprises(tokens: Tokens) -> Iterator[Candidate]:
    """Yield VEB Pumpenwerk Magdeburg: what a word for an enterprise opens."""
    for index in tokens.followed:
        token = tokens[index]
        if tokens.texts[index] not in _ENTERPRISES:
            continue
        last = index + 1
        while last < len(tokens) and tokens[last].joins in (" ", "-") and tokens[last].is_capitalised:
            last += 1
        if last > index + 1:
            yield Candidate(index, last, Kind.ORG, f"“{token.text}” opens the name of an enterprise")


_ENTERPRISES: Final = frozenset(("VEB", "Kombinat", "Sovkhoz", "Kolkhoz", "Radio", "Daily"))


def _acronyms(tokens: Tokens, known: Iterable[Candidate]) -> Iterator[Candidate]:
    """Yield MINBAS in “the MINBAS”, KDP in “FROM REMNANTS OF KDP”: what no language spells so.

    Amid small letters capitals tell; where all is in capitals, the lack of a vowel.
    """
    taken = {index for c in known for index in range(c.first, c.last)}
    for index in tokens.capitalised:
        if not tokens.texts[index].isupper() or index in taken:
            continue
        token = tokens[index]
        goes_on = index + 1 < len(tokens) and tokens[index + 1].joins == "-"
        if goes_on or token.joins == "-" or (token.has_dot and token.joins == "|"):
            continue
        is_word = len(token.text) >= _SHORTEST_ACRONYM and "'" not in token.text
        is_other = token.norm in words("matters") or token.norm in words("titles")
        if not is_word or is_common(token) or is_other:
            continue
        if tokens.is_capitals:
            if (
                index
                and token.joins == " "
                and len(token.text) < _LONGEST_VOWELLESS
                and not _VOWEL.search(token.norm)
            ):
                yield Candidate(index, index + 1, Kind.ORG, VOWELLESS)
        elif _stands_amid_small_letters(tokens, index):
            yield Candidate(index, index + 1, Kind.ORG, "an abbreviation amid small letters")


NUMBERED: Final = "a part of a body, with its number"
VOWELLESS: Final = "an abbreviation without a vowel"
_SHORTEST_ACRONYM: Final = 3
_LONGEST_VOWELLESS: Final = 6
_VOWEL: Final = re.compile("[aeiouy]")


def _stands_amid_small_letters(tokens: Tokens, index: int) -> bool:
    """Return True where the words beside it, as far as they belong to its sentence, are in small letters."""
    after = index + 1
    is_followed = after < len(tokens) and tokens[after].joins != "|" and tokens[after].text.isupper()
    before = tokens[index - 1].text if index else ""
    is_preceded = tokens[index].joins == " " and before.isupper() and len(before) > 1
    return local_name(tokens.block.owner) in _PROSE and not is_followed and not is_preceded


_PROSE: Final = frozenset(("p", "note", "item", "ab", "head"))
