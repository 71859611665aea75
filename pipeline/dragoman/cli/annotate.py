"""``dragoman annotate``: find and link people, places and organisations."""

from __future__ import annotations

from pathlib import Path

import click

from dragoman.build.annotation import annotate_documents
from dragoman.build.ledger import read_ledger
from dragoman.cli.common import DONE, FAULTY, Session, show
from dragoman.diagnostics import has_errors
from dragoman.entities.annotate import Options


@click.command("annotate")
@click.argument("documents", nargs=-1, type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option(
    "--accept",
    type=click.Choice(["sure", "likely"]),
    default="sure",
    help="Which links are written: only sure ones, or likely ones too, with @cert.",
)
@click.pass_obj
def command(session: Session, documents: tuple[Path, ...], accept: str) -> int:
    """Tag and link the names in the documents (all of tei/documents, or those named).

    Only tags are inserted; no other byte of a document changes. What is not sure is left without
    a reference.
    """
    edition = session.edition()
    ledger = read_ledger(edition.ledger_file, edition.shown(edition.ledger_file))
    files = [path.resolve() for path in documents] or edition.document_files()
    made = annotate_documents(edition, files, ledger, Options(with_likely=accept == "likely"))
    show(made.diagnostics)
    for name in made.changed:
        click.echo(name)
    for kind, count in made.entries.items():
        click.echo(f"tei/authorities/{kind}.xml: {count} new")
    counts = made.certainties
    click.echo(f"names: {counts['sure']} sure, {counts['likely']} likely, {counts['open']} open")
    return FAULTY if has_errors(made.diagnostics) else DONE
