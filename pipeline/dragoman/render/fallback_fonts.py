"""What stands in for the site's faces until they have come: fonts of the reader's machine, fitted to them.

A line set in the stand-in is as long and as high as the line set in the site's own face, so that
a page does not move when the face arrives. Only the three families that nearly every machine has,
by that name or by that of a metrically equal font, are fitted; elsewhere the generic family stands in.

Source: CSS Fonts Module Level 5, ``size-adjust`` and the metric override descriptors.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

import uharfbuzz

# How often a character comes in running English text, for each thousand.
_FREQUENCIES: Final[Mapping[str, int]] = {
    " ": 180, "e": 102, "t": 75, "a": 65, "o": 62, "n": 58, "i": 56, "s": 52, "r": 49, "h": 49, "d": 34,
    "l": 33, "u": 23, "c": 23, "m": 20, "f": 18, "w": 17, "g": 16, "p": 16, "y": 14, "b": 12, "v": 8, "k": 6,
    ".": 8, ",": 9, "T": 4, "S": 4, "A": 3, "C": 3, "M": 3,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class _StandIn:
    """A style of a family of the reader's machine.

    names:  what ``local()`` may find it by, metrically equal fonts included;
    width:  its mean advance over `_FREQUENCIES`, in thousandths of an em.
    """

    names: tuple[str, ...]
    width: float


_TIMES: Final = _StandIn(("Times New Roman", "Liberation Serif", "Tinos"), 401.2)
_TIMES_BOLD: Final = _StandIn(
    ("Times New Roman Bold", "TimesNewRomanPS-BoldMT", "Liberation Serif Bold", "Tinos Bold"), 426.6
)
_TIMES_ITALIC: Final = _StandIn(
    ("Times New Roman Italic", "TimesNewRomanPS-ItalicMT", "Liberation Serif Italic", "Tinos Italic"), 402.0
)
_ARIAL: Final = _StandIn(("Arial", "Liberation Sans", "Arimo"), 442.2)
_ARIAL_BOLD: Final = _StandIn(("Arial Bold", "Arial-BoldMT", "Liberation Sans Bold", "Arimo Bold"), 477.0)
_COURIER: Final = _StandIn(("Courier New", "Liberation Mono", "Cousine"), 600.1)


@dataclass(frozen=True, slots=True)
class _Style:
    """A style of one of the site's faces and what stands in for it.

    weight: where the own face is measured, None where it has one weight;
    css:    what the style's rule says of it.
    """

    family: str
    stand_in: _StandIn
    weight: int | None = None
    css: str = ""


# By the name of the face (`fonts.FACES`).
_STYLES: Final[Mapping[str, tuple[_Style, ...]]] = {
    "serif": (
        _Style("Edition Serif", _TIMES, 400, "font-weight: 400"),
        _Style("Edition Serif", _TIMES_BOLD, 600, "font-weight: 600 700"),
    ),
    "serif-italic": (_Style("Edition Serif", _TIMES_ITALIC, 400, "font-style: italic"),),
    "display": (_Style("Edition Display", _TIMES),),
    "sans": (
        _Style("Edition Sans", _ARIAL, 400, "font-weight: 400"),
        _Style("Edition Sans", _ARIAL_BOLD, 600, "font-weight: 600 700"),
    ),
    "mono": (_Style("Edition Mono", _COURIER),),
}


def fallback_rules(name: str, font: bytes) -> str:
    """Return the ``@font-face`` rules of what stands in for a face; "" where nothing does.

    font: the face as OpenType, cut as the site has it. The family is the face's with "Fallback" after it.
    """
    return "".join(_rule(style, font) for style in _STYLES.get(name, ()))


def _rule(style: _Style, octets: bytes) -> str:
    font = uharfbuzz.Font(uharfbuzz.Face(uharfbuzz.Blob(octets)))
    if style.weight is not None:
        font.set_variations({"wght": float(style.weight)})
    upem = font.face.upem
    size = _mean_advance(font) * 1000 / upem / style.stand_in.width
    extents = font.get_font_extents("ltr")
    # The overrides are shares of the adjusted size.
    heights = {
        "ascent-override": extents.ascender,
        "descent-override": -extents.descender,
        "line-gap-override": extents.line_gap,
    }
    names = ", ".join(f'local("{name}")' for name in style.stand_in.names)
    described = [
        f'font-family: "{style.family} Fallback"',
        f"src: {names}",
        *filter(None, [style.css]),
        f"size-adjust: {size:.2%}",
        *(f"{name}: {value / upem / size:.2%}" for name, value in heights.items()),
    ]
    return f"@font-face {{ {'; '.join(described)}; }}\n"


def _mean_advance(font: uharfbuzz.Font) -> float:
    """Return the mean advance of running text, in units of the font."""
    total = sum(
        count * font.get_glyph_h_advance(font.get_nominal_glyph(ord(character)))
        for character, count in _FREQUENCIES.items()
    )
    return float(total / sum(_FREQUENCIES.values()))
