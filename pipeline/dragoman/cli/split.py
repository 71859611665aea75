"""``dragoman split``: a file for each telegram, or each language, of a file that holds several."""

from __future__ import annotations

from pathlib import Path

import click

from dragoman.build.sources import refusals
from dragoman.build.splitting import split_transcript
from dragoman.cli.common import DONE, MISUSED, Session, show
from dragoman.errors import DragomanError


@click.command("split")
@click.argument("sources", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.pass_obj
def command(session: Session, sources: tuple[Path, ...]) -> int:
    """Cut each transcript that holds several telegrams, or two languages side by side, into one for each.

    Telegrams, one behind the other, are the file that was cut, byte for byte; columns are its lines, word for
    word. Of a saved page, a PDF or a Word file the parts are plain text. The file as it was is kept in
    tei/whole, and beside it the list of what else it holds.
    """
    edition = session.edition()
    status = DONE
    for path in [path.parent.resolve() / path.name for path in sources]:
        refused = refusals(edition, [path]).get(path)
        if refused is not None:
            show([refused])
            status = MISUSED
            continue
        try:
            made = split_transcript(edition, path)
        except DragomanError as error:
            show([error.diagnostic])
            status = MISUSED
            continue
        for part in made.parts:
            click.echo(edition.shown(part))
        if made.across:
            lines = ", ".join(map(str, made.across))
            click.echo(f"over both columns, and kept with the one on the left: lines {lines}")
        click.echo(f"the whole file: {edition.shown(made.whole)}")
        if made.ledger is not None:
            click.echo(f"what it holds besides its text: {edition.shown(made.ledger)}")
    return status
