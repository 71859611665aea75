"""Two ways to read a document's text: as the transcript has it, and as a reader wants it.

Both walk ``TEI/text`` in document order and remember, for every piece of text, where
in the tree it stands, so that an offset in a view leads back to a line and column of the file.
The rules are those of docs/encoding.md; nothing else decides what is source and what is editor.
"""

from __future__ import annotations

import bisect
import itertools
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from lxml import etree

from dragoman.tei.delimiters import delimiters
from dragoman.tei.ns import XML_ID, local_name, local_part
from dragoman.tei.scan import Scan, characters

# Elements that cannot hold text: each child is a line of its own, white space means nothing.
CONTAINERS: Final = frozenset(
    """
    TEI text group front body back floatingText div div1 div2 div3 div4 div5 div6 div7 list table
    row listBibl sp spGrp lg listPerson listPlace listOrg listEvent noteGrp standOff castList
    castGroup person place org event biblStruct analytic monogr biblFull msDesc msIdentifier
    titlePage argument epigraph postscript listRelation linkGrp performance
    """.split()
)

# Their white space means nothing either, but they stand within a line. (A figure may hold
# a caption that the transcript prints in the middle of a sentence.)
_ALTERNATIVES: Final = frozenset(("choice", "subst", "app", "substJoin", "figure"))
_WITHOUT_SPACE: Final = CONTAINERS | _ALTERNATIVES
# Where the text lies; what else stands there (header, standOff) is passed over whole.
_ABOVE_TEXT: Final = frozenset(("TEI", "teiCorpus"))
_slots_within: Final = etree.XPath(
    "2 * count(descendant-or-self::*) + count(descendant::comment() | descendant::processing-instruction())"
)
_APPARATUS_ONLY: Final = frozenset(("index", "certainty", "respons", "precision", "witDetail", "alt", "link"))
_EDITORS_UNLESS_DELIMITED: Final = frozenset(("supplied", "ex", "gap"))
_PARTNERS: Final = {"corr": ("sic",), "reg": ("orig",), "expan": ("abbr",), "ex": ("am", "abbr")}


class Piece(NamedTuple):
    """Text of a view from ``start``; ``slot`` names its place in the file (see `ScannedText`),
    -1 where the view made it up (a delimiter, a line end).
    """

    start: int
    slot: int


@dataclass(frozen=True, slots=True)
class View:
    """The text of a document under one set of rules: ``starts[i]`` and ``slots[i]`` are those of piece i.

    (Two rows of numbers: every proof of a conversion makes a view, and hardly one looks at its pieces.)
    """

    text: str
    starts: Sequence[int]
    slots: Sequence[int]

    @property
    def pieces(self) -> Iterator[Piece]:
        """The pieces in the order of the text."""
        return map(Piece, self.starts, self.slots)

    def piece_at(self, offset: int) -> Piece:
        """Return the piece that holds the character at ``offset``."""
        index = max(bisect.bisect_right(self.starts, offset) - 1, 0)
        return Piece(self.starts[index], self.slots[index])

    def file_offset(self, scan: Scan, offset: int) -> int:
        """Return the offset in the file of the character at ``offset`` of the view.

        For a character that the view made up it is that of the nearest one before it that
        stands in the file.
        """
        index = bisect.bisect_right(self.starts, offset) - 1
        within = offset - self.starts[index] if index >= 0 else 0
        while index >= 0 and self.slots[index] < 0:
            index, within = index - 1, -1
        if index < 0:
            return 0
        offsets: list[int] = []
        for run in scan.texts:
            if run.slot == self.slots[index]:
                offsets.extend(characters(scan.text, run)[1][:-1])
        if not offsets:
            return 0
        return offsets[-1] if within < 0 else offsets[min(within, len(offsets) - 1)]


# What a rule says of an element: is its text read, and what is read before and after it.
Reading = tuple[bool, str, str]


class Rule(NamedTuple):
    """How the elements are read of which a name in ``names`` says more than that their text is read,
    between the delimiters of their ``rend``; ``reading`` takes an element, its name and its parent's.

    line_end: what an empty ``lb`` is read as, whatever its attributes; "" where that depends on them.
    """

    names: frozenset[str]
    reading: Callable[[etree._Element, str, str], Reading]
    line_end: str = ""


_PLAIN: Final = (True, "", "")
_LINE_END: Final = "\n"


def _has_sibling(element: etree._Element, name: str) -> bool:
    parent = element.getparent()
    return parent is not None and any(local_name(child) == name for child in parent)


def _is_partnered(element: etree._Element, name: str, above: str) -> bool:
    return above == "choice" and any(_has_sibling(element, partner) for partner in _PARTNERS[name])


def _source_reading(element: etree._Element, name: str, above: str) -> Reading:
    if name == "lb":
        return True, _LINE_END, ""
    if name in _EDITORS_UNLESS_DELIMITED:
        before, after = delimiters(element.get("rend"))
        return bool(before or after), before, after
    if name in _PARTNERS:
        return not _is_partnered(element, name, above), *delimiters(element.get("rend"))
    if name == "note" and element.get("type") == "editor":
        return False, "", ""
    if name == "div" and element.get("type") == "original":
        return False, "", ""
    if name in _APPARATUS_ONLY:
        return False, "", ""
    if name == "add" and above == "subst":
        return False, "", ""
    if name in ("rdg", "rdgGrp") and above == "app":
        return not _has_sibling(element, "lem"), "", ""
    if name == "g":
        return True, _control_character(element), ""
    return True, *delimiters(element.get("rend"))


