"""The map as the book shows it: on a sheet of the page's form, in greys, with a description.

What `dragoman.render.map` draws gets its look on the site from a style sheet and its sense from
links. A page has neither: here every element carries its own look, and the names stay as text.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from lxml import etree

from dragoman.render.land import Ring, Sheet
from dragoman.render.map import Spot, close_group, land_map, spots
from dragoman.render.svg import element

# 1,000 units are the width of the text; a name of 25 is then some 7.5 pt on a page of 6 by 9 inches.
# The first sheet has the heading above it.
_FIRST: Final = Sheet(1000, 1120, 25, 110)
_NEXT: Final = Sheet(1000, 1360, 25, 110)

_NAME: Final = {"fill": "#000000", "font-family": "Libertinus Serif"}
_LOOK: Final[Mapping[str, Mapping[str, str]]] = {
    "sea": {"fill": "#ffffff"},
    "land": {"fill": "#e2e2e2"},
    "axis": {"fill": "none", "stroke": "#c6c6c6", "stroke-width": "1"},
    "lead": {"fill": "none", "stroke": "#595959", "stroke-width": "1"},
    "spot": {"fill": "#404040", "stroke": "#ffffff", "stroke-width": "2"},
    "halo": _NAME
    | {"stroke": "#ffffff", "stroke-width": "5", "stroke-linejoin": "round", "paint-order": "stroke"},
    "area": _NAME | {"font-style": "italic", "letter-spacing": "3"},
}
_FRAME_WIDTH: Final = 2
_FRAME: Final[Mapping[str, str]] = {"fill": "none", "stroke": "#8c8c8c", "stroke-width": str(_FRAME_WIDTH)}


@dataclass(frozen=True, slots=True)
class Plate:
    """A map: an SVG of text and shapes in greys, and what it shows, for whoever does not see it."""

    svg: str
    description: str


def plates(register: etree._Element, land: Sequence[Ring], description: str) -> list[Plate]:
    """Return the maps of a register of places: the whole, a close-up where most lie close together.

    description: a sentence with ``{}`` for the names. No place with coordinates: no map.
    """
    places = spots(register)
    if not places:
        return []
    made = [_plate(places, places, land, _FIRST, description)]
    close = close_group(places)
    if close:
        made.append(_plate(close, places, land, _NEXT, description))
    return made


def _plate(
    framed: Sequence[Spot], places: Sequence[Spot], land: Sequence[Ring], sheet: Sheet, description: str
) -> Plate:
    svg = land_map(framed, places, land, sheet, "", "map")
    for part in svg.iter():
        part.attrib.update(dict(_LOOK.get(part.attrib.pop("class", ""), {})))
    for attribute in ("role", "aria-labelledby"):
        svg.attrib.pop(attribute)
    etree.strip_elements(svg, "{*}title")
    etree.strip_tags(svg, "{*}a")
    # Last, so that no land lies on it, and within the sheet, which would cut half of it off.
    inset, width, height = _FRAME_WIDTH / 2, sheet.width - _FRAME_WIDTH, sheet.height - _FRAME_WIDTH
    element(svg, "rect", x=inset, y=inset, width=width, height=height).attrib.update(dict(_FRAME))
    svg.set("width", str(sheet.width))
    svg.set("height", str(sheet.height))
    named = ", ".join(f"{spot.name} ({spot.mentions})" for spot in framed)
    return Plate(etree.tostring(svg, encoding="unicode"), description.replace("{}", named))
