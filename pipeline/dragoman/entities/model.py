"""What an edition knows of a person, a place or an organisation."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from dragoman.diagnostics import Place


class Kind(StrEnum):
    """The kinds of entity; the value is the prefix of a reference (``person:mao-zedong``)."""

    PERSON = "person"
    PLACE = "place"
    ORG = "org"

    @property
    def plural(self) -> str:
        """The name of the authority file's stem and of the register."""
        return _PLURALS[self]

    @property
    def tag(self) -> str:
        """The local name of the element that tags a mention."""
        return _TAGS[self]


_PLURALS: Final[dict[Kind, str]] = {
    Kind.PERSON: "people",
    Kind.PLACE: "places",
    Kind.ORG: "organizations",
}
_TAGS: Final[dict[Kind, str]] = {
    Kind.PERSON: "persName",
    Kind.PLACE: "placeName",
    Kind.ORG: "orgName",
}
# To ask the class for the kind of a value takes five times as long.
_KINDS: Final[dict[str, Kind]] = {kind.value: kind for kind in Kind}


def split_reference(reference: str) -> tuple[Kind, str] | None:
    """Return kind and id of ``person:mao-zedong``; None when the prefix is not one of ours."""
    prefix, colon, name = reference.partition(":")
    kind = _KINDS.get(prefix)
    return (kind, name) if colon and name and kind else None


@dataclass(frozen=True, slots=True)
class Years:
    """A span of time with W3C dates as bounds, "" where it is open or unknown."""

    start: str = ""
    end: str = ""

    def holds(self, date: str) -> bool:
        """Return True unless ``date`` (ISO, any precision) lies certainly outside."""
        if not date:
            return True
        shorter = min(len(date), len(self.start)) if self.start else 0
        if shorter and date[:shorter] < self.start[:shorter]:
            return False
        shorter = min(len(date), len(self.end)) if self.end else 0
        return not (shorter and date[:shorter] > self.end[:shorter])


@dataclass(frozen=True, slots=True)
class Name:
    """One name of an entity.

    type: ``preferred``, ``variant``, ``abbreviation`` or ``former``; lang: a BCP 47 tag or "";
    surname: the part by which a person is called alone, "" where the file does not say.
    """

    text: str
    type: str = "variant"
    lang: str = ""
    surname: str = ""
    years: Years = Years()


@dataclass(frozen=True, slots=True)
class Office:
    """A post, rank or profession, with its years; ``org`` is the id of an organisation or ""."""

    text: str
    years: Years = Years()
    org: str = ""


_NOWHERE: Final = Place("")


@dataclass(frozen=True, slots=True)
class Entity:
    """An entry of an authority file or of the gazetteer.

    name:    the preferred name; names: all names in the order of the file, that one included;
    type:    ``country``, ``settlement``, ``embassy``, …: the entry's @type, or "";
    birth, death: W3C dates or ""; years: of the preferred name: when there was such a place or body;
    within:  id of the place that a place lies in or an organisation sits in, or "";
    geo:     latitude and longitude in degrees; identifiers: pairs of type and value;
    place:   where the entry stands.
    """

    id: str
    kind: Kind
    name: str
    names: tuple[Name, ...] = ()
    type: str = ""
    sort_key: str = ""
    birth: str = ""
    death: str = ""
    years: Years = Years()
    offices: tuple[Office, ...] = ()
    within: str = ""
    geo: tuple[float, float] | None = None
    identifiers: tuple[tuple[str, str], ...] = ()
    bio: str = ""
    place: Place = _NOWHERE

    @property
    def ref(self) -> str:
        """The reference by which documents point here, for example ``person:mao-zedong``."""
        return self.kind + ":" + self.id

    @property
    def variants(self) -> tuple[Name, ...]:
        """The names other than the preferred one."""
        return tuple(name for name in self.names if name.text != self.name)


@dataclass(frozen=True, slots=True)
class Authorities:
    """The entries of an edition's authority files (or of the gazetteer) by reference."""

    entities: Mapping[str, Entity] = field(default_factory=dict)

    @classmethod
    def of(cls, entities: Iterable[Entity]) -> Authorities:
        """Return the authorities that hold ``entities``; of two with one id the first stays."""
        by_ref: dict[str, Entity] = {}
        for entity in entities:
            by_ref.setdefault(entity.ref, entity)
        return cls(by_ref)

    def get(self, reference: str) -> Entity | None:
        """Return the entry that ``reference`` points to, or None."""
        return self.entities.get(reference)

    def of_kind(self, kind: Kind) -> Iterator[Entity]:
        """Yield the entries of one kind in the order of the file."""
        return (entity for entity in self.entities.values() if entity.kind is kind)

    def with_entities(self, more: Iterable[Entity]) -> Authorities:
        """Return these authorities and ``more``; an entry that is already here stays."""
        return Authorities.of([*self.entities.values(), *more])

    def __len__(self) -> int:
        return len(self.entities)
