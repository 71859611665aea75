"""Surnames with particles: Khalil al-Haddad, Van der Elst, de Gaulle, Rosa Milián de la Torre.

A particle belongs to the word after it, and what stands before is given names. The Arabic article is written
with a hyphen to its word; the article and its word are one part of the name, and there may be several.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from dragoman.entities.candidates import Candidate, end_of_hyphenated, is_common, title_before
from dragoman.entities.given_names import is_given
from dragoman.entities.model import Kind
from dragoman.entities.tokens import Tokens
from dragoman.entities.words import words

_ARTICLES: Final = frozenset(("al", "el", "ad", "ar", "as", "ash", "at", "az", "an", "ul", "ud"))
_PARTICLES: Final = frozenset(
    ("de", "da", "do", "dos", "du", "del", "della", "di", "la", "las", "los", "von", "van", "zu", "zur")
) | frozenset(("der", "den", "ter", "ten", "bin", "ben", "ibn"))
_ALL: Final = _ARTICLES | _PARTICLES
# Two of a row are nobody's words: VAN DER, DE LA. One alone may be a word, or part of a place.
_OPENING_TWO: Final = frozenset((("van", "der"), ("van", "den"), ("de", "la"), ("von", "der"), ("de", "los")))
_FEATURES: Final = frozenset(
    ("shatt", "jabal", "jebel", "wadi", "umm", "qasr", "dar", "bab", "ras", "tell", "bayt", "port", "bir")
)
_PERIODICALS: Final = frozenset(
    ("thawra", "ahram", "akhbar", "jumhuriya", "gomhuria", "nahar", "hayat", "baath", "anwar", "musawwar")
)
_MOST_GIVEN_NAMES: Final = 3


def particled(tokens: Tokens, taken: set[int]) -> Iterator[Candidate]:
    """Yield the names of a block in which a particle stands; ``taken`` belong to a known place or body."""
    past = 0
    for index in [number for number, norm in enumerate(tokens.norms) if norm in _ALL]:
        if index < past or index in taken:
            continue
        end = _end_of_part(tokens, index)
        if end is None or any(number in taken for number in range(index, end)):
            continue
        first = _first_given(tokens, index, taken)
        if any(tokens[at].norm in words("foreign-org-nouns") for at in range(first, index)):
            continue  # “Partido Obrero de …” is nobody
        start, surname = index, _joined(tokens, index, end)
        while end < len(tokens) and tokens[end].joins == " ":
            # “Abd al-Karim Hamud al-Shawi”: the last part is the surname.
            at = end + 1 if _is_name_word(tokens, end) and end + 1 < len(tokens) else end
            further = _end_of_part(tokens, at) if tokens[at].norm in _ARTICLES else None
            if further is None or tokens[at].joins != " ":
                break
            start, end = at, further
            surname = _joined(tokens, start, end)
        if _opens_with_servant(tokens, first, start) and _may_follow(tokens, end, taken):
            # “Abd al-Fattah Ismail”
            surname, end = tokens.norms[end], end + 1
            start = end - 1
        past = end
        found = _named(tokens, first, start, end, surname)
        if found is not None:
            yield found


def _opens_with_servant(tokens: Tokens, first: int, start: int) -> bool:
    is_servant = first < start and tokens.norms[start - 1] in ("abd", "abdul", "abdel")
    return is_servant and not tokens.is_capitals


def _may_follow(tokens: Tokens, index: int, taken: set[int]) -> bool:
    if index >= len(tokens) or tokens.joins[index] != " " or index in taken:
        return False
    return _is_name_word(tokens, index) and not tokens[index].is_initial


def _named(tokens: Tokens, first: int, start: int, end: int, surname: str) -> Candidate | None:
    is_article = tokens[start].norm in _ARTICLES
    before = tokens[first - 1].norm if first and tokens[first].joins == " " else ""
    if is_article and tokens[end - 1].norm in _PERIODICALS and first == start:
        return Candidate(first, end, Kind.ORG, "the name of an Arabic newspaper")
    if is_article and (before in _FEATURES or tokens[first].norm in _FEATURES):
        opening = first if tokens[first].norm in _FEATURES else first - 1
        return Candidate(opening, end, Kind.PLACE, "a word for a feature before an Arabic name")
    if first < start and tokens[first].norm in words("place-openers"):
        return Candidate(first, end, Kind.PLACE, "a word that opens names of places")
    title = title_before(tokens, first)
    is_two = tuple(tokens.norms[start : start + 2]) in _OPENING_TWO
    is_amid = not tokens.is_capitals and not tokens.starts_sentence(start) and tokens[start].text.islower()
    stands_alone = is_article or is_two or title or (is_amid and tokens[start].norm in ("de", "von"))
    if first == start and not stands_alone:
        return None
    if first == start and is_article and _is_located(tokens, first):
        return Candidate(first, end, Kind.PLACE, "an Arabic name after a word of place")
    if first == start and before in ("in", "at", "near", "rio", "são", "sao"):
        return None
    return Candidate(
        first,
        end,
        Kind.PERSON,
        "a surname with a particle",
        surname=surname,
        given=tuple(token.norm for token in tokens.row(first, start)),
        title=title,
        is_weak=first == start and is_article and not title and not _is_subject(tokens, end),
    )


def _is_located(tokens: Tokens, first: int) -> bool:
    """Return True for al-Ghaydah in “at al-Ghaydah”, al-Mahra in “by way of al-Mahra”."""
    before = tokens.norms[first - 1] if first and tokens.joins[first] == " " else ""
    is_of = before == "of" and first > 1 and tokens.norms[first - 2] in words("region-nouns")
    return is_of or before in ("in", "at", "near", "through")


def _is_subject(tokens: Tokens, end: int) -> bool:
    return end < len(tokens) and tokens[end].joins == " " and tokens[end].norm in words("speech-verbs")


def _joined(tokens: Tokens, first: int, end: int) -> str:
    return " ".join(token.norm for token in tokens.row(first, end))


def _end_of_part(tokens: Tokens, index: int) -> int | None:
    """Return the end of particles and the word they belong to; None where they open no name."""
    at = index
    if tokens[index].norm in _ARTICLES:
        if index + 1 >= len(tokens) or tokens[index + 1].joins != "-" or tokens[index].joins == "-":
            return None
        at = index + 1
    else:
        while at < len(tokens) and tokens[at].norm in _PARTICLES and at - index < _MOST_GIVEN_NAMES:
            at += 1
            if at < len(tokens) and tokens[at].joins != " ":
                return None
    if at >= len(tokens) or not tokens[at].is_capitalised or tokens[at].is_initial:
        return None
    if (is_common(tokens[at]) and tokens[index].norm not in _ARTICLES) or len(tokens[at].norm) < 2:
        return None
    return end_of_hyphenated(tokens, at)


def _is_name_word(tokens: Tokens, index: int) -> bool:
    token = tokens[index]
    return (
        token.is_capitalised
        and not is_common(token)
        and token.norm not in words("titles")
        and token.norm not in words("org-nouns")
    )


def _first_given(tokens: Tokens, index: int, taken: set[int]) -> int:
    """Return where the given names before a particle begin."""
    first = index
    while first > 0 and index - first < _MOST_GIVEN_NAMES and tokens[first].joins in (" ", "-"):
        before = first - 1
        if before in taken or not (_is_name_word(tokens, before) or tokens[before].is_initial):
            break
        if tokens.is_capitals and tokens[before].norm.endswith(("ed", "ing")):
            break
        is_titled = before > 0 and tokens[before - 1].norm in words("titles")
        is_given_name = is_given(tokens, before) or tokens[before].norm in ("abd", "abu")
        if tokens.starts_sentence(before) and not (tokens.is_capitals or is_titled or is_given_name):
            break
        first = before
    return first
