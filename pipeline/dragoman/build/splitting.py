"""A transcript of several telegrams, or of two languages side by side, cut into a transcript for each."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Final

from dragoman.build.files import read_file, write_files
from dragoman.convert.carriers import Carried, read
from dragoman.convert.side_by_side import Sides, side_by_side
from dragoman.convert.telegram.several import Beginning, beginnings
from dragoman.diagnostics import Place, Rule, Severity
from dragoman.edition import Edition
from dragoman.errors import UnusableInput
from dragoman.source import read_octets

NOT_SEVERAL = Rule(
    "SPL001",
    Severity.ERROR,
    "the file is one transcript",
    "A file is cut only where a second telegram has a header of its own, with date, sender and number, and "
    "is parted from the one before; or where a gutter parts two languages in nearly all lines. Where you "
    "know better, cut the file with an editor.",
)
NOT_TEXT = Rule(
    "SPL002",
    Severity.ERROR,
    "the file cannot be cut",
    "The parts of a plain text, one behind the other, are the file that was cut, byte for byte. Of a PDF, a "
    "Word file or a page that cannot be said.",
)
IN_THE_WAY = Rule(
    "SPL003",
    Severity.ERROR,
    "a part would overwrite a file",
    "A transcript is never overwritten: a document may have been made of it.",
)

# Of two languages that in this one is the edition's text, the other the original.
_USUAL: Final = "en"
_LINE_END: Final = re.compile(rb"\r\n|\n|\r")
_NUMBER: Final = re.compile(
    r"^Document Number:[^\S\n]*((?:19|20)\d\d[A-Z]{2,10}\d{3,6})[^\S\n]*$", re.MULTILINE
)


@dataclass(frozen=True, slots=True)
class Split:
    """A transcript that was cut: its parts in their order, and where the whole of it was put.

    across: the lines that go over both columns, which are with those on the left.
    """

    parts: tuple[Path, ...]
    whole: Path
    across: tuple[int, ...] = ()


def split_transcript(edition: Edition, path: Path) -> Split:
    """Cut a transcript of several telegrams, or in two columns, and return the parts.

    The first telegram keeps the name of the file, and so its document; each other is called by its document
    number, or else by the name of the file and its place. Of two columns that in the usual language keeps the
    name, and the other has its language behind it. The file as it was goes to ``tei/whole``.
    Errors: UnusableInput (SPL001, SPL002, SPL003), and nothing is written.
    """
    shown = edition.shown(path)
    octets = read_octets(path, shown)
    carried = read(octets, shown)
    if (sides := side_by_side(carried.source)) is not None:
        return _written(edition, path, octets, _columns(path, carried, sides), sides.across)
    found = beginnings(carried.source)
    if len(found) < 2:
        hint = "`dragoman convert` makes one document of it"
        message = "no second telegram begins in this file, and no gutter parts two languages in it"
        raise UnusableInput(NOT_SEVERAL.at(Place(shown), message, hint))
    parts = _cut(octets, carried, found)
    named = [(_named(path, number, part), part) for number, part in enumerate(parts, 1)]
    return _written(edition, path, octets, named)


def _written(
    edition: Edition,
    path: Path,
    octets: bytes,
    parts: Sequence[tuple[Path, bytes]],
    across: tuple[int, ...] = (),
) -> Split:
    """Write the parts and the whole, if nothing is in their way. Errors: UnusableInput (SPL003)."""
    whole = edition.wholes / path.name
    names = [name for name, _ in parts]
    taken = [other for other in (*names, whole) if other != path and read_file(other) is not None]
    taken += [name for name in names if names.count(name) > 1]
    if taken:
        hint = "give that file another name first, or see whether its text is there already"
        message = f"{edition.shown(taken[0])} is there already"
        raise UnusableInput(IN_THE_WAY.at(Place(edition.shown(path)), message, hint))
    whole.parent.mkdir(parents=True, exist_ok=True)
    # All of them or none: until the last is written the file is what it was.
    write_files({whole: octets, **dict(parts)})
    return Split(tuple(names), whole, across)


def _columns(path: Path, carried: Carried, sides: Sides) -> list[tuple[Path, bytes]]:
    """Return the two columns as files in UTF-8, that of the usual language under the name of the whole.

    Line by line, the words of the left column and then those of the right one are the words of the whole.
    """
    source = carried.source
    if carried.format != "text":
        place = source.place(0)
        hint = "save it as plain text in UTF-8; its columns are read one after the other already"
        raise UnusableInput(NOT_TEXT.at(place, f"the file is {carried.format}, not plain text", hint))
    rows = zip(source.text.split("\n"), sides.left, sides.right, strict=True)
    assert all(whole.split() == [*one.split(), *other.split()] for whole, one, other in rows)
    texts = ["\n".join(column).strip("\n") + "\n" for column in (sides.left, sides.right)]
    main = 1 if sides.languages[1] == _USUAL else 0
    other = path.with_name(f"{path.stem}-{sides.languages[1 - main]}{path.suffix}")
    return [(path, texts[main].encode()), (other, texts[1 - main].encode())]


def _cut(octets: bytes, carried: Carried, found: Sequence[Beginning]) -> list[bytes]:
    """Return the parts of a file; read one behind the other they are its text."""
    source = carried.source
    lines = [source.place(one.start).line for one in found[1:]]
    hint = f"save it as plain text in UTF-8, or cut it by hand before line {lines[0]}"
    place = source.place(found[1].start)
    if carried.format != "text":
        raise UnusableInput(NOT_TEXT.at(place, f"the file is {carried.format}, not plain text", hint))
    ends = [match.end() for match in _LINE_END.finditer(octets)]
    cuts = [0, *(ends[line - 2] for line in lines if line - 2 < len(ends)), len(octets)]
    parts = [octets[start:end] for start, end in pairwise(cuts)]
    texts = [read(part, source.name).source.text if part.strip() else "" for part in parts]
    if len(parts) != len(found) or "".join(texts) != source.text:
        message = f"cut into bytes, the text in {source.encoding} would not be the same"
        raise UnusableInput(NOT_TEXT.at(place, message, hint))
    return parts


def _named(path: Path, number: int, octets: bytes) -> Path:
    if number == 1:
        return path
    stated = _NUMBER.search(octets.decode("ascii", "replace").replace("\r", "\n"))
    return path.with_name(f"{stated[1] if stated else f'{path.stem}-{number}'}{path.suffix}")
