"""Given names and surnames of some forty languages: which unknown words are somebody's.

The lists are those of the package mimesis (MIT licence, maintained, data in JSON beside its code). They were
not made for this: some names are words too, so a name that is an everyday word of English is left out, and
what stands in these lists is evidence and no proof.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Final

from dragoman.entities.english import is_everyday, listed_words
from dragoman.entities.given_names import given_names
from dragoman.entities.tokens import normalised

_SHORTEST: Final = 3


@cache
def all_given_names() -> frozenset[str]:
    """Return our own list of given names and those of the package, as names are compared."""
    return given_names() | _usable("names")


@cache
def all_surnames() -> frozenset[str]:
    """Return the surnames of the package, as names are compared."""
    return _usable("surnames")


def _usable(key: str) -> frozenset[str]:
    listed = {name for table in _tables() for name in _leaves(table.get(key))}
    # Most are plain ASCII, which needs no more to be compared.
    compared = {
        name.lower() if name.isascii() else normalised(name)
        for name in listed
        if name.isalpha() and len(name) >= _SHORTEST and _is_latin(name)
    }
    return frozenset(name for name in compared - listed_words() if not is_everyday(name))


@cache
def _tables() -> list[dict[str, object]]:
    # The package is found and not imported, which would take longer than reading.
    spec = find_spec("mimesis")
    if spec is None or spec.origin is None:
        return []
    paths = sorted((Path(spec.origin).parent / "datasets").glob("*/person.json"))
    return [json.loads(path.read_text(encoding="utf-8")) for path in paths]


def _leaves(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from _of_all(value.values())
    elif isinstance(value, list):
        yield from _of_all(value)


def _of_all(values: Iterable[object]) -> Iterator[str]:
    for value in values:
        yield from _leaves(value)


def _is_latin(name: str) -> bool:
    return name.isascii() or all(c < "\u0250" or "\u1e00" <= c < "\u1f00" for c in name)
