"""The end of a memorandum: who was present and how long, who has seen it, signatures, who took notes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from dragoman.convert.dates import find_dates
from dragoman.convert.memorandum import patterns
from dragoman.convert.memorandum.blocks import Block, Role
from dragoman.convert.memorandum.layout import Unit
from dragoman.convert.memorandum.names import names_in
from dragoman.convert.memorandum.patterns import head_of
from dragoman.source import SourceText, Span

_SHORT: Final = 200
_LONGEST_ATTENDANCE: Final = 900
_REACH: Final = 40
_ROLES: Final = {
    "acquainted": Role.ACQUAINTED,
    "notes-taken": Role.NOTES_TAKEN,
    "signed": Role.SIGNED,
    "physical": Role.PHYSICAL,
    "salute": Role.SALUTE,
    "reference": Role.CLOSING_LINE,
}


def closing_blocks(
    source: SourceText, units: Sequence[Unit], first: int, pages: frozenset[int]
) -> tuple[int, list[Block]]:
    """Return the index of the first unit of the closing and its blocks.

    The closing is read backwards from the last unit, as far as every line has a form that
    closings have; it never takes the whole of the text, for a document without a body is none.
    first: the first unit after the top.
    """
    start = len(units)
    blocks: list[Block] = []
    for at in range(len(units) - 1, max(first, len(units) - _REACH) - 1, -1):
        role = Role.PAGE if at in pages else closing_role(source, units[at].span)
        if role is None:
            break
        blocks.append(Block(role, units[at].span))
        start = at
        if role is Role.ATTENDANCE:
            break
    blocks.reverse()
    # A page number, or a remark in brackets, is not by itself the beginning of a closing.
    while blocks and blocks[0].role in (Role.PAGE, Role.PHYSICAL) and not _opens_closing(source, blocks):
        blocks.pop(0)
        start += 1
    if start <= first:
        return len(units), []
    return start, blocks


def _opens_closing(source: SourceText, blocks: Sequence[Block]) -> bool:
    line = head_of(source, blocks[0].span).lower()
    return blocks[0].role is Role.PHYSICAL and re.search(r"signature|signed|seal|stamp", line) is not None


def closing_role(source: SourceText, span: Span) -> Role | None:
    """Return the part that a unit plays in a closing, or None where it is none of one."""
    line = head_of(source, span)
    if len(span) <= _LONGEST_ATTENDANCE and patterns.ATTENDANCE.search(line):
        return Role.ATTENDANCE
    if len(span) > _SHORT:
        return None
    for cue in patterns.CLOSER_CUES:
        if cue.pattern.match(line):
            return _ROLES[cue.role]
    if line.isupper() and len(line) < 90:
        return Role.ACQUAINTED
    if _is_signature(line):
        return Role.SIGNED
    dates = find_dates(line)
    if dates and len(line) < 60 and dates[0].span.end - dates[0].span.start > len(line) // 2:
        return Role.DATELINE
    return None


def _is_signature(line: str) -> bool:
    """Return True for names with nothing else but offices: one line, or columns side by side."""
    names = names_in(line)
    if not names or len(line) > 120 or re.search(r"[.!?]$", line):
        return False
    rest = line
    for start, end in reversed(names):
        rest = rest[:start] + rest[end:]
    words = re.findall(r"[^\W\d_]+", rest)
    return (
        all(word[0].isupper() or word in ("of", "the", "for", "and") for word in words) and len(words) <= 12
    )
