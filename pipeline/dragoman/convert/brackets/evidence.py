"""The evidence for the class of a bracket: one small function for each kind of evidence.

Every function takes a case and the habits of its document and yields votes. None decides alone
(`classify` adds them up), and every vote says in words what it rests on.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Final

from dragoman.convert.brackets import phrases
from dragoman.convert.brackets.case import Case, Habits
from dragoman.convert.brackets.evidence_of_apposition import (
    event_dated,
    group_named,
    heading_translated,
    list_of_members,
    noun_explained,
    noun_named,
    quotation_explained,
    stand_in_named,
    term_translated,
)
from dragoman.convert.brackets.evidence_of_marks import (
    addressee_within,
    exclamation_within,
    initials_within,
    mark_within,
    speaker_within,
)
from dragoman.convert.brackets.evidence_of_names import (
    foreign_name,
    is_possessive,
    is_surname_he,
    spelling_doubted,
)
from dragoman.convert.brackets.evidence_of_numbers import (
    date_completed,
    measure_within,
    number_within,
    question_mark,
)
from dragoman.convert.brackets.evidence_of_sentences import (
    is_english_or_name,
    name_completed,
    resolves_foreign_letters,
    sentence_completed,
    sentence_within,
    translates_name,
)
from dragoman.convert.brackets.evidence_of_terms import (
    german_phrase,
    habit_of_the_document,
    labelled_term,
    own_script,
    small_words_of_another_language,
    term_with_meaning,
)
from dragoman.convert.brackets.lexicon import is_common_english, is_english
from dragoman.convert.brackets.phrase_parts import LOST
from dragoman.convert.brackets.phrases_of_scenes import SCENES
from dragoman.convert.brackets.verdict import BracketClass as C
from dragoman.convert.brackets.verdict import Vote
from dragoman.convert.brackets.words import (
    ARTICLES,
    DESCRIBING,
    DETERMINERS,
    ENGLISH_ABBREVIATIONS,
    EXPECTING,
    FUNCTION_WORDS,
    NAME_PARTS,
    POSSESSIVES,
    PREPOSITIONS,
    PRONOUNS,
    REALIA,
    ROLES,
    has_initials,
    is_abbreviation,
    is_capitalised,
    is_foreign,
    is_word,
    words_of,
)

KNOWN_WORDING: Final = "a known wording, as in"

Evidence = Callable[[Case, Habits], Iterator[Vote]]

# "Quai [d’Orsay]", "Charles [de Gaulle]": small letters that belong to the name after them.
_PARTICLE: Final = re.compile(
    r"(?:d[’']|l[’']|del? (?:l[ao]s? )?|della |di |da |du |van |von |der |al-|el-|bin |ibn )(?=[^\W\d_a-z])"
)
_UNCLEAR: Final = re.compile(
    r"(?:the )?(?:(?:first|last|second|family|given|middle) )?(?:name|surname|spelling|figure|number|digit|"
    r"letter|date|word|rank|initial|reading)s? (?:is |are )?(?:unclear|not (?:quite )?clear|indistinct)\.?",
    re.IGNORECASE,
)
# "45 [the second digit is blurred]": the number is there.
_UNCLEAR_DIGIT: Final = re.compile(
    rf"(?:the )?(?:first|second|third|last|middle|final) (?:figure|number|digit|numeral)s? (?:is |are )?"
    rf"{LOST}\.?",
    re.IGNORECASE,
)
_FILED_MARK: Final = re.compile(r"[\d/+=#]")
_SAYING: Final = frozenset(
    "said says say told thought think thinks knew know held meant so fact hope fear view opinion sure".split()
)
# Small words with which no name begins; words that are a part of many names.
_SMALL_BUT_ARTICLES: Final = FUNCTION_WORDS - ARTICLES
_COMMON_PARTS: Final = NAME_PARTS | FUNCTION_WORDS


# A scene that a wording by itself makes likely is sure where no sentence is open that could lack the word.
_SURE_OF_SCENES: Final = 10
_SETTLING_SCENE: Final = 12
_SURE_WORDING: Final = 10


def known_phrase(case: Case, habits: Habits) -> Iterator[Vote]:
    """The bracket holds a wording of the table in `phrases`."""
    if not case.inner:
        yield Vote(C.GAP, 8, "the brackets are empty", "blank")
        return
    phrase = phrases.phrase_in(case.inner)
    if phrase and phrase.kind is C.PHYSICAL and len(case.words) < 3 and _follows_term(case):
        # "the tamga [seal]": the thing itself is spoken of.
        return
    if phrase and phrase.kind is C.COMMENT and _is_wanted(case):
        # "asked for our [approval]", "an [unsigned] note": the sentence lacks it, nobody remarks on it.
        return
    if phrase and phrase.kind is C.GAP and _doubts_word(case):
        yield Vote(C.UNCERTAIN, 10, f"it says that “{case.previous}” is not clear", "doubt")
        return
    if phrase:
        is_between = case.begins_sentence or (case.previous_is_name and case.following == ":")
        is_scene = is_between and phrase.weight >= _SURE_OF_SCENES and phrase in SCENES
        weight = max(phrase.weight, _SETTLING_SCENE) if is_scene else phrase.weight
        yield Vote(phrase.kind, weight, f"{KNOWN_WORDING} “{phrase.example}”", phrase.subtype)


def _is_wanted(case: Case) -> bool:
    return case.inner.islower() and len(case.words) <= 2 and case.previous.lower() in EXPECTING


def _doubts_word(case: Case) -> bool:
    """Return True for ``Sereeter [name unclear]``: the name, figure or quotation is there, and in doubt."""
    if case.previous[:1].isdigit() and _UNCLEAR_DIGIT.fullmatch(case.inner):
        return True
    if not _UNCLEAR.fullmatch(case.inner):
        return False
    return (
        case.previous[:1].isdigit() or case.previous_is_name or case.before.rstrip()[-1:] in "”»"
    ) and case.before[-1:].isspace()


def interrupts_word(case: Case) -> bool:
    """Return True for “pi[illegible]er”, “fer[page 2]ry”: a remark on the word, and none of its letters."""
    phrase = phrases.phrase_in(case.inner)
    if phrase is None or phrase.weight < _SURE_WORDING:
        return False
    is_remark = phrase.kind in (C.GAP, C.PHYSICAL) or (phrase.kind is C.REFERENCE and " " in case.inner)
    stem = re.split(r"[^\w’'-]", case.before)[-1]
    return is_remark and not is_english(f"{stem}{case.inner}{_letters(case.after)}")


def position_in_word(case: Case, habits: Habits) -> Iterator[Vote]:
    """The bracket touches a letter: part of a word, unless both parts are words by themselves."""
    if case.is_parenthesis or not case.inner or case.inner[:1].isdigit():
        return
    if not case.words or not case.inner.startswith(case.words[0]):
        return
    first = case.words[0].rstrip("’'")
    if case.is_glued_before and case.is_glued_after and interrupts_word(case):
        return
    if case.is_glued_before and case.is_glued_after and case.before[-1:].isalpha() and len(case.words) == 1:
        yield Vote(C.EXPANSION, 15, "letters touch it on both sides", "expansion")
        return
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


def foreign_words(case: Case, habits: Habits) -> Iterator[Vote]:
    """Its words are not English: a term of the source, or a name."""
    if _PARTICLE.match(case.inner) and case.previous[:1].isupper():
        yield Vote(C.SUPPLIED, 12, f"a particle and a name complete “{case.previous}”", "completed")
        return
    is_name = case.is_name_like and not _FILED_MARK.search(case.inner)
    if case.inner.endswith("?") or not (case.is_foreign or is_name):
        return
    if not case.is_foreign and is_foreign(case.previous) and translates_name(case):
        # "Zaluu Üye [Young Generation]" is translated, not completed.
        return
    explained = phrases.TERM_WITH_MEANING.match(case.inner)
    if explained and all(map(is_foreign, words_of(explained["term"]))):
        return
    if case.words[0][0].isupper():
        yield from foreign_name(case, habits)
        return
    previous = case.previous
    unexplained = is_foreign(previous) and not habits.original and not habits.source_terms
    yield Vote(C.SOURCE_TERM, 2 if unexplained else 4, f"“{case.foreign_words[0]}” is no English word")
    if is_word(previous) and not is_foreign(previous):
        yield Vote(C.SOURCE_TERM, 3, f"it follows the English word “{previous}”, which it may render")
    elif case.begins_sentence and not case.opens_block:
        yield Vote(C.SOURCE_TERM, 1, "it stands after a clause")
    if habits.original and habits.original != "en":
        yield Vote(C.SOURCE_TERM, 2, f"the original is not English ({habits.reason})")
    if habits.source_terms >= 2:
        yield Vote(C.SOURCE_TERM, 1, f"{habits.source_terms} other brackets hold source terms")


def pronoun_explained(case: Case, habits: Habits) -> Iterator[Vote]:
    """A pronoun stands before and a name or noun phrase within: it says who is meant."""
    low = case.previous.lower()
    if not case.words or low in ("one", "i") or is_surname_he(case):
        return
    first = case.words[0].lower()
    names = is_capitalised(case.words[0]) or first in DETERMINERS
    if low in PRONOUNS and names and first not in ("of", "in", "on"):
        yield Vote(C.GLOSS, 6, f"it says whom “{case.previous}” means")
    elif low in POSSESSIVES and (is_possessive(case.inner) or first in ARTICLES):
        yield Vote(C.GLOSS, 8, f"it says whom “{case.previous}” means")
    elif low == "that" and _is_conjunction(case):
        yield Vote(C.SUPPLIED, 6, "the clause after “that” lacks its subject", "omitted")
    elif (
        low in ("here", "there", "then", "now", "home", "abroad", "elsewhere")
        and first in PREPOSITIONS
        and len(case.words) > 1
    ):
        yield Vote(C.GLOSS, 12, f"it says what “{case.previous}” means")
    elif low in ("this", "that", "these", "those", "it", "here", "there") and (first in ARTICLES):
        yield Vote(C.GLOSS, 5, f"it says what “{case.previous}” means")


def term_explained(case: Case, habits: Habits) -> Iterator[Vote]:
    """English words after a foreign one: its meaning."""
    if case.is_foreign or not case.words or not all(map(is_english_or_name, case.words)):
        return
    previous = case.previous
    if case.words[0].lower() in _SMALL_BUT_ARTICLES:
        return
    if previous.lower() in REALIA:
        yield Vote(C.GLOSS, 6, f"“{previous}” is a word of the country, and English words follow it")
        return
    if not is_word(previous):
        return
    if not is_foreign(previous):
        if previous.islower() and not is_common_english(previous):
            yield Vote(C.GLOSS, 6, f"“{previous}” is a rare word, and English words follow it")
        elif (
            case.words[0].lower() in ("a", "an") and len(case.words) > 2 and previous.lower() not in EXPECTING
        ):
            yield Vote(C.GLOSS, 8, f"it says what “{previous}” is")
        return
    if not previous[0].isupper():
        yield Vote(C.GLOSS, 10, f"it gives the meaning of “{previous}” in English")
    elif case.words[0].lower() in ARTICLES and len(case.words) > 1:
        yield Vote(C.GLOSS, 7, f"it says who or what “{previous}” is")
    elif (
        not case.inner[0].isupper()
        and case.words[0].lower() not in FUNCTION_WORDS
        and not (len(case.words) == 1 and case.words[0].endswith(("ed", "ing")))
    ):
        yield Vote(C.GLOSS, 4, f"it says who or what “{previous}” is")
    elif translates_name(case):
        yield Vote(C.GLOSS, 7, f"it gives “{previous}” in English")


def office_explained(case: Case, habits: Habits) -> Iterator[Vote]:
    """``L. Bold [second secretary of the embassy]``: the office of a person just named."""
    offices = {word.lower() for word in case.words[:3]} & ROLES
    if offices and len(case.words) > 1 and is_capitalised(case.previous) and is_foreign(case.previous):
        yield Vote(C.GLOSS, 8, f"it gives the office of “{case.previous}”")
    elif (
        len(case.words) > 2
        and case.words[0] in DESCRIBING
        and case.words[1] in PREPOSITIONS
        and is_capitalised(case.previous)
    ):
        yield Vote(C.GLOSS, 8, f"it describes “{case.previous}”")
    elif len(case.words) > 1 and case.words[0].lower() in POSSESSIVES and case.previous_is_name:
        yield Vote(C.GLOSS, 7, f"it says who “{case.previous}” is")


def abbreviation_resolved(case: Case, habits: Habits) -> Iterator[Vote]:
    """``BAM [Baikal-Amur Mainline]``, and the other way round."""
    previous = case.previous
    if is_abbreviation(previous) and len(case.words) > 1 and case.words[0].lower() not in PREPOSITIONS:
        if has_initials(previous, list(case.words)):
            yield Vote(C.GLOSS, 10, f"its words begin with the letters of “{previous}”")
        elif (case.words[0].lower() == "the" and len(case.words) > 2) or resolves_foreign_letters(case):
            yield Vote(C.GLOSS, 7, f"it names what the abbreviation “{previous}” stands for")
        elif previous not in ENGLISH_ABBREVIATIONS and case.inner.islower():
            yield Vote(C.GLOSS, 6, f"it says in small letters what “{previous}” is")
        elif not any(word.lower() in _COMMON_PARTS for word in case.words[:1]):
            yield Vote(C.GLOSS, 5, f"it follows the abbreviation “{previous}”")
    elif is_abbreviation(case.inner.strip()):
        if has_initials(
            case.inner.strip(), list(words_of(case.before)[-2 * len(case.inner) :][-len(case.inner) - 2 :])
        ):
            yield Vote(C.GLOSS, 8, "it abbreviates the words before it")
        elif case.previous.lower() in EXPECTING:
            yield Vote(C.SUPPLIED, 6, f"the sentence lacks a noun after “{previous}”", "omitted")
        elif is_capitalised(case.previous):
            yield Vote(C.GLOSS, 3, "an abbreviation after the full name")


EVIDENCE: Final[tuple[Evidence, ...]] = (
    labelled_term,
    mark_within,
    initials_within,
    speaker_within,
    addressee_within,
    exclamation_within,
    position_in_word,
    own_script,
    term_with_meaning,
    german_phrase,
    small_words_of_another_language,
    measure_within,
    foreign_words,
    spelling_doubted,
    pronoun_explained,
    noun_explained,
    noun_named,
    group_named,
    quotation_explained,
    stand_in_named,
    list_of_members,
    event_dated,
    term_translated,
    heading_translated,
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


def _follows_term(case: Case) -> bool:
    return case.previous.islower() and is_foreign(case.previous) and case.before[-1:].isspace()


def _is_conjunction(case: Case) -> bool:
    """Return True for a “that” after a verb of saying, or before a quotation: its clause begins here."""
    if case.before.rstrip()[-1:] in '“"„«':
        return True
    at = case.previous_at
    verb = case.before_tokens[at - 1].lower() if at > 0 else ""
    return verb in _SAYING or (verb.endswith("ed") and not case.is_before_pause)


def _letters(text: str) -> str:
    match = re.match(r"[^\W\d_]+", text)
    return match[0] if match else ""
