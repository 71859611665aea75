"""What Ctrl-C and other signals find when a process is being begun."""

from __future__ import annotations

import os
import signal

import pytest

from dragoman.signals import uninterrupted


def test_ctrl_c_waits_until_a_process_is_begun() -> None:
    begun: list[str] = []

    def begin() -> None:
        with uninterrupted():
            os.kill(os.getpid(), signal.SIGINT)
            begun.append("a process")

    with pytest.raises(KeyboardInterrupt):
        begin()

    assert begun == ["a process"]
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler


def test_a_signal_that_is_ignored_stays_ignored_while_a_process_is_begun() -> None:
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        with uninterrupted():
            os.kill(os.getpid(), signal.SIGINT)
    finally:
        signal.signal(signal.SIGINT, before)
