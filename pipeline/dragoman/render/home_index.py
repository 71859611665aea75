"""What the home page shows of an edition's documents: the first of them, and those that changed last."""

from __future__ import annotations

from typing import Final

from lxml import etree

from dragoman.render.web_context import InTime, in_time

# As many documents as xslt/web/home.xsl lists, and as many changes.
MOST_DOCUMENTS: Final = 24
MOST_CHANGES: Final = 6
# When so many are kept they are looked through, and those forgotten that are out of the running.
_ROOM: Final = 100


class HomeIndex:
    """Takes the summaries of an edition one by one, and says which of them its home page needs.

    The whole index of an edition of 10,000 documents, which shows 24 of them, took half a gigabyte.
    """

    def __init__(self) -> None:
        # Finding lists stand last.
        self._documents: list[tuple[bool, InTime]] = []
        self._changes: list[tuple[str, InTime]] = []

    def add(self, summary: etree._Element) -> None:
        """Take the summary of a document (prepare/summary.xsl)."""
        place = in_time(summary)
        self._documents.append((summary.find("entry") is not None, place))
        self._changes += [(change.get("when", ""), place) for change in summary.iterchildren("change")]
        if len(self._documents) + len(self._changes) > _ROOM:
            self._documents, self._changes = self._first(), self._latest()

    def chosen(self) -> set[str]:
        """Return the ids of the documents that are shown."""
        return {place.id for _, place in [*self._first(), *self._latest()]}

    def _first(self) -> list[tuple[bool, InTime]]:
        return sorted(self._documents)[:MOST_DOCUMENTS]

    def _latest(self) -> list[tuple[str, InTime]]:
        latest = sorted(self._changes, key=lambda change: change[1])
        latest.sort(key=lambda change: change[0], reverse=True)
        return latest[:MOST_CHANGES]
