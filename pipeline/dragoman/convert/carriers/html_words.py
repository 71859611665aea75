"""The names of a page's elements and the words within them."""

from __future__ import annotations

from typing import Final
from xml.etree.ElementTree import Element

# Elements that stand apart on a page by themselves.
BLOCKS: Final = frozenset(
    """
    address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption
    figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre search
    section summary table tbody tfoot thead ul
    """.split()
)


def name_of(element: Element) -> str:
    """Return the name of an element without its namespace, "" for a comment."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def words_of(element: Element) -> str:
    """Return the words within an element, parted by single blanks."""
    return " ".join(raw_words_of(element).split())


def raw_words_of(element: Element) -> str:
    """Return the text within an element; Element.itertext recurses and fails on deep pages."""
    words: list[str] = []
    stack: list[Element | str] = [element]
    while stack:
        item = stack.pop()
        if isinstance(item, str):
            words.append(item)
        elif isinstance(item.tag, str):
            # Blocks stand apart on the page.
            gap = " " if name_of(item) in BLOCKS else ""
            words.append(gap + (item.text or ""))
            for child in reversed(item):
                stack.append((" " if name_of(child) in BLOCKS else "") + (child.tail or ""))
                stack.append(child)
    return "".join(words)
