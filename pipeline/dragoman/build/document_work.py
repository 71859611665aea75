"""The work of one document: its page, the texts to take away, what the search is told of it."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

from dragoman.build.document_pictures import picture_faults, shown_pictures
from dragoman.build.files import read_bytes
from dragoman.build.prepare import WORK, document_root
from dragoman.build.stages import Product
from dragoman.build.surroundings import entries
from dragoman.edition import Edition
from dragoman.render.citation import citations, downloads, source
from dragoman.render.page_tree import page_tree
from dragoman.render.search import filters, record_of
from dragoman.render.takeaway import text_of
from dragoman.render.web import BookPlaces, Pages, ReadyCards, Site, document_page, ready_cards
from dragoman.render.web_assets import characters
from dragoman.tei.ids import lead_to_ids
from dragoman.tei.parse import parse
from dragoman.xslt import Markup

WEB: Final = "web"


@dataclass(frozen=True, slots=True)
class SiteFiles:
    """Where pages find what all of them show: tei/edition.xml, its name and digest; the words (JSON).

    cards: the stylesheet that makes cards ready.
    """

    edition: Path
    shown: str
    digest: str
    language: str
    cards: Path

    def opened(self) -> Edition:
        """Return the edition that the file describes."""
        return Edition(self.edition.parent.parent)


@dataclass(frozen=True, slots=True)
class DocumentFiles:
    """A document and its summary; ``shown`` is the document's path as diagnostics name it.

    pictures: where those lie that it shows, by the address that it gives; None where there is none.
    """

    id: str
    path: Path
    shown: str
    summary: Path
    pictures: Mapping[str, Path | None] = field(default_factory=dict)


def page_path(identifier: str) -> str:
    """Return where the page of a document lies, below the output folder."""
    return f"{WEB}/documents/{identifier}.html"


def characters_path(page: str) -> str:
    """Return where lie the characters of a page (``documents/ID.html``) that no font has for certain."""
    return f"{WORK}/characters/{page.removesuffix('.html')}.txt"


def site_product(pages: Pages) -> Product:
    """Return pages as files below the output folder, each with its characters."""
    files: dict[str, bytes] = {}
    for path, octets in pages.files.items():
        files[f"{WEB}/{path}"] = octets
        # Most pages have none.
        if found := characters([octets]):
            files[characters_path(path)] = "".join(sorted(found)).encode()
    return Product(files, pages.diagnostics)


def record_path(identifier: str) -> str:
    """Return where lies what the search is told of a document, below the output folder."""
    return f"{WORK}/search/documents/{identifier}.html"


@lru_cache(maxsize=1)
def site_of(files: SiteFiles) -> Site:
    """Return what all pages show, read once in a process."""
    edition = parse(files.edition.read_bytes(), files.shown)
    lead_to_ids(edition)
    return Site(edition, files.language)


@lru_cache(maxsize=1)
def cards_of(site: SiteFiles, folder: Path, key: str) -> ReadyCards:
    """Return the cards of all entries as pages need them, made once in a process for each ``key``."""
    return ready_cards(site.cards, entries(folder, key).cards, site_of(site))


@lru_cache(maxsize=1)
def phrases(words: str) -> Mapping[str, Any]:
    """Return the words of the interface, of their JSON."""
    found: dict[str, Any] = json.loads(words)
    return found


def make_document(
    stylesheet: Path,
    document: DocumentFiles,
    site: SiteFiles,
    folder: Path,
    cards_key: str,
    context: str,
    book: BookPlaces | None,
) -> Product:
    """Return all that the site has of a document.

    folder: the output folder; cards_key: which cards lie in it; context: its neighbours, XML.
    """
    octets = read_bytes(document.path)
    root = document_root(octets, document.shown, document.id)
    summary = parse(read_bytes(document.summary), document.summary.name)
    known, described = entries(folder, cards_key), site_of(site)
    cited = source(summary, described.edition)
    cards = cards_of(site, folder, cards_key)
    words = phrases(site.language)
    styled = citations(cited, words)
    edition = site.opened()
    pictures = shown_pictures(edition, document.pictures, "../")
    made = document_page(
        stylesheet,
        root,
        document.shown,
        described,
        Markup(context),
        summary,
        cards,
        styled,
        book,
        pictures,
    )
    faults = picture_faults(edition, octets, root, document.shown, document.pictures)

    def taken_from_it() -> Iterator[tuple[str, bytes]]:
        yield f"{WEB}/tei/{document.id}.xml", octets
        page = page_tree(made.files[f"documents/{document.id}.html"])
        yield f"{WEB}/text/{document.id}.txt", text_of(page)
        for path, content in downloads(cited).items():
            yield f"{WEB}/{path}", content
        told = filters(summary, known.called, words)
        yield (
            record_path(document.id),
            record_of(page, told, known.forms, summary.get("date-text", "")).encode(),
        )

    return Product(site_product(made).files, (*made.diagnostics, *faults), taken_from_it())
