"""Which stretches of running text hold, touch or cut which brackets."""

from __future__ import annotations

from collections.abc import Sequence, Set

from dragoman.convert.brackets.encode import Mark
from dragoman.convert.brackets.find import Bracket, Brackets
from dragoman.source import Span


def meet(span: Span, other: Span) -> bool:
    """Return True where two stretches share a character."""
    return span.start < other.end and other.start < span.end


def holds(span: Span, bracket: Bracket) -> bool:
    """Return True where a stretch holds the whole of a bracket."""
    return span.start <= bracket.opening.start and bracket.closing.end <= span.end


def overlaps(span: Span, bracket: Bracket) -> bool:
    """Return True where a stretch and a bracket share a character."""
    return bracket.opening.start < span.end and bracket.closing.end > span.start


def touches_any(span: Span, brackets: Sequence[Bracket]) -> bool:
    """Return True where a stretch shares a character with any bracket."""
    return any(overlaps(span, bracket) for bracket in brackets)


def cuts_any(span: Span, brackets: Sequence[Bracket]) -> bool:
    """Return True where a stretch holds a part of a bracket and not the whole."""
    return any(overlaps(span, bracket) and not holds(span, bracket) for bracket in brackets)


def outside(brackets: Sequence[Bracket], marks: Sequence[Mark]) -> list[Bracket]:
    """Return the brackets that no mark touches."""
    return [b for b in brackets if not any(overlaps(mark.span, b) for mark in marks)]


def without(found: Brackets, starts: Set[int]) -> Brackets:
    """Return brackets without those that begin at any of ``starts``: the number of a page stands in them."""
    if not starts or not found.pairs:
        return found
    return found._replace(pairs=_without(found.pairs, starts))


def _without(pairs: Sequence[Bracket], starts: Set[int]) -> tuple[Bracket, ...]:
    return tuple(
        pair._replace(children=_without(pair.children, starts)) if pair.children else pair
        for pair in pairs
        if pair.opening.start not in starts
    )
