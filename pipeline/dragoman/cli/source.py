"""``dragoman source``: the transcript that a document stands for."""

from __future__ import annotations

from pathlib import Path

import click

from dragoman.diagnostics import Place
from dragoman.errors import UnusableInput
from dragoman.fidelity import transcript_of
from dragoman.source import MISSING
from dragoman.tei.parse import parse


@click.command("source")
@click.argument("document", type=click.Path(path_type=Path))
def command(document: Path) -> None:
    """Print the transcript that DOCUMENT stands for: every word of it, line by line."""
    try:
        octets = document.read_bytes()
    except OSError as error:
        raise UnusableInput(
            MISSING.at(
                Place(str(document)),
                f"the file cannot be read: {error.strerror}",
                "name a TEI document, tei/documents/ID.xml",
            )
        ) from None
    click.echo(transcript_of(parse(octets, str(document))), nl=False)
