"""The evidence for brackets that hold a name: completed, explained, or as the original has it."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from dragoman.convert.brackets.case import Case, Habits
from dragoman.convert.brackets.evidence_of_apposition import is_quoted_before
from dragoman.convert.brackets.lexicon import is_common_english, is_english
from dragoman.convert.brackets.verdict import BracketClass as C
from dragoman.convert.brackets.verdict import Vote
from dragoman.convert.brackets.words import (
    COUNTRIES,
    DETERMINERS,
    EXPECTING,
    FOREIGN_NAME_PARTS,
    FUNCTION_WORDS,
    KIN,
    PLACE_PREPOSITIONS,
    PLACE_WORDS,
    POSSESSIVES,
    PRONOUNS,
    ROLES,
    TITLES,
    is_abbreviation,
    is_capitalised,
    is_foreign,
    is_word,
    words_of,
)

# How alike two spellings of one name are: "T’ien-chin" and "Tianjin" are 0.7, "Mao" and "Zedong" 0.2.
_SAME_NAME: Final = 0.6

# Nouns that get a capital where they stand for one place, house or man: "the Center [Moscow]".
_STANDING_FOR: Final = frozenset(
    "center centre capital residency headquarters kremlin house leader teacher marshal".split()
)
_OR_NAME: Final = re.compile(r"or:? (?P<name>[^\W\d_a-z][\w’'-]*)")


def foreign_name(case: Case, habits: Habits) -> Iterator[Vote]:
    """Yield what a name speaks for: it completes another, tells who is meant, or is a term."""
    previous = case.previous
    low = previous.lower().rstrip(".")
    if not case.is_all_capitalised and len(case.words) > 1:
        yield Vote(C.SOURCE_TERM, 4, f"“{case.foreign_words[0]}” is no English word and not all are names")
        return
    if is_word(previous) and (low in TITLES and not is_determined(case)):
        yield Vote(C.SUPPLIED, 7, f"a name is wanted after the title “{previous}”", "completed")
    elif low in ROLES:
        yield Vote(C.GLOSS, 6, f"it says who the “{previous}” is")
    elif is_surname_he(case):
        yield Vote(C.SUPPLIED, 7, f"it completes the surname “{previous}” after a title", "completed")
    elif low in PRONOUNS or (low in POSSESSIVES and is_possessive(case.inner)):
        yield Vote(C.GLOSS, 7, f"it says whom “{previous}” means")
    elif len(case.foreign_words) > 1 and is_capitalised(previous) and is_common_english(previous):
        yield Vote(C.SOURCE_TERM, 6, f"it gives the name with “{previous}” as the original has it")
    elif case.previous_is_name and not is_abbreviation(previous):
        yield from _name_after_name(case)
    elif len(previous) <= 2 and previous[:1].isupper() and not is_abbreviation(previous):
        yield Vote(C.SUPPLIED, 5, f"it completes the name after the initial “{previous}”", "completed")
    elif case.before.rstrip()[-2:-1].isupper() and case.before.rstrip().endswith("."):
        yield Vote(C.SUPPLIED, 5, "it completes a name after initials", "completed")
    elif low in EXPECTING or low in FUNCTION_WORDS:
        yield Vote(C.SUPPLIED, 7, f"the sentence lacks a name after “{previous}”", "omitted")
    elif case.begins_sentence and not case.is_before_pause:
        yield Vote(C.SUPPLIED, 5, "the sentence lacks its subject", "omitted")
    elif habits.original == "de" and is_word(previous) and len(case.words) <= 3:
        yield Vote(C.SOURCE_TERM, 7, "German nouns have capitals, and the original is German")
    elif is_word(previous) and is_english(previous) and case.is_before_pause:
        weight = 5 if habits.original else 3
        yield Vote(C.SOURCE_TERM, weight, f"a foreign word with a capital after the noun “{previous}”")


def spelling_doubted(case: Case, habits: Habits) -> Iterator[Vote]:
    """``Orel [or Oryol]``: another spelling, offered with “or”."""
    match = _OR_NAME.fullmatch(case.inner)
    if match and is_capitalised(case.previous) and likeness(case.previous, match["name"]) >= _SAME_NAME:
        yield Vote(C.UNCERTAIN, 12, f"it offers another reading of “{case.previous}”", "reading")


def _name_after_name(case: Case) -> Iterator[Vote]:
    previous = case.previous
    before = case.before_tokens
    at = case.previous_at
    governs = before[at - 1].lower() if at else ""
    if previous.lower() in COUNTRIES:
        # The name of a country is complete: what another name does there, it does not say.
        return
    if is_quoted_before(case) or (governs in KIN and len(case.words) > 1):
        yield Vote(C.GLOSS, 8, f"it says who is called “{previous}”")
        return
    if case.words[-1].lower() in FOREIGN_NAME_PARTS:
        yield Vote(C.SUPPLIED, 7, f"“{case.words[-1]}” is part of many names", "completed")
        return
    if len(case.words) == 1 and likeness(previous, case.words[0]) >= _SAME_NAME:
        yield Vote(C.GLOSS, 8, f"it spells “{previous}” in another way")
        return
    if governs == "the" and not case.is_glued_before and previous.lower() in _STANDING_FOR:
        yield Vote(C.GLOSS, 5, f"it names the “{previous}” that is meant")
        return
    names = [token for token in before[max(0, at - 2) : at] if is_capitalised(token)]
    if any(name.lower() in PLACE_WORDS for name in names):
        yield Vote(C.GLOSS, 5, f"it gives another name of the place “{previous}”")
        return
    if any(_shares_stem(previous, word) for word in case.words):
        yield Vote(C.GLOSS, 8, f"it gives “{previous}” in another form")
        return
    stems = {word.lower().rstrip("’'s") for word in words_of(case.before)[-2:]}
    if any(word.lower().rstrip("’'s") in stems for word in case.words) or len(case.words) > 2:
        yield Vote(C.GLOSS, 5, f"it gives the name of “{previous}” in full")
    elif governs in PLACE_PREPOSITIONS:
        yield Vote(C.GLOSS, 4, f"it gives another name of the place “{previous}”")
    else:
        # "Mao [Zedong]" is surer than "the Chancellor [Brandenburg]".
        weight = 7 if is_foreign(previous) and not is_determined(case) else 5
        yield Vote(C.SUPPLIED, weight, f"it completes the name “{previous}”", "completed")


def is_determined(case: Case) -> bool:
    """Return True where an article or possessive precedes the title: ``his deputy``."""
    before = [token.lower() for token in case.before_tokens]
    return any(token in DETERMINERS for token in before[-4:-1])


def is_surname_he(case: Case) -> bool:
    """Return True for ``Marshal He``: after a title it is a surname and no pronoun."""
    at = case.previous_at
    return case.previous == "He" and at > 0 and case.before_tokens[at - 1].lower() in TITLES


def is_possessive(inner: str) -> bool:
    """Return True for ``Mao’s`` and ``the experts’``."""
    return bool(re.search(r"['’]s?$", inner))


@lru_cache(maxsize=4096)
def likeness(one: str, other: str) -> float:
    """Return how alike two romanisations are, without their marks and hyphens."""
    left, right = ("".join(c for c in word.lower() if c.isalpha()) for word in (one, other))
    return difflib.SequenceMatcher(None, left, right).ratio()


def _shares_stem(one: str, other: str) -> bool:
    left, right = one.lower(), other.lower()
    return left != right and min(len(left), len(right)) > 4 and left[:5] == right[:5]
