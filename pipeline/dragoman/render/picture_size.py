"""What kind of picture a file is and how large, told by its first bytes.

A page says the size of each picture, so that its text stands still while the picture comes.
"""

from __future__ import annotations

import os
import re
import struct
from dataclasses import dataclass
from typing import BinaryIO, Final

from lxml import etree

from dragoman.tei.parse import parser

# The file is an SVG that is larger than any drawing.
_LARGEST_SVG: Final = 20_000_000
# CSS pixels to each unit.
_UNITS: Final = {
    "": 1.0, "px": 1.0, "pt": 4 / 3, "pc": 16.0, "in": 96.0, "cm": 96 / 2.54, "mm": 96 / 25.4,
}  # fmt: skip
_LENGTH: Final = re.compile(r"\s*(\d+(?:\.\d+)?)\s*([a-z]*)\s*")
# Starts of frames: all from C0 to CF but the tables of codes (C4, CC) and a reserved marker (C8).
_FRAMES: Final = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_ORIENTATION: Final = 0x0112
# Cameras that were held upright say so; width and height change places.
_UPRIGHT: Final = frozenset((5, 6, 7, 8))


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture: its kind (``png``, ``jpeg``, ``gif``, ``webp``, ``svg``, ``pdf``) and size in CSS pixels.

    An SVG may have no size of its own, and the size of a PDF is not looked for: then both are 0.
    """

    kind: str
    width: int = 0
    height: int = 0


def picture_in(stream: BinaryIO) -> Picture | None:
    """Return what picture a file holds; None for what is no whole picture of a kind that any product shows.

    Source: PNG 3rd edition, 5; ITU-T T.81, B; GIF89a, 18; RFC 9649, 2; SVG 2, 8.
    """
    head = stream.read(32)
    try:
        if head.startswith(b"\x89PNG\r\n\x1a\n"):
            return _png(stream)
        if head.startswith(b"\xff\xd8\xff"):
            return _jpeg(stream)
        if head.startswith((b"GIF87a", b"GIF89a")):
            return _sized("gif", *struct.unpack_from("<HH", head, 6))
        if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
            return _webp(head)
    except struct.error:
        # The file ends before it has said how large it is.
        return None
    if head.startswith(b"%PDF-"):
        return Picture("pdf")
    stream.seek(0)
    return _svg(stream.read(_LARGEST_SVG))


def _sized(kind: str, width: int, height: int) -> Picture | None:
    return Picture(kind, width, height) if width and height else None


def _png(stream: BinaryIO) -> Picture | None:
    stream.seek(0, os.SEEK_END)
    end = stream.tell()
    stream.seek(8)
    size = (0, 0)
    # Chunk by chunk: a picture that was not wholly copied lacks the last.
    while stream.tell() < end:
        length, name = struct.unpack(">I4s", stream.read(8))
        if name == b"IHDR":
            size = struct.unpack(">II", stream.read(8))
            length -= 8
        if name == b"IEND":
            return _sized("png", *size)
        stream.seek(length + 4, os.SEEK_CUR)
    return None


def _jpeg(stream: BinaryIO) -> Picture | None:
    stream.seek(2)
    is_upright = False
    while True:
        (mark,) = struct.unpack("B", stream.read(1))
        if mark != 0xFF:
            return None
        while mark == 0xFF:
            (mark,) = struct.unpack("B", stream.read(1))
        (length,) = struct.unpack(">H", stream.read(2))
        if mark in _FRAMES:
            _, height, width = struct.unpack(">BHH", stream.read(5))
            return _sized("jpeg", *((height, width) if is_upright else (width, height)))
        body = stream.read(length - 2)
        if mark == 0xE1 and body.startswith(b"Exif\0\0"):
            is_upright = _orientation(body[6:]) in _UPRIGHT


def _orientation(tiff: bytes) -> int:
    """Return how the camera was held, 1 where it does not say. Source: Exif 2.32, 4.6.4."""
    order = ">" if tiff.startswith(b"MM") else "<"
    (first,) = struct.unpack_from(f"{order}I", tiff, 4)
    (count,) = struct.unpack_from(f"{order}H", tiff, first)
    for place in range(first + 2, first + 2 + 12 * count, 12):
        tag, _, _, value = struct.unpack_from(f"{order}HHIH", tiff, place)
        if tag == _ORIENTATION:
            return int(value)
    return 1


def _webp(head: bytes) -> Picture | None:
    match head[12:16]:
        case b"VP8X" if len(head) >= 30:
            width, height = (int.from_bytes(head[at : at + 3], "little") + 1 for at in (24, 27))
        case b"VP8L":
            (bits,) = struct.unpack_from("<I", head, 21)
            width, height = (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
        case b"VP8 ":
            width, height = (side & 0x3FFF for side in struct.unpack_from("<HH", head, 26))
        case _:
            return None
    return _sized("webp", width, height)


def _svg(octets: bytes) -> Picture | None:
    try:
        root = etree.fromstring(octets, parser())
    except etree.XMLSyntaxError:
        return None
    if etree.QName(root).localname != "svg":
        return None
    sides = [_pixels(root.get(side) or "") for side in ("width", "height")]
    if not all(sides):
        sides = [_pixels(side) for side in (root.get("viewBox") or "").replace(",", " ").split()[2:4]]
    if len(sides) != 2 or not all(sides):
        return Picture("svg")
    return Picture("svg", *(max(1, round(side)) for side in sides))


def _pixels(length: str) -> float:
    """Return a length in CSS pixels, 0 for one that depends on where the picture stands (``100%``)."""
    found = _LENGTH.fullmatch(length)
    return float(found[1]) * _UNITS.get(found[2], 0.0) if found else 0.0
