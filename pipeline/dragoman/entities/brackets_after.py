"""Given names in brackets after a surname, which say whose it is: “Vereshchagin [L. S.]”."""

from __future__ import annotations

import re
from typing import Final

from dragoman.entities.candidates import Candidate
from dragoman.entities.given_names import is_given, is_patronymic
from dragoman.entities.model import Kind
from dragoman.entities.tokens import Tokens

_OPENED: Final = re.compile(r"\s*[\[(]\s*")
_MOST: Final = 3


def given_in_brackets(tokens: Tokens, candidate: Candidate) -> tuple[str, ...]:
    """Return initials, or a given name and a patronymic, that open a bracket after a bare surname; else ().

    Shape: “Vereshchagin [L. S., who interpreted]”, “Orlov (Lev Petrovich)”.
    """
    if candidate.kind is not Kind.PERSON or candidate.given or candidate.is_role:
        return ()
    first = candidate.last
    text = tokens.block.text
    if first >= len(tokens) or not _OPENED.fullmatch(text[tokens[first - 1].end : tokens[first].start]):
        return ()
    last = first
    while last < min(len(tokens), first + _MOST) and tokens[last].is_initial:
        last += 1
    if last > first:
        return tuple(tokens.norms[first:last])
    has_patronymic = first + 1 < len(tokens) and is_given(tokens, first) and is_patronymic(tokens[first + 1])
    return tuple(tokens.norms[first : first + 2]) if has_patronymic else ()
