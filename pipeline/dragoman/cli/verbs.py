"""The verbs of the command, each read in when it is asked for.

A check of one file would otherwise wait for what the book, the entities and the carriers import.
"""

from __future__ import annotations

from importlib import import_module
from typing import Final

import click

from dragoman.cli.common import Listing
from dragoman.diagnostics import Rule, declared_rules

# In the order of the work, as they are listed. Each is a module of this package that holds a `command`.
VERBS: Final = (
    "new", "detect", "split", "convert", "annotate", "authority", "check", "source", "build", "serve",
    "explain",
)  # fmt: skip
# What verbs import when they know that they need it, and whatever that imports.
_LATER: Final = ("dragoman.build.products", "dragoman.build.book")


class Verbs(Listing):
    """A group whose commands are modules of this package."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of the verbs in the order in which an edition needs them."""
        return list(VERBS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return the command of a verb, None where there is no such verb."""
        return _command(cmd_name) if cmd_name in VERBS else None


def _command(verb: str) -> click.Command:
    command: click.Command = import_module(f"dragoman.cli.{verb}").command
    return command


def all_rules() -> dict[str, Rule]:
    """Return every rule of dragoman by its code: those of all modules that a verb reaches."""
    for module in (*(f"dragoman.cli.{verb}" for verb in VERBS), *_LATER):
        import_module(module)
    return declared_rules()
