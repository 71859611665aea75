"""Step 8: the pages of the site, each a stage of its own that depends on what it shows and no more."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final
from urllib.parse import quote

from lxml import etree

from dragoman.build.builder import Builder, inputs_of
from dragoman.build.files import digest
from dragoman.build.prepare import (
    REGISTERS,
    SUMMARY,
    WORK,
    authority_files,
    edition_language,
    edition_name,
    register_path,
    summary_path,
)
from dragoman.build.stages import Product, Stage
from dragoman.diagnostics import Place, Rule, Severity
from dragoman.edition import packaged
from dragoman.render.citation import citations, downloads, source
from dragoman.render.fonts import CJK_FONT, cjk_characters, font_versions, web_fonts
from dragoman.render.map import LAND
from dragoman.render.pictures import parties_picture, places_picture, timeline_picture
from dragoman.render.takeaway import (
    ARCHIVE,
    FEED,
    ROBOTS,
    SITEMAP,
    archive,
    base_address,
    feed,
    plain_text,
    robots,
    sitemap,
)
from dragoman.render.web import (
    DOCUMENT,
    PAGE_PICTURES,
    PAGES,
    REGISTER,
    BookPlaces,
    Pages,
    Site,
    document_page,
    edition_page,
    register_page,
)
from dragoman.render.web_assets import (
    characters,
    interface_language,
    language_files,
    style_and_scripts,
)
from dragoman.render.web_context import card_index, cards, contexts, index, names, references
from dragoman.tei.parse import parse
from dragoman.xslt import transform

WEB: Final = "web"
# Where the book says on which page each paragraph stands (build/book.py).
BOOK_PAGES: Final = f"{WORK}/print/pages.json"


def make_pages(builder: Builder) -> SitePlan:
    """Run step 8: documents, registers, the pages of the whole, then assets and fonts."""
    plan = SitePlan(builder)
    builder.run("pages", [*plan.documents(), *plan.registers(), *plan.edition_pages()])
    builder.run("pages", [*plan.downloads(), *plan.printed(), *plan.takeaway(), plan.assets(), plan.fonts()])
    builder.announce("pages")
    return plan


def interface_words(builder: Builder) -> str:
    """Return the words of the interface in the edition's language, as JSON."""
    folder = packaged("xslt") / "web" / "languages"
    texts = {tag: path.read_text(encoding="utf-8") for tag, path in language_files(folder).items()}
    return interface_language(texts, edition_language(builder))


