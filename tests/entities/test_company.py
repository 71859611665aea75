"""Company: who is named with whom elsewhere tells namesakes apart, and is never enough to be sure."""

from __future__ import annotations

from collections.abc import Mapping

from entity_builders import document, person, tags

from dragoman.entities.annotate import Options
from dragoman.entities.authority_edit import new_file
from dragoman.entities.company import Company, sure_references
from dragoman.entities.edition import AnnotatedEdition, annotate_edition
from dragoman.entities.model import Authorities, Kind
from dragoman.tei.parse import parse

PEOPLE = (
    person("orlov-lev", "Lev Orlov", "Orlov"),
    person("orlov-pavel", "Pavel Orlov", "Orlov"),
    person("petrova-anna", "Anna Petrova"),
)


def text(identifier: str, words: str) -> bytes:
    return document(f'<p xml:id="p1">{words}</p>').replace(b'xml:id="d1"', f'xml:id="{identifier}"'.encode())


DOCUMENTS = {
    "d1.xml": text("d1", "Pavel Orlov and Anna Petrova met."),
    "d2.xml": text("d2", "Comrade Orlov spoke. Then Anna Petrova spoke."),
    "d3.xml": text("d3", "Comrade Orlov spoke."),
}


def annotated(
    documents: Mapping[str, bytes], *, standing: Mapping[str, set[str]] | None = None
) -> AnnotatedEdition:
    people = {Kind.PERSON: ("people.xml", new_file(Kind.PERSON, PEOPLE))}
    return annotate_edition(documents, people, Authorities(), Options(with_likely=True), standing=standing)


def test_of_two_namesakes_the_one_elsewhere_named_with_somebody_of_the_document_is_likely() -> None:
    made = annotated(DOCUMENTS).documents

    decided = made["d2.xml"].decisions[0]
    assert (str(decided.certainty), decided.ref) == ("likely", "person:orlov-pavel")
    assert decided.evidence[1] == "elsewhere named together with person:petrova-anna"
    assert b'<persName ref="person:orlov-pavel" cert="medium">Orlov</persName>' in made["d2.xml"].octets
    assert tags(made["d3.xml"].octets) == []


def test_what_was_only_likely_is_no_company_and_annotating_again_changes_nothing() -> None:
    once = {name: made.octets for name, made in annotated(DOCUMENTS).documents.items()}

    again = annotated(once).documents

    assert {name: made.octets for name, made in again.items()} == once
    assert sure_references(parse(once["d2.xml"], "d2")) == {"person:petrova-anna"}


def test_documents_that_are_not_annotated_now_are_company_too() -> None:
    one = {"d2.xml": DOCUMENTS["d2.xml"]}

    alone = annotated(one).documents["d2.xml"]
    among = annotated(one, standing={"d1": {"person:orlov-pavel", "person:petrova-anna"}}).documents["d2.xml"]

    assert [ref for _, ref, _ in tags(alone.octets)] == ["person:petrova-anna"]
    assert [ref for _, ref, _ in tags(among.octets)] == ["person:orlov-pavel", "person:petrova-anna"]


def test_places_are_nobodys_company() -> None:
    company = Company.of({"d1": ["person:a", "place:moscow"], "d2": ["place:moscow"]})

    assert company.companions("person:a", "d2", frozenset()) == []
