"""What a build does with files that no product can be made of: one message, and nothing is overwritten."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from lxml import etree

from dragoman.build.builder import Builder
from dragoman.build.checking import check_files
from dragoman.build.conversion import Options, convert_sources
from dragoman.build.ledger import read_ledger
from dragoman.build.new_edition import make_edition
from dragoman.build.prepare import make_registers, mentions_path, read_documents, summary_path
from dragoman.build.products import build
from dragoman.diagnostics import Diagnostic, Severity
from dragoman.edition import Edition
from dragoman.errors import DragomanError

NAME = "1979HONGK10233"


@pytest.fixture
def edition(tmp_path: Path, repository: Path) -> Edition:
    make_edition(tmp_path, "Papers")
    edition = Edition(tmp_path)
    shutil.copy(repository / "tei" / "sources" / f"{NAME}.txt", edition.sources)
    list(convert_sources(edition, edition.source_files(), read_ledger(edition.ledger_file, "l"), Options()))
    return edition


def prepare(edition: Edition) -> None:
    with Builder(edition) as builder:
        read_documents(builder)
        make_registers(builder)


def with_builder(edition: Edition, products: list[str]) -> Builder:
    builder = Builder(edition)
    build(builder, products)
    return builder


def refusal(edition: Edition) -> Diagnostic:
    with pytest.raises(DragomanError) as raised:
        prepare(edition)
    return raised.value.diagnostic


def test_a_document_with_another_id_than_its_name_has_the_address_of_its_file(edition: Edition) -> None:
    (edition.documents / f"{NAME}.xml").rename(edition.documents / "letter 12.xml")
    prepare(edition)
    summary = etree.fromstring((edition.out / summary_path("letter-12")).read_bytes())
    assert summary.get("id") == "letter-12"
    mentions = (edition.out / mentions_path("letter-12")).read_text(encoding="utf-8")
    assert json.loads(mentions.splitlines()[0])[0] == "letter-12"
    said = [d for d in check_files(edition, []).diagnostics if d.code == "REF004"]
    assert [(d.severity, d.message, d.hint) for d in said] == [
        (
            Severity.WARNING,
            f"the document's id is “_{NAME}”, and the file is letter 12.xml: its page is letter-12.html",
            'write xml:id="letter-12", or rename the file',
        )
    ]


@pytest.mark.parametrize("name", ["1979hongk10233", "1979HONGK10233 "])
def test_two_documents_with_one_address_are_refused(edition: Edition, name: str) -> None:
    shutil.copy(edition.documents / f"{NAME}.xml", edition.documents / f"{name}.xml")
    found = refusal(edition)
    assert found.code == "REF012"
    assert found in check_files(edition, []).diagnostics


def test_a_document_without_an_id_has_that_of_its_file(edition: Edition) -> None:
    stranger = edition.documents / "1979-well.xml"
    stranger.write_text(
        """<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>Well</title></titleStmt>
        <publicationStmt><p/></publicationStmt><sourceDesc><p/></sourceDesc></fileDesc></teiHeader>
        <text><body><p>Good fortune.</p></body></text></TEI>""",
        encoding="utf-8",
    )
    prepare(edition)
    summary = etree.fromstring((edition.out / summary_path("1979-well")).read_bytes())
    assert (summary.get("id"), summary.get("title")) == ("1979-well", "Well")


def test_a_file_of_another_kind_among_the_documents_is_refused(edition: Edition) -> None:
    (edition.documents / "page.xml").write_text("<html/>", encoding="utf-8")
    found = refusal(edition)
    assert (found.code, str(found.place)) == ("BLD001", "tei/documents/page.xml:1")


def test_all_documents_that_cannot_be_read_are_named_at_once_as_check_says_it(edition: Edition) -> None:
    (edition.documents / "page.xml").write_text("<html/>", encoding="utf-8")
    for name, old, new in (("open", "</head>", ""), ("sign", "<head>", "<head>A & B ")):
        text = (edition.documents / f"{NAME}.xml").read_text(encoding="utf-8")
        (edition.documents / f"{name}.xml").write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(DragomanError) as raised:
        prepare(edition)
    found = raised.value.diagnostics
    assert [(d.place.file.rpartition("/")[2], d.code) for d in found] == [
        ("open.xml", "XML001"),
        ("page.xml", "BLD001"),
        ("sign.xml", "XML001"),
    ]
    assert (found[0].hint, found[2].hint) == (
        "add </head> before </div>, or where <head> ends",
        "write &amp;",
    )
    assert found[0] in check_files(edition, []).diagnostics


def test_a_book_that_cannot_be_set_holds_up_no_other_product(edition: Edition) -> None:
    path = edition.documents / f"{NAME}.xml"
    good = path.read_text(encoding="utf-8")
    with_builder(edition, ["print", "epub"])
    book = (edition.out / "print" / "edition.pdf").read_bytes()
    # No face of the book has cuneiform.
    path.write_text(good.replace("BEGIN TEXT", "BEGIN TEXT \N{CUNEIFORM SIGN A}", 1), encoding="utf-8")
    builder = with_builder(edition, ["print", "epub", "word"])
    assert [(d.code, d.place.file) for d in builder.diagnostics if d.severity == "error"] == [
        ("PRT002", f"tei/documents/{NAME}.xml")
    ]
    assert builder.failed == ["print"]
    assert (edition.out / "print" / "edition.pdf").read_bytes() == book
    assert (edition.out / "word" / f"{NAME}.docx").is_file()
    assert builder.reports["epub"].ran


def test_a_broken_authority_file_makes_no_empty_register(edition: Edition) -> None:
    edition.authority_file("people").write_text("<TEI><person></TEI>", encoding="utf-8")
    found = refusal(edition)
    assert (found.code, found.place.file) == ("XML001", "tei/authorities/people.xml")


@pytest.mark.parametrize("octets", ["<TEI/>", "<TEI xmlns='http://www.tei-c.org/ns/1.0'/>", "<html/>"])
def test_an_edition_without_a_header_is_refused(edition: Edition, octets: str) -> None:
    edition.edition_file.write_text(octets, encoding="utf-8")
    with pytest.raises(DragomanError) as raised:
        _ = Edition(edition.root).header
    assert str(raised.value.diagnostic.place) == "tei/edition.xml:1"
    assert raised.value.diagnostic.code == "EDN003"


@pytest.mark.parametrize("written", ["22.1.1974", "-0050", "1974-13-01", "1974-02-30", "soon"])
def test_a_date_that_is_none_leaves_the_document_undated(edition: Edition, written: str) -> None:
    path = edition.documents / f"{NAME}.xml"
    root = etree.fromstring(path.read_bytes())
    for date in root.iter("{*}date"):
        date.attrib.update({name: written for name in date.attrib if name == "when"})
    path.write_bytes(etree.tostring(root))
    with Builder(edition) as builder:
        read_documents(builder)
    summary = etree.fromstring((edition.out / summary_path(NAME)).read_bytes())
    assert summary.get("date-from") == ""
