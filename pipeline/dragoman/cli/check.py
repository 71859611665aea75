"""``dragoman check``: everything that is wrong, where, what was expected, what to do."""

from __future__ import annotations

from pathlib import Path

import click

from dragoman.build.checking import check_files
from dragoman.cli.common import DONE, FAULTY, Session, jobs_option, show
from dragoman.diagnostics import Severity, has_errors


@click.command("check")
@click.argument("files", nargs=-1, type=click.Path(path_type=Path))
@jobs_option
@click.pass_obj
def command(session: Session, files: tuple[Path, ...], jobs: int) -> int:
    """Check the edition (or only FILES): well-formedness, schema, rules, pointers, fidelity."""
    edition = session.edition()
    checked = check_files(edition, files, jobs)
    show(checked.diagnostics)
    counts = {s: sum(d.severity is s for d in checked.diagnostics) for s in Severity}
    found = ", ".join(f"{count} {severity}s" for severity, count in counts.items() if count)
    click.echo(f"{checked.count} files checked: {found or 'nothing amiss'}")
    return FAULTY if has_errors(checked.diagnostics) else DONE
