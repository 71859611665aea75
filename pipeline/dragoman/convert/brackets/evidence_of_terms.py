"""The evidence for terms of the source: a language named, a script, small words of another language."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from dragoman.convert.brackets import phrases
from dragoman.convert.brackets.case import Case, Habits
from dragoman.convert.brackets.languages import language_label, script_of
from dragoman.convert.brackets.lexicon import is_common_english, is_english
from dragoman.convert.brackets.verdict import BracketClass as C
from dragoman.convert.brackets.verdict import Vote
from dragoman.convert.brackets.words import FUNCTION_WORDS, is_capitalised, is_foreign, words_of

# Small words by the language that has them; those that English has too (in, an, do, a) tell nothing.
_SMALL_WORDS: Final = {
    language: frozenset(words.split())
    for language, words in {
        "de": "der das dem des ein eine einen einem einer und von mit zu auf aus bei nach über zum zur im",
        "es": "el los las la del de y un una por con en para que al se",
        "fr": "le les la du des de et une un dans sur avec pour aux au par en",
        "it": "il lo gli la della del dei di e con per un una nel",
        "pt": "os as da do das dos de e com um uma em para",
        "pl": "w z na do od ze nie się jest po dla przez i",
        "cs": "v ve z na do od se ne je po pro za",
        "hu": "az egy és nem meg hogy van",
        "ro": "de la cu din în pe și un o",
    }.items()
}
_ANY_SMALL_WORD: Final = frozenset().union(*_SMALL_WORDS.values())
_LONGEST_TERM: Final = 8


def labelled_term(case: Case, habits: Habits) -> Iterator[Vote]:
    """The translator names the language: ``[Rus.: uroven’]``."""
    match = phrases.LABELLED_TERM.match(case.inner)
    if not match or not language_label(match["label"]):
        return
    foreign = any(is_foreign(word) for word in words_of(match["term"])) or script_of(match["term"]) != "Latn"
    is_sentence = not match["colon"] and sum(word.lower() in FUNCTION_WORDS for word in case.words) > 2
    if is_sentence:
        yield Vote(C.COMMENT, 8, f"a sentence about the {match['label']} text")
    elif match["colon"] or foreign:
        if not foreign:
            # "[in Russian: the dam]" reports what was said in Russian, in English words.
            yield Vote(C.COMMENT, 4, f"the language “{match['label']}” is named before English words")
            return
        yield Vote(C.SOURCE_TERM, 11, f"the translator names the language: “{match['label']}”")


def term_with_meaning(case: Case, habits: Habits) -> Iterator[Vote]:
    """A term and its meaning in one bracket: ``[propusk; lit. letting through]``."""
    match = phrases.TERM_WITH_MEANING.match(case.inner)
    words = words_of(match["term"]) if match else []
    if words and all(map(is_foreign, words)):
        yield Vote(C.SOURCE_TERM, 10, f"“{words[0]}” is no English word, and its meaning follows")


def german_phrase(case: Case, habits: Habits) -> Iterator[Vote]:
    """``blinder Alarm``: English words, but set as German sets an adjective and its noun."""
    if habits.original != "de" or len(case.words) < 2 or case.following[:1].isupper():
        return
    if case.words[0].islower() and is_capitalised(case.words[-1]):
        yield Vote(C.SOURCE_TERM, 6, "a capital for the noun alone, as in German, the original's language")


def own_script(case: Case, habits: Habits) -> Iterator[Vote]:
    """Letters of another script cannot be the translator's English."""
    script = script_of(case.inner)
    if script != "Latn" and not _has_english_sentence(case):
        yield Vote(C.SOURCE_TERM, 9, f"it is written in another script ({script})")


def small_words_of_another_language(case: Case, habits: Habits) -> Iterator[Vote]:
    """``[el tonto de la fiesta]``: words that English lists may have, tied by small ones that they lack."""
    low = [word.lower() for word in case.words]
    previous = case.previous
    if (
        not 1 < len(low) <= _LONGEST_TERM
        or is_capitalised(previous)
        or not previous
        or not case.inner[0].isalpha()
    ):
        return
    own = _SMALL_WORDS.get(habits.original, frozenset())
    # Few brackets have any of them: the languages are asked one by one only about those.
    if sum(word in _ANY_SMALL_WORD for word in low) < (1 if own else 2):
        return
    ties = [word for word in low if word in own and word not in FUNCTION_WORDS]
    # Without the language of the original two are wanted: one may be a slip or part of a name.
    if not ties and not any(sum(word in words for word in low) > 1 for words in _SMALL_WORDS.values()):
        return
    strong = [word for word in low if not any(word in words for words in _SMALL_WORDS.values())]
    english = [word for word in strong if word in FUNCTION_WORDS]
    if strong and len(english) < len(strong) and (ties or not english) and not case.words[0][0].isupper():
        yield Vote(C.SOURCE_TERM, 11, f"“{(ties or low)[0]}” is a small word of another language")


def habit_of_the_document(case: Case, habits: Habits) -> Iterator[Vote]:
    """The same text was surely classified elsewhere in the document."""
    known = habits.texts.get(case.inner.lower())
    if known:
        yield Vote(C(known), 2, f"elsewhere in the document the same text is {known}")
    if (
        habits.original not in ("", "en")
        and len(case.words) == 1
        and case.inner.islower()
        and is_english(case.inner)
        and not is_common_english(case.inner)
        and is_common_english(case.previous)
        and case.is_before_pause
    ):
        yield Vote(C.SOURCE_TERM, 5, "a rare English word, which may be one of the original's language")
    if (
        habits.source_terms >= 5
        and len(case.words) == 1
        and case.inner.islower()
        and is_english(case.inner)
        and not is_common_english(case.inner)
        and is_english(case.previous)
    ):
        yield Vote(
            C.SOURCE_TERM,
            10 if habits.original else 5,
            f"a rare word, where {habits.source_terms} brackets hold source terms",
        )


def _has_english_sentence(case: Case) -> bool:
    return sum(word.lower() in FUNCTION_WORDS for word in case.words) > 2
