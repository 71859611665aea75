"""The document between a converter and its TEI: a tree whose leaves are spans of the source.

A converter does not copy text; it says which spans of the transcript stand where.
So it can be proved, before anything is written, that every non-blank character of
the transcript lies in exactly one leaf and that the leaves follow the reading order
(`missing_spans`). What a converter adds of its own is `Added` and never a span.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from dragoman.source import SourceText, Span


@dataclass(frozen=True, slots=True)
class Added:
    """Text that is not in the transcript: a composed heading, a correction."""

    text: str


class Lines(Span):
    """A span of running text whose line ends stand in the file: as a line feed and ``lb`` each.

    Line ends are those of the transcript with the blanks around them, several in a row count as one.
    (One node for a paragraph and not two for each of its lines: a telegram is little else.)
    """

    __slots__ = ()


_NO_ATTRIBUTES: Final[Mapping[str, str]] = {}


class Element(NamedTuple):
    """A TEI element to be. ``name`` is its local name; ``attributes`` as in the file
    (``xml:id``, ``xml:lang`` with their prefix).

    opening, closing: the characters of the transcript that the element's ``rend``
    stands for (brackets, slashes, a bullet); see `dragoman.tei.delimiters`.

    (A named tuple, for a document has hundreds: a frozen dataclass takes four times as long to make.)
    """

    name: str
    attributes: Mapping[str, str] = _NO_ATTRIBUTES
    content: Sequence[Element | Span | Added] = ()
    opening: Span | None = None
    closing: Span | None = None


Node = Element | Span | Added


@dataclass(frozen=True, slots=True)
class DateValue:
    """A date or time span, as precise as its source and no more.

    when, not_before, not_after, from_, to: W3C date or dateTime values ("" where absent);
    cert:     "", "high", "medium" or "low"; evidence: why it was inferred ("" if it was read);
    text:     the words of the source that say it; kind: ``conversation``, ``sent``, …
    """

    when: str = ""
    not_before: str = ""
    not_after: str = ""
    from_: str = ""
    to: str = ""
    cert: str = ""
    evidence: str = ""
    text: str = ""
    kind: str = ""

    def attributes(self) -> dict[str, str]:
        """Return the TEI attributes of the date, in TEI's customary order."""
        pairs = (
            ("when", self.when),
            ("notBefore", self.not_before),
            ("notAfter", self.not_after),
            ("from", self.from_),
            ("to", self.to),
            ("cert", self.cert),
            ("evidence", self.evidence),
        )
        return {name: value for name, value in pairs if value}


@dataclass(frozen=True, slots=True)
class Participant:
    """Somebody who took part, as the transcript names them.

    role: the office (``First Deputy Foreign Minister``); side: the party they belong to;
    part: what they did: ``speaker``, ``attendee``, ``author``, ``notetaker`` or "".
    """

    name: str
    role: str = ""
    side: str = ""
    part: str = ""


@dataclass(frozen=True, slots=True)
class Correspondent:
    """Sender or addressee of a message. ``action``: ``sent``, ``received``;
    ``subtype``: ``action``, ``info`` or "". ``name`` as printed (``AMEMBASSY DACCA``).
    kind: ``organization`` or ``person``.
    """

    action: str
    name: str
    subtype: str = ""
    place: str = ""
    date: DateValue | None = None
    kind: str = "organization"


@dataclass(frozen=True, slots=True)
class Identifier:
    """A number by which an archive knows the document; ``type`` is a name in kebab case."""

    type: str
    value: str


@dataclass(frozen=True, slots=True)
class Metadata:
    """What the header says of a document; every value was read from the transcript
    (or composed out of it, as a telegram's title is).
    """

    title: str
    language: str = "en"
    original_language: str = ""
    term_languages: Sequence[str] = ()
    date: DateValue | None = None
    dates: Sequence[DateValue] = ()
    abstract: str = ""
    repository: str = ""
    collection: str = ""
    identifiers: Sequence[Identifier] = ()
    citation: str = ""
    classification: str = ""
    tags: Sequence[str] = ()
    keywords: Sequence[str] = ()
    participants: Sequence[Participant] = ()
    place: str = ""
    correspondents: Sequence[Correspondent] = ()
    references: Sequence[str] = ()
    medium: str = ""
    precedence: str = ""
    translator: str = ""
    responsibilities: Sequence[tuple[str, str]] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """A transcript understood: its kind, its header, and its text as spans.

    kind: ``memorandum``, ``letter``, ``telegram``, ``catalogue`` or ``search-results``;
    id:   the file stem; body: the children of ``div[@type="document"]``;
    back: the children of ``text/back``.
    """

    id: str
    kind: str
    source: SourceText
    metadata: Metadata
    body: Sequence[Node]
    back: Sequence[Node] = ()


def spans_of(nodes: Sequence[Node]) -> list[Span]:
    """Return the spans of the transcript in reading order, delimiters included."""
    found: list[Span] = []
    _collect_spans(nodes, found)
    return found


def _collect_spans(nodes: Sequence[Node], found: list[Span]) -> None:
    for node in nodes:
        if isinstance(node, Span):
            found.append(node)
        elif isinstance(node, Element):
            _, _, content, opening, closing = node
            if opening is not None:
                found.append(opening)
            if len(content) == 1 and isinstance(content[0], Span):
                # Most elements hold one span and nothing else.
                found.append(content[0])
            elif content:
                _collect_spans(content, found)
            if closing is not None:
                found.append(closing)


def missing_spans(document: Document) -> list[Span]:
    """Return the spans of non-blank text that no leaf holds, or that stand out of order.

    An empty list is the proof that the document holds the whole transcript once.
    """
    source, faults, at = document.source, [], 0
    text = source.text
    spans: list[Span] = []
    _collect_spans(document.body, spans)
    _collect_spans(document.back, spans)
    for span in spans:
        start, end = span
        if start < at:
            faults.append(span)
            continue
        if start > at and not text[at:start].isspace():
            faults.append(source.trimmed(Span(at, start)))
        at = end
    if text[at:].strip():
        faults.append(source.trimmed(Span(at, len(text))))
    return faults
