"""Gold sets with transcripts of their own.

A set is a folder. In a marked set names are marked in the transcripts (`*.txt`), as `{{person:id|text}}`; it
has authority files and `aliases.tsv`. In a listed set each transcript has its names in a file beside it
(`*.tsv`), and there are no authorities. A set named `…-sealed` is not to be read while rules are written; the
scripts print its totals only.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

GOLD: Final = Path(__file__).parent / "gold"
MARKED_SETS: Final = ("blind", "stranger-open", "stranger-sealed")
LISTED_SETS: Final = ("second-open", "second-sealed")
_PARTS: Final = re.compile(r"\{\{(person|place|org):([a-z0-9-]+)\||\}\}|[^{}]+|.", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Marked:
    """A transcript and its names: (start, end, kind) in non-blank characters, with the id of each."""

    text: str
    names: Mapping[tuple[int, int, str], str]
    forms: Mapping[tuple[str, str], list[str]]


def read_marked(text: str) -> Marked:
    """Return a transcript without its marks, and what they mark."""
    parts: list[str] = []
    count = length = 0
    opened: list[tuple[int, int, str, str]] = []
    names: dict[tuple[int, int, str], str] = {}
    forms: dict[tuple[str, str], list[str]] = {}
    for match in _PARTS.finditer(text):
        part = match[0]
        if match[1]:
            opened.append((count, length, match[1], match[2]))
        elif part == "}}":
            start, offset, kind, identifier = opened.pop()
            # A bracket that closes a name is not counted, as in the other gold files.
            names[start, count - "".join(parts).endswith("]"), kind] = identifier
            forms.setdefault((kind, identifier), []).append("".join(parts)[offset:])
        else:
            parts.append(part)
            length += len(part)
            count += sum(not character.isspace() for character in part)
    return Marked("".join(parts), names, forms)


def is_sealed(name: str) -> bool:
    """Return True for a set of which only totals may be shown."""
    return name.endswith("-sealed")


def marked_set(name: str) -> dict[str, Marked]:
    """Return the transcripts of a set with their gold, by stem."""
    paths = sorted((GOLD / name).glob("*.txt"))
    return {path.stem: read_marked(path.read_text(encoding="utf-8")) for path in paths}


def listed_set(name: str) -> dict[str, Marked]:
    """Return the transcripts of a listed set with their gold, by stem."""
    return {
        path.stem: Marked(path.read_text(encoding="utf-8"), read_names(path.with_suffix(".tsv")), {})
        for path in sorted((GOLD / name).glob("*.txt"))
    }


def read_names(path: Path) -> dict[tuple[int, int, str], str]:
    """Return the names that a file lists: their ids by (start, end, kind) in non-blank characters."""
    rows = (line.split("\t") for line in path.read_text(encoding="utf-8").splitlines())
    return {(int(start), int(end), kind): name for start, end, kind, name in rows}


def aliases(name: str) -> dict[tuple[str, str], str]:
    """Return the gold id of entries that a set's authority files call otherwise, by kind and id."""
    if name in LISTED_SETS:
        return {}
    text = (GOLD / name / "aliases.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in text.splitlines())
    return {(kind, entry): gold for kind, entry, gold in rows}
