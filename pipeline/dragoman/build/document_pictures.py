"""The pictures that documents show: which they are, how large, and what is to be said of those that fail."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Final
from urllib.parse import quote

from lxml import etree

from dragoman.build.check_surroundings import beside
from dragoman.build.stages import Product
from dragoman.diagnostics import Diagnostic, Rule, Severity
from dragoman.edition import Edition
from dragoman.render.picture_size import Picture, picture_in
from dragoman.render.web import ShownPicture
from dragoman.tei.pictures import picture_addresses
from dragoman.validate.fact_places import Places
from dragoman.validate.facts import facts_of
from dragoman.validate.integrity import check_pictures

UNFIT_PICTURE: Final = Rule(
    "WEB004",
    Severity.WARNING,
    "a picture is of a kind that a browser cannot show",
    "Browsers show PNG, JPEG, GIF, WebP and SVG. The printed book may have a picture as PDF besides; on the "
    "site its description stands alone.",
    '<graphic url="../pictures/plan.pdf"/>',
    '<graphic url="../pictures/plan.svg"/>',
)

# Where pictures lie in the site: below it, each at its path in the edition.
FOLDER: Final = "pictures"


def addresses_json(root: etree._Element) -> bytes:
    """Return the addresses of the pictures of a document as JSON, b"" where it has none."""
    addresses = picture_addresses(root)
    return json.dumps(addresses, ensure_ascii=False).encode() if addresses else b""


def located(edition: Edition, file: Path, addresses: Iterable[str]) -> dict[str, Path | None]:
    """Return for each address in a file where the picture lies; None where it is not in the edition."""
    return {address: edition.picture(file.parent, address) for address in addresses}


def site_path(edition: Edition, path: Path) -> str:
    """Return where a picture lies in the site."""
    return f"{FOLDER}/{path.relative_to(edition.root.resolve()).as_posix()}"


def shown_pictures(edition: Edition, pictures: Mapping[str, Path | None], up: str) -> dict[str, ShownPicture]:
    """Return the pictures that a page can show, by the address that the document gives.

    up: the way from the page to the site's root, ``../`` or "".
    """
    found = {}
    for address, path in pictures.items():
        picture = _picture(path)
        if path is not None and picture is not None and picture.kind != "pdf":
            place = up + quote(site_path(edition, path))
            # Who follows a link to an SVG runs what scripts are in it; in an img it can do nothing.
            found[address] = ShownPicture(place, picture.width, picture.height, picture.kind != "svg")
    return found


def picture_faults(
    edition: Edition, octets: bytes, root: etree._Element, shown: str, pictures: Mapping[str, Path | None]
) -> tuple[Diagnostic, ...]:
    """Return what is to be said of the pictures of a file; ``shown`` is its path as diagnostics name it."""
    if not pictures:
        return ()
    facts = facts_of(root, shown)
    places = Places(lambda _: octets.decode("utf-8-sig", "replace"))
    found = list(check_pictures(facts, beside(edition), places))
    for pointer in facts.pictures:
        picture = _picture(pictures.get(pointer.value))
        if picture is not None and picture.kind == "pdf":
            found.append(
                UNFIT_PICTURE.at(
                    places.of(facts, pointer.at, pointer.attribute),
                    f"the picture {pointer.value} is a PDF",
                    "save it as PNG, JPEG, GIF, WebP or SVG",
                )
            )
    return tuple(found)


def copied_picture(path: Path, name: str) -> Product:
    """Return a picture as a file of the site; nothing of what is none, whatever its name says."""
    picture = _picture(path)
    return Product({name: path.read_bytes()} if picture is not None and picture.kind != "pdf" else {})


def _picture(path: Path | None) -> Picture | None:
    if path is None:
        return None
    with path.open("rb") as stream:
        return picture_in(stream)
