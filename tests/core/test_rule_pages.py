"""The rules: each code once, each with its reason, each with its page."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from dragoman.cli.verbs import all_rules
from dragoman.diagnostics import Rule, Severity
from dragoman.validate.pages import rule_pages


def test_the_pages_are_those_of_the_rules(repository: Path) -> None:
    folder = repository / "docs" / "rules"
    written = {path.name: path.read_text(encoding="utf-8") for path in folder.glob("*.md")}
    assert written == rule_pages(all_rules().values()), "run `make docs`"


def test_every_rule_says_why_it_exists() -> None:
    for rule in all_rules().values():
        assert re.fullmatch(r"[A-Z]{3,5}[0-9]{3}", rule.code)
        assert len(rule.why) > 20, rule.code


def test_a_code_is_never_used_twice() -> None:
    known = next(iter(all_rules().values()))
    with pytest.raises(AssertionError, match="declared twice"):
        Rule(known.code, Severity.NOTE, "another", "for another reason altogether")
