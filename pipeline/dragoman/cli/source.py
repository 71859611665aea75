"""``dragoman source``: the transcript that a document stands for."""

from __future__ import annotations

from pathlib import Path

import click

from dragoman.fidelity import transcript_of
from dragoman.source import read_octets
from dragoman.tei.parse import parse


@click.command("source")
@click.argument("document", type=click.Path(path_type=Path))
def command(document: Path) -> None:
    """Print the transcript that DOCUMENT stands for: every word of it, line by line."""
    octets = read_octets(document, str(document))
    click.echo(transcript_of(parse(octets, str(document))), nl=False)
