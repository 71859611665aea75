"""Quoted messages: BEGIN TEXT and END TEXT on lines of their own, QTE and UNQTE in the line."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from typing import Final

from dragoman.convert.telegram.lines import FURNITURE, Line, Role
from dragoman.document import Element, Node
from dragoman.source import Span

_OPENING: Final = re.compile(r"(?:BEGIN|START)(?: OF)?(?: [A-Z\-]{2,14}){0,3} TEXT\b ?[:.\-]{0,2}")
_CLOSING: Final = re.compile(r"(?<=[\s.!?\")])\(?END(?: OF)?(?: [A-Z\-]{2,14}){0,3} TEXT\b ?[.)]{0,2}$")
_LONGEST_CLOSING: Final = 72
_INLINE: Final = re.compile(
    r"\b(?:(?P<opens>QTE|QUOTE|BEGIN (?:[A-Z]{2,12} )?(?:TEXT|QUOTE))"
    r"|(?P<closes>UNQTE|UNQUOTE|END (?:QTE|QUOTE|TEXT)))\b:?"
)


def split_quotation_marks(lines: Sequence[Line]) -> list[Line]:
    """Return the lines with BEGIN TEXT and END TEXT on lines of their own.

    ``BEGIN TEXT: THE MINISTRY…`` and ``…OF THE WATER. END TEXT.`` share theirs with the message.
    """
    if not any(line.role is Role.BEGIN_QUOTE for line in lines):
        return list(lines)
    made: list[Line] = []
    is_open = False
    for line in lines:
        if line.role is Role.BEGIN_QUOTE:
            is_open = True
            made.extend(_split_opening(line))
            continue
        closing = None
        if is_open and line.role not in FURNITURE and line.role is not Role.END_QUOTE:
            closing = _CLOSING.search(line.text, max(0, len(line.text) - _LONGEST_CLOSING))
        if closing is not None and closing.start() > 0:
            kept = line.text[: closing.start()].rstrip()
            made.append(line._replace(end=line.start + len(kept), text=kept))
            made.append(Line(Role.END_QUOTE, line.start + closing.start(), line.end, 0, closing[0]))
            is_open = False
        else:
            made.append(line)
            is_open = is_open and line.role is not Role.END_QUOTE
    return made


def _split_opening(line: Line) -> list[Line]:
    opening = _OPENING.match(line.text)
    rest = line.text[opening.end() :].lstrip() if opening else ""
    if opening is None or not rest:
        return [line]
    kept = line.text[: opening.end()].rstrip()
    text = Line(Role.TEXT, line.end - len(rest), line.end, 0, rest)
    return [line._replace(end=line.start + len(kept), text=kept), text]


def partners(lines: Sequence[Line]) -> tuple[dict[int, int], list[int]]:
    """Return the indices of marks that belong together, each with its partner's, and those without one."""
    paired: dict[int, int] = {}
    alone: list[int] = []
    begun = -1
    for index, line in enumerate(lines):
        if line.role is Role.BEGIN_QUOTE:
            if begun >= 0:
                alone.append(begun)
            begun = index
        elif line.role is Role.END_QUOTE:
            if begun >= 0:
                paired[begun], paired[index] = index, begun
                begun = -1
            else:
                alone.append(index)
    if begun >= 0:
        alone.append(begun)
    return paired, alone


def with_quotations(nodes: Sequence[Node], text: str) -> tuple[Node, ...]:
    """Return a paragraph's content with ``quote`` round what stands between QTE and UNQTE.

    The two words stay outside. A mark without a partner is a word: ``DO NOT QUOTE HIM``.
    """
    marks: list[tuple[int, re.Match[str]]] = []
    for index, node in enumerate(nodes):
        if isinstance(node, Span):
            marks.extend((index, match) for match in _INLINE.finditer(text, node.start, node.end))
    pairs = [
        (first, second)
        for first, second in itertools.pairwise(marks)
        if first[1]["opens"] and second[1]["closes"]
    ]
    made: list[Node] = list(nodes)
    for (first, opening), (second, closing) in reversed(pairs):
        made[first : second + 1] = _quoted(made[first : second + 1], opening.end(), closing.start(), text)
    return tuple(made)


def _quoted(nodes: Sequence[Node], start: int, end: int, text: str) -> list[Node]:
    """Return nodes with those from ``start`` to ``end`` in a ``quote``, blanks at its ends outside."""
    first, last = nodes[0], nodes[-1]
    assert isinstance(first, Span)
    assert isinstance(last, Span)
    inner: list[Node] = [*nodes[1:-1], Span(last.start, end)] if len(nodes) > 1 else []
    inner.insert(0, Span(start, first.end if len(nodes) > 1 else end))
    before: list[Node] = [Span(first.start, start)]
    after: list[Node] = [Span(end, last.end)]
    while inner and _is_blank(inner[0], text):
        before.append(inner.pop(0))
    while inner and _is_blank(inner[-1], text):
        after.insert(0, inner.pop())
    if not inner:
        return list(nodes)
    head, tail = inner[0], inner[-1]
    if isinstance(head, Span):
        at = head.end - len(text[head.start : head.end].lstrip())
        before.append(Span(head.start, at))
        inner[0] = head = Span(at, head.end)
    if isinstance(inner[-1], Span):
        tail = inner[-1]
        at = tail.start + len(text[tail.start : tail.end].rstrip())
        after.insert(0, Span(at, tail.end))
        inner[-1] = Span(tail.start, at)
    quote = Element("quote", {}, tuple(inner))
    return [
        node for node in (*before, quote, *after) if not (isinstance(node, Span) and node.start == node.end)
    ]


def _is_blank(node: Node, text: str) -> bool:
    if isinstance(node, Span):
        return not text[node.start : node.end].strip()
    return isinstance(node, Element) and node.name == "lb"
