"""One file checked by itself: well-formedness, structure, rules."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

from lxml import etree

from dragoman.diagnostics import Diagnostic, Rule, Severity, in_order
from dragoman.edition import packaged
from dragoman.tei.ns import local_name
from dragoman.tei.scan import scan
from dragoman.validate import schematron, structure_rules
from dragoman.validate.grammar import read_grammar
from dragoman.validate.rules import SCHEMATRON_RULES, rules_of
from dragoman.validate.structure import Structure
from dragoman.validate.structure_rules import Fault
from dragoman.validate.wellformed import parsed

GRAMMAR_FILE = "dragoman.rng"
SCHEMATRON_FILE = "dragoman.sch"
RULES_FILE = "dragoman.sch.xsl"


@dataclass(frozen=True, slots=True)
class Checked:
    """A file that was read, and what is wrong with it.

    root: None where the file is not well formed; scan: its places, made when they are needed.
    """

    root: etree._Element | None
    text: str
    diagnostics: tuple[Diagnostic, ...]


@cache
def structure(grammar: Path) -> Structure:
    """Return the checker of a grammar, made once in this process."""
    return Structure(read_grammar(grammar))


def check_document(octets: bytes, name: str, schema: Path | None = None) -> list[Diagnostic]:
    """Return everything that is wrong with one TEI file, in the order of the file.

    octets: the file; name: what diagnostics call it; schema: the folder of the schema, the packaged one
    unless the edition has its own.
    """
    return list(read_and_check(octets, name, schema).diagnostics)


def read_and_check(octets: bytes, name: str, schema: Path | None = None) -> Checked:
    """Return a TEI file as a tree with everything that is wrong with it; see `check_document`."""
    root = parsed(octets, name)
    if isinstance(root, list):
        return Checked(None, "", tuple(root))
    text = octets.decode("utf-8-sig")
    folder = schema or packaged("schema")
    faults = structure(folder / GRAMMAR_FILE).faults(root)
    found = schematron.findings(_rules(folder), root, text)
    if not faults and not found:
        return Checked(root, text, ())
    places = scan(text)
    diagnostics = structure_rules.diagnostics(faults, root, places, name)
    ruled = schematron.diagnostics(found, places, name, _declared(folder))
    return Checked(root, text, tuple(in_order([*diagnostics, *_without_echoes(ruled, diagnostics, faults)])))


def check_tei(octets: bytes, name: str, grammar: Path) -> list[Diagnostic]:
    """Return where a file departs from another grammar, for example that of TEI All."""
    root = parsed(octets, name)
    if isinstance(root, list):
        return root
    faults = structure(grammar).faults(root)
    return structure_rules.diagnostics(faults, root, scan(octets.decode("utf-8-sig")), name)


def _rules(folder: Path) -> Path:
    """Return the compiled rules; an edition's own schema folder may hold only the grammar."""
    own = folder / RULES_FILE
    return own if own.is_file() else packaged("schema") / RULES_FILE


def _declared(folder: Path) -> Mapping[str, Rule]:
    own = folder / SCHEMATRON_FILE
    return rules_of(own) if _rules(folder).parent == folder and own.is_file() else SCHEMATRON_RULES


# Elements whose faults of structure explain what a rule finds elsewhere in the file, and rules whose
# findings do: one mistake is to be reported once.
_EXPLAINING_ELEMENTS: Final[dict[str, frozenset[str]]] = {
    "DOC001": frozenset(("div", "head")),
    "DOC004": frozenset(("list", "label", "item")),
    "NOTE006": frozenset(("ref", "note")),
    "TEL001": frozenset(("pb",)),
    "TEL002": frozenset(("milestone", "seg")),
    "TEL007": frozenset(("correspDesc", "correspAction")),
    "PART001": frozenset(("particDesc", "listPerson", "person", "persName")),
    "VOC001": frozenset(("div", "catRef", "textClass")),
    "VOC002": frozenset(("langUsage", "language", "foreign", "term")),
    "PTR001": frozenset(("respStmt", "category", "taxonomy")),
}
_EXPLAINING_RULES: Final = {"NOTE006": "PTR001"}
# The same, where both findings stand on one line.
_EXPLAINING_RULES_OF_THE_LINE: Final = {"VOC001": "PTR001", "VOC003": "PTR001"}


def _without_echoes(
    ruled: list[Diagnostic], structural: list[Diagnostic], faults: list[Fault]
) -> list[Diagnostic]:
    """Return findings of the rules without those that a fault of structure or another finding explains."""
    taken = {(d.place.line, d.place.column) for d in structural if d.severity is Severity.ERROR}
    faulty = {local_name(fault.node) for fault in faults}
    codes = {d.code for d in ruled}
    by_line = {(d.place.line, d.code) for d in ruled}
    return [
        d
        for d in ruled
        if (d.place.line, d.place.column) not in taken
        and not _EXPLAINING_ELEMENTS.get(d.code, frozenset()) & faulty
        and _EXPLAINING_RULES.get(d.code) not in codes
        and (d.place.line, _EXPLAINING_RULES_OF_THE_LINE.get(d.code)) not in by_line
    ]
