"""A saved web page as a carrier: the lines that a reader sees, site chrome included."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final
from xml.etree.ElementTree import Element

from dragoman.convert.carriers.html_attributes import said_by_attributes
from dragoman.convert.carriers.html_boxes import Boxes, boxes_of
from dragoman.convert.carriers.html_lines import IN_ITEM, Lines
from dragoman.convert.carriers.html_parts import (
    beside_the_text,
    hidden_names,
    is_hidden,
    is_label,
    is_raised,
    is_way_back,
    list_number,
    list_style,
    raised_mark,
)
from dragoman.convert.carriers.html_sides import Sides, rows_of_sides, sides_of
from dragoman.convert.carriers.html_tables import Grid, grid_of, sets_lines
from dragoman.convert.carriers.html_tree import refuse_what_has_no_end, tree_of
from dragoman.convert.carriers.html_words import BLOCKS, name_of, words_of
from dragoman.convert.carriers.model import ENCODING, Carried, LedgerItem, carried
from dragoman.convert.carriers.text import read_text
from dragoman.diagnostics import Diagnostic, Place

_DECLARED: Final = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?([\w.:-]{2,40})", re.IGNORECASE)

# Elements whose content is no text of the page.
_NO_TEXT: Final = {
    "head": "head of the page",
    "script": "script",
    "style": "style",
    "template": "template",
    "noscript": "alternative without scripts",
    "iframe": "frame",
    "object": "object",
    "video": "video",
    "audio": "audio",
    "canvas": "canvas",
    "svg": "drawing",
    "select": "choice of a form",
    "datalist": "choice of a form",
    "button": "button",
    "textarea": "field of a form",
}
_SEEN_WITHOUT_WORDS: Final = frozenset(("iframe", "object", "video", "audio", "canvas", "svg"))
_NO_WORDS_OF_THEIR_OWN: Final = frozenset(("html", "table", "tr", "tbody", "ul", "ol"))
_STRUCK: Final = frozenset(("del", "s", "strike"))
_FORMATTING: Final = frozenset("b strong i em u ins sub sup mark small".split())
_ROW_GROUPS: Final = frozenset(("thead", "tbody", "tfoot"))
_NAVIGATION: Final = frozenset(("nav", "header", "footer"))
_PAGE_BREAK: Final = re.compile(r"(?:page-)?break-before\s*:\s*(?:always|page)", re.IGNORECASE)


def read_html(octets: bytes, name: str) -> Carried:
    """Return the text of a web page: blocks parted by blank lines, list items with a bullet, cells by tabs.

    Errors: UnusableInput where the page is empty, its encoding unknown, its elements nested without end or
    their attributes without number.
    """
    page, encoding, diagnostics = _decoded(octets, name)
    refuse_what_has_no_end(page, name)
    reader = _Reader()
    if "\0" in page:
        lost = LedgerItem("character", f"U+0000, {page.count(chr(0))} times", "page", "is no text of a page")
        reader.ledger.append(lost)
    reader.read(tree_of(page.replace("\0", "")))
    return carried(octets, name, "html", reader.lines.text(), encoding, reader.ledger, diagnostics)


def _decoded(octets: bytes, name: str) -> tuple[str, str, list[Diagnostic]]:
    """Return the page, decoded as it declares if it can be, and otherwise as its bytes look."""
    declared = _DECLARED.search(octets[:4096])
    if declared is not None and octets[:2] not in (b"\xff\xfe", b"\xfe\xff"):
        try:
            codec = codecs.lookup(declared[1].decode("ascii", "replace"))
            return octets.decode(codec.name), codec.name, []
        except (LookupError, UnicodeDecodeError):
            hint = "check the words beyond ASCII"
            wrong = ENCODING.at(Place(name), "the page is not in the encoding that it declares", hint)
            text = read_text(octets, name)
            return text.source.text, text.source.encoding, [wrong, *text.diagnostics]
    try:
        return octets.decode("utf-8-sig"), "utf-8", []
    except UnicodeDecodeError:
        text = read_text(octets, name)
    return text.source.text, text.source.encoding, [d for d in text.diagnostics if d.code == ENCODING.code]


@dataclass(slots=True)
class _Frame:
    """An element that is being read: its place, its children still to come, what holds within it.

    sets_lines: it is, or stands in, a table whose cells hold lines and blocks of a page;
    sides: the texts of its columns, where they are a text and its translation.
    """

    element: Element
    place: str
    children: Iterator[Element]
    counts: dict[str, int]
    in_navigation: bool
    keeps_space: bool
    in_item: bool = False
    in_cell: bool = False
    depth: int = 0
    number: int = 0
    step: int = 1
    style: str = ""
    grid: Grid | None = None
    sets_lines: bool = False
    sides: list[str] = field(default_factory=list)


class _Reader:
    """Walks a page without recursion: saved pages nest deeper than Python's stack."""

    def __init__(self) -> None:
        self.lines = Lines()
        self.ledger: list[LedgerItem] = []
        self._outside: dict[int, str] = {}
        self._hidden: frozenset[str] = frozenset()
        self._boxes = Boxes(frozenset(), frozenset(), {})
        self._sides = Sides(frozenset(), frozenset(), frozenset())
        self._outer: list[Lines] = []

    def read(self, document: Element) -> None:
        """Read the page from what holds its ``html`` element and the comments around it."""
        for around in document:
            if not isinstance(around.tag, str):
                self._comment(around, "page")
        root = next(one for one in document if name_of(one) == "html")
        self._outside = beside_the_text(root)
        self._hidden = hidden_names(root)
        self._boxes = boxes_of(root)
        self._sides = sides_of(root)
        self._attributes("html", root, "html")
        stack = [_Frame(root, "html", iter(root), {}, False, False)]
        while stack:
            frame = stack[-1]
            child = next(frame.children, None)
            if child is None:
                stack.pop()
                self._end(frame)
                if id(frame.element) in self._sides.columns:
                    stack[-1].sides.append(self.lines.text())
                    self.lines = self._outer.pop()
                elif frame.sides:
                    self._put_sides(frame)
            else:
                opened = self._child(frame, child)
                if opened is not None:
                    stack.append(opened)
                    continue
                self._tail(frame, child)
            if child is None and stack:
                self._tail(stack[-1], frame.element)

    def _put_sides(self, frame: _Frame) -> None:
        """Put two columns into the text, paragraph beside paragraph."""
        reason = "are a text and its translation; each paragraph stands behind a tab beside the other's"
        self._note("columns", f"{len(frame.sides)} columns", frame.place, reason)
        for row in rows_of_sides(frame.sides):
            self.lines.gap("\n\n")
            self.lines.add(row, keeps_space=True)
        self.lines.gap("\n\n")

    def _tail(self, frame: _Frame, element: Element) -> None:
        tail = element.tail or ""
        # Between items and rows blanks are for the look of the file; words are shown there too.
        if tail.strip() or name_of(frame.element) not in _NO_WORDS_OF_THEIR_OWN:
            self.lines.add(tail, frame.keeps_space)

    def _child(self, frame: _Frame, child: Element) -> _Frame | None:
        """Begin a child and return its frame, or account for it and return None."""
        if not isinstance(child.tag, str):
            self._comment(child, frame.place)
            return None
        name = name_of(child)
        frame.counts[name] = frame.counts.get(name, 0) + 1
        place = f"{frame.place}/{name}[{frame.counts[name]}]" if name != "body" else "body"
        if name in _NO_TEXT:
            if name == "head":
                self._head(child)
                return None
            if (words := words_of(child)) or name in _SEEN_WITHOUT_WORDS:
                self._note(_NO_TEXT[name], words, place, "is no text")
            self._within(child, place)
            return None
        if id(child) in self._outside:
            self._note(self._outside[id(child)], words_of(child), place, "stands beside the text of the page")
            self._within(child, place)
            return None
        if is_way_back(child):
            self._within(child, place)
            return None
        if name in _STRUCK:
            self._note("deletion", words_of(child), place, "is struck out and not in the text")
            self._within(child, place)
            return None
        if is_raised(child) and (raised := raised_mark(words_of(child), self.lines.last())):
            self._note("formatting", f"{name}: {words_of(child)}", place, f"is raised; the text has {raised}")
            self._within(child, place)
            self.lines.add(raised)
            return None
        if is_hidden(child, self._hidden):
            self._note("hidden text", words_of(child), place, "is not shown to readers")
            self._within(child, place)
            return None
        self._attributes(name, child, place)
        in_navigation = (
            frame.in_navigation or name in _NAVIGATION or child.get("role") in ("navigation", "banner")
        )
        opened = _Frame(
            child,
            place,
            iter(child),
            {},
            in_navigation,
            keeps_space=frame.keeps_space or name == "pre",
            in_item=(frame.in_item or name == "li") and name not in ("ul", "ol"),
            in_cell=frame.in_cell or (name in ("td", "th") and frame.grid is not None),
            depth=frame.depth + (name in ("ul", "ol")),
            grid=frame.grid,
            sets_lines=frame.sets_lines,
        )
        if _PAGE_BREAK.search(child.get("style", "")):
            self.lines.break_page()
        if id(child) in self._sides.columns:
            self._outer.append(self.lines)
            self.lines = Lines()
        if name == "table" and id(child) in self._sides.tables:
            opened.grid, opened.sets_lines = None, True
        elif name == "table":
            opened.grid = self._grid(child, place)
            opened.sets_lines = opened.grid is None and sets_lines(child)
        elif name == "ol":
            self._number_items(opened, child)
        if name == "li" and not in_navigation:
            self._begin_item(frame, child, place)
        else:
            self._begin(name, frame, child)
        if child.text:
            self.lines.add(child.text, opened.keeps_space)
        return opened

    def _within(self, element: Element, place: str) -> None:
        """Account for what an element holds besides its words, where these are not read one by one."""
        for one in element.iter():
            if not isinstance(one.tag, str):
                self._comment(one, place)
                continue
            for kind, text, reason in said_by_attributes(one, is_read=False):
                self._note(kind, text, place, reason)

    def _comment(self, comment: Element, place: str) -> None:
        self._note("comment", (comment.text or "").strip(), f"{place}/comment()", "is no text of the page")

    def _grid(self, table: Element, place: str) -> Grid | None:
        grid = grid_of(table)
        if grid is not None:
            size = f"{grid.rows} rows, {grid.columns} columns"
            self._note(
                "table", size, place, "has a line for each row in the text, and tabs between its cells"
            )
        return grid

    def _number_items(self, frame: _Frame, element: Element) -> None:
        """Find out with which number an ordered list begins, and how it goes on."""
        frame.style = list_style(element)
        frame.step = -1 if "reversed" in element.attrib else 1
        first = sum(name_of(item) == "li" for item in element) if frame.step < 0 else 1
        frame.number = _integer(element.get("start"), first) - frame.step

    def _begin_item(self, frame: _Frame, item: Element, place: str) -> None:
        """Begin an item of a list with a bullet, or with the number that a browser gives it."""
        depth = max(1, frame.depth)
        if name_of(frame.element) != "ol":
            self.lines.begin_item("•", depth)
            return
        frame.number = _integer(item.get("value"), frame.number + frame.step)
        if frame.style == "none":
            self.lines.gap("\n\n")
            return
        mark = list_number(frame.number, frame.style)
        self._note("numbering", mark, place, "is a number of the browser's making, written into the text")
        self.lines.begin_item(mark, depth)

    def _begin(self, name: str, frame: _Frame, element: Element) -> None:
        is_box = id(element) in self._boxes.begin
        if frame.in_cell:
            # What stands in a cell stays in its line.
            self.lines.gap(" " if is_box or name in BLOCKS or name in ("br", "li") else "")
        elif name == "br":
            self.lines.break_line()
        elif name == "tr":
            self.lines.gap("\n\n" if frame.sets_lines else "\n")
        elif name in ("td", "th"):
            is_first = frame.counts.get("td", 0) + frame.counts.get("th", 0) == 1
            if frame.sets_lines:
                self.lines.gap("\n")
            else:
                self.lines.tab(frame.grid.tabs.get(id(element), 0) if frame.grid else int(not is_first))
        elif name == "dd":
            self.lines.gap("\n")
        elif name in BLOCKS and not (frame.grid and name in _ROW_GROUPS):
            # What an item of a list holds stays together.
            self.lines.gap(IN_ITEM if frame.in_item and name not in ("ul", "ol") else "\n\n")
        elif is_box:
            self.lines.gap(IN_ITEM if frame.in_item else "\n")

    def _end(self, frame: _Frame) -> None:
        name = name_of(frame.element)
        if name == "li":
            self.lines.end_item()
        if is_label(frame.element) or (frame.grid and id(frame.element) in frame.grid.labels):
            self._end_label(frame)
        elif frame.in_cell and name not in ("td", "th"):
            is_box = name in BLOCKS or id(frame.element) in self._boxes.end
            self.lines.gap(" " if is_box else "")
        elif name == "tr" and frame.grid is not None:
            self.lines.end_row(frame.grid.after.get(id(frame.element), 0))
        elif name in ("tr", "dd"):
            self.lines.gap("\n\n" if frame.sets_lines and name == "tr" else "\n")
        elif name in BLOCKS and not (frame.grid and name in _ROW_GROUPS):
            self.lines.gap(IN_ITEM if frame.in_item and name != "li" else "\n\n")
        elif id(frame.element) in self._boxes.end:
            self.lines.gap(IN_ITEM if frame.in_item else "\n")

    def _end_label(self, frame: _Frame) -> None:
        """End what names the value that follows: with a colon, which tells it from a line of the text."""
        words = words_of(frame.element)
        if words and words[-1].isalnum():
            self.lines.add(":")
            self._note("label", words, frame.place, "has a colon in the text, for its value follows")
        if not frame.in_cell:
            self.lines.gap("\n")

    def _attributes(self, name: str, element: Element, place: str) -> None:
        if name in _FORMATTING:
            self._note("formatting", f"{name}: {words_of(element)}", place, "is text without its look")
        if touching := self._boxes.touching.get(id(element)):
            self._note("place", touching, place, "touch in the file and stand apart in the text")
        for kind, text, reason in said_by_attributes(element, is_read=True):
            self._note(kind, text, place, reason)

    def _head(self, head: Element) -> None:
        for at, child in enumerate(head, 1):
            place = f"head/*[{at}]"
            if words := words_of(child):
                self._note(name_of(child), words, place, "stands in the head of the page")
            self._within(child, place)

    def _note(self, kind: str, text: str, place: str, reason: str) -> None:
        self.ledger.append(LedgerItem(kind, text, place, reason))


def _integer(value: str | None, otherwise: int) -> int:
    plain = (value or "").strip()
    return int(plain) if re.fullmatch(r"-?[0-9]{1,6}", plain) else otherwise
