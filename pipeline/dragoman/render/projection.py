"""From the sphere to a picture: Lambert's azimuthal equal-area projection, centred where a map needs it.

No region is made greater than another.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Final, Generic, TypeVar

# What lies further from the centre (the cosine of the angle) is drawn on the rim: it would be out of shape.
_RIM: Final = -0.72

Point = tuple[float, float]
# A point that is in no picture.
FAR: Final = (math.inf, math.inf)
Factors = TypeVar("Factors")


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
        self._turned = _Known(self._longitude)
        self._north = _Known(self._latitude)

    def reach(self, width: float, height: float, beyond: float) -> float:
        """Return how far from the centre a sheet and its edges reach, in radii of the sphere."""
        view = self._view
        across = max(view.across, width - view.across) + beyond
        down = max(view.down, height - view.down) + beyond
        return math.hypot(across, down) / view.scale

    def sees_meridian(self, longitude: float, reach: float) -> bool:
        """Return False for a meridian, in degrees, of which nothing lies within ``reach`` (`of`)."""
        # The greatest cosine on the whole circle of which it is one half.
        return math.hypot(self._sine, self._cosine * self._turned[longitude][1]) >= _least_cosine(reach)

    def sees_parallel(self, latitude: float, reach: float) -> bool:
        """Return False for a parallel, in degrees, of which nothing lies within ``reach`` (`of`)."""
        _, near, far, _, _ = self._north[latitude]
        return near + far >= _least_cosine(reach)

    def of(self, points: Iterable[Point], reach: float = math.inf) -> list[Point]:
        """Return where points of the sphere, longitude and latitude in degrees, lie in the picture.

        What lies further from the centre than ``reach`` may be `FAR` instead: who draws nothing there need
        not wait for it.
        """
        least = _least_cosine(reach)
        turned, north = self._turned, self._north
        across, down, scale = self._view.across, self._view.down, self._view.scale
        made: list[Point] = []
        put, sqrt = made.append, math.sqrt
        for longitude, latitude in points:
            turned_sine, turned_cosine = turned[longitude]
            north_cosine, near, far, up, back = north[latitude]
            cosine = near + far * turned_cosine
            if cosine < least:
                put(FAR)
                continue
            stretch = sqrt(2 / (1 + cosine)) if cosine > _RIM else _rim_stretch(cosine)
            x = stretch * north_cosine * turned_sine
            y = stretch * (up - back * turned_cosine)
            put((across + x * scale, down - y * scale))
        return made

    def _longitude(self, degrees: float) -> tuple[float, float]:
        """Return the sine and the cosine of a longitude, from the centre's."""
        angle = math.radians(degrees) - self._middle
        return math.sin(angle), math.cos(angle)

    def _latitude(self, degrees: float) -> tuple[float, float, float, float, float]:
        """Return the cosine of a latitude, what it adds to the angle from the centre and to the height."""
        angle = math.radians(degrees)
        sine, cosine = math.sin(angle), math.cos(angle)
        middle_sine, middle_cosine = self._sine, self._cosine
        return (
            cosine,
            middle_sine * sine,
            middle_cosine * cosine,
            middle_cosine * sine,
            middle_sine * cosine,
        )


class _Known(dict[float, Factors], Generic[Factors]):
    """What has been worked out of degrees; what has not is when it is asked for."""

    def __init__(self, work_out: Callable[[float], Factors]) -> None:
        self._work_out = work_out

    def __missing__(self, degrees: float) -> Factors:
        self[degrees] = made = self._work_out(degrees)
        return made


def _least_cosine(reach: float) -> float:
    """Return the cosine of the angle whose chord is so long."""
    # A trifle less, lest a point of the edge be lost.
    least = 1 - reach * reach / 2 - 1e-9
    return least if least >= _RIM else -math.inf


def _rim_stretch(cosine: float) -> float:
    """Return the stretch that puts a point beyond the rim onto it."""
    radius = math.sqrt(2 * (1 - _RIM))
    return radius / math.sqrt(max(1 - cosine * cosine, 1e-12))
