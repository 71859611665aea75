"""The specimen edition as a book: every page of its registers is true."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pdf_text
import pypdfium2 as pdfium
import pytest
from pdf_lines import broken_paragraphs, widows_and_orphans

from dragoman.build.builder import Builder
from dragoman.build.prepare import register_path
from dragoman.build.products import build
from dragoman.build.typesetting import PAGES, PDF
from dragoman.edition import Edition
from dragoman.tei.parse import parse


@pytest.fixture(scope="module")
def out(repository: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("specimen")
    (folder / "tei").symlink_to(repository / "tei")
    builder = Builder(Edition(folder))
    build(builder, ["print"])
    assert builder.diagnostics == []
    return builder.folder


@pytest.fixture(scope="module")
def texts(out: Path) -> dict[str, str]:
    """The text of each page by its printed number."""
    opened = pdfium.PdfDocument(out / PDF)
    labels = [opened.get_page_label(number) for number in range(len(opened))]
    return dict(zip(labels, pdf_text.pages((out / PDF).read_bytes()), strict=True))


def letters(text: str) -> str:
    return re.sub(r"[\W_]", "", text).casefold()


@pytest.mark.parametrize("kind", ["people", "places", "organizations"])
def test_every_name_of_a_register_stands_on_the_page_that_is_given(
    kind: str, out: Path, texts: dict[str, str]
) -> None:
    pages = json.loads((out / PAGES).read_bytes())
    order = list(texts)
    register = parse((out / register_path(kind)).read_bytes(), kind)
    mentions = list(register.iter("mention"))
    assert len(mentions) > 20
    for mention in mentions:
        words = letters(mention.findtext("match") or "")
        page = pages[f"{mention.get('document')}#{mention.get('anchor')}"]
        follows = order[min(order.index(page) + 1, len(order) - 1)]
        assert stands(words, letters(texts[page]), letters(texts[follows])), f"{words} is not on page {page}"


def stands(words: str, page: str, follows: str) -> bool:
    """Return whether a page has a name, or its beginning where the page ends within the name."""
    cuts = range(2, len(words) - 1)
    return words in page or any(words[:cut] in page and words[cut:] in follows for cut in cuts)


def test_the_register_of_source_terms_gives_the_page_of_each_use(out: Path, texts: dict[str, str]) -> None:
    pages = json.loads((out / PAGES).read_bytes())
    register = parse((out / register_path("terms")).read_bytes(), "terms")
    printed = letters("".join(list(texts.values())[-12:]))
    entries = [entry for entry in register.iter("entry") if len(entry.findall("mention")) == 1]
    assert len(entries) > 20
    for entry in entries:
        (mention,) = entry.findall("mention")
        page = pages[f"{mention.get('document')}#{mention.get('anchor')}"]
        name = letters(entry.findtext("name") or "")
        assert re.search(rf"{name}[a-z]*{page}", printed), f"{name} has no page {page} in the register"


def test_no_line_of_a_paragraph_stands_alone_on_a_page(out: Path) -> None:
    printed = (out / PDF).read_bytes()
    assert len(broken_paragraphs(printed)) > 10
    assert widows_and_orphans(printed) == []
