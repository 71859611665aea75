"""New entries for the authority files: what an edition's documents name and its files do not know.

Two sources: an entry of the gazetteer to which a document is linked with certainty, and names that
only their shape tells. Those are gathered into persons first: one entry for all forms of one name, two
for two persons of one surname.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from dragoman.entities.analysis import Analysis, FoundName, is_full
from dragoman.entities.body_parts import ABBREVIATED, NUMBERED, VOWELLESS
from dragoman.entities.drafters import DRAFTER
from dragoman.entities.english import looks_english
from dragoman.entities.link import Certainty, Link, link
from dragoman.entities.loose import LOOSE_PERSON, LOOSE_PLACE
from dragoman.entities.matcher import is_compatible
from dragoman.entities.model import Authorities, Entity, Kind, Name
from dragoman.entities.new_entries import free_id, person_of, printed_name
from dragoman.entities.people_again import surnames_of
from dragoman.entities.people_by_position import INVERTED, SUBJECT
from dragoman.entities.people_in_context import TELLING, UNKNOWN
from dragoman.entities.place_features import LOCATED
from dragoman.entities.place_shapes import NEIGHBOUR, UNLISTED
from dragoman.entities.romanisation import is_same_chinese_name, is_syllable, sound
from dragoman.entities.tokens import name_words
from dragoman.entities.words import words


@dataclass(slots=True)
class _Cluster:
    """Names that are taken for one person's."""

    surname: str
    given: tuple[str, ...]
    texts: dict[str, int] = field(default_factory=dict)
    documents: set[str] = field(default_factory=set)
    is_family_first: bool = False
    surnames: Counter[str] = field(default_factory=Counter)

    def add(self, found: FoundName, text: str, document: str) -> None:
        self.texts[text] = self.texts.get(text, 0) + 1
        self.documents.add(document)
        if found.candidate.surname:
            self.surnames[found.candidate.surname] += 1
        self.is_family_first |= _is_family_first(found)
        if _weight(found.candidate.given) > _weight(self.given):
            self.given = found.candidate.given


def propose(analyses: Sequence[Analysis], authorities: Authorities, gazetteer: Authorities) -> list[Entity]:
    """Return the entries that the documents need beside ``authorities``, sorted by kind and id.

    The analyses have to be made with a matcher of both. Only what is certain becomes an entry.
    """
    adopted: dict[str, Entity] = {}
    people: list[tuple[Analysis, FoundName]] = []
    others: dict[tuple[Kind, str], list[tuple[Analysis, FoundName]]] = defaultdict(list)
    for analysis in analyses:
        doubted = _doubted_surnames(analysis)
        for made in link(analysis, authorities.entities):
            entity = made.entity
            if made.name.candidate.is_role:
                continue  # a role leads to entries that there are, and makes none
            if entity is not None:
                if made.certainty is Certainty.SURE and authorities.get(entity.ref) is None:
                    adopted[entity.ref] = gazetteer.entities[entity.ref]
            elif _is_new(made) and not (
                made.name.candidate.surname in doubted and not is_full(made.name.candidate)
            ):
                _sort_new(analysis, made.name, people, others)
    known = {**authorities.entities, **adopted}
    taken = set(known)
    new = [*_new_people(people, taken), *_new_others(others, taken, gazetteer)]
    everything = {*known, *(entity.ref for entity in new)}
    kept = [_without_dangling(entity, everything) for entity in adopted.values()]
    return sorted([*kept, *new], key=lambda entity: (entity.kind, entity.id))


def _without_dangling(entity: Entity, known: set[str]) -> Entity:
    """Return an adopted entry without references to entries that were not adopted."""
    within = entity.within if f"place:{entity.within}" in known else ""
    offices = tuple(
        replace(office, org=office.org if f"org:{office.org}" in known else "") for office in entity.offices
    )
    return replace(entity, within=within, offices=offices)


