"""Entries made of a name as a document has it: how it is printed, what its id is."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from typing import Final

from dragoman.entities.model import Entity, Kind, Name
from dragoman.tei.ids import entity_id

_SUFFIXES: Final = frozenset(("Jr.", "Jr", "Sr.", "Sr", "II", "III", "IV"))


def person_of(
    name: str,
    others: Sequence[str],
    taken: Collection[str],
    *,
    is_family_first: bool = False,
    has_surname: bool = True,
) -> Entity:
    """Return a new entry for a person called ``name`` and ``others``; its id begins with the surname.

    taken: references of the entries that there are.
    """
    parts = name.split()
    last = len(parts) - 1 if len(parts) > 2 and parts[-1] in _SUFFIXES else len(parts)
    turned = name
    if not is_family_first and last > 1:
        turned = " ".join((parts[last - 1], *parts[: last - 1], *parts[last:]))
    surname = "" if last < 2 or not has_surname else parts[0] if is_family_first else parts[last - 1]
    names = [Name(name, "preferred", surname=surname), *(Name(text) for text in others)]
    if surname and surname not in others:
        names.append(Name(surname))
    return Entity(free_id(Kind.PERSON, turned, taken), Kind.PERSON, name, tuple(names))


def entry_of(kind: Kind, text: str, taken: Collection[str], *, is_family_first: bool = False) -> Entity:
    """Return a new entry of a kind for a name as a document writes it; capitals become small letters."""
    if kind is Kind.PERSON:
        return person_of(
            printed_name(text, is_family_first=is_family_first), (), taken, is_family_first=is_family_first
        )
    name = text if kind is Kind.ORG else printed_name(text)
    return Entity(free_id(kind, name, taken), kind, name, (Name(name, "preferred"),))


def free_id(kind: Kind, name: str, taken: Collection[str]) -> str:
    """Return an id for ``name`` that no entry of ``taken`` (references) has."""
    stem = identifier = entity_id(name)
    number = 1
    while f"{kind}:{identifier}" in taken:
        number += 1
        identifier = f"{stem}-{number}"
    return identifier


def printed_name(text: str, *, is_family_first: bool = False) -> str:
    """Return a name without brackets, and in capitals and small letters where it stood in capitals."""
    text = re.sub(r"[\[\]<>{}]", "", text)
    text = re.sub(r"\.(?=[^\W\d_])", ". ", text)
    if not text.isupper():
        return text
    parts = re.split(r"([\s-]+)", text)
    printed = [
        part.lower() if is_family_first and index and parts[index - 1] == "-" else part.capitalize()
        for index, part in enumerate(parts)
    ]
    return "".join(printed)
