"""Typst in a process of its own: kept for the next edit, and what it took of memory given back at its end.

What is above `Typesetter` runs in that process; it sees files and sends back products.
"""

from __future__ import annotations

import json
import tempfile
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures.process import BrokenProcessPool
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from dragoman.build.prepare import WORK
from dragoman.build.stages import Product
from dragoman.build.workers import Pool, begin_worker, fresh_context
from dragoman.diagnostics import Place, Rule, Severity
from dragoman.errors import UnusableInput
from dragoman.render.epub import epub
from dragoman.render.land import read_land
from dragoman.render.press_sheet import press_sheet
from dragoman.render.print import Book, book, offprint
from dragoman.render.print_faults import check_pictures, no_room
from dragoman.render.print_map import Plate, plates
from dragoman.render.print_options import Options
from dragoman.render.print_press import Press
from dragoman.render.print_words import words_of
from dragoman.tei.parse import parse

TYPESETTER_DIED = Rule(
    "PRT013",
    Severity.ERROR,
    "the typesetter's process has died",
    "The book is set in a process of its own. The system ends a process that takes more memory than "
    "there is; a book of 1,200 pages takes some 2.5 GB. The last good book is still there.",
)

PDF: Final = "print/edition.pdf"
PRESS_PDF: Final = "print/press.pdf"
EPUB: Final = "epub/edition.epub"
PAGES: Final = f"{WORK}/print/pages.json"


@dataclass(frozen=True, slots=True)
class Sources:
    """Where all lies that a book is made of.

    parts: JSON by part of the book (``edition``, ``documents/ID``, ``registers/KIND``);
    pictures: by their address; shown: document → its file as diagnostics name it;
    places, land: what the map is made of; None where there is to be none.
    """

    parts: Mapping[str, Path]
    pictures: Mapping[str, Path]
    shown: Mapping[str, str]
    words: Path
    places: Path | None = None
    land: Path | None = None


def set_book(press: Press, sources: Sources, options: Options) -> Product:
    """Return the book's PDF and, for the site and the EPUB, the page of everything that can be cited."""
    printed = press.print(_book(sources, options))
    pages = json.dumps(printed.pages, ensure_ascii=False, indent=0, sort_keys=True)
    return Product({PDF: printed.pdf, PAGES: pages.encode()}, printed.diagnostics)


def set_press_sheet(press: Press, sources: Sources, options: Options, profile: bytes) -> Product:
    """Return the sheet for a press; ``profile`` is an ICC profile that has been checked, or b""."""
    printed = press.print(_book(sources, options))
    return Product({PRESS_PDF: press_sheet(printed.pdf, profile)}, printed.diagnostics)


def set_offprint(press: Press, sources: Sources, options: Options, identifier: str, number: int) -> Product:
    """Return the PDF of a document by itself; ``number`` is the one that it has in the book."""
    printed = press.print(offprint(_book(sources, options), [identifier], {identifier: number}))
    return Product({f"print/documents/{identifier}.pdf": printed.pdf}, printed.diagnostics)


def make_epub(press: Press, sources: Sources, style: Path, pages: Path) -> Product:
    """Return the EPUB; ``pages`` is the file of the printed book's pages, which need not be there."""
    made = _book(sources, Options())
    check_pictures(made)
    cover = press.cover(made)
    known = json.loads(pages.read_bytes()) if pages.is_file() else {}
    return Product({EPUB: epub(made, style.read_text(encoding="utf-8"), cover, known)})


def _book(sources: Sources, options: Options) -> Book:
    texts = {part: path.read_text(encoding="utf-8") for part, path in sources.parts.items()}
    words = sources.words.read_text(encoding="utf-8")
    says = words_of(words, json.loads(texts["edition"])["lang"])
    maps: Sequence[Plate] = ()
    if sources.places and sources.land:
        land = read_land(sources.land.read_text(encoding="utf-8"))
        maps = plates(parse(sources.places.read_bytes(), sources.places.name), land, says["map-description"])
    return book(
        texts["edition"],
        {part.partition("/")[2]: text for part, text in texts.items() if part.startswith("documents/")},
        {part.partition("/")[2]: text for part, text in texts.items() if part.startswith("registers/")},
        options,
        words,
        pictures={url: path.read_bytes() for url, path in sources.pictures.items()},
        shown=sources.shown,
        maps=maps,
    )


# The presses of this process by their folders of templates: Typst does again only what an edit touches.
_presses: dict[tuple[Path, ...], Press] = {}


def _in_press(call: Callable[[Press], Product], folders: tuple[Path, ...], scratch: Path) -> Product:
    if folders not in _presses:
        _presses[folders] = Press(folders, scratch=scratch / str(len(_presses)))
    return call(_presses[folders])


class Typesetter(AbstractContextManager["Typesetter"]):
    """A process for the work of Typst. In a ``with`` block it is kept as long as the block."""

    def __init__(self) -> None:
        self._executor: Pool | None = None
        self._scratch: tempfile.TemporaryDirectory[str] | None = None

    def __exit__(self, *exception: object) -> None:
        self.close()

    def close(self) -> None:
        """End the process; the next call begins another."""
        if self._executor is not None:
            self._executor.shutdown(cancel_futures=True)
            self._executor = None
        # The folder is not the process's own: one that is killed tidies nothing up.
        if self._scratch is not None:
            self._scratch.cleanup()
            self._scratch = None

    def make(self, call: Callable[[Press], Product], folders: tuple[Path, ...]) -> Product:
        """Return what ``call`` makes with the press of the templates in ``folders``.

        call: a function of this module, or a `partial` of one.
        Errors: what the call raises; UnusableInput (PRT008) where nothing temporary can be written,
        (PRT013) where the process dies.
        """
        try:
            if self._executor is None or self._scratch is None:
                self._scratch = tempfile.TemporaryDirectory(prefix="dragoman-press-")
                # Begun anew: a copy of a process that has threads, Saxon's or Typst's, would lack them.
                self._executor = Pool(1, fresh_context(), initializer=begin_worker)
            return self._executor.submit(_in_press, call, folders, Path(self._scratch.name)).result()
        except OSError as error:
            raise UnusableInput(no_room(error)) from None
        except BrokenProcessPool:
            self.close()
            text = "the process that sets the book has been ended by the system"
            hint = "give it more memory, or print documents by themselves with --only"
            raise UnusableInput(TYPESETTER_DIED.at(Place("book"), text, hint)) from None
