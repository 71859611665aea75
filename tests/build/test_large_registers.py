"""Registers too large for one page: their addresses, what an edit makes again, and that nothing is lost."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from urllib.parse import unquote, urljoin

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from lxml import html as lxml_html

from dragoman.build import prepare
from dragoman.build import site as site_module
from dragoman.build.builder import Builder
from dragoman.build.products import build
from dragoman.edition import Edition
from dragoman.entities import register_parts
from dragoman.entities.document_passages import (
    REGISTERS,
    Dated,
    DocumentPassages,
    Share,
    Term,
    passages_file,
    passages_in,
    term_passages,
    terms_in,
)
from dragoman.entities.mentions import DocumentMentions, Mention, Passage, TermMention
from dragoman.entities.model import Kind
from dragoman.entities.passages import Passages
from dragoman.entities.register import Entries, term_entries, terms_register
from dragoman.entities.register_parts import Part, Whole, divided, joined
from dragoman.tei.parse import parse

DOCUMENTS = ("rozhkov-dorjsuren-1982-05-18", "vereshchagin-dorjsuren-1978-09-14", "1979TOKYO14417")


def term(text: str, number: int) -> TermMention:
    return TermMention(text, "ru", f"t{number}", "p1", "1", Passage("he said ", text, "."))


def documents(*counts: int) -> list[DocumentMentions]:
    """Return documents of 1951, 1952, … in which the term “put'” stands so many times, and “les” once."""
    return [
        DocumentMentions(
            f"d{n}",
            f"Document {n}",
            f"{1950 + n}-01-01",
            (),
            (*(term("put'", i) for i in range(count)), term("les", count)),
        )
        for n, count in enumerate(counts, 1)
    ]


def entries(found: list[DocumentMentions], file: BytesIO) -> Entries[Term]:
    return term_entries((term_passages(document, "en") for document in found), "en", file)


def pieces(found: list[DocumentMentions], most: int) -> tuple[etree._Element, list[Part]]:
    with BytesIO() as file:
        whole, *parts = divided(entries(found, file), most)
    assert isinstance(whole, Whole)
    return read(whole), [part for part in parts if isinstance(part, Part)]


def read(piece: Whole | Part) -> etree._Element:
    return parse(piece.octets, "register")


def test_a_small_register_has_no_parts() -> None:
    whole, parts = pieces(documents(3, 2), most=7)
    assert parts == []
    assert etree.tostring(whole) == etree.tostring(terms_register(documents(3, 2)))


