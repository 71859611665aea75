"""From the book's JSON to its pages: Typst, in a folder of its own, kept for the next edit.

Typst reads files, so a press has a temporary folder with the template and the book's JSON in it;
nothing else of the machine can be read from there. Only what changed is written anew, and Typst
does again only what depends on it.
"""

from __future__ import annotations

import json
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from types import TracebackType
from typing import Any, Final, Self

import typst

from dragoman.diagnostics import Diagnostic, Place, Rule, Severity
from dragoman.errors import FaultyEdition, UnusableInput
from dragoman.render.print import Book, picture_file
from dragoman.render.print_faults import NO_ROOM, broken_picture, check_pictures, fault, missing_font
from dragoman.render.print_fonts import cjk_folder, fonts_version

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
  }
  pages
}"""


@dataclass(frozen=True, slots=True)
class Printed:
    """A PDF, the page on which everything citable stands, and what the typesetter remarked.

    pages: "DOCUMENT#p3" → "17", for paragraphs, notes, entries, and mentions (m1, m2, …).
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


class Press:
    """A typesetter with its folder and fonts. Use it in a ``with`` block: its folder is removed at the end.

    folders:      those with *.typ; a file of a later folder replaces that of an earlier one;
    font_folders: where families are looked for besides those that Typst brings.
    """

    def __init__(self, folders: Sequence[Path], font_folders: Sequence[Path] = ()) -> None:
        # The only files written here are the press's own, and nobody else's.
        self._scratch = tempfile.TemporaryDirectory(prefix="dragoman-press-")
        self.folder = Path(self._scratch.name)
        self._written: dict[str, bytes] = {}
        self._templates = {path.name: path.read_bytes() for folder in folders for path in templates(folder)}
        self._fonts = typst.Fonts(
            include_system_fonts=False,
            include_embedded_fonts=True,
            font_paths=[str(folder) for folder in (*font_folders, cjk_folder()) if folder is not None],
        )
        self._compiler: typst.Compiler | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._compiler = None
        self._scratch.cleanup()

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
            self._write(book)
        except OSError as error:
            text = f"a temporary file cannot be written: {error.strerror}"
            raise UnusableInput(NO_ROOM.at(Place("book"), text, "make room for temporary files")) from None
        try:
            compiler = self._compiler or typst.Compiler(
                str(self.folder / "book.typ"), root=self.folder, font_paths=self._fonts
            )
            self._compiler = compiler
            pdf, remarks = compiler.compile_with_warnings(pdf_standards=_ARCHIVAL, timestamp=_MOMENT)
            if settings["press"]:
                # A press's own colour management takes the place of the archival file's; what that
                # checks of the text holds for this sheet too.
                pdf = compiler.compile(timestamp=_MOMENT)
            pages = json.loads(compiler.eval(_PAGES))
        except typst.TypstError as error:
            self._find_broken_picture(book, error)
            raise FaultyEdition(fault(book, error.message, error.diagnostic, error.hints)) from None
        assert isinstance(pdf, bytes)
        return Printed(pdf, pages, tuple(_remark(remark) for remark in remarks))

    def cover(self, book: Book) -> bytes:
        """Return a picture of the cover (PNG, 900 by 1,350 pixels). Errors: as for `print`."""
        self._write(book)
        try:
            made = typst.Compiler(
                str(self.folder / "cover.typ"), root=self.folder, font_paths=self._fonts
            ).compile(format="png", ppi=150)
        except typst.TypstError as error:
            raise FaultyEdition(fault(book, error.message, error.diagnostic, error.hints)) from None
        assert isinstance(made, bytes)
        return made

    def _write(self, book: Book) -> None:
        wanted: dict[str, bytes] = dict(self._templates)
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


def _remark(remark: typst.TypstWarning) -> Diagnostic:
    return UNSETTLED.at(Place("book"), remark.message, "; ".join(remark.hints))


def compile_book(book: Book, folders: Sequence[Path], font_folders: Sequence[Path] = ()) -> Printed:
    """Return the book's PDF, made by a press that is not kept."""
    with Press(folders, font_folders) as press:
        return press.print(book)


def typesetter_version() -> str:
    """Return the typesetter's and the fonts' names and versions: part of the key of all that it makes."""
    return f"typst {version('typst')} {fonts_version()}".strip()
