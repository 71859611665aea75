"""Where pages end: numbers on lines of their own, form feeds, and the heads and feet that pages repeat."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from dragoman.convert.memorandum import patterns
from dragoman.convert.memorandum.layout import Unit
from dragoman.convert.memorandum.patterns import head_of
from dragoman.convert.memorandum.running_heads import RunningHead
from dragoman.document import Element, Node
from dragoman.source import SourceText, Span


def page_number(source: SourceText, span: Span) -> str:
    """Return the number of a line that is a page number, or ""."""
    if len(span) > 24:
        return ""
    line = head_of(source, span)
    match = patterns.PAGE_LINE.match(line)
    if match and match["of"] and int(match["of"]) > int(line.rpartition("/")[2]):
        # “14/3” is the day on which somebody saw it.
        return ""
    return next((number for number in match.groups() if number), "") if match else ""


def page_units(source: SourceText, units: Sequence[Unit]) -> frozenset[int]:
    """Return the indices of the units that are page numbers.

    A bare number is one only where such numbers rise through the document.
    """
    found: dict[int, int] = {}
    bare: list[int] = []
    for index, unit in enumerate(units):
        number = page_number(source, unit.span)
        if number:
            found[index] = int(number)
            if source[unit.span].strip("[]") == number:
                bare.append(index)
    if len(bare) > 1 and any(found[a] >= found[b] for a, b in pairwise(bare)):
        return frozenset(found) - frozenset(bare)
    if len(bare) == 1 and len(found) == 1 and found[bare[0]] > 9:
        return frozenset()
    return frozenset(found)


@dataclass(frozen=True, slots=True)
class Pages:
    """The ends of the pages of a transcript.

    heads:   the lines that pages repeat, by their offset; numbers: the number printed on the page that a form
    feed begins, by the offset of the feed; edges: the lines at the end of a page that a form feed ends or
    begins: it breaks the page, and they do not.
    """

    source: SourceText
    heads: Mapping[int, RunningHead] = field(default_factory=dict)
    numbers: Mapping[int, str] = field(default_factory=dict)
    edges: frozenset[int] = frozenset()

    def breaks(self, start: int, end: int) -> list[Node]:
        """Return a page break for each form feed between two offsets, with the number printed on the page."""
        text, made = self.source.text, []
        at = text.find("\f", start, end)
        while at >= 0:
            number = self.numbers.get(at, "")
            made.append(Element("pb", {"n": number} if number else {}))
            at = text.find("\f", at + 1, end)
        return list(made)

    def line(self, span: Span) -> list[Node]:
        """Return a line of a page's end as furniture, and the page break that its number stands for."""
        head = self.heads.get(span.start)
        if head is not None:
            return [Element("fw", {"type": head.kind}, (span,))]
        number = page_number(self.source, span)
        printed = self._number(span)
        if span.start in self.edges:
            return [printed]
        return [Element("pb", {"n": number} if number else {}), printed]

    def _number(self, span: Span) -> Element:
        text = self.source.text
        if text[span.start] == "[" and text[span.end - 1] == "]":
            inner = Span(span.start + 1, span.end - 1)
            ends = Span(span.start, span.start + 1), Span(span.end - 1, span.end)
            return Element("fw", {"type": "page-number", "rend": "brackets"}, (inner,), *ends)
        return Element("fw", {"type": "page-number"}, (span,))


def pages_of(source: SourceText, spans: Sequence[Span], heads: Mapping[int, RunningHead]) -> Pages:
    """Return the ends of the pages. ``spans``: the lines that are page numbers, running heads or feet."""
    text = source.text
    feeds = [at for at, character in enumerate(text) if character == "\f"] if "\f" in text else []
    if not feeds:
        return Pages(source, heads)
    numbers: dict[int, str] = {}
    edges: set[int] = set()
    ordered = sorted(spans)
    first = 0
    for start, end in pairwise([-1, *feeds, len(text)]):
        last = first
        while last < len(ordered) and ordered[last].start < end:
            last += 1
        at_edge = _at_edges(text, ordered[first:last], start, end)
        first = last
        edges.update(span.start for span in at_edge)
        if start >= 0:
            found = (heads[s.start].number if s.start in heads else page_number(source, s) for s in at_edge)
            numbers[start] = next(filter(None, found), "")
    return Pages(source, heads, numbers, frozenset(edges))


def _at_edges(text: str, spans: Sequence[Span], start: int, end: int) -> list[Span]:
    """Return the lines that nothing parts from the beginning or the end of their page.

    start, end: the form feeds round the page; -1 at the beginning of the transcript, where no feed stands.
    """
    found: list[Span] = []
    at = start + 1
    for span in spans if start >= 0 else ():
        if text[at : span.start].strip():
            break
        found.append(span)
        at = span.end
    below: list[Span] = []
    at = end
    for span in reversed(spans):
        if span in found or text[span.end : at].strip():
            break
        below.insert(0, span)
        at = span.start
    return found + below
