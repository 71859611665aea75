"""What dragoman last wrote of each document: so that an editor's work is told from its own.

The ledger is ``tei/conversions.json``: for every document its transcript, the digest of
the conversion and the digest of the file as dragoman last left it. A file with another
digest has been edited by hand and belongs to its editor.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from dragoman.build.files import digest, read_file, write_file
from dragoman.diagnostics import Place, Rule, Severity
from dragoman.errors import FaultyEdition
from dragoman.tei.ids import document_id

BROKEN = Rule(
    "CNV003",
    Severity.ERROR,
    "the ledger of conversions cannot be read",
    "Without it dragoman cannot tell which documents have been edited by hand.",
)


@dataclass(frozen=True, slots=True)
class Record:
    """One document.

    source: the transcript's file name; and, as SHA-256 in hexadecimal, key: of all that the conversion
    depends on; converted: of what it gave; written: of the file as dragoman last wrote it.
    kind: the kind of document that the user named, "" where it was detected.
    """

    source: str
    key: str
    converted: str
    written: str
    kind: str = ""


class Ledger:
    """The records of an edition, by document id."""

    def __init__(self, path: Path, records: dict[str, Record]) -> None:
        self.path = path
        self.records = records
        self._saved = dict(records)

    def rewrite(self, path: Path, before: bytes, after: bytes) -> None:
        """Write a document that a tool has changed, and say so; see `rewritten`."""
        write_file(path, after)
        self.rewritten(path, before, after)

    def rewritten(self, path: Path, before: bytes, after: bytes) -> None:
        """Say that a tool has changed a document.

        Where it was as dragoman had left it, it is so again; what an editor changed stays an editor's.
        """
        identifier = document_id(path.stem)
        record = self.records.get(identifier)
        if record is not None and record.written == digest(before):
            self.records[identifier] = replace(record, written=digest(after))

    def save(self) -> None:
        """Write the ledger where it has changed. Errors: UnusableInput (OUT001)."""
        if self.records == self._saved:
            return
        table = {
            identifier: {name: value for name, value in asdict(self.records[identifier]).items() if value}
            for identifier in sorted(self.records)
        }
        write_file(self.path, (json.dumps(table, indent=1, ensure_ascii=False) + "\n").encode())
        self._saved = dict(self.records)


def read_ledger(path: Path, shown: str) -> Ledger:
    """Return the ledger at ``path``, an empty one where there is none.

    Errors: FaultyEdition (CNV003).
    """
    octets = read_file(path)
    if octets is None:
        return Ledger(path, {})
    try:
        table = json.loads(octets)
        records = {identifier: Record(**record) for identifier, record in table.items()}
    except (ValueError, TypeError, AttributeError) as error:
        line = error.lineno if isinstance(error, json.JSONDecodeError) else 0
        raise FaultyEdition(
            BROKEN.at(
                Place(shown, line),
                f"this is not a ledger of conversions: {error}",
                "take it back from version control, or delete it; "
                "every document then counts as edited and none is overwritten",
            )
        ) from None
    return Ledger(path, records)
