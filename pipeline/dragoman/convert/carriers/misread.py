"""Text that somebody read in a wrong encoding and saved so: ``donâ€™t`` for ``don’t``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from dragoman.diagnostics import Diagnostic, Rule, Severity
from dragoman.source import SourceText

MISREAD = Rule(
    "CAR008",
    Severity.WARNING,
    "the text was read in a wrong encoding before it was saved",
    "Where a program reads UTF-8 as something else, each letter beyond ASCII becomes two signs or three. The "
    "transcript is kept as it is: what was meant is for whoever has the source to say.",
    "We donâ€™t know.",
    "We don’t know.",
)

# UTF-8 read as Windows-1252: a letter beyond ASCII, a dash or a quotation mark became two or three signs.
_SIGNS: Final = (
    "\x80-\xbf\u0152\u0153\u0160\u0161\u017d\u017e\u0178\u0192\u02c6\u02dc\u2013\u2014\u2018-\u201e\u2020-\u2022\u2026"
    "\u2030\u2039\u203a\u20ac\u2122"
)
_WESTERN: Final = re.compile(f"â€[{_SIGNS}]?|[ÃÂÐÑ][{_SIGNS}]")
# UTF-8 read as Windows-1251: every Cyrillic letter became Р or С and a sign.
_CYRILLIC: Final = re.compile(f"(?:[РС][\u0402-\u040f\u0451-\u045f\u0490\u0491{_SIGNS}]){{1,40}}")
_FEWEST: Final = 2


def misread(source: SourceText) -> Iterator[Diagnostic]:
    """Yield where a text shows that it was read in a wrong encoding before it was saved, once for each way.

    Nothing is repaired: whoever has the file that was misread can read it rightly, and the transcript
    stays what it is.
    """
    for pattern, firsts, encoding in (
        (_WESTERN, "âÃÂÐÑ", "windows-1252"),
        (_CYRILLIC, "РС", "windows-1251"),
    ):
        if not any(map(source.has, firsts)):
            # One letter is looked for in a hundredth of the time of a pattern.
            continue
        found = list(pattern.finditer(source.text))
        if sum(len(match[0]) for match in found) < 2 * _FEWEST or len(found) < _FEWEST:
            continue
        first = found[0]
        words = _word_round(source.text, first.start(), first.end())
        meant = _reread(words, encoding)
        said = f"“{words}” is probably “{meant}”" if meant else f"“{words}” is no word"
        message = f"{said}, UTF-8 read as {encoding}; {len(found)} such places"
        hint = "save the text again from its source as UTF-8, or correct it before it is converted"
        yield MISREAD.at(source.place(first.start()), message, hint)


def _word_round(text: str, start: int, end: int) -> str:
    """Return what stands between the blanks on either side, no more than forty characters of it."""
    left = max(text.rfind(blank, max(0, start - 20), start) for blank in " \t\n") + 1
    rights = [at for blank in " \t\n" if (at := text.find(blank, end, end + 20)) >= 0]
    return text[max(left, start - 20) : min(rights, default=min(len(text), end + 20))]


def _reread(words: str, encoding: str) -> str:
    """Return words as they were before they were misread, or "" where they cannot have been."""
    try:
        return words.encode(encoding).decode("utf-8")
    except UnicodeError:
        return ""
