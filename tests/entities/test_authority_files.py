"""Authority files: read with every fault at its place, filled without another byte changed."""

from __future__ import annotations

import pytest

from dragoman.entities.authority import read_authority
from dragoman.entities.authority_edit import new_file, with_entries
from dragoman.entities.gazetteer import gazetteer
from dragoman.entities.model import Entity, Kind, Name, Office, Years

HEADER = (
    '<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title/></titleStmt>'
    "<publicationStmt><p/></publicationStmt><sourceDesc><p/></sourceDesc></fileDesc></teiHeader>\n<standOff>\n"
)
CLOSING = "\n</standOff>\n</TEI>"


def people(entries: str) -> bytes:
    return f"{HEADER}<listPerson>\n{entries}\n</listPerson>{CLOSING}".encode()


def places(entries: str) -> bytes:
    return f"{HEADER}<listPlace>\n{entries}\n</listPlace>{CLOSING}".encode()


NEW = Entity(
    "li-peng",
    Kind.PERSON,
    "Li Peng",
    (Name("Li Peng", "preferred", "zh-Latn", "Li"), Name("Li P’eng")),
    birth="1928",
    offices=(Office("Premier", Years("1987", "1998")),),
)


def test_an_entry_is_read_with_names_dates_and_offices() -> None:
    octets = people(
        '<person xml:id="li"><persName type="preferred"><surname>Li</surname> <forename>Peng</forename>'
        "</persName>"
        '<persName type="variant" xml:lang="zh-Hans">李鹏</persName>'
        '<birth when="1928-10-20"/><death when="2019"/>'
        '<occupation from="1987" to="1998">Premier</occupation>'
        '<affiliation notBefore="1945"><orgName ref="org:ccp"/></affiliation>'
        '<idno type="wikidata">Q0</idno><note type="bio">An engineer.</note></person>'
    )

    (entity,) = read_authority(octets, "people.xml", Kind.PERSON).entities

    assert (entity.ref, entity.name, entity.birth, entity.death) == (
        "person:li",
        "Li Peng",
        "1928-10-20",
        "2019",
    )
    assert [(n.text, n.type, n.lang, n.surname) for n in entity.names] == [
        ("Li Peng", "preferred", "", "Li"),
        ("李鹏", "variant", "zh-Hans", ""),
    ]
    assert [(o.text, o.years.start, o.years.end, o.org) for o in entity.offices] == [
        ("Premier", "1987", "1998", ""),
        ("", "1945", "", "ccp"),
    ]
    assert (entity.identifiers, entity.bio) == ((("wikidata", "Q0"),), "An engineer.")
    assert (entity.place.line, entity.place.column) == (4, 1)


@pytest.mark.parametrize(
    ("entries", "code", "line", "column"),
    [
        ('<person xml:id="a"><persName>A</persName></person>\n <person xml:id="a"/>', "AUT001", 5, 2),
        ("<person><persName>A</persName></person>", "AUT002", 4, 1),
        ('<person xml:id="a"><persName/></person>', "AUT003", 4, 1),
        ('<person xml:id="a"><persName>A</persName><birth when="1.2.1900"/></person>', "AUT006", 4, 42),
        (
            '<person xml:id="a"><persName>A</persName><occupation from="1974" to="1952"/></person>',
            "AUT005",
            4,
            42,
        ),
    ],
)
def test_a_fault_is_named_with_line_and_column(entries: str, code: str, line: int, column: int) -> None:
    found = read_authority(people(entries), "people.xml", Kind.PERSON)

    assert [(d.code, d.place.line, d.place.column) for d in found.diagnostics] == [(code, line, column)]


def test_coordinates_that_are_none_are_reported() -> None:
    octets = places('<place xml:id="a"><placeName>A</placeName><location><geo>106 E</geo></location></place>')

    found = read_authority(octets, "places.xml", Kind.PLACE)

    assert [d.code for d in found.diagnostics] == ["AUT004"]
    assert found.entities[0].geo is None


def test_a_file_without_its_list_and_a_file_that_is_not_xml_are_reported() -> None:
    assert [d.code for d in read_authority(places(""), "people.xml", Kind.PERSON).diagnostics] == ["AUT007"]
    broken = read_authority(b"<TEI><a></TEI>", "people.xml", Kind.PERSON)
    assert [d.code for d in broken.diagnostics] == ["XML001"]
    assert broken.entities == ()


def test_an_entry_is_added_after_the_last_as_that_is_laid_out() -> None:
    octets = people('\t<person xml:id="a">\r\n\t\t<persName>A</persName></person> <!-- last -->').replace(
        b"\n", b"\r\n"
    )

    made = with_entries(octets, "people.xml", Kind.PERSON, [NEW])

    inserted = (
        '\r\n\t<person xml:id="li-peng">'
        '\r\n\t  <persName type="preferred" xml:lang="zh-Latn"><surname>Li</surname> Peng</persName>'
        '\r\n\t  <persName type="variant">Li P’eng</persName>'
        '\r\n\t  <birth when="1928"/>'
        '\r\n\t  <occupation notBefore="1987" notAfter="1998">Premier</occupation>'
        "\r\n\t</person>"
    ).encode()
    assert made == octets.replace(b"</person>", b"</person>" + inserted)


@pytest.mark.parametrize(
    "empty", ["<listPerson/>", "<listPerson>\n</listPerson>", "<listPerson></listPerson>"]
)
def test_an_entry_is_added_to_an_empty_list(empty: str) -> None:
    octets = f"{HEADER}  {empty}{CLOSING}".encode()

    made = with_entries(octets, "people.xml", Kind.PERSON, [NEW])

    assert [e.id for e in read_authority(made, "people.xml", Kind.PERSON).entities] == ["li-peng"]
    assert made.startswith(HEADER.encode())
    assert made.endswith(CLOSING.encode())


def test_what_is_written_is_read_back() -> None:
    for kind in Kind:
        entities = list(gazetteer().of_kind(kind))
        again = read_authority(new_file(kind, entities), "x.xml", kind)

        assert not again.diagnostics
        assert [
            (e.id, e.names, e.offices, e.geo, e.within, e.years, e.identifiers) for e in again.entities
        ] == [(e.id, e.names, e.offices, e.geo, e.within, e.years, e.identifiers) for e in entities]


def test_the_gazetteer_covers_the_field() -> None:
    people_with_years = [e for e in gazetteer().of_kind(Kind.PERSON) if any(o.years.start for o in e.offices)]

    assert len(people_with_years) >= 300
    assert gazetteer().entities["place:cambodia"].geo is not None
    former = {name.text: name.years for name in gazetteer().entities["place:dhaka"].names}
    assert former["Dacca"] == Years("", "1982")


def test_every_place_that_the_gazetteer_refers_to_is_in_it() -> None:
    entries = gazetteer().entities
    missing = [e.ref for e in entries.values() if e.within and f"place:{e.within}" not in entries]
    assert missing == []


def test_an_authority_file_that_is_not_utf_8_is_reported() -> None:
    octets = f"{HEADER}  <listPerson/>{CLOSING}".encode("utf-16")

    made = read_authority(octets, "people.xml", Kind.PERSON)

    assert (made.entities, [d.code for d in made.diagnostics]) == ((), ["XML005"])
