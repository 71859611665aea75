"""Where names stand in a transcript, counted in its non-blank characters.

White space is all that a document may change of its transcript, so the count of non-blank characters
names a place in both, whatever the converter does: gold annotations hold from one version to the next.
"""

from __future__ import annotations

from itertools import accumulate

from lxml import etree

from dragoman.entities.analysis import Analysis, FoundName
from dragoman.tei.views import View, source_view


class TranscriptPlaces:
    """The way from a name in a document to its place in the transcript."""

    def __init__(self, root: etree._Element) -> None:
        view: View = source_view(root)
        self._starts = {piece.slot: piece.start for piece in view.pieces if piece.slot >= 0}
        self._count = [0, *accumulate(not character.isspace() for character in view.text)]

    def range_of(self, analysis: Analysis, name: FoundName) -> tuple[int, int] | None:
        """Return the range of a name in non-blank characters; None for words the converter composed."""
        tokens = analysis.blocks[name.block]
        first, last = tokens[name.candidate.first].start, tokens[name.candidate.last - 1].end - 1
        places = []
        for offset in (first, last):
            piece = tokens.block.piece_at(offset)
            start = self._starts.get(piece.slot)
            if start is None:
                return None
            places.append(start + offset - piece.start)
        return self._count[places[0]], self._count[places[1] + 1]
