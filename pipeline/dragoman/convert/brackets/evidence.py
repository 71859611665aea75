"""The evidence for the class of a bracket: one small function for each kind of evidence.

Every function takes a case and the habits of its document and yields votes. None decides alone
(`classify` adds them up), and every vote says in words what it rests on.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Iterator
from typing import Final

from dragoman.convert.brackets import phrases
from dragoman.convert.brackets.case import Case, Habits
from dragoman.convert.brackets.languages import language_label, script_of
from dragoman.convert.brackets.lexicon import is_common_english, is_english
from dragoman.convert.brackets.verdict import BracketClass as C
from dragoman.convert.brackets.verdict import Vote
from dragoman.convert.brackets.words import (
    ARTICLES,
    DATE_WORDS,
    EXPECTING,
    FOREIGN_NAME_PARTS,
    FUNCTION_WORDS,
    NAME_PARTS,
    PLACE_PREPOSITIONS,
    PLACE_WORDS,
    POSSESSIVES,
    PREPOSITIONS,
    PRONOUNS,
    REALIA,
    ROLES,
    TITLES,
    has_initials,
    is_abbreviation,
    is_capitalised,
    is_foreign,
    is_word,
    words_of,
)

KNOWN_WORDING: Final = "a known wording, as in"

Evidence = Callable[[Case, Habits], Iterator[Vote]]

_YEAR: Final = re.compile(r"^(?:1[5-9]|20)\d\d(?:\s?[-–/]\s?\d{2,4})?[?]?$")
_NUMBER: Final = re.compile(r"^\d{1,3}[.)]?$")
_DATE: Final = re.compile(
    r"^(?:(?:of|in|on|this|last|next|the same|that|current|previous|early|late|mid)[ -]+)*"
    r"(?:\d{1,2}(?:st|nd|rd|th)?\.? )?(?:(?:" + "|".join(sorted(DATE_WORDS, key=len, reverse=True)) + r")\b\.?,? ?)"
    r"(?:\d{1,2}(?:st|nd|rd|th)?,? ?)?(?:of )?(?:(?:1[5-9]|20)\d\d)?$",
    re.IGNORECASE,
)  # fmt: skip
_MEASURE: Final = re.compile(
    r"^(?:about |ca\.? |approx(?:imately|\.)? |nearly |= ?)?[\d.,½¼¾]+ ?(?:thousand |million )?"
    r"(?:kg|kilo\w+|km|m|cm|mm|metres?|meters?|ha|hectares?|acres?|miles?|yards?|feet|pounds?|tons?|tonnes?|"
    r"litres?|liters?|degrees?|°[CF]?|%|per ?cent|dollars?|rubles?|roubles?|yuan|tugriks?)\b\.?$",
    re.IGNORECASE,
)
_FILED_MARK: Final = re.compile(r"[\d/+=#]")
_REPORTING: Final = frozenset("means meant evidently apparently obviously presumably refers alludes confused".split())
_FINITE: Final = frozenset(
    "is are was were has have had will would does did can could said says must".split()
)


def known_phrase(case: Case, habits: Habits) -> Iterator[Vote]:
    """The bracket holds a wording of the table in `phrases`."""
    if not case.inner:
        yield Vote(C.GAP, 8, "the brackets are empty", "blank")
        return
    phrase = phrases.phrase_in(case.inner)
    if phrase:
        yield Vote(phrase.kind, phrase.weight, f"{KNOWN_WORDING} “{phrase.example}”", phrase.subtype)


def labelled_term(case: Case, habits: Habits) -> Iterator[Vote]:
    """The translator names the language: ``[Rus.: uroven’]``."""
    match = phrases.LABELLED_TERM.match(case.inner)
    if not match or not language_label(match["label"]):
        return
    foreign = any(is_foreign(word) for word in words_of(match["term"])) or script_of(match["term"]) != "Latn"
    if match["colon"] or foreign:
        if not foreign:
            # "[in Russian: the dam]" reports what was said in Russian, in English words.
            yield Vote(C.COMMENT, 4, f"the language “{match['label']}” is named before English words")
            return
        yield Vote(C.SOURCE_TERM, 11, f"the translator names the language: “{match['label']}”")


def position_in_word(case: Case, habits: Habits) -> Iterator[Vote]:
    """The bracket touches a letter: part of a word, unless both parts are words by themselves."""
    if case.is_parenthesis or not case.inner or case.inner[:1].isdigit():
        return
    if not case.words or not case.inner.startswith(case.words[0]):
        return
    first = case.words[0].rstrip("’'")
    if case.is_glued_before and case.before[-1:].isalpha():
        stem = re.split(r"[^\w’'-]", case.before)[-1]
        whole = f"{stem}{first}"
        if is_english(whole):
            yield Vote(C.EXPANSION, 15, f"“{whole}” is one word", "expansion")
        elif len(case.words) == 1 and first[0].islower() and not (is_english(stem) and len(stem) > 3):
            # A blank was lost in "control[bar’dag]"; none in "Kh[orloo]".
            yield Vote(C.EXPANSION, 15, f"it continues the letters “{stem[-20:]}”", "expansion")
    elif case.is_glued_after and len(case.words) == 1 and not is_foreign(f"{first}{_letters(case.after)}"):
        yield Vote(C.EXPANSION, 15, f"it begins the word “{first}{_letters(case.after)}”", "expansion")
    elif case.is_glued_after and len(first) <= 2:
        yield Vote(C.EXPANSION, 12, "it touches the letters after it", "expansion")


def term_with_meaning(case: Case, habits: Habits) -> Iterator[Vote]:
    """A term and its meaning in one bracket: ``[propusk; lit. letting through]``."""
    match = phrases.TERM_WITH_MEANING.match(case.inner)
    words = words_of(match["term"]) if match else []
    if words and all(map(is_foreign, words)):
        yield Vote(C.SOURCE_TERM, 10, f"“{words[0]}” is no English word, and its meaning follows")


def german_phrase(case: Case, habits: Habits) -> Iterator[Vote]:
    """``blinder Alarm``: English words, but set as German sets an adjective and its noun."""
    if habits.original == "de" and len(case.words) > 1:
        if case.words[0].islower() and is_capitalised(case.words[-1]) and not case.following[:1].isupper():
            yield Vote(C.SOURCE_TERM, 6, "a capital for the noun alone, as in German, the language of the original")


def measure_within(case: Case, habits: Habits) -> Iterator[Vote]:
    """``pood [16.38 kg]``: a measure in the units of the reader."""
    if _MEASURE.match(case.inner):
        yield Vote(C.GLOSS, 8, "a measure in other units")


def own_script(case: Case, habits: Habits) -> Iterator[Vote]:
    """Letters of another script cannot be the translator's English."""
    script = script_of(case.inner)
    if script != "Latn" and not _has_english_sentence(case):
        yield Vote(C.SOURCE_TERM, 9, f"it is written in another script ({script})")


