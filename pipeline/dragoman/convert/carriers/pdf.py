"""A PDF with a text layer as a carrier: the text of its pages, with a form feed at each page's end."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

import pypdfium2  # type: ignore[import-untyped]

from dragoman.convert.carriers.model import (
    NO_TEXT_LAYER,
    ODD_PART,
    UNREADABLE,
    Carried,
    LedgerItem,
    carried,
)
from dragoman.convert.carriers.pdf_beside import about_file, beside_text
from dragoman.convert.carriers.pdf_columns import Columns, Piece, columns_at, columns_of
from dragoman.convert.carriers.pdf_lines import (
    LETTER,
    SetLine,
    foot_of,
    laid_out,
    plain_text,
    set_lines,
    words_within,
)
from dragoman.convert.carriers.pdf_sides import side_by_side_pages
from dragoman.diagnostics import Diagnostic, Place
from dragoman.errors import UnusableInput

# PDFium goes through the whole page for the words of each piece of a line. The page of a newspaper has a
# thousand pieces; where there are more, it is no printed page, and is read in the order of the file.
_MOST_PIECES: Final = 2_000
# Of one string PDFium reads so many bytes and no more, without a word; a letter may take two of them.
_LONGEST_STRING: Final = 32_767
_FEWEST_OF_STRING: Final = _LONGEST_STRING // 2
_SHOWN: Final = 40
# A page has no more pieces that is too short to show its columns: five lines in each show them.
_MOST_OF_SHORT: Final = 40


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
    ledger = list(about_file(document))
    diagnostics: list[Diagnostic] = []
    made: list[_Page] = []
    for number in range(1, len(document) + 1):
        try:
            page = document[number - 1]
            made.append(_page(page))
            ledger.extend(beside_text(document, page, number))
            if end := _end_of_longest(page):
                message = f"page {number} has a string so long that what follows “{end}” may be missing"
                hint = (
                    f"of one string {_LONGEST_STRING} bytes are read; compare with the page, or print it anew"
                )
                diagnostics.append(ODD_PART.at(Place(name), message, hint))
        except pypdfium2.PdfiumError as error:
            made.append(_Page("", None))
            diagnostics.append(ODD_PART.at(Place(name), f"page {number} cannot be read: {error}"))
        else:
            if not made[-1].text.strip():
                message = f"page {number} has no text layer"
                hint = "run text recognition on the PDF, and read what it gives"
                diagnostics.append(NO_TEXT_LAYER.at(Place(name), message, hint))
    made = _with_short_pages(made)
    pages = [page.text for page in made]
    for at, (page, beside) in enumerate(
        zip(made, side_by_side_pages([p.columns for p in made]), strict=True)
    ):
        if page.columns is not None:
            reason = "are read one after the other"
            if beside is not None and _is_same(beside, page.text):
                reason = "are a text and its translation, and stay beside each other"
                pages[at] = beside
            ledger.append(LedgerItem("columns", f"{page.columns.count} columns", f"page {at + 1}", reason))
    if not any(page.strip() for page in pages):
        hint = "run text recognition on the PDF first"
        raise UnusableInput(UNREADABLE.at(Place(name), "the PDF has no text layer at all", hint))
    whole = "\n\f".join(page.rstrip("\n") for page in pages) + "\n"
    return carried(octets, name, "pdf", whole, "pdf", ledger, diagnostics)


@dataclass(frozen=True, slots=True)
class _Page:
    """A page read: its text with the white space of its layout, and the columns in which it stands.

    pieces: those of a page so short that it may have columns and not show them.
    """

    text: str
    columns: Columns | None
    pieces: tuple[Piece, ...] = ()


def _page(page: pypdfium2.PdfPage) -> _Page:
    """Return a page. Where the places of the letters do not give the whole text, it is as PDFium reads it."""
    textpage = page.get_textpage()
    plain = plain_text(textpage)
    lines, letter = set_lines(textpage)
    pieces = []
    rects = textpage.count_rects()
    for at in range(rects if rects <= _MOST_PIECES else 0):
        left, bottom, right, top = box = textpage.get_rect(at)
        pieces.append(Piece(left, bottom, right, top, words_within(textpage, box), foot_of(textpage, box)))
    columns = columns_of(pieces)
    if columns is not None and _letters(columns.lines) == _letters(lines):
        lines = list(columns.lines)
    else:
        columns = None
    text = laid_out(lines, letter if columns is None else LETTER)
    if not _is_same(text, plain):
        return _Page(plain, None)
    is_short = columns is None and len(pieces) <= _MOST_OF_SHORT
    return _Page(text, columns, tuple(pieces) if is_short else ())


def _with_short_pages(pages: Sequence[_Page]) -> list[_Page]:
    """Return the pages with those in columns that are too short to show them: they stand as on the others."""
    places = [page.columns.place for page in pages if page.columns is not None and page.columns.place]
    if not places:
        return list(pages)
    place = sorted(places, key=lambda one: one.gutter)[len(places) // 2]
    made: list[_Page] = []
    for page in pages:
        columns = columns_at(page.pieces, place) if page.pieces else None
        text = laid_out(columns.lines) if columns is not None else ""
        is_whole = columns is not None and _is_same(text, page.text)
        made.append(_Page(text, columns) if is_whole else page)
    return made


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
