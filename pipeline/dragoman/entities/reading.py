"""The reading view of a document, block by block, with the way back to the file.

`dragoman.tei.views.reading_view` gives a document as one text; names have to be found inside
paragraphs, headings, items and addresses, never across them. A block is such a unit. Its
text follows the same rules (a test holds the two together), save that notes of the editor,
which the reading view leaves out, are blocks of their own (their names belong to the registers), and
so are the operator's notes in a telegram.
"""

from __future__ import annotations

import bisect
from collections.abc import Iterator
from dataclasses import dataclass, field
from operator import attrgetter
from typing import Final, NamedTuple

from lxml import etree

from dragoman.tei.delimiters import delimiters
from dragoman.tei.ns import local_name, tei
from dragoman.tei.readings import CONTAINERS

NAME_ELEMENTS: Final = frozenset(("persName", "placeName", "orgName", "rs"))

_SKIPPED: Final = frozenset(
    ("fw", "pb", "cb", "gb", "milestone", "surplus", "index", "certainty", "respons", "precision", "anchor")
)
_CHOSEN: Final = {"sic": "corr", "orig": "reg", "abbr": "expan"}
_PARENTS_OF_BLOCKS: Final = frozenset((*CONTAINERS, "opener", "closer", "bibl"))
_ALWAYS_BLOCKS: Final = frozenset(("p", "ab", "head", "item", "speaker"))
# Notes that interrupt a sentence without belonging to it. An operator's note stands between the
# sections of a telegram, in the middle of a word if need be.
NOTES_APART: Final = ("editor", "author", "transmission")
_WITHOUT_SPACE: Final = CONTAINERS | {"choice", "subst", "app"}


class Piece(NamedTuple):
    """A run of a block's text that stands in one place of the file.

    start:  offset in the block's text; parent: the element that holds the characters;
    slot:   as in `dragoman.tei.scan.ScannedText`, -1 for text that the view made up.
    """

    start: int
    slot: int
    parent: etree._Element


_START: Final = attrgetter("start")


@dataclass(slots=True, eq=False)
class Block:
    """A paragraph, heading, item, line of an address: a unit that no name runs across."""

    owner: etree._Element
    text: str = ""
    pieces: list[Piece] = field(default_factory=list)

    def piece_at(self, offset: int) -> Piece:
        """Return the piece that holds the character at ``offset``."""
        if len(self.pieces) == 1:
            return self.pieces[0]
        return self.pieces[bisect.bisect_right(self.pieces, offset, key=_START) - 1]

    def pieces_between(self, start: int, end: int) -> Iterator[tuple[Piece, int, int]]:
        """Yield the pieces of [start, end) with the range of each, in block offsets."""
        index = bisect.bisect_right(self.pieces, start, key=_START) - 1
        for at in range(max(index, 0), len(self.pieces)):
            piece = self.pieces[at]
            if piece.start >= end:
                return
            after = self.pieces[at + 1].start if at + 1 < len(self.pieces) else len(self.text)
            yield piece, max(start, piece.start), min(end, after)


class TaggedName(NamedTuple):
    """A name element that stands in the text: where it lies in its block, None where it is not read."""

    element: etree._Element
    block: Block | None
    start: int
    end: int


@dataclass(slots=True)
class Reading:
    """The blocks of a document in reading order; names and notes with a source term in document order."""

    blocks: list[Block] = field(default_factory=list)
    names: list[TaggedName] = field(default_factory=list)
    terms: list[TaggedName] = field(default_factory=list)


