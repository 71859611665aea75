"""What the last check found in each file, so that only files that changed are looked at again.

The memory is a file in the output folder. Its first line has the digest of what all checks depend on,
the schema and the program; the others are one for each file that was checked: its key (the digest of its
bytes and its transcript's), the stamps of these two (see `dragoman.build.state`), its name, and as JSON its
findings, its facts, and the places that findings between files needed. A line that has not changed is
written as it was read. What holds between files is worked out anew every time, from the facts of all.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from dragoman.build.files import read_file, write_file
from dragoman.diagnostics import Diagnostic, Place, Severity
from dragoman.errors import UnusableInput
from dragoman.validate.edition import FileCheck
from dragoman.validate.facts import Entry, Facts, Pointer

MEMORY: Final = "work/check.txt"
# Counted up where the form of the memory changes; one of another form is not read.
_FORM: Final = "dragoman check 5"

Places = dict[str, tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Remembered:
    """A file as it was checked: its key, its stamps, and the rest of its line, as `as_line` writes it.

    stamps: "" where they are too fresh to be relied upon.
    """

    key: str
    stamps: str
    line: str


class CheckMemory:
    """What is remembered, by the name of the file."""

    def __init__(self, folder: Path, common: str) -> None:
        """Read the memory in a folder; what had another digest of what all checks share is not in it."""
        self._path = folder / MEMORY
        self._head = f"{_FORM} {common}"
        self.files: dict[str, Remembered] = {}
        octets = read_file(self._path)
        head, *lines = octets.decode("utf-8", "replace").split("\n") if octets is not None else [""]
        if head != self._head:
            return
        for line in lines:
            fields = line.split("\t", 3)
            if len(fields) == 4:
                key, stamps, name, found = fields
                self.files[name] = Remembered(key, stamps, found)

    def keep(self, files: Mapping[str, Remembered]) -> None:
        """Remember these files, by their names, and no others.

        Where the folder cannot be written nothing is remembered: the next check takes longer, no more.
        """
        if files == self.files:
            return
        lines = [self._head]
        for name, file in sorted(files.items()):
            # A name with a tab or a line end is not found again, and its file is checked every time.
            lines.append(f"{file.key}\t{file.stamps}\t{name}\t{file.line}")
        try:
            write_file(self._path, "\n".join(lines).encode("utf-8", "replace"))
        except UnusableInput:
            return
        self.files = dict(files)


def as_line(check: FileCheck, places: Iterable[tuple[str, tuple[int, int]]] = ()) -> str:
    """Return a check as a line of JSON: the fields of each record as a list, in their order."""
    facts = check.facts
    table = [
        [
            (d.code, d.severity, d.message, d.place.file, d.place.line, d.place.column, d.hint)
            for d in check.diagnostics
        ],
        None
        if facts is None
        else (
            facts.file, facts.stem, facts.id, " ".join(sorted(facts.ids)), facts.pointers, facts.entries,
            facts.transcript, facts.sha256, facts.transcript_at, facts.pictures,
        ),
        dict(places),
    ]  # fmt: skip
    return _ENCODED(table)


_ENCODED: Final = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def read_line(line: str) -> tuple[FileCheck, Places] | None:
    """Return the check and the places that a line holds, None where it is damaged."""
    try:
        diagnostics, facts, places = json.loads(line)
        found = tuple(
            Diagnostic(code, Severity(severity), message, Place(file, at, column), hint)
            for code, severity, message, file, at, column, hint in diagnostics
        )
        known = {key: (at, column) for key, (at, column) in places.items()}
        return FileCheck(found, _facts(facts) if facts is not None else None), known
    except (ValueError, TypeError, AttributeError):
        # A line that cannot be read costs the check of one file and nothing else.
        return None


def _facts(table: list[Any]) -> Facts:
    file, stem, identifier, ids, pointers, entries, transcript, sha256, at, pictures = table
    return Facts(
        file,
        stem,
        identifier,
        frozenset(ids.split()),
        tuple(map(Pointer._make, pointers)),
        tuple(map(Entry._make, entries)),
        transcript,
        sha256,
        at,
        tuple(map(Pointer._make, pictures)),
    )
