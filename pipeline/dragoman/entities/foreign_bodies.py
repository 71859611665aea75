"""Bodies called in another language, by a compound of trade, or by the region an army commands."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from dragoman.entities.candidates import Candidate
from dragoman.entities.english import is_word_of_language
from dragoman.entities.model import Kind
from dragoman.entities.tokens import Tokens
from dragoman.entities.words import words


def foreign_bodies(tokens: Tokens) -> Iterator[Candidate]:
    """Yield the bodies of a block whose words or compounds are not English."""
    yield from _opened(tokens)
    yield from _compounds(tokens)
    yield from _commands(tokens)


def _opened(tokens: Tokens) -> Iterator[Candidate]:
    """Yield “Partido Socialista”, “Instituto Nacional de Reforma Agraria”: a foreign noun opens it."""
    past = 0
    nouns = words("foreign-org-nouns")
    for index in tokens.followed:
        if tokens.norms[index] not in nouns or index < past:
            continue
        last = end = index + 1
        while end < len(tokens) and tokens[end].joins in (" ", "-"):
            token = tokens[end]
            if token.norm in _LINKS and (tokens.is_capitals or token.text.islower()):
                end += 1
            elif token.is_capitalised and not token.is_initial and not _is_english(tokens, end):
                end += 1
                last = end
            else:
                break
        if last > index + 1:
            past = last
            yield Candidate(index, last, Kind.ORG, f"“{tokens[index].text}” opens the name of a body")


def _is_english(tokens: Tokens, index: int) -> bool:
    return tokens.is_capitals and tokens[index].norm in words("common") | words("function-words")


_LINKS: Final = frozenset(
    ("de", "del", "des", "du", "da", "do", "dos", "la", "las", "le", "les", "los", "para", "por", "pour")
) | frozenset(("y", "et", "e", "der", "und", "fur"))


def _compounds(tokens: Tokens) -> Iterator[Candidate]:
    """Yield Technopromexport, Mongolbank, Gosbank: state enterprises are called by one long compound."""
    for index in tokens.capitalised:
        norm = tokens.norms[index]
        if len(norm) < _SHORTEST_COMPOUND or tokens.joins[index] == "-":
            continue
        if _COMPOUND.search(norm) or (_OPENED.match(norm) and not is_word_of_language(norm)):
            yield Candidate(index, index + 1, Kind.ORG, "a compound as state enterprises are called by")


_COMPOUND: Final = re.compile(
    r".{3}(?:export|eksport|import|impex|imex|bank|stroi|stroy|torg|flot|prom|snab|impeks|projekt|proekt"
    r"|exim|zagran|servis|trans|peru|bras)$"
)
_OPENED: Final = re.compile(
    r"(?:petro|sov|electro|elektro|centro|hidro|energo|gipro|sojuz|soyuz|agro|tekhno|techno|mashino|machino"
    r"|min(?=com|ex|def|fin|pes|ag|ed|ind|trans))[a-z]{3,}"
)
_SHORTEST_COMPOUND: Final = 7


def _commands(tokens: Tokens) -> Iterator[Candidate]:
    """Yield “Transbaikal Military District”, “Shenyang Military Region”."""
    for index in tokens.preceded:
        if tokens.norms[index] != "military" or tokens[index].joins != " " or index + 1 >= len(tokens):
            continue
        closing, first = tokens[index + 1], index - 1
        is_command = (
            closing.norm in ("district", "region") and closing.is_capitalised and closing.joins == " "
        )
        is_named = tokens[first].is_capitalised and tokens[first].norm not in words("common")
        if not is_command or not closing.is_capitalised or not is_named:
            continue
        if first and tokens[first].joins == "-" and tokens[first - 1].is_capitalised:
            first -= 1
        yield Candidate(first, index + 2, Kind.ORG, "a region that an army commands")
