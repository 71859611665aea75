"""People told by the words round them: kin, an office in apposition, a verb that only people do."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from dragoman.entities.candidates import Candidate, end_of_hyphenated, follows_initial, is_common
from dragoman.entities.english import closes_name, looks_english
from dragoman.entities.given_names import given_names
from dragoman.entities.model import Kind
from dragoman.entities.tokens import Tokens
from dragoman.entities.words import words

KIN: Final = "a word for kin or company before it"
APPOSITION: Final = "an office in apposition after it"
SPEAKING: Final = "it says, tells or thinks something"
RULING: Final = "a government or regime is called by it"
UNKNOWN: Final = "two capitalised words that are nothing else"
TELLING: Final = frozenset((KIN, APPOSITION, SPEAKING, RULING))
_MOST_WORDS: Final = 3


def in_context(tokens: Tokens, taken: set[int]) -> Iterator[Candidate]:
    """Yield the people of a block whom the words round them tell; ``taken`` are words of other names."""
    is_heading: bool | None = None
    for index in tokens.capitalised:
        if index in taken or not _may_begin(tokens, index, taken):
            continue
        end = _end(tokens, index, taken)
        rule = _told_by(tokens, index, end)
        if not rule:
            if is_heading is None:
                is_heading = _is_in_title_case(tokens)
            if is_heading:
                continue
            if _is_unknown_name(tokens, index, end):
                rule = UNKNOWN
        if rule:
            yield _person(tokens, index, end, rule)


def _told_by(tokens: Tokens, index: int, end: int) -> str:
    """Return what shows beyond doubt that the words [index, end) are somebody’s name, or ""."""
    before = tokens[index - 1] if index and tokens[index].joins == " " else None
    is_kin = before is not None and before.norm in words("kin")
    if is_kin and before is not None and (tokens.is_capitals or not before.is_capitalised):
        return KIN
    if _has_office_after(tokens, end) and end - index <= _MOST_WORDS:
        return APPOSITION
    if tokens.is_capitals and _speaks(tokens, index, end):
        return SPEAKING
    return RULING if end - index == 1 and _rules(tokens, index) else ""


def _person(tokens: Tokens, index: int, end: int, rule: str) -> Candidate:
    row = tokens.row(index, end)
    return Candidate(
        index, end, Kind.PERSON, rule, surname=row[-1].norm, given=tuple(token.norm for token in row[:-1])
    )


def _is_in_title_case(tokens: Tokens) -> bool:
    """Return True for a title whose words have capitals, where a capital tells nothing."""
    if tokens.is_capitals:
        return False
    long = sum(len(text) >= _SHORTEST_IN_TITLE for text in tokens.texts)
    capitalised = sum(len(tokens.texts[index]) >= _SHORTEST_IN_TITLE for index in tokens.capitalised)
    return capitalised * 2 > long


_SHORTEST_IN_TITLE: Final = 4


def _may_begin(tokens: Tokens, index: int, taken: set[int]) -> bool:
    if not _is_name_word(tokens, index, taken) or tokens[index].joins == "-":
        return False
    is_joined = index > 0 and tokens[index].joins in (" ", "'")
    goes_on_before = is_joined and _is_name_word(tokens, index - 1, taken)
    if goes_on_before and tokens.is_capitals:
        return tokens[index - 1].norm in words("kin")
    return not goes_on_before and not follows_initial(tokens, index)


def _is_name_word(tokens: Tokens, index: int, taken: set[int]) -> bool:
    token = tokens[index]
    if index in taken or not token.is_capitalised or token.is_initial or len(token.norm) < 2:
        return False
    if is_common(token) or any(token.norm in words(name) for name in ("titles", "org-nouns", "place-nouns")):
        return False
    if tokens.is_capitals:
        return not looks_english(token.norm) and len(token.norm) >= _SHORTEST_IN_CAPITALS
    return not token.text.isupper()


_SHORTEST_IN_CAPITALS: Final = 4


def _end(tokens: Tokens, index: int, taken: set[int]) -> int:
    end = end_of_hyphenated(tokens, index)
    while end < len(tokens) and tokens[end].joins == " " and _is_name_word(tokens, end, taken):
        end = end_of_hyphenated(tokens, end)
    return end


def _has_office_after(tokens: Tokens, end: int) -> bool:
    """Return True for “, the French ambassador”, “, director of the institute” after a name."""
    if end >= len(tokens) or tokens.block.text[tokens[end - 1].end : tokens[end].start] != ", ":
        return False
    index = end
    if tokens[index].norm in ("the", "a", "an", "our", "their", "his", "its"):
        index += 1
    for step in range(_MOST_WORDS):
        at = index + step
        if at >= len(tokens) or (step and tokens[at].joins not in (" ", "-")):
            return False
        is_office = tokens[at].norm in words("titles") and not tokens[at].is_initial
        if is_office and (tokens.is_capitals or tokens[at].text.islower() or step):
            follows = at + 1 < len(tokens) and tokens[at + 1].joins == " " and tokens[at + 1].is_capitalised
            return not follows or tokens.is_capitals
        if tokens[at].norm not in words("adjectives") and tokens[at].norm not in _OF_OFFICES:
            return False
    return False


_OF_OFFICES: Final = frozenset(
    ("first", "second", "third", "deputy", "foreign", "prime", "vice", "new", "former")
)


def _rules(tokens: Tokens, index: int) -> bool:
    """Return True for THANIN GOVERNMENT, “the Diem regime”: countries are known, people need not be."""
    end = index + 1
    is_opening = not tokens.is_capitals and tokens.starts_sentence(index)
    if is_opening or end >= len(tokens) or tokens[end].joins != " ":
        return False
    return tokens[end].norm in _RULED and (tokens.is_capitals or not tokens[end].is_capitalised)


_RULED: Final = frozenset(("government", "regime", "clique", "cabinet", "faction", "administration", "junta"))


def _speaks(tokens: Tokens, index: int, end: int) -> bool:
    """Return True in capitals for an unknown word at the head of a clause, with a verb of speech after it."""
    if end >= len(tokens) or tokens[end].joins != " " or tokens[end].norm not in words("saying"):
        return False
    if end - index > 2 or len(tokens[index].norm) < _SHORTEST_IN_CAPITALS:
        return False
    return tokens.starts_sentence(index) or tokens[index].joins == "|" or tokens[index - 1].norm in _OPENERS


def _not_before(tokens: Tokens) -> frozenset[str]:
    return _LOCATING_IN_CAPITALS if tokens.is_capitals else _LOCATING


def _stands_free(tokens: Tokens, index: int, end: int) -> bool:
    """Return True in capitals for two long unknown words that small words or stops enclose."""
    if end - index != 2 or min(len(token.norm) for token in tokens.row(index, end)) <= _SHORTEST_IN_CAPITALS:
        return False
    is_opened = tokens[index].joins == "|" or tokens[index - 1].norm in _BEFORE_A_NAME
    return is_opened and closes_name(tokens, end)


_BEFORE_A_NAME: Final = frozenset(("with", "of", "by", "that", "and", "said", "told", "for", "former"))


_OPENERS: Final = frozenset(("and", "but", "that", "while", "when", "as", "which", "what", "where"))
_LOCATING: Final = frozenset(
    ("in", "at", "near", "from", "to", "through", "toward", "towards", "around", "via", "on", "the", "a")
) | frozenset(("of", "for"))
_LOCATING_IN_CAPITALS: Final = _LOCATING - {"of", "for"}


def _is_unknown_name(tokens: Tokens, index: int, end: int) -> bool:
    """Return True for two or three unknown words amid a sentence that stand as a person’s name does."""
    if not 2 <= end - index <= _MOST_WORDS or (tokens.starts_sentence(index) and not tokens.is_capitals):
        return False
    if tokens.is_capitals and not _stands_free(tokens, index, end):
        return False
    if index == 0 or "[" in tokens.block.text[tokens[index - 1].end : tokens[index].start]:
        return False  # a gloss on what stands before
    row = tokens.row(index, end)
    if any(token.joins == "-" for token in row) or any(looks_english(token.norm) for token in row):
        return False
    if tokens[index].joins not in (" ", "|") or tokens[index - 1].norm in _not_before(tokens):
        return False
    return end >= len(tokens) or tokens[end].joins != "'" or tokens[index].norm in given_names()
