"""Where the text of a telegram ends: its last line, and what stands behind the end of the message."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from dragoman.convert.telegram.lines import FURNITURE, Line, Role
from dragoman.convert.telegram.reference_line import parse_reference_line

LONGEST_TAIL: Final = 3


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
