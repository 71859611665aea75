"""The specimen and the real edition as books: every page, link and bookmark is true."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pdf_text
import pypdfium2 as pdfium
import pypdfium2.raw as raw
import pytest
from pdf_lines import broken_paragraphs, widows_and_orphans

from dragoman.build.annotation import annotate_documents
from dragoman.build.builder import Builder
from dragoman.build.conversion import Options as Conversion
from dragoman.build.conversion import Status, convert_sources
from dragoman.build.ledger import read_ledger
from dragoman.build.prepare import register_path
from dragoman.build.products import build
from dragoman.build.schema import provide_schema
from dragoman.build.typesetting import PAGES, PDF
from dragoman.edition import Edition
from dragoman.entities.annotate import Options as Annotation
from dragoman.tei.parse import parse


def specimen(repository: Path, folder: Path) -> Edition:
    (folder / "tei").symlink_to(repository / "tei")
    return Edition(folder)


def converted(sources: Path, folder: Path) -> Edition:
    """The real edition, converted and annotated as the commands do it."""
    shutil.copytree(sources, folder, dirs_exist_ok=True, copy_function=shutil.copyfile)
    for path in [folder, *folder.rglob("*")]:
        path.chmod(0o755)
    edition = Edition(folder)
    provide_schema(edition)
    ledger = read_ledger(edition.ledger_file, "ledger")
    outcomes = list(convert_sources(edition, edition.source_files(), ledger, Conversion()))
    assert {outcome.status for outcome in outcomes} == {Status.WRITTEN}
    annotate_documents(edition, edition.document_files(), ledger, Annotation())
    return edition


@pytest.fixture(scope="module", params=["specimen", "real"])
def out(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("edition")
    if request.param == "specimen":
        edition = specimen(request.getfixturevalue("repository"), folder)
    else:
        edition = converted(request.getfixturevalue("real_edition"), folder)
    builder = Builder(edition)
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
    mentions = [(document, mention) for document in register.iter("document") for mention in document]
    assert len(mentions) >= 5
    for document, mention in mentions:
        words = letters(mention.findtext("match") or "")
        page = pages[f"{document.get('id')}#{mention.get('anchor')}"]
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
    entries = [entry for entry in register.iter("entry") if len(entry.findall("document/mention")) == 1]
    assert len(entries) >= 3
    for entry in entries:
        (document,) = entry.findall("document")
        page = pages[f"{document.get('id')}#{document[0].get('anchor')}"]
        name = letters(entry.findtext("name") or "")
        assert re.search(rf"{name}[a-z]*{page}", printed), f"{name} has no page {page} in the register"


def test_no_line_of_a_paragraph_stands_alone_on_a_page(out: Path) -> None:
    printed = (out / PDF).read_bytes()
    assert len(broken_paragraphs(printed)) > 5
    assert widows_and_orphans(printed) == []


def links(opened: pdfium.PdfDocument, page: int) -> list[tuple[str, int]]:
    """The links within the book on a page: their words, and the page on which each lands."""
    found = []
    position, link = raw.ctypes.c_int(0), raw.FPDF_LINK()
    text_page = opened[page].get_textpage()
    while raw.FPDFLink_Enumerate(opened[page], position, link):
        target = raw.FPDFLink_GetDest(opened, link)
        action = raw.FPDFLink_GetAction(link)
        if not target and action:
            target = raw.FPDFAction_GetDest(opened, action)
        if target:
            edges = raw.FS_RECTF()
            raw.FPDFLink_GetAnnotRect(link, edges)
            words = text_page.get_text_bounded(edges.left, edges.bottom, edges.right, edges.top)
            found.append((words.strip(), raw.FPDFDest_GetDestPageIndex(opened, target)))
    return found


def test_every_number_in_a_register_is_a_link_to_the_page_of_that_number(out: Path) -> None:
    opened = pdfium.PdfDocument(out / PDF)
    labels = [opened.get_page_label(number) for number in range(len(opened))]
    registers = next(mark for mark in opened.get_toc() if mark.get_title() == "People")
    count = 0
    for page in range(registers.get_dest().get_index(), len(opened)):
        for words, lands in links(opened, page):
            number = re.match(r"\d+", words)
            assert number is not None, f"{words!r} on page {labels[page]} is no number of a page"
            assert labels[lands] == number[0]
            count += 1
    assert count > 50


def test_every_bookmark_lands_where_its_heading_stands(out: Path) -> None:
    opened = pdfium.PdfDocument(out / PDF)
    pages = [letters(text) for text in pdf_text.pages((out / PDF).read_bytes())]
    marks = [(mark.get_title(), mark.get_dest().get_index()) for mark in opened.get_toc()]
    assert len(marks) > 8
    assert [title for title, page in marks if letters(title)[:60] not in pages[page]] == []


def test_every_link_to_a_document_lands_on_its_first_page(out: Path) -> None:
    opened = pdfium.PdfDocument(out / PDF)
    pages = json.loads((out / PAGES).read_bytes())
    labels = [opened.get_page_label(number) for number in range(len(opened))]
    [lists] = [
        mark.get_dest().get_index() for mark in opened.get_toc() if mark.get_title() == "List of documents"
    ]
    openings = {labels.index(page) for at, page in pages.items() if at.endswith("#")}
    landed = {lands for words, lands in links(opened, lists) if words}
    assert landed
    assert landed <= openings
