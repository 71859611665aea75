"""Names of the namespaces, and the qualified names made from them."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from lxml import etree

TEI: Final = "http://www.tei-c.org/ns/1.0"
XML: Final = "http://www.w3.org/XML/1998/namespace"

XML_ID: Final = f"{{{XML}}}id"
XML_LANG: Final = f"{{{XML}}}lang"
NSMAP: Final = {"tei": TEI}


@cache
def tei(name: str) -> str:
    """Return the qualified name of a TEI element in Clark notation."""
    return f"{{{TEI}}}{name}"


def local_name(element: etree._Element) -> str:
    """Return the local name of an element, or "" for a comment or an instruction."""
    tag = element.tag
    return local_part(tag) if isinstance(tag, str) else ""


@cache
def local_part(tag: str) -> str:
    """Return the local name of a qualified name in Clark notation."""
    return tag.rpartition("}")[2]
