"""A transcript that holds several telegrams, cut into a transcript for each."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Final

from dragoman.build.files import read_file, write_files
from dragoman.convert.carriers import Carried, read
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
    "is parted from the one before. Where you know better, cut the file with an editor.",
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

_LINE_END: Final = re.compile(rb"\r\n|\n|\r")
_NUMBER: Final = re.compile(
    r"^Document Number:[^\S\n]*((?:19|20)\d\d[A-Z]{2,10}\d{3,6})[^\S\n]*$", re.MULTILINE
)


@dataclass(frozen=True, slots=True)
class Split:
    """A transcript that was cut: its parts in their order, and where the whole of it was put."""

    parts: tuple[Path, ...]
    whole: Path


def split_transcript(edition: Edition, path: Path) -> Split:
    """Cut a transcript of several telegrams and return the parts.

    The first keeps the name of the file, and so its document; each other is called by its document number,
    or else by the name of the file and its place. The file as it was goes to ``tei/whole``.
    Errors: UnusableInput (SPL001, SPL002, SPL003), and nothing is written.
    """
    shown = edition.shown(path)
    octets = read_octets(path, shown)
    carried = read(octets, shown)
    found = beginnings(carried.source)
    if len(found) < 2:
        hint = "`dragoman convert` makes one document of it"
        raise UnusableInput(NOT_SEVERAL.at(Place(shown), "no second telegram begins in this file", hint))
    texts = _cut(octets, carried, found)
    whole = edition.wholes / path.name
    files = {_named(path, number, text): text for number, text in enumerate(texts, 1)}
    taken = [other for other in (*list(files)[1:], whole) if read_file(other) is not None]
    if taken or len(files) < len(texts):
        other = taken[0] if taken else path
        hint = "give that file another name first, or see whether the telegram is there already"
        place = carried.source.place(found[1].start)
        raise UnusableInput(IN_THE_WAY.at(place, f"{edition.shown(other)} is there already", hint))
    whole.parent.mkdir(parents=True, exist_ok=True)
    # All of them or none: until the last is written the file is what it was.
    write_files({whole: octets, **files})
    return Split(tuple(files), whole)


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
