"""Places and organisations found by the words that make them: posts, embassies, ministries, rivers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from dragoman.entities.candidates import Candidate, is_common
from dragoman.entities.model import Kind
from dragoman.entities.tokens import Token, Tokens
from dragoman.entities.words import words

_CONNECTORS: Final = frozenset(("of", "for", "the", "and", "de", "la", "des", "du", "fur"))


def bodies(tokens: Tokens, known: Iterable[Candidate]) -> Iterator[Candidate]:
    """Yield the organisations and natural features of a block; ``known`` are the names already found."""
    known = list(known)
    yield from _posts(tokens, known)
    yield from _bodies(tokens, known)
    yield from _features(tokens)


POST_NOUNS: Final = {
    "amembassy": "Embassy",
    "amconsul": "Consulate",
    "amconsulate": "Consulate",
    "amcongen": "Consulate General",
    "uslo": "Liaison Office",
    "usliaison": "Liaison Office",
    "usint": "Interests Section",
    "usmission": "Mission",
    "amlegation": "Legation",
}


def _posts(tokens: Tokens, known: Iterable[Candidate]) -> Iterator[Candidate]:
    """Yield AMEMBASSY DACCA, USLO PEKING: a post and the place that it is named for."""
    ends: dict[int, int] = {}
    for candidate in known:
        if candidate.kind is Kind.PLACE:
            ends[candidate.first] = max(candidate.last, ends.get(candidate.first, 0))
    for index, token in enumerate(tokens.words[:-1]):
        if token.norm not in POST_NOUNS or not token.is_capitalised or tokens[index + 1].joins == "|":
            continue
        last = ends.get(index + 1, index + 2)
        yield Candidate(index, last, Kind.ORG, f"a post: {POST_NOUNS[token.norm]}")


def _bodies(tokens: Tokens, known: Iterable[Candidate]) -> Iterator[Candidate]:
    """Yield Soviet Embassy, Ministry of Water Economy, Selenga River Commission."""
    known = list(known)
    ends = {c.first: c.last for c in known if c.kind is not Kind.PERSON}
    starts = {c.first for c in known}
    in_place = {index for c in known if c.kind is Kind.PLACE for index in range(c.first, c.last)}
    for index, token in enumerate(tokens.words):
        if token.norm not in words("org-nouns") or not token.is_capitalised or index in in_place:
            continue
        first, last = index, index + 1
        while first > 0 and tokens[first].joins in (" ", "-", "'") and _may_open_body(tokens, first - 1):
            first -= 1
        if not tokens.is_capitals:
            last = _end_of_body(tokens, last, starts)
            while first < index and tokens.starts_sentence(first) and is_common(tokens[first]):
                if tokens[first].norm in words("adjectives") or tokens[first].norm in _CAPITAL_OPENERS:
                    break
                first += 1
        elif token.norm == "ministry" and last < len(tokens) and tokens[last].norm == "of":
            last = _end_of_body_in_capitals(tokens, last, ends)
        if last - first < 2 or (tokens.is_capitals and not _is_marked_body(tokens, first, last, index)):
            continue
        rule = f"“{token.text}” makes a body of the words round it"
        yield Candidate(first, last, Kind.ORG, rule, is_weak=tokens.is_capitals)


def _may_open_body(tokens: Tokens, index: int) -> bool:
    token = tokens[index]
    if token.norm in words("titles") or token.norm in ("the", "our", "its", "their"):
        return False
    if tokens.is_capitals:
        return token.norm in words("adjectives") or token.norm in _CAPITAL_OPENERS
    return token.is_capitalised and not token.has_dot


# In capitals only these are taken to belong to the name of a body that is not otherwise known.
_CAPITAL_OPENERS: Final = frozenset(
    ("foreign", "central", "embassy", "communist", "workers", "national", "state", "supreme")
)


def _is_marked_body(tokens: Tokens, first: int, last: int, noun: int) -> bool:
    kind = tokens[noun].norm
    if kind not in (
        "embassy",
        "ministry",
        "commission",
        "academy",
        "consulate",
        "legation",
        "politburo",
        "institute",
    ):
        return False
    return any(t.norm in words("adjectives") or t.norm in ("foreign", "of") for t in tokens.words[first:last])


def _end_of_body(tokens: Tokens, last: int, starts: set[int]) -> int:
    """Return the end of “of the Polish United Workers’ Party”, “for Environmental Protection”.

    Only “of” and its like lead on from the noun itself; “and” joins words of what follows, but no
    second name: “Ministry of Land Reclamation and Water Management”, “Department of State and NASA”.
    """
    if last >= len(tokens) or tokens[last].norm not in _CONNECTORS - {"and", "the"}:
        return last
    end = last
    while last < len(tokens) and tokens[last].joins in (" ", "-", "'"):
        token = tokens[last]
        if token.is_capitalised:
            if (last in starts and tokens[last - 1].norm == "and") or _ends_body(token):
                break
            last += 1
            end = last
        elif token.norm in _CONNECTORS:
            last += 1
        else:
            break
    return end


def _ends_body(token: Token) -> bool:
    return token.is_initial or token.norm in words("titles") or token.text in words("given-names")


def _end_of_body_in_capitals(tokens: Tokens, last: int, ends: dict[int, int]) -> int:
    """Return the end of MINISTRY OF FOREIGN AFFAIRS OF THE PEOPLE'S REPUBLIC OF CHINA."""
    end = last
    while end < len(tokens) and tokens[end].joins in (" ", "-", "'"):
        norm = tokens[end].norm
        if end in ends:
            return ends[end]
        if norm in ("of", "the", "and") or norm in words("ministry-subjects"):
            end += 1
        else:
            break
    while end > last and tokens[end - 1].norm in ("of", "the", "and"):
        end -= 1
    return end


def _features(tokens: Tokens) -> Iterator[Candidate]:
    """Yield Selenga River, Lake Baikal, Amur Oblast."""
    for index, token in enumerate(tokens.words):
        if token.norm not in words("place-nouns") or not token.is_capitalised:
            continue
        before = index - 1
        if before >= 0 and token.joins == " " and _is_feature_name(tokens, before):
            yield Candidate(
                before, index + 1, Kind.PLACE, f"“{token.text}” after a name", is_weak=tokens.is_capitals
            )
        after = index + 1
        if (
            token.norm in ("lake", "mount", "cape")
            and after < len(tokens)
            and tokens[after].joins == " "
            and _is_feature_name(tokens, after)
        ):
            yield Candidate(
                index, after + 1, Kind.PLACE, f"“{token.text}” before a name", is_weak=tokens.is_capitals
            )


def _is_feature_name(tokens: Tokens, index: int) -> bool:
    token = tokens[index]
    return token.is_capitalised and not is_common(token) and not token.has_dot and len(token.norm) > 2
