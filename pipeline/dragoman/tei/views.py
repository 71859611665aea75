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
from enum import IntEnum
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
_PICTURES: Final = frozenset(("graphic", "media"))
_PARTNERS: Final = {"corr": ("sic",), "reg": ("orig",), "expan": ("abbr",), "ex": ("am", "abbr")}


class Piece(NamedTuple):
    """Text of a view from ``start``; ``slot`` names its place in the file (see `ScannedText`),
    -1 where the view made it up (a delimiter, a line end).
    """

    start: int
    slot: int


@dataclass(frozen=True, slots=True)
class View:
    """The text of a document under one set of rules, and its pieces: the words of each, and its slot.

    (Two rows and no pieces: every proof of a conversion makes a view, and hardly one looks at its pieces.)
    """

    text: str
    parts: Sequence[str]
    slots: Sequence[int]

    @property
    def starts(self) -> list[int]:
        """The offset in ``text`` at which each piece begins."""
        return list(itertools.accumulate(map(len, self.parts), initial=0))[:-1]

    @property
    def pieces(self) -> Iterator[Piece]:
        """The pieces in the order of the text."""
        return map(Piece, self.starts, self.slots)

    def piece_at(self, offset: int) -> Piece:
        """Return the piece that holds the character at ``offset``."""
        starts = self.starts
        index = max(bisect.bisect_right(starts, offset) - 1, 0)
        return Piece(starts[index], self.slots[index])

    def file_offset(self, scan: Scan, offset: int) -> int:
        """Return the offset in the file of the character at ``offset`` of the view.

        For a character that the view made up it is that of the nearest one before it that
        stands in the file.
        """
        starts = self.starts
        index = bisect.bisect_right(starts, offset) - 1
        within = offset - starts[index] if index >= 0 else 0
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


_AS_IT_IS: Final = (True, "", "")
_LINE_FEED: Final = "\n"


def _has_sibling(element: etree._Element, name: str) -> bool:
    parent = element.getparent()
    return parent is not None and any(local_name(child) == name for child in parent)


def _is_partnered(element: etree._Element, name: str, above: str) -> bool:
    return above == "choice" and any(_has_sibling(element, partner) for partner in _PARTNERS[name])


def _source_reading(element: etree._Element, name: str, above: str) -> Reading:
    if name == "lb":
        return True, _LINE_FEED, ""
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
    if name == "figure":
        # With a picture in it, the figure is the editor's.
        before, after = delimiters(element.get("rend"))
        is_printed = before or after or not any(local_name(child) in _PICTURES for child in element)
        return bool(is_printed), before, after
    if name == "add" and above == "subst":
        return False, "", ""
    if name in ("rdg", "rdgGrp") and above == "app":
        return not _has_sibling(element, "lem"), "", ""
    if name == "g":
        return True, _control_character(element), ""
    return True, *delimiters(element.get("rend"))


