"""What the last build knows: the record of each stage, and the digests of files as they were then.

Files are known by their stamps (size, times, number). A file with the stamp that it had has the
digest that it had and is not read again. The time of the last change of the file's entry is
part of the stamp, since programs can set the time of its content back, and not that one; the number
tells apart two files that were unpacked at once and have changed places.
"""

from __future__ import annotations

import json
import os
import time
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from sys import intern
from typing import Any, Final

from dragoman.build.files import digest, keep_out_of_git, read_file, write_file

STATE_FILE: Final = ".dragoman-state.json"

# The times of a file are as coarse as this on some file systems: what has changed within it may
# change again and keep its stamp, so such a stamp is not relied upon.
_COARSE_NS: Final = 2_000_000_000
# A build that is killed has lost so many seconds of work, and that of the step it was at.
_MOST_LOST_SECONDS: Final = 10


@dataclass(slots=True)
class StageRecord:
    """What is known of a stage: its key and inputs, its outputs with their digests and their stamps."""

    key: str
    inputs: Mapping[str, str]
    outputs: dict[str, str]
    stamps: dict[str, str]


def stamp(path: Path | str) -> str:
    """Return what tells one state of a file from another without reading it."""
    return _stamp(os.stat(path))


def settled_stamp(path: Path | str) -> str:
    """Return the stamp of a file, "" where there is none or it is too fresh to be relied upon."""
    try:
        status = os.stat(path)
    except OSError:
        return ""
    return "" if _is_fresh(status) else _stamp(status)


def _is_fresh(status: os.stat_result) -> bool:
    return time.time_ns() - max(status.st_mtime_ns, status.st_ctime_ns) < _COARSE_NS


def _stamp(status: os.stat_result) -> str:
    return f"{status.st_size} {status.st_mtime_ns} {status.st_ctime_ns} {status.st_ino}"


class State:
    """The records of the last build of one output folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._path = folder / STATE_FILE
        self.records: dict[str, StageRecord] = {}
        # Path → stamp, digest; those that this build has asked for are kept for the next.
        self._files: dict[str, tuple[str, str]] = {}
        self._asked: dict[str, tuple[str, str]] = {}
        self._is_saved = True
        self._saved_at = time.monotonic()
        octets = read_file(self._path)
        if octets is not None:
            try:
                table = json.loads(octets)
                self.records = {name: _record(found) for name, found in table["stages"].items()}
                self._files = {path: (known[0], known[1]) for path, known in table["files"].items()}
            except (ValueError, TypeError, KeyError, IndexError, AttributeError):
                # A state that cannot be read costs one full build and nothing else.
                self.records, self._files = {}, {}

    def file_digest(self, path: Path) -> str:
        """Return the digest of a file's bytes; it is read only where its stamp is new."""
        name, status = str(path), os.stat(path)
        found = _stamp(status)
        known = self._files.get(name)
        if known is None or known[0] != found:
            known = found, digest(path.read_bytes())
            if _is_fresh(status):
                return known[1]
            self._files[name] = known
            self._is_saved = False
        self._asked[name] = known
        return known[1]

    def reason(self, name: str, key: str, inputs: Mapping[str, str]) -> str:
        """Return why a stage has to run, or "" where its products are up to date."""
        record = self.records.get(name)
        if record is None:
            return "it has not been made before"
        if record.key != key:
            return _what_changed(record.inputs, inputs)
        for output, known in record.outputs.items():
            path = f"{self._folder}/{output}"
            try:
                found = stamp(path)
            except OSError:
                return f"{output} is missing"
            if record.stamps.get(output) != found:
                if digest(Path(path).read_bytes()) != known:
                    return f"{output} was changed"
                record.stamps[output] = found
                self._is_saved = False
        return ""

    def put(self, name: str, record: StageRecord) -> None:
        """Set down what is known of a stage that has run."""
        self.records[name] = record
        self._is_saved = False

    def remove(self, name: str) -> StageRecord:
        """Forget a stage and return what was known of it."""
        self._is_saved = False
        return self.records.pop(name)

    def save(self) -> None:
        """Write the state file, where there is anything new to say."""
        if self._is_saved:
            return
        table = {
            "files": self._files | self._asked,
            "stages": {name: _table(record) for name, record in sorted(self.records.items())},
        }
        # The user may have deleted the whole folder.
        keep_out_of_git(self._folder)
        write_file(self._path, json.dumps(table, ensure_ascii=False).encode())
        self._is_saved = True
        self._saved_at = time.monotonic()

    def save_at_times(self) -> None:
        """Write the state file if that was not done a moment ago: it is long, and steps can be short."""
        if time.monotonic() - self._saved_at > _MOST_LOST_SECONDS:
            self.save()

    def forget_files(self) -> None:
        """Forget the digests of files that this build has not asked for: they are no files of the edition."""
        self._files = dict(self._asked)


def _record(table: Mapping[str, Any]) -> StageRecord:
    # The same names and digests stand in thousands of records: one string for all of them.
    inputs = {intern(name): intern(known) for name, known in table["inputs"].items()}
    return StageRecord(table["key"], inputs, dict(table["outputs"]), dict(table["stamps"]))


def _table(record: StageRecord) -> dict[str, Any]:
    return {
        "key": record.key,
        "inputs": dict(record.inputs),
        "outputs": record.outputs,
        "stamps": record.stamps,
    }


def _what_changed(old: Mapping[str, str], new: Mapping[str, str]) -> str:
    changed = [name for name in new if name in old and old[name] != new[name]]
    added = [name for name in new if name not in old]
    removed = [name for name in old if name not in new]
    return ", ".join(_few("changed:", changed) + _few("new:", added) + _few("gone:", removed)) or (
        "the program changed"
    )


def _few(word: str, names: Iterable[str]) -> list[str]:
    first, *others = [*names, ""]
    more = len(others) - 1
    return [f"{word} {first}" + (f" and {more} more" if more > 0 else "")] if first else []
