"""What the last check found in each file, so that only files that changed are looked at again.

The memory is JSON in the output folder. A file is known by a key: its bytes, its transcript's,
the schema's and the program's. What holds between files is worked out anew every time, from the
facts of all.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from dragoman.build.files import read_file, write_file
from dragoman.diagnostics import Diagnostic, Place, Severity
from dragoman.validate.edition import FileCheck
from dragoman.validate.facts import Entry, Facts, Pointer, Spot

MEMORY: Final = "work/check.json"
# Counted up where the form of the memory changes; one of another form is not read.
_FORM: Final = 2


class CheckMemory:
    """Checks by the name of the file, each under the key that it had."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / MEMORY
        self._known: dict[str, dict[str, Any]] = {}
        octets = read_file(self._path)
        if octets is not None:
            try:
                memory = json.loads(octets)
            except ValueError:
                # A memory that cannot be read costs one full check and nothing else.
                return
            if isinstance(memory, dict) and memory.get("form") == _FORM:
                self._known = memory["files"]

    def recall(self, name: str, key: str) -> FileCheck | None:
        """Return the check of a file that had this key, None where it is not known."""
        entry = self._known.get(name)
        return _check(entry) if entry is not None and entry["key"] == key else None

    def keep(self, checks: Mapping[str, tuple[str, FileCheck]]) -> None:
        """Remember these checks, by name with their keys, and no others."""
        table: dict[str, dict[str, Any]] = {}
        for name, (key, check) in sorted(checks.items()):
            entry = self._known.get(name)
            # What has the same key is the same check, and need not be written out again.
            is_known = entry is not None and entry["key"] == key
            table[name] = entry if entry is not None and is_known else {"key": key, **_table(check)}
        if {name: entry["key"] for name, entry in table.items()} != {
            name: entry["key"] for name, entry in self._known.items()
        }:
            memory = {"form": _FORM, "files": table}
            write_file(self._path, json.dumps(memory, ensure_ascii=False, separators=(",", ":")).encode())
        self._known = table


def _table(check: FileCheck) -> dict[str, Any]:
    """Return a check as JSON has it: the fields of each record as a list, in their order."""
    diagnostics = [
        [d.code, d.severity, d.message, d.place.file, d.place.line, d.place.column, d.hint]
        for d in check.diagnostics
    ]
    facts = check.facts
    if facts is None:
        return {"diagnostics": diagnostics, "facts": None}
    table = {
        "file": facts.file,
        "stem": facts.stem,
        "id": facts.id,
        "ids": sorted(facts.ids),
        "pointers": [
            [p.value, p.element, p.spot.element, p.spot.attribute, p.words, p.is_supported]
            for p in facts.pointers
        ],
        "entries": [
            [e.ref, list(e.names), list(e.surnames), e.spot.element, e.spot.attribute] for e in facts.entries
        ],
        "transcript": facts.transcript,
        "sha256": facts.sha256,
        "transcript_spot": [facts.transcript_spot.element, facts.transcript_spot.attribute],
    }
    return {"diagnostics": diagnostics, "facts": table}


def _check(table: Mapping[str, Any]) -> FileCheck:
    diagnostics = tuple(
        Diagnostic(code, Severity(severity), message, Place(file, line, column), hint)
        for code, severity, message, file, line, column, hint in table["diagnostics"]
    )
    return FileCheck(diagnostics, _facts(table["facts"]) if table["facts"] is not None else None)


def _facts(table: Mapping[str, Any]) -> Facts:
    return Facts(
        **{
            **table,
            "ids": frozenset(table["ids"]),
            "pointers": tuple(
                Pointer(value, element, Spot(at, attribute), words, is_supported)
                for value, element, at, attribute, words, is_supported in table["pointers"]
            ),
            "entries": tuple(
                Entry(ref, tuple(names), tuple(surnames), Spot(at, attribute))
                for ref, names, surnames, at, attribute in table["entries"]
            ),
            "transcript_spot": Spot(*table["transcript_spot"]),
        }
    )
