"""Which carrier a file is, by its bytes; the ending of its name is not asked."""

from __future__ import annotations

import io
import zipfile
import zlib


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


def is_html(octets: bytes) -> bool:
    """Return True where the bytes begin as a web page does."""
    start = octets[:2048].lstrip(b"\xef\xbb\xbf \t\r\n\0\xff\xfe").replace(b"\0", b"")[:1024].lower()
    return start.startswith((b"<!doctype html", b"<html", b"<head", b"<body")) or (
        start.startswith((b"<!--", b"<?xml")) and b"<html" in start
    )
