"""Pictures: where TEI names them, and what kind of address each has."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from lxml import etree

from dragoman.tei.ns import tei

# An address of the web, or the picture itself; one within the file.
_WEB: Final = re.compile(r"\s*(?:https?:|data:)", re.IGNORECASE)
_WITHIN: Final = re.compile(r"\s*(?:#|$)")
# From the root of a server or a disk, or with any other scheme (“C:”, “file:”, “javascript:”).
_ASTRAY: Final = re.compile(r"\s*(?:[/\\]|[A-Za-z][A-Za-z0-9+.\-]*:)")
_SUFFIX: Final = re.compile(r"\.(?:png|jpe?g|gif|webp|svg|tiff?|jp2|pdf)$", re.IGNORECASE)

_NAMING: Final = (tei("graphic"), tei("media"))
_FACING: Final = (tei("pb"), tei("surface"))


def is_elsewhere(address: str) -> bool:
    """Return True for an address of the web, for one within the file, and for none at all."""
    return bool(_WEB.match(address) or _WITHIN.match(address))


def is_astray(address: str) -> bool:
    """Return True for an address that is neither one of the web nor relative to its file."""
    return not is_elsewhere(address) and bool(_ASTRAY.match(address))


def names_picture(address: str) -> bool:
    """Return True for an address that ends as the names of picture files do."""
    return bool(_SUFFIX.search(address.partition("#")[0].partition("?")[0]))


def is_shown(name: str, mime_type: str, address: str) -> bool:
    """Return True where an element (``graphic``, ``media``) is a picture and no film or sound."""
    if name == "media":
        return mime_type.startswith("image/") or (not mime_type and names_picture(address))
    return name == "graphic"


def picture_addresses(root: etree._Element) -> list[str]:
    """Return the addresses of the pictures that lie with a file, each once, as they are written there.

    Those of ``graphic`` and ``media``, and what ``pb/@facs`` and ``surface/@facs`` name.
    """
    return list(dict.fromkeys(_addresses(root)))


def _addresses(root: etree._Element) -> Iterator[str]:
    for element in root.iter(*_NAMING):
        address = element.get("url") or ""
        name = str(element.tag).rpartition("}")[2]
        if not is_elsewhere(address) and is_shown(name, element.get("mimeType") or "", address):
            yield address
    for element in root.iter(*_FACING):
        for address in (element.get("facs") or "").split():
            if not is_elsewhere(address) and names_picture(address):
                yield address
