"""Out to OpenRefine and back: a table of entries, identifiers from it."""

from __future__ import annotations

import csv
import io

from dragoman.entities.authority import read_authority
from dragoman.entities.model import Authorities, Kind
from dragoman.entities.reconcile import exported, read_table, with_identifiers

PLACES = """<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/><standOff><listPlace>
  <place xml:id="peking"><placeName>Peking</placeName><placeName>Beijing</placeName>
    <location><geo>39.9 116.4</geo></location></place>
  <place xml:id="kyakhta"><placeName>Kyakhta</placeName><idno type="geonames">2021017</idno></place>
</listPlace></standOff></TEI>
"""
OWN = Authorities.of(read_authority(PLACES.encode(), "places.xml", Kind.PLACE).entities)


def test_the_table_has_a_row_for_each_entry() -> None:
    rows = list(csv.DictReader(io.StringIO(exported(OWN, Kind.PLACE))))

    assert [(r["reference"], r["name"], r["variants"], r["latitude"], r["geonames"]) for r in rows] == [
        ("place:kyakhta", "Kyakhta", "", "", "2021017"),
        ("place:peking", "Peking", "Beijing", "39.9", ""),
    ]


def test_an_untouched_table_changes_nothing() -> None:
    assert read_table(exported(OWN, Kind.PLACE), "t.csv", OWN) == ({}, [])


def test_new_identifiers_are_added_and_no_other_byte_changes() -> None:
    table = "reference,wikidata,geonames\r\nplace:peking,Q956,1816670\r\n"

    found, diagnostics = read_table(table, "t.csv", OWN)
    made = with_identifiers(PLACES.encode(), "places.xml", Kind.PLACE, found).decode()

    assert not diagnostics
    assert made == PLACES.replace(
        "</location></place>",
        '</location>\n    <idno type="wikidata">Q956</idno>'
        '\n    <idno type="geonames">1816670</idno></place>',
    )


def test_a_wrong_column_is_named_and_nothing_is_taken() -> None:
    found, diagnostics = read_table("reference,wikipedia\nplace:peking,x\n", "t.csv", OWN)

    assert found == {}
    assert [(d.code, d.place.line) for d in diagnostics] == [("REC001", 1)]
    assert [d.code for d in read_table("name\nPeking\n", "t.csv", OWN)[1]] == ["REC001"]


def test_a_table_with_semicolons_is_called_so() -> None:
    found, diagnostics = read_table("reference;wikidata\nplace:peking;Q956\n", "t.csv", OWN)

    assert found == {}
    assert [(d.code, d.place.line, "semicolons" in d.message) for d in diagnostics] == [("REC001", 1, True)]


def test_wrong_values_contradictions_and_strangers_are_named_with_their_line() -> None:
    table = (
        "reference,wikidata,geonames\nplace:peking,Beijing,\nplace:kyakhta,,999\nplace:nowhere,Q1,\n"
        "place:kyakhta,Q1,\n"
    )

    found, diagnostics = read_table(table, "t.csv", OWN)

    assert [(d.code, d.place.line) for d in diagnostics] == [("REC002", 2), ("REC003", 3), ("AUT010", 4)]
    assert found == {"place:kyakhta": {"wikidata": "Q1"}}