def _doubted_surnames(analysis: Analysis) -> set[str]:
    """Return the surnames of those whom a document names in full only where the shape is too little.

    Who met RAISINS after EATEN RAISINS has met nobody who is known to be somebody.
    """
    told: dict[bool, set[str]] = {True: set(), False: set()}
    for found in analysis.names:
        candidate = found.candidate
        if candidate.kind is Kind.PERSON and (is_full(candidate) or candidate.rule in TELLING):
            told[candidate.rule in _TOO_LITTLE].update(surnames_of(candidate))
    return told[True] - told[False]


def _is_new(made: Link) -> bool:
    """Return True for a name that nobody known goes by, and whose shape leaves no doubt."""
    return not made.ranked and not made.name.candidate.is_weak


def _sort_new(
    analysis: Analysis,
    found: FoundName,
    people: list[tuple[Analysis, FoundName]],
    others: dict[tuple[Kind, str], list[tuple[Analysis, FoundName]]],
) -> None:
    candidate = found.candidate
    if candidate.rule in _TOO_LITTLE or (candidate.rule.startswith(SUBJECT) and not is_full(candidate)):
        return
    if candidate.kind is Kind.PERSON:
        people.append((analysis, found))
        return
    tokens = analysis.blocks[found.block].row(candidate.first, candidate.last)
    norms = [token.norm for token in tokens]
    if candidate.kind is Kind.ORG and not candidate.rule.startswith("a post"):
        if norms[0] in _MISSIONS and not analysis.is_telegram:
            return  # “the Embassy in Dacca”, of whom is not said
        said = [
            norm
            for norm in norms
            if norm not in words("org-nouns") and norm not in words("adjectives") and norm not in _QUARTERS
        ]
        if all(word in words("generic-in-bodies") for word in said):
            return
    others[candidate.kind, " ".join(norms)].append((analysis, found))


_MISSIONS: Final = frozenset(("embassy", "consulate", "legation", "mission"))
_QUARTERS: Final = frozenset(("north", "south", "east", "west"))  # “North Korean Embassy”, wherever it is
# What is enough to look at a name in the review is not enough for an entry.
_TOO_LITTLE: Final = frozenset(
    (LOCATED, UNLISTED, NEIGHBOUR, VOWELLESS, UNKNOWN, NUMBERED, LOOSE_PERSON, LOOSE_PLACE, DRAFTER)
)


def _new_people(found: Iterable[tuple[Analysis, FoundName]], taken: set[str]) -> list[Entity]:
    clusters: list[_Cluster] = []
    by_information = sorted(
        found,
        key=lambda pair: (
            not pair[1].candidate.surname,
            -_weight(pair[1].candidate.given),
            pair[0].id,
            pair[1].order,
        ),
    )
    for analysis, name in by_information:
        text = _printed_name(analysis, name)
        fitting = [cluster for cluster in clusters if _fits(cluster, name, text)]
        if len(fitting) > 1:
            in_document = [cluster for cluster in fitting if analysis.id in cluster.documents]
            fitting = in_document if len(in_document) == 1 else fitting
        if not name.candidate.surname:
            fitting = [cluster for cluster in fitting if analysis.id in cluster.documents]
        if len(fitting) == 1:
            fitting[0].add(name, text, analysis.id)
        elif not fitting and name.candidate.surname:
            cluster = _Cluster(name.candidate.surname, name.candidate.given)
            cluster.add(name, text, analysis.id)
            clusters.append(cluster)
    made = []
    for cluster in clusters:
        made.append(_person(cluster, taken))
        taken.add(made[-1].ref)
    return made


def _printed_name(analysis: Analysis, found: FoundName) -> str:
    text = analysis.text(found)
    if found.candidate.rule.startswith(INVERTED):
        surname, _, given = text.partition(", ")
        text = f"{given} {surname}"
    return printed_name(text, is_family_first=_is_family_first(found))


def _is_family_first(found: FoundName) -> bool:
    return "stands first" in found.candidate.rule


def _weight(given: tuple[str, ...]) -> int:
    return sum(len(word) for word in given)


