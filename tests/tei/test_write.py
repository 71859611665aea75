"""From spans to TEI: the file that comes out, and that it is TEI."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from dragoman.document import (
    Added,
    Correspondent,
    DateValue,
    Document,
    Element,
    Identifier,
    Metadata,
    Node,
    Participant,
)
from dragoman.fidelity import compare
from dragoman.source import SourceText, Span, decode
from dragoman.tei.letterhead import letterhead
from dragoman.tei.ns import NSMAP, XML_ID
from dragoman.tei.parse import parse
from dragoman.tei.write import document_element, document_octets

RICH = Metadata(
    "Record of a visit",
    original_language="mn",
    term_languages=("mn-Latn",),
    date=DateValue(when="1979-08-03", text="August 3, 1979", kind="conversation"),
    abstract="A gauge is visited.",
    repository="Archive of the Ministry",
    collection="fond 3",
    identifiers=(Identifier("shelfmark", "kh/n 131"), Identifier("film-number", "D790046-0412")),
    citation="Archive of the Ministry, fond 3, kh/n 131",
    classification="LIMITED OFFICIAL USE",
    tags=("SENV", "MG"),
    keywords=("gauges",),
    participants=(Participant("L. Dorjsuren", "Deputy Minister", "Mongolia", "speaker"),),
    place="Naushki",
    correspondents=(
        Correspondent("sent", "AMEMBASSY MOSCOW", place="MOSCOW", date=DateValue(when="1979-01-29")),
        Correspondent("received", "SECSTATE WASHDC", "action"),
        Correspondent("received", "USLO PEKING", "info"),
    ),
    references=("78 STATE 301446",),
    medium="telegram",
    precedence="R",
    responsibilities=(),
)


def edition_header(repository: Path) -> etree._Element:
    return etree.parse(repository / "tei" / "edition.xml").getroot()


def made(text: str, *body: Node, id_: str = "visit", kind: str = "memorandum") -> Document:
    source = decode(text.encode("utf-8", "surrogatepass"), "tei/sources/visit.txt") if text.strip() else None
    return Document(id_, kind, source or SourceText("visit.txt", text), RICH, body)


def test_every_part_of_the_header_is_tei(repository: Path, tei_all: etree.RelaxNG) -> None:
    for kind in ("memorandum", "telegram", "catalogue", "search-results"):
        document = made(
            "Head\nText.", Element("head", {}, [Span(0, 4)]), Element("p", {}, [Span(5, 10)]), kind=kind
        )
        root = document_element(document, edition_header(repository))
        assert tei_all.validate(root), str(tei_all.error_log)


def test_the_header_says_what_was_read(repository: Path) -> None:
    root = document_element(made("Head", Element("head", {}, [Span(0, 4)])), edition_header(repository))

    def text(path: str) -> list[str]:
        return ["".join(found.itertext()).strip() for found in root.iterfind(path, NSMAP)]

    assert text(".//tei:msIdentifier/tei:idno") == ["kh/n 131"]
    assert text(".//tei:altIdentifier[@type='film-number']/tei:idno") == ["D790046-0412"]
    assert text(".//tei:correspAction[@subtype='info']/tei:orgName") == ["USLO PEKING"]
    assert text(".//tei:keywords[@scheme='#tags']/tei:term") == ["SENV", "MG"]
    assert root.find(".//tei:creation/tei:date", NSMAP).get("when") == "1979-08-03"
    targets = [reference.get("target") for reference in root.iterfind(".//tei:catRef", NSMAP)]
    assert targets == ["#kind-memorandum", "#classification-limited-official-use"]
    ids = {element.get(XML_ID) for element in root.iter(etree.Element)}
    assert {target.removeprefix("#") for target in targets} <= ids


def test_the_translator_is_the_one_to_whom_the_edition_gives_the_document(repository: Path) -> None:
    header = edition_header(repository)
    for id_, name in (("gauge-seven-visit-1979-08-03", "B. Uyanga"), ("unknown", "not named")):
        root = document_element(made("Head", Element("head", {}, [Span(0, 4)]), id_=id_), header)
        statement = root.xpath("//tei:respStmt[@xml:id='translator']", namespaces=NSMAP)
        assert [s.xpath("string(tei:name | tei:persName)", namespaces=NSMAP) for s in statement] == [name]
        assert statement[0].get("corresp") is None


def test_a_translator_whose_name_has_parts_is_found_by_it_and_it_stays_as_it_is() -> None:
    name = "<persName><surname>李</surname><forename>明明</forename></persName>"
    header = etree.fromstring(
        f"""<TEI xmlns="{NSMAP["tei"]}"><teiHeader><fileDesc><titleStmt>
        <respStmt xml:id="translator-a"><resp>a</resp><name>Bolor Trial</name></respStmt>
        <respStmt xml:id="translator-b"><resp>b</resp>{name}</respStmt>
        </titleStmt></fileDesc></teiHeader></TEI>"""
    )
    document = made("Head", Element("head", {}, [Span(0, 4)]))
    document = replace(document, metadata=replace(RICH, translator="李明明, Port Saint"))

    written = document_octets(document, letterhead(header)).decode()

    assert re.findall("<respStmt xml:id=.translator.*?</respStmt>", written, re.DOTALL) == [
        f'<respStmt xml:id="translator">\n     <resp>b</resp>\n     {name}\n    </respStmt>'
    ]


def test_an_id_that_begins_with_a_digit_becomes_an_xml_id(repository: Path) -> None:
    header = edition_header(repository)
    assert document_element(made("Head", Span(0, 4), id_="1979MOSCOW02204"), header).get(XML_ID) == (
        "_1979MOSCOW02204"
    )


def test_white_space_is_laid_out_only_where_it_means_nothing(repository: Path) -> None:
    body = (
        Element("head", {}, [Span(0, 4)]),
        Element(
            "list",
            {"type": "participants"},
            [Element("item", {}, [Span(5, 6), Element("hi", {}, [Span(6, 7)]), Span(7, 8)])],
        ),
    )
    octets = document_octets(made("Head\nabc", *body), letterhead(edition_header(repository)))
    assert (
        '   <div type="document" subtype="memorandum">\n'
        "    <head>Head</head>\n"
        '    <list type="participants">\n'
        "     <item>a<hi>b</hi>c</item>\n"
        "    </list>\n"
        "   </div>\n"
    ) in octets.decode()


def test_what_is_added_is_not_transcript(repository: Path) -> None:
    head = Element("head", {}, [Element("supplied", {"resp": "#dragoman"}, [Added("Composed")])])
    document = made("Text", head, Element("p", {}, [Span(0, 4)]))
    octets = document_octets(document, letterhead(edition_header(repository)))
    assert compare(document.source, octets, parse(octets, "x"), "x") == []


@given(text=st.text(st.characters(exclude_categories=[]), min_size=1, max_size=60))
def test_any_text_survives_the_file(text: str) -> None:
    header = etree.fromstring('<TEI xmlns="http://www.tei-c.org/ns/1.0"/>')
    source = SourceText("any.txt", text)
    document = Document("any", "memorandum", source, Metadata("t"), [Element("p", {}, [Span(0, len(text))])])
    octets = document_octets(document, letterhead(header))
    assert compare(source, octets, parse(octets, "any.xml"), "any.xml") == []


ANY = st.text(st.characters(exclude_categories=[]), max_size=12)
DATES = st.builds(DateValue, when=ANY, evidence=ANY, text=ANY, kind=ANY)
PEOPLE = st.builds(Participant, ANY, ANY, ANY, ANY)
CORRESPONDENTS = st.builds(Correspondent, ANY, ANY, ANY, ANY, st.none() | DATES)
SAID = st.builds(
    Metadata,
    title=ANY,
    language=ANY,
    original_language=ANY,
    term_languages=st.lists(ANY, max_size=2),
    date=st.none() | DATES,
    dates=st.lists(DATES, max_size=2),
    abstract=ANY,
    repository=ANY,
    collection=ANY,
    identifiers=st.lists(st.builds(Identifier, ANY, ANY), max_size=2),
    citation=ANY,
    classification=ANY,
    tags=st.lists(ANY, max_size=2),
    keywords=st.lists(ANY, max_size=2),
    participants=st.lists(PEOPLE, max_size=2),
    place=ANY,
    correspondents=st.lists(CORRESPONDENTS, max_size=2),
    references=st.lists(ANY, max_size=2),
    medium=ANY,
    precedence=ANY,
    translator=ANY,
)


@settings(max_examples=40)
@given(metadata=SAID, name=ANY, kind=st.sampled_from(("memorandum", "telegram", "another-kind")))
def test_whatever_is_said_of_a_document_its_header_can_be_written(
    metadata: Metadata, name: str, kind: str
) -> None:
    header = etree.fromstring('<TEI xmlns="http://www.tei-c.org/ns/1.0"/>')
    document = Document("any", kind, SourceText(name, "Text"), metadata, [Element("p", {}, [Span(0, 4)])])
    root = document_element(document, header)
    assert root.find(".//tei:teiHeader", NSMAP) is not None


def test_in_a_header_a_character_that_xml_cannot_hold_is_shown_as_lost(repository: Path) -> None:
    metadata = Metadata("Visit\x0cof \x1a the \ud800", participants=(Participant("N.", side="A\x00"),))
    source = SourceText("visit\udcff.txt", "Text")
    document = Document("visit", "memorandum", source, metadata, [Element("p", {}, [Span(0, 4)])])
    root = document_element(document, edition_header(repository))
    assert root.findtext(".//tei:titleStmt/tei:title", namespaces=NSMAP) == "Visit of \ufffd the \ufffd"
    assert root.find(".//tei:person", NSMAP).get("n") == "A\ufffd"
    assert root.find(".//tei:bibl/tei:ref", NSMAP).get("target") == "../sources/visit\ufffd.txt"


@given(value=ANY)
def test_the_value_of_an_attribute_can_be_anything(value: str) -> None:
    header = etree.fromstring('<TEI xmlns="http://www.tei-c.org/ns/1.0"/>')
    body = [Element("p", {"n": value}, [Span(0, 4)])]
    document = Document("any", "memorandum", SourceText("any.txt", "Text"), Metadata("t"), body)
    assert document_element(document, header).find(".//{*}p") is not None
