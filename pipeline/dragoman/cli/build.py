"""``dragoman build``: the site and the book."""

from __future__ import annotations

import click

from dragoman.build.builder import Builder, StepReport
from dragoman.build.products import PRODUCTS, USUAL, build
from dragoman.cli.common import DONE, FAULTY, Session, jobs_option, show
from dragoman.diagnostics import has_errors


@click.command("build")
@click.argument("products", nargs=-1, type=click.Choice(PRODUCTS))
@click.option("--explain", is_flag=True, help="Say for each stage that ran why it ran.")
@jobs_option
@click.pass_obj
def command(session: Session, products: tuple[str, ...], explain: bool, jobs: int) -> int:
    """Build the web edition and the book into out/, or the PRODUCTS named: web, print, epub, word.

    Only what depends on something that has changed is made again.
    """
    edition = session.edition()

    def tell(report: StepReport) -> None:
        click.echo(str(report))
        if explain:
            for ran in report.ran:
                click.echo(f"     {ran.stage.name}: {ran.reason}")

    builder = Builder(edition, jobs, on_step=tell)
    for path in build(builder, products or USUAL):
        click.echo(f"   removed out/{path}")
    show(builder.diagnostics)
    if not any(report.ran for report in builder.reports.values()):
        click.echo("nothing to do: everything is up to date")
    return FAULTY if has_errors(builder.diagnostics) else DONE
