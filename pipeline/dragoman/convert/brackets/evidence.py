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
    list_of_members,
    noun_explained,
    quotation_explained,
    term_translated,
)
from dragoman.convert.brackets.evidence_of_marks import (
    exclamation_within,
    initials_within,
    mark_within,
    speaker_within,
)
from dragoman.convert.brackets.evidence_of_names import foreign_name, is_determined, is_possessive
from dragoman.convert.brackets.evidence_of_numbers import (
    date_completed,
    measure_within,
    number_within,
    question_mark,
)
from dragoman.convert.brackets.languages import language_label, script_of
from dragoman.convert.brackets.lexicon import is_common_english, is_english
from dragoman.convert.brackets.verdict import BracketClass as C
from dragoman.convert.brackets.verdict import Vote
from dragoman.convert.brackets.words import (
    ARTICLES,
    DEMONSTRATIVES,
    DESCRIBING,
    ENGLISH_ABBREVIATIONS,
    EXPECTING,
    FUNCTION_WORDS,
    NAME_PARTS,
    NUMBERS,
    POSSESSIVES,
    PREPOSITIONS,
    PRONOUNS,
    REALIA,
    ROLES,
    TITLES,
    UNITS,
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
    r"(?:d[’']|l[’']|del? |della |di |da |du |van |von |der |al-|el-|bin |ibn )(?=[^\W\d_a-z])"
)
_FILED_MARK: Final = re.compile(r"[\d/+=#]")
_REPORTING: Final = frozenset(
    "means meant evidently apparently obviously presumably refers alludes confused".split()
)
_SAYING: Final = frozenset(
    "said says say told thought think thinks knew know held meant so fact hope fear view opinion sure".split()
)
_FINITE: Final = frozenset(
    "is are was were has have had will would does did can could said says must".split()
)


def known_phrase(case: Case, habits: Habits) -> Iterator[Vote]:
    """The bracket holds a wording of the table in `phrases`."""
    if not case.inner:
        yield Vote(C.GAP, 8, "the brackets are empty", "blank")
        return
    phrase = phrases.phrase_in(case.inner)
    if phrase and phrase.kind is C.PHYSICAL and len(case.words) < 3 and _follows_term(case):
        # "the tamga [seal]": the thing itself is spoken of.
        return
    if phrase:
        yield Vote(phrase.kind, phrase.weight, f"{KNOWN_WORDING} “{phrase.example}”", phrase.subtype)


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


def position_in_word(case: Case, habits: Habits) -> Iterator[Vote]:
    """The bracket touches a letter: part of a word, unless both parts are words by themselves."""
    if case.is_parenthesis or not case.inner or case.inner[:1].isdigit():
        return
    if not case.words or not case.inner.startswith(case.words[0]):
        return
    first = case.words[0].rstrip("’'")
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


def foreign_words(case: Case, habits: Habits) -> Iterator[Vote]:
    """Its words are not English: a term of the source, or a name."""
    if _PARTICLE.match(case.inner) and case.previous[:1].isupper():
        yield Vote(C.SUPPLIED, 9, f"a particle and a name complete “{case.previous}”", "completed")
        return
    is_name = case.is_name_like and not _FILED_MARK.search(case.inner)
    if case.inner.endswith("?") or not (case.is_foreign or is_name):
        return
    if not case.is_foreign and is_foreign(case.previous) and _translates_name(case):
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
    if not case.words or low in ("one", "i"):
        return
    first = case.words[0].lower()
    names = is_capitalised(case.words[0]) or first in ARTICLES | POSSESSIVES
    if low in PRONOUNS and names and first not in ("of", "in", "on"):
        yield Vote(C.GLOSS, 6, f"it says whom “{case.previous}” means")
    elif low in POSSESSIVES and (is_possessive(case.inner) or first in ARTICLES):
        yield Vote(C.GLOSS, 8, f"it says whom “{case.previous}” means")
    elif low == "that" and _is_conjunction(case):
        yield Vote(C.SUPPLIED, 6, "the clause after “that” lacks its subject", "omitted")
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
        if previous.islower() and not is_common_english(previous):
            yield Vote(C.GLOSS, 6, f"“{previous}” is a rare word, and English words follow it")
        elif (
            case.words[0].lower() in ("a", "an") and len(case.words) > 2 and previous.lower() not in EXPECTING
        ):
            yield Vote(C.GLOSS, 8, f"it says what “{previous}” is")
        return
    if not previous[0].isupper():
        yield Vote(C.GLOSS, 7, f"it gives the meaning of “{previous}” in English")
    elif case.words[0].lower() in ARTICLES and len(case.words) > 1:
        yield Vote(C.GLOSS, 7, f"it says who or what “{previous}” is")
    elif (
        not case.inner[0].isupper()
        and case.words[0].lower() not in FUNCTION_WORDS
        and not (len(case.words) == 1 and case.words[0].endswith(("ed", "ing")))
    ):
        yield Vote(C.GLOSS, 4, f"it says who or what “{previous}” is")
    elif _translates_name(case):
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
        elif (case.words[0].lower() == "the" and len(case.words) > 2) or _resolves_foreign_letters(case):
            yield Vote(C.GLOSS, 7, f"it names what the abbreviation “{previous}” stands for")
        elif not any(word.lower() in FUNCTION_WORDS | NAME_PARTS for word in case.words[:1]):
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


