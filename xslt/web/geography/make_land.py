"""Write land.json, the land of the maps, from the file land-50m.json of the npm package world-atlas.

usage: python make_land.py node_modules/world-atlas/land-50m.json land.json

world-atlas is TopoJSON: arcs of differences in quantised coordinates, joined into rings. What is
written is one list of rings, each a flat list of tenths of a degree (longitude, latitude, then
differences): no map of this software is so large that a tenth of a degree is more than a pixel or
two. Rings that enclose next to nothing at that scale are left out.
"""

import json
import sys
from pathlib import Path

STEPS = 10
LEAST_AREA = 0.04  # square degrees


def arcs_of(topology):
    """Return the arcs in degrees."""
    (scale_x, scale_y), (move_x, move_y) = topology["transform"]["scale"], topology["transform"]["translate"]
    arcs = []
    for arc in topology["arcs"]:
        x = y = 0
        points = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            points.append((x * scale_x + move_x, y * scale_y + move_y))
        arcs.append(points)
    return arcs


def rings_of(topology):
    """Yield every ring of the land, in degrees; islands and lakes alike."""
    arcs = arcs_of(topology)
    for geometry in topology["objects"]["land"]["geometries"]:
        polygons = geometry["arcs"] if geometry["type"] == "MultiPolygon" else [geometry["arcs"]]
        for polygon in polygons:
            for ring in polygon:
                points = []
                for index in ring:
                    arc = arcs[index] if index >= 0 else arcs[~index][::-1]
                    points += arc[1:] if points else arc
                yield points


def area(points):
    """Return what a ring encloses, in square degrees."""
    pairs = zip(points, points[1:] + points[:1], strict=True)
    return abs(sum(x0 * y1 - x1 * y0 for (x0, y0), (x1, y1) in pairs)) / 2


def packed(points):
    """Return a ring as whole steps, each point but the first as its difference from the one before."""
    steps = []
    for x, y in points:
        step = round(x * STEPS), round(y * STEPS)
        if not steps or step != steps[-1]:
            steps.append(step)
    flat = list(steps[0])
    for (x0, y0), (x1, y1) in zip(steps, steps[1:], strict=False):
        flat += [x1 - x0, y1 - y0]
    return flat


topology = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
rings = [packed(ring) for ring in rings_of(topology) if area(ring) >= LEAST_AREA]
lines = ",\n".join(json.dumps(ring, separators=(",", ":")) for ring in rings if len(ring) > 6)
Path(sys.argv[2]).write_text(f"[\n{lines}\n]\n", encoding="utf-8")
