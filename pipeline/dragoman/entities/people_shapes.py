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
    start_of_hyphenated,
    title_before,
)
from dragoman.entities.drafters import drafters
from dragoman.entities.eastern_names import family_first, japanese
from dragoman.entities.english import closes_name, is_word_of_language, looks_english
from dragoman.entities.given_names import given_names, is_given, is_patronymic
from dragoman.entities.model import Kind
from dragoman.entities.name_lists import all_given_names
from dragoman.entities.particles import particled
from dragoman.entities.people_of_offices import after_offices
from dragoman.entities.tokens import Tokens
from dragoman.entities.words import words
from dragoman.tei.ns import local_name

SUBJECT: Final = "a capitalised word that is the subject of"
INVERTED: Final = "a surname, a comma and given names"
_PERSON_BLOCKS: Final = frozenset(("speaker", "signed"))


def people(tokens: Tokens, taken: set[int]) -> Iterator[Candidate]:
    """Yield the people of a block; ``taken`` are words that belong to a known place or body."""
    yield from _by_initials(tokens, taken)
    yield from family_first(tokens)
    yield from japanese(tokens, taken)
    yield from particled(tokens, taken)
    yield from _by_given_name(tokens, taken)
    yield from _by_title(tokens, taken)
    yield from after_offices(tokens, taken)
    yield from _by_block(tokens)
    yield from drafters(tokens)
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
            and len(initials) <= 3
            and "".join(initials) not in ABBREVIATED_STATES
            and _is_surname(tokens, end)
        )
        if is_name:
            first = index
            # “Mikhail S. Kapitsa”
            if index > 0 and tokens[index].joins == " " and _may_be_before_initial(tokens, index - 1):
                first = start_of_hyphenated(tokens, index - 1)
            last = end_of_hyphenated(tokens, end)
            if _goes_on(tokens, last, taken) or _ends_name(tokens, last, taken):
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
                is_weak=len(initials) == 1 and first == index and may_be_numbering(tokens, index),
            )
            end = last
        past = end


def _may_be_before_initial(tokens: Tokens, index: int) -> bool:
    """Return True for a word that can only be a given name where an initial and a surname follow."""
    if is_given(tokens, index):
        return True
    token = tokens[index]
    is_name = not tokens.is_capitals and not tokens.starts_sentence(index) and not token.text.isupper()
    return is_name and _is_surname(tokens, index) and token.norm not in words("place-nouns")


def _by_given_name(tokens: Tokens, taken: set[int]) -> Iterator[Candidate]:
    listed = given_names() if tokens.is_capitals else all_given_names()
    for index in tokens.followed:
        if tokens.norms[index] not in listed:
            continue
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
        if _goes_on(tokens, last, taken):
            # “Marian Grace Tuttle”: what follows the given name was a given name too.
            given += [token.norm for token in tokens.row(end, last)]
            end, last = last, end_of_hyphenated(tokens, last)
        elif tokens.is_capitals and _goes_on_in_capitals(tokens, last, taken):
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
    return _is_surname(tokens, index)


def _ends_name(tokens: Tokens, index: int, taken: set[int]) -> bool:
    """Return True in capitals for a further word of a name, where nothing but a name can end so.

    A verb has an object or a complement after it; a comma or a stop follows a noun.
    """
    if not tokens.is_capitals or index >= len(tokens) or tokens[index].joins != " " or index in taken:
        return False
    is_last = index + 1 == len(tokens) or tokens[index + 1].joins in ("|", "'")
    return is_last and _is_surname(tokens, index) and not tokens[index].norm.endswith(_ENDINGS_OF_VERBS)


_ENDINGS_OF_VERBS: Final = ("ed", "ing", "es", "ly")


def _goes_on(tokens: Tokens, index: int, taken: set[int]) -> bool:
    if tokens.is_capitals or index >= len(tokens) or tokens[index].joins != " " or index in taken:
        return False
    return _is_surname(tokens, index)


def is_unknown_given(tokens: Tokens, index: int, taken: set[int]) -> bool:
    """Return True for a word before a surname that can be nothing but a given name."""
    if index < 0 or index in taken or not _is_surname(tokens, index) or is_given(tokens, index):
        return False
    norm = tokens[index].norm
    if norm in words("place-nouns") or norm in words("ministry-subjects") or norm in words("speech-verbs"):
        return False
    if tokens.is_capitals:
        return len(norm) > LONGEST_PLAIN_ABBREVIATION and not norm.endswith((*_ENDINGS_OF_VERBS, "s"))
    return not tokens.starts_sentence(index)


