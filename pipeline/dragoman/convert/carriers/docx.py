"""A Word file as a carrier: its text with all changes accepted, its footnotes as numbered notes.

The numbers of lists are Word's making and written into the text, for a reader sees them. What stands in boxes
follows the paragraph to which it is anchored. Everything else beside the text is in the ledger.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import Final

from docx.document import Document
from docx.opc.part import Part
from lxml import etree

from dragoman.convert.carriers.docx_beside import beside_the_pages, parsed, running_heads
from dragoman.convert.carriers.docx_held import CHANGES, PICTURES, changed_by, held_by, held_within
from dragoman.convert.carriers.docx_numbering import Numbering, W
from dragoman.convert.carriers.docx_package import open_document
from dragoman.convert.carriers.docx_parts import (
    are_typed_lines,
    boxes_in,
    children,
    is_hidden,
    is_on,
    is_raised,
    local,
    looks_of,
    words_of,
)
from dragoman.convert.carriers.docx_tables import cells_of, has_translation, rows_of, width_of
from dragoman.convert.carriers.html_parts import raised_mark
from dragoman.convert.carriers.model import (
    ODD_PART,
    TRACKED_CHANGES,
    Carried,
    LedgerItem,
    carried,
)
from dragoman.diagnostics import Diagnostic, Place

_NOTES: Final = ("footnotes", "endnotes")
_CALLS: Final = ("footnoteReference", "endnoteReference")
# Elements that only wrap paragraphs or runs: content controls, insertions.
_WRAPPERS: Final = frozenset(("sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag"))
_MARK: Final = 12
_CHARACTERS: Final = {
    "tab": "\t",
    "br": "\n",
    "cr": "\n",
    "ptab": "\t",
    "noBreakHyphen": "\u2011",
    "softHyphen": "",
}


def read_docx(octets: bytes, name: str) -> Carried:
    """Return the text of a Word file: a blank line between paragraphs, tabs between cells.

    A footnote is ``[1]`` where it is called and ``[1] …`` at the end of the text.
    Errors: UnusableInput where the file is damaged or locked.
    """
    document, left_out = open_document(octets, name)
    reader = _Reader(document, name)
    text = reader.read()
    return carried(octets, name, "docx", text, "docx", reader.ledger, [*left_out, *reader.diagnostics])


class _Reader:
    """Walks the body of a document and its notes."""

    def __init__(self, document: Document, name: str) -> None:
        self._document = document
        self._name = name
        self.ledger: list[LedgerItem] = []
        self.diagnostics: list[Diagnostic] = []
        self._parts = self._related()
        self._roots: dict[str, etree._Element | None] = {}
        self._numbering = Numbering(self._root("numbering"), self._root("styles"))
        # Those of the part that is being read: each part counts its own.
        self._relations = document.part.rels
        self._notes: list[str] = []
        self._boxes: list[etree._Element] = []
        self._comment_places: dict[str, str] = {}
        self._place = "document"
        self._counts: dict[str, int] = {}

    def _related(self) -> dict[str, Part]:
        relations = self._document.part.rels.values()
        return {
            relation.reltype.rpartition("/")[2]: relation.target_part
            for relation in relations
            if not relation.is_external
        }

    def read(self) -> str:
        """Return the text of the document; fills the ledger."""
        body = self._document.element.body
        blocks = list(self._blocks(body, "paragraph"))
        notes = [f"[{number}] {text}" for number, text in enumerate(self._note_texts(), 1)]
        self._comments()
        for found in (*running_heads(self._document, self._name), *beside_the_pages(self._document)):
            if isinstance(found, LedgerItem):
                self.ledger.append(found)
            else:
                self.diagnostics.append(found)
        self._changes()
        if are_typed_lines(blocks):
            # An empty one is a blank line.
            return "\n".join((*blocks, *notes)) + "\n"
        return "\n\n".join((*blocks, *notes)) + "\n"

    def _blocks(self, parent: etree._Element, what: str) -> Iterator[str]:
        begun = ""
        for block in children(parent):
            kind = local(block)
            if kind in ("p", "tbl"):
                counted = what if kind == "p" else "table"
                self._counts[counted] = self._counts.get(counted, 0) + 1
                self._place = f"{counted} {self._counts[counted]}"
            if begun and kind in ("tbl", *_WRAPPERS):
                # Nothing follows with which it could go on.
                yield begun
                begun = ""
            if kind == "p":
                text = self._paragraph(block, begun)
                begun = text if block.find(f"{W}pPr/{W}rPr/{W}del") is not None else ""
                if not begun:
                    yield text
                yield from self._boxed()
            elif kind == "tbl":
                yield from self._table(block)
                yield from self._boxed()
            elif kind in _WRAPPERS:
                self._held(block)
                yield from self._blocks(block, what)
            else:
                self._unknown(block, "is no paragraph or table")
        if begun:
            yield begun

    def _unknown(self, element: etree._Element, reason: str) -> None:
        if words := words_of(element):
            self._note(local(element), words, reason)
        self._within(element)

    def _boxed(self) -> Iterator[str]:
        """Yield what stands in the boxes that were met, and forget them."""
        while self._boxes:
            box = self._boxes.pop(0)
            reason = "stands beside the text; its words follow the paragraph to which it is anchored"
            self._note("text box", words_of(box), reason)
            yield from self._blocks(box, "paragraph of boxes")

    # Tables

    def _table(self, table: etree._Element) -> Iterator[str]:
        """Yield a table as one block, a line for each row; one of a single column as what stands in it."""
        rows = rows_of(table)
        columns = max((sum(map(width_of, cells_of(row))) for row in rows), default=0)
        if columns == 1:
            size = f"{_counted(len(rows), 'row')}, 1 column"
            self._note("table", size, "is a frame; its paragraphs are in the text")
            for row in rows:
                for cell in () if self._is_struck(row) else cells_of(row):
                    yield from self._blocks(cell, "paragraph of tables")
            return
        if columns == 2 and has_translation(rows):
            reason = "is a text and its translation; each paragraph stands behind a tab beside the other's"
            self._note("table", f"{_counted(len(rows), 'row')}, 2 columns", reason)
            for row in rows:
                yield from self._pairs(row)
            return
        reason = "has a line for each row in the text, and tabs between its cells"
        self._note("table", f"{_counted(len(rows), 'row')}, {columns} columns", reason)
        yield "\n".join(self._rows(rows))

    def _rows(self, rows: Sequence[etree._Element]) -> Iterator[str]:
        for row in rows:
            if self._is_struck(row):
                continue
            texts: list[str] = []
            for cell in cells_of(row):
                words = " ".join(" ".join(self._cell(cell)).split())
                texts += [words, *[""] * (width_of(cell) - 1)]
            yield "\t".join(texts)

    def _is_struck(self, row: etree._Element) -> bool:
        struck = row.find(f"{W}trPr/{W}del")
        if struck is not None:
            said = f"{changed_by(struck)}: {words_of(row)}"
            self._note("deletion", said, "is a row that is not in the text")
            self._within(row)
        return struck is not None

    def _pairs(self, row: etree._Element) -> Iterator[str]:
        """Yield the paragraphs of the first cell of a row, each with that of the second beside it."""
        if self._is_struck(row):
            return
        sides = [[" ".join(text.split()) for text in self._cell(cell)] for cell in cells_of(row)]
        if len(sides) != 2:
            # A heading over both columns.
            yield from (text for side in sides for text in side if text)
            return
        left, right = (filter(None, side) for side in sides)
        for one, other in zip_longest(left, right, fillvalue=""):
            yield f"{one}\t{other}"

    def _cell(self, cell: etree._Element) -> list[str]:
        """Return the paragraphs of a cell."""
        texts: list[str] = []
        for block in children(cell):
            kind = local(block)
            if kind == "p":
                texts.append(self._paragraph(block))
            elif kind == "tbl":
                self._note("table", words_of(block), "stands in a cell of another; its rows are in the cell")
                texts.extend(self._rows(rows_of(block)))
            elif kind in _WRAPPERS:
                self._held(block)
                texts.extend(self._cell(block))
            else:
                self._unknown(block, "is no paragraph or table")
        texts.extend(self._boxed())
        return texts

    # Running text

    def _paragraph(self, paragraph: etree._Element, begun: str = "") -> str:
        """Return a paragraph with its number; ``begun``: what goes before it once its mark is struck out."""
        properties = paragraph.find(f"{W}pPr")
        if properties is not None and properties.find(f"{W}rPr/{W}del") is not None:
            # Its end is struck out: it is the beginning of the next, which has the number.
            return begun + self._line(paragraph)
        number = self._numbering.label(paragraph)
        page = "\f" if properties is not None and is_on(properties.find(f"{W}pageBreakBefore")) else ""
        if number is None:
            return page + begun + self._line(paragraph)
        reason = "is a number of Word's making, written into the text"
        if number.odd_format:
            reason += f" in figures (its format is {number.odd_format})"
        self._note("numbering", number.text, reason)
        return f"{page}{number.text}{number.gap}{begun}{self._line(paragraph)}".rstrip(" ")

    def _line(self, paragraph: etree._Element) -> str:
        pieces: list[str] = []
        pieces.extend(self._inline(paragraph, pieces))
        return "".join(pieces)

    def _inline(self, parent: etree._Element, before: Sequence[str]) -> Iterator[str]:
        """Yield the text within a paragraph; ``before`` is what has been read of it."""
        for child in children(parent):
            kind = local(child)
            if kind == "r":
                yield from self._run(child, before)
            elif kind in ("del", "moveFrom"):
                self._within(child)
            elif kind in _WRAPPERS or kind in ("hyperlink", "fldSimple", "dir", "bdo"):
                self._held(child)
                yield from self._inline(child, before)
            elif kind in ("oMath", "oMathPara"):
                self._note("formula", words_of(child), "is in the text as a row of signs")
                yield words_of(child)
            elif kind == "commentRangeStart":
                self._comment_places.setdefault(child.get(f"{W}id", ""), self._place)
            elif kind.endswith("Pr") or kind.startswith(("bookmark", "proof")):
                continue
            else:
                self._unknown(child, "is no text of the paragraph")

    def _run(self, run: etree._Element, before: Sequence[str]) -> Iterator[str]:
        words = words_of(run)
        if words and is_hidden(run):
            self._note("hidden text", words, "is not shown to readers")
            self._within(run)
            return
        # A mark that somebody chose stands in the run that calls its note.
        calls = any(local(child) in _CALLS for child in children(run))
        if not calls and is_raised(run) and (raised := raised_mark(words, "".join(before)[-_MARK:])):
            self._note("formatting", f"raised: {words}", f"is raised; the text has {raised}")
            self._within(run)
            yield raised
            return
        if words and (looks := looks_of(run)):
            self._note("formatting", f"{', '.join(looks)}: {words}", "is text without its look")
        has_own_mark = False
        for child in children(run):
            kind = local(child)
            if kind == "t" and has_own_mark:
                self._note("mark of a note", child.text or "", "is a number in the text")
            elif kind == "t":
                yield child.text or ""
            elif kind == "br" and child.get(f"{W}type") == "page":
                yield "\n\f"
            elif kind in _CHARACTERS:
                yield _CHARACTERS[kind]
            elif kind in _CALLS:
                has_own_mark = child.get(f"{W}customMarkFollows") in ("1", "true", "on")
                self._notes.append(f"{kind.removesuffix('Reference')}s {child.get(f'{W}id')}")
                yield f"[{len(self._notes)}]"
            elif kind == "ruby":
                yield from self._ruby(child, before)
            else:
                self._beside_run(kind, child)

    def _ruby(self, ruby: etree._Element, before: Sequence[str]) -> Iterator[str]:
        for part in children(ruby):
            if local(part) == "rubyBase":
                yield from self._inline(part, before)
            elif words_of(part):
                self._note("reading", words_of(part), "stands in small letters above the text")
                self._within(part)

    def _beside_run(self, kind: str, child: etree._Element) -> None:
        """Account for what a run holds besides text."""
        if kind == "commentReference":
            self._comment_places.setdefault(child.get(f"{W}id", ""), self._place)
        elif kind in PICTURES:
            self._boxes.extend(boxes_in(child))
        elif kind != "rPr" and words_of(child):
            self._note("box", words_of(child), "stands outside the run of the text")
            self._within(child)
            return
        self._held(child)

    def _held(self, element: etree._Element) -> None:
        """Account for what an element itself is that is no text."""
        for held in held_by(element, self._relations):
            self._note(*held)

    def _within(self, element: etree._Element) -> None:
        """Account for what an element holds whose words are not in the text."""
        for held in held_within(element, self._relations):
            self._note(*held)

    # What stands beside the text

    def _note_texts(self) -> Iterator[str]:
        """Yield the text of each note called in the text, in the order of the calls."""
        found: dict[str, etree._Element] = {}
        for part in _NOTES:
            root = self._root(part)
            for child in root.iterchildren() if root is not None else ():
                found[f"{part} {child.get(f'{W}id')}"] = child
        at = 0
        # A note can call another one, which is then appended while they are read.
        while at < len(self._notes):
            note = found.pop(self._notes[at]) if self._notes[at] in found else None
            if note is not None:
                self._relations = self._parts[self._notes[at].partition(" ")[0]].rels
            at += 1
            blocks = list(self._blocks(note, f"note {at}, paragraph")) if note is not None else []
            yield " ".join(" ".join(blocks).split())
        for key, uncalled in found.items():
            if uncalled.get(f"{W}type") is None:
                self._place = key
                self._relations = self._parts[key.partition(" ")[0]].rels
                if words := words_of(uncalled):
                    self._note("note", words, "is called nowhere")
                self._within(uncalled)

    def _root(self, part: str) -> etree._Element | None:
        if part in self._parts and part not in self._roots:
            try:
                self._roots[part] = parsed(self._parts[part].blob)
            except etree.XMLSyntaxError as error:
                self._roots[part] = None
                self.diagnostics.append(ODD_PART.at(Place(self._name), f"the {part} cannot be read: {error}"))
        return self._roots.get(part)

    def _comments(self) -> None:
        root = self._root("comments")
        for comment in root.iterchildren() if root is not None else ():
            self._relations = self._parts["comments"].rels
            identifier = comment.get(f"{W}id", "")
            self._place = self._comment_places.get(identifier, f"comment {identifier}")
            author = comment.get(f"{W}author", "somebody")
            self._note("comment", f"{author}: {words_of(comment)}", "is not in the text")
            self._within(comment)

    def _changes(self) -> None:
        roots = (self._document.element.body, *map(self._root, _NOTES))
        names = [f"{W}{name}" for name in CHANGES]
        changes = sum(1 for root in roots if root is not None for _ in root.iter(*names))
        if changes:
            message = f"{_counted(changes, 'tracked change')}: insertions are in the text, deletions are not"
            hint = "accept or reject the changes in Word, if you know what the author wanted"
            self.diagnostics.append(TRACKED_CHANGES.at(Place(self._name), message, hint))

    def _note(self, kind: str, text: str, reason: str) -> None:
        self.ledger.append(LedgerItem(kind, text, self._place, reason))


def _counted(number: int, what: str) -> str:
    return f"{number} {what}" if number == 1 else f"{number} {what}s"
