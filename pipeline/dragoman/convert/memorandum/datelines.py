"""Lines that say when and where, and nothing else."""

from __future__ import annotations

import re
from typing import Final

from dragoman.convert.dates import find_dates

_LONGEST_DATELINE: Final = 120
# Chinese sets no blanks: what is longer beside a date is a sentence.
_LONGEST_PLACE_OF_SIGNS: Final = 14
_DIGIT: Final = re.compile(r"[\d〇一二三四五六七八九十]")
# Beside a date in papers in their own language: “3-ны өдөр, Улаанбаатар хот”, “dnia”, “orașul”.
_WORDS_OF_DATELINES: Final = frozenset(
    "өдөр хотод города город года roku dnia miasto város orașul orele hodin godz uhr heures".split()
)
# “Vgl. den Brief vom 3. Mai 1961.”: a note, or a sentence.
_REFERRING: Final = re.compile(
    r"\b(?:cf|see|vgl|siehe|см|zob|viz|lásd|voir|vezi|letter|brief|письмо|list|dopis|levél|lettre|scrisoarea)\b",
    re.IGNORECASE,
)
# “Ulaanbaatar, May 3, 1962. Top Secret. Not to be copied.”
_SECRET_BEHIND: Final = re.compile(
    r"(?<=\d)\.\s(?:top secret|secret|confidential|strictly (?:secret|confidential))\b[^:;]{0,50}$",
    re.IGNORECASE,
)


def is_dateline(line: str) -> bool:
    """Return True for a date with no more than a place and a time beside it, or a classification behind."""
    if secret := _SECRET_BEHIND.search(line):
        line = line[: secret.start()]
    if len(line) > _LONGEST_DATELINE or _DIGIT.search(line) is None or _REFERRING.search(line):
        return False
    dates = find_dates(line)
    if not dates:
        return False
    rest = line[: dates[0].span.start] + " " + line[dates[-1].span.end :]
    rest = re.sub(r"^(?:From|Sent from|Received|At|In)\b", "", rest)
    words = re.findall(r"[^\W\d_]+", rest)
    if any(word[0] > "\u3400" for word in words) and (
        len(rest) > _LONGEST_PLACE_OF_SIGNS or rest.endswith("。")
    ):
        return False
    return len(words) <= 6 and all(
        not word[0].islower() or len(word) < 4 or word in _WORDS_OF_DATELINES for word in words
    )
