"""Words amid small letters that no rule claims: a person or a place, by what speaks for either.

No single sign decides. A word that is none of the language and begins with a capital is most often
somebody's name; a preposition before it, a verb after it, an ending, the names of the world's cities speak
for one or the other. Each gives points; who leads by enough is taken.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from dragoman.entities.candidates import Candidate, end_of_hyphenated, follows_initial, is_common
from dragoman.entities.cities import is_city
from dragoman.entities.english import is_everyday, is_word_of_language, looks_english
from dragoman.entities.model import Kind
from dragoman.entities.name_lists import all_given_names, all_surnames
from dragoman.entities.tokens import Tokens
from dragoman.entities.words import words
from dragoman.tei.ns import local_name

LOOSE_PERSON: Final = "an unknown word that stands as people’s names do"
LOOSE_PLACE: Final = "an unknown word that stands as places do"
_LEAST: Final = 2
_LEAST_IN_CAPITALS: Final = 3
_LEAD: Final = 2
_MOST_WORDS: Final = 3
_SHORTEST: Final = 4
_PROSE: Final = frozenset(
    ("p", "note", "item", "ab", "closer", "opener", "salute", "signed", "title", "head", "bibl")
)
# What comes from a person, or goes to one.
_MESSAGES: Final = frozenset(
    ("letter", "letters", "note", "telegram", "cable", "greetings", "word", "invitation", "reply", "gift")
)
_OF_PEOPLE: Final = frozenset(("of", "for"))


@dataclass(frozen=True, slots=True)
class _Neighbours:
    """The kinds of the people and places of a block by where they begin and by where they end.

    ends_of_bodies: where bodies of several words end.
    """

    starts: dict[int, Kind]
    ends: dict[int, Kind]
    ends_of_bodies: frozenset[int]


@dataclass(slots=True)
class _Points:
    """What speaks for a person and for a place."""

    person: int = 0
    place: int = 0


def loose(tokens: Tokens, found: Sequence[Candidate], surnames: frozenset[str]) -> Iterator[Candidate]:
    """Yield names from the words of a block that none of the candidates ``found`` claims.

    surnames: those of the people whom the document names.
    """
    if local_name(tokens.block.owner) not in _PROSE:
        return
    claimed = [c for c in found if not c.is_weak or c.uses]
    taken = {index for c in claimed for index in range(c.first, c.last)}
    if all(index in taken for index in tokens.capitalised):
        return
    neighbours = _Neighbours(
        {c.first: c.kind for c in claimed if c.kind is not Kind.ORG},
        {c.last: c.kind for c in claimed if c.kind is not Kind.ORG},
        frozenset(c.last for c in claimed if c.kind is Kind.ORG and c.last - c.first > 1),
    )
    past = 0
    for index in tokens.capitalised:
        if index < past or not _is_loose(tokens, index, taken) or tokens.joins[index] == "-":
            continue
        end = _end(tokens, index, taken)
        past = end
        if _touches_a_name(tokens, index, end, taken) or follows_initial(tokens, index):
            continue
        points = _points(tokens, index, end, surnames)
        _by_neighbours(tokens, index, end, neighbours, points)
        least = _LEAST_IN_CAPITALS if tokens.is_capitals else _LEAST
        if points.person >= least and points.person - points.place >= _LEAD:
            neighbours.starts[index] = neighbours.ends[end] = Kind.PERSON
            yield _person(tokens, index, end)
        elif points.place >= least and points.place - points.person >= _LEAD:
            neighbours.starts[index] = neighbours.ends[end] = Kind.PLACE
            yield Candidate(index, end, Kind.PLACE, LOOSE_PLACE)


def _person(tokens: Tokens, first: int, end: int) -> Candidate:
    norms = tokens.norms[first:end]
    return Candidate(first, end, Kind.PERSON, LOOSE_PERSON, surname=norms[-1], given=tuple(norms[:-1]))


def _is_loose(tokens: Tokens, index: int, taken: set[int]) -> bool:
    norm, text = tokens.norms[index], tokens.texts[index]
    if index in taken or len(norm) < _SHORTEST - 1 or is_common(tokens[index]):
        return False
    if tokens.is_capitals and len(norm) <= _SHORTEST:
        return False
    if (text.isupper() and not tokens.is_capitals) or _CONTRACTED.search(text) or norm.endswith(_ADJECTIVAL):
        return False
    if tokens.printed[tokens.starts[index] - 1 : tokens.starts[index]] in _QUOTES:
        return False  # a ship, a book, a code word
    if any(norm in words(name) for name in ("titles", "org-nouns", "place-nouns", "adjectives", "matters")):
        return False
    if not is_word_of_language(norm):
        return True
    if tokens.is_capitals and (looks_english(norm) or is_everyday(norm, _FREQUENT_IN_CAPITALS)):
        return False
    return _is_listed(norm) and not _is_common_word(norm)


def _is_listed(norm: str) -> bool:
    """Return True for a word of English that is a name too: Faisal, Palenque."""
    return norm in all_given_names() or norm in all_surnames() or is_city(norm)


def _is_common_word(norm: str) -> bool:
    return is_everyday(norm) or norm in words("english") or norm in words("common")


_CONTRACTED: Final = re.compile("[’'](?:ve|ll|re|d|m|t|s)$", re.IGNORECASE)
_ADJECTIVAL: Final = ("ians", "ese", "desian", "zanian", "istani", "istanis")
_FREQUENT_IN_CAPITALS: Final = 1_000_000
_QUOTES: Final = frozenset('“"«„')


def _end(tokens: Tokens, index: int, taken: set[int]) -> int:
    end = end_of_hyphenated(tokens, index)
    while end < len(tokens) and end - index < _MOST_WORDS and tokens.joins[end] == " ":
        if end in taken or not tokens[end].is_capitalised or not _is_loose(tokens, end, taken):
            break
        end = end_of_hyphenated(tokens, end)
    return end


def _touches_a_name(tokens: Tokens, first: int, end: int, taken: set[int]) -> bool:
    """Return True beside a capitalised word, with which the name would be another."""
    before = first - 1
    if tokens.is_capitals:
        ends = [(before, first)] if first else []
        ends += [(end, end)] if end < len(tokens) else []
        return any(
            tokens.joins[joint] in (" ", "-", "'") and not is_word_of_language(tokens.norms[one])
            for one, joint in ends
        )
    if first and tokens.joins[first] in (" ", "-", "'") and tokens[before].is_capitalised:
        opens = tokens.starts_sentence(before) and is_word_of_language(tokens.norms[before])
        if not opens and tokens.norms[before] not in words("titles"):
            return True
    goes_on = end < len(tokens) and tokens.joins[end] in (" ", "-") and tokens[end].is_capitalised
    if goes_on and (tokens.norms[end] not in words("adjectives") or tokens.joins[end] == "-"):
        return True
    return any(index in taken for index in range(first, end))


def _points(tokens: Tokens, first: int, end: int, surnames: frozenset[str]) -> _Points:
    points = _Points(person=1)
    norms = tokens.norms[first:end]
    name, last = tokens.text(first, end), norms[-1]
    if is_city(name):
        points.place += 4 if tokens.is_capitals else 3
        is_nobodys = last not in all_surnames() and norms[0] not in all_given_names()
        points.person -= is_nobodys and last not in surnames
    if norms[0] in all_given_names():
        points.person += 2
    if last in all_surnames():
        points.person += 1
    if last in surnames:
        points.person += 3
    if last.endswith(_endings("people")):
        points.person += 1
    if last.endswith(_endings("places")):
        points.place += 2
    if end - first > 1:
        points.person += 1
    _by_words_before(tokens, first, points)
    _by_words_after(tokens, end, points)
    return points


@cache
def _endings(kind: str) -> tuple[str, ...]:
    return tuple(sorted(words(f"endings-of-{kind}")))


def _by_words_before(tokens: Tokens, first: int, points: _Points) -> None:
    before = tokens.norms[first - 1] if first and tokens.joins[first] == " " else ""
    is_of = before == "of" and first > 1 and tokens.norms[first - 2] in words("region-nouns")
    if before in words("before-places") or is_of:
        points.place += 3
    elif before in words("before-either"):
        points.place += 1
        points.person += 2 if first > 1 and tokens.norms[first - 2] in _MESSAGES else 1
    elif before in words("before-people") or before in words("kin") or before in words("speech-verbs"):
        points.person += 2
    elif before in _OF_PEOPLE:
        points.person += 1
    elif before in ("the", "a", "an"):
        points.person -= 3
        if before == "the" and first > 1 and tokens.norms[first - 2] in words("along-features"):
            points.place += 3
    elif before in words("titles"):
        points.person += 3
    else:
        points.person += 1


def _by_words_after(tokens: Tokens, end: int, points: _Points) -> None:
    if end >= len(tokens) or tokens.joins[end] == "|":
        return
    after = tokens.norms[end]
    if tokens.joins[end] == "'":
        points.person += 1
    elif after in words("speech-verbs"):
        points.person += 2
    elif after in words("after-people"):
        points.person += 1


def _by_neighbours(tokens: Tokens, first: int, end: int, neighbours: _Neighbours, points: _Points) -> None:
    """Add what is beside it in a list: “Sinuiju, Chongjin, Manpo”, KHALATBARI AND HAMMADI."""
    text = tokens.block.text
    kinds = []
    if first > 1 and tokens.norms[first - 1] in ("and", "or", "to"):
        kinds.append(neighbours.ends.get(first - 1))
    elif first and text[tokens[first - 1].end : tokens[first].start] == ", ":
        kinds.append(neighbours.ends.get(first))
        if first in neighbours.ends_of_bodies and is_city(tokens.text(first, end)):
            points.place += 3  # “Iron Gates Administration, Orşova”
    if end + 1 < len(tokens) and tokens.norms[end] == "and":
        kinds.append(neighbours.starts.get(end + 1))
    elif end < len(tokens) and text[tokens[end - 1].end : tokens[end].start] == ", ":
        kinds.append(neighbours.starts.get(end))
    elif end + 1 < len(tokens) and tokens.norms[end] == "in" and neighbours.starts.get(end + 1) is Kind.PLACE:
        points.place += 2
    points.person += 2 * kinds.count(Kind.PERSON)
    points.place += 3 * kinds.count(Kind.PLACE)
