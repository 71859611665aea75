"""Step 8: the pages of the site, each a stage of its own that depends on what it shows and no more."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import chain
from pathlib import Path
from typing import Final
from urllib.parse import quote

from dragoman.build.builder import Builder, inputs_of
from dragoman.build.document_work import (
    WEB,
    DocumentFiles,
    SiteFiles,
    make_document,
    site_of,
    site_product,
)
from dragoman.build.edition_pages import PART_STAGE, about_stage, edition_stages
from dragoman.build.files import digest, read_bytes
from dragoman.build.keys import key_of
from dragoman.build.page_at_once import PagesAtOnce
from dragoman.build.picture_stages import PicturePlan
from dragoman.build.prepare import (
    WORK,
    authority_files,
    edition_name,
    interface_words,
    register_page_path,
    register_parts,
    register_path,
    summary_path,
)
from dragoman.build.stages import Product, Stage
from dragoman.build.surroundings import (
    INDEX,
    STAGE,
    calendar_parts,
    cards_key,
    slices,
    summaries_in,
    surroundings_stage,
)
from dragoman.diagnostics import Place, Rule, Severity
from dragoman.edition import packaged
from dragoman.entities.document_passages import REGISTERS
from dragoman.render.fonts import CJK_FONT, cjk_characters, font_versions, web_fonts
from dragoman.render.takeaway import (
    ARCHIVE,
    FEED,
    ROBOTS,
    SITEMAP,
    archive,
    base_address,
    feed,
    robots,
    sitemap,
)
from dragoman.render.web import (
    CARDS,
    DOCUMENT,
    REGISTER,
    BookPlaces,
    written_register_page,
)
from dragoman.render.web_assets import minifier_versions, style_and_scripts
from dragoman.xslt import Markup

# The characters of all pages that no font has for certain.
CHARACTERS: Final = f"{WORK}/site/characters.txt"
# Where the book says on which page each paragraph stands (build/book.py).
BOOK_PAGES: Final = f"{WORK}/print/pages.json"
# How the names of the stages begin that make what may be gone in the next build.
_DOCUMENT: Final = "pages:documents/"
_ENTRY: Final = "pages:entries/"
_PASSING: Final = (_DOCUMENT, _ENTRY, PART_STAGE)


def make_pages(builder: Builder, others: Callable[[], Sequence[Stage]] = lambda: ()) -> SitePlan:
    """Run step 8: documents, registers, the pages of the whole, then assets and fonts.

    others: gives stages of other steps that may run as soon as the documents' are done.
    """
    plan = SitePlan(builder)
    # The registers' pages show no other document: one processor need not wait while the other gathers.
    builder.run("pages", [surroundings_stage(builder), *plan.registers()])
    builder.run("pages", chain(plan.edition_pages(), plan.documents()))
    builder.run("pages", [plan.characters(), plan.assets(), *plan.printed(), *plan.pictures.stages()])
    # Pagefind takes more memory than all stages before it.
    builder.end_workers()
    builder.run("pages", [*others(), plan.fonts(), *plan.takeaway()])
    builder.announce("pages")
    return plan


class SitePlan:
    """The stages of the site; a class because all of them share what surrounds the documents."""

    def __init__(self, builder: Builder) -> None:
        self._builder = builder
        # Cards are kept as long as the process lives, and `serve` lives longer than a stylesheet.
        self._cards_key = key_of(builder.stylesheet_inputs(CARDS) | {"cards": cards_key(builder)})
        self.pictures = PicturePlan(builder)
        self._pdfs = _printed(builder)
        self._book = _book_places(builder, self._pdfs)
        self._language = interface_words(builder)
        edition = builder.edition_file
        cards = builder.edition.stylesheet(CARDS)
        self._site = SiteFiles(edition.path, edition.shown, edition.digest, self._language, cards)
        self._common = (
            inputs_of([edition])
            | {"language": digest(self._language.encode())}
            | builder.program_inputs("render", "build")
        )

    def documents(self) -> Iterator[Stage]:
        """Yield a stage for the page of each document: all at once would be most of this process's memory."""
        stylesheet = self._builder.edition.stylesheet(DOCUMENT)
        common = self._common | self._builder.stylesheet_inputs(DOCUMENT)
        common |= self._builder.stylesheet_inputs(CARDS)
        folder = self._builder.folder
        for file, beside in zip(self._builder.documents, slices(self._builder), strict=True):
            book = self._book.get(file.id)
            summary = summary_path(file.id)
            inputs = {
                **inputs_of([file]),
                "its summary": self._builder.product_digest(f"summaries:{file.id}", summary),
                "the documents beside it": digest(beside.context.encode()),
                "the register entries it shows": beside.cards,
                "its place in the book": digest(repr(book).encode()),
                **common,
            }
            pictures = self.pictures.of(file.id)
            inputs |= self.pictures.inputs(pictures)
            files = DocumentFiles(file.id, file.path, file.shown, folder / summary, pictures)
            arguments = (stylesheet, files, self._site, folder, self._cards_key, beside.context, book)
            yield Stage(f"{_DOCUMENT}{file.id}", inputs, make_document, arguments)

    def at_once(self) -> PagesAtOnce:
        """Return what the page of a document needs, for one that is saved when this build is over."""
        contexts = {beside.id: beside.context for beside in slices(self._builder)}
        return PagesAtOnce(self._site, self._builder.folder, self._cards_key, contexts, self._book)

    def registers(self) -> list[Stage]:
        """Return a stage for the page of each register, and for each part of those that are divided."""
        stylesheet = self._builder.edition.stylesheet(REGISTER)
        common = self._common | self._builder.stylesheet_inputs(REGISTER)
        parts = {path: d for kind in REGISTERS for path, d in register_parts(self._builder, kind).items()}
        return [
            Stage(
                f"pages:{kind}",
                {register_path(kind): self._builder.product_digest(f"registers:{kind}", register_path(kind))}
                | common,
                _register,
                (stylesheet, self._builder.folder, register_path(kind), self._site),
                is_large=True,
            )
            for kind in REGISTERS
        ] + [
            Stage(
                f"{_ENTRY}{path}",
                {path: known} | common,
                _register,
                (stylesheet, self._builder.folder, path, self._site),
            )
            for path, known in parts.items()
        ]

    def edition_pages(self) -> list[Stage]:
        """Return a stage for each page of the edition as a whole."""
        pictures = self.pictures.own
        shown = self._common | self.pictures.inputs(pictures)
        about = about_stage(self._builder, self._site, shown, pictures)
        return [*edition_stages(self._builder, self._site, self._common), about]

    def printed(self) -> list[Stage]:
        """Return a stage for each PDF of the book and of documents by themselves."""
        return [
            Stage(f"pages:pdf/{name}", {name: digest(path.read_bytes())}, _copied, (path, name))
            for name, path in self._pdfs.items()
        ]

    def takeaway(self) -> list[Stage]:
        """Return the stages for the edition as an archive, and for sitemap, feed and robots.txt."""
        builder = self._builder
        files = [*builder.documents, builder.edition_file, *(file for _, file in authority_files(builder))]
        packed = {file.shown: file.path for file in files} | self.pictures.files()
        program = builder.program_inputs("render")
        made = self._outputs(f"{WEB}/")
        pages = sorted(path.removeprefix(f"{WEB}/") for path in made if path.endswith(".html"))
        listed = {
            "pages": digest("\n".join(pages).encode()),
            INDEX: builder.product_digest(STAGE, INDEX),
        }
        return [
            Stage(
                "pages:archive",
                inputs_of(files) | self.pictures.inputs(self.pictures.files()) | program,
                _archive,
                (packed, edition_name(builder)),
                is_large=True,
            ),
            Stage(
                "pages:machines",
                inputs_of([builder.edition_file]) | listed | program,
                _machines,
                (self._site, pages, builder.folder / INDEX),
            ),
        ]

    def assets(self) -> Stage:
        """Return the stage for style, scripts and pictures of the design."""
        folder = packaged("xslt") / "web" / "assets"
        overriding = self._builder.edition.root / "xslt" / "web" / "assets"
        ours = _files_in(folder)
        own = _files_in(overriding) if overriding.is_dir() and overriding != folder else {}
        inputs = {f"assets/{name}": digest(path.read_bytes()) for name, path in (ours | own).items()}
        inputs |= {f"own/{name}": "" for name in own} | {"minifiers": minifier_versions()}
        return Stage("pages:assets", inputs | self._builder.program_inputs("render"), _assets, (ours, own))

    def characters(self) -> Stage:
        """Return the stage for the characters that the pages use, beside those that the fonts always have."""
        known = self._outputs(f"{WORK}/characters/")
        # Most pages have none of them, or those of another page: the same characters are read once.
        files = sorted({found: path for path, found in known.items()}.values())
        return Stage("pages:characters", known, _characters, (self._builder.folder, files))

    def fonts(self) -> Stage:
        """Return the stage for the fonts, cut to the characters that the pages use."""
        used = self._builder.product_digest("pages:characters", CHARACTERS)
        inputs = {"characters": used, "fonts": font_versions()} | self._builder.program_inputs("render")
        return Stage("pages:fonts", inputs, _fonts, (self._builder.folder / CHARACTERS,), is_large=True)

    def _outputs(self, folder: str) -> dict[str, str]:
        """Return the digests of what the stages of step 8 that still exist have made below ``folder``."""
        kept = {f"{_DOCUMENT}{file.id}" for file in self._builder.documents}
        kept |= {f"{PART_STAGE}{page}" for page in calendar_parts(self._builder)}
        kept |= {f"{_ENTRY}{path}" for kind in REGISTERS for path in register_parts(self._builder, kind)}
        records = self._builder.state.records
        return {
            path: known
            # A record is read when it is asked for: most are of other steps.
            for name in records
            if name.startswith("pages:")
            and (name in kept or not name.startswith((_DOCUMENT, _ENTRY, PART_STAGE)))
            for path, known in records[name].outputs.items()
            if path.startswith(folder)
        }


