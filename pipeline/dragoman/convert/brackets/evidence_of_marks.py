"""The evidence for brackets that hold no word: a mark, a letter, an initial; a speaker's name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from dragoman.convert.brackets.case import Case, Habits
from dragoman.convert.brackets.verdict import BracketClass as C
from dragoman.convert.brackets.verdict import Vote
from dragoman.convert.brackets.words import (
    COUNTRIES,
    FUNCTION_WORDS,
    NUMBERS,
    TITLES,
    is_capitalised,
    is_word,
)

_PUNCTUATION: Final = re.compile(r"[.,;:!“”\"‘’'«»„()–—-]{1,3}")
_INITIALS: Final = re.compile(r"(?:[^\W\d_a-z][a-z]?\.[ -]?){1,3}")
# A letter, or a number with a letter: of a block, a copy, a variant. What it stands for only the paper tells.
_CODE: Final = re.compile(r"[^\W\d_a-z]\.?|\d{1,3}[ -]?[^\W\d_]|[^\W\d_a-z][ -]?\d{1,3}|[a-z]\)?|[+=#&|×§]")
_SPEAKER: Final = re.compile(r"(?:(?:[^\W\d_a-z][\w.’'-]*|de|van|von|der|al|bin)\s?){1,5}:")
_ADDRESSEE: Final = re.compile(
    r"(?:(?:turns |turning |aside )?to|addressing) (?:the \w+|(?:[^\W\d_a-z][\w.’'-]*\s?){1,4}):?"
)
_EXCLAMATION: Final = re.compile(r"[“\"„«][^“”\"„«»]{1,40}!{1,3}[”\"“»]!?|[“\"„«]?!{2,3}[”\"“»]?")
_WRITING: Final = frozenset(
    """
    mark marks marked margin marginal pencil ink note notes noted remark remarks underlined
    underlining comment comments resolution annotated annotation wrote hand scribbled crossed line
    """.split()
)
_MORE_PREPOSITIONS: Final = frozenset(
    "to from in on at by with of for into onto before after under over".split()
)
# Two that go together: the second is what the source lacks.
_COMPOUNDS: Final = frozenset(("on to", "in to", "over to", "from under", "in with", "in by"))


def mark_within(case: Case, habits: Habits) -> Iterator[Vote]:
    """``replied: [“]``: a mark of punctuation that the source lacks."""
    if (
        _PUNCTUATION.fullmatch(case.inner)
        and case.inner != "!"
        and not re.fullmatch(r"[-–—.]{2,3}|[-–—]", case.inner)
    ):
        yield Vote(C.SUPPLIED, 9, "a mark of punctuation that the source lacks", "omitted")


def initials_within(case: Case, habits: Habits) -> Iterator[Vote]:
    """``Counsellor [A.] Petrov``: initials before a name; ``Petrov [A. N.]`` after it."""
    if not _INITIALS.fullmatch(case.inner):
        return
    before_name = is_word(case.following) and is_capitalised(case.following) and not case.is_before_pause
    after_name = case.previous_is_name or case.previous.lower() in TITLES
    if before_name and (after_name or case.begins_sentence or case.previous.lower() in FUNCTION_WORDS):
        yield Vote(C.SUPPLIED, 9, f"initials before the name “{case.following}”", "completed")
    elif case.previous_is_name and len(case.inner) > 3:
        yield Vote(C.SUPPLIED, 7, f"initials after the name “{case.previous}”", "completed")


def speaker_within(case: Case, habits: Habits) -> Iterator[Vote]:
    """``[Mr. Brissac:] We agree.``: who speaks, at the head of a paragraph."""
    if case.opens_block and not case.closes_block and _SPEAKER.fullmatch(case.inner):
        yield Vote(C.SUPPLIED, 12, "a speaker's name and a colon, at the head of a paragraph", "omitted")


def addressee_within(case: Case, habits: Habits) -> Iterator[Vote]:
    """``Zhou [to Kim]: You know that.``: whom the speaker turns to, before what he says."""
    if not _ADDRESSEE.fullmatch(case.inner):
        return
    after = case.after.lstrip()
    if after[:1] == ":" or case.inner.endswith(":") or (case.opens_block and is_capitalised(case.following)):
        yield Vote(C.COMMENT, 12, "it says to whom the words after it are spoken")


def exclamation_within(case: Case, habits: Habits) -> Iterator[Vote]:
    """``a mark by the secretary [“No!!”]``: a reader's exclamation, where the text speaks of his pen."""
    if not _EXCLAMATION.fullmatch(case.inner):
        return
    beside = {token.lower() for token in case.before_tokens[-10:]} & _WRITING
    if beside or "!!" in case.inner:
        yield Vote(C.PHYSICAL, 12, "an exclamation that a reader put on the page", "marginal")


def says_nothing(case: Case) -> bool:
    """Return True where nothing in a bracket or beside it tells what it is for.

    A letter or a code, a number beside a number, a preposition after another: it may correct, vary or count.
    """
    if case.is_glued_before or case.is_glued_after or case.opens_block:
        return False
    if _CODE.fullmatch(case.inner):
        # The article and the pronoun are wanted before a word.
        is_small_word = case.inner.lower() in ("a", "i") and is_word(case.following)
        return not any(initials_within(case, Habits())) and not is_small_word
    if case.inner.isdigit() and len(case.inner) < 4:
        return case.previous.isdigit() or case.previous.lower() in NUMBERS | {"one"}
    if case.previous.lower() in COUNTRIES and len(case.words) == 1 and case.is_foreign:
        # The name of a country is complete: what a man's name does there, it does not say.
        return case.inner[0].isupper()
    low, previous = case.inner.lower(), case.previous.lower()
    if f"{previous} {low}" in _COMPOUNDS:
        return False
    return low in _MORE_PREPOSITIONS and previous in _MORE_PREPOSITIONS
