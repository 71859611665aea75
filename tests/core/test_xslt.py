"""Saxon: what a stylesheet may and what it may not."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree

from dragoman.errors import UnusableInput
from dragoman.xslt import transform

HEAD = '<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" expand-text="yes">'


def stylesheet(folder: Path, body: str) -> Path:
    path = folder / "sheet.xsl"
    path.write_text(f"{HEAD}\n{body}\n</xsl:stylesheet>", encoding="utf-8")
    return path


def test_a_stylesheet_gives_a_map_of_path_to_text_and_takes_parameters(tmp_path: Path) -> None:
    sheet = stylesheet(
        tmp_path,
        """<xsl:param name="word"/><xsl:param name="other"/><xsl:param name="is"/>
        <xsl:template match="/"><xsl:sequence select="map {
        'a': string(/x), 'b': $word || '|' || $other/y || '|' || ($is = true()) }"/></xsl:template>""",
    )
    root = etree.fromstring("<x>é</x>")
    found = transform(sheet, root, {"word": "<&", "other": etree.fromstring("<y>z</y>"), "is": True})
    assert found == {"a": "é", "b": "<&|z|true"}


@pytest.mark.parametrize("call", ["doc('{0}')", "unparsed-text('{0}')", "collection('{0}')"])
def test_a_stylesheet_cannot_read_files(tmp_path: Path, call: str) -> None:
    secret = tmp_path / "secret.xml"
    secret.write_text("<secret/>")
    read = call.format(secret.as_uri())
    sheet = stylesheet(
        tmp_path,
        f"""<xsl:template match="/"><xsl:sequence select="map {{'a': string({read})}}"/></xsl:template>""",
    )
    with pytest.raises(UnusableInput) as caught:
        transform(sheet, etree.fromstring("<x/>"))
    assert caught.value.diagnostic.code == "XSL001"


def test_a_faulty_stylesheet_is_named_with_its_line(tmp_path: Path) -> None:
    sheet = stylesheet(tmp_path, '<xsl:template match="/"><xsl:sequence select="1 +"/></xsl:template>')
    with pytest.raises(UnusableInput) as caught:
        transform(sheet, etree.fromstring("<x/>"))
    assert "sheet.xsl" in str(caught.value.diagnostic)
    assert "line 2" in caught.value.diagnostic.message
    assert caught.value.diagnostic.place.file == str(sheet)
    assert caught.value.diagnostic.place.line == 2
