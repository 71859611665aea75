"""A document with those parts of its header that are the edition's taken from another file."""

from __future__ import annotations

from typing import Final

from dragoman.tei.scan import Scan, scan

# Each part stands in a parent, which stands in the header or in its fileDesc.
_PARTS: Final = {
    "respStmt": "titleStmt",
    "publicationStmt": "fileDesc",
    "notesStmt": "fileDesc",
    "editorialDecl": "encodingDesc",
}
_HOLDERS: Final = {"titleStmt": "fileDesc", "fileDesc": "teiHeader", "encodingDesc": "teiHeader"}


def exchanged(text: str, other: str) -> str | None:
    """Return ``text`` with what an edition says in every header as ``other`` has it.

    That is the statements of responsibility, the publication statement, the notes and the editorial
    declaration, as `dragoman.tei.letterhead` lays them out. Both are well-formed files.
    None where one of the two has a part that the other lacks.
    """
    own, others = _parts(scan(text)), _parts(scan(other))
    if own.keys() != others.keys():
        return None
    for name, (start, end) in sorted(own.items(), key=lambda part: part[1], reverse=True):
        text = text[:start] + other[slice(*others[name])] + text[end:]
    return text


def _parts(places: Scan) -> dict[str, tuple[int, int]]:
    """Return, for each part of the header, the offsets from its first element to the end of its last."""
    found: dict[str, tuple[int, int]] = {}
    for element in places.elements:
        if element.name in _PARTS and _holder(places, element.parent) == _PARTS[element.name]:
            start, _ = found.get(element.name, (element.start, 0))
            found[element.name] = (start, element.end)
    return found


def _holder(places: Scan, parent: int) -> str:
    """Return the name of a parent that is where the header has it, "" for one that is elsewhere."""
    name = places.elements[parent].name if parent >= 0 else ""
    if name not in _HOLDERS:
        return ""
    above = places.elements[parent].parent
    return name if above >= 0 and places.elements[above].name == _HOLDERS[name] else ""
