"""What is seen of a bracket, as a list of short names: its form, its words, and what stands beside it.

A feature is there or not. Which class it speaks for, and how strongly, stands in the table of `weights`;
nothing here decides anything. A name says in words what was seen, for it is shown as evidence.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from dragoman.convert.brackets.case import Case, Habits
from dragoman.convert.brackets.evidence_of_apposition import ends_noun_phrase, is_quoted_before
from dragoman.convert.brackets.evidence_of_names import likeness
from dragoman.convert.brackets.evidence_of_sentences import is_sentence
from dragoman.convert.brackets.kinds_of_words import FINITE, SMALL, part_of_speech, subjects_of
from dragoman.convert.brackets.languages import script_of
from dragoman.convert.brackets.words import EXPECTING, REALIA, has_initials, is_abbreviation, is_word

# Two spellings of one name: see `evidence_of_names`.
_ALIKE: Final = 0.6
_DETERMINERS: Final = frozenset(("article", "demonstrative", "possessive"))
_BESIDE_DATES: Final = frozenset(("date", "preposition", "of", "quantifier"))
_WITHIN: Final = ":;,=/…(“–?!"
_OPENING_QUOTES: Final = frozenset("“\"„«‘'")
_REACH: Final = 3
_TERMS_ARE_A_HABIT: Final = 2


def features_of(case: Case, habits: Habits) -> list[str]:
    """Return the names of what is seen of a case, given what its document does; none comes twice."""
    parts = [part_of_speech(word) for word in case.words]
    form = _form(case, parts)
    return [
        *_of_form(case, parts, form),
        *_of_words(case, parts),
        *_of_neighbours(case, parts, form),
        *_of_document(case, habits, form),
    ]


def _form(case: Case, parts: Sequence[str]) -> str:
    """Return the one name that says best what a bracket holds."""
    inner, words = case.inner, case.words
    if not words:
        return _form_without_words(inner)
    first = words[0]
    if not inner.isascii() and script_of(inner) != "Latn":
        return "another script"
    if len(inner) < 3 and not (inner.islower() and part_of_speech(inner) in SMALL):
        return "letters"
    if "date" in parts and _BESIDE_DATES.issuperset(parts):
        return "date"
    if case.is_foreign:
        return "foreign words" if first[0].islower() else "foreign name"
    if case.is_all_capitalised:
        return "names" if len(words) < 5 else "long name"
    if all(part in SMALL for part in parts):
        return "small words"
    if is_sentence(case):
        return "sentence"
    return _form_of_phrase(case, parts)


def _form_without_words(inner: str) -> str:
    if not inner:
        return "nothing"
    if not any(character.isdigit() for character in inner):
        return "marks"
    return {"year": "year"}.get(part_of_speech(inner), "figures")


def _form_of_phrase(case: Case, parts: Sequence[str]) -> str:
    if case.inner[0].isupper():
        return "words with a capital"
    if parts[0] in ("article", "possessive"):
        return "noun phrase"
    if parts[0] in ("preposition", "of", "to"):
        return "phrase with a preposition"
    if not FINITE.isdisjoint(parts):
        return "words with a verb"
    if len(parts) == 1:
        return "one rare word" if parts[0] == "rare word" else "one word"
    return "words"


def _size(count: int) -> str:
    if count < 4:
        return str(count)
    return "4 or 5" if count < 6 else "6 to 9" if count < 10 else "10 or more"


def _of_form(case: Case, parts: Sequence[str], form: str) -> Iterator[str]:
    inner, count = case.inner, len(parts)
    size = _size(count)
    yield f"form: {form}"
    yield f"words: {size}"
    yield f"form: {form}, words: {size}"
    start = _start(inner)
    end = _end(inner)
    yield f"starts with {start}"
    yield f"starts with {start}, words: {size}"
    yield f"ends in {end}"
    yield f"starts with {start}, ends in {end}"
    for mark in _WITHIN:
        if mark in inner:
            yield f"holds {mark}"
    figures = sum(map(str.isdigit, inner))
    if figures:
        yield "holds figures" if figures < 3 else "holds many figures"
        if count:
            yield f"holds figures, words: {size}"
    foreign = _share(len(case.foreign_words), count)
    yield f"foreign words: {foreign}"
    small = sum(word[0].islower() for word in case.foreign_words)
    yield f"foreign words in small letters: {_share(small, count)}"
    yield f"capitals: {_share(sum(word[0].isupper() for word in case.words), count)}"
    if not inner.isascii() and any("À" <= character <= "ɏ" for character in inner):
        yield "letters with marks"


def _start(inner: str) -> str:
    first = inner[:1]
    if first.isalpha():
        return "a small letter" if first.islower() else "a capital" if first.isupper() else "a letter"
    return "a figure" if first.isdigit() else "a quotation mark" if first in _OPENING_QUOTES else "a mark"


def _end(inner: str) -> str:
    last = inner[-1:]
    if last in ".!?:,;)":
        return last
    return "a letter" if last.isalpha() else "a figure" if last.isdigit() else "a mark"


def _share(count: int, whole: int) -> str:
    if not count:
        return "none"
    return "all" if count == whole else "half" if 2 * count >= whole else "some"


def _of_words(case: Case, parts: Sequence[str]) -> Iterator[str]:
    count = len(parts)
    if not count:
        return
    few = "one" if count == 1 else "few" if count < 5 else "many"
    yield f"first: {parts[0]}"
    yield f"first: {parts[0]}, words: {few}"
    yield f"last: {parts[-1]}"
    if count == 2:
        yield f"two words: {parts[0]}, {parts[1]}"
    for part in sorted(set(parts)):
        yield f"has: {part}"
    if count > 1 and parts[-1] in SMALL | FINITE:
        yield "ends with a word that goes on"
    if parts[0] in SMALL:
        yield f"begins with a small word, words: {few}"
    if not FINITE.isdisjoint(parts):
        yield f"a verb, {_start(case.inner)} first"
    if not FINITE.isdisjoint(parts[1:]):
        yield "a verb after the first word"
    low = [word.lower() for word in case.words]
    alone = case.opens_block and case.closes_block
    for subject in sorted({subject for word in low for subject in subjects_of(word)}):
        yield f"speaks of {subject}"
        yield f"speaks of {subject}, words: {few}"
        yield f"speaks of {subject}, {'alone' if alone else 'in the text'}"
    for subject in subjects_of(low[0]):
        yield f"begins with {subject}"
    for subject in subjects_of(low[-1]):
        yield f"closes with {subject}"


def _of_neighbours(case: Case, parts: Sequence[str], form: str) -> Iterator[str]:
    before, after = part_of_speech(case.previous), part_of_speech(case.following)
    last = part_of_speech(case.before_tokens[-1]) if case.before_tokens else "none"
    pause = "a pause" if case.is_before_pause else "no pause"
    yield f"before: {before}"
    yield f"after: {after}"
    yield pause
    if last != before:
        yield f"right before: {last}"
    yield f"{form} after {before}"
    yield f"{form} before {after}"
    yield f"{parts[0] if parts else form} within, after {before}"
    yield f"{parts[0] if parts else form} within, before {after}"
    yield f"between {before} and {after}"
    if case.before and not case.before[-1].isspace():
        yield f"touches {last}"
    if case.is_glued_after:
        yield "touches the letters after it"
    yield from _of_place(case, form, pause)
    if is_word(case.previous):
        yield from _of_word_before(case, parts, form, before, pause)
    yield from _of_clause(case, before, after)


def _of_place(case: Case, form: str, pause: str) -> Iterator[str]:
    if case.opens_block:
        yield "a paragraph by itself" if case.closes_block else "opens a paragraph"
    elif case.closes_block:
        yield "closes a paragraph"
    if case.begins_sentence:
        yield "where a sentence begins"
        yield f"{form} where a sentence begins, {pause}"
    if is_quoted_before(case):
        yield "after a quotation"
        yield f"{form} after a quotation"


def _of_word_before(case: Case, parts: Sequence[str], form: str, before: str, pause: str) -> Iterator[str]:
    low = case.previous.lower()
    complete = "a complete noun phrase" if ends_noun_phrase(case) else "no complete noun phrase"
    yield f"after {complete}, {pause}"
    yield f"{form} after {complete}"
    yield f"{form} after {complete}, {pause}"
    at = case.previous_at
    earlier = [part_of_speech(token) for token in case.before_tokens[max(0, at - _REACH) : max(0, at)]]
    one = earlier[-1] if earlier else "none"
    yield f"before: {one}, {before}"
    if not _DETERMINERS.isdisjoint(earlier):
        yield f"{form} after a determined {before}"
    if low in EXPECTING:
        yield f"{form} after a word that wants a noun"
    if low in REALIA:
        yield "after a word of the country"
    if len(parts) > 1 and is_abbreviation(case.previous):
        has_them = has_initials(case.previous, list(case.words))
        yield "the letters before it begin its words" if has_them else "after other letters"
    if len(parts) == 1 and case.previous[0].isupper() and likeness(case.previous, case.words[0]) >= _ALIKE:
        yield "like the word before it"


def _of_clause(case: Case, before: str, after: str) -> Iterator[str]:
    """Yield whether the clause has its verb already: what follows then is no part that it needs."""
    has_verb = False
    for token in reversed(case.before_tokens):
        if not token[0].isalnum():
            break
        part = part_of_speech(token)
        if part in FINITE or part == "-ed":
            has_verb = True
            break
    state = "the clause has a verb" if has_verb else "the clause has no verb yet"
    yield state
    yield f"{state}, before {after}"
    yield f"{state}, after {before}"


def _of_document(case: Case, habits: Habits, form: str) -> Iterator[str]:
    yield "a translation" if habits.original else "original unknown"
    if habits.original == "de":
        yield f"{form} in a German paper"
    if habits.source_terms >= _TERMS_ARE_A_HABIT:
        yield f"{form} where terms are a habit"
    if case.inner in habits.note_numbers:
        yield "the number of a note"
    if case.inner in habits.numbers:
        yield "a number in a row"
