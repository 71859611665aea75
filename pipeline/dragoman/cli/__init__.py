"""The command ``dragoman``: one file for each verb."""

from __future__ import annotations

import os
import signal
import sys
import traceback
from pathlib import Path

import click

from dragoman import __version__
from dragoman.cli.common import DONE, MISUSED, OUR_FAULT, Session, show
from dragoman.cli.verbs import Verbs
from dragoman.diagnostics import Diagnostic, Place, Rule, Severity
from dragoman.errors import DragomanError
from dragoman.signals import Ended


@click.group(cls=Verbs, context_settings={"help_option_names": ["-h", "--help"]})
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


NO_ACCESS = Rule(
    "CLI001",
    Severity.ERROR,
    "the system refuses a file",
    "A file or folder that may not be read, a folder where a file should be, a disk that is full: the "
    "command stops. Files are replaced as a whole, so that none is half-written.",
)


def main(arguments: list[str] | None = None) -> None:
    """Run the command and leave with its exit status.

    0 done; 1 the user's files have errors; 2 the command was misused or its input cannot
    be read; 70 a fault of dragoman's own.
    """
    try:
        status = group.main(arguments, prog_name="dragoman", standalone_mode=False)
    except DragomanError as error:
        show(error.diagnostics)
        sys.exit(error.exit_status)
    except click.exceptions.Exit as leave:
        sys.exit(leave.exit_code)
    except click.Abort as stopped:
        click.echo("stopped; what was finished is kept", err=True)
        told = stopped.__cause__
        sys.exit(128 + (told.number if isinstance(told, Ended) else signal.SIGINT))
    except click.ClickException as error:
        error.show()
        if isinstance(error, click.NoSuchOption) and error.option_name == "-C":
            click.echo("-C DIR stands before the verb: dragoman -C DIR VERB …", err=True)
        sys.exit(MISUSED)
    except BrokenPipeError:
        # The reader of our output, `head` say, has enough.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(DONE)
    except OSError as error:
        show([_no_access(error)])
        sys.exit(MISUSED)
    except Exception:
        traceback.print_exc()
        click.echo(
            "dragoman: this is a fault of ours, not of your files. Please report the lines above.", err=True
        )
        sys.exit(OUR_FAULT)
    sys.exit(status if isinstance(status, int) else DONE)


def _no_access(error: OSError) -> Diagnostic:
    name = error.filename if error.filename is not None else "standard output"
    shown = name.decode("utf-8", "replace") if isinstance(name, bytes) else str(name)
    return NO_ACCESS.at(
        Place(shown),
        f"the system says: {error.strerror or error}",
        "mend its permissions, make room, or take away what stands in its place, and run the command again",
    )
