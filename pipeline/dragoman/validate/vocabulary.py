"""The closed lists of the encoding, read from ``schema/vocabulary.toml``."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from dragoman.edition import packaged


@dataclass(frozen=True, slots=True)
class ClosedList:
    """One list: its name, what it is for, and each value with its gloss in words."""

    name: str
    title: str
    values: Mapping[str, str]


def read_vocabulary(text: str) -> dict[str, ClosedList]:
    """Return the lists that a vocabulary file holds, by name and in the order of the file."""
    return {
        name: ClosedList(name, entry["title"], entry["values"]) for name, entry in tomllib.loads(text).items()
    }


@cache
def vocabulary(folder: Path | None = None) -> dict[str, ClosedList]:
    """Return the lists of the schema in ``folder``, which is the packaged one unless it is given."""
    path = (folder or packaged("schema")) / "vocabulary.toml"
    return read_vocabulary(path.read_text(encoding="utf-8"))
