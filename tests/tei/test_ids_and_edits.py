"""Identifiers and byte-exact edits."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from dragoman.tei.edit import Edit, apply_edits
from dragoman.tei.ids import (
    document_id,
    entity_id,
    from_xml_id,
    lead_to_ids,
    names_files_by_ids,
    xml_id,
)


@pytest.mark.parametrize(
    ("stem", "identifier"),
    [
        ("1978MOSCOW08357", "1978MOSCOW08357"),
        ("Kapitsa – Yondon (1982)", "Kapitsa-Yondon-1982"),
        ("Łódź.v2", "Lodz.v2"),
        ("Беседа Цеденбала", "Beseda-Cedenbala"),
        ("Запись 2", "Zapis-2"),
        ("议事录", "yi-shi-lu"),
        ("…", "document"),
    ],
)
def test_a_document_has_the_name_of_its_transcript(stem: str, identifier: str) -> None:
    assert document_id(stem) == identifier


@given(st.text(max_size=12))
def test_the_xml_id_leads_back_to_the_id(stem: str) -> None:
    identifier = document_id(stem)
    if not identifier.startswith("_"):
        assert from_xml_id(xml_id(identifier)) == identifier
        assert xml_id(identifier)[0].isalpha() or xml_id(identifier)[0] == "_"


@pytest.mark.parametrize(
    ("name", "identifier"),
    [
        ("Teng Hsiao-p’ing", "teng-hsiao-ping"),
        ("Szendrődi", "szendrodi"),
        ("毛泽东", "u6bdb-6cfd-4e1c"),
        ("2nd Department", "n-2nd-department"),
        ("Đỗ Mười", "do-muoi"),
        ("П. Л. Тархан", "p-l-tarhan"),
    ],
)
def test_an_entity_id_is_kebab_case_in_ascii(name: str, identifier: str) -> None:
    assert entity_id(name) == identifier


def test_edits_change_only_what_they_name() -> None:
    text = "<p>Tarcsay came.</p>"
    edits = [Edit(10, 10, "</persName>"), Edit(3, 3, '<persName ref="person:t">')]
    assert apply_edits(text, edits) == '<p><persName ref="person:t">Tarcsay</persName> came.</p>'


def test_insertions_at_one_place_keep_their_order() -> None:
    assert apply_edits("ab", [Edit(1, 1, "1"), Edit(1, 1, "2")]) == "a12b"


def test_overlapping_edits_are_refused() -> None:
    with pytest.raises(AssertionError, match="overlap"):
        apply_edits("abcdef", [Edit(0, 4, ""), Edit(2, 5, "")])


@pytest.mark.parametrize("stem", ["source", "transcript", "translator", "editor", "dragoman", "p1", "tags"])
def test_a_file_named_like_a_part_of_every_document_gets_an_id_of_its_own(stem: str) -> None:
    assert document_id(stem) == f"{stem}-document"


@pytest.mark.parametrize(
    ("written", "leads"),
    [
        ("Gespräch-周.xml#p3", "Gesprach-zhou.xml#p3"),
        ("Gespr%C3%A4ch-%E5%91%A8.xml", "Gesprach-zhou.xml"),
        ("documents/letter%2012.xml#o1 #p2", "documents/letter-12.xml#o1 #p2"),
        ("1979MOSCOW02204.xml#p1", "1979MOSCOW02204.xml#p1"),
        ("https://archive.example.org/Gespräch.xml", "https://archive.example.org/Gespräch.xml"),
        ("../sources/Gespräch.xml", "../sources/Gespräch.xml"),
        ("person:gespräch.xml", "person:gespräch.xml"),
    ],
)
def test_a_pointer_leads_to_the_id_of_the_document_whose_file_it_names(written: str, leads: str) -> None:
    root = etree.fromstring(f"<TEI><ref target='{written}'/><title ref='{written}' n='Ä.xml'/></TEI>")
    lead_to_ids(root)
    assert [dict(child.attrib) for child in root] == [{"target": leads}, {"ref": leads, "n": "Ä.xml"}]


@pytest.mark.parametrize(
    ("attribute", "is_so"),
    [
        ('target="1979MOSCOW02204.xml#p1 a-letter.xml"', True),
        ('target="a.xml documents/letter.12.xml?x"', True),
        ('target="http://archive.example.org/letter.xml" n="O\'Neill"', True),
        ('n="no file"', True),
        ('target="Gespräch.xml"', False),
        ('target="a.xml Gespr%C3%A4ch.xml#p1"', False),
        ('target="Marl&amp;Co.xml"', False),
        ('target="O\'Neill.xml"', False),
        ("n = '' target='a=\"b.xml'", False),
        ('target="a.xml O\'Neill.xml"', False),
        ('target="A&#66;.x&#109;l"', False),
        ('target="source.xml"', False),
        ('target="a.xml "', False),
        ('target="a.xml\nb.xml"', False),
        ('target=".xml"', True),
        (f'target="{"a" * 300}.xml"', True),
        (f'target="ä{"a" * 300}.xml"', False),
    ],
)
def test_files_that_are_named_by_their_ids_need_not_be_looked_for(attribute: str, is_so: bool) -> None:
    text = f"<TEI><ref {attribute}/></TEI>"
    assert names_files_by_ids(text.encode()) is is_so
    root = etree.fromstring(text)
    lead_to_ids(root)
    if is_so:
        assert etree.tostring(root) == etree.tostring(etree.fromstring(text))


def test_a_file_in_two_bytes_for_a_letter_has_to_be_parsed() -> None:
    assert not names_files_by_ids("<TEI><ref target='Gespräch.xml'/></TEI>".encode("utf-16"))
