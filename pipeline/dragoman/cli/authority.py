"""``dragoman authority``: look at the entries of the authority files, merge, split and rename them."""

from __future__ import annotations

from pathlib import Path

import click

from dragoman.build import authority_work
from dragoman.build.checking import mentions_of_nobody
from dragoman.build.ledger import Ledger, read_ledger
from dragoman.cli.common import DONE, FAULTY, Listing, Session, show
from dragoman.diagnostics import has_errors
from dragoman.edition import Edition
from dragoman.entities.inspection import checked, described, listed
from dragoman.entities.model import Kind
from dragoman.entities.nearest import advice
from dragoman.entities.operations import Changes

_KINDS = click.Choice([kind.plural for kind in Kind])


@click.group("authority", cls=Listing)
def command() -> None:
    """Look at the entries of the authority files; merge, split and rename them, export and import."""


def _kind(plural: str) -> Kind:
    return next(kind for kind in Kind if kind.plural == plural)


def _ledger(edition: Edition) -> Ledger:
    return read_ledger(edition.ledger_file, edition.shown(edition.ledger_file))


def _tell(changes: Changes, done: str) -> int:
    """Say which files have changed, and what was ``done`` where nothing stood in its way."""
    show(changes.diagnostics)
    for name in changes.files:
        click.echo(name)
    if not has_errors(changes.diagnostics):
        click.echo(done)
    return FAULTY if has_errors(changes.diagnostics) else DONE


@command.command("list")
@click.argument("kind", type=_KINDS)
@click.pass_obj
def list_entries(session: Session, kind: str) -> int:
    """List the entries of a KIND: reference, heading, number of mentions."""
    edition = session.edition()
    authorities, found = authority_work.edition_authorities(edition)
    show(found)
    for line in listed(authorities, _kind(kind), authority_work.edition_mentions(edition)):
        click.echo(line)
    return FAULTY if has_errors(found) else DONE


@command.command("show")
@click.argument("reference")
@click.pass_obj
def show_entry(session: Session, reference: str) -> None:
    """Show an entry (person:ID, place:ID, org:ID) with every mention in its sentence."""
    edition = session.edition()
    authority_work.kind_and_id(reference)
    authorities, found = authority_work.edition_authorities(edition)
    show(found)
    entity = authorities.get(reference)
    if entity is None:
        raise click.UsageError(
            f"{reference} is not in the authority files; "
            + advice(reference, authorities.entities, "`dragoman authority list people` shows what there is")
        )
    for line in described(entity, authority_work.edition_mentions(edition)):
        click.echo(line)


@command.command("rename")
@click.argument("reference")
@click.argument("new_id")
@click.pass_obj
def rename_entry(session: Session, reference: str, new_id: str) -> int:
    """Give the entry REFERENCE the id NEW_ID, in every file."""
    edition = session.edition()
    # Who writes the new id as a reference too means the same.
    new_id = new_id.removeprefix(reference.partition(":")[0] + ":")
    changes = authority_work.rename_entry(edition, _ledger(edition), reference, new_id)
    return _tell(changes, f"{reference} has the id {new_id}")


@command.command("merge")
@click.argument("loser")
@click.argument("winner")
@click.pass_obj
def merge_entries(session: Session, loser: str, winner: str) -> int:
    """Make the entry LOSER part of WINNER: its names become variants, its mentions follow."""
    edition = session.edition()
    changes = authority_work.merge_entries(edition, _ledger(edition), loser, winner)
    return _tell(changes, f"{loser} is part of {winner}")


@command.command("split")
@click.argument("reference")
@click.argument("name")
@click.argument("mentions", nargs=-1, required=True)
@click.pass_obj
def split_entry(session: Session, reference: str, name: str, mentions: tuple[str, ...]) -> int:
    """Give MENTIONS (DOCUMENT#m12) of the entry REFERENCE to a new entry called NAME."""
    edition = session.edition()
    changes = authority_work.split_entry(edition, _ledger(edition), reference, name, mentions)
    return _tell(changes, f"{len(mentions)} mentions of {reference} belong to “{name}”")


@command.command("check")
@click.pass_obj
def check_entries(session: Session) -> int:
    """Show what is doubtful: entries that may be one, dates that contradict, entries nobody mentions,
    mentions of nobody.
    """
    edition = session.edition()
    authorities, found = authority_work.edition_authorities(edition)
    if not has_errors(found):
        found += mentions_of_nobody(edition)
    found += checked(authorities, authority_work.edition_mentions(edition))
    show(found)
    return FAULTY if has_errors(found) else DONE


@command.command("export")
@click.argument("kind", type=_KINDS)
@click.pass_obj
def export_entries(session: Session, kind: str) -> None:
    """Print the entries of a KIND as CSV, for reconciliation in OpenRefine."""
    click.echo(authority_work.exported_table(session.edition(), _kind(kind)), nl=False)


@command.command("import")
@click.argument("table", type=click.Path(path_type=Path))
@click.pass_obj
def import_entries(session: Session, table: Path) -> int:
    """Add the identifiers that the CSV file TABLE gives to the authority files."""
    edition = session.edition()
    changes = authority_work.import_table(edition, _ledger(edition), table)
    return _tell(changes, "imported" if changes.files else "nothing to import: the table says nothing new")
