"""``dragoman explain``: a rule, why it exists, what breaks it and what keeps it."""

from __future__ import annotations

import difflib
import textwrap

import click

from dragoman.cli.verbs import all_rules


@click.command("explain")
@click.argument("code", required=False)
def command(code: str | None) -> None:
    """Explain the rule with this CODE, or list all rules."""
    if code is not None:
        explain(code)
        return
    for rule in all_rules().values():
        click.echo(f"{rule.code}  {rule.severity:8}{rule.title}")


def explain(code: str) -> None:
    """Print why a rule exists, what breaks it and what keeps it. Errors: UsageError for an unknown code."""
    rules = all_rules()
    if code.upper() not in rules:
        near = difflib.get_close_matches(code.upper(), rules, n=3, cutoff=0.5)
        hint = f"; did you mean {', '.join(near)}?" if near else "; `dragoman explain` lists them all"
        raise click.UsageError(f"there is no rule {code}{hint}")
    rule = rules[code.upper()]
    click.echo(f"{rule.code} ({rule.severity}): {rule.title}\n")
    click.echo(textwrap.fill(rule.why, 88))
    for title, example in (("Wrong", rule.wrong), ("Right", rule.right)):
        if example:
            click.echo(f"\n{title}:\n{textwrap.indent(example, '    ')}")
