"""The site's typefaces: cut down to the characters in use and packed as WOFF2.

The faces come from font packages of PyPI (all under the SIL Open Font License). What a
page shows is set in them wherever they have the character; the reader's own fonts set the
rest. A base set is always there, so that an edit seldom changes the fonts.
"""

from __future__ import annotations

import io
from dataclasses import dataclass
from importlib import metadata, resources
from typing import Final

import uharfbuzz
from fontTools.ttLib import TTFont


@dataclass(frozen=True, slots=True)
class Face:
    """A face of the site.

    name:    stem of the WOFF2 file;
    package: the Python package that carries it, whose ``files`` folder holds ``file``;
    pinned:  axes of a variable font with the one value that is kept;
    ranges:  axes of which a range is kept.
    """

    name: str
    package: str
    file: str
    pinned: tuple[tuple[str, float], ...] = ()
    ranges: tuple[tuple[str, float, float], ...] = ()


_SERIF: Final = "fontpkg_source_serif_4"
_WEIGHTS: Final = (("wght", 400, 700),)

FACES: Final = (
    Face("serif", _SERIF, "SourceSerif4[opsz,wght].ttf", (("opsz", 14),), _WEIGHTS),
    Face("serif-italic", _SERIF, "SourceSerif4-Italic[opsz,wght].ttf", (("opsz", 14),), _WEIGHTS),
    Face("display", _SERIF, "SourceSerif4[opsz,wght].ttf", (("opsz", 60), ("wght", 400))),
    Face("sans", "fontpkg_source_sans_3", "SourceSans3[wght].ttf", (), _WEIGHTS),
    Face("mono", "fontpkg_ibm_plex_mono", "IBMPlexMono-Regular.ttf"),
)

# Typographic features that the style sheet asks for, beside those that shaping needs.
FEATURES: Final = ("onum", "lnum", "tnum", "pnum", "smcp", "c2sc", "sups", "case")


def _characters(*ranges: tuple[int, int]) -> frozenset[str]:
    return frozenset(chr(code) for first, last in ranges for code in range(first, last + 1))


# Latin with its accents, the letters of Russian, punctuation, arrows: what an interface language
# or the next edit may ask for.
BASE: Final = _characters(
    (0x20, 0x7E), (0xA0, 0x17F), (0x401, 0x401), (0x410, 0x44F), (0x451, 0x451), (0x2010, 0x2027),
    (0x2030, 0x203A), (0x2190, 0x2193),
)  # fmt: skip


def font_versions() -> str:
    """Return the versions of all that the fonts are made with: part of a stage's key."""
    packages = sorted({face.package for face in FACES} | {"fonttools", "brotli", "uharfbuzz"})
    return " ".join(f"{name} {metadata.version(name.replace('_', '-'))}" for name in packages)


def web_fonts(characters: frozenset[str]) -> dict[str, bytes]:
    """Return the WOFF2 file of each face by its path in the site, cut to ``characters`` and the base set."""
    return {f"assets/{face.name}.woff2": cut_font(face, characters) for face in FACES}


def cut_font(face: Face, characters: frozenset[str]) -> bytes:
    """Return a face as WOFF2 with ``characters``, the base set and what shaping makes of them.

    HarfBuzz does in a moment what takes fontTools half a minute (axes limited, positioning merged).
    """
    source = resources.files(face.package) / "files" / face.file
    font_face = uharfbuzz.Face(uharfbuzz.Blob(source.read_bytes()))
    wanted = uharfbuzz.SubsetInput()
    wanted.unicode_set.update(ord(character) for character in BASE | characters)
    wanted.layout_feature_tag_set.update(int.from_bytes(tag.encode(), "big") for tag in FEATURES)
    wanted.flags = uharfbuzz.SubsetFlags.NO_HINTING | uharfbuzz.SubsetFlags.NOTDEF_OUTLINE
    for axis, value in face.pinned:
        wanted.pin_axis_location(font_face, axis, value)
    for axis, first, last in face.ranges:
        wanted.set_axis_range(font_face, axis, first, last, float("nan"))
    return _packed(bytes(uharfbuzz.subset(font_face, wanted).blob.data))


def _packed(font: bytes) -> bytes:
    """Return the font as WOFF2; its dates are those of the packaged font."""
    opened = TTFont(io.BytesIO(font), recalcTimestamp=False)
    opened.flavor = "woff2"
    out = io.BytesIO()
    opened.save(out)
    return out.getvalue()
