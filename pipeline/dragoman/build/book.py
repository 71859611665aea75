"""Steps 10 to 13: the book. Each document's JSON is kept; Typst sets all of them at once."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from difflib import get_close_matches
from functools import partial
from pathlib import Path

from dragoman.build.builder import Builder, SourceFile, inputs_of
from dragoman.build.files import digest
from dragoman.build.prepare import (
    WORK,
    document_root,
    interface_words,
    register_parts,
    register_path,
    written_in,
)
from dragoman.build.stages import Product, Stage
from dragoman.build.typesetting import (
    PAGES,
    Sources,
    Typesetter,
    make_epub,
    set_book,
    set_offprint,
    set_press_sheet,
)
from dragoman.build.wanted import Print
from dragoman.diagnostics import Diagnostic, Place, Rule, Severity
from dragoman.edition import packaged
from dragoman.entities.document_passages import REGISTERS
from dragoman.entities.register_parts import joined
from dragoman.errors import FaultyEdition, UnusableInput
from dragoman.render.docx import docx
from dragoman.render.land import LAND
from dragoman.render.press_sheet import check_profile
from dragoman.render.print import Rendered, document_json, edition_json, numbers, register_json
from dragoman.render.print_faults import picture_addresses
from dragoman.render.print_options import Options
from dragoman.render.print_order import check_order
from dragoman.render.print_press import Press, templates, typesetter_version
from dragoman.render.print_words import FILE as WORDS_FILE
from dragoman.tei.ids import lead_to_ids
from dragoman.tei.parse import parse

NO_SUCH_DOCUMENT = Rule(
    "PRT011",
    Severity.ERROR,
    "no such document",
    "A document that is to be printed by itself is named by its id, which is the name of its file.",
    "dragoman build print --only 1978MOSCOW8357",
    "dragoman build print --only 1979MOSCOW02204",
)


def _json_path(part: str) -> str:
    return f"{WORK}/print/{part}.json"


def make_book(
    builder: Builder, products: Sequence[str], typesetter: Typesetter, wanted: Print | None = None
) -> None:
    """Run steps 10 to 13: JSON for the edition, its documents and registers, then what is made of it.

    products: any of ``print`` (the PDF), ``offprints`` (a PDF of each document), ``epub``, ``word`` (a file
    for each document).
    What keeps one of them from being made is a diagnostic of the build, and the others are made.
    Errors: UnusableInput (PRT011) where ``wanted`` names a document that is not there.
    """
    wanted = wanted or Print()
    _check_ids(builder, wanted.only)
    _make_json(builder)
    builder.announce("book")
    if "offprints" in products:
        wanted = replace(
            wanted, only=tuple(file.id for file in builder.documents), with_book="print" in products
        )
        products = ["print", *products]
    makers: dict[str, Callable[[], None]] = {
        "print": lambda: _set_pages(builder, typesetter, wanted),
        "epub": lambda: _make_epub(builder, typesetter),
        "word": lambda: _make_word(builder),
    }
    for product, make in makers.items():
        if product in products:
            try:
                make()
            except FaultyEdition as error:
                # A character that no face has keeps the PDF from being made, and the Word files need no face.
                builder.fail(product, error)
            else:
                builder.announce(product)


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
    documents = [file.id for file in builder.documents]
    words = interface_words(builder)
    language = {"language": digest(words.encode())}
    stages = [
        Stage(
            "book:edition",
            inputs_of([header])
            | builder.stylesheet_inputs("print/edition.xsl")
            | program
            | {"documents": digest(" ".join(documents).encode())},
            _edition_json,
            (edition.stylesheet("print/edition.xsl"), header.path, header.shown, documents),
        )
    ]
    document = builder.stylesheet_inputs("print/document.xsl") | program | language
    stylesheet = edition.stylesheet("print/document.xsl")
    stages += [
        Stage(
            f"book:documents/{file.id}",
            inputs_of([file, header]) | document,
            _document_json,
            (stylesheet, file.path, file.shown, file.id, header.path, header.shown, words),
        )
        for file in builder.documents
    ]
    register = builder.stylesheet_inputs("print/register.xsl") | program | language
    registers = {kind: builder.product_digest(f"registers:{kind}", register_path(kind)) for kind in REGISTERS}
    parts = {kind: register_parts(builder, kind) for kind in REGISTERS}
    stages += [
        Stage(
            f"book:registers/{kind}",
            {register_path(kind): registers[kind]} | parts[kind] | register,
            _register_json,
            (
                edition.stylesheet("print/register.xsl"),
                [builder.folder / path for path in (register_path(kind), *parts[kind])],
                kind,
                words,
            ),
        )
        for kind in REGISTERS
    ]
    builder.run("book", stages)


def _product(part: str, rendered: Rendered) -> Product:
    return Product({_json_path(part): rendered.json.encode()}, rendered.diagnostics)


def _edition_json(stylesheet: Path, path: Path, shown: str, documents: Sequence[str]) -> Product:
    root = parse(path.read_bytes(), shown)
    lead_to_ids(root)
    made = edition_json(stylesheet, root, shown)
    found = (*made.diagnostics, *check_order(root, shown, documents))
    return _product("edition", replace(made, diagnostics=found))


def _document_json(
    stylesheet: Path, path: Path, shown: str, identifier: str, header: Path, header_shown: str, words: str
) -> Product:
    root = document_root(path.read_bytes(), shown, identifier)
    edition = parse(header.read_bytes(), header_shown)
    return _product(
        f"documents/{identifier}", document_json(stylesheet, root, edition, shown, written_in(words))
    )


def _register_json(stylesheet: Path, paths: Sequence[Path], kind: str, words: str) -> Product:
    whole, *parts = (parse(path.read_bytes(), path.name) for path in paths)
    made = register_json(stylesheet, joined(whole, parts), written_in(words))
    return Product({_json_path(f"registers/{kind}"): made.encode()})


def _parts(builder: Builder) -> dict[str, str]:
    """Return the digest of each part of the book's JSON."""
    parts = [
        "edition",
        *(f"documents/{file.id}" for file in builder.documents),
        *(f"registers/{kind}" for kind in REGISTERS),
    ]
    return {part: builder.product_digest(f"book:{part}", _json_path(part)) for part in parts}


