"""The brackets of the real memorandum, labelled by position alone: its text is not ours to copy."""

from __future__ import annotations

from pathlib import Path

from gold_file import Labelled

from dragoman.convert.context import Context
from dragoman.convert.memorandum import convert
from dragoman.source import read_source

SOURCE = "kapitsa-yondon-1982-06-09.txt"

# The n-th square bracket of the transcript is of the n-th class.
CLASSES = (
    "supplied source-term gloss supplied supplied supplied supplied gloss supplied gloss source-term "
    "supplied "
    "supplied source-term supplied supplied supplied supplied supplied physical physical"
).split()


def judged_real(edition: Path) -> list[Labelled]:
    """Return the brackets of the real memorandum with both classes."""
    source = read_source(edition / "tei" / "sources" / SOURCE, SOURCE)
    decisions = [
        d
        for d in convert(source, Context("kapitsa-yondon-1982-06-09")).decisions
        if d.subject.startswith("[")
    ]
    assert len(decisions) == len(CLASSES)
    return [
        Labelled(d.place.line, f"bracket {n}", expected, d.value.split()[0], d.cert, (d.evidence,))
        for n, (d, expected) in enumerate(zip(decisions, CLASSES, strict=True), 1)
    ]
