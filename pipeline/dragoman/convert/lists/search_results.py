"""Pages of search results: the sites of archives and the National Archives' access system."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from dragoman.convert.context import Context, Conversion, Decision, Detection
from dragoman.convert.lists import findings, rules
from dragoman.convert.lists.build import body_of, composed_head, in_one_line
from dragoman.convert.lists.cues import list_cues
from dragoman.convert.lists.layout import Unit, units_of
from dragoman.convert.lists.model import Entry, ShownRange
from dragoman.convert.lists.records import Draft, entry_of, gather
from dragoman.convert.lists.sections import Piece, heading_of_results, sections_of
from dragoman.diagnostics import Diagnostic
from dragoman.document import Document, Metadata
from dragoman.source import SourceText

KIND: Final = "search-results"


def detect(source: SourceText) -> Detection:
    """Return how far a transcript looks like search results: a range of results, dated entries."""
    cues = list_cues(source)
    score, evidence = 0.0, []
    if cues.has_range:
        score += 0.45
        evidence.append("a line that says which results are shown")
    if cues.has_results:
        score += 0.15
        evidence.append("the words “Results:” or “Documents” on lines of their own")
    entries = cues.dated + cues.bulleted
    if entries and score:
        score += min(0.35, 0.05 + 0.06 * entries)
        evidence.append(f"{entries} lines that hold a date and nothing else")
    if cues.is_prose:
        score *= 0.3
        evidence.append("but most of it is running text")
    return Detection(KIND, round(min(score, 1.0), 2), tuple(evidence))


def convert(source: SourceText, context: Context) -> Conversion:
    """Return the page of results that a transcript is, whatever it holds."""
    units = units_of(source)
    shown = _shown(units)
    pieces: list[Piece] = [
        entry_of(source, piece) if isinstance(piece, Draft) else piece
        for piece in gather(source, units, shown.expected if shown else None)
    ]
    entries = [piece for piece in pieces if isinstance(piece, Entry)]
    title = _title(source, units, shown, len(entries))
    head = heading_of_results(source, pieces)
    diagnostics: list[Diagnostic] = []
    if head is None:
        diagnostics.append(rules.NO_HEAD.at(source.place(0), f"“{title}” was composed as its heading"))
    body = body_of(
        source, sections_of(source, pieces, head), KIND, composed_head(title) if head is None else None
    )
    decisions = [Decision("title", title, "composed of the range and the query", "high", source.place(0))]
    diagnostics.extend(findings.findings(source, entries, shown))
    decisions.extend(findings.date_decisions(source, entries))
    document = Document(context.id, KIND, source, Metadata(title=title, language=context.language), body)
    return Conversion(document, tuple(diagnostics), tuple(decisions))


def _shown(units: Sequence[Unit]) -> ShownRange | None:
    """Return what the page says of the results shown; of several lines that which says most."""
    found = [unit.shown for unit in units if unit.shown is not None]
    return max(found, key=lambda shown: len(shown.spans), default=None)


def _title(source: SourceText, units: Sequence[Unit], shown: ShownRange | None, count: int) -> str:
    """Return a title for the header, such as ``Search results 21–30 of 34: river commission``."""
    title = "Search results"
    if shown is not None and shown.first is not None:
        title += f" {shown.first}–{shown.last} of {shown.total}"
    elif shown is not None or count:
        title += f": {shown.total if shown is not None else count}"
    queries = [in_one_line(source[unit.query]) for unit in units if unit.query is not None]
    return f"{title}: {queries[0]}" if queries else title
