"""What a bracket was found to be."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple


class BracketClass(StrEnum):
    """The classes of docs/encoding.md, and ``TEXT`` for a parenthesis that is the author's own."""

    SOURCE_TERM = "source-term"
    GLOSS = "gloss"
    SUPPLIED = "supplied"
    EXPANSION = "expansion"
    GAP = "gap"
    SIC = "sic"
    UNCERTAIN = "uncertain"
    PHYSICAL = "physical"
    COMMENT = "comment"
    REFERENCE = "reference"
    UNCLASSIFIED = "unclassified"
    TEXT = "text"


class Vote(NamedTuple):
    """What one piece of evidence says: for which class, how strongly, and why, in words.

    weight:  10 settles the matter, 5 is good evidence, 2 a hint;
    subtype: what the class leaves open: the reason of a supplied word or a gap, the kind of
             physical note, ``note`` or ``page`` of a reference.
    """

    kind: BracketClass
    weight: float
    reason: str
    subtype: str = ""


@dataclass(frozen=True, slots=True)
class Language:
    """The language of a term as BCP 47 tag, how certain, and why."""

    tag: str
    cert: str
    reason: str


class Verdict(NamedTuple):
    """The class of a bracket with its certainty (``high``, ``medium``, ``low``) and its evidence.

    subtype:    see `Vote`; language: of a source term; unit, quantity: of a gap, "" where not stated;
    correction: what should stand instead of a word marked sic, "" where nothing is proposed.
    """

    kind: BracketClass
    cert: str
    evidence: tuple[str, ...]
    subtype: str = ""
    language: Language | None = None
    unit: str = ""
    quantity: str = ""
    correction: str = ""
