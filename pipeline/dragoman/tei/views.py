"""Two ways to read a document's text: as the transcript has it, and as a reader wants it.

Both walk ``TEI/text`` in document order and remember, for every piece of text, where
in the tree it stands, so that an offset in a view leads back to a line and column of the file.
What is read of an element is said in `dragoman.tei.readings`.
"""

from __future__ import annotations

import bisect
import itertools
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import Final, NamedTuple

from lxml import etree

from dragoman.tei.delimiters import delimiters
from dragoman.tei.ns import XML_ID, local_part
from dragoman.tei.readings import AS_IT_IS, CONTAINERS, READING_RULE, SOURCE_RULE, WITHOUT_SPACE, Rule
from dragoman.tei.scan import Scan, characters

# Where the text lies; what else stands there (header, standOff) is passed over whole.
_ABOVE_TEXT: Final = frozenset(("TEI", "teiCorpus"))
_slots_within: Final = etree.XPath(
    "2 * count(descendant-or-self::*) + count(descendant::comment() | descendant::processing-instruction())"
)


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
    """What the tag of an element tells: see `CONTAINERS` and `WITHOUT_SPACE`."""

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
        known = self[tag] = _Known(way, name, name in CONTAINERS, name in WITHOUT_SPACE)
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
                    reads, opening, closing = (True, *delimiters(rend)) if rend else AS_IT_IS
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


_SOURCE_TAGS: Final = _Tags(SOURCE_RULE)
_READING_TAGS: Final = _Tags(READING_RULE)


def source_text(root: etree._Element) -> str:
    """Return the text of `source_view`, for who does not ask where its pieces stand."""
    parts: list[str] = []
    _look_for_words(root, _SOURCE_TAGS, parts.append)
    return "".join(parts)


def _look_for_words(element: etree._Element, tags: _Tags, take: Callable[[str], None]) -> None:
    known = tags[element.tag]
    if known.name == "text":
        _take_words(element, known, tags, take)
    elif known.name in _ABOVE_TEXT:
        for child in element:
            _look_for_words(child, tags, take)


def _take_words(element: etree._Element, known: _Known, tags: _Tags, take: Callable[[str], None]) -> None:
    """Take what `_Reader` takes, in four fifths of the time: every conversion is proved by it."""
    _, reading_of, line_end = tags.rule
    _, name, is_container, skips_space = known
    plain, line_ends, unread = _PLAIN, _LINE_END, _NOT_AT_ALL
    if is_container:
        take("\n")
    if (text := element.text) and not (skips_space and text.isspace()):
        take(text)
    for child in element:
        known = tags[child.tag]
        way = known.way
        if way is line_ends and child.text is None and not len(child):
            # Every second element of a telegram.
            take(line_end)
        elif way is not unread:
            reads, opening, closing = AS_IT_IS
            if way is not plain:
                reads, opening, closing = reading_of(child, known.name, name)
            elif rend := child.get("rend"):
                opening, closing = delimiters(rend)
            if reads:
                if opening:
                    take(opening)
                if known.skips_space or len(child):
                    _take_words(child, known, tags, take)
                elif text := child.text:
                    take(text)
                if closing:
                    take(closing)
        if is_container:
            take("\n")
        if (text := child.tail) and not (skips_space and text.isspace()):
            take(text)


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
