"""``dragoman annotate``: find and link people, places and organisations."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import click

from dragoman.build.annotation import Annotated, annotate_documents
from dragoman.build.authority_work import edition_authorities, keep_review
from dragoman.build.ledger import read_ledger
from dragoman.cli.common import DONE, FAULTY, MISUSED, Session, show
from dragoman.diagnostics import has_errors
from dragoman.entities.annotate import Options
from dragoman.entities.gazetteer import gazetteer
from dragoman.entities.review import questions_of, review


@click.command("annotate")
@click.argument("documents", nargs=-1, type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option(
    "--accept",
    type=click.Choice(["none", "sure", "likely"]),
    default="sure",
    show_default=True,
    help="none: link to entries that exist; sure: new entries that are sure enter the authority files; "
    "likely: links that are only likely are written too, with @cert.",
)
@click.option(
    "--review", "is_review", is_flag=True, help="Decide about what is not sure, one key for each name."
)
@click.pass_obj
def command(session: Session, documents: tuple[Path, ...], accept: str, is_review: bool) -> int:
    """Tag and link the names in the documents (all of tei/documents, or those named).

    Only tags are inserted; no other byte of a document changes. What is not sure is left without
    a reference. Decisions of a review are kept in tei/authorities/decisions.txt.
    """
    edition = session.edition()
    ledger = read_ledger(edition.ledger_file, edition.shown(edition.ledger_file))
    files = [path.resolve() for path in documents] or edition.document_files()
    options = Options(with_likely=accept == "likely", with_new=accept != "none")
    made = annotate_documents(edition, files, ledger, options)
    _tell(made)
    if not is_review:
        return FAULTY if has_errors(made.diagnostics) else DONE
    if not sys.stdin.isatty():
        click.echo(
            "a review needs a terminal; without one, edit tei/authorities/decisions.txt and annotate again",
            err=True,
        )
        return MISUSED
    authorities, _ = edition_authorities(edition)
    everything = authorities.with_entities(gazetteer().entities.values())
    done = review(questions_of(made.decisions, everything), _key, _screen, everything.entities)
    new = list(done.new)
    taken = {decision.ref for decision in done.decisions}
    # A candidate of the gazetteer enters the edition's own file when it is accepted.
    new += [e for e in gazetteer().entities.values() if e.ref in taken and authorities.get(e.ref) is None]
    found = keep_review(edition, ledger, done.decisions, new, done.merges, done.splits)
    show(found)
    _tell(annotate_documents(edition, files, ledger, options))
    return FAULTY if has_errors(found) else DONE


def _key(read: Callable[[], str] = click.getchar) -> str:
    """Return the next key; one that sends several characters (an arrow, Home) is read whole and is no key."""
    key = read()
    if key == "\x1b":
        key += read()
    if not key.startswith(("\x1b[", "\x1bO")):
        return key.removeprefix("\x1b")
    while len(key) < 3 or not "@" <= key[-1] <= "~":
        key += read()
    return ""


def _screen(text: str) -> None:
    click.clear()
    click.echo(text)


def _tell(made: Annotated) -> None:
    show(made.diagnostics)
    for name in made.changed:
        click.echo(name)
    for kind, count in made.entries.items():
        click.echo(f"tei/authorities/{kind}.xml: {count} new")
    counts = made.certainties
    click.echo(f"names: {counts['sure']} sure, {counts['likely']} likely, {counts['open']} open")
