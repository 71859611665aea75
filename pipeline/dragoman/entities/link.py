"""Whom a name means: evidence is added up, and what it amounts to is said.

Every piece of evidence has points and a reason in words. ``sure`` needs enough points and
a clear lead over every other candidate; ``likely`` less of both; everything else is ``open``.
The order of the document counts: who was named in full before is meant by the surname after.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final, NamedTuple

from dragoman.entities.analysis import Analysis, FoundName, is_full
from dragoman.entities.brackets_after import given_in_brackets
from dragoman.entities.candidates import Candidate
from dragoman.entities.headings import surname_of
from dragoman.entities.matcher import Form, Use, is_compatible, mission_and_seat
from dragoman.entities.model import Entity, Kind, Name
from dragoman.entities.posts import compared, fits_title, posts_at
from dragoman.entities.roles import holders, is_held_throughout
from dragoman.entities.tokens import Tokens, name_words


class Certainty(StrEnum):
    """How far a link can be defended."""

    SURE = "sure"
    LIKELY = "likely"
    OPEN = "open"


class Evidence(NamedTuple):
    """A reason for a link, or against it (negative points)."""

    points: int
    reason: str


class Ranked(NamedTuple):
    """A candidate entity with its evidence."""

    entity: Entity
    evidence: tuple[Evidence, ...]

    @property
    def points(self) -> int:
        """The sum of the evidence."""
        return sum(piece.points for piece in self.evidence)


class Link(NamedTuple):
    """What is held of one name: the ranked candidates, best first, and how certain the first is."""

    name: FoundName
    certainty: Certainty
    ranked: tuple[Ranked, ...]

    @property
    def entity(self) -> Entity | None:
        """The entity that is meant, None where it is open."""
        return self.ranked[0].entity if self.certainty is not Certainty.OPEN else None


SURE_POINTS: Final = 6
SURE_LEAD: Final = 3
LIKELY_POINTS: Final = 4
_FORM_POINTS: Final[dict[Form, tuple[int, str]]] = {
    Form.FULL: (6, "the full name"),
    Form.INITIALS: (4, "initials and surname"),
    Form.ABBREVIATION: (5, "a listed abbreviation"),
    Form.ALONE: (3, "a name listed to stand alone"),
    Form.SURNAME: (1, "the surname"),
}
_YOUNGEST: Final = 14  # nobody in these papers is younger
_MEMORY: Final = 15  # years within which an office is still what somebody is known for


@dataclass(slots=True)
class _Known:
    """Who has been named so far in a document."""

    full: dict[str, int] = field(default_factory=dict)
    people: dict[str, Entity] = field(default_factory=dict)
    called: dict[str, dict[str, Entity]] = field(default_factory=lambda: defaultdict(dict))
    others: dict[str, set[tuple[str, ...]]] = field(default_factory=lambda: defaultdict(set))
    titled: dict[tuple[str, ...], dict[str, Entity | None]] = field(default_factory=lambda: defaultdict(dict))


def link(analysis: Analysis, own: Mapping[str, Entity] | None = None) -> list[Link]:
    """Return a link for each name of a document, in reading order.

    ``own``: the entries of the edition's authority files by reference; candidates that are not
    among them come from the gazetteer and count for less.
    """
    own = own or {}
    known = _Known()
    people = analysis.people or [e for e in own.values() if e.kind is Kind.PERSON]
    later = {ref for name in analysis.names for ref in _refs_named_in_full(name.candidate)}
    linked_before = sorted((block, tagged.start, ref) for block, tagged, ref in analysis.linked)
    links = []
    for name in analysis.names:
        start = analysis.blocks[name.block][name.candidate.first].start
        while linked_before and linked_before[0][:2] < (name.block, start):
            for ref in linked_before.pop(0)[2].split():
                known.full.setdefault(ref, name.order)
        made = _link(analysis, name, known, later, own, people)
        links.append(made)
        _remember(name, made, known)
    return links


def _refs_named_in_full(candidate: Candidate) -> Iterable[str]:
    full = [use for use in candidate.uses if use.form >= Form.INITIALS]
    return [full[0].entity.ref] if len(full) == 1 else []


def _remember(name: FoundName, made: Link, known: _Known) -> None:
    candidate = name.candidate
    if candidate.kind is Kind.PERSON and len(candidate.title) > 1 and not candidate.is_role:
        known.titled[candidate.title][made.entity.ref if made.entity else candidate.surname] = made.entity
    if candidate.kind is not Kind.PERSON or not is_full(candidate):
        return
    if made.entity is not None:
        known.full.setdefault(made.entity.ref, name.order)
        known.people[made.entity.ref] = made.entity
        surname = " ".join(name_words(surname_of(made.entity)))
        for called in {surname, candidate.surname} - {""}:
            known.called[called][made.entity.ref] = made.entity
    elif candidate.surname:
        known.others[candidate.surname].add(candidate.given)


def _link(
    analysis: Analysis,
    name: FoundName,
    known: _Known,
    later: set[str],
    own: Mapping[str, Entity],
    people: Sequence[Entity],
) -> Link:
    date = analysis.dates[name.block]
    if name.candidate.is_role:
        return _link_role(name, date, known, own, people)
    uses = _possible(name.candidate, date) or _named_before(name.candidate, known)
    uses = _own_first(uses, own)
    is_mission = name.candidate.kind is Kind.ORG and any(use.form is Form.SURNAME for use in uses)
    seats = _seats(analysis, name, own) if is_mission else frozenset()
    against = tuple(_against_all(analysis, name))
    said = given_in_brackets(analysis.blocks[name.block], name.candidate)
    posts = posts_at(analysis.place) if name.candidate.kind is Kind.PERSON and uses else frozenset()
    ranked = in_rank(
        Ranked(
            use.entity,
            (
                *_evidence(use, name.candidate, date, known, later, own, uses, seats, posts),
                *_bracketed(use.entity, said),
                *against,
            ),
        )
        for use in uses
    )
    if not ranked:
        return Link(name, Certainty.OPEN, ())
    lead = ranked[0].points - ranked[1].points if len(ranked) > 1 else SURE_LEAD
    if ranked[0].points >= SURE_POINTS and lead >= SURE_LEAD:
        certainty = Certainty.SURE
    elif ranked[0].points >= LIKELY_POINTS and lead >= 1:
        certainty = Certainty.LIKELY
    else:
        certainty = Certainty.OPEN
    return Link(name, certainty, ranked)


def in_rank(found: Iterable[Ranked]) -> tuple[Ranked, ...]:
    """Return candidates with the best first; equals are in the order of their references."""
    return tuple(sorted(found, key=lambda ranked: (-ranked.points, ranked.entity.ref)))


def _possible(candidate: Candidate, date: str) -> list[Use]:
    """Return the uses that the date allows, one for each entity."""
    best: dict[str, Use] = {}
    for use in candidate.uses:
        if use.entity.kind is not candidate.kind or not _could_be_named(use.entity, date):
            continue
        known = best.get(use.entity.ref)
        if known is None or known.form < use.form:
            best[use.entity.ref] = use
    return list(best.values())


def _link_role(
    name: FoundName, date: str, known: _Known, own: Mapping[str, Entity], people: Sequence[Entity]
) -> Link:
    """Return whom a role means: the one so introduced, or else the one who then held the office."""
    said = name.candidate.title
    introduced = known.titled.get(said, {})
    one = next(iter(introduced.values()), None) if len(introduced) == 1 else None
    found = holders(said, people, date)
    if one is not None and all(entity.ref == one.ref for entity in found):
        reason = Evidence(SURE_POINTS, f"introduced before as “{' '.join(said)}”, and nobody else is")
        certainty = Certainty.SURE if one.ref in own else Certainty.OPEN
        return Link(name, certainty, (Ranked(one, (reason,)),))
    is_sure = len(found) == 1 and not introduced and found[0].ref in own
    is_sure = is_sure and is_held_throughout(said, found[0], date)
    reason = Evidence(SURE_POINTS if is_sure else 1, "held this office on the day of the document")
    ranked = tuple(Ranked(entity, (reason,)) for entity in sorted(found, key=lambda e: e.ref))
    return Link(name, Certainty.SURE if is_sure else Certainty.OPEN, ranked)


def _against_all(analysis: Analysis, name: FoundName) -> Iterable[Evidence]:
    """Yield what the words round a name say against whomever it may mean."""
    tokens, first = analysis.blocks[name.block], name.candidate.first
    if name.candidate.kind is Kind.PERSON:
        at = first - len(name.candidate.title)
        if at > 0 and tokens[at].joins == " " and tokens[at - 1].norm in _OTHERS:
            yield Evidence(-2 * SURE_POINTS, "the text says that this is another")
    elif tokens[first].norm in _MISSIONS and not analysis.is_telegram and _is_in_cable_style(name, tokens):
        # In a telegram of the State Department EMBASSY MOSCOW is its own; elsewhere it may be anybody's.
        yield Evidence(-4, "whose mission it is is not said")


def _bracketed(entity: Entity, said: tuple[str, ...]) -> Iterable[Evidence]:
    """Yield what given names in brackets after a surname say for somebody, or against."""
    if not said:
        return
    given = [own for own in (_given_names(entity, name) for name in entity.names) if own]
    if not given:
        return
    if any(is_compatible(own, said) for own in given):
        yield Evidence(4, f"“{' '.join(said)}” in brackets after the name fits")
    else:
        yield Evidence(-SURE_POINTS, f"“{' '.join(said)}” in brackets after the name is somebody else")


def _given_names(entity: Entity, name: Name) -> list[str]:
    own = name_words(surname_of(entity, name))
    return [word for word in name_words(name.text) if word not in own]


def _is_in_cable_style(name: FoundName, tokens: Tokens) -> bool:
    """Return True for “Embassy Moscow”, without a preposition between the mission and its seat."""
    row = tokens.row(name.candidate.first, name.candidate.last)
    return len(row) > 1 and all(token.norm not in ("in", "at", "of") for token in row)


_OTHERS: Final = frozenset(("different", "another", "namesake", "unrelated"))
_MISSIONS: Final = frozenset(("embassy", "consulate", "legation", "mission"))


def _own_first(uses: list[Use], own: Mapping[str, Entity]) -> list[Use]:
    """Return the uses without the gazetteer's where an entry of the edition has just this name.

    The gazetteer may know the same thing under another id. A single word is another matter: what
    an edition's Castro is called is also the name of the Castro whom everybody means.
    """
    best = max((use.form for use in uses if use.entity.ref in own), default=Form.SURNAME)
    if best < Form.ABBREVIATION:
        return uses
    return [use for use in uses if use.entity.ref in own]


def _named_before(candidate: Candidate, known: _Known) -> list[Use]:
    """Return who was named in full before and may be meant by a surname that nobody lists, or by
    given name and patronymic.
    """
    if candidate.kind is not Kind.PERSON:
        return []
    if candidate.surname and not candidate.given:
        called = list(known.called.get(candidate.surname, {}).values())
    elif not candidate.surname and len(candidate.given) > 1:
        called = [entity for entity in known.people.values() if _has_given(entity, candidate.given)]
    else:
        return []
    return [Use(entity, Name(surname_of(entity)), Form.SURNAME) for entity in called]


def _has_given(entity: Entity, given: tuple[str, ...]) -> bool:
    for name in entity.names:
        rest = _given_names(entity, name)
        if len(rest) > 1 and is_compatible(rest, given):
            return True
    return False


def _could_be_named(entity: Entity, date: str) -> bool:
    if not date or not entity.birth[:4].isdigit():
        return True
    return int(date[:4]) >= int(entity.birth[:4]) + _YOUNGEST


def _evidence(
    use: Use,
    candidate: Candidate,
    date: str,
    known: _Known,
    later: set[str],
    own: Mapping[str, Entity],
    uses: list[Use],
    seats: frozenset[str],
    posts: frozenset[str],
) -> Iterable[Evidence]:
    entity = use.entity
    points, reason = _FORM_POINTS[use.form]
    yield Evidence(points, reason)
    if len(uses) == 1:
        yield Evidence(
            2, "nobody else is so called here" if _is_person(entity) else "nothing else is so called"
        )
    if entity.ref in own:
        yield Evidence(1, "an entry of this edition")
    if candidate.is_weak:
        yield Evidence(-4, "it may be an ordinary word")
    if not use.name.years.holds(date):
        yield Evidence(-1, "the name is of another time")
    if entity.kind is Kind.PERSON:
        yield from _personal_evidence(use, candidate, date, known, later)
        if any(office.years.holds(date) and compared(office.text) in posts for office in entity.offices):
            yield Evidence(1, "accredited where the document was written")
    elif use.form is Form.SURNAME:
        yield from _seat_evidence(use, seats)
    if entity.kind is not Kind.PERSON and not entity.years.holds(date):
        yield Evidence(-1, "it did not exist, or not under its main name, at that date")


def _seat_evidence(use: Use, seats: frozenset[str]) -> Iterable[Evidence]:
    """Yield what the place of the document says of a mission that is named without its seat."""
    if " ".join(name_words(mission_and_seat(use.name.text)[1])) in seats:
        yield Evidence(4, "it sits where the document was written")
    else:
        yield Evidence(-4, "where it sits is not said")


def _seats(analysis: Analysis, name: FoundName, own: Mapping[str, Entity]) -> frozenset[str]:
    """Return the names, as compared, of the place a document was written at; none where a place follows."""
    end = name.candidate.last
    if any(
        other.block == name.block and other.candidate.first == end and other.candidate.kind is Kind.PLACE
        for other in analysis.names
    ):
        return frozenset()
    written = " ".join(name_words(analysis.place))
    if not written:
        return frozenset()
    known = [
        {" ".join(name_words(called.text)) for called in entity.names}
        for entity in own.values()
        if entity.kind is Kind.PLACE
    ]
    return frozenset({written}.union(*(names for names in known if written in names)))


def _is_person(entity: Entity) -> bool:
    return entity.kind is Kind.PERSON


def _personal_evidence(
    use: Use, candidate: Candidate, date: str, known: _Known, later: set[str]
) -> Iterable[Evidence]:
    entity = use.entity
    if use.form < Form.INITIALS:
        if entity.ref in known.full:
            yield Evidence(4, "named in full before")
        elif entity.ref in later:
            yield Evidence(1, "named in full later")
        rivals = known.others.get(candidate.surname or _surname_of(candidate, use), set())
        if rivals:
            yield Evidence(-5, "somebody else of this surname is named in full before")
    offices = [office for office in entity.offices if date and office.years.holds(date)]
    if candidate.title and any(
        fits_title(candidate.title, office.text) for office in offices or entity.offices
    ):
        yield Evidence(2, f"the title “{' '.join(candidate.title)}” fits an office held")
    if any(office.years.start or office.years.end for office in offices):
        yield Evidence(1, "in office at that date")
    elif use.form is Form.ALONE and date and _is_within_memory(entity, date):
        yield Evidence(1, "in office not long before")


def _surname_of(candidate: Candidate, use: Use) -> str:
    words = name_words(use.name.text)
    return words[-1] if words else candidate.surname


def _is_within_memory(entity: Entity, date: str) -> bool:
    ends = [int(o.years.end[:4]) for o in entity.offices if o.years.end[:4].isdigit()]
    return any(0 <= int(date[:4]) - end <= _MEMORY for end in ends) if date[:4].isdigit() else False
