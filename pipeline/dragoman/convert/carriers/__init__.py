"""Carriers: the files in which transcripts come, read into text with a ledger of what is left behind."""

from dragoman.convert.carriers.docx import is_docx, read_docx
from dragoman.convert.carriers.html import is_html, read_html
from dragoman.convert.carriers.model import Carried, LedgerItem
from dragoman.convert.carriers.pdf import is_pdf, read_pdf
from dragoman.convert.carriers.text import read_text

__all__ = ["Carried", "LedgerItem", "read"]


def read(octets: bytes, name: str) -> Carried:
    """Return the text of a file, whatever carries it; the bytes decide, not the ending of the name.

    Errors: UnusableInput where the file is empty, damaged, locked, binary or in no known encoding.
    """
    if is_docx(octets):
        return read_docx(octets, name)
    if is_pdf(octets):
        return read_pdf(octets, name)
    if is_html(octets):
        return read_html(octets, name)
    return read_text(octets, name)
