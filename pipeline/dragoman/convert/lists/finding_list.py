"""Printed finding lists: a line for each document, with its date at the line's end."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from dragoman.convert.dates import FoundDate, find_dates, parse_date
from dragoman.convert.lists.layout import UNDATED, Unit, moved
from dragoman.convert.lists.model import Entry, Part
from dragoman.convert.lists.records import ATTACHMENT
from dragoman.source import SourceText, Span

# How far from the end of its line a date can begin.
_TAIL: Final = 64
_CLOSE: Final = re.compile(
    r"[\s.,;)\]]*(?:with (?:an? |two |three |\d )?(?:enclosures?|attachments?|annex(?:es)?|maps?))?"
    r"[\s.,;)\]]*"
)
# Leader dots, a comma or a bracket part a title from its date.
_SEPARATOR: Final = re.compile(r"[\s.…·_,;–—-]*[(\[]?(?:(?<![^\W\d_])(?:ca?|circa)\b\.?\s?)?[(\[]?$")
_YEAR: Final = re.compile(r"(?<![0-9])(?:1[0-9]|20)[0-9]{2}(?![0-9])")
# A year by itself is a date at the end of leader dots or in a column of its own.
_LONE_YEAR: Final = re.compile(r"(?:\.{3,}|…|[\s\u00a0]{2,}|\t)\s*[(\[]?((?:1[0-9]|20)[0-9]{2})[)\]]?[.,;]?$")
# A heading between the entries: the box or folder of those below it.
_CONTAINER: Final = re.compile(
    r"(?:box|folder|file|volume|vol\.|fond|opis|delo|reel|series|section|part|carton)\b[^.]{0,60}$"
    r"|(?:1[0-9]|20)[0-9]{2}$",
    re.IGNORECASE,
)
# "Box 1, Folder 2" and nothing else: no title of a document.
_UNIT_OF_ARCHIVE: Final = (
    r"(?:box|folder|file|volume|vol\.|fond|opis|delo|reel|series|carton)\s(?:no\.?\s?)?[0-9IVX]{1,5}"
)
_BARE_CONTAINER: Final = re.compile(
    rf"{_UNIT_OF_ARCHIVE}[a-z]?(?:[,;/:]?\s{_UNIT_OF_ARCHIVE}[a-z]?){{0,4}}[.:]?$", re.IGNORECASE
)
# "Folder 2   Reply": where in the box it lies, parted from the title by more than a blank.
_PLACE: Final = re.compile(
    rf"(?P<place>{_UNIT_OF_ARCHIVE}[a-z]?)(?:[^\S\n]{{2,}}|\t\s*|[:.–—][^\S\n]+)(?=\S)", re.IGNORECASE
)
# "4a. Map": what belongs to entry 4.
_SUB_NUMBER: Final = re.compile(r"[0-9]{1,5}[a-z][.)]\s+|\(?[a-z]\)\s+")
# Lines that belong to an entry above, and lines without a year that end as rows without a date do.
_SUB_ITEM: Final = re.compile(rf"\n[^\S\n]*(?:{_SUB_NUMBER.pattern}|{ATTACHMENT.pattern})", re.IGNORECASE)
_UNDATED_ROW: Final = re.compile(
    r"(?:(?<![.…])[.…]{3,}|(?<!\s)[^\S\n]{2,})[^\S\n]*[(\[]?(?:[ns]\. ?d\.|undated|no date)[)\]]?[^\S\n]*"
    r"(?=\n|$)",
    re.IGNORECASE,
)
_FEWEST_ROWS: Final = 3


def is_finding_list(source: SourceText, lines: Sequence[Unit], text_lines: int) -> bool:
    """Return True where at least two lines in five end with a date and few are dates alone.

    text_lines: how many lines the text has, those included that are not among ``lines``.
    """
    texts = [unit for unit in lines if unit.kind == "text"]
    alone = sum(1 for unit in lines if unit.kind in ("date", "undated") and unit.rest is None)
    if len(texts) < _FEWEST_ROWS or alone > 1 or 5 * len(texts) < 2 * text_lines:
        return False
    century = _century(source)
    dated = sum(1 for unit in texts if _date_at_end(source, unit.text, century) is not None)
    numbered = sum(1 for unit in texts if unit.number)
    rows = max(dated, min(numbered, 2 * dated))
    if dated < _FEWEST_ROWS or 5 * rows >= 2 * text_lines:
        return dated >= _FEWEST_ROWS
    # Neither what belongs to an entry nor an entry without a date speaks against a list.
    text = f"\n{source.text}"
    rows += sum(1 for _ in _UNDATED_ROW.finditer(text))
    return 5 * rows >= 2 * (text_lines - sum(1 for _ in _SUB_ITEM.finditer(text)))


def read_rows(source: SourceText, lines: Sequence[Unit]) -> Iterator[Unit | Entry]:
    """Yield the entries of a finding list and the lines between them, in reading order."""
    century = _century(source)
    ends = [_date_at_end(source, unit.text, century) if _is_of_row(unit) else None for unit in lines]
    if (heading := _heading_with_years(lines, ends)) >= 0:
        ends[heading] = None
    numbered = sum(1 for unit in lines if unit.number) >= _FEWEST_ROWS
    begins = [unit.number is not None for unit in lines] if numbered else _beginnings(source, lines, ends)
    at = 0
    while at < len(lines):
        if not (_is_of_row(lines[at]) and begins[at]):
            yield lines[at]
            at += 1
            continue
        first, after, dated = lines[at], at + 1, ends[at] is not None
        while after < len(lines) and _goes_on(source, first, lines[after], numbered, dated, ends[after]):
            dated = dated or ends[after] is not None
            after += 1
        yield _row(source, lines[at:after], ends[at:after])
        at = after


def _heading_with_years(lines: Sequence[Unit], ends: Sequence[Part | None]) -> int:
    """Return the place of a line above all rows whose years are those of the whole list, -1 where none is.

    “Papers of the Weir Office, 1921-1939” stands by itself, and no document is older or later.
    """
    dated = [at for at, end in enumerate(ends) if end is not None and end.date is not None]
    if len(dated) <= _FEWEST_ROWS:
        return -1
    first, following = dated[0], dated[0] + 1
    is_alone = lines[first].apart and following < len(lines) and lines[following].apart
    years = [_years(ends[at]) for at in dated]
    begin, end = years[0]
    is_whole = begin < end and all(begin <= one and other <= end for one, other in years[1:])
    return first if is_alone and is_whole and not any(ends[:first]) else -1


def _years(part: Part | None) -> tuple[str, str]:
    """Return the first and the last year of a date, "" where it has none."""
    assert part is not None
    assert part.date is not None
    value = part.date.value
    begin, end = value.when or value.from_ or value.not_before, value.when or value.to or value.not_after
    return (begin or end)[:4], (end or begin)[:4]


def _is_of_row(unit: Unit) -> bool:
    return unit.kind == "text" or (unit.kind == "date" and unit.rest is not None)


def _beginnings(source: SourceText, lines: Sequence[Unit], ends: Sequence[Part | None]) -> list[bool]:
    """Return for each line whether a date ends it, or one of the lines right below it."""
    begins = [False] * len(lines)
    below = False
    for at in range(len(lines) - 1, -1, -1):
        begins[at] = (
            _is_of_row(lines[at])
            and (below or ends[at] is not None)
            and (ends[at] is not None or _BARE_CONTAINER.match(source[lines[at].text]) is None)
        )
        below = begins[at] and not lines[at].apart
    return begins


def _goes_on(
    source: SourceText, first: Unit, unit: Unit, numbered: bool, dated: bool, end: Part | None
) -> bool:
    """Return True where a line continues the row that began with ``first``.

    dated: whether the row has its date already; end: the date that ends the line.
    """
    if not _is_of_row(unit) or unit.apart or unit.number is not None or unit.bullet is not None:
        return False
    if dated and _is_attached(source, unit.text):
        return True
    if end is None and _BARE_CONTAINER.match(source[unit.text]):
        return False
    if dated and end is None and _CONTAINER.match(source[unit.text]):
        return False
    return numbered or not dated or (end is None and unit.indent > first.indent)


def _century(source: SourceText) -> int | None:
    """Return the century of the years with four figures, where it is one; then it is that of short years."""
    centuries = {match[0][:2] for match in _YEAR.finditer(source.text)}
    return int(centuries.pop()) * 100 if len(centuries) == 1 else None


def _date_at_end(source: SourceText, words: Span, century: int | None) -> Part | None:
    """Return the date with which a line ends, as a part of an entry; never the whole line."""
    start = max(words.start, words.end - _TAIL)
    tail = source.text[start : words.end]
    dates = find_dates(tail, century=century)
    if dates and _CLOSE.fullmatch(tail, dates[-1].span.end):
        date = with_century(moved(dates[-1], start))
        return Part("date", date.span, date) if date.span.start > words.start else None
    if year := _LONE_YEAR.search(tail):
        found = parse_date(year[1])
        if found is not None and start + year.start(1) > words.start:
            date = moved(found, start + year.start(1))
            return Part("date", date.span, date)
    word = re.search(r"[\s.(\[]((?:n\. ?d|s\. ?d)\.|undated|no date)[)\]]?$", tail, re.IGNORECASE)
    if word is not None and UNDATED.fullmatch(word[1]):
        return Part("undated", Span(start + word.start(1), start + word.end(1)))
    return None


def with_century(date: FoundDate) -> FoundDate:
    """Return a date with what is to be said of its century, where its year is short."""
    if date.fault or _YEAR.search(date.value.text) or date.value.cert:
        return date
    doubt = "the century is that of the other dates of the list"
    return FoundDate(date.span, replace(date.value, cert="medium", evidence="context"), "", doubt)


def _is_attached(source: SourceText, words: Span) -> bool:
    """Return True for a line that belongs to the entry above it: “4a. Map”, “Attachment: Map”."""
    text = source[words]
    return _SUB_NUMBER.match(text) is not None or ATTACHMENT.match(text) is not None


def _attachment(source: SourceText, words: Span, end: Part | None) -> Part:
    """Return a line that belongs to the entry above it, with its label, its title and its date."""
    at = words.start
    for lead in (_SUB_NUMBER, ATTACHMENT):
        if found := lead.match(source.text, at, words.end):
            at = found.end()
    label = source.trimmed(Span(words.start, at))
    parts = [Part("label", label)] if label else []
    last = words.end
    if end is not None:
        separator = _SEPARATOR.search(source.text, max(at, end.span.start - _TAIL), end.span.start)
        last = separator.start() if separator else end.span.start
    title = source.trimmed(Span(at, max(at, last)))
    parts += [Part("title", title)] if title else []
    parts += [end] if end is not None else []
    return Part("attachment", words, parts=tuple(parts))


def _row(source: SourceText, row: Sequence[Unit], ends: Sequence[Part | None]) -> Entry:
    first = row[0]
    parts = [Part("bullet", first.bullet)] if first.bullet else []
    if first.number:
        parts.append(Part("number", first.number))
    title: Span | None = None
    dated = False
    for unit, end in zip(row, ends, strict=True):
        words = unit.text
        if unit is first and (lies := _PLACE.match(source.text, words.start, words.end)):
            parts.append(Part("identifier", Span(*lies.span("place")), type="shelfmark"))
            words = Span(lies.end(), words.end)
        if dated and _is_attached(source, words):
            if title is not None:
                parts.append(Part("title", title))
                title = None
            parts.append(_attachment(source, words, end))
            continue
        date = None if dated else end
        if date is not None:
            words = Span(words.start, date.span.start)
            separator = _SEPARATOR.search(source.text, max(words.start, words.end - _TAIL), words.end)
            words = Span(words.start, separator.start() if separator else words.end)
        if words:
            title = Span(title.start if title else words.start, words.end)
        if date is not None:
            if title is not None:
                parts.append(Part("title", title))
            parts.append(date)
            title, dated = None, True
    if title is not None:
        parts.append(Part("title", title))
    return Entry(Span(first.span.start, row[-1].span.end), tuple(parts))
