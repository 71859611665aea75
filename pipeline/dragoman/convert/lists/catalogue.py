"""Catalogues: collection pages of archives' sites and printed finding lists."""

from __future__ import annotations

from typing import Final

from dragoman.convert.context import Context, Conversion, Decision, Detection
from dragoman.convert.lists import findings, rules
from dragoman.convert.lists.build import body_of, composed_head, in_one_line
from dragoman.convert.lists.cues import list_cues, may_be_single, may_have_bullets
from dragoman.convert.lists.decisions import list_decisions
from dragoman.convert.lists.pieces import read_page
from dragoman.convert.lists.sections import heading_of_catalogue, sections_of, with_heading_apart
from dragoman.diagnostics import Diagnostic
from dragoman.document import Document, Metadata
from dragoman.source import SourceText

KIND: Final = "catalogue"


# The highest score of a list whose dates stand behind no bullets.
_WITHOUT_BULLETS: Final = 0.7
_WITH_BULLETS: Final = 0.95
_OF_ONE: Final = 0.8


def ceiling(source: SourceText) -> float:
    """Return a score that `detect` does not exceed."""
    if may_have_bullets(source):
        return _WITH_BULLETS
    return _OF_ONE if may_be_single(source) else _WITHOUT_BULLETS


def detect(source: SourceText) -> Detection:
    """Return how far a transcript looks like a catalogue: many dated entries and no range of results."""
    cues = list_cues(source)
    score, evidence = 0.0, []
    if cues.bulleted >= 2:
        score += 0.8 + min(0.15, 0.01 * cues.bulleted)
        evidence.append(f"{cues.bulleted} bullets with a date")
    elif cues.dated >= 2:
        score += min(_WITHOUT_BULLETS, (0.5 if cues.is_table else 0.35) + 0.07 * cues.dated)
        what = "have a date in their first cell" if cues.is_table else "hold a date and nothing else"
        evidence.append(f"{cues.dated} lines that {what}")
    elif cues.is_columns and not cues.has_hits:
        score += _WITHOUT_BULLETS
        evidence.append("rows of cells below the names of columns")
    elif cues.is_single:
        score += _OF_ONE
        evidence.append("the words of a collection above one entry")
    elif cues.is_rows:
        score += _WITHOUT_BULLETS
        evidence.append("lines that end with a date")
    if cues.has_range or cues.has_results:
        score *= 0.2
        evidence.append("but the page counts its results")
    if cues.is_bare:
        score *= 0.3
        evidence.append("but no line holds anything but a date")
    if cues.is_prose and not (cues.is_rows or cues.is_columns):
        score *= 0.3
        evidence.append("but most of it is running text")
    return Detection(KIND, round(score, 2), tuple(evidence))


def convert(source: SourceText, context: Context) -> Conversion:
    """Return the catalogue that a transcript is, whatever it holds."""
    page = read_page(source)
    pieces, entries = with_heading_apart(source, page.pieces), page.entries
    head = heading_of_catalogue(source, pieces)
    diagnostics: list[Diagnostic] = []
    decisions: list[Decision] = []
    if head is None:
        title = f"List of {len(entries)} documents" if len(entries) != 1 else "List of one document"
        diagnostics.append(
            rules.NO_HEAD.at(source.place(0), f"“{title}” was composed as its heading", findings.MEND_HEAD)
        )
    else:
        span = pieces[head].span
        title = in_one_line(source[span]) or "List of documents"
        decisions.append(
            Decision("head", title, "the first line of text above the entries", "high", source.place(span))
        )
    body = body_of(
        source, sections_of(source, pieces, head), KIND, composed_head(title) if head is None else None
    )
    metadata = Metadata(title=title, language=context.language)
    diagnostics.extend(findings.findings(source, entries, page.shown, page.custom))
    if context.is_explained:
        decisions.extend(list_decisions(source, page))
    document = Document(context.id, KIND, source, metadata, body)
    return Conversion(document, tuple(diagnostics), tuple(decisions))
