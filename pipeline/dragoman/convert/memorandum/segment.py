"""From the lines of a memorandum to its blocks, zone by zone: top, body, closing, notes."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Container, Iterable, Mapping, Sequence, Set
from dataclasses import replace
from itertools import pairwise
from typing import Final

from dragoman.convert.memorandum import closing_patterns, patterns
from dragoman.convert.memorandum.blocks import Block, Doubt, Role
from dragoman.convert.memorandum.closing import closing_blocks
from dragoman.convert.memorandum.datelines import is_dateline
from dragoman.convert.memorandum.enclosures import enclosure_heads, enclosures_at, is_enclosure_head
from dragoman.convert.memorandum.layout import Unit, is_open, is_single_line, layout_of, units_of
from dragoman.convert.memorandum.listed_people import listed_lines
from dragoman.convert.memorandum.narration import is_report
from dragoman.convert.memorandum.notes import note_blocks
from dragoman.convert.memorandum.numbering import Number, rows_of
from dragoman.convert.memorandum.pages import page_units
from dragoman.convert.memorandum.people import participants, sender_keys
from dragoman.convert.memorandum.running_heads import running_heads
from dragoman.convert.memorandum.single_line import lines_within
from dragoman.convert.memorandum.site_page import site_page
from dragoman.convert.memorandum.tables import table_rows, tables_in
from dragoman.convert.memorandum.top import top_blocks
from dragoman.convert.memorandum.top_patterns import OF_A_TOWN
from dragoman.convert.memorandum.turns import find_item_labels, speaker_key, speaker_keys
from dragoman.source import Line, SourceText, Span


def segment(source: SourceText) -> list[Block]:
    """Return the blocks of a memorandum: together they hold every non-blank character once."""
    lines = source.lines()
    if is_single_line(lines):
        lines = lines_within(source, lines)
    rows = table_rows(source, lines)
    heads = running_heads(source, lines)
    known = {*rows, *heads}
    layout = layout_of(source, lines)
    begun = listed_lines(source, lines)
    if layout.width:
        begun |= _opening_lines(source, lines)
    units = units_of(
        source, lines, layout, lambda span: span.start in known or _stands_alone(source, span), begun
    )
    specimen: list[Block] = []
    while units and patterns.SPECIMEN_LINE.match(patterns.head_of(source, units[-1].span)):
        specimen.insert(0, Block(Role.SPECIMEN, units.pop().span))
    page = site_page(source, units)
    if page is not None:
        # The site's page has the title; a heading within the text stands in the opening.
        inner = _segmented(source, list(page.units), rows, heads)
        inner = [replace(block, role=Role.REFERENCE) if block.role is Role.HEAD else block for block in inner]
        return [*page.above, *inner, *page.below, *specimen]
    keys: list[Block] = []
    while len(units) > 1 and (key := patterns.END_KEY.match(source[units[-1].span])):
        span = units.pop().span
        keys.insert(0, Block(Role.KEY, span, Span(span.start, span.start + key.end())))
    return [*_segmented(source, units, rows, heads), *keys, *specimen]


def _segmented(
    source: SourceText, units: list[Unit], rows: Mapping[int, int], heads: Container[int]
) -> list[Block]:
    """Return the blocks of a document without the page that shows it.

    rows: the number of the table of each line that is a row of one, by the offset of the line;
    heads: the offsets of the lines that the pages repeat.
    """
    running = {at for at, unit in enumerate(units) if unit.span.start in heads}
    pages = page_units(source, units) | running
    notes_at, notes = note_blocks(source, units, frozenset(units[at].span.start for at in pages))
    units = units[:notes_at]
    pages = frozenset(at for at in pages if at < notes_at)
    top_count, top = top_blocks(source, units, pages)
    people = speaker_keys(person.name for person in participants(source, top)) | sender_keys(source, top)
    enclosures = enclosures_at(source, units, top_count, pages)
    parts: list[Block] = []
    for at, end in pairwise([0, *enclosures, len(units)]):
        opening = list(enclosure_heads(source, units, at, end, pages)) if at else []
        first = at + len(opening) if at else top_count
        closing_at, closing = closing_blocks(source, units, first, end, pages, people)
        body = _body(source, units, range(first, closing_at), pages, people, rows)
        parts += [*opening, *body, *closing]
    return [*top, *parts, *notes]


_MOST_ALONE: Final = 80
# After these words a sentence goes on, whatever letter the next page begins with.
_UNFINISHED: Final = re.compile(
    r"\b(?:a|an|the|of|in|on|at|to|for|with|by|from|and|or|between|that|which)$|,$"
)
# How much of a paragraph is its beginning, where a narrator names whom he speaks of.
_BEGINNING: Final = 80
# And how much of it is read to tell that it reports what was done.
_LONGEST_REPORT: Final = 900


def _opening_lines(source: SourceText, lines: Sequence[Line]) -> frozenset[int]:
    """Return the offsets of the lines above the text that say when or how secret, and of those below them.

    A heading that fills its line does not run on into them. Where a line goes on in small letters, the text
    has begun.
    """
    found: set[int] = set()
    for line, following in pairwise(lines[:_OPENING]):
        goes_on = not following.is_after_blank and source.text[following.span.start].islower()
        text = patterns.head_of(source, line.span)
        if len(text) < _MOST_ALONE and (is_dateline(text) or any(c.match(text) for c in _CLASSIFICATIONS)):
            found.add(line.span.start)
            if not goes_on and text[-1] != ",":
                found.add(following.span.start)
        elif goes_on:
            break
    return frozenset(found)


_OPENING: Final = 24  # lines
_CLASSIFICATIONS: Final = tuple(
    cue.pattern for cue in patterns.OPENER_CUES if cue.role == Role.CLASSIFICATION
)


def _stands_alone(source: SourceText, span: Span) -> bool:
    """Return True for a line that never runs on into the next."""
    if len(span) > patterns.HEAD_OF_LINE:
        return False
    line = patterns.head_of(source, span)
    return bool(
        patterns.PAGE_LINE.match(line)
        or patterns.KEY_LINE.match(line)
        or patterns.SITE_LINE.match(line)
        or patterns.PARTICIPANTS_HEAD.match(line)
        or patterns.SPACED_HEADING.match(line)
        or patterns.NOTES_HEAD.match(line)
        or is_enclosure_head(source, span)
        or (OF_A_TOWN.match(line) and is_dateline(line))
        or (
            len(line) < _MOST_ALONE
            and (line.isupper() or any(c.pattern.match(line) for c in closing_patterns.LONE_CUES))
        )
    )


def _body(
    source: SourceText,
    units: Sequence[Unit],
    within: range,
    pages: frozenset[int],
    people: Set[str],
    rows: Mapping[int, int],
) -> list[Block]:
    """Return paragraphs, turns of speech, tables and pages of the body."""
    starts = [units[index].span.start for index in within]
    tables = {within[first]: within[end - 1] for first, end in tables_in(starts, rows)}
    in_tables = {index for first, last in tables.items() for index in range(first, last + 1)}
    spans = {index: units[index].span for index in within if index not in pages and index not in in_tables}
    rows_of_items = rows_of(source, spans.values())
    numbers = {at: number.label for row in rows_of_items for at, number in row}
    labels = find_item_labels(source, spans, people, numbers)
    blocks: list[Block] = []
    # The pages over which a paragraph runs on, by its place among the blocks.
    pages_within: dict[int, list[Span]] = {}
    for index in within:
        span = units[index].span
        if index in in_tables:
            if index in tables:
                blocks.append(Block(Role.TABLE, Span(span.start, units[tables[index]].span.end)))
        elif index in pages:
            blocks.append(Block(Role.PAGE, span))
        elif index in labels:
            label = labels[index]
            role = Role.TURN if label.is_turn else Role.PARAGRAPH
            name = label.span if label.is_turn else None
            doubt = Doubt(label.span, label.doubt, label.is_open) if label.doubt else None
            number = numbers.get(span.start) if label.is_turn else None
            blocks.append(Block(role, span, name, doubt=doubt, enumerator=number))
        elif (resumed := _resumed(source, blocks, span)) is not None:
            pages_within.setdefault(resumed, []).extend(block.span for block in blocks[resumed + 1 :])
            blocks[resumed:] = [replace(blocks[resumed], span=Span(blocks[resumed].span.start, span.end))]
        else:
            blocks.append(Block(Role.PARAGRAPH, span))
    for at, printed in pages_within.items():
        blocks[at] = replace(blocks[at], pages=tuple(printed))
    return _with_continuations(source, blocks, _sections(blocks, rows_of_items))


def _sections(blocks: Sequence[Block], rows: Iterable[Sequence[tuple[int, Number]]]) -> frozenset[int]:
    """Return the offsets of the numbered items between which somebody begins to speak.

    They are the points of the talk. Items that no turn parts may be what one speaker counts up.
    """
    turns = [block.span.start for block in blocks if block.role is Role.TURN]
    return frozenset(
        at
        for row in rows
        if bisect_left(turns, row[0][0] + 1) < bisect_left(turns, row[-1][0])
        for at, _ in row
    )


def _with_continuations(source: SourceText, blocks: Sequence[Block], sections: Container[int]) -> list[Block]:
    """Mark the paragraphs that go on with the turn before them.

    In a dialogue a paragraph without a name belongs to the last speaker, unless it stands in
    brackets or tells what a speaker did; in a summary with a few spoken words it does not.
    sections: the offsets of the points of the talk, which are nobody's words.
    """
    first = next((at for at, block in enumerate(blocks) if block.role is Role.TURN), len(blocks))
    turns = sum(block.role is Role.TURN for block in blocks)
    others = sum(block.role is Role.PARAGRAPH for block in blocks[first:])
    if turns <= others:
        return list(blocks)
    speakers = {speaker_key(source[block.label]) for block in blocks if block.label is not None}
    made: list[Block] = []
    is_speech = False
    for block in blocks:
        is_speech = block.role is Role.TURN or (
            is_speech
            and block.span.start not in sections
            and (block.role is Role.PAGE or not _is_narrated(source, block, speakers))
        )
        goes_on = is_speech and block.role is Role.PARAGRAPH
        made.append(replace(block, subtype="continued") if goes_on else block)
    return made


def _is_narrated(source: SourceText, block: Block, speakers: Set[str]) -> bool:
    """Return True for a remark in brackets, and for a paragraph that begins by naming a speaker, or may."""
    text = source.text
    if block.doubt is not None and block.doubt.is_open:
        return True
    ends = text[block.span.start] + text[block.span.end - 1]
    if ends == "[]" or (ends == "()" and text.count("(", block.span.start, block.span.end) == 1):
        return True
    if is_report(text[block.span.start : min(block.span.end, block.span.start + _LONGEST_REPORT)]):
        return True
    begin = text[block.span.start : min(block.span.end, block.span.start + _BEGINNING)]
    return not speakers.isdisjoint(word.lower() for word in re.findall(r"[^\W\d_]+", begin))


def _resumed(source: SourceText, blocks: Sequence[Block], span: Span) -> int | None:
    """Return the index of the paragraph that ``span`` resumes after a page's end, or None."""
    at = len(blocks) - 1
    while at >= 0 and blocks[at].role is Role.PAGE:
        at -= 1
    if at < 0 or blocks[at].role not in (Role.PARAGRAPH, Role.TURN):
        return None
    before = blocks[at].span
    if at == len(blocks) - 1 and source.text.find("\f", before.end, span.start) < 0:
        return None
    goes_on = is_open(source, before) and (
        source.text[span.start].islower()
        or _has_open_bracket(source, before)
        or _UNFINISHED.search(source.text, max(before.start, before.end - 12), before.end) is not None
    )
    return at if goes_on else None


def _has_open_bracket(source: SourceText, span: Span) -> bool:
    text = source.text
    opened = text.rfind("[", span.start, span.end)
    return opened >= 0 and text.find("]", opened, span.end) < 0
