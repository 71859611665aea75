"""What single lines at the top of a memorandum look like; the parts of the opening are in `patterns`."""

from __future__ import annotations

import re
from typing import Final

from dragoman.convert.memorandum import patterns
from dragoman.convert.memorandum.native_forms import SUBJECTS

# The body whose letterhead a letter bears.
BODY: Final = re.compile(
    r"(?:(?:The|[A-Z][\w’'-]+) ){0,4}(?:Embassy|Ministry|Legation|Consulate|Committee|Mission|Office|"
    r"Department|Delegation|Government|Council|Secretariat|Institute|Academy)\b"
)
# No heading: what ends as a clause does, or begins in the midst of a sentence, as a fragment does.
NO_HEADING: Final = re.compile(r"[.:;,-]$|^[a-zà-ÿа-яё]")
TO_SOMEBODY: Final = re.compile(
    r"(?:To|For) (?:Comrade |Com\. )?(?:[^\W\d_a-z]\.\s?){1,3}[^\W\d_a-z][\w’'-]+$"
)
ASIDE: Final = re.compile(r"\([^()]{3,120}\)")
KEYED: Final = re.compile(r"[A-Z][\w ]{2,24}:\s\S")
# The date of a letter that is answered is not the paper's.
REFERRING: Final = re.compile(
    r"(?:bezug|betr(?:eff|ifft|\.)?|ihr (?:schreiben|zeichen)|your (?:letter|ref(?:erence)?|telegram)|"
    r"ref(?:erence)?|in reply to|réf|на №|hiv\. ?szám)\s?\.?:\s",
    re.IGNORECASE,
)
SUBJECT: Final = re.compile(rf"(?:{SUBJECTS})\s?:\s\S", re.IGNORECASE)
# A numbered sentence: “1. To approve the draft.”
POINT: Final = re.compile(r"\d{1,2}[.)]\s.{20,}[.;]$")
INITIALS: Final = re.compile(r"(?:[^\W\d_a-z]\.\s?){1,3}[^\W\d_a-z]")
# “г. Москва, 5 мая 1969 г.” begins with a small letter and goes on with no title.
OF_A_TOWN: Final = re.compile(r"(?:г|гор|пос)\.\s?[А-ЯЁ]")
COLON: Final = re.compile("[:：]")
IN_BRACKETS: Final = re.compile(r"\[[^\]]*\]")
JOINING: Final = re.compile(
    r"\b(?:of|with|between|and|the|by|to|on|from|for|in|at|a)$|[,–—-]$", re.IGNORECASE
)


def is_keyed(line: str) -> bool:
    """Return True for a line of the opening whose key looks like a speaker: “Ref: 45/62”, “Date: May 3”."""
    return patterns.DATELINE_KEY.match(line) is not None or any(
        cue.pattern.search(line) for cue in patterns.OPENER_CUES
    )
