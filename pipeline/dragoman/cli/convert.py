"""``dragoman convert``: from transcripts to TEI documents."""

from __future__ import annotations

import sys
from collections import Counter
from contextlib import closing
from pathlib import Path
from typing import Final

import click

from dragoman.build.conversion import Options, Outcome, Status, convert_sources
from dragoman.build.ledger import read_ledger
from dragoman.build.reporting import write_conversion_report
from dragoman.build.schema import provide_schema
from dragoman.build.sources import passed_over
from dragoman.cli.common import DONE, FAULTY, Session, jobs_option, named_in, show
from dragoman.diagnostics import has_errors

_MOST_NAMED: Final = 12


@click.command("convert")
@click.argument("sources", nargs=-1, type=click.Path(path_type=Path))
@click.option(
    "--as", "kind", default="", metavar="KIND", help="The kind of document, where it cannot be told."
)
@click.option("--force", is_flag=True, help="Overwrite documents that were edited by hand; a copy is kept.")
@click.option("--report", is_flag=True, help="Write what was decided and why to out/reports/conversion/.")
@jobs_option
@click.pass_obj
def command(
    session: Session, sources: tuple[Path, ...], kind: str, force: bool, report: bool, jobs: int
) -> int:
    """Convert transcripts (all of tei/sources, or those named) into tei/documents.

    A document that was edited by hand is not overwritten unless asked. A kind that was named for a
    transcript is kept for it.
    """
    if kind and not sources:
        raise click.UsageError(
            f"--as {kind} would make every transcript a {kind}: name those that it is meant for, "
            f"as in `dragoman convert tei/sources/NAME.txt --as {kind}`"
        )
    edition = session.edition()
    ledger = read_ledger(edition.ledger_file, edition.shown(edition.ledger_file))
    # A link in tei/sources is a transcript of the edition, wherever it leads.
    named = [named_in(edition, edition.sources, path) for path in sources]
    files = [path.parent.resolve() / path.name for path in named] or edition.source_files()
    provide_schema(edition)
    if not sources:
        show(passed_over(edition))
    counts: Counter[Status] = Counter()
    is_faulty = False
    failed: list[str] = []
    without_names = 0
    # Closed at once when the user stops it: what is finished goes into the ledger.
    with (
        closing(convert_sources(edition, files, ledger, Options(kind, force, report, jobs))) as work,
        click.progressbar(
            work, length=len(files), label="converting", file=sys.stderr, hidden=not sys.stderr.isatty()
        ) as outcomes,
    ):
        for outcome in outcomes:
            counts[outcome.status] += 1
            if outcome.status is Status.FAILED:
                failed.append(outcome.converted.source.name)
            is_faulty |= has_errors(outcome.diagnostics)
            without_names += outcome.had_names
            _tell(outcome, edition.shown(outcome.document))
            if report:
                write_conversion_report(edition, outcome)
    click.echo(_summary(counts))
    if len(files) > 1 and failed:
        # Their reasons may stand far above, between the notes on all the others.
        more = f" and {len(failed) - _MOST_NAMED} more" if len(failed) > _MOST_NAMED else ""
        click.echo(f"not converted: {', '.join(failed[:_MOST_NAMED])}{more}")
    if without_names:
        click.echo(f"names: {without_names} of these had names tagged; `dragoman annotate` tags them again")
    if report and counts:
        click.echo(f"reports: {edition.shown(edition.out)}/reports/conversion/")
    return FAULTY if is_faulty else DONE


def _tell(outcome: Outcome, document: str) -> None:
    show(outcome.diagnostics)
    if outcome.status is Status.WRITTEN:
        kind = f" ({outcome.converted.kind})" if outcome.converted.kind else ""
        copy = f"; the document as it was is kept as {outcome.copy.name}" if outcome.copy else ""
        click.echo(f"{document}{kind}{copy}")
    elif outcome.status is Status.HEADED:
        click.echo(f"{document} (header)")


def _summary(counts: Counter[Status]) -> str:
    words = {
        Status.WRITTEN: "written",
        Status.UNCHANGED: "up to date",
        Status.HEADED: "with a new header",
        Status.KEPT: "edited by hand and kept",
        Status.RENAMED: "under another name",
        Status.FAILED: "not converted",
    }
    parts = [f"{counts[status]} {word}" for status, word in words.items() if counts[status]]
    return "documents: " + (", ".join(parts) if parts else "none; tei/sources is empty")