def foreign_words(case: Case, habits: Habits) -> Iterator[Vote]:
    """Its words are not English: a term of the source, or a name."""
    if case.inner.endswith("?") or not (case.is_foreign or case.is_name_like):
        return
    if not case.is_foreign and is_foreign(case.previous) and all(map(is_common_english, case.words)):
        # "Zaluu Üye [Young Generation]" is translated, not completed.
        return
    explained = phrases.TERM_WITH_MEANING.match(case.inner)
    if explained and all(map(is_foreign, words_of(explained["term"]))):
        return
    if case.words[0][0].isupper():
        yield from _foreign_name(case, habits)
        return
    yield Vote(C.SOURCE_TERM, 4, f"“{case.foreign_words[0]}” is no English word")
    previous = case.previous
    if is_word(previous) and not is_foreign(previous):
        yield Vote(C.SOURCE_TERM, 3, f"it follows the English word “{previous}”, which it may render")
    elif case.begins_sentence and not case.opens_block:
        yield Vote(C.SOURCE_TERM, 1, "it stands after a clause")
    if habits.original and habits.original != "en":
        yield Vote(C.SOURCE_TERM, 2, f"the original is not English ({habits.reason})")
    if habits.source_terms >= 2:
        yield Vote(C.SOURCE_TERM, 1, f"{habits.source_terms} other brackets hold source terms")


