"""The class of every bracket of a document: evidence is added up, and doubt is admitted."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from dragoman.convert.brackets import phrases
from dragoman.convert.brackets.case import Case, Habits
from dragoman.convert.brackets.details import correction_in, extent_of_gap
from dragoman.convert.brackets.evidence import EVIDENCE, KNOWN_WORDING, known_phrase
from dragoman.convert.brackets.evidence_of_marks import says_nothing
from dragoman.convert.brackets.languages import language_label, script_of, term_language
from dragoman.convert.brackets.verdict import BracketClass, Verdict, Vote
from dragoman.convert.brackets.words import is_foreign, is_word

# Sums of weights. Below the floor, or nearer than the margin to the next class, nothing is claimed.
# Where one vote has the weight that settles the matter, hints are not heard.
DECISIVE: Final = 10.0
# One piece of evidence by itself makes sure only from this weight on.
ALONE: Final = 7.0
FLOOR: Final = 3.0
HINT: Final = 2.0
MARGIN: Final = 1.5
_HIGH: Final = (6.0, 4.0)
_MEDIUM: Final = (4.5, 2.0)

_SMALL_NUMBER: Final = re.compile(r"^\d{1,3}$", re.ASCII)

# Classes that need more than their name: a language, an extent, a correction.
_COMPLETED: Final = frozenset((BracketClass.SOURCE_TERM, BracketClass.GAP, BracketClass.SIC))
# What a translator writes in round brackets too. Everything else in them is the author's.
_IN_PARENTHESES: Final = frozenset((BracketClass.SIC, BracketClass.GAP, BracketClass.PHYSICAL))

_NOTHING: Final = Verdict(BracketClass.UNCLASSIFIED, "low", ("nothing speaks for any class",))
_AUTHORS_OWN: Final = Verdict(BracketClass.TEXT, "high", ("round brackets without a sign of the translator",))


def classify(cases: Sequence[Case], habits: Habits) -> list[Verdict]:
    """Return the verdict on each case of one document.

    The cases are judged twice: what is sure the first time (how many source terms there are,
    which text had which class) is evidence the second time.
    """
    habits = replace(habits, numbers=_counted_up(cases))
    first = [judge(case, habits) for case in cases]
    sure = [(case, verdict) for case, verdict in zip(cases, first, strict=True) if verdict.cert == "high"]
    texts: dict[str, str] = {}
    for case, verdict in sure:
        if len(case.inner) > 3:
            texts.setdefault(case.inner.lower(), verdict.kind.value)
    source_terms = sum(verdict.kind is BracketClass.SOURCE_TERM for _, verdict in sure)
    informed = replace(habits, source_terms=source_terms, texts=texts)
    return [
        judge(case, informed) if verdict.cert != "high" and _may_change(case, informed) else verdict
        for case, verdict in zip(cases, first, strict=True)
    ]


def _may_change(case: Case, informed: Habits) -> bool:
    """Return False where what was learnt of the document is no evidence for a case."""
    has_terms = informed.source_terms > 0 and (case.is_foreign or len(case.words) == 1)
    return has_terms or case.inner.lower() in informed.texts


def _counted_up(cases: Sequence[Case]) -> frozenset[str]:
    """Return the numbers in brackets that follow each other, 4, 5, 6, in the order of the text."""
    numbers = [
        int(case.inner) for case in cases if not case.is_parenthesis and _SMALL_NUMBER.match(case.inner)
    ]
    in_a_row = {n for a, b in pairwise(numbers) if b == a + 1 for n in (a, b)}
    return frozenset(map(str, in_a_row))


def judge(case: Case, habits: Habits) -> Verdict:
    """Return the verdict on one bracket, given what is known of its document."""
    if case.is_parenthesis:
        return _judge_parenthesis(case, habits)
    return _verdict(case, habits, _votes(case, habits))


def _votes(case: Case, habits: Habits) -> list[Vote]:
    phrase = list(known_phrase(case, habits))
    if not phrase and case.inner not in habits.note_numbers | habits.numbers and says_nothing(case):
        return []
    if phrase and phrase[0].weight >= DECISIVE and not (case.is_glued_before or case.is_glued_after):
        return phrase
    return phrase + [vote for evidence in EVIDENCE for vote in evidence(case, habits)]


def _judge_parenthesis(case: Case, habits: Habits) -> Verdict:
    if (
        not case.is_foreign
        and (case.inner.isascii() or script_of(case.inner) == "Latn")
        and not next(known_phrase(case, habits), None)
    ):
        return _AUTHORS_OWN
    found = _verdict(case, habits, _votes(case, habits))
    if found.kind in _IN_PARENTHESES and any(reason.startswith(KNOWN_WORDING) for reason in found.evidence):
        return found
    is_term = (
        found.kind is BracketClass.SOURCE_TERM
        and found.cert == "high"
        and (case.inner.islower() or script_of(case.inner) != "Latn")
        and len(case.words) <= 4
        and all(is_foreign(word) or len(word) == 1 for word in case.words)
        and is_word(case.previous)
        and not is_foreign(case.previous)
        and not any(character.isdigit() for character in case.inner)
        and (habits.original or habits.source_terms)
    )
    if is_term:
        return replace(found, evidence=(*found.evidence, "in round brackets, as square ones elsewhere"))
    return _AUTHORS_OWN


def _verdict(case: Case, habits: Habits, votes: Sequence[Vote]) -> Verdict:
    if not votes:
        return _NOTHING
    if decisive := [vote for vote in votes if vote.weight >= DECISIVE]:
        votes = decisive
    sums: dict[BracketClass, float] = {}
    for vote in votes:
        sums[vote.kind] = sums.get(vote.kind, 0.0) + vote.weight
    kind, score, second = votes[0].kind, sums[votes[0].kind], 0.0
    if len(sums) > 1:
        ranked = sorted(sums.items(), key=lambda item: (-item[1], item[0].value))
        (kind, score), second = ranked[0], ranked[1][1]
    if score < FLOOR or score - second < MARGIN:
        reasons = tuple(f"{vote.kind.value}: {vote.reason}" for vote in votes)
        return Verdict(BracketClass.UNCLASSIFIED, "low", reasons)
    own = [vote for vote in votes if vote.kind is kind]
    if len(own) > 1:
        own.sort(key=lambda vote: -vote.weight)
    subtype = next((vote.subtype for vote in own if vote.subtype), "")
    cert = _certainty(score, score - second)
    # Hints add up to a likelihood and never to certainty: two of one kind rest on the same words.
    told = [vote.weight for vote in own if vote.weight > HINT]
    if cert == "high" and (sum(told) < _HIGH[0] or (len(told) == 1 and told[0] < ALONE)):
        cert = "medium"
    evidence = tuple(vote.reason for vote in own)
    if kind in _COMPLETED:
        return _completed(Verdict(kind, cert, evidence, subtype), case, habits)
    return Verdict(kind, cert, evidence, subtype)


def _certainty(score: float, lead: float) -> str:
    for cert, (least, ahead) in (("high", _HIGH), ("medium", _MEDIUM)):
        if score >= least and lead >= ahead:
            return cert
    return "low"


def _completed(verdict: Verdict, case: Case, habits: Habits) -> Verdict:
    """Return the verdict with what its class needs besides: language, extent, correction."""
    if verdict.kind is BracketClass.SOURCE_TERM:
        label, term = term_in(case.inner)
        language = term_language(term, habits.original, habits.reason, label)
        return replace(verdict, language=language)
    if verdict.kind is BracketClass.GAP:
        unit, quantity = extent_of_gap(case.inner)
        return replace(verdict, unit=unit, quantity=quantity)
    if verdict.kind is BracketClass.SIC:
        return replace(verdict, correction=correction_in(case.inner))
    return verdict


def term_in(inner: str) -> tuple[str, str]:
    """Return the language that the translator names and the term itself, without its meaning."""
    label, term = "", inner
    match = phrases.LABELLED_TERM.match(inner)
    if match and language_label(match["label"]):
        label, term = language_label(match["label"]), match["term"]
    explained = phrases.TERM_WITH_MEANING.match(term)
    term = (explained["term"] if explained else term).strip('“”"«» ')
    # A closing apostrophe is a soft sign, unless an opening one stands before it.
    return label, term[1:].removesuffix("’").removesuffix("'") if term[:1] in "‘'" else term
