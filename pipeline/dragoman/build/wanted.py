"""What a build is asked for: its products, and what of the book is made."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from dragoman.render.print_options import Options

PRODUCTS: Final = ("web", "print", "offprints", "epub", "word")
USUAL: Final = ("web", "print")


@dataclass(frozen=True, slots=True)
class Print:
    """What ``build print`` makes, and how.

    options: the page; ``with_press``: the sheet for a press besides; ``profile``: the ICC profile that it
    carries; ``only``: the ids of documents that are printed each by itself; ``with_book``: whether it
    is printed at all.
    """

    options: Options = field(default_factory=Options)
    with_press: bool = False
    profile: Path | None = None
    only: tuple[str, ...] = ()
    with_book: bool = True