def _foreign_name(case: Case, habits: Habits) -> Iterator[Vote]:
    previous = case.previous
    low = previous.lower().rstrip(".")
    if not case.is_all_capitalised and len(case.words) > 1:
        yield Vote(C.SOURCE_TERM, 4, f"“{case.foreign_words[0]}” is no English word and not all are names")
        return
    if is_word(previous) and (low in TITLES and not _is_determined(case)):
        yield Vote(C.SUPPLIED, 7, f"a name is wanted after the title “{previous}”", "completed")
    elif low in ROLES:
        yield Vote(C.GLOSS, 6, f"it says who the “{previous}” is")
    elif low in PRONOUNS or (low in POSSESSIVES and _is_possessive(case.inner)):
        yield Vote(C.GLOSS, 7, f"it says whom “{previous}” means")
    elif len(case.foreign_words) > 1 and is_capitalised(previous) and is_common_english(previous):
        yield Vote(C.SOURCE_TERM, 6, f"it gives the name with “{previous}” as the original has it")
    elif case.previous_is_name and not is_abbreviation(previous):
        yield from _name_after_name(case)
    elif len(previous) <= 2 and previous[:1].isupper():
        yield Vote(C.SUPPLIED, 5, f"it completes the name after the initial “{previous}”", "completed")
    elif case.before.rstrip()[-2:-1].isupper() and case.before.rstrip().endswith("."):
        yield Vote(C.SUPPLIED, 5, "it completes a name after initials", "completed")
    elif low in EXPECTING or low in FUNCTION_WORDS:
        yield Vote(C.SUPPLIED, 7, f"the sentence lacks a name after “{previous}”", "omitted")
    elif case.begins_sentence and not case.is_before_pause:
        yield Vote(C.SUPPLIED, 5, "the sentence lacks its subject", "omitted")
    elif habits.original == "de" and is_word(previous) and len(case.words) <= 3:
        yield Vote(C.SOURCE_TERM, 6, "German nouns have capitals, and the original is German")
    elif is_word(previous) and is_english(previous) and case.is_before_pause:
        weight = 5 if habits.original else 3
        yield Vote(C.SOURCE_TERM, weight, f"a foreign word with a capital after the noun “{previous}”")


def _name_after_name(case: Case) -> Iterator[Vote]:
    previous = case.previous
    before = case.before_tokens
    at = case.index_of_previous()
    governs = before[at - 1].lower() if at else ""
    if case.words[-1].lower() in FOREIGN_NAME_PARTS:
        yield Vote(C.SUPPLIED, 7, f"“{case.words[-1]}” is part of many names", "completed")
        return
    if len(case.words) == 1 and _likeness(previous, case.words[0]) >= 0.6:
        yield Vote(C.GLOSS, 8, f"it spells “{previous}” in another way")
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
        yield Vote(C.SUPPLIED, 6, f"it completes the name “{previous}”", "completed")


def pronoun_explained(case: Case, habits: Habits) -> Iterator[Vote]:
    """A pronoun stands before and a name or noun phrase within: it says who is meant."""
    low = case.previous.lower()
    if not case.words or low in ("one", "i"):
        return
    first = case.words[0].lower()
    names = is_capitalised(case.words[0]) or first in ARTICLES | POSSESSIVES
    if low in PRONOUNS and names and first not in ("of", "in", "on"):
        yield Vote(C.GLOSS, 6, f"it says whom “{case.previous}” means")
    elif low in POSSESSIVES and (_is_possessive(case.inner) or first in ARTICLES):
        yield Vote(C.GLOSS, 8, f"it says whom “{case.previous}” means")
    elif low in ("this", "that", "these", "those", "it", "here", "there") and (first in ARTICLES):
        yield Vote(C.GLOSS, 5, f"it says what “{case.previous}” means")


def term_explained(case: Case, habits: Habits) -> Iterator[Vote]:
    """English words after a foreign one: its meaning."""
    if case.is_foreign or not case.words or not all(map(_is_english_or_name, case.words)):
        return
    previous = case.previous
    if case.words[0].lower() in FUNCTION_WORDS - ARTICLES:
        return
    if previous.lower() in REALIA:
        yield Vote(C.GLOSS, 6, f"“{previous}” is a word of the country, and English words follow it")
        return
    if not is_word(previous):
        return
    if not is_foreign(previous):
        if case.words[0].lower() in ("a", "an") and len(case.words) > 2 and previous.lower() not in EXPECTING:
            yield Vote(C.GLOSS, 8, f"it says what “{previous}” is")
        return
    if not previous[0].isupper():
        yield Vote(C.GLOSS, 7, f"it gives the meaning of “{previous}” in English")
    elif case.words[0].lower() in ARTICLES and len(case.words) > 1:
        yield Vote(C.GLOSS, 7, f"it says who or what “{previous}” is")
    elif not case.inner[0].isupper() and case.words[0].lower() not in FUNCTION_WORDS:
        yield Vote(C.GLOSS, 4, f"it says who or what “{previous}” is")
    elif case.is_all_capitalised and case.words[0].lower() not in NAME_PARTS:
        yield Vote(C.GLOSS, 4, f"it gives “{previous}” in English")


