"""The lines of a PDF's page with their places: the gaps between paragraphs are white space on paper alone."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import Final

import pypdfium2  # type: ignore[import-untyped]
import pypdfium2.raw as pdfium  # type: ignore[import-untyped]

# What PDFium gives for a hyphen at a line's end, which it takes for a soft one and joins to the next line.
_LINE_END_HYPHENS: Final = ("\x02", "\ufffe")
_LINE_END_HYPHEN: Final = re.compile("[\x02\ufffe](?:\r?\n)?")
# A line that lies by so much farther below than the lines of the page do begins a paragraph.
_WIDER_GAP: Final = 1.25
# In points: what is set in by less is not set in, and the width of a letter.
_SMALLEST_INDENT: Final = 8.0
LETTER: Final = 6.0
_WIDEST_INDENT: Final = 40
_WITHIN: Final = 1.0
# So wide, measured by the height of its letters, is no blank between words, however a line is stretched.
_WIDE: Final = 1.5
_FEWEST_BLANKS: Final = 3
# So many letters tell how wide a letter is.
_TELLING: Final = 4


@dataclass(frozen=True, slots=True)
class SetLine:
    """A line of text with the place of its first letter in points, from the lower left corner."""

    text: str
    left: float
    bottom: float


def plain_text(textpage: pypdfium2.PdfTextPage) -> str:
    """Return the text of a page as PDFium reads it, a line end after a hyphen that it joins."""
    text: str = textpage.get_text_range()
    return _LINE_END_HYPHEN.sub("-\n", text).replace("\r\n", "\n").replace("\r", "\n")


def words_within(textpage: pypdfium2.PdfTextPage, edges: tuple[float, float, float, float]) -> str:
    """Return what stands within a box (left, bottom, right, top)."""
    text: str = textpage.get_text_bounded(*edges)
    return _LINE_END_HYPHEN.sub("-", text).replace("\r\n", " ").replace("\n", " ")


def foot_of(textpage: pypdfium2.PdfTextPage, edges: tuple[float, float, float, float]) -> float | None:
    """Return where the letters of the font end below with which a box begins, None where that is not told."""
    left, bottom, _, top = edges
    at = textpage.get_index(left + _WITHIN, (bottom + top) / 2, _WITHIN, top - bottom)
    return None if at is None else float(textpage.get_charbox(at, loose=True)[1])


def set_lines(textpage: pypdfium2.PdfTextPage) -> tuple[list[SetLine], float]:
    """Return the lines of a page that are not blank, and how wide a letter is; wide gaps are as many blanks.

    PDFium gives one blank for any number of them, and the columns of a table are gone.
    """
    lines: list[list[_Piece]] = []
    pieces: list[_Piece] = []
    bottom = 0.0
    last = -1
    for at in range(textpage.count_chars()):
        character = chr(pdfium.FPDFText_GetUnicode(textpage, at))
        if character == "\n" or character in _LINE_END_HYPHENS:
            if pieces and character != "\n":
                pieces[-1].text += "-"
            lines.append(_ended(pieces, textpage, last))
            pieces, last = [], -1
        elif character.isspace():
            if pieces and character != "\r":
                pieces[-1].text += character
        else:
            if not pieces:
                left, bottom, _, _ = textpage.get_charbox(at, loose=True)
                pieces.append(_Piece("", left, bottom))
            elif pieces[-1].text[-1:].isspace():
                left, _, _, top = textpage.get_charbox(at, loose=True)
                right = textpage.get_charbox(last, loose=True)[2]
                if left - right >= _WIDE * (top - bottom) > 0:
                    pieces[-1].right = right
                    pieces.append(_Piece("", left, bottom))
            pieces[-1].text += character
            last = at
    lines.append(_ended(pieces, textpage, last))
    widths = [
        (piece.right - piece.left) / len(piece.text.rstrip())
        for line in lines
        for piece in line
        if len(piece.text.rstrip()) >= _TELLING and piece.right > piece.left
    ]
    letter = median(widths) if widths and any(len(line) > 1 for line in lines) else LETTER
    return [_set(line, letter) for line in lines if line], letter


@dataclass(slots=True)
class _Piece:
    """What stands on a line between wide gaps."""

    text: str
    left: float
    bottom: float
    right: float = 0.0


def _ended(pieces: list[_Piece], textpage: pypdfium2.PdfTextPage, last: int) -> list[_Piece]:
    """Return the pieces of a line that is over, the last with its right edge."""
    if pieces and last >= 0:
        pieces[-1].right = textpage.get_charbox(last, loose=True)[2]
    return pieces


def _set(pieces: Sequence[_Piece], letter: float) -> SetLine:
    """Return a line with each piece in its column."""
    first, text = pieces[0], pieces[0].text.rstrip()
    for piece in pieces[1:]:
        column = round((piece.left - first.left) / letter)
        text += " " * max(_FEWEST_BLANKS, column - len(text)) + piece.text.rstrip()
    return SetLine(text, first.left, first.bottom)


def laid_out(lines: Sequence[SetLine], letter: float = LETTER) -> str:
    """Return lines as a text: a blank line where the page has a wider gap, blanks where a line is set in."""
    steps = [above.bottom - line.bottom for above, line in pairwise(lines)]
    usual = _usual_step(lines, steps)
    # A line that stands higher than the one before it begins a column.
    tops = [0, *(at for at, step in enumerate(steps, 1) if step <= 0), len(lines)]
    margins = [min(line.left for line in lines[top:end]) for top, end in pairwise(tops) if top < end]
    rows: list[str] = []
    column = 0
    for at, line in enumerate(lines):
        if at and steps[at - 1] > _WIDER_GAP * usual:
            rows.append("")
        column += at > 0 and steps[at - 1] <= 0
        inset = line.left - margins[column]
        blanks = min(round(inset / letter), _WIDEST_INDENT) if inset >= _SMALLEST_INDENT else 0
        rows.append(" " * blanks + line.text.strip())
    return "\n".join(rows)


def _usual_step(lines: Sequence[SetLine], steps: Sequence[float]) -> float:
    """Return how far apart the lines of a paragraph are.

    After a line that is full the paragraph goes on as a rule; after a short one it is over. A page of
    minutes, or of a dialogue, has more gaps between paragraphs than within them.
    """
    full = _FULL * max((len(line.text) for line in lines), default=0)
    down = [step for step in steps if step > 0]
    within = [step for line, step in zip(lines, steps, strict=False) if step > 0 and len(line.text) >= full]
    return median(within if len(within) >= _ENOUGH else down) if down else 0.0


# Of the longest line; and how many lines tell it.
_FULL: Final = 0.8
_ENOUGH: Final = 3
