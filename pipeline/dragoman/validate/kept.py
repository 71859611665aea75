"""What was made of files is kept as long as they are as they were: `serve` lives longer than a schema."""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import ParamSpec, TypeVar

_Paths = ParamSpec("_Paths")
_Made = TypeVar("_Made")


def kept(make: Callable[_Paths, _Made]) -> Callable[_Paths, _Made]:
    """Return ``make`` so that it makes the same of the same files once, and anew where one has changed.

    make: its arguments are paths of files.
    """
    known: dict[tuple[object, ...], tuple[tuple[tuple[int, ...], ...], _Made]] = {}

    @wraps(make)
    def made(*paths: _Paths.args, **none: _Paths.kwargs) -> _Made:
        assert not none, "files are given by their positions"
        states = tuple(_state(path) for path in paths if isinstance(path, Path))
        found = known.get(paths)
        if found is None or found[0] != states:
            found = known[paths] = states, make(*paths, **none)
        return found[1]

    return made


def _state(path: Path) -> tuple[int, ...]:
    status = os.stat(path)
    return status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino
