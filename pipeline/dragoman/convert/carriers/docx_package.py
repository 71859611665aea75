"""A Word file opened: a part beside the text that is damaged or lost is left out, and the rest is read."""

from __future__ import annotations

import io
import posixpath
import zipfile
from typing import Final

import docx
from docx.document import Document
from lxml import etree

from dragoman.convert.carriers.docx_beside import DAMAGED, parsed
from dragoman.convert.carriers.docx_numbering import W
from dragoman.convert.carriers.model import ODD_PART, UNREADABLE
from dragoman.diagnostics import Diagnostic, Place
from dragoman.errors import UnusableInput

# Without these a package holds no document.
_NEEDED: Final = frozenset(("[Content_Types].xml", "_rels/.rels", "word/document.xml"))
_RELATIONSHIPS: Final = "_rels/"
_LARGEST_PART: Final = 200_000_000


def open_document(octets: bytes, name: str) -> tuple[Document, list[Diagnostic]]:
    """Return the document of a Word file, and what had to be left out of it.

    Errors: UnusableInput (CAR001) where the text itself is damaged or locked.
    """
    found: list[Diagnostic] = []
    try:
        try:
            document = docx.Document(io.BytesIO(octets))
        except DAMAGED:
            sound, left_out = _without_odd_parts(octets)
            if not left_out:
                raise
            document = docx.Document(io.BytesIO(sound))
            hint = "open and save the file with a word processor, and see what it says of it"
            found = [
                ODD_PART.at(Place(name), f"the part {part} is damaged or lost and was left out", hint)
                for part in left_out
            ]
    except DAMAGED as error:
        hint = "open and save it with a word processor, without a password"
        raise UnusableInput(
            UNREADABLE.at(Place(name), f"the Word file cannot be opened: {error}", hint)
        ) from None
    if document.element.find(f"{W}body") is None:
        hint = "open and save it with a word processor"
        raise UnusableInput(UNREADABLE.at(Place(name), "the Word file has no body", hint))
    return document, found


def _without_odd_parts(octets: bytes) -> tuple[bytes, list[str]]:
    """Return the package without the parts that cannot be read, and their names, lost ones too."""
    kept: dict[str, bytes] = {}
    left_out: list[str] = []
    with zipfile.ZipFile(io.BytesIO(octets)) as package:
        for entry in package.infolist():
            try:
                if entry.file_size > _LARGEST_PART:
                    raise ValueError("the part is larger than any that is read")
                content = package.read(entry)
                if entry.filename.endswith((".xml", ".rels")):
                    parsed(content)
            except DAMAGED:
                if entry.filename in _NEEDED:
                    raise
                left_out.append(entry.filename)
            else:
                kept[entry.filename] = content
    for part in [part for part in kept if part.endswith(".rels")]:
        kept[part], lost = _without_lost_targets(part, kept)
        left_out += [target for target in lost if target not in left_out]
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as sound:
        for part, content in kept.items():
            sound.writestr(part, content)
    return stream.getvalue(), left_out


def _without_lost_targets(part: str, kept: dict[str, bytes]) -> tuple[bytes, list[str]]:
    """Return a list of relations without those to parts that are not there, and the names of these."""
    root = parsed(kept[part])
    base = posixpath.dirname(part.replace(_RELATIONSHIPS, "", 1))
    lost: list[str] = []
    for relation in list(root):
        if not isinstance(relation.tag, str) or relation.get("TargetMode") == "External":
            continue
        target = relation.get("Target", "")
        path = posixpath.normpath(posixpath.join("/", base, target)).lstrip("/")
        if path not in kept:
            root.remove(relation)
            lost.append(path)
    return etree.tostring(root), lost
