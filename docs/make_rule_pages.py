"""Write a page for each rule into docs/rules, from the rules themselves: `make docs`."""

from __future__ import annotations

from pathlib import Path

from dragoman.cli.verbs import all_rules
from dragoman.validate.pages import rule_pages


def main() -> None:
    """Write the pages, and delete those of rules that are gone."""
    folder = Path(__file__).parent / "rules"
    folder.mkdir(exist_ok=True)
    pages = rule_pages(all_rules().values())
    for path in folder.glob("*.md"):
        if path.name not in pages:
            path.unlink()
    for name, text in pages.items():
        (folder / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
