"""Running text out of spans: what stands between two pieces is written as the transcript has it.

In an element that holds text, white space is part of the transcript, and a line end of
running text is a line feed and ``lb`` (docs/encoding.md, “Telegram”). `Flow` sees to both, so that no
caller has to think of them.
"""

from __future__ import annotations

import re
from typing import Final

from dragoman.document import Element, Lines, Node
from dragoman.source import Span

BREAK_IN_WORD: Final = Element("lb", {"break": "no"})
# Two in three of a telegram's spans are made here: the constructor of a named tuple takes twice as long.
_made: Final = tuple.__new__
_LINE_END: Final = re.compile("[\n\r\f\v\x85\u2028\u2029]")


class Flow:
    """The content of one element, in the making.

    nodes: what has been written; start, end: the part of the transcript taken so far (-1: none).
    has_lines: whether line ends are written as ``lb`` or are white space only.

    Text that goes on is one node, however many lines it has.
    """

    __slots__ = ("_has_lines", "_open", "_text", "end", "nodes", "start")

    def __init__(self, text: str, has_lines: bool = True) -> None:
        self.nodes: list[Node] = []
        self.start = self.end = -1
        self._text = text
        self._has_lines = has_lines
        self._open = -1

    def _reach(self, start: int, is_joined: bool) -> None:
        """Write what stands between what was taken and ``start``."""
        if self.end < 0:
            self.start = start
            return
        if start == self.end:
            return
        if is_joined and self._has_lines and _LINE_END.search(self._text, self.end, start):
            # No blank inside a word: the line end itself parts the words of the transcript.
            self._shut(self.end)
            self.nodes.append(BREAK_IN_WORD)
        elif not (is_joined and self._is_swallowed(start)):
            self._shut(start, self.end)

    def _is_swallowed(self, start: int) -> bool:
        """Put the blank before ``start`` into the ``fw`` that precedes it, where one does.

        A blank between the two halves of a word would part them for the reader.
        """
        last = self.nodes[-1] if self.nodes and self._open < 0 else None
        if not isinstance(last, Element) or last.name != "fw":
            return False
        self.nodes[-1] = last._replace(content=(*last.content, Span(self.end, start)))
        return True

    def _shut(self, at: int, since: int = -1) -> None:
        start = self._open if self._open >= 0 else since
        if 0 <= start < at:
            self.nodes.append(_made(Lines if self._has_lines else Span, (start, at)))
        self._open = -1

    def add_text(self, start: int, end: int, is_joined: bool = False) -> None:
        """Take a piece of text; ``is_joined``: it goes on with the word before it."""
        if is_joined:
            self._reach(start, True)
        if self._open < 0:
            # The white space behind an element goes with the text.
            self._open = start if is_joined or self.end < 0 else self.end
            if self.end < 0:
                self.start = start
        self.end = end

    def add(self, element: Element, start: int, end: int, is_joined: bool = False) -> None:
        """Take an element that holds the transcript from ``start`` to ``end``."""
        is_blank_inside = is_joined and 0 <= self.end < start and element.name == "fw"
        if is_blank_inside and _LINE_END.search(self._text, self.end, start) is None:
            # A blank between the halves of a word (``COMMIS CONFIDENTIAL``) would part them for the reader.
            self._shut(self.end)
            element = element._replace(content=(Span(self.end, start), *element.content))
        else:
            self._reach(start, is_joined)
            self._shut(self.end)
        self.nodes.append(element)
        self.end = end

    def approach(self, start: int, is_joined: bool = False) -> None:
        """Write the white space before ``start``, so that an empty element stands after it."""
        self._reach(start, is_joined)
        self._shut(self.end)
        self.end = start

    def mark(self, element: Element) -> None:
        """Take an element that holds nothing of the transcript, where the flow now is."""
        self._shut(self.end)
        self.nodes.append(element)

    def mark_last_as(self, element: Element, length: int) -> None:
        """Give the last ``length`` characters of the text that is open to ``element``."""
        if self._open < 0 or self.end - length < self._open:
            return
        self._shut(self.end - length)
        self.nodes.append(element._replace(content=(Span(self.end - length, self.end),)))

    def finish(self) -> tuple[Node, ...]:
        """Return the content."""
        self._shut(self.end)
        return tuple(self.nodes)