def _may_be_given(tokens: Tokens, index: int) -> bool:
    """Return True for a second given name or a patronymic that a surname may follow."""
    if is_patronymic(tokens[index]):
        return True
    return is_given(tokens, index) and index + 1 < len(tokens) and tokens[index + 1].joins == " "


def _by_title(tokens: Tokens, taken: set[int]) -> Iterator[Candidate]:
    titles = words("titles")
    for index in tokens.preceded:
        if tokens.norms[index - 1] not in titles or index in taken or tokens.joins[index] != " ":
            continue
        token, title = tokens[index], tokens[index - 1]
        if not title.is_capitalised and title.norm in _NOT_TITLES_IN_SMALL_LETTERS:
            continue
        # In minutes speakers stand in capitals: “Mr. CUONG agreed”.
        is_set_off = token.text.isupper() and title.norm in _TITLES_OF_A_NAME and not is_common(token)
        if not _is_surname(tokens, index) and not (is_set_off and len(token.norm) > 1 and not token.has_dot):
            continue
        last = end_of_hyphenated(tokens, index)
        if tokens.is_capitals and _goes_on_in_capitals(tokens, last, taken):
            last = end_of_hyphenated(tokens, last)
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
            given=tuple(t.norm for t in tokens.row(index, last - 1)),
            title=title_before(tokens, index),
            is_weak=tokens.is_capitals and not _leaves_no_doubt(tokens, index, last),
        )


def _goes_on_in_capitals(tokens: Tokens, index: int, taken: set[int]) -> bool:
    """Return True for SIPRASEUTH in FOREIGN MINISTER PHOUNE SIPRASEUTH, WHO: no English word."""
    if index >= len(tokens) or tokens[index].joins != " " or index in taken or not _is_surname(tokens, index):
        return False
    if looks_english(tokens[index].norm) or len(tokens[index].norm) < _SHORTEST_IN_CAPITALS:
        return False
    return closes_name(tokens, index + 1) or (
        index + 1 < len(tokens) and looks_english(tokens[index + 1].norm)
    )


_SHORTEST_IN_CAPITALS: Final = 4


def _leaves_no_doubt(tokens: Tokens, index: int, last: int) -> bool:
    """Return True in capitals where a title and the word after it can only be somebody's.

    SECOND SECRETARY TARBELL has a name where SECRETARY TARBELL, or CHARGE DELIVERED, may have none.
    """
    if tokens[index - 1].norm in _TITLES_OF_A_NAME:
        return True
    if any(
        len(tokens.norms[at]) >= _SHORTEST_IN_CAPITALS and not is_word_of_language(tokens.norms[at])
        for at in (index, last - 1)
    ):
        return True
    before = tokens[index - 2].norm if index > 1 and tokens[index - 1].joins == " " else ""
    is_ranked = before in _RANKS or before in words("adjectives")
    if before in words("adjectives") and looks_english(tokens[index].norm):
        return False
    return is_ranked and not tokens[index].norm.endswith((*_ENDINGS_OF_VERBS, "s"))


_RANKS: Final = frozenset(
    ("first", "second", "third", "prime", "foreign", "vice", "deputy", "assistant", "rear")
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
    span = tokens.row(first, last)
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
        title=tuple(token.norm for token in tokens.row(0, first)),
    )


_MOST_WORDS_OF_A_NAME: Final = 5


def _speakers(tokens: Tokens, taken: set[int]) -> Iterator[Candidate]:
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
        if token.norm in words("titles") or not _is_surname(tokens, index):
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
            is_weak=looks_english(token.norm) or len(token.norm) < _SHORTEST_IN_CAPITALS,
        )


def _inverted(tokens: Tokens) -> Iterator[Candidate]:
    """Yield surname first with a comma: “(TOON, MALCOLM)” of who classified a telegram, entries of lists."""
    text = tokens.block.text
    classifies = tokens.block.owner.get("type") == "executive-order"
    for index in tokens.followed:
        if tokens.joins[index + 1] != "|" or not _is_surname(tokens, index):
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
