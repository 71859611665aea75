"""Roles that stand for a person are tagged where it is certain whom they mean, and only there."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from entity_builders import document, paragraph, person
from lxml import etree

from dragoman.entities.annotate import annotate
from dragoman.entities.link import Certainty
from dragoman.entities.mentions import mentions_of
from dragoman.entities.model import Authorities
from dragoman.entities.standing import without_links
from dragoman.tei.parse import parse

FOREIGN = "Minister of Foreign Affairs of the Soviet Union"
HOLDER = person("berdin", "Oleg Berdin", offices=((FOREIGN, "1957", "1985"),))
SUCCESSOR = person("karpin", "Lev Karpin", offices=((FOREIGN, "1985", "1990"),))
ENVOY = person("sorin", "Pavel Sorin")


def roles(octets: bytes, *people: object) -> list[tuple[str, str, str]]:
    """Return type, reference and words of every role that annotating tags."""
    made = annotate(octets, "d1.xml", Authorities.of(people))  # type: ignore[arg-type]
    root = parse(made.octets, "d1.xml")
    return [
        (element.get("type", ""), element.get("ref", ""), "".join(element.itertext()))
        for element in root.iter(etree.Element)
        if etree.QName(element).localname == "rs"
    ]


def test_the_holder_of_a_sole_office_is_meant_on_the_day_of_the_document() -> None:
    octets = paragraph("He thanked the Soviet Foreign Minister for it.")

    assert roles(octets, HOLDER, SUCCESSOR) == [("person", "person:berdin", "Soviet Foreign Minister")]


def test_in_capitals_a_role_needs_no_article() -> None:
    octets = paragraph("HE THANKED SOVIET FOREIGN MINISTER FOR IT.")

    assert roles(octets, HOLDER) == [("person", "person:berdin", "SOVIET FOREIGN MINISTER")]


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("He thanked the Soviet Foreign Minister for it.", "1985-03-01"),  # the year of the change
        ("He thanked the Soviet Foreign Minister for it.", "1957-03-01"),
        ("He thanked the Soviet Foreign Minister for it.", ""),
        ("He thanked the former Soviet Foreign Minister for it.", "1979-03-01"),
        ("He thanked the Polish Foreign Minister for it.", "1979-03-01"),
        ("He thanked the Soviet Foreign Minister Grubin for it.", "1979-03-01"),
        ("He thanked a Soviet Foreign Minister for it.", "1979-03-01"),
        ("He thanked the Soviet Ambassador for it.", "1979-03-01"),
    ],
)
def test_a_role_that_may_mean_somebody_else_is_left_alone(text: str, date: str) -> None:
    assert roles(paragraph(text, date), HOLDER, SUCCESSOR) == []


def test_two_known_holders_decide_nothing() -> None:
    rival = person("zubin", "Ivan Zubin", offices=((FOREIGN, "1970", "1990"),))
    made = annotate(
        paragraph("He thanked the Soviet Foreign Minister."), "d1.xml", Authorities.of([HOLDER, rival])
    )

    (decision,) = made.decisions
    assert (decision.certainty, decision.ref, decision.alternatives) == (
        Certainty.OPEN,
        "person:berdin",
        ("person:zubin",),
    )


def test_who_was_introduced_by_these_words_is_meant_by_them() -> None:
    octets = paragraph("The Soviet Ambassador Pavel Sorin came. I told the Soviet Ambassador so.")

    assert roles(octets, ENVOY) == [("person", "person:sorin", "Soviet Ambassador")]


def test_of_two_so_introduced_neither_is_meant() -> None:
    octets = paragraph(
        "The Soviet Ambassador Pavel Sorin came, and Soviet Ambassador Oleg Berdin. "
        "I told the Soviet Ambassador so."
    )

    assert roles(octets, ENVOY, HOLDER) == []


def test_a_role_leads_to_no_entry_of_the_gazetteer() -> None:
    octets = paragraph("He thanked the Soviet Foreign Minister for it.")
    made = annotate(octets, "d1.xml", Authorities(), Authorities.of([HOLDER]))

    assert made.octets == octets


def test_a_tagged_role_is_a_mention_and_can_be_taken_back() -> None:
    octets = paragraph("He thanked the Soviet Foreign Minister for it.")
    tagged = annotate(octets, "d1.xml", Authorities.of([HOLDER])).octets

    (mention,) = mentions_of(parse(tagged, "d1.xml")).mentions
    assert (mention.id, mention.anchor, mention.is_role) == ("berdin", "m1", True)
    assert annotate(tagged, "d1.xml", Authorities.of([HOLDER])).octets == tagged
    assert without_links(tagged, "d1.xml", "person:berdin") == octets


def test_what_is_written_is_valid_in_our_schema_and_in_tei_all(repository: Path) -> None:
    octets = document('<p xml:id="p1">He thanked the Soviet Foreign Minister for it.</p>')
    tagged = parse(annotate(octets, "d1.xml", Authorities.of([HOLDER])).octets, "d1.xml")
    schemas = [repository / "schema" / "dragoman.rng"]
    if "DRAGOMAN_TEI_ALL" in os.environ:
        schemas.append(Path(os.environ["DRAGOMAN_TEI_ALL"]))

    for schema in schemas:
        grammar = etree.RelaxNG(etree.parse(schema))
        grammar.validate(tagged)
        assert not [error for error in grammar.error_log if "rs" in error.message.split()], schema
