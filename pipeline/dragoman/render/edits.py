"""Edits to the files of an edition, as they come."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from watchfiles import watch
from watchfiles._rust_notify import WatchfilesRustInternalError

# An editor writes a file in several steps within some milliseconds; after this quiet an edit is over.
_STEP_MS: Final = 20
_TOGETHER_MS: Final = 200
_QUIET_MS: Final = 400


def edits(watched: Sequence[Path], stopped: threading.Event) -> Iterator[frozenset[Path]]:
    """Yield what an edit has changed, and no files when it is quiet for a while.

    watched: folders, with all that lies below them; and files by themselves, which are looked at when it is
             quiet: a watch on a file ends with the file, and editors save by putting another in its place.
    Edits that come together are one. Ends when ``stopped`` is set.
    """
    folders = [path for path in watched if path.is_dir()]
    stamps = {path: _stamp(path) for path in watched if not path.is_dir()}
    while not stopped.is_set():
        changed = watch(
            *folders,
            stop_event=stopped,
            debounce=_TOGETHER_MS,
            step=_STEP_MS,
            rust_timeout=_QUIET_MS,
            yield_on_timeout=True,
            raise_interrupt=True,
        )
        try:
            for changes in changed:
                edited = {Path(path) for _, path in changes}
                if not edited:
                    found = {path: _stamp(path) for path in stamps}
                    edited = {path for path in stamps if found[path] != stamps[path]}
                    stamps = found
                yield frozenset(edited)
        except WatchfilesRustInternalError:
            # A name that is no UTF-8, which the watcher cannot tell: what is amiss, who looks will see.
            yield frozenset(folders)


def _stamp(path: Path) -> tuple[int, ...]:
    """Return what tells one state of a file from another, () where there is none."""
    try:
        status = os.stat(path)
    except OSError:
        return ()
    return status.st_size, status.st_mtime_ns, status.st_ino
