"""What ``dragoman build`` makes: the steps that each product needs, in their order."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import nullcontext
from typing import TYPE_CHECKING

from dragoman.build.builder import Builder
from dragoman.build.prepare import make_registers, read_documents
from dragoman.build.search_index import search_stages
from dragoman.build.site import make_pages
from dragoman.build.wanted import Print

if TYPE_CHECKING:
    from dragoman.build.typesetting import Typesetter


def build(
    builder: Builder,
    products: Sequence[str],
    printed: Print | None = None,
    typesetter: Typesetter | None = None,
) -> list[str]:
    """Make the products and return the paths of files deleted because nothing makes them any more.

    printed: what of the book is made, and how; typesetter: one that is kept, else the book has its own.
    The book comes before the site, which says of each paragraph on which page of the book it stands; a
    book that cannot be set holds up neither the site nor the other forms of it.
    Errors: DragomanError for a document that cannot be parsed; what was finished stays.
    """
    with builder:
        read_documents(builder)
        make_registers(builder)
        if set(products) - {"web"}:
            # Imported here: a site needs none of it, and it takes as long to import as all that a site needs.
            from dragoman.build.book import make_book
            from dragoman.build.typesetting import Typesetter

            with nullcontext(typesetter) if typesetter else Typesetter() as setting:
                make_book(builder, products, setting, printed)
        if "web" in products:
            make_pages(builder, others=lambda: search_stages(builder))
            builder.announce("search")
        return builder.finish()
