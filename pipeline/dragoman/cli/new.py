"""``dragoman new``: the folder of a new edition."""

from __future__ import annotations

import shlex
from pathlib import Path

import click

from dragoman.build.new_edition import make_edition


@click.command("new")
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--title", default="An edition without a title", help="The title of the edition.")
def command(folder: Path, title: str) -> None:
    """Make an edition in FOLDER: its header, its folders, its schema."""
    for path in make_edition(folder, title):
        click.echo(path)
    tei = folder / "tei"
    click.echo(
        f"Now write title, names and licence into {tei / 'edition.xml'}, for every document has them;\n"
        f"put transcripts into {tei / 'sources'} and run: dragoman -C {shlex.quote(str(folder))} convert"
    )
