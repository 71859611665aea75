"""The command ``dragoman``: one file for each verb, and here what they share."""

from __future__ import annotations

import os
import sys
import traceback
from collections.abc import Iterable
from pathlib import Path

import click

from dragoman import __version__
from dragoman.diagnostics import Diagnostic, Severity
from dragoman.edition import Edition, find_edition
from dragoman.errors import DragomanError

DONE, FAULTY, MISUSED, OUR_FAULT = 0, 1, 2, 70


class Session:
    """What a verb needs to know of the command line: where the edition is."""

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder

    def edition(self) -> Edition:
        """Return the edition that the command works on. Errors: UnusableInput (EDN001)."""
        return find_edition(self._folder, Path.cwd())


def show(diagnostics: Iterable[Diagnostic]) -> None:
    """Print findings on standard error, in colour where it is a terminal."""
    colours = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.NOTE: "cyan"}
    for finding in diagnostics:
        mark = f"{finding.severity}[{finding.code}]"
        coloured = click.style(mark, fg=colours[finding.severity], bold=True)
        click.echo(str(finding).replace(mark, coloured, 1), err=True)


def jobs_option(command: click.decorators.FC) -> click.decorators.FC:
    """Add ``--jobs``: how many processes share the work; by default one for each core."""
    return click.option(
        "--jobs",
        type=click.IntRange(1),
        default=os.cpu_count() or 1,
        help="How many processes share the work (one for each core).",
    )(command)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="dragoman")
@click.option(
    "-C",
    "folder",
    type=click.Path(path_type=Path),
    help="The folder of the edition; without it, the nearest one upward that has tei/edition.xml.",
)
@click.pass_context
def group(context: click.Context, folder: Path | None) -> None:
    """Turn archival transcripts into scholarly TEI editions, and these into sites and books."""
    context.obj = Session(folder)


def main(arguments: list[str] | None = None) -> None:
    """Run the command and leave with its exit status.

    0 done; 1 the user's files have errors; 2 the command was misused or its input cannot
    be read; 70 a fault of dragoman's own.
    """
    try:
        status = group.main(arguments, prog_name="dragoman", standalone_mode=False)
    except DragomanError as error:
        show([error.diagnostic])
        sys.exit(error.exit_status)
    except click.exceptions.Exit as leave:
        sys.exit(leave.exit_code)
    except click.Abort:
        click.echo("stopped; what was finished is kept", err=True)
        sys.exit(130)
    except click.ClickException as error:
        error.show()
        sys.exit(MISUSED)
    except BrokenPipeError:
        # The reader of our output, `head` say, has enough.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(DONE)
    except Exception:
        traceback.print_exc()
        click.echo(
            "dragoman: this is a fault of ours, not of your files. Please report the lines above.", err=True
        )
        sys.exit(OUR_FAULT)
    sys.exit(status if isinstance(status, int) else DONE)


from dragoman.cli import annotate, build, convert, detect, explain, new, source  # noqa: E402

for verb in (
    new.command,
    detect.command,
    convert.command,
    annotate.command,
    source.command,
    build.command,
    explain.command,
):
    group.add_command(verb)
