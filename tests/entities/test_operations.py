"""Entries are renamed, merged and split, and every reference in the edition follows."""

from __future__ import annotations

from dataclasses import replace

import pytest
from entity_builders import org, person, place

from dragoman.entities.authority import read_authority
from dragoman.entities.duplicates import suspected_duplicates
from dragoman.entities.inspection import checked, described, listed
from dragoman.entities.mentions import mentions_of
from dragoman.entities.model import Authorities, Kind, Office, Years
from dragoman.entities.operations import merge, rename, split, split_alike
from dragoman.errors import UnusableInput
from dragoman.tei.parse import parse

PEOPLE = """<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/><standOff><listPerson>
  <!-- the river people -->
  <person xml:id="orlov-p">
    <persName type="preferred">P. Orlov</persName>
    <birth when="1920"/>
    <note type="bio">See <persName ref="person:orlov-lev">his namesake</persName>.</note>
  </person>
  <person xml:id="orlov-pavel">
    <persName type="preferred">Pavel Orlov</persName>
  </person>
  <person xml:id="orlov-lev"><persName>Lev Orlov</persName></person>
</listPerson></standOff></TEI>
"""
DOCUMENT = """<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="d1"><teiHeader/>
<text><body><div><sp who='person:orlov-p'>
<p xml:id="p1"><persName  ref = "person:orlov-p" >Orlov</persName> &amp;
<persName ref="person:orlov-pavel">Orlov</persName>,
person:orlov-p <!-- person:orlov-p --></p></sp></div></body></text></TEI>
"""
FILES = {"d1.xml": DOCUMENT.encode(), "d2.xml": b"<TEI/>"}
AUTHORITY = ("people.xml", PEOPLE.encode())


def test_renaming_changes_the_id_and_the_references_and_nothing_else() -> None:
    made = rename(Kind.PERSON, "orlov-p", "orlov-the-elder", AUTHORITY, FILES)

    assert made.files == {
        "people.xml": PEOPLE.replace('"orlov-p"', '"orlov-the-elder"').encode(),
        "d1.xml": DOCUMENT.replace("'person:orlov-p'", "'person:orlov-the-elder'")
        .replace('"person:orlov-p"', '"person:orlov-the-elder"')
        .encode(),
    }


def test_an_id_that_is_taken_or_impossible_is_refused_and_nothing_changes() -> None:
    for new, code in (("orlov-lev", "AUT011"), ("Орлов", "AUT012")):
        made = rename(Kind.PERSON, "orlov-p", new, AUTHORITY, FILES)
        assert (made.files, [d.code for d in made.diagnostics]) == ({}, [code])
    assert [d.code for d in rename(Kind.PERSON, "nobody", "x", AUTHORITY, FILES).diagnostics] == ["AUT010"]


def test_merging_moves_names_dates_and_references() -> None:
    made = merge(Kind.PERSON, "orlov-p", "orlov-pavel", AUTHORITY, FILES)

    first, _, rest = PEOPLE.partition('  <person xml:id="orlov-p">')
    _, _, rest = rest.partition("</person>\n")
    expected = first + rest.replace(
        "Pavel Orlov</persName>",
        'Pavel Orlov</persName>\n    <persName type="variant">P. Orlov</persName>\n    <birth when="1920"/>'
        '\n    <note type="bio">See <persName ref="person:orlov-lev">his namesake</persName>.</note>',
    )
    assert made.files["people.xml"].decode() == expected
    assert made.files["d1.xml"].decode() == DOCUMENT.replace(
        "'person:orlov-p'", "'person:orlov-pavel'"
    ).replace('"person:orlov-p"', '"person:orlov-pavel"')


def test_an_entry_is_not_merged_into_itself() -> None:
    assert [d.code for d in merge(Kind.PERSON, "orlov-p", "orlov-p", AUTHORITY, FILES).diagnostics] == [
        "AUT010"
    ]


def test_splitting_takes_the_named_mentions_to_a_new_entry() -> None:
    made = split(Kind.PERSON, "orlov-pavel", "Petr Orlov", [("d1.xml", "m2")], AUTHORITY, FILES)

    entities = read_authority(made.files["people.xml"], "people.xml", Kind.PERSON).entities
    assert entities[-1].ref == "person:orlov-petr"
    assert made.files["d1.xml"].decode() == DOCUMENT.replace('"person:orlov-pavel"', '"person:orlov-petr"')


def test_splitting_off_a_mention_of_somebody_else_is_refused() -> None:
    made = split(Kind.PERSON, "orlov-pavel", "Petr Orlov", [("d1.xml", "m1")], AUTHORITY, FILES)

    assert (made.files, [d.code for d in made.diagnostics]) == ({}, ["AUT013"])


def test_entries_are_listed_and_shown_with_their_mentions() -> None:
    authorities = Authorities.of(read_authority(PEOPLE.encode(), "people.xml", Kind.PERSON).entities)
    mentions = [mentions_of(parse(FILES["d1.xml"], "d1.xml"))]

    assert listed(authorities, Kind.PERSON, mentions) == [
        "person:orlov-lev\tOrlov, Lev\t0",
        "person:orlov-p\tOrlov, P. (1920–)\t1",
        "person:orlov-pavel\tOrlov, Pavel\t1",
    ]
    assert described(authorities.entities["person:orlov-pavel"], mentions)[-1] == (
        "  d1#m2: Orlov & [Orlov], person:orlov-p"
    )


