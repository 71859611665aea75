"""What the last build knows: the record of each stage, and the digests of files as they were then.

Files are known by their stamps (size, times, number). A file with the stamp that it had has the
digest that it had and is not read again. The time of the last change of the file's entry is
part of the stamp, since programs can set the time of its content back, and not that one; the number
tells apart two files that were unpacked at once and have changed places.
"""

from __future__ import annotations

import os
import time
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from dragoman.build.files import digest, keep_out_of_git, read_bytes
from dragoman.build.record_log import RecordLog

# Lines of a `RecordLog`. What an older program left under this name is one JSON object (older_state.py).
STATE_FILE: Final = ".dragoman-state.json"

# The times of a file are as coarse as this on some file systems: what has changed within it may
# change again and keep its stamp, so such a stamp is not relied upon.
_COARSE_NS: Final = 2_000_000_000
# The kinds of records. Of a stage: its record, and its inputs; of a file: its stamp with its digest.
_STAGE: Final = "stage"
_FILE: Final = "file"
# The parts of a stage's record.
_MADE: Final = 0
_INPUTS: Final = 1
# The records that were set down last are kept as they are: each is asked for some times more.
_MOST_RECENT: Final = 4_000


@dataclass(slots=True)
class StageRecord:
    """What is known of a stage: its key, its outputs with their digests and their stamps."""

    key: str
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
    """The records of the last build of one output folder, each read when it is asked for."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        # A state that cannot be read costs one full build and nothing else.
        self._log = RecordLog(folder / STATE_FILE, _STAGE, _FILE)
        self._records = _Records(self._log)
        self.records: Mapping[str, StageRecord] = self._records
        # Path → stamp, digest, where these are new; and the paths that this build has asked for.
        self._files: dict[str, tuple[str, str]] = {}
        self._asked: set[str] = set()
        self._is_saved = True

    def file_digest(self, path: Path) -> str:
        """Return the digest of a file's bytes; it is read only where its stamp is new."""
        name, status = str(path), os.stat(path)
        found = _stamp(status)
        stamped, known = self._files.get(name) or self._log.part(_FILE, name, 0) or ("", "")
        if stamped != found:
            known = digest(read_bytes(name))
            if _is_fresh(status):
                return known
            self._files[name] = found, known
        self._asked.add(name)
        return known

    def reason(self, name: str, key: str, inputs: Mapping[str, str]) -> str:
        """Return why a stage has to run, or "" where its products are up to date."""
        record = self.records.get(name)
        if record is None:
            return "it has not been made before"
        if record.key != key:
            return _what_changed(self._log.part(_STAGE, name, _INPUTS) or {}, inputs)
        is_stamped = True
        for output, known in record.outputs.items():
            path = f"{self._folder}/{output}"
            try:
                found = stamp(path)
            except OSError:
                return f"{output} is missing"
            if record.stamps.get(output) != found:
                if digest(read_bytes(path)) != known:
                    return f"{output} was changed"
                record.stamps[output] = found
                is_stamped = False
        if not is_stamped:
            self.put(name, record, inputs)
        return ""

    def put(self, name: str, record: StageRecord, inputs: Mapping[str, str]) -> None:
        """Set down what is known of a stage that has run, with what it depended on."""
        if self._is_saved:
            # The user may have deleted the whole folder.
            keep_out_of_git(self._folder)
            self._is_saved = False
        self._records.put(name, record, inputs)

    def remove(self, name: str) -> StageRecord:
        """Forget a stage and return what was known of it."""
        record = self.records[name]
        self._records.remove(name)
        return record

    def save(self) -> None:
        """Write what has not been written, where there is anything new to say, and let go of the file."""
        for name, known in self._files.items():
            self._log.put(_FILE, name, known)
        self._files.clear()
        self._log.tidy()
        self._log.close()
        self._is_saved = True

    def write_anew(self) -> None:
        """Write the file with what is in force, and nothing that another program left in it."""
        self._log.write_anew()

    def forget_files(self) -> None:
        """Forget the digests of files that this build has not asked for: they are no files of the edition."""
        for name in [name for name in self._log.names(_FILE) if name not in self._asked]:
            self._log.put(_FILE, name)


class _Records(Mapping[str, StageRecord]):
    """The records of stages by name."""

    def __init__(self, log: RecordLog) -> None:
        self._log = log
        # Those that were set down last, the earliest first.
        self._recent: dict[str, StageRecord] = {}

    def put(self, name: str, record: StageRecord, inputs: Mapping[str, str]) -> None:
        """Set a record down, with what the stage depended on."""
        self._log.put(_STAGE, name, [record.key, record.outputs, record.stamps], dict(inputs))
        self._recent.pop(name, None)
        self._recent[name] = record
        if len(self._recent) > _MOST_RECENT:
            del self._recent[next(iter(self._recent))]

    def remove(self, name: str) -> None:
        """Take a record away."""
        self._log.put(_STAGE, name)
        self._recent.pop(name, None)

    def __getitem__(self, name: str) -> StageRecord:
        recent = self._recent.get(name)
        if recent is not None:
            return recent
        if name not in self:
            raise KeyError(name)
        # What cannot be read has no key that a stage could have, and is made again.
        key, outputs, stamps = self._log.part(_STAGE, name, _MADE) or ("", {}, {})
        return StageRecord(key, outputs, stamps)

    def __contains__(self, name: object) -> bool:
        return name in self._log.names(_STAGE)

    def __iter__(self) -> Iterator[str]:
        return iter(self._log.names(_STAGE))

    def __len__(self) -> int:
        return len(self._log.names(_STAGE))


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
