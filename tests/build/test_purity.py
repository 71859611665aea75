"""Conversion is a function of the transcript: the same bytes in any process."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

# Prints a digest of all that the conversion of each transcript gives: file, findings, decisions.
DIGESTS = """
import hashlib, sys
from pathlib import Path
from dragoman.build.conversion import convert_source
from dragoman.tei.letterhead import letterhead
from dragoman.tei.parse import parse

root = Path(sys.argv[1])
head = letterhead(parse((root / "tei" / "edition.xml").read_bytes(), "edition.xml"))
for path in sorted((root / "tei" / "sources").iterdir()):
    converted = convert_source(path, path.name, "", head)
    assert converted.octets is not None, converted.diagnostics
    said = repr((converted.detection, converted.diagnostics, converted.decisions, converted.ledger))
    print(path.name, hashlib.sha256(converted.octets + said.encode()).hexdigest())
"""


def digests(repository: Path, seed: str) -> list[str]:
    environment = {**os.environ, "PYTHONHASHSEED": seed}
    run = subprocess.run(
        [sys.executable, "-c", DIGESTS, str(repository)],
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    return run.stdout.splitlines()


def test_the_seed_of_hashing_changes_nothing(repository: Path) -> None:
    first = digests(repository, "0")
    assert len(first) == len(list((repository / "tei" / "sources").iterdir()))
    assert digests(repository, "4711") == first
