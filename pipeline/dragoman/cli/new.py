"""``dragoman new``: the folder of a new edition."""

from __future__ import annotations

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
    click.echo(f"Now put transcripts into {folder / 'tei' / 'sources'} and run: dragoman -C {folder} convert")
