"""The brackets that were labelled by hand, as they are kept in gold/*.txt."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from dragoman.convert.brackets.case import Case, Habits, case_of
from dragoman.convert.brackets.classify import classify
from dragoman.convert.brackets.find import Bracket, find_brackets
from dragoman.convert.brackets.weights import Weights
from dragoman.source import Span

GOLD = Path(__file__).parent / "gold"

LABELLERS = {
    "tuning": "author",
    "unseen": "author",
    "further": "author",
    "blind": "second",
    "stranger-open": "stranger",
    "second-stranger": "second stranger",
    "third-open": "third stranger",
}
"""Who labelled the parts that who writes rules may read."""

OPEN = tuple(LABELLERS)

NATIVE = ("native", "native-unseen")
"""Brackets of papers in their own language, which have rules of their own and no weights."""

SEALED = ("stranger-sealed", "third-sealed", "fourth-sealed")
"""The parts of which who writes rules sees totals and never a sentence."""


@dataclass(frozen=True)
class Labelled:
    """One bracket in its sentence, its class by hand, and the class by rule with its certainty."""

    line: int
    text: str
    expected: str
    found: str
    cert: str
    evidence: tuple[str, ...]


@dataclass(frozen=True)
class Document:
    """The brackets of one section: as cases, and with line, text and class by hand of each."""

    habits: Habits
    cases: list[Case]
    labels: list[tuple[int, str, str]]


@dataclass(frozen=True)
class _Section:
    habits: Habits
    paragraphs: list[tuple[int, list[str], str]]


def judged(path: Path, table: Weights | None = None) -> list[Labelled]:
    """Return all brackets of a file with both classes; ``table`` stands in for the stored weights."""
    return [
        Labelled(number, shown, expected, verdict.kind.value, verdict.cert, verdict.evidence)
        for document in documents_of(path)
        for (number, shown, expected), verdict in zip(
            document.labels, classify(document.cases, document.habits, table), strict=True
        )
    ]


def documents_of(path: Path) -> Iterator[Document]:
    """Yield the sections of a file; each is judged as one document."""
    for section in _sections(path):
        yield _document(section, path)


def _sections(path: Path) -> Iterator[_Section]:
    section: _Section | None = None
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if line.startswith("## "):
            if section:
                yield section
            stated = re.match(r"## (original|written in): (\w+)(?:\s+notes: ([\d ]+))?$", line)
            assert stated, f"{path.name}:{number}: {line!r} is no head of a document"
            notes = frozenset((stated[3] or "").split())
            if stated[1] == "original":
                original = "" if stated[2] == "und" else stated[2]
                habits = Habits(original, "the label of the section", notes)
            else:
                habits = Habits(language=stated[2], note_numbers=notes)
            section = _Section(habits, [])
        elif line and not line.startswith("#"):
            classes, bar, text = line.partition(" | ")
            assert bar, f"{path.name}:{number}: no bar"
            assert section, f"{path.name}:{number}: no document has begun"
            section.paragraphs.append((number, classes.split(), text))
    if section:
        yield section


def square_brackets(pairs: Sequence[Bracket]) -> Iterator[Bracket]:
    """Yield square brackets in the order of their opening, those within parentheses too."""
    for pair in pairs:
        if not pair.is_parenthesis:
            yield pair
        yield from square_brackets(pair.children)


def _document(section: _Section, path: Path) -> Document:
    cases: list[Case] = []
    labels: list[tuple[int, str, str]] = []
    for number, classes, text in section.paragraphs:
        whole = Span(0, len(text))
        found = list(square_brackets(find_brackets(text, whole).pairs))
        assert len(found) == len(classes), (
            f"{path.name}:{number}: {len(found)} brackets, {len(classes)} labels"
        )
        for bracket, expected in zip(found, classes, strict=True):
            start, end = bracket.opening.start, bracket.closing.start
            cases.append(case_of(text, start, end, (0, len(text)), bracket.is_parenthesis))
            labels.append((number, f"{text[max(0, start - 25) : start]}[{text[start + 1 : end]}]", expected))
    return Document(section.habits, cases, labels)
