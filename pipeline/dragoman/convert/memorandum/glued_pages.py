"""Page numbers that the extraction of a PDF pushed against the first word of their page: ``3The second``."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from dragoman.source import SourceText, Span

_GLUED: Final = re.compile(r"(?P<number>\d{1,3})(?P<word>[^\W\d_]{2,40})")
# The end of a sentence, behind which the lines of two pages were joined.
_SENTENCE_END: Final = re.compile(r"[.!?…][”’\"')\]]?$")
# "3rd", "15km": figures that belong to their letters.
_NO_PAGE: Final = re.compile(
    r"(?:st|nd|rd|th|km|cm|mm|kg|mg|hrs?|min|sec|pm|am|kw|mw|ha|bn|mn|m|t|g|l|de|er|ter|tes|te|oj|aja|ogo)",
    re.IGNORECASE,
)
_BETWEEN: Final = "it stands between the pages"
# How far below a form feed the number of a page stands, and how far back we look for what is before it.
_REACH: Final = 200


@dataclass(frozen=True, slots=True)
class GluedPage:
    """A number that touches a word: where it stands, the word, and why it is a page's or may be none."""

    span: Span
    word: str
    reason: str
    cert: str = "medium"


@dataclass(frozen=True, slots=True)
class GluedPages:
    """The numbers that touch a word, in reading order: those that are pages', and those that may be."""

    sure: tuple[GluedPage, ...] = ()
    doubtful: tuple[GluedPage, ...] = ()
    _starts: list[int] = field(default_factory=list, compare=False, repr=False)

    def within(self, span: Span) -> Sequence[GluedPage]:
        """Return the page numbers within a stretch of text."""
        if not self.sure:
            return ()
        if not self._starts:
            self._starts.extend(page.span.start for page in self.sure)
        return self.sure[bisect_left(self._starts, span.start) : bisect_left(self._starts, span.end)]


@dataclass(frozen=True, slots=True)
class _Candidate:
    at: Span
    number: int
    word: str
    is_amid: bool


def glued_pages(source: SourceText, printed: Mapping[int, int]) -> GluedPages:
    """Return the page numbers that touch a word.

    printed: the page numbers that stand by themselves, by offset. A number is a page's where it is the one
    that lacks between two of them, or next to one; where several such numbers rise one by one; or where it
    stands behind as many form feeds as it has pages before it. A number is no page's that any of this speaks
    against, and one for which nothing speaks is left in its word and reported.
    """
    found = list(_candidates(source.text))
    if not found:
        return GluedPages()
    offsets = sorted(printed)
    feeds = [match.start() for match in re.finditer("\f", source.text)]
    reasons = [_reason(one, printed, offsets) or _by_feeds(source, one, feeds) for one in found]
    if not printed:
        risen = _rising(found)
        reasons = [
            reason or ("such numbers rise one by one" if one in risen else "")
            for one, reason in zip(found, reasons, strict=True)
        ]
    counts = Counter(one.number for one, reason in zip(found, reasons, strict=True) if reason)
    sure: list[GluedPage] = []
    doubtful: list[GluedPage] = []
    for one, reason in zip(found, reasons, strict=True):
        if reason and counts[one.number] == 1:
            sure.append(GluedPage(one.at, one.word, reason, "high" if _BETWEEN in reason else "medium"))
        elif reason or (one.word.istitle() and not one.is_amid and _may_follow(one, printed, offsets)):
            doubt = "another number fits as well" if reason else "no other page has a number next to it"
            doubtful.append(GluedPage(one.at, one.word, doubt))
    return GluedPages(tuple(sure), tuple(doubtful))


def _candidates(text: str) -> Iterator[_Candidate]:
    """Yield the numbers that touch a word, at the beginning of a line or behind a sentence."""
    for match in _GLUED.finditer(text):
        start = match.start()
        before = text[max(0, start - _REACH) : start]
        if (before and not before[-1].isspace()) or _NO_PAGE.fullmatch(match["word"]):
            continue
        bare = before.rstrip()
        is_amid = bool(bare) and "\n" not in before[len(bare) :]
        if not is_amid or (len(before) == len(bare) + 1 and _SENTENCE_END.search(bare)):
            yield _Candidate(Span(start, match.end("number")), int(match["number"]), match["word"], is_amid)


def _around(
    one: _Candidate, printed: Mapping[int, int], offsets: Sequence[int]
) -> tuple[int | None, int | None]:
    """Return the page numbers that are printed next before a number and next after it."""
    at = bisect_left(offsets, one.at.start)
    before = printed[offsets[at - 1]] if at else None
    after = printed[offsets[at]] if at < len(offsets) else None
    return before, after


def _may_follow(one: _Candidate, printed: Mapping[int, int], offsets: Sequence[int]) -> bool:
    before, after = _around(one, printed, offsets)
    return (before is None or before < one.number) and (after is None or one.number < after)


def _reason(one: _Candidate, printed: Mapping[int, int], offsets: Sequence[int]) -> str:
    """Return why a number is a page's by the pages that are known, or ""."""
    if not _may_follow(one, printed, offsets):
        return ""
    before, after = _around(one, printed, offsets)
    is_next, is_last = before == one.number - 1, after == one.number + 1
    if is_next and is_last:
        return f"{_BETWEEN} {before} and {after}"
    if one.is_amid or not one.word[0].isupper():
        return ""
    if is_next or is_last:
        return f"page {before} is before it" if is_next else f"page {after} is after it"
    return ""


def _by_feeds(source: SourceText, one: _Candidate, feeds: Sequence[int]) -> str:
    """Return why a number is that of the page which a form feed begins, or ""."""
    pages = bisect_left(feeds, one.at.start)
    is_next = pages > 0 and one.number == pages + 1 and one.at.start - feeds[pages - 1] <= _REACH
    if is_next and not source.text[feeds[pages - 1] : one.at.start].strip():
        return f"it opens page {one.number} by the form feeds"
    return ""


def _rising(found: Sequence[_Candidate]) -> list[_Candidate]:
    """Return the longest row of numbers at the beginnings of lines that rise one by one, two at least."""
    lengths: list[int] = []
    before: list[int] = []
    last: dict[int, int] = {}
    for at, one in enumerate(found):
        before.append(-1 if one.is_amid else last.get(one.number - 1, -1))
        lengths.append(lengths[before[at]] + 1 if before[at] >= 0 else 1)
        if not one.is_amid and (one.number not in last or lengths[at] > lengths[last[one.number]]):
            last[one.number] = at
    at = max(range(len(found)), key=lengths.__getitem__)
    row: list[_Candidate] = []
    while at >= 0:
        row.append(found[at])
        at = before[at]
    return row if len(row) > 1 else []
