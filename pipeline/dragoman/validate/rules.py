"""The rules of ``schema/dragoman.sch``, declared so that `dragoman explain` finds them by their codes."""

from __future__ import annotations

from typing import Final

from dragoman.diagnostics import Rule
from dragoman.edition import packaged
from dragoman.validate.schematron import declare_rules, read_schematron

SCHEMATRON_RULES: Final[tuple[Rule, ...]] = tuple(
    declare_rules(read_schematron(packaged("schema") / "dragoman.sch"))
)
