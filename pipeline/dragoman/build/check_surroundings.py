"""What stands beside the TEI files of an edition and is checked with them: pictures, decisions."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Final
from urllib.parse import quote

from dragoman.build.files import read_file
from dragoman.diagnostics import Diagnostic
from dragoman.edition import AUTHORITY_FILES, Edition
from dragoman.render.picture_size import picture_in
from dragoman.tei.ids import from_xml_id
from dragoman.tei.pictures import is_astray
from dragoman.validate.integrity import Lack

if TYPE_CHECKING:
    from dragoman.validate.edition import FileCheck

_FILMS: Final = frozenset((".mp4", ".webm", ".mov", ".mp3", ".ogg", ".wav", ".flac", ".m4a", ".opus"))
_PICTURES: Final = frozenset((".png", ".jpg", ".jpeg", ".gif", ".webp", ".svg", ".pdf", ".tif", ".tiff"))


def beside(edition: Edition) -> Callable[[str, str], Lack | None]:
    """Return what says of a file's name and an address in it why the picture cannot be shown, None if it can.

    A film or a sound is in order where it is there.
    """
    root = edition.root.resolve()
    known: list[str] = []
    found: dict[Path, bool] = {}

    def is_whole(path: Path) -> bool:
        if path not in found:
            with path.open("rb") as stream:
                found[path] = picture_in(stream) is not None
        return found[path]

    def lack(file: str, address: str) -> Lack | None:
        folder = (root / file).parent
        if is_astray(address) or edition.is_outside(folder, address):
            return Lack("astray")
        path = edition.picture(folder, address)
        if path is not None:
            return None if path.suffix.lower() in _FILMS or is_whole(path) else Lack("broken")
        if not known:
            known.extend(_pictures(edition))
        others = [quote(os.path.relpath(picture, folder).replace(os.sep, "/")) for picture in known]
        return Lack("missing", others)

    return lack


def _pictures(edition: Edition) -> Iterator[str]:
    """Yield the paths of the pictures of an edition; what is built from it is none of its own."""
    for folder, folders, files in os.walk(os.path.realpath(edition.root)):
        folders[:] = sorted(name for name in folders if name[0] != "." and name != edition.out.name)
        yield from (
            os.path.join(folder, name) for name in sorted(files) if Path(name).suffix.lower() in _PICTURES
        )


def decision_faults(edition: Edition, checks: Collection[FileCheck]) -> list[Diagnostic]:
    """Return what is wrong with the reviewer's decisions: lines, entries and documents that are not there.

    checks: of all files of the edition. Of entries or documents nothing is said where a file of theirs cannot
    be read.
    """
    octets = read_file(edition.decisions_file)
    if octets is None:
        return []
    # Imported here: most editions that are checked have no decisions, and the names take a tenth of a second.
    from dragoman.entities.decisions import NOBODY, read_decisions
    from dragoman.entities.model import split_reference
    from dragoman.entities.standing import CHANGED

    decisions, found = read_decisions(
        octets.decode("utf-8-sig", "replace"), edition.shown(edition.decisions_file)
    )
    if any(check.facts is None for check in checks):
        return found
    facts = [check.facts for check in checks if check.facts is not None]
    entries = {entry.ref for one in facts for entry in one.entries}
    documents = {"*", *(one.stem for one in facts), *(from_xml_id(one.id) for one in facts)}
    for decision in decisions:
        if decision.ref and decision.ref not in entries:
            kind = split_reference(decision.ref)
            home = AUTHORITY_FILES[kind[0].plural] if kind is not None else "the authority files"
            found.append(
                NOBODY.at(
                    decision.place,
                    f"{decision.ref} is not in the authority files",
                    f"name an entry that exists, or add this one to {home}",
                )
            )
        if decision.document not in documents:
            found.append(
                CHANGED.at(
                    decision.place,
                    f"there is no document {decision.document}",
                    "name a document of the edition, or delete this line",
                )
            )
    return found
