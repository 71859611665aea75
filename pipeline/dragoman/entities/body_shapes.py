"""Places and organisations found by the words that make them: posts, embassies, ministries, rivers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from dragoman.entities.body_parts import more_bodies
from dragoman.entities.candidates import LONGEST_PLAIN_ABBREVIATION, Candidate, is_common
from dragoman.entities.cities import is_city
from dragoman.entities.model import Kind
from dragoman.entities.tokens import Token, Tokens
from dragoman.entities.words import words

_CONNECTORS: Final = frozenset(("of", "for", "the", "and", "de", "la", "des", "du", "fur", "with"))


def bodies(tokens: Tokens, known: Iterable[Candidate]) -> Iterator[Candidate]:
    """Yield the organisations and natural features of a block; ``known`` are the names already found."""
    known = list(known)
    yield from _posts(tokens, known)
    yield from _bodies(tokens, known)
    yield from more_bodies(tokens, known)
    yield from _features(tokens)
    yield from _before_state(tokens, known)
    yield from _located(tokens, known)


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


SEAT: Final = "the seat of a post"
# Posts of which there is one at a time, so that the noun is a name: USLO MAY COMMENT.
_CALLED_ALONE: Final = frozenset(("uslo", "usint"))


def _posts(tokens: Tokens, known: Iterable[Candidate]) -> Iterator[Candidate]:
    """Yield AMEMBASSY DACCA, USLO PEKING: a post and the place that it is named for."""
    ends: dict[int, int] = {}
    for candidate in known:
        if candidate.kind is Kind.PLACE:
            ends[candidate.first] = max(candidate.last, ends.get(candidate.first, 0))
    for index in tokens.followed:
        token = tokens[index]
        if token.norm not in POST_NOUNS or not token.is_capitalised or tokens[index + 1].joins == "|":
            continue
        last = ends.get(index + 1, index + 2)
        if index + 1 not in ends and is_common(tokens[index + 1]):
            if token.norm not in _CALLED_ALONE:
                continue
            last = index + 1
        yield Candidate(index, last, Kind.ORG, f"a post: {POST_NOUNS[token.norm]}")
        if index + 1 not in ends and last == index + 2 and is_city(tokens.text(index + 1, last)):
            yield Candidate(index + 1, last, Kind.PLACE, SEAT)


def _bodies(tokens: Tokens, known: Iterable[Candidate]) -> Iterator[Candidate]:
    """Yield Soviet Embassy, Ministry of Water Economy, Selenga River Commission."""
    known = list(known)
    ends = {c.first: c.last for c in known if c.kind is not Kind.PERSON}
    starts = {c.first for c in known}
    places = {c.first: c.last for c in known if c.kind is Kind.PLACE and c.uses}
    after_place = {last: first for first, last in places.items()} if tokens.is_capitals else {}
    in_place = {index for c in known if c.kind is Kind.PLACE for index in range(c.first, c.last)}
    for index in tokens.capitalised:
        token = tokens[index]
        if token.norm not in words("org-nouns") or not token.is_capitalised or index in in_place:
            continue
        if _is_event(tokens, index):
            continue
        first, last = index, index + 1
        while (
            first > 0 and tokens[first].joins in (" ", "-", "'") and _may_open_body(tokens, first - 1, index)
        ):
            first -= 1
        first = _start_of_pair(tokens, first, index)
        if not tokens.is_capitals:
            last = _end_of_body(tokens, last, starts)
            while first < index and tokens.starts_sentence(first) and is_common(tokens[first]):
                if tokens[first].norm in words("adjectives") or tokens[first].norm in _CAPITAL_OPENERS:
                    break
                first += 1
        elif token.norm == "university" and last + 1 < len(tokens) and last + 1 in ends:
            last = ends[last + 1] if tokens[last].norm == "of" else last
        elif token.norm == "ministry" and last < len(tokens) and tokens[last].norm == "of":
            last = _end_of_body_in_capitals(tokens, last, ends)
        if token.norm in _SEATED:
            last = _end_at_seat(tokens, last, places)
        called = first
        if tokens.is_capitals and first > 0 and first in after_place and tokens[first].joins == " ":
            first = after_place[first]
        is_places = first < called and token.norm in (*_SEATED, "ministry")
        if last - first < 2 or (
            tokens.is_capitals and not is_places and not _is_marked_body(tokens, first, last, index)
        ):
            continue
        rule = f"“{token.text}” makes a body of the words round it"
        is_weak = tokens.is_capitals and not _is_called_by_country(tokens, called, last, places)
        yield Candidate(first, last, Kind.ORG, rule, is_weak=is_weak)


def _start_of_pair(tokens: Tokens, first: int, noun: int) -> int:
    """Return the start of “Economic and Social Council”, whose second attribute is at ``first``."""
    start = first - 2
    if start < 0 or first >= noun or tokens[first - 1].norm != "and" or tokens[first - 1].joins != " ":
        return first
    is_pair = all(_is_attribute(tokens[index].norm) for index in (start, first))
    if not is_pair or tokens[first].joins != " " or not tokens[start].is_capitalised:
        return first
    if start > 0 and tokens[start].joins == " " and tokens[start - 1].is_capitalised:
        is_longer = not tokens.starts_sentence(start - 1) and _is_attribute(tokens[start - 1].norm)
        return start - 1 if is_longer else start
    return start


def _is_event(tokens: Tokens, index: int) -> bool:
    """Return True for “the Ninth Congress”, “the CPSU Congress”: a meeting of a party, which is the body."""
    if tokens[index].norm not in ("congress", "plenum", "conference", "session"):
        return False
    if _NUMBERED.search(tokens.block.text[max(0, tokens[index].start - 8) : tokens[index].start]):
        return True
    before = tokens[index - 1] if index and tokens[index].joins == " " else None
    if before is None:
        return False
    return before.norm in _ORDINALS or (before.text.isupper() and not tokens.is_capitals)


_NUMBERED: Final = re.compile(r"\b(?:\d+(?:st|nd|rd|th)|[IVXL]+)\s$")
_ORDINALS: Final = frozenset(
    ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "last")
) | frozenset(("eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "party", "next"))


def _end_at_seat(tokens: Tokens, last: int, places: dict[int, int]) -> int:
    """Return the end of “Indian Embassy in Kabul”: a mission abroad is called by where it sits."""
    seat = last + 1
    if seat not in places or tokens[last].norm not in ("in", "at") or tokens[last].joins not in (" ", "'"):
        return last
    return places[seat] if tokens[seat].joins == " " else last


_SEATED: Final = frozenset(("embassy", "consulate", "legation"))


def _may_open_body(tokens: Tokens, index: int, noun: int) -> bool:
    token = tokens[index]
    if token.norm in words("titles") or token.norm in ("the", "our", "its", "their"):
        return False
    if tokens.is_capitals:
        if any(
            token.norm in known for known in (words("adjectives"), _CAPITAL_OPENERS, words("place-nouns"))
        ):
            return True
        if tokens[noun].norm in _ATTRIBUTED and _is_attribute(token.norm):
            return True
        if tokens[noun].norm in ("ministry", "minister") and token.norm in words("ministry-subjects"):
            return True
        # LIMNOLOGICAL INSTITUTE; but a word that nobody knows may also be a verb: HANDED, CITES.
        is_word = len(token.norm) > LONGEST_PLAIN_ABBREVIATION and not token.norm.endswith(("ed", "ing", "s"))
        return tokens[noun].norm in _NAMED_BODIES and is_word and not is_common(token)
    if token.joins == "-" and index > 0 and tokens[index + 1].joins == " " and not token.is_capitalised:
        return tokens[index - 1].is_capitalised  # the “ordinating” of “Co-ordinating Bureau”
    return token.is_capitalised and not token.has_dot


_NAMED_BODIES: Final = frozenset(("institute", "laboratory", "observatory", "academy", "commission"))
# In capitals only these are taken to belong to the name of a body that is not otherwise known.
_CAPITAL_OPENERS: Final = frozenset(
    ("foreign", "central", "embassy", "communist", "workers", "national", "state", "supreme")
) | frozenset(("socialist", "labor", "labour", "democratic", "liberal", "conservative"))


def _is_marked_body(tokens: Tokens, first: int, last: int, noun: int) -> bool:
    kind = tokens[noun].norm
    opened = [token.norm for token in tokens.words[first:noun]]
    if kind == "party":
        return len(opened) > 1 and opened[-1] in _PARTY_WORDS and opened[0] in words("adjectives")
    if kind == "ministry" and any(word in words("ministry-subjects") for word in opened):
        return True
    if kind in _ATTRIBUTED and opened and all(_is_attribute(word) for word in opened):
        # With “and” before it, or “of” after it, its name is longer than this.
        before = tokens[first - 1].norm if first and tokens[first].joins == " " else ""
        return before != "and" and (last >= len(tokens) or tokens[last].norm != "of")
    if kind not in words("org-nouns-in-capitals") - _CALLED_OTHERWISE:
        return False
    return any(t.norm in words("adjectives") or t.norm in ("foreign", "of") for t in tokens.words[first:last])


def _is_attribute(norm: str) -> bool:
    """Return True for what tells one body from another: ASIAN, POLITICAL, NATIONAL."""
    known = ("adjectives", "body-openers", "ministry-subjects")
    return any(norm in words(name) for name in known) or norm in _CAPITAL_OPENERS


_PARTY_WORDS: Final = frozenset(
    ("communist", "socialist", "workers", "labor", "labour", "democratic", "peoples", "liberal")
)
_CALLED_OTHERWISE: Final = frozenset(("university", "laboratory", "observatory"))
# Nouns that in capitals make a body of words from closed lists alone: NATIONAL FRONT, ASIAN DEPARTMENT.
_ATTRIBUTED: Final = frozenset(
    ("department", "dept", "committee", "council", "front", "federation", "league", "union", "bank", "bureau")
) | frozenset(
    ("directorate", "secretariat", "assembly", "congress", "agency", "corporation", "army", "alliance")
)


def _is_called_by_country(tokens: Tokens, first: int, last: int, places: dict[int, int]) -> bool:
    """Return True for SOVIET EMBASSY, MINISTRY OF FISHERIES: in capitals other words may be verbs."""
    return all(
        token.norm in words("adjectives")
        or token.norm in words("org-nouns")
        or token.norm in _CAPITAL_OPENERS
        or token.norm in words("ministry-subjects")
        or token.norm in words("body-openers")
        or token.norm in ("in", "at")
        or first + number in places
        for number, token in enumerate(tokens.words[first:last])
    ) or any(token.norm == "of" for token in tokens.words[first:last])


def _end_of_body(tokens: Tokens, last: int, starts: set[int]) -> int:
    """Return the end of “of the Polish United Workers’ Party”, “for Environmental Protection”.

    Only “of” and its like lead on from the noun itself; “and” joins words of what follows, but no
    second name: “Ministry of Land Reclamation and Water Management”, “Department of State and NASA”.
    """
    if last >= len(tokens) or tokens[last].norm not in _CONNECTORS - {"and", "the", "with"}:
        return last
    end = last
    while last < len(tokens) and tokens[last].joins in (" ", "-", "'"):
        token = tokens[last]
        if token.is_capitalised:
            if (last in starts and tokens[last - 1].norm == "and") or _ends_body(token):
                break
            if tokens[last - 1].norm == "and" and _is_of_somebody(tokens, last):
                break
            last += 1
            end = last
        elif token.norm == "with" and tokens[last - 1].norm not in ("liaison", "relations", "cooperation"):
            break
        elif token.norm == "the" and tokens[last - 1].norm == "and":
            break
        elif token.norm in _CONNECTORS:
            last += 1
        else:
            break
    return end


def _is_of_somebody(tokens: Tokens, index: int) -> bool:
    """Return True for Mongolian in “… Affairs and Mongolian Ambassador Erdenebat”, NASA in “… and NASA”."""
    after = index + 1
    token = tokens[index]
    if token.text.isupper() and len(token.text) > 1 and not tokens.is_capitals:
        return True
    is_adjective = token.norm in words("adjectives")
    return is_adjective and after < len(tokens) and tokens[after].norm in words("titles")


def _ends_body(token: Token) -> bool:
    return token.is_initial or token.norm in words("titles") or token.text in words("given-names")


def _end_of_body_in_capitals(tokens: Tokens, last: int, ends: dict[int, int]) -> int:
    """Return the end of MINISTRY OF FOREIGN AFFAIRS OF THE PEOPLE'S REPUBLIC OF CHINA."""
    end = last
    while end < len(tokens) and tokens[end].joins in (" ", "-", "'"):
        norm = tokens[end].norm
        if end in ends:
            return ends[end]
        is_subject = end == last + 1 and not is_common(tokens[end])
        if is_subject or norm in ("of", "the", "and") or norm in words("ministry-subjects"):
            end += 1
        else:
            break
    while end > last and tokens[end - 1].norm in ("of", "the", "and"):
        end -= 1
    return end


