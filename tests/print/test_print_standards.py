"""The file: archival and accessible by veraPDF's judgement, the same bytes twice, with its metadata."""

from __future__ import annotations

import pypdfium2 as pdfium
import pytest
from print_edition import STYLESHEETS
from verapdf import violations

from dragoman.render.print import Book
from dragoman.render.print_press import Press, Printed


@pytest.mark.parametrize("flavour", ["2a", "ua1"])
def test_the_book_meets_the_standard(flavour: str, printed: Printed) -> None:
    assert violations(printed.pdf, flavour) == {}


def test_a_file_that_breaks_the_standard_is_found_out(printed: Printed) -> None:
    # The same file without its claim: PDF/UA-1, clause 5, asks for it.
    unclaimed = printed.pdf.replace(
        b"<pdfuaid:part>1</pdfuaid:part>", b" " * len(b"<pdfuaid:part>1</pdfuaid:part>")
    )
    assert unclaimed != printed.pdf
    assert any(rule.startswith("5-") for rule in violations(unclaimed, "ua1"))


def test_two_builds_are_the_same_bytes(whole: Book, printed: Printed) -> None:
    with Press([STYLESHEETS]) as another:
        assert another.print(whole).pdf == printed.pdf


def test_the_metadata_name_the_title_and_everybody_who_made_the_edition(printed: Printed) -> None:
    about = pdfium.PdfDocument(printed.pdf).get_metadata_dict()
    assert about["Title"] == "The Quiet Ferry"
    assert about["Author"] == "Ines Halloran, Bartholomew Quist, Adaeze Nwosu"
    assert about["CreationDate"].startswith("D:20310501")
