"""Places and organisations found by the words that make them: posts, embassies, ministries, rivers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from dragoman.entities.bodies_in_capitals import bodies_in_capitals
from dragoman.entities.body_parts import more_bodies
from dragoman.entities.called_bodies import called_bodies
from dragoman.entities.candidates import LONGEST_PLAIN_ABBREVIATION, Candidate, is_common
from dragoman.entities.cities import is_city
from dragoman.entities.foreign_bodies import foreign_bodies
from dragoman.entities.model import Kind
from dragoman.entities.place_features import features
from dragoman.entities.tokens import Token, Tokens
from dragoman.entities.words import words

_CONNECTORS: Final = frozenset(("of", "for", "the", "and", "de", "la", "des", "du", "fur", "with"))


def bodies(tokens: Tokens, known: Iterable[Candidate]) -> Iterator[Candidate]:
    """Yield the organisations and natural features of a block; ``known`` are the names already found."""
    known = list(known)
    yield from _posts(tokens, known)
    yield from _bodies(tokens, known)
    yield from more_bodies(tokens, known)
    yield from called_bodies(tokens, known)
    yield from foreign_bodies(tokens)
    yield from bodies_in_capitals(tokens, known)
    yield from features(tokens, known)


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
        if tokens.norms[index] not in POST_NOUNS or tokens.joins[index + 1] == "|":
            continue
        token = tokens[index]
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
    nouns = words("org-nouns")
    for index in tokens.capitalised:
        if tokens.norms[index] not in nouns or index in in_place:
            continue
        token = tokens[index]
        if _is_event(tokens, index):
            continue
        first, last = index, index + 1
        while (
            first > 0 and tokens[first].joins in (" ", "-", "'") and _may_open_body(tokens, first - 1, index)
        ):
            first -= 1
        first = _start_of_pair(tokens, first, index)
        is_working_party = first + 1 == index and tokens.norms[first] == "working"
        if not tokens.is_capitals and last < len(tokens) and tokens[last].text == "General":
            last += 1  # Consulate General of Japan
        if not tokens.is_capitals:
            errand = _start_of_errand(tokens, last, token.norm)
            last = (
                _end_of_body(tokens, last, starts) if errand is None else _end_of_row(tokens, errand, starts)
            )
            if errand is not None:
                last = _end_at_seat(tokens, last, places)
            while first < index and tokens.starts_sentence(first) and is_common(tokens[first]):
                if tokens[first].norm in words("adjectives") or tokens[first].norm in _CAPITAL_OPENERS:
                    break
                first += 1
        elif token.norm == "university" and last + 1 < len(tokens) and last + 1 in ends:
            last = ends[last + 1] if tokens[last].norm == "of" else last
        elif token.norm in _FOLLOWED and last < len(tokens) and tokens[last].norm in ("of", "for"):
            last = _end_of_body_in_capitals(tokens, last, ends)
        if token.norm in _SEATED or (token.norm in _LOCATED and last - first > 1 and not tokens.is_capitals):
            last = _end_at_seat(tokens, last, places)
        if first > 1 and tokens.norms[first - 2 : first] == ["minister", "of"]:
            continue  # Minister of Public Works: what somebody is minister of
        called = first
        if tokens.is_capitals and first > 0 and first in after_place and tokens[first].joins == " ":
            first = after_place[first]
        is_places = first < called and token.norm in (*_SEATED, "ministry")
        if last - first < 2 or (is_working_party and last == index + 1):
            continue
        if tokens.is_capitals and not is_places and not _is_marked_body(tokens, first, last, index):
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
    # “the Relief and Rehabilitation Commission”: an article shows where it begins.
    is_pair |= not tokens.is_capitals and start > 0 and tokens[start - 1].text == "the"
    if not is_pair or tokens[first].joins != " " or not tokens[start].is_capitalised:
        return first
    if start > 0 and tokens[start].joins == " " and tokens[start - 1].is_capitalised:
        is_longer = not tokens.starts_sentence(start - 1) and _is_attribute(tokens[start - 1].norm)
        return start - 1 if is_longer else start
    return start


# What in capitals “of” and a closed list of subjects may follow: MINISTRY OF TRADE, INSTITUTE OF GEOLOGY.
_FOLLOWED: Final = frozenset(
    ("ministry", "institute", "academy", "directorate", "embassy", "consulate", "legation", "bureau")
) | frozenset(("department",))


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
# Bodies of which there are many, that a city tells apart.
_LOCATED: Final = frozenset(("university", "office", "mission", "delegation"))


def _may_open_body(tokens: Tokens, index: int, noun: int) -> bool:
    token = tokens[index]
    if token.norm == "general" and index > 0 and tokens[index - 1].text == "the":
        return True  # the General Logistics Department
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
) | frozenset(
    ("socialist", "labor", "labour", "democratic", "liberal", "conservative", "royal", "republican")
)


def _is_marked_body(tokens: Tokens, first: int, last: int, noun: int) -> bool:
    kind = tokens[noun].norm
    if kind == "university" and last > noun + 1:
        return True
    opened = [token.norm for token in tokens.row(first, noun)]
    if kind == "party":
        is_told = len(opened) > 1 and opened[0] in words("adjectives")
        return opened[-1] in _PARTY_WORDS and (is_told or all(word in _PARTY_WORDS for word in opened))
    if kind == "ministry" and any(word in words("ministry-subjects") for word in opened):
        return True
    if kind in _ATTRIBUTED and opened and all(_is_attribute(word) for word in opened):
        # With “and” before it, or “of” after it, its name is longer than this.
        before = tokens[first - 1].norm if first and tokens[first].joins == " " else ""
        return before != "and" and (last >= len(tokens) or tokens[last].norm != "of")
    if kind not in words("org-nouns-in-capitals") - _CALLED_OTHERWISE:
        return False
    return any(t.norm in words("adjectives") or t.norm in ("foreign", "of") for t in tokens.row(first, last))


def _is_attribute(norm: str) -> bool:
    """Return True for what tells one body from another: ASIAN, POLITICAL, NATIONAL."""
    known = ("adjectives", "body-openers", "ministry-subjects")
    return any(norm in words(name) for name in known) or norm in _CAPITAL_OPENERS


_PARTY_WORDS: Final = frozenset(
    ("communist", "socialist", "workers", "labor", "labour", "democratic", "peoples", "liberal")
) | frozenset(("christian", "social", "conservative", "revolutionary", "republican", "nationalist"))
_CALLED_OTHERWISE: Final = frozenset(("university", "laboratory", "observatory"))
# Nouns that in capitals make a body of words from closed lists alone: NATIONAL FRONT, ASIAN DEPARTMENT.
_ATTRIBUTED: Final = (
    frozenset(
        (
            "department",
            "dept",
            "committee",
            "council",
            "front",
            "federation",
            "league",
            "union",
            "bank",
            "bureau",
        )
    )
    | frozenset(
        ("directorate", "secretariat", "assembly", "congress", "agency", "corporation", "army", "alliance")
    )
    | frozenset(("board", "fleet", "navy", "command", "authority", "association", "organization"))
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
        for number, token in enumerate(tokens.row(first, last))
    ) or any(token.norm == "of" for token in tokens.row(first, last))


def _end_of_body(tokens: Tokens, last: int, starts: set[int]) -> int:
    """Return the end of “of the Polish United Workers’ Party”, “for Environmental Protection”.

    Only “of” and its like lead on from the noun itself; “and” joins words of what follows, but no
    second name: “Ministry of Land Reclamation and Water Management”, “Department of State and NASA”.
    """
    if last >= len(tokens) or tokens[last].norm not in _CONNECTORS - {"and", "the", "with"}:
        return last
    return _end_of_row(tokens, last, starts)


def _end_of_row(tokens: Tokens, last: int, starts: set[int]) -> int:
    """Return the end of the capitalised words, and the small ones that join them, from ``last`` on."""
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
        elif not _may_lead_on(token.norm, tokens[last - 1].norm):
            break
        elif token.norm in _CONNECTORS:
            last += 1
        else:
            break
    return end


def _start_of_errand(tokens: Tokens, last: int, noun: str) -> int | None:
    """Return where the errand begins of a “Mission to the Neutral Nations”, a “Committee on Trade”, or None.

    A delegation is sent to something, a committee sits on something.
    """
    if last + 1 >= len(tokens) or tokens.joins[last] != " ":
        return None
    if (tokens.norms[last] == "to" and noun in _SENT) or (tokens.norms[last] == "on" and noun in _SITTING):
        named = last + 2 if tokens.norms[last + 1] == "the" else last + 1
        if named < len(tokens) and tokens[named].is_capitalised and tokens.joins[named] == " ":
            return named
    return None


_SENT: Final = frozenset(("mission", "delegation"))
_SITTING: Final = frozenset(("commission", "committee", "party", "group", "council"))


def _may_lead_on(norm: str, before: str) -> bool:
    """Return False for “with” after most words, and for “and the”, which a second body follows."""
    if norm == "with":
        return before in ("liaison", "relations", "cooperation", "solidarity", "friendship")
    return norm != "the" or before != "and"


def _is_of_somebody(tokens: Tokens, index: int) -> bool:
    """Return True for Mongolian in “… Affairs and Mongolian Ambassador Erdenebat”, NASA in “… and NASA”."""
    after = index + 1
    token = tokens[index]
    if token.text.isupper() and len(token.text) > 1 and not tokens.is_capitals:
        return True
    is_adjective = token.norm in words("adjectives")
    return is_adjective and after < len(tokens) and tokens[after].norm in words("titles")


def _ends_body(token: Token) -> bool:
    if _CONTRACTED.search(token.text):
        return True
    return token.is_initial or token.norm in words("titles") or token.text in words("given-names")


_CONTRACTED: Final = re.compile("[’'](?:ve|ll|re|d|m)$")


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
