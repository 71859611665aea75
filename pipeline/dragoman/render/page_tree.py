"""The page of a document as a tree, for what is taken from it: the plain text, what the search is told."""

from __future__ import annotations

import re
from typing import Final

from lxml import etree

# Elements of lxml's own: those of lxml.html are made by a call of Python each, half of the time of a parse.
# What a comment parts is one text, and no walk has to ask whether a node is an element.
_PARSER: Final = etree.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, collect_ids=False)


# The last element of a document's own, and what would be of its text if it stood behind that.
_END: Final = b"</article>"
_TITLE: Final = b"<h1"
_TEXT: Final = re.compile(rb"class\s*=[^>]*\b(?:text|notes)\b")


def page_tree(page: bytes) -> etree._Element:
    """Return the root of a page of a document: elements and their texts, without comments and instructions.

    The page ends with its article, unless titles or texts follow (an edition's own stylesheets may have put
    them there): half of a page says who is mentioned, how it is cited, where else to go.
    """
    end = page.rfind(_END) + len(_END)
    if end >= len(_END) and page.find(_TITLE, end) < 0 and _TEXT.search(page, end) is None:
        page = page[:end]
    return etree.fromstring(page, _PARSER)
