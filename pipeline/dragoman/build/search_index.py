"""Step 9: the search index of the site, anew where what the search is told of a document has changed."""

from __future__ import annotations

from collections.abc import Sequence
from importlib.metadata import version
from pathlib import Path

from dragoman.build.builder import Builder
from dragoman.build.document_work import WEB, record_path
from dragoman.build.prepare import edition_language
from dragoman.build.stages import Product, Stage
from dragoman.render.search import search_index


def make_search(builder: Builder) -> None:
    """Run step 9, and say that it is done."""
    builder.run("search", search_stages(builder))
    builder.announce("search")


def search_stages(builder: Builder) -> list[Stage]:
    """Return the stages of step 9: one, because Pagefind makes its index whole."""
    inputs: dict[str, str] = {}
    for file in builder.documents:
        record = record_path(file.id)
        inputs[record] = builder.product_digest(f"pages:documents/{file.id}", record)
    language = edition_language(builder)
    inputs |= {"language": language, "pagefind": version("pagefind")}
    inputs |= builder.program_inputs("render")
    ids = [file.id for file in builder.documents]
    return [Stage("search:index", inputs, _index, (builder.folder, ids, language), is_large=True)]


def _index(folder: Path, ids: Sequence[str], language: str) -> Product:
    records = {f"documents/{identifier}.html": folder / record_path(identifier) for identifier in ids}
    return Product({f"{WEB}/{path}": data for path, data in search_index(records, language).items()})
