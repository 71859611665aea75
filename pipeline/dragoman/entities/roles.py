"""Roles that stand for a person: “the Soviet Foreign Minister”, THE INDIAN PRIME MINISTER.

A role is a country’s adjective and an office. It means somebody for sure in two cases: the document has
introduced one person, and one only, by these very words; or of all who are known one, and one only, held that
office of that state on the day of the document. The years of an office are not exact to the day, so a day in
its first or last year decides nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Final

from dragoman.entities.candidates import Candidate
from dragoman.entities.english import closes_name, looks_english
from dragoman.entities.model import Entity, Kind, Years
from dragoman.entities.tokens import Tokens, name_words
from dragoman.entities.words import words

ROLE: Final = "a country and an office of which it has one"
# By the words of a role, how offices are called in authority files; as names are compared.
_OFFICES: Final[dict[tuple[str, ...], tuple[str, ...]]] = {
    ("foreign", "minister"): (
        *(
            "minister of foreign affairs",
            "minister for foreign affairs",
            "federal minister for foreign affairs",
        ),
        *("minister of foreign relations", "federal secretary for foreign affairs", "foreign minister"),
    ),
    ("foreign", "secretary"): ("foreign secretary",),
    ("prime", "minister"): ("prime minister", "premier", "chairman of the council of ministers"),
    ("premier",): (
        "prime minister",
        "premier",
        "premier of the state council",
        "chairman of the council of ministers",
    ),
    ("president",): ("president",),
    ("defense", "minister"): ("minister of defense", "minister of national defense"),
    ("defence", "minister"): ("minister of defense", "minister of national defense"),
    ("ambassador",): (),
    ("charge",): (),
    ("consul", "general"): (),
}
_NOT_THE_HOLDER: Final = frozenset(
    (
        "former",
        "then",
        "next",
        "new",
        "late",
        "deputy",
        "vice",
        "acting",
        "ex",
        "any",
        "every",
        "another",
        "no",
        "of",
    )
)


def roles(tokens: Tokens, named: Iterable[Candidate]) -> Iterator[Candidate]:
    """Yield the roles of a block; before a name (``named``) an office is its title and no role."""
    starts = {candidate.first for candidate in named if candidate.kind is Kind.PERSON}
    states = _states()
    for index in tokens.followed:
        if tokens.norms[index] not in states or tokens.joins[index] == "-":
            continue
        end = _end_of_office(tokens, index + 1)
        before = tokens[index - 1].norm if index and tokens[index].joins in (" ", "-") else ""
        if end is None or end in starts or before in _NOT_THE_HOLDER or before in words("adjectives"):
            continue
        if tokens.is_capitals or before == "the":
            said = tuple(token.norm for token in tokens.row(index, end))
            yield Candidate(index, end, Kind.PERSON, ROLE, title=said, is_role=True)


def _end_of_office(tokens: Tokens, first: int) -> int | None:
    for office in sorted(_OFFICES, key=len, reverse=True):
        end = first + len(office)
        row = tokens.row(first, end)
        if tuple(token.norm for token in row) != office or any(token.joins != " " for token in row):
            continue
        goes_on = end < len(tokens) and tokens[end].joins in (" ", "-") and tokens[end].is_capitalised
        is_closed = closes_name(tokens, end) or (end < len(tokens) and looks_english(tokens[end].norm))
        return end if (is_closed if tokens.is_capitals else not goes_on) else None
    return None


def holders(said: tuple[str, ...], people: Iterable[Entity], date: str) -> list[Entity]:
    """Return who may have held the office that ``said`` (adjective and office) names, on ``date`` (ISO)."""
    forms = _forms(said)
    if not forms or not date[:4].isdigit():
        return []
    return [
        entity
        for entity in people
        if any(_compared(office.text) in forms and office.years.holds(date) for office in entity.offices)
    ]


def is_held_throughout(said: tuple[str, ...], entity: Entity, date: str) -> bool:
    """Return True where ``date`` lies within the years of the office, in neither its first nor its last."""
    forms = _forms(said)
    held = [office for office in entity.offices if _compared(office.text) in forms]
    return any(_is_within(office.years, date) for office in held)


@cache
def _forms(said: tuple[str, ...]) -> frozenset[str]:
    """Return how an office is called with its state, as offices are compared."""
    offices, states = _OFFICES.get(said[1:], ()), _states().get(said[0], ())
    return frozenset(_compared(f"{office} of {state}") for office in offices for state in states)


def _is_within(years: Years, date: str) -> bool:
    if not years.start or not years.end:
        return False
    return _is_clearly_after(date, years.start) and _is_clearly_after(years.end, date)


def _is_clearly_after(later: str, earlier: str) -> bool:
    """Return True where one date is after another as far as both are told."""
    shared = min(len(later), len(earlier))
    return later[:shared] > earlier[:shared]


@cache
def _compared(office: str) -> str:
    return " ".join(word for word in name_words(office.partition(",")[0]) if word != "the")


@cache
def _states() -> Mapping[str, tuple[str, ...]]:
    found = {}
    for line in words("states-by-adjective"):
        adjective, _, states = line.partition(":")
        found[adjective] = tuple(state.strip() for state in states.split(","))
    return found
