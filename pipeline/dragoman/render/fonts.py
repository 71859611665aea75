"""The site's typefaces: cut down to the characters in use and packed as WOFF2.

The faces come from font packages of PyPI (all under the SIL Open Font License). What a
page shows is set in them wherever they have the character; the reader's own fonts set the
rest. A base set is always there, so that an edit seldom changes the fonts.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from importlib import metadata, resources
from typing import Final

import uharfbuzz

from dragoman.render.fallback_fonts import fallback_rules
from dragoman.render.print_fonts import CJK_FACES, fonts_version
from dragoman.render.woff2 import packed


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


# The style that depends on the fonts: what stands in for them until they come; the CJK face, if there is one.
FONT_STYLE: Final = "assets/fonts.css"
CJK_FONT: Final = "assets/cjk.woff2"
# The face is loaded by a page that has any of these: whatever of them the pages use, it has.
_CJK_RANGES: Final = ("\u1100\u11ff", "\u2e80\u9fff", "\uac00\ud7af", "\uf900\ufaff", "\uff00\uffef")
_CJK: Final = re.compile("[" + "".join(f"{first}-{last}" for first, last in _CJK_RANGES) + "]")


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
    packages = sorted({face.package for face in FACES} | {"brotli", "uharfbuzz"})
    known = [f"{name} {metadata.version(name.replace('_', '-'))}" for name in packages]
    return " ".join([*known, fonts_version()])


def web_fonts(characters: frozenset[str]) -> dict[str, bytes]:
    """Return the WOFF2 file of each face, cut to ``characters`` and the base set, and FONT_STYLE; by path.

    CJK_FONT is among them where characters need it and the optional package is installed.
    """
    files: dict[str, bytes] = {}
    style = []
    for face in FACES:
        font = cut_font(face, characters)
        files[f"assets/{face.name}.woff2"] = packed(font)
        style.append(fallback_rules(face.name, font))
    wanted, cjk = cjk_characters(characters), CJK_FACES["zh"].path
    if wanted and cjk is not None:
        files[CJK_FONT] = packed(_cut(uharfbuzz.Face(uharfbuzz.Blob(cjk.read_bytes())), wanted))
        style.append(_cjk_rule())
    return files | {FONT_STYLE: "".join(style).encode()}


def _cjk_rule() -> str:
    ranges = ",".join(f"U+{ord(first):X}-{ord(last):X}" for first, last in _CJK_RANGES)
    return (
        '@font-face{font-family:"Edition CJK";src:url(cjk.woff2);'
        f"font-display:swap;unicode-range:{ranges}}}\n"
    )


def cjk_characters(characters: Iterable[str]) -> frozenset[str]:
    """Return those characters that are Han, Hangul, Kana or their punctuation."""
    return frozenset(character for character in characters if _CJK.match(character))


def cut_font(face: Face, characters: frozenset[str]) -> bytes:
    """Return a face as OpenType with ``characters``, the base set and what shaping makes of them.

    HarfBuzz does in a moment what takes fontTools half a minute (axes limited, positioning merged).
    """
    source = resources.files(face.package) / "files" / face.file
    font_face = uharfbuzz.Face(uharfbuzz.Blob(source.read_bytes()))
    return _cut(font_face, BASE | characters, face)


def _cut(font_face: uharfbuzz.Face, characters: frozenset[str], face: Face | None = None) -> bytes:
    wanted = uharfbuzz.SubsetInput()
    wanted.unicode_set.update(ord(character) for character in characters)
    wanted.layout_feature_tag_set.update(int.from_bytes(tag.encode(), "big") for tag in FEATURES)
    wanted.flags = uharfbuzz.SubsetFlags.NO_HINTING | uharfbuzz.SubsetFlags.NOTDEF_OUTLINE
    for axis, value in face.pinned if face else ():
        wanted.pin_axis_location(font_face, axis, value)
    for axis, first, last in face.ranges if face else ():
        wanted.set_axis_range(font_face, axis, first, last, float("nan"))
    return bytes(uharfbuzz.subset(font_face, wanted).blob.data)
