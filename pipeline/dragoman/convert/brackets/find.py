"""The brackets of a text as a tree: which opening belongs to which closing character."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from dragoman.source import Span
from dragoman.tei.delimiters import REND_OF

# What closes what. A full-width bracket may close an ASCII one: typists mix the two.
_FAMILY: Final = {
    "[": "s",
    "]": "s",
    "［": "s",
    "］": "s",
    "(": "p",
    ")": "p",
    "（": "p",
    "）": "p",
    "【": "l",
    "】": "l",
    "〔": "t",
    "〕": "t",
}
_OPENING: Final = frozenset("[［(（【〔")
_MARK: Final = re.compile("[][［］()（）【】〔〕]")

# Saxon refuses trees of more than 100 levels; no translator nests more than three.
DEEPEST: Final = 8


class Bracket(NamedTuple):
    """A pair of brackets with what stands between them.

    opening, closing: the two delimiters; rend: the token of ``@rend`` that stands for them,
    "" where they are of two shapes and must stay in the text; children: the pairs within.
    """

    opening: Span
    closing: Span
    rend: str
    children: tuple[Bracket, ...] = ()

    @property
    def inner(self) -> Span:
        """The text between the two."""
        return Span(self.opening.end, self.closing.start)

    @property
    def is_parenthesis(self) -> bool:
        """True for round brackets, which are the author's more often than the translator's."""
        return self.rend in ("parentheses", "fullwidth-parentheses")


class Brackets(NamedTuple):
    """The pairs of a stretch of text in the order of their opening, and what has no partner.

    unpaired: single brackets without a partner; parentheses are not among them,
    because ``1)`` is no fault; too_deep: pairs below the deepest level that is kept.
    """

    pairs: tuple[Bracket, ...]
    unpaired: tuple[Span, ...] = ()
    too_deep: tuple[Span, ...] = ()


_NONE: Final = Brackets(())


class _Pair(NamedTuple):
    opening: int
    closing: int


def find_brackets(text: str, span: Span) -> Brackets:
    """Return the bracket pairs of ``text`` within ``span``.

    A closing bracket takes the nearest open one of its family. A parenthesis never
    reaches across an open square bracket; a square one does across an open parenthesis,
    which then has no partner. Time is linear in the length of the span.
    """
    if not _MARK.search(text, span.start, span.end):
        return _NONE
    stack: list[int] = []
    open_count = dict.fromkeys("splt", 0)
    pairs: list[_Pair] = []
    unpaired: list[int] = []
    for match in _MARK.finditer(text, span.start, span.end):
        at, family = match.start(), _FAMILY[match[0]]
        if match[0] in _OPENING:
            stack.append(at)
            open_count[family] += 1
            continue
        if not open_count[family] or (family == "p" and _FAMILY[text[stack[-1]]] != "p"):
            unpaired.append(at)
            continue
        while True:
            opening = stack.pop()
            open_count[_FAMILY[text[opening]]] -= 1
            if _FAMILY[text[opening]] == family:
                break
            unpaired.append(opening)
        pairs.append(_Pair(opening, at))
    unpaired.extend(stack)
    kept, too_deep = _without_the_deepest(pairs)
    lone = sorted(at for at in unpaired if _FAMILY[text[at]] != "p")
    return Brackets(
        _tree(kept, text),
        tuple(Span(at, at + 1) for at in lone),
        tuple(Span(pair.opening, pair.closing + 1) for pair in too_deep),
    )


def _without_the_deepest(pairs: Sequence[_Pair]) -> tuple[list[_Pair], list[_Pair]]:
    """Return the pairs in order of their opening, those down to `DEEPEST` levels and the others."""
    kept: list[_Pair] = []
    too_deep: list[_Pair] = []
    ends: list[int] = []
    for pair in sorted(pairs):
        while ends and ends[-1] < pair.opening:
            ends.pop()
        ends.append(pair.closing)
        (kept if len(ends) <= DEEPEST else too_deep).append(pair)
    return kept, too_deep


def _tree(pairs: Sequence[_Pair], text: str) -> tuple[Bracket, ...]:
    """Return nested brackets; ``pairs`` stand in the order of their opening."""
    top: list[Bracket] = []
    open_pairs: list[tuple[_Pair, list[Bracket]]] = []

    def close_before(at: int) -> None:
        while open_pairs and open_pairs[-1][0].closing < at:
            pair, children = open_pairs.pop()
            into = open_pairs[-1][1] if open_pairs else top
            into.append(_bracket(pair, children, text))

    for pair in pairs:
        close_before(pair.opening)
        open_pairs.append((pair, []))
    close_before(len(text) + 1)
    return tuple(top)


def _bracket(pair: _Pair, children: Sequence[Bracket], text: str) -> Bracket:
    rend = REND_OF.get((text[pair.opening], text[pair.closing]), "")
    opening, closing = Span(pair.opening, pair.opening + 1), Span(pair.closing, pair.closing + 1)
    return Bracket(opening, closing, rend, tuple(children))
