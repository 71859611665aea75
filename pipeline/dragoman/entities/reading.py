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
from functools import cache
from operator import itemgetter
from typing import Final, NamedTuple

from lxml import etree

from dragoman.tei.delimiters import delimiters
from dragoman.tei.ns import local_name, local_part, tei
from dragoman.tei.readings import CONTAINERS

NAME_ELEMENTS: Final = frozenset(("persName", "placeName", "orgName", "rs"))

_SKIPPED: Final = frozenset(
    ("fw", "pb", "cb", "gb", "milestone", "surplus", "index", "certainty", "respons", "precision", "anchor")
)
_CHOSEN: Final = {"sic": "corr", "orig": "reg", "abbr": "expan"}
# Whether these are read, `_is_read` has to say.
_AT_TIMES_READ: Final = frozenset(("pc", "del", "rdg", "rdgGrp", *_CHOSEN))
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


_START: Final = itemgetter(0)


@dataclass(slots=True, eq=False)
class Block:
    """A paragraph, heading, item, line of an address: a unit that no name runs across.

    places: start, slot and parent of each `Piece` (registers ask for none, and a tuple is made sooner).
    """

    owner: etree._Element
    text: str = ""
    places: list[tuple[int, int, etree._Element]] = field(default_factory=list)

    @property
    def pieces(self) -> Iterator[Piece]:
        """The pieces of the text, in their order."""
        return map(Piece._make, self.places)

    def piece_at(self, offset: int) -> Piece:
        """Return the piece that holds the character at ``offset``."""
        places = self.places
        index = 0 if len(places) == 1 else bisect.bisect_right(places, offset, key=_START) - 1
        return Piece._make(places[index])

    def pieces_between(self, start: int, end: int) -> Iterator[tuple[Piece, int, int]]:
        """Yield the pieces of [start, end) with the range of each, in block offsets."""
        places = self.places
        index = bisect.bisect_right(places, start, key=_START) - 1
        for at in range(max(index, 0), len(places)):
            piece = Piece._make(places[at])
            if piece.start >= end:
                return
            after = places[at + 1][0] if at + 1 < len(places) else len(self.text)
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


class _Named(NamedTuple):
    """What the name of an element says of how it is read.

    is_certain:   it is read whatever its attributes and its place;
    is_block:     it is a block wherever it stands; holds_blocks: so is what stands in it, but for ``lb``;
    is_spaceless: white space alone is no text in it;
    is_name:      it is a name element.
    """

    name: str
    is_certain: bool
    is_block: bool
    holds_blocks: bool
    is_spaceless: bool
    is_name: bool


# Most elements of a document are of a dozen names.
@cache
def _named(tag: str) -> _Named:
    name = local_part(tag)
    return _Named(
        name,
        name not in _SKIPPED and name not in _AT_TIMES_READ,
        name in _ALWAYS_BLOCKS,
        name in _PARENTS_OF_BLOCKS,
        name in _WITHOUT_SPACE,
        name in NAME_ELEMENTS,
    )


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
        self._block.places.append((self._length, slot, parent))
        self._parts.append(text)
        self._length += len(text)

    def _enter(self, owner: etree._Element) -> None:
        self._waiting.append((self._block, self._parts, self._length))
        self._block, self._parts, self._length = Block(owner, "", []), [], 0
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
            self._read(element, _named(_TEXT), "", "")
            self._leave("text")
        elif isinstance(element.tag, str):
            if next(element.iter(_TEXT), None) is None:
                self.slot += int(_slots_within(element)) - 1
                return
            for child in element:
                self.look_for_text(child)
            self.slot += 1

    def _read(self, element: etree._Element, own: _Named, before: str, after: str) -> None:
        """Read what an element holds; ``slot`` is past its start tag."""
        if before:
            self._put(before, -1, element)
        if (text := element.text) and not (own.is_spaceless and text.isspace()):
            self._put(text, self.slot, element)
        # Two elements of three have no children, and to see that takes less than to begin with them.
        if len(element):
            for child in element:
                self.slot += 1
                tag = child.tag
                if isinstance(tag, str):
                    self._read_child(child, _named(tag), own)
                if (text := child.tail) and not (own.is_spaceless and text.isspace()):
                    self._put(text, self.slot, element)
        if after:
            self._put(after, -1, element)
        self.slot += 1

    def _read_child(self, element: etree._Element, own: _Named, above: _Named) -> None:
        name = own.name
        if not (own.is_certain or _is_read(element, name, above.name)):
            self._pass_over(element)
            return
        is_note = name == "note"
        is_block = (
            own.is_block
            or (above.holds_blocks and name != "lb")
            or (is_note and element.get("type") in NOTES_APART)
        )
        if is_block:
            self._enter(element)
        before, after = delimiters(rend) if (rend := element.get("rend")) else ("", "")
        if name == "lb":
            before, after = "" if element.get("break") == "no" else " ", ""
        found = self._list_for(element, own) if own.is_name or is_note else None
        if found is None:
            self._read(element, own, before, after)
        else:
            place, start, block = len(found), self._length, self._block
            self._read(element, own, before, after)
            # Names within this one end before it and come after it.
            found.insert(place, TaggedName(element, block, start, self._length))
        if is_block:
            self._leave(name)

    def _pass_over(self, element: etree._Element) -> None:
        """Count the slots of an element that is not read, and note the names in it."""
        for inner in element.iter(etree.Element):
            if (found := self._list_for(inner, _named(str(inner.tag)))) is not None:
                found.append(TaggedName(inner, None, self._length, self._length))
        self.slot += int(_slots_within(element)) - 1 if len(element) else 1

    def _list_for(self, element: etree._Element, own: _Named) -> list[TaggedName] | None:
        if own.is_name:
            return self.reading.names
        is_term = own.name == "note" and element.get("subtype") == "source-term"
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


def read(root: etree._Element) -> Reading:
    """Return the blocks and the names of a TEI document."""
    reader = _Reader()
    reader.look_for_text(root)
    reader.reading.blocks = [block for block in reader.reading.blocks if block.text.strip()]
    return reader.reading
