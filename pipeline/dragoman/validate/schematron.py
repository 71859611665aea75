"""Schematron run in Saxon: what the compiled rules find in a document, with exact places.

A finding names an element by its position in document order, so that line and column come from the
scan of the file.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from lxml import etree

from dragoman.diagnostics import Diagnostic, Place, Rule, Severity, declared_rules
from dragoman.tei.parse import parser
from dragoman.tei.scan import ScannedElement, characters
from dragoman.validate.kept import kept
from dragoman.validate.places import MANY, FilePlaces
from dragoman.validate.schematron_compiler import FINDINGS, SKIPPED, sch

SVRL: Final = "http://purl.oclc.org/dsdl/svrl"
_SEVERITIES: Final = {"error": Severity.ERROR, "warning": Severity.WARNING, "information": Severity.NOTE}


@dataclass(frozen=True, slots=True)
class Finding:
    """An assertion that failed, or a report that succeeded.

    assertion: its id (``PTR001.1``), the part before the dot is the code; role: its severity;
    element: the position of the element in document order, from 0; attribute: its name as written, "";
    text: -1 or the position of the child whose tail the text is, None where it is not about text;
    offset: characters into that text; path: an XPath to the node; is_report: see @flag of SVRL.
    """

    assertion: str
    role: str
    message: str
    hint: str
    path: str
    element: int
    attribute: str = ""
    text: int | None = None
    offset: int = 0
    is_report: bool = False


def findings(stylesheet: Path, root: etree._Element, skipped: Iterable[str] = ()) -> list[Finding]:
    """Return what the compiled rules in ``stylesheet`` find in a document.

    skipped: the codes of patterns that are left out.
    """
    # Saxon is imported when it is asked: a check of one file in order would wait for it in vain.
    from dragoman.xslt import transform

    made = json.loads(transform(stylesheet, root, {SKIPPED: " ".join(skipped)})[FINDINGS])
    return [Finding(**entry) for entry in made]


def needs_scan(found: Sequence[Finding]) -> bool:
    """Return True where the start tags alone do not tell where the findings stand, or there are many."""
    return len(found) >= MANY or any(finding.text is not None for finding in found)


def diagnostics(
    found: Sequence[Finding], scan: FilePlaces, file: str, rules: Mapping[str, Rule]
) -> list[Diagnostic]:
    """Return findings with their places in the file that ``scan`` describes. rules: by their codes."""
    return [
        rules[finding.assertion.partition(".")[0]].at(
            Place(file, *scan.line_column(_offset(finding, scan))),
            finding.message,
            finding.hint,
            _SEVERITIES[finding.role],
        )
        for finding in found
    ]


def _offset(finding: Finding, scan: FilePlaces) -> int:
    element = scan.elements[finding.element]
    if finding.attribute:
        places = element.attributes.get(finding.attribute)
        return places[1] if places else element.start
    if finding.text is None:
        return element.start
    return _text_offset(finding, element, scan)


def _text_offset(finding: Finding, element: ScannedElement, scan: FilePlaces) -> int:
    """Return the offset in the file of a character of a text node."""
    passed = 0
    for run in scan.texts:
        if run.parent == finding.element and run.after == finding.text:
            text, offsets = characters(scan.text, run)
            if finding.offset < passed + len(text):
                return offsets[finding.offset - passed]
            passed += len(text)
    return element.start


# --- The rules as such


@kept
def read_schematron(path: Path) -> etree._Element:
    """Return the root of a Schematron file, read once as long as it is as it is."""
    return etree.parse(str(path), parser()).getroot()


def unfit(schema: etree._Element) -> tuple[int, str] | None:
    """Return the line and the fault of a Schematron file that cannot be compiled, None where it can be."""
    if schema.tag != sch("schema"):
        return schema.sourceline or 1, "the file is no Schematron schema"
    texts = {text.get("id") for text in schema.iter(sch("diagnostic"), sch("property"))}
    for pattern in schema.iterchildren(sch("pattern")):
        line = pattern.sourceline or 1
        tests = list(pattern.iter(sch("assert"), sch("report")))
        if not pattern.get("id") or not tests:
            return line, "a pattern needs an id, which is its code, and an assertion"
        for test in tests:
            line = test.sourceline or line
            if test.get("role", "error") not in _SEVERITIES:
                return line, f"the role “{test.get('role')}” is none of {', '.join(_SEVERITIES)}"
            if not (test.get("id") or "").startswith(f"{pattern.get('id')}."):
                return line, f"the id of an assertion is its pattern's and a number: {pattern.get('id')}.1"
            for name in f"{test.get('diagnostics', '')} {test.get('properties', '')}".split():
                if name not in texts:
                    return line, f"there is no diagnostic or property “{name}”"
    return None


def declare_rules(schema: etree._Element, examples: Mapping[str, Mapping[str, str]]) -> list[Rule]:
    """Declare a rule for each pattern, so that it is found by its code, and return them.

    examples: for each code what is ``wrong`` and what is ``right``.
    """
    known = declared_rules()
    rules = []
    for pattern in schema.iterchildren(sch("pattern")):
        code = pattern.get("id", "")
        roles = [test.get("role", "error") for test in pattern.iter(sch("assert"), sch("report"))]
        severity = min((_SEVERITIES[role] for role in roles), key=lambda one: one.rank)
        title = _words(pattern.findtext(sch("title")))
        example = examples.get(code, {})
        why = _words(pattern.findtext(sch("p")))
        rules.append(
            # An edition's own schema may have our rules in its words; a code is declared once.
            known.get(code)
            or Rule(code, severity, title, why, example.get("wrong", ""), example.get("right", ""))
        )
    return rules


def _words(text: str | None) -> str:
    return " ".join((text or "").split())


def svrl(schema: etree._Element, found: list[Finding]) -> etree._Element:
    """Return findings as a report in the Schematron Validation Report Language."""
    report = etree.Element(f"{{{SVRL}}}schematron-output", nsmap={"svrl": SVRL})
    report.set("title", _words(schema.findtext(sch("title"))))
    for ns in schema.iterchildren(sch("ns")):
        etree.SubElement(
            report,
            f"{{{SVRL}}}ns-prefix-in-attribute-values",
            {"prefix": ns.get("prefix", ""), "uri": ns.get("uri", "")},
        )
    for pattern in schema.iterchildren(sch("pattern")):
        code = pattern.get("id", "")
        etree.SubElement(report, f"{{{SVRL}}}active-pattern", {"id": code})
        for rule in pattern.iterchildren(sch("rule")):
            etree.SubElement(report, f"{{{SVRL}}}fired-rule", {"context": rule.get("context", "")})
        for finding in found:
            if finding.assertion.partition(".")[0] == code:
                _svrl_finding(report, pattern, finding)
    return report


def _svrl_finding(report: etree._Element, pattern: etree._Element, finding: Finding) -> None:
    tests = {test.get("id"): test.get("test", "") for test in pattern.iter(sch("assert"), sch("report"))}
    name = "successful-report" if finding.is_report else "failed-assert"
    attributes = {
        "id": finding.assertion,
        "role": finding.role,
        "location": finding.path,
        "test": tests[finding.assertion],
    }
    element = etree.SubElement(report, f"{{{SVRL}}}{name}", attributes)
    if finding.hint:
        etree.SubElement(element, f"{{{SVRL}}}diagnostic-reference").text = finding.hint
    etree.SubElement(element, f"{{{SVRL}}}text").text = finding.message
