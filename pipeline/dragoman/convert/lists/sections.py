"""From the units and entries of a page to its sections: heading, paragraphs, list, furniture."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from dragoman.convert.lists.layout import Unit, is_sentence
from dragoman.convert.lists.model import Entry, Section
from dragoman.source import SourceText, Span

Piece = Unit | Entry

_IN_PARENTHESES: Final = re.compile(r"\s*\([^()]{1,200}\)$")
_LONGEST_HEAD: Final = 240
_LONGEST_LIST_HEAD: Final = 80
_LONGEST_LABEL: Final = 32
_LONG_LINE: Final = 60
# Of the longest line below it: so short is no line of prose.
_SHORT: Final = 0.75


def sections_of(source: SourceText, pieces: Sequence[Piece], head: int | None) -> list[Section]:
    """Return the sections of a page; ``head`` is the place of its heading among ``pieces``."""
    sections: list[Section] = []
    for at, piece in enumerate(pieces):
        if isinstance(piece, Entry):
            sections.append(Section("entry", piece.span, entry=piece))
            continue
        section = _section(source, pieces, at, head)
        last = sections[-1] if sections else None
        if section.role == "paragraph" and last is not None and last.role == "paragraph":
            before = pieces[at - 1]
            if isinstance(before, Unit) and _runs_over(source, before, piece):
                sections[-1] = last._replace(span=Span(last.span.start, section.span.end))
                continue
        sections.append(section)
    return sections


def _section(source: SourceText, pieces: Sequence[Piece], at: int, head: int | None) -> Section:
    unit = pieces[at]
    assert isinstance(unit, Unit)
    query = (("query", unit.query),) if unit.query else ()
    if at == head:
        return Section("head", unit.span, inner=query)
    if unit.kind == "furniture":
        return Section("furniture", unit.span, unit.type)
    if head is not None and at < head:
        # Nothing but furniture can stand above the heading of a document.
        return Section("furniture", unit.span, "site")
    if unit.shown is not None:
        return Section("range", unit.span, inner=unit.shown.spans)
    if query:
        return Section("query", unit.span, inner=query)
    return Section("list-head" if _heads_list(source, pieces, at) else "paragraph", unit.span)


def _heads_list(source: SourceText, pieces: Sequence[Piece], at: int) -> bool:
    """Return True for a short line right above an entry, such as ``Documents`` or a year."""
    unit = pieces[at]
    if not isinstance(unit, Unit) or unit.kind in ("furniture", "range", "query"):
        return False
    text = source[unit.span]
    below = pieces[at + 1] if at + 1 < len(pieces) else None
    if unit.kind == "columns":
        return isinstance(below, Entry)
    if len(text) > _LONGEST_LIST_HEAD:
        return False
    # A page writes a colon behind what heads a list ("Box 2:").
    is_label = text.endswith(":") and len(text) <= _LONGEST_LABEL
    # The caption of an image, in parentheses, may stand behind the sentence.
    if (
        not is_label
        and unit.kind == "text"
        and (is_sentence(text) or is_sentence(_IN_PARENTHESES.sub("", text)))
    ):
        return False
    if isinstance(below, Unit):
        return (
            unit.kind in ("results", "documents")
            and below.kind != unit.kind
            and _heads_list(source, pieces, at + 1)
        )
    return below is not None


def _runs_over(source: SourceText, above: Unit, below: Unit) -> bool:
    """Return True where a paragraph goes on below a blank line that only the page's width made."""
    text = source[above.span]
    line = text.rpartition("\n")[2].strip()
    return above.kind == below.kind == "text" and len(line) >= _LONG_LINE and not is_sentence(text)


def heading_of_catalogue(source: SourceText, pieces: Sequence[Piece]) -> int | None:
    """Return the place of the first line of text above the entries, where it can be a heading."""
    for at, piece in enumerate(pieces):
        if isinstance(piece, Entry):
            return None
        if piece.kind == "furniture":
            continue
        text = source[piece.span]
        can_be = piece.kind == "text" and not piece.bullet and len(text) <= _LONGEST_HEAD
        return at if can_be and not text.endswith(".") else None
    return None


def with_heading_apart(source: SourceText, pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """Return the pieces with the first line of the first paragraph by itself, where it stands like a title.

    Copied from a page, title and introduction stand on successive lines. A line of prose is as long as
    those below it.
    """
    for at, piece in enumerate(pieces):
        if isinstance(piece, Entry):
            break
        if piece.kind == "furniture":
            continue
        if piece.kind != "text" or piece.bullet or len(piece.lines) < 2:
            break
        first, rest = piece.lines[0], piece.lines[1:]
        longest = max(len(line) for line in rest)
        is_prose = is_sentence(source[piece.span]) or len(piece.span) > _LONGEST_HEAD
        is_title = len(first) <= _LONGEST_LIST_HEAD and not is_sentence(source[first])
        begins_anew = source[rest[0]][0].isupper()
        if is_prose and is_title and begins_anew and len(first) < _SHORT * longest:
            head = piece._replace(span=Span(piece.span.start, first.end), text=first, lines=(first,))
            below = Span(rest[0].start, piece.span.end)
            tail = piece._replace(span=below, text=below, lines=rest, apart=False, number=None)
            return (*pieces[:at], head, tail, *pieces[at + 1 :])
        break
    return tuple(pieces)


def heading_of_results(source: SourceText, pieces: Sequence[Piece]) -> int | None:
    """Return the place of ``Results:`` or of the line with the query, whichever comes first."""
    for at, piece in enumerate(pieces):
        if isinstance(piece, Entry) or piece.kind == "range":
            return None
        if piece.kind in ("results", "query"):
            return at
        if piece.kind == "text" and (is_sentence(source[piece.span]) or len(piece.span) > _LONGEST_LIST_HEAD):
            return None
    return None
