"""Findings as text, JSON and SARIF, and the exceptions that the editors accept."""

from __future__ import annotations

import json

from dragoman.diagnostics import Diagnostic, Place, Severity
from dragoman.validate.exceptions import read_exceptions, without_accepted
from dragoman.validate.report import as_json, as_sarif, as_text, at_least, summary

FAULT = Diagnostic("RNG001", Severity.ERROR, "<x> is not known", Place("tei/a b.xml", 2, 4), "write <y>")
NOTE = Diagnostic("REF008", Severity.NOTE, "nobody mentions it", Place("tei/c.xml"))


def test_text_shows_the_line_and_a_caret_below_the_place() -> None:
    shown = as_text([FAULT, NOTE], {"tei/a b.xml": "<TEI>\n语\t<x/>\r\n"}.get)
    assert shown == (
        "tei/a b.xml:2:4: error[RNG001] <x> is not known\n"
        "  2 │ 语 <x/>\n"
        "    │     ^\n"
        "  hint: write <y>\n"
        "tei/c.xml: note[REF008] nobody mentions it"
    )


def test_a_long_line_is_cut_round_the_place() -> None:
    fault = Diagnostic("RNG001", Severity.ERROR, "m", Place("x", 1, 501))
    lines = as_text([fault], lambda _: "a" * 500 + "b" + "c" * 500).split("\n")
    assert len(lines[1]) < 110
    assert lines[1][lines[2].index("^")] == "b"


def test_json_holds_every_finding_with_its_counts() -> None:
    made = json.loads(as_json([FAULT, NOTE], 3))
    assert made["files"] == 3
    assert made["counts"] == {"error": 1, "warning": 0, "note": 1}
    assert made["diagnostics"][0] == {
        "code": "RNG001",
        "severity": "error",
        "message": "<x> is not known",
        "hint": "write <y>",
        "file": "tei/a b.xml",
        "line": 2,
        "column": 4,
    }


def test_sarif_names_rules_and_places() -> None:
    made = json.loads(as_sarif([FAULT, NOTE]))
    run = made["runs"][0]
    assert made["version"] == "2.1.0"
    assert [rule["id"] for rule in run["tool"]["driver"]["rules"]] == ["REF008", "RNG001"]
    first = run["results"][0]
    assert first["ruleIndex"] == 1
    assert first["locations"][0]["physicalLocation"] == {
        "artifactLocation": {"uri": "tei/a%20b.xml", "uriBaseId": "%SRCROOT%"},
        "region": {"startLine": 2, "startColumn": 4},
    }
    assert "region" not in run["results"][1]["locations"][0]["physicalLocation"]


def test_the_summary_counts_and_the_threshold_cuts() -> None:
    assert summary([FAULT, NOTE], 1) == "1 file checked: 1 error, 1 note"
    assert summary([], 2) == "2 files checked: nothing amiss"
    assert at_least([FAULT, NOTE], Severity.WARNING) == [FAULT]


EXCEPTION = '[[exception]]\ncode = "RNG001"\nfile = "tei/a b.xml"\nreason = "It is meant so."\n'


def test_an_accepted_exception_lets_its_finding_stand() -> None:
    accepted, faults = read_exceptions(EXCEPTION, "tei/exceptions.toml")
    assert faults == []
    assert without_accepted([FAULT, NOTE], accepted) == [NOTE]


def test_an_exception_that_no_longer_applies_is_reported() -> None:
    accepted, _ = read_exceptions(EXCEPTION, "tei/exceptions.toml")
    (found,) = without_accepted([], accepted)
    assert (found.code, found.place) == ("EXC003", Place("tei/exceptions.toml", 1, 1))
    assert without_accepted([], accepted, is_whole=False) == []


def test_an_exception_of_one_line_covers_no_other() -> None:
    accepted, _ = read_exceptions(EXCEPTION + "line = 3\n", "e.toml")
    assert [d.code for d in without_accepted([FAULT], accepted)] == ["RNG001", "EXC003"]


def test_a_faulty_file_of_exceptions_is_reported_with_its_place() -> None:
    text = EXCEPTION + '\n[[exception]]\ncode = "X"\nfile = "y"\n\n[[exception]]\ncode = "X"\ncolour = 1\n'
    accepted, found = read_exceptions(text, "e.toml")
    assert len(accepted) == 1
    assert [(d.code, d.place.line) for d in found] == [("EXC002", 6), ("EXC001", 10)]
    (unfinished,) = read_exceptions("x = 1\n\n[[exceptio", "e.toml")[1]
    assert (unfinished.code, str(unfinished.place)) == ("EXC001", "e.toml:3")
