"""An edition on disk: the only module that knows the names of its folders."""

from __future__ import annotations

import os
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Final
from urllib.parse import unquote

from dragoman.diagnostics import Place, Rule, Severity
from dragoman.errors import UnusableInput
from dragoman.stylesheets import joined
from dragoman.tei.ns import tei

if TYPE_CHECKING:
    from lxml import etree

NO_EDITION = Rule(
    "EDN001",
    Severity.ERROR,
    "there is no edition here",
    "An edition is a folder with tei/edition.xml in it; every command works on one.",
)

NO_HEADER = Rule(
    "EDN003",
    Severity.ERROR,
    "tei/edition.xml does not describe an edition",
    "Title, editors, licence and the kinds of document stand in its header, and every product says them.",
)

UNREADABLE_NAME = Rule(
    "EDN004",
    Severity.ERROR,
    "the name of a file is not UTF-8",
    "Headers, pages and reports say the names of files, and hold characters, not bytes. A name in another "
    "encoding, from an old archive disk perhaps, cannot be written into them.",
)

AUTHORITY_FILES: Final = {
    "people": "people.xml",
    "places": "places.xml",
    "organizations": "organizations.xml",
}


def packaged(folder: str) -> Path:
    """Return the folder of stylesheets (``xslt``) or schemas (``schema``) that dragoman brings.

    In a checkout it is at the top level; in an installed wheel it lies in the package.
    """
    package = Path(__file__).parent
    checkout = package.parent.parent / folder
    installed = package / f"{folder}_files"
    return installed if installed.is_dir() else checkout


@dataclass(frozen=True)
class Edition:
    """An edition: its folder and what lies where in it."""

    root: Path

    @cached_property
    def tei(self) -> Path:
        """The folder of the edition's texts."""
        return self.root / "tei"

    @cached_property
    def edition_file(self) -> Path:
        """The TEI file that describes the edition as a whole."""
        return self.tei / "edition.xml"

    @cached_property
    def sources(self) -> Path:
        """The folder of transcripts."""
        return self.tei / "sources"

    @cached_property
    def wholes(self) -> Path:
        """The folder of files that were cut into transcripts, as they were."""
        return self.tei / "whole"

    @cached_property
    def documents(self) -> Path:
        """The folder of TEI documents."""
        return self.tei / "documents"

    @cached_property
    def authorities(self) -> Path:
        """The folder of authority files."""
        return self.tei / "authorities"

    @cached_property
    def out(self) -> Path:
        """The folder of build products."""
        return self.root / "out"

    @cached_property
    def ledger_file(self) -> Path:
        """The record of what dragoman last wrote of each document."""
        return self.tei / "conversions.json"

    @cached_property
    def exceptions_file(self) -> Path:
        """The findings that the editors have accepted, with their reasons."""
        return self.tei / "exceptions.toml"

    @cached_property
    def decisions_file(self) -> Path:
        """The reviewer's decisions about names."""
        return self.authorities / "decisions.txt"

    @cached_property
    def schema(self) -> Path:
        """The folder of the edition's schema, to which its documents point."""
        return self.root / "schema"

    def shown(self, path: Path) -> str:
        """Return a path as diagnostics show it: relative to the edition where it lies in it."""
        try:
            return path.relative_to(self.root).as_posix()
        except ValueError:
            return str(path)

    @cached_property
    def header(self) -> etree._Element:
        """The parsed tei/edition.xml. Errors: UnusableInput, where it has no header (EDN003) too."""
        # Imported here: a build begins its processes before it, as soon as it knows where the edition is.
        from dragoman.tei.parse import parse

        shown = self.shown(self.edition_file)
        root = parse(self.edition_file.read_bytes(), shown)
        if root.tag != tei("TEI") or root.find(f"{tei('teiHeader')}/{tei('fileDesc')}") is None:
            raise UnusableInput(
                NO_HEADER.at(
                    Place(shown, root.sourceline or 0),
                    "the file has no TEI/teiHeader/fileDesc",
                    "take the file back from version control, or copy the header of one that "
                    "`dragoman new DIR` makes elsewhere",
                )
            )
        return root

    def source_files(self) -> list[Path]:
        """Return the transcripts by name; hidden files are none. Errors: UnusableInput (EDN004)."""
        return self._files(self.sources, None)

    def document_files(self) -> list[Path]:
        """Return the TEI documents by name. Errors: UnusableInput (EDN004)."""
        return self._files(self.documents, ".xml")

    def _files(self, folder: Path, suffix: str | None) -> list[Path]:
        if not folder.is_dir():
            return []
        found = sorted(
            path
            for path in folder.iterdir()
            if path.is_file() and not path.name.startswith(".") and suffix in (None, path.suffix)
        )
        for path in found:
            # Bytes that are no UTF-8 come from the system as halves of pairs, which no file can hold.
            name = os.fsencode(path.name).decode("utf-8", "replace")
            if name != path.name:
                raise UnusableInput(
                    UNREADABLE_NAME.at(
                        Place(f"{self.shown(folder)}/{name}"),
                        "the name of this file holds bytes that are not UTF-8",
                        "rename the file",
                    )
                )
        return found

    def authority_file(self, kind: str) -> Path:
        """Return the authority file of a kind: ``people``, ``places`` or ``organizations``."""
        return self.authorities / AUTHORITY_FILES[kind]

    def picture(self, folder: Path, address: str) -> Path | None:
        """Return the picture that graphic/@url in a file of ``folder`` names; None where there is none.

        An address leads to nothing outside the edition.
        """
        path = _named(folder, address)
        is_there = bool(path) and not self.is_outside(folder, address) and os.path.isfile(path)
        return Path(path) if is_there else None

    def is_outside(self, folder: Path, address: str) -> bool:
        """Return True where an address in a file of ``folder`` leads out of the edition."""
        path = _named(folder, address)
        return bool(path) and not path.startswith(os.path.realpath(self.root) + os.sep)

    def stylesheet(self, name: str) -> Path:
        """Return a stylesheet, or a file beside it: the edition's own where it has one, else ours.

        Where the edition has stylesheets of its own, all of them lie among ours (`stylesheets.joined`).
        """
        folder = self._stylesheets if name.endswith(".xsl") else None
        return folder / name if folder else _own_or_packaged(self.root, "xslt", name)

    @cached_property
    def _stylesheets(self) -> Path | None:
        return joined(self.root / "xslt", packaged("xslt"), self.out / "work" / "xslt")

    def schema_file(self, name: str) -> Path:
        """Return a schema file: the edition's own where it has one, else the packaged one."""
        return _own_or_packaged(self.root, "schema", name)


