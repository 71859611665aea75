"""A page for each rule, in Markdown: why it exists, what breaks it, what keeps it."""

from __future__ import annotations

from collections.abc import Iterable

from dragoman.diagnostics import Rule


def rule_page(rule: Rule) -> str:
    """Return the page of one rule."""
    parts = [f"# {rule.code}: {rule.title}", f"Severity: {rule.severity}.", rule.why]
    for heading, example in (("Wrong", rule.wrong), ("Right", rule.right)):
        if example:
            parts.append(f"## {heading}\n\n```xml\n{example}\n```")
    return "\n\n".join(parts) + "\n"


def rule_pages(rules: Iterable[Rule]) -> dict[str, str]:
    """Return file name and text of a page for each rule, and of a list of them all."""
    listed = sorted(rules, key=lambda rule: rule.code)
    pages = {f"{rule.code}.md": rule_page(rule) for rule in listed}
    lines = [f"| [{rule.code}]({rule.code}.md) | {rule.severity} | {rule.title} |" for rule in listed]
    pages["index.md"] = "\n".join(
        ["# Rules", "", "| code | severity | what is wrong |", "|---|---|---|", *lines, ""]
    )
    return pages
