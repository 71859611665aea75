"""Accepted exceptions: findings that the editors have looked at and let stand, each with its reason.

The file is ``tei/exceptions.toml``, a table for each exception::

    [[exception]]
    code = "TEL004"
    file = "tei/documents/1979MOSCOW02204.xml"
    line = 88                    # optional: without it, every finding of the code in the file
    text = "first CONFIDENTIAL"  # optional: words of the message
    reason = "The operator mistyped the classification of page 3; the film has it so."

An exception that no finding meets is reported: what it allowed is no longer there.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Final

from dragoman.diagnostics import Diagnostic, Place, Rule, Severity

UNREADABLE = Rule(
    "EXC001",
    Severity.ERROR,
    "the file of accepted exceptions cannot be read",
    "An exception that is not understood would let a fault pass, or none.",
)
NO_REASON = Rule(
    "EXC002",
    Severity.ERROR,
    "an accepted exception has no reason",
    "Whoever reads the edition later has to know why a fault was let stand.",
    '[[exception]]\ncode = "TEL004"\nfile = "tei/documents/x.xml"',
    '[[exception]]\ncode = "TEL004"\nfile = "tei/documents/x.xml"\nreason = "The film has it so."',
)
STALE = Rule(
    "EXC003",
    Severity.WARNING,
    "an accepted exception no longer applies",
    "An exception that outlives its fault would hide the next one.",
)

# How a message of tomllib ends.
_AT: Final = re.compile(r" \(at (?:line (\d+), column (\d+)|end of document)\)$")
_KNOWN: Final = {"code": str, "file": str, "line": int, "text": str, "reason": str}


@dataclass(frozen=True, slots=True)
class AcceptedException:
    """One exception: which findings it lets stand, why, and where it is written.

    line: 0 where any line is meant; text: words of the message, "" for any.
    """

    code: str
    file: str
    line: int
    text: str
    reason: str
    place: Place

    def covers(self, diagnostic: Diagnostic) -> bool:
        """Return True when the finding is one that this exception lets stand."""
        return (
            diagnostic.code == self.code
            and diagnostic.place.file == self.file
            and self.line in (0, diagnostic.place.line)
            and self.text in diagnostic.message
        )


def read_exceptions(text: str, name: str) -> tuple[list[AcceptedException], list[Diagnostic]]:
    """Return the exceptions that a file holds, and what is wrong with the file. name: the file's."""
    try:
        tables = tomllib.loads(text).get("exception", [])
    except tomllib.TOMLDecodeError as error:
        said = _AT.search(str(error))
        is_amid = said is not None and said[1] is not None
        place = (
            Place(name, int(said[1]), int(said[2])) if is_amid and said else Place(name, text.count("\n") + 1)
        )
        words = _AT.sub("", str(error))
        return [], [UNREADABLE.at(place, words[:1].lower() + words[1:], "mend the file; it is TOML")]
    if not isinstance(tables, list) or not all(isinstance(table, dict) for table in tables):
        return [], [UNREADABLE.at(Place(name, 1), "exception is not a list", "write [[exception]]")]
    starts = [at for at, line in enumerate(text.split("\n"), 1) if line.strip() == "[[exception]]"]
    places = [Place(name, line, 1) for line in starts]
    places += [Place(name)] * (len(tables) - len(places))
    accepted: list[AcceptedException] = []
    found: list[Diagnostic] = []
    for table, place in zip(tables, places, strict=False):
        fault = _fault(table, place)
        if fault is not None:
            found.append(fault)
            continue
        accepted.append(
            AcceptedException(
                table["code"],
                table["file"],
                table.get("line", 0),
                table.get("text", ""),
                table["reason"],
                place,
            )
        )
    return accepted, found


def _fault(table: dict[str, Any], place: Place) -> Diagnostic | None:
    unknown = sorted(set(table) - set(_KNOWN))
    if unknown:
        return UNREADABLE.at(place, f"“{unknown[0]}” is not known here", f"known are {', '.join(_KNOWN)}")
    # Exactly these types: to Python true is a number.
    wrong = [key for key, value in table.items() if type(value) is not _KNOWN[key]]
    missing = [key for key in ("code", "file") if not table.get(key)]
    if wrong or missing:
        key = (missing or wrong)[0]
        return UNREADABLE.at(place, f"the exception has no proper “{key}”", f"add {key} = …")
    if not str(table.get("reason", "")).strip():
        return NO_REASON.at(
            place, f"the exception for {table['code']} has no reason", 'add reason = "…" in a sentence'
        )
    return None


def without_accepted(
    diagnostics: Iterable[Diagnostic], accepted: Iterable[AcceptedException], is_whole: bool = True
) -> list[Diagnostic]:
    """Return the findings that no exception covers, and a warning for each exception that covers none.

    is_whole: whether the whole edition was checked; otherwise nothing is said of exceptions.
    """
    used: set[AcceptedException] = set()
    kept: list[Diagnostic] = []
    listed = list(accepted)
    for diagnostic in diagnostics:
        covering = [exception for exception in listed if exception.covers(diagnostic)]
        used.update(covering)
        if not covering:
            kept.append(diagnostic)
    if is_whole:
        kept.extend(
            STALE.at(
                exception.place,
                f"no {exception.code} is found in {exception.file} any more",
                "delete the exception",
            )
            for exception in listed
            if exception not in used
        )
    return kept
