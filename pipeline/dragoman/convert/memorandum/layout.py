"""The lines of a transcript and the units they make: a unit is a paragraph or a line by itself.

Transcripts come with one paragraph a line, with lines broken at some width, and with
everything in one line. What reads as one unit is decided here, from the layout alone.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from dragoman.source import Line, SourceText, Span

_TERMINAL: Final = re.compile(r"[.!?:;…。！？：；][”’\"')\]»」』]*$|[。！？]\d{1,2}$|[\])/]$")
_CUT_WORD: Final = re.compile(r"[^\W\d_]{2}[-‐\xad]$")
_ALL_IN_ONE: Final = 240
# How long the lines are that may be broken at a width; a sign of Chinese says as much as three letters.
_SHORTEST: Final = 35
_SHORTEST_OF_SIGNS: Final = 14
_LONGEST: Final = 140
_UNEVEN: Final = 3
_STOPS_OF_SIGNS: Final = "。！？；：，、"


@dataclass(frozen=True, slots=True)
class Unit:
    """Lines that belong together, from the first to the last non-blank character."""

    span: Span
    is_after_blank: bool


@dataclass(frozen=True, slots=True)
class Layout:
    """How the transcript breaks its lines: ``width`` in characters, 0 where it does not."""

    width: int


def layout_of(source: SourceText, lines: Sequence[Line]) -> Layout:
    """Return the layout: lines are broken where many of them stop in mid-sentence at like lengths."""
    lengths: list[int] = []
    of_signs: list[int] = []
    broken = 0
    for line, following in pairwise(lines):
        shortest = _SHORTEST_OF_SIGNS if _is_sign(source.text[line.span.start]) else _SHORTEST
        if following.is_after_blank or not shortest <= len(line.span) <= _LONGEST:
            continue
        lengths.append(len(line.span))
        first = source.text[following.span.start]
        last = source.text[line.span.end - 1]
        if _ends_sentence(source, line.span):
            # A bracket may close in mid-sentence.
            broken += last in "])" and first.islower()
            continue
        broken += first.islower()
        is_of_signs = _is_sign(first) or _is_sign(last)
        if is_of_signs and "  " not in source[line.span]:
            of_signs.append(len(line.span))
    # Any line may begin with a sign of Chinese: there it tells that the lines are of one length.
    broken += sum(length >= max(of_signs) - _UNEVEN for length in of_signs)
    if len(lengths) < 3 or broken < max(2, len(lengths) // 4):
        return Layout(0)
    return Layout(sorted(lengths)[len(lengths) * 9 // 10])


def is_single_line(lines: Sequence[Line]) -> bool:
    """Return True when a whole document stands in one line or two."""
    return 0 < len(lines) <= 2 and max(len(line.span) for line in lines) > _ALL_IN_ONE


def units_of(
    source: SourceText,
    lines: Sequence[Line],
    layout: Layout,
    stands_alone: Callable[[Span], bool],
    beginnings: Container[int] = (),
) -> list[Unit]:
    """Return the units of a transcript.

    stands_alone: says of a line that its form sets it apart (a key, a page number, a signature);
    beginnings: the offsets of lines that begin a unit, and may run on.
    """
    units: list[Unit] = []
    previous: Line | None = None
    previous_alone = False
    for line in lines:
        alone = stands_alone(line.span)
        if (
            previous is not None
            and not (alone or previous_alone or line.is_after_blank or line.span.start in beginnings)
            and _continues(source, previous, line, layout.width)
        ):
            units[-1] = Unit(Span(units[-1].span.start, line.span.end), units[-1].is_after_blank)
        else:
            units.append(Unit(line.span, line.is_after_blank))
        previous, previous_alone = line, alone
    return units


def _continues(source: SourceText, previous: Line, line: Line, width: int) -> bool:
    """Return True when ``line`` goes on with the paragraph of the line before it."""
    first = source.text[line.span.start]
    resumes = not _ends_sentence(source, previous.span) and (_goes_on(first) if width else first.islower())
    if not width:
        # A page may end in mid-line.
        is_new_page = source.text.find("\f", previous.span.end, line.span.start) >= 0
        is_cut = _CUT_WORD.search(
            source.text, max(previous.span.start, previous.span.end - 4), previous.span.end
        )
        return resumes and (is_new_page or is_cut is not None or len(previous.span) > 30)
    if line.indent >= previous.indent + 2 and _ends_sentence(source, previous.span):
        return False
    # Words may leave a gap at the end of a line, signs do not. Any line of Chinese begins as one in
    # mid-sentence does, also names that stand below one another.
    is_of_signs = _is_sign(first) or source.text[previous.span.end - 1] in _STOPS_OF_SIGNS
    is_full = len(previous.span) >= width * (0.85 if is_of_signs else 0.6)
    return is_full or (resumes and not _is_sign(first))


def _goes_on(letter: str) -> bool:
    """Return True for a letter with which a line may begin in mid-sentence: a small one, a Chinese sign."""
    return letter.islower() or _is_sign(letter)


def _is_sign(letter: str) -> bool:
    return "\u3400" <= letter <= "\u9fff"


def _ends_sentence(source: SourceText, span: Span) -> bool:
    return _TERMINAL.search(source.text, max(span.start, span.end - 6), span.end) is not None


def is_open(source: SourceText, span: Span) -> bool:
    """Return True when a stretch of text stops in mid-sentence."""
    return not _ends_sentence(source, span)
