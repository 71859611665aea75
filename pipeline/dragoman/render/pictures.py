"""The pictures that the edition's pages show: the course of time, the map, the network."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping

from lxml import etree

from dragoman.render.land import read_land
from dragoman.render.map import map_picture, spots
from dragoman.render.network import network_picture
from dragoman.render.timeline import timeline


def timeline_picture(summaries: Iterable[etree._Element], language: str) -> etree._Element | None:
    """Return the home page's picture; None where no document has a date. ``language``: JSON."""
    words: Mapping[str, str] = json.loads(language)
    return timeline(summaries, words["timeline"], words)


def places_picture(places: etree._Element, land: str, language: str) -> etree._Element:
    """Return the map of a register of places; ``land`` is the text of the land's file (`map.LAND`)."""
    words = json.loads(language)
    return map_picture(spots(places), read_land(land), words["map"], words["map-close"])


def parties_picture(
    summaries: Iterable[etree._Element], names: etree._Element, language: str
) -> etree._Element:
    """Return the picture of who speaks with whom; ``names`` as made by `web_context.names`."""
    words: Mapping[str, str] = json.loads(language)
    called = {name.get("ref", ""): name.text or "" for name in names}
    return network_picture(summaries, called, words["network"], words)
