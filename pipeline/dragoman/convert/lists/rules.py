"""What can be wrong with a list."""

from __future__ import annotations

from dragoman.diagnostics import Rule, Severity

NO_ENTRIES = Rule(
    "LIST001",
    Severity.WARNING,
    "the list has no entries",
    "A catalogue or a page of results without one entry is usually a page that was saved too early "
    "or cut off.",
    "Results: / 21 - 30 of 34 / (nothing)",
    "Results: / 21 - 30 of 34 / Documents / June 21, 1977 / Note about a meeting / …",
)
COUNT = Rule(
    "LIST002",
    Severity.WARNING,
    "the page does not hold as many entries as it says",
    "A page that says “21 - 30 of 34” has ten entries. Where another number is found, a part of the "
    "page is missing or an entry was not recognised, and no entry can be given its number.",
    "21 - 30 of 34, with nine entries",
    "21 - 30 of 34, with ten entries",
)
RANGE = Rule(
    "LIST003",
    Severity.WARNING,
    "the numbers of results contradict each other",
    "The first result shown cannot come after the last one, nor the last one after the number of all.",
    "31 - 30 of 34",
    "31 - 34 of 34",
)
NO_TITLE = Rule(
    "LIST004",
    Severity.WARNING,
    "the entry has no title",
    "A date with nothing below it names no document; its title was probably lost in copying.",
    "June 21, 1977 / March 6, 1978 / Note from Budapest",
    "June 21, 1977 / Note about a meeting / March 6, 1978 / Note from Budapest",
)
NO_DATE = Rule(
    "LIST005",
    Severity.NOTE,
    "the entry has no date",
    "An entry without a date stands in no calendar. Where the source is silent, nothing is to be done.",
)
NO_HEAD = Rule(
    "LIST006",
    Severity.NOTE,
    "the list has no heading of its own",
    "Every document has a heading. Where the page has none, one is composed and marked as composed.",
)
ENTRY_BY_WORDS = Rule(
    "LIST007",
    Severity.NOTE,
    "an entry was recognised by its words, not by its layout",
    "An entry without a date looks like a paragraph of the summary before it. It was taken for an "
    "entry because the page says how many it has.",
)
NUMBERING = Rule(
    "LIST008",
    Severity.WARNING,
    "the numbers of the entries are not in sequence",
    "Where the printed numbers jump or repeat, an entry may be missing from the transcript.",
    "1. … / 2. … / 4. …",
    "1. … / 2. … / 3. … / 4. …",
)
DAY_ORDER = Rule(
    "LIST009",
    Severity.NOTE,
    "whether the day or the month comes first was inferred",
    "No date with slashes has a number above 12, which would show the order. It was told by the other "
    "entries or by the custom of the archive, and the dates say that they are not certain.",
    "03/12/1976",
    "12 March 1976",
)
