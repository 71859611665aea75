"""Steps 10 to 13: the book. Each document's JSON is kept; Typst sets all of them at once."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from difflib import get_close_matches
from pathlib import Path
from typing import Final
from urllib.parse import unquote

from dragoman.build.builder import Builder, inputs_of
from dragoman.build.files import digest
from dragoman.build.prepare import REGISTERS, WORK, register_path
from dragoman.build.stages import Product, Stage
from dragoman.diagnostics import Place, Rule, Severity
from dragoman.edition import packaged
from dragoman.errors import UnusableInput
from dragoman.render.docx import docx
from dragoman.render.epub import epub
from dragoman.render.map import LAND, read_land
from dragoman.render.press_sheet import check_profile, press_sheet
from dragoman.render.print import (
    Book,
    Options,
    Rendered,
    book,
    document_json,
    edition_json,
    offprint,
    register_json,
)
from dragoman.render.print_faults import check_pictures, picture_addresses
from dragoman.render.print_map import plates
from dragoman.render.print_press import Press, compile_book, templates, typesetter_version
from dragoman.render.print_words import FILE as WORDS_FILE
from dragoman.render.print_words import words_of
from dragoman.tei.parse import parse

NO_SUCH_DOCUMENT = Rule(
    "PRT011",
    Severity.ERROR,
    "no such document",
    "A document that is to be printed by itself is named by its id, which is the name of its file.",
    "dragoman build print --only 1978MOSCOW8357",
    "dragoman build print --only 1978MOSCOW08357",
)

PDF: Final = "print/edition.pdf"
PRESS_PDF: Final = "print/press.pdf"
EPUB: Final = "epub/edition.epub"
PAGES: Final = f"{WORK}/print/pages.json"


def _json_path(part: str) -> str:
    return f"{WORK}/print/{part}.json"


@dataclass(frozen=True, slots=True)
class Print:
    """What ``build print`` makes, and how.

    options: the page; ``with_press``: the sheet for a press besides; ``profile``: the ICC profile that it
    carries; ``only``: the ids of documents that are printed each by itself, and then nothing else is.
    """

    options: Options = field(default_factory=Options)
    with_press: bool = False
    profile: Path | None = None
    only: tuple[str, ...] = ()


def make_book(builder: Builder, products: Sequence[str], wanted: Print | None = None) -> None:
    """Run steps 10 to 13: JSON for the edition, its documents and registers, then what is made of it.

    products: any of ``print`` (the PDF), ``epub``, ``word`` (a file for each document).
    Errors: UnusableInput (PRT011) where ``wanted`` names a document that is not there.
    """
    wanted = wanted or Print()
    _check_ids(builder, wanted.only)
    _make_json(builder)
    builder.announce("book")
    if "print" in products:
        _set_pages(builder, wanted)
        builder.announce("print")
    if "epub" in products:
        _make_epub(builder)
        builder.announce("epub")
    if "word" in products:
        _make_word(builder)
        builder.announce("word")


def _check_ids(builder: Builder, ids: Sequence[str]) -> None:
    known = [file.id for file in builder.documents]
    for identifier in ids:
        if identifier not in known:
            near = get_close_matches(identifier, known, 1)
            raise UnusableInput(
                NO_SUCH_DOCUMENT.at(
                    Place(builder.edition.shown(builder.edition.documents)),
                    f"there is no document {identifier}",
                    f"did you mean {near[0]}?" if near else "an id is the name of the file without .xml",
                )
            )


def _make_json(builder: Builder) -> None:
    edition = builder.edition
    header = builder.edition_file
    program = builder.program_inputs("render")
    stages = [
        Stage(
            "book:edition",
            inputs_of([header]) | builder.stylesheet_inputs("print/edition.xsl") | program,
            _edition_json,
            (edition.stylesheet("print/edition.xsl"), header.path, header.shown),
        )
    ]
    document = builder.stylesheet_inputs("print/document.xsl") | program
    stylesheet = edition.stylesheet("print/document.xsl")
    stages += [
        Stage(
            f"book:documents/{file.id}",
            inputs_of([file, header]) | document,
            _document_json,
            (stylesheet, file.path, file.shown, file.id, header.path, header.shown),
        )
        for file in builder.documents
    ]
    register = builder.stylesheet_inputs("print/register.xsl") | program
    registers = {kind: builder.product_digest(f"registers:{kind}", register_path(kind)) for kind in REGISTERS}
    stages += [
        Stage(
            f"book:registers/{kind}",
            {register_path(kind): registers[kind]} | register,
            _register_json,
            (edition.stylesheet("print/register.xsl"), builder.folder / register_path(kind), kind),
        )
        for kind in REGISTERS
    ]
    builder.run("book", stages)


def _product(part: str, rendered: Rendered) -> Product:
    return Product({_json_path(part): rendered.json.encode()}, rendered.diagnostics)


def _edition_json(stylesheet: Path, path: Path, shown: str) -> Product:
    return _product("edition", edition_json(stylesheet, parse(path.read_bytes(), shown), shown))


def _document_json(
    stylesheet: Path, path: Path, shown: str, identifier: str, header: Path, header_shown: str
) -> Product:
    root = parse(path.read_bytes(), shown)
    edition = parse(header.read_bytes(), header_shown)
    return _product(f"documents/{identifier}", document_json(stylesheet, root, edition, shown))


def _register_json(stylesheet: Path, path: Path, kind: str) -> Product:
    made = register_json(stylesheet, parse(path.read_bytes(), path.name))
    return Product({_json_path(f"registers/{kind}"): made.encode()})


def _parts(builder: Builder) -> dict[str, str]:
    """Return the digest of each part of the book's JSON."""
    parts = [
        "edition",
        *(f"documents/{file.id}" for file in builder.documents),
        *(f"registers/{kind}" for kind in REGISTERS),
    ]
    return {part: builder.product_digest(f"book:{part}", _json_path(part)) for part in parts}


