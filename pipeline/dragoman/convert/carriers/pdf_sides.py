"""A PDF with a text in one column and its translation in the other: both stay beside each other."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import Final

from dragoman.convert.carriers.pdf_columns import Columns
from dragoman.convert.carriers.pdf_lines import laid_out
from dragoman.convert.column_language import two_languages

# So many blanks part the two columns.
_GUTTER: Final = 4
_Row = tuple[str, str]


def side_by_side_pages(pages: Sequence[Columns | None]) -> list[str | None]:
    """Return the text of each page whose two columns are in two languages, in two columns; None for others.

    pages: the columns of each page, None where it has none. Left and right are the same on all of them.
    """
    rows = [list(_rows(page)) if page is not None and page.bands else None for page in pages]
    bands = [band for page in pages if page is not None for band in page.bands if band[1]]
    left, right = ("\n".join(line.text for band in bands for line in band[side]) for side in (0, 1))
    if two_languages(left, right) is None:
        return [None] * len(pages)
    width = max(_width(row[0]) for page in rows for row in page or () if row[1]) + _GUTTER
    return [None if page is None else "\n".join(_row(*row, width) for row in page) for page in rows]


def _rows(page: Columns) -> Iterator[_Row]:
    """Yield the lines of a page, left and right; what goes over both is left."""
    for at, (left, right) in enumerate(page.bands):
        if at:
            yield "", ""
        texts = (laid_out(lines).split("\n") if lines else [] for lines in (left, right))
        yield from zip_longest(*texts, fillvalue="")


def _row(left: str, right: str, width: int) -> str:
    return f"{left}{' ' * (width - _width(left))}{right}" if right else left


def _width(text: str) -> int:
    """Return over how many columns of a typewriter a text goes; a Chinese sign takes two."""
    return sum(2 if unicodedata.east_asian_width(letter) in "WF" else 1 for letter in text)
