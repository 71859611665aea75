"""The interface says the same in every language that it speaks."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest
from lxml import etree
from lxml import html as lxml_html
from web_trials import DOCUMENTS, FIXTURES, XSLT, further_registers, lone_page, read, whole_site

from dragoman.render import web, web_assets
from dragoman.tei.delimiters import DELIMITERS

FILES = web_assets.language_files(XSLT / web_assets.LANGUAGES)
ENGLISH = json.loads(FILES["en"].read_text(encoding="utf-8"))


@pytest.mark.parametrize("tag", FILES)
def test_a_language_has_every_phrase_and_no_phrase_that_nothing_says(tag: str) -> None:
    own = json.loads(FILES[tag].read_text(encoding="utf-8"))
    # A language may count in three forms, and may have styles of citation of its own.
    further = {key for key in own if key.endswith("-few") or key.startswith("style-")}
    untranslated = {key for key in ENGLISH if key.startswith(("authority-", "style-")) or key == "tags"}
    assert set(ENGLISH) - set(own) - untranslated == set()
    assert set(own) - set(ENGLISH) - further == set()
    assert len(own["months"]) == len(own["months-alone"]) == len(own["months-short"]) == 12
    assert set(own["languages"]) == set(ENGLISH["languages"])


@pytest.mark.parametrize("tag", FILES)
def test_a_phrase_keeps_its_place_for_a_number_or_a_name(tag: str) -> None:
    own = json.loads(FILES[tag].read_text(encoding="utf-8"))
    assert [
        key
        for key, phrase in own.items()
        if key in ENGLISH and isinstance(phrase, str) and phrase.count("{}") != ENGLISH[key].count("{}")
    ] == []


def test_every_phrase_that_a_stylesheet_asks_for_is_there() -> None:
    asked = set()
    for path in sorted((XSLT / "web").glob("*.xsl")):
        text = path.read_text(encoding="utf-8")
        asked |= set(re.findall(r"d:t\('([a-z-]*[a-z])'", text))
        asked |= {f"{name}-many" for name in re.findall(r"d:count\('([a-z-]*[a-z])'", text)}
    assert asked - set(ENGLISH) == set()


@pytest.mark.parametrize(
    ("tag", "date", "title"),
    [
        ("en", "3 May 1961</time>, 10:00", "Documents"),
        ("de", "3. Mai 1961</time>, 10:00", "Dokumente"),
        ("fr", "3 mai 1961</time>, 10:00", "Documents"),
        ("ru", "3 мая 1961</time>, 10:00", "Документы"),
        ("zh", "1961年5月3日</time>，10:00", "文献"),
    ],
)
def test_a_page_speaks_the_language_of_the_edition(tag: str, date: str, title: str) -> None:
    site = web.Site(read("edition.xml"), _language(tag))
    made = lone_page(read("memorandum.xml"), site)
    page = next(iter(made.files.values())).decode("utf-8")
    assert f'<html lang="{tag}"' in page
    assert f">{date} (" in page
    assert f'calendar.html" aria-current="true">{title}</a>' in page


# What a page says and no phrase of the interface does: the names of formats, a scale of time.
FORMATS = {"TEI", "PDF", "BibTeX", "RIS", "CSL", "JSON", "Atom", "UTC"}
FORMAL = (
    "tag",
    "name",
    "plural",
    "day-format",
    "month-format",
    "thousands",
    "decimal",
    "labelled",
    "comma",
    "semicolon",
    "and",
    "citations",
    "edition-citation",
)


def _marked(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _marked(part) for key, part in value.items()}
    return [_marked(part) for part in value] if isinstance(value, list) else f"«{value}»"


def _said(tree: lxml_html.HtmlElement) -> Iterator[str]:
    """Yield what a page says in the language of its interface; citations have tests of their own."""
    for cited in (*tree.find_class("citations"), *tree.find_class("citation")):
        cited.drop_tree()
    for element in tree.iter():
        if element.tag not in ("script", "style"):
            yield element.text or ""
        yield element.tail or ""
        yield from (element.get(name, "") for name in ("title", "aria-label", "placeholder", "alt"))


def test_every_word_of_a_page_is_a_phrase_of_its_language_or_stands_in_a_file_of_the_edition() -> None:
    """Every phrase is marked; what then stands unmarked has to come from the edition."""
    words = {key: value if key in FORMAL else _marked(value) for key, value in ENGLISH.items()}
    trial = whole_site(json.dumps(words))
    named = (*DOCUMENTS.values(), "edition.xml", "people.xml", "registers.xml")
    text = " ".join((FIXTURES / name).read_text(encoding="utf-8") for name in named)
    # A word that a page break cuts is whole on the page.
    known = set(re.findall(r"[^\W\d_]{2,}", text)) | FORMATS | {"STATEMENT"}
    strange = set()
    for path, octets in trial.files.items():
        for said in _said(lxml_html.document_fromstring(octets.decode("utf-8"))):
            plain = said
            while "«" in plain:
                plain = re.sub(r"«[^«»]*»", " ", plain)
            strange |= {(path, word) for word in re.findall(r"[^\W\d_]{2,}", plain) if word not in known}
    assert strange == set()


@pytest.mark.parametrize(
    ("tag", "expected"),
    [
        ("en", ["1 passage", "2 passages", "5 passages", "21 passages", "1,234 passages"]),
        ("de", ["1 Stelle", "2 Stellen", "5 Stellen", "21 Stellen", "1.234 Stellen"]),
        ("fr", ["1 passage", "2 passages", "5 passages", "21 passages", "1\u202f234 passages"]),
        ("ru", ["1 отрывок", "2 отрывка", "5 отрывков", "21 отрывок", "1\xa0234 отрывка"]),
        ("zh", ["1 处", "2 处", "5 处", "21 处", "1,234 处"]),
    ],
)
def test_numbers_and_plurals_are_those_of_the_language(tag: str, expected: list[str]) -> None:
    site = web.Site(read("edition.xml"), _language(tag))
    said = []
    for number in (1, 2, 5, 21, 1234):
        register = etree.fromstring(
            f"""<register kind="people"><group letter="M"><entry id="m" ref="person:m" page="m"
            passages="{number}" documents="1"><name>M</name></entry></group></register>"""
        )
        (octets,) = web.register_page(XSLT / web.REGISTER, register, site).files.values()
        (lede,) = lxml_html.document_fromstring(octets.decode("utf-8")).find_class("lede")
        said.append(re.split(", |，", lede.text_content())[1])
    assert said == expected


@pytest.mark.parametrize(
    ("tag", "place", "since", "until", "date"),
    [
        ("en", "47.92° N 106.90° W", "from 1802", "until 1990", "7 July 1962"),
        ("de", "47,92° N 106,90° W", "ab 1802", "bis 1990", "7. Juli 1962"),
        ("fr", "47,92° N 106,90° O", "depuis 1802", "jusqu’en 1990", "7 juillet 1962"),
        ("ru", "47,92° с. ш. 106,90° з. д.", "с 1802", "до 1990", "7 июля 1962"),
        ("zh", "北纬 47.92° 西经 106.90°", "自 1802", "至 1990", "1962年7月7日"),
    ],
)
def test_a_register_writes_degrees_years_and_dates_as_the_language_does(
    tag: str, place: str, since: str, until: str, date: str
) -> None:
    site = web.Site(read("edition.xml"), _language(tag))
    places, organizations = further_registers()[:2]
    for document in places.iter("document"):
        document.set("title", "Letter about the Lamp")
    pages = [
        lxml_html.document_fromstring(octets.decode("utf-8"))
        for register in (places, organizations)
        for octets in web.register_page(XSLT / web.REGISTER, register, site).files.values()
    ]
    spans = [span.text_content() for page in pages for span in page.iter("span")]
    assert {place, since, until, date} <= set(spans)


def test_a_title_in_another_language_than_the_page_says_which() -> None:
    trial = whole_site(_language("de"))
    pages = {path: lxml_html.document_fromstring(octets.decode()) for path, octets in trial.files.items()}
    talk = pages["documents/lamp-talk.html"]
    assert [talk.get("lang"), *talk.xpath("//h1/@lang")] == ["de", "en"]
    for path in ("index.html", "calendar.html"):
        leading = pages[path].xpath("//li//a[@href='documents/lamp-talk.html']")
        assert leading
        assert {link.get("lang") for link in leading} == {"en"}
    english = whole_site(_language("en"))
    assert b'<h1 lang="' not in english.files["documents/lamp-talk.html"]


def _language(tag: str) -> str:
    texts = {name: path.read_text(encoding="utf-8") for name, path in FILES.items()}
    return web_assets.interface_language(texts, tag)


def test_a_language_that_has_no_file_is_english() -> None:
    texts = {"en": '{"tag": "en", "search": "Search"}', "de": '{"tag": "de"}'}
    assert json.loads(web_assets.interface_language(texts, "la"))["tag"] == "en"
    assert json.loads(web_assets.interface_language(texts, "de-AT")) == {"tag": "de", "search": "Search"}


def test_the_stylesheets_know_the_same_delimiters_as_the_source_view() -> None:
    text = (XSLT / "common/functions.xsl").read_text(encoding="utf-8")
    found = re.findall(r"'([a-z-]+)': \['([^']*)', '([^']*)'\]", text)
    table = {
        name: tuple(part.replace("&lt;", "<").replace("&gt;", ">") for part in pair) for name, *pair in found
    }
    assert table == DELIMITERS
