"""What the last check found in each file, so that only files that changed are looked at again.

The memory is JSON in the output folder. A file is known by a key: its bytes, its transcript's,
the schema's and the program's. What holds between files is worked out anew every time, from the
facts of all.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any, Final

from dragoman.build.files import read_file, write_file
from dragoman.diagnostics import Diagnostic, Place, Severity
from dragoman.validate.edition import FileCheck
from dragoman.validate.facts import Entry, Facts, Pointer, Spot

MEMORY: Final = "work/check.json"


class CheckMemory:
    """Checks by the name of the file, each under the key that it had."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / MEMORY
        self._known: dict[str, dict[str, Any]] = {}
        octets = read_file(self._path)
        if octets is not None:
            try:
                self._known = json.loads(octets)
            except ValueError:
                # A memory that cannot be read costs one full check and nothing else.
                self._known = {}

    def recall(self, name: str, key: str) -> FileCheck | None:
        """Return the check of a file that had this key, None where it is not known."""
        entry = self._known.get(name)
        return _check(entry) if entry is not None and entry["key"] == key else None

    def keep(self, checks: Mapping[str, tuple[str, FileCheck]]) -> None:
        """Remember these checks, by name with their keys, and no others."""
        table = {name: {"key": key, **_table(check)} for name, (key, check) in sorted(checks.items())}
        if table != self._known:
            write_file(self._path, json.dumps(table, ensure_ascii=False).encode())
            self._known = table


def _table(check: FileCheck) -> dict[str, Any]:
    facts = asdict(check.facts) if check.facts is not None else None
    if facts is not None:
        facts["ids"] = sorted(facts["ids"])
    table = {"diagnostics": [asdict(d) for d in check.diagnostics], "facts": facts}
    # As it will be when it is read again: lists for tuples, so that the two can be compared.
    plain: dict[str, Any] = json.loads(json.dumps(table))
    return plain


def _check(table: Mapping[str, Any]) -> FileCheck:
    diagnostics = tuple(
        Diagnostic(d["code"], Severity(d["severity"]), d["message"], Place(**d["place"]), d["hint"])
        for d in table["diagnostics"]
    )
    return FileCheck(diagnostics, _facts(table["facts"]) if table["facts"] is not None else None)


def _facts(table: Mapping[str, Any]) -> Facts:
    return Facts(
        **{
            **table,
            "ids": frozenset(table["ids"]),
            "pointers": tuple(Pointer(**{**p, "spot": Spot(**p["spot"])}) for p in table["pointers"]),
            "entries": tuple(
                Entry(e["ref"], tuple(e["names"]), tuple(e["surnames"]), Spot(**e["spot"]))
                for e in table["entries"]
            ),
            "transcript_spot": Spot(**table["transcript_spot"]),
        }
    )
