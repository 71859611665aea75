"""Page breaks in an EPUB: those of the printed book where they are known, else those of the sources."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from dragoman.render.epub_nodes import XHTML, Element, element

# What may begin with a mark. A list or a table may not; the page then begins with what stands in it.
_HOLDERS: Final = frozenset(f"{{{XHTML}}}{name}" for name in "p span li td th dd dt h1 h2 h3 h4 i b".split())
_ASIDE: Final = f"{{{XHTML}}}aside"


@dataclass(frozen=True, slots=True)
class PageBreak:
    """A page in the list of pages: its label and the address of its mark."""

    label: str
    address: str


def mark_book_pages(file: str, content: Element, document: str, pages: Mapping[str, str]) -> list[PageBreak]:
    """Mark in a chapter where a page of the book begins, and return the pages.

    pages: "DOCUMENT#p3" → page. A page begins somewhere in a paragraph; its mark stands at the first
    paragraph, entry or name that begins on it.
    """
    found: list[PageBreak] = []
    current = ""
    for node in [node for node in content.iter() if node.get("id") and node.tag in _HOLDERS]:
        page = pages.get(f"{document}#{node.get('id')}", "")
        # A note stands where its page ends, not where it is called.
        if not page or page == current or any(above.tag == _ASIDE for above in node.iterancestors()):
            continue
        current = page
        mark = _mark(f"page-{page}", page)
        mark.tail, node.text = node.text, None
        node.insert(0, mark)
        found.append(PageBreak(page, f"{file}#page-{page}"))
    return found


def mark_source_pages(file: str, content: Element, number: int) -> list[PageBreak]:
    """Mark the pages of a document's source and return them, labelled with the document's number: 3, [12]."""
    found = []
    for count, node in enumerate(content.iterfind(f".//{{{XHTML}}}span[@class='source-page']"), 1):
        label = node.get("title", "")
        for name, value in _mark(f"source-page-{count}", label).attrib.items():
            if name != "class":
                node.set(name, value)
        found.append(PageBreak(f"{number}, [{label}]", f"{file}#source-page-{count}"))
    return found


def page_list(pages: Sequence[PageBreak], title: str) -> Element:
    """Return the list of pages for the navigation."""
    made = element("nav", {"epub:type": "page-list", "role": "doc-pagelist", "hidden": "hidden"})
    made.append(element("h2", text=title))
    entries = element("ol")
    made.append(entries)
    for page in pages:
        entry = element("li")
        entry.append(element("a", {"href": page.address}, page.label))
        entries.append(entry)
    return made


def _mark(identifier: str, label: str) -> Element:
    return element(
        "span",
        {"epub:type": "pagebreak", "role": "doc-pagebreak", "id": identifier, "aria-label": label},
    )
