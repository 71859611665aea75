"""The Word file: read again by an independent reader, its notes real footnotes."""

from __future__ import annotations

import io
import zipfile

import docx as python_docx
import pytest
from lxml import etree
from print_edition import WORDS

from dragoman.render.docx import W, docx
from dragoman.render.print import Book

HEAD = "Conversation between Ferrymaster T. Okonjo and Inspector B. Lhagva, 3 March 1979"


@pytest.fixture(scope="module")
def made(whole: Book) -> bytes:
    return docx(whole.files["documents/ferry-memorandum.json"], whole.files["edition.json"], WORDS)


def test_its_paragraphs_have_the_text_and_the_styles_of_a_documentary_edition(made: bytes) -> None:
    read = python_docx.Document(io.BytesIO(made))
    shown = [(p.style.name, p.text) for p in read.paragraphs if p.text]
    assert shown[0] == ("Banner", "Everything here is invented.")
    assert shown[1] == (
        "Heading 1",
        f"{HEAD}1",
    )
    assert ("Signature line", "[Signature] /B. Lhagva/") in shown
    assert (
        "Normal",
        "Okonjo – We have carried nobody since November.2 The inter[41]national rope is ours.",
    ) in shown
    [foreign] = [run for p in read.paragraphs for run in p.runs if run.text == "chanhan"]
    assert foreign.italic
    assert foreign._r.rPr.find(f"{{{W}}}lang").get(f"{{{W}}}val") == "mn-Latn"


def test_its_notes_are_footnotes_with_the_labels_of_the_book(made: bytes) -> None:
    archive = zipfile.ZipFile(io.BytesIO(made))
    notes = etree.fromstring(archive.read("word/footnotes.xml"))
    texts = ["".join(note.itertext(f"{{{W}}}t")) for note in notes][2:]
    assert texts == [
        "1 The day was a Saturday.",
        "a Translator’s note: the word for “post” is also the word for “promise”.",
        "2 See the telegram of 9 March 1979, in which Mrs Vane says the same.",
        "[1] The rule was repealed before it was made.",
    ]
    body = etree.fromstring(archive.read("word/document.xml"))
    calls = [call.get(f"{{{W}}}id") for call in body.iter(f"{{{W}}}footnoteReference")]
    assert calls == [note.get(f"{{{W}}}id") for note in notes][2:]


def test_a_telegrams_header_is_a_table(whole: Book) -> None:
    made = docx(whole.files["documents/1979FERRY00012.json"], whole.files["edition.json"], WORDS)
    header, attributes = python_docx.Document(io.BytesIO(made)).tables
    rows = [[cell.text for cell in row.cells] for row in header.rows]
    assert rows[0] == ["ACTION", "XNG-04"]
    assert rows[5] == ["INFO", "FERRY OFFICE NORTH BANK\nFERRY OFFICE SOUTH BANK\nROPEWALK\nLIGHTHOUSE"]
    assert [cell.text for cell in attributes.rows[4].cells] == ["Disposition Reason:", ""]


def test_every_document_can_be_written_and_read(whole: Book) -> None:
    for id_ in whole.documents:
        made = docx(whole.files[f"documents/{id_}.json"], whole.files["edition.json"], WORDS)
        assert python_docx.Document(io.BytesIO(made)).paragraphs


def test_two_files_are_the_same_bytes(whole: Book, made: bytes) -> None:
    assert docx(whole.files["documents/ferry-memorandum.json"], whole.files["edition.json"], WORDS) == made


def test_a_line_end_of_the_source_is_one_blank(whole: Book) -> None:
    made = docx(whole.files["documents/1979FERRY00012.json"], whole.files["edition.json"], WORDS)
    texts = [paragraph.text for paragraph in python_docx.Document(io.BytesIO(made)).paragraphs]
    assert [text for text in texts if "  " in text or "\n " in text] == []
