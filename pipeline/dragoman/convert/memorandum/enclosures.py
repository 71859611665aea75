"""What was sent with a document: the annexes below its signatures."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from dragoman.convert.memorandum import closing_patterns, patterns
from dragoman.convert.memorandum.blocks import Block, Role
from dragoman.convert.memorandum.closing import closing_blocks, closing_role
from dragoman.convert.memorandum.layout import Unit
from dragoman.source import SourceText, Span

_LONGEST_HEAD: Final = 160
_BARE: Final = re.compile(r"\[?[^\W\d_]+(?:\s(?:No\.?\s?)?[\dIVXA-Z]{1,4})?\]?[.:]?")
_NO_TEXT: Final = (Role.POSTSCRIPT, Role.CLOSING_LINE, Role.DATELINE)
_ENDS_OF_SENTENCES: Final = (".", ";", ",", ":", "!", "?")


def is_enclosure_head(source: SourceText, span: Span) -> bool:
    """Return True for a line that heads an annex, ``Annex 2`` or ``Attachment: Draft Protocol``."""
    return len(span) <= _LONGEST_HEAD and bool(
        closing_patterns.ENCLOSURE_HEAD.match(patterns.head_of(source, span))
    )


def enclosures_at(source: SourceText, units: Sequence[Unit], first: int, pages: frozenset[int]) -> list[int]:
    """Return the index of each unit that heads an enclosure, in their order.

    The first stands below a closing, for within the text such a line may head a section; in a document
    that has no closing, a line that says nothing else heads one. There is text below it, for else it says
    only that something is enclosed. first: the first unit after the top.
    """
    heads = [at for at in range(first + 1, len(units)) if is_enclosure_head(source, units[at].span)]
    for index, at in enumerate(heads):
        _, closing = closing_blocks(source, units, first, at, pages)
        if any(block.role is not Role.PAGE for block in closing):
            return [at for at in heads[index:] if _has_text(source, units, at, pages)]
    if heads and not closing_blocks(source, units, first, len(units), pages)[1]:
        bare = [at for at in heads if _BARE.fullmatch(patterns.head_of(source, units[at].span))]
        return [at for at in bare if _has_text(source, units, at, pages)]
    return []


def _has_text(source: SourceText, units: Sequence[Unit], at: int, pages: frozenset[int]) -> bool:
    """Return True where text stands below, and not only what else letters end with."""
    for index in range(at + 1, len(units)):
        if index in pages:
            continue
        if is_enclosure_head(source, units[index].span):
            return False
        if closing_role(source, units[index].span) not in _NO_TEXT:
            return True
    return False


def enclosure_heads(
    source: SourceText, units: Sequence[Unit], at: int, end: int, pages: frozenset[int]
) -> Iterator[Block]:
    """Yield the heading of the enclosure at ``at``, and its title where the next line is one above text."""
    yield Block(Role.ENCLOSURE, units[at].span)
    title = at + 1
    if title + 1 < end and title not in pages:
        line = source[units[title].span].strip()
        if len(line) <= _LONGEST_HEAD and line[0].isupper() and not line.endswith(_ENDS_OF_SENTENCES):
            yield Block(Role.ENCLOSURE_TITLE, units[title].span)
