"""How a book is made: its page, and what stands on it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

Trim = Literal["6x9", "155x230", "a5", "a4"]
Form = Literal["book", "document"]

DEFAULT_FONTS: Final = ("Libertinus Serif",)


@dataclass(frozen=True, slots=True)
class Options:
    """How the book is made.

    trim:         the size of the page after cutting;
    form:         a whole book, or documents alone, without title page and registers;
    line_numbers: every fifth line of a page is numbered in the margin;
    press:        bleed and crop marks round the trim;
    fonts:        families in the order in which a glyph is looked for; after them come those for
                  Chinese, Japanese and Korean, where they are installed.
    """

    trim: Trim = "6x9"
    form: Form = "book"
    line_numbers: bool = False
    press: bool = False
    fonts: tuple[str, ...] = DEFAULT_FONTS
