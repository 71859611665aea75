"""What the clear contexts of a document teach about its other words.

A document names most of what it speaks of more than once, and once at least so that nobody can doubt what it
is. The first pass looks at each place alone; here the document is looked at whole: which abbreviations it
explains, which words it calls places, whether it writes surnames in capitals.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from dragoman.entities.candidates import Candidate, follows_initial, is_common, title_before
from dragoman.entities.english import is_word_of_language
from dragoman.entities.model import Kind
from dragoman.entities.tokens import Tokens
from dragoman.entities.words import words
from dragoman.tei.ns import local_name

EXPLAINED: Final = "an abbreviation that the document explains"
PLACE_AGAIN: Final = "a word that the document calls a place elsewhere"
IN_CAPITALS: Final = "a surname in capitals, as the document writes surnames"
_SMALL: Final = frozenset(
    ("of", "the", "and", "for", "in", "on", "to", "de", "la", "del", "des", "du", "der", "fur")
)
_SHORTEST_ACRONYM: Final = 3
_LONGEST_ACRONYM: Final = 8
_SHORTEST_SURNAME: Final = 4
_VOWELS: Final = frozenset("aeiouy")


@dataclass(frozen=True, slots=True)
class Lessons:
    """What a document teaches; words are as compared.

    acronyms: abbreviations of bodies that it explains; places: words that it uses as places;
    surnames: those of the people whom it names;
    has_capital_surnames: it writes surnames in capitals amid small letters.
    """

    acronyms: frozenset[str]
    places: frozenset[str]
    surnames: frozenset[str]
    has_capital_surnames: bool


def lessons(
    blocks: Sequence[Tokens], firsts: Sequence[Sequence[Candidate]], surnames: frozenset[str]
) -> Lessons:
    """Return what the candidates of a document (``firsts``, those of each block) teach."""
    pairs = list(zip(blocks, firsts, strict=True))
    acronyms = {tokens.norms[at] for tokens in blocks for _, at in _explained(tokens)}
    places = {
        tokens.norms[c.first]
        for tokens, found in pairs
        for c in found
        if c.kind is Kind.PLACE and c.last - c.first == 1 and not c.is_weak and _may_recur(tokens, c.first)
    }
    mixed = frozenset(c.surname for tokens, found in pairs for c in found if _written_small(tokens, c))
    return Lessons(
        frozenset(acronyms),
        frozenset(places - surnames),
        surnames,
        any(_stands_in_capitals(tokens, c, mixed) for tokens, found in pairs for c in found),
    )


def _may_recur(tokens: Tokens, index: int) -> bool:
    return not is_word_of_language(tokens.norms[index]) and len(tokens.norms[index]) >= _SHORTEST_SURNAME


def _stands_in_capitals(tokens: Tokens, candidate: Candidate, mixed: frozenset[str]) -> bool:
    """Return True for AMIN, of whom nothing but capitals tells, where Hafizullah Amin is named as well."""
    if tokens.is_capitals or candidate.uses or candidate.kind is not Kind.ORG:
        return False
    if local_name(tokens.block.owner) != "p":
        return False  # a heading may be in capitals for itself
    first = candidate.first
    is_one_word = candidate.last - first == 1 and tokens.texts[first].isupper()
    is_bare = not title_before(tokens, first) and not follows_initial(tokens, first)
    return is_one_word and is_bare and tokens.norms[first] in mixed


def _written_small(tokens: Tokens, candidate: Candidate) -> bool:
    is_person = candidate.kind is Kind.PERSON and bool(candidate.surname)
    return is_person and not tokens.texts[candidate.last - 1].isupper()


def applied(tokens: Tokens, found: Sequence[Candidate], learned: Lessons) -> list[Candidate]:
    """Return the candidates of a block with what the document teaches of its words."""
    if not any(c.kind is Kind.ORG for c in found):
        kept = list(found)
    else:
        kept = [c for c in found if not _is_contradicted(tokens, c, learned)]
    taken = {index for c in kept if not c.is_weak or c.uses for index in range(c.first, c.last)}
    more = [*_bodies(tokens, learned, taken), *_capital_surnames(tokens, learned, taken)]
    taken |= {index for c in more for index in range(c.first, c.last)}
    return [*kept, *more, *_places(tokens, learned, taken)]


def _is_contradicted(tokens: Tokens, candidate: Candidate, learned: Lessons) -> bool:
    """Return True for a body that only its capitals tell, where surnames stand in capitals."""
    if candidate.kind is not Kind.ORG or candidate.uses or candidate.last - candidate.first > 1:
        return False
    norm = tokens.norms[candidate.first]
    if norm in learned.acronyms or not tokens.texts[candidate.first].isupper():
        return False
    return norm in learned.surnames or (
        learned.has_capital_surnames and not tokens.is_capitals and _reads_as_surname(norm)
    )


def _reads_as_surname(norm: str) -> bool:
    vowels = sum(letter in _VOWELS for letter in norm)
    is_long = len(norm) > _SHORTEST_SURNAME and vowels > 1
    return is_long and vowels < len(norm) and not is_word_of_language(norm)


def _capital_surnames(tokens: Tokens, learned: Lessons, taken: set[int]) -> Iterator[Candidate]:
    if tokens.is_capitals or not learned.has_capital_surnames:
        return
    for index in tokens.capitalised:
        norm = tokens.norms[index]
        if index in taken or not tokens.texts[index].isupper() or norm in learned.acronyms:
            continue
        if not _reads_as_surname(norm) or is_common(tokens[index]) or norm in words("matters"):
            continue
        if tokens.joins[index] != "-" and not follows_initial(tokens, index):
            yield Candidate(
                index,
                index + 1,
                Kind.PERSON,
                IN_CAPITALS,
                surname=norm,
                title=title_before(tokens, index),
            )


def _bodies(tokens: Tokens, learned: Lessons, taken: set[int]) -> Iterator[Candidate]:
    """Yield INTERNATIONAL TIN COUNCIL and ITC where “(ITC)” follows the words, and ITC elsewhere."""
    for first, at in _explained(tokens):
        # What it is for follows the name of a body that is found to be shorter.
        yield Candidate(first, at, Kind.ORG, "words whose abbreviation follows")
    for index in tokens.capitalised if learned.acronyms else ():
        if tokens.norms[index] in learned.acronyms and tokens.texts[index].isupper() and index not in taken:
            yield Candidate(index, index + 1, Kind.ORG, EXPLAINED)


def _explained(tokens: Tokens) -> Iterator[tuple[int, int]]:
    """Yield where words begin whose initials are in brackets after them, and where those stand."""
    text = tokens.block.text
    if "(" not in text:
        return
    for index in tokens.preceded:
        acronym = tokens.norms[index]
        token = tokens[index]
        if not token.text.isupper() or not _SHORTEST_ACRONYM <= len(acronym) <= _LONGEST_ACRONYM:
            continue
        if text[token.start - 1 : token.start] != "(" or text[token.end : token.end + 1] != ")":
            continue
        first = _start_of_words(tokens, index, acronym)
        if (
            first is None
            or acronym in words("titles")
            or tokens.norms[index - 1] in words("things-abbreviated")
        ):
            continue
        yield first, index


def _start_of_words(tokens: Tokens, end: int, acronym: str) -> int | None:
    """Return where the words before ``end`` begin that have the letters of an acronym as initials."""
    wanted = list(acronym)
    index = end
    while wanted and index > 0:
        index -= 1
        if index + 1 < end and tokens.joins[index + 1] == "|":
            return None
        if tokens.norms[index][0] == wanted[-1] and tokens[index].is_capitalised:
            wanted.pop()
        elif tokens.norms[index] not in _SMALL:
            return None
    return index if not wanted and end - index > 1 else None


def _places(tokens: Tokens, learned: Lessons, taken: set[int]) -> Iterator[Candidate]:
    for index in tokens.capitalised if learned.places else ():
        if tokens.norms[index] not in learned.places or index in taken or tokens.joins[index] == "-":
            continue
        if follows_initial(tokens, index) or _is_part_of_longer(tokens, index):
            continue
        if not title_before(tokens, index):
            yield Candidate(index, index + 1, Kind.PLACE, PLACE_AGAIN)


def _is_part_of_longer(tokens: Tokens, index: int) -> bool:
    """Return True beside a capitalised word that is none of the language: the name may be another."""
    if tokens.is_capitals:
        return False
    for one, joint in ((index - 1, index), (index + 1, index + 1)):
        is_joined = 0 <= one < len(tokens) and tokens.joins[joint] in (" ", "-")
        if not is_joined or not tokens[one].is_capitalised:
            continue
        if not tokens.starts_sentence(one) or not is_word_of_language(tokens.norms[one]):
            return True
    return False
