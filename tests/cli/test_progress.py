"""The bar that shows how far a conversion has come: on a terminal, and nowhere else."""

from __future__ import annotations

import os
import pty
import subprocess
import sys
from pathlib import Path

COMMAND = [sys.executable, "-c", "from dragoman.cli import main; main()"]


def papers(folder: Path) -> Path:
    subprocess.run([*COMMAND, "new", str(folder)], check=True, capture_output=True)
    for number in (1, 2, 3):
        text = f"Record of a Talk between A. Orlov and D. Bold, May {number}, 1974\n\nThe ferry is late.\n"
        (folder / "tei" / "sources" / f"talk-{number}.txt").write_text(text, encoding="utf-8")
    return folder


def test_a_conversion_shows_its_progress_on_a_terminal_and_its_results_beside_it(tmp_path: Path) -> None:
    folder = papers(tmp_path / "papers")
    ours, theirs = pty.openpty()
    done = subprocess.run(
        [*COMMAND, "-C", str(folder), "convert", "--jobs", "1"],
        stdout=subprocess.PIPE,
        stderr=theirs,
        env={**os.environ, "TERM": "xterm"},
        text=True,
        check=False,
    )
    os.close(theirs)
    shown = os.read(ours, 65536).decode("utf-8", "replace")
    os.close(ours)
    assert "converting" in shown
    assert "100%" in shown
    assert done.stdout.splitlines() == [
        *(f"tei/documents/talk-{number}.xml (memorandum)" for number in (1, 2, 3)),
        "documents: 3 written",
    ]


def test_no_progress_is_shown_where_nobody_looks(tmp_path: Path) -> None:
    folder = papers(tmp_path / "papers")
    done = subprocess.run(
        [*COMMAND, "-C", str(folder), "convert"], capture_output=True, text=True, check=False
    )
    assert "converting" not in done.stdout + done.stderr
    assert "%" not in done.stderr