@dataclass(frozen=True, slots=True)
class _Sources:
    """Where the parts of a book lie: its JSON by part, its pictures by address, words, land, language.

    shown: document → its file as diagnostics name it.
    """

    parts: Mapping[str, Path]
    pictures: Mapping[str, Path]
    shown: Mapping[str, str]
    words: Path
    places: Path
    land: Path


def _sources(builder: Builder) -> tuple[_Sources, dict[str, str]]:
    """Return the files that the book is made of, and their digests: the inputs of a stage."""
    digests = _parts(builder)
    parts = {part: builder.folder / _json_path(part) for part in digests}
    pictures = _pictures(builder, parts)
    shown = {file.id: file.shown for file in builder.documents} | {"": builder.edition_file.shown}
    sources = _Sources(
        parts,
        pictures,
        shown,
        builder.edition.stylesheet(f"print/{WORDS_FILE}"),
        builder.folder / register_path("places"),
        packaged("xslt") / LAND,
    )
    inputs = digests | {f"picture {url}": digest(path.read_bytes()) for url, path in pictures.items()}
    inputs |= {path.name: digest(path.read_bytes()) for path in (sources.words, sources.land)}
    inputs["files"] = digest(json.dumps(shown, sort_keys=True).encode())
    inputs["register of places"] = builder.product_digest("registers:places", register_path("places"))
    return sources, inputs | {"typst": typesetter_version()} | builder.program_inputs("render")


def _pictures(builder: Builder, parts: Mapping[str, Path]) -> dict[str, Path]:
    """Return the pictures that are there, by the address that graphic/@url gives.

    An address is relative to the file that has it, and leads to nothing outside the edition.
    """
    root = builder.edition.root.resolve()
    folders = {f"documents/{file.id}": file.path.parent for file in builder.documents}
    folders["edition"] = builder.edition_file.path.parent
    found: dict[str, Path] = {}
    for part, folder in folders.items():
        text = parts[part].read_text(encoding="utf-8")
        for url in picture_addresses(text) if '"figure"' in text else ():
            path = (folder / unquote(url)).resolve()
            if path.is_relative_to(root) and path.is_file():
                found[url] = path
    return found


def _set_pages(builder: Builder, wanted: Print) -> None:
    folders = _template_folders(builder)
    sources, inputs = _sources(builder)
    inputs |= {path.name: digest(path.read_bytes()) for folder in folders for path in templates(folder)}
    stages = []

    def add(name: str, work: Callable[..., Product], options: Options, *arguments: str | bytes) -> None:
        stage = inputs | {"options": repr(options)}
        stages.append(Stage(f"print:{name}", stage, work, (folders, sources, options, *arguments)))

    if not wanted.only:
        add("pages", _pages, wanted.options)
    if wanted.with_press:
        profile = _profile(wanted.profile)
        inputs |= {"profile": digest(profile)}
        add("press", _press, replace(wanted.options, press=True), profile)
    for identifier in dict.fromkeys(wanted.only):
        add(f"documents/{identifier}", _offprint, wanted.options, identifier)
    # What this command was not asked for stays as it was made; of a document that is gone it goes.
    documents = (f"print:documents/{file.id}" for file in builder.documents)
    builder.keep(["print:pages", "print:press", *documents])
    builder.run("print", stages)


