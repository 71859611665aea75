"""Where the text of a telegram ends: its last line, and what stands behind the end of the message."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from dragoman.convert.telegram.lines import FURNITURE, Line, Role
from dragoman.convert.telegram.reference_line import parse_reference_line

LONGEST_TAIL: Final = 3
# The break that stands above and below a text on the wire, and the number of the station behind it.
_BREAK: Final = "BT"
_STATION_NUMBER: Final = re.compile(r"#[0-9O]{3,5}$")


def end_breaks(lines: Sequence[Line], text: str) -> Sequence[Line]:
    """Return the lines with each break below a text, and the number of the station behind it, as an end.

    The break above a text is the header's: below that stands neither a number nor the end.
    text: the transcript, of which nothing is read where no line can be one of these.
    """
    if f"\n{_BREAK}" not in text:
        return lines
    made = list(lines)
    last = len(lines) - 1
    for index in range(1, len(lines)):
        line = lines[index]
        if line.text != _BREAK or line.breaks == 0:
            continue
        is_numbered = index < last and _STATION_NUMBER.match(lines[index + 1].text) is not None
        if is_numbered:
            made[index + 1] = lines[index + 1]._replace(role=Role.END)
        if is_numbered or index == last or lines[index + 1].role is Role.END:
            made[index] = line._replace(role=Role.END)
    # The channel may have its line below the message as well.
    if last > 0 and made[last].role is Role.SIGNAL and made[last - 1].role is Role.END:
        made[last] = made[last]._replace(role=Role.END)
    return made


def tail_start(lines: Sequence[Line]) -> int:
    """Return the index from which on lines stand behind the end of the message, in no section."""
    backwards = range(len(lines) - 1, -1, -1)
    last_end = next((index for index in backwards if lines[index].role is Role.END), -1)
    if last_end < 0:
        return len(lines)
    behind = lines[last_end + 1 :]
    has_header = any(
        line.role is Role.DATE or line.page or parse_reference_line(line.text) for line in behind
    )
    texts = [line for line in behind if line.role not in FURNITURE]
    return len(lines) if has_header or len(texts) > LONGEST_TAIL else last_end + 1


def last_text(lines: Sequence[Line], end: int) -> int:
    """Return the index of the last line before ``end`` that is of the text, or -1."""
    for index in range(end - 1, -1, -1):
        line = lines[index]
        if line.role not in FURNITURE and line.role is not Role.NOTE and not _is_in_note(lines, index):
            return index
    return -1


def _is_in_note(lines: Sequence[Line], index: int) -> bool:
    """Return True for a line that goes on with an operator's note."""
    while index > 0 and lines[index].breaks == 1 and lines[index].role not in FURNITURE:
        index -= 1
        if lines[index].role is Role.NOTE:
            return True
    return False
