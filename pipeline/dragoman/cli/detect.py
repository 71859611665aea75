"""``dragoman detect``: which kind a transcript is, and why."""

from __future__ import annotations

from pathlib import Path

import click

from dragoman.build.transcripts import read_transcript
from dragoman.cli.common import DONE, MISUSED, show
from dragoman.convert.detect import detections, is_decided, two_columns
from dragoman.errors import DragomanError


@click.command("detect")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
def command(files: tuple[Path, ...]) -> int:
    """Say which kind each transcript is, with the score of every kind and its evidence."""
    status = DONE
    for path in files:
        try:
            source = read_transcript(path, str(path)).source
            ranked = detections(source)
        except DragomanError as error:
            show([error.diagnostic])
            status = MISUSED
            continue
        columns = two_columns(source)
        show([columns] if columns else [])
        decided = columns is None and is_decided(ranked)
        if not decided:
            status = MISUSED
        click.echo(f"{path}: {ranked[0].kind if decided else 'undecided'}")
        for detection in ranked:
            click.echo(f"  {detection.score:4.2f}  {detection.kind}")
            for reason in detection.evidence:
                click.echo(f"        {reason}")
        if not decided:
            click.echo("  say which it is when you convert it: --as KIND")
    return status
