"""Carriers: the files in which transcripts come, read into text with a ledger of what is left behind."""

from dragoman.convert.carriers.kinds import is_docx, is_html, is_pdf, refuse_misnamed
from dragoman.convert.carriers.model import Carried, LedgerItem
from dragoman.convert.carriers.text import read_text

__all__ = ["Carried", "LedgerItem", "read"]


def read(octets: bytes, name: str) -> Carried:
    """Return the text of a file, whatever carries it; the bytes decide, not the ending of the name.

    Errors: UnusableInput where the file is empty, damaged, locked, binary, in no known encoding, or by its
    name a Word file or PDF and by its bytes none.
    """
    # The readers are imported when they are needed: most transcripts are plain text, and the
    # libraries for Word files, PDFs and web pages take longer to import than an edition to check.
    if is_docx(octets):
        from dragoman.convert.carriers.docx import read_docx

        return read_docx(octets, name)
    if is_pdf(octets):
        from dragoman.convert.carriers.pdf import read_pdf

        return read_pdf(octets, name)
    if is_html(octets):
        from dragoman.convert.carriers.html import read_html

        return read_html(octets, name)
    refuse_misnamed(octets, name)
    return read_text(octets, name)