_SOURCE_RULE: Final = Rule(
    frozenset(("lb", "note", "div", "add", "rdg", "rdgGrp", "g", *_PARTNERS))
    | _EDITORS_UNLESS_DELIMITED
    | _APPARATUS_ONLY,
    _source_reading,
    _LINE_END,
)


def _control_character(element: etree._Element) -> str:
    code = re.fullmatch(r"#U([0-9A-F]{4,6})", element.get("ref", ""))
    return chr(int(code[1], 16)) if code and not element.text else ""


_READ_PAST: Final = frozenset(("fw", "surplus", "index", "certainty", "respons", "precision"))


# Notes that interrupt nothing: what they say is beside the sentence in which they stand.
_NOTES_BESIDE_THE_TEXT: Final = frozenset(("editor", "author", "transmission"))


def _readers_reading(element: etree._Element, name: str, above: str) -> Reading:
    if name == "lb":
        return True, "" if element.get("break") == "no" else " ", ""
    if name in _READ_PAST or (name == "pc" and element.get("force") == "weak"):
        return False, "", ""
    if name == "note" and element.get("type") in _NOTES_BESIDE_THE_TEXT:
        return False, "", ""
    if above == "choice" and name in ("sic", "orig", "abbr"):
        return not _has_sibling(element, {"sic": "corr", "orig": "reg", "abbr": "expan"}[name]), "", ""
    if name == "del" or (name in ("rdg", "rdgGrp") and above == "app"):
        return False, "", ""
    before, after = delimiters(element.get("rend"))
    return name != "gap" or bool(before or after), before, after


_READING_RULE: Final = Rule(
    frozenset(("lb", "pc", "note", "sic", "orig", "abbr", "del", "rdg", "rdgGrp", "gap")) | _READ_PAST,
    _readers_reading,
)


def _view(root: etree._Element, rule: Rule) -> View:
    parts: list[str] = []
    slots: list[int] = []
    slot = 0
    ruled, reading_of, line_end = rule
    put_text, put_slot = parts.append, slots.append

    def put(text: str, at: int) -> None:
        put_text(text)
        put_slot(at)

    def read(element: etree._Element, name: str, before: str, after: str) -> None:
        """Put the text of an element that is read; ``slot`` is past its start tag."""
        nonlocal slot
        is_container = name in CONTAINERS
        skips_space = name in _WITHOUT_SPACE
        if before:
            put(before, -1)
        if is_container:
            put("\n", -1)
        if (text := element.text) and not (skips_space and text.isspace()):
            put_text(text)
            put_slot(slot)
        for child in element:
            tag = child.tag
            child_name = local_part(tag) if isinstance(tag, str) else ""
            slot += 1
            if child_name == "lb" and line_end and child.text is None and not len(child):
                # Every second element of a telegram.
                put_text(line_end)
                put_slot(-1)
                slot += 1
            elif child_name:
                if child_name in ruled:
                    reads, opening, closing = reading_of(child, child_name, name)
                else:
                    rend = child.get("rend")
                    reads, opening, closing = (True, *delimiters(rend)) if rend else _PLAIN
                if not reads:
                    slot += int(_slots_within(child)) - 1
                elif len(child) or child_name in _WITHOUT_SPACE:
                    read(child, child_name, opening, closing)
                else:
                    # Six elements in seven hold text alone.
                    if opening:
                        put(opening, -1)
                    if text := child.text:
                        put_text(text)
                        put_slot(slot)
                    slot += 1
                    if closing:
                        put(closing, -1)
            if is_container:
                put_text("\n")
                put_slot(-1)
            if (text := child.tail) and not (skips_space and text.isspace()):
                put_text(text)
                put_slot(slot)
        slot += 1
        if after:
            put(after, -1)

    def look_for_text(element: etree._Element) -> None:
        """Read the texts at or below an element above the text; what else stands there is passed over."""
        nonlocal slot
        name = local_name(element)
        slot += 1
        if name == "text":
            read(element, name, "", "")
        elif name in _ABOVE_TEXT:
            for child in element:
                look_for_text(child)
            slot += 1
        elif name:
            slot += int(_slots_within(element)) - 1

    look_for_text(root)
    starts = itertools.accumulate(map(len, parts), initial=0)
    return View("".join(parts), tuple(itertools.islice(starts, len(parts))), slots)


def source_view(root: etree._Element) -> View:
    """Return the transcript as the document has it: docs/encoding.md, “Reading back the transcript”."""
    return _view(root, _SOURCE_RULE)


def reading_view(root: etree._Element) -> View:
    """Return the text that readers, search and name discovery see: docs/encoding.md, “The reading view”."""
    return _view(root, _READING_RULE)


def element_ids(root: etree._Element) -> dict[str, etree._Element]:
    """Return the elements of a file by their xml:id; of two with one id, the first."""
    found: dict[str, etree._Element] = {}
    for element in root.iter(etree.Element):
        identifier = element.get(XML_ID)
        if identifier is not None:
            found.setdefault(identifier, element)
    return found
