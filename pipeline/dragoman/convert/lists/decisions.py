"""What was decided of a list, for the report: its form and order, its range, each entry and its date."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from dragoman.convert.context import Decision
from dragoman.convert.lists.model import Entry, Part, ShownRange
from dragoman.convert.lists.pieces import Page
from dragoman.source import SourceText

_FORMS: Final = {
    "records": "records of date, title and summary",
    "rows": "printed lines, a document in each",
    "columns": "a table of hits",
}
_LONGEST: Final = 80


def list_decisions(source: SourceText, page: Page, query: str = "") -> Iterator[Decision]:
    """Yield the decisions on a page: on the whole first, then on each entry.

    query: the words that were searched for, where the page names them.
    """
    start = source.place(0)
    entries = page.entries
    if entries:
        yield Decision("form", _FORMS[page.form], page.reason, "high", source.place(entries[0].span))
        yield _order(source, entries)
    if (custom := page.custom) is not None:
        place = source.place(custom.entry.span) if custom.entry is not None else start
        cert = "high" if custom.order and not custom.cert else custom.cert or "low"
        yield Decision("order of day and month", custom.statement, custom.reason, cert, place)
    if page.shown is not None:
        yield _range(source, page.shown, len(entries))
        if page.shown.first is not None:
            said = f"the search “{query}”" if query else "one search"
            value = f"results {page.shown.first} to {page.shown.last} of {page.shown.total}"
            evidence = f"pages of {said} are joined by these numbers when the edition is built"
            yield Decision("search", value, evidence, "high" if query else "medium", start)
    for entry in entries:
        yield _entry(source, entry)
        date = entry.first("date")
        if date is not None and date.date is not None:
            yield _date(source, date)
        else:
            undated = entry.first("undated")
            words = f"“{source[undated.span]}” says so" if undated else "no line of the entry is a date"
            cert = "high" if undated else "medium"
            yield Decision("date", "none", words, cert, source.place((undated or entry).span))


def _order(source: SourceText, entries: Sequence[Entry]) -> Decision:
    """Return in which order the dates stand; entries without a date are passed over."""
    dated = [(entry, value) for entry in entries if (value := _when(entry))]
    place = source.place(entries[0].span)
    rises = [(a, b) for a, b in pairwise(dated) if _before(a[1], b[1])]
    falls = [(a, b) for a, b in pairwise(dated) if _before(b[1], a[1])]
    if len(dated) < 2 or not (rises or falls):
        return Decision("order", "none", "fewer than two entries have dates that differ", "medium", place)
    if not falls:
        return Decision("order", "by date, the earliest first", f"{len(dated)} dates", "high", place)
    if not rises:
        return Decision("order", "by date, the latest first", f"{len(dated)} dates", "high", place)
    # The fewer steps are the exceptions.
    steps, rule = (falls, "the earliest first") if len(rises) >= len(falls) else (rises, "the latest first")
    (_, first), (entry, second) = steps[0]
    if 3 * len(steps) > len(rises) + len(falls):
        return Decision("order", "not by date", f"{second} follows {first}", "high", source.place(entry.span))
    evidence = f"out of order: {second} follows {first}" + (f", and {len(steps) - 1} more" * (len(steps) > 1))
    return Decision("order", f"by date, {rule}", evidence, "medium", source.place(entry.span))


def _before(one: str, other: str) -> bool:
    """Return True where a date surely precedes another: a year does not precede one of its months."""
    length = min(len(one), len(other))
    return one[:length] < other[:length]


def _when(entry: Entry) -> str:
    part = entry.first("date")
    value = part.date.value if part is not None and part.date is not None else None
    return (value.when or value.from_ or value.not_before) if value is not None else ""


def _range(source: SourceText, shown: ShownRange, count: int) -> Decision:
    words = " ".join(source[shown.span].split())
    expected = shown.expected if shown.expected is not None else shown.total
    agrees = expected == count
    evidence = f"the page says so, and {count} entries were found"
    return Decision("range", words, evidence, "high" if agrees else "low", source.place(shown.span))


def _entry(source: SourceText, entry: Entry) -> Decision:
    title, number = entry.first("title"), entry.first("number")
    words = " ".join(source[title.span].split()) if title else "without a title"
    shown = words if len(words) <= _LONGEST else words[: _LONGEST - 1] + "…"
    reasons = ["its words are a title’s, and a sentence follows"] if entry.cert else []
    if number is not None:
        reasons.append(f"its number {source[number.span]} is printed")
    roles = [part.role for part in entry.parts]
    reasons.append("it consists of " + ", ".join(dict.fromkeys(role for role in roles if role != "bullet")))
    return Decision("entry", shown, "; ".join(reasons), entry.cert or "high", source.place(entry.span))


def _date(source: SourceText, part: Part) -> Decision:
    date = part.date
    assert date is not None
    value = " ".join(f"{name}={text}" for name, text in date.value.attributes().items() if name != "evidence")
    evidence = f"“{' '.join(date.value.text.split())}”, precise to the {date.precision}"
    if date.fault or date.doubt:
        evidence = f"“{' '.join(date.value.text.split())}”: {date.fault or date.doubt}"
    return Decision("date", value or "none", evidence, date.value.cert or "high", source.place(part.span))
