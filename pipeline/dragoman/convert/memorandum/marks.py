"""What stands within running text besides brackets: page numbers, note numbers, broken words."""

from __future__ import annotations

from collections.abc import Mapping

from dragoman.convert.brackets.encode import Mark
from dragoman.convert.memorandum.blocks import Block
from dragoman.convert.memorandum.structure import page_nodes
from dragoman.source import SourceText, Span


def marks_of(source: SourceText, block: Block, span: Span, targets: Mapping[str, str]) -> list[Mark]:
    """Return the marks of a stretch of running text, in their order.

    targets: the id of each note by its number.
    """
    return [
        Mark(page, tuple(page_nodes(source, page)))
        for page in block.pages
        if span.start <= page.start < span.end
    ]
