"""From a document to its TEI: the one place where spans of a transcript become text in a tree."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import Final

from lxml import etree

from dragoman.document import Document, Element, Node
from dragoman.source import SourceText, Span
from dragoman.tei.characters import UNHOLDABLE, holdable, is_holdable
from dragoman.tei.header import header_element
from dragoman.tei.ids import xml_id
from dragoman.tei.ns import TEI, XML, XML_ID, XML_LANG, tei
from dragoman.tei.views import CONTAINERS

SCHEMATYPENS_RNG: Final = "http://relaxng.org/ns/structure/1.0"
SCHEMATYPENS_SCH: Final = "http://purl.oclc.org/dsdl/schematron"

# Python's white space beyond what XML keeps: it is a blank of the transcript and becomes one.
# A single blank is left alone, and most text has no other: the pattern looks for runs to change.
_SPACE: Final = re.compile("(?: *[\t\n\r\f\v\x1c-\x1f]| {2})[ \t\n\r\f\v\x1c-\x1f]*")


def _collapsed(text: str) -> str:
    """Return ``text`` with each run of white space as one blank, or one line feed if it holds one."""
    if text.isprintable() and "  " not in text:
        # Single blanks alone: three pieces in four, and told without the pattern.
        return text
    return _SPACE.sub(lambda run: "\n" if "\n" in run[0] else " ", text)


@cache
def _qualified(attribute: str) -> str:
    """Return the name of an attribute in Clark notation."""
    return f"{{{XML}}}{attribute[4:]}" if attribute.startswith("xml:") else attribute


class _Writer:
    """Builds lxml elements out of the nodes of one document."""

    def __init__(self, source: SourceText) -> None:
        self._source = source.text
        self.unholdable: set[str] = set()
        self._is_plain = is_holdable(source.text)

    def children(self, parent: etree._Element, name: str, nodes: Sequence[Node], depth: int) -> None:
        """Append nodes to ``parent``; in an element that cannot hold text, each on its own line."""
        is_container = name in CONTAINERS
        last: etree._Element | None = None
        text = ""
        for node in nodes:
            if isinstance(node, Element):
                if text:
                    _put(parent, last, text)
                last = self.element(parent, node, depth + 1)
                text = "\n" + " " * (depth + 1) if is_container else ""
                continue
            piece = self._source[node.start : node.end] if isinstance(node, Span) else node.text
            if is_container and (not piece or piece.isspace()):
                continue
            if self._is_plain:
                text += _collapsed(piece)
            else:
                last, text = self._with_unholdable(parent, last, text, piece)
        if is_container and last is not None:
            parent.text = "\n" + " " * (depth + 1) + (parent.text or "")
            text = text.removesuffix(" ")
        if text:
            _put(parent, last, text)

    def element(self, parent: etree._Element, node: Element, depth: int) -> etree._Element:
        """Append one element with its content and return it."""
        attributes = {_qualified(name): holdable(value) for name, value in node.attributes.items()}
        made = etree.SubElement(parent, tei(node.name), attributes)
        if node.content:
            self.children(made, node.name, node.content, depth)
        return made

    def _with_unholdable(
        self, parent: etree._Element, last: etree._Element | None, text: str, piece: str
    ) -> tuple[etree._Element | None, str]:
        """Append ``text``, and ``piece`` up to the last character that XML cannot hold, if it has any.

        Returns the last element then and the text that is still to be appended after it.
        """
        at = 0
        for match in UNHOLDABLE.finditer(piece):
            _put(parent, last, text + _collapsed(piece[at : match.start()]))
            last = etree.SubElement(parent, tei("g"), ref=f"#U{ord(match[0]):04X}")
            self.unholdable.add(match[0])
            at, text = match.end(), ""
        return last, text + _collapsed(piece[at:])


def _put(parent: etree._Element, last: etree._Element | None, text: str) -> None:
    """Put text after the last child of ``parent``, or at its beginning where it has none."""
    if last is None:
        parent.text = text
    else:
        last.tail = text


def document_element(document: Document, edition_header: etree._Element) -> etree._Element:
    """Return the TEI element of a document.

    edition_header: the root of tei/edition.xml, from which the header takes what holds for all.
    """
    root = etree.Element(tei("TEI"), nsmap={None: TEI})
    root.set(XML_ID, xml_id(document.id))
    root.set(XML_LANG, holdable(document.metadata.language))
    writer = _Writer(document.source)
    text = etree.SubElement(root, tei("text"))
    body = etree.SubElement(text, tei("body"))
    div = etree.SubElement(body, tei("div"), type="document", subtype=document.kind)
    writer.children(div, "div", document.body, 3)
    if document.back:
        writer.children(etree.SubElement(text, tei("back")), "back", document.back, 2)
    root.insert(0, header_element(document, edition_header, sorted(writer.unholdable)))
    _lay_out(root, 0, (text, body))
    return root


def _lay_out(root: etree._Element, depth: int, deeper: Sequence[etree._Element]) -> None:
    root.text = "\n "
    for child in root:
        child.tail = "\n "
    root[-1].tail = "\n"
    for level, element in enumerate(deeper, 1):
        element.text = "\n" + " " * (level + 1)
        for child in element:
            child.tail = "\n" + " " * (level + 1)
        element[-1].tail = "\n" + " " * level


def serialised(root: etree._Element, schema_folder: str = "../../schema") -> bytes:
    """Return a document as the bytes of its file, with the instructions that name the schema."""
    head = (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<?xml-model href="{schema_folder}/dragoman.rng" type="application/xml" '
        f'schematypens="{SCHEMATYPENS_RNG}"?>\n'
        f'<?xml-model href="{schema_folder}/dragoman.sch" type="application/xml" '
        f'schematypens="{SCHEMATYPENS_SCH}"?>\n'
    )
    return head.encode() + etree.tostring(root, encoding="utf-8") + b"\n"
