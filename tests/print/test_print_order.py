"""The order of the documents: by date, or as tei/edition.xml lists them."""

from __future__ import annotations

import json

import pdf_text
import pytest
from lxml import etree
from print_edition import FIXTURES, Papers

from dragoman.render.print_order import check_order
from dragoman.render.print_press import Press
from dragoman.tei.ns import tei

DOCUMENTS = ["1979FERRY00012", "ferry-list", "ferry-memorandum", "ferry-scripts"]


def edition_with(items: list[str]) -> etree._Element:
    """The edition's file with a list of documents in line 3 of its body."""
    text = (FIXTURES / "edition.xml").read_text(encoding="utf-8")
    listed = "".join(f'\n<item><ref target="{item}"/></item>' for item in items)
    order = f'<body><div type="order"><list>{listed}</list></div>'
    return etree.fromstring(text.replace("<body>", order).encode())


def line_of(edition: etree._Element, number: int) -> int:
    found = edition.findall(f".//{tei('div')}[@type='order']//{tei('ref')}")[number].sourceline
    assert found is not None
    return found


def test_documents_stand_in_the_order_of_the_list_and_then_by_date(papers: Papers, press: Press) -> None:
    edition = edition_with(["documents/ferry-scripts.xml", "documents/ferry-list.xml"])
    book = Papers(edition, papers.documents).book()
    assert book.documents == ("ferry-scripts", "ferry-list", "ferry-memorandum", "1979FERRY00012")
    entries = json.loads(book.files["options.json"])["documents"]
    assert [entry["number"] for entry in entries] == [1, 2, 3, 4]
    texts = pdf_text.pages(press.print(book).pdf)
    [lists] = [" ".join(text.split()) for text in texts if text.startswith("List of documents")]
    assert lists.index("1 1980 Letters found") < lists.index("2 undated The Ferry Papers")
    # The list itself is no section of the book.
    assert book.files["edition.json"].count("ferry-scripts.xml") == 0


def test_an_edition_without_a_list_has_nothing_to_mend() -> None:
    assert check_order(etree.parse(FIXTURES / "edition.xml").getroot(), "tei/edition.xml", DOCUMENTS) == []


def test_a_list_that_names_every_document_once_has_nothing_to_mend() -> None:
    edition = edition_with([f"documents/{id_}.xml" for id_ in reversed(DOCUMENTS)])
    assert check_order(edition, "tei/edition.xml", DOCUMENTS) == []


@pytest.mark.parametrize(
    ("items", "at", "message"),
    [
        (
            [*DOCUMENTS, "ferry-list"],
            4,
            "the order of the documents names ferry-list already, in line {1}",
        ),
        (
            [*DOCUMENTS, "ferry-lists"],
            4,
            "“documents/ferry-lists.xml” in the order of the documents is no document of this edition",
        ),
    ],
)
def test_a_document_named_twice_or_not_there_is_reported_at_its_line(
    items: list[str], at: int, message: str
) -> None:
    edition = edition_with([f"documents/{id_}.xml" for id_ in items])
    [found] = check_order(edition, "tei/edition.xml", DOCUMENTS)
    assert found.code == "PRT014"
    assert str(found.place) == f"tei/edition.xml:{line_of(edition, at)}"
    assert found.message == message.replace("{1}", str(line_of(edition, 1)))


def test_a_document_that_is_not_named_is_reported_where_the_list_begins() -> None:
    edition = edition_with(["documents/ferry-list.xml", "documents/1979FERRY00012.xml"])
    [found] = check_order(edition, "tei/edition.xml", DOCUMENTS)
    assert found.message == "the order of the documents does not name ferry-memorandum, ferry-scripts"
    assert str(found.place).startswith("tei/edition.xml:")
