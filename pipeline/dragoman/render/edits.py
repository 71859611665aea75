"""Edits to the files of an edition, as they come."""

from __future__ import annotations

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


def edits(folders: Sequence[Path], stopped: threading.Event) -> Iterator[frozenset[Path]]:
    """Yield the files below ``folders`` that an edit has changed, and no files when it is quiet for a while.

    Edits that come together are one. Ends when ``stopped`` is set.
    """
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
                yield frozenset(Path(path) for _, path in changes)
        except WatchfilesRustInternalError:
            # A name that is no UTF-8, which the watcher cannot tell: what is amiss, who looks will see.
            yield frozenset(folders)
