"""The cues by which lists are told from other transcripts, and the two kinds of list from each other."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from dragoman.convert.dates import can_begin_a_date
from dragoman.convert.lists import finding_list, hit_list
from dragoman.convert.lists.layout import BULLETS, UNDATED, Unit, line_unit
from dragoman.source import SourceText, Span

# More characters of text than this for each entry make running text with dates in it, not a list.
_TEXT_PER_ENTRY: Final = 2500

# A year, a short date, a message number, a range of results: what a line of a list has. All begin with
# a digit; it stands before the alternatives so that the search leaps from digit to digit.
_CUE: Final = re.compile(
    r"[0-9](?:(?<=[12])[0-9]{3}(?![0-9])|/[0-9]{2}(?![0-9])|\.[0-9]{1,2}\.[0-9]{2}(?![0-9])"
    r"|[0-9][A-Z]{3,12}[0-9]{3,6}"
    r"| (?:of|out of) [a-z0-9]| (?:results|hits|records|documents|items|matches)\b)"
)
# A line with a cue that a bullet opens, on it or alone on the line above; both with the line end before.
# What follows the bullet is never given back: it would be gone through again for each of its blanks.
_BULLETED_CUE: Final = re.compile(rf"\n[^\S\n]*(?:[•‣◦●▪·]|[*–-](?=\s))[^\S\n]*+\n?+[^\n]*?{_CUE.pattern}")
# With the line feed before the line, from which the search leaps to the next.
_RESULTS: Final = re.compile(r"\n[^\S\n]*(?:search )?results ?:?[^\S\n]*$", re.IGNORECASE | re.MULTILINE)
# Fewer told lines than one in so many make neither columns nor rows.
_SPARSE: Final = 2.5
# A weekday may stand before a date.
_FIRST_WORD: Final = re.compile(r"(?!(?:mon|tues|wednes|thurs|fri|satur|sun)day)[a-z]", re.IGNORECASE)
# A list of one: what the page calls itself, how it counts, and how much one entry has below its date.
_COLLECTION: Final = re.compile(r"\bcollections?\b", re.IGNORECASE)
_WORD_OF_COLLECTION: Final = "ollection"
_COUNT_OF_ONE: Final = re.compile(
    r"\n[^\S\n]*(?:(?:1|one) (?:document|item|record)|(?:documents?|items?|records?)(?: ?\(1\))?):?"
    r"[^\S\n]*\n",
    re.IGNORECASE,
)
_LONGEST_ENTRY: Final = 1_500
_MOST_LINES: Final = 8
_WORD_OF_RESULTS: Final = re.compile(r"\b(?:results?|showing|displaying|hits?)\b", re.IGNORECASE)
# The same beside a total, which any list may have.
_WORD_OF_ALL_RESULTS: Final = re.compile(r"\b(?:results|showing|displaying)\b", re.IGNORECASE)
# What every line has that says which results are shown, or how many (`furniture.shown_range`), in small
# letters: the first is found soonest.
_OF_SO_MANY: Final = re.compile(r" (?:of|from) (?:[0-9]|about |approximately |over )")
_RANGE: Final = re.compile(r"[0-9] ?(?:-|–|—|to|through) ?[0-9][0-9,]* (?:of|out of|from) ")
_COUNTED: Final = re.compile(r"[0-9] (?:results|hits|records|documents|items|matches)\b")
_YEAR: Final = re.compile(r"(?<![0-9])[12][0-9]{3}(?![0-9])")
_WORD_OF_RANGE: Final = re.compile(
    r"\b(?:of|from|returned|found|yielded|results|showing|displaying)\b", re.IGNORECASE
)
# What the sites say of each record; a printout of one document says it once.
_KEY: Final = re.compile(
    r"\n[^\S\n]*(record id|id|description|source|citation|summary|shelfmark|title|date)[^\S\n]*:",
    re.IGNORECASE,
)
_FEWEST_KEYS: Final = 3
# So many lines with a date and a title are entries; one or two may be a text's.
_FEWEST_TITLED: Final = 3
_LONE_BULLET: Final = re.compile(r"\n[^\S\n]*[•‣◦●▪·*–-][^\S\n]*(?=\n)")


@dataclass(frozen=True, slots=True)
class ListCues:
    """What a transcript has of a list.

    bulleted, dated: lines that hold a date and nothing else (or, with a bullet, begin with one);
    has_range, has_results: ``21 - 30 of 34``, ``Results:`` on lines of their own;
    is_columns, is_rows: a table of hits, a printed list with the dates at the lines' ends;
    has_hits: the table has numbers of messages;
    is_prose: whether the text is long for so few entries;
    is_bare: no line holds anything but a date;
    is_table: most lines have a date in their first cell;
    is_single: a collection's page with one entry; expected: how many results are shown, by the page's word;
    units: the lines that were read for this, by the offset of their first character.
    """

    bulleted: int
    dated: int
    has_range: bool
    has_results: bool
    is_columns: bool
    is_rows: bool
    is_prose: bool
    has_hits: bool
    is_bare: bool
    is_table: bool
    is_single: bool
    expected: int | None
    units: Mapping[int, Unit]


def may_have_bullets(source: SourceText) -> bool:
    """Return False where fewer than two lines have a bullet and what a line of a list has."""
    return sum(1 for _ in itertools.islice(_BULLETED_CUE.finditer(f"\n{source.text}"), 2)) > 1


def may_count_results(source: SourceText) -> bool:
    """Return False where no line has cells, and none can say which results are shown or how many."""
    # No blank but the plain one and the line end is printable.
    if source.has("  ") or not source.is_printable or source.has("|"):
        return True
    small = source.text.lower()
    if "search" in small or "query" in small:
        return True
    if "results" in small and _RESULTS.search(f"\n{source.text}") is not None:
        return True
    is_shown = "showing" in small or "displaying" in small
    if (is_shown or "results" in small) and _COUNTED.search(small) is not None:
        return True
    is_range = _OF_SO_MANY.search(small) is not None
    return is_range and (is_shown or "viewing" in small or _RANGE.search(small) is not None)


def _names_results(text: str) -> bool:
    # Small letters are made, and looked through, in less time than the search takes.
    return "results" in text.lower() and _RESULTS.search(f"\n{text}") is not None


def may_be_single(source: SourceText) -> bool:
    """Return False where no line calls what is listed a collection."""
    return _WORD_OF_COLLECTION in source.text


def _is_single(source: SourceText, told: Sequence[Unit]) -> bool:
    """Return True for the page of a collection with one entry: a date, and below it a title and a summary."""
    dates = [unit for unit in told if unit.kind in ("date", "undated")]
    if len(dates) != 1 or not may_be_single(source):
        return False
    above, below = source.text[: dates[0].span.start], source.text[dates[0].span.end :].strip()
    is_short = len(below) <= _LONGEST_ENTRY and below.count("\n") < _MOST_LINES
    is_counted = dates[0].bullet is not None or _COUNT_OF_ONE.search(f"\n{above}") is not None
    has_title = bool(below) or dates[0].rest is not None
    return is_short and has_title and is_counted and _COLLECTION.search(above) is not None


@lru_cache(maxsize=4)
def list_cues(source: SourceText) -> ListCues:
    """Return the cues of a transcript.

    Every transcript is asked whether it is a list, so only the lines that can be a cue are read.
    """
    lines = list(_told_lines(source))
    text_lines = sum(map(bool, map(str.strip, source.text.split("\n"))))
    # So few lines are no rows of a list, whatever they hold: only those are read that may be a date, the
    # range shown or the names of columns.
    is_sparse = _SPARSE * len(lines) < text_lines
    told = [
        line_unit(source, words, words.start - line.start)
        for line in lines
        if (words := source.trimmed(line)) and not (is_sparse and _is_prose(source[words]))
    ]
    # A bullet, or a number, tells a date with its title from one that begins a sentence.
    dates = [
        unit
        for unit in told
        if unit.kind in ("date", "undated") and (unit.bullet or unit.number or not unit.rest)
    ]
    # A table may have dates in its first column; a list is one that has little else.
    tabbed = [unit for unit in told if unit.rest and source.text[unit.rest.start - 1] == "\t"]
    is_table = bool(tabbed) and 2 * len(tabbed) >= text_lines
    if is_table:
        dates += (unit for unit in tabbed if not unit.bullet)
    titled = [
        unit
        for unit in told
        if unit.rest and not (unit.bullet or unit.number) and source.text[unit.rest.start - 1] != "\t"
    ]
    if len(titled) >= _FEWEST_TITLED:
        dates += titled
    bulleted = sum(1 for unit in dates if unit.bullet or _is_below_bullet(source, unit))
    if bulleted > 1 and not any(unit.bullet for unit in dates):
        # Not every entry has a date that can be read.
        bulleted = max(bulleted, sum(1 for _ in _LONE_BULLET.finditer(f"\n{source.text}")))
    is_columns = hit_list.is_hit_list(source, told, text_lines)
    return ListCues(
        bulleted=bulleted,
        dated=max(0, len(dates) - bulleted),
        has_range=any(unit.shown is not None and unit.shown.last is not None for unit in told),
        has_results=_names_results(source.text) or _says_results(source, told),
        is_columns=is_columns,
        is_rows=not is_columns and finding_list.is_finding_list(source, told, text_lines),
        has_hits=is_columns and hit_list.has_message_numbers(source, told),
        is_bare=text_lines <= sum(1 for unit in dates if not unit.rest),
        is_table=is_table,
        is_single=_is_single(source, told),
        expected=next((unit.shown.expected for unit in told if unit.shown and unit.shown.expected), None),
        is_prose=len(source.text) > _TEXT_PER_ENTRY * max(1, len(dates)),
        units={unit.span.start: unit for unit in told},
    )


def has_repeated_keys(source: SourceText) -> bool:
    """Return True where one key stands at the head of three lines at least, as in a list of records."""
    keys = Counter(match[1].lower() for match in _KEY.finditer(f"\n{source.text}"))
    return bool(keys) and max(keys.values()) >= _FEWEST_KEYS


def _is_below_bullet(source: SourceText, unit: Unit) -> bool:
    """Return True for a line below one with a bullet alone, which a copy of a page may have."""
    end = source.text.rfind("\n", 0, unit.span.start)
    above = source.text[source.text.rfind("\n", 0, max(0, end)) + 1 : max(0, end)].strip()
    return len(above) == 1 and above in BULLETS


def _says_results(source: SourceText, told: Sequence[Unit]) -> bool:
    """Return True where the line that counts what is shown calls them results, and is not figures alone."""
    return any(
        (_WORD_OF_ALL_RESULTS if unit.shown.last is None else _WORD_OF_RESULTS).search(source[unit.span])
        for unit in told
        if unit.shown is not None
    )


def _is_prose(line: str) -> bool:
    """Return True for a line that is neither a date nor anything else that matters: it has no year and
    does not say that it is undated, or its first word is one that no date begins with.
    """
    is_begun_otherwise = _FIRST_WORD.match(line) is not None and not can_begin_a_date(line)
    return (
        (is_begun_otherwise or (_YEAR.search(line) is None and UNDATED.search(line) is None))
        and _WORD_OF_RANGE.search(line) is None
        and not hit_list.has_cells(line)
    )


def _told_lines(source: SourceText) -> Iterator[Span]:
    """Yield each line that has a cue."""
    text, end = source.text, 0
    while (match := _CUE.search(text, end)) is not None:
        start = text.rfind("\n", 0, match.start()) + 1
        end = text.find("\n", match.end())
        end = len(text) if end < 0 else end
        yield Span(start, end)
