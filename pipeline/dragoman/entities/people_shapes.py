"""People found by the shape of their names: initials, titles, family name first, speakers, signatures."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from dragoman.entities.candidates import (
    ABBREVIATED_STATES,
    LONGEST_PLAIN_ABBREVIATION,
    Candidate,
    end_of_hyphenated,
    follows_initial,
    is_common,
    may_be_numbering,
    title_before,
)
from dragoman.entities.eastern_names import family_first, japanese
from dragoman.entities.model import Kind
from dragoman.entities.tokens import Token, Tokens
from dragoman.entities.words import words
from dragoman.tei.ns import local_name

INVERTED: Final = "a surname, a comma and given names"
_PERSON_BLOCKS: Final = frozenset(("speaker", "signed"))


def people(tokens: Tokens, taken: set[int]) -> Iterator[Candidate]:
    """Yield the people of a block; ``taken`` are words that belong to a known place or body."""
    yield from _by_initials(tokens)
    yield from family_first(tokens)
    yield from japanese(tokens, taken)
    yield from _by_given_name(tokens, taken)
    yield from _by_title(tokens, taken)
    yield from _by_block(tokens)
    yield from _speakers(tokens, taken)
    yield from _inverted(tokens)


def _is_surname(tokens: Tokens, index: int) -> bool:
    """Return True where a word can be a surname."""
    token = tokens[index]
    if not token.is_capitalised or len(token.norm) < 2 or token.is_initial:
        return False
    if token.norm in words("adjectives") or token.norm in words("titles"):
        return False
    if token.norm in words("common") or token.norm in words("org-nouns"):
        return False
    return not (
        not tokens.is_capitals and token.text.isupper() and len(token.text) <= LONGEST_PLAIN_ABBREVIATION
    )


def _by_initials(tokens: Tokens) -> Iterator[Candidate]:
    index = 0
    while index < len(tokens):
        if not tokens[index].is_initial:
            index += 1
            continue
        end = index + 1
        while end < len(tokens) and tokens[end].is_initial and tokens[end].joins == " ":
            end += 1
        initials = tuple(token.norm for token in tokens.words[index:end])
        is_name = (
            end < len(tokens)
            and tokens[end].joins == " "
            and len(initials) <= 3
            and "".join(initials) not in ABBREVIATED_STATES
            and _is_surname(tokens, end)
        )
        if is_name:
            first = index
            # “Mikhail S. Kapitsa”
            if index > 0 and tokens[index].joins == " " and _is_given(tokens, index - 1):
                first -= 1
            last = end_of_hyphenated(tokens, end)
            yield Candidate(
                first,
                last,
                Kind.PERSON,
                "initials before a surname",
                surname=" ".join(token.norm for token in tokens.words[end:last]),
                given=tuple(token.norm for token in tokens.words[first:end]),
                title=title_before(tokens, first),
                is_weak=len(initials) == 1 and first == index and may_be_numbering(tokens, index),
            )
            end = last
        index = end


def _is_given(tokens: Tokens, index: int) -> bool:
    word = tokens[index].text
    return (word.capitalize() if word.isupper() else word) in words("given-names")


def _by_given_name(tokens: Tokens, taken: set[int]) -> Iterator[Candidate]:
    for index in range(len(tokens) - 1):
        if not _is_given(tokens, index) or (tokens.is_capitals and tokens[index].norm in words("common")):
            continue
        end = index + 1
        given = [tokens[index].norm]
        while end < len(tokens) and tokens[end].joins == " " and _may_be_given(tokens, end):
            given.append(tokens[end].norm)
            end += 1
        if end - index == 2 and _is_patronymic(tokens[end - 1]):
            # “Tamara Olegovna”: the polite form, without the surname.
            yield Candidate(
                index,
                end,
                Kind.PERSON,
                "a given name and a patronymic",
                given=tuple(given),
                title=title_before(tokens, index),
            )
        if end == len(tokens) or tokens[end].joins != " " or end in taken or not _is_surname(tokens, end):
            continue
        last = end_of_hyphenated(tokens, end)
        if _goes_on(tokens, last, taken):
            # “Marian Grace Tuttle”: what follows the given name was a given name too.
            given += [token.norm for token in tokens.words[end:last]]
            end, last = last, end_of_hyphenated(tokens, last)
        yield Candidate(
            index,
            last,
            Kind.PERSON,
            "a given name before a surname",
            surname=" ".join(token.norm for token in tokens.words[end:last]),
            given=tuple(given),
            title=title_before(tokens, index),
        )


def _goes_on(tokens: Tokens, index: int, taken: set[int]) -> bool:
    if tokens.is_capitals or index >= len(tokens) or tokens[index].joins != " " or index in taken:
        return False
    return _is_surname(tokens, index)


def _is_patronymic(token: Token) -> bool:
    if not token.is_capitalised:
        return False
    return token.norm.endswith(("ovich", "evich", "ovna", "evna")) or token.norm in words("patronymics")


def _may_be_given(tokens: Tokens, index: int) -> bool:
    """Return True for a second given name or a patronymic that a surname may follow."""
    if _is_patronymic(tokens[index]):
        return True
    return _is_given(tokens, index) and index + 1 < len(tokens) and tokens[index + 1].joins == " "


def _by_title(tokens: Tokens, taken: set[int]) -> Iterator[Candidate]:
    for index in range(1, len(tokens)):
        token = tokens[index]
        if index in taken or token.joins != " " or tokens[index - 1].norm not in words("titles"):
            continue
        title = tokens[index - 1]
        if not title.is_capitalised and title.norm in _NOT_TITLES_IN_SMALL_LETTERS:
            continue
        if not _is_surname(tokens, index):
            continue
        last = end_of_hyphenated(tokens, index)
        if last < len(tokens) and tokens[last].joins == " " and not tokens.is_capitals:
            following = tokens[last]
            if following.is_capitalised and last not in taken and _is_surname(tokens, last):
                last = end_of_hyphenated(tokens, last)
        yield Candidate(
            index,
            last,
            Kind.PERSON,
            f"the title “{tokens[index - 1].text}” before it",
            surname=tokens[last - 1].norm,
            given=tuple(t.norm for t in tokens.words[index : last - 1]),
            title=title_before(tokens, index),
            is_weak=tokens.is_capitals and tokens[index - 1].norm not in _TITLES_OF_A_NAME,
        )


# “general Soviet policy”, “chief Chinese concern”: adjectives, and nouns of everyday.
_NOT_TITLES_IN_SMALL_LETTERS: Final = frozenset(
    (
        "general",
        "chief",
        "deputy",
        "officer",
        "justice",
        "citizen",
        "king",
        "lord",
        "lady",
        "miss",
        "charge",
        "major",
    )
)
# In capitals “CHARGE DELIVERED”, “CHIEF DELEGATE” look like a title and a name.
_TITLES_OF_A_NAME: Final = frozenset(
    ("mr", "mrs", "ms", "dr", "comrade", "ambassador", "senator", "colonel", "admiral")
)


def _by_block(tokens: Tokens) -> Iterator[Candidate]:
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
    span = tokens.words[first:last]
    if not span or len(span) > _MOST_WORDS_OF_A_NAME or all(is_common(token) for token in span):
        return
    if any(token.norm in words("org-nouns") or token.norm in words("titles") for token in span):
        return
    full = [token for token in span if not token.is_initial]
    if not full:
        return
    yield Candidate(
        first,
        last,
        Kind.PERSON,
        {"speaker": "it names a speaker", "signed": "it is a signature"}.get(
            name, "it is in the list of those present"
        ),
        surname=full[-1].norm,
        given=tuple(token.norm for token in span if token is not full[-1]),
        title=tuple(token.norm for token in tokens.words[:first]),
    )


_MOST_WORDS_OF_A_NAME: Final = 5


def _speakers(tokens: Tokens, taken: set[int]) -> Iterator[Candidate]:
    """Yield a capitalised word that does what only people do: “Czyrek reports that”."""
    if tokens.is_capitals:
        return
    for index in range(len(tokens) - 1):
        verb = tokens[index + 1]
        if (
            index in taken
            or verb.joins != " "
            or verb.norm not in words("speech-verbs")
            or verb.is_capitalised
        ):
            continue
        token = tokens[index]
        if follows_initial(tokens, index) or token.joins == "-":
            continue
        if token.norm in words("titles") or not _is_surname(tokens, index):
            continue
        if token.norm in words("org-nouns") or token.text.isupper():
            continue
        yield Candidate(
            index,
            index + 1,
            Kind.PERSON,
            f"a capitalised word that is the subject of “{verb.text}”",
            surname=token.norm,
            title=title_before(tokens, index),
            is_weak=True,
        )


def _inverted(tokens: Tokens) -> Iterator[Candidate]:
    """Yield surname first with a comma: “(TOON, MALCOLM)” of who classified a telegram, entries of lists."""
    text = tokens.block.text
    classifies = tokens.block.owner.get("type") == "executive-order"
    for index in range(len(tokens) - 1):
        if text[tokens[index].end : tokens[index + 1].start] != ", " or not _is_surname(tokens, index):
            continue
        last = index + 2
        while last < len(tokens) and tokens[last].joins == " ":
            last += 1
        given = tokens.words[index + 1 : last]
        if classifies:
            is_name = text[tokens[index].start - 1 : tokens[index].start] == "("
        else:
            is_name = index == 0 or tokens[index].joins == "|" or may_be_numbering(tokens, index - 1)
            is_name &= not any(is_common(token) for token in given)
        is_weak = not all(_is_given(tokens, index + 1 + n) or t.is_initial for n, t in enumerate(given))
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


def again(tokens: Tokens, surnames: frozenset[str]) -> Iterator[Candidate]:
    """Yield a surname alone, of somebody who is named in full elsewhere in the document."""
    for index, token in enumerate(tokens.words):
        if token.norm not in surnames or not token.is_capitalised or follows_initial(tokens, index):
            continue
        if token.joins == "-" or (index + 1 < len(tokens) and tokens[index + 1].joins == "-"):
            continue
        yield Candidate(
            index,
            index + 1,
            Kind.PERSON,
            "the surname of somebody who is named in full in this document",
            surname=token.norm,
            title=title_before(tokens, index),
            is_weak=token.norm in words("common") and (tokens.is_capitals or tokens.starts_sentence(index)),
        )