def office_explained(case: Case, habits: Habits) -> Iterator[Vote]:
    """``L. Bold [second secretary of the embassy]``: the office of a person just named."""
    offices = {word.lower() for word in case.words[:3]} & ROLES
    if offices and len(case.words) > 1 and is_capitalised(case.previous) and is_foreign(case.previous):
        yield Vote(C.GLOSS, 8, f"it gives the office of “{case.previous}”")


def abbreviation_resolved(case: Case, habits: Habits) -> Iterator[Vote]:
    """``BAM [Baikal-Amur Mainline]``, and the other way round."""
    previous = case.previous
    if is_abbreviation(previous) and len(case.words) > 1 and case.words[0].lower() not in PREPOSITIONS:
        if has_initials(previous, list(case.words)):
            yield Vote(C.GLOSS, 10, f"its words begin with the letters of “{previous}”")
        elif not any(word.lower() in FUNCTION_WORDS | NAME_PARTS for word in case.words[:1]):
            yield Vote(C.GLOSS, 5, f"it follows the abbreviation “{previous}”")
    elif is_abbreviation(case.inner.strip()):
        if has_initials(
            case.inner.strip(), list(words_of(case.before)[-2 * len(case.inner) :][-len(case.inner) - 2 :])
        ):
            yield Vote(C.GLOSS, 8, "it abbreviates the words before it")
        elif case.previous.lower() in EXPECTING:
            yield Vote(C.SUPPLIED, 6, f"the sentence lacks a noun after “{previous}”", "omitted")
        else:
            yield Vote(C.GLOSS, 3, "an abbreviation after the full name")


def sentence_completed(case: Case, habits: Habits) -> Iterator[Vote]:
    """English words that the sentence needs, or that continue it."""
    if (
        case.is_foreign
        or not case.words
        or case.inner.endswith("?")
        or (case.words[0].isupper() and len(case.inner) > 1)
    ):
        return
    if not all(map(_is_english_or_name, case.words)):
        return
    low = [word.lower() for word in case.words]
    previous = case.previous.lower()
    if all(word in FUNCTION_WORDS for word in low):
        yield Vote(C.SUPPLIED, 7, "only small words, which a sentence needs", "omitted")
        return
    if previous in EXPECTING and not _explains_pronoun(case):
        yield Vote(C.SUPPLIED, 6, f"the sentence needs a word after “{case.previous}”", "omitted")
    if low[0] in PREPOSITIONS and len(case.words) > 1:
        yield Vote(C.SUPPLIED, 5, f"a phrase with “{low[0]}” that the source left unsaid", "omitted")
    elif low[0] in FUNCTION_WORDS - ARTICLES - PRONOUNS and not case.begins_sentence:
        yield Vote(C.SUPPLIED, 4, f"words of the sentence, beginning with “{low[0]}”", "omitted")
    if low[-1] in FUNCTION_WORDS and len(low) > 1:
        yield Vote(C.SUPPLIED, 4, f"it ends with “{low[-1]}”, so the sentence goes on after it", "omitted")
    if any(word in _FINITE for word in low[1:]) and len(low) < 6 and not case.inner[0].isupper():
        yield Vote(C.SUPPLIED, 2, "it holds the verb of the sentence", "omitted")
    goes_on = not case.is_before_pause and case.following[0].islower() and _is_common(case)
    if goes_on and not is_foreign(case.previous):
        yield Vote(C.SUPPLIED, 2, f"the sentence goes on with “{case.following}”", "omitted")
    if is_english(case.previous) and case.length < 40 and not case.begins_sentence and _is_common(case):
        yield Vote(C.SUPPLIED, 2, f"an English word after the English word “{case.previous}”", "omitted")


