"""The class of a bracket in a paper that is written in its own language.

Nothing here rests on English words: of the rest of the evidence only the forms are asked, and nothing is
weighed by what was learnt from English translations. In editions of papers in their own language square
brackets stand for what the editor adds to the text. Only where the sentence shows that it lacks the words
is that claimed; a word behind a complete clause may explain as well, and stays unclassified.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from typing import Final

from dragoman.convert.brackets import phrases
from dragoman.convert.brackets.case import Case, Habits
from dragoman.convert.brackets.evidence_of_marks import mark_within, speaker_within
from dragoman.convert.brackets.evidence_of_numbers import number_within, question_mark
from dragoman.convert.brackets.languages import script_of
from dragoman.convert.brackets.phrase_parts import Phrase
from dragoman.convert.brackets.phrases_of_languages import NATIVE_ALONE
from dragoman.convert.brackets.small_words import COURTESIES, PRONOUNS, WANTING
from dragoman.convert.brackets.verdict import BracketClass as C
from dragoman.convert.brackets.verdict import Verdict, Vote
from dragoman.convert.brackets.words import (
    has_initials,
    is_abbreviation,
    is_capitalised,
    is_word,
)

Evidence = Callable[[Case, Habits], Iterator[Vote]]

# Languages that set no blanks between their words: what touches a bracket is no part of its word.
_UNSPACED: Final = frozenset(("zh", "ja"))
_BRIEF: Final = frozenset(("so", "tak", "takto", "так", "így", "ainsi", "așa", "sic"))
# A transcriber may remark on a paper in English; what else the English wordings say is of English words.
_OF_TRANSCRIBERS: Final = frozenset((C.GAP, C.SIC, C.PHYSICAL, C.COMMENT, C.REFERENCE, C.UNCERTAIN))
_DATE: Final = re.compile(
    r"(?:\d{1,2}[. ]?(?:-?[^\W\d_]{1,3})? ?)?(?:[^\W\d_]{3,12}\.? ?)?(?:1[5-9]|20)\d\d"
    r"(?:\s?(?:г\.?|гг\.?|год\w?|оны?|он|年(?:\d{1,2}月(?:\d{1,2}日)?)?|년|r\.?|roku|évi?|\.))?[?]?"
)
_DAY: Final = re.compile(r"\d{1,2}(?:-?[^\W\d_]{1,4})?\.?|\d{1,2}[日月号일월]")
_INITIALS: Final = re.compile(r"(?:[^\W\d_a-zа-яёөү][a-zа-яё]?\.[ -]?){1,3}")
# Letters that stand alone for a word: “Т[оварищ]”. Longer ones are a word cut short, or lack a blank.
_SHORT_STEM: Final = 3
_SURE: Final = 10
_LIKELY: Final = 6
_HINT: Final = 3


def judge_native(case: Case, habits: Habits) -> Verdict:
    """Return the verdict on a square bracket by the first evidence in the language of the paper."""
    for evidence in _EVIDENCE:
        for vote in evidence(case, habits):
            cert = "high" if vote.weight >= _SURE else "medium" if vote.weight >= _LIKELY else "low"
            return Verdict(vote.kind, cert, (vote.reason,), vote.subtype)
    reason = "nothing in its language says what it is for"
    return Verdict(C.UNCLASSIFIED, "low", (reason,))


@lru_cache(maxsize=8192)
def native_phrase(inner: str) -> Phrase | None:
    """Return the wording of a paper in its own language that a bracket holds, or None."""
    return next((entry for entry in NATIVE_ALONE if entry.pattern.search(inner)), None)


def _letters_of_a_word(case: Case, habits: Habits) -> Iterator[Vote]:
    """Letters touch it: ``т[оварищ]``, ``[не]приехал``."""
    if _language(habits) in _UNSPACED or not case.words or not case.inner.startswith(case.words[0]):
        return
    has_before, has_after = case.before[-1:].isalpha(), case.is_glued_after
    if has_before and has_after and len(case.words) == 1:
        yield Vote(C.EXPANSION, _SURE, "letters touch it on both sides", "expansion")
    elif has_before and case.inner[0].islower():
        stem = re.split(r"[^\w’'-]", case.before)[-1]
        is_sure = len(stem) <= _SHORT_STEM or case.words[0].rstrip("’'") == case.inner.rstrip("’'.")
        weight = _SURE if is_sure else _LIKELY
        yield Vote(C.EXPANSION, weight, f"it continues the letters “{stem[-20:]}”", "expansion")
    elif has_after and len(case.words) == 1 and _language(habits) != "ko":
        if len(case.inner) == 1:
            yield Vote(C.EXPANSION, _SURE, "it begins the word that it touches", "expansion")
        else:
            yield Vote(C.SUPPLIED, _LIKELY, "it begins the word that it touches", "omitted")


def _wording(case: Case, habits: Habits) -> Iterator[Vote]:
    """A wording of the paper's language, or a transcriber's in English."""
    if not case.inner:
        yield Vote(C.GAP, _SURE, "the brackets are empty", "blank")
        return
    known = native_phrase(case.inner)
    if known is None:
        other = phrases.phrase_in(case.inner)
        known = other if other is not None and other.kind in _OF_TRANSCRIBERS else None
    if known is not None:
        if known.kind is C.PHYSICAL and len(case.words) == 1 and _is_amid(case):
            # “поставил [печать] и ушел”: the thing itself is spoken of.
            return
        yield Vote(known.kind, _SURE, f"a known wording, as in “{known.example}”", known.subtype)
    elif case.inner.lower() in _BRIEF and is_word(case.previous):
        yield Vote(C.SIC, _LIKELY, f"it says “{case.inner}” of “{case.previous}”")


def _mark(case: Case, habits: Habits) -> Iterator[Vote]:
    """A mark of punctuation that the source lacks."""
    for vote in mark_within(case, habits):
        yield vote._replace(weight=_SURE)


def _question(case: Case, habits: Habits) -> Iterator[Vote]:
    """``[?]`` where a word is wanted is a gap, elsewhere a doubt."""
    is_alone = case.inner in ("?", "？", "??")
    if is_alone and _wants(case, habits) and not case.is_before_pause:
        yield Vote(C.GAP, _SURE, f"it stands where a word is wanted, after “{case.previous}”", "illegible")
    else:
        yield from question_mark(case, habits)


def _date(case: Case, habits: Habits) -> Iterator[Vote]:
    """``3 мая [1958 г.]``, ``am [3.] Mai``."""
    if _DATE.fullmatch(case.inner):
        yield Vote(C.SUPPLIED, _SURE, "it makes a date complete", "completed")
    elif _DAY.fullmatch(case.inner) and not case.inner.isdigit() and re.search(r"\d", case.before):
        yield Vote(C.SUPPLIED, _LIKELY, "a day or a month beside a date", "completed")


def _initials(case: Case, habits: Habits) -> Iterator[Vote]:
    """``[П. А.] Гроховский``: initials before a name, or behind it."""
    if not _INITIALS.fullmatch(case.inner):
        return
    if is_word(case.following) and is_capitalised(case.following) and not case.is_before_pause:
        yield Vote(C.SUPPLIED, _SURE, f"initials before the name “{case.following}”", "completed")
    elif is_word(case.previous) and is_capitalised(case.previous):
        yield Vote(C.SUPPLIED, _LIKELY, f"initials after the name “{case.previous}”", "completed")


def _abbreviation(case: Case, habits: Habits) -> Iterator[Vote]:
    """``ГЭС [гидроэлектростанция]``, and the other way round."""
    previous, inner = case.previous, case.inner.strip()
    if is_abbreviation(previous) and case.words:
        first = case.words[0]
        if len(case.words) > 1 and has_initials(previous, list(case.words)):
            yield Vote(C.GLOSS, _SURE, f"its words begin with the letters of “{previous}”")
        elif first[0].upper() == previous[0] or len(case.words) > 1:
            yield Vote(C.GLOSS, _LIKELY, f"it follows the abbreviation “{previous}”")
    elif is_abbreviation(inner) and has_initials(inner, list(case.before_tokens[-2 * len(inner) :])):
        yield Vote(C.GLOSS, _SURE, "it abbreviates the words before it")


def _pronoun(case: Case, habits: Habits) -> Iterator[Vote]:
    """``Он [Самбуу] обещал``: it says who is meant."""
    if case.previous.lower() in PRONOUNS.get(_language(habits), ()) and case.words:
        is_named = is_capitalised(case.words[0]) or len(case.words) > 1
        if is_named and _language(habits) not in _UNSPACED:
            yield Vote(C.GLOSS, _LIKELY, f"it says whom “{case.previous}” means")


def _other_script(case: Case, habits: Habits) -> Iterator[Vote]:
    """Letters of another script than the paper's: a name or a term as another language writes it."""
    script = script_of(case.inner)
    beside = case.before + case.after
    if case.words and any(map(str.isalpha, beside)) and script not in ("Latn", script_of(beside)):
        yield Vote(C.SOURCE_TERM, _LIKELY, f"it is written in another script ({script})")


