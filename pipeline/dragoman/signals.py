"""How a command is told to end: Ctrl-C, a manager of jobs that ends it, a terminal that is closed."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Final

# SIGHUP is not known everywhere.
ENDING: Final = tuple(
    getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name)
)


class Ended(KeyboardInterrupt):
    """The command is to end, as with Ctrl-C; ``number`` is the signal that said so."""

    def __init__(self, number: int) -> None:
        super().__init__()
        self.number = number


def end_in_order() -> None:
    """Have every signal of `ENDING` end the command as Ctrl-C does: nothing temporary is left behind.

    What whoever began the command ignores (``nohup``) stays ignored.
    """
    for number in ENDING:
        if signal.getsignal(number) in (signal.SIG_DFL, signal.default_int_handler):
            signal.signal(number, _end)


def _end(number: int, _: FrameType | None) -> None:
    raise Ended(number)


def leave_to_the_first() -> None:
    """Say for a process that works for another what these signals mean: Ctrl-C nothing, the others its end.

    Ctrl-C reaches the whole group of processes; only the first decides what it means.
    """
    for number in ENDING:
        signal.signal(number, signal.SIG_IGN if number == signal.SIGINT else signal.SIG_DFL)


@contextmanager
def uninterrupted() -> Iterator[None]:
    """Let these signals come when the block is done; those that the system answers it answers at once.

    In a thread that is not the main one they come to nobody.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    come: list[int] = []
    before = {number: signal.getsignal(number) for number in ENDING}
    held = {number: handler for number, handler in before.items() if callable(handler)}
    for number in held:
        signal.signal(number, lambda number, _: come.append(number))
    try:
        yield
    finally:
        for number, handler in held.items():
            signal.signal(number, handler)
    if come:
        signal.raise_signal(come[0])
