"""Markup written as text: what XML reserves is escaped here, and nowhere else.

The writer of documents composes text and not a tree, because a tree of a thousand elements that is
built, written out and thrown away costs five times as much; what was written is parsed before it
is believed (`dragoman.build.conversion.converted_bytes`). So that no value reaches a file as markup,
every one goes through one of these functions.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Final

from dragoman.tei.characters import holdable

_RESERVED_IN_VALUE: Final = re.compile('[&<>"\x00-\x1f\ud800-\udfff\ufffe\uffff]')
_REFERENCES: Final = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "&#13;"})
_REFERENCES_IN_VALUE: Final = _REFERENCES | str.maketrans({'"': "&quot;", "\n": "&#10;", "\t": "&#9;"})


def escaped(text: str) -> str:
    """Return characters of a transcript as character data; XML must be able to hold them."""
    if "&" in text or "<" in text or ">" in text or "\r" in text:
        return text.translate(_REFERENCES)
    return text


def said(text: str) -> str:
    """Return words about a transcript as character data; what XML cannot hold is U+FFFD."""
    return escaped(holdable(text))


def attributes(pairs: Mapping[str, str]) -> str:
    """Return attributes as a start tag has them, each with a blank before it."""
    made = ""
    for name, value in pairs.items():
        made += f' {name}="{attribute_value(value)}"'
    return made


# Most values come again: types, classes, the ids of the first paragraphs and notes.
@lru_cache(maxsize=4096)
def attribute_value(value: str) -> str:
    """Return what stands between the quotation marks of an attribute."""
    if _RESERVED_IN_VALUE.search(value) is None:
        return value
    return holdable(value).translate(_REFERENCES_IN_VALUE)


def leaf(name: str, text: str, **values: str) -> str:
    """Return an element that holds words about a transcript; ``xml_id`` stands for ``xml:id``."""
    return f"<{name}{_named(values)}>{said(text)}</{name}>"


def empty(name: str, **values: str) -> str:
    """Return an element that holds nothing."""
    return f"<{name}{_named(values)}/>"


def block(depth: int, name: str, children: Sequence[str], **values: str) -> str:
    """Return an element with each child on a line of its own.

    depth: how many blanks stand before the element; its children were made one deeper.
    """
    if not children:
        return empty(name, **values)
    within = "\n" + " " * (depth + 1)
    return f"<{name}{_named(values)}>{within}{within.join(children)}\n{' ' * depth}</{name}>"


def _named(values: Mapping[str, str]) -> str:
    if not values:
        return ""
    if "xml_id" in values:
        values = {"xml:id" if name == "xml_id" else name: value for name, value in values.items()}
    return attributes(values)
