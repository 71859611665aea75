"""The first moment of the command, before its modules have been read in."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path


def test_ctrl_c_while_modules_are_read_in_ends_the_command_without_a_word(tmp_path: Path) -> None:
    # The first module that the command reads in presses Ctrl-C.
    (tmp_path / "click.py").write_text(
        "import os, signal, time\nos.kill(os.getpid(), signal.SIGINT)\ntime.sleep(20)\n", encoding="utf-8"
    )
    ran = subprocess.run(
        [sys.executable, "-m", "dragoman", "--version"],
        env={**os.environ, "PYTHONPATH": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (ran.returncode, ran.stdout, ran.stderr) == (-signal.SIGINT, "", "")


def test_the_module_is_the_command() -> None:
    ran = subprocess.run(
        [sys.executable, "-m", "dragoman", "--version"], capture_output=True, text=True, check=False
    )
    assert ran.returncode == 0
    assert ran.stdout.startswith("dragoman, version ")


def test_a_name_in_cyrillic_is_read_and_said_in_any_locale(tmp_path: Path) -> None:
    name = "Запись.txt"
    (tmp_path / name).write_text("Milk, eggs, and a pontoon.\n", encoding="utf-8")
    # What LANG=en_US makes of Python, without the need to have that locale on the machine.
    environment = dict(os.environ, LC_ALL="C", PYTHONUTF8="0", PYTHONCOERCECLOCALE="0")
    command = [sys.executable, "-m", "dragoman", "detect", name]
    ended = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, check=False)
    assert ended.stderr == b""
    assert ended.stdout.decode().splitlines()[0] == f"{name}: undecided"
