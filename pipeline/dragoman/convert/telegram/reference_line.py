"""The line under the addressees: classification, section, message number, in every order."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from dragoman.convert.telegram import classification
from dragoman.convert.telegram.cues import NUMBER_WORDS

_COUNT: Final = "(?:" + "|".join(sorted(NUMBER_WORDS, key=len, reverse=True)) + r"|\d{1,2})"
_WORD: Final = r"(?!SECTION\b|FINAL\b|SECT?\b|SECT(?:ON|IN|IO)\b)[A-Z][A-Z'.\-]{0,12}"
_POST: Final = rf"(?=[A-Z]{{2}}){_WORD}(?: {{1,3}}{_WORD}){{0,2}}"
_NUMBER: Final = rf"(?P<post>{_POST}) {{1,8}}(?P<number>\d{{3,6}})(?:/\d{{1,2}}|[A-Z])?(?=\s|$)"
# SECTON, SETION, SECITON: operators drop a letter or change two.
_SECTION: Final = (
    r"(?:SECT(?:ION|\.)?|SECT(?:ON|IN|IO|OIN|TION|IION)|SE(?:CION|TION|CITON|XTION|CITION)|SCTION)"
)
_PART: Final = (
    rf"(?:(?P<final>FINAL) +)?{_SECTION} ?(?:(?P<section>{_COUNT}) ?)?"
    rf"(?:OF|/) ?(?P<sections>{_COUNT})(?![A-Z0-9])"
)
# Tried in order; each example is of a line that forced it.
_FORMS: Final = tuple(
    re.compile(form)
    for form in (
        rf"{_PART}(?:[ ,\-]{{1,8}}{_NUMBER})?",  # SECTION 1 OF 3 LA PAZ 2004/1; FINAL SECTION OF 2
        rf"{_NUMBER}[ ,\-]{{1,8}}{_PART}",  # LA PAZ 2238 SECTION 2 OF 2
        _NUMBER,  # STATE 128840
    )
)
# Behind a classification a post's own number may be as low as 1.
_LOW_NUMBER: Final = re.compile(rf"(?P<post>{_POST}) {{1,8}}(?P<number>\d{{1,2}})$")
# The words of a classification that may be misspelt: three, one, or one spaced out.
_MISSPELT: Final = (
    re.compile(r"[A-Z]{3,9} [A-Z]{5,9} USE(?= )|[A-Z]{5,8} OFFICIAL [A-Z]{2,4}(?= )"),
    re.compile(r"[A-Z]{5,14}(?= )|(?:[A-Z] ){5,13}[A-Z](?= )"),
)
_BLANKS: Final = re.compile(r"[\s,:;\-]{0,8}")
_LONGEST: Final = 200


@dataclass(frozen=True, slots=True)
class ReferenceLine:
    """What the line says. ``classification_end``: where the classification ends in the line (0: it has
    none); ``start``, ``end``: where section and number stand; section, sections: 0 where not said.
    """

    classification: str
    classification_end: int
    start: int
    end: int
    post: str = ""
    number: str = ""
    section: int = 0
    sections: int = 0

    @property
    def message_number(self) -> str:
        """The message reference number, ``MOSCOW 02204``, or ""."""
        return f"{self.post} {self.number}".strip() if self.number else ""


def _count(text: str | None) -> int:
    if not text:
        return 0
    return NUMBER_WORDS[text] if text in NUMBER_WORDS else int(text)


@lru_cache(maxsize=64)
def parse_reference_line(text: str, needs_section: bool = True) -> ReferenceLine | None:
    """Return what a section line or a line with the message number says, or None.

    Shape: ``CONFIDENTIAL SECTION 01 OF 03 MOSCOW 02204``, ``UNCLAS LA PAZ 2238 SECTION 2 OF 2``,
    ``SECRET FINAL SECTION OF 2 LIMA 0123``, ``UNCLAS STATE 012345``. A line without a classification must
    name a section, unless ``needs_section`` is False; ``CONSULAR SECTION`` does not.
    """
    head = text[:_LONGEST]
    opening = classification.OPENING.match(head)
    end = opening.end() if opening else 0
    if not opening or head[1:2] == " ":
        # Spaced out, C O N F I D is also the beginning of a longer one that is misspelt.
        end = max(end, _misspelt_opening(head))
    meaning = classification.meaning_of(head[:end]) if end else ""
    blanks = _BLANKS.match(head, end)
    at = blanks.end() if blanks else end
    for form in (*_FORMS, _LOW_NUMBER) if end else _FORMS:
        match = form.match(head, at)
        if match is None:
            continue
        groups = match.groupdict()
        if needs_section and not end and not groups.get("sections"):
            return None
        section = _count(groups.get("section"))
        sections = _count(groups.get("sections"))
        if groups.get("final") or (sections and not section):
            section = section or sections
        return ReferenceLine(
            classification=meaning,
            classification_end=end,
            start=at,
            end=match.end(),
            post=" ".join((groups.get("post") or "").split()),
            number=groups.get("number") or "",
            section=section,
            sections=sections,
        )
    return None


def _misspelt_opening(head: str) -> int:
    """Return where a misspelt classification that opens the line ends, or 0."""
    for form in _MISSPELT:
        words = form.match(head)
        if words and classification.nearest(words[0]):
            return words.end()
    return 0
