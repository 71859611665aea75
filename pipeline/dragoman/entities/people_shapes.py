"""People found by the shape of their names: initials or a given name before a surname."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.entities.candidates import (
    ABBREVIATED_STATES,
    Candidate,
    end_of_hyphenated,
    may_be_numbering,
    start_of_hyphenated,
    title_before,
)
from dragoman.entities.drafters import drafters
from dragoman.entities.eastern_names import family_first, japanese
from dragoman.entities.english import is_word_of_language
from dragoman.entities.given_names import given_names, is_given, is_patronymic
from dragoman.entities.model import Kind
from dragoman.entities.name_lists import all_given_names
from dragoman.entities.particles import particled
from dragoman.entities.people_by_position import by_block, inverted, speakers
from dragoman.entities.people_by_title import by_title
from dragoman.entities.people_of_offices import after_offices
from dragoman.entities.surnames import ends_name, goes_on, goes_on_in_capitals, is_surname
from dragoman.entities.tokens import Tokens
from dragoman.entities.words import words


def people(tokens: Tokens, taken: set[int]) -> Iterator[Candidate]:
    """Yield the people of a block; ``taken`` are words that belong to a known place or body."""
    yield from _by_initials(tokens, taken)
    yield from family_first(tokens)
    yield from japanese(tokens, taken)
    yield from particled(tokens, taken)
    yield from _by_given_name(tokens, taken)
    yield from by_title(tokens, taken)
    yield from after_offices(tokens, taken)
    yield from by_block(tokens)
    yield from drafters(tokens)
    yield from speakers(tokens, taken)
    yield from inverted(tokens)


def _by_initials(tokens: Tokens, taken: set[int]) -> Iterator[Candidate]:
    past = 0
    for index in tokens.initials:
        if index < past:
            continue
        end = index + 1
        while end < len(tokens) and tokens[end].is_initial and tokens[end].joins == " ":
            end += 1
        initials = tuple(token.norm for token in tokens.row(index, end))
        is_name = (
            end < len(tokens)
            and tokens[end].joins == " "
            and tokens[index].is_capitalised  # “c.i.f. Sulina” says who pays the freight
            and len(initials) <= 3
            and "".join(initials) not in ABBREVIATED_STATES
            and is_surname(tokens, end)
        )
        if is_name:
            first = index
            # “Mikhail S. Kapitsa”
            if index > 0 and tokens[index].joins == " " and _may_be_before_initial(tokens, index - 1):
                first = start_of_hyphenated(tokens, index - 1)
            numbers = len(initials) == 1 and first == index and may_be_numbering(tokens, index)
            if numbers and is_word_of_language(tokens.norms[end]):
                # “A. PANS ARE NO LONGER MADE.” is a point of a list; PANS elsewhere proves no Mr Pans.
                continue
            last = end_of_hyphenated(tokens, end)
            if goes_on(tokens, last, taken) or ends_name(tokens, last, taken):
                # “A.K. Mahmudul Haq”: what follows the initials was a given name.
                end, last = last, end_of_hyphenated(tokens, last)
            yield Candidate(
                first,
                last,
                Kind.PERSON,
                "initials before a surname",
                surname=" ".join(token.norm for token in tokens.row(end, last)),
                given=tuple(token.norm for token in tokens.row(first, end)),
                title=title_before(tokens, first),
                is_weak=numbers,
            )
            end = last
        past = end


def _may_be_before_initial(tokens: Tokens, index: int) -> bool:
    """Return True for a word that can only be a given name where an initial and a surname follow."""
    if is_given(tokens, index):
        return True
    token = tokens[index]
    is_name = not tokens.is_capitals and not tokens.starts_sentence(index) and not token.text.isupper()
    return is_name and is_surname(tokens, index) and token.norm not in words("place-nouns")


def _by_given_name(tokens: Tokens, taken: set[int]) -> Iterator[Candidate]:
    listed = given_names() if tokens.is_capitals else all_given_names()
    for index in tokens.followed:
        if tokens.norms[index] not in listed:
            continue
        if index in taken and index - 1 in taken and tokens.joins[index] == " ":
            continue  # the last word of a place of two: AMU DARYA FERRY
        if tokens.is_capitals and tokens.norms[index] in words("common"):
            continue
        if (
            index
            and tokens.norms[index - 1] in ("in", "at", "near")
            and tokens.norms[index] not in given_names()
        ):
            continue  # “at Dong Dang”
        end = index + 1
        given = [tokens[index].norm]
        while end < len(tokens) and tokens[end].joins == " " and _may_be_given(tokens, end):
            given.append(tokens[end].norm)
            end += 1
        if end - index == 2 and is_patronymic(tokens[end - 1]):
            # “Tamara Olegovna”: the polite form, without the surname.
            yield Candidate(
                index,
                end,
                Kind.PERSON,
                "a given name and a patronymic",
                given=tuple(given),
                title=title_before(tokens, index),
            )
        if not _may_close(tokens, end, taken):
            if len(given) == 1 or is_patronymic(tokens[end - 1]) or not _may_close(tokens, end - 1, taken):
                continue
            # “Mohammed Daoud”, “Aziz Muhammad”: the last of several given names is the surname.
            end -= 1
            given.pop()
        last = end_of_hyphenated(tokens, end)
        if goes_on(tokens, last, taken):
            # “Marian Grace Tuttle”: what follows the given name was a given name too.
            given += [token.norm for token in tokens.row(end, last)]
            end, last = last, end_of_hyphenated(tokens, last)
        elif tokens.is_capitals and goes_on_in_capitals(tokens, last, taken):
            # GUILLERMO OSPINA VALDERRAMA: two surnames.
            given += [token.norm for token in tokens.row(end, last)]
            end, last = last, end_of_hyphenated(tokens, last)
        yield Candidate(
            start_of_hyphenated(tokens, index),
            last,
            Kind.PERSON,
            "a given name before a surname",
            surname=" ".join(token.norm for token in tokens.row(end, last)),
            given=tuple(given),
            title=title_before(tokens, index),
        )


def _may_close(tokens: Tokens, index: int, taken: set[int]) -> bool:
    """Return True where a surname may stand after given names."""
    if index >= len(tokens) or tokens[index].joins != " " or index in taken:
        return False
    return is_surname(tokens, index)


def _may_be_given(tokens: Tokens, index: int) -> bool:
    """Return True for a second given name or a patronymic that a surname may follow."""
    if is_patronymic(tokens[index]):
        return True
    return is_given(tokens, index) and index + 1 < len(tokens) and tokens[index + 1].joins == " "
