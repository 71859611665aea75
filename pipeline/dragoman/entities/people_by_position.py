"""People found by where their names stand: speakers, signatures, those present, surnames before a comma."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from dragoman.entities.candidates import (
    Candidate,
    follows_initial,
    is_common,
    may_be_numbering,
    start_of_hyphenated,
    title_before,
)
from dragoman.entities.english import looks_english
from dragoman.entities.given_names import is_given
from dragoman.entities.model import Kind
from dragoman.entities.surnames import SHORTEST_IN_CAPITALS, is_surname
from dragoman.entities.tokens import Tokens
from dragoman.entities.words import words
from dragoman.tei.ns import local_name

SUBJECT: Final = "a capitalised word that is the subject of"
INVERTED: Final = "a surname, a comma and given names"
_PERSON_BLOCKS: Final = frozenset(("speaker", "signed"))


def by_block(tokens: Tokens) -> Iterator[Candidate]:
    """Yield what stands where only a person can: a speaker, a signature, one of those present."""
    owner = tokens.block.owner
    name = local_name(owner)
    parent = owner.getparent()
    is_participant = name == "item" and parent is not None and parent.get("type") == "participants"
    if name not in _PERSON_BLOCKS and not is_participant:
        return
    first = 0
    while first < len(tokens) and (tokens[first].norm in words("titles") or tokens[first].norm == "the"):
        first += 1
    last = first
    while last < len(tokens) and (last == first or tokens[last].joins != "|") and tokens[last].is_capitalised:
        last += 1
    span = tokens.row(first, last)
    if not span or len(span) > _MOST_WORDS_OF_A_NAME or all(is_common(token) for token in span):
        return
    if any(token.norm in words("org-nouns") or token.norm in words("titles") for token in span):
        return
    full = [index for index in range(first, last) if not tokens[index].is_initial]
    if not full:
        return
    surname = tokens.row(max(first, start_of_hyphenated(tokens, full[-1])), full[-1] + 1)
    yield Candidate(
        first,
        last,
        Kind.PERSON,
        {"speaker": "it names a speaker", "signed": "it is a signature"}.get(
            name, "it is in the list of those present"
        ),
        surname=" ".join(token.norm for token in surname),
        given=tuple(token.norm for token in span if token not in surname),
        title=tuple(token.norm for token in tokens.row(0, first)),
    )


_MOST_WORDS_OF_A_NAME: Final = 5


def speakers(tokens: Tokens, taken: set[int]) -> Iterator[Candidate]:
    """Yield a capitalised word that does what only people do: “Czyrek reports that”."""
    if tokens.is_capitals:
        return
    verbs = words("speech-verbs")
    for index in tokens.followed:
        if tokens.norms[index + 1] not in verbs or index in taken:
            continue
        token, verb = tokens[index], tokens[index + 1]
        if verb.joins != " " or verb.is_capitalised:
            continue
        if follows_initial(tokens, index) or token.joins == "-":
            continue
        if token.norm in words("titles") or not is_surname(tokens, index):
            continue
        if token.norm in words("org-nouns") or token.text.isupper():
            continue
        yield Candidate(
            index,
            index + 1,
            Kind.PERSON,
            f"{SUBJECT} “{verb.text}”",
            surname=token.norm,
            title=title_before(tokens, index),
            is_weak=looks_english(token.norm) or len(token.norm) < SHORTEST_IN_CAPITALS,
        )


def inverted(tokens: Tokens) -> Iterator[Candidate]:
    """Yield surname first with a comma: “(TOON, MALCOLM)” of who classified a telegram, entries of lists."""
    text = tokens.block.text
    classifies = tokens.block.owner.get("type") == "executive-order"
    for index in tokens.followed:
        if tokens.joins[index + 1] != "|" or not is_surname(tokens, index):
            continue
        if text[tokens[index].end : tokens[index + 1].start] != ", ":
            continue
        last = index + 2
        while last < len(tokens) and tokens[last].joins == " ":
            last += 1
        given = tokens.row(index + 1, last)
        if classifies:
            is_name = text[tokens[index].start - 1 : tokens[index].start] == "("
        else:
            is_name = index == 0 or tokens[index].joins == "|" or may_be_numbering(tokens, index - 1)
            is_name &= not any(is_common(token) for token in given)
        is_weak = not all(is_given(tokens, index + 1 + n) or t.is_initial for n, t in enumerate(given))
        if is_name and len(given) <= _MOST_GIVEN_NAMES and not given[0].is_initial:
            yield Candidate(
                index,
                last,
                Kind.PERSON,
                INVERTED,
                surname=tokens[index].norm,
                given=tuple(token.norm for token in given),
                is_weak=is_weak and not classifies,
            )


_MOST_GIVEN_NAMES: Final = 3
