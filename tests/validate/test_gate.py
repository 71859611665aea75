"""The gate lets faultless files pass, and no other."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from lxml import etree
from mutations import mutated, rewritten

from dragoman.validate.document import check_document
from dragoman.validate.schema import PACKAGED
from dragoman.validate.start_tags import REGULAR, read_tags

DOCUMENTS = Path(__file__).parent / "documents"
GOOD = (DOCUMENTS / "memorandum.xml").read_text(encoding="utf-8")


def passes(text: str) -> bool:
    tags = read_tags(text)
    return tags is not None and PACKAGED.gate.passes(tags)


@pytest.mark.parametrize("name", ["memorandum", "telegram"])
def test_the_gate_agrees_with_the_engine_on_what_is_faultless(name: str) -> None:
    root = etree.parse(str(DOCUMENTS / f"{name}.xml")).getroot()
    chance = random.Random(f"gate {name}")
    for _ in range(400):
        text = etree.tostring(mutated(root, chance), encoding="unicode")
        read = etree.fromstring(text, etree.XMLParser(collect_ids=False))
        assert passes(text) == (PACKAGED.structure.faults(read) == []), text


@pytest.mark.parametrize("name", ["memorandum", "telegram"])
def test_what_the_gate_clears_hides_no_fault(name: str) -> None:
    good = etree.parse(str(DOCUMENTS / f"{name}.xml"), etree.XMLParser(collect_ids=False)).getroot()
    chance = random.Random(f"clear {name}")
    for count in range(150):
        made = good
        for _ in range(1 + count % 4):
            made = mutated(made, chance)
        text = etree.tostring(made, encoding="unicode")
        if count % 3 == 0:
            text = rewritten(text, chance)
        root = etree.fromstring(text.encode(), etree.XMLParser(collect_ids=False))
        tags = read_tags(text)
        if tags is None:
            continue
        clearance = PACKAGED.gate.clearance(tags, PACKAGED.gate.first_doubt(tags))
        assert PACKAGED.structure.faults(root, clearance) == PACKAGED.structure.faults(root), text


def test_a_tag_that_is_cut_short_by_its_value_clears_nothing() -> None:
    tags = read_tags(GOOD.replace("The ferry", '<term n="a/>b">The</term> ferry <lb n="a>b"/>', 1))
    assert tags is not None
    assert PACKAGED.gate.clearance(tags, PACKAGED.gate.first_doubt(tags)) is None


def test_comments_and_instructions_are_passed_over() -> None:
    assert passes(GOOD.replace("<body>", "<body><!-- <p> & > --><?note <p>?>"))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('<sp xml:id="u1">', "<sp xml:id='u1'>"),
        ('<sp xml:id="u1">', '<sp xml:id = "u1">'),
        ("The ferry", "<![CDATA[The ferry]]>"),
        ("The ferry", '<t:hi xmlns:t="http://www.tei-c.org/ns/1.0">The</t:hi> ferry'),
        ("The ferry", '<term n="a &gt; b > c">The</term> ferry'),
    ],
)
def test_what_is_written_in_another_way_is_left_to_the_engine(old: str, new: str) -> None:
    text = GOOD.replace(old, new, 1)
    assert text != GOOD
    assert PACKAGED.structure.faults(etree.fromstring(text.encode())) == []
    assert not passes(text)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("The ferry", '<hi xmlns="urn:other">The</hi> ferry'),
        ("The ferry", '<hi xmlns:x="urn:other" x:rend="bold">The</hi> ferry'),
        ('<p xml:id="p2">', '<p xml:id="p1">'),
        ('<TEI xmlns="http://www.tei-c.org/ns/1.0"', "<TEI"),
    ],
)
def test_another_namespace_or_a_second_id_does_not_pass(old: str, new: str) -> None:
    text = GOOD.replace(old, new, 1)
    assert text != GOOD
    assert not passes(text)


@pytest.mark.parametrize("tag", ['p n="a', "p n=", 'p n="a"b="c"', 'p n="&#112;"', "x:p", 'p n="a\nb"'])
def test_only_tags_in_the_usual_form_are_regular(tag: str) -> None:
    assert not REGULAR.fullmatch(tag)


@pytest.mark.parametrize("blank", [" ", "\n", "\t", "\n\t\t", "\r\n   "], ids=ascii)
def test_a_second_id_does_not_pass_whatever_stands_before_it(blank: str) -> None:
    text = GOOD.replace('<p xml:id="p2">', f'<p{blank}xml:id="p1">', 1)
    assert text != GOOD
    assert not passes(text)


@pytest.mark.parametrize("character", ["\u00a0", "\u3000", "\u2028", "\u0085"], ids=ascii)
def test_blanks_that_are_none_in_xml_are_text(character: str) -> None:
    text = GOOD.replace('<sp xml:id="u1">', f'{character}<sp xml:id="u1">', 1)
    assert not passes(text)
    (found,) = check_document(text.encode(), "x.xml")
    assert found.message == f"text in <div>: “[U+{ord(character):04X}]”"
    assert found.hint == "delete it"
