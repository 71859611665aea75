"""Diagnostics as text with the source line and a caret, as JSON, and as SARIF 2.1.0."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, Final

from dragoman import __version__
from dragoman.diagnostics import Diagnostic, Rule, Severity, declared_rules

SARIF_VERSION: Final = "2.1.0"
SARIF_SCHEMA: Final = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS: Final = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "note"}
_WIDTH: Final = 96


def with_source_line(diagnostic: Diagnostic, line: str | None) -> str:
    """Return a diagnostic as text, with the line of the file below it and a caret at the column.

    line: the line that the diagnostic names, without its end; None where the file cannot be read. A
    long line is cut on both sides of the place.
    """
    head, _, hint = str(diagnostic).partition("\n")
    parts = [head]
    place = diagnostic.place
    if line is not None and place.column:
        shown, column = _window(line, place.column - 1)
        shown = shown.replace("\t", " ")
        number = str(place.line)
        parts.append(f"  {number} │ {shown}")
        parts.append(f"  {' ' * len(number)} │ {' ' * _columns(shown[:column])}^")
    if hint:
        parts.append(hint)
    return "\n".join(parts)


def _window(line: str, column: int) -> tuple[str, int]:
    """Return the part of a line round a column, and the column in it."""
    if len(line) <= _WIDTH:
        return line, min(column, len(line))
    start = min(max(column - _WIDTH // 2, 0), len(line) - _WIDTH)
    shown = line[start : start + _WIDTH]
    if start:
        shown = "…" + shown[1:]
    if start + _WIDTH < len(line):
        shown = shown[:-1] + "…"
    return shown, column - start


def _columns(text: str) -> int:
    """Return how many columns of a terminal the text takes: East Asian wide characters take two."""
    return sum(
        0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text
    )


def as_text(diagnostics: Iterable[Diagnostic], text_of: Callable[[str], str | None]) -> str:
    """Return diagnostics one below the other, each with its source line.

    text_of: the text of a file by the name that diagnostics give it, None where there is none.
    """
    lines: dict[str, list[str]] = {}
    shown = []
    for diagnostic in diagnostics:
        file, at = diagnostic.place.file, diagnostic.place.line - 1
        line = None
        if diagnostic.place.column:
            if file not in lines:
                lines[file] = (text_of(file) or "").split("\n")
            line = lines[file][at].rstrip("\r") if 0 <= at < len(lines[file]) else None
        shown.append(with_source_line(diagnostic, line))
    return "\n".join(shown)


def summary(diagnostics: Sequence[Diagnostic], files: int) -> str:
    """Return the counts in words: ``20 files checked: 2 errors, 1 warning``."""
    counts = [
        f"{count} {severity}{'' if count == 1 else 's'}"
        for severity in Severity
        if (count := sum(diagnostic.severity is severity for diagnostic in diagnostics))
    ]
    checked = f"{files} file{'' if files == 1 else 's'} checked"
    return f"{checked}: {', '.join(counts) or 'nothing amiss'}"


def at_least(diagnostics: Iterable[Diagnostic], threshold: Severity) -> list[Diagnostic]:
    """Return the diagnostics that are as severe as ``threshold`` or more."""
    return [diagnostic for diagnostic in diagnostics if diagnostic.severity.rank <= threshold.rank]


def as_json(diagnostics: Iterable[Diagnostic], files: int) -> str:
    """Return diagnostics as JSON.

    Shape: {"version", "files": N, "counts": {severity: N}, "diagnostics": [{"code", "severity",
    "message", "hint", "file", "line", "column"}]}; line and column are 0 where there is none.
    """
    listed = list(diagnostics)
    return _dumped(
        {
            "version": __version__,
            "files": files,
            "counts": {str(s): sum(d.severity is s for d in listed) for s in Severity},
            "diagnostics": [
                {
                    "code": d.code,
                    "severity": str(d.severity),
                    "message": d.message,
                    "hint": d.hint,
                    "file": d.place.file,
                    "line": d.place.line,
                    "column": d.place.column,
                }
                for d in listed
            ],
        }
    )


def as_sarif(diagnostics: Iterable[Diagnostic]) -> str:
    """Return diagnostics in the Static Analysis Results Interchange Format, for code-review tools.

    Source: SARIF 2.1.0 (OASIS, 2020). File names are relative to the edition's folder (%SRCROOT%);
    columns count Unicode code points.
    """
    listed = list(diagnostics)
    known = declared_rules()
    codes = sorted({diagnostic.code for diagnostic in listed})
    run: dict[str, Any] = {
        "tool": {
            "driver": {
                "name": "dragoman",
                "semanticVersion": __version__,
                "rules": [_sarif_rule(code, known.get(code)) for code in codes],
            }
        },
        "columnKind": "unicodeCodePoints",
        "results": [_sarif_result(diagnostic, codes.index(diagnostic.code)) for diagnostic in listed],
    }
    return _dumped({"$schema": SARIF_SCHEMA, "version": SARIF_VERSION, "runs": [run]})


def _sarif_rule(code: str, rule: Rule | None) -> dict[str, Any]:
    if rule is None:
        return {"id": code}
    return {
        "id": code,
        "shortDescription": {"text": rule.title},
        "fullDescription": {"text": rule.why},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
    }


def _sarif_result(diagnostic: Diagnostic, index: int) -> dict[str, Any]:
    place = diagnostic.place
    location: dict[str, Any] = {"artifactLocation": {"uri": _uri(place.file), "uriBaseId": "%SRCROOT%"}}
    if place.line:
        location["region"] = {"startLine": place.line} | (
            {"startColumn": place.column} if place.column else {}
        )
    message = f"{diagnostic.message}. {diagnostic.hint}" if diagnostic.hint else diagnostic.message
    return {
        "ruleId": diagnostic.code,
        "ruleIndex": index,
        "level": _LEVELS[diagnostic.severity],
        "message": {"text": message},
        "locations": [{"physicalLocation": location}],
    }


def _uri(file: str) -> str:
    """Return a file name as a relative reference: what RFC 3986 reserves is percent-encoded."""
    safe = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/"
    octets = file.replace("\\", "/").encode()
    return "".join(chr(o) if chr(o) in safe else f"%{o:02X}" for o in octets)


def _dumped(value: Mapping[str, Any]) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"
