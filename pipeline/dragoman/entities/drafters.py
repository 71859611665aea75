"""Who drafted, approved and cleared a telegram, as the lines of its header name them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from dragoman.entities.candidates import Candidate
from dragoman.entities.model import Kind
from dragoman.entities.tokens import Tokens

DRAFTER: Final = "a drafter’s name after the office"
_SEGMENTS_OF_DRAFTERS: Final = frozenset(("drafting", "approval", "clearance"))
_DRAFTER: Final = re.compile(
    r":\s*((?:[A-Z]\.?\s*){0,3}[A-Z][A-Z'’-]+(?:\s[A-Z][A-Z'’-]+)?)\s*(?=[:(\n,;]|$)"
)
_LONGEST_OF_TYPIST: Final = 3


def drafters(tokens: Tokens) -> Iterator[Candidate]:
    """Yield RHOLLANDER in “DRAFTED BY ARA/ECA:RHOLLANDER:MV”: an office, a colon, initial and surname."""
    if tokens.block.owner.get("type") not in _SEGMENTS_OF_DRAFTERS:
        return
    for found in _DRAFTER.finditer(tokens.block.text):
        row = [n for n, token in enumerate(tokens.row(0, len(tokens))) if found.start(1) <= token.start]
        row = [n for n in row if tokens[n].end <= found.end(1)]
        if not row or len(tokens.norms[row[-1]]) <= _LONGEST_OF_TYPIST:
            continue
        first, last = row[0], row[-1] + 1
        norms = tokens.norms[first:last]
        # The initial touches the surname, unless it stands apart.
        surname = norms[-1] if len(row) > 1 else norms[-1][1:]
        given = tuple(norms[:-1]) or (norms[-1][0],)
        yield Candidate(first, last, Kind.PERSON, DRAFTER, surname=surname, given=given)
