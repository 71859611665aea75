"""Learns the weights of the features of brackets from the open parts that were labelled by hand.

    python tests/convert/brackets/train.py [--leave-one-out]

Writes pipeline/dragoman/convert/brackets/weights.tsv. With ``--leave-one-out`` it writes nothing, and for
each labeller learns from the others alone and shows how often that one's brackets are right: by the weights,
and by weights and rules together. (The rules have seen the errors of most parts, so that the second figure
flatters all but those that came last.) The sealed parts are never read.

The model is a multinomial logistic regression with a quadratic penalty. It is fitted by gradient descent
with a step for each weight (Adagrad) over the whole set, in a fixed order, so that the table comes out the
same each time.
"""

from __future__ import annotations

import math
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from gold_file import GOLD, LABELLERS, OPEN, documents_of, judged

from dragoman.convert.brackets import weights as stored
from dragoman.convert.brackets.classify import told_by_rules
from dragoman.convert.brackets.features import features_of
from dragoman.convert.brackets.verdict import BracketClass
from dragoman.convert.brackets.weights import ALWAYS, TABLE, Weights, weigh

CLASSES = tuple(kind for kind in BracketClass if kind is not BracketClass.TEXT)
PENALTY = 3.0
LEAST_SEEN = 3
LEAST_WEIGHT = 12
ROUNDS = 120
STEP = 0.5


@dataclass(frozen=True)
class Example:
    """A bracket as it is learnt from: what is seen of it, and the class by hand."""

    features: tuple[str, ...]
    kind: BracketClass


def examples(part: str) -> Iterator[Example]:
    """Yield the brackets of a part of the gold in their order."""
    for document in documents_of(GOLD / f"{part}.txt"):
        habits, _ = told_by_rules(document.cases, document.habits)
        for case, (_, _, kind) in zip(document.cases, document.labels, strict=True):
            yield Example((ALWAYS, *features_of(case, habits)), BracketClass(kind))


def learnt(seen: Sequence[Example]) -> Weights:
    """Return the table that fits the examples."""
    counts = Counter(name for example in seen for name in example.features)
    names = sorted(name for name, count in counts.items() if count >= LEAST_SEEN)
    place = {name: index for index, name in enumerate(names)}
    width = len(CLASSES)
    rows = [[0.0] * width for _ in names]
    squares = [[1e-6] * width for _ in names]
    cases = [
        ([place[name] for name in example.features if name in place], CLASSES.index(example.kind))
        for example in seen
    ]
    for _ in range(ROUNDS):
        slopes = [[0.0] * width for _ in names]
        for places, right in cases:
            errors = _likelihoods([rows[at] for at in places])
            errors[right] -= 1
            for at in places:
                slopes[at] = [slope + error for slope, error in zip(slopes[at], errors, strict=True)]
        for name, row, slope, square in zip(names, rows, slopes, squares, strict=True):
            penalty = 0.0 if name == ALWAYS else PENALTY
            for at in range(width):
                step = slope[at] + penalty * row[at]
                square[at] += step * step
                row[at] -= STEP * step / math.sqrt(square[at])
    table = {name: tuple(round(100 * value) for value in row) for name, row in zip(names, rows, strict=True)}
    kept = {name: row for name, row in table.items() if name == ALWAYS or max(map(abs, row)) >= LEAST_WEIGHT}
    return Weights(CLASSES, kept)


def _likelihoods(rows: Sequence[Sequence[float]]) -> list[float]:
    sums = [sum(column) for column in zip(*rows, strict=True)]
    highest = max(sums)
    powers = [math.exp(value - highest) for value in sums]
    whole = sum(powers)
    return [power / whole for power in powers]


def as_text(table: Weights) -> str:
    """Return the table as it is stored; what is nought is left empty."""
    lines = ["\t".join(["feature", *table.classes])]
    lines.extend(
        "\t".join([name, *(str(value or "") for value in row)]).rstrip("\t")
        for name, row in sorted(table.rows.items())
    )
    return "\n".join(lines) + "\n"


def left_out() -> Iterator[tuple[str, list[Example], Weights]]:
    """Yield each open part with its brackets and the table that is learnt from the other labellers alone.

    The author's own sentences are parted only by when they were written: the further ones came last.
    """
    seen = {part: list(examples(part)) for part in OPEN}
    for part in OPEN:
        hidden = {part} if part == "further" else {p for p in OPEN if LABELLERS[p] == LABELLERS[part]}
        yield part, seen[part], learnt([example for o in OPEN if o not in hidden for example in seen[o]])


def leave_one_out() -> None:
    """Print, for each part, how many are right when nothing of its labeller has been learnt."""
    for part, seen, table in left_out():
        alone = [weigh(example.features, table, None, 0).kind is example.kind for example in seen]
        right = [label.found == label.expected for label in judged(GOLD / f"{part}.txt", table)]
        print(
            f"{part}: {len(alone)} brackets; right by the weights {_share(alone)},"
            f" with the rules {_share(right)}"
        )


def _share(right: Sequence[bool]) -> str:
    return f"{sum(right) / len(right):.1%}"


def main(arguments: Sequence[str]) -> int:
    if "--leave-one-out" in arguments:
        leave_one_out()
        return 0
    table = learnt([example for part in OPEN for example in examples(part)])
    Path(stored.__file__).with_name(TABLE).write_text(as_text(table), encoding="utf-8")
    print(f"{len(table.rows)} features")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
