"""From the book's JSON to its pages: Typst, in a folder of its own, kept for the next edit.

Typst reads files, so a press has a temporary folder with the template and the book's JSON in it;
nothing else of the machine can be read from there. Only what changed is written anew, and Typst
does again only what depends on it.
"""

from __future__ import annotations

import hashlib
import json
import os
import sys
import tempfile
from collections.abc import Mapping, Sequence
from contextlib import AbstractContextManager, suppress
from dataclasses import dataclass, replace
from importlib.metadata import version
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from multiprocessing.context import ForkProcess
from pathlib import Path
from typing import Any, Final

import typst

from dragoman.diagnostics import Diagnostic, Place, Rule, Severity
from dragoman.errors import FaultyEdition, UnusableInput
from dragoman.render.print import WORDS, Book, picture_file
from dragoman.render.print_faults import broken_picture, check_pictures, fault, missing_font, no_room
from dragoman.render.print_fonts import cjk_folders, fonts_version
from dragoman.render.print_lines import broken_of, has_notes, held_paragraphs, shares, single_lines

UNSETTLED = Rule(
    "PRT010",
    Severity.WARNING,
    "a remark of the typesetter",
    "Typst finished the book and has something to say of it: a font family that it does not know, "
    "page numbers that would not settle.",
)

# Both at once: an archival PDF that can be read aloud. A glyph that no font has is an error under
# these standards; without a standard it would be a box on the page.
_ARCHIVAL: Final[Any] = ["a-2a", "ua-1"]

# The moment that the file gives as that of its making: fixed, for the same input gives the same bytes.
_MOMENT: Final = 0

# The printed page of everything that can be cited or is mentioned (places.typ makes the marks). It is asked
# of the finished book: as a part of the template it would be reckoned again on each of Typst's passes.
_PAGES: Final = """{
  let pages = (:)
  let printed = (:)
  for mark in query(metadata) {
    let value = mark.value
    if type(value) != dictionary or "at" not in value or value.at in pages { continue }
    let location = mark.location()
    let key = str(location.page())
    if key not in printed {
      let pattern = location.page-numbering()
      printed.insert(key, if pattern == none { "" } else { numbering(pattern, ..counter(page).at(location)) })
    }
    pages.insert(value.at, printed.at(key))
    // Where a document begins, also as programs count pages: the front matter has numbers of its own.
    if value.at.ends-with("#") { pages.insert(value.at.trim("#"), key) }
  }
  pages
}"""

# Where paragraphs with notes that run over a page's end begin and end.
_BROKEN: Final = """{
  let broken = (:)
  for mark in query(<ending>) {
    let (first, last) = (query(label(mark.value.ends)).first().location(), mark.location())
    if first.page() != last.page() {
      let (from, to) = (first.position(), last.position())
      broken.insert(mark.value.ends, (from.page, from.y.pt(), to.page, to.y.pt()))
    }
  }
  broken
}"""

# How often the book is set again so that no line of a paragraph stands alone. One that is held moves the rest
# of its document, where another may then be broken badly; what is left after these is left.
_MOST_ROUNDS: Final = 8
_WANTED: Final = "wanted.json"

# Documents are asked for that in so many processes at a time: each does alone what Typst does not share among
# processors, the running of the template and the realization of what it makes.
_SEARCHERS: Final = min(2, os.cpu_count() or 1)


@dataclass(frozen=True, slots=True)
class Printed:
    """A PDF, the page on which everything citable stands, and what the typesetter remarked.

    pages: "DOCUMENT#p3" → "17", for paragraphs, notes, entries, and mentions (m1, m2, …); "DOCUMENT" → "33",
           the number of its first page among all pages of the file.
    """

    pdf: bytes
    pages: Mapping[str, str]
    diagnostics: tuple[Diagnostic, ...] = ()

    def paragraph_pages(self) -> dict[str, dict[str, str]]:
        """Return document → id → page: what the web edition shows beside a paragraph."""
        found: dict[str, dict[str, str]] = {}
        for at, page in self.pages.items():
            document, _, anchor = at.partition("#")
            if anchor:
                found.setdefault(document, {})[anchor] = page
        return found


def templates(folder: Path) -> list[Path]:
    """Return the template's files in a folder."""
    return sorted(folder.glob("*.typ"))


