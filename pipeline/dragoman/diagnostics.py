"""What the program tells a user: a code, a place, what was found, what to do.

A `Rule` is declared once, beside the code that applies it, and is found again by
its code (`dragoman explain CODE`). A `Diagnostic` is one finding of a rule.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Final


class Severity(StrEnum):
    """How much a finding matters: an error makes the exit status 1."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"

    @property
    def rank(self) -> int:
        """0 for an error, 1 for a warning, 2 for a note: for sorting and thresholds."""
        return ("error", "warning", "note").index(self.value)


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Where something is: a file as the user named it, line and column from 1.

    Line and column are 0 where the finding concerns the file as a whole.
    """

    file: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        parts = [self.file]
        if self.line:
            parts.append(str(self.line))
            if self.column:
                parts.append(str(self.column))
        return ":".join(parts)


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One finding: ``file:line:column: severity[CODE] message`` and, below it, the hint."""

    code: str
    severity: Severity
    message: str
    place: Place
    hint: str = ""

    def __str__(self) -> str:
        head = f"{self.place}: {self.severity}[{self.code}] {self.message}"
        return f"{head}\n  hint: {self.hint}" if self.hint else head


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule that a file can break: its code is never reused for another.

    ``why`` is for `dragoman explain`; ``wrong`` and ``right`` are short examples.
    """

    code: str
    severity: Severity
    title: str
    why: str
    wrong: str = ""
    right: str = ""

    def __post_init__(self) -> None:
        known = _RULES.get(self.code)
        assert known is None or known == self, f"{self.code} is declared twice"
        _RULES[self.code] = self

    def at(
        self,
        place: Place,
        message: str,
        hint: str = "",
        severity: Severity | None = None,
    ) -> Diagnostic:
        """Return a diagnostic of this rule at ``place``."""
        return Diagnostic(self.code, severity or self.severity, message, place, hint)


_RULES: Final[dict[str, Rule]] = {}


def declared_rules() -> dict[str, Rule]:
    """Return every rule of the modules imported so far, by code."""
    return dict(sorted(_RULES.items()))


def has_errors(diagnostics: Iterable[Diagnostic]) -> bool:
    """Return True when one of the findings is an error."""
    return any(d.severity is Severity.ERROR for d in diagnostics)


def in_order(diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Return the findings by file, line, column and code."""
    return sorted(diagnostics, key=lambda d: (d.place, d.code, d.message))
