"""Places that no list of the field knows: cities of the world, neighbours of known places, features."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from dragoman.entities.candidates import Candidate, follows_initial, is_common
from dragoman.entities.cities import MOST_WORDS, is_city, is_geographic, openers_of_geography
from dragoman.entities.english import closes_name, is_word_of_language, looks_english
from dragoman.entities.given_names import given_names
from dragoman.entities.model import Kind
from dragoman.entities.romanisation import is_syllable
from dragoman.entities.tokens import Tokens
from dragoman.entities.words import words

CITY: Final = "a city’s name after a word of place"
SEAT: Final = "a city’s name after a body and a comma"
UNLISTED: Final = "unknown words after a word of place"
NEIGHBOUR: Final = "it is named beside a place"
GEOGRAPHIC: Final = "a river, a region, a mountain of the list"
# After these an unknown word is a place also where no city is called so.
_LOCATING: Final = frozenset(("in", "at", "near", "through", "toward", "towards", "around", "via", "past"))
_FEATURES_OF_CHINESE: Final = frozenset(
    ("shan", "ho", "kou", "chiang", "hu", "tao", "hai", "ling", "tsui", "kuan", "wan", "chou", "tan", "hsien")
)


def places(tokens: Tokens, known: Iterable[Candidate]) -> Iterator[Candidate]:
    """Yield the places of a block; ``known`` are all names found before, of any kind."""
    known = list(known)
    taken = {index for c in known if not c.is_weak for index in range(c.first, c.last)}
    found = [
        *_geographic(tokens, {i for c in known if c.kind is not Kind.PLACE for i in range(c.first, c.last)}),
        *_placed(tokens, taken),
        *_chinese_features(tokens, taken),
        *_opened(tokens, taken),
        *_seats(tokens, known, taken),
    ]
    yield from found
    certain = {c.first: c.last for c in known if c.kind is Kind.PLACE and not c.is_weak}
    certain |= {c.first: c.last for c in found}
    taken |= {index for c in found for index in range(c.first, c.last)}
    yield from _neighbours(tokens, certain, taken)


def _geographic(tokens: Tokens, taken: set[int]) -> Iterator[Candidate]:
    """Yield Drava, Gojjam, Quang Binh: rivers, regions, mountains that our list has, wherever they stand."""
    past = 0
    openers = openers_of_geography()
    for index in tokens.capitalised:
        if index < past:
            continue
        length = _length_of_geographic(tokens, index, taken) if tokens.norms[index] in openers else 0
        if (
            not length
            and tokens.norms[index] in words("place-openers")
            and _is_port_city(tokens, index, taken)
        ):
            length = 2
        if not length or tokens.joins[index] == "-" or follows_initial(tokens, index):
            continue
        end = index + length
        is_titled = index > 0 and tokens.joins[index] == " " and tokens.norms[index - 1] in words("titles")
        if is_titled or _is_beside_a_name(tokens, index, end):
            continue
        past = end
        yield Candidate(index, end, Kind.PLACE, GEOGRAPHIC)


def _is_port_city(tokens: Tokens, index: int, taken: set[int]) -> bool:
    """Return True for Port Sudan: a word that opens names of places, and one that may itself be a place."""
    after = index + 1
    if after >= len(tokens) or tokens.joins[after] != " " or not tokens[after].is_capitalised:
        return False
    return index not in taken and after not in taken and is_city(tokens.text(index, after + 1))


def _length_of_geographic(tokens: Tokens, index: int, taken: set[int]) -> int:
    """Return how many words from ``index`` on are the longest name of the list; 0 for none."""
    for length in range(min(_MOST_WORDS_OF_GEOGRAPHY, len(tokens) - index), 0, -1):
        if not is_geographic(tuple(tokens.norms[index : index + length])):
            continue
        row = range(index, index + length)
        if any(at in taken for at in row) or not tokens[index + length - 1].is_capitalised:
            continue
        if all(tokens.joins[at] in (" ", "-") for at in row[1:]):
            return length
    return 0


def _is_beside_a_name(tokens: Tokens, first: int, end: int) -> bool:
    """Return True where an unknown word stands beside it, with which the name would be another."""
    for one, joint in ((first - 1, first), (end, end)):
        if not 0 <= one < len(tokens) or tokens.joins[joint] not in (" ", "-"):
            continue
        norm = tokens.norms[one]
        if tokens[one].is_capitalised and not is_word_of_language(norm) and norm not in words("place-nouns"):
            return True
    return False


_MOST_WORDS_OF_GEOGRAPHY: Final = 4


def _may_be_place(tokens: Tokens, index: int, taken: set[int]) -> bool:
    token = tokens[index]
    if index in taken or not token.is_capitalised or token.is_initial or len(token.norm) < 2:
        return False
    is_amid = not tokens.is_capitals and not tokens.starts_sentence(index)
    if is_common(token) and not (is_amid and _is_followed_by_name(tokens, index)):
        return False
    if token.norm in words("titles") or token.norm in words("org-nouns") or token.norm in words("adjectives"):
        return False
    return tokens.is_capitals or not token.text.isupper()


def _is_followed_by_name(tokens: Tokens, index: int) -> bool:
    """Return True for the My of “My Tho”: amid a sentence a capital makes a name also of a common word."""
    after = index + 1
    return (
        after < len(tokens)
        and tokens[after].joins == " "
        and tokens[after].is_capitalised
        and not is_common(tokens[after])
        and not looks_english(tokens[after].norm)
    )


def _placed(tokens: Tokens, taken: set[int]) -> Iterator[Candidate]:
    """Yield TIKRIT in FROM TIKRIT, Thag La in “at Thag La”: unknown words after a word of place."""
    past = 0
    placing = words("placing")
    for index in tokens.preceded:
        if tokens.norms[index - 1] not in placing or index < past or tokens.joins[index] != " ":
            continue
        before = tokens[index - 1]
        if not tokens.is_capitals and before.is_capitalised and not tokens.starts_sentence(index - 1):
            continue
        end = index
        while end - index < MOST_WORDS and end < len(tokens) and _may_be_place(tokens, end, taken):
            if end > index and tokens[end].joins not in (" ", "-"):
                break
            end += 1
        for last in range(end, index, -1):
            if _is_called_city(tokens, index, last):
                yield Candidate(index, last, Kind.PLACE, CITY)
                past = last
                break
        else:
            last = _end_of_hyphenated_small(tokens, end)
            if end > index and before.norm in _LOCATING and _is_unknown_place(tokens, index, last):
                yield Candidate(index, last, Kind.PLACE, UNLISTED)
                past = last


def _is_called_city(tokens: Tokens, first: int, last: int) -> bool:
    if last - first == 1 and (tokens[first].norm in given_names() or len(tokens[first].norm) < _SHORTEST):
        return False
    if last - first == 1 and looks_english(tokens[first].norm):
        return False
    if last < len(tokens) and tokens[last].joins == "-":
        return False
    goes_on = last < len(tokens) and tokens[last].joins == " " and tokens[last].is_capitalised
    if goes_on and not tokens.is_capitals and tokens[last].norm not in words("place-nouns"):
        return False
    return is_city(tokens.text(first, last))


_SHORTEST: Final = 4


def _end_of_hyphenated_small(tokens: Tokens, end: int) -> int:
    """Return the end with what is hyphenated to it in small letters: “Pei-t’a-shan”."""
    while end < len(tokens) and tokens[end].joins == "-":
        end += 1
    return end


def _is_unknown_place(tokens: Tokens, first: int, last: int) -> bool:
    named = tokens.row(first, last)
    if any(token.norm in given_names() for token in named) or len(named[0].norm) < _SHORTEST - 1:
        return False
    if not tokens.is_capitals:
        goes_on = last < len(tokens) and tokens[last].joins in (" ", "'") and tokens[last].is_capitalised
        return not goes_on
    if any(looks_english(token.norm) for token in named) or not closes_name(tokens, last):
        return False
    return all(len(token.norm) > 1 for token in named) and len(named[0].norm) >= _SHORTEST


def _seats(tokens: Tokens, known: Iterable[Candidate], taken: set[int]) -> Iterator[Candidate]:
    """Yield Madison in “University of Wisconsin, Madison.”: a city after a body and a comma."""
    text = tokens.block.text
    for body in known:
        first = body.last
        if body.kind is not Kind.ORG or body.is_weak or first >= len(tokens):
            continue
        if text[tokens[first - 1].end : tokens[first].start] != ", ":
            continue
        for last in range(min(first + MOST_WORDS, len(tokens)), first, -1):
            is_one = all(_may_be_place(tokens, at, taken) for at in range(first, last))
            is_one = is_one and all(tokens.joins[at] in (" ", "-") for at in range(first + 1, last))
            is_given = last - first == 1 and tokens.norms[first] in given_names()
            if is_one and not is_given and closes_name(tokens, last) and is_city(tokens.text(first, last)):
                yield Candidate(first, last, Kind.PLACE, SEAT)
                break


def _chinese_features(tokens: Tokens, taken: set[int]) -> Iterator[Candidate]:
    """Yield “Pei-t’a-shan”, “Hung-shan-tsui”: hyphenated syllables, the last a word for a feature."""
    for index in tokens.capitalised:
        if index in taken or index + 2 >= len(tokens) or tokens.joins[index + 1] != "-":
            continue
        if tokens.joins[index] == "-" or not is_syllable(tokens.norms[index]):
            continue
        end = index + 1
        while end < len(tokens) and tokens[end].joins == "-" and is_syllable(tokens[end].norm):
            end += 1
        if end - index > 2 and tokens[end - 1].norm in _FEATURES_OF_CHINESE:
            yield Candidate(index, end, Kind.PLACE, "Chinese syllables, the last a word for a feature")


def _opened(tokens: Tokens, taken: set[int]) -> Iterator[Candidate]:
    """Yield UMM QASR, Phou Bia, Fort Bayard: a word that opens the names of places, and an unknown one."""
    openers = words("place-openers")
    for index in tokens.followed:
        if tokens.norms[index] not in openers or not _may_be_place(tokens, index, taken):
            continue
        after = index + 1
        if tokens[after].joins not in (" ", "-") or after in taken:
            continue
        if after < len(tokens) - 1 and tokens[after].joins == "-" and len(tokens[after].norm) == 1:
            after += 1  # the e of QASR-E SHIRIN
        if not _may_be_place(tokens, after, taken):
            continue
        if tokens.is_capitals and looks_english(tokens[after].norm):
            continue
        if index == 0 or tokens[index - 1].norm not in words("titles"):
            yield Candidate(index, after + 1, Kind.PLACE, "a word that opens names of places")


def _neighbours(tokens: Tokens, certain: dict[int, int], taken: set[int]) -> Iterator[Candidate]:
    """Yield Aigun in “Aigun and Peking”: places are listed together."""
    starts_after = {last: first for first, last in certain.items()}
    text = tokens.block.text
    for index in tokens.capitalised:
        if not _may_be_place(tokens, index, taken) or tokens[index].norm in given_names():
            continue
        end = index + 1
        while end < len(tokens) and end - index < MOST_WORDS and tokens[end].joins == " ":
            if not _may_be_place(tokens, end, taken) or tokens[end].norm in ("and", "or"):
                break
            end += 1
        row = tokens.row(index, end)
        is_called_city = end - index > 1 and is_city(tokens.text(index, end))
        if not is_called_city and any(looks_english(token.norm) for token in row):
            continue
        if not closes_name(tokens, end):
            continue
        if tokens.starts_sentence(index) or tokens[index].joins == "-":
            continue
        if len(tokens[index].norm) < _SHORTEST - 1 or (index and tokens[index - 1].norm in words("titles")):
            continue
        is_after = index > 1 and tokens[index - 1].norm in ("and", "or") and index - 1 in starts_after
        is_before = end + 1 < len(tokens) and tokens[end].norm == "and" and end + 1 in certain
        is_listed = index in starts_after and text[tokens[index - 1].end : tokens[index].start] == ", "
        leads_on = end in certain and text[tokens[end - 1].end : tokens[end].start] == ", "
        is_gloss = index in starts_after and text[tokens[index - 1].end : tokens[index].start] == " ["
        if is_gloss or is_before or (is_after and not _is_subject(tokens, end)) or (is_listed and leads_on):
            yield Candidate(index, end, Kind.PLACE, NEIGHBOUR)


def _is_subject(tokens: Tokens, end: int) -> bool:
    return end < len(tokens) and tokens[end].norm in words("speech-verbs")
