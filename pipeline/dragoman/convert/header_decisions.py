"""What of the header was decided, each field with the line of the transcript that says it."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Final

from dragoman.convert.context import Decision
from dragoman.convert.word_index import WordIndex
from dragoman.document import DateValue, Metadata
from dragoman.source import SourceText

READ: Final = "read in the transcript"
COMPOSED: Final = "composed or concluded: no line says it in these words"

# No more of a value than this is looked for, or shown.
_LONGEST: Final = 120
_PRECISIONS: Final = {4: "year", 7: "month", 10: "day"}


def header_decisions(
    source: SourceText, metadata: Metadata, explained: Collection[str] = ()
) -> Iterator[Decision]:
    """Yield a decision for every field of the header that has a value, in the order of the header.

    explained: the subjects of decisions that the converter takes itself, which are left out.
    A value that stands in the transcript has the place of its first occurrence and is ``high``;
    one that does not is ``medium``, at the beginning.
    """
    words = WordIndex(source.text)
    for subject, value, wanted in _fields(metadata):
        if not value or subject in explained:
            continue
        offset = words.offset_of((wanted or value)[:_LONGEST])
        evidence, cert = (READ, "high") if offset >= 0 else (COMPOSED, "medium")
        yield Decision(subject, _shortened(value), evidence, cert, source.place(max(0, offset)))
    for date in (metadata.date, *metadata.dates):
        if date is not None and date.kind not in explained and "date" not in explained:
            yield _date_decision(source, words, date)


def precision_of(date: DateValue) -> str:
    """Return how precise a date is: ``year``, ``month``, ``day``, ``minute``, or ``range``."""
    if not date.when:
        return "range" if date.attributes() else "none"
    return _PRECISIONS.get(len(date.when), "minute")


def _date_decision(source: SourceText, words: WordIndex, date: DateValue) -> Decision:
    values = " ".join(f"{name}={value}" for name, value in date.attributes().items())
    offset = words.offset_of(date.text[:_LONGEST])
    reason = date.evidence or (READ if offset >= 0 else COMPOSED)
    subject = f"date ({date.kind})" if date.kind else "date"
    cert = date.cert or ("high" if offset >= 0 else "medium")
    value = f"{values}, precise to the {precision_of(date)}" if date.when else f"{values}, a range"
    return Decision(subject, value, f"{reason}: “{date.text}”", cert, source.place(max(0, offset)))


def _fields(metadata: Metadata) -> Iterator[tuple[str, str, str]]:
    """Yield subject, value, and the words to look for where they are not the value."""
    yield "abstract", metadata.abstract, ""
    yield "repository", metadata.repository, ""
    yield "collection", metadata.collection, ""
    for identifier in metadata.identifiers:
        yield f"identifier ({identifier.type})", identifier.value, ""
    yield "citation", metadata.citation, ""
    yield "classification", metadata.classification, ""
    yield "translator", metadata.translator, ""
    yield "place", metadata.place, ""
    for person in metadata.participants:
        said = ", ".join(part for part in (person.part or "named", person.side, person.role) if part)
        yield "participant", f"{person.name} ({said})", person.name
    for one in metadata.correspondents:
        action = f"{one.action}, {one.subtype}" if one.subtype else one.action
        yield "correspondent", f"{one.name} ({action}, {one.kind})", one.name
    for tag in metadata.tags:
        yield "tag", tag, ""
    for word in metadata.keywords:
        yield "keyword", word, ""
    for reference in metadata.references:
        yield "reference", reference, ""
    yield "precedence", metadata.precedence, ""
    yield "medium", metadata.medium, ""


def _shortened(value: str) -> str:
    return value if len(value) <= _LONGEST else value[: _LONGEST - 1] + "…"
