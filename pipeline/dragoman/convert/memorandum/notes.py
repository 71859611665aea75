"""The block of numbered notes at the end of a translation."""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Mapping, Sequence
from dataclasses import replace
from typing import Final

from dragoman.convert.dates import find_dates
from dragoman.convert.memorandum import patterns
from dragoman.convert.memorandum.blocks import Block, Role, content_of
from dragoman.convert.memorandum.closing import closing_blocks
from dragoman.convert.memorandum.layout import Unit
from dragoman.convert.memorandum.patterns import head_of
from dragoman.document import Element, Node
from dragoman.source import SourceText, Span

# "[3]", or a number that touches the end of a word: "treaty3", "treaty.3", "D[arkhan].3", "水。3".
_REFERENCE: Final = re.compile(
    r"\[(\d{1,3}|[*†‡]{1,3})\]|(?<=[^\W\d_])(\d{1,3}|[*†‡]{1,3})(?!\w)|"
    r"(?:(?<=(?:[^\W\d_]|[\])])[.,;:”’\"])|(?<=[。！？；]))(\d{1,3}|[*†‡]{1,3})(?!\w)"
)

_REACH: Final = 12
_FIRST_NUMBERS: Final = ("1", "*")


def note_blocks(
    source: SourceText, units: Sequence[Unit], pages: Container[int] = ()
) -> tuple[int, list[Block]]:
    """Return the index of the first unit of the notes and their blocks; no blocks if there are none.

    The notes are the last units. They begin with a heading, or with a note 1 whose number the
    text refers to or that stands in brackets, and each further note has the next number.
    Signatures and their like may stand below them. pages: the offsets of the lines that
    number pages or that pages repeat, which are no part of a note.
    """
    end = len(units)
    closing: list[Block] = []
    if any(_number(source, unit.span) in _FIRST_NUMBERS for unit in units):
        end, closing = _closing_below(source, units, pages)
    start = _headed(source, units[:end])
    if start is None:
        start = _numbered(source, units[:end], pages)
    if start is None and closing:
        end, closing = len(units), []
        start = _numbered(source, units, pages)
    if start is None:
        return len(units), []
    return start, [*_blocks(source, units[start:end], pages), *closing]


def _closing_below(
    source: SourceText, units: Sequence[Unit], pages: Container[int]
) -> tuple[int, list[Block]]:
    """Return the index of the first unit of a closing that stands below numbered units, and its blocks."""
    first = max(0, len(units) - _REACH)
    numbered = (
        at
        for at in range(len(units) - 1, first, -1)
        if units[at].span.start not in pages and _number(source, units[at].span)
    )
    last = next(numbered, None)
    if last is None or last + 1 == len(units):
        return len(units), []
    between = frozenset(at for at in range(last, len(units)) if units[at].span.start in pages)
    return closing_blocks(source, units, last, len(units), between)


def _headed(source: SourceText, units: Sequence[Unit]) -> int | None:
    for at in range(len(units) - 2, -1, -1):
        span = units[at].span
        if len(span) < 60 and patterns.NOTES_HEAD.match(head_of(source, span)):
            return at if _number(source, units[at + 1].span) else None
    return None


def _numbered(source: SourceText, units: Sequence[Unit], pages: Container[int]) -> int | None:
    """Return where the last run of numbered units begins, if the text refers to its numbers."""
    ones = [at for at, unit in enumerate(units) if _number(source, unit.span) in _FIRST_NUMBERS]
    # Marks may follow the figures: the block begins with the first of them that only notes follow.
    first = _first_note(source, units, pages)
    start = next((at for at in ones if at >= max(first, 1)), None)
    if start is None:
        return None
    items = [unit.span for unit in units[start:] if unit.span.start not in pages]
    numbers = [_number(source, span) for span in items]
    if 2 * start >= len(units) and all(_is_bracketed(source, span) for span in items):
        # At the foot of a text “[1] The mill …” is a note also where its call was lost.
        return start
    text_end = units[start - 1].span.end
    known = {match[match.lastindex or 0] for match in _REFERENCE.finditer(source.text, 0, text_end)}
    return start if 2 * len(known & set(numbers)) > len(numbers) else None