def _sources(
    builder: Builder, digests: Mapping[str, str], only: SourceFile | None = None
) -> tuple[Sources, dict[str, str]]:
    """Return the files that the book is made of, and their digests: the inputs of a stage.

    digests: those of the parts of its JSON; ``only``: the document, where one is printed by itself.
    """
    parts = {part: builder.folder / _json_path(part) for part in digests}
    documents = [only] if only else builder.documents
    pictures = _pictures(builder, documents, parts)
    shown = {file.id: file.shown for file in documents} | {"": builder.edition_file.shown}
    words = builder.edition.stylesheet(f"print/{WORDS_FILE}")
    inputs = {
        **digests,
        **{f"picture {url}": digest(path.read_bytes()) for url, path in pictures.items()},
        "files": digest(json.dumps(shown, sort_keys=True).encode()),
        words.name: digest(words.read_bytes()),
    }
    if only:
        return Sources(parts, pictures, shown, words), inputs
    places, land = register_path("places"), packaged("xslt") / LAND
    inputs["register of places"] = builder.product_digest("registers:places", places)
    inputs[land.name] = digest(land.read_bytes())
    return Sources(parts, pictures, shown, words, builder.folder / places, land), inputs


def _pictures(
    builder: Builder, documents: Sequence[SourceFile], parts: Mapping[str, Path]
) -> dict[str, Path]:
    """Return the pictures that are there, by the address that graphic/@url gives."""
    folders = {f"documents/{file.id}": file.path.parent for file in documents}
    folders["edition"] = builder.edition_file.path.parent
    found: dict[str, Path] = {}
    for part, folder in folders.items():
        text = parts[part].read_text(encoding="utf-8")
        for url in picture_addresses(text) if '"figure"' in text else ():
            if path := builder.edition.picture(folder, url):
                found[url] = path
    return found


def _press_inputs(builder: Builder, folders: Sequence[Path]) -> dict[str, str]:
    """Return the digests of what sets pages: templates, Typst, our own part of it."""
    own = {path.name: digest(path.read_bytes()) for folder in folders for path in templates(folder)}
    return own | {"typst": typesetter_version()} | builder.program_inputs("render")