def test_an_entry_of_a_large_register_says_where_its_passages_are(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(register_parts, "_MOST_IN_PART", 5)
    # In the order of the files, not of the dates.
    whole, parts = pieces(documents(3, 2, 4)[::-1], most=11)
    few, many = whole.iter("entry")
    assert (few.get("id"), few.get("page"), len(few.findall("document/mention"))) == ("term-ru-les", None, 3)
    said = [many.get(name) for name in ("id", "page", "passages", "documents")]
    assert said == ["term-ru-put", "term-ru-put", "9", "3"]
    assert many.find("document") is None
    assert [(part.page, part.n) for part in parts] == [("term-ru-put", 1), ("term-ru-put", 2)]
    documents_of = [[(d.get("id"), len(d)) for d in read(part).iterfind("entry/document")] for part in parts]
    assert documents_of == [[("d1", 3), ("d2", 2)], [("d3", 4)]]
    listed = [dict(part.attrib) for part in read(parts[1]).iterfind("part")]
    assert listed == [
        {"n": "1", "from": "1951-01-01", "to": "1952-01-01", "passages": "5"},
        {"n": "2", "from": "1953-01-01", "to": "1953-01-01", "passages": "4"},
    ]


@given(counts=st.lists(st.integers(0, 9), max_size=6), most=st.integers(0, 20), size=st.integers(1, 8))
def test_parts_joined_are_the_register(counts: list[int], most: int, size: int) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(register_parts, "_MOST_IN_PART", size)
        whole, parts = pieces(documents(*counts), most)
    again = joined(whole, [read(part) for part in parts[::-1]])
    assert etree.tostring(again) == etree.tostring(terms_register(documents(*counts)))


def test_passages_are_given_back_by_date_the_undated_last() -> None:
    with BytesIO() as file:
        passages = Passages[str](file)
        for date, name in (("", "undated"), ("1952", "später"), ("1951-03", "früh")):
            markup = f"{name} 1 {name} 2 ".encode()
            shares = [Share("x", 2, len(markup)), Share("y", 1, len(b"other"))]
            passages.add(DocumentPassages(Dated(name, name, date), shares, markup + b"other"))
        found = passages.read(passages.stretches("x")).decode()
    assert found == "früh 1 früh 2 später 1 später 2 undated 1 undated 2 "
    assert (passages.count("x"), passages.count("z")) == (6, 0)


def test_each_register_finds_its_own_in_the_file_of_a_document() -> None:
    said = Passage("met ", "Жао\u2028", "\n")
    mentions = [
        Mention(kind, f"{kind}-{n}", f"m{n}", "p1", "1", said)
        for n in (1, 2, 1)
        for kind in (Kind.ORG, Kind.PERSON)
    ]
    terms = (term("put'", 1), term("les", 2), term("Put", 3), term("put'", 4))
    document = DocumentMentions("d", 'Letter "A"\n', "", tuple(mentions), terms)
    file = passages_file(document, "en")
    people, places, bodies = (passages_in(file, kind.plural) for kind in Kind)
    assert people.document == terms_in(file).document == ("d", 'Letter "A"\n', "")
    assert [share[:2] for share in people.shares] == [("person-1", 2), ("person-2", 1)]
    assert (places.shares, places.markup) == ([], b"")
    assert [share[:2] for share in bodies.shares] == [("org-1", 2), ("org-2", 1)]
    assert people.markup.count(b'anchor="m2"') == bodies.markup.count(b'anchor="m2"') == 1
    found = terms_in(file)
    assert [(*share[:2], share.spellings) for share in found.shares] == [
        (("ru", "put"), 3, ["put'", "Put"]),
        (("ru", "les"), 1, ["les"]),
    ]
    assert sum(share.size for share in found.shares) == len(found.markup)


def test_the_tree_of_a_register_says_of_every_entry_how_many_passages_it_has() -> None:
    for most in (7, 6):
        with BytesIO() as file:
            whole = next(divided(entries(documents(3, 2), file), most))
        assert isinstance(whole, Whole)
        said = [(e.get("id"), e.get("passages"), e.get("documents")) for e in whole.root.iter("entry")]
        assert said == [("term-ru-les", "2", "2"), ("term-ru-put", "5", "2")]
        assert whole.root.find(".//document") is None


def test_what_xml_reserves_is_text_in_a_register() -> None:
    said = Passage('a < "b" & ', "c", "</entry>\r]]>")
    found = DocumentMentions('"d" & <e>', "&\tx\n", "", (), (TermMention("c", "ru", "t1", "", '<"', said),))
    (document,) = terms_register([found]).iter("document")
    assert (document.get("id"), document.get("title")) == ('"d" & <e>', "&\tx\n")
    (mention,) = document
    assert mention.get("n") == '<"'
    assert (mention.text, *((match.text, match.tail) for match in mention)) == (said[0], said[1:])


def test_ids_that_would_be_one_file_have_two_and_stay_in_their_folder() -> None:
    taken: set[str] = set()
    names = [register_parts._free_name(name, taken) for name in ("Moscow", "moscow", "../../moscow", "..")]
    assert names == ["Moscow", "moscow~2", "moscow~3", "document"]


@pytest.fixture
def edition(papers: Callable[..., Path], monkeypatch: pytest.MonkeyPatch) -> Path:
    """An edition of three documents whose registers are all too large for one page."""
    monkeypatch.setattr(site_module, "web_fonts", lambda used: {})
    monkeypatch.setattr(prepare, "MOST_TOGETHER", 5)
    monkeypatch.setattr(register_parts, "_MOST_IN_PART", 6)
    return papers(*DOCUMENTS)


def made(root: Path) -> dict[str, bytes]:
    build(Builder(Edition(root)), ["web"])
    web = root / "out" / "web"
    return {path.relative_to(web).as_posix(): path.read_bytes() for path in web.rglob("*") if path.is_file()}


def test_every_address_of_a_divided_register_leads_somewhere(edition: Path) -> None:
    files = made(edition)
    pages = {
        name: lxml_html.document_fromstring(octets.decode())
        for name, octets in files.items()
        if name.endswith(".html")
    }
    ids = {name: {str(i) for i in page.xpath("//@id")} for name, page in pages.items()}
    apart = [name for name in pages if re.match(r"(people|places|organizations|terms)/", name)]
    assert any(name.count("/") == 2 for name in apart)
    for name, page in pages.items():
        for address in page.xpath("//a/@href"):
            if re.match(r"\w+:", address) or "?" in address:
                continue
            path, _, fragment = urljoin(f"/{name}", str(address)).lstrip("/").partition("#")
            if name.startswith("documents/") and path.startswith("documents/"):
                # What these documents point to in others is not all here.
                continue
            assert unquote(path) in files, (name, address)
            assert not fragment or unquote(fragment) in ids[unquote(path)], (name, address)
    # Each entry keeps the address that it has in a small register, and each passage is on one page.
    quoted = [q.text_content() for page in pages.values() for q in page.iterfind(".//ul[@class='quotes']//q")]
    undivided = edition.parent / "small"
    shutil.copytree(edition / "tei", undivided / "tei")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(prepare, "MOST_TOGETHER", 10**6)
        small = made(undivided)
    for kind in REGISTERS:
        page = lxml_html.document_fromstring(small[f"{kind}.html"].decode())
        assert {str(i) for i in page.xpath("//article/@id")} <= ids[f"{kind}.html"]
        for q in page.iterfind(".//ul[@class='quotes']//q"):
            quoted.remove(q.text_content())
    assert quoted == []


def test_an_edit_that_takes_names_away_leaves_what_a_build_from_nothing_makes(edition: Path) -> None:
    first = made(edition)
    assert made(edition) == first
    (edition / "tei" / "documents" / f"{DOCUMENTS[0]}.xml").unlink()
    edited = made(edition)
    assert {name for name in first if name.count("/") == 2 and name.startswith(("people/", "places/"))} - {
        *edited
    }
    shutil.rmtree(edition / "out")
    assert made(edition) == edited
