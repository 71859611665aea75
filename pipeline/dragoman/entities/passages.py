"""The passages of a register, gathered document by document into a file and given back entry by entry.

What stays in memory is where they lie: four numbers for each document of each entry. The passages
themselves are most of a register and need not be in memory at once. They are kept as the register has them
in the end: nobody looks into one again.
"""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from functools import partial
from typing import IO, Final, Generic, NamedTuple, TypeVar

from dragoman.entities.mentions import DocumentMentions

Key = TypeVar("Key")

# Numbers for each document of an entry: which document, and of its passages where they begin in the file, of
# how many bytes and how many they are.
_NUMBERS: Final = 4
_COUNT: Final = 3
_no_places: Final = partial(array, "q")


class Stretch(NamedTuple):
    """The passages of an entry in one document.

    start, size: where they lie in the file, in bytes; passages: how many they are.
    """

    document: DocumentMentions
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
        self._documents: list[DocumentMentions] = []
        self._places: defaultdict[Key, array[int]] = defaultdict(_no_places)

    def add(self, document: DocumentMentions, found: Iterable[tuple[Key, str]]) -> None:
        """Add the passages of a document in the order of the text: markup, each with the key of its entry."""
        number = len(self._documents)
        self._documents.append(replace(document, mentions=(), terms=()))
        by_key: defaultdict[Key, list[str]] = defaultdict(list)
        for key, markup in found:
            by_key[key].append(markup)
        pieces = []
        for key, markups in by_key.items():
            piece = "".join(markups).encode()
            self._places[key].extend((number, self._end, len(piece), len(markups)))
            self._end += len(piece)
            pieces.append(piece)
        self._file.write(b"".join(pieces))

    def keys(self) -> list[Key]:
        """Return the keys of the entries that have passages, in the order of the first passage of each."""
        return sorted(self._places, key=lambda key: _in_time(self.stretches(key)[0]))

    def count(self, key: Key) -> int:
        """Return how many passages an entry has."""
        return sum(self._places.get(key, _no_places())[_COUNT::_NUMBERS])

    def stretches(self, key: Key) -> list[Stretch]:
        """Return where the passages of an entry lie, a stretch for each document."""
        numbers = iter(self._places.get(key, _no_places()))
        found = [
            Stretch(self._documents[document], start, size, passages)
            for document, start, size, passages in zip(*[numbers] * _NUMBERS, strict=True)
        ]
        return sorted(found, key=_in_time)

    def read(self, stretches: Iterable[Stretch]) -> bytes:
        """Return the passages of stretches, one after another."""
        pieces = []
        for stretch in stretches:
            self._file.seek(stretch.start)
            pieces.append(self._file.read(stretch.size))
        return b"".join(pieces)


def in_time(document: DocumentMentions) -> tuple[bool, str, str, str]:
    """Return the place of a document among the others of a register."""
    return not document.date, document.date, document.title, document.id


def _in_time(stretch: Stretch) -> tuple[bool, str, str, str, int]:
    return *in_time(stretch.document), stretch.start


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
