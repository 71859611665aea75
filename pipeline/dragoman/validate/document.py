"""One file checked by itself: well-formedness, structure, rules."""

from __future__ import annotations

import copy
from collections import Counter
from collections.abc import Container, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from lxml import etree

from dragoman.diagnostics import Diagnostic, Severity, in_order
from dragoman.tei.ns import local_name
from dragoman.tei.scan import scan
from dragoman.validate import schematron, structure_rules
from dragoman.validate.gate import ids_differ
from dragoman.validate.places import FewPlaces, FilePlaces
from dragoman.validate.schema import PACKAGED, Schema, schema_from
from dragoman.validate.schematron import Finding
from dragoman.validate.start_tags import Tags, read_tags
from dragoman.validate.structure_rules import Fault
from dragoman.validate.wellformed import parsed, too_many_attributes


@dataclass(frozen=True, slots=True)
class Checked:
    """A file that was read, and what is wrong with it.

    root: None where the file is not well formed; tags: None where they are hard to tell.
    """

    root: etree._Element | None
    text: str
    diagnostics: tuple[Diagnostic, ...]
    tags: Tags | None = None


def check_document(octets: bytes, name: str, schema: Schema = PACKAGED) -> list[Diagnostic]:
    """Return everything that is wrong with one TEI file, in the order of the file.

    octets: the file; name: what diagnostics call it; schema: the packaged one unless the edition has its own.
    """
    return list(read_and_check(octets, name, schema).diagnostics)


def read_and_check(octets: bytes, name: str, schema: Schema = PACKAGED) -> Checked:
    """Return a TEI file as a tree with everything that is wrong with it; see `check_document`.

    A file in order costs the gate and the screen, which look at its tags; the engine of structure and
    Saxon are asked where these two are not sure.
    """
    root = parsed(octets, name)
    if isinstance(root, list):
        return Checked(None, "", tuple(root))
    text = octets.decode("utf-8-sig")
    tags = read_tags(text)
    faults = _faults(root, tags, schema)
    skipped = schema.screen.ruled_out(root, text, tags)
    is_clear = len(skipped) == schema.screen.size
    # Only what Saxon would have to read has to be fit for it.
    unfit = [] if is_clear else too_many_attributes(root, name)
    if unfit:
        return Checked(None, "", tuple(unfit))
    found = [] if is_clear else _findings(root, faults, skipped, schema)
    if not faults and not found:
        return Checked(root, text, (), tags)
    places = _places(text, tags, structure_rules.needs_scan(faults) or schematron.needs_scan(found))
    diagnostics = structure_rules.diagnostics(faults, root, places, name)
    ruled = schematron.diagnostics(found, places, name, schema.declared)
    kept = _once(_without_echoes(ruled, diagnostics, faults))
    return Checked(root, text, tuple(in_order([*diagnostics, *kept])), tags)


def _findings(
    root: etree._Element, faults: Sequence[Fault], skipped: Sequence[str], schema: Schema
) -> list[Finding]:
    """Return what the rules find that is no consequence of a name or a value that is mistyped."""
    if any(fault.rule is structure_rules.ROOT for fault in faults):
        # What rules would miss in a file that is no TEI is no second mistake.
        return []
    mended, numbers = _mended(root, faults)
    found = schematron.findings(schema.compiled, mended, skipped)
    return [finding for finding in found if finding.element not in numbers]


def _mended(root: etree._Element, faults: Sequence[Fault]) -> tuple[etree._Element, Container[int]]:
    """Return the document as it was probably meant, and the numbers of the elements that were mended."""
    wrong = [fault for fault in faults if fault.meant]
    if not wrong:
        return root, ()
    order = structure_rules.numbers(wrong, root)
    mended = copy.deepcopy(root)
    elements = list(mended.iter("{*}*"))
    for fault in wrong:
        element = elements[order[fault.node]]
        if fault.spot is structure_rules.Spot.START:
            element.tag = fault.meant
        elif fault.spot is structure_rules.Spot.ATTRIBUTE_VALUE:
            element.set(fault.attribute, fault.meant)
        elif fault.meant not in element.attrib:
            element.set(fault.meant, element.attrib.pop(fault.attribute))
    return mended, {order[fault.node] for fault in wrong}


