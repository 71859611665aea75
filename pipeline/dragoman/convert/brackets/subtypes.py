"""What a class leaves open: why something is missing or supplied, what kind of note or reference it is.

A known wording says it itself; this is for the brackets whose class was weighed.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from dragoman.convert.brackets.case import Case
from dragoman.convert.brackets.verdict import BracketClass, Vote
from dragoman.convert.brackets.words import DATE_WORDS, TITLES

# The first row of which a word stands in the bracket counts; the last has no words and is for the rest.
_BY_WORDS: Final[dict[BracketClass, tuple[tuple[str, frozenset[str]], ...]]] = {
    kind: tuple((subtype, frozenset(words.split())) for subtype, words in rows)
    for kind, rows in {
        BracketClass.PHYSICAL: (
            ("stamp", "stamp stamps stamped postmark postmarked received registered registry entry"),
            ("seal", "seal seals sealed"),
            ("marginal", "margin margins marginal beside alongside"),
            ("signature", "signature signatures signed sgd initials autograph fingerprint thumbprint rubric"),
            ("handwritten", ""),
        ),
        BracketClass.GAP: (
            (
                "not-declassified",
                "declassified classified withheld excised redacted censored censor security",
            ),
            ("blank", "blank empty"),
            (
                "illegible",
                "illegible unreadable legible readable smudged blurred faded inaudible unintelligible "
                "indistinct obscured garbled undecipherable deciphered decipherable unclear crossed clear",
            ),
            ("missing", ""),
        ),
        BracketClass.REFERENCE: (
            ("note", "note footnote fn endnote"),
            (
                "shelfmark",
                "fond opis delo papka box folder file archive archives dosar inv sygn rg avprf rgani "
                "rgaspi garf bl barch collection shelfmark",
            ),
            ("see", "see cf compare above below ibid annex attachment appendix telegram document"),
            ("page", "page p pp sheet folio fol leaf verso recto"),
            ("see", ""),
        ),
    }.items()
}


def subtype_of(kind: BracketClass, case: Case, votes: Sequence[Vote]) -> str:
    """Return the subtype of a bracket of this class, by a vote or by its words; "" for most classes."""
    told = next((vote.subtype for vote in votes if vote.kind is kind and vote.subtype), "")
    if told:
        return told
    if kind is BracketClass.SUPPLIED:
        return "completed" if _completes_name(case) else "omitted"
    if kind is BracketClass.EXPANSION:
        return "expansion"
    if kind is BracketClass.UNCERTAIN:
        return "reading" if case.inner.endswith("?") else "doubt"
    words = {word.lower() for word in case.words}
    rows = _BY_WORDS.get(kind, ())
    return next((subtype for subtype, known in rows if not known or not known.isdisjoint(words)), "")


def _completes_name(case: Case) -> bool:
    """Return True after a name, a title or a date, for what may belong to it."""
    low = case.previous.lower().rstrip(".")
    if low in TITLES or low in DATE_WORDS:
        return True
    return case.previous_is_name and case.inner[:1].isupper()