def _set_pages(builder: Builder, typesetter: Typesetter, wanted: Print) -> None:
    folders = _template_folders(builder)
    press = _press_inputs(builder, folders)
    digests = _parts(builder)
    stages = []

    def add(name: str, call: Callable[[Press], Product], options: Options, inputs: Mapping[str, str]) -> None:
        stage = {**inputs, **press, "options": repr(options)}
        stages.append(Stage(f"print:{name}", stage, _typeset, (typesetter, call, folders)))

    if wanted.with_book or wanted.with_press:
        sources, inputs = _sources(builder, digests)
        if wanted.with_book:
            add("pages", partial(set_book, sources=sources, options=wanted.options), wanted.options, inputs)
        if wanted.with_press:
            profile = _profile(wanted.profile)
            options = replace(wanted.options, press=True)
            call = partial(set_press_sheet, sources=sources, options=options, profile=profile)
            add("press", call, options, inputs | {"profile": digest(profile)})
    numbered = _numbers(builder) if wanted.only else {}
    ids = frozenset(wanted.only)
    for file in builder.documents:
        if file.id in ids:
            # It depends on no other document's text.
            own = {part: digests[part] for part in ("edition", f"documents/{file.id}")}
            sources, inputs = _sources(builder, own, file)
            number = numbered[file.id]
            call = partial(
                set_offprint, sources=sources, options=wanted.options, identifier=file.id, number=number
            )
            add(f"documents/{file.id}", call, wanted.options, inputs | {"number": str(number)})
    # What this command was not asked for stays as it was made; of a document that is gone it goes.
    documents = (f"print:documents/{file.id}" for file in builder.documents)
    builder.keep(["print:pages", "print:press", *documents])
    # One by one: the typesetter is one process, and shares its work among all processors by itself.
    found: list[Diagnostic] = []
    for stage in stages:
        try:
            builder.run("print", [stage])
        except FaultyEdition as error:
            # What one document lacks keeps no other from being printed.
            found += error.diagnostics
    if found:
        raise FaultyEdition(*dict.fromkeys(found))


def _numbers(builder: Builder) -> Mapping[str, int]:
    """Return the number that each document has in the book."""

    def read(part: str) -> str:
        return (builder.folder / _json_path(part)).read_text(encoding="utf-8")

    return numbers(read("edition"), {file.id: read(f"documents/{file.id}") for file in builder.documents})


def _profile(path: Path | None) -> bytes:
    """Return the bytes of an ICC profile, b"" for none. Errors: UnusableInput (PRT012)."""
    if path is None:
        return b""
    octets = path.read_bytes()
    check_profile(octets, str(path))
    return octets


def _make_epub(builder: Builder, typesetter: Typesetter) -> None:
    folders = _template_folders(builder)
    sources, inputs = _sources(builder, _parts(builder))
    inputs |= _press_inputs(builder, folders)
    style = builder.edition.stylesheet("print/epub.css")
    inputs |= {"epub.css": digest(style.read_bytes())}
    # Where the book was never printed, the EPUB does without its pages.
    pages = builder.folder / PAGES
    if pages.is_file():
        inputs |= {PAGES: digest(pages.read_bytes())}
    call = partial(make_epub, sources=sources, style=style, pages=pages)
    builder.run("epub", [Stage("epub:edition", inputs, _typeset, (typesetter, call, folders))])


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


def _template_folders(builder: Builder) -> tuple[Path, ...]:
    """Return the folders with the templates: the packaged one, then the edition's own."""
    packaged = builder.edition.stylesheet("print/book.typ").parent
    own = builder.edition.root / "xslt" / "print"
    return (packaged,) if own == packaged or not own.is_dir() else (packaged, own)


def _typeset(typesetter: Typesetter, call: Callable[[Press], Product], folders: tuple[Path, ...]) -> Product:
    return typesetter.make(call, folders)


def _word(document: Path, edition: Path, words: Path, identifier: str) -> Product:
    made = docx(*(path.read_text(encoding="utf-8") for path in (document, edition, words)))
    return Product({f"word/{identifier}.docx": made})
