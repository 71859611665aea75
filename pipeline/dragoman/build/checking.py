"""Step 4: every file of an edition checked, each by itself and then all against one another."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Final
from urllib.parse import unquote

from dragoman.build.check_memory import CheckMemory
from dragoman.build.files import digest, read_file
from dragoman.build.keys import key_of, program_digest
from dragoman.build.schema import schema_of
from dragoman.build.transcripts import read_transcript
from dragoman.diagnostics import Diagnostic, Place, Rule, Severity, in_order
from dragoman.edition import AUTHORITY_FILES, Edition
from dragoman.errors import DragomanError, UnusableInput
from dragoman.source import MISSING, SourceText
from dragoman.validate.edition import FileCheck, between_files, check_file
from dragoman.validate.exceptions import AcceptedException, read_exceptions, without_accepted
from dragoman.validate.schema import Schema, schema_from

NO_REVISION = Rule(
    "CHK001",
    Severity.ERROR,
    "the changed files cannot be told",
    "`check --changed` asks git what has changed since a revision.",
)

_POOL_FROM: Final = 64
_TRANSCRIPT: Final = re.compile(rb"<ref target=\"\.\./sources/([^\"]+)\"")


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

    All files are looked at in any case, for what a document points to stands in others; those
    that are as they were at the last check are not read again. Findings that the editors have
    accepted (tei/exceptions.toml) are left out.
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
    wanted = {edition.shown(path.resolve()) for path in named}
    if wanted:
        found = [diagnostic for diagnostic in found if diagnostic.place.file in wanted]
    accepted, faults = _exceptions(edition)
    found = without_accepted([*found, *faults], accepted, is_whole=not named)
    return CheckedEdition(tuple(in_order(found)), len(named) or len(paths))


def _exceptions(edition: Edition) -> tuple[list[AcceptedException], list[Diagnostic]]:
    octets = read_file(edition.exceptions_file)
    if octets is None:
        return [], []
    return read_exceptions(octets.decode("utf-8", "replace"), edition.shown(edition.exceptions_file))


def changed_files(edition: Edition, revision: str) -> list[Path]:
    """Return the TEI files of the edition that have changed since a revision of git, new ones too.

    Errors: UnusableInput (CHK001) where git does not know the revision or the folder.
    """
    commands = (
        ["git", "diff", "--name-only", "-z", "--diff-filter=d", "--relative", revision, "--", "tei"],
        ["git", "ls-files", "--others", "--exclude-standard", "-z", "--", "tei"],
    )
    names: list[str] = []
    for command in commands:
        try:
            done = subprocess.run(command, cwd=edition.root, capture_output=True, check=False)
        except FileNotFoundError:
            raise UnusableInput(
                NO_REVISION.at(Place("--changed"), "git is not installed", "check without --changed")
            ) from None
        if done.returncode:
            said = done.stderr.decode("utf-8", "replace").strip().partition("\n")[0]
            raise UnusableInput(
                NO_REVISION.at(
                    Place("--changed"),
                    f"git cannot compare with {revision!r}: {said}",
                    "name a revision that git knows, HEAD or a branch",
                )
            )
        names += done.stdout.decode("utf-8", "surrogateescape").split("\0")
    return [edition.root / name for name in sorted(set(names)) if name.endswith(".xml")]


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
    schema = schema_of(edition)
    common = key_of(
        {
            "program": program_digest("validate", "tei", "convert/carriers"),
            "grammar": digest(schema.grammar.read_bytes()),
            "rules": digest(schema.rules.read_bytes()),
        }
    )
    memory = CheckMemory(edition.out)
    keys = {path: _key(edition, path, common) for path in paths}
    checks = {path: memory.recall(shown[path], keys[path]) for path in paths}
    due = [path for path in paths if checks[path] is None]
    arguments = (
        due,
        [shown[path] for path in due],
        [edition.root] * len(due),
        [_files_of(schema)] * len(due),
    )
    if jobs <= 1 or len(due) < _POOL_FROM:
        made = dict(zip(due, map(_check, *arguments), strict=True))
    else:
        # Imported here: a check of a few files would wait for it as long as for its files.
        from concurrent.futures import ProcessPoolExecutor

        with ProcessPoolExecutor(jobs) as executor:
            made = dict(zip(due, executor.map(_check, *arguments, chunksize=16), strict=True))
    known = {path: check for path in paths if (check := checks[path] or made.get(path)) is not None}
    memory.keep({shown[path]: (keys[path], check) for path, check in known.items()})
    return known


def _key(edition: Edition, path: Path, common: str) -> str:
    """Return the key of a file's check: its bytes, its transcript's and what is common to all.

    The transcript is the one to which the document's header points.
    """
    octets = read_file(path) if path.is_file() else None
    parts = {"common": common, "file": digest(octets) if octets is not None else ""}
    if path.parent == edition.documents and octets is not None:
        named = _TRANSCRIPT.search(octets)
        name = unquote(named[1].decode("utf-8", "replace")) if named else ""
        source = edition.sources / PurePosixPath(name).name if name else None
        if source is not None and source.is_file():
            parts["transcript"] = digest(source.read_bytes())
    return key_of(parts)


def _files_of(schema: Schema) -> tuple[Path, Path, Path]:
    return schema.grammar, schema.rules, schema.compiled


def _check(path: Path, name: str, root: Path, schema: tuple[Path, Path, Path]) -> FileCheck:
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
    edition = Edition(root)

    def source_named(file: str) -> SourceText | None:
        source = edition.sources / file
        try:
            return read_transcript(source, edition.shown(source)).source
        except DragomanError:
            return None

    return check_file(octets, name, source_named, schema_from(*schema))