class _Reader:
    """Walks a document once; ``slot`` counts as `dragoman.tei.scan.scan` does.

    The block that is open has its text in ``parts``, of ``length`` characters; those that it interrupts wait.
    """

    def __init__(self) -> None:
        self.reading = Reading()
        self.slot = 0
        self._block: Block | None = None
        self._parts: list[str] = []
        self._length = 0
        self._waiting: list[tuple[Block | None, list[str], int]] = []

    def _put(self, text: str, slot: int, parent: etree._Element) -> None:
        assert self._block is not None, "text is read inside a text element, which is a block"
        self._block.pieces.append(Piece(self._length, slot, parent))
        self._parts.append(text)
        self._length += len(text)

    def _enter(self, owner: etree._Element) -> None:
        self._waiting.append((self._block, self._parts, self._length))
        self._block, self._parts, self._length = Block(owner), [], 0
        self.reading.blocks.append(self._block)

    def _leave(self, name: str) -> None:
        assert self._block is not None, "a block is left that has been entered"
        self._block.text = "".join(self._parts)
        self._block, self._parts, self._length = self._waiting.pop()
        if self._block is not None and name != "note":
            # What comes after a list inside a paragraph begins anew; a note interrupts nothing.
            self._put("\n\n", -1, self._block.owner)

    def look_for_text(self, element: etree._Element) -> None:
        """Read each text element at or below ``element``; of what stands beside it only slots are counted."""
        self.slot += 1
        if element.tag == _TEXT:
            self._enter(element)
            self._read(element, "text", "", "")
            self._leave("text")
        elif isinstance(element.tag, str):
            if next(element.iter(_TEXT), None) is None:
                self.slot += int(_slots_within(element)) - 1
                return
            for child in element:
                self.look_for_text(child)
            self.slot += 1

    def _read(self, element: etree._Element, name: str, before: str, after: str) -> None:
        """Read what an element holds; ``slot`` is past its start tag."""
        if before:
            self._put(before, -1, element)
        spaceless = name in _WITHOUT_SPACE
        if (text := element.text) and not (spaceless and not text.strip()):
            self._put(text, self.slot, element)
        for child in element:
            self.slot += 1
            if child_name := local_name(child):
                if _is_read(child, child_name, name):
                    self._read_child(child, child_name, name)
                else:
                    self._pass_over(child)
            if (text := child.tail) and not (spaceless and not text.strip()):
                self._put(text, self.slot, element)
        if after:
            self._put(after, -1, element)
        self.slot += 1

    def _read_child(self, element: etree._Element, name: str, above: str) -> None:
        is_block = _is_block(element, name, above)
        if is_block:
            self._enter(element)
        found = self._list_for(element, name)
        if found is None:
            self._read(element, name, *_delimiters(element, name))
        else:
            place, start, block = len(found), self._length, self._block
            self._read(element, name, *_delimiters(element, name))
            # Names within this one end before it and come after it.
            found.insert(place, TaggedName(element, block, start, self._length))
        if is_block:
            self._leave(name)

    def _pass_over(self, element: etree._Element) -> None:
        """Count the slots of an element that is not read, and note the names in it."""
        for inner in element.iter(etree.Element):
            if (found := self._list_for(inner, local_name(inner))) is not None:
                found.append(TaggedName(inner, None, self._length, self._length))
        self.slot += int(_slots_within(element)) - 1

    def _list_for(self, element: etree._Element, name: str) -> list[TaggedName] | None:
        if name in NAME_ELEMENTS:
            return self.reading.names
        is_term = name == "note" and element.get("subtype") == "source-term"
        return self.reading.terms if is_term else None


_TEXT: Final = tei("text")
_slots_within: Final = etree.XPath(
    "2 * count(descendant-or-self::*) + count(descendant::comment() | descendant::processing-instruction())"
)


def _is_read(element: etree._Element, name: str, above: str) -> bool:
    if name in _SKIPPED or (name == "pc" and element.get("force") == "weak"):
        return False
    if above == "choice" and name in _CHOSEN:
        return all(local_name(other) != _CHOSEN[name] for other in element.itersiblings()) and all(
            local_name(other) != _CHOSEN[name] for other in element.itersiblings(preceding=True)
        )
    return name != "del" and not (name in ("rdg", "rdgGrp") and above == "app")


def _is_block(element: etree._Element, name: str, above: str) -> bool:
    if name in _ALWAYS_BLOCKS or (above in _PARENTS_OF_BLOCKS and name != "lb"):
        return True
    return name == "note" and element.get("type") in NOTES_APART


def _delimiters(element: etree._Element, name: str) -> tuple[str, str]:
    if name == "lb":
        return ("", "") if element.get("break") == "no" else (" ", "")
    return delimiters(element.get("rend"))


def read(root: etree._Element) -> Reading:
    """Return the blocks and the names of a TEI document."""
    reader = _Reader()
    reader.look_for_text(root)
    reader.reading.blocks = [block for block in reader.reading.blocks if block.text.strip()]
    return reader.reading
