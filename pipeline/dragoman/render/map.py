"""The places of an edition on a map of the land, drawn when the site is built.

Land only: borders of today would say something untrue of 1949 or 1982. The projection is
Lambert's azimuthal equal-area, centred on the places, so that no region is made greater
than another. Names are set where they meet neither each other nor a place; a name that
finds no room is left to the list below the map, which says all that the map says.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final
from urllib.parse import quote

from lxml import etree

from dragoman.render.svg import Box, Room, element, picture, text_width, written

LAND: Final = "web/geography/land.json"
_STEPS_PER_DEGREE: Final = 10
_LEAST_SPAN: Final = 0.16  # of the sphere's radius: some 1,000 km
# A close-up is drawn where so many mentions, of so many places, fall into so small a part of the whole.
_CLOSE_SHARE: Final = 0.35
_CLOSE_PLACES: Final = 5
_CLOSE_SPAN: Final = 0.3
# What lies further from the centre (the cosine of the angle) is drawn on the rim: it would be out of shape.
_RIM: Final = -0.72
# Kinds of place that are no spot: their name is written across them.
_AREAS: Final = frozenset({"country", "region", "sea", "continent"})

Point = tuple[float, float]
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


SCREEN: Final = Sheet(1200, 720, 15, 90)


@dataclass(frozen=True, slots=True)
class Spot:
    """A place on the map: longitude and latitude in degrees, how often it is mentioned, where it leads.

    is_area: a country or region, written across its middle and not marked by a circle.
    """

    name: str
    longitude: float
    latitude: float
    mentions: int
    address: str
    is_area: bool = False


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
        return _Projection(self).of([(longitude, latitude)])[0]


class _Projection:
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
        # An entry of a large register has its passages elsewhere, and says how many they are.
        mentions = int(entry.get("passages", "0")) or len(entry.findall("mention"))
        if geo is not None and mentions:
            name = entry.findtext("name") or entry.get("heading") or ""
            address = f"places.html#{quote(entry.get('id', ''))}"
            longitude, latitude = float(geo.get("lon", "")), float(geo.get("lat", ""))
            is_area = entry.findtext("kind") in _AREAS
            found.append(Spot(name, longitude, latitude, mentions, address, is_area))
    return sorted(found, key=lambda spot: (-spot.mentions, spot.name, spot.address))


def map_picture(places: Sequence[Spot], land: Sequence[Ring], title: str, close_title: str) -> etree._Element:
    """Return ``<picture>``: the map, a close-up where most places lie close together, the list."""
    holder = etree.Element("picture")
    if not places:
        return holder
    holder.append(land_map(places, places, land, SCREEN, title, "map"))
    close = close_group(places)
    if close:
        heading = etree.SubElement(holder, "h2")
        heading.text = close_title
        holder.append(land_map(close, places, land, SCREEN, close_title, "map-close"))
    holder.append(_list(places))
    return holder


def land_map(
    framed: Sequence[Spot], places: Sequence[Spot], land: Sequence[Ring], sheet: Sheet, title: str, name: str
) -> etree._Element:
    """Return the map of ``places``, cut so that those in ``framed`` fill the sheet."""
    view = _fitted(framed, land, sheet)
    projection = _Projection(view)
    svg = picture(sheet.width, sheet.height, title, name)
    element(svg, "rect", width=sheet.width, height=sheet.height, class_="sea")
    element(svg, "path", d=_outline(projection, land, sheet), class_="land")
    element(svg, "path", d=_graticule(projection, view.scale, sheet), class_="axis")
    seen = [(spot, view.at(spot.longitude, spot.latitude)) for spot in places]
    page = Box(4, 4, sheet.width - 4, sheet.height - 4)
    shown = [(spot, at) for spot, at in seen if Box(*at, *at).inside(page)]
    marked = [(spot, at) for spot, at in shown if not spot.is_area]
    largest = max((spot.mentions for spot, _ in marked), default=1)
    room = Room(page)
    radii = {spot: 3.5 + 13 * math.sqrt(spot.mentions / largest) for spot, _ in marked}
    for spot, (x, y) in marked:
        r = radii[spot] + 1
        room.taken.append(Box(x - r, y - r, x + r, y + r))
    # The largest circles lie undermost, so that none hides another.
    for spot, at in marked:
        _spot(svg, spot, at, radii[spot], sheet.label, room)
    for spot, at in shown:
        if spot.is_area:
            _area(svg, spot, at, sheet.label, room)
    return svg


def _spot(svg: etree._Element, spot: Spot, at: Point, radius: float, label: float, room: Room) -> None:
    x, y = at
    link = element(svg, "a", href=spot.address)
    element(link, "title").text = f"{spot.name}: {spot.mentions}"
    # A little air at its end, so that two names side by side are not read as one.
    width, height = text_width(spot.name, label) + label * 0.4, label * 1.15
    places = _label_places(x, y, radius, width, height)
    taken = room.take_first(box for box, _ in places)
    if taken is not None:
        box, has_lead = places[taken]
        middle = (box.top + box.bottom) / 2
        if has_lead:
            side = box.left if box.left > x else box.right if box.right < x else (box.left + box.right) / 2
            element(link, "path", d=f"M{x:.1f},{y:.1f}L{side:.1f},{middle:.1f}", class_="lead")
        element(
            link, "text", x=box.left, y=middle + label * 0.34, font_size=label, class_="halo"
        ).text = spot.name
    element(link, "circle", cx=x, cy=y, r=radius, class_="spot")


def _area(svg: etree._Element, spot: Spot, at: Point, label: float, room: Room) -> None:
    """Write the name of a country across its middle, or a little beside it, where there is room.

    Further off it would name the neighbour, or the sea: then it is left to the list.
    """
    width, height = text_width(spot.name, label) * 1.25, label * 1.2
    x, y = at
    boxes = [
        Box(x + dx - width / 2, y + dy - height / 2, x + dx + width / 2, y + dy + height / 2)
        for dy in (0, -18, 18, -34, 34)
        for dx in (0, -24, 24, -44, 44)
    ]
    taken = room.take_first(boxes)
    if taken is not None:
        box = boxes[taken]
        link = element(svg, "a", href=spot.address)
        element(link, "title").text = f"{spot.name}: {spot.mentions}"
        element(
            link,
            "text",
            x=(box.left + box.right) / 2,
            y=(box.top + box.bottom) / 2 + label * 0.34,
            font_size=label,
            text_anchor="middle",
            class_="area",
        ).text = spot.name


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
        return 0.05, 0.05
    longitude, latitude = math.degrees(math.atan2(y, x)), math.degrees(math.atan2(z, math.hypot(x, y)))
    # Between the tenths of the land's points: the antipode, which has no place in the plane, is none of them.
    return math.floor(longitude * 10) / 10 + 0.05, math.floor(latitude * 10) / 10 + 0.05


def _centre(places: Sequence[Spot], land: Sequence[Ring]) -> Point:
    """Return a centre for the projection near the middle of the places.

    Its antipode has to lie at sea: the coast round it would come out as a shore round everything else.
    """
    longitude, latitude = _middle(places)
    shifts = (0, 5, -5, 10, -10, 15, -15, 20, -20, 30, -30)
    for shift in shifts:
        opposite = (longitude + shift + 360) % 360 - 180, -latitude
        if not any(_encloses(ring, opposite) for ring in land):
            return longitude + shift, latitude
    return longitude, latitude


def _encloses(ring: Ring, point: Point) -> bool:
    """Return whether a point of the plane lies inside a ring."""
    x, y = point
    is_inside = False
    x0, y0 = ring[-1]
    for x1, y1 in ring:
        if (y0 > y) != (y1 > y) and x < (x1 - x0) * (y - y0) / (y1 - y0) + x0:
            is_inside = not is_inside
        x0, y0 = x1, y1
    return is_inside


def _fitted(places: Sequence[Spot], land: Sequence[Ring], sheet: Sheet) -> View:
    """Return the view that shows all places within the frame."""
    centre = _centre(places, land)
    points = [View(centre).at(spot.longitude, spot.latitude) for spot in places]
    xs, ys = [x for x, _ in points], [y for _, y in points]
    across, down = max(max(xs) - min(xs), _LEAST_SPAN), max(max(ys) - min(ys), _LEAST_SPAN)
    scale = min((sheet.width - 2 * sheet.frame) / across, (sheet.height - 2 * sheet.frame) / down)
    return View(
        centre,
        scale,
        sheet.width / 2 - (max(xs) + min(xs)) / 2 * scale,
        sheet.height / 2 - (max(ys) + min(ys)) / 2 * scale,
    )


def close_group(places: Sequence[Spot]) -> list[Spot]:
    """Return the places round the most mentioned one that deserve a map of their own; often none."""
    marked = [spot for spot in places if not spot.is_area]
    if len(marked) <= _CLOSE_PLACES:
        return []
    centre = marked[0].longitude, marked[0].latitude
    distances = {spot: math.hypot(*View(centre).at(spot.longitude, spot.latitude)) for spot in marked}
    nearest = sorted(marked, key=lambda spot: distances[spot])
    wanted = _CLOSE_SHARE * sum(spot.mentions for spot in marked)
    mentions = 0
    for number, spot in enumerate(nearest, 1):
        mentions += spot.mentions
        if number >= _CLOSE_PLACES and mentions >= wanted:
            is_close = distances[spot] <= _CLOSE_SPAN * distances[nearest[-1]]
            return nearest[:number] if is_close else []
    return []


def _outline(projection: _Projection, land: Sequence[Ring], sheet: Sheet) -> str:
    """Return the path of the land, cut off just outside the picture; points within a pixel are joined."""
    pieces = []
    for ring in land:
        kept: list[Point] = []
        for x, y in _clipped(projection.of(ring), sheet):
            if not kept or abs(x - kept[-1][0]) + abs(y - kept[-1][1]) > 1:
                kept.append((x, y))
        if len(kept) > 2:
            pieces.append("M" + "L".join(f"{written(x)},{written(y)}" for x, y in kept) + "Z")
    return "".join(pieces)


def _clipped(ring: Ring, sheet: Sheet) -> Ring:
    """Return what of a ring lies in the picture or a little outside (Sutherland and Hodgman's method)."""
    for axis, edge, sign in ((0, -20, 1), (0, sheet.width + 20, -1), (1, -20, 1), (1, sheet.height + 20, -1)):
        cut: Ring = []
        for one, other in zip([ring[-1], *ring[:-1]], ring, strict=True):
            before, after = (one[axis] - edge) * sign >= 0, (other[axis] - edge) * sign >= 0
            if before != after:
                share = (edge - one[axis]) / (other[axis] - one[axis])
                cut.append((one[0] + (other[0] - one[0]) * share, one[1] + (other[1] - one[1]) * share))
            if after:
                cut.append(other)
        if not cut:
            return []
        ring = cut
    return ring


def _graticule(projection: _Projection, scale: float, sheet: Sheet) -> str:
    """Return the path of parallels and meridians, as close as the scale asks for."""
    step = next(step for step in (1, 2, 5, 10, 20, 30) if step == 30 or math.radians(step) * scale > 90)
    lines = [[(float(x), y / 2) for y in range(-160, 161)] for x in range(-180, 180, step)]
    lines += [[(float(x), float(y)) for x in range(-180, 181)] for y in range(-90 + step, 90, step)]
    pieces = []
    for line in lines:
        is_drawing = False
        for x, y in projection.of(line):
            if -60 < x < sheet.width + 60 and -60 < y < sheet.height + 60:
                pieces.append(f"{'L' if is_drawing else 'M'}{written(x)},{written(y)}")
                is_drawing = True
            else:
                is_drawing = False
    return "".join(pieces)


def _list(places: Sequence[Spot]) -> etree._Element:
    items = etree.Element("ul", {"class": "as-list", "role": "list"})
    for spot in sorted(places, key=lambda spot: (-spot.mentions, spot.name)):
        item = etree.SubElement(items, "li")
        link = etree.SubElement(item, "a", href=spot.address)
        link.text = spot.name
        link.tail = " "
        etree.SubElement(item, "small").text = str(spot.mentions)
    return items
