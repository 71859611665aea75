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

# What is measured: text of the kind that a face sets, with its capitals and figures.
_RUNNING: Final = (
    "Comrade Dorjsuren replied that the level of the river had been read twice a day since 1951, in winter "
    "as in summer, and that nobody in Naushki had asked the observer, I. F. Lukonin, what he thought of it; "
    "on 3 August 1979 the commission went there, and the house was empty."
)
_CAPITALS: Final = _RUNNING.upper()
_TITLES: Final = (
    "Telegram from the Embassy in Moscow to the Department of State, 29 January 1979 – Record of a "
    "Conversation with the Deputy Minister of Water Economy, Ulaanbaatar, September 14, 1978 – "
    "Search results 11–20 of 24 – Letter from Elemér Tarcsay to the National Water Office"
)


@dataclass(frozen=True, slots=True)
class _StandIn:
    """A style of a family of the reader's machine.

    names:  what ``local()`` may find it by, metrically equal fonts included;
    widths: how wide the samples run in it, in ems; measured in Liberation, which is metrically equal.
    """

    names: tuple[str, ...]
    widths: Mapping[str, float]


_TIMES: Final = _StandIn(
    ("Times New Roman", "Liberation Serif", "Tinos"),
    {_RUNNING: 110.61, _CAPITALS: 151.89, _TITLES: 112.26},
)
_TIMES_BOLD: Final = _StandIn(
    ("Times New Roman Bold", "Liberation Serif Bold", "Tinos Bold"),
    {_RUNNING: 117.48},
)
_TIMES_ITALIC: Final = _StandIn(
    ("Times New Roman Italic", "Liberation Serif Italic", "Tinos Italic"),
    {_RUNNING: 110.50},
)
_ARIAL: Final = _StandIn(
    ("Arial", "Liberation Sans", "Arimo"),
    {_RUNNING: 122.11},
)
_ARIAL_BOLD: Final = _StandIn(
    ("Arial Bold", "Liberation Sans Bold", "Arimo Bold"),
    {_RUNNING: 130.81},
)
_COURIER: Final = _StandIn(
    ("Courier New", "Liberation Mono", "Cousine"),
    {_RUNNING: 163.83},
)


@dataclass(frozen=True, slots=True)
class _Style:
    """A style of one of the site's faces and what stands in for it.

    family: what the stand-in is called, before "Fallback";
    sample: the text by which it is fitted;
    weight: where the own face is measured, None where it has one weight;
    css:    what the style's rule says of it.
    """

    family: str
    stand_in: _StandIn
    sample: str = _RUNNING
    weight: int | None = None
    css: str = ""


# By the name of the face (`fonts.FACES`). A line of capitals is much longer in Times than running text would
# make one think: telegrams have a stand-in of their own.
_STYLES: Final[Mapping[str, tuple[_Style, ...]]] = {
    "serif": (
        _Style("Edition Serif", _TIMES, weight=400, css="font-weight:400"),
        _Style("Edition Serif", _TIMES_BOLD, weight=600, css="font-weight:600 700"),
        _Style("Edition Capitals", _TIMES, _CAPITALS, 400, "font-weight:400"),
    ),
    "serif-italic": (_Style("Edition Serif", _TIMES_ITALIC, weight=400, css="font-style:italic"),),
    "display": (_Style("Edition Display", _TIMES, _TITLES),),
    "sans": (
        _Style("Edition Sans", _ARIAL, weight=400, css="font-weight:400"),
        _Style("Edition Sans", _ARIAL_BOLD, weight=600, css="font-weight:600 700"),
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
    size = _width(font, style.sample) / style.stand_in.widths[style.sample]
    extents = font.get_font_extents("ltr")
    # The overrides are shares of the adjusted size.
    heights = {
        "ascent-override": extents.ascender,
        "descent-override": -extents.descender,
        "line-gap-override": extents.line_gap,
    }
    described = [
        f'font-family:"{style.family} Fallback"',
        "src:" + ",".join(f'local("{name}")' for name in style.stand_in.names),
        *filter(None, [style.css]),
        f"size-adjust:{_percent(size)}",
        *(f"{name}:{_percent(value / upem / size)}" for name, value in heights.items()),
    ]
    return f"@font-face{{{';'.join(described)}}}\n"


def _percent(share: float) -> str:
    return f"{round(share * 100, 2):g}%"


def _width(font: uharfbuzz.Font, text: str) -> float:
    """Return how wide a text runs, in ems, with the figures that the style sheet asks for."""
    buffer = uharfbuzz.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    uharfbuzz.shape(font, buffer, {"onum": True, "kern": True, "liga": True})
    return float(sum(position.x_advance for position in buffer.glyph_positions) / font.face.upem)
