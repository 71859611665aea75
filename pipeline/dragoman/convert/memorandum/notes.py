"""The block of numbered notes at the end of a translation."""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Mapping, Sequence
from dataclasses import replace
from typing import Final

from dragoman.convert.memorandum import patterns
from dragoman.convert.memorandum.blocks import Block, Role, content_of
from dragoman.convert.memorandum.layout import Unit
from dragoman.convert.memorandum.patterns import head_of
from dragoman.document import Element, Node
from dragoman.source import SourceText, Span

# "[3]", or a number that touches the end of a word: "treaty3", "treaty.3".
_REFERENCE: Final = re.compile(
    r"\[(\d{1,3}|[*†‡]{1,3})\]|(?<=[^\W\d_])(\d{1,3}|[*†‡]{1,3})(?!\w)|(?<=[^\W\d_][.,;:”’\"])(\d{1,3}|"
    r"[*†‡]{1,3})(?!\w)"
)


def note_blocks(
    source: SourceText, units: Sequence[Unit], heads: Container[int] = ()
) -> tuple[int, list[Block]]:
    """Return the index of the first unit of the notes and their blocks; no blocks if there are none.

    The notes are the last units. They begin with a heading, or with a note 1 whose number the
    text refers to or that stands in brackets, and each further note has the next number.
    heads: the offsets of the lines that the pages repeat, which are no part of a note.
    """
    start = _headed(source, units)
    if start is None:
        start = _numbered(source, units, heads)
    if start is None:
        return len(units), []
    return start, _blocks(source, units[start:], heads)


def _headed(source: SourceText, units: Sequence[Unit]) -> int | None:
    for at in range(len(units) - 2, -1, -1):
        span = units[at].span
        if len(span) < 60 and patterns.NOTES_HEAD.match(head_of(source, span)):
            return at if _number(source, units[at + 1].span) else None
    return None


def _numbered(source: SourceText, units: Sequence[Unit], heads: Container[int]) -> int | None:
    """Return where the last run of numbered units begins, if the text refers to its numbers."""
    ones = [at for at, unit in enumerate(units) if _number(source, unit.span) in ("1", "*")]
    # Marks may follow the figures: the block begins with the first of them that only notes follow.
    first = _first_note(source, units, heads)
    start = next((at for at in ones if at >= max(first, 1)), None)
    if start is None:
        return None
    items = [unit.span for unit in units[start:] if unit.span.start not in heads]
    numbers = [_number(source, span) for span in items]
    if 2 * start >= len(units) and all(_is_bracketed(source, span) for span in items):
        # At the foot of a text “[1] The mill …” is a note also where its call was lost.
        return start
    text_end = units[start - 1].span.end
    known = {match[match.lastindex or 0] for match in _REFERENCE.finditer(source.text, 0, text_end)}
    return start if 2 * len(known & set(numbers)) > len(numbers) else None


def _first_note(source: SourceText, units: Sequence[Unit], heads: Container[int]) -> int:
    """Return the index from which on every unit begins as a note does, with figures that rise."""
    first = len(units)
    above = 0
    while first > 0:
        span = units[first - 1].span
        if span.start not in heads:
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
    return source[_label(source, span)].strip("[]().")


def _blocks(source: SourceText, units: Sequence[Unit], heads: Container[int]) -> list[Block]:
    """Return heading and notes; a unit without a number goes on with the note before it."""
    blocks: list[Block] = []
    expected = 0
    for unit in units:
        number = "" if unit.span.start in heads else _number(source, unit.span)
        value = int(number) if number.isdigit() else expected + 1
        if number and value > expected:
            label = _label(source, unit.span)
            blocks.append(Block(Role.NOTE, unit.span, label, subtype=number))
            expected = value
        elif blocks and blocks[-1].role is Role.NOTE:
            last = blocks[-1]
            pages = (*last.pages, unit.span) if unit.span.start in heads else last.pages
            blocks[-1] = replace(last, span=Span(last.span.start, unit.span.end), pages=pages)
        else:
            blocks.append(Block(Role.NOTES_HEAD, unit.span))
    return blocks


def notes_division(
    source: SourceText,
    targets: Mapping[str, str],
    text: Callable[[Span], list[Node]],
    blocks: Sequence[Block],
) -> Element:
    """Return the division of the notes. targets: the id of each by its number; text: writes running text."""
    children: list[Node] = []
    for block in blocks:
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
    return Element("div", {"type": "notes"}, children)


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
