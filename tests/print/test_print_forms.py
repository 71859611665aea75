"""The forms of the book: trim sizes, line numbers, offprints, the press's sheet, other scripts."""

from __future__ import annotations

import copy
import json
import re
import zlib

import pdf_text
import pypdfium2 as pdfium
import pytest
from lxml import etree
from print_edition import STYLESHEETS, WORDS, Papers
from verapdf import violations

from dragoman.render.print import Book, book, document_json, offprint, register_json
from dragoman.render.print_map import Plate, plates
from dragoman.render.print_options import Options, Trim
from dragoman.render.print_press import Press, Printed
from dragoman.tei.ns import XML_LANG, tei
from dragoman.xslt import Constant, Parameter


@pytest.mark.parametrize(
    ("trim", "millimetres"),
    [("6x9", (152.4, 228.6)), ("155x230", (155, 230)), ("a5", (148, 210)), ("a4", (210, 297))],
)
def test_every_trim_size_holds_the_same_text(
    trim: Trim, millimetres: tuple[float, float], papers: Papers, press: Press
) -> None:
    printed = press.print(papers.book(Options(trim=trim)))
    width, height = pdfium.PdfDocument(printed.pdf)[0].get_size()
    assert (width * 25.4 / 72, height * 25.4 / 72) == pytest.approx(millimetres, abs=0.02)
    texts = pdf_text.pages(printed.pdf)
    for root in papers.documents.values():
        assert pdf_text.missing(pdf_text.streams(root)[0], texts) == []


def test_every_fifth_line_is_numbered_on_request_and_the_count_begins_on_each_page(
    papers: Papers, press: Press
) -> None:
    telegram = Papers(papers.edition, {"1979FERRY00012": papers.documents["1979FERRY00012"]})
    plain = pdf_text.pages(press.print(telegram.book(Options(form="document"))).pdf)
    numbered = pdf_text.pages(press.print(telegram.book(Options(form="document", line_numbers=True))).pdf)
    assert [line for line in numbered[0].splitlines() if re.fullmatch(r"\d+", line.strip())][:1] == ["5"]
    assert len(numbered) == len(plain)


def test_an_offprint_keeps_the_number_of_its_document_and_names_the_edition(
    whole: Book, press: Press
) -> None:
    alone = offprint(whole, ["1979FERRY00012"])
    assert "documents/1979FERRY00012.json" in alone.files
    assert not [name for name in alone.files if "ferry" in name or name.startswith("registers/")]
    printed = press.print(alone)
    [first, *_] = pdf_text.pages(printed.pdf)
    assert first.startswith("The Quiet Ferry, 0.3, May 2031. https://example.org/quiet-ferry")
    assert "Document 2 9 March 1979" in first
    assert (
        pdfium.PdfDocument(printed.pdf)
        .get_metadata_dict()["Title"]
        .startswith("Telegram from the Ferry Mission")
    )


def test_an_original_follows_its_translation_under_the_name_of_its_language(
    papers: Papers, press: Press
) -> None:
    root = copy.deepcopy(papers.documents["ferry-memorandum"])
    [body] = root.iter(tei("body"))
    original = etree.SubElement(body, tei("div"), {"type": "original", XML_LANG: "ru"})
    etree.SubElement(original, tei("p")).text = "Бочек четыре."
    [languages] = root.iter(tei("langUsage"))
    etree.SubElement(languages, tei("language"), ident="ru").text = "Russian"
    pair = Papers(papers.edition, {"ferry-memorandum": root})
    text = "\n".join(pdf_text.pages(press.print(pair.book(Options(form="document"))).pdf))
    lines = [line.strip() for line in text.splitlines()]
    assert lines[lines.index("Бочек четыре.") - 1] == "Russian"


def test_a_selection_has_its_documents_in_the_order_asked_for(whole: Book, press: Press) -> None:
    texts = pdf_text.pages(press.print(offprint(whole, ["ferry-list", "ferry-memorandum"])).pdf)
    assert "Document 4" in texts[0]
    assert "Document 1 " in texts[1]


def test_a_link_to_a_document_that_is_left_out_is_its_text(whole: Book, press: Press) -> None:
    [text] = pdf_text.pages(press.print(offprint(whole, ["ferry-list"])).pdf)
    assert "Conversation between Okonjo and Lhagva" in text


def test_a_press_sheet_has_its_trim_inside_its_bleed_and_black_as_one_ink(
    papers: Papers, press: Press
) -> None:
    printed = press.print(papers.book(Options(press=True)))
    page = pdfium.PdfDocument(printed.pdf)[10]
    sheet, trimmed = page.get_mediabox(), page.get_trimbox()
    assert (trimmed[0] - sheet[0], sheet[3] - trimmed[3]) == pytest.approx((28.35, 28.35), abs=0.01)
    # 6 by 9 inches.
    assert (trimmed[2] - trimmed[0], trimmed[3] - trimmed[1]) == pytest.approx((432, 648), abs=0.02)
    raw = _content(printed)
    assert not re.search(rb"(?<![\d.])(?:[\d.]+ ){2}[\d.]+ (?:rg|RG|scn|SCN)\b", raw)