def sentence_completed(case: Case, habits: Habits) -> Iterator[Vote]:
    """English words that the sentence needs, or that continue it."""
    if (
        case.is_foreign
        or not case.words
        or case.inner.endswith("?")
        or (case.words[0].isupper() and len(case.inner) > 1)
    ):
        return
    if not all(map(_is_english_or_name, case.words)) or _explains_pronoun(case):
        return
    if case.is_name_like and is_capitalised(case.previous) and case.previous.lower() not in FUNCTION_WORDS:
        # A name beside a name: `evidence_of_names` has the word.
        return
    low = [word.lower() for word in case.words]
    previous = case.previous.lower()
    if all(word in FUNCTION_WORDS for word in low):
        yield Vote(C.SUPPLIED, 7, "only small words, which a sentence needs", "omitted")
        return
    if previous in EXPECTING:
        yield Vote(C.SUPPLIED, 6, f"the sentence needs a word after “{case.previous}”", "omitted")
    if case.previous[:1].isdigit() and low[0] in NUMBERS | UNITS:
        yield Vote(C.SUPPLIED, 6, f"a unit is wanted after “{case.previous}”", "omitted")
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
        yield Vote(C.SUPPLIED, 6, f"it completes the name before “{case.following}”", "omitted")
    elif is_capitalised(case.following) and not case.is_before_pause and not case.begins_sentence:
        yield Vote(C.SUPPLIED, 3, f"it completes the name before “{case.following}”", "omitted")
    previous = case.previous
    if (_translates_name(case) and is_foreign(previous)) or _resolves_foreign_letters(case):
        return
    if case.words[0].lower() in NAME_PARTS and (case.previous_is_name or is_abbreviation(previous)):
        yield Vote(C.SUPPLIED, 6, f"it completes the name “{previous}”", "completed")
    elif previous.lower() in TITLES and not is_determined(case):
        yield Vote(C.SUPPLIED, 6, f"a name is wanted after the title “{previous}”", "completed")


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
        yield Vote(
            C.SOURCE_TERM,
            8 if habits.original else 5,
            f"a rare word, where {habits.source_terms} brackets hold source terms",
        )


EVIDENCE: Final[tuple[Evidence, ...]] = (
    labelled_term,
    mark_within,
    initials_within,
    speaker_within,
    exclamation_within,
    position_in_word,
    own_script,
    term_with_meaning,
    german_phrase,
    measure_within,
    foreign_words,
    pronoun_explained,
    noun_explained,
    quotation_explained,
    list_of_members,
    event_dated,
    term_translated,
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


def _translates_name(case: Case) -> bool:
    """All are English words with capitals, and more than the one word that completes a name: ``[River]``."""
    if not case.words or not case.is_all_capitalised or not all(map(is_english, case.words)):
        return False
    return len(case.words) > 1 or case.words[0].lower() not in NAME_PARTS


def _follows_term(case: Case) -> bool:
    return case.previous.islower() and is_foreign(case.previous) and case.before[-1:].isspace()


def _resolves_foreign_letters(case: Case) -> bool:
    """Return True for ``ZK [Central Committee]``: letters that do not begin English words, and two names."""
    return (
        is_abbreviation(case.previous)
        and case.previous not in ENGLISH_ABBREVIATIONS
        and len(case.words) > 1
        and (case.is_all_capitalised or not {"of", "for"}.isdisjoint(case.words[1:]))
        and all(is_english(word) or is_abbreviation(word) for word in case.words)
    )


def _is_common(case: Case) -> bool:
    """No single rare word, which may be one of another language."""
    return len(case.words) > 1 or is_common_english(case.words[0])


def _explains_pronoun(case: Case) -> bool:
    """Return True for ``he [the miller]`` and ``their [the drivers’]``, not for ``our [Soviet] side``."""
    low, first = case.previous.lower(), case.words[0].lower()
    if low in DEMONSTRATIVES and low != "such":
        # No noun phrase has two determiners: "this [the delay]" explains, "such [a delay]" completes.
        return first in ARTICLES and len(case.words) > 1
    if low in POSSESSIVES:
        return is_possessive(case.inner) or first in ARTICLES
    return low in PRONOUNS and (is_capitalised(case.words[0]) or first in ARTICLES | POSSESSIVES)


def _is_sentence(case: Case) -> bool:
    return len(case.words) > 2 and case.inner[0].isupper() and case.inner.rstrip('”"’')[-1:] in (".", "!")


def _is_conjunction(case: Case) -> bool:
    """Return True for a “that” after a verb of saying, or before a quotation: its clause begins here."""
    if case.before.rstrip()[-1:] in '“"„«':
        return True
    at = case.index_of_previous()
    verb = case.before_tokens[at - 1].lower() if at > 0 else ""
    return verb in _SAYING or (verb.endswith("ed") and not case.is_before_pause)


def _letters(text: str) -> str:
    match = re.match(r"[^\W\d_]+", text)
    return match[0] if match else ""


def _has_english_sentence(case: Case) -> bool:
    return sum(word.lower() in FUNCTION_WORDS for word in case.words) > 2
