"""The evidence for brackets that hold figures, dates, measures and question marks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from dragoman.convert.brackets.case import Case, Habits
from dragoman.convert.brackets.verdict import BracketClass as C
from dragoman.convert.brackets.verdict import Vote
from dragoman.convert.brackets.words import (
    ARTICLES,
    DATE_WORDS,
    DETERMINERS,
    FUNCTION_WORDS,
    MONTHS,
    NUMBERS,
    PREPOSITIONS,
    UNITS,
    is_capitalised,
    is_foreign,
)

_YEAR: Final = re.compile(r"^(?:1[5-9]|20)\d\d(?:\s?[-–/]\s?\d{2,4})?[?]?$")
_YEAR_BEFORE: Final = re.compile(r"(?<!\d)(?:1[5-9]|20)\d\d$")
# Between two numbers: "1946-[19]48" completes the second, which is no word cut short.
_SPANS: Final = frozenset("-–/")
_NUMBER: Final = re.compile(r"^\d{1,3}[.)]?$")
_DATE: Final = re.compile(
    r"^(?:(?:of|in|on|this|last|next|the same|that|current|previous|early|late|mid)[ -]+)*"
    r"(?:\d{1,2}(?:st|nd|rd|th)?\.? )?(?:(?:"
    + "|".join(sorted(DATE_WORDS, key=len, reverse=True))
    + r")\b\.?,? ?)"
    r"(?:\d{1,2}(?:st|nd|rd|th)?,? ?)?(?:of )?(?:(?:1[5-9]|20)\d\d)?$",
    re.IGNORECASE,
)
_WANTING_A_FIGURE: Final = FUNCTION_WORDS | DATE_WORDS | NUMBERS
_BEFORE_A_DAY: Final = PREPOSITIONS | ARTICLES
_MARKS_ALONE: Final = re.compile(r"[?？]{1,3}|\([?？]\)")
_MARK_BESIDE_WORDS: Final = re.compile(r"[?？]\)?$|^[?？](?=\s?\w)")
_SIC: Final = re.compile(r"sic\b", re.IGNORECASE)
_GUESSING: Final = frozenset(
    "probably possibly perhaps maybe presumably apparently uncertain conjectural seemingly likely "
    "supposedly conceivably".split()
)
_MOST_LIKELY: Final = ("most likely ", "most probably ", "very likely ", "quite possibly ")
_TIME_OF_DAY: Final = re.compile(r"[ap]\.? ?m\.?|o['’]clock(?: in the \w+)?", re.IGNORECASE)
# "[cotton? the ink has run]", "[Petrov, it would seem]"
_ASKED: Final = re.compile(r"^[“\"]?\w[\w’'-]*(?: [\w’'-]+){0,2}[”\"]?\?[ ,;:–—-]")
_ASKING: Final = frozenset(
    "who what why how when where which whose whom really is are was were do does did can so and".split()
)
_SEEMS: Final = re.compile(
    r", ?(?:(?:as )?it (?:would )?(?:seems?|appears?)|(?:most )?(?:probably|possibly|perhaps|maybe|"
    r"presumably|apparently|likely|seemingly)|(?:I|we) (?:think|believe|suppose|assume|presume|guess)|"
    r"(?:if|unless) .{0,30}\b(?:correct(?:ly)?|mistaken|not wrong|right(?:ly)?))[.)]?$"
)
_LONGEST_GUESS: Final = 9
_MEASURE: Final = re.compile(
    r"^(?:(?:about|some|roughly|ca\.?|approx(?:imately|\.)?|nearly|equal to|or|=) ?)?"
    r"(?:[\d.,½¼¾]+|(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|"
    r"fifty|sixty|a hundred)(?:-\w+| and a half)?) ?(?:hundred |thousand |million )?"
    r"(?:(?:U\. ?S\.|US|American|Soviet|metric|old|new|gold|nautical|English|German|Chinese) )?"
    r"(?:kg|kilo\w+|km|m|cm|mm|metres?|meters?|ha|hectares?|acres?|miles?|yards?|feet|pounds?|tons?|tonnes?|"
    r"litres?|liters?|degrees?|°[CF]?|%|per ?cent|dollars?|rubles?|roubles?|yuan|tugriks?|cents?|inches|"
    r"gallons?|bushels?|poods?|versts?|crowns?|marks?|zlotys?|forints?|lei|leva|square \w+|cubic \w+)\b"
    r"(?: (?:(?:at|by) the .{2,30}|(?:a|per) \w+))?\.?$",
    re.IGNORECASE,
)


def measure_within(case: Case, habits: Habits) -> Iterator[Vote]:
    """``pood [16.38 kg]``: a measure in the units of the reader."""
    if not _MEASURE.match(case.inner):
        return
    at = case.previous_at
    if at > 0 and (case.before_tokens[at - 1][0].isdigit() or case.before_tokens[at - 1].lower() in NUMBERS):
        yield Vote(C.GLOSS, 11, f"a measure in other units, after one in “{case.previous}”")
    else:
        yield Vote(C.GLOSS, 8, "a measure in other units")


def date_completed(case: Case, habits: Habits) -> Iterator[Vote]:
    """``June 9 [1982]``, ``on Monday [14 June]``, ``[this year]``."""
    previous = case.previous.lower().rstrip(".")
    numeric = previous[:1].isdigit()
    if _YEAR.match(case.inner):
        if numeric and _is_of_an_era(case):
            yield Vote(C.GLOSS, 12, "a year after the year of another era")
            return
        after_date = numeric or previous in DATE_WORDS
        reason = f"a year after “{case.previous}”" if after_date else "a year"
        yield Vote(C.SUPPLIED, 8 if after_date else 6, reason, "completed")
    elif _DATE.match(case.inner) and (
        numeric or previous in DATE_WORDS or any(w.isdigit() for w in case.inner.split())
    ):
        yield Vote(C.SUPPLIED, 8, f"it makes the date after “{case.previous}” complete", "completed")
    elif _DATE.match(case.inner) and not case.is_foreign:
        yield Vote(C.SUPPLIED, 4, "it makes a date complete", "completed")


def _is_of_an_era(case: Case) -> bool:
    """Return True for a number of two figures after a name that is no month: ``Minguo 38``."""
    at = case.previous_at
    era = case.before_tokens[at - 1] if at > 0 else ""
    return is_capitalised(era) and is_foreign(era) and len(era) > 3 and era.lower() not in DATE_WORDS


def number_within(case: Case, habits: Habits) -> Iterator[Vote]:
    """A number: a note's, a page's, or a figure that the source lacks."""
    if case.previous[:1].isdigit():
        if _TIME_OF_DAY.fullmatch(case.inner):
            yield Vote(C.SUPPLIED, 9, f"the time of day after “{case.previous}”", "completed")
        elif len(case.words) == 1 and case.is_foreign and case.inner.lower() in UNITS:
            yield Vote(C.SUPPLIED, 9, f"a unit is wanted after “{case.previous}”", "omitted")
    if not _NUMBER.match(case.inner):
        return
    number = case.inner.rstrip(".)")
    is_full_year = _YEAR_BEFORE.search(case.before) is not None and not case.after[:1].isalnum()
    if is_full_year:
        known = number in habits.note_numbers or number in habits.numbers
        yield Vote(
            C.REFERENCE, 10 if known else 7, f"a number that touches the year “{case.previous}”", "note"
        )
    elif (case.before[-1:].isdigit() and number not in habits.note_numbers) or case.after[:1].isdigit():
        if case.after[:1].isdigit() and not case.is_glued_before and case.before[-1:] not in _SPANS:
            yield Vote(C.EXPANSION, 10, "it begins the number that it touches", "expansion")
        else:
            yield Vote(C.SUPPLIED, 10, "it completes the number that it touches", "completed")
    elif _is_day(case, number):
        yield Vote(
            C.SUPPLIED, 10, f"a day is wanted between “{case.previous}” and “{case.following}”", "omitted"
        )
    elif number in habits.note_numbers:
        yield Vote(C.REFERENCE, 10, f"the block of notes has a number {number}", "note")
    elif number in habits.numbers:
        yield Vote(C.REFERENCE, 9, "such numbers follow each other in the document", "note")
    elif case.opens_block and case.closes_block:
        yield Vote(C.REFERENCE, 7, "a number on a line of its own", "page")
    elif case.is_glued_before or (case.before[-1:] in '.,;:”"’)]' and case.before[-1:]):
        yield Vote(C.REFERENCE, 7, "a number that touches the text before it", "note")
    elif case.previous.lower() in _WANTING_A_FIGURE:
        yield Vote(C.SUPPLIED, 6, f"a figure is wanted after “{case.previous}”", "omitted")
    elif case.is_before_pause:
        yield Vote(C.REFERENCE, 4, "a number at the end of a clause", "note")
    else:
        yield Vote(C.SUPPLIED, 3, f"a figure before “{case.following}”", "omitted")


def _is_day(case: Case, number: str) -> bool:
    """Return True for a number before a month, parted from the word before it: ``on [1] April``."""
    wanted = case.previous.lower() in _BEFORE_A_DAY and case.before[-1:].isspace()
    return wanted and case.following.lower() in MONTHS and 0 < int(number) < 32


def question_mark(case: Case, habits: Habits) -> Iterator[Vote]:
    """``[?]`` and ``[return?]``: a doubt about the word before, or a doubtful word."""
    # Most brackets have neither a question mark nor a comma, and need not be held against the patterns.
    has_mark = "?" in case.inner or "？" in case.inner
    if has_mark and _MARKS_ALONE.fullmatch(case.inner):
        previous = case.previous.lower()
        wanting = (previous in DETERMINERS or previous in PREPOSITIONS) and not case.is_before_pause
        if case.opens_block or wanting:
            yield Vote(C.GAP, 12, f"it stands where a word is wanted, after “{case.previous}”", "illegible")
        else:
            yield Vote(C.UNCERTAIN, 12, f"a question mark after “{case.previous}”", "doubt")
    elif (
        has_mark
        and _MARK_BESIDE_WORDS.search(case.inner)
        and len(case.words) <= (9 if case.inner[0].islower() else 5)
        and not _SIC.match(case.inner)
    ):
        yield Vote(C.UNCERTAIN, 12, "a question mark with the words in the bracket", "reading")
    elif has_mark and _ASKED.match(case.inner) and case.words and case.words[0].lower() not in _ASKING:
        yield Vote(C.UNCERTAIN, 10, f"“{case.words[0]}” with a question mark, and why", "reading")
    elif "," in case.inner and _SEEMS.search(case.inner) and len(case.words) <= _LONGEST_GUESS:
        yield Vote(C.UNCERTAIN, 10, "it ends with a word that says that it is a guess", "reading")
    elif (
        case.words
        and (case.words[0].lower() in _GUESSING or case.inner.startswith(_MOST_LIKELY))
        and len(case.words) <= 7
        and not case.inner.endswith((".", "!"))
    ):
        yield Vote(C.UNCERTAIN, 10, f"“{case.words[0]}” says that it is a guess", "reading")
