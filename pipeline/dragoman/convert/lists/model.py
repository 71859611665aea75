"""A list understood, before it becomes TEI: sections of lines, and entries made of parts.

Everything is a span of the transcript. What lies between two parts of an entry (white space,
leader dots, commas) belongs to the entry and is written as it stands.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

from dragoman.convert.dates import FoundDate
from dragoman.source import Span

PartRole = Literal[
    "bullet",
    "number",
    "date",
    "undated",
    "title",
    "abstract",
    "identifier",
    "sender",
    "recipient",
    "tags",
    "label",
    "attachment",
    "furniture",
]

SectionRole = Literal["furniture", "head", "paragraph", "range", "query", "list-head", "entry"]


class Part(NamedTuple):
    """A piece of an entry. ``type``: of an identifier or furniture; ``parts``: of an attachment."""

    role: PartRole
    span: Span
    date: FoundDate | None = None
    type: str = ""
    parts: tuple[Part, ...] = ()


class Entry(NamedTuple):
    """One document that the list names: its parts in reading order.

    cert: "" where the layout says that it is an entry, "low" where only its words do.
    """

    span: Span
    parts: tuple[Part, ...]
    cert: str = ""

    def first(self, role: PartRole) -> Part | None:
        """Return the first part that plays ``role``, or None."""
        for part in self.parts:
            if part.role == role:
                return part
        return None


class Section(NamedTuple):
    """A stretch of the page. ``type``: of furniture; ``inner``: the numbers of a range, the query."""

    role: SectionRole
    span: Span
    type: str = ""
    inner: tuple[tuple[str, Span], ...] = ()
    entry: Entry | None = None


@dataclass(frozen=True, slots=True)
class ShownRange:
    """Which results a page shows of how many: ``21 - 30 of 34``; ``None`` for what it leaves unsaid.

    Without ``first``, ``last`` is how many it shows.
    """

    span: Span
    first: int | None = None
    last: int | None = None
    total: int | None = None
    spans: tuple[tuple[str, Span], ...] = ()

    @property
    def expected(self) -> int | None:
        """How many entries the page has to hold by its own word, or None."""
        first = 1 if self.first is None else self.first
        return None if self.last is None or self.last < first else self.last - first + 1
