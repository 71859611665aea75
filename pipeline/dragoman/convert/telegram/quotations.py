"""Quoted messages: BEGIN TEXT and END TEXT on lines of their own, QTE and UNQTE in the line."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
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
    marks = [
        match for node in nodes if isinstance(node, Span) for match in _INLINE.finditer(text, *_ends(node))
    ]
    edges: list[int] = []
    for first, second in itertools.pairwise(marks):
        if first["opens"] and second["closes"]:
            edges.extend((first.end(), second.start()))
    if not edges:
        return tuple(nodes)
    made: list[Node] = []
    inner: list[Node] = []
    is_quoting = False
    for node in _cut_at(nodes, edges):
        if isinstance(node, int):
            if is_quoting:
                made.extend(_quoted(inner, text))
                inner = []
            is_quoting = not is_quoting
        else:
            (inner if is_quoting else made).append(node)
    return tuple(made)


def _ends(span: Span) -> tuple[int, int]:
    return span.start, span.end


def _cut_at(nodes: Sequence[Node], edges: Sequence[int]) -> Iterator[Node | int]:
    """Yield the nodes, their spans cut at each edge, and each edge where it lies."""
    at = 0
    for node in nodes:
        if not isinstance(node, Span):
            yield node
            continue
        start = node.start
        while at < len(edges) and edges[at] <= node.end and edges[at] >= node.start:
            if edges[at] > start:
                yield node.part(start, edges[at])
            start = edges[at]
            yield edges[at]
            at += 1
        if start < node.end:
            yield node.part(start, node.end)


def _quoted(nodes: Sequence[Node], text: str) -> list[Node]:
    """Return nodes in a ``quote``, with the blanks and line ends at its two ends outside it."""
    first, last = 0, len(nodes)
    while first < last and _is_blank(nodes[first], text):
        first += 1
    while last > first and _is_blank(nodes[last - 1], text):
        last -= 1
    if first == last:
        return list(nodes)
    before, inner, after = list(nodes[:first]), list(nodes[first:last]), list(nodes[last:])
    head = inner[0]
    if isinstance(head, Span):
        at = head.end - len(text[head.start : head.end].lstrip())
        before.append(head.part(head.start, at))
        inner[0] = head.part(at, head.end)
    tail = inner[-1]
    if isinstance(tail, Span):
        at = tail.start + len(text[tail.start : tail.end].rstrip())
        after.insert(0, tail.part(at, tail.end))
        inner[-1] = tail.part(tail.start, at)
    quote = Element("quote", {}, tuple(inner))
    made: list[Node] = [*before, quote, *after]
    return [node for node in made if not (isinstance(node, Span) and node.start == node.end)]


def _is_blank(node: Node, text: str) -> bool:
    if isinstance(node, Span):
        return not text[node.start : node.end].strip()
    return isinstance(node, Element) and node.name == "lb"
