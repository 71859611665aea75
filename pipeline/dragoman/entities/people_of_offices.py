"""People named after their whole office: “Minister of Defence Chipango”, MINISTER OF MINES MALDENADO."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from dragoman.entities.candidates import Candidate, end_of_hyphenated
from dragoman.entities.english import is_word_of_language
from dragoman.entities.model import Kind
from dragoman.entities.tokens import Tokens
from dragoman.entities.words import words

OFFICE: Final = "an office and what it is for before it"
_OFFICES: Final = frozenset(
    ("minister", "secretary", "commissioner", "director", "undersecretary", "prefect")
)
_MOST_SUBJECTS: Final = 5
_MOST_WORDS: Final = 3


def after_offices(tokens: Tokens, taken: set[int]) -> Iterator[Candidate]:
    """Yield the names after an office, “of” or “for”, and its subjects; ``taken``: words of other names."""
    for office in tokens.followed:
        if tokens.norms[office] not in _OFFICES or tokens.norms[office + 1] not in ("of", "for"):
            continue
        first = _end_of_subjects(tokens, office + 2)
        last = first
        while last < len(tokens) and last - first < _MOST_WORDS and _may_be_name(tokens, last, taken):
            last = end_of_hyphenated(tokens, last)
        if first > office + 2 and last > first:
            norms = tokens.norms[first:last]
            title = tuple(tokens.norms[office:first])
            yield Candidate(
                first, last, Kind.PERSON, OFFICE, surname=norms[-1], given=tuple(norms[:-1]), title=title[:1]
            )


def _end_of_subjects(tokens: Tokens, index: int) -> int:
    end = index
    while end < len(tokens) and end - index < _MOST_SUBJECTS and tokens.joins[end] == " ":
        norm = tokens.norms[end]
        if norm not in words("ministry-subjects") and norm not in ("and", "the", "state"):
            break
        end += 1
    return end


def _may_be_name(tokens: Tokens, index: int, taken: set[int]) -> bool:
    if index in taken or tokens.joins[index] != " " or not tokens[index].is_capitalised:
        return False
    if tokens[index].is_initial or len(tokens.norms[index]) <= 2:
        return False
    return not is_word_of_language(tokens.norms[index])
