"""The page of a document as its file is now, without a build: what is shown as soon as a file is saved."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from dragoman.build.document_pictures import located, shown_pictures
from dragoman.build.document_work import SiteFiles, cards_of, phrases, site_of, site_product
from dragoman.build.prepare import SUMMARY, document_root, written_in
from dragoman.build.stages import Product
from dragoman.render.citation import citations, source
from dragoman.render.web import DOCUMENT, BookPlaces, document_page
from dragoman.tei.parse import parse
from dragoman.tei.pictures import picture_addresses
from dragoman.xslt import Markup, compiled, written


@dataclass(frozen=True, slots=True)
class PagesAtOnce:
    """What a page needs beside its document, as it was at the last build; another process can have it.

    contexts: the neighbours of each document, XML; book: where each stands in the book;
    folder:   the output folder; cards_key: which cards lie in it.
    """

    site: SiteFiles
    folder: Path
    cards_key: str
    contexts: Mapping[str, str]
    book: Mapping[str, BookPlaces]

    def page(self, path: Path, identifier: str) -> Product | None:
        """Return the page of a document as its file is now, beside neighbours as they were.

        None where the document was not there then. Errors: UnusableInput for a file that cannot be parsed.
        """
        if identifier not in self.contexts:
            return None
        edition = self.site.opened()
        shown = edition.shown(path)
        root = document_root(path.read_bytes(), shown, identifier)
        made = written(edition.stylesheet(SUMMARY), root, written_in(self.site.language))
        summary = parse(made.encode(), identifier)
        site = site_of(self.site)
        pictures = located(edition, path, picture_addresses(root))
        return site_product(
            document_page(
                edition.stylesheet(DOCUMENT),
                root,
                shown,
                site,
                Markup(self.contexts[identifier]),
                summary,
                cards_of(self.site, self.folder, self.cards_key),
                citations(source(summary, site.edition), phrases(self.site.language)),
                self.book.get(identifier),
                shown_pictures(edition, pictures, "../"),
            )
        )

    def make_ready(self) -> None:
        """Compile and read what a page needs, so that the first edit is seen as soon as the others."""
        edition = self.site.opened()
        for name in (SUMMARY, DOCUMENT):
            compiled(edition.stylesheet(name))
        cards_of(self.site, self.folder, self.cards_key)