def name_completed(case: Case, habits: Habits) -> Iterator[Vote]:
    """``[North] Korea``, ``Soviet [Union]``: part of a name of several words."""
    if case.is_foreign or not case.words or not case.is_all_capitalised or len(case.words) > 4:
        return
    low = case.words[-1].lower()
    if low in NAME_PARTS and is_capitalised(case.following) and not case.is_before_pause:
        yield Vote(C.SUPPLIED, 6, f"it completes the name before “{case.following}”", "omitted")
    elif is_capitalised(case.following) and not case.is_before_pause and not case.begins_sentence:
        yield Vote(C.SUPPLIED, 3, f"it completes the name before “{case.following}”", "omitted")
    previous = case.previous
    if case.words[0].lower() in NAME_PARTS and (case.previous_is_name or is_abbreviation(previous)):
        yield Vote(C.SUPPLIED, 6, f"it completes the name “{previous}”", "completed")
    elif previous.lower() in TITLES and not _is_determined(case):
        yield Vote(C.SUPPLIED, 6, f"a name is wanted after the title “{previous}”", "completed")


def date_completed(case: Case, habits: Habits) -> Iterator[Vote]:
    """``June 9 [1982]``, ``on Monday [14 June]``, ``[this year]``."""
    previous = case.previous.lower().rstrip(".")
    numeric = previous[:1].isdigit()
    if _YEAR.match(case.inner):
        after_date = numeric or previous in DATE_WORDS
        reason = f"a year after “{case.previous}”" if after_date else "a year"
        yield Vote(C.SUPPLIED, 8 if after_date else 6, reason, "completed")
    elif _DATE.match(case.inner) and (
        numeric or previous in DATE_WORDS or any(w.isdigit() for w in case.inner.split())
    ):
        yield Vote(C.SUPPLIED, 8, f"it makes the date after “{case.previous}” complete", "completed")
    elif _DATE.match(case.inner) and not case.is_foreign:
        yield Vote(C.SUPPLIED, 4, "it makes a date complete", "completed")


def number_within(case: Case, habits: Habits) -> Iterator[Vote]:
    """A number: a note's, a page's, or a figure that the source lacks."""
    if not _NUMBER.match(case.inner):
        return
    number = case.inner.rstrip(".)")
    if (case.before[-1:].isdigit() and number not in habits.note_numbers) or case.after[:1].isdigit():
        yield Vote(C.SUPPLIED, 10, "it completes the number that it touches", "completed")
    elif number in habits.note_numbers:
        yield Vote(C.REFERENCE, 10, f"the block of notes has a number {number}", "note")
    elif number in habits.numbers:
        yield Vote(C.REFERENCE, 9, "such numbers count up from 1 through the document", "note")
    elif case.opens_block and case.closes_block:
        yield Vote(C.REFERENCE, 7, "a number on a line of its own", "page")
    elif case.is_glued_before or (case.before[-1:] in '.,;:”"’)]' and case.before[-1:]):
        yield Vote(C.REFERENCE, 7, "a number that touches the text before it", "note")
    elif case.previous.lower() in EXPECTING or case.previous.lower() in DATE_WORDS:
        yield Vote(C.SUPPLIED, 6, f"a figure is wanted after “{case.previous}”", "omitted")
    elif case.is_before_pause:
        yield Vote(C.REFERENCE, 4, "a number at the end of a clause", "note")
    else:
        yield Vote(C.SUPPLIED, 3, f"a figure before “{case.following}”", "omitted")


def question_mark(case: Case, habits: Habits) -> Iterator[Vote]:
    """``[?]`` and ``[return?]``: a doubt about the word before, or a doubtful word."""
    if re.fullmatch(r"\?{1,3}|\(\?\)", case.inner):
        previous = case.previous.lower()
        wanting = previous in ARTICLES | POSSESSIVES | PREPOSITIONS and not case.is_before_pause
        if case.opens_block or wanting:
            yield Vote(C.GAP, 12, f"it stands where a word is wanted, after “{case.previous}”", "illegible")
        else:
            yield Vote(C.UNCERTAIN, 12, f"a question mark after “{case.previous}”", "doubt")
    elif case.inner.endswith("?") and len(case.words) <= (9 if case.inner[0].islower() else 5) and not re.match(r"(?i)sic\b", case.inner):
        yield Vote(C.UNCERTAIN, 9, "the words in the bracket end with a question mark", "reading")
    elif (
        re.match(
            r"(?i)(?:probably|possibly|perhaps|presumably|apparently|uncertain|conjectural|word uncertain)\b",
            case.inner,
        )
        and len(case.words) <= 5
    ):
        yield Vote(C.UNCERTAIN, 7, f"“{case.words[0]}” says that it is a guess", "reading")


