"""Chinese, Korean, Vietnamese and Japanese names, whose surname stands first."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from dragoman.entities.candidates import Candidate, end_of_hyphenated, is_common, title_before
from dragoman.entities.model import Kind
from dragoman.entities.romanisation import (
    is_japanese,
    is_pinyin,
    is_syllable,
    is_vietnamese,
    is_vietnamese_middle,
)
from dragoman.entities.tokens import Tokens
from dragoman.entities.words import words


def family_first(tokens: Tokens) -> Iterator[Candidate]:
    """Yield Chinese, Korean and Vietnamese names: a surname of the closed list and its given name."""
    for index in tokens.followed:
        token, given = tokens[index], tokens[index + 1]
        word = token.text.capitalize() if token.text.isupper() else token.text
        if token.has_dot or given.joins != " " or not given.is_capitalised or given.is_initial:
            continue
        last = end_of_hyphenated(tokens, index + 1)
        if word not in words("family-names-first"):
            is_name = _is_hyphenated_given(tokens, index, last)
        elif last - index > 2:
            is_name = last - index <= 4 and all(
                is_syllable(t.norm) or is_pinyin(t.norm) for t in tokens.row(index + 1, last)
            )
        elif last < len(tokens) and _is_divided_given(tokens, index, last):
            last += 1
            is_name = True
        else:
            is_name = (is_pinyin(given.norm) and len(given.norm) > 2) and not is_common(given)
        if is_name and tokens[last - 1].norm in _PERIODICALS:
            yield Candidate(index, last, Kind.ORG, "the name of a Chinese periodical")
        elif is_name and not (last - index == 2 and _is_located(tokens, index)):
            yield Candidate(
                index,
                last,
                Kind.PERSON,
                "a surname that stands first and its given name",
                surname=token.norm,
                given=tuple(t.norm for t in tokens.row(index + 1, last)),
                title=title_before(tokens, index),
                is_weak=tokens.is_capitals and token.norm in words("common"),
            )


def _is_located(tokens: Tokens, index: int) -> bool:
    """Return True for Dong Dang in “at Dong Dang”."""
    return index > 0 and tokens.joins[index] == " " and tokens.norms[index - 1] in ("in", "at", "near")


# Jih-pao, wan-pao, yueh-k'an, tsa-chih: a daily, an evening paper, a monthly, a magazine.
_PERIODICALS: Final = frozenset(("pao", "bao", "kan", "chih", "ribao", "wanbao"))


def japanese(tokens: Tokens, taken: set[int]) -> Iterator[Candidate]:
    """Yield HOSHIKAWA SHUNJI: two words of Japanese syllables, too long to be words by accident."""
    for index in tokens.followed:
        if index in taken or index + 1 in taken or tokens.joins[index + 1] != " ":
            continue
        first, second = tokens[index], tokens[index + 1]
        if not second.is_capitalised or is_common(first) or is_common(second):
            continue
        if is_japanese(first.norm, 3) and is_japanese(second.norm, 2):
            yield Candidate(
                index,
                index + 2,
                Kind.PERSON,
                "a Japanese surname that stands first and its given name",
                surname=first.norm,
                given=(second.norm,),
                title=title_before(tokens, index),
            )


def _is_hyphenated_given(tokens: Tokens, index: int, last: int) -> bool:
    """Return True for “Ryang Hyon-sop”, “Kung Shao-liang”: the hyphen tells what the surname does not."""
    if last - index != 3 or not tokens[index].is_capitalised or is_common(tokens[index]):
        return False
    first, second = tokens[index + 1], tokens[index + 2]
    if is_common(first) or is_common(second) or not (is_syllable(first.norm) and is_syllable(second.norm)):
        return False
    if not tokens.is_capitals:
        return second.text.islower()
    return len(tokens[index].norm) <= _LONGEST_SYLLABLE and is_syllable(tokens[index].norm)


_LONGEST_SYLLABLE: Final = 6


def _is_divided_given(tokens: Tokens, index: int, last: int) -> bool:
    """Return True for the two syllables of “Kim Il Sung”, “Pham Van Dong”."""
    first, second = tokens[index + 1], tokens[last]
    of_vietnamese = tokens.norms[index] in words("vietnamese-family-names")
    is_vietnamese_name = is_vietnamese_middle(first.norm) and len(second.norm) <= _LONGEST_SYLLABLE
    is_vietnamese_name |= of_vietnamese and is_vietnamese(first.norm) and is_vietnamese(second.norm)
    return (
        second.joins == " "
        and second.is_capitalised
        and not second.is_initial
        and (is_vietnamese_name or (is_syllable(first.norm) and is_syllable(second.norm)))
        and second.norm not in words("common")
        and first.norm not in words("common")
    )
