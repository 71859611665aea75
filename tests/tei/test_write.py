"""From spans to TEI: the file that comes out, and that it is TEI."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given
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
from dragoman.tei.ns import NSMAP, XML_ID
from dragoman.tei.parse import parse
from dragoman.tei.write import document_element, serialised

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
        assert tei_all.validate(parse(serialised(root), "x.xml")), str(tei_all.error_log)


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
        assert [s.findtext("tei:name", namespaces=NSMAP) for s in statement] == [name]
        assert statement[0].get("corresp") is None


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
    octets = serialised(document_element(made("Head\nabc", *body), edition_header(repository)))
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
    octets = serialised(document_element(document, edition_header(repository)))
    assert compare(document.source, octets, parse(octets, "x"), "x") == []


@given(text=st.text(st.characters(exclude_categories=[]), min_size=1, max_size=60))
def test_any_text_survives_the_file(text: str) -> None:
    header = etree.fromstring('<TEI xmlns="http://www.tei-c.org/ns/1.0"/>')
    source = SourceText("any.txt", text)
    document = Document("any", "memorandum", source, Metadata("t"), [Element("p", {}, [Span(0, len(text))])])
    octets = serialised(document_element(document, header))
    assert compare(source, octets, parse(octets, "any.xml"), "any.xml") == []
