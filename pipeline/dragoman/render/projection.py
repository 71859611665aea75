"""From the sphere to a picture: Lambert's azimuthal equal-area projection, centred where a map needs it.

No region is made greater than another.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

# What lies further from the centre (the cosine of the angle) is drawn on the rim: it would be out of shape.
_RIM: Final = -0.72

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class View:
    """A projection and the part of its plane that a picture shows.

    centre: longitude and latitude in degrees; ``scale``: units of the picture for the sphere's radius;
    ``across``, ``down``: where the centre of the projection lies in the picture.
    """

    centre: Point
    scale: float = 1.0
    across: float = 0.0
    down: float = 0.0

    def at(self, longitude: float, latitude: float) -> Point:
        """Return where a point of the sphere lies in the picture."""
        return Projection(self).of([(longitude, latitude)])[0]


class Projection:
    """The points of a view, many at a time: what they have in common is worked out once.

    The lines of a graticule have a hundred thousand points, and some thousand longitudes and latitudes.
    """

    def __init__(self, view: View) -> None:
        self._view = view
        self._middle, middle_latitude = (math.radians(degrees) for degrees in view.centre)
        self._sine, self._cosine = math.sin(middle_latitude), math.cos(middle_latitude)
        # Sine and cosine of a longitude (from the centre's) and of a latitude, by the degrees.
        self._turned: dict[float, tuple[float, float]] = {}
        self._north: dict[float, tuple[float, float]] = {}

    def of(self, points: Iterable[Point]) -> list[Point]:
        """Return where points of the sphere, longitude and latitude in degrees, lie in the picture."""
        turned, north = self._turned, self._north
        middle_sine, middle_cosine = self._sine, self._cosine
        across, down, scale = self._view.across, self._view.down, self._view.scale
        made = []
        for longitude, latitude in points:
            if longitude not in turned:
                turned[longitude] = _sine_and_cosine(math.radians(longitude) - self._middle)
            if latitude not in north:
                north[latitude] = _sine_and_cosine(math.radians(latitude))
            turned_sine, turned_cosine = turned[longitude]
            north_sine, north_cosine = north[latitude]
            cosine = middle_sine * north_sine + middle_cosine * north_cosine * turned_cosine
            stretch = math.sqrt(2 / (1 + cosine)) if cosine > _RIM else _rim_stretch(cosine)
            x = stretch * north_cosine * turned_sine
            y = stretch * (middle_cosine * north_sine - middle_sine * north_cosine * turned_cosine)
            made.append((across + x * scale, down - y * scale))
        return made


def _sine_and_cosine(angle: float) -> tuple[float, float]:
    return math.sin(angle), math.cos(angle)


def _rim_stretch(cosine: float) -> float:
    """Return the stretch that puts a point beyond the rim onto it."""
    radius = math.sqrt(2 * (1 - _RIM))
    return radius / math.sqrt(max(1 - cosine * cosine, 1e-12))
