"""The passages of a register, gathered document by document into a file and given back entry by entry.

What stays in memory is where they lie: four numbers for each document of each entry. The passages
themselves are most of a register and need not be in memory at once. They are kept as the register has them
in the end: nobody looks into one again.
"""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Iterable
from functools import partial
from typing import IO, Final, Generic, NamedTuple

from dragoman.entities.document_passages import Dated, DocumentPassages, Key

# Numbers for each document of an entry: which document, and of its passages where they begin in the file, of
# how many bytes and how many they are.
_NUMBERS: Final = 4
_COUNT: Final = 3
_no_places: Final = partial(array, "q")


class Stretch(NamedTuple):
    """The passages of an entry in one document.

    start, size: where they lie in the file, in bytes; passages: how many they are.
    """

    document: Dated
    start: int
    size: int
    passages: int


class Passages(Generic[Key]):
    """The passages of each entry, in the order of the dates of their documents, undated ones last.

    file: is written and read by this object alone, and closed by whoever opened it.
    """

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file
        self._end = 0
        self._documents: list[Dated] = []
        self._known_ranks: list[int] = []
        self._places: defaultdict[Key, array[int]] = defaultdict(_no_places)

    def add(self, found: DocumentPassages[Key]) -> None:
        """Add the passages of a document."""
        number = len(self._documents)
        self._documents.append(found.document)
        for key, passages, size, _ in found.shares:
            self._places[key].extend((number, self._end, size, passages))
            self._end += size
        self._file.write(found.markup)

    def keys(self) -> list[Key]:
        """Return the keys of the entries that have passages, in the order of the first passage of each."""
        ranks = self._ranks()

        def first(key: Key) -> tuple[int, int]:
            numbers = self._places[key]
            return min(zip(map(ranks.__getitem__, numbers[::_NUMBERS]), numbers[1::_NUMBERS], strict=True))

        return sorted(self._places, key=first)

    def count(self, key: Key) -> int:
        """Return how many passages an entry has."""
        return sum(self._places.get(key, _no_places())[_COUNT::_NUMBERS])

    def stretches(self, key: Key) -> list[Stretch]:
        """Return where the passages of an entry lie, a stretch for each document."""
        ranks = self._ranks()
        numbers = iter(self._places.get(key, _no_places()))
        places = sorted(zip(*[numbers] * _NUMBERS, strict=True), key=lambda place: ranks[place[0]])
        return [
            Stretch(self._documents[document], start, size, passages)
            for document, start, size, passages in places
        ]

    def _ranks(self) -> list[int]:
        """Return the place of each document in time. They are put in order once, not for each entry again."""
        if len(self._known_ranks) < len(self._documents):
            in_order = sorted(range(len(self._documents)), key=lambda n: in_time(self._documents[n]))
            self._known_ranks = [0] * len(in_order)
            for rank, number in enumerate(in_order):
                self._known_ranks[number] = rank
        return self._known_ranks

    def read(self, stretches: Iterable[Stretch]) -> bytes:
        """Return the passages of stretches, one after another."""
        pieces = []
        for stretch in stretches:
            self._file.seek(stretch.start)
            pieces.append(self._file.read(stretch.size))
        return b"".join(pieces)


def in_time(document: Dated) -> tuple[bool, str, str, str]:
    """Return the place of a document among the others of a register."""
    return not document.date, document.date, document.title, document.id


def shared_out(stretches: Iterable[Stretch], most: int) -> list[list[Stretch]]:
    """Return stretches in parts of no more than ``most`` passages; a document is in one part all the same."""
    total, parts = 0, list[list[Stretch]]()
    for stretch in stretches:
        total += stretch.passages
        if not parts or total > most:
            parts.append([])
            total = stretch.passages
        parts[-1].append(stretch)
    return parts