def _lacking(case: Case, habits: Habits) -> Iterator[Vote]:
    """The sentence lacks the words: they stand after a small word that wants one, or amid a clause."""
    if not case.words or _language(habits) in _UNSPACED:
        return
    low = case.previous.lower()
    small = WANTING.get(_language(habits), frozenset())
    if _wants(case, habits):
        yield Vote(C.SUPPLIED, _LIKELY, f"a word is wanted after “{case.previous}”", "omitted")
    elif low in COURTESIES and is_capitalised(case.words[0]):
        yield Vote(C.SUPPLIED, _LIKELY, f"a name is wanted after “{case.previous}”", "completed")
    elif len(case.words) == 1 and case.inner.lower() in small and is_word(case.previous):
        yield Vote(C.SUPPLIED, _LIKELY, f"“{case.inner}” is a small word, and explains none", "omitted")
    elif len(case.words) > 1 and case.words[0].lower() in small and is_word(case.previous):
        yield Vote(C.SUPPLIED, _HINT, f"“{case.words[0]}” goes on with the words before it", "omitted")
    elif _is_amid(case) and case.inner.islower():
        reason = "words amid a clause, where editors supply what the text lacks"
        yield Vote(C.SUPPLIED, _HINT, reason, "omitted")


def _wants(case: Case, habits: Habits) -> bool:
    return case.previous.lower() in WANTING.get(_language(habits), ()) and case.before[-1:].isspace()


def _is_amid(case: Case) -> bool:
    """Return True between two words of one clause, the second of which is small."""
    return is_word(case.previous) and not case.is_before_pause and case.following[:1].islower()


def _language(habits: Habits) -> str:
    return habits.language.partition("-")[0]


_EVIDENCE: Final[Sequence[Evidence]] = (
    _letters_of_a_word,
    _question,
    _wording,
    speaker_within,
    _mark,
    _date,
    number_within,
    _initials,
    _abbreviation,
    _pronoun,
    _other_script,
    _lacking,
)
