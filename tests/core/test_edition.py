"""Finding an edition, and making a new one."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree

from dragoman.build.new_edition import make_edition
from dragoman.edition import find_edition, packaged
from dragoman.errors import UnusableInput


def test_the_nearest_edition_upward_is_found(tmp_path: Path) -> None:
    make_edition(tmp_path / "papers", "Papers")
    below = tmp_path / "papers" / "tei" / "sources"
    assert find_edition(None, below).root == tmp_path / "papers"


def test_without_an_edition_the_message_says_what_to_do(tmp_path: Path) -> None:
    for start, here in ((None, tmp_path), (tmp_path, tmp_path)):
        with pytest.raises(UnusableInput, match=r"tei/edition\.xml") as caught:
            find_edition(start, here)
        assert caught.value.diagnostic.code == "EDN001"
        assert "dragoman new" in caught.value.diagnostic.hint


def test_a_new_edition_has_a_header_with_its_title_and_a_schema(tmp_path: Path) -> None:
    written = make_edition(tmp_path / "new", "Papers of a Commission")
    edition = find_edition(tmp_path / "new", tmp_path)
    title = edition.header.findtext(".//{*}titleStmt/{*}title")
    assert title == "Papers of a Commission"
    assert {"tei/edition.xml", "tei/sources/", "schema/dragoman.rng", "schema/dragoman.sch"} <= set(written)


def test_a_new_edition_is_valid(tmp_path: Path) -> None:
    make_edition(tmp_path, "Papers")
    grammar = etree.RelaxNG(etree.parse(packaged("schema") / "dragoman.rng"))
    assert grammar.validate(etree.parse(tmp_path / "tei" / "edition.xml")), str(grammar.error_log)


def test_an_edition_is_not_made_over_another(tmp_path: Path) -> None:
    make_edition(tmp_path, "First")
    before = (tmp_path / "tei" / "edition.xml").read_bytes()
    with pytest.raises(UnusableInput, match="exists already"):
        make_edition(tmp_path, "Second")
    assert (tmp_path / "tei" / "edition.xml").read_bytes() == before


def test_an_editions_own_stylesheet_stands_before_the_packaged_one(tmp_path: Path) -> None:
    make_edition(tmp_path, "Papers")
    edition = find_edition(tmp_path, tmp_path)
    assert edition.stylesheet("prepare/summary.xsl") == packaged("xslt") / "prepare" / "summary.xsl"
    own = tmp_path / "xslt" / "prepare" / "summary.xsl"
    own.parent.mkdir(parents=True)
    own.write_text("<x/>")
    edition = find_edition(tmp_path, tmp_path)
    assert edition.stylesheet("prepare/summary.xsl").resolve() == own
    assert edition.stylesheet("web/card.xsl").resolve() == (packaged("xslt") / "web" / "card.xsl").resolve()


def test_a_picture_lies_in_the_edition_and_whatever_else_an_address_says_is_none(tmp_path: Path) -> None:
    make_edition(tmp_path / "papers", "Papers")
    edition = find_edition(tmp_path / "papers", tmp_path)
    pictures = edition.root / "pictures"
    pictures.mkdir()
    for path in (pictures / "a ferry.png", tmp_path / "outside.png"):
        path.write_bytes(b"")
    assert edition.picture(edition.documents, "../../pictures/a%20ferry.png#x") == pictures / "a ferry.png"
    too_long = f"data:image/png;base64,{'A' * 5000}"
    for address in ("../../../outside.png", "../../pictures", "a%00.png", too_long, "", "//h/a.png"):
        assert edition.picture(edition.documents, address) is None
