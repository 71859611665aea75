"""The land and the net of degrees as paths of a picture: what a map has under its places."""

from __future__ import annotations

import json
import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Final

from dragoman.render.projection import Point, Projection

LAND: Final = "web/geography/land.json"
_STEPS_PER_DEGREE: Final = 10

Ring = list[Point]


@dataclass(frozen=True, slots=True)
class Sheet:
    """What a map is drawn on, in units of the picture.

    label: the size of its names; ``frame``: from the outermost place to the edge.
    """

    width: float
    height: float
    label: float
    frame: float


def read_land(text: str) -> list[Ring]:
    """Return the rings of the land in degrees; form: xslt/web/geography/README.md."""
    rings = []
    for flat in json.loads(text):
        across, down = ([at / _STEPS_PER_DEGREE for at in accumulate(flat[start::2])] for start in (0, 1))
        rings.append(list(zip(across, down, strict=True)))
    return rings


def encloses(ring: Ring, point: Point) -> bool:
    """Return whether a point of the plane lies inside a ring."""
    x, y = point
    is_inside = False
    x0, y0 = ring[-1]
    for x1, y1 in ring:
        if (y0 > y) != (y1 > y) and x < (x1 - x0) * (y - y0) / (y1 - y0) + x0:
            is_inside = not is_inside
        x0, y0 = x1, y1
    return is_inside


def outline(projection: Projection, land: Sequence[Ring], sheet: Sheet) -> str:
    """Return the path of the land, cut off just outside the picture; points within a pixel are joined."""
    pieces = []
    for ring in land:
        kept: list[Point] = []
        last_x = last_y = math.inf
        for point in _clipped(projection.of(ring), sheet):
            x, y = point
            if abs(x - last_x) + abs(y - last_y) > 1:
                kept.append(point)
                last_x, last_y = point
        if len(kept) > 2:
            pieces.append("M" + "L".join([f"{x:.1f},{y:.1f}" for x, y in kept]) + "Z")
    return _shortened("".join(pieces))


def _clipped(ring: Ring, sheet: Sheet) -> Ring:
    """Return what of a ring lies in the picture or a little outside (Sutherland and Hodgman's method)."""
    for axis, edge, sign in ((0, -20, 1), (0, sheet.width + 20, -1), (1, -20, 1), (1, sheet.height + 20, -1)):
        along = [point[axis] for point in ring]
        least, most = (min(along), max(along)) if sign > 0 else (max(along), min(along))
        # Most rings lie wholly on one side of an edge.
        if (least - edge) * sign >= 0:
            continue
        if (most - edge) * sign < 0:
            return []
        cut: Ring = []
        for one, other in zip([ring[-1], *ring[:-1]], ring, strict=True):
            before, after = (one[axis] - edge) * sign >= 0, (other[axis] - edge) * sign >= 0
            if before != after:
                share = (edge - one[axis]) / (other[axis] - one[axis])
                cut.append((one[0] + (other[0] - one[0]) * share, one[1] + (other[1] - one[1]) * share))
            if after:
                cut.append(other)
        ring = cut
    return ring


def graticule(projection: Projection, scale: float, sheet: Sheet) -> str:
    """Return the path of parallels and meridians, as close as the scale asks for."""
    step = next(step for step in (1, 2, 5, 10, 20, 30) if step == 30 or math.radians(step) * scale > 90)
    reach = projection.reach(sheet.width, sheet.height, 60)
    meridians = [float(x) for x in range(-180, 180, step) if projection.sees_meridian(x, reach)]
    parallels = [float(y) for y in range(-90 + step, 90, step) if projection.sees_parallel(y, reach)]
    lines = [[(x, y / 2) for y in range(-160, 161)] for x in meridians]
    lines += [[(float(x), y) for x in range(-180, 181)] for y in parallels]
    pieces: list[str] = []
    for line in lines:
        is_drawing = False
        for x, y in projection.of(line, reach):
            if -60 < x < sheet.width + 60 and -60 < y < sheet.height + 60:
                pieces.append(f"{'L' if is_drawing else 'M'}{x:.1f},{y:.1f}")
                is_drawing = True
            else:
                is_drawing = False
    return _shortened("".join(pieces))


def _shortened(path: str) -> str:
    """Return a path whose numbers have one decimal each with such numbers as `svg.written` gives."""
    return path.replace("-0.0", "0").replace(".0", "")
