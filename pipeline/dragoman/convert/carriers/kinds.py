"""Which carrier a file is, by its bytes; the ending of its name is not asked."""

from __future__ import annotations

import io
import zipfile
import zlib
from typing import Final

from dragoman.convert.carriers.model import MISNAMED
from dragoman.diagnostics import Place
from dragoman.errors import UnusableInput

# The first bytes of what Word wrote until 2007.
_OLD_OFFICE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def is_docx(octets: bytes) -> bool:
    """Return True where the bytes are a package with a Word document in it."""
    if not octets.startswith(b"PK\x03\x04"):
        return False
    try:
        with zipfile.ZipFile(io.BytesIO(octets)) as package:
            return "word/document.xml" in package.namelist()
    except (zipfile.BadZipFile, zlib.error, KeyError, ValueError, OSError, EOFError, RuntimeError):
        # NotImplementedError is a RuntimeError.
        return b"word/" in octets[:4096]


def is_pdf(octets: bytes) -> bool:
    """Return True where the bytes begin as a PDF does; some scanners put a few bytes before it."""
    return b"%PDF-" in octets[:1024]


def refuse_misnamed(octets: bytes, name: str) -> None:
    """Raise UnusableInput (CAR007) for a file that its name calls a Word file or PDF and its bytes do not."""
    if not octets:
        return
    ending = name.rpartition(".")[2].lower()
    if octets.startswith(_OLD_OFFICE):
        hint = "open it with a word processor and save it as .docx"
        raise UnusableInput(
            MISNAMED.at(Place(name), "this is an old Word file (.doc), or another of its age", hint)
        )
    if ending in ("docx", "docm", "doc"):
        hint = "get the file again or save it as .docx; where it is plain text, name it .txt"
        raise UnusableInput(MISNAMED.at(Place(name), "this is no Word file, though it is named as one", hint))
    if ending == "pdf":
        hint = "get the file again; where it is plain text, name it .txt"
        raise UnusableInput(MISNAMED.at(Place(name), "this is no PDF, though it is named as one", hint))


def is_html(octets: bytes) -> bool:
    """Return True where the bytes begin as a web page does."""
    start = octets[:2048].lstrip(b"\xef\xbb\xbf \t\r\n\0\xff\xfe").replace(b"\0", b"")[:1024].lower()
    return start.startswith((b"<!doctype html", b"<html", b"<head", b"<body")) or (
        start.startswith((b"<!--", b"<?xml")) and b"<html" in start
    )
