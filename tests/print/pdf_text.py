"""Holds the text layer of a PDF against a document: every text node, in reading order.

A node's characters have to stand together and in their order; a page may end between two of them,
where notes and the foot of the page come between. Notes at the foot are looked for each by itself.
"""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterator, Sequence

import pypdfium2 as pdfium
from lxml import etree

from dragoman.tei.delimiters import delimiters
from dragoman.tei.ns import XML_ID, local_name, tei
from dragoman.tei.readings import CONTAINERS

SKIPPED = frozenset(("fw", "surplus", "index", "certainty", "respons", "precision"))
# Elements whose children are lines of their own; a bullet before an item is set as an indent.
BLOCKS = CONTAINERS | {"opener", "closer"}
FOOT = frozenset(("editor", "author"))


def pages(pdf: bytes) -> list[str]:
    """Return the text of each page as a reader would copy it; words cut at the end of a line are whole."""
    opened = pdfium.PdfDocument(pdf)
    texts = [page.get_textpage().get_text_bounded() for page in opened]
    opened.close()
    # U+0002 is what pdfium gives for a hyphen at the end of a line.
    return [re.sub("[\x02\u00ad\ufffe](?:\r\n)?", "", text) for text in texts]


def is_at_foot(element: etree._Element) -> bool:
    if local_name(element) != "note":
        return False
    if element.get("type") == "transmission":
        return any(local_name(above) == "p" for above in element.iterancestors())
    return element.get("type") in FOOT or (element.get("type"), element.get("subtype")) == (
        "translator",
        "comment",
    )


def streams(root: etree._Element) -> tuple[list[str], list[list[str]]]:
    """Return the text nodes of the reading text, and those of each note at the foot."""
    body: list[str] = []
    notes: list[list[str]] = []
    text = root.find(tei("text"))
    assert text is not None
    for node, at in _nodes(text, -1, notes):
        (body if at < 0 else notes[at]).append(node)
    return _joined(body), [_joined(note) for note in notes]


# Between two halves of a word; such nodes are one.
JOINT = "\ue000"


def _nodes(element: etree._Element, note: int, notes: list[list[str]]) -> Iterator[tuple[str, int]]:
    name = local_name(element)
    if element.get("break") == "no":
        yield JOINT, note
    if name in ("lb", "cb", "gb", "pb") and element.get("break") != "no":
        yield " ", note
    parent = element.getparent()
    assert parent is not None
    chosen = {"sic": "corr", "orig": "reg", "abbr": "expan"}.get(name)
    is_replaced = local_name(parent) == "choice" and chosen in {local_name(child) for child in parent}
    is_replaced = is_replaced or (name == "del" and local_name(parent) == "subst")
    is_emptied = name == "head" and parent.get("type") == "notes" and _are_called(parent)
    if name and name not in SKIPPED and not is_replaced and not is_emptied:
        if is_at_foot(element):
            notes.append([])
            note = len(notes) - 1
        before, after = ("", "") if is_at_foot(element) else delimiters(_brackets(element))
        yield before, note
        yield element.text or "", note
        for child in _in_print(element):
            edge = " " if name in BLOCKS else ""
            yield edge, note
            yield from _nodes(child, note, notes)
            yield edge + (child.tail or ""), note
        yield after, note


def _in_print(element: etree._Element) -> list[etree._Element]:
    """Return the children as the book has them: the heading of a document comes first."""
    children = list(element)
    if element.get("type") != "document":
        return children
    head = element.find(tei("head"))
    return children if head is None else [head, *(child for child in children if child is not head)]


def _brackets(element: etree._Element) -> str:
    return " ".join(token for token in element.get("rend", "").split() if not token.endswith("bullet"))


def _are_called(block: etree._Element) -> bool:
    called = {ref.get("target") for ref in block.getroottree().iter(tei("ref")) if ref.get("type") == "note"}
    return all(f"#{note.get(XML_ID)}" in called for note in block.iter(tei("note")))


def _joined(nodes: Sequence[str]) -> list[str]:
    """Return the characters of the nodes, without the blank ones; two halves of a word are one node."""
    text = re.sub(rf"\x00*\s*{JOINT}\s*\x00*", "", "\x00".join(nodes).replace(f"\x00{JOINT}\x00", JOINT))
    return [plain for part in text.split("\x00") if (plain := _plain(part))]


def _plain(text: str) -> str:
    # White space is where lines end; hyphens may be the typesetter's.
    return re.sub(r"[\s\-]", "", text)


def missing(nodes: Sequence[str], texts: Sequence[str]) -> list[str]:
    """Return the nodes that are not found, each after the one before it and at most a page further on.

    A title stands in lists too: of all pages to begin on, the one that loses least counts.
    """
    pages = [_plain(text) for text in texts]
    starts = [number for number, page in enumerate(pages) if any(node in page for node in nodes[:1])]
    return min((_missing(nodes, pages, start) for start in starts or range(len(pages))), key=len)


def _missing(nodes: Sequence[str], pages: Sequence[str], page: int) -> list[str]:
    lost: list[str] = []
    at = 0
    for node in nodes:
        found = _find(node, pages, page, at)
        if found is None:
            lost.append(node)
        else:
            page, at = found
    return lost


def _find(node: str, pages: Sequence[str], page: int, at: int) -> tuple[int, int] | None:
    for number in range(page, min(page + 2, len(pages))):
        start = at if number == page else 0
        found = pages[number].find(node, start)
        if found >= 0:
            return number, found + len(node)
        across = _find_across(node, pages, number, start)
        if across is not None:
            return number + 1, across
    return None


def _find_across(node: str, pages: Sequence[str], page: int, at: int) -> int | None:
    """Return where a node ends on the next page of which this page has the beginning."""
    if page + 1 >= len(pages):
        return None
    # A page's end may begin by chance with the letters that go on overleaf.
    longest = bisect.bisect_left(range(1, len(node)), True, key=lambda n: node[:n] not in pages[page][at:])
    for length in range(longest, max(longest - 6, 0), -1):
        found = pages[page + 1].find(node[length:])
        if found >= 0:
            return found + len(node) - length
    return None
