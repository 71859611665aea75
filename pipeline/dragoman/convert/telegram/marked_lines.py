"""Marks of the page that share a line: a classification before a banner, NNN behind the text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from dragoman.convert.telegram import classification
from dragoman.convert.telegram.lines import Line, Role, role_of

_MARK: Final = re.compile(r"\s{1,60}(?=PAGE ?\d{1,3}(?:\s|$)|POSS(?:IBLE)? DUP(?:E|LICATE)?\.?$)")
_END: Final = re.compile(r"\s{1,40}(?=N{3,4}$)")
_LONGEST_END: Final = 50
# Without a blank before one of these no line can share a mark.
_WORDS: Final = ("PAGE", "NNN", "POSS")
_BLANKS: Final = " \t\xa0"


def _may_share_marks(text: str) -> bool:
    for word in _WORDS:
        at = text.find(word, 1)
        while at >= 0:
            if text[at - 1] in _BLANKS:
                return True
            at = text.find(word, at + 1)
    return False


def part_marks(lines: Sequence[Line], text: str) -> Sequence[Line]:
    """Return the lines with the marks that share one as lines of their own, on the same line.

    text: the transcript, of which nothing is read where no line can be one of these.
    """
    if not _may_share_marks(text):
        return lines
    made: list[Line] = []
    for line in lines:
        if line.role is Role.TEXT and (
            "PAGE" in line.text or "POSS" in line.text or line.text.endswith("NNN")
        ):
            made.extend(_parted(line))
        else:
            made.append(line)
    return made


def _parted(line: Line) -> list[Line]:
    opening = classification.OPENING.match(line.text[: classification.LONGEST])
    mark = _MARK.match(line.text, opening.end()) if opening else None
    if opening is not None and mark is not None:
        marking = line._replace(role=Role.CLASSIFICATION, end=line.start + opening.end(), text=opening[0])
        return [marking, _from(line, mark.end())]
    end = _END.search(line.text, max(0, len(line.text) - _LONGEST_END))
    if end is None or not end.start():
        return [line]
    bare = line.text[: end.start()]
    return [
        line._replace(role=role_of(bare), end=line.start + len(bare), text=bare),
        _from(line, end.end()),
    ]


def _from(line: Line, at: int) -> Line:
    text = line.text[at:]
    return Line(role_of(text), line.start + at, line.end, 0, text)
