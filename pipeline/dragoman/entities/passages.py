"""The passages of a register, gathered document by document into a file and given back entry by entry.

What stays in memory is where they lie: three numbers for each document of each entry. The passages
themselves are most of a register and need not be in memory at once.
"""

from __future__ import annotations

import marshal
from array import array
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import IO, Final, Generic, TypeVar

from dragoman.entities.mentions import DocumentMentions, Mention, TermMention

Key = TypeVar("Key")
Found = TypeVar("Found", Mention, TermMention)

# Numbers for each document of an entry: which document, where its passages begin in the file, how many.
_NUMBERS: Final = 3
# Passages stand in the file after the number of their bytes.
_SIZE: Final = 4


@dataclass(frozen=True, slots=True)
class Stretch:
    """The passages of an entry in one document: where they begin in the file and how many they are."""

    document: DocumentMentions
    start: int
    count: int


class Passages(Generic[Key, Found]):
    """The passages of each entry, in the order of the dates of their documents, undated ones last.

    file: is written and read by this object alone, and closed by whoever opened it; made: of which type
    its passages are.
    """

    def __init__(self, file: IO[bytes], made: type[Found]) -> None:
        self._file = file
        self._made: type[Found] = made
        self._documents: list[DocumentMentions] = []
        self._places: dict[Key, array[int]] = {}

    def add(self, document: DocumentMentions, found: Iterable[tuple[Key, Found]]) -> None:
        """Add what a document has, each with the key of its entry, in the order of the text."""
        number = len(self._documents)
        self._documents.append(replace(document, mentions=(), terms=()))
        by_key: dict[Key, list[Found]] = {}
        for key, mention in found:
            by_key.setdefault(key, []).append(mention)
        for key, mentions in by_key.items():
            place = number, self._file.tell(), len(mentions)
            # Whoever reads it wrote it a moment ago: the file has no name and outlives no build.
            octets = marshal.dumps([mention.row() for mention in mentions])
            self._file.write(len(octets).to_bytes(_SIZE, "big") + octets)
            self._places.setdefault(key, array("q")).extend(place)

    def keys(self) -> list[Key]:
        """Return the keys of the entries that have passages, in the order of the first passage of each."""
        return sorted(self._places, key=lambda key: _in_time(self.stretches(key)[0]))

    def count(self, key: Key) -> int:
        """Return how many passages an entry has."""
        return sum(self._places.get(key, array("q"))[2::_NUMBERS])

    def stretches(self, key: Key) -> list[Stretch]:
        """Return where the passages of an entry lie, a stretch for each document."""
        numbers = self._places.get(key, array("q"))
        found = [
            Stretch(self._documents[numbers[at]], numbers[at + 1], numbers[at + 2])
            for at in range(0, len(numbers), _NUMBERS)
        ]
        return sorted(found, key=_in_time)

    def read(self, stretches: Iterable[Stretch]) -> Iterator[tuple[DocumentMentions, Found]]:
        """Yield the passages of stretches, each with its document, which has no mentions of its own here."""
        for stretch in stretches:
            self._file.seek(stretch.start)
            size = int.from_bytes(self._file.read(_SIZE), "big")
            for row in marshal.loads(self._file.read(size)):
                yield stretch.document, self._made.of_row(row)


def _in_time(stretch: Stretch) -> tuple[bool, str, str, str, int]:
    document = stretch.document
    return not document.date, document.date, document.title, document.id, stretch.start


def shared_out(stretches: Iterable[Stretch], most: int) -> list[list[Stretch]]:
    """Return stretches in parts of no more than ``most`` passages; a document is in one part all the same."""
    total, parts = 0, list[list[Stretch]]()
    for stretch in stretches:
        total += stretch.count
        if not parts or total > most:
            parts.append([])
            total = stretch.count
        parts[-1].append(stretch)
    return parts
