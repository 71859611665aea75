"""Writing files so that no half-written one is ever seen."""

from __future__ import annotations

import errno
import hashlib
import itertools
import os
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Final

from dragoman.diagnostics import Place, Rule, Severity
from dragoman.errors import UnusableInput

CANNOT_WRITE = Rule(
    "OUT001",
    Severity.ERROR,
    "a file cannot be written",
    "The disk is full, or the folder may not be written to. What was there before is still there.",
)

_UNFINISHED: Final = ".dragoman-"
_EXCLUSIVE: Final = os.O_WRONLY | os.O_CREAT | os.O_EXCL
_numbers: Final = itertools.count()
# Below this a scratch file is no file yet.
_MOST_IN_MEMORY: Final = 4_000_000


def digest(octets: bytes) -> str:
    """Return the SHA-256 of ``octets`` in hexadecimal."""
    return hashlib.sha256(octets).hexdigest()


def write_file(path: Path | str, octets: bytes) -> None:
    """Write a file to a temporary name beside it and rename it.

    Errors: UnusableInput (OUT001); the file that was there before stays as it was.
    """
    write_files({os.fspath(path): octets})


def write_files(files: Mapping[Path, bytes] | Mapping[str, bytes]) -> None:
    """Write files that belong together: all beside their places first, and renamed when all are written.

    Errors: UnusableInput (OUT001); a disk that is full, or a folder that may not be written to, leaves every
    file as it was.
    """
    unfinished: dict[Path | str, str] = {}
    path: Path | str = ""
    try:
        for path, octets in files.items():
            handle, unfinished[path] = begin_beside(path)
            try:
                _write(handle, octets)
            finally:
                os.close(handle)
        for path, written in list(unfinished.items()):
            os.replace(written, path)
            del unfinished[path]
    except OSError as error:
        for left in unfinished.values():
            Path(left).unlink(missing_ok=True)
        raise cannot_write(Path(path), error) from None


def begin_beside(path: Path | str) -> tuple[int, str]:
    """Return an open file beside ``path``, for what is to be renamed to it, and its own path.

    (A build writes ten thousand files: `tempfile.mkstemp` and `pathlib` would be most of the time.)
    """
    folder = os.path.dirname(path)
    while True:
        # No other process that lives has this number; one that was killed may have left the file.
        name = os.path.join(folder, f"{_UNFINISHED}{os.getpid()}-{next(_numbers)}")
        try:
            return os.open(name, _EXCLUSIVE, 0o600), name
        except FileExistsError:
            continue
        except FileNotFoundError:
            os.makedirs(folder, exist_ok=True)


def _write(handle: int, octets: bytes) -> None:
    left = memoryview(octets)
    while left:
        left = left[os.write(handle, left) :]
    os.fchmod(handle, 0o644)


def has_bytes(path: Path | str, octets: bytes) -> bool:
    """Return whether a file is there and holds exactly these bytes."""
    try:
        handle = os.open(path, os.O_RDONLY)
    except FileNotFoundError:
        return False
    with open(handle, "rb", buffering=0) as file:
        return os.fstat(handle).st_size == len(octets) and file.readall() == octets


@contextmanager
def scratch_file(folder: Path) -> Iterator[IO[bytes]]:
    """Give a file for what has no room in memory; it has no name, and is gone when the block ends.

    folder: the disk that it is on: the system's own place for such files is memory on many machines.
    Errors: UnusableInput (OUT001) where the disk has no room.
    """
    folder.mkdir(parents=True, exist_ok=True)
    try:
        with tempfile.SpooledTemporaryFile(
            max_size=_MOST_IN_MEMORY, dir=str(folder), prefix=_UNFINISHED
        ) as file:
            yield file
    except OSError as error:
        if error.errno not in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
            raise
        raise cannot_write(folder, error) from None


def cannot_write(path: Path, error: OSError) -> UnusableInput:
    """Return the error (OUT001) that says why a file cannot be written, and what to do about it."""
    said = f"the file cannot be written: {error.strerror}"
    return UnusableInput(
        CANNOT_WRITE.at(Place(str(path)), said, f"{_remedy(path, error)}; nothing was changed")
    )


def _remedy(path: Path, error: OSError) -> str:
    """Return what has to be done before a file can be written."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return "make room"
    if error.errno == errno.EROFS:
        return "the disk may only be read: copy the edition to one that can be written"
    in_the_way = next(
        (folder for folder in path.parents if folder.is_file()), path if path.is_dir() else None
    )
    if in_the_way is not None:
        kind = "file" if in_the_way.is_file() else "folder"
        return f"{in_the_way} is a {kind}: name another, or take it away"
    return "make room, or mend the permissions of the folder"


def keep_out_of_git(folder: Path) -> None:
    """Say in a folder of products that git is to leave it alone. Errors: UnusableInput (OUT001)."""
    ignored = folder / ".gitignore"
    if not ignored.exists():
        write_file(ignored, b"*\n!.gitignore\n")


def remove_unfinished(folder: Path) -> None:
    """Remove from a folder the files that a run which was killed had begun to write."""
    for left in folder.glob(f"{_UNFINISHED}*"):
        left.unlink(missing_ok=True)


def read_bytes(path: Path | str) -> bytes:
    """Return the bytes of a file. Errors: OSError.

    (A build reads ten thousand files, and asks the system three things of each; `Path.read_bytes` asks ten.)
    """
    handle = os.open(path, os.O_RDONLY)
    try:
        size = os.fstat(handle).st_size
        octets = os.read(handle, size + 1)
        if len(octets) != size:
            # It grew, or it is longer than the system reads at once.
            while more := os.read(handle, _MOST_IN_MEMORY):
                octets += more
        return octets
    finally:
        os.close(handle)


def read_file(path: Path) -> bytes | None:
    """Return the bytes of a file, or None where there is none."""
    try:
        return read_bytes(path)
    except FileNotFoundError:
        return None
