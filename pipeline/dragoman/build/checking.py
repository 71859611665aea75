"""Step 4: every file of an edition checked, each by itself and then all against one another."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from html import unescape
from pathlib import Path, PurePosixPath
from typing import Final

from lxml import etree

from dragoman.build.check_memory import CheckMemory, Places, Remembered, as_line, read_line
from dragoman.build.check_surroundings import beside, decision_faults
from dragoman.build.files import digest, read_file
from dragoman.build.keys import key_of, program_digest
from dragoman.build.schema import outdated_copies, schema_of
from dragoman.build.state import settled_stamp
from dragoman.build.transcripts import read_transcript
from dragoman.convert.carriers import read as read_carried
from dragoman.diagnostics import Diagnostic, Place, Rule, Severity, in_order
from dragoman.edition import AUTHORITY_FILES, Edition
from dragoman.errors import DragomanError, UnusableInput
from dragoman.source import SourceText, read_octets, unread
from dragoman.validate.edition import FileCheck, between_files, check_file
from dragoman.validate.exceptions import AcceptedException, read_exceptions, without_accepted
from dragoman.validate.facts import file_name
from dragoman.validate.integrity import UNKNOWN_ENTITY
from dragoman.validate.schema import schema_from
from dragoman.validate.wellformed import LARGEST_OCTETS, parsed, too_large, too_many_attributes

NO_REVISION = Rule(
    "CHK001",
    Severity.ERROR,
    "the changed files cannot be told",
    "`check --changed` asks git what has changed since a revision.",
)

_POOL_FROM: Final = 64
_CHUNK: Final = 64
# As a rule the transcript that a document's header names; `_Work` finds out where it is not.
_TRANSCRIPT: Final = re.compile(rb"<ref\s(?:[^<>]*?\s)?target=([\"'])\.\./sources/(.+?)\1")


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
    # The names of documents are put together: there may be thousands.
    folder = edition.shown(edition.documents)
    shown = {path: f"{folder}/{path.name}" for path in files.documents}
    shown |= {path: edition.shown(path) for path in files.authorities + files.others}
    work = _work(edition)
    memory = CheckMemory(edition.out, work.common)
    checks = _checks(work, shown, memory.files, jobs)
    by_name = {shown[path]: path for path in paths}
    places = {shown[path]: dict(checks[path].places) for path in paths}

    def text_of(name: str) -> str:
        return by_name[name].read_bytes().decode("utf-8-sig", "replace")

    found = between_files(
        text_of,
        [checks[path].check for path in files.documents],
        [checks[path].check for path in files.authorities],
        [checks[path].check for path in files.others],
        places,
        beside(edition),
    )
    found += decision_faults(edition, [checks[path].check for path in paths])
    found += outdated_copies(edition)
    memory.keep({name: _remembered(checks[path], places[name]) for path, name in shown.items()})
    wanted = {edition.shown(path.resolve()) for path in named}
    if wanted:
        found = [diagnostic for diagnostic in found if diagnostic.place.file in wanted]
    accepted, faults = _exceptions(edition)
    found = without_accepted([*found, *faults], accepted, is_whole=not named)
    return CheckedEdition(tuple(in_order(found)), len(named) or len(paths))


def check_alone(edition: Edition, path: Path) -> list[Diagnostic]:
    """Return what is wrong with a file of an edition by itself, whatever the others hold.

    Findings that the editors have accepted are left out.
    """
    name = edition.shown(path)
    (remembered,) = _work(edition)([(path, name)])
    read = read_line(remembered.line)
    assert read is not None, f"the check of {path} cannot be read back"
    accepted, _ = _exceptions(edition)
    return without_accepted(read[0].diagnostics, accepted, is_whole=False)


def mentions_of_nobody(edition: Edition) -> list[Diagnostic]:
    """Return the references of an edition that lead to no entry of its authority files."""
    return [one for one in check_files(edition, ()).diagnostics if one.code == UNKNOWN_ENTITY.code]


def _exceptions(edition: Edition) -> tuple[list[AcceptedException], list[Diagnostic]]:
    octets = read_file(edition.exceptions_file)
    if octets is None:
        return [], []
    return read_exceptions(octets.decode("utf-8-sig", "replace"), edition.shown(edition.exceptions_file))


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


def svrl_report(edition: Edition, path: Path) -> tuple[str, bool]:
    """Return what the Schematron rules find in a file as SVRL, and whether they find nothing.

    Errors: UnusableInput where the file is not there, or cannot be read as a check reads it.
    """
    # Imported here: it starts Saxon.
    from dragoman.validate.schematron import findings, read_schematron, svrl

    name = edition.shown(path.resolve())
    octets = read_octets(path, name)
    root = parsed(octets, name)
    unfit = root if isinstance(root, list) else too_many_attributes(root, name)
    if isinstance(root, list) or unfit:
        raise UnusableInput(unfit[0])
    schema = schema_of(edition)
    found = findings(schema.compiled, root)
    report = svrl(read_schematron(schema.rules), found)
    return etree.tostring(report, pretty_print=True, encoding="unicode"), not found


def _files(edition: Edition, named: Sequence[Path]) -> _Files:
    documents = edition.document_files()
    authorities = [edition.authorities / file for file in AUTHORITY_FILES.values()]
    # What is no TEI is checked in any case.
    known = {
        *documents, *authorities, edition.edition_file, edition.decisions_file, edition.exceptions_file,
    }  # fmt: skip
    others = [path.resolve() for path in named if path.resolve() not in known]
    return _Files(
        tuple(documents),
        tuple(path for path in authorities if path.is_file()),
        (edition.edition_file, *others),
    )


@dataclass(frozen=True, slots=True)
class _Looked:
    """A file that was looked at, now or before: how it is remembered, and what that says."""

    remembered: Remembered
    check: FileCheck
    places: Places


def _remembered(looked: _Looked, places: Places) -> Remembered:
    """Return how a file is remembered now that these places in it are known."""
    if places == looked.places:
        return looked.remembered
    known = looked.remembered
    return Remembered(known.key, known.stamps, as_line(looked.check, places.items()))


def _work(edition: Edition) -> _Work:
    schema = schema_of(edition)
    common = key_of(
        {
            "program": program_digest("validate", "tei", "convert/carriers", "entities", "build"),
            "parser": f"{etree.LXML_VERSION} {etree.LIBXML_VERSION}",
            "grammar": digest(schema.grammar.read_bytes()),
            "rules": digest(schema.rules.read_bytes()),
        }
    )
    return _Work(edition.root, (schema.grammar, schema.rules, schema.compiled), common)


def _checks(
    work: _Work, shown: Mapping[Path, str], known: Mapping[str, Remembered], jobs: int
) -> dict[Path, _Looked]:
    """Return the check of each file: the one that is known where nothing has changed, else a new one."""
    looked: dict[Path, _Looked] = {}
    for path, name in shown.items():
        remembered = work.unchanged(path, known[name]) if name in known else None
        read = read_line(remembered.line) if remembered is not None else None
        if remembered is not None and read is not None:
            looked[path] = _Looked(remembered, *read)
    due = [path for path in shown if path not in looked]
    for path, remembered in zip(due, _done(work, due, shown, jobs), strict=True):
        read = read_line(remembered.line)
        assert read is not None, f"the check of {path} cannot be read back"
        looked[path] = _Looked(remembered, *read)
    return looked


def _done(work: _Work, due: Sequence[Path], shown: Mapping[Path, str], jobs: int) -> Iterator[Remembered]:
    """Yield the checks of the files that are due, in their order, as they are remembered."""
    size = max(1, min(_CHUNK, len(due) // (4 * jobs)))
    chunks = [[(path, shown[path]) for path in due[at : at + size]] for at in range(0, len(due), size)]
    if jobs <= 1 or len(due) < _POOL_FROM:
        for chunk in chunks:
            yield from work(chunk)
        return
    # Imported here: a check of a few files would wait for it as long as for its files.
    from concurrent.futures import ProcessPoolExecutor

    with ProcessPoolExecutor(jobs) as executor:
        for remembered in executor.map(work, chunks):
            yield from remembered


@lru_cache(maxsize=1)
def _edition_at(root: Path) -> Edition:
    # Its paths are put together once: a file costs a few milliseconds, and a path some of them.
    return Edition(root)


@dataclass(frozen=True, slots=True)
class _Work:
    """The work on files, in this process or another: edition, files of the schema, what keys share."""

    root: Path
    schema: tuple[Path, Path, Path]
    common: str

    def __call__(self, files: Sequence[tuple[Path, str]]) -> list[Remembered]:
        """Return the checks of files by their paths and the names that diagnostics show."""
        return [self._check(path, name) for path, name in files]

    def unchanged(self, path: Path, known: Remembered) -> Remembered | None:
        """Return how a file is remembered where it and its transcript are as they were, else None."""
        name = known.stamps.partition("/")[2].rpartition("/")[0]
        if known.stamps and known.stamps == self._stamps(path, name):
            return known
        octets, transcript, name = self._read(path)
        if self._key(octets, transcript, name) != known.key:
            return None
        return Remembered(known.key, self._stamps(path, name), known.line)

    def _stamps(self, path: Path, transcript: str) -> str:
        """Return the stamps of a file and of its transcript with its name, "" where one is too fresh."""
        if "\t" in transcript or "\n" in transcript:
            return ""
        own = settled_stamp(str(path))
        other = settled_stamp(f"{self.root}/tei/sources/{transcript}") if transcript else "-"
        return f"{own}/{transcript}/{other}" if own and other else ""

    def _read(
        self, path: Path, transcript: str | None = None
    ) -> tuple[bytes | OSError | int, bytes | None, str]:
        """Return a file's bytes, the bytes and the name of the transcript to which its header points.

        transcript: that name, where it is known from the parsed file. Instead of the bytes: the error where
        the file cannot be read (it may have vanished since the folder was listed), its size where that is
        beyond all documents.
        """
        try:
            size = path.stat().st_size
            if size > LARGEST_OCTETS:
                return size, None, ""
            octets = path.read_bytes()
        except OSError as error:
            return error, None, ""
        edition = _edition_at(self.root)
        named = _TRANSCRIPT.search(octets) if path.parent == edition.documents else None
        guessed = file_name(unescape(named[2].decode("utf-8", "replace"))) if named else ""
        name = PurePosixPath(guessed).name if transcript is None else transcript
        try:
            return octets, (edition.sources / name).read_bytes() if name else None, name
        except OSError:
            return octets, None, name

    def _key(self, octets: bytes | OSError | int, transcript: bytes | None, name: str) -> str:
        """Return the key of a file's check, made of all that was read."""
        file = digest(octets) if isinstance(octets, bytes) else str(octets)
        return digest(f"{file} {digest(transcript) if transcript is not None else ''} {name}".encode())

    def _check(self, path: Path, name: str, known: str | None = None) -> Remembered:
        """Return the check of a file. known: the name of its transcript, from a first check of it."""
        octets, transcript, transcript_name = self._read(path, known)
        # What has changed since it was read is too fresh to have a stamp.
        stamps = self._stamps(path, transcript_name)
        if isinstance(octets, bytes):
            try:
                check = self._checked(octets, name, transcript, transcript_name)
                check = self._with_entries(check, path, octets, name)
            except UnusableInput as error:
                # A rule or a stylesheet failed on this file; the others are still checked.
                check = FileCheck((error.diagnostic,), None)
        elif isinstance(octets, int):
            check = FileCheck((too_large(octets, name),), None)
        else:
            check = FileCheck((unread(path, name, octets),), None)
        said = PurePosixPath(check.facts.transcript).name if check.facts is not None else transcript_name
        if said == transcript_name:
            return Remembered(self._key(octets, transcript, transcript_name), stamps, as_line(check))
        if known is None:
            # The header is written in another way, or something that looks like it stands before it.
            return self._check(path, name, said)
        # The file has changed between the two checks: it is looked at again next time.
        return Remembered("", "", as_line(check))

    def _with_entries(self, check: FileCheck, path: Path, octets: bytes, name: str) -> FileCheck:
        """Return the check of a file; of an authority file with what its entries lack besides."""
        edition = _edition_at(self.root)
        if path.parent != edition.authorities:
            return check
        kind = next((kind for kind in AUTHORITY_FILES if edition.authority_file(kind) == path), "")
        if not kind or check.facts is None:
            return check
        # Imported here: a check of documents need not wait for it.
        from dragoman.entities.authority import BAD_DATE, DOUBLE_ID, read_authority
        from dragoman.entities.model import Kind

        found = read_authority(octets, name, next(one for one in Kind if one.plural == kind)).diagnostics
        said = (BAD_DATE.code, DOUBLE_ID.code)
        entries = [diagnostic for diagnostic in found if diagnostic.code not in said]
        return FileCheck(tuple(in_order([*check.diagnostics, *entries])), check.facts)

    def _checked(self, octets: bytes, name: str, transcript: bytes | None, transcript_name: str) -> FileCheck:
        edition = _edition_at(self.root)

        def source_named(file: str) -> SourceText | None:
            try:
                shown = edition.shown(edition.sources / file)
                if file == transcript_name and transcript is not None:
                    return read_carried(transcript, shown).source
                return read_transcript(edition.sources / file, shown).source
            except DragomanError:
                return None

        return check_file(octets, name, source_named, schema_from(*self.schema))
