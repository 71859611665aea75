"""``dragoman source``: the transcript that a document stands for."""

from __future__ import annotations

from pathlib import Path

import click

from dragoman.cli.common import Session, named_in
from dragoman.errors import UnusableInput
from dragoman.fidelity import transcript_of
from dragoman.source import read_octets
from dragoman.tei.parse import parse


@click.command("source")
@click.argument("document", type=click.Path(path_type=Path))
@click.pass_obj
def command(session: Session, document: Path) -> None:
    """Print the transcript that DOCUMENT (a file, or an id) stands for: every word of it, line by line."""
    shown = str(document)
    if document.suffix in ("", ".xml") and not document.exists():
        try:
            edition = session.edition()
        except UnusableInput:
            # The name of a file needs no edition; that it is not there is said below.
            if not document.suffix:
                raise
        else:
            document = named_in(edition, edition.documents, document, ".xml")
            shown = edition.shown(document)
    click.echo(transcript_of(parse(read_octets(document, shown), shown)), nl=False)