def test_checking_finds_the_unmentioned_contradictions_and_duplicates() -> None:
    pavel = replace(
        person("orlov-pavel", "Pavel Orlov", birth="1985"),
        offices=(Office("Minister", Years("1950", "1960")),),
    )
    authorities = Authorities.of([pavel, person("orlov-p", "P. Orlov"), person("li", "Li Peng")])
    document = DOCUMENT.replace(
        "<teiHeader/>",
        '<teiHeader><profileDesc><creation><date when="1979"/></creation></profileDesc></teiHeader>',
    )

    found = checked(authorities, [mentions_of(parse(document.encode(), "d1.xml"))])

    assert [(d.code, d.message.split(",")[0]) for d in found] == [
        ("AUT023", "person:orlov-pavel (1985–) is said to be Minister (1950–1960)"),
        ("AUT022", "person:orlov-pavel"),
        ("AUT020", "no document mentions person:li"),
        ("AUT024", "person:orlov-pavel may be person:orlov-p: one surname"),
    ]


def test_places_that_lie_within_each_other_are_said_once() -> None:
    around = [
        replace(place("altan", "Altan"), within="bayan"),
        replace(place("bayan", "Bayan"), within="altan"),
        replace(place("well", "Well"), within="altan"),
        replace(place("pit", "Pit"), within="pit"),
    ]

    found = [d for d in checked(Authorities.of(around), []) if d.code == "AUT025"]

    assert [d.message for d in found] == [
        "place:altan lies within place:bayan lies within place:altan",
        "place:pit lies within place:pit",
    ]


def test_two_romanisations_of_one_name_are_suspected() -> None:
    pairs = suspected_duplicates(
        [person("a", "Hsieh T’ing-fang"), person("b", "Xie Tingfang"), person("c", "Xie Li")]
    )

    assert [(p.one.id, p.other.id, p.score) for p in pairs] == [("a", "b", 100)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("L. Dorjsuren", "L. Dorzhsuren"),
        ("P. A. Vereshchagin", "Pavel Wereschtschagin"),
        ("A. Gromoff", "Andrei Gromov"),
    ],
)
def test_two_spellings_of_one_surname_are_suspected_where_initials_agree(one: str, other: str) -> None:
    pairs = suspected_duplicates(
        [person("a", one), person("b", other), person("c", "Zoya " + other.split()[-1])]
    )

    assert [(p.one.id, p.other.id) for p in pairs if "c" not in (p.one.id, p.other.id)] == [("a", "b")]
    assert all(p.one.id == p.other.id == "c" or "c" not in (p.one.id, p.other.id) for p in pairs)


def test_different_initials_and_different_births_are_no_duplicates() -> None:
    assert suspected_duplicates([person("a", "P. A. Orlov"), person("b", "L. S. Orlov")]) == []
    assert (
        suspected_duplicates(
            [person("a", "Pavel Orlov", birth="1920"), person("b", "Pavel Orlov", birth="1950")]
        )
        == []
    )


def test_bodies_of_two_parties_are_not_suspected_to_be_one() -> None:
    suspected = suspected_duplicates([org("one", "CCP Politburo"), org("other", "CPSU Politburo")])

    assert suspected == []


def test_names_written_alike_leave_an_entry_and_no_other_byte_changes() -> None:
    octets = DOCUMENT.encode()

    made = split_alike(octets, "d1.xml", "person:orlov-pavel", "person:orlov", "Orlov")

    assert made.decode() == DOCUMENT.replace('"person:orlov-pavel"', '"person:orlov"')
    assert split_alike(octets, "d1.xml", "person:orlov-pavel", "person:orlov", "Pavel Orlov") == octets
    assert split_alike(octets, "d1.xml", "person:nobody", "person:orlov", "Orlov") == octets


def test_a_file_that_is_not_utf_8_and_would_have_to_change_is_named_and_stops_the_operation() -> None:
    declared = f'<?xml version="1.0" encoding="ISO-8859-1"?>\n{DOCUMENT}'.replace("&amp;", "caf\xe9")
    octets = declared.encode("latin-1")
    for work in (
        lambda: rename(Kind.PERSON, "orlov-p", "orlov-piotr", AUTHORITY, {"d1.xml": octets}),
        lambda: merge(Kind.PERSON, "orlov-p", "orlov-pavel", AUTHORITY, {"d1.xml": octets}),
        lambda: split(Kind.PERSON, "orlov-p", "Orlov", [("d1.xml", "m1")], AUTHORITY, {"d1.xml": octets}),
        lambda: split_alike(octets, "d1.xml", "person:orlov-p", "person:orlov", "Orlov"),
    ):
        with pytest.raises(UnusableInput) as caught:
            work()
        # The encoding that the file declares, or the byte: whichever is met first.
        assert str(caught.value.diagnostic.place) in ("d1.xml:1:31", "d1.xml:4")
        assert caught.value.diagnostic.code == "XML005"
    untouched = rename(Kind.PERSON, "orlov-lev", "orlov-leo", AUTHORITY, {"d1.xml": octets})
    assert set(untouched.files) == {"people.xml"}
