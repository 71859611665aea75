"""Closed lists of words that names are recognised by: one file for each list.

A file holds words, or phrases, one or more to a line; ``#`` begins a comment. Lines of phrases
are told from lines of words by the file's first line, ``# phrases`` or ``# words``.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files


@cache
def words(name: str) -> frozenset[str]:
    """Return the entries of the list ``name`` as they are written there."""
    text = files(__name__).joinpath(f"{name}.txt").read_text(encoding="utf-8")
    first, _, rest = text.partition("\n")
    lines = [line.partition("#")[0] for line in rest.splitlines()]
    if first == "# phrases":
        return frozenset(line.strip() for line in lines if line.strip())
    return frozenset(word for line in lines for word in line.split())
