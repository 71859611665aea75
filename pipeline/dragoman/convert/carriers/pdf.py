"""A PDF with a text layer as a carrier: the text of its pages, with a form feed at each page's end."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import pypdfium2  # type: ignore[import-untyped]
import pypdfium2.raw as pdfium  # type: ignore[import-untyped]

from dragoman.convert.carriers.model import (
    NO_TEXT_LAYER,
    ODD_PART,
    UNREADABLE,
    Carried,
    LedgerItem,
    carried,
)
from dragoman.diagnostics import Diagnostic, Place
from dragoman.errors import UnusableInput

# What PDFium gives for a hyphen at a line's end, which it takes for a soft one.
_LINE_END_HYPHENS: Final = str.maketrans({"\x02": "-", "\ufffe": "-"})


def read_pdf(octets: bytes, name: str) -> Carried:
    """Return the text layer of a PDF. Errors: UnusableInput where it is damaged, locked or has no text."""
    try:
        document = pypdfium2.PdfDocument(octets)
    except pypdfium2.PdfiumError as error:
        hint = "open and save it with a PDF program, without a password"
        raise UnusableInput(UNREADABLE.at(Place(name), f"the PDF cannot be opened: {error}", hint)) from None
    with document:
        return _read(document, octets, name)


def _read(document: pypdfium2.PdfDocument, octets: bytes, name: str) -> Carried:
    ledger = list(_about(document))
    diagnostics: list[Diagnostic] = []
    pages: list[str] = []
    for number in range(1, len(document) + 1):
        try:
            page = document[number - 1]
            text = page.get_textpage().get_text_range().translate(_LINE_END_HYPHENS)
            ledger.extend(_beside_text(page, number))
        except pypdfium2.PdfiumError as error:
            text = ""
            diagnostics.append(ODD_PART.at(Place(name), f"page {number} cannot be read: {error}"))
        else:
            if not text.strip():
                message = f"page {number} has no text layer"
                hint = "run text recognition on the PDF, and read what it gives"
                diagnostics.append(NO_TEXT_LAYER.at(Place(name), message, hint))
        pages.append(text.replace("\r\n", "\n").replace("\r", "\n"))
    if not any(page.strip() for page in pages):
        hint = "run text recognition on the PDF first"
        raise UnusableInput(UNREADABLE.at(Place(name), "the PDF has no text layer at all", hint))
    whole = "\n\f".join(page.rstrip("\n") for page in pages) + "\n"
    return carried(octets, name, "pdf", whole, "pdf", ledger, diagnostics)


def _about(document: pypdfium2.PdfDocument) -> Iterator[LedgerItem]:
    """Yield what stands in the file beside its pages."""
    for key, value in sorted(document.get_metadata_dict(skip_empty=True).items()):
        yield LedgerItem("metadata", f"{key}: {value}", "document", "is said of the file, not in its text")
    for bookmark in document.get_toc():
        yield LedgerItem("bookmark", bookmark.get_title(), "document", "is a way to a page")
    for index in range(document.count_attachments()):
        attached = document.get_attachment(index).get_name()
        yield LedgerItem("attachment", attached, "document", "is a file within the file")


def _beside_text(page: pypdfium2.PdfPage, number: int) -> Iterator[LedgerItem]:
    place = f"page {number}"
    for thing in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE]):
        left, bottom, right, top = (round(value) for value in thing.get_bounds())
        where = f"{right - left} × {top - bottom} points at {left}, {bottom}"
        yield LedgerItem("image", where, place, "is a picture")
    annotations = pdfium.FPDFPage_GetAnnotCount(page)
    if annotations:
        words = f"{annotations} links, notes or fields"
        yield LedgerItem("annotation", words, place, "are no text of the page")
