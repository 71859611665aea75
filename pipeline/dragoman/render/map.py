"""The places of an edition on a map of the land, drawn when the site is built.

Land only: borders of today would say something untrue of 1949 or 1982. The projection is
Lambert's azimuthal equal-area, centred on the places, so that no region is made greater
than another. Names are set where they meet neither each other nor a place; a name that
finds no room is left to the list below the map, which says all that the map says.
"""

from __future__ import annotations

import json
import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final
from urllib.parse import quote

from lxml import etree

from dragoman.render.svg import Box, Room, element, picture, text_width, written

WIDTH: Final = 1200
HEIGHT: Final = 720
LAND: Final = "web/geography/land.json"
_STEPS_PER_DEGREE: Final = 10
_FRAME: Final = 90  # from the outermost place to the edge
_LEAST_SPAN: Final = 0.16  # of the sphere's radius: some 1,000 km
_LABEL: Final = 15
# A close-up is drawn where half the mentions fall into a field so much smaller than the whole.
_CLOSE_SHARE: Final = 0.45
_CLOSE_SPAN: Final = 0.42

Point = tuple[float, float]
Ring = list[Point]


@dataclass(frozen=True, slots=True)
class Spot:
    """A place on the map: longitude and latitude in degrees, how often it is mentioned, where it leads."""

    name: str
    longitude: float
    latitude: float
    mentions: int
    address: str


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
        mid_longitude, mid_latitude = (math.radians(degrees) for degrees in self.centre)
        turned, north = math.radians(longitude) - mid_longitude, math.radians(latitude)
        cosine = math.sin(mid_latitude) * math.sin(north) + math.cos(mid_latitude) * math.cos(
            north
        ) * math.cos(turned)
        stretch = math.sqrt(2 / max(1 + cosine, 1e-6))
        x = stretch * math.cos(north) * math.sin(turned)
        y = stretch * (
            math.cos(mid_latitude) * math.sin(north)
            - math.sin(mid_latitude) * math.cos(north) * math.cos(turned)
        )
        return self.across + x * self.scale, self.down - y * self.scale


def read_land(text: str) -> list[Ring]:
    """Return the rings of the land in degrees; form: xslt/web/geography/README.md."""
    rings = []
    for flat in json.loads(text):
        x = y = 0
        ring = []
        for dx, dy in zip(flat[::2], flat[1::2], strict=True):
            x, y = x + dx, y + dy
            ring.append((x / _STEPS_PER_DEGREE, y / _STEPS_PER_DEGREE))
        rings.append(ring)
    return rings


def spots(register: etree._Element) -> list[Spot]:
    """Return the places of the register that have coordinates, the most mentioned first."""
    found = []
    for entry in register.iter("entry"):
        geo = entry.find("geo")
        mentions = len(entry.findall("mention"))
        if geo is not None and mentions:
            name = entry.findtext("name") or entry.get("heading") or ""
            address = f"places.html#{quote(entry.get('id', ''))}"
            longitude, latitude = float(geo.get("lon", "")), float(geo.get("lat", ""))
            found.append(Spot(name, longitude, latitude, mentions, address))
    return sorted(found, key=lambda spot: (-spot.mentions, spot.name, spot.address))


def map_picture(places: Sequence[Spot], land: Sequence[Ring], title: str, close_title: str) -> etree._Element:
    """Return ``<picture>``: the map, a close-up where most places lie close together, the list."""
    holder = etree.Element("picture")
    if not places:
        return holder
    holder.append(_map(places, places, land, title, "map"))
    close = _close_group(places)
    if close:
        heading = etree.SubElement(holder, "h2")
        heading.text = close_title
        holder.append(_map(close, places, land, close_title, "map-close"))
    holder.append(_list(places))
    return holder


def _map(
    framed: Sequence[Spot], places: Sequence[Spot], land: Sequence[Ring], title: str, name: str
) -> etree._Element:
    view = _fitted(framed)
    svg = picture(WIDTH, HEIGHT, title, name)
    element(svg, "rect", width=WIDTH, height=HEIGHT, class_="sea")
    element(svg, "path", d=_outline(view, land), class_="land")
    seen = [(spot, view.at(spot.longitude, spot.latitude)) for spot in places]
    page = Box(4, 4, WIDTH - 4, HEIGHT - 4)
    shown = [(spot, at) for spot, at in seen if Box(*at, *at).inside(page)]
    largest = max(spot.mentions for spot, _ in shown)
    room = Room(page)
    radii = {spot: 3.5 + 13 * math.sqrt(spot.mentions / largest) for spot, _ in shown}
    for spot, (x, y) in shown:
        r = radii[spot] + 1
        room.taken.append(Box(x - r, y - r, x + r, y + r))
    # The largest circles lie undermost, so that none hides another.
    for spot, at in shown:
        _spot(svg, spot, at, radii[spot], room)
    return svg