def _features(tokens: Tokens) -> Iterator[Candidate]:
    """Yield Selenga River, Lake Baikal, Amur Oblast."""
    for index in tokens.capitalised:
        token = tokens[index]
        if token.norm not in words("place-nouns") or not token.is_capitalised:
            continue
        before = index - 1
        if before >= 0 and token.joins == " " and _may_open_feature(tokens, before):
            yield Candidate(
                before, index + 1, Kind.PLACE, f"“{token.text}” after a name", is_weak=tokens.is_capitals
            )
        after = index + 1
        if token.norm in _OF and after + 1 < len(tokens) and tokens[after].norm == "of":
            named = after + 2 if tokens[after + 1].norm == "the" else after + 1
            if named < len(tokens) and tokens[named].joins == " " and _is_feature_name(tokens, named):
                yield Candidate(index, named + 1, Kind.PLACE, f"“{token.text} of” before a name")
        if (
            token.norm in ("lake", "mount", "cape")
            and after < len(tokens)
            and tokens[after].joins == " "
            and _is_feature_name(tokens, after)
        ):
            yield Candidate(
                index, after + 1, Kind.PLACE, f"“{token.text}” before a name", is_weak=tokens.is_capitals
            )


_OF: Final = frozenset(("bay", "gulf", "sea", "strait", "straits", "cape", "isle", "isthmus", "delta"))


