"""What the book says: every word of every document, in its order, and nothing of the page in between."""

from __future__ import annotations

import copy
import json
from dataclasses import replace

import pdf_text
import pytest
from lxml import etree
from print_edition import STYLESHEETS, Papers

from dragoman.render.print import Book, document_json
from dragoman.render.print_press import Press
from dragoman.tei.ns import tei
from dragoman.tei.parse import parse
from dragoman.xslt import Constant


@pytest.mark.parametrize("document", ["1979FERRY00012", "ferry-list", "ferry-memorandum", "ferry-scripts"])
def test_every_text_node_is_in_the_text_layer_in_reading_order(
    document: str, papers: Papers, texts: list[str]
) -> None:
    body, notes = pdf_text.streams(papers.documents[document])
    assert pdf_text.missing(body, texts) == []
    assert [pdf_text.missing(note, texts) for note in notes] == [[] for _ in notes]


@pytest.mark.parametrize(
    "lost",
    ["had been moved twice.", "chanhan", "one line missing", "We have carried nobody since", "October"],
)
def test_a_text_node_that_is_missing_is_noticed(lost: str, papers: Papers, whole: Book, press: Press) -> None:
    name = "documents/ferry-memorandum.json"
    assert whole.files[name].count(lost) == 1
    maimed = replace(whole, files={**whole.files, name: whole.files[name].replace(lost, "")})
    body, _ = pdf_text.streams(papers.documents["ferry-memorandum"])
    found = pdf_text.missing(body, pdf_text.pages(press.print(maimed).pdf))
    assert found
    assert "".join(lost.split()) in found[0]


def test_text_in_the_wrong_order_is_noticed(papers: Papers, texts: list[str]) -> None:
    body, _ = pdf_text.streams(papers.documents["ferry-memorandum"])
    assert pdf_text.missing(list(reversed(body)), texts) != []


def test_a_word_that_a_page_banner_cuts_is_whole_and_the_banner_is_not_printed(texts: list[str]) -> None:
    text = " ".join(" ".join(texts).split())
    assert "FOLLOWING ARE THE STATEMENTS OF THOSE" in text
    assert "MRS VANE AND THE ROPEMASTER, WHO SAW NOTHING" in text
    assert "PAGE 02 FERRY" not in text


def test_a_picture_that_lies_elsewhere_is_described_and_not_looked_for(papers: Papers) -> None:
    document = copy.deepcopy(papers.documents["ferry-memorandum"])
    paragraph = document.find(f".//{tei('quote')}/{tei('p')}")
    assert paragraph is not None
    markup = (
        '<figure><graphic url="https://example.org/ferry.png"/><figDesc>The ferry in ice</figDesc></figure>'
    )
    paragraph.append(parse(f"<x xmlns='http://www.tei-c.org/ns/1.0'>{markup}</x>".encode(), "x")[0])
    made = document_json(STYLESHEETS / "document.xsl", document, papers.edition, "x.xml").json
    assert '"The ferry in ice"' in made
    assert '"figure"' not in made


def test_characters_that_a_typesetter_would_read_as_markup_come_out_as_they_are(
    papers: Papers, press: Press
) -> None:
    hostile = r'#let x = $a_b$ *bold* _it_ `raw` <label> @ref // /* */ \u{41} "q" = head #[x] ~ -- --- ...'
    document = copy.deepcopy(papers.documents["ferry-memorandum"])
    paragraph = document.find(f".//{tei('quote')}/{tei('p')}")
    assert paragraph is not None
    paragraph.text = hostile
    book = Papers(papers.edition, {"ferry-memorandum": document}).book()
    assert hostile in " ".join(" ".join(pdf_text.pages(press.print(book).pdf)).split())


