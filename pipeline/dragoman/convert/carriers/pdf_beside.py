"""What a PDF holds beside the text of its pages: links, notes, fields, pictures, bookmarks, files."""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, Final

import pypdfium2  # type: ignore[import-untyped]
import pypdfium2.raw as pdfium  # type: ignore[import-untyped]

from dragoman.convert.carriers.model import LedgerItem

_BESIDE: Final = "stands on the page and is not in the text"
# What a reader calls an annotation that says nothing itself.
_CALLED: Final = {
    pdfium.FPDF_ANNOT_TEXT: "note", pdfium.FPDF_ANNOT_FREETEXT: "words typed on the page",
    pdfium.FPDF_ANNOT_HIGHLIGHT: "highlighting", pdfium.FPDF_ANNOT_UNDERLINE: "underlining",
    pdfium.FPDF_ANNOT_SQUIGGLY: "underlining", pdfium.FPDF_ANNOT_STRIKEOUT: "striking out",
    pdfium.FPDF_ANNOT_CARET: "insertion", pdfium.FPDF_ANNOT_STAMP: "stamp", pdfium.FPDF_ANNOT_INK: "drawing",
    pdfium.FPDF_ANNOT_FILEATTACHMENT: "attached file", pdfium.FPDF_ANNOT_REDACT: "blacking out",
}  # fmt: skip


def about_file(document: pypdfium2.PdfDocument) -> Iterator[LedgerItem]:
    """Yield what stands in the file beside its pages."""
    for key, value in sorted(document.get_metadata_dict(skip_empty=True).items()):
        yield LedgerItem("metadata", f"{key}: {value}", "document", "is said of the file, not in its text")
    for bookmark in document.get_toc():
        yield LedgerItem("bookmark", bookmark.get_title(), "document", "is a way to a page")
    for index in range(document.count_attachments()):
        attached = document.get_attachment(index).get_name()
        yield LedgerItem("attachment", attached, "document", "is a file within the file")


def beside_text(
    document: pypdfium2.PdfDocument, page: pypdfium2.PdfPage, number: int
) -> Iterator[LedgerItem]:
    """Yield the pictures of a page, and what was put upon it: links, notes, fields of a form."""
    place = f"page {number}"
    for thing in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE]):
        left, bottom, right, top = (round(value) for value in thing.get_bounds())
        where = f"{right - left} × {top - bottom} points at {left}, {bottom}"
        yield LedgerItem("image", where, place, "is a picture")
    for index in range(pdfium.FPDFPage_GetAnnotCount(page)):
        with _annotation(page, index) as annotation:
            if annotation:
                yield from _said_by(document, annotation, place)


@contextmanager
def _annotation(page: pypdfium2.PdfPage, index: int) -> Iterator[Any]:
    annotation = pdfium.FPDFPage_GetAnnot(page, index)
    try:
        yield annotation
    finally:
        if annotation:
            pdfium.FPDFPage_CloseAnnot(annotation)


def _said_by(document: pypdfium2.PdfDocument, annotation: Any, place: str) -> Iterator[LedgerItem]:
    kind = pdfium.FPDFAnnot_GetSubtype(annotation)
    said, name = _value(annotation, b"Contents"), _value(annotation, b"T")
    if kind == pdfium.FPDF_ANNOT_POPUP:
        # The window in which another one is shown.
        return
    if kind == pdfium.FPDF_ANNOT_LINK:
        target = _target(document, annotation) or "another place of the file"
        yield LedgerItem("link", target, place, "leads elsewhere; its words are in the text")
    elif kind == pdfium.FPDF_ANNOT_WIDGET:
        value = _value(annotation, b"V")
        yield LedgerItem("field of a form", f"{name}: {value}", place, _BESIDE)
    else:
        called = _CALLED.get(kind, "mark")
        yield LedgerItem("annotation", ": ".join(filter(None, (called, name, said))), place, _BESIDE)
        return
    if said:
        yield LedgerItem("hint", said, place, "appears only under the mouse")


def _target(document: pypdfium2.PdfDocument, annotation: Any) -> str:
    """Return the address to which a link leads, "" where it stays in the file."""
    link = pdfium.FPDFAnnot_GetLink(annotation)
    action = pdfium.FPDFLink_GetAction(link) if link else None
    if not action:
        return ""
    address = _octets(lambda buffer, size: pdfium.FPDFAction_GetURIPath(document, action, buffer, size))
    return (
        address or _octets(lambda buffer, size: pdfium.FPDFAction_GetFilePath(action, buffer, size))
    ).decode("utf-8", "replace")


def _value(annotation: Any, key: bytes) -> str:
    def read(buffer: Any, size: int) -> int:
        found: int = pdfium.FPDFAnnot_GetStringValue(annotation, key, _wide(buffer), size)
        return found

    return _octets(read, 2).decode("utf-16-le", "replace")


def _wide(buffer: Any) -> Any:
    return ctypes.cast(buffer, ctypes.POINTER(pdfium.FPDF_WCHAR)) if buffer is not None else None


def _octets(read: Callable[[Any, int], int], width: int = 1) -> bytes:
    """Return a string that PDFium writes into a buffer, without the zero (of ``width`` bytes) at its end."""
    size = read(None, 0)
    if size <= width:
        return b""
    buffer = ctypes.create_string_buffer(size)
    read(buffer, size)
    return buffer.raw[: size - width]
