"""Entries that may be one: alike in name, not contradicted by dates."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import combinations
from typing import Final

from rapidfuzz.fuzz import token_sort_ratio

from dragoman.entities.headings import surname_of
from dragoman.entities.matcher import is_compatible
from dragoman.entities.model import Entity, Kind
from dragoman.entities.romanisation import is_same_chinese_name, sound
from dragoman.entities.tokens import name_words
from dragoman.entities.words import words

_SAME_DEGREES: Final = 2
ALIKE: Final = 88  # of 100, by the order-free distance of letters


@dataclass(frozen=True, slots=True)
class Suspicion:
    """Two entries that may be one. ``score`` is out of 100; reasons in words."""

    one: Entity
    other: Entity
    score: int
    reasons: tuple[str, ...]


def suspected_duplicates(
    entities: Iterable[Entity], together: Mapping[str, frozenset[str]] | None = None
) -> list[Suspicion]:
    """Return the pairs that may be one entry, the likeliest first.

    together: by reference, the references that stand in one sentence with it: two names in one
    sentence are rarely one person's.
    """
    buckets: dict[tuple[Kind, str], dict[str, Entity]] = defaultdict(dict)
    for entity in entities:
        for name in entity.names:
            for word in name_words(name.text):
                if len(word) > 1:
                    buckets[entity.kind, word[:3]][entity.id] = entity
                    if entity.kind is Kind.PERSON:
                        buckets[entity.kind, sound(word)[:3]][entity.id] = entity
    seen: set[tuple[str, str]] = set()
    found = []
    for bucket in buckets.values():
        for one, other in combinations(sorted(bucket.values(), key=lambda e: e.id), 2):
            if (one.ref, other.ref) in seen:
                continue
            seen.add((one.ref, other.ref))
            suspicion = _suspicion(one, other, (together or {}).get(one.ref, frozenset()))
            if suspicion is not None:
                found.append(suspicion)
    return sorted(found, key=lambda s: (-s.score, s.one.ref, s.other.ref))


def _suspicion(one: Entity, other: Entity, with_one: frozenset[str]) -> Suspicion | None:
    if _contradict(one, other):
        return None
    reasons: list[str] = []
    score = 0
    # Surnames alone are not compared: that two are called Li says nothing.
    names = [[n.text for n in e.names if " " in n.text or e.kind is not Kind.PERSON] for e in (one, other)]
    for first in names[0]:
        for second in names[1]:
            if one.kind is Kind.ORG and _marks(first) != _marks(second):
                continue
            alike = round(token_sort_ratio(" ".join(name_words(first)), " ".join(name_words(second))))
            if alike >= ALIKE and alike > score and _initials_agree(one, other):
                score, reasons = alike, [f"“{first}” and “{second}” are alike"]
            if one.kind is Kind.PERSON and " " in first and is_same_chinese_name(first, second):
                score, reasons = 100, [f"“{first}” and “{second}” are one name in two romanisations"]
    if one.kind is Kind.PERSON and score < ALIKE and _share_surname_and_initials(one, other):
        spelled = "" if surname_of(one) == surname_of(other) else " in two spellings"
        score, reasons = ALIKE, [f"one surname{spelled}, and the initials agree"]
    if not score:
        return None
    if other.ref in with_one:
        score -= 20
        reasons.append("but they stand in one sentence")
    return Suspicion(one, other, score, tuple(reasons)) if score >= ALIKE - 20 else None


def _marks(name: str) -> frozenset[str]:
    """Return the words that tell one body from its like: CCP from CPSU, Polish from Soviet."""
    parts = name.split()
    return frozenset(part for part in parts if part.isupper() or part.casefold() in words("adjectives"))


def _contradict(one: Entity, other: Entity) -> bool:
    for first, second in ((one.birth, other.birth), (one.death, other.death)):
        if first and second and first[:4] != second[:4]:
            return True
    if one.geo is None or other.geo is None:
        return False
    return max(abs(a - b) for a, b in zip(one.geo, other.geo, strict=True)) > _SAME_DEGREES


def _share_surname_and_initials(one: Entity, other: Entity) -> bool:
    first, second = (" ".join(name_words(surname_of(entity))) for entity in (one, other))
    same = first == second or (bool(first) and sound(first) == sound(second))
    return same and bool(_given(one)) and bool(_given(other)) and _initials_agree(one, other)


def _given(entity: Entity) -> list[str]:
    surname = name_words(surname_of(entity))
    return [word for word in name_words(entity.name) if word not in surname]


def _initials_agree(one: Entity, other: Entity) -> bool:
    if one.kind is not Kind.PERSON:
        return True
    first, second = _given(one), _given(other)
    if is_compatible(first, second):
        return True
    # Spellings of one given name (Iosif, Joseph) begin alike or not; initials that differ do tell.
    if not first or not second or min(len(first[0]), len(second[0])) < 2:
        return False
    return first[0][0] == second[0][0]