class SitePlan:
    """The stages of the site; a class because all of them share the parsed summaries and registers."""

    def __init__(self, builder: Builder) -> None:
        self._builder = builder
        self._summaries = [
            parse(builder.product(summary_path(file.id)), summary_path(file.id)) for file in builder.documents
        ]
        self._registers = {
            kind: parse(builder.product(register_path(kind)), register_path(kind)) for kind in REGISTERS
        }
        self._contexts = {
            identifier: etree.tostring(context) for identifier, context in contexts(self._summaries).items()
        }
        self._cards = card_index(self._registers.values())
        self._pdfs = _printed(builder)
        self._book = _book_places(builder, self._pdfs)
        self._language = interface_words(builder)
        self._site = (builder.edition_file.path, builder.edition_file.shown, self._language)
        self._common = (
            inputs_of([builder.edition_file])
            | {"language": digest(self._language.encode())}
            | builder.program_inputs("render")
        )

    def documents(self) -> list[Stage]:
        """Return a stage for the page of each document."""
        stylesheet = self._builder.edition.stylesheet(DOCUMENT)
        common = self._common | self._builder.stylesheet_inputs(DOCUMENT)
        stages = []
        for file, summary in zip(self._builder.documents, self._summaries, strict=True):
            context = self._contexts[file.id]
            shown_cards = etree.tostring(cards(self._cards, references(summary)))
            book = self._book.get(file.id)
            inputs = {
                **inputs_of([file]),
                "the documents beside it": digest(context),
                "the register entries it shows": digest(shown_cards),
                "its place in the book": digest(repr(book).encode()),
                **common,
            }
            made = self._builder.folder / summary_path(file.id)
            arguments = (stylesheet, file.path, made, file.shown, self._site, context, shown_cards, book)
            stages.append(Stage(f"pages:documents/{file.id}", inputs, _document, arguments))
        return stages

    def page_now(self, path: Path, identifier: str) -> Product | None:
        """Return the page of a document as its file is now, beside neighbours as they were when planned.

        None where the document was not there then. Errors: UnusableInput for a file that cannot be parsed.
        """
        if identifier not in self._contexts:
            return None
        edition = self._builder.edition
        shown = edition.shown(path)
        root = parse(path.read_bytes(), shown)
        made = transform(edition.stylesheet(SUMMARY), root)["summary.xml"]
        summary = parse(made.encode(), identifier)
        site = _site(self._site)
        return _product(
            document_page(
                edition.stylesheet(DOCUMENT),
                root,
                shown,
                site,
                parse(self._contexts[identifier], "context"),
                cards(self._cards, references(summary)),
                citations(source(summary, site.edition)),
                self._book.get(identifier),
            )
        )

    def registers(self) -> list[Stage]:
        """Return a stage for the page of each register."""
        stylesheet = self._builder.edition.stylesheet(REGISTER)
        common = self._common | self._builder.stylesheet_inputs(REGISTER)
        return [
            Stage(
                f"pages:{kind}",
                {register_path(kind): self._builder.product_digest(f"registers:{kind}", register_path(kind))}
                | common,
                _register,
                (stylesheet, self._builder.folder / register_path(kind), self._site),
            )
            for kind in REGISTERS
        ]

    def edition_pages(self) -> list[Stage]:
        """Return a stage for each page of the edition as a whole, with what that page shows of it."""
        stylesheet = self._builder.edition.stylesheet(PAGES)
        common = self._common | self._builder.stylesheet_inputs(PAGES)
        summaries = etree.tostring(index(self._summaries))
        called = etree.tostring(names(self._registers.values()))
        places = self._builder.product(register_path("places"))
        land = packaged("xslt") / LAND
        shown: dict[str, dict[str, bytes]] = {
            "index": {"summaries": summaries},
            "calendar": {"summaries": summaries, "names": called},
            "network": {"summaries": summaries, "names": called},
            "map": {"places": places, "land": land.read_bytes()},
        }
        stages = []
        for name in PAGE_PICTURES:
            parts = shown.get(name, {})
            inputs = {part: digest(octets) for part, octets in parts.items()} | common
            stages.append(Stage(f"pages:{name}", inputs, _edition, (stylesheet, name, self._site, parts)))
        return stages

    def downloads(self) -> list[Stage]:
        """Return a stage for what readers take away of each document: TEI, plain text, citations."""
        stages = []
        for file in self._builder.documents:
            page = f"{WEB}/documents/{file.id}.html"
            made = self._builder.product_digest(f"pages:documents/{file.id}", page)
            inputs = inputs_of([file, self._builder.edition_file]) | {page: made}
            arguments = (
                file.path,
                self._builder.folder / page,
                self._builder.folder / summary_path(file.id),
                self._site,
                file.id,
            )
            inputs |= self._builder.program_inputs("render")
            stages.append(Stage(f"pages:downloads/{file.id}", inputs, _downloads, arguments))
        return stages

    def printed(self) -> list[Stage]:
        """Return a stage for each PDF that an earlier build of the book has left."""
        return [
            Stage(f"pages:pdf/{name}", {name: digest(path.read_bytes())}, _copied, (path, name))
            for name, path in self._pdfs.items()
        ]

    def takeaway(self) -> list[Stage]:
        """Return the stages for the edition as an archive, and for sitemap, feed and robots.txt."""
        builder = self._builder
        files = [*builder.documents, builder.edition_file, *(file for _, file in authority_files(builder))]
        packed = {file.shown: file.path for file in files}
        program = builder.program_inputs("render")
        pages = sorted(
            path.removeprefix(f"{WEB}/")
            for name, record in builder.state.records.items()
            if name.startswith("pages:")
            for path in record.outputs
            if path.endswith(".html")
        )
        listed = {"pages": digest("\n".join(pages).encode())}
        return [
            Stage("pages:archive", inputs_of(files) | program, _archive, (packed, edition_name(builder))),
            Stage(
                "pages:machines",
                inputs_of([builder.edition_file]) | listed | program,
                _machines,
                (self._site, pages),
            ),
        ]

    def assets(self) -> Stage:
        """Return the stage for style, scripts and pictures of the design."""
        own = self._builder.edition.root / "xslt" / "web" / "assets"
        folders = [packaged("xslt") / "web" / "assets"]
        if own.is_dir() and own != folders[0]:
            folders.append(own)
        files = {p.name: p for folder in folders for p in sorted(folder.iterdir()) if p.is_file()}
        inputs = {f"assets/{name}": digest(path.read_bytes()) for name, path in files.items()}
        return Stage("pages:assets", inputs | self._builder.program_inputs("render"), _assets, (files,))

    def fonts(self) -> Stage:
        """Return the stage for the fonts, cut to the characters that the pages use."""
        records = self._builder.state.records
        pages = [
            path
            for name, record in records.items()
            if name.startswith("pages:")
            for path in record.outputs
            if path.endswith(".html")
        ]
        used = "".join(sorted(characters(self._builder.product(page) for page in pages)))
        inputs = {"characters": digest(used.encode()), "fonts": font_versions()}
        return Stage("pages:fonts", inputs | self._builder.program_inputs("render"), _fonts, (used,))


NO_CJK_FONT: Final = Rule(
    "WEB002",
    Severity.NOTE,
    "no font for Chinese, Japanese or Korean",
    "The site's typefaces are Latin, Cyrillic and Greek. A font for the others is an optional package.",
)

SiteArguments = tuple[Path, str, str]


