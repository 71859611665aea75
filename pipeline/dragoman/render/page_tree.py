"""The page of a document as a tree, for what is taken from it: the plain text, what the search is told."""

from __future__ import annotations

from typing import Final

from lxml import etree

# Elements of lxml's own: those of lxml.html are made by a call of Python each, half of the time of a parse.
# What a comment parts is one text, and no walk has to ask whether a node is an element.
_PARSER: Final = etree.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, collect_ids=False)


def page_tree(page: bytes) -> etree._Element:
    """Return the root of a page of the site: elements and their texts, without comments and instructions."""
    return etree.fromstring(page, _PARSER)