NO_CJK_FONT: Final = Rule(
    "WEB002",
    Severity.NOTE,
    "no font for Chinese, Japanese or Korean",
    "The site's typefaces are Latin, Cyrillic and Greek. A font for the others is an optional package.",
)


def _printed(builder: Builder) -> dict[str, Path]:
    """Return the PDFs of the book and of documents by themselves, by their names in the site.

    This build has made them, or an earlier one has left them.
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
    starts: dict[str, str] = {}
    if "edition.pdf" in pdfs and known.is_file():
        for place, page in json.loads(known.read_bytes()).items():
            document, mark, identifier = place.partition("#")
            if identifier.startswith("p"):
                pages.setdefault(document, {})[identifier] = str(page)
            elif not mark:
                starts[document] = f"#page={page}"
    places = {}
    for file in builder.documents:
        own, book = f"pdf/{file.id}.pdf", f"../edition.pdf{starts.get(file.id, '')}"
        pdf = f"../{quote(own)}" if own in pdfs else book if "edition.pdf" in pdfs else ""
        if pdf:
            places[file.id] = BookPlaces(pdf, pages.get(file.id, {}))
    return places


def _copied(path: Path, name: str) -> Product:
    return Product({f"{WEB}/{name}": path.read_bytes()})


def _register(stylesheet: Path, folder: Path, path: str, site: SiteFiles) -> Product:
    # Not parsed here: the file is this program's own.
    register = Markup(read_bytes(f"{folder}/{path}").decode())
    return site_product(written_register_page(stylesheet, register_page_path(path), register, site_of(site)))


def _archive(files: Mapping[str, Path], folder: str) -> Product:
    return Product({f"{WEB}/{ARCHIVE}": archive(files, folder)})


def _machines(site: SiteFiles, pages: Sequence[str], index: Path) -> Product:
    edition = site_of(site).edition
    base = base_address(edition)
    files = {FEED: feed(edition, summaries_in(index), base), ROBOTS: robots(base)}
    if base:
        # A sitemap lists whole addresses; while the edition has none there is nothing to list.
        files[SITEMAP] = sitemap(pages, base)
    return Product({f"{WEB}/{name}": octets for name, octets in files.items()})


def _files_in(folder: Path) -> dict[str, Path]:
    return {path.name: path for path in sorted(folder.iterdir()) if path.is_file()}


def _assets(ours: Mapping[str, Path], own: Mapping[str, Path]) -> Product:
    made = style_and_scripts(_read(ours), _read(own))
    return Product({f"{WEB}/{path}": octets for path, octets in made.items()})


def _read(files: Mapping[str, Path]) -> dict[str, bytes]:
    return {name: path.read_bytes() for name, path in files.items()}


def _characters(folder: Path, files: Iterable[str]) -> Product:
    used = {character for file in files for character in read_bytes(f"{folder}/{file}").decode()}
    return Product({CHARACTERS: "".join(sorted(used)).encode()})


def _fonts(path: Path) -> Product:
    used = path.read_text(encoding="utf-8")
    made = web_fonts(frozenset(used))
    missing = frozenset() if CJK_FONT in made else cjk_characters(used)
    said = NO_CJK_FONT.at(
        Place("tei"),
        f"{len(missing)} characters of Chinese, Japanese or Korean have no font of the site's own",
        "`pip install '.[cjk]'` brings one; without it the reader's own fonts show them",
    )
    return Product({f"{WEB}/{path}": octets for path, octets in made.items()}, (said,) if missing else ())
