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
from dataclasses import dataclass, field, replace
from operator import attrgetter
from typing import Final

from lxml import etree

from dragoman.tei.delimiters import delimiters
from dragoman.tei.ns import local_name, tei
from dragoman.tei.views import CONTAINERS

NAME_ELEMENTS: Final = frozenset(("persName", "placeName", "orgName", "rs"))

_SKIPPED: Final = frozenset(
    ("fw", "pb", "cb", "gb", "milestone", "surplus", "index", "certainty", "respons", "precision", "anchor")
)
_CHOSEN: Final = {"sic": "corr", "orig": "reg", "abbr": "expan"}
_PARENTS_OF_BLOCKS: Final = frozenset((*CONTAINERS, "opener", "closer", "bibl"))
_ALWAYS_BLOCKS: Final = frozenset(("p", "ab", "head", "item", "speaker"))
# Notes that interrupt a sentence without belonging to it. An operator's note stands between the
# sections of a telegram, in the middle of a word if need be.
_NOTES_APART: Final = ("editor", "author", "transmission")
_SPACELESS: Final = frozenset(("choice", "subst", "app"))


@dataclass(frozen=True, slots=True)
class Piece:
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


@dataclass(frozen=True, slots=True)
class TaggedName:
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
    """Walks a document once; ``slot`` counts as `dragoman.tei.scan.scan` does."""

    def __init__(self) -> None:
        self.reading = Reading()
        self.slot = 0
        self._open: list[tuple[Block, list[str], int]] = []

    def _put(self, text: str | None, slot: int, parent: etree._Element) -> None:
        if text:
            block, parts, length = self._open[-1]
            block.pieces.append(Piece(length, slot, parent))
            parts.append(text)
            self._open[-1] = (block, parts, length + len(text))

    def _enter(self, owner: etree._Element) -> None:
        block = Block(owner)
        self.reading.blocks.append(block)
        self._open.append((block, [], 0))

    def _leave(self) -> None:
        block, parts, _ = self._open.pop()
        block.text = "".join(parts)
        if self._open and local_name(block.owner) != "note":
            # What comes after a list inside a paragraph begins anew; a note interrupts nothing.
            self._put("\n\n", -1, self._open[-1][0].owner)

    def _list_for(self, element: etree._Element, name: str) -> list[TaggedName] | None:
        if name in NAME_ELEMENTS:
            return self.reading.names
        is_term = name == "note" and element.get("subtype") == "source-term"
        return self.reading.terms if is_term else None

    def walk(self, element: etree._Element, is_read: bool, is_within: bool) -> None:
        self.slot += 1
        name = local_name(element)
        if not name:
            return
        before = after = ""
        is_block = False
        if not is_within:
            is_within = is_read = element.tag == _TEXT
        else:
            if is_read:
                is_read = _is_read(element, name)
            if is_read:
                is_block = _is_block(element, name)
                before, after = _delimiters(element, name)
        if is_block or (is_within and not self._open):
            self._enter(element)
            is_block = True
        found, place = self._list_for(element, name) if is_within else None, 0
        if found is not None:
            place, start = len(found), self._open[-1][2]
            found.append(TaggedName(element, self._open[-1][0] if is_read else None, start, start))
        spaceless = name in CONTAINERS or name in _SPACELESS
        if is_read:
            self._put(before, -1, element)
            if not (spaceless and not (element.text or "").strip()):
                self._put(element.text, self.slot, element)
        for child in element:
            self.walk(child, is_read, is_within)
            if is_read and not (spaceless and not (child.tail or "").strip()):
                self._put(child.tail, self.slot, element)
        if is_read:
            self._put(after, -1, element)
        self.slot += 1
        if found is not None and is_read:
            found[place] = replace(found[place], end=self._open[-1][2])
        if is_block:
            self._leave()


_TEXT: Final = tei("text")


def _is_read(element: etree._Element, name: str) -> bool:
    if name in _SKIPPED or (name == "pc" and element.get("force") == "weak"):
        return False
    parent = element.getparent()
    above = local_name(parent) if parent is not None else ""
    if above == "choice" and name in _CHOSEN and parent is not None:
        return all(local_name(child) != _CHOSEN[name] for child in parent)
    return name != "del" and not (name in ("rdg", "rdgGrp") and above == "app")


def _is_block(element: etree._Element, name: str) -> bool:
    if name in _ALWAYS_BLOCKS:
        return True
    if name == "note" and element.get("type") in _NOTES_APART:
        return True
    parent = element.getparent()
    return parent is not None and local_name(parent) in _PARENTS_OF_BLOCKS and name != "lb"


def _delimiters(element: etree._Element, name: str) -> tuple[str, str]:
    if name == "lb":
        return ("", "") if element.get("break") == "no" else (" ", "")
    return delimiters(element.get("rend"))


def read(root: etree._Element) -> Reading:
    """Return the blocks and the names of a TEI document."""
    reader = _Reader()
    reader.walk(root, False, False)
    reader.reading.blocks = [block for block in reader.reading.blocks if block.text.strip()]
    return reader.reading