def _content(printed: Printed) -> bytes:
    streams = []
    for match in re.finditer(rb"stream\r?\n(.*?)\r?\nendstream", printed.pdf, re.DOTALL):
        try:
            streams.append(zlib.decompress(match[1]))
        except zlib.error:
            continue
    pages = [stream for stream in streams if b" Tf" in stream]
    assert len(pages) > 10
    return b"\n".join(pages)


def test_chinese_japanese_and_korean_are_set_where_their_font_is_installed(
    papers: Papers, press: Press
) -> None:
    document = copy.deepcopy(papers.documents["ferry-scripts"])
    body = document.find(f".//{tei('div')}")
    assert body is not None
    words = {"zh": "渡口委员会", "zh-Hant": "渡口委員會", "ja": "渡し船の委員会", "ko": "나루터 위원회"}
    for language, text in words.items():
        paragraph = etree.SubElement(body, tei("p"))
        paragraph.text = text
        paragraph.set("{http://www.w3.org/XML/1998/namespace}lang", language)
    printed = press.print(Papers(papers.edition, {"ferry-scripts": document}).book())
    text = "".join(pdf_text.pages(printed.pdf))
    assert [word for word in words.values() if word not in text] == []
    families = {name.decode() for name in re.findall(rb"/BaseFont ?/[A-Z]+\+(NotoSerif\w+)-", printed.pdf)}
    assert families == {"NotoSerifSC", "NotoSerifTC", "NotoSerifJP", "NotoSerifKR"}


MAP = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 300">'
    '<rect width="400" height="300" fill="#eee"/>'
    '<path d="M20 250 L180 40 L380 260 Z" fill="none" stroke="#333"/>'
    '<text x="180" y="34">Landing</text></svg>'
)


def test_a_map_has_a_page_and_a_description_for_those_who_cannot_see_it(whole: Book, press: Press) -> None:
    made = book(
        whole.files["edition.json"],
        {id_: whole.files[f"documents/{id_}.json"] for id_ in whole.documents},
        {},
        Options(),
        WORDS,
        maps=[Plate(MAP, "The river and its one landing.")],
    )
    printed = press.print(made)
    assert [mark.get_title() for mark in pdfium.PdfDocument(printed.pdf).get_toc()].count("Map") == 1
    assert violations(printed.pdf, "ua1") == {}


def test_a_map_has_a_frame_on_all_sides_that_no_land_covers() -> None:
    register = etree.fromstring(
        '<register><group><entry id="a"><name>Landing</name>'
        '<geo lat="50" lon="105"/><document><mention/></document></entry></group></register>'
    )
    everywhere = [(0.0, 89.0), (179.0, 0.0), (0.0, -89.0), (-179.0, 0.0)]
    (plate,) = plates(register, [everywhere], "A map of {}.")
    svg = etree.fromstring(plate.svg)
    framed = [part for part in svg if part.get("stroke") and part.tag.endswith("rect")]
    assert framed == [svg[-1]]
    (frame,) = framed
    line = float(frame.get("stroke-width", ""))
    left, top, width, height = (float(frame.get(name, "")) for name in ("x", "y", "width", "height"))
    assert (left - line / 2, top - line / 2) == (0, 0)
    assert f"0 0 {left + width + line / 2:g} {top + height + line / 2:g}" == svg.get("viewBox")
    assert frame.get("fill") == "none"


def test_the_book_of_a_german_edition_speaks_german(papers: Papers, press: Press) -> None:
    edition = copy.deepcopy(papers.edition)
    edition.set("{http://www.w3.org/XML/1998/namespace}lang", "de")
    texts = pdf_text.pages(press.print(Papers(edition, papers.documents).book()).pdf)
    assert any(text.startswith("Verzeichnis der Dokumente") for text in texts)
    assert any("Dokument 1 " in text for text in texts)


def test_dates_and_lives_are_written_in_the_language_of_the_edition(papers: Papers) -> None:
    language = (STYLESHEETS.parent / "web/languages/de.json").read_text(encoding="utf-8")
    written_in: dict[str, Parameter] = {"language": Constant(language)}
    root = papers.documents["ferry-memorandum"]
    document = document_json(STYLESHEETS / "document.xsl", root, papers.edition, "x.xml", written_in)
    english = document_json(STYLESHEETS / "document.xsl", root, papers.edition, "x.xml")
    assert json.loads(english.json)["date_text"] == "3 March 1979"
    assert json.loads(document.json)["date_text"] == "3. März 1979"
    register = etree.fromstring(
        '<register kind="people"><group letter="L"><entry id="a" ref="person:a"><name>A</name>'
        '<dates from="1931">born 1931</dates></entry><entry id="b" ref="person:b"><name>B</name>'
        '<dates to="1990">died 1990</dates></entry></group></register>'
    )
    made = json.loads(register_json(STYLESHEETS / "register.xsl", register, written_in))
    assert [entry["dates"] for entry in made["groups"][0]["entries"]] == ["geb. 1931", "gest. 1990"]