def _spot(svg: etree._Element, spot: Spot, at: Point, radius: float, room: Room) -> None:
    x, y = at
    link = element(svg, "a", href=spot.address)
    element(link, "title").text = f"{spot.name}: {spot.mentions}"
    width, height = text_width(spot.name, _LABEL), _LABEL * 1.15
    places = _label_places(x, y, radius, width, height)
    taken = room.take_first(box for box, _ in places)
    if taken is not None:
        box, has_lead = places[taken]
        middle = (box.top + box.bottom) / 2
        if has_lead:
            side = box.left if box.left > x else box.right if box.right < x else (box.left + box.right) / 2
            element(link, "path", d=f"M{x:.1f},{y:.1f}L{side:.1f},{middle:.1f}", class_="lead")
        element(
            link, "text", x=box.left, y=middle + _LABEL * 0.34, font_size=_LABEL, class_="halo"
        ).text = spot.name
    element(link, "circle", cx=x, cy=y, r=radius, class_="spot")


def _label_places(x: float, y: float, radius: float, width: float, height: float) -> list[tuple[Box, bool]]:
    """Return where a name may stand, the best first: beside its place, above, below, then further off."""
    found = []
    for distance in (4.0, 16.0, 30.0, 48.0, 70.0):
        gap = radius + distance
        slant = gap * 0.71
        corners = [
            (x + gap, y - height / 2),
            (x - gap - width, y - height / 2),
            (x + slant, y - slant - height),
            (x + slant, y + slant),
            (x - slant - width, y - slant - height),
            (x - slant - width, y + slant),
            (x - width / 2, y - gap - height),
            (x - width / 2, y + gap),
        ]
        found += [(Box(a, b, a + width, b + height), distance > 10) for a, b in corners]
    return found


def _middle(places: Sequence[Spot]) -> Point:
    """Return the middle of places on the sphere, the more mentioned weighing more."""
    x = y = z = 0.0
    for spot in places:
        longitude, latitude = math.radians(spot.longitude), math.radians(spot.latitude)
        weight = math.sqrt(spot.mentions)
        x += weight * math.cos(latitude) * math.cos(longitude)
        y += weight * math.cos(latitude) * math.sin(longitude)
        z += weight * math.sin(latitude)
    if math.hypot(x, y, z) < 1e-9:
        return 0.0, 0.0
    return round(math.degrees(math.atan2(y, x)), 1), round(math.degrees(math.atan2(z, math.hypot(x, y))), 1)


def _fitted(places: Sequence[Spot]) -> View:
    """Return the view that shows all places within the frame."""
    centre = _middle(places)
    points = [View(centre).at(spot.longitude, spot.latitude) for spot in places]
    xs, ys = [x for x, _ in points], [y for _, y in points]
    across, down = max(max(xs) - min(xs), _LEAST_SPAN), max(max(ys) - min(ys), _LEAST_SPAN)
    scale = min((WIDTH - 2 * _FRAME) / across, (HEIGHT - 2 * _FRAME) / down)
    return View(
        centre,
        scale,
        WIDTH / 2 - (max(xs) + min(xs)) / 2 * scale,
        HEIGHT / 2 - (max(ys) + min(ys)) / 2 * scale,
    )


def _span(places: Sequence[Spot], centre: Point) -> float:
    points = [View(centre).at(spot.longitude, spot.latitude) for spot in places]
    return max(
        max(x for x, _ in points) - min(x for x, _ in points),
        max(y for _, y in points) - min(y for _, y in points),
    )


def _close_group(places: Sequence[Spot]) -> list[Spot]:
    """Return the places round the most mentioned one that deserve a map: none, or four at least."""
    centre = places[0].longitude, places[0].latitude
    field = max(_span(places, _middle(places)) * _CLOSE_SPAN / 2, _LEAST_SPAN)
    near = [
        spot for spot in places if math.hypot(*View(centre).at(spot.longitude, spot.latitude)) <= field / 1.6
    ]
    share = sum(spot.mentions for spot in near) / sum(spot.mentions for spot in places)
    return near if 4 <= len(near) < len(places) and share >= _CLOSE_SHARE else []


def _outline(view: View, land: Sequence[Ring]) -> str:
    """Return the path of the land that reaches into the picture; points closer than a pixel are joined."""
    pieces = []
    for ring in land:
        points = [view.at(*point) for point in ring]
        is_seen = any(-40 < x < WIDTH + 40 and -40 < y < HEIGHT + 40 for x, y in points)
        if not is_seen and not _surrounds(points):
            continue
        kept: list[Point] = []
        for x, y in points:
            at = round(min(max(x, -900), WIDTH + 900), 1), round(min(max(y, -900), HEIGHT + 900), 1)
            if not kept or abs(at[0] - kept[-1][0]) + abs(at[1] - kept[-1][1]) > 1:
                kept.append(at)
        if len(kept) > 2:
            pieces.append("M" + "L".join(f"{written(x)},{written(y)}" for x, y in kept) + "Z")
    return "".join(pieces)


def _surrounds(points: Sequence[Point]) -> bool:
    """Return whether a ring that has no point in the picture may still go round it."""
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return min(xs) < 0 and max(xs) > WIDTH and min(ys) < 0 and max(ys) > HEIGHT


def _list(places: Sequence[Spot]) -> etree._Element:
    items = etree.Element("ul", {"class": "as-list", "role": "list"})
    for spot in sorted(places, key=lambda spot: (-spot.mentions, spot.name)):
        item = etree.SubElement(items, "li")
        link = etree.SubElement(item, "a", href=spot.address)
        link.text = spot.name
        link.tail = f" {spot.mentions}"
    return items