def _first_note(source: SourceText, units: Sequence[Unit], pages: Container[int]) -> int:
    """Return the index from which on every unit begins as a note does, with figures that rise."""
    first = len(units)
    above = 0
    while first > 0:
        span = units[first - 1].span
        if span.start not in pages:
            number = _number(source, span)
            if not number or (number.isdigit() and above and int(number) >= above):
                break
            above = int(number) if number.isdigit() else above
        first -= 1
    return first


def _is_bracketed(source: SourceText, span: Span) -> bool:
    return source[_label(source, span)].startswith("[")


def _label(source: SourceText, span: Span) -> Span:
    """Return the number that begins a note, with its point or brackets; empty if none does."""
    match = patterns.NOTE_ITEM.match(source.text[span.start : min(span.end, span.start + 12)])
    return Span(span.start, span.start + (match.end("number") if match else 0))


def _number(source: SourceText, span: Span) -> str:
    """Return the number or mark of a note, "" for a unit that begins with none, or with a date."""
    number = source[_label(source, span)].strip("[]().")
    dates = find_dates(head_of(source, span)) if number and len(span) < _LONGEST_DATE else []
    return "" if dates and dates[0].span.start == 0 else number


_LONGEST_DATE: Final = 40


def _blocks(source: SourceText, units: Sequence[Unit], pages: Container[int]) -> list[Block]:
    """Return heading and notes; a unit without a number goes on with the note before it."""
    blocks: list[Block] = []
    expected = 0
    for unit in units:
        number = "" if unit.span.start in pages else _number(source, unit.span)
        value = int(number) if number.isdigit() else expected + 1
        if number and value > expected:
            label = _label(source, unit.span)
            blocks.append(Block(Role.NOTE, unit.span, label, subtype=number))
            expected = value
        elif blocks and blocks[-1].role is Role.NOTE:
            last = blocks[-1]
            within = (*last.pages, unit.span) if unit.span.start in pages else last.pages
            blocks[-1] = replace(last, span=Span(last.span.start, unit.span.end), pages=within)
        else:
            role = Role.PAGE if unit.span.start in pages else Role.NOTES_HEAD
            blocks.append(Block(role, unit.span))
    return blocks


def notes_written(
    source: SourceText,
    targets: Mapping[str, str],
    text: Callable[[Span], list[Node]],
    page: Callable[[Block], list[Node]],
    blocks: Sequence[Block],
) -> list[Node]:
    """Return the notes with their heading.

    targets: the id of each by its number; text: writes running text; page: the line of a page's number.
    """
    children: list[Node] = []
    for block in blocks:
        if block.role is Role.PAGE:
            children.extend(page(block))
            continue
        if block.role is Role.NOTES_HEAD:
            children.append(Element("p" if children else "head", {}, text(block.span)))
            continue
        label, content = block.label, content_of(source, block)
        assert label is not None
        attributes = {
            "type": "translator",
            "subtype": "comment",
            "xml:id": targets[block.subtype],
            "n": block.subtype,
            "resp": "#translator",
        }
        between = Span(label.end, content.start)
        children.append(Element("note", attributes, (number_label(source, label), between, *text(content))))
    return children


def number_label(source: SourceText, label: Span) -> Element:
    """Return the number of a note as ``label``, its brackets in ``@rend``."""
    opening, closing = source.text[label.start], source.text[label.end - 1]
    rend = {"[]": "brackets", "()": "parentheses"}.get(opening + closing)
    if rend and len(label) > 2:
        inner = Span(label.start + 1, label.end - 1)
        return Element(
            "label",
            {"rend": rend},
            (inner,),
            Span(label.start, label.start + 1),
            Span(label.end - 1, label.end),
        )
    return Element("label", {}, (label,))
