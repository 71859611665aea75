"""Marks that the communications centre put into a text where the transmission failed it."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Final

from dragoman.document import Element, Node
from dragoman.source import Span

MARK: Final = re.compile(
    r"\((?:#{1,3}|\*{1,3}|GARBLED?(?: TEXT)?|GARBLE IN TEXT|TEXT MISSING|LINE MISSING)\)"
)


def with_garbles(nodes: Sequence[Node], text: str, next_id: Callable[[], str]) -> tuple[Node, ...]:
    """Return running text with each mark such as ``(#)`` as a note of the transmission.

    next_id: gives the id of the next note.
    """
    made: list[Node] = []
    for node in nodes:
        if not isinstance(node, Span):
            made.append(node)
            continue
        at = node.start
        for match in MARK.finditer(text, node.start, node.end):
            if match.start() > at:
                made.append(node.part(at, match.start()))
            start, end = match.span()
            made.append(
                Element(
                    "note",
                    {"type": "transmission", "xml:id": next_id(), "rend": "parentheses"},
                    (Span(start + 1, end - 1),),
                    opening=Span(start, start + 1),
                    closing=Span(end - 1, end),
                )
            )
            at = end
        if at < node.end:
            made.append(node.part(at, node.end))
    return tuple(made)
