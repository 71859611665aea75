"""Exact places in an XML file: where each element, attribute and piece of text begins and ends.

lxml gives a tree and, of places, a line for each element. An editor needs the column
too, and a tool that changes only the bytes it must needs offsets. This scanner reads a
file that is well formed (`dragoman.tei.parse` has seen to that) and lists its elements in the
order in which lxml's ``root.iter()`` gives them, so that the two can be walked together.
"""

from __future__ import annotations

import bisect
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from html import unescape
from typing import Final, NamedTuple


@dataclass(slots=True)
class ScannedElement:
    """An element: offsets of its start tag [start, start_tag_end) and its end tag [end_tag, end).

    For an empty-element tag, ``start_tag_end == end_tag == end``. ``parent`` is the index of the
    parent in `Scan.elements`, -1 for the root. ``written`` is what stands between the name and the
    end of the start tag, and its offset.
    """

    name: str
    start: int
    start_tag_end: int
    parent: int
    written: tuple[str, int]
    end_tag: int = 0
    end: int = 0

    @property
    def attributes(self) -> dict[str, tuple[int, int, int]]:
        """By the name as written, the offsets of the name and of the value between its quotes."""
        text, offset = self.written
        places = {}
        # Read when they are asked for: of a file with a fault, those of one element are.
        for found in _ATTRIBUTE.finditer(text):
            group = 2 if found[2] is not None else 3
            places[found[1]] = (
                offset + found.start(1),
                offset + found.start(group),
                offset + found.end(group),
            )
        return places

    @property
    def is_empty_tag(self) -> bool:
        """True where the element is written as one tag, ``<lb/>``."""
        return self.end_tag == self.start_tag_end == self.end


class ScannedText(NamedTuple):
    """A run of characters or one CDATA section: [start, end) in the file, and whose child it is.

    ``after`` is the index of the element that the run follows within its parent (its tail),
    or -1 where it is the parent's first text. ``slot`` counts the tags, comments and
    instructions from the root's start tag to the run: it names one text or tail of lxml's tree,
    which may be several runs where CDATA sections stand in it.
    """

    start: int
    end: int
    parent: int
    after: int
    slot: int
    is_cdata: bool = False


@dataclass(slots=True)
class Scan:
    """The places of one file. Offsets count code points of ``text``."""

    text: str
    elements: list[ScannedElement]
    texts: list[ScannedText]
    _starts: list[int] = field(default_factory=list)

    def line_column(self, offset: int) -> tuple[int, int]:
        """Return line and column, from 1, of an offset."""
        if not self._starts:
            self._starts = [0, *(m.end() for m in re.finditer("\n", self.text))]
        line = bisect.bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1


_MARKUP: Final = re.compile(
    r"<!--.*?-->|<\?.*?\?>|<!\[CDATA\[(?P<cdata>.*?)\]\]>|</(?P<end>[^\s>]+)\s*>"
    r"|<(?P<name>[^\s/>!?]+)(?P<attributes>(?:[^>\"']|\"[^\"]*\"|'[^']*')*?)(?P<empty>/?)>",
    re.DOTALL,
)
_ATTRIBUTE: Final = re.compile(r"([^\s=]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)')")


def scan(text: str) -> Scan:
    """Return the places in a well-formed file without a document type declaration."""
    elements: list[ScannedElement] = []
    texts: list[ScannedText] = []
    open_elements: list[int] = []
    last_child: list[int] = [-1]
    at = slot = 0
    for match in _MARKUP.finditer(text):
        start, end = match.span()
        if start > at and open_elements:
            texts.append(ScannedText(at, start, open_elements[-1], last_child[-1], slot))
        at = end
        if match["name"] is not None:
            parent = open_elements[-1] if open_elements else -1
            written = match["attributes"], match.start("attributes")
            element = ScannedElement(match["name"], start, end, parent, written)
            index = len(elements)
            elements.append(element)
            last_child[-1] = index
            slot += 1
            if match["empty"]:
                element.end_tag = element.end = end
                slot += 1
            else:
                open_elements.append(index)
                last_child.append(-1)
        elif match["end"] is not None:
            element = elements[open_elements.pop()]
            last_child.pop()
            element.end_tag, element.end = start, end
            slot += 1
        elif match["cdata"] is None:
            slot += bool(open_elements)
        elif open_elements:
            inner = match.span("cdata")
            texts.append(ScannedText(*inner, open_elements[-1], last_child[-1], slot, True))
    return Scan(text, elements, texts)


def scan_start_tag(text: str, start: int) -> ScannedElement:
    """Return the element whose start tag begins at an offset; its parent and its end are not looked up."""
    match = _MARKUP.match(text, start)
    assert match is not None, f"no start tag at {start}"
    written = match["attributes"], match.start("attributes")
    return ScannedElement(match["name"], start, match.end(), -1, written)


_REFERENCE: Final = re.compile(r"&(?:#x?[0-9A-Fa-f]+|\w+);|\r\n?")


def character_offsets(text: str, run: ScannedText) -> Sequence[int]:
    """Return the file offset of each character of a run and that of its end, as `characters` does."""
    is_plain = text.find("&", run.start, run.end) < 0 and text.find("\r", run.start, run.end) < 0
    return range(run.start, run.end + 1) if is_plain else characters(text, run)[1]


def characters(text: str, run: ScannedText) -> tuple[str, list[int]]:
    """Return the characters of a run as a parser gives them, and the file offset of each.

    Character references and the five predefined entities count as one character, a
    carriage return with its line feed as one line feed. The list has one offset more:
    that of the end.
    """
    raw = text[run.start : run.end]
    if run.is_cdata and "\r" not in raw:
        return raw, list(range(run.start, run.end + 1))
    out: list[str] = []
    offsets: list[int] = []
    at = 0
    for match in _REFERENCE.finditer(raw):
        if run.is_cdata and raw[match.start()] == "&":
            continue
        out.append(raw[at : match.start()])
        offsets.extend(range(run.start + at, run.start + match.start()))
        out.append("\n" if raw[match.start()] == "\r" else unescape(match[0]))
        offsets.append(run.start + match.start())
        at = match.end()
    out.append(raw[at:])
    offsets.extend(range(run.start + at, run.end + 1))
    return "".join(out), offsets
