"""Step 10: the book. Each document's JSON is kept; Typst sets all of them at once."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

from dragoman.build.builder import Builder, inputs_of
from dragoman.build.files import digest
from dragoman.build.prepare import REGISTERS, WORK, register_path
from dragoman.build.stages import Product, Stage
from dragoman.render.print import Options, Rendered, book, document_json, edition_json, register_json
from dragoman.render.print_press import compile_book, typesetter_version
from dragoman.tei.parse import parse

PDF: Final = "print/edition.pdf"
PAGES: Final = f"{WORK}/print/pages.json"


def _json_path(part: str) -> str:
    return f"{WORK}/print/{part}.json"


def make_book(builder: Builder, options: Options | None = None) -> None:
    """Run step 10: JSON for the edition, its documents and registers, then the PDF."""
    _make_json(builder)
    _set_pages(builder, options or Options())
    builder.announce("book")


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


def _set_pages(builder: Builder, options: Options) -> None:
    folders = _template_folders(builder)
    parts = [
        "edition",
        *(f"documents/{file.id}" for file in builder.documents),
        *(f"registers/{kind}" for kind in REGISTERS),
    ]
    inputs = {part: builder.product_digest(f"book:{part}", _json_path(part)) for part in parts}
    templates = [path for folder in folders for path in sorted(folder.glob("*.typ"))]
    inputs |= {path.name: digest(path.read_bytes()) for path in templates}
    inputs |= {"options": repr(options), "typst": typesetter_version()} | builder.program_inputs("render")
    paths = {part: builder.folder / _json_path(part) for part in parts}
    builder.run("book", [Stage("book:pages", inputs, _pages, (folders, paths, options))])


def _template_folders(builder: Builder) -> list[Path]:
    """Return the folders with the templates: the packaged one, then the edition's own."""
    packaged = builder.edition.stylesheet("print/book.typ").parent
    own = builder.edition.root / "xslt" / "print"
    return [packaged] if own == packaged or not own.is_dir() else [packaged, own]


def _pages(folders: Sequence[Path], paths: Mapping[str, Path], options: Options) -> Product:
    texts = {part: path.read_text(encoding="utf-8") for part, path in paths.items()}
    made = book(
        texts["edition"],
        {part.partition("/")[2]: text for part, text in texts.items() if part.startswith("documents/")},
        {part.partition("/")[2]: text for part, text in texts.items() if part.startswith("registers/")},
        options,
    )
    printed = compile_book(made, folders)
    pages = json.dumps(printed.pages, ensure_ascii=False, indent=0, sort_keys=True)
    return Product({PDF: printed.pdf, PAGES: pages.encode()}, printed.diagnostics)
