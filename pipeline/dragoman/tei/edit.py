"""Edits that change only the characters they name: the rest of a file stays as its editor left it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Edit:
    """Replace [start, end) of a file's text with ``new``; an empty range inserts."""

    start: int
    end: int
    new: str


def apply_edits(text: str, edits: Iterable[Edit]) -> str:
    """Return ``text`` with every edit carried out; offsets are those of the text before.

    Edits may not overlap. Insertions at one offset keep the order in which they are given.
    """
    parts: list[str] = []
    at = 0
    for edit in sorted(edits, key=lambda e: (e.start, e.end)):
        assert edit.start >= at, f"edits overlap at {edit.start}"
        parts += (text[at : edit.start], edit.new)
        at = edit.end
    parts.append(text[at:])
    return "".join(parts)
