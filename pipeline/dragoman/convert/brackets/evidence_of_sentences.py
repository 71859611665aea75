"""The evidence for brackets that complete a sentence or a name, and for those that are one themselves."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from dragoman.convert.brackets.case import Case, Habits
from dragoman.convert.brackets.evidence_of_names import is_determined, is_possessive
from dragoman.convert.brackets.kinds_of_words import subjects_of
from dragoman.convert.brackets.lexicon import is_common_english, is_english
from dragoman.convert.brackets.verdict import BracketClass as C
from dragoman.convert.brackets.verdict import Vote
from dragoman.convert.brackets.words import (
    ARTICLES,
    DEMONSTRATIVES,
    DETERMINERS,
    ENGLISH_ABBREVIATIONS,
    EXPECTING,
    FUNCTION_WORDS,
    NAME_PARTS,
    NUMBERS,
    POSSESSIVES,
    PREPOSITIONS,
    PRONOUNS,
    TITLES,
    UNITS,
    is_abbreviation,
    is_capitalised,
    is_foreign,
    is_word,
)

_FILED: Final = re.compile(r"[\d/+=#]")
_REPORTING: Final = frozenset(
    "means meant evidently apparently obviously presumably refers alludes confused".split()
)
_FINITE: Final = frozenset(
    "is are was were has have had will would does did can could said says must".split()
)

_AGREEING: Final = _FINITE | frozenset("am does do may might should shall cannot".split())
_SAYING: Final = frozenset("said says asked answered replied added continued remarked noted".split())
# Small words that begin no noun phrase; those with which the subject of a clause begins.
_CONTINUING: Final = FUNCTION_WORDS - ARTICLES - PRONOUNS
_OPENING_A_CLAUSE: Final = DETERMINERS | PRONOUNS
_OF_THE_PAGE: Final = frozenset(("hand", "loss", "withholding"))
_QUOTING: Final = frozenset(':,“"„«')
_LONGEST_SUBJECT: Final = 5
_POINTING: Final = frozenset(("this", "these", "such"))
# What ends with one of these needs what stands after the bracket.
_UNFINISHED: Final = frozenset(
    "the a an of that and or are is was were be been has have had do does did "
    "will would can could shall should".split()
)


def sentence_completed(case: Case, habits: Habits) -> Iterator[Vote]:
    """English words that the sentence needs, or that continue it."""
    if (
        case.is_foreign
        or not case.words
        or case.inner.endswith("?")
        or (case.words[0].isupper() and len(case.inner) > 1)
    ):
        return
    if not all(map(is_english_or_name, case.words)) or _explains_pronoun(case):
        return
    if case.is_name_like and is_capitalised(case.previous) and case.previous.lower() not in FUNCTION_WORDS:
        # A name beside a name: `evidence_of_names` has the word.
        return
    low = [word.lower() for word in case.words]
    previous = case.previous.lower()
    if all(word in FUNCTION_WORDS for word in low):
        yield Vote(C.SUPPLIED, 7, "only small words, which a sentence needs", "omitted")
        return
    if previous in EXPECTING and not (previous in NUMBERS and case.previous_is_name):
        yield Vote(C.SUPPLIED, 6, f"the sentence needs a word after “{case.previous}”", "omitted")
    elif is_possessive(case.previous) and not is_possessive(case.inner) and not case.is_before_pause:
        yield Vote(C.SUPPLIED, 6, f"the sentence needs a noun after “{case.previous}”", "omitted")
    if len(low) == 1 and low[0] in _SAYING and case.following in _QUOTING:
        yield Vote(C.SUPPLIED, 5, "a verb of saying before what is said", "omitted")
    if _is_subject(case):
        yield Vote(C.SUPPLIED, 4, f"“{case.following}” lacks its subject", "omitted")
    if case.previous[:1].isdigit() and (low[0] in NUMBERS or low[0] in UNITS):
        yield Vote(C.SUPPLIED, 6, f"a unit is wanted after “{case.previous}”", "omitted")
    if low[0] == "of" and len(case.words) > 1 and not any(map(str.isdigit, case.inner)):
        yield Vote(C.SUPPLIED, 7, "a phrase with “of”, as no explanation begins", "omitted")
    elif low[0] in _POINTING and len(low) > 1 and _FINITE.isdisjoint(low) and not case.begins_sentence:
        yield Vote(C.SUPPLIED, 7, f"words with “{low[0]}”, as no explanation begins", "omitted")
    elif low[0] in PREPOSITIONS and len(case.words) > 1:
        yield Vote(C.SUPPLIED, 5, f"a phrase with “{low[0]}” that the source left unsaid", "omitted")
    elif low[0] in _CONTINUING and not case.begins_sentence:
        yield Vote(C.SUPPLIED, 4, f"words of the sentence, beginning with “{low[0]}”", "omitted")
    if low[-1] in FUNCTION_WORDS and len(low) > 1:
        weight = 7 if low[-1] in _UNFINISHED and not case.is_before_pause else 4
        yield Vote(
            C.SUPPLIED, weight, f"it ends with “{low[-1]}”, so the sentence goes on after it", "omitted"
        )
    if any(word in _FINITE for word in low[1:]) and len(low) < 6 and not case.inner[0].isupper():
        yield Vote(C.SUPPLIED, 2, "it holds the verb of the sentence", "omitted")
    goes_on = not case.is_before_pause and case.following[0].islower() and _is_common(case)
    if goes_on and not is_foreign(case.previous):
        yield Vote(C.SUPPLIED, 2, f"the sentence goes on with “{case.following}”", "omitted")
    if len(low) == 1 and low[0].endswith("ly") and len(low[0]) > 4 and not case.begins_sentence:
        yield Vote(C.SUPPLIED, 2, f"an adverb after “{case.previous}”", "omitted")
    if is_english(case.previous) and case.length < 40 and not case.begins_sentence and _is_common(case):
        yield Vote(C.SUPPLIED, 2, f"an English word after the English word “{case.previous}”", "omitted")


def name_completed(case: Case, habits: Habits) -> Iterator[Vote]:
    """``[North] Korea``, ``Soviet [Union]``: part of a name of several words."""
    if case.is_foreign or not case.words or not case.is_all_capitalised or len(case.words) > 4:
        return
    low = case.words[-1].lower()
    if low in NAME_PARTS and is_capitalised(case.following) and not case.is_before_pause:
        yield Vote(C.SUPPLIED, 7, f"it completes the name before “{case.following}”", "omitted")
    elif is_capitalised(case.following) and not case.is_before_pause and not case.begins_sentence:
        yield Vote(C.SUPPLIED, 3, f"it completes the name before “{case.following}”", "omitted")
    previous = case.previous
    if (translates_name(case) and is_foreign(previous)) or resolves_foreign_letters(case):
        return
    if case.words[0].lower() in NAME_PARTS and (case.previous_is_name or is_abbreviation(previous)):
        yield Vote(C.SUPPLIED, 6, f"it completes the name “{previous}”", "completed")
    elif previous.lower() in TITLES and not is_determined(case):
        yield Vote(C.SUPPLIED, 6, f"a name is wanted after the title “{previous}”", "completed")


def sentence_within(case: Case, habits: Habits) -> Iterator[Vote]:
    """A whole sentence, or a bracket that is a paragraph: somebody speaks about the text."""
    if is_sentence(case) and _is_of_the_page(case):
        # It may tell of a hand, or of a gap.
        yield Vote(C.COMMENT, 3, "it is a sentence by itself, of the page")
        return
    if is_sentence(case):
        yield Vote(C.COMMENT, 5, "it is a sentence by itself")
    elif len(case.words) > 9 and case.inner[0].isupper():
        yield Vote(C.COMMENT, 5, f"{len(case.words)} words that begin with a capital")
    elif len(case.words) > 12 or case.length > 120:
        yield Vote(C.COMMENT, 3, "a long explanation")
    if len(case.words) > 5 and any(word in _REPORTING for word in case.words):
        yield Vote(C.COMMENT, 8, "it says what somebody means")
    if case.opens_block and case.closes_block and len(case.words) > 1 and not _FILED.search(case.inner):
        yield Vote(C.COMMENT, 4, "it is a paragraph by itself")


def _is_subject(case: Case) -> bool:
    """Return True for ``; [the rest] have gone``: a clause begins, and its verb follows."""
    opens_clause = case.begins_sentence or not is_word(case.previous)
    return (
        opens_clause
        and case.following in _AGREEING
        and case.words[0].lower() in _OPENING_A_CLAUSE
        and len(case.words) <= _LONGEST_SUBJECT
    )


def _is_common(case: Case) -> bool:
    """No single rare word, which may be one of another language."""
    return len(case.words) > 1 or is_common_english(case.words[0])


def _explains_pronoun(case: Case) -> bool:
    """Return True for ``he [the miller]`` and ``their [the drivers’]``, not for ``our [Soviet] side``."""
    low, first = case.previous.lower(), case.words[0].lower()
    if low in ("here", "there", "then", "now"):
        return first in PREPOSITIONS and len(case.words) > 1
    if low in DEMONSTRATIVES and low != "such":
        # No noun phrase has two determiners: "this [the delay]" explains, "such [a delay]" completes.
        return first in ARTICLES and len(case.words) > 1
    if low in POSSESSIVES:
        return is_possessive(case.inner) or first in ARTICLES
    return low in PRONOUNS and (is_capitalised(case.words[0]) or first in DETERMINERS)


def _is_of_the_page(case: Case) -> bool:
    return any(not _OF_THE_PAGE.isdisjoint(subjects_of(word.lower())) for word in case.words)


def is_sentence(case: Case) -> bool:
    """Return True for three words at least that begin with a capital and end as a sentence does."""
    return len(case.words) > 2 and case.inner[0].isupper() and case.inner.rstrip('”"’')[-1:] in (".", "!")


def is_english_or_name(word: str) -> bool:
    """Return True for an English word and for any word with a capital."""
    return word[0].isupper() or is_english(word)


def translates_name(case: Case) -> bool:
    """All are English words with capitals, and more than the one word that completes a name: ``[River]``."""
    if not case.words or not case.is_all_capitalised or not all(map(is_english, case.words)):
        return False
    return len(case.words) > 1 or case.words[0].lower() not in NAME_PARTS


def resolves_foreign_letters(case: Case) -> bool:
    """Return True for ``ZK [Central Committee]``: letters that do not begin English words, and two names."""
    return (
        is_abbreviation(case.previous)
        and case.previous not in ENGLISH_ABBREVIATIONS
        and len(case.words) > 1
        and (case.is_all_capitalised or not {"of", "for"}.isdisjoint(case.words[1:]))
        and all(is_english(word) or is_abbreviation(word) for word in case.words)
    )
