"""Nodes of the book's JSON (xslt/print/nodes.xsl) to the XHTML of an EPUB.

A node is a string or a mapping with its type in "t" and its content in "c". Notes are gathered
while the text is made, and stand as asides at its end, where a reading system finds them for its popups.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from lxml import etree

from dragoman.tei.ns import XML_LANG

XHTML: Final = "http://www.w3.org/1999/xhtml"
EPUB: Final = "http://www.idpf.org/2007/ops"
_NSMAP: Final = {None: XHTML, "epub": EPUB}

Node = Any
Element = etree._Element

# What cannot stand in an XHTML paragraph.
_BLOCKS: Final = frozenset(
    """p section head list-head opener closer dateline line signed quote list item pairs entries entry
    entry-title abstract table figure message-header attributes endnote""".split()
)
_CLASSES: Final = frozenset(("voice", "supplied", "gap", "caption", "speaker", "number", "name"))
_STYLES: Final = {
    **dict.fromkeys(("bold", "b"), "strong"),
    **dict.fromkeys(("sup", "superscript"), "sup"),
    **dict.fromkeys(("sub", "subscript"), "sub"),
}


def element(name: str, attributes: Mapping[str, str] | None = None, text: str = "") -> Element:
    """Return an XHTML element; attributes whose value is "" are left out."""
    made = etree.Element(f"{{{XHTML}}}{name}", nsmap=_NSMAP)
    for key, value in (attributes or {}).items():
        if value:
            made.set(f"{{{EPUB}}}{key[5:]}" if key.startswith("epub:") else key, value)
    if text:
        made.text = text
    return made


def add_text(parent: Element, text: str) -> None:
    """Add text after what ``parent`` already holds."""
    if len(parent):
        parent[-1].tail = (parent[-1].tail or "") + text
    else:
        parent.text = (parent.text or "") + text


def is_block(node: Node) -> bool:
    """Return True for a node that is, or holds, what cannot stand in a paragraph."""
    if isinstance(node, str):
        return False
    if isinstance(node, list):
        return any(is_block(part) for part in node)
    if node["t"] == "note":
        return False
    return node["t"] in _BLOCKS or is_block(node.get("c", []))


def plain(node: Node) -> str:
    """Return the words of a node without those of its notes."""
    if isinstance(node, str):
        return node
    if isinstance(node, list):
        return "".join(plain(part) for part in node)
    return "" if node["t"] == "note" else plain(node.get("c", []))


@dataclass(slots=True)
class Chapter:
    """The XHTML of one file, while it is made.

    document: the id of the document, "" for a part of the edition;
    known:    every place of the book ("DOCUMENT#p3") → the address of its file and id, for links;
    level:    of the chapter's own heading;
    notes:    asides, in the order of their calls; seen: the ids already given in this file.
    """

    document: str
    known: Mapping[str, str]
    level: int = 1
    notes: list[Element] = field(default_factory=list)
    seen: set[str] = field(default_factory=set)

    def add(self, parent: Element, node: Node) -> None:
        """Add a node, or each of an array of nodes, to ``parent``."""
        if isinstance(node, str):
            add_text(parent, node)
        elif isinstance(node, list):
            for part in node:
                self.add(parent, part)
        else:
            special = _SPECIAL.get(node["t"])
            if special is not None:
                special(self, parent, node)
            else:
                self._add_plain(parent, node)

    def id_of(self, at: str) -> str:
        """Return the id for a place, once in a file: "p3" of "DOCUMENT#p3"."""
        identifier = at.rpartition("#")[2]
        if not identifier or identifier in self.seen:
            return ""
        self.seen.add(identifier)
        return identifier

    def block(self, parent: Element, node: Mapping[str, Any], name: str = "p", class_: str = "") -> Element:
        """Add a block with the id and language of a node; a paragraph that holds blocks is a div."""
        holds_blocks = name == "p" and is_block(node.get("c", []))
        made = element(
            "div" if holds_blocks else name,
            {"id": self.id_of(node.get("id", "")), "class": class_ or ("p" if holds_blocks else "")},
        )
        _set_language(made, node)
        parent.append(made)
        return made

    def _add_plain(self, parent: Element, node: Mapping[str, Any]) -> None:
        type_ = node["t"]
        name, class_ = _BLOCK_ELEMENTS.get(type_, ("", ""))
        if name:
            self.add(self.block(parent, node, name, class_), node["c"])
            return
        at = node.get("mention") or node.get("id", "")
        kind = f"{type_} {node['kind']}" if type_ == "voice" else type_ if type_ in _CLASSES else ""
        made = element(_INLINE_ELEMENTS.get(type_, "span"), {"id": self.id_of(at), "class": kind})
        _set_language(made, node)
        if not made.attrib and made.tag == f"{{{XHTML}}}span":
            self.add(parent, node["c"])
        else:
            parent.append(made)
            self.add(made, node["c"])

    def link(self, parent: Element, target: str, class_: str = "") -> Element:
        """Add a link to a place of this book or to an address; without either, return ``parent`` itself."""
        address = target if re.match(r"[a-z][a-z0-9+.\-]*:", target) else self.known.get(target, "")
        if not address:
            return parent
        made = element("a", {"href": address, "class": class_})
        parent.append(made)
        return made


def _set_language(made: Element, node: Mapping[str, Any]) -> None:
    if node.get("lang"):
        made.set("lang", node["lang"])
        made.set(XML_LANG, node["lang"])


# Blocks and inlines that are nothing but an element with a class.
_BLOCK_ELEMENTS: Final = {
    "section": ("div", ""),
    "opener": ("div", "opener"),
    "closer": ("div", "closer"),
    "dateline": ("p", "dateline"),
    "line": ("p", "line"),
    "signed": ("p", "signed"),
    "list-head": ("p", "list-head"),
    "item": ("li", ""),
    "quote": ("blockquote", ""),
    "entries": ("div", "entries"),
    "abstract": ("p", "abstract"),
    "attributes": ("div", "attributes"),
}
_INLINE_ELEMENTS: Final = {"title": "cite", "foreign": "i", "del": "del", "caption": "i"}


def _paragraph(chapter: Chapter, parent: Element, node: Mapping[str, Any]) -> None:
    made = chapter.block(parent, node)
    if node.get("turn"):
        made.append(element("span", {"id": chapter.id_of(node["turn"])}))
    for speaker in node.get("speaker", []):
        chapter.add(made, speaker)
        add_text(made, " ")
    chapter.add(made, node["c"])


def _heading(chapter: Chapter, parent: Element, node: Mapping[str, Any]) -> None:
    made = chapter.block(parent, node, f"h{min(chapter.level + node['depth'], 6)}")
    chapter.add(made, node["c"])


def _list(chapter: Chapter, parent: Element, node: Mapping[str, Any]) -> None:
    heads = [part for part in node["c"] if not isinstance(part, str) and part["t"] == "list-head"]
    for head in heads:
        chapter.add(parent, head)
    made = chapter.block(parent, node, "ul", f"list {node.get('kind', '')}".strip())
    for part in node["c"]:
        if isinstance(part, str) or part in heads:
            continue
        if part["t"] == "item":
            chapter.add(made, part)
        else:
            item = element("li")
            made.append(item)
            chapter.add(item, part)


def _pairs(chapter: Chapter, parent: Element, node: Mapping[str, Any]) -> None:
    if node["head"]:
        chapter.add(parent, {"t": "list-head", "c": node["head"]})
    made = chapter.block(parent, node, "dl", node["kind"])
    for pair in node["pairs"]:
        label = element("dt")
        value = element("dd", {"id": chapter.id_of(pair["id"])})
        made.extend((label, value))
        chapter.add(label, pair["label"])
        chapter.add(value, pair["c"])
    chapter.add(parent, node["c"])


def _entry(chapter: Chapter, parent: Element, node: Mapping[str, Any]) -> None:
    made = chapter.block(parent, node, "div", "entry")
    if node["date"]:
        date = element("p", {"class": "date"})
        made.append(date)
        chapter.add(date, node["date"])
    chapter.add(made, node["c"])


def _entry_title(chapter: Chapter, parent: Element, node: Mapping[str, Any]) -> None:
    made = chapter.block(parent, node, "p", "entry-title")
    chapter.add(chapter.link(made, node["to"]), node["c"])


def _message_header(chapter: Chapter, parent: Element, node: Mapping[str, Any]) -> None:
    table = element("table", {"class": "message-header"})
    parent.append(table)
    for row in node["rows"]:
        made = element("tr")
        table.append(made)
        made.append(element("th", {"scope": "row"}, row["key"] or row["kind"].replace("-", " ")))
        cell = element("td")
        made.append(cell)
        for number, part in enumerate(row["addressees"]):
            if number:
                cell.append(element("br"))
            chapter.add(cell, part)
        if not row["addressees"]:
            chapter.add(cell, row["c"])


def _table(chapter: Chapter, parent: Element, node: Mapping[str, Any]) -> None:
    table = chapter.block(parent, node, "table")
    if node["head"]:
        caption = element("caption")
        table.append(caption)
        chapter.add(caption, node["head"])
    for row in node["rows"]:
        made = element("tr")
        table.append(made)
        for cell in row["cells"]:
            spans = {
                name: str(cell[key])
                for name, key in (("colspan", "cols"), ("rowspan", "rows"))
                if cell[key] > 1
            }
            shown = element("th" if row["label"] or cell["label"] else "td", spans)
            made.append(shown)
            chapter.add(shown, cell["c"])
    chapter.add(parent, node["c"])


def _figure(chapter: Chapter, parent: Element, node: Mapping[str, Any]) -> None:
    made = chapter.block(parent, node, "figure")
    image = chapter.known.get(f"picture {node['url']}", "")
    made.append(element("img", {"src": image, "alt": node["alt"]}))
    if node["c"]:
        caption = element("figcaption")
        made.append(caption)
        chapter.add(caption, node["c"])


def _endnote(chapter: Chapter, parent: Element, node: Mapping[str, Any]) -> None:
    made = chapter.block(parent, node)
    add_text(made, f"{node['label']} ")
    chapter.add(made, node["c"])


def _note(chapter: Chapter, parent: Element, node: Mapping[str, Any]) -> None:
    identifier = chapter.id_of(node["id"]) or f"note-{len(chapter.notes) + 1}"
    call = chapter.id_of(f"{identifier}-call")
    parent.append(
        element(
            "a",
            {
                "epub:type": "noteref",
                "role": "doc-noteref",
                "id": call,
                "href": f"#{identifier}",
                "class": f"noteref {node['series']}",
            },
            node["label"],
        )
    )
    aside = element(
        "aside", {"epub:type": "footnote", "role": "doc-footnote", "id": identifier, "class": node["series"]}
    )
    _set_language(aside, node)
    chapter.notes.append(aside)
    first = element("div" if is_block(node["c"]) else "p")
    aside.append(first)
    first.append(element("a", {"href": f"#{call}", "role": "doc-backlink"}, node["label"]))
    add_text(first, " ")
    chapter.add(first, node["c"])


def _highlighted(chapter: Chapter, parent: Element, node: Mapping[str, Any]) -> None:
    tokens = node.get("rend", "").split()
    name = next((_STYLES[token] for token in tokens if token in _STYLES), "em")
    made = element(name, {"id": chapter.id_of(node.get("id", ""))})
    parent.append(made)
    chapter.add(made, node["c"])


def _reference(chapter: Chapter, parent: Element, node: Mapping[str, Any]) -> None:
    chapter.add(chapter.link(parent, node["to"]), node["c"])


def _source_page(chapter: Chapter, parent: Element, node: Mapping[str, Any]) -> None:
    parent.append(element("span", {"class": "source-page", "title": node["n"]}))


def _line_end(chapter: Chapter, parent: Element, node: Mapping[str, Any]) -> None:
    parent.append(element("br"))


_SPECIAL: Final[Mapping[str, Callable[[Chapter, Element, Mapping[str, Any]], None]]] = {
    "p": _paragraph,
    "head": _heading,
    "list": _list,
    "pairs": _pairs,
    "entry": _entry,
    "entry-title": _entry_title,
    "message-header": _message_header,
    "table": _table,
    "figure": _figure,
    "endnote": _endnote,
    "note": _note,
    "hi": _highlighted,
    "ref": _reference,
    "pb": _source_page,
    "line-end": _line_end,
}


def places(nodes: Sequence[Node]) -> list[str]:
    """Return every place that the XHTML of some nodes will have an id for: "DOCUMENT#p3", "DOCUMENT#m5"."""
    found: list[str] = []
    for node in nodes:
        if isinstance(node, list):
            found.extend(places(node))
        elif isinstance(node, dict):
            found.extend(node[key] for key in ("id", "mention", "turn") if node.get(key))
            for value in node.values():
                if isinstance(value, list):
                    found.extend(places(value))
    return found
