"""What is amiss in a list that was converted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from dragoman.convert.lists import rules
from dragoman.convert.lists.day_order import DayCustom
from dragoman.convert.lists.model import Entry, ShownRange
from dragoman.diagnostics import Diagnostic
from dragoman.source import SourceText

MEND_HEAD: Final = "write the heading into the head if the page has one; until then it is marked as supplied"


def findings(
    source: SourceText, entries: Sequence[Entry], shown: ShownRange | None, custom: DayCustom | None = None
) -> Iterator[Diagnostic]:
    """Yield what is missing from the entries of a list or contradicts itself."""
    if not entries:
        yield rules.NO_ENTRIES.at(
            source.place(0), "no entry was found: no line holds a date and nothing else", "look at the source"
        )
    if shown is not None:
        yield from _range_findings(source, shown, len(entries))
    yield from _sequence_findings(source, entries)
    if custom is not None and custom.cert:
        hint = "compare one of the dates with its document; where they were read wrongly, correct @when"
        yield rules.DAY_ORDER.at(source.place(0), f"{custom.statement}: {custom.reason}", hint)
    for entry in entries:
        yield from _entry_findings(source, entry)


def _range_findings(source: SourceText, shown: ShownRange, count: int) -> Iterator[Diagnostic]:
    words = source[shown.span]
    numbers = [n for n in (shown.first, shown.last, shown.total) if n is not None]
    if numbers != sorted(numbers):
        hint = "compare the page; the numbers are kept as they are"
        yield rules.RANGE.at(source.place(shown.span), f"“{words}” cannot be", hint)
    elif shown.expected is not None and count and shown.expected != count:
        yield rules.COUNT.at(
            source.place(shown.span),
            f"“{words}” stands for {shown.expected} entries, and {count} were found",
            "compare the page; entries that were not recognised stand in the summary before them",
        )


def _sequence_findings(source: SourceText, entries: Sequence[Entry]) -> Iterator[Diagnostic]:
    last = None
    for entry in entries:
        number = entry.first("number")
        if number is None:
            continue
        value = int(source[number.span])
        if last is not None and value != last + 1:
            yield rules.NUMBERING.at(
                source.place(number.span),
                f"number {value} follows number {last}",
                "compare the page; the numbers are kept as they are",
            )
        last = value


def _entry_findings(source: SourceText, entry: Entry) -> Iterator[Diagnostic]:
    title = entry.first("title")
    is_undated = entry.first("date") is None and entry.first("undated") is None
    if title is None or is_undated or entry.cert:
        place = source.place(entry.span)
        name = " ".join(source[title.span].split())[:60] if title else ""
        if title is None:
            hint = "look for the title in the source"
            yield rules.NO_TITLE.at(place, "nothing but a date stands here", hint)
        if is_undated:
            yield rules.NO_DATE.at(place, f"“{name}” has no date", "add a date by hand if you know it")
        if entry.cert:
            hint = "compare the page; join it with the summary above if it is part of that"
            yield rules.ENTRY_BY_WORDS.at(place, f"“{name}” was taken for an entry of its own", hint)
    for part in entry.parts:
        if part.date is not None:
            yield from part.date.diagnostics(source)
