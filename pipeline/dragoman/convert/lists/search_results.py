"""Pages of search results: the sites of archives and the National Archives' access system."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from dragoman.convert.context import Context, Conversion, Decision, Detection
from dragoman.convert.lists import findings, rules
from dragoman.convert.lists.build import body_of, composed_head, in_one_line
from dragoman.convert.lists.cues import has_repeated_keys, list_cues, may_count_results
from dragoman.convert.lists.decisions import list_decisions
from dragoman.convert.lists.furniture import says_nothing_was_found
from dragoman.convert.lists.layout import Unit
from dragoman.convert.lists.model import ShownRange
from dragoman.convert.lists.pieces import read_page
from dragoman.convert.lists.sections import Piece, heading_of_results, sections_of
from dragoman.diagnostics import Diagnostic
from dragoman.document import Document, Metadata
from dragoman.source import SourceText

KIND: Final = "search-results"


# What the range of the results shown and the entries speak for together.
_RANGE: Final = 0.45
_ENTRIES: Final = 0.35
_AS_COUNTED: Final = 0.15
_KEYS: Final = 0.15
_NOTHING_FOUND: Final = 0.55
# A page that says that nothing was found has little else on it.
_LONGEST_EMPTY_PAGE: Final = 3_000
# Below a range of results stand a title and a date for each at least.
_FEWEST_LINES: Final = 6


def is_without_results(source: SourceText) -> bool:
    """Return True for a short page with a line that says that nothing was found."""
    text = source.text
    return len(text) <= _LONGEST_EMPTY_PAGE and any(
        says_nothing_was_found(line.strip()) for line in text.split("\n")
    )


def ceiling(source: SourceText) -> float:
    """Return a score that `detect` does not exceed."""
    if len(source.text) <= _LONGEST_EMPTY_PAGE or may_count_results(source):
        return 1.0
    return _AS_COUNTED + _KEYS


def detect(source: SourceText) -> Detection:
    """Return how far a transcript looks like search results: a range of results, dated entries."""
    cues = list_cues(source)
    score, evidence = 0.0, []
    if cues.has_range:
        score += _RANGE
        evidence.append("a line that says which results are shown")
    if cues.is_columns and (cues.has_hits or cues.has_range or cues.has_results):
        score += 0.5 if cues.has_range else 0.7
        evidence.append("rows of cells with a date or a message number")
    if cues.has_results:
        score += 0.15
        evidence.append("the words “Results:” or “Documents” on lines of their own")
    if not cues.has_range and is_without_results(source):
        score += _NOTHING_FOUND
        evidence.append("a line that says that nothing was found")
    entries = cues.dated + cues.bulleted
    if entries and score:
        score += min(_ENTRIES, 0.05 + 0.06 * entries)
        evidence.append(f"{entries} lines that hold a date and nothing else")
    # An entry without a date is no line that is a date.
    if cues.expected is not None and entries <= cues.expected <= 2 * entries:
        score += _AS_COUNTED
        evidence.append("about as many of them as the page says that it shows")
    if score and has_repeated_keys(source):
        score += _KEYS
        evidence.append("the keys of a record, again and again")
    if not (entries or cues.is_columns or cues.has_results) and source.text.count("\n") < _FEWEST_LINES:
        score *= 0.3
        evidence.append("but there is hardly a line besides, and no date")
    if cues.is_prose and not cues.is_columns:
        score *= 0.3
        evidence.append("but most of it is running text")
    return Detection(KIND, round(min(score, 1.0), 2), tuple(evidence))


def convert(source: SourceText, context: Context) -> Conversion:
    """Return the page of results that a transcript is, whatever it holds."""
    page = read_page(source)
    pieces, entries, shown = page.pieces, page.entries, page.shown
    title = _title(source, pieces, shown, len(entries))
    head = heading_of_results(source, pieces)
    diagnostics: list[Diagnostic] = []
    if head is None:
        diagnostics.append(
            rules.NO_HEAD.at(source.place(0), f"“{title}” was composed as its heading", findings.MEND_HEAD)
        )
    body = body_of(
        source, sections_of(source, pieces, head), KIND, composed_head(title) if head is None else None
    )
    is_empty = is_without_results(source) or (shown is not None and shown.total == 0)
    if entries or not is_empty:
        diagnostics.extend(findings.findings(source, entries, shown, page.custom))
    decisions: list[Decision] = []
    if context.is_explained:
        composed = "composed of the range and the query"
        decisions.append(Decision("title", title, composed, "high", source.place(0)))
        decisions.extend(list_decisions(source, page, _query(source, pieces)))
    document = Document(context.id, KIND, source, Metadata(title=title, language=context.language), body)
    return Conversion(document, tuple(diagnostics), tuple(decisions))


def _title(source: SourceText, pieces: Sequence[Piece], shown: ShownRange | None, count: int) -> str:
    """Return a title for the header, such as ``Search results 21–30 of 34: river commission``."""
    title = "Search results"
    if shown is not None and shown.first is not None and shown.total:
        last = f"–{shown.last}" if shown.last != shown.first else ""
        title += f" {shown.first}{last} of {shown.total}"
    elif shown is not None or count:
        title += f": {shown.total if shown is not None else count}"
    query = _query(source, pieces)
    return f"{title}: {query}" if query else title


def _query(source: SourceText, pieces: Sequence[Piece]) -> str:
    """Return the words that were searched for, or ""."""
    found = (piece.query for piece in pieces if isinstance(piece, Unit) and piece.query)
    return next((in_one_line(source[query]) for query in found), "")
