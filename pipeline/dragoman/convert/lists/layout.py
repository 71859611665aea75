"""The lines of a list, gathered into units: a date, a title, a paragraph, a line of furniture."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final, Literal, NamedTuple

from dragoman.convert.dates import FoundDate, begins_as_a_date, find_dates, parse_date
from dragoman.convert.lists.furniture import furniture_type, query_span, shown_range
from dragoman.convert.lists.model import ShownRange
from dragoman.document import DateValue
from dragoman.source import SourceText, Span

UnitKind = Literal[
    "text", "date", "undated", "furniture", "range", "query", "results", "documents", "columns"
]

BULLETS: Final = "•‣◦●▪·*–-"
_BULLET: Final = re.compile(r"[•‣◦●▪·]\s*|[*–-]\s+")
_NUMBER: Final = re.compile(r"[\[(]?([0-9]{1,5})(?:[.)\]:]\s+|\t\s*)")
_DIGIT: Final = re.compile(r"[0-9]")
UNDATED: Final = re.compile(
    r"[\[(]?(?:undated|no date(?: given)?|not dated|date unknown|unknown date|without date|n\.? ?d\.?|"
    r"s\.? ?d\.?|o\. ?D\.|без даты|б/д|bez daty)[\])]?[.,]?",
    re.IGNORECASE,
)
_MONTH_OF_YEAR: Final = re.compile(r"(?P<month>0?[1-9]|1[0-2])[/.](?P<year>(?:1[5-9]|20)[0-9]{2})")
_UNDATED_BUT: Final = re.compile(rf"(?:{UNDATED.pattern})[ ,]{{1,3}}(?=\[)", re.IGNORECASE)
_RESULTS: Final = re.compile(r"(?:search )?results ?:?|search results .{0,3}", re.IGNORECASE)
_DOCUMENTS: Final = re.compile(r"(?:documents?|records?|items?|hits?) ?:?(?: ?\(\d+\))?", re.IGNORECASE)
# With which the words of the page itself begin.
_WORD_OF_PAGE: Final = re.compile(
    r"search|results|you searched|query|keyword|document|record|item|hit", re.IGNORECASE
)
# The longest date that a list has on a line of its own, with room for a weekday.
_DATE_LENGTH: Final = 64
_WEEKDAY: Final = re.compile(r"(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+", re.IGNORECASE)
# What can part a date from the title on the same line; nothing less than two blanks.
_AFTER_DATE: Final = re.compile(r"[ \t]*[:–—-][ \t]+|\.[ \t]+|,[ \t]+(?=[\"“A-Z])|\t+|[ \t]{2,}")
# How the title of a document begins, and hardly a paragraph of a summary.
GENRE: Final = re.compile(
    r"(?:[A-Z][\w-]+ ){0,3}(?:letter|note|report|telegram|cable|airgram|minutes|memorandum|protocol|record|"
    r"conversation|decree|resolution|speech|statement|circular|dispatch|despatch|transcript|information|"
    r"agreement|treaty|draft|excerpt|journal|diary|message|order|plan|list|map|appeal|proposal|instruction|"
    r"stenogram|talk|meeting)s?"
    r"(?:\s(?:(?:about|of|from|to|on|by|between|nr|concerning|regarding|for|with|sent)\b|no\.|№)|,|:|$)",
    re.IGNORECASE,
)
_SENTENCE_END: Final = re.compile(r"[.!?:…][\"”’'»)\]]*$")
LONGEST_TITLE: Final = 400
_ONE_BLANK: Final = re.compile(r" (?=[A-Z“\"])")
_PAGE_OF_PAGER: Final = re.compile(r"\d{1,3}|…|\.\.\.")
_FIRST_LETTERS: Final = frozenset("0123456789[")


class Unit(NamedTuple):
    """Lines that belong together, read as one thing.

    span:   from the first to the last character, bullet and number included;
    text:   where the words begin, after bullet and number;
    indent: of the first line, bullet included, in characters;
    apart:  True after a blank line or at the top of the page;
    rest:   what follows a date on its line, or None.
    """

    kind: UnitKind
    span: Span
    text: Span
    lines: tuple[Span, ...]
    indent: int
    apart: bool
    bullet: Span | None = None
    number: Span | None = None
    date: FoundDate | None = None
    rest: Span | None = None
    type: str = ""
    shown: ShownRange | None = None
    query: Span | None = None


def is_sentence(text: str) -> bool:
    """Return True when ``text`` ends as a sentence does."""
    return _SENTENCE_END.search(text[-8:]) is not None


def line_units(source: SourceText, known: Mapping[int, Unit]) -> list[Unit]:
    """Return a unit for each line that is not blank, in reading order.

    known: lines that have been read by themselves, by the offset of their first character.
    """
    units: list[Unit] = []
    apart, bullet = True, None
    for words, indent, is_after_blank in source.lines():
        apart = apart or is_after_blank
        if bullet is None and len(words) == 1 and source.text[words.start] in BULLETS:
            # The bullet was copied on a line of its own.
            bullet = words
        elif bullet is None and (unit := known.get(words.start)) is not None:
            units.append(unit._replace(apart=apart))
            apart = False
        else:
            units.append(line_unit(source, words, indent, apart, bullet))
            apart, bullet = False, None
    if bullet is not None:
        units.append(Unit("text", bullet, bullet, (bullet,), 0, True))
    return _with_pagers(source, units)


def _with_pagers(source: SourceText, units: list[Unit]) -> list[Unit]:
    """Return the units with bare numbers beside words of navigation as navigation: a pager, a line each."""
    made = list(units)
    for order in (range(len(made)), range(len(made) - 1, -1, -1)):
        beside = False
        for at in order:
            unit = made[at]
            if beside and unit.kind == "text" and _PAGE_OF_PAGER.fullmatch(source[unit.span]):
                made[at] = unit._replace(kind="furniture", type="navigation")
            beside = made[at].kind == "furniture" and made[at].type == "navigation"
    return made


def paragraphs(lines: Sequence[Unit]) -> list[Unit]:
    """Return the units of a page with lines of text joined that no blank line parts."""
    units: list[Unit] = []
    paragraph: list[Unit] = []
    for unit in lines:
        if paragraph and (unit.apart or unit.kind != "text" or unit.bullet):
            units.append(_joined(paragraph))
            paragraph = []
        if unit.kind == "text":
            paragraph.append(unit)
        else:
            units.append(unit)
    if paragraph:
        units.append(_joined(paragraph))
    return units


def _joined(lines: Sequence[Unit]) -> Unit:
    first, last = lines[0], lines[-1]
    if first is last:
        return first
    return Unit(
        "text",
        Span(first.span.start, last.span.end),
        Span(first.text.start, last.text.end),
        # Below the first line a number belongs to the words: the paragraph has none but its own.
        (first.text, *(line.span for line in lines[1:])),
        first.indent,
        first.apart,
        first.bullet,
        first.number,
    )


def line_unit(
    source: SourceText, words: Span, indent: int, apart: bool = False, bullet: Span | None = None
) -> Unit:
    """Return the unit of one line.

    words: the line without blanks at its ends, not empty; indent: blanks before them; apart: whether it
    stands below a blank line; bullet: one that was copied on the line above.
    """
    span = words
    if bullet is not None:
        span, indent = Span(bullet.start, words.end), 0
    else:
        special = _special(source[words], words, indent, apart)
        if special is not None:
            return special
        mark = _BULLET.match(source.text, words.start, words.end)
        if mark is not None and mark.end() < words.end:
            words = Span(mark.end(), words.end)
            bullet = Span(mark.start(), mark.start() + 1)
    # The number may be the day ("12. Dezember 1949"), so the whole is tried for a date first.
    dated = _dated(source, words)
    number = None
    counted = None if dated else _NUMBER.match(source.text, words.start, words.end)
    if counted is not None and counted.end() < words.end:
        words, number = Span(counted.end(), words.end), Span(*counted.span(1))
        dated = _dated(source, words)
    kind, date, rest = dated or ("text", None, None)
    return Unit(kind, span, words, (words,), indent, apart, bullet, number, date, rest)


def _special(text: str, words: Span, indent: int, apart: bool) -> Unit | None:
    """Return the unit of a line that is about the page and not an entry of the list, or None."""
    lines = (words,)
    if kind := furniture_type(text):
        return Unit("furniture", words, words, lines, indent, apart, type=kind)
    if (shown := shown_range(text, words.start)) is not None:
        return Unit("range", words, words, lines, indent, apart, shown=shown)
    if _WORD_OF_PAGE.match(text) is None:
        return None
    if _RESULTS.fullmatch(text):
        return Unit("results", words, words, lines, indent, apart)
    if _DOCUMENTS.fullmatch(text):
        return Unit("documents", words, words, lines, indent, apart)
    if (query := query_span(text, words.start)) is not None:
        return Unit("query", words, words, lines, indent, apart, query=query)
    return None


def _dated(source: SourceText, words: Span) -> tuple[UnitKind, FoundDate | None, Span | None] | None:
    """Return the date that the words are, or begin with, and the rest of the line."""
    text = source[words]
    tab = text.find("\t", 0, _DATE_LENGTH)
    if tab > 0 and (dated := _dated_cell(source, Span(words.start, words.start + tab))) is not None:
        return *dated, source.trimmed(Span(words.start + tab, words.end))
    if len(words) <= _DATE_LENGTH:
        if UNDATED.fullmatch(text):
            return "undated", None, None
        weekday = _WEEKDAY.match(text)
        skipped = weekday.end() if weekday else 0
        if _DIGIT.search(text) and (date := parse_date(text[skipped:])) is not None:
            return "date", moved(date, words.start + skipped), None
        if month := _MONTH_OF_YEAR.fullmatch(text):
            when = f"{month['year']}-{int(month['month']):02}"
            return "date", FoundDate(words, DateValue(when=when, text=text), "", ""), None
        if "[" in text and (date := _supplied_date(text)) is not None:
            return "date", moved(date, words.start), None
    return _date_with_title(text, words)


def _supplied_date(text: str) -> FoundDate | None:
    """Return the date that somebody supplied, in part (``[Spring] 1950``) or as a whole (``[1951?]``)."""
    if undated := _UNDATED_BUT.match(text):
        date = parse_date(text[undated.end() :])
        return moved(date, undated.end()) if date is not None else None
    date = parse_date(text.replace("[", "").replace("]", ""))
    if date is None or date.fault:
        return None
    cert, evidence = date.value.cert or "medium", date.value.evidence or "conjecture"
    return FoundDate(Span(0, len(text)), replace(date.value, cert=cert, evidence=evidence), "", "")


def _dated_cell(source: SourceText, cell: Span) -> tuple[UnitKind, FoundDate | None] | None:
    """Return the date that the first cell of a row is; behind it a year alone is one too."""
    text = source[cell].rstrip()
    if UNDATED.fullmatch(text):
        return "undated", None
    date = parse_date(text) if _DIGIT.search(text) else None
    return ("date", moved(date, cell.start)) if date is not None else None


def _date_with_title(text: str, words: Span) -> tuple[UnitKind, FoundDate, Span] | None:
    head = text[:_DATE_LENGTH]
    if not (head[0] in _FIRST_LETTERS or head[0].isupper()) or not begins_as_a_date(head):
        return None
    for date in find_dates(head)[:1]:
        if date.span.start or date.precision == "year":
            return None
        after = _AFTER_DATE.match(text, date.span.end) or _ONE_BLANK.match(text, date.span.end)
        if after is None or after.end() == len(text):
            return None
        # After a single blank nothing but what titles begin with, for a sentence may begin with a date.
        if after[0] == " " and GENRE.match(text, after.end()) is None:
            return None
        return "date", moved(date, words.start), Span(words.start + after.end(), words.end)
    return None


def moved(date: FoundDate, offset: int) -> FoundDate:
    """Return a date that was found in a part of the text that begins at ``offset``."""
    span = Span(date.span.start + offset, date.span.end + offset)
    return FoundDate(span, date.value, date.fault, date.doubt)
