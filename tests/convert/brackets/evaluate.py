"""Prints how well brackets are classified: precision and recall for each class.

    python tests/convert/brackets/evaluate.py [--errors] [--sealed] [--left-out]

Lists: the parts of ``gold_file.OPEN``, those of papers in their own language (``gold_file.NATIVE``) and,
where DRAGOMAN_REAL_EDITION names it, the real memorandum. After the parts it is said how often an answer is
right by its certainty: with the stored weights, which have learnt from them, and with ``--left-out`` (two
minutes) with weights that have learnt from the other labellers alone, which is what to expect of new papers.
``--errors`` shows what went wrong in the open parts. Of the parts of ``gold_file.SEALED`` nobody who writes
rules reads a sentence: ``--sealed`` gives their totals and no more, and they too are to be looked at seldom.
"""

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from gold_file import GOLD, NATIVE, OPEN, SEALED, Labelled, judged
from real_memorandum import judged_real
from train import left_out

CERTAINTIES = ("high", "medium", "low")


@dataclass(frozen=True)
class Figures:
    """Right answers of a class: ``recall`` of those that are of it, ``precision`` of those called it."""

    kind: str
    expected: int
    found: int
    right: int

    @property
    def recall(self) -> float:
        return self.right / self.expected if self.expected else 1.0

    @property
    def precision(self) -> float:
        return self.right / self.found if self.found else 1.0


def figures(labels: Sequence[Labelled]) -> list[Figures]:
    """Return the figures of every class that occurs, in alphabetical order."""
    expected = Counter(label.expected for label in labels)
    found = Counter(label.found for label in labels)
    right = Counter(label.expected for label in labels if label.expected == label.found)
    return [
        Figures(kind, expected[kind], found[kind], right[kind]) for kind in sorted(set(expected) | set(found))
    ]


def accuracy(labels: Sequence[Labelled]) -> float:
    """Return the share of right answers."""
    return sum(label.expected == label.found for label in labels) / len(labels)


def sure_errors(labels: Sequence[Labelled]) -> int:
    """Return how many wrong answers were called certain: the worst kind."""
    return sum(label.expected != label.found and label.cert == "high" for label in labels)


def withheld(labels: Sequence[Labelled]) -> int:
    """Return how many brackets that have a class were left unclassified: honest, and still not right."""
    return sum(label.found == "unclassified" != label.expected for label in labels)


def report(name: str, labels: Sequence[Labelled]) -> str:
    """Return a table of one list of brackets."""
    rows = [
        f"{name}: {len(labels)} brackets, {accuracy(labels):.1%} right, {sure_errors(labels)} wrong and sure,"
        f" {withheld(labels)} unclassified though they have a class"
    ]
    rows.append(f"  {'class':14}{'by hand':>9}{'by rule':>9}{'right':>7}{'precision':>11}{'recall':>8}")
    rows.extend(
        f"  {row.kind:14}{row.expected:9}{row.found:9}{row.right:7}{row.precision:11.0%}{row.recall:8.0%}"
        for row in figures(labels)
    )
    return "\n".join(rows)


def reliability(name: str, labels: Sequence[Labelled]) -> str:
    """Return a table of how often an answer of each certainty is right; what was left open is no answer."""
    rows = [
        f"{name}: how often an answer is right",
        f"  {'certainty':14}{'answers':>9}{'right':>7}{'share':>8}",
    ]
    for cert in CERTAINTIES:
        right = [label.found == label.expected for label in answers(labels, cert)]
        share = f"{sum(right) / len(right):.1%}" if right else "–"
        rows.append(f"  {cert:14}{len(right):9}{sum(right):7}{share:>8}")
    return "\n".join(rows)


def answers(labels: Sequence[Labelled], cert: str) -> list[Labelled]:
    """Return the brackets of which a class is claimed with the certainty."""
    return [label for label in labels if label.cert == cert and label.found != "unclassified"]


def errors(labels: Sequence[Labelled]) -> Iterator[str]:
    """Yield a line for every bracket whose class is wrong."""
    for label in labels:
        if label.expected != label.found:
            why = "; ".join(label.evidence)[:150]
            yield f"  {label.line}: {label.text} is {label.expected}, not {label.found} ({label.cert}: {why})"


def main(arguments: Sequence[str]) -> int:
    parts = {name: judged(GOLD / f"{name}.txt") for name in OPEN}
    for name, labels in parts.items():
        print(report(name, labels))
        if "--errors" in arguments:
            print(*errors(labels), sep="\n")
    print(reliability("open parts", list(chain.from_iterable(parts.values()))))
    native = {name: judged(GOLD / f"{name}.txt") for name in NATIVE}
    for name, labels in native.items():
        print(report(name, labels))
        if "--errors" in arguments and name != "native-unseen":
            print(*errors(labels), sep="\n")
    print(reliability("papers in their own language", list(chain.from_iterable(native.values()))))
    if "--sealed" in arguments:
        sealed = [judged(GOLD / f"{name}.txt") for name in SEALED]
        print(*map(report, SEALED, sealed), sep="\n")
        print(reliability("sealed parts", list(chain.from_iterable(sealed))))
    if "--left-out" in arguments:
        unlearnt = [judged(GOLD / f"{part}.txt", table) for part, _, table in left_out()]
        print(reliability("open parts, each labeller left out", list(chain.from_iterable(unlearnt))))
    edition = os.environ.get("DRAGOMAN_REAL_EDITION")
    if edition:
        print(report("real memorandum", judged_real(Path(edition))))
    else:
        print("real memorandum: left out, DRAGOMAN_REAL_EDITION is not set")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