_SOURCE_RULE: Final = Rule(
    frozenset(("lb", "note", "div", "figure", "add", "rdg", "rdgGrp", "g", *_PARTNERS))
    | _EDITORS_UNLESS_DELIMITED
    | _APPARATUS_ONLY,
    _source_reading,
    _LINE_FEED,
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


class _Way(IntEnum):
    """How an element is read, as far as its name tells."""

    PLAIN = 0
    BY_RULE = 1
    LINE_END = 2
    NOT_AT_ALL = 3


# Asked for every element: a member by way of its enumeration takes ten times as long.
_PLAIN: Final = _Way.PLAIN
_LINE_END: Final = _Way.LINE_END
_NOT_AT_ALL: Final = _Way.NOT_AT_ALL


class _Known(NamedTuple):
    """What the tag of an element tells: see `CONTAINERS` and `_WITHOUT_SPACE`."""

    way: _Way
    name: str
    is_container: bool
    skips_space: bool


class _Tags(dict[object, _Known]):
    """What a rule says of tags: each is looked up as often as it occurs and thought about once."""

    def __init__(self, rule: Rule) -> None:
        super().__init__()
        self.rule = rule

    def __missing__(self, tag: object) -> _Known:
        # The tag of a comment or an instruction is a function.
        name = local_part(tag) if isinstance(tag, str) else ""
        way = _Way.PLAIN if name else _Way.NOT_AT_ALL
        if name in self.rule.names:
            way = _Way.LINE_END if name == "lb" and self.rule.line_end else _Way.BY_RULE
        known = self[tag] = _Known(way, name, name in CONTAINERS, name in _WITHOUT_SPACE)
        return known


class _Reader:
    """Reads the pieces of one document into ``parts`` and ``slots``.

    Each method that reads takes the slot of what it reads and returns the one behind it.
    """

    __slots__ = ("_tags", "parts", "slots")

    def __init__(self, tags: _Tags) -> None:
        self.parts: list[str] = []
        self.slots: list[int] = []
        self._tags = tags

    def look_for_text(self, element: etree._Element, slot: int) -> int:
        """Read the texts at or below an element above the text; what else stands there is passed over."""
        known = self._tags[element.tag]
        if known.name == "text":
            return self._read(element, known, slot + 1)
        if known.name in _ABOVE_TEXT:
            slot += 1
            for child in element:
                slot = self.look_for_text(child, slot)
            return slot + 1
        return slot + (int(_slots_within(element)) if known.name else 1)

    def _read(
        self, element: etree._Element, known: _Known, slot: int, before: str = "", after: str = ""
    ) -> int:
        """Read an element whose text is read; ``slot`` is past its start tag."""
        parts, slots, tags = self.parts, self.slots, self._tags
        _, reading_of, line_end = tags.rule
        _, name, is_container, skips_space = known
        plain, line_ends, unread = _PLAIN, _LINE_END, _NOT_AT_ALL
        if before:
            parts.append(before)
            slots.append(-1)
        if is_container:
            parts.append("\n")
            slots.append(-1)
        if (text := element.text) and not (skips_space and text.isspace()):
            parts.append(text)
            slots.append(slot)
        for child in element:
            known = tags[child.tag]
            way = known.way
            slot += 1
            if way is line_ends and child.text is None and not len(child):
                # Every second element of a telegram.
                parts.append(line_end)
                slots.append(-1)
                slot += 1
            elif way is not unread:
                if way is plain:
                    rend = child.get("rend")
                    reads, opening, closing = (True, *delimiters(rend)) if rend else _AS_IT_IS
                else:
                    reads, opening, closing = reading_of(child, known.name, name)
                if not reads:
                    slot += int(_slots_within(child)) - 1
                elif len(child) or known.skips_space:
                    slot = self._read(child, known, slot, opening, closing)
                else:
                    # Six elements in seven hold text alone.
                    if opening:
                        parts.append(opening)
                        slots.append(-1)
                    if text := child.text:
                        parts.append(text)
                        slots.append(slot)
                    slot += 1
                    if closing:
                        parts.append(closing)
                        slots.append(-1)
            if is_container:
                parts.append("\n")
                slots.append(-1)
            if (text := child.tail) and not (skips_space and text.isspace()):
                parts.append(text)
                slots.append(slot)
        if after:
            parts.append(after)
            slots.append(-1)
        return slot + 1


def _view(root: etree._Element, tags: _Tags) -> View:
    reader = _Reader(tags)
    reader.look_for_text(root, 0)
    return View("".join(reader.parts), reader.parts, reader.slots)


_SOURCE_TAGS: Final = _Tags(_SOURCE_RULE)
_READING_TAGS: Final = _Tags(_READING_RULE)


def source_view(root: etree._Element) -> View:
    """Return the transcript as the document has it: docs/encoding.md, “Reading back the transcript”."""
    return _view(root, _SOURCE_TAGS)


def reading_view(root: etree._Element) -> View:
    """Return the text that readers, search and name discovery see: docs/encoding.md, “The reading view”."""
    return _view(root, _READING_TAGS)


def element_ids(root: etree._Element) -> dict[str, etree._Element]:
    """Return the elements of a file by their xml:id; of two with one id, the first."""
    found: dict[str, etree._Element] = {}
    for element in root.iter(etree.Element):
        identifier = element.get(XML_ID)
        if identifier is not None:
            found.setdefault(identifier, element)
    return found
