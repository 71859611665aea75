"""A whole document in one line: where its lines would have ended."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import Final

from dragoman.convert.dates import find_dates
from dragoman.convert.memorandum import patterns
from dragoman.convert.memorandum.layout import Line
from dragoman.convert.memorandum.turns import INITIALS, may_speak, speaker_key
from dragoman.source import SourceText, Span

_TOP: Final = 4000
_KEYS: Final = re.compile(
    r"(?<=\s)(?:"
    + "|".join(map(re.escape, (*patterns.ARCHIVE_KEYS, "Title", "Author", "Source", "Description")))
    + r")\s?:(?=\s)"
)
_CONTENTS: Final = re.compile(
    r"(?<=\s)Contents\s?:\s+(?:\w+ (?:Translation|Transcript|Original)|Translation)(?=\s)"
)
_SIDES: Final = re.compile(
    r"(?<=\s)(?:(?:Also )?[Pp]resent|PRESENT|Participants|PARTICIPANTS|In attendance|(?:On|From) the "
    r"[A-Z]\w+ side)\s?:(?=\s)"
)
_CLOSINGS: Final = re.compile(
    r"(?<=\s)(?:ACQUAINTED\b|Notes taken by\b|Recorded by\b|Written down by\b|Taken down by\b|"
    r"The (?:meeting|conversation|talks?|discussion) (?:lasted|ended|took place|went on)\b|"
    r"(?:Translator[’']s )?(?:Foot)?[Nn]otes:(?=\s+\[?1\b))"
)
_SIGNED: Final = re.compile(r"(?<=\s)\[[Ss]ignature[^\]]{0,60}\](?=\s|$)|(?<=\s)/[A-Z][^/\n]{2,50}/(?=\s|$)")
_TURN: Final = re.compile(
    r"(?:(?<=[.!?”’\"\])…:]\s)|(?<=\s\s))(?P<name>(?:[^\W\d_a-z](?:[^\W\d_]|"
    rf"[-’'])*\.?\s|{INITIALS}){{0,3}}[^\W\d_a-z](?:[^\W\d_]|[-’'])+)"
    r"(?:\s?[–—]|\s-|:)(?=\s)"
)
_NOTE: Final = re.compile(r"(?<=\s)\[?(?P<number>\d{1,3})[\].](?=\s)")
_SENTENCE: Final = re.compile(r"[.!?][”’\"]?(?=\s)")


def lines_within(source: SourceText, lines: Sequence[Line]) -> list[Line]:
    """Return the lines that a document in one line would have had, each after a blank line.

    A line begins at the keys of the front matter, after the title, at the names of a dialogue,
    at the formulas of the closing and at the notes; always at white space.
    """
    found: list[Line] = []
    for line in lines:
        cuts = sorted(at for at in _cuts(source, line.span) if line.span.start < at < line.span.end)
        for start, end in zip([line.span.start, *cuts], [*cuts, line.span.end], strict=True):
            span = source.trimmed(Span(start, end))
            if span:
                found.append(Line(span, 0, True))
    return found


def _cuts(source: SourceText, span: Span) -> set[int]:
    text, start, end = source.text, span.start, span.end
    top = min(end, start + _TOP)
    cuts = {match.start() for match in _KEYS.finditer(text, start, top)}
    cuts.update(match.end() for match in _CONTENTS.finditer(text, start, top))
    cuts.update(match.start() for match in _SIDES.finditer(text, start, top))
    cuts.add(_after_title(source, max(cuts, default=start), end))
    cuts.update(match.start() for match in _CLOSINGS.finditer(text, start, end))
    signatures = list(_SIGNED.finditer(text, max(start, end - _TOP), end))
    cuts.update(match.start() for match in signatures)
    cuts.update(match.end() for match in signatures)
    turns = [(speaker_key(m["name"]), m.start()) for m in _TURN.finditer(text, start, end)]
    counts = Counter(key for key, _ in turns)
    cuts.update(at for key, at in turns if counts[key] > 1 and may_speak(key))
    cuts.update(_notes(text, end))
    return cuts


def _after_title(source: SourceText, start: int, end: int) -> int:
    """Return where the title ends: after the date in it, or with the first sentence."""
    window = source.text[start : min(end, start + 400)]
    if not patterns.TITLE_CUE.match(window.lstrip()):
        return start
    dates = [date for date in find_dates(window) if not date.fault]
    if dates and (after := re.match(r"[.,]?(?=\s)", window[dates[0].span.end :])):
        return start + dates[0].span.end + after.end()
    sentence = _SENTENCE.search(window)
    return start + sentence.end() if sentence else start


def _notes(text: str, end: int) -> list[int]:
    """Return where the notes of a block at the end begin: after its heading, numbers in their order."""
    heading = None
    for match in re.finditer(
        r"(?<=\s)(?:Translator[’']s )?(?:Foot)?[Nn]otes:", text[max(0, end - 4 * _TOP) : end]
    ):
        heading = match
    if heading is None:
        return []
    base = max(0, end - 4 * _TOP)
    cuts: list[int] = []
    expected = 1
    for match in _NOTE.finditer(text, base + heading.end(), end):
        if int(match["number"]) == expected:
            cuts.append(match.start())
            expected += 1
    return cuts