def _named(folder: Path, address: str) -> str:
    """Return the path to which an address leads; "" for what can be no name."""
    # os.path and not Path: an address may be longer than any name (“data:image/png;base64,…”).
    name = unquote(address.partition("#")[0].partition("?")[0])
    # A name with a zero is no name, and the system would not look it up.
    return "" if "\0" in name else os.path.realpath(os.path.join(folder, name))


def _own_or_packaged(root: Path, folder: str, name: str) -> Path:
    own = root / folder / name
    return own if own.is_file() else packaged(folder) / name


def find_edition(start: Path | None, here: Path) -> Edition:
    """Return the edition at ``start``, or, without it, the nearest one upward from ``here``.

    Errors: UnusableInput (EDN001).
    """
    if start is not None:
        root = start.resolve()
        if (root / "tei" / "edition.xml").is_file():
            return Edition(root)
        is_folder = root.is_dir() or not root.exists()
        above = next((folder for folder in root.parents if (folder / "tei" / "edition.xml").is_file()), None)
        raise UnusableInput(
            NO_EDITION.at(
                Place(str(start)),
                "this folder holds no tei/edition.xml" if is_folder else "this is a file, not a folder",
                f"name the folder of the edition: -C {above}"
                if above
                else f"`dragoman new {start}` makes an edition there"
                if is_folder
                else "name the folder of an edition, which holds tei/edition.xml",
            )
        )
    for folder in (here, *here.parents):
        if (folder / "tei" / "edition.xml").is_file():
            return Edition(folder)
    raise UnusableInput(
        NO_EDITION.at(
            Place(str(here)),
            "neither this folder nor one above it holds tei/edition.xml",
            "go into the folder of an edition, name one with -C DIR, or make one with `dragoman new DIR`",
        )
    )
