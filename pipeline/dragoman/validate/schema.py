"""Which files of a schema a document is checked by."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Final

from dragoman.diagnostics import Rule
from dragoman.edition import packaged
from dragoman.validate.gate import Gate
from dragoman.validate.grammar import read_grammar
from dragoman.validate.kept import kept
from dragoman.validate.rules import SCHEMATRON_RULES, rules_of
from dragoman.validate.schematron import read_schematron
from dragoman.validate.screen import Screen
from dragoman.validate.structure import Structure

GRAMMAR_FILE: Final = "dragoman.rng"
RULES_FILE: Final = "dragoman.sch"
COMPILED_FILE: Final = "dragoman.sch.xsl"
# Of grammar and rules, every state they were ever in: `dragoman.validate.generate.known_digests`.
DIGESTS_FILE: Final = "digests.txt"


@dataclass(frozen=True)
class Schema:
    """The grammar, the rules, and the stylesheet that the rules were compiled to, which only Saxon reads.

    What is made of them is made once, when it is first needed.
    """

    grammar: Path
    rules: Path
    compiled: Path

    @cached_property
    def structure(self) -> Structure:
        """The grammar at work: says what is wrong with a file."""
        return Structure(read_grammar(self.grammar))

    @cached_property
    def gate(self) -> Gate:
        """The grammar in haste: lets faultless files pass."""
        return Gate(self.structure)

    @cached_property
    def screen(self) -> Screen:
        """Says which rules are worth asking."""
        return Screen(read_schematron(self.rules))

    @cached_property
    def declared(self) -> Mapping[str, Rule]:
        """The rules by their codes."""
        return SCHEMATRON_RULES if self.rules == PACKAGED.rules else rules_of(self.rules)


@kept
def schema_from(grammar: Path, rules: Path, compiled: Path) -> Schema:
    """Return the schema of these files, one and the same as long as they are as they are."""
    return Schema(grammar, rules, compiled)


_FOLDER: Final = packaged("schema")
PACKAGED: Final = schema_from(_FOLDER / GRAMMAR_FILE, _FOLDER / RULES_FILE, _FOLDER / COMPILED_FILE)
