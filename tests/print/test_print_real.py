"""The real edition in print: four sources as converted, each word of them on the page."""

from __future__ import annotations

import re
from pathlib import Path

import pdf_text
import pytest
from print_edition import Papers

from dragoman.convert.context import Context
from dragoman.convert.registry import converters
from dragoman.render.print_press import Press
from dragoman.source import read_source
from dragoman.tei.parse import parse
from dragoman.tei.write import document_element

KINDS = {
    "1978MOSCOW08357": "telegram",
    "interkit-collection": "catalogue",
    "kapitsa-yondon-1982-06-09": "memorandum",
    "sino-soviet-search-results": "search-results",
}


@pytest.fixture(scope="module")
def real_papers(real_edition: Path) -> Papers:
    edition = parse((real_edition / "tei" / "edition.xml").read_bytes(), "edition.xml")
    by_kind = converters()
    documents = {}
    for path in sorted((real_edition / "tei" / "sources").glob("*.txt")):
        converted = by_kind[KINDS[path.stem]].convert(read_source(path), Context(path.stem))
        documents[path.stem] = document_element(converted.document, edition)
    assert set(documents) == set(KINDS)
    return Papers(edition, documents)


@pytest.fixture(scope="module")
def real_texts(real_papers: Papers, press: Press) -> list[str]:
    printed = press.print(real_papers.book())
    assert printed.diagnostics == ()
    return pdf_text.pages(printed.pdf)


@pytest.mark.parametrize("document", sorted(KINDS))
def test_every_text_node_of_the_real_sources_is_in_the_book(
    document: str, real_papers: Papers, real_texts: list[str]
) -> None:
    body, notes = pdf_text.streams(real_papers.documents[document])
    assert pdf_text.missing(body, real_texts) == []
    assert [pdf_text.missing(note, real_texts) for note in notes] == [[] for _ in notes]


def test_what_the_telegrams_banners_cut_is_whole(real_texts: list[str]) -> None:
    text = " ".join(" ".join(real_texts).split())
    assert "THE STATEMENTS OF PEOPLE" in text
    # The mark of the operator's note stands where the operator put it.
    assert re.search(r"SPLITS IN THE SOVIET ?[*†\s]* POLITBURO", text)


def test_the_translators_brackets_stand_in_line(real_texts: list[str]) -> None:
    text = " ".join(" ".join(real_texts).split())
    assert [
        term for term in ("[bar’dag]", "[oliggui]", "[gargaj]", "[overseas Chinese]") if term not in text
    ] == []
