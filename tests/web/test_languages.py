"""The interface says the same in every language that it speaks."""

from __future__ import annotations

import json
import re

import pytest
from lxml import etree
from web_trials import XSLT, read

from dragoman.render import web, web_assets
from dragoman.tei.delimiters import DELIMITERS

FILES = web_assets.language_files(XSLT / web_assets.LANGUAGES)
ENGLISH = json.loads(FILES["en"].read_text(encoding="utf-8"))


@pytest.mark.parametrize("tag", FILES)
def test_a_language_has_every_phrase_and_no_phrase_that_nothing_says(tag: str) -> None:
    own = json.loads(FILES[tag].read_text(encoding="utf-8"))
    plurals = {key for key in own if key.endswith("-few")}
    untranslated = {key for key in ENGLISH if key.startswith(("authority-", "style-")) or key == "tags"}
    assert set(ENGLISH) - set(own) - untranslated == set()
    assert set(own) - set(ENGLISH) - plurals == set()
    assert len(own["months"]) == len(own["months-alone"]) == 12
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
        asked |= {f"{name}-many" for name in re.findall(r"d:count\('([a-z-]+)'", text)}
    assert asked - set(ENGLISH) == set()


@pytest.mark.parametrize(
    ("tag", "date", "title"),
    [
        ("en", "3 May 1961", "Documents"),
        ("de", "3. Mai 1961", "Dokumente"),
        ("fr", "3 mai 1961", "Documents"),
        ("ru", "3 мая 1961", "Документы"),
        ("zh", "1961年5月3日", "文献"),
    ],
)
def test_a_page_speaks_the_language_of_the_edition(tag: str, date: str, title: str) -> None:
    texts = {name: path.read_text(encoding="utf-8") for name, path in FILES.items()}
    site = web.Site(read("edition.xml"), web_assets.interface_language(texts, tag))
    made = web.document_page(
        XSLT / web.DOCUMENT,
        read("memorandum.xml"),
        "",
        site,
        etree.Element("context"),
    )
    page = next(iter(made.files.values())).decode("utf-8")
    assert f'<html lang="{tag}"' in page
    assert f">{date}</time>" in page
    assert f'calendar.html">{title}</a>' in page


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
