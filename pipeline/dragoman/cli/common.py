"""What the verbs share: where the edition is, how findings are shown, what the exit status means."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from pathlib import Path
from typing import Final

import click

from dragoman.diagnostics import Diagnostic, Severity
from dragoman.edition import Edition, find_edition

DONE, FAULTY, MISUSED, OUR_FAULT = 0, 1, 2, 70


class Session:
    """What a verb needs to know of the command line: where the edition is."""

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder

    def edition(self) -> Edition:
        """Return the edition that the command works on. Errors: UnusableInput (EDN001)."""
        return find_edition(self._folder, Path.cwd())


_WHOLE_SENTENCE: Final = 1_000
_COLOURS: Final = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.NOTE: "cyan"}
_CONTROL: Final = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
_MARK: Final = re.compile(rf"\b({'|'.join(_COLOURS)})\[[A-Z]+[0-9]+\]")


class Listing(click.Group):
    """A group whose help lists each command with the whole first sentence of its own help."""

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the commands in their order; a line that is too narrow goes on below."""
        named = [(name, self.get_command(ctx, name)) for name in self.list_commands(ctx)]
        with formatter.section("Commands"):
            formatter.write_dl(
                [(name, command.get_short_help_str(_WHOLE_SENTENCE)) for name, command in named if command]
            )


def named_in(edition: Edition, folder: Path, path: Path, suffix: str = "") -> Path:
    """Return the file of ``folder`` that a bare name, or an id, means where nothing here has the name.

    suffix: of the files whose ids may be named. It may not be there either. A path that leads to nothing
    from here may lead there from the edition's folder, as messages show it.
    """
    if path.exists() or path.name != str(path):
        return path if path.exists() or not (edition.root / path).exists() else edition.root / path
    found = next((one for one in (folder / path, folder / f"{path}{suffix}") if one.is_file()), None)
    return found or folder / (path if path.suffix == suffix else f"{path}{suffix}")


def coloured(text: str) -> str:
    """Return findings with their severity in colour; click takes it off where there is no terminal.

    There is none either where the user wants none (NO_COLOR) or the terminal has none. What a finding quotes
    of a file cannot command the terminal: a zero of UTF-16, an escape sequence are shown as unreadable.
    """
    text = _CONTROL.sub("\N{REPLACEMENT CHARACTER}", text)
    if os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb":
        return text
    return _MARK.sub(lambda mark: click.style(mark[0], fg=_COLOURS[Severity(mark[1])], bold=True), text)


def show(diagnostics: Iterable[Diagnostic]) -> None:
    """Print findings on standard error, in colour where it is a terminal."""
    for finding in diagnostics:
        click.echo(coloured(str(finding)), err=True)


def jobs_option(command: click.decorators.FC) -> click.decorators.FC:
    """Add ``--jobs``: how many processes share the work; by default one for each core."""
    return click.option(
        "--jobs",
        type=click.IntRange(1),
        default=os.cpu_count() or 1,
        help="How many processes share the work (one for each core).",
    )(command)
