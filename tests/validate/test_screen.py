"""The screen never rules out a pattern that finds something, and rules out all for a document in order."""

from __future__ import annotations

import random
import tomllib
from pathlib import Path

import pytest
from lxml import etree
from mutations import rewritten, worked_over

from dragoman.validate import schematron
from dragoman.validate.rules import SCHEMATRON_RULES
from dragoman.validate.schema import PACKAGED
from dragoman.validate.schematron_compiler import sch
from dragoman.validate.screen import CALLS, SCREEN, Screen
from dragoman.validate.start_tags import read_tags

FOLDER = Path(__file__).parent
DOCUMENTS = [FOLDER / "documents" / f"{name}.xml" for name in ("memorandum", "telegram")]
RULES = sorted(path for path in (FOLDER / "rules").iterdir() if path.is_dir())


def wrongly_ruled_out(text: str) -> set[str]:
    """Return the codes of what Saxon finds though the screen rules it out."""
    root = etree.fromstring(text.encode(), etree.XMLParser(collect_ids=False))
    out = PACKAGED.screen.ruled_out(root, text, read_tags(text))
    found = {finding.assertion.partition(".")[0] for finding in schematron.findings(PACKAGED.compiled, root)}
    return found & set(out)


@pytest.mark.parametrize("folder", RULES, ids=lambda folder: folder.name)
def test_what_breaks_a_rule_is_let_through_to_it(folder: Path) -> None:
    assert wrongly_ruled_out((folder / "fail.xml").read_text(encoding="utf-8")) == set()


def test_the_mistakes_of_editors_are_let_through() -> None:
    for mistake in tomllib.loads((FOLDER / "mistakes.toml").read_text(encoding="utf-8"))["mistake"]:
        good = (FOLDER / "documents" / f"{mistake.get('document', 'memorandum')}.xml").read_text("utf-8")
        text = good.replace(mistake["old"], mistake["new"], 1).replace("⌖", "")
        try:
            assert wrongly_ruled_out(text) == set(), mistake["name"]
        except etree.XMLSyntaxError:
            continue


@pytest.mark.parametrize("path", [*DOCUMENTS, *(folder / "pass.xml" for folder in RULES)], ids=str)
def test_documents_changed_at_random_lose_no_finding(path: Path) -> None:
    root = etree.parse(str(path), etree.XMLParser(collect_ids=False)).getroot()
    chance = random.Random(path.parent.name + path.name)
    for _ in range(40 if path in DOCUMENTS else 4):
        text = etree.tostring(worked_over(root, chance), encoding="unicode")
        assert wrongly_ruled_out(text) == set(), text


@pytest.mark.parametrize("path", DOCUMENTS, ids=str)
def test_documents_written_otherwise_lose_no_finding(path: Path) -> None:
    good = path.read_text(encoding="utf-8")
    chance = random.Random(f"written {path.name}")
    for _ in range(20):
        text = rewritten(rewritten(good, chance), chance)
        assert wrongly_ruled_out(text) == set(), text


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ('target="#n4"', 'target="#n4\u00a0#p1"', "PTR001"),
        ('<p xml:id="p1">', '<p n="a xml:id=b">', "IDS002"),
        ('<pb n="1"/>', '<pb n="1"/><pb n="\u00a02"/><pb n="3"/>', "TEL001"),
    ],
)
def test_a_value_that_looks_like_something_else_hides_nothing(old: str, new: str, code: str) -> None:
    good = next(text for path in DOCUMENTS if old in (text := path.read_text(encoding="utf-8")))
    text = good.replace(old, new, 1)
    root = etree.fromstring(text.encode(), etree.XMLParser(collect_ids=False))
    assert code in {f.assertion.partition(".")[0] for f in schematron.findings(PACKAGED.compiled, root)}
    assert code not in PACKAGED.screen.ruled_out(root, text, read_tags(text))


@pytest.mark.parametrize("path", DOCUMENTS, ids=str)
def test_nothing_is_asked_of_a_document_in_order(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    out = PACKAGED.screen.ruled_out(etree.fromstring(text.encode()), text, read_tags(text))
    assert set(out) == set(SCHEMATRON_RULES)


def test_every_rule_of_ours_says_when_it_is_worth_asking() -> None:
    schema = schematron.read_schematron(PACKAGED.rules)
    for pattern in schema.iterchildren(sch("pattern")):
        assert any(name.startswith(f"{{{SCREEN}}}") for name in pattern.keys()), pattern.get("id")
        assert pattern.get(f"{{{SCREEN}}}call", "pages") in CALLS


def test_a_rule_that_says_nothing_is_always_asked() -> None:
    schema = etree.fromstring(
        '<schema xmlns="http://purl.oclc.org/dsdl/schematron"><pattern id="OWN001"><rule context="*">'
        '<assert id="OWN001.1" test="true()"/></rule></pattern></schema>'
    )
    text = DOCUMENTS[0].read_text(encoding="utf-8")
    assert Screen(schema).ruled_out(etree.fromstring(text.encode()), text, read_tags(text)) == []


def test_rules_of_another_edition_that_cannot_be_screened_are_always_asked() -> None:
    schema = etree.fromstring((PACKAGED.rules).read_bytes())
    pattern = next(node for node in schema.iter(sch("pattern")) if node.get(f"{{{SCREEN}}}words"))
    pattern.set(f"{{{SCREEN}}}words", "$gone")
    text = DOCUMENTS[0].read_text(encoding="utf-8")
    out = Screen(schema).ruled_out(etree.fromstring(text.encode()), text, read_tags(text))
    assert pattern.get("id") not in out
    assert len(out) == PACKAGED.screen.size - 1
