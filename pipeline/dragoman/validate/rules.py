"""The rules of a Schematron schema by their codes, declared so that `dragoman explain` finds them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from dragoman.diagnostics import Rule
from dragoman.edition import packaged
from dragoman.validate.kept import kept
from dragoman.validate.schematron import declare_rules, read_schematron


@kept
def rules_of(schema: Path) -> Mapping[str, Rule]:
    """Return the rules of a Schematron file by their codes; an edition's own may add to ours."""
    examples = schema.parent / "examples.json"
    shown = json.loads(examples.read_text(encoding="utf-8")) if examples.is_file() else {}
    return {rule.code: rule for rule in declare_rules(read_schematron(schema), shown)}


SCHEMATRON_RULES: Final = rules_of(packaged("schema") / "dragoman.sch")