def _fits(cluster: _Cluster, found: FoundName, text: str) -> bool:
    candidate = found.candidate
    if cluster.is_family_first or _is_family_first(found):
        if not candidate.given:
            return candidate.surname in cluster.surnames
        return any(is_same_chinese_name(text, other) for other in cluster.texts)
    if not candidate.surname:
        return len(cluster.given) > 1 and is_compatible(candidate.given, cluster.given)
    if not candidate.given and cluster.given and candidate.surname == cluster.given[-1]:
        return True  # the first of two surnames
    if not is_compatible(candidate.given, cluster.given):
        return False
    # Two spellings of one surname are one person's where initials agree: L. Dorjsuren, L. Dorzhsuren.
    is_spelled_otherwise = bool(candidate.given) and sound(candidate.surname) == sound(cluster.surname)
    return candidate.surname in cluster.surnames or (bool(cluster.given) and is_spelled_otherwise)


def _person(cluster: _Cluster, taken: set[str]) -> Entity:
    surname = min(
        cluster.surnames,
        key=lambda name: (-cluster.surnames[name], name != cluster.surname, name),
        default="",
    )
    texts = sorted(
        cluster.texts,
        key=lambda text: (surname not in name_words(text), -_letters(text), -len(text), text),
    )
    return person_of(
        texts[0], texts[1:], taken, is_family_first=cluster.is_family_first, has_surname=bool(cluster.surname)
    )


def _letters(text: str) -> int:
    return sum(1 for c in text if c.isalpha())


_VOWEL: Final = re.compile("[AEIOUY]")
_LONGEST_ACRONYM: Final = 4
_SMALL_WORDS: Final = frozenset(("OF", "THE", "AND", "FOR", "IN", "ON", "AT", "TO", "DE", "LA", "DES", "DU"))


@dataclass(frozen=True, slots=True)
class _Vocabulary:
    """What the gazetteer knows of words in capitals: abbreviations of bodies, and words of places."""

    abbreviations: frozenset[str]
    places: frozenset[str]


def _vocabulary(gazetteer: Authorities) -> _Vocabulary:
    names = [(entity.kind, name) for entity in gazetteer.entities.values() for name in entity.names]
    return _Vocabulary(
        frozenset(name.text for kind, name in names if kind is Kind.ORG and name.type == "abbreviation"),
        frozenset(word for kind, name in names if kind is Kind.PLACE for word in name_words(name.text)),
    )


def _printed_body(text: str, vocabulary: _Vocabulary) -> str:
    """Return the name of a body like `_printed`, its acronyms in capitals: “Soviet MFA Far Eastern Dept”."""
    printed = printed_name(text)
    if not text.isupper():
        return printed

    def as_printed(match: re.Match[str]) -> str:
        word = match[0].upper()
        if match.start() and word in _SMALL_WORDS:
            return word.lower()
        is_short = len(word) <= _LONGEST_ACRONYM
        is_acronym = (
            word in vocabulary.abbreviations
            or word in ABBREVIATED
            or (len(word) > 1 and not _VOWEL.search(word))
            or (
                is_short
                and not looks_english(word.lower())
                and not is_syllable(word.lower())
                and word.lower() not in vocabulary.places
            )
        )
        return word if is_acronym else match[0]

    return re.sub(r"[^\W\d_]+", as_printed, printed)


def _new_others(
    found: Mapping[tuple[Kind, str], Sequence[tuple[Analysis, FoundName]]],
    taken: set[str],
    gazetteer: Authorities,
) -> list[Entity]:
    new = []
    vocabulary = _vocabulary(gazetteer) if found else _Vocabulary(frozenset(), frozenset())
    for (kind, _), mentions in sorted(found.items()):
        analysis, name = mentions[0]
        is_post = name.candidate.rule.startswith("a post")
        text = analysis.text(name)
        printed = (
            text if is_post else _printed_body(text, vocabulary) if kind is Kind.ORG else printed_name(text)
        )
        identifier = free_id(kind, printed, taken)
        taken.add(f"{kind}:{identifier}")
        names = (Name(printed, "preferred"),)
        new.append(Entity(identifier, kind, printed, names, type="post" if is_post else ""))
    return new
