"""``dragoman build``: the site and the book."""

from __future__ import annotations

import contextlib
import os
import threading
from pathlib import Path
from typing import TYPE_CHECKING, Final, get_args

import click

from dragoman.build.wanted import PRODUCTS, USUAL, Print
from dragoman.build.workers import WORTH_A_POOL, fresh_context
from dragoman.cli.common import DONE, FAULTY, Session, jobs_option, show
from dragoman.diagnostics import has_errors
from dragoman.render.print_options import Options, Trim

if TYPE_CHECKING:
    from dragoman.build.builder import StepReport
    from dragoman.edition import Edition

TRIMS: Final = get_args(Trim)
PROFILE: Final = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.command("build")
@click.argument("products", nargs=-1, type=click.Choice(PRODUCTS))
@click.option("--explain", is_flag=True, help="Say for each stage that ran why it ran.")
@click.option("--trim", type=click.Choice(TRIMS), default="6x9", help="The size of the book's page.")
@click.option("--line-numbers", is_flag=True, help="Number every fifth line of the book's pages.")
@click.option("--press", is_flag=True, help="Make out/print/press.pdf besides, with bleed and crop marks.")
@click.option("--icc", type=PROFILE, help="The ICC profile that press.pdf carries as its output intent.")
@click.option("--only", metavar="ID", multiple=True, help="Print this document alone; may be repeated.")
@click.option("--watch", is_flag=True, help="Go on, and set the book again at every edit, until Ctrl-C.")
@jobs_option
@click.pass_obj
def command(
    session: Session,
    products: tuple[str, ...],
    explain: bool,
    trim: Trim,
    line_numbers: bool,
    press: bool,
    icc: Path | None,
    only: tuple[str, ...],
    watch: bool,
    jobs: int,
) -> int:
    """Build the web edition and the book into out/, or the PRODUCTS named.

    web, print, epub and word are the site, the book, an EPUB and a Word file of each document;
    offprints is a PDF of each document, which the site then offers.

    Only what depends on something that has changed is made again. With --only the book itself is
    left alone, and out/print/documents/ gets a file for each document named. With --watch the
    typesetter is kept, and does again only what an edit touches.
    """
    if only and press:
        raise click.UsageError("--press is of the whole book and --only of single documents: choose one")
    if (only or press) and "print" not in (products or USUAL):
        raise click.UsageError("--only and --press belong to the product print")
    if icc and not press:
        raise click.UsageError("--icc belongs to --press")
    if watch and "web" in (products or USUAL):
        raise click.UsageError("--watch is for print, epub and word; the site is shown by dragoman serve")
    printed = Print(Options(trim=trim, line_numbers=line_numbers), press, icc, only, not only)
    edition = session.edition()
    if jobs > 1 and _is_new_and_large(edition):
        fresh_context()
    # Imported here, and the products below: the processes have been begun, and import at the same time.
    from dragoman.build.builder import STEPS, Builder

    def tell(report: StepReport) -> None:
        click.echo(str(report))
        if explain:
            for ran in report.ran:
                click.echo(f"     {ran.name}: {ran.reason}")

    if watch:
        from dragoman.build.watching import build_at_every_edit

        with contextlib.suppress(KeyboardInterrupt):
            for diagnostics in build_at_every_edit(
                edition.root,
                products,
                printed,
                lambda opened: Builder(opened, jobs, on_step=tell),
                threading.Event(),
            ):
                show(diagnostics)
                done = "not built" if has_errors(diagnostics) else "built"
                click.echo(f"{done}; waiting for edits  (Ctrl-C ends it)")
        click.echo("stopped")
        return DONE
    builder = Builder(edition, jobs, on_step=tell)
    from dragoman.build.products import build

    for path in build(builder, products or USUAL, printed):
        click.echo(f"   removed out/{path}")
    show(builder.diagnostics)
    for step in builder.failed:
        click.echo(
            f"{STEPS[step]:2} {step}: not made, for the reason above; what was there before is there still"
        )
    if not builder.failed and not any(report.ran for report in builder.reports.values()):
        click.echo("nothing to do: everything is up to date")
    return FAULTY if has_errors(builder.diagnostics) else DONE


def _is_new_and_large(edition: Edition) -> bool:
    """Whether all of an edition is to be made, and it is more than one process should do."""
    if edition.out.exists() or not edition.documents.is_dir():
        return False
    return len(os.listdir(edition.documents)) >= WORTH_A_POOL
