"""Each rule of the Schematron has a folder with a document that passes and one that fails, and the place."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree

from dragoman.diagnostics import declared_rules
from dragoman.edition import packaged
from dragoman.validate import schematron
from dragoman.validate.document import check_document
from dragoman.validate.pages import rule_pages
from dragoman.validate.rules import SCHEMATRON_RULES
from dragoman.validate.schematron_compiler import SCH

RULES = Path(__file__).parent / "rules"
FOLDERS = sorted(folder for folder in RULES.iterdir() if folder.is_dir())
# The grammar has this already; the rule is for files that no grammar has seen.
WITHOUT_FOLDER = {"DOC004"}


def found(file: Path) -> list[tuple[str, str]]:
    diagnostics = check_document(file.read_bytes(), file.name)
    return [(d.code, f"{d.place.line}:{d.place.column}") for d in diagnostics]


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_the_document_that_fails_is_found_at_its_place(folder: Path) -> None:
    place = (folder / "place").read_text(encoding="utf-8").strip()
    assert found(folder / "fail.xml") == [(folder.name, place)]


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_the_document_that_passes_has_nothing_amiss(folder: Path) -> None:
    assert found(folder / "pass.xml") == []


def test_every_rule_has_its_folder() -> None:
    assert {folder.name for folder in FOLDERS} | WITHOUT_FOLDER == set(SCHEMATRON_RULES)


def test_every_rule_says_why_and_what_to_do() -> None:
    schema = schematron.read_schematron(packaged("schema") / "dragoman.sch")
    hints = {e.get("id") for e in schema.iter(f"{{{SCH}}}diagnostic")}
    for rule in SCHEMATRON_RULES.values():
        assert rule.why.endswith("."), rule.code
        assert declared_rules()[rule.code] is rule
    for test in schema.iter(f"{{{SCH}}}assert", f"{{{SCH}}}report"):
        assert test.get("diagnostics") in hints, test.get("id")
        assert test.get("role") in ("error", "warning", "information"), test.get("id")


def test_every_rule_has_a_page_with_examples_from_its_folder() -> None:
    pages = rule_pages(SCHEMATRON_RULES.values())
    assert len(pages) == len(SCHEMATRON_RULES) + 1
    assert pages["DAT001.md"].startswith("# DAT001: a period ends before it begins\n\nSeverity: error.\n")
    assert '<date from="1979-05" to="1979-04">' in pages["DAT001.md"]
    assert "[DAT001](DAT001.md) | error | a period ends before it begins" in pages["index.md"]
    for code in set(SCHEMATRON_RULES) - WITHOUT_FOLDER:
        assert SCHEMATRON_RULES[code].wrong or SCHEMATRON_RULES[code].right, code


def test_labels_without_items_are_found_where_no_grammar_sees_them() -> None:
    folder = packaged("schema")
    text = '<list xmlns="http://www.tei-c.org/ns/1.0"><label>a</label><label>b</label><item/></list>'
    findings = schematron.findings(folder / "dragoman.sch.xsl", etree.fromstring(text))
    assert [(f.assertion, f.element) for f in findings] == [("DOC004.1", 0)]


def test_findings_can_be_had_as_svrl() -> None:
    schema = schematron.read_schematron(packaged("schema") / "dragoman.sch")
    octets = (RULES / "DAT001" / "fail.xml").read_bytes()
    findings = schematron.findings(packaged("schema") / "dragoman.sch.xsl", etree.fromstring(octets))
    report = schematron.svrl(schema, findings)
    failed = report.find(f"{{{schematron.SVRL}}}failed-assert")
    assert failed is not None
    assert failed.get("id") == "DAT001.1"
    assert failed.get("role") == "error"
    assert failed.get("location", "").endswith("/tei:date[1]/@to")
    assert failed.findtext(f"{{{schematron.SVRL}}}text") == "@from is 1979-05, and @to is 1979-04"
    patterns = report.findall(f"{{{schematron.SVRL}}}active-pattern")
    assert len(patterns) == len(SCHEMATRON_RULES)


@pytest.mark.parametrize(
    ("word", "odd"),
    [
        ("M\u043escow", "\u043e, Cyrillic"),
        ("\u0391thens", "\u0391, Greek"),
        ("\u1f00gora", "\u1f00, Greek"),
        ("\u03a1осс", "\u03a1, Greek"),
        ("Altaiн", "н, Cyrillic"),
        ("\u00f6вөр", "\u00f6, Latin"),
        ("Бoлд", "o, Latin"),
        ("\u0430\u0301a", "a, Latin"),
    ],
)
def test_a_letter_of_another_script_in_a_word_is_named(word: str, odd: str) -> None:
    good = (Path(__file__).parent / "documents" / "memorandum.xml").read_text(encoding="utf-8")
    (found,) = check_document(good.replace("The ferry", f"The {word} ferry").encode(), "x.xml")
    assert (found.code, found.place.column) == ("TXT002", 24)
    assert found.message == f"the word “{word}” has letters of two scripts (odd: {odd})"


@pytest.mark.parametrize(
    "words",
    [
        "Москва and Athens and Αθήνα",
        "5 \u03bcm or \u03bcmol",
        "k\u03a9",
        "\u0394T",
        "\u03b1-particles",
        "Ünlü",
    ],
)
def test_words_of_several_scripts_side_by_side_and_quantities_are_in_order(words: str) -> None:
    good = (Path(__file__).parent / "documents" / "memorandum.xml").read_text(encoding="utf-8")
    assert check_document(good.replace("The ferry", f"The {words} ferry").encode(), "x.xml") == []