def check_schema(octets: bytes, name: str, grammar: Path) -> list[Diagnostic]:
    """Return where a file departs from a grammar alone, which may be another, as that of TEI All is."""
    root = parsed(octets, name)
    if isinstance(root, list):
        return root
    text = octets.decode("utf-8-sig")
    tags = read_tags(text)
    schema = schema_from(grammar, PACKAGED.rules, PACKAGED.compiled)
    faults = _faults(root, tags, schema)
    if not faults:
        return []
    places = _places(text, tags, structure_rules.needs_scan(faults))
    return structure_rules.diagnostics(faults, root, places, name)


def _places(text: str, tags: Tags | None, needs_scan: bool) -> FilePlaces:
    if needs_scan or tags is None or tags.start is None:
        return scan(text)
    return FewPlaces(text, tags)


def _faults(root: etree._Element, tags: Tags | None, schema: Schema) -> list[Fault]:
    """Return the faults of structure: the engine looks at what the gate does not let pass."""
    if tags is None:
        return schema.structure.faults(root)
    doubt = schema.gate.first_doubt(tags)
    if doubt == len(tags.each) and ids_differ(tags):
        return []
    return schema.structure.faults(root, schema.gate.clearance(tags, doubt))


# Elements whose faults of structure explain what a rule finds elsewhere in the file, and rules whose
# findings do: one mistake is to be reported once.
_EXPLAINING_ELEMENTS: Final[dict[str, frozenset[str]]] = {
    "DOC001": frozenset(("div", "head")),
    "DOC002": frozenset(("div",)),
    "DOC004": frozenset(("list", "label", "item")),
    "NOTE006": frozenset(("ref", "note")),
    "TEL001": frozenset(("pb",)),
    "TEL002": frozenset(("milestone", "seg", "div")),
    "TEL003": frozenset(("fw", "div")),
    "TEL007": frozenset(("correspDesc", "correspAction")),
    "PART001": frozenset(("particDesc", "listPerson", "person", "persName")),
    "VOC001": frozenset(("div", "catRef", "textClass")),
    "VOC002": frozenset(("langUsage", "language", "foreign", "term")),
    "PTR001": frozenset(("respStmt", "category", "taxonomy")),
    "PTR003": frozenset(("encodingDesc", "listPrefixDef", "prefixDef")),
}
_EXPLAINING_RULES: Final = {"NOTE006": "PTR001"}
# The same, where both findings stand at one place.
_EXPLAINING_RULES_OF_THE_PLACE: Final = {"PTR001": "PTR002"}
# The same, where both findings stand on one line.
_EXPLAINING_RULES_OF_THE_LINE: Final = {"VOC001": "PTR001", "VOC003": "PTR001"}


def _without_echoes(
    ruled: list[Diagnostic], structural: list[Diagnostic], faults: list[Fault]
) -> list[Diagnostic]:
    """Return findings of the rules without those that a fault of structure or another finding explains."""
    taken = {(d.place.line, d.place.column) for d in structural if d.severity is Severity.ERROR}
    faulty = {local_name(fault.node) for fault in faults}
    codes = {d.code for d in ruled}
    by_place = {(d.place, d.code) for d in ruled}
    by_line = {(d.place.line, d.code) for d in ruled}
    return [
        d
        for d in ruled
        if (d.place.line, d.place.column) not in taken
        and not _EXPLAINING_ELEMENTS.get(d.code, frozenset()) & faulty
        and _EXPLAINING_RULES.get(d.code) not in codes
        and (d.place, _EXPLAINING_RULES_OF_THE_PLACE.get(d.code)) not in by_place
        and (d.place.line, _EXPLAINING_RULES_OF_THE_LINE.get(d.code)) not in by_line
    ]


# Rules that miss something at each place that leads there: a translator who is gone, a language.
_MISSING_ONCE: Final = frozenset(("PTR001", "VOC002"))


def _once(ruled: Sequence[Diagnostic]) -> list[Diagnostic]:
    """Return findings with what is missed in many places said at the first of them."""
    counts = Counter((d.code, d.message) for d in ruled if d.code in _MISSING_ONCE)
    said: set[tuple[str, str]] = set()
    kept = []
    for diagnostic in ruled:
        key = diagnostic.code, diagnostic.message
        if key in said:
            continue
        if counts[key] > 1:
            said.add(key)
            times = f"{counts[key] - 1} more times" if counts[key] > 2 else "once more"
            diagnostic = replace(diagnostic, message=f"{diagnostic.message}, here and {times}")
        kept.append(diagnostic)
    return kept
