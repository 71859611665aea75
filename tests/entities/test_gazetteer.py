"""The gazetteer does not contradict itself."""

from __future__ import annotations

import re
from collections import defaultdict
from itertools import pairwise

import pytest

from dragoman.entities.gazetteer import gazetteer
from dragoman.entities.model import Entity, Kind, Office

# Offices that one person at a time holds; the words before “of” and the state.
SOLE = re.compile(
    r"(?:President|Prime Minister|Premier(?: of the State Council)?|Chancellor|Foreign Secretary"
    r"|(?:Federal )?Minister (?:of|for) Foreign Affairs|Minister of (?:National )?Defense"
    r"|Chairman of the (?:Council of Ministers|Presidium of the Supreme Soviet)|Secretary-General"
    r"|(?:General|First) Secretary|King|Emperor|Shah) of .+|Secretary of (?:State|Defense)"
    r"|Assistant Secretary of State for .+|Under Secretary of State for .+|Deputy Secretary of State"
    r"|Director of (?:Central Intelligence|the Arms Control and Disarmament Agency)|Vice President"
    r"|Chairman of the (?:Committee for State Security|Standing Committee of .+|Presidium of .+)"
)
# Who sends an ambassador shows in the language of the ambassador's name.
ENVOY = re.compile(
    r"(?:Ambassador to|Permanent Representative to|(?:Chief|Head) of the Liaison Office in) (.+)"
)
YOUNGEST = 20
# Thrones are inherited: both kings were crowned before they were of age.
CROWNED_YOUNG = {"hussein-of-jordan", "sihanouk-norodom"}
# States that ended, with the year; whoever links by date relies on it.
ENDED = {
    "soviet-union": "1991",
    "east-germany": "1990",
    "west-germany": "1990",
    "czechoslovakia": "1992",
    "yugoslavia": "1992",
    "north-vietnam": "1976",
    "south-vietnam": "1975",
    "south-yemen": "1990",
    "north-yemen": "1990",
    "malaya": "1963",
}
# States that began between 1945 and 1991, with the year.
BEGUN = {
    "israel": "1948",
    "pakistan": "1947",
    "bangladesh": "1971",
    "malaysia": "1963",
    "north-korea": "1948",
}


def entries(kind: Kind) -> list[Entity]:
    return list(gazetteer().of_kind(kind))


def offices() -> list[tuple[Entity, Office]]:
    return [(entity, office) for entity in entries(Kind.PERSON) for office in entity.offices]


def test_nobody_holds_an_office_before_twenty_or_after_death() -> None:
    wrong = [
        (entity.id, office.text)
        for entity, office in offices()
        if entity.id not in CROWNED_YOUNG
        and (
            (entity.birth and office.years.start and _age(entity, office.years.start) < YOUNGEST)
            or (entity.death and office.years.end and office.years.end[:4] > entity.death[:4])
        )
    ]

    assert wrong == []


def _age(entity: Entity, date: str) -> int:
    return int(date[:4]) - int(entity.birth[:4])


def test_an_office_ends_after_it_begins() -> None:
    assert [
        entity.id
        for entity, office in offices()
        if office.years.start and office.years.end and office.years.end < office.years.start
    ] == []


def test_sole_offices_of_one_state_do_not_overlap() -> None:
    held: dict[str, list[tuple[str, str, str]]] = defaultdict(list)
    for entity, office in offices():
        if SOLE.fullmatch(office.text):
            held[office.text].append((office.years.start, office.years.end, entity.id))

    overlapping = [
        (office, one, other)
        for office, terms in held.items()
        for one, other in pairwise(sorted(terms))
        if other[0] < one[1]
    ]

    assert len(held) > 60, "the pattern of sole offices no longer fits the gazetteer"
    assert overlapping == []


def envoys() -> list[tuple[str, str, Entity, Office]]:
    """Return who was accredited: language of the name, where, the person, the term."""
    found = []
    for entity, office in offices():
        if match := ENVOY.fullmatch(office.text):
            found.append((entity.names[0].lang, match[1].removeprefix("the "), entity, office))
    return found


def test_ambassadors_of_one_state_to_another_follow_each_other() -> None:
    held: dict[tuple[str, str], list[tuple[str, str, str]]] = defaultdict(list)
    for language, where, entity, office in envoys():
        held[language, where].append((office.years.start, office.years.end, entity.id))

    overlapping = [
        (where, one, other)
        for where, terms in held.items()
        for one, other in pairwise(sorted(terms))
        if other[0] < one[1]
    ]

    assert len(held) > 20, "the pattern of envoys no longer fits the gazetteer"
    assert overlapping == []


def test_an_ambassador_goes_to_a_state_that_there_is_in_those_years() -> None:
    places = {name.text.removeprefix("the "): place for place in entries(Kind.PLACE) for name in place.names}
    wrong = []
    for _, where, entity, office in envoys():
        state = places.get(where)
        if where == "United Nations":
            continue
        if state is None or not (
            state.years.holds(office.years.start) and state.years.holds(office.years.end)
        ):
            wrong.append((entity.id, office.text))

    assert wrong == []


def test_an_office_of_a_state_names_the_state() -> None:
    bare = {
        office.text
        for _, office in offices()
        if office.text in ("Prime Minister", "Premier", "President", "Minister of Foreign Affairs")
    }

    assert bare == set()


def test_every_place_has_a_kind_and_coordinates() -> None:
    assert [place.id for place in entries(Kind.PLACE) if not place.type or place.geo is None] == []


@pytest.mark.parametrize(("state", "year"), ENDED.items())
def test_a_state_that_ended_says_when(state: str, year: str) -> None:
    place = gazetteer().get(f"place:{state}")

    assert place is not None
    assert place.years.end[:4] == year


@pytest.mark.parametrize(("state", "year"), BEGUN.items())
def test_a_state_that_began_in_these_years_says_when(state: str, year: str) -> None:
    place = gazetteer().get(f"place:{state}")

    assert place is not None
    assert place.years.start[:4] == year


def test_what_an_entry_lies_in_is_an_entry() -> None:
    known = {place.id for place in entries(Kind.PLACE)}

    assert {
        entity.within for kind in (Kind.PLACE, Kind.ORG) for entity in entries(kind) if entity.within
    } <= known
