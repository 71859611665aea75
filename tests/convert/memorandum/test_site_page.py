"""The page of an archive's site that shows one document: what is the site's and what the document's."""

from __future__ import annotations

from dragoman.convert.carriers import read
from dragoman.convert.detect import detections
from dragoman.convert.memorandum.site_page import site_page
from dragoman.source import SourceText

PAGE = """<!DOCTYPE html><html><head><meta charset="utf-8"><title>Record</title></head><body>
<a href="#main">Skip to main content</a><header><a href="/">River Archive</a></header>
<main><div>December 30, 1949</div><h1>Record of Conversation between P. A. Orlov and D. Sambuu</h1>
<h2>Document Summary</h2><p>Orlov and Sambuu speak about rope.</p><a href="/x.pdf">Download</a>
<h2>English Translation</h2><p>RECORD OF CONVERSATION with D. Sambuu, December 30, 1949</p>
<p>Present: P. A. Orlov, ambassador; N. Kim, interpreter</p>
<p>Sambuu said that the rope [uraanaas] is rotten and that there is no other in the house.</p>
<p>Orlov replied that rope could be had, if it were asked for in writing and paid for.</p></main>
<aside><h3>Author(s):</h3><ul><li>Orlov, P. A.</li></ul><h3>Document Information</h3>
<dl><dt>Source</dt><dd>AVPRF, fond 5, opis 12, delo 7. Translated by Anna Wilk.</dd>
<dt>Rights</dt><dd>None.</dd><dt>Language</dt><dd>Russian</dd></dl></aside>
<footer>© River Archive</footer></body></html>
"""


def text() -> str:
    return read(PAGE.encode(), "page.html").source.text


def test_a_page_that_shows_one_document_is_a_memorandum() -> None:
    best, second = detections(SourceText("page.html", text()))[:2]
    assert best.kind == "memorandum"
    assert best.score - second.score >= 0.4


def test_what_the_site_says_of_a_document_is_in_the_header(written) -> None:
    metadata = written(text()).conversion.document.metadata
    assert metadata.title == "Record of Conversation between P. A. Orlov and D. Sambuu"
    assert metadata.abstract == "Orlov and Sambuu speak about rope."
    assert metadata.original_language == "ru"
    assert metadata.translator == "Anna Wilk"
    assert metadata.date.when == "1949-12-30"
    assert [person.name for person in metadata.participants] == ["P. A. Orlov", "D. Sambuu", "N. Kim"]


def test_the_lines_of_the_site_are_furniture_and_those_of_the_document_its_text(written) -> None:
    made = written(text())
    assert made.texts("//tei:div/tei:fw[@type='site']") == [
        "Download",
        "English Translation",
        "Author(s): • Orlov, P. A.",
        "Document Information",
        "Source: AVPRF, fond 5, opis 12, delo 7. Translated by Anna Wilk.",
        "Rights: None.",
        "Language: Russian",
    ]
    assert made.texts("//tei:argument//tei:item") == ["Orlov and Sambuu speak about rope."]
    assert made.texts("//tei:div/tei:head") == ["Record of Conversation between P. A. Orlov and D. Sambuu"]
    assert len(made.find("//tei:div/tei:p")) == 2


def test_a_document_that_quotes_such_a_heading_is_no_page() -> None:
    source = SourceText("made-up.txt", "Memorandum\n\nEnglish Translation\n\nThey spoke of ice.\n")
    assert site_page(source, []) is None
