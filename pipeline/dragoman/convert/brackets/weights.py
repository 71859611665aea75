"""How strongly each feature of a bracket speaks for each class: a table that was learnt, and its sums.

The table is ``weights.tsv``: a head with the classes; then a line for each feature with its weight for each
of them, in hundredths of a natural logarithm of odds, as whole numbers, so that sums are the same on every
machine. It is made by ``tests/convert/brackets/train.py`` from the sentences that were labelled by hand.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import Final, NamedTuple

from dragoman.convert.brackets.verdict import BracketClass

TABLE: Final = "weights.tsv"
ALWAYS: Final = "always"
"""The name of the line that is added for every bracket: how frequent a class is."""

_SHOWN: Final = 3


class Weighed(NamedTuple):
    """The class that has most for it.

    lead:    how far it is ahead of the next, in hundredths of a logarithm of odds;
    reasons: the features that put it ahead of the next most.
    """

    kind: BracketClass
    lead: int
    reasons: tuple[str, ...]


class Weights(NamedTuple):
    """The table: the classes in the order of its columns, and the row of each feature."""

    classes: tuple[BracketClass, ...]
    rows: Mapping[str, tuple[int, ...]]


@cache
def weights() -> Weights:
    """Return the table of this version."""
    text = files("dragoman.convert.brackets").joinpath(TABLE).read_text(encoding="utf-8")
    return read_weights(text)


def read_weights(text: str) -> Weights:
    """Return the table that ``text`` holds; a short line is completed with noughts."""
    lines = text.splitlines()
    classes = tuple(map(BracketClass, lines[0].split("\t")[1:]))
    rows: dict[str, tuple[int, ...]] = {}
    for line in lines[1:]:
        name, *cells = line.split("\t")
        row = [int(cell) if cell else 0 for cell in cells]
        rows[name] = (*row, *[0] * (len(classes) - len(row)))
    return Weights(classes, rows)


def weigh(features: Sequence[str], table: Weights, told: BracketClass | None, trust: int) -> Weighed:
    """Return the class with the greatest sum of weights.

    told, trust: the class for which the rules speak, and what is added for it.
    """
    classes, rows = table
    present = [(row, name) for name in features if (row := rows.get(name))]
    sums = list(map(sum, zip(rows[ALWAYS], *[row for row, _ in present], strict=True)))
    if told is not None:
        sums[classes.index(told)] += trust
    # Of equals the first in the order of the table.
    score = max(sums)
    best = sums.index(score)
    sums[best] = min(sums) - 1
    next_score = max(sums)
    second = sums.index(next_score)
    gains = [(row[best] - row[second], name) for row, name in present]
    gains.sort(reverse=True)
    shown = tuple([f"seen: {name}" for gain, name in gains[:_SHOWN] if gain > 0])
    return Weighed(classes[best], score - next_score, shown)
