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
from dragoman.source import SourceText, read_octets

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
    "The parts of a plain text, one behind the other, are the file that was cut, byte for byte; those of a "
    "page, a PDF or a Word file are its text. Where that would not be so, nothing is cut.",
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

    across: the lines that go over both columns, which are with those on the left;
    ledger: where it stands what else the file holds, None for a plain text.
    """

    parts: tuple[Path, ...]
    whole: Path
    across: tuple[int, ...] = ()
    ledger: Path | None = None


def split_transcript(edition: Edition, path: Path) -> Split:
    """Cut a transcript of several telegrams, or in two columns, and return the parts.

    The first telegram keeps the name of the file, and so its document; each other is called by its document
    number, or else by the name of the file and its place. Of two columns that in the usual language keeps the
    name, and the other has its language behind it. The parts of a page, a PDF or a Word file are plain texts:
    one behind the other they are its text. The file as it was goes to ``tei/whole``, with the ledger of what
    else it holds beside it.
    Errors: UnusableInput (SPL001, SPL002, SPL003), and nothing is written.
    """
    shown = edition.shown(path)
    octets = read_octets(path, shown)
    carried = read(octets, shown)
    is_plain = carried.format == "text"
    base = path if is_plain else path.with_suffix(".txt")
    if (sides := side_by_side(carried.source)) is not None:
        return _written(edition, path, octets, _columns(base, carried.source, sides), carried, sides.across)
    found = beginnings(carried.source)
    if len(found) < 2:
        hint = "`dragoman convert` makes one document of it"
        message = "no second telegram begins in this file, and no gutter parts two languages in it"
        raise UnusableInput(NOT_SEVERAL.at(Place(shown), message, hint))
    parts = _cut(octets, carried, found) if is_plain else _cut_text(carried.source, found)
    named = [(_named(base, number, part), part) for number, part in enumerate(parts, 1)]
    return _written(edition, path, octets, named, carried)


def _written(
    edition: Edition,
    path: Path,
    octets: bytes,
    parts: Sequence[tuple[Path, bytes]],
    carried: Carried,
    across: tuple[int, ...] = (),
) -> Split:
    """Write the parts, the whole and its ledger, if nothing is in their way.

    Errors: UnusableInput (SPL003).
    """
    whole = edition.wholes / path.name
    names = [name for name, _ in parts]
    beside = (
        {} if carried.format == "text" else {whole.with_name(f"{whole.name}.ledger.txt"): _ledger(carried)}
    )
    taken = [other for other in (*names, whole, *beside) if other != path and read_file(other) is not None]
    taken += [name for name in names if names.count(name) > 1]
    if taken:
        hint = "give that file another name first, or see whether its text is there already"
        message = f"{edition.shown(taken[0])} is there already"
        raise UnusableInput(IN_THE_WAY.at(Place(edition.shown(path)), message, hint))
    whole.parent.mkdir(parents=True, exist_ok=True)
    # All of them or none: until the last is written the file is what it was.
    write_files({whole: octets, **beside, **dict(parts)})
    if path not in names:
        # Its bytes are among the wholes; here it would be converted beside its parts.
        path.unlink()
    return Split(tuple(names), whole, across, next(iter(beside), None))


def _ledger(carried: Carried) -> bytes:
    """Return what a file holds besides its text, a line for each thing, and what was said of it."""
    said = [f"{found.code}: {found.message}" for found in carried.diagnostics]
    return "".join(f"{line}\n" for line in (*said, *map(str, carried.ledger))).encode("utf-8", "replace")


def _columns(base: Path, source: SourceText, sides: Sides) -> list[tuple[Path, bytes]]:
    """Return the two columns as files in UTF-8, that of the usual language under the name of the whole.

    Line by line, the words of the left column and then those of the right one are the words of the whole.
    """
    rows = zip(source.text.split("\n"), sides.left, sides.right, strict=True)
    assert all(whole.split() == [*one.split(), *other.split()] for whole, one, other in rows)
    texts = ["\n".join(column).strip("\n") + "\n" for column in (sides.left, sides.right)]
    main = 1 if sides.languages[1] == _USUAL else 0
    other = base.with_name(f"{base.stem}-{sides.languages[1 - main]}{base.suffix}")
    octets = [_as_text(text, source) for text in texts]
    return [(base, octets[main]), (other, octets[1 - main])]


def _cut_text(source: SourceText, found: Sequence[Beginning]) -> list[bytes]:
    """Return the parts of the text of a page, a PDF or a Word file; one behind the other they are it."""
    bounds = pairwise((*(one.start for one in found), len(source.text)))
    return [_as_text(source.text[start:end], source) for start, end in bounds]


def _as_text(text: str, source: SourceText) -> bytes:
    """Return a part as a file in UTF-8. Errors: UnusableInput (SPL002) where it would be read otherwise."""
    try:
        octets = text.encode()
        is_same = not text.strip() or read(octets, f"{source.name}.txt").source.text == text
    except (UnicodeEncodeError, UnusableInput):
        is_same = False
    if is_same:
        return octets
    hint = "copy the parts into files of their own with an editor"
    raise UnusableInput(NOT_TEXT.at(source.place(0), "as plain text a part would be read otherwise", hint))


def _cut(octets: bytes, carried: Carried, found: Sequence[Beginning]) -> list[bytes]:
    """Return the parts of a file; read one behind the other they are its text."""
    source = carried.source
    lines = [source.place(one.start).line for one in found[1:]]
    hint = f"save it as plain text in UTF-8, or cut it by hand before line {lines[0]}"
    place = source.place(found[1].start)
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
