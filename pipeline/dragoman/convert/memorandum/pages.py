"""Page numbers on lines of their own."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.convert.memorandum import patterns
from dragoman.convert.memorandum.layout import Unit
from dragoman.convert.memorandum.patterns import head_of
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
    if len(bare) > 1 and any(found[a] >= found[b] for a, b in zip(bare, bare[1:], strict=False)):
        return frozenset(found) - frozenset(bare)
    if len(bare) == 1 and len(found) == 1 and found[bare[0]] > 9:
        return frozenset()
    return frozenset(found)
