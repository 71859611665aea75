"""What is to be said of the text of a telegram: lost pages, lonely marks, lines that belong elsewhere."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from dragoman.convert.telegram import rules
from dragoman.convert.telegram.header import HeaderLines
from dragoman.convert.telegram.lines import Line
from dragoman.diagnostics import Diagnostic
from dragoman.source import SourceText

_SHOWN: Final = 40
_MORE_SHOWN: Final = 60


def above_first_page(source: SourceText, line: Line) -> Diagnostic:
    """Return the finding of a line that stands above the banner of the first page."""
    words = f"“{line.text[:_MORE_SHOWN]}” stands above the first page"
    return rules.UNKNOWN_LINE.at(source.place(line.start), words, rules.LOOK_AT_LINE)


def missing_page(source: SourceText, banner: Line, last: int) -> Diagnostic:
    """Return the finding of a banner whose page does not follow the ``last`` one."""
    words = f"page {banner.page} follows page {last}"
    return rules.MISSING_PAGE.at(source.place(banner.start), words, "look for the lost page")


def other_message(source: SourceText, header: HeaderLines) -> Diagnostic:
    """Return the finding of the header of another telegram in the file."""
    words = next((entry.text for entry in header.entries if entry.type == "section"), "")
    return rules.OTHER_MESSAGE.at(
        source.place(header.entries[0].lines[0].start),
        f"another telegram begins here, {words}",
        "put it into a file of its own, and convert both again",
    )


def after_end(source: SourceText, line: Line) -> Diagnostic:
    """Return the finding of a line behind the end of the message."""
    hint = "see whether it belongs to this telegram"
    return rules.AFTER_END.at(source.place(line.start), "this line stands behind NNN", hint)


def lonely_marks(source: SourceText, lines: Iterable[Line]) -> Iterator[Diagnostic]:
    """Yield a finding for each mark of a quoted message without a partner."""
    hint = "mark the quoted message as quote where you can tell its extent"
    for line in lines:
        words = f"“{line.text[:_SHOWN]}” has no partner"
        yield rules.UNPAIRED_TEXT.at(source.place(line.start), words, hint)


def gaps_in_numbers(
    source: SourceText, gaps: Iterable[tuple[int, int]], offsets: Iterable[int]
) -> Iterator[Diagnostic]:
    """Yield a finding for each paragraph whose number does not follow the one before."""
    for (before, after), offset in zip(gaps, offsets, strict=True):
        words = f"paragraph {before} is followed by {after}"
        yield rules.NUMBERING.at(source.place(offset), words, "compare with another copy")
