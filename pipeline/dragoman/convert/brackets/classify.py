"""The class of every bracket of a document: rules speak first, what they leave open is weighed.

The rules add up what `evidence` says. Where a form alone decides (a *sic*, letters within a word, a word of
another language) their verdict stands. Else it counts as one more weight beside those of `features`, which
were learnt from brackets labelled by hand; how far the best class leads says how certain it is.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final, NamedTuple

from dragoman.convert.brackets import phrases
from dragoman.convert.brackets.case import Case, Habits
from dragoman.convert.brackets.details import correction_in, extent_of_gap
from dragoman.convert.brackets.evidence import EVIDENCE, KNOWN_WORDING, interrupts_word, known_phrase
from dragoman.convert.brackets.evidence_of_marks import says_nothing
from dragoman.convert.brackets.features import features_of
from dragoman.convert.brackets.languages import language_label, script_of, term_language
from dragoman.convert.brackets.native import judge_native, native_phrase
from dragoman.convert.brackets.subtypes import subtype_of
from dragoman.convert.brackets.verdict import BracketClass, Verdict, Vote
from dragoman.convert.brackets.weights import Weighed, Weights, weigh, weights
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

# What the verdict of the rules is worth by its certainty, and where one vote is decisive, as a weight.
_TRUST: Final = {"high": 300, "medium": 200, "low": 100}
_TRUST_IN_DECISIVE: Final = 400
# From this weight on a vote is for a form that nothing else has, and leaves nothing to be weighed.
_SETTLING: Final = 12.0
# How far a class must lead to be claimed at all: where the rules say something; where they are silent; and
# for one small word in a paper full of terms, which may be one of them and look English ("tone").
_CLAIMED: Final = 20
_CLAIMED_IN_SILENCE: Final = 60
_CLAIMED_BESIDE_TERMS: Final = 300
# How far to be likely, and to be sure, by what the rules say of the class that leads. Set with each labeller
# left out (`evaluate.py --left-out` beside the tests): sure answers are right for 98 in a hundred at least,
# likely ones for 90.
_LEADS_IF_DECISIVE: Final = (250, 450)
_LEADS: Final = {"high": (200, 350), "medium": (350, 450), "low": (350, 650)}
_LEADS_WITHOUT_RULES: Final = (400, 650)

_SMALL_NUMBER: Final = re.compile(r"^\d{1,3}$", re.ASCII)

# Settled by their form, where the rules are sure and one piece of evidence is decisive.
_SETTLED: Final = frozenset(
    (BracketClass.EXPANSION, BracketClass.SIC, BracketClass.UNCERTAIN, BracketClass.REFERENCE)
)
# What a translator writes in round brackets too. Everything else in them is the author's.
_IN_PARENTHESES: Final = frozenset((BracketClass.SIC, BracketClass.GAP, BracketClass.PHYSICAL))

_NOTHING: Final = Verdict(BracketClass.UNCLASSIFIED, "low", ("nothing speaks for any class",))
_AUTHORS_OWN: Final = Verdict(BracketClass.TEXT, "high", ("round brackets without a sign of the translator",))


class Told(NamedTuple):
    """What the rules say of a bracket.

    is_settled: nothing is left to be weighed; trust: what their verdict is worth as a weight.
    """

    verdict: Verdict
    votes: Sequence[Vote]
    is_settled: bool
    trust: int


def classify(cases: Sequence[Case], habits: Habits, table: Weights | None = None) -> list[Verdict]:
    """Return the verdict on each case of one document; ``table`` stands in for the stored weights."""
    if habits.is_native:
        habits = replace(habits, numbers=_counted_up(cases))
        return [_native(case, habits) for case in cases]
    informed, told = told_by_rules(cases, habits)
    table = table or weights()
    return [
        rules.verdict if rules.is_settled else _weighed(case, informed, rules, table)
        for case, rules in zip(cases, told, strict=True)
    ]


def told_by_rules(cases: Sequence[Case], habits: Habits) -> tuple[Habits, list[Told]]:
    """Return the habits of a document with what its brackets tell of it, and what the rules say of each.

    The cases are judged twice: what is sure the first time (how many source terms there are,
    which text had which class) is evidence the second time.
    """
    habits = replace(habits, numbers=_counted_up(cases))
    first = [_told(case, habits) for case in cases]
    sure = [
        (case, rules.verdict)
        for case, rules in zip(cases, first, strict=True)
        if rules.verdict.cert == "high"
    ]
    texts: dict[str, str] = {}
    for case, verdict in sure:
        if len(case.inner) > 3:
            texts.setdefault(case.inner.lower(), verdict.kind.value)
    source_terms = sum(verdict.kind is BracketClass.SOURCE_TERM for _, verdict in sure)
    informed = replace(habits, source_terms=source_terms, texts=texts)
    told = [
        _told(case, informed) if rules.verdict.cert != "high" and _may_change(case, informed) else rules
        for case, rules in zip(cases, first, strict=True)
    ]
    return informed, told


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


def _told(case: Case, habits: Habits) -> Told:
    if case.is_parenthesis:
        return Told(_judge_parenthesis(case, habits), (), True, 0)
    phrase = list(known_phrase(case, habits))
    if not phrase and case.inner not in habits.note_numbers | habits.numbers and says_nothing(case):
        return Told(_NOTHING, (), True, 0)
    votes = _votes(case, habits, phrase)
    verdict = _verdict(votes)
    if verdict.kind is BracketClass.UNCLASSIFIED:
        return Told(verdict, votes, False, 0)
    heaviest = max(vote.weight for vote in votes if vote.kind is verdict.kind)
    is_decisive = heaviest >= DECISIVE
    is_settled = verdict.cert == "high" and (
        heaviest >= _SETTLING
        or (verdict.kind in _SETTLED and is_decisive)
        or (verdict.kind is BracketClass.SOURCE_TERM and case.is_foreign)
    )
    if is_settled:
        verdict = _completed(verdict, case, habits)
    return Told(verdict, votes, is_settled, _TRUST_IN_DECISIVE if is_decisive else _TRUST[verdict.cert])


def _weighed(case: Case, habits: Habits, rules: Told, table: Weights) -> Verdict:
    """Return the verdict on a bracket that the rules leave open."""
    told = rules.verdict if rules.trust else None
    found = weigh(features_of(case, habits), table, told.kind if told else None, rules.trust)
    kind = found.kind
    is_term = told is not None and told.kind is kind is BracketClass.SOURCE_TERM
    if rules.verdict.cert != "high" and not is_term and _may_be_term(case, habits):
        least = _CLAIMED_BESIDE_TERMS
    else:
        least = _CLAIMED if told else _CLAIMED_IN_SILENCE
    if kind is BracketClass.UNCLASSIFIED or found.lead < least:
        return Verdict(BracketClass.UNCLASSIFIED, "low", (*rules.verdict.evidence, *found.reasons))
    if told is not None and told.kind is kind:
        evidence, subtype = told.evidence, told.subtype
    else:
        evidence = tuple(vote.reason for vote in rules.votes if vote.kind is kind)
        subtype = subtype_of(kind, case, rules.votes)
    verdict = Verdict(kind, _likelihood(found, rules), (*evidence, *found.reasons), subtype)
    return _completed(verdict, case, habits)


def _may_be_term(case: Case, habits: Habits) -> bool:
    """Return True for one small word at the end of a clause, where other brackets hold terms."""
    return habits.source_terms > 1 and len(case.words) == 1 and case.inner.islower() and case.is_before_pause


def _likelihood(found: Weighed, rules: Told) -> str:
    if rules.verdict.kind is not found.kind:
        likely, sure = _LEADS_WITHOUT_RULES
    elif rules.trust == _TRUST_IN_DECISIVE:
        likely, sure = _LEADS_IF_DECISIVE
    else:
        likely, sure = _LEADS[rules.verdict.cert]
    if found.lead >= sure:
        return "high"
    return "medium" if found.lead >= likely else "low"


def _votes(case: Case, habits: Habits, phrase: list[Vote]) -> list[Vote]:
    """Return the votes on a case, in which ``phrase`` is what its wording says."""
    is_glued = case.is_glued_before or case.is_glued_after
    if phrase and phrase[0].weight >= DECISIVE and (not is_glued or interrupts_word(case)):
        return phrase
    return phrase + [vote for evidence in EVIDENCE for vote in evidence(case, habits)]


def _native(case: Case, habits: Habits) -> Verdict:
    """Return the verdict on a bracket of a paper in its own language; round ones are mostly its author's."""
    if not case.is_parenthesis:
        return _completed(judge_native(case, habits), case, habits)
    known = native_phrase(case.inner)
    if known is None or known.kind not in _IN_PARENTHESES:
        return _AUTHORS_OWN
    return _completed(judge_native(case, habits), case, habits)


def _judge_parenthesis(case: Case, habits: Habits) -> Verdict:
    if (
        not case.is_foreign
        and (case.inner.isascii() or script_of(case.inner) == "Latn")
        and not next(known_phrase(case, habits), None)
    ):
        return _AUTHORS_OWN
    found = _completed(_verdict(_votes(case, habits, list(known_phrase(case, habits)))), case, habits)
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
        return found._replace(evidence=(*found.evidence, "in round brackets, as square ones elsewhere"))
    return _AUTHORS_OWN


def _verdict(votes: Sequence[Vote]) -> Verdict:
    """Return what the votes come to; language, extent and correction are left to `_completed`."""
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
    return Verdict(kind, cert, tuple([vote.reason for vote in own]), subtype)


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
        return verdict._replace(language=language)
    if verdict.kind is BracketClass.GAP:
        unit, quantity = extent_of_gap(case.inner)
        return verdict._replace(unit=unit, quantity=quantity)
    if verdict.kind is BracketClass.SIC:
        return verdict._replace(correction=correction_in(case.inner))
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
