"""An edition's own stylesheets among ours."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree

from dragoman.build.keys import stylesheet_closure
from dragoman.edition import packaged
from dragoman.stylesheets import joined
from dragoman.xslt import Stylesheet

SHEET = """<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
<xsl:output method="text"/>{}</xsl:stylesheet>"""
MAIN = SHEET.format(
    '<xsl:include href="part.xsl"/>'
    '<xsl:template match="/">main <xsl:call-template name="part"/></xsl:template>'
)
PART = SHEET.format('<xsl:template name="part">{}</xsl:template>')


@pytest.fixture
def ours(tmp_path: Path) -> Path:
    folder = tmp_path / "ours" / "web"
    folder.mkdir(parents=True)
    (folder / "main.xsl").write_text(MAIN)
    (folder / "part.xsl").write_text(PART.format("ours"))
    return tmp_path / "ours"


@pytest.fixture
def own(tmp_path: Path) -> Path:
    (tmp_path / "own" / "web").mkdir(parents=True)
    return tmp_path / "own"


def says(own: Path, ours: Path) -> str:
    folder = joined(own, ours, own.parent / "out" / "xslt")
    assert folder is not None
    return Stylesheet(folder / "web" / "main.xsl").written(etree.fromstring("<a/>"))


def test_what_is_included_is_the_editions_own_where_it_has_one(own: Path, ours: Path) -> None:
    (own / "web" / "part.xsl").write_text(PART.format("own"))
    assert says(own, ours) == "main own"


def test_a_copy_of_one_of_ours_finds_what_it_includes(own: Path, ours: Path) -> None:
    (own / "web" / "main.xsl").write_text(MAIN.replace("main ", "copied "))
    assert says(own, ours) == "copied ours"


def test_ours_can_be_imported_and_a_template_of_it_replaced(own: Path, ours: Path) -> None:
    (own / "web" / "main.xsl").write_text(
        SHEET.format(
            '<xsl:import href="../ours/web/main.xsl"/><xsl:template name="part">replaced</xsl:template>'
        )
    )
    assert says(own, ours) == "main replaced"


def test_one_that_is_taken_away_is_ours_again(own: Path, ours: Path) -> None:
    for name in ("main", "part", "more"):
        (own / "web" / f"{name}.xsl").write_text(PART.format("own"))
    joined(own, ours, own.parent / "out" / "xslt")
    (own / "web" / "main.xsl").unlink()
    (own / "web" / "more.xsl").unlink()
    assert says(own, ours) == "main own"
    assert not (own.parent / "out" / "xslt" / "web" / "more.xsl").is_symlink()
    (own / "web" / "part.xsl").unlink()
    assert joined(own, ours, own.parent / "out" / "xslt") is None


def test_a_page_depends_on_the_stylesheets_that_it_is_made_with(own: Path, ours: Path) -> None:
    (own / "web" / "part.xsl").write_text(PART.format("own"))
    folder = joined(own, ours, own.parent / "out" / "xslt")
    assert folder is not None
    read = {path.read_text() for path in stylesheet_closure(folder / "web" / "main.xsl")}
    assert read == {MAIN, PART.format("own")}


def test_ours_are_no_editions_own(own: Path) -> None:
    assert joined(packaged("xslt"), packaged("xslt"), own) is None
