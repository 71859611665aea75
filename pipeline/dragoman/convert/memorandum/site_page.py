"""The page of an archive's site that shows one document: chrome, title, summary, text, record.

The document's own lines stand between a heading such as “English Translation” and the record
(“Document Information”); the rest is the site's, and what it says of the document is read all the same.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from dragoman.convert.dates import find_dates
from dragoman.convert.memorandum import patterns
from dragoman.convert.memorandum.blocks import Block, Role
from dragoman.convert.memorandum.layout import Unit
from dragoman.convert.memorandum.patterns import head_of
from dragoman.source import SourceText, Span

# The heading above the document's own lines, and that of the record below them.
TEXT_HEAD: Final = re.compile(
    r"^(?:English (?:Translation|Text|Transcription|Version)|(?:Document|Full) Text|Transcript(?:ion)?|"
    r"(?:[A-Z][a-z]+ )(?:Transcription|Original)|Translation)$"
)
RECORD_HEAD: Final = re.compile(
    r"^(?:Document Information|About (?:this|the) Document|Related (?:Documents|Content)|Author\(s\):?|"
    r"Associated (?:Places|Topics|People(?: & Organizations)?)|Subjects Discussed|Citation Information)$"
)
_SUMMARY: Final = re.compile(r"^(?:Document )?(?:Summary|Abstract|Description)$")
# Keys of the record, each on a line above its value, by what the header calls them.
KEYS: Final = {
    "Document Summary": "Summary",
    "Document Abstract": "Summary",
    "Document Description": "Summary",
    "Original Archive": "Archive",
    "Original Language": "Original Language",
    "Author(s)": "Author",
    "Record ID": "Record ID",
    "Original Uploaded Date": "Original Uploaded Date",
    "Source": "Source",
    "Rights": "Rights",
    "Language": "Language",
    "Type": "Type",
    "Summary": "Summary",
    "Collection": "Collection",
    "Contributors": "Contributors",
    "Contributor": "Contributors",
    "Creator": "Creator",
    "Coverage": "Coverage",
    "Publisher": "Publisher",
    "Original Classification": "Classification",
    "Associated Places": "Places",
    "Associated Topics": "Topics",
    "Associated People & Organizations": "People",
    "Subjects Discussed": "Subjects",
    "Topics": "Topics",
    "Donors": "Donors",
}
_REACH: Final = 40


@dataclass(frozen=True, slots=True)
class SitePage:
    """A site's page taken apart: the blocks above and below the document's own units."""

    above: tuple[Block, ...]
    units: tuple[Unit, ...]
    below: tuple[Block, ...]


def key_of(label: str) -> str:
    """Return what the header calls a key of the site's record; any other label as it is."""
    return KEYS.get(label, label)


def site_page(source: SourceText, units: Sequence[Unit]) -> SitePage | None:
    """Return the page taken apart, or None where the transcript is no such page."""
    lines = [head_of(source, unit.span) for unit in units]
    text_at = next((at for at, line in enumerate(lines[:_REACH]) if TEXT_HEAD.match(line)), -1)
    below_at = next((at for at, line in enumerate(lines) if at > text_at and RECORD_HEAD.match(line)), -1)
    if text_at < 0 or below_at < 0:
        return None
    above = _above(source, units[: text_at + 1], lines)
    if not any(block.role is Role.HEAD for block in above):
        return None
    return SitePage(above, tuple(units[text_at + 1 : below_at]), _below(source, units[below_at:]))


def _above(source: SourceText, units: Sequence[Unit], lines: Sequence[str]) -> tuple[Block, ...]:
    title = next((at for at in range(len(units)) if patterns.TITLE_CUE.match(lines[at])), -1)
    blocks: list[Block] = []
    at = 0
    while at < len(units):
        span = units[at].span
        if at == title:
            blocks.append(Block(Role.HEAD, span))
        elif _SUMMARY.match(lines[at]) and at > title and at + 2 < len(units):
            blocks.append(Block(Role.KEY, Span(span.start, units[at + 1].span.end), span))
            at += 1
        elif abs(at - title) == 1 and _is_date(lines[at]):
            blocks.append(Block(Role.DATELINE, span))
        else:
            blocks.append(Block(Role.SITE, span))
        at += 1
    return tuple(blocks)


def _below(source: SourceText, units: Sequence[Unit]) -> tuple[Block, ...]:
    blocks: list[Block] = []
    at = 0
    while at < len(units):
        span = units[at].span
        label = source[span].rstrip(" :")
        following = source[units[at + 1].span].rstrip(" :") if at + 1 < len(units) else ""
        if label in KEYS and following and following not in KEYS and not RECORD_HEAD.match(following):
            blocks.append(Block(Role.KEY, Span(span.start, units[at + 1].span.end), span))
            at += 1
        else:
            blocks.append(Block(Role.SITE, span))
        at += 1
    return tuple(blocks)


def _is_date(line: str) -> bool:
    dates = find_dates(line)
    return bool(dates) and dates[0].span.end - dates[0].span.start > len(line) // 2