def _site(arguments: SiteArguments) -> Site:
    path, shown, language = arguments
    return Site(parse(path.read_bytes(), shown), language)


def _product(pages: Pages) -> Product:
    return Product({f"{WEB}/{path}": octets for path, octets in pages.files.items()}, pages.diagnostics)


def _document(
    stylesheet: Path,
    path: Path,
    summary: Path,
    shown: str,
    site: SiteArguments,
    context: bytes,
    shown_cards: bytes,
    book: BookPlaces | None,
) -> Product:
    root = parse(path.read_bytes(), shown)
    described = _site(site)
    cited = source(parse(summary.read_bytes(), summary.name), described.edition)
    return _product(
        document_page(
            stylesheet,
            root,
            shown,
            described,
            parse(context, "context"),
            parse(shown_cards, "cards"),
            citations(cited),
            book,
        )
    )


def _printed(builder: Builder) -> dict[str, Path]:
    """Return the PDFs that an earlier build of the book has left, by their names in the site.

    They are no products of this build: the book is made after the site, and the next build shows it.
    """
    found = {"edition.pdf": builder.folder / "print" / "edition.pdf"}
    found |= {
        f"pdf/{file.id}.pdf": builder.folder / "print" / "documents" / f"{file.id}.pdf"
        for file in builder.documents
    }
    return {name: path for name, path in found.items() if path.is_file()}


def _book_places(builder: Builder, pdfs: Mapping[str, Path]) -> dict[str, BookPlaces]:
    known = builder.folder / BOOK_PAGES
    pages: dict[str, dict[str, str]] = {}
    if "edition.pdf" in pdfs and known.is_file():
        for place, page in json.loads(known.read_bytes()).items():
            document, _, identifier = place.partition("#")
            if identifier.startswith("p"):
                pages.setdefault(document, {})[identifier] = str(page)
    places = {}
    for file in builder.documents:
        own = f"pdf/{file.id}.pdf"
        pdf = f"../{quote(own)}" if own in pdfs else "../edition.pdf" if "edition.pdf" in pdfs else ""
        if pdf:
            places[file.id] = BookPlaces(pdf, pages.get(file.id, {}))
    return places


def _copied(path: Path, name: str) -> Product:
    return Product({f"{WEB}/{name}": path.read_bytes()})


def _register(stylesheet: Path, path: Path, site: SiteArguments) -> Product:
    return _product(register_page(stylesheet, parse(path.read_bytes(), path.name), _site(site)))


def _edition(stylesheet: Path, name: str, site: SiteArguments, parts: Mapping[str, bytes]) -> Product:
    shown = site[1]
    summaries = parse(parts.get("summaries", b"<index/>"), "summaries")
    called = parse(parts.get("names", b"<names/>"), "names")
    picture: etree._Element | None = None
    match PAGE_PICTURES[name]:
        case "timeline":
            picture = timeline_picture(summaries, site[2])
        case "map":
            places = parse(parts["places"], "places")
            picture = places_picture(places, parts["land"].decode(), site[2])
        case "network":
            picture = parties_picture(summaries, called, site[2])
    return _product(edition_page(stylesheet, name, shown, _site(site), summaries, called, picture))


def _downloads(path: Path, page: Path, summary: Path, site: SiteArguments, identifier: str) -> Product:
    cited = source(parse(summary.read_bytes(), summary.name), _site(site).edition)
    files = {
        f"tei/{identifier}.xml": path.read_bytes(),
        f"text/{identifier}.txt": plain_text(page.read_bytes()),
        **downloads(cited),
    }
    return Product({f"{WEB}/{name}": octets for name, octets in files.items()})


def _archive(files: Mapping[str, Path], folder: str) -> Product:
    packed = archive({name: path.read_bytes() for name, path in files.items()}, folder)
    return Product({f"{WEB}/{ARCHIVE}": packed})


def _machines(site: SiteArguments, pages: Sequence[str]) -> Product:
    edition = _site(site).edition
    base = base_address(edition)
    files = {FEED: feed(edition, base), ROBOTS: robots(base)}
    if base:
        # A sitemap lists whole addresses; while the edition has none there is nothing to list.
        files[SITEMAP] = sitemap(pages, base)
    return Product({f"{WEB}/{name}": octets for name, octets in files.items()})


def _assets(files: Mapping[str, Path]) -> Product:
    made = style_and_scripts({name: path.read_bytes() for name, path in files.items()})
    return Product({f"{WEB}/{path}": octets for path, octets in made.items()})


def _fonts(used: str) -> Product:
    made = web_fonts(frozenset(used))
    missing = frozenset() if CJK_FONT in made else cjk_characters(used)
    said = NO_CJK_FONT.at(
        Place("tei"),
        f"{len(missing)} characters of Chinese, Japanese or Korean have no font of the site's own",
        "`pip install dragoman[cjk]` brings one; without it the reader's own fonts show them",
    )
    return Product({f"{WEB}/{path}": octets for path, octets in made.items()}, (said,) if missing else ())
