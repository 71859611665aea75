"""How a person's name is turned for a register: the part to look under comes first.

Where the file marks a surname, that is it. Else the variants tell: a name by which the
person is called alone (``Deng``, ``Kapitsa``) is the part. Else the order of the language of the name
or, last, a closed list of Chinese, Korean and Vietnamese surnames decides.
"""

from __future__ import annotations

from typing import Final

from dragoman.entities.model import Entity, Kind, Name
from dragoman.entities.words import words as words_of

_FAMILY_FIRST: Final = frozenset(("zh", "ko", "vi", "ja", "hu", "km"))
_GIVEN_FIRST: Final = frozenset(("en", "ru", "mn", "fr", "de", "es", "pl", "cs", "it", "pt"))
_PARTICLES: Final = frozenset(
    ("de", "da", "di", "du", "la", "le", "van", "von", "der", "den", "dos", "bin", "al")
)


def surname_of(entity: Entity, name: Name | None = None) -> str:
    """Return the part of a person's name that is used alone; the whole where it is one word."""
    name = name or _preferred(entity)
    if name.surname:
        return name.surname
    words = name.text.split()
    if len(words) < 2:
        return name.text
    alone = {other.text for other in entity.names if " " not in other.text}
    for other in entity.names:
        if other.surname:
            alone.add(other.surname)
    for word in (words[0], words[-1]):
        if word in alone:
            return word
    language = name.lang.split("-")[0]
    if language in _FAMILY_FIRST or (
        language not in _GIVEN_FIRST and words[0] in words_of("family-names-first")
    ):
        return words[0]
    return _with_particles(words)


def heading(entity: Entity, name: Name | None = None) -> str:
    """Return a name as the register's heading: “Kapitsa, Mikhail S.”, “Deng Xiaoping”, “Peking”."""
    name = name or _preferred(entity)
    if entity.kind is not Kind.PERSON:
        text = name.text
        return f"{text[4:]}, {text[:3]}" if text.startswith("The ") else text
    surname = surname_of(entity, name)
    if name.text.startswith(surname) or not name.text.endswith(surname):
        return name.text
    given = name.text[: -len(surname)].rstrip(" ,")
    return f"{surname}, {given}" if given else surname


def _preferred(entity: Entity) -> Name:
    return next((name for name in entity.names if name.text == entity.name), Name(entity.name))


def _with_particles(words: list[str]) -> str:
    """Return the last word with the lower-case particles that stand before it (“de Gaulle”)."""
    first = len(words) - 1
    while first > 1 and words[first - 1] in _PARTICLES:
        first -= 1
    return " ".join(words[first:])
