"""Which kind a transcript is, and why: the best score wins if it clears a floor and the next by a margin."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from dragoman.convert.context import Converter, Detection
from dragoman.convert.registry import converters
from dragoman.convert.side_by_side import side_by_side
from dragoman.diagnostics import Diagnostic, Place, Rule, Severity
from dragoman.errors import UnusableInput
from dragoman.source import SourceText
from dragoman.tei.languages import language_name

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


IN_COLUMNS = Rule(
    "DET003",
    Severity.ERROR,
    "the transcript has two languages side by side",
    "The lines of a text go across the page, and two texts that stand side by side would be read as one, "
    "each line half in the one language and half in the other. A document is one text.",
)


def detections(source: SourceText) -> list[Detection]:
    """Return what every converter says of a transcript, the likeliest first."""
    return _ranked(converter.detect(source) for converter in converters().values())


def _ranked(found: Iterable[Detection]) -> list[Detection]:
    return sorted(found, key=lambda detection: (-detection.score, detection.kind))


def _contenders(source: SourceText) -> list[Detection]:
    """Return the detections on which the choice turns, the likeliest first.

    Kinds are left out whose ceiling the best score tops by the margin: they could not change the choice.
    """
    ceilings = {kind: converter.ceiling(source) for kind, converter in converters().items()}
    found: list[Detection] = []
    best = 0.0
    for kind in sorted(ceilings, key=ceilings.__getitem__, reverse=True):
        if best - ceilings[kind] >= MARGIN:
            break
        found.append(converters()[kind].detect(source))
        best = max(best, found[-1].score)
    return _ranked(found)


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

    Errors: UnusableInput (DET001) with the scores, where the evidence is not enough; (DET003) for a text
    and its translation side by side.
    """
    if (found := two_columns(source)) is not None:
        raise UnusableInput(found)
    ranked = _contenders(source)
    if not is_decided(ranked):
        ranked = detections(source)
        scores = ", ".join(f"{d.kind} {d.score:.2f}" for d in ranked)
        raise UnusableInput(
            UNDECIDED.at(
                Place(source.name),
                f"no kind is clearly the likeliest: {scores} (a kind needs {FLOOR} and a lead of {MARGIN})",
                f"say which it is with --as KIND, one of {_listed(converters())}",
            )
        )
    return converter_named(ranked[0].kind), ranked[0]


def two_columns(source: SourceText) -> Diagnostic | None:
    """Return what is to be said of a text and its translation side by side, None where there is one text."""
    sides = side_by_side(source)
    if sides is None:
        return None
    left, right = map(language_name, sides.languages)
    where = f"which begins at column {sides.gutter}" if sides.gutter else "behind a tab"
    return IN_COLUMNS.at(
        Place(source.name, sides.first, max(1, sides.gutter)),
        f"lines {sides.first} to {sides.last} stand in two columns, {left} on the left and {right} on the "
        f"right, {where}",
        f"`dragoman split {source.name}` makes a transcript of each column; "
        "--as KIND takes the lines as they are",
    )


def _listed(kinds: Iterable[str]) -> str:
    return ", ".join(kinds)
