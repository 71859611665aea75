"""A PDF with a text layer as a carrier: the text of its pages, with a form feed at each page's end."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
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
from dragoman.convert.carriers.pdf_columns import Piece, columns_of
from dragoman.convert.carriers.pdf_lines import SetLine, laid_out, plain_text, set_lines, words_within
from dragoman.diagnostics import Diagnostic, Place
from dragoman.errors import UnusableInput

# PDFium goes through the whole page for the words of each piece of a line. The page of a newspaper has a
# thousand pieces; where there are more, it is no printed page, and is read in the order of the file.
_MOST_PIECES: Final = 2_000
# Of one string PDFium reads so many bytes and no more, without a word; a letter may take two of them.
_LONGEST_STRING: Final = 32_767
_FEWEST_OF_STRING: Final = _LONGEST_STRING // 2
_SHOWN: Final = 40


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
            text, columns = _text_of(page)
            if columns > 1:
                reason = "are read one after the other"
                ledger.append(LedgerItem("columns", f"{columns} columns", f"page {number}", reason))
            ledger.extend(_beside_text(page, number))
            if end := _end_of_longest(page):
                message = f"page {number} has a string so long that what follows “{end}” may be missing"
                hint = (
                    f"of one string {_LONGEST_STRING} bytes are read; compare with the page, or print it anew"
                )
                diagnostics.append(ODD_PART.at(Place(name), message, hint))
        except pypdfium2.PdfiumError as error:
            text = ""
            diagnostics.append(ODD_PART.at(Place(name), f"page {number} cannot be read: {error}"))
        else:
            if not text.strip():
                message = f"page {number} has no text layer"
                hint = "run text recognition on the PDF, and read what it gives"
                diagnostics.append(NO_TEXT_LAYER.at(Place(name), message, hint))
        pages.append(text)
    if not any(page.strip() for page in pages):
        hint = "run text recognition on the PDF first"
        raise UnusableInput(UNREADABLE.at(Place(name), "the PDF has no text layer at all", hint))
    whole = "\n\f".join(page.rstrip("\n") for page in pages) + "\n"
    return carried(octets, name, "pdf", whole, "pdf", ledger, diagnostics)


def _text_of(page: pypdfium2.PdfPage) -> tuple[str, int]:
    """Return the text of a page with the white space of its layout, and in how many columns it stands.

    Where the places of the letters do not give the whole text, it is taken as PDFium reads it.
    """
    textpage = page.get_textpage()
    plain = plain_text(textpage)
    lines, count = set_lines(textpage), 1
    pieces = []
    rects = textpage.count_rects()
    for at in range(rects if rects <= _MOST_PIECES else 0):
        left, bottom, right, top = box = textpage.get_rect(at)
        pieces.append(Piece(left, bottom, right, top, words_within(textpage, box)))
    columns = columns_of(pieces)
    if columns is not None and _letters(columns.lines) == _letters(lines):
        lines, count = list(columns.lines), columns.count
    text = laid_out(lines)
    return (text, count) if _is_same(text, plain) else (plain, 1)


def _end_of_longest(page: pypdfium2.PdfPage) -> str:
    """Return the last words of a string that is as long as PDFium reads one, "" where none is."""
    textpage = page.get_textpage()
    count = textpage.count_chars()
    # One that is shorter than this has no such string, and of two letters so far apart one lies in it.
    step = _FEWEST_OF_STRING // 2
    for at in range(step, count if count >= _FEWEST_OF_STRING else 0, step):
        piece = textpage.get_textobj(at)
        if piece is None:
            continue
        words: str = piece.extract()
        if len(words) >= _FEWEST_OF_STRING:
            return words[-_SHOWN:].strip()
    return ""


def _letters(lines: Iterable[SetLine]) -> Counter[str]:
    return Counter("".join("".join(line.text.split()) for line in lines))


def _is_same(text: str, plain: str) -> bool:
    """Return True where two texts have the same letters, in whatever order."""
    return Counter("".join(text.split())) == Counter("".join(plain.split()))


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