class Press(AbstractContextManager["Press"]):
    """A typesetter with its folder and fonts. Use it in a ``with`` block: its folder is removed at the end.

    folders:      those with *.typ; a file of a later folder replaces that of an earlier one;
    font_folders: where families are looked for besides those that Typst brings;
    scratch:      the folder that it works in, which is somebody else's to remove; without it one of its own.
    """

    def __init__(
        self, folders: Sequence[Path], font_folders: Sequence[Path] = (), scratch: Path | None = None
    ) -> None:
        # The only files written here are the press's own, and nobody else's.
        self._own = None if scratch else tempfile.TemporaryDirectory(prefix="dragoman-press-")
        self.folder = scratch or Path(self._own.name if self._own else "")
        self._written: dict[str, bytes] = {}
        self._folders = tuple(folders)
        self._fonts = typst.Fonts(
            include_system_fonts=False,
            include_embedded_fonts=True,
            font_paths=[str(folder) for folder in (*font_folders, *cjk_folders())],
        )
        self._compiler: typst.Compiler | None = None
        # The paragraphs that are held, by the text of their document and the look of the book.
        self._held: dict[tuple[str, str], tuple[str, ...]] = {}

    def __exit__(self, *exception: object) -> None:
        self._compiler = None
        if self._own is not None:
            self._own.cleanup()

    @property
    def families(self) -> frozenset[str]:
        """The families that this press can set."""
        return frozenset(self._fonts.families())

    def print(self, book: Book) -> Printed:
        """Return the book's PDF.

        Errors: FaultyEdition with the document and the place that Typst could not set, a picture or a
        font that is not there; UnusableInput where the working folder cannot be written.
        """
        settings = json.loads(book.files["options.json"])
        for family in (*settings["fonts"], *settings["cjk"].values()):
            if family not in self.families:
                raise FaultyEdition(missing_font(family, sorted(self.families)))
        check_pictures(book)
        try:
            self._write(self._held_together(book))
            if self._compiler is None:
                self._compiler = self._compiler_of("book.typ")
            pdf, remarks = self._compiler.compile_with_warnings(pdf_standards=_ARCHIVAL, timestamp=_MOMENT)
            if settings["press"]:
                # A press's own colour management takes the place of the archival file's; what that
                # checks of the text holds for this sheet too.
                pdf = self._compiler.compile(timestamp=_MOMENT)
            pages = json.loads(self._compiler.eval(_PAGES))
        except OSError as error:
            raise UnusableInput(no_room(error)) from None
        except typst.TypstError as error:
            self._find_broken_picture(book, error)
            raise FaultyEdition(fault(book, error.message, error.diagnostic, error.hints)) from None
        assert isinstance(pdf, bytes)
        return Printed(pdf, pages, tuple(_remark(remark) for remark in remarks))

    def _held_together(self, book: Book) -> Book:
        """Return the book with those paragraphs marked that a page's end would leave with a single line.

        What a document needs for that depends on no other document, for each begins a page. So it is
        kept, and after an edit asked again of that document only.
        """
        look = self._look_of(book)
        texts = {id_: book.files[f"documents/{id_}.json"] for id_ in book.documents}
        known = {id_: self._held[text, look] for id_, text in texts.items() if (text, look) in self._held}
        # Only a paragraph with notes can go wrong.
        known |= {id_: () for id_, text in texts.items() if not has_notes(text)}
        unknown = [id_ for id_ in texts if id_ not in known]
        if unknown:
            known |= (
                self._asked_apart(book, unknown) if _can_be_copied() else self._places_to_hold(book, unknown)
            )
        self._held = {(text, look): known[id_] for id_, text in texts.items() if id_ in known}
        files = {
            f"documents/{id_}.json": held_paragraphs(text, known.get(id_, ())) for id_, text in texts.items()
        }
        return replace(book, files={**book.files, **files})

    def _places_to_hold(
        self, book: Book, documents: Sequence[str], wanted_file: str = _WANTED
    ) -> dict[str, tuple[str, ...]]:
        """Return for each document the paragraphs to hold, found by setting it until none is left."""
        held: dict[str, tuple[str, ...]] = dict.fromkeys(documents, ())
        wanted = list(documents)
        lines: typst.Compiler | None = None
        for _ in range(_MOST_ROUNDS):
            files = {
                f"documents/{id_}.json": held_paragraphs(book.files[f"documents/{id_}.json"], held[id_])
                for id_ in wanted
            }
            self._write(replace(book, files={**book.files, **files, wanted_file: json.dumps(wanted)}))
            lines = lines or self._compiler_of("lines.typ", {"wanted": wanted_file})
            pdf = lines.compile(timestamp=_MOMENT, pdf_tags=False)
            assert isinstance(pdf, bytes)
            # Of several in a document only the first: those after it move with it.
            first: dict[str, str] = {}
            for at in single_lines(pdf, broken_of(json.loads(lines.eval(_BROKEN)))):
                first.setdefault(at.partition("#")[0], at)
            wanted = [id_ for id_, at in first.items() if at not in held[id_]]
            held |= {id_: (*held[id_], first[id_]) for id_ in wanted}
            if not wanted:
                break
        return held

    def _asked_apart(self, book: Book, documents: Sequence[str]) -> dict[str, tuple[str, ...]]:
        """Return what `_places_to_hold` finds, by processes that take their memory with them."""
        # What they share is written here; each writes besides only its own documents and what it wants.
        self._write(book)
        context = get_context("fork")
        texts = {id_: book.files[f"documents/{id_}.json"] for id_ in documents}
        waiting = list(enumerate(shares(texts, _SEARCHERS)))[::-1]
        running: list[tuple[ForkProcess, Connection]] = []
        found: dict[str, tuple[str, ...]] = {}
        while waiting or running:
            while waiting and len(running) < _SEARCHERS:
                number, share = waiting.pop()
                receiver, sender = context.Pipe(duplex=False)
                process = context.Process(target=self._tell_places, args=(book, share, number, sender))
                process.start()
                sender.close()
                running.append((process, receiver))
            ready = wait([receiver for _, receiver in running])
            for process, receiver in [one for one in running if one[1] in ready]:
                # What ended a process ends the book as well, or else the book does without.
                with suppress(EOFError):
                    found |= receiver.recv()
                receiver.close()
                process.join()
                running.remove((process, receiver))
        for id_ in documents:
            self._written.pop(f"documents/{id_}.json", None)
        return found

    def _tell_places(self, book: Book, documents: Sequence[str], number: int, sender: Connection) -> None:
        try:
            sender.send(self._places_to_hold(book, documents, f"wanted-{number}.json"))
        except (typst.TypstError, OSError):
            sender.close()

    def _look_of(self, book: Book) -> str:
        """Return what the lines of a document depend on besides its text: templates, trim, fonts, words."""
        settings = json.loads(book.files["options.json"])
        look = {
            key: settings[key] for key in ("trim", "form", "line_numbers", "press", "fonts", "cjk", "lang")
        }
        names = {path.name: path.read_bytes() for folder in self._folders for path in templates(folder)}
        seen = hashlib.sha256(repr((look, book.files["edition.json"], book.files[WORDS])).encode())
        for name in sorted(names):
            seen.update(names[name])
        return seen.hexdigest()

    def cover(self, book: Book) -> bytes:
        """Return a picture of the cover (PNG, 900 by 1,350 pixels). Errors: as for `print`."""
        self._write(book)
        try:
            made = self._compiler_of("cover.typ").compile(format="png", ppi=150)
        except typst.TypstError as error:
            raise FaultyEdition(fault(book, error.message, error.diagnostic, error.hints)) from None
        assert isinstance(made, bytes)
        return made

    def _compiler_of(self, template: str, inputs: Mapping[str, str] | None = None) -> typst.Compiler:
        _begun.add(os.getpid())
        return typst.Compiler(
            str(self.folder / template),
            root=self.folder,
            font_paths=self._fonts,
            sys_inputs=dict(inputs or {}),
        )

    def _write(self, book: Book) -> None:
        wanted = {path.name: path.read_bytes() for folder in self._folders for path in templates(folder)}
        wanted |= {name: text.encode() for name, text in book.files.items()}
        wanted |= {picture_file(url): octets for url, octets in book.pictures.items()}
        for name in self._written.keys() - wanted.keys():
            (self.folder / name).unlink(missing_ok=True)
            del self._written[name]
        for name, octets in wanted.items():
            if self._written.get(name) != octets:
                path = self.folder / name
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(octets)
                self._written[name] = octets

    def _find_broken_picture(self, book: Book, error: typst.TypstError) -> None:
        """Raise FaultyEdition for the picture that cannot be decoded; Typst's message does not name it."""
        if "image" not in error.message.lower():
            return
        for url in book.pictures:
            alone = f'#image("{picture_file(url)}")'.encode()
            try:
                typst.Compiler(alone, root=str(self.folder), font_paths=self._fonts).compile()
            except typst.TypstError as cause:
                raise FaultyEdition(broken_picture(book, url, cause.message)) from None


# The processes in which Typst has begun its threads: they would be missing in a copy of the process.
_begun: set[int] = set()


def _can_be_copied() -> bool:
    return sys.platform == "linux" and os.getpid() not in _begun


def _remark(remark: typst.TypstWarning) -> Diagnostic:
    return UNSETTLED.at(Place("book"), remark.message, "; ".join(remark.hints))


def typesetter_version() -> str:
    """Return the typesetter's and the fonts' names and versions: part of the key of all that it makes."""
    return f"typst {version('typst')} {fonts_version()}".strip()
