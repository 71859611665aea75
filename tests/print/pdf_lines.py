"""The lines of each paragraph on each page, from the tags of a PDF and the positions of its text."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

import pikepdf
import pypdfium2 as pdfium
import pypdfium2.raw as raw

# In points: what is raised or lowered within a line is nearer to it than the next line is.
SAME_LINE = 4.5
AT_FOOT = frozenset(("/Note", "/FENote"))


@dataclass(frozen=True)
class Broken:
    """A paragraph that runs over a page's end: page → how many of its lines stand there."""

    words: str
    lines: dict[int, int]


def broken_paragraphs(pdf: bytes) -> list[Broken]:
    """Return the paragraphs that stand on more than one page."""
    places = _marked_content(pdf)
    found = []
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        numbers = {page.objgen: number for number, page in enumerate(opened.pages)}
        for paragraph in _paragraphs(opened.Root.StructTreeRoot):
            heights: dict[int, list[float]] = {}
            words = ""
            for page, identifier in _content(paragraph, numbers, -1):
                for height, text in places.get((page, identifier), ()):
                    heights.setdefault(page, []).append(height)
                    words += text
            if len(heights) > 1:
                found.append(Broken(words, {page: _lines(on_page) for page, on_page in heights.items()}))
    return found


def widows_and_orphans(pdf: bytes) -> list[Broken]:
    """Return the paragraphs of which a single line stands alone at the foot or the head of a page."""
    alone = []
    for broken in broken_paragraphs(pdf):
        pages = sorted(broken.lines)
        if broken.lines[pages[0]] == 1 or broken.lines[pages[-1]] == 1:
            alone.append(broken)
    return alone


def _lines(heights: list[float]) -> int:
    ordered = sorted(heights)
    return 1 + sum(after - before > SAME_LINE for before, after in pairwise(ordered))


def _marked_content(pdf: bytes) -> dict[tuple[int, int], list[tuple[float, str]]]:
    """Return (page, id of marked content) → the baselines of its pieces, in points, with their text."""
    found: dict[tuple[int, int], list[tuple[float, str]]] = {}
    opened = pdfium.PdfDocument(pdf)
    for number, page in enumerate(opened):
        text_page = page.get_textpage()
        for piece in page.get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT]):
            identifier = raw.FPDFPageObj_GetMarkedContentID(piece)
            if identifier >= 0:
                said = _text(piece, text_page)
                if said.strip():
                    found.setdefault((number, identifier), []).append((piece.get_matrix().f, said))
    opened.close()
    return found


def _text(piece: pdfium.PdfObject, text_page: pdfium.PdfTextPage) -> str:
    length = raw.FPDFTextObj_GetText(piece, text_page, None, 0)
    buffer = raw.ctypes.create_string_buffer(length)
    raw.FPDFTextObj_GetText(
        piece, text_page, raw.ctypes.cast(buffer, raw.ctypes.POINTER(raw.FPDF_WCHAR)), length
    )
    return buffer.raw.decode("utf-16-le").rstrip("\0")


def _paragraphs(element: pikepdf.Object) -> Iterator[pikepdf.Object]:
    for child in _children(element):
        if isinstance(child, pikepdf.Dictionary):
            if child.get("/S") == "/P":
                yield child
            yield from _paragraphs(child)


def _children(element: pikepdf.Object) -> list[pikepdf.Object]:
    held = element.get("/K", [])
    return list(held) if isinstance(held, pikepdf.Array) else [held]


def _content(
    element: pikepdf.Object, numbers: dict[tuple[int, int], int], page: int
) -> Iterator[tuple[int, int]]:
    """Yield (page, id of marked content) of an element, without its notes and inner paragraphs."""
    if "/Pg" in element:
        page = numbers[element.Pg.objgen]
    for child in _children(element):
        if isinstance(child, int):
            yield page, child
        elif "/MCID" in child:
            yield (numbers[child.Pg.objgen] if "/Pg" in child else page), int(child.MCID)
        elif child.get("/S") not in AT_FOOT and child.get("/S") != "/P" and "/Obj" not in child:
            yield from _content(child, numbers, page)
