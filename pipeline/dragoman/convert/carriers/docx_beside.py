"""What a Word file holds beside its pages' text: running heads, files within it, what is said of it."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterator
from typing import Final

from docx.document import Document
from docx.opc.exceptions import PackageNotFoundError
from docx.opc.rel import _Relationship
from lxml import etree

from dragoman.convert.carriers.docx_held import held_within
from dragoman.convert.carriers.docx_parts import children, local, words_of
from dragoman.convert.carriers.model import ODD_PART, LedgerItem
from dragoman.diagnostics import Diagnostic, Place

# What zipfile, zlib, lxml and python-docx raise for a package that is cut, garbled or encrypted, or has other
# elements than it should (python-docx asks an element for attributes that it lacks).
DAMAGED: Final = (
    AttributeError, TypeError,
    PackageNotFoundError, zipfile.BadZipFile, zlib.error, etree.XMLSyntaxError, KeyError, ValueError, OSError,
    EOFError, NotImplementedError, RuntimeError,
)  # fmt: skip
# The running heads of a section, and on which pages they stand.
_HEADS: Final = (
    ("header", ""),
    ("footer", ""),
    ("first_page_header", "first page"),
    ("first_page_footer", "first page"),
    ("even_page_header", "even pages"),
    ("even_page_footer", "even pages"),
)
# What is related to a document and shown in it without being text of it.
_EMBEDDED: Final = {
    "package": "embedded file",
    "oleObject": "embedded file",
    "chart": "chart",
    "diagramData": "diagram",
    "aFChunk": "embedded file",
}
# What is said of a file: by the program, but for these; and what is drawn from words of its own.
_SAID_OF_FILE: Final = frozenset(("core-properties", "extended-properties", "custom-properties"))
_SAID_BY_PEOPLE: Final = frozenset(("Company", "Manager", "HyperlinkBase"))
_DRAWN: Final = frozenset(("chart", "diagramData"))


def parsed(octets: bytes) -> etree._Element:
    """Return the root of a part. Errors: XMLSyntaxError."""
    return etree.fromstring(octets, etree.XMLParser(resolve_entities=False, no_network=True))


def running_heads(document: Document, name: str) -> Iterator[LedgerItem | Diagnostic]:
    """Yield the heads and feet of all pages of each section, and what could not be read of them."""
    for number, section in enumerate(document.sections, 1):
        for kind, pages in _HEADS:
            place = f"section {number}, {pages}" if pages else f"section {number}"
            try:
                head = getattr(section, kind)
                if head.is_linked_to_previous:
                    continue
                words = words_of(head.part.element)
                held = list(held_within(head.part.element, head.part.rels))
            except DAMAGED as error:
                yield ODD_PART.at(Place(name), f"the running heads of {place} cannot be read: {error}")
                break
            if words:
                reason = "is repeated on each page and not in the text"
                yield LedgerItem(kind.rpartition("_")[2], words, place, reason)
            yield from (LedgerItem(one.kind, one.text, place, one.reason) for one in held)


def beside_the_pages(document: Document) -> Iterator[LedgerItem]:
    """Yield what is said of the file, the words that are drawn, and the files within it."""
    package = document.part.package
    reason = "is said of the file, not in its text"
    for relation in package.rels.values() if package is not None else ():
        kind = relation.reltype.rpartition("/")[2]
        for said in _children_of(relation) if kind in _SAID_OF_FILE else ():
            name = said.get("name", "") or local(said)
            words = " ".join("".join(said.itertext()).split())
            if words and (kind != "extended-properties" or name in _SAID_BY_PEOPLE):
                yield LedgerItem("metadata", f"{name}: {words}", "document", reason)
    for relation in document.part.rels.values():
        kind = relation.reltype.rpartition("/")[2]
        if kind in _EMBEDDED:
            yield LedgerItem(_EMBEDDED[kind], relation.target_ref, "document", "is a file within the file")
        drawn = map(words_of, _children_of(relation)) if kind in _DRAWN else ()
        if words := " ".join(filter(None, drawn)):
            yield LedgerItem(_EMBEDDED[kind], words, "document", "is drawn and not in the text")


def _children_of(relation: _Relationship) -> list[etree._Element]:
    """Return the elements of the part to which a relation leads, none where it is damaged or elsewhere."""
    try:
        return [] if relation.is_external else list(children(parsed(relation.target_part.blob)))
    except DAMAGED:
        return []