def sentence_within(case: Case, habits: Habits) -> Iterator[Vote]:
    """A whole sentence, or a bracket that is a paragraph: somebody speaks about the text."""
    if _is_sentence(case):
        yield Vote(C.COMMENT, 8, "it is a sentence by itself")
    elif len(case.words) > 9 and case.inner[0].isupper():
        yield Vote(C.COMMENT, 5, f"{len(case.words)} words that begin with a capital")
    elif len(case.words) > 12 or case.length > 120:
        yield Vote(C.COMMENT, 3, "a long explanation")
    if len(case.words) > 5 and any(word in _REPORTING for word in case.words):
        yield Vote(C.COMMENT, 5, "it says what somebody means")
    if case.opens_block and case.closes_block and len(case.words) > 1 and not _FILED_MARK.search(case.inner):
        yield Vote(C.COMMENT, 4, "it is a paragraph by itself")


def habit_of_the_document(case: Case, habits: Habits) -> Iterator[Vote]:
    """The same text was surely classified elsewhere in the document."""
    known = habits.texts.get(case.inner.lower())
    if known:
        yield Vote(C(known), 2, f"elsewhere in the document the same text is {known}")
    if (
        habits.source_terms >= 5
        and len(case.words) == 1
        and case.inner.islower()
        and is_english(case.inner)
        and not is_common_english(case.inner)
        and is_english(case.previous)
    ):
        yield Vote(C.SOURCE_TERM, 8 if habits.original else 5, f"a rare word, where {habits.source_terms} brackets hold source terms")


EVIDENCE: Final[tuple[Evidence, ...]] = (
    labelled_term,
    position_in_word,
    own_script,
    term_with_meaning,
    german_phrase,
    measure_within,
    foreign_words,
    pronoun_explained,
    term_explained,
    office_explained,
    abbreviation_resolved,
    sentence_completed,
    name_completed,
    date_completed,
    number_within,
    question_mark,
    sentence_within,
    habit_of_the_document,
)


def _is_english_or_name(word: str) -> bool:
    return word[0].isupper() or is_english(word)


def _is_possessive(inner: str) -> bool:
    return bool(re.search(r"['’]s?$", inner))


def _is_determined(case: Case) -> bool:
    """An article or possessive stands a word or two before the title: "his deputy", "the new minister"."""
    before = [token.lower() for token in case.before_tokens]
    return any(token in ARTICLES | POSSESSIVES for token in before[-4:-1])


def _is_common(case: Case) -> bool:
    """No single rare word, which may be one of another language."""
    return len(case.words) > 1 or is_common_english(case.words[0])


def _explains_pronoun(case: Case) -> bool:
    return case.previous.lower() in PRONOUNS | POSSESSIVES and (
        is_capitalised(case.words[0]) or case.words[0].lower() in ARTICLES
    )


def _is_sentence(case: Case) -> bool:
    return len(case.words) > 2 and case.inner[0].isupper() and case.inner.rstrip('”"’')[-1:] in (".", "!")


def _likeness(one: str, other: str) -> float:
    """Return how alike two romanisations are, without their marks and hyphens."""
    left, right = ("".join(c for c in word.lower() if c.isalpha()) for word in (one, other))
    return difflib.SequenceMatcher(None, left, right).ratio()


def _shares_stem(one: str, other: str) -> bool:
    left, right = one.lower(), other.lower()
    return left != right and min(len(left), len(right)) > 4 and left[:5] == right[:5]


def _letters(text: str) -> str:
    match = re.match(r"[^\W\d_]+", text)
    return match[0] if match else ""


def _has_english_sentence(case: Case) -> bool:
    return sum(word.lower() in FUNCTION_WORDS for word in case.words) > 2
