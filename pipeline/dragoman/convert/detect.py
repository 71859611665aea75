"""Which kind a transcript is, and why: the best score wins if it clears a floor and the next by a margin."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from dragoman.convert.context import Converter, Detection
from dragoman.convert.registry import converters
from dragoman.diagnostics import Place, Rule, Severity
from dragoman.errors import UnusableInput
from dragoman.source import SourceText

FLOOR: Final = 0.4
MARGIN: Final = 0.15

UNDECIDED = Rule(
    "DET001",
    Severity.ERROR,
    "the kind of the transcript cannot be told",
    "A converter that was not meant for a text would mark up nonsense. So the kind is decided on "
    "evidence, or by you, and never by trying one converter after the other.",
)
UNKNOWN_KIND = Rule(
    "DET002",
    Severity.ERROR,
    "there is no such kind of document",
    "`--as` names one of the registered kinds.",
)


def detections(source: SourceText) -> list[Detection]:
    """Return what every converter says of a transcript, the likeliest first."""
    found = [converter.detect(source) for converter in converters().values()]
    return sorted(found, key=lambda detection: (-detection.score, detection.kind))


def is_decided(ranked: list[Detection]) -> bool:
    """Return True when the first of ``ranked`` clears the floor, and the second by the margin."""
    second = ranked[1].score if len(ranked) > 1 else 0.0
    return ranked[0].score >= FLOOR and ranked[0].score - second >= MARGIN


def converter_named(kind: str) -> Converter:
    """Return the converter of a kind. Errors: UnusableInput (DET002)."""
    table = converters()
    if kind not in table:
        raise UnusableInput(
            UNKNOWN_KIND.at(
                Place("--as"), f"{kind!r} is no kind of document", f"the kinds are {_listed(table)}"
            )
        )
    return table[kind]


def converter_for(source: SourceText) -> tuple[Converter, Detection]:
    """Return the converter that the evidence speaks for.

    Errors: UnusableInput (DET001) with the scores, where the evidence is not enough.
    """
    ranked = detections(source)
    if not is_decided(ranked):
        scores = ", ".join(f"{d.kind} {d.score:.2f}" for d in ranked)
        raise UnusableInput(
            UNDECIDED.at(
                Place(source.name),
                f"no kind is clearly the likeliest: {scores} (a kind needs {FLOOR} and a lead of {MARGIN})",
                f"say which it is with --as KIND, one of {_listed(converters())}",
            )
        )
    return converter_named(ranked[0].kind), ranked[0]


def _listed(kinds: Iterable[str]) -> str:
    return ", ".join(kinds)
