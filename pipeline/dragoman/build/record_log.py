"""Records by name in a file that is only added to: memory holds where each stands, and no more.

An edition of 10,000 documents has 30,000 records of 2 kB. As objects they took 150 MB, and all of them were
written whenever one was saved. Here a line is a record: its kind, its name and its parts (JSON), with tabs
between. The last line of a name is in force; one without parts says that the record has been taken away.
What a run that was killed left half written costs its own record alone.
"""

from __future__ import annotations

import json
import os
from collections.abc import Collection
from pathlib import Path
from typing import Any, Final

from dragoman.build.files import begin_beside, cannot_write

_TAB: Final = b"\t"
_END: Final = b"\n"
# Kind and name come before the parts.
_BEFORE: Final = 2
# The first part of most records lies within so many bytes; others are ten thousand times as long.
_AT_ONCE: Final = 4096
# A place is one number, begin × _ROOM + length, where a pair would be three objects.
_ROOM: Final = 1 << 32
# How many bytes may say nothing any more, beside as many as are in force, before the file is written anew.
_IDLE: Final = 1_000_000


class RecordLog:
    """The records in one file, by kind and name; ``kinds`` are all there are.

    Errors: UnusableInput (OUT001) from whatever writes; what was written before stays.
    """

    def __init__(self, path: Path, *kinds: str) -> None:
        self._path = path
        self._places: dict[str, dict[str, int]] = {kind: {} for kind in kinds}
        self._handle = -1
        self._may_write = False
        # Bytes in force, and all bytes; a file whose last line has no end is gone on with on the next.
        self._in_force = self._length = 0
        self._is_whole = True
        self._find_places()

    def __del__(self) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file; what comes next opens it again."""
        if self._handle >= 0:
            os.close(self._handle)
        self._handle, self._may_write = -1, False

    def names(self, kind: str) -> Collection[str]:
        """Return the names of the records of a kind."""
        return self._places[kind].keys()

    def part(self, kind: str, name: str, number: int) -> Any:
        """Return a part of a record, None where there is no such record or its bytes are no JSON."""
        place = self._places[kind].get(name)
        if place is None:
            return None
        begin, length = divmod(place, _ROOM)
        parts = self._bytes(begin, min(length, _AT_ONCE)).split(_TAB)
        if len(parts) <= _BEFORE + number + 1 and length > _AT_ONCE:
            parts = self._bytes(begin, length).split(_TAB)
        try:
            # (Of bytes, json would first find out the encoding.)
            return json.loads(parts[_BEFORE + number].decode())
        except (ValueError, IndexError):
            return None

    def put(self, kind: str, name: str, *parts: Any) -> None:
        """Add a record, in place of the one of that name; without parts there is none any more."""
        line = _TAB.join((kind.encode(), *(json.dumps(part).encode() for part in (name, *parts)))) + _END
        begin = self._append(line)
        self._set(kind, name, begin * _ROOM + len(line) if parts else None)

    def tidy(self) -> None:
        """Write the file anew where most of it says nothing any more, or somebody has taken it away."""
        if self._handle >= 0 and (self._is_gone() or self._length > 2 * self._in_force + _IDLE):
            self.write_anew()

    def _find_places(self) -> None:
        if not self._path.is_file():
            return
        with self._path.open("rb") as file:
            for line in file:
                kind, _, rest = line.partition(_TAB)
                name, tab, _ = rest.partition(_TAB)
                try:
                    known = json.loads(name)
                    place = self._length * _ROOM + len(line) if tab else None
                    if line.endswith(_END) and isinstance(known, str):
                        self._set(kind.decode(), known, place)
                except (ValueError, KeyError):
                    # Half of a line, or another program's.
                    pass
                self._length += len(line)
                self._is_whole = line.endswith(_END)

    def _set(self, kind: str, name: str, place: int | None) -> None:
        places = self._places[kind]
        self._in_force -= places.get(name, 0) % _ROOM
        if place is None:
            places.pop(name, None)
        else:
            places[name] = place
            self._in_force += place % _ROOM

    def _bytes(self, begin: int, length: int) -> bytes:
        if self._handle < 0:
            try:
                self._handle = os.open(self._path, os.O_RDONLY)
            except FileNotFoundError:
                return b""
        return os.pread(self._handle, length, begin)

    def _append(self, line: bytes) -> int:
        """Write a line at the end of the file, and return where it begins."""
        try:
            if not self._may_write:
                self.close()
                self._path.parent.mkdir(parents=True, exist_ok=True)
                self._handle = os.open(self._path, os.O_RDWR | os.O_APPEND | os.O_CREAT, 0o644)
                self._may_write = True
            octets = line if self._is_whole else _END + line
            self._is_whole = False
            _write(self._handle, octets)
            self._is_whole = True
            # Another build may have added to the file as well.
            self._length = os.lseek(self._handle, 0, os.SEEK_CUR)
        except OSError as error:
            raise cannot_write(self._path, error) from None
        return self._length - len(line)

    def _is_gone(self) -> bool:
        try:
            return not os.path.samestat(os.stat(self._path), os.fstat(self._handle))
        except FileNotFoundError:
            return True

    def write_anew(self) -> None:
        """Write the file with the records in force and nothing else."""
        places: dict[str, dict[str, int]] = {}
        length = 0
        try:
            handle, written = begin_beside(self._path)
            try:
                for kind, known in self._places.items():
                    places[kind] = {}
                    for name, place in known.items():
                        line = self._bytes(*divmod(place, _ROOM))
                        _write(handle, line)
                        places[kind][name] = length * _ROOM + len(line)
                        length += len(line)
                os.fchmod(handle, 0o644)
                os.replace(written, self._path)
            except OSError:
                Path(written).unlink(missing_ok=True)
                raise
            finally:
                os.close(handle)
        except OSError as error:
            raise cannot_write(self._path, error) from None
        self.close()
        self._places, self._length, self._in_force, self._is_whole = places, length, length, True


def _write(handle: int, octets: bytes) -> None:
    left = memoryview(octets)
    while left:
        left = left[os.write(handle, left) :]