def _profile(path: Path | None) -> bytes:
    """Return the bytes of an ICC profile, b"" for none. Errors: UnusableInput (PRT012)."""
    if path is None:
        return b""
    octets = path.read_bytes()
    check_profile(octets, str(path))
    return octets


def _make_epub(builder: Builder) -> None:
    folders = _template_folders(builder)
    sources, inputs = _sources(builder)
    style = builder.edition.stylesheet("print/epub.css")
    inputs |= {"epub.css": digest(style.read_bytes())}
    # Where the book was never printed, the EPUB does without its pages.
    pages = builder.folder / PAGES
    if pages.is_file():
        inputs |= {PAGES: digest(pages.read_bytes())}
    builder.run("epub", [Stage("epub:edition", inputs, _epub, (folders, sources, style, pages))])


def _make_word(builder: Builder) -> None:
    program = builder.program_inputs("render")
    parts = _parts(builder)
    edition = builder.folder / _json_path("edition")
    words = builder.edition.stylesheet(f"print/{WORDS_FILE}")
    program |= {words.name: digest(words.read_bytes())}
    builder.run(
        "word",
        [
            Stage(
                f"word:{file.id}",
                {"edition": parts["edition"], "document": parts[f"documents/{file.id}"]} | program,
                _word,
                (builder.folder / _json_path(f"documents/{file.id}"), edition, words, file.id),
            )
            for file in builder.documents
        ],
    )


def _template_folders(builder: Builder) -> list[Path]:
    """Return the folders with the templates: the packaged one, then the edition's own."""
    packaged = builder.edition.stylesheet("print/book.typ").parent
    own = builder.edition.root / "xslt" / "print"
    return [packaged] if own == packaged or not own.is_dir() else [packaged, own]


def _book(sources: _Sources, options: Options) -> Book:
    texts = {part: path.read_text(encoding="utf-8") for part, path in sources.parts.items()}
    words = sources.words.read_text(encoding="utf-8")
    says = words_of(words, json.loads(texts["edition"])["lang"])
    land = read_land(sources.land.read_text(encoding="utf-8"))
    return book(
        texts["edition"],
        {part.partition("/")[2]: text for part, text in texts.items() if part.startswith("documents/")},
        {part.partition("/")[2]: text for part, text in texts.items() if part.startswith("registers/")},
        options,
        words,
        pictures={url: path.read_bytes() for url, path in sources.pictures.items()},
        shown=sources.shown,
        maps=plates(parse(sources.places.read_bytes(), sources.places.name), land, says["map-description"]),
    )


def _pages(folders: Sequence[Path], sources: _Sources, options: Options) -> Product:
    printed = compile_book(_book(sources, options), folders)
    pages = json.dumps(printed.pages, ensure_ascii=False, indent=0, sort_keys=True)
    return Product({PDF: printed.pdf, PAGES: pages.encode()}, printed.diagnostics)


def _press(folders: Sequence[Path], sources: _Sources, options: Options, profile: bytes) -> Product:
    printed = compile_book(_book(sources, options), folders)
    return Product({PRESS_PDF: press_sheet(printed.pdf, profile)}, printed.diagnostics)


def _offprint(folders: Sequence[Path], sources: _Sources, options: Options, identifier: str) -> Product:
    printed = compile_book(offprint(_book(sources, options), [identifier]), folders)
    return Product({f"print/documents/{identifier}.pdf": printed.pdf}, printed.diagnostics)


def _epub(folders: Sequence[Path], sources: _Sources, style: Path, pages: Path) -> Product:
    made = _book(sources, Options())
    check_pictures(made)
    with Press(folders) as press:
        cover = press.cover(made)
    known = json.loads(pages.read_bytes()) if pages.is_file() else {}
    return Product({EPUB: epub(made, style.read_text(encoding="utf-8"), cover, known)})


def _word(document: Path, edition: Path, words: Path, identifier: str) -> Product:
    made = docx(*(path.read_text(encoding="utf-8") for path in (document, edition, words)))
    return Product({f"word/{identifier}.docx": made})