def test_an_unknown_element_keeps_its_text_and_is_reported_with_its_place(papers: Papers) -> None:
    text = etree.tostring(papers.documents["ferry-list"], encoding="unicode")
    text = text.replace("A small collection.", "A <egg>small</egg> collection.")
    rendered = document_json(
        STYLESHEETS / "document.xsl",
        parse(text.encode(), "x.xml"),
        papers.edition,
        "tei/documents/ferry-list.xml",
    )
    [finding] = rendered.diagnostics
    assert finding.code == "PRT001"
    assert str(finding.place) == f"tei/documents/ferry-list.xml:{_line(text, '<egg>')}"
    assert "<egg>" in finding.message
    assert '"A ","small"," collection. See also Ropes. "' in rendered.json


def test_numbered_divisions_a_cast_and_notes_of_an_apparatus_are_set(papers: Papers) -> None:
    markup = (
        "<div1><head>Act</head><castList><castItem><role>Maud</role></castItem></castList><listApp><app>"
        "<lem>oar</lem><rdg>ore</rdg><note>The mason slipped.</note></app></listApp></div1>"
    )
    text = etree.tostring(papers.documents["ferry-list"], encoding="unicode")
    rendered = document_json(
        STYLESHEETS / "document.xsl",
        parse(text.replace("</body>", f"{markup}</body>").encode(), "x.xml"),
        papers.edition,
        "x.xml",
    )

    assert rendered.diagnostics == ()
    for words in ('"Act"', '"Maud"', '"oar"', "The mason slipped."):
        assert words in rendered.json


def test_an_original_has_the_name_of_its_language_where_no_header_names_it(papers: Papers) -> None:
    text = etree.tostring(papers.documents["ferry-list"], encoding="unicode")
    original = '<div type="original" xml:lang="ka"><p>პ</p></div></body>'
    rendered = document_json(
        STYLESHEETS / "document.xsl",
        parse(text.replace("</body>", original).encode(), "x.xml"),
        papers.edition,
        "x.xml",
        {"language": Constant(json.dumps({"languages": {"ka": "Georgian"}}))},
    )

    assert '"c":["Georgian"]' in rendered.json


def _line(text: str, words: str) -> int:
    return text.count("\n", 0, text.index(words)) + 1


def test_notes_have_the_labels_of_their_series(whole: Book) -> None:
    found: list[tuple[str, str]] = []

    def walk(value: object) -> None:
        if isinstance(value, dict):
            if value.get("t") == "note":
                found.append((value["series"], value["label"]))
            for part in value.values():
                walk(part)
        elif isinstance(value, list):
            for part in value:
                walk(part)

    document = json.loads(whole.files["documents/ferry-memorandum.json"])
    walk([document["head"], document["body"]])
    assert found == [("editor", "1"), ("translator", "a"), ("editor", "2"), ("translator", "[1]")]


def test_the_banner_stands_in_each_document_that_has_one_and_at_the_foot_of_the_pages(
    texts: list[str],
) -> None:
    banner = "Everything here is invented."
    memorandum = next(text for text in texts if "Document 1 " in text)
    telegram = next(text for text in texts if "Document 2 " in text)
    assert memorandum.count(banner) == 2
    assert telegram.count(banner) == 1


def test_notes_of_every_kind_are_in_the_book_whether_they_stand_in_line_in_a_group_or_at_the_end(
    papers: Papers,
) -> None:
    root = etree.fromstring(
        """<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="x"><teiHeader/><text><body><div type="document">
        <p>Rope<noteGrp><note type="translator" subtype="gloss">of hemp</note><note>Of Riga.</note></noteGrp>
        <ref type="note" target="#n9">9</ref></p></div></body>
        <back><div type="notes"><note type="physical" xml:id="n9">Torn off.</note>
        <note type="translator" subtype="gloss">Of tar.</note></div></back></text></TEI>"""
    )
    made = document_json(STYLESHEETS / "document.xsl", root, papers.edition, "x.xml").json
    assert [made.count(said) for said in ("of hemp", "Of Riga.", "Torn off.", "Of tar.")] == [1, 1, 1, 1]
