"""From a document to its TEI: the one place where spans of a transcript become the text of a file."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from lxml import etree

from dragoman.document import Document, Element, Lines, Node
from dragoman.source import SourceText, Span
from dragoman.tei.characters import UNHOLDABLE
from dragoman.tei.header import header_markup
from dragoman.tei.ids import xml_id
from dragoman.tei.letterhead import Letterhead, letterhead
from dragoman.tei.markup import attributes, block, escaped
from dragoman.tei.ns import TEI
from dragoman.tei.parse import parse
from dragoman.tei.readings import CONTAINERS

SCHEMATYPENS_RNG: Final = "http://relaxng.org/ns/structure/1.0"
SCHEMATYPENS_SCH: Final = "http://purl.oclc.org/dsdl/schematron"

_PROLOGUE: Final = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<?xml-model href="../../schema/dragoman.rng" type="application/xml" '
    f'schematypens="{SCHEMATYPENS_RNG}"?>\n'
    '<?xml-model href="../../schema/dragoman.sch" type="application/xml" '
    f'schematypens="{SCHEMATYPENS_SCH}"?>\n'
)

# Python's white space beyond what XML keeps: it is a blank of the transcript and becomes one.
# A single blank or line feed is left alone: the pattern looks for runs to change.
_SPACE: Final = re.compile(r"(?: *[\t\n\r\f\v\x1c-\x1f]| {2})\s*")
# A line end with the blanks around it; a run of blanks is entered at its beginning alone.
_BLANK: Final = "[^\\S\n\r\f\v\x85\u2028\u2029]"
_LINE_END: Final = re.compile(f"((?<!{_BLANK}){_BLANK}*[\n\r\f\v\x85\u2028\u2029]\\s*)")
_LINE_BREAK: Final = "<lb/>"
_LINE_FEED_AND_BREAK: Final = "\n" + _LINE_BREAK


def _collapsed(text: str) -> str:
    """Return ``text`` with each run of white space as one blank, or one line feed if it holds one."""
    return _SPACE.sub(lambda run: "\n" if "\n" in run[0] else " ", text)


def _is_regular(source: SourceText) -> bool:
    """Return True for a transcript that needs to be looked at for runs of blanks and line feeds alone:
    nothing in it is reserved, unholdable or other white space.
    """
    if source.has("&") or source.has("<") or source.has(">"):
        return False
    return source.is_printable


class _Writer:
    """Writes the nodes of one document, piece by piece, into ``out``."""

    def __init__(self, source: SourceText) -> None:
        self._source = source.text
        self._is_regular = _is_regular(source)
        self._has_runs = source.has("  ")
        self.out: list[str] = []
        self.unholdable: set[str] = set()

    def element(self, node: Element, depth: int) -> None:
        """Write one element with its content."""
        out = self.out
        name, values, content, _, _ = node
        tag = name + attributes(values) if values else name
        if not content:
            out.append(f"<{tag}/>")
            return
        is_container = name in CONTAINERS
        if len(content) == 1 and not is_container and type(content[0]) is not Element:
            text = self._text(content[0])
            out.append(f"<{tag}>{text}</{name}>" if text else f"<{tag}/>")
            return
        at = len(out)
        out.append(f"<{tag}>")
        if is_container:
            self.lines(content, depth)
        else:
            for child in content:
                if type(child) is Element:
                    self.element(child, depth + 1)
                elif text := self._text(child):
                    out.append(text)
        if len(out) > at + 1:
            out.append(f"</{name}>")
        else:
            out[at] = f"<{tag}/>"

    def lines(self, nodes: Sequence[Node], depth: int) -> None:
        """Write what stands in an element that cannot hold text: each child on its own line."""
        out = self.out
        line_end = "\n" + " " * (depth + 1)
        first, is_laid_out, text = len(out), False, ""
        for node in nodes:
            if type(node) is Element:
                if text:
                    out.append(text)
                self.element(node, depth + 1)
                is_laid_out, text = True, line_end
            elif (piece := self._text(node)) and not piece.isspace():
                # Text has no place here; where a converter puts it all the same it is not lost.
                text += piece
        if is_laid_out:
            out.insert(first, line_end)
            text = text.removesuffix(" ")
        if text:
            out.append(text)

    def _text(self, node: Node) -> str:
        """Return the characters of a span, or of added words, as they stand in the file."""
        if not isinstance(node, Span):
            assert not isinstance(node, Element), "an element is no text"
            return self._irregular(node.text)
        start, end = node
        text = self._source[start:end]
        if self._is_regular:
            if "\n" not in text:
                return _collapsed(text) if self._has_runs and "  " in text else text
            if "\n\n" in text or (self._has_runs and "  " in text) or " \n" in text or "\n " in text:
                text = _collapsed(text)
            return text.replace("\n", _LINE_FEED_AND_BREAK) if isinstance(node, Lines) else text
        if not isinstance(node, Lines):
            return self._irregular(text)
        pieces = _LINE_END.split(text)
        # Every second piece is a line end.
        pieces[1::2] = [self._irregular(piece) + _LINE_BREAK for piece in pieces[1::2]]
        pieces[0::2] = [self._irregular(piece) for piece in pieces[0::2]]
        return "".join(pieces)

    def _irregular(self, text: str) -> str:
        """Return any characters as they stand in the file; one that XML cannot hold is a ``g``."""
        text = escaped(_collapsed(text))
        found = set(UNHOLDABLE.findall(text))
        for character in found:
            text = text.replace(character, f'<g ref="#U{ord(character):04X}"/>')
        self.unholdable |= found
        return text


def document_octets(document: Document, head: Letterhead) -> bytes:
    """Return the file of a document, with the instructions that name the schema.

    head: what the edition says in the header of every document.
    """
    writer = _Writer(document.source)
    writer.element(Element("div", {"type": "document", "subtype": document.kind}, document.body), 3)
    parts = [block(2, "body", ("".join(writer.out),))]
    if document.back:
        writer.out = []
        writer.element(Element("back", {}, document.back), 2)
        parts.append("".join(writer.out))
    named = {"xmlns": TEI, "xml:id": xml_id(document.id), "xml:lang": document.metadata.language}
    header = header_markup(document, head, sorted(writer.unholdable))
    root = f"<TEI{attributes(named)}>\n {header}\n {block(1, 'text', parts)}\n</TEI>\n"
    return (_PROLOGUE + root).encode()


def document_element(document: Document, edition: etree._Element) -> etree._Element:
    """Return the TEI element of a document, parsed; ``edition`` is the root of tei/edition.xml."""
    return parse(document_octets(document, letterhead(edition)), f"{document.id}.xml")
