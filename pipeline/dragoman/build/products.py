"""What ``dragoman build`` makes: the steps that each product needs, in their order."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from dragoman.build.book import Print, make_book
from dragoman.build.builder import Builder
from dragoman.build.prepare import gather_mentions, make_registers, summarise
from dragoman.build.search_index import make_search
from dragoman.build.site import make_pages

PRODUCTS: Final = ("web", "print", "epub", "word")
USUAL: Final = ("web", "print")


def build(builder: Builder, products: Sequence[str], printed: Print | None = None) -> list[str]:
    """Make the products and return the paths of files deleted because nothing makes them any more.

    printed: what of the book is made, and how.
    Errors: DragomanError for a document that cannot be parsed or set; what was finished stays.
    """
    summarise(builder)
    gather_mentions(builder)
    make_registers(builder)
    if "web" in products:
        make_pages(builder)
        make_search(builder)
    if set(products) - {"web"}:
        make_book(builder, products, printed)
    return builder.finish()
