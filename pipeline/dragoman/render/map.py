"""The places of an edition on a map of the land, drawn when the site is built.

Land only: borders of today would say something untrue of 1949 or 1982. Names are set where they
meet neither each other nor a place; a name that finds no room is left to the list below the map,
which says all that the map says.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final
from urllib.parse import quote

from lxml import etree

from dragoman.render.land import Ring, Sheet, encloses, graticule, outline
from dragoman.render.projection import Point, Projection, View
from dragoman.render.svg import Box, Room, element, picture, text_width

_LEAST_SPAN: Final = 0.16  # of the sphere's radius: some 1,000 km
# A close-up is drawn where so many mentions, of so many places, fall into so small a part of the whole.
_CLOSE_SHARE: Final = 0.35
_CLOSE_PLACES: Final = 5
_CLOSE_SPAN: Final = 0.3
# Kinds of place that are no spot: their name is written across them.
_AREAS: Final = frozenset({"country", "region", "sea", "continent"})

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


def spots(register: etree._Element) -> list[Spot]:
    """Return the places of the register that have coordinates, the most mentioned first."""
    found = []
    for entry in register.iter("entry"):
        geo = entry.find("geo")
        # An entry of a large register has its passages elsewhere, and says how many they are.
        mentions = int(entry.get("passages", "0")) or len(entry.findall("document/mention"))
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
    projection = Projection(view)
    svg = picture(sheet.width, sheet.height, title, name)
    element(svg, "rect", width=sheet.width, height=sheet.height, class_="sea")
    element(svg, "path", d=outline(projection, land, sheet), class_="land")
    element(svg, "path", d=graticule(projection, view.scale, sheet), class_="axis")
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
        if not any(encloses(ring, opposite) for ring in land):
            return longitude + shift, latitude
    return longitude, latitude


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


def _list(places: Sequence[Spot]) -> etree._Element:
    items = etree.Element("ul", {"class": "as-list", "role": "list"})
    for spot in sorted(places, key=lambda spot: (-spot.mentions, spot.name)):
        item = etree.SubElement(items, "li")
        link = etree.SubElement(item, "a", href=spot.address)
        link.text = spot.name
        link.tail = " "
        etree.SubElement(item, "small").text = str(spot.mentions)
    return items
