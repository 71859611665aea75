"""``dragoman check``: everything that is wrong, where, what was expected, what to do."""

from __future__ import annotations

from pathlib import Path

import click

from dragoman.build.checking import changed_files, check_files, svrl_report
from dragoman.build.schema import schema_of
from dragoman.cli.common import DONE, FAULTY, MISUSED, Session, coloured, jobs_option, named_in
from dragoman.cli.explain import explain
from dragoman.diagnostics import Severity, has_errors
from dragoman.edition import Edition
from dragoman.errors import UnusableInput
from dragoman.validate.report import as_json, as_sarif, as_text, at_least, summary


@click.command("check")
@click.argument("files", nargs=-1, type=click.Path(path_type=Path))
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "sarif", "svrl"]),
    default="text",
    show_default=True,
    help="text goes to standard error, JSON and SARIF 2.1 to standard output, and so does SVRL, which says "
    "what the Schematron rules find in one FILE.",
)
@click.option(
    "--severity",
    type=click.Choice([str(severity) for severity in Severity]),
    default="note",
    show_default=True,
    help="The least severe findings to show.",
)
@click.option(
    "--changed",
    is_flag=False,
    flag_value="HEAD",
    metavar="[REVISION]",
    help="Only the files that git says have changed since the revision (HEAD).",
)
@click.option("--explain", "code", metavar="CODE", help="Explain a rule instead of checking.")
@jobs_option
@click.pass_obj
def command(
    session: Session,
    files: tuple[Path, ...],
    form: str,
    severity: str,
    changed: str | None,
    code: str | None,
    jobs: int,
) -> int:
    """Check the edition (or only FILES, or ids): well-formedness, schema, rules, pointers, fidelity.

    Findings that are accepted in tei/exceptions.toml, each with its reason, are left out.
    """
    if code is not None:
        _declare_own_rules(session)
        explain(code)
        return DONE
    edition = session.edition()
    files = tuple(named_in(edition, edition.documents, path, ".xml") for path in files)
    if form == "svrl":
        if len(files) != 1:
            raise click.UsageError("--format svrl reports on one document: name it")
        report, is_faultless = svrl_report(edition, files[0])
        click.echo(report, nl=False)
        return DONE if is_faultless else FAULTY
    named = list(files)
    if changed is not None:
        named += changed_files(edition, changed)
        if not named:
            click.echo(f"nothing has changed since {changed}")
            return DONE
    missing = [path for path in files if not path.is_file()]
    checked = check_files(edition, named, jobs)
    shown = at_least(checked.diagnostics, Severity(severity))
    if form == "json":
        click.echo(as_json(shown, checked.count), nl=False)
    elif form == "sarif":
        click.echo(as_sarif(shown), nl=False)
    else:
        if shown:
            click.echo(coloured(as_text(shown, lambda name: _text(edition, name))), err=True)
        click.echo(summary(shown, checked.count))
    if missing:
        return MISUSED
    return FAULTY if has_errors(checked.diagnostics) else DONE


def _declare_own_rules(session: Session) -> None:
    """Declare the rules of the edition's own schema, if there is an edition and it has any."""
    try:
        declared = schema_of(session.edition()).declared
    except UnusableInput:
        return
    assert declared, "a schema has rules"


def _text(edition: Edition, name: str) -> str | None:
    path = edition.root / name
    return path.read_bytes().decode("utf-8-sig", "replace") if path.is_file() else None
