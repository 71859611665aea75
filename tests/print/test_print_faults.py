"""What bad input gets: one message with the document and the place; never a box, never a traceback."""

from __future__ import annotations

import copy
import errno
import json
import struct
import zlib
from dataclasses import replace
from pathlib import Path

import pdf_text
import pytest
from lxml import etree
from print_edition import STYLESHEETS, Papers

from dragoman.errors import DragomanError, FaultyEdition, UnusableInput
from dragoman.render.print import Book, picture_file
from dragoman.render.print_options import Options
from dragoman.render.print_press import Press
from dragoman.tei.ns import tei


def with_paragraph(papers: Papers, markup: str) -> Papers:
    """Return papers of one document, in which the paragraph p7 holds ``markup``."""
    document = copy.deepcopy(papers.documents["ferry-memorandum"])
    paragraph = next(p for p in document.iter(tei("p")) if "On the margin" in (p.text or ""))
    new = etree.fromstring(f'<p xmlns="http://www.tei-c.org/ns/1.0" xml:id="p7">{markup}</p>')
    parent = paragraph.getparent()
    assert parent is not None
    new.tail = paragraph.tail
    parent.replace(paragraph, new)
    return Papers(papers.edition, {"ferry-memorandum": document})


def refusal(press: Press, book: Book) -> DragomanError:
    with pytest.raises(DragomanError) as caught:
        press.print(book)
    return caught.value


def test_a_character_that_no_font_has_is_named_with_its_document_and_paragraph(
    papers: Papers, press: Press
) -> None:
    book = with_paragraph(papers, "A hieroglyph: 𓀀 and again 𓀀.").book()
    error = refusal(press, replace(book, shown={"ferry-memorandum": "tei/documents/ferry-memorandum.xml"}))
    assert error.diagnostic.code == "PRT002"
    assert error.diagnostic.place.file == "tei/documents/ferry-memorandum.xml"
    assert error.diagnostic.message == "no font of the book has “𓀀” (U+13000) in ferry-memorandum, p7"
    assert error.exit_status == 1


def test_a_private_character_is_refused_with_its_place(papers: Papers, press: Press) -> None:
    error = refusal(press, with_paragraph(papers, "A sign: &#xE123;.").book())
    assert error.diagnostic.code in ("PRT002", "PRT003")
    assert "U+E123) in ferry-memorandum, p7" in error.diagnostic.message


def test_a_picture_that_is_not_there_is_named_with_its_place(papers: Papers, press: Press) -> None:
    markup = '<figure><graphic url="ferry.png"/><figDesc>The ferry</figDesc></figure>'
    error = refusal(press, with_paragraph(papers, markup).book())
    assert error.diagnostic.code == "PRT004"
    assert error.diagnostic.message == "the picture ferry.png in ferry-memorandum, p7 is not there"


def test_a_picture_that_cannot_be_decoded_is_named_with_its_place(papers: Papers, press: Press) -> None:
    markup = '<figure><graphic url="ferry.png"/><figDesc>The ferry</figDesc></figure>'
    book = with_picture(with_paragraph(papers, markup), "ferry.png", b"no picture at all")
    error = refusal(press, book)
    assert error.diagnostic.code == "PRT005"
    assert "the picture ferry.png in ferry-memorandum, p7 cannot be read" in error.diagnostic.message


def with_picture(papers: Papers, url: str, octets: bytes) -> Book:
    made = papers.book()
    settings = json.loads(made.files["options.json"])
    settings["pictures"] = {url: picture_file(url)}
    return replace(made, files={**made.files, "options.json": json.dumps(settings)}, pictures={url: octets})


def a_png() -> bytes:
    def chunk(kind: bytes, content: bytes) -> bytes:
        return (
            struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))
        )

    row = b"\x00" + b"\x80" * 8
    header = struct.pack(">IIBBBBB", 8, 8, 8, 0, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", header)
        + chunk(b"IDAT", zlib.compress(row * 8))
        + chunk(b"IEND", b"")
    )


def test_a_picture_is_set_with_its_caption(papers: Papers, press: Press) -> None:
    markup = '<figure><graphic url="a/b ferry.png"/><figDesc>The ferry in March</figDesc></figure>'
    book = with_picture(with_paragraph(papers, markup), "a/b ferry.png", a_png())
    printed = press.print(book)
    assert "The ferry in March" in " ".join(pdf_text.pages(printed.pdf))
    assert b"/Image" in printed.pdf


def test_a_font_that_is_not_there_is_refused_by_name(papers: Papers, press: Press) -> None:
    error = refusal(press, papers.book(Options(fonts=("Comic Neue",))))
    assert error.diagnostic.code == "PRT006"
    assert "“Comic Neue” is not there; there are " in error.diagnostic.message


def test_a_full_disk_is_one_message_and_the_next_book_is_printed(
    papers: Papers, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(self: Path, octets: bytes) -> int:
        raise OSError(errno.ENOSPC, "No space left on device")

    with Press([STYLESHEETS]) as press:
        with monkeypatch.context() as patched:
            patched.setattr(Path, "write_bytes", full)
            error = refusal(press, papers.book())
        assert isinstance(error, UnusableInput)
        assert error.diagnostic.code == "PRT008"
        assert "No space left on device" in error.diagnostic.message
        assert press.print(papers.book()).pdf.startswith(b"%PDF-1.7")


def test_a_fault_of_the_template_is_a_diagnostic_with_typsts_words(papers: Papers, tmp_path: Path) -> None:
    (tmp_path / "telegram.typ").write_text("#let message-header = \n")
    with Press([STYLESHEETS, tmp_path]) as press, pytest.raises(FaultyEdition) as caught:
        press.print(papers.book())
    assert caught.value.diagnostic.code == "PRT007"
    assert "expected expression" in caught.value.diagnostic.message


def test_an_edition_without_a_title_is_sent_to_its_header(papers: Papers, press: Press) -> None:
    header = copy.deepcopy(papers.edition)
    for title in header.iterfind(f".//{tei('titleStmt')}/{tei('title')}"):
        title.text = ""

    error = refusal(press, Papers(header, papers.documents).book())

    assert (error.diagnostic.code, str(error.diagnostic.place)) == ("PRT016", "tei/edition.xml")


def test_a_press_prints_again_after_a_refusal_and_the_bytes_are_those_of_a_new_press(
    papers: Papers, whole: Book, printed: object, press: Press
) -> None:
    refusal(press, papers.book(Options(fonts=("Comic Neue",))))
    assert press.print(whole) == printed
