"""Steps 10 to 13: the book. Each document's JSON is kept; Typst sets all of them at once."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

from dragoman.build.builder import Builder, inputs_of
from dragoman.build.files import digest
from dragoman.build.prepare import REGISTERS, WORK, register_path
from dragoman.build.stages import Product, Stage
from dragoman.render.docx import docx
from dragoman.render.epub import epub
from dragoman.render.print import Book, Options, Rendered, book, document_json, edition_json, register_json
from dragoman.render.print_press import Press, compile_book, typesetter_version
from dragoman.tei.parse import parse

PDF: Final = "print/edition.pdf"
EPUB: Final = "epub/edition.epub"
PAGES: Final = f"{WORK}/print/pages.json"


def _json_path(part: str) -> str:
    return f"{WORK}/print/{part}.json"


def make_book(builder: Builder, products: Sequence[str], options: Options | None = None) -> None:
    """Run steps 10 to 13: JSON for the edition, its documents and registers, then what is made of it.

    products: any of ``print`` (the PDF), ``epub``, ``word`` (a file for each document).
    """
    _make_json(builder)
    builder.announce("book")
    if "print" in products:
        _set_pages(builder, options or Options())
        builder.announce("print")
    if "epub" in products:
        _make_epub(builder)
        builder.announce("epub")
    if "word" in products:
        _make_word(builder)
        builder.announce("word")


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


def _set_pages(builder: Builder, options: Options) -> None:
    folders = _template_folders(builder)
    parts = _parts(builder)
    templates = [path for folder in folders for path in sorted(folder.glob("*.typ"))]
    inputs = parts | {path.name: digest(path.read_bytes()) for path in templates}
    inputs |= {"options": repr(options), "typst": typesetter_version()} | builder.program_inputs("render")
    paths = {part: builder.folder / _json_path(part) for part in parts}
    builder.run("print", [Stage("print:pages", inputs, _pages, (folders, paths, options))])


def _make_epub(builder: Builder) -> None:
    folders = _template_folders(builder)
    parts = _parts(builder)
    style = builder.edition.stylesheet("print/epub.css")
    inputs = parts | {"epub.css": digest(style.read_bytes()), "typst": typesetter_version()}
    inputs |= builder.program_inputs("render")
    paths = {part: builder.folder / _json_path(part) for part in parts}
    builder.run("epub", [Stage("epub:edition", inputs, _epub, (folders, paths, style))])


def _make_word(builder: Builder) -> None:
    program = builder.program_inputs("render")
    parts = _parts(builder)
    edition = builder.folder / _json_path("edition")
    builder.run(
        "word",
        [
            Stage(
                f"word:{file.id}",
                {"edition": parts["edition"], "document": parts[f"documents/{file.id}"]} | program,
                _word,
                (builder.folder / _json_path(f"documents/{file.id}"), edition, file.id),
            )
            for file in builder.documents
        ],
    )


def _template_folders(builder: Builder) -> list[Path]:
    """Return the folders with the templates: the packaged one, then the edition's own."""
    packaged = builder.edition.stylesheet("print/book.typ").parent
    own = builder.edition.root / "xslt" / "print"
    return [packaged] if own == packaged or not own.is_dir() else [packaged, own]


def _book(paths: Mapping[str, Path], options: Options) -> Book:
    texts = {part: path.read_text(encoding="utf-8") for part, path in paths.items()}
    return book(
        texts["edition"],
        {part.partition("/")[2]: text for part, text in texts.items() if part.startswith("documents/")},
        {part.partition("/")[2]: text for part, text in texts.items() if part.startswith("registers/")},
        options,
    )


def _pages(folders: Sequence[Path], paths: Mapping[str, Path], options: Options) -> Product:
    printed = compile_book(_book(paths, options), folders)
    pages = json.dumps(printed.pages, ensure_ascii=False, indent=0, sort_keys=True)
    return Product({PDF: printed.pdf, PAGES: pages.encode()}, printed.diagnostics)


def _epub(folders: Sequence[Path], paths: Mapping[str, Path], style: Path) -> Product:
    made = _book(paths, Options())
    with Press(folders) as press:
        cover = press.cover(made)
    return Product({EPUB: epub(made, style.read_text(encoding="utf-8"), cover)})


def _word(document: Path, edition: Path, identifier: str) -> Product:
    made = docx(document.read_text(encoding="utf-8"), edition.read_text(encoding="utf-8"))
    return Product({f"word/{identifier}.docx": made})
