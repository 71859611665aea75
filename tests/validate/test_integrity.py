"""What holds across the files of an edition."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from dragoman.diagnostics import Diagnostic
from dragoman.source import SourceText
from dragoman.validate.edition import check_edition

DOCUMENTS = Path(__file__).parent / "documents"
HEADER = (
    "<teiHeader><fileDesc><titleStmt><title>x</title></titleStmt><publicationStmt><p>x</p></publicationStmt>"
    "<sourceDesc><p>x</p></sourceDesc></fileDesc></teiHeader>"
)


def authority(lists: str) -> bytes:
    return (
        f'<TEI xmlns="http://www.tei-c.org/ns/1.0">{HEADER}\n<standOff>\n{lists}\n</standOff></TEI>'.encode()
    )


PEOPLE = authority(
    "<listPerson>"
    '<person xml:id="petrov"><persName>A. Petrov</persName>'
    '<persName type="variant">Petrov</persName></person>'
    '<person xml:id="bold"><persName>D. Bold</persName></person>'
    "</listPerson>"
)
PLACES = authority(
    '<listPlace><place xml:id="altanbulag"><placeName>Altanbulag</placeName></place></listPlace>'
)
ORGS = authority('<listOrg><org xml:id="commission"><orgName>Commission</orgName></org></listOrg>')
GOOD = (DOCUMENTS / "memorandum.xml").read_text(encoding="utf-8")


def checked(
    documents: dict[str, str], people: bytes = PEOPLE, sources: dict[str, SourceText] | None = None
) -> list[Diagnostic]:
    found = check_edition(
        {name: text.encode() for name, text in documents.items()},
        {"people.xml": people, "places.xml": PLACES, "organizations.xml": ORGS},
        {},
        sources or {},
    )
    return [d for d in found if d.code not in ("FID001", "REF006")]


def brief(found: list[Diagnostic]) -> list[tuple[str, str, int, int]]:
    return [(d.code, d.place.file, d.place.line, d.place.column) for d in found]


def test_an_edition_in_order_has_nothing_amiss() -> None:
    assert checked({"memorandum.xml": GOOD}) == []


@pytest.mark.parametrize(
    ("reference", "hint"),
    [
        ("person:petrow", "person:petrov has the name “A. Petrov”"),
        ("person:a-petrof", "person:petrov has the name “A. Petrov”"),
        ("person:a-petrov-1979", "person:petrov has the name “A. Petrov”"),
    ],
)
def test_a_reference_to_nobody_names_the_entry_that_was_meant(reference: str, hint: str) -> None:
    text = GOOD.replace('<item><persName ref="person:petrov">', f'<item><persName ref="{reference}">')
    (found,) = checked({"memorandum.xml": text})
    line = text[: text.index(reference)].count("\n") + 1
    assert brief([found]) == [("REF001", "memorandum.xml", line, 27)]
    assert found.message == f"{reference} is not in the authority files"
    assert found.hint == hint


def test_where_the_words_name_nobody_the_nearest_id_is_offered() -> None:
    text = GOOD.replace(
        '<orgName ref="org:commission">Commission', '<orgName ref="org:comission">The river body'
    )
    (found,) = (d for d in checked({"memorandum.xml": text}) if d.code == "REF001")
    assert found.hint == "did you mean org:commission?"
    text = GOOD.replace('<orgName ref="org:commission">Commission', '<orgName ref="org:petrov">The body')
    (found,) = (d for d in checked({"memorandum.xml": text}) if d.code == "REF001")
    assert found.hint == "did you mean person:petrov?"


def test_a_pointer_into_another_document_has_to_arrive() -> None:
    text = GOOD.replace("The ferry", 'The <ref target="memorandum.xml#p77">ferry</ref>')
    (found,) = checked({"memorandum.xml": text})
    assert (found.code, found.message) == ("REF002", "memorandum.xml has no element with the id “p77”")
    text = GOOD.replace("The ferry", 'The <ref target="memorandun.xml#p7">ferry</ref>')
    (found,) = checked({"memorandum.xml": text})
    assert (found.code, found.hint) == ("REF002", "did you mean memorandum.xml?")


def test_two_documents_with_one_id_and_a_file_of_another_name() -> None:
    found = checked({"memorandum.xml": GOOD, "other.xml": GOOD})
    assert brief(found) == [
        ("REF003", "other.xml", 2, 50),
        ("REF004", "other.xml", 2, 50),
        ("REF013", "other.xml", 17, 5),
    ]


def test_a_document_converted_again_under_a_new_name_is_one_document_twice() -> None:
    (found,) = checked(
        {"memorandum.xml": GOOD, "twin.xml": GOOD.replace('xml:id="memorandum"', 'xml:id="twin"')}
    )
    assert (found.code, found.place.file) == ("REF013", "twin.xml")
    assert found.message == "memorandum.txt is the transcript of memorandum.xml too"


def test_an_entry_that_nobody_mentions_is_noted() -> None:
    more = PEOPLE.replace(
        b"</listPerson>", b'<person xml:id="x"><persName>X</persName></person></listPerson>'
    )
    (found,) = checked({"memorandum.xml": GOOD}, more)
    assert (found.code, found.message) == ("REF008", "person:x (“X”) is mentioned nowhere")


def transcript(text: str, name: str = "memorandum.txt") -> dict[str, SourceText]:
    return {name: SourceText(name, text, sha256=hashlib.sha256(text.encode()).hexdigest())}


def test_a_transcript_that_was_changed_and_one_that_is_missing() -> None:
    found = check_edition({"memorandum.xml": GOOD.encode()}, {}, {}, transcript("other words"))
    assert {"REF005", "FID001"} <= {d.code for d in found}
    found = check_edition({"memorandum.xml": GOOD.encode()}, {}, {}, {})
    assert [d.place.line for d in found if d.code == "REF006"] == [17]


def test_a_file_that_is_not_well_formed_does_not_stop_the_others() -> None:
    found = checked({"broken.xml": "<TEI>", "memorandum.xml": GOOD.replace("#n4", "#n44", 1)})
    assert [d.code for d in found] == ["XML001", "PTR001"]


@pytest.mark.parametrize(
    ("said", "is_open"),
    [
        ('<persName ref="person:orlov-lev">Orlov</persName> came', True),
        ('<persName ref="person:orlov-lev">Orlov</persName> (later a general) came', True),
        ('<persName ref="person:orlov-lev">Orlov</persName> (P. D.) came', True),
        ('<persName ref="person:orlov-lev">Orlov</persName> (L. S., the younger) came', False),
        ('<persName ref="person:orlov-lev">Orlov</persName> (Lev Semyonovich) came', False),
        (
            '<persName ref="person:orlov-lev">Orlov</persName> '
            '<supplied reason="completed" resp="#translator" rend="brackets">Lev Semyonovich</supplied> came',
            False,
        ),
        ('<persName ref="person:orlov-lev" evidence="context">Orlov</persName> came', False),
        (
            '<persName ref="person:orlov-lev">L. S. Orlov</persName>; '
            '<persName ref="person:orlov-lev">Orlov</persName>',
            False,
        ),
    ],
)
def test_a_surname_of_two_people_has_to_say_whose_it_is(said: str, is_open: bool) -> None:
    more = PEOPLE.replace(
        b"</listPerson>",
        b'<person xml:id="orlov-lev"><persName><forename>Lev Semyonovich</forename> <surname>Orlov</surname>'
        b'</persName></person><person xml:id="orlov-pavel"><persName><forename>Pavel Denisovich</forename> '
        b"<surname>Orlov</surname></persName></person></listPerson>",
    )
    text = GOOD.replace("The ferry", f"{said}. The ferry", 1)
    found = [d for d in checked({"memorandum.xml": text}, more) if d.code == "REF007"]
    assert [d.message for d in found] == ["“Orlov”, can also be person:orlov-pavel"] * is_open
