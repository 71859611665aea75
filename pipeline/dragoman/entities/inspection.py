"""What is in the authority files, and what in them is doubtful."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from dragoman.diagnostics import Diagnostic, Rule, Severity
from dragoman.entities.duplicates import Suspicion, suspected_duplicates
from dragoman.entities.headings import heading
from dragoman.entities.mentions import DocumentMentions
from dragoman.entities.model import Authorities, Entity, Kind, Years

UNMENTIONED = Rule(
    "AUT020",
    Severity.NOTE,
    "no document mentions this entry",
    "It will not be in a register. It may be a leftover, or a name that is yet to be linked.",
)
TOO_EARLY = Rule(
    "AUT022",
    Severity.WARNING,
    "somebody is mentioned before being born",
    "The link is to the wrong person, or one of the dates is wrong.",
)
OFFICE_OUTSIDE_LIFE = Rule(
    "AUT023",
    Severity.WARNING,
    "an office lies outside the life of its holder",
    "Dates that contradict each other mislead the linking by date.",
)
DUPLICATE = Rule(
    "AUT024",
    Severity.NOTE,
    "two entries may be one",
    "A person under two ids has half of the mentions under each.",
)
CIRCLE = Rule(
    "AUT025",
    Severity.WARNING,
    "a place lies within itself",
    "The places in which a place lies are a row that ends; going round in a circle it leads nowhere.",
    'kabul: <location><placeName ref="place:afghanistan"/></location>, and afghanistan: '
    '<location><placeName ref="place:kabul"/></location>',
    'kabul: <location><placeName ref="place:afghanistan"/></location>',
)


def listed(authorities: Authorities, kind: Kind, documents: Iterable[DocumentMentions] = ()) -> list[str]:
    """Return a line for each entry of a kind: reference, heading, dates, number of mentions."""
    counts = _counts(documents)
    lines = []
    for entity in sorted(authorities.of_kind(kind), key=lambda e: e.id):
        dates = _dates(entity)
        shown = heading(entity) + (f" ({dates})" if dates else "")
        lines.append(f"{entity.ref}\t{shown}\t{counts[entity.ref]}")
    return lines


def described(entity: Entity, documents: Iterable[DocumentMentions] = ()) -> list[str]:
    """Return what is known of an entry, and each mention in its sentence, as lines."""
    lines = [f"{entity.ref}  {heading(entity)}", f"  {entity.place}"]
    lines += [f"  {name.type}: {name.text}{f' [{name.lang}]' if name.lang else ''}" for name in entity.names]
    lines += [
        f"  {label}: {value}" for label, value in (("dates", _dates(entity)), ("note", entity.bio)) if value
    ]
    for office in entity.offices:
        years = _span(office.years)
        lines.append(f"  office: {office.text}{f' ({years})' if years else ''}")
    lines += [f"  {kind}: {value}" for kind, value in entity.identifiers]
    for document in documents:
        for mention in document.mentions:
            if (mention.kind, mention.id) == (entity.kind, entity.id):
                found = mention.passage
                lines.append(f"  {document.id}#{mention.anchor}: {found.before}[{found.match}]{found.after}")
    return lines


def checked(authorities: Authorities, documents: Iterable[DocumentMentions]) -> list[Diagnostic]:
    """Return what is doubtful: entries nobody mentions, dates that contradict, pairs that may be one."""
    documents = list(documents)
    counts = _counts(documents)
    found = [*_doubtful_dates(authorities, documents), *_circles(authorities)]
    unmentioned = [entity for entity in authorities.entities.values() if not counts[entity.ref]]
    found += [
        UNMENTIONED.at(entity.place, f"no document mentions {entity.ref}", "link it, or delete the entry")
        for entity in unmentioned
    ]
    together = _together(documents)
    found += [_duplicate(pair) for pair in suspected_duplicates(authorities.entities.values(), together)]
    return found


def _doubtful_dates(authorities: Authorities, documents: Iterable[DocumentMentions]) -> Iterator[Diagnostic]:
    for entity in authorities.entities.values():
        for office in entity.offices:
            ends_before = office.years.end and entity.birth and office.years.end[:4] < entity.birth[:4]
            starts_after = office.years.start and entity.death and office.years.start[:4] > entity.death[:4]
            if ends_before or starts_after:
                yield OFFICE_OUTSIDE_LIFE.at(
                    entity.place,
                    f"{entity.ref} ({_dates(entity)}) is said to be {office.text} ({_span(office.years)})",
                    "mend one of the dates",
                )
    for document in documents:
        for reference in sorted({f"{m.kind}:{m.id}" for m in document.mentions}):
            mentioned = authorities.get(reference)
            if mentioned is not None and mentioned.birth and "" < document.date[:4] < mentioned.birth[:4]:
                yield TOO_EARLY.at(
                    mentioned.place,
                    f"{reference}, born {mentioned.birth}, is mentioned in {document.id} of {document.date}",
                    "see whom that document means",
                )


def _circles(authorities: Authorities) -> Iterator[Diagnostic]:
    """Yield each circle of places once, at the first of its ids."""
    for entity in authorities.of_kind(Kind.PLACE):
        row = [entity.id]
        at: Entity | None = entity
        while at is not None and at.within and at.within not in row:
            row.append(at.within)
            at = authorities.get(f"place:{at.within}")
        if at is not None and at.within == entity.id and entity.id == min(row):
            yield CIRCLE.at(
                entity.place,
                " lies within ".join(f"place:{one}" for one in (*row, entity.id)),
                "take away the location that is wrong",
            )


def _duplicate(pair: Suspicion) -> Diagnostic:
    return DUPLICATE.at(
        pair.other.place,
        f"{pair.other.ref} may be {pair.one.ref}: {'; '.join(pair.reasons)}",
        f"if so: dragoman authority merge {pair.other.ref} {pair.one.ref}",
    )


def _counts(documents: Iterable[DocumentMentions]) -> dict[str, int]:
    counts: dict[str, int] = defaultdict(int)
    for document in documents:
        for mention in document.mentions:
            counts[f"{mention.kind}:{mention.id}"] += 1
    return counts


def _together(documents: Iterable[DocumentMentions]) -> dict[str, frozenset[str]]:
    """Return, by reference, the references that stand in one paragraph with it."""
    found: dict[str, set[str]] = defaultdict(set)
    for document in documents:
        by_paragraph: dict[str, set[str]] = defaultdict(set)
        for mention in document.mentions:
            by_paragraph[mention.paragraph].add(f"{mention.kind}:{mention.id}")
        for references in by_paragraph.values():
            for reference in references:
                found[reference] |= references - {reference}
    return {reference: frozenset(others) for reference, others in found.items()}


def _dates(entity: Entity) -> str:
    years = Years(entity.birth, entity.death) if entity.kind is Kind.PERSON else entity.years
    return _span(years)


def _span(years: Years) -> str:
    return f"{years.start[:4]}–{years.end[:4]}" if years.start or years.end else ""
