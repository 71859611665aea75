"""The entry whose reference is nearest to one that leads nowhere, for what a message advises."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from rapidfuzz import fuzz, process

_ALIKE: Final = 75  # of 100, by the distance of letters


def nearest(reference: str, references: Iterable[str]) -> str:
    """Return the reference of the same kind that is most like ``reference``, "" where none is.

    ``person:mao-zedongg`` leads to ``person:mao-zedong``; of two equally near the first in order is taken.
    """
    kind = reference.partition(":")[0]
    known = sorted(other for other in references if other.partition(":")[0] == kind)
    found = process.extractOne(reference, known, scorer=fuzz.ratio, score_cutoff=_ALIKE)
    return found[0] if found else ""


def advice(reference: str, references: Iterable[str], otherwise: str) -> str:
    """Return “do you mean person:mao-zedong?”, or ``otherwise`` where nothing is alike."""
    found = nearest(reference, references)
    return f"do you mean {found}?" if found else otherwise
