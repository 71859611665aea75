"""Small tools for the pictures that are drawn when a site is built: elements, numbers, room for labels."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final

from lxml import etree

SVG: Final = "http://www.w3.org/2000/svg"

# Width of a character of the sans face in ems, generous, so that labels that fit here fit on the page.
_NARROW: Final = frozenset("ijlftrI.,’'()[]| ")
_WIDE: Final = frozenset("mwMW—ЖШЩЮ")


def element(parent: etree._Element | None, name: str, /, **attributes: object) -> etree._Element:
    """Return a new SVG element; an attribute's trailing underscore goes, other underscores are hyphens."""
    named = {key.rstrip("_").replace("_", "-"): written(value) for key, value in attributes.items()}
    tag = f"{{{SVG}}}{name}"
    if parent is None:
        return etree.Element(tag, named, nsmap={None: SVG})
    return etree.SubElement(parent, tag, named)


def written(value: object) -> str:
    """Return a value as SVG writes it: numbers with one decimal at most."""
    if isinstance(value, float):
        # Adding nothing makes of -0.0 a plain 0.
        return f"{round(value, 1) + 0.0:g}" if abs(value) < 1e5 else f"{value:.0f}"
    return str(value)


def picture(width: float, height: float, title: str, name: str) -> etree._Element:
    """Return an empty ``svg`` of that many units, with its title for whoever does not see it.

    It is a group and not an image, because it holds links.
    name: its classes, the first of which names it.
    """
    identifier = f"ui:{name.split()[0]}-title"
    svg = element(None, "svg", viewBox=f"0 0 {written(width)} {written(height)}", class_=f"picture {name}")
    svg.set("role", "group")
    svg.set("aria-labelledby", identifier)
    element(svg, "title", id=identifier).text = title
    return svg


def text_width(text: str, size: float) -> float:
    """Return about how wide ``text`` runs in the sans face at a size; rather too much than too little."""
    ems = sum(0.32 if c in _NARROW else 0.9 if c in _WIDE or ord(c) > 0x2E80 else 0.57 for c in text)
    return ems * size


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle: left, top, right, bottom."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: Box) -> bool:
        """Return True where the two overlap."""
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )

    def inside(self, other: Box) -> bool:
        """Return True where this one lies wholly in the other."""
        return (
            self.left >= other.left
            and self.right <= other.right
            and self.top >= other.top
            and self.bottom <= other.bottom
        )


@dataclass(slots=True)
class Room:
    """A page on which boxes are laid without overlapping."""

    page: Box
    taken: list[Box] = field(default_factory=list)

    def take_first(self, candidates: Iterable[Box]) -> int | None:
        """Take the first of the boxes that is free and return its number; None where none is."""
        for number, box in enumerate(candidates):
            if box.inside(self.page) and not any(box.meets(other) for other in self.taken):
                self.taken.append(box)
                return number
        return None
