"""Processes that share work: what Ctrl-C finds when one of them is being begun."""

from __future__ import annotations

import os
import signal

import pytest

from dragoman.build.workers import uninterrupted


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
