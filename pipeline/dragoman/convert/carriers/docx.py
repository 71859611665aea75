"""A Word file as a carrier: its text with all changes accepted, its footnotes as numbered notes."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator
from typing import Final

import docx
from docx.document import Document
from docx.opc.exceptions import PackageNotFoundError
from docx.opc.part import Part
from lxml import etree

from dragoman.convert.carriers.model import (
    ODD_PART,
    TRACKED_CHANGES,
    UNREADABLE,
    Carried,
    LedgerItem,
    carried,
)
from dragoman.diagnostics import Diagnostic, Place
from dragoman.errors import UnusableInput

_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_R: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
# What zipfile, zlib, lxml and python-docx raise for a package that is cut, garbled or encrypted, or has other
# elements than it should (python-docx asks an element for attributes that it lacks).
_DAMAGED: Final = (
    AttributeError, TypeError,
    PackageNotFoundError, zipfile.BadZipFile, zlib.error, etree.XMLSyntaxError, KeyError, ValueError, OSError,
    EOFError, NotImplementedError, RuntimeError,
)  # fmt: skip
_NOTES: Final = ("footnotes", "endnotes")
# Formatting that an editor may want back, by the property of a run.
_LOOKS: Final = {
    "i": "italic", "b": "bold", "u": "underlined", "strike": "struck through", "dstrike": "struck through",
    "caps": "capitals", "smallCaps": "small capitals", "vertAlign": "raised or lowered",
    "highlight": "highlighted",
}  # fmt: skip
# Elements that only wrap paragraphs or runs: content controls, insertions.
_WRAPPERS: Final = frozenset(("sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag"))
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
    try:
        document = docx.Document(io.BytesIO(octets))
    except _DAMAGED as error:
        hint = "open and save it with a word processor, without a password"
        raise UnusableInput(
            UNREADABLE.at(Place(name), f"the Word file cannot be opened: {error}", hint)
        ) from None
    if document.element.find(f"{_W}body") is None:
        hint = "open and save it with a word processor"
        raise UnusableInput(UNREADABLE.at(Place(name), "the Word file has no body", hint))
    reader = _Reader(document, name)
    text = reader.read()
    return carried(octets, name, "docx", text, "docx", reader.ledger, reader.diagnostics)


class _Reader:
    """Walks the body of a document and its notes."""

    def __init__(self, document: Document, name: str) -> None:
        self._document = document
        self._name = name
        self._parts = self._related()
        self._notes: list[str] = []
        self._place = "document"
        self._counts: dict[str, int] = {}
        self.ledger: list[LedgerItem] = []
        self.diagnostics: list[Diagnostic] = []

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
        self._running_heads()
        self._changes(body)
        return "\n\n".join((*blocks, *notes)) + "\n"

    def _blocks(self, parent: etree._Element, what: str) -> Iterator[str]:
        for block in _children(parent):
            kind = _local(block)
            if kind in ("p", "tbl"):
                self._counts[what] = self._counts.get(what, 0) + 1
                self._place = f"{what} {self._counts[what]}"
                yield self._paragraph(block) if kind == "p" else "\n".join(self._rows(block))
            elif kind in _WRAPPERS:
                yield from self._blocks(block, what)
            elif _words(block):
                self._note(kind, _words(block), "is no paragraph or table")

    def _rows(self, table: etree._Element) -> Iterator[str]:
        for row in table.iterchildren(f"{_W}tr"):
            cells = (self._cell(cell) for cell in row.iter(f"{_W}tc") if _row_of(cell) is row)
            yield "\t".join(" ".join(words.split()) for words in cells)

    def _cell(self, cell: etree._Element) -> str:
        blocks = (block for block in _children(cell) if _local(block) != "tcPr")
        texts = []
        for block in blocks:
            kind = _local(block)
            if kind == "p":
                texts.append(self._paragraph(block))
            elif kind == "tbl":
                texts.extend(self._rows(block))
            elif kind in _WRAPPERS:
                texts.append(self._cell(block))
        return " ".join(texts)

    def _paragraph(self, paragraph: etree._Element) -> str:
        properties = paragraph.find(f"{_W}pPr")
        if properties is not None and properties.find(f"{_W}numPr") is not None:
            self._note("numbering", _words(paragraph), "had a number or bullet of Word's making")
        return "".join(self._inline(paragraph))

    def _inline(self, parent: etree._Element) -> Iterator[str]:
        for child in _children(parent):
            kind = _local(child)
            if kind == "r":
                yield from self._run(child)
            elif kind in ("ins", "moveTo"):
                self._change("insertion", child, "is in the text")
                yield from self._inline(child)
            elif kind in ("del", "moveFrom"):
                self._change("deletion", child, "is not in the text")
            elif kind == "hyperlink":
                self._link(child)
                yield from self._inline(child)
            elif kind in _WRAPPERS or kind in ("fldSimple", "dir", "bdo"):
                yield from self._inline(child)
            elif kind == "commentRangeStart" or kind.endswith("Pr") or kind.startswith(("bookmark", "proof")):
                continue
            elif _words(child):
                self._note(kind, _words(child), "is no text of the paragraph")

    def _run(self, run: etree._Element) -> Iterator[str]:
        properties = run.find(f"{_W}rPr")
        looks = (
            []
            if properties is None
            else [_LOOKS[n] for n in map(_local, _children(properties)) if n in _LOOKS]
        )
        words = _words(run)
        if looks and words:
            self._note(
                "formatting", f"{', '.join(dict.fromkeys(looks))}: {words}", "is text without its look"
            )
        for child in _children(run):
            kind = _local(child)
            if kind == "t":
                yield child.text or ""
            elif kind == "br" and child.get(f"{_W}type") == "page":
                yield "\n\f"
            elif kind in _CHARACTERS:
                yield _CHARACTERS[kind]
            elif kind in ("footnoteReference", "endnoteReference"):
                self._notes.append(f"{kind.removesuffix('Reference')}s {child.get(f'{_W}id')}")
                yield f"[{len(self._notes)}]"
            elif kind == "sym":
                self._note("symbol", f"{child.get(f'{_W}font')} {child.get(f'{_W}char')}", "is no letter")
            elif kind in ("drawing", "pict", "object"):
                self._note("image", _words(child) or _description(child), "is a picture or a box")
            elif kind == "instrText":
                self._note("field", child.text or "", "is an instruction to Word")
            elif kind != "rPr" and _words(child):
                self._note("box", _words(child), "stands outside the run of the text")

    def _note_texts(self) -> Iterator[str]:
        """Yield the text of each note called in the text, in the order of the calls."""
        found: dict[str, etree._Element] = {}
        for part in _NOTES:
            root = self._root(part)
            for child in root.iterchildren() if root is not None else ():
                found[f"{part} {child.get(f'{_W}id')}"] = child
        at = 0
        # A note can call another one, which is then appended while they are read.
        while at < len(self._notes):
            note = found.pop(self._notes[at]) if self._notes[at] in found else None
            at += 1
            blocks = list(self._blocks(note, f"note {at}, paragraph")) if note is not None else []
            yield " ".join(" ".join(blocks).split())
        for key, uncalled in found.items():
            if uncalled.get(f"{_W}type") is None and _words(uncalled):
                self._place = key
                self._note("note", _words(uncalled), "is called nowhere")

    def _root(self, part: str) -> etree._Element | None:
        related = self._parts.get(part)
        if related is None:
            return None
        try:
            return etree.fromstring(related.blob, etree.XMLParser(resolve_entities=False, no_network=True))
        except etree.XMLSyntaxError as error:
            self.diagnostics.append(ODD_PART.at(Place(self._name), f"the {part} cannot be read: {error}"))
            return None

    def _comments(self) -> None:
        root = self._root("comments")
        for comment in root.iterchildren() if root is not None else ():
            self._place = f"comment {comment.get(f'{_W}id')}"
            author = comment.get(f"{_W}author", "somebody")
            self._note("comment", f"{author}: {_words(comment)}", "is not in the text")

    def _running_heads(self) -> None:
        for number, section in enumerate(self._document.sections, 1):
            self._place = f"section {number}"
            try:
                heads = {
                    kind: "" if part.is_linked_to_previous else " ".join(p.text for p in part.paragraphs)
                    for kind, part in (("header", section.header), ("footer", section.footer))
                }
            except _DAMAGED as error:
                message = f"the running heads of {self._place} cannot be read: {error}"
                self.diagnostics.append(ODD_PART.at(Place(self._name), message))
                continue
            for kind, words in heads.items():
                if words.strip():
                    self._note(kind, words, "is repeated on each page and not in the text")

    def _changes(self, body: etree._Element) -> None:
        changes = list(body.iter(f"{_W}ins", f"{_W}del", f"{_W}moveFrom", f"{_W}moveTo"))
        if changes:
            message = f"{len(changes)} tracked changes: insertions are in the text, deletions are not"
            hint = "accept or reject the changes in Word, if you know what the author wanted"
            self.diagnostics.append(TRACKED_CHANGES.at(Place(self._name), message, hint))

    def _change(self, kind: str, element: etree._Element, reason: str) -> None:
        who, when = element.get(f"{_W}author", "somebody"), element.get(f"{_W}date", "no date")
        self._note(kind, f"{who}, {when}: {_words(element)}", reason)

    def _link(self, element: etree._Element) -> None:
        relation = self._document.part.rels.get(element.get(f"{_R}id", ""))
        target = relation.target_ref if relation is not None else f"#{element.get(f'{_W}anchor', '')}"
        self._note("link", target, "leads elsewhere; its words are in the text")

    def _note(self, kind: str, text: str, reason: str) -> None:
        self.ledger.append(LedgerItem(kind, text, self._place, reason))


def _children(element: etree._Element) -> Iterator[etree._Element]:
    return (child for child in element if isinstance(child.tag, str))


def _row_of(cell: etree._Element) -> etree._Element | None:
    """Return the row that a cell stands in, content controls between them set aside."""
    return next(cell.iterancestors(f"{_W}tr"), None)


def _local(element: etree._Element) -> str:
    return etree.QName(element).localname


def _words(element: etree._Element) -> str:
    texts = element.iter(f"{_W}t", f"{_W}delText")
    return "".join(text.text or "" for text in texts)


def _description(element: etree._Element) -> str:
    """Return the alternative text of a picture, or its name."""
    for described in element.iter("{*}docPr"):
        return described.get("descr") or described.get("name") or ""
    return ""
