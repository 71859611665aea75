"""Step 9: the search index of the site, each part anew where what is told of a document changed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager, nullcontext
from fcntl import LOCK_EX, flock
from functools import partial
from importlib.metadata import version
from pathlib import Path
from typing import Final

from dragoman.build.builder import Builder
from dragoman.build.document_work import WEB, record_path
from dragoman.build.files import digest
from dragoman.build.prepare import edition_language
from dragoman.build.stages import Product, Stage
from dragoman.render.search import search_index

# Pagefind keeps an index in memory while it makes it, some 400 kB for a document of 17 kB: the memory that an
# edition needs is that of its largest part, and an edit makes one part anew. Each part costs whoever searches
# some ten requests more.
LEAST: Final = 450
MOST: Final = 650


def make_search(builder: Builder) -> None:
    """Run step 9, and say that it is done."""
    builder.run("search", search_stages(builder))
    builder.announce("search")


def search_stages(builder: Builder) -> list[Stage]:
    """Return the stages of step 9, one for each part of the index: Pagefind makes a part whole."""
    language = edition_language(builder)
    edition = {"language": language, "pagefind": version("pagefind")}
    edition |= builder.program_inputs("render", "build")
    parts = parts_of([file.id for file in builder.documents])
    # Where there are more parts than processes, Pagefind runs in half of the processes at a time, so that the
    # memory is that of few parts; the other processes have something to write meanwhile.
    turns = max(1, builder.jobs // 2)
    stages = []
    for number, ids in enumerate(parts, 1):
        inputs: dict[str, str] = {}
        for identifier in ids:
            record = record_path(identifier)
            inputs[record] = builder.product_digest(f"pages:documents/{identifier}", record)
        if number == 1:
            inputs["parts"] = str(len(parts))
        name = "search:index" if number == 1 else f"search:index/{number}"
        turn = builder.folder / record_path(parts[number % turns][0]) if len(parts) > builder.jobs else None
        arguments = (builder.folder, ids, language, number, len(parts), turn)
        stages.append(Stage(name, inputs | edition, _index, arguments, is_large=True))
    return stages


def parts_of(ids: Sequence[str], least: int = LEAST, most: int = MOST) -> list[list[str]]:
    """Return the documents of each part of the index, in their order, one part at least.

    A part has up to ``most`` documents and no fewer than ``least``; where too few are left for the last, the
    last two are about alike, so that two processes are done with them at the same time. Where a part ends the
    ids themselves say, so that a new document changes the part that it comes to, and seldom another.
    """
    if len(ids) <= most:
        return [list(ids)]
    parts: list[list[str]] = [[]]
    for identifier in ids:
        if len(parts[-1]) >= most:
            parts.append([])
        parts[-1].append(identifier)
        if len(parts[-1]) >= least and int(digest(identifier.encode())[:8], 16) % (most - least) == 0:
            parts.append([])
    parts = [part for part in parts if part]
    if len(parts[-1]) < least:
        parts[-2:] = _halves(parts[-2] + parts[-1], most)
    return parts


def _halves(ids: Sequence[str], most: int) -> list[list[str]]:
    middle, room = len(ids) // 2, len(ids) // 40
    ends = range(max(middle - room, len(ids) - most), min(middle + room, most) + 1)
    end = min(ends, key=lambda end: digest(ids[end].encode()))
    return [list(ids[:end]), list(ids[end:])]


def _index(
    folder: Path, ids: Sequence[str], language: str, number: int, parts: int, turn: Path | None = None
) -> Product:
    """Return a part of the index; ``turn`` is a file that is locked while Pagefind runs."""
    records = {f"documents/{identifier}.html": folder / record_path(identifier) for identifier in ids}
    made = search_index(records, language, number, parts, partial(locked, turn) if turn else nullcontext)
    return Product({f"{WEB}/{path}": data for path, data in made.items()})


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Wait until no other process holds a file, and hold it; a process that dies lets go of it."""
    with path.open("rb") as file:
        flock(file, LOCK_EX)
        yield
