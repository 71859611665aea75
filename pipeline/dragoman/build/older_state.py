"""What an older program left in the output folder, for the program of today to clear away.

Before the records of the stages were lines of a file (`dragoman.build.record_log`), they were one JSON object
in a file of the same name; the first build since has added its lines below. Nothing of that object holds any
more but which files were made by which stage, with the digests that they had.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

from dragoman.build.files import digest, read_file
from dragoman.build.state import STATE_FILE, StageRecord, State

_OBJECT: Final = b"{"


def older_products(folder: Path) -> dict[str, dict[str, str]]:
    """Return the digests of the files that an older program made, by path and by stage; mostly none."""
    path = folder / STATE_FILE
    if not path.is_file():
        return {}
    with path.open("rb") as file:
        if file.read(1) != _OBJECT:
            return {}
        line = _OBJECT + file.readline()
    try:
        return {name: dict(stage["outputs"]) for name, stage in json.loads(line)["stages"].items()}
    except (ValueError, TypeError, KeyError, AttributeError):
        return {}


def forget_older(
    older: Mapping[str, Mapping[str, str]], exists: Callable[[str], bool], folder: Path, state: State
) -> list[str]:
    """Delete what only an older program made (`older_products`), and return the paths; then it is forgotten.

    exists: whether a stage is one that this build would have made or left alone; what such a stage has made
    stays, until it is made again. A file with other bytes than were written is not ours to delete.
    """
    for name, outputs in older.items():
        if name not in state.records and exists(name):
            state.put(name, StageRecord("", dict(outputs), {}), {})
    kept = {path for record in state.records.values() for path in record.outputs}
    once = {path: known for outputs in older.values() for path, known in outputs.items() if path not in kept}
    deleted = []
    for path, known in once.items():
        octets = read_file(folder / path)
        if octets is not None and digest(octets) == known:
            (folder / path).unlink()
            deleted.append(path)
    state.write_anew()
    return deleted
