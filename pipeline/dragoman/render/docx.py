"""A document as a Word file, for colleagues who comment in Word: its notes are Word's own footnotes.

Made from the JSON of the book (xslt/print/nodes.xsl) with nothing but XML and zip: the formats of
ECMA-376 that a text needs are few, and the file is the same bytes for the same input.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Final

from lxml import etree

from dragoman.render.archive import zipped
from dragoman.render.docx_parts import FIXED_PARTS, RELATIONS, STYLES, core_properties, relations
from dragoman.render.epub_nodes import is_block, plain
from dragoman.render.print_words import language_name, words_of
from dragoman.tei.ns import XML

W: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_NSMAP: Final = {"w": W, "r": RELATIONS}
_BLANKS: Final = re.compile(r"[ \t\n\r]+")
_HYPERLINK: Final = f"{RELATIONS}/hyperlink"

Node = Any
Element = etree._Element


@dataclass(frozen=True, slots=True)
class _Look:
    """How a run of text looks, and its language."""

    italic: bool = False
    bold: bool = False
    small_capitals: bool = False
    struck: bool = False
    vertical: str = ""
    language: str = ""


@dataclass(slots=True)
class _Writer:
    """The parts of the file while they are made.

    body:    what holds the paragraphs being made: the document's body, a table's cell, a footnote;
    current: the paragraph that takes the next run, None where the next text begins one;
    style:   of the paragraphs to come.
    """

    body: Element
    footnotes: Element
    links: list[str] = field(default_factory=list)
    current: Element | None = None
    style: str = ""
    look: _Look = field(default_factory=_Look)
    notes: int = 0

    def add(self, node: Node) -> None:
        if isinstance(node, str):
            self.text(node)
        elif isinstance(node, list):
            for part in node:
                self.add(part)
        else:
            _WRITERS.get(node["t"], _inline)(self, node)

    def paragraph(self, style: str = "") -> Element:
        """Begin a paragraph and return it."""
        made = etree.SubElement(self.body, _w("p"))
        name = style or self.style
        if name:
            _child(_child(made, "pPr"), "pStyle", name)
        self.current = made
        return made

    def text(self, text: str) -> None:
        """Add a run; blanks between blocks begin no paragraph."""
        if self.current is None:
            if not text.strip():
                return
            text = text.lstrip()
        paragraph = self.current if self.current is not None else self.paragraph()
        # A line end of the source and the blank that stands for it are one blank.
        text = _BLANKS.sub(" ", text)
        if paragraph.find(_w("r")) is None or _ends_with_blank(paragraph):
            text = text.lstrip(" ")
        if text:
            run = self.run(paragraph)
            made = etree.SubElement(run, _w("t"))
            made.text = text
            made.set(f"{{{XML}}}space", "preserve")

    def run(self, parent: Element) -> Element:
        made = etree.SubElement(parent, _w("r"))
        look = self.look
        if look == _Look():
            return made
        properties = _child(made, "rPr")
        # The order is that of the schema (CT_RPr).
        for is_set, name in (
            (look.bold, "b"),
            (look.italic, "i"),
            (look.small_capitals, "smallCaps"),
            (look.struck, "strike"),
        ):
            if is_set:
                _child(properties, name)
        if look.vertical:
            _child(properties, "vertAlign", look.vertical)
        if look.language:
            _child(properties, "lang", look.language)
        return made

    def within(self, look: _Look, node: Node) -> None:
        """Add a node with another look."""
        before, self.look = self.look, look
        self.add(node)
        self.look = before

    def block(self, node: Node, style: str = "") -> None:
        """Add a node as a block of its own: one paragraph, or several where it holds blocks."""
        before, self.style = self.style, style or self.style
        self.current = None
        if not is_block(node):
            self.paragraph()
        self.add(node)
        self.current = None
        self.style = before

    def inside(self, body: Element, node: Node, style: str) -> None:
        """Add a node to another container, which has to hold one paragraph at least."""
        outer, self.body = self.body, body
        self.block(node, style)
        if body.find(_w("p")) is None:
            self.paragraph(style)
        self.body, self.current = outer, None


def _ends_with_blank(paragraph: Element) -> bool:
    """Return True where the last run of a paragraph is text that ends with a blank."""
    last = paragraph[-1]
    texts = last.findall(_w("t")) if last.tag == _w("r") else []
    return bool(texts) and last[-1] is texts[-1] and (texts[-1].text or "").endswith(" ")


def _w(name: str) -> str:
    return f"{{{W}}}{name}"


def _child(parent: Element, name: str, value: str = "", **attributes: str) -> Element:
    made = etree.SubElement(parent, _w(name))
    if value:
        made.set(_w("val"), value)
    for key, text in attributes.items():
        made.set(_w(key), text)
    return made


def _inline(writer: _Writer, node: Mapping[str, Any]) -> None:
    look = writer.look
    if node.get("lang"):
        look = replace(look, language=node["lang"])
    if node["t"] in ("foreign", "title", "caption", "hi"):
        look = replace(look, italic=True)
    if node["t"] == "hi":
        look = _highlighted(look, node.get("rend", "").split())
    if node["t"] == "speaker":
        look = replace(look, small_capitals=True)
    if node["t"] == "del":
        look = replace(look, struck=True)
    writer.within(look, node.get("c", []))


def _highlighted(look: _Look, tokens: list[str]) -> _Look:
    changed = replace(look, italic=not tokens or "italic" in tokens)
    if {"bold", "b"} & set(tokens):
        changed = replace(changed, bold=True)
    if {"sup", "superscript"} & set(tokens):
        changed = replace(changed, vertical="superscript")
    if {"sub", "subscript"} & set(tokens):
        changed = replace(changed, vertical="subscript")
    return changed


def _paragraph(writer: _Writer, node: Mapping[str, Any]) -> None:
    content: list[Node] = list(node["c"])
    if node.get("speaker"):
        content = [*node["speaker"], " ", *content]
    writer.block(content)


def _styled(style: str) -> Callable[[_Writer, Mapping[str, Any]], None]:
    def write(writer: _Writer, node: Mapping[str, Any]) -> None:
        writer.block(node["c"], style)

    return write


def _heading(writer: _Writer, node: Mapping[str, Any]) -> None:
    writer.block(node["c"], f"Heading{min(node['depth'] + 1, 4)}")


def _container(writer: _Writer, node: Mapping[str, Any]) -> None:
    writer.current = None
    writer.add(node["c"])
    writer.current = None


def _note(writer: _Writer, node: Mapping[str, Any]) -> None:
    writer.notes += 1
    identifier = str(writer.notes)
    paragraph = writer.current if writer.current is not None else writer.paragraph()
    call = etree.SubElement(paragraph, _w("r"))
    _child(_child(call, "rPr"), "rStyle", "FootnoteReference")
    # The label is that of the book and the site, not Word's own count.
    _child(call, "footnoteReference", customMarkFollows="1", id=identifier)
    etree.SubElement(call, _w("t")).text = node["label"]
    footnote = etree.SubElement(writer.footnotes, _w("footnote"))
    footnote.set(_w("id"), identifier)
    inner = _Writer(footnote, writer.footnotes, writer.links, style="FootnoteText", notes=writer.notes)
    mark = inner.paragraph()
    label = etree.SubElement(mark, _w("r"))
    _child(_child(label, "rPr"), "rStyle", "FootnoteReference")
    etree.SubElement(label, _w("t")).text = node["label"]
    inner.text(" ")
    inner.add(node["c"])
    writer.notes = inner.notes


def _reference(writer: _Writer, node: Mapping[str, Any]) -> None:
    target = node["to"]
    if "://" not in target:
        writer.add(node["c"])
        return
    if target not in writer.links:
        writer.links.append(target)
    paragraph = writer.current if writer.current is not None else writer.paragraph()
    link = etree.SubElement(paragraph, _w("hyperlink"))
    link.set(f"{{{RELATIONS}}}id", f"link{writer.links.index(target) + 1}")
    run = etree.SubElement(link, _w("r"))
    _child(_child(run, "rPr"), "rStyle", "Hyperlink")
    etree.SubElement(run, _w("t")).text = plain(node["c"])


def _table_of(writer: _Writer, rows: list[list[Node]], widths: list[int]) -> None:
    """Add a table: rows of nodes, widths of columns in twentieths of a point."""
    writer.current = None
    table = etree.SubElement(writer.body, _w("tbl"))
    properties = _child(table, "tblPr")
    _child(properties, "tblStyle", "Plain")
    _child(properties, "tblW", w=str(sum(widths)), type="dxa")
    grid = _child(table, "tblGrid")
    for width in widths:
        _child(grid, "gridCol", w=str(width))
    for row in rows:
        made = _child(table, "tr")
        for cell, width in zip(row, widths, strict=False):
            shown = _child(made, "tc")
            _child(_child(shown, "tcPr"), "tcW", w=str(width), type="dxa")
            writer.inside(shown, cell, "TableText")
    # Word wants a paragraph between a table and what follows.
    writer.paragraph("TableText")
    writer.current = None


def _message_header(writer: _Writer, node: Mapping[str, Any]) -> None:
    rows: list[list[Node]] = []
    for row in node["rows"]:
        label = row["key"] or {"t": "hi", "c": [row["kind"].replace("-", " ")]}
        lines = row["addressees"]
        cell = [{"t": "line", "c": line} for line in lines] if lines else row["c"]
        rows.append([[label], cell])
    _table_of(writer, rows, [1900, 7100])


def _pairs(writer: _Writer, node: Mapping[str, Any]) -> None:
    if node["head"]:
        writer.block(node["head"], "ListHeading")
    rows = [[[{"t": "hi", "c": pair["label"]}], pair["c"]] for pair in node["pairs"]]
    _table_of(writer, rows, [3200, 5800])
    writer.add(node["c"])


def _table(writer: _Writer, node: Mapping[str, Any]) -> None:
    if node["head"]:
        writer.block(node["head"], "ListHeading")
    columns = node["columns"]
    rows = [[cell["c"] for cell in row["cells"]] for row in node["rows"]]
    padded = [row + [[] for _ in range(columns - len(row))] for row in rows]
    _table_of(writer, padded, [9000 // columns] * columns)
    writer.add(node["c"])


def _entry(writer: _Writer, node: Mapping[str, Any]) -> None:
    if node["date"]:
        writer.block(node["date"], "EntryDate")
    writer.current = None
    writer.add(node["c"])
    writer.current = None


def _figure(writer: _Writer, node: Mapping[str, Any]) -> None:
    # A commentator needs to know that a picture stands here and what it shows.
    writer.block(node["c"] or [node["alt"]], "ListHeading")


def _endnote(writer: _Writer, node: Mapping[str, Any]) -> None:
    writer.block([f"{node['label']} ", *node["c"]])


def _source_page(writer: _Writer, node: Mapping[str, Any]) -> None:
    if node["within"]:
        writer.within(replace(writer.look, vertical="superscript"), f"[{node['n']}]")


def _line_end(writer: _Writer, node: Mapping[str, Any]) -> None:
    paragraph = writer.current if writer.current is not None else writer.paragraph()
    _child(writer.run(paragraph), "br")


_WRITERS: Final[Mapping[str, Callable[[_Writer, Mapping[str, Any]], None]]] = {
    "p": _paragraph,
    "item": _styled("ListItem"),
    "head": _heading,
    "list-head": _styled("ListHeading"),
    "section": _container,
    "opener": _container,
    "closer": _container,
    "attributes": _container,
    "entries": _container,
    "list": _container,
    "dateline": _styled("Dateline"),
    "line": _styled("Line"),
    "signed": _styled("Signature"),
    "quote": _styled("Quote"),
    "entry-title": _styled("EntryTitle"),
    "abstract": _styled("Abstract"),
    "entry": _entry,
    "pairs": _pairs,
    "table": _table,
    "figure": _figure,
    "message-header": _message_header,
    "note": _note,
    "endnote": _endnote,
    "ref": _reference,
    "pb": _source_page,
    "line-end": _line_end,
}


def docx(document_json: str, edition_json: str, words_json: str) -> bytes:
    """Return a document as a Word file.

    The first two parameters are JSON of `dragoman.render.print`, the third is xslt/print/words.json.
    """
    document, edition = json.loads(document_json), json.loads(edition_json)
    words = words_of(words_json, edition["lang"])
    root = etree.Element(_w("document"), nsmap=_NSMAP)
    body = _child(root, "body")
    footnotes = etree.Element(_w("footnotes"), nsmap=_NSMAP)
    for identifier, kind in (("-1", "separator"), ("0", "continuationSeparator")):
        note = _child(footnotes, "footnote", type=kind, id=identifier)
        _child(_child(_child(note, "p"), "r"), kind)
    writer = _Writer(body, footnotes)
    for banner in document["banner"]:
        writer.block([banner], "Banner")
    date = ", ".join(part for part in (document["place"], document["date_text"]) if part)
    writer.block(document["head"] or [document["title"]], "Heading1")
    if date:
        writer.block([date], "Dateline")
    for sentence in document["source"]:
        key = {"t": "hi", "c": [words[sentence["key"]]]}
        says = sentence["c"]
        if sentence["key"] == "original-language":
            says = [language_name(words, says[0])]
        writer.block([key, ": ", *says], "Source")
    writer.add(document["body"])
    section = _child(body, "sectPr")
    _child(section, "pgSz", w="11906", h="16838")
    _child(
        section,
        "pgMar",
        top="1440",
        right="1440",
        bottom="1440",
        left="1440",
        header="708",
        footer="708",
        gutter="0",
    )
    languages = {"lang": document["lang"] or edition["lang"]}
    people = "; ".join(dict.fromkeys(name for person in edition["people"] for name in person["names"]))
    return zipped(
        {
            **FIXED_PARTS,
            "docProps/core.xml": core_properties(document["title"], people, edition["date"], **languages),
            "word/document.xml": _serialized(root),
            "word/footnotes.xml": _serialized(footnotes),
            "word/styles.xml": STYLES,
            "word/_rels/document.xml.rels": relations(writer.links, _HYPERLINK),
        }
    )


def _serialized(root: Element) -> bytes:
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)
