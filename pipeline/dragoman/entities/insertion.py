"""Where in a file the tags of a name go, so that it stays well-formed and no other byte changes."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence

from lxml import etree

from dragoman.entities.reading import Block
from dragoman.entities.tokens import CLOSED_ELEMENTS
from dragoman.tei.edit import Edit
from dragoman.tei.scan import Scan, ScannedElement, ScannedText, character_offsets, scan


class Placement:
    """The places of one file: of its elements, and of each character of its blocks."""

    def __init__(self, text: str, root: etree._Element) -> None:
        self.text = text
        self.scan: Scan = scan(text)
        self._runs: dict[int, list[ScannedText]] = defaultdict(list)
        for run in self.scan.texts:
            self._runs[run.slot].append(run)
        self._root = root
        self._index: dict[etree._Element, int] = {}
        self._offsets: dict[int, Sequence[int]] = {}
        self._closed: dict[int, bool] = {}
        self._barriers = [element.start for element in self.scan.elements if self._is_barrier(element)]
        name = self.scan.elements[0].name
        self.prefix = name[: name.index(":") + 1] if ":" in name else ""

    def _is_barrier(self, element: ScannedElement) -> bool:
        """Return True for the header of a telegram's section: its addresses may not stand in a name."""
        if element.name.rpartition(":")[2] != "fw" or "type" not in element.attributes:
            return False
        _, start, end = element.attributes["type"]
        return self.text[start:end] == "section-header"

    def start_of(self, block: Block, offset: int) -> int:
        """Return the file offset of the character of a block; it has to stand in the file."""
        piece = block.piece_at(offset)
        return self._of_slot(piece.slot)[offset - piece.start]

    def _of_slot(self, slot: int) -> Sequence[int]:
        if slot not in self._offsets:
            found: Sequence[int] = ()
            for run in self._runs[slot]:
                offsets = character_offsets(self.text, run)
                found = [*found[:-1], *offsets] if found else offsets
            self._offsets[slot] = found
        return self._offsets[slot]

    def range_of(self, block: Block, start: int, end: int) -> tuple[int, int] | None:
        """Return the range of the file to put tags round for [start, end) of a block.

        Where the whole cannot be tagged, because an element begins inside the name and ends
        outside it or the header of a section stands in it, the range is that of the longest part
        that lies in one element. None where no tag may stand.
        """
        whole = self._range(block, start, end)
        if whole is not None:
            return whole
        parts: list[tuple[int, int, int]] = []
        for piece, first, last in block.pieces_between(start, end):
            stripped = block.text[first:last].strip(" \t\r\n-–,.")
            if piece.slot >= 0 and stripped:
                begin = first + block.text[first:last].index(stripped)
                parts.append((len(stripped), begin, begin + len(stripped)))
        for _, first, last in sorted(parts, reverse=True):
            part = self._range(block, first, last)
            if part is not None:
                return part
        return None

    def _range(self, block: Block, start: int, end: int) -> tuple[int, int] | None:
        first, last = block.piece_at(start), block.piece_at(end - 1)
        if first.slot < 0 or last.slot < 0:
            return None
        if any(run.is_cdata for slot in (first.slot, last.slot) for run in self._runs[slot]):
            return None
        begin = self.start_of(block, start)
        finish = self._of_slot(last.slot)[end - last.start]
        if first.slot == last.slot:
            return self._permitted(self._runs[first.slot][0].parent, begin, finish)
        elements = self.scan.elements
        above, beneath = self._runs[first.slot][0].parent, self._runs[last.slot][0].parent
        shared = set(self._ancestors(above)) & set(self._ancestors(beneath))
        while above not in shared:
            if self.text[elements[above].start_tag_end : begin]:
                return None
            begin, above = elements[above].start, elements[above].parent
        while beneath not in shared:
            if self.text[finish : elements[beneath].end_tag]:
                return None
            finish, beneath = elements[beneath].end, elements[beneath].parent
        if above != beneath:
            # One end stands higher than the other: climb from the lower one to the same parent.
            while above != beneath and self._depth(above) > self._depth(beneath):
                if self.text[elements[above].start_tag_end : begin]:
                    return None
                begin, above = elements[above].start, elements[above].parent
            while above != beneath and self._depth(beneath) > self._depth(above):
                if self.text[finish : elements[beneath].end_tag]:
                    return None
                finish, beneath = elements[beneath].end, elements[beneath].parent
            if above != beneath:
                return None
        return self._permitted(above, begin, finish)

    def _permitted(self, above: int, begin: int, finish: int) -> tuple[int, int] | None:
        """Return a range whose ends lie in one element, or None where no tag may stand there."""
        at = bisect_left(self._barriers, begin)
        if at < len(self._barriers) and self._barriers[at] < finish:
            return None
        if above not in self._closed:
            names = {self.scan.elements[index].name.rpartition(":")[2] for index in self._ancestors(above)}
            self._closed[above] = not names.isdisjoint(CLOSED_ELEMENTS)
        return None if self._closed[above] else (begin, finish)

    def _ancestors(self, index: int) -> list[int]:
        found = []
        while index >= 0:
            found.append(index)
            index = self.scan.elements[index].parent
        return found

    def _depth(self, index: int) -> int:
        return len(self._ancestors(index))

    def attribute(self, element: etree._Element, attributes: str) -> Edit:
        """Return the edit that gives an element that stands in the file further attributes."""
        scanned = self._scanned(element)
        at = scanned.start + 1 + len(scanned.name)
        return Edit(at, at, attributes)

    def place_of(self, element: etree._Element) -> tuple[int, int]:
        """Return line and column of an element."""
        return self.scan.line_column(self._scanned(element).start)

    def _scanned(self, element: etree._Element) -> ScannedElement:
        if not self._index:
            self._index = {one: number for number, one in enumerate(self._root.iter(etree.Element))}
        return self.scan.elements[self._index[element]]
