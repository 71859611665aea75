"""Posts: whether a title before a name fits one, and those of who is accredited at a place."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from functools import cache
from typing import Final

from dragoman.entities.gazetteer import gazetteer
from dragoman.entities.model import Entity, Kind
from dragoman.entities.tokens import name_words

_TO_A_STATE: Final = ("Ambassador to", "Minister to")
_IN_A_PLACE: Final = ("Chief of the Liaison Office in", "Head of the Liaison Office in", "Consul General in")


@cache
def posts_at(place: str) -> frozenset[str]:
    """Return the offices, as `compared`, of those who are accredited at a place of the gazetteer."""
    places = gazetteer()
    found: set[str] = set()
    for entity in _called().get(compared(place), ()):
        found |= {compared(f"{post} {name.text}") for post in _IN_A_PLACE for name in entity.names}
        state: Entity | None = entity
        for _ in range(_DEEPEST):
            state = places.get(f"place:{state.within}") if state and state.within else None
            names = state.names if state else ()
            found |= {compared(f"{post} {name.text}") for post in _TO_A_STATE for name in names}
    return frozenset(found)


_DEEPEST: Final = 4  # a city, its region, its republic, the state


@cache
def _called() -> Mapping[str, tuple[Entity, ...]]:
    found: dict[str, list[Entity]] = defaultdict(list)
    for entity in gazetteer().of_kind(Kind.PLACE):
        for name in {compared(name.text) for name in entity.names}:
            found[name].append(entity)
    return {name: tuple(entities) for name, entities in found.items()}


@cache
def compared(text: str) -> str:
    """Return an office or a place as they are compared: words in small letters, without articles."""
    return " ".join(word for word in name_words(text) if word != "the")


_OFFICE_WORDS: Final = {
    "amb": "ambassador",
    "gen": "general",
    "pres": "president",
    "sec": "secretary",
    "premier": "premier",
}
_EMPTY_TITLES: Final = frozenset(("mr", "mrs", "ms", "miss", "dr", "comrade", "comr", "cde", "of", "the"))


def fits_title(title: tuple[str, ...], office: str) -> bool:
    """Return True where a title that says something is part of an office."""
    words = set(name_words(office))
    if "prime" in words and "minister" in words:
        words.add("premier")
    said = [_OFFICE_WORDS.get(word, word) for word in title if word not in _EMPTY_TITLES]
    return bool(said) and all(word in words for word in said)
