"""What a user is told of the brackets: what could not be told, and what was decided and why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from dragoman.convert.brackets.case import Case
from dragoman.convert.brackets.classify import term_in
from dragoman.convert.brackets.find import Bracket, Brackets
from dragoman.convert.brackets.term_parts import term_parts
from dragoman.convert.brackets.verdict import BracketClass, Verdict
from dragoman.convert.context import Decision
from dragoman.diagnostics import Diagnostic, Rule, Severity
from dragoman.source import SourceText, Span

UNPAIRED = Rule(
    "BRK001",
    Severity.WARNING,
    "a bracket has no partner",
    "A single bracket says that the translator speaks and not where it begins or ends. It stays in "
    "the text as it is until the editor has looked at the source.",
    "the cadres [question has progressed rapidly",
    "the cadres [question has] progressed rapidly",
)
UNCLASSIFIED = Rule(
    "BRK002",
    Severity.WARNING,
    "the class of a bracket cannot be told",
    "The classes of brackets can be shown, searched and indexed one by one. A guess would put a word "
    "among the source terms that is none; so what is in doubt is left to the editor.",
    '<note type="unclassified" cert="low" rend="brackets">…</note>',
    '<note type="translator" subtype="gloss" rend="brackets">…</note>',
)
TOO_DEEP = Rule(
    "BRK003",
    Severity.WARNING,
    "brackets are nested too deeply",
    "No translator nests more than three; where a transcript does, characters were garbled. "
    "What is nested deeper stays in the text as it is.",
)

MIXED = Rule(
    "BRK004",
    Severity.WARNING,
    "a bracket is closed by one of another shape",
    "A pair of two shapes is a slip of the typist or of character recognition. It is kept as printed, and "
    "where its class has to be written with a delimiter of its own it stays in the text.",
    "[one line missing］",
    "[one line missing]",
)

_LONGEST: Final = 60


def bracket_diagnostics(
    source: SourceText,
    found: Iterable[Brackets],
    cases: Mapping[int, Case],
    verdicts: Mapping[int, Verdict],
) -> Iterator[Diagnostic]:
    """Yield what the editor has to look at, at its place."""
    for brackets in found:
        for span in brackets.unpaired:
            message = f"“{source[span]}” has no partner in its paragraph"
            yield UNPAIRED.at(source.place(span), message, "complete the pair in the document, if it was one")
        for span in _mixed(brackets.pairs):
            message = f"“{source.text[span.start]}” is closed by “{source.text[span.end - 1]}”"
            yield MIXED.at(source.place(span), message, "make the pair one of a kind in the document")
        for span in brackets.too_deep:
            yield TOO_DEEP.at(source.place(span), "a pair of brackets within more than seven others")
    for offset, verdict in verdicts.items():
        if verdict.kind is BracketClass.UNCLASSIFIED:
            message = f"[{_shortened(cases[offset].inner)}] could be more than one thing or nothing known"
            hint = "; ".join(verdict.evidence[:3])
            yield UNCLASSIFIED.at(source.place(offset), message, f"give it its class by hand ({hint})")


def _mixed(pairs: Iterable[Bracket]) -> Iterator[Span]:
    for pair in pairs:
        if not pair.rend:
            yield Span(pair.opening.start, pair.closing.end)
        yield from _mixed(pair.children)


def bracket_decisions(
    source: SourceText, cases: Mapping[int, Case], verdicts: Mapping[int, Verdict]
) -> Iterator[Decision]:
    """Yield the class of each bracket with its evidence; parentheses that stay text are left out."""
    for offset, verdict in verdicts.items():
        if verdict.kind is BracketClass.TEXT:
            continue
        evidence = list(verdict.evidence)
        value = verdict.kind.value
        if verdict.subtype:
            value += f" ({verdict.subtype})"
        if verdict.language is not None:
            parts = term_parts(term_in(cases[offset].inner)[1], verdict.language)
            value += f" in {' and '.join(dict.fromkeys(part.language.tag for part in parts))}"
            evidence.append(verdict.language.reason)
        subject = f"[{_shortened(cases[offset].inner)}]"
        yield Decision(subject, value, "; ".join(evidence), verdict.cert, source.place(offset))


def _shortened(text: str) -> str:
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"
