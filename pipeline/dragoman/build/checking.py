"""Step 4: every file of an edition checked, each by itself and then all against one another."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

from dragoman.build.transcripts import read_transcript
from dragoman.diagnostics import Diagnostic, Place, in_order
from dragoman.edition import AUTHORITY_FILES, Edition
from dragoman.errors import DragomanError
from dragoman.source import MISSING, SourceText
from dragoman.validate.edition import FileCheck, between_files, check_file

_POOL_FROM: Final = 64


@dataclass(frozen=True, slots=True)
class CheckedEdition:
    """What was found, in the order of the files, and how many files were looked at."""

    diagnostics: tuple[Diagnostic, ...]
    count: int


@dataclass(frozen=True, slots=True)
class _Files:
    documents: tuple[Path, ...]
    authorities: tuple[Path, ...]
    others: tuple[Path, ...]

    def all(self) -> tuple[Path, ...]:
        return self.documents + self.authorities + self.others


def check_files(edition: Edition, named: Sequence[Path], jobs: int = 1) -> CheckedEdition:
    """Check an edition and return what is wrong with the files named, or with all where none is.

    All files are read in any case: what a document points to stands in others.
    """
    files = _files(edition, named)
    paths = files.all()
    shown = {path: edition.shown(path) for path in paths}
    checks = _checks(edition, paths, shown, jobs)
    by_name = {shown[path]: path for path in paths}

    def text_of(name: str) -> str:
        return by_name[name].read_bytes().decode("utf-8-sig", "replace")

    found = between_files(
        text_of,
        [checks[path] for path in files.documents],
        [checks[path] for path in files.authorities],
        [checks[path] for path in files.others],
    )
    if named:
        wanted = {edition.shown(path.resolve()) for path in named}
        found = [diagnostic for diagnostic in found if diagnostic.place.file in wanted]
    return CheckedEdition(tuple(in_order(found)), len(named) or len(paths))


def _files(edition: Edition, named: Sequence[Path]) -> _Files:
    documents = edition.document_files()
    authorities = [edition.authorities / file for file in AUTHORITY_FILES.values()]
    known = {*documents, *authorities, edition.edition_file}
    others = [path.resolve() for path in named if path.resolve() not in known]
    return _Files(
        tuple(documents),
        tuple(path for path in authorities if path.is_file()),
        (edition.edition_file, *others),
    )


def _checks(
    edition: Edition, paths: Sequence[Path], shown: dict[Path, str], jobs: int
) -> dict[Path, FileCheck]:
    schema = edition.schema_file("dragoman.rng").parent
    names = [shown[path] for path in paths]
    roots = [edition.root] * len(paths)
    schemas = [schema] * len(paths)
    if jobs <= 1 or len(paths) < _POOL_FROM:
        return dict(zip(paths, map(_check, paths, names, roots, schemas), strict=True))
    with ProcessPoolExecutor(jobs) as executor:
        made = executor.map(_check, paths, names, roots, schemas, chunksize=16)
        return dict(zip(paths, made, strict=True))


def _check(path: Path, name: str, root: Path, schema: Path) -> FileCheck:
    try:
        octets = path.read_bytes()
    except OSError as error:
        # The file may have vanished since the folder was listed; the others are still checked.
        lost = MISSING.at(
            Place(name),
            f"the file cannot be read: {error.strerror}",
            "check the name and the permissions",
        )
        return FileCheck((lost,), None)
    return check_file(octets, name, _Transcripts(root).named, schema)


@dataclass(frozen=True, slots=True)
class _Transcripts:
    root: Path

    def named(self, name: str) -> SourceText | None:
        """Return the transcript of a file name, None where it cannot be read."""
        return _transcript(self.root, name)


@cache
def _transcript(root: Path, name: str) -> SourceText | None:
    edition = Edition(root)
    path = edition.sources / name
    try:
        return read_transcript(path, edition.shown(path)).source
    except DragomanError:
        return None
