"""The rules of structure, and where in a file a fault of structure stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Final

from lxml import etree

from dragoman.diagnostics import Diagnostic, Place, Rule, Severity
from dragoman.tei.scan import ScannedText
from dragoman.validate.blanks import BLANKS, is_blank
from dragoman.validate.patterns import label
from dragoman.validate.places import MANY, FilePlaces

UNKNOWN = Rule(
    "RNG001",
    Severity.ERROR,
    "the schema knows no such element",
    "Only elements that the schema names are rendered, indexed and read back. Names are written as TEI "
    "has them: persName, not persname.",
    "<persname>Yu. Tsedenbal</persname>",
    "<persName>Yu. Tsedenbal</persName>",
)
NOT_HERE = Rule(
    "RNG002",
    Severity.ERROR,
    "the element cannot stand here",
    "TEI fixes what may stand in what, and in which order: what opens a division before its text, what "
    "closes it after it.",
    "<div><p>…</p><head>Record</head></div>",
    "<div><head>Record</head><p>…</p></div>",
)
INCOMPLETE = Rule(
    "RNG003",
    Severity.ERROR,
    "something is missing",
    "An element that means nothing without a certain child needs that child.",
    "<choice><sic>recieve</sic></choice>",
    "<choice><sic>recieve</sic><corr>receive</corr></choice>",
)
TEXT = Rule(
    "RNG004",
    Severity.ERROR,
    "text cannot stand here",
    "Divisions, lists and the like hold elements; words belong into a paragraph, an item, a heading.",
    "<div>The Commission met.</div>",
    "<div><p>The Commission met.</p></div>",
)
ATTRIBUTE = Rule(
    "RNG005",
    Severity.ERROR,
    "the element has no such attribute",
    "An attribute that the schema does not name says nothing to the programs that read the file.",
    '<p id="p1">',
    '<p xml:id="p1">',
)
ATTRIBUTE_MISSING = Rule(
    "RNG006",
    Severity.ERROR,
    "an attribute is missing",
    "Some elements mean nothing without an attribute: a note has to say whose it is.",
    "<note>overseas Chinese</note>",
    '<note type="translator" subtype="gloss" resp="#translator">overseas Chinese</note>',
)
VALUE = Rule(
    "RNG007",
    Severity.ERROR,
    "the value of an attribute does not fit",
    "Values are read by programs: dates are sorted, pointers followed, words of a closed list counted.",
    '<date when="9 June 1982">',
    '<date when="1982-06-09">',
)
CONTENT_VALUE = Rule(
    "RNG008",
    Severity.ERROR,
    "the content does not fit",
    "The content of some elements is a value that programs read.",
    "<geo>47°55′N</geo>",
    "<geo>47.92 106.92</geo>",
)
DUPLICATE_ID = Rule(
    "RNG009",
    Severity.ERROR,
    "two elements have the same id",
    "An id is the address of one element. With two of the same, nobody can tell which is cited.",
    '<p xml:id="p1">…</p><p xml:id="p1">…</p>',
    '<p xml:id="p1">…</p><p xml:id="p2">…</p>',
)
ROOT = Rule(
    "RNG010",
    Severity.ERROR,
    "this is not a TEI file",
    "A document is a TEI element in the TEI namespace; without the namespace no program recognises it.",
    "<TEI>",
    '<TEI xmlns="http://www.tei-c.org/ns/1.0">',
)


class Spot(Enum):
    """Which part of an element a fault concerns."""

    START = "start tag"
    END = "end tag"
    TEXT = "text"
    ATTRIBUTE_NAME = "attribute"
    ATTRIBUTE_VALUE = "value"


@dataclass(frozen=True, slots=True)
class Fault:
    """A fault of structure, still without line and column.

    node: the element; attribute: its name in Clark notation, for faults of attributes;
    after: the child whose tail the text is, None for an element's first text;
    first: the other element, for a duplicate id; meant: the name in Clark notation, or the value, that
    was probably meant instead.
    """

    rule: Rule
    node: etree._Element
    message: str
    hint: str
    spot: Spot = Spot.START
    attribute: str = ""
    after: etree._Element | None = None
    first: etree._Element | None = None
    meant: str = ""


def needs_scan(faults: Sequence[Fault]) -> bool:
    """Return True where the start tags alone do not tell where the faults stand, or there are many."""
    return len(faults) >= MANY or any(fault.spot in (Spot.TEXT, Spot.END) for fault in faults)


def diagnostics(
    faults: Sequence[Fault], root: etree._Element, scan: FilePlaces, file: str
) -> list[Diagnostic]:
    """Return the faults with their places in the file that ``scan`` describes."""
    if not faults:
        return []
    order = numbers(faults, root)
    texts: dict[tuple[int, int], list[ScannedText]] = {}
    if any(fault.spot is Spot.TEXT for fault in faults):
        for run in scan.texts:
            texts.setdefault((run.parent, run.after), []).append(run)
    found = []
    for fault in faults:
        message = fault.message
        if fault.first is not None:
            first = scan.elements[order[fault.first]].attributes[label(fault.attribute)][1]
            line, column = scan.line_column(first)
            message = f"{message} by the element of line {line}, column {column}"
        place = Place(file, *scan.line_column(_offset(fault, order, scan, texts)))
        found.append(fault.rule.at(place, message, fault.hint))
    return found


_NUMBER: Final = etree.XPath("count(preceding::*) + count(ancestor::*)")


def numbers(faults: Sequence[Fault], root: etree._Element) -> dict[etree._Element, int]:
    """Return which the elements of faults are in document order, from 0."""
    if len(faults) >= MANY:
        return {element: at for at, element in enumerate(root.iter("{*}*"))}
    named = (node for fault in faults for node in (fault.node, fault.after, fault.first) if node is not None)
    return {node: int(str(_NUMBER(node)).partition(".")[0]) for node in named}


def _offset(
    fault: Fault,
    order: dict[etree._Element, int],
    scan: FilePlaces,
    texts: dict[tuple[int, int], list[ScannedText]],
) -> int:
    index = order[fault.node]
    element = scan.elements[index]
    match fault.spot:
        case Spot.ATTRIBUTE_NAME | Spot.ATTRIBUTE_VALUE:
            name = label(fault.attribute)
            written = element.attributes
            # A prefix other than xml: is written as the file has it.
            prefixed = (places for other, places in written.items() if other.endswith(f":{name}"))
            found = written.get(name) if fault.attribute[:1] != "{" or ":" in name else next(prefixed, None)
            return found[0 if fault.spot is Spot.ATTRIBUTE_NAME else 1] if found else element.start
        case Spot.TEXT:
            after = order[fault.after] if fault.after is not None else -1
            for run in texts.get((index, after), ()):
                text = scan.text[run.start : run.end]
                if not is_blank(text):
                    return run.start + len(text) - len(text.lstrip(BLANKS))
            return element.start_tag_end
        case Spot.END:
            return element.start if element.is_empty_tag else element.end_tag
        case _:
            return element.start
