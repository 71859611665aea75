"""Page numbers on lines of their own."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from dragoman.convert.memorandum import patterns
from dragoman.convert.memorandum.layout import Unit
from dragoman.convert.memorandum.patterns import head_of
from dragoman.document import Element, Node
from dragoman.source import SourceText, Span


def page_number(source: SourceText, span: Span) -> str:
    """Return the number of a line that is a page number, or ""."""
    if len(span) > 24:
        return ""
    match = patterns.PAGE_LINE.match(head_of(source, span))
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


def page_nodes(source: SourceText, span: Span) -> list[Node]:
    """Return page break and page number for a line that is one, its brackets in ``@rend``."""
    number = page_number(source, span)
    attributes = {"n": number} if number else {}
    if source.text[span.start] == "[" and source.text[span.end - 1] == "]":
        inner = Span(span.start + 1, span.end - 1)
        opening, closing = Span(span.start, span.start + 1), Span(span.end - 1, span.end)
        printed = Element("fw", {"type": "page-number", "rend": "brackets"}, (inner,), opening, closing)
    else:
        printed = Element("fw", {"type": "page-number"}, (span,))
    return [Element("pb", attributes), printed]
