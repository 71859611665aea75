"""What stands above the first page of a telegram: the lines of a mirror's page, a title of its own."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from dragoman.convert.telegram.lines import FURNITURE, Line, Role
from dragoman.convert.telegram.paragraphs import label_of
from dragoman.document import Element, Lines

_MOST_LINES: Final = 12
_LONGEST: Final = 200


def lines_above(lines: Sequence[Line]) -> int:
    """Return the index of the first page's banner where lines of text stand above it that are no telegram's.

    0 where the telegram begins at once, or where what stands above may be its own header or text.
    """
    banner = next((at for at, line in enumerate(lines[: _MOST_LINES + 1]) if line.page), 0)
    above = lines[:banner]
    if not banner or lines[banner].page != 1 or all(line.role in FURNITURE for line in above):
        return 0
    is_other = all(
        line.role in FURNITURE
        or (line.role is Role.TEXT and len(line.text) <= _LONGEST and label_of(line.text) is None)
        for line in above
    )
    return banner if is_other else 0


def site_line(line: Line) -> Element:
    """Return a line above the first page as furniture."""
    return Element("fw", {"type": "site"}, (Lines(line.start, line.end),))
