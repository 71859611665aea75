"""Where in a file elements stand: all of them from a scan, or a few without one.

A scan of a file takes as long as everything else that is done with a file that has one fault.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Protocol

from dragoman.tei.scan import ScannedElement, ScannedText, scan_start_tag
from dragoman.validate.start_tags import Tags

# From so many on a scan is cheaper.
MANY: Final = 8


class Elements(Protocol):
    """The elements of a file by their numbers, in document order."""

    def __getitem__(self, number: int, /) -> ScannedElement:
        """Return an element."""
        ...


class FilePlaces(Protocol):
    """The places of one file, as `dragoman.tei.scan.Scan` has them."""

    @property
    def text(self) -> str:
        """The text of the file."""
        ...

    @property
    def elements(self) -> Elements:
        """Its elements."""
        ...

    @property
    def texts(self) -> Sequence[ScannedText]:
        """Its runs of characters."""
        ...

    def line_column(self, offset: int) -> tuple[int, int]:
        """Return line and column, from 1, of an offset."""
        ...


@dataclass(frozen=True, slots=True)
class FewPlaces:
    """The start tags of a file, each looked up when it is asked for; of its texts nothing is known."""

    text: str
    tags: Tags

    @property
    def elements(self) -> Elements:
        """The elements, without their ends."""
        return self

    @property
    def texts(self) -> Sequence[ScannedText]:
        """Not to be asked for."""
        raise AssertionError("texts have to be scanned")

    def __getitem__(self, number: int, /) -> ScannedElement:
        """Return an element; its parent and its end are not told."""
        start = self.tags.start
        assert start is not None, "the file has to be scanned"
        starts = [at for at, tag in enumerate(self.tags.each) if tag[0] != "/"]
        at = starts[number]
        before = sum(map(len, self.tags.texts[: at + 1])) + sum(map(len, self.tags.each[:at])) + 2 * at
        return scan_start_tag(self.text, start + before)

    def line_column(self, offset: int) -> tuple[int, int]:
        """Return line and column, from 1, of an offset."""
        return self.text.count("\n", 0, offset) + 1, offset - self.text.rfind("\n", 0, offset)
