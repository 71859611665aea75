"""Reading a transcript, whatever file carries it: text, a saved page, a PDF, a Word file."""

from __future__ import annotations

from pathlib import Path

from dragoman.convert.carriers import Carried, read
from dragoman.source import read_octets


def read_transcript(path: Path, shown: str) -> Carried:
    """Return the text of a transcript with the ledger of what its carrier holds besides.

    Errors: UnusableInput where the file is not there, or holds no text that can be read.
    """
    return read(read_octets(path, shown), shown)
