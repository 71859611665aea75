"""Step 9: the search index of the site, anew where a page or a name has changed."""

from __future__ import annotations

import json
from collections.abc import Mapping
from importlib.metadata import version
from pathlib import Path

from dragoman.build.builder import Builder
from dragoman.build.files import digest
from dragoman.build.prepare import REGISTERS, edition_language, register_path, summary_path
from dragoman.build.site import WEB, interface_words
from dragoman.build.stages import Product, Stage
from dragoman.render.search import filters, search_index, search_record, variants
from dragoman.render.web_context import names
from dragoman.tei.parse import parse


def page_path(identifier: str) -> str:
    """Return the address of a document's page from the site's root."""
    return f"documents/{identifier}.html"


def make_search(builder: Builder) -> None:
    """Run step 9: one stage, because Pagefind makes its index whole."""
    inputs: dict[str, str] = {}
    for file in builder.documents:
        page = f"{WEB}/{page_path(file.id)}"
        inputs[page] = builder.product_digest(f"pages:documents/{file.id}", page)
        summary = summary_path(file.id)
        inputs[summary] = builder.product_digest(f"summaries:{file.id}", summary)
    for kind in REGISTERS:
        path = register_path(kind)
        inputs[path] = builder.product_digest(f"registers:{kind}", path)
    language = edition_language(builder)
    words = interface_words(builder)
    inputs |= {"language": digest(words.encode()), "pagefind": version("pagefind")}
    inputs |= builder.program_inputs("render")
    ids = [file.id for file in builder.documents]
    builder.run("search", [Stage("search:index", inputs, _index, (builder.folder, ids, language, words))])
    builder.announce("search")


def _index(folder: Path, ids: list[str], language: str, words: str) -> Product:
    registers = [parse((folder / register_path(kind)).read_bytes(), kind) for kind in REGISTERS]
    called = {name.get("ref", ""): name.text or "" for name in names(registers)}
    forms = variants(registers)
    phrases: Mapping[str, str] = json.loads(words)
    records = {}
    for identifier in ids:
        summary = parse((folder / summary_path(identifier)).read_bytes(), identifier)
        page = (folder / WEB / page_path(identifier)).read_bytes()
        date = summary.get("date-text", "")
        records[page_path(identifier)] = search_record(page, filters(summary, called, phrases), forms, date)
    return Product({f"{WEB}/{path}": data for path, data in search_index(records, language).items()})
