"""The places of a few elements are those that a scan of the whole file gives."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from mutations import rewritten

from dragoman.tei.scan import scan
from dragoman.validate import document
from dragoman.validate.document import check_document
from dragoman.validate.places import FewPlaces
from dragoman.validate.start_tags import read_tags

DOCUMENTS = Path(__file__).parent / "documents"


@pytest.mark.parametrize("name", ["memorandum", "telegram"])
def test_every_start_tag_is_where_a_scan_finds_it(name: str) -> None:
    text = (DOCUMENTS / f"{name}.xml").read_text(encoding="utf-8")
    text = text.replace("<back>", '<back><lb n="a > b"\n   xml:id="lb"/>', 1)
    tags = read_tags(text)
    assert tags is not None
    few, whole = FewPlaces(text, tags), scan(text)
    for number, element in enumerate(whole.elements):
        found = few.elements[number]
        assert (found.start, found.attributes) == (element.start, element.attributes)
        assert few.line_column(found.start) == whole.line_column(element.start)


def test_a_comment_between_tags_has_the_file_scanned() -> None:
    text = (DOCUMENTS / "memorandum.xml").read_text(encoding="utf-8")
    tags = read_tags(text.replace("<body>", "<body><!-- <p> -->", 1))
    assert tags is not None
    assert tags.start is None


def test_findings_have_the_same_places_with_and_without_a_scan(monkeypatch: pytest.MonkeyPatch) -> None:
    good = (DOCUMENTS / "memorandum.xml").read_text(encoding="utf-8")
    chance = random.Random("places")
    texts = [rewritten(rewritten(good, chance), chance) for _ in range(60)]
    found = [check_document(text.encode(), "x.xml") for text in texts]
    monkeypatch.setattr(document, "FewPlaces", lambda text, tags: scan(text))
    assert found == [check_document(text.encode(), "x.xml") for text in texts]
    assert any(found)