def _may_open_feature(tokens: Tokens, index: int) -> bool:
    """Return True for Yellow in “the Yellow River”: amid a sentence capitals make a name of any word."""
    token = tokens[index]
    if _is_feature_name(tokens, index):
        return True
    is_amid = not tokens.is_capitals and not tokens.starts_sentence(index) and token.is_capitalised
    return is_amid and len(token.norm) > 2 and token.norm not in words("titles")


def _is_feature_name(tokens: Tokens, index: int) -> bool:
    token = tokens[index]
    return token.is_capitalised and not is_common(token) and not token.is_initial and len(token.norm) > 2


def _before_state(tokens: Tokens, known: Iterable[Candidate]) -> Iterator[Candidate]:
    """Yield the town of “Ashland, Wisconsin”: a name, a comma and the region or country it lies in."""
    text = tokens.block.text
    starts = {c.first for c in known if c.kind is Kind.PLACE and c.uses}
    for index in tokens.followed:
        between = text[tokens[index].end : tokens[index + 1].start]
        if between != ", " or index + 1 not in starts or not _is_feature_name(tokens, index):
            continue
        first = index
        while first > 0 and tokens[first].joins == " " and _is_feature_name(tokens, first - 1):
            first -= 1
        before = tokens[first - 1].norm if first else ""
        if before in _PREPOSITIONS:
            yield Candidate(first, index + 1, Kind.PLACE, "a name before the region it lies in")


def _located(tokens: Tokens, known: Iterable[Candidate]) -> Iterator[Candidate]:
    """Yield Shuren in “at Shuren”: a capitalised word that nobody knows, after in, at or near."""
    if tokens.is_capitals:
        return
    taken = {index for c in known for index in range(c.first, c.last)}
    for index in tokens.preceded:
        token, before = tokens[index], tokens[index - 1]
        if before.norm not in _PREPOSITIONS or token.joins != " " or index in taken:
            continue
        if before.is_capitalised and not tokens.starts_sentence(index - 1):
            continue
        last = index + 1
        while last < len(tokens) and tokens[last].joins == "-":
            last += 1
        goes_on = last < len(tokens) and tokens[last].joins in (" ", "'") and tokens[last].is_capitalised
        is_name = _is_feature_name(tokens, index) and not token.text.isupper() and not goes_on
        if is_name and token.norm not in words("org-nouns") and token.norm not in words("titles"):
            yield Candidate(index, last, Kind.PLACE, LOCATED)


_PREPOSITIONS: Final = frozenset(("in", "at", "near"))
LOCATED: Final = "a capitalised word after in, at or near"
