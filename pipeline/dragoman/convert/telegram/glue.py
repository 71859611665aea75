"""Pieces that the transcript prints without a blank between them, though they are blocks of their own.

In a division every child is read back as a line of its own. A stamp that is printed against the
text before it, or a classification against a signature, must therefore stand inside that text's element.
"""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.document import Element, Node, spans_of


def _extent(node: Node) -> tuple[int, int]:
    """Return where the part of the transcript that a node holds begins and ends; -1 where it holds none."""
    spans = spans_of((node,))
    return (spans[0].start, spans[-1].end) if spans else (-1, -1)


def glued(nodes: Sequence[Node]) -> list[Node]:
    """Return blocks with those that no blank parts put into one.

    Two pieces of furniture become one; furniture goes into the block that it touches. What holds
    nothing of the transcript (a page break, the heading) and stands between them stays before both.
    """
    made: list[Node] = []
    last, last_end = -1, -1
    for node in nodes:
        start, end = _extent(node)
        if start < 0:
            made.append(node)
            continue
        before = made[last] if last >= 0 else None
        if start == last_end and isinstance(before, Element) and isinstance(node, Element):
            if node.name == "fw" and before.name == "fw":
                made[last] = before._replace(content=(*before.content, *node.content))
            elif before.name == "fw":
                del made[last]
                made.append(node._replace(content=(before, *node.content)))
                last = len(made) - 1
            else:
                made[last] = before._replace(content=(*before.content, node))
        else:
            made.append(node)
            last = len(made) - 1
        last_end = end
    return made
