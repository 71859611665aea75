"""The evidence for brackets beside a noun that is complete: they say what it is, and supply nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from dragoman.convert.brackets.case import Case, Habits
from dragoman.convert.brackets.verdict import BracketClass as C
from dragoman.convert.brackets.verdict import Vote
from dragoman.convert.brackets.words import (
    DATE_WORDS,
    DEMONSTRATIVES,
    DETERMINERS,
    EXPECTING,
    FUNCTION_WORDS,
    NUMBERS,
    PREPOSITIONS,
    PRONOUNS,
    is_abbreviation,
    is_capitalised,
    is_foreign,
    is_word,
)

_CLOSING_QUOTES: Final = frozenset('”’"»“')
# A verb's past or present participle, or what looks like one: an object may follow it.
_VERBAL: Final = re.compile(r"(?:[a-z]ed|ing)$")
_VERBS: Final = frozenset(
    """
    said told asked gave took made saw knew thought meant sent left met kept held found began
    brought bought built spent wrote read heard put let set cut became got went came stood fell felt
    led lost paid sold sought spoke understood won broke chose drew drove grew hid rose shook showed
    signed left help want wants need needs hope hopes say says think thinks know knows ask asks give
    gives take takes make makes see sees support supports consider considers believe believes
    include includes mean means propose proposes visit visits
    """.split()
)
_POSSESSIVE: Final = re.compile(r"['’]s$|s['’]$")
_LONGEST_PHRASE: Final = 5
_FINITE: Final = frozenset(
    "is are was were has have had means meant says said will would refers apparently evidently".split()
)
_SEVERAL: Final = NUMBERS | {"both", "others", "other"}
_PARTS: Final = re.compile(r"\s*(?:,|;|\band\b)\s*")
_MONTH_AND_YEAR: Final = re.compile(
    r"^(?:(?:in|of|held in|from|since|early|late|mid-?) )?(?:\d{1,2}(?:[-–]\d{1,2})? )?"
    r"[A-Z][a-z]+\.?,? (?:\d{1,2}, )?(?:1[5-9]|20)\d\d$"
)


# What the heading of a record calls it.
_GENRE: Final = re.compile(
    r"(?:(?:brief|short|official|confidential|stenographic|informational) )*(?:note|memorandum|memo|record|"
    r"minutes|report|protocol|transcript|information|reference|inquiry|summary|letter|telegram|account|aide-m[eé]moire)s?\b",
    re.IGNORECASE,
)
_SHORT_HEADING: Final = 40
_LONGEST_HEADING: Final = 6


def heading_translated(case: Case, habits: Habits) -> Iterator[Vote]:
    """``Vermerk [Note]``: nothing but a heading in another language, and what it says in English."""
    if case.is_foreign or not _GENRE.match(case.inner):
        return
    before = [token for token in case.before_tokens if is_word(token)]
    goes_on = not case.closes_block and case.following[:1].islower() and case.before.rstrip().isupper()
    if (
        (case.closes_block or (goes_on and len(case.before) < _SHORT_HEADING))
        and 0 < len(before) <= _LONGEST_HEADING
        and all(map(is_foreign, before))
    ):
        yield Vote(C.GLOSS, 12, f"it translates the heading “{case.before.strip()}”")


def noun_explained(case: Case, habits: Habits) -> Iterator[Vote]:
    """``the puppets [the men in Seoul]``: two noun phrases in a row, so the second explains the first."""
    if len(case.words) < 2 or case.is_foreign or case.inner.endswith(("?", ":")):
        return
    first = case.words[0].lower()
    if first not in DETERMINERS or case.words[-1].lower() in FUNCTION_WORDS:
        return
    if any(word.lower() in _FINITE for word in case.words[1:]):
        # A clause, and no noun phrase.
        return
    if is_quoted_before(case):
        yield Vote(C.GLOSS, 7, "it says what the words in quotation marks mean")
    elif ends_noun_phrase(case):
        yield Vote(C.GLOSS, 6, f"it says what “{case.previous}” is: a noun phrase after a complete one")


def noun_named(case: Case, habits: Habits) -> Iterator[Vote]:
    """``the other side [China]``: a name after a common noun that an article or the like determines."""
    previous = case.previous
    is_name = case.is_all_capitalised and 0 < len(case.words) <= 4 and not case.inner.endswith(("?", ":"))
    if not is_name or not previous.islower() or habits.original == "de" or is_abbreviation(case.inner):
        return
    if ends_noun_phrase(case) and not (is_word(case.following) and is_capitalised(case.following)):
        yield Vote(C.GLOSS, 6, f"it names the “{previous}” that is meant")


def group_named(case: Case, habits: Habits) -> Iterator[Vote]:
    """``the neighbors [Soviet intelligence]``: a name and a common noun after a noun that is complete."""
    words = case.words
    if (
        not 1 < len(words) <= 4
        or case.is_foreign
        or case.is_all_capitalised
        or case.inner.endswith(("?", ":", "."))
    ):
        return
    low = [word.lower() for word in words]
    is_phrase = words[0][0].isupper() and words[-1].islower() and low[0] not in FUNCTION_WORDS
    is_plain = _FINITE.isdisjoint(low) and FUNCTION_WORDS.isdisjoint(low) and not _VERBAL.search(low[-1])
    if is_phrase and is_plain and ends_noun_phrase(case):
        yield Vote(C.GLOSS, 6, f"it says what “{case.previous}” is")


def stand_in_named(case: Case, habits: Habits) -> Iterator[Vote]:
    """``the latter [Bold]``, ``the two [Bold and Dorj]``: names after a word that stands for them."""
    low = case.previous.lower()
    several = low in _SEVERAL
    if not several and low not in ("latter", "former"):
        return
    at = case.previous_at
    before = case.before_tokens[at - 1].lower() if at > 0 else ""
    names = [part for part in _PARTS.split(case.inner) if part]
    if not names or not all(part[0].isupper() for part in names) or case.inner.endswith(("?", ":")):
        return
    ahead = is_word(case.following) and is_capitalised(case.following)
    several = several and (before == "the" or low == "both")
    if not ahead and (low in ("latter", "former") or (several and len(names) > 1)):
        yield Vote(C.GLOSS, 14, f"it names whom “{case.previous}” stands for")


def quotation_explained(case: Case, habits: Habits) -> Iterator[Vote]:
    """``“the Five” [Poland, Hungary, …]``: names or a noun phrase after words in quotation marks."""
    if not is_quoted_before(case) or not case.words or case.inner.endswith("?"):
        return
    names = [part for part in _PARTS.split(case.inner) if part]
    if len(names) > 2 and all(part[0].isupper() for part in names):
        yield Vote(C.GLOSS, 10, "it lists whom the words in quotation marks mean")
    elif not case.is_foreign and case.is_all_capitalised:
        yield Vote(C.GLOSS, 5, "it names what the words in quotation marks mean")
    elif not case.is_foreign and len(case.words) <= _LONGEST_PHRASE and case.inner.islower():
        low = set(case.words)
        if low.isdisjoint(FUNCTION_WORDS | _VERBS | _FINITE) and not any(map(_VERBAL.search, low)):
            yield Vote(C.GLOSS, 5, "words in small letters after words in quotation marks")


def list_of_members(case: Case, habits: Habits) -> Iterator[Vote]:
    """``the four [Ulan, Darkhan, Erdenet, Choir]``: three names at least after a noun or a number."""
    names = [part for part in _PARTS.split(case.inner) if part]
    if len(names) < 3 or is_quoted_before(case) or not is_word(case.previous):
        return
    if all(part[0].isupper() and len(part.split()) <= 4 for part in names) and "." not in case.inner[:-1]:
        yield Vote(C.GLOSS, 6, f"it lists what “{case.previous}” comprises")


def event_dated(case: Case, habits: Habits) -> Iterator[Vote]:
    """``the Third Congress [September 1960]``: the date of what was named, no part of a date."""
    previous = case.previous
    if not _MONTH_AND_YEAR.match(case.inner) or previous.lower().rstrip(".") in DATE_WORDS:
        return
    if is_word(previous) and is_capitalised(previous) and previous.lower() not in FUNCTION_WORDS:
        yield Vote(C.GLOSS, 13, f"it says when “{previous}” was")


def term_translated(case: Case, habits: Habits) -> Iterator[Vote]:
    """``svoi [our own]``: small words too give the meaning of a foreign word in small letters."""
    previous = case.previous
    is_term = previous.islower() and is_foreign(previous) and len(previous) > 2
    if (
        is_term
        and case.words
        and all(word.lower() in FUNCTION_WORDS or word.lower() == "own" for word in case.words)
    ):
        yield Vote(C.GLOSS, 11, f"it gives the meaning of “{previous}”")


def is_quoted_before(case: Case) -> bool:
    """Return True where a closing quotation mark stands right before the bracket."""
    before = case.before.rstrip()
    if not before or before[-1] not in _CLOSING_QUOTES:
        return False
    mark = before[-1]
    if mark in "”»":
        return True
    # Straight marks and the German closing one: the quotation must have been opened.
    return before.count(mark) % 2 == 0 if mark == '"' else before.rfind("„") >= 0 if mark == "“" else False


def ends_noun_phrase(case: Case) -> bool:
    """Return True where the word before the bracket ends a noun phrase that lacks nothing.

    That is a name, a number after a word with a capital (``Route 9``), or a word within three of an
    article or the like that is no verb.
    """
    previous, before = case.previous, case.before_tokens
    low = previous.lower()
    if low in EXPECTING or low in FUNCTION_WORDS or low in _VERBS or low in DATE_WORDS:
        return False
    at = case.previous_at
    if at < 0 or _wants_subject(case, at):
        return False
    if previous.isdigit():
        return at > 0 and is_capitalised(before[at - 1]) and before[at - 1].lower() not in DATE_WORDS
    if not is_word(previous) or _POSSESSIVE.search(previous):
        return False
    if is_capitalised(previous):
        return case.previous_is_name
    nearest = [token.lower() for token in before[max(0, at - 3) : at]]
    is_determined = not (DETERMINERS.isdisjoint(nearest) and DEMONSTRATIVES.isdisjoint(nearest))
    return is_determined and not _VERBAL.search(low)


def _wants_subject(case: Case, at: int) -> bool:
    """Return True for ``In his opinion [the Chinese] were``: a clause that so far is a phrase and no more."""
    clause: list[str] = []
    for token in reversed(case.before_tokens[: at + 1]):
        if not (is_word(token) or token.isdigit()):
            break
        clause.insert(0, token.lower())
    goes_on = (
        is_word(case.following)
        and case.following.islower()
        and case.following not in DETERMINERS
        and case.following not in PRONOUNS
    )
    return bool(clause) and clause[0] in PREPOSITIONS and len(clause) <= _LONGEST_PHRASE and goes_on
