"""The site as a build: what is made again after an edit, and that it is what a build from nothing makes."""

from __future__ import annotations

import io
import json
import re
import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import cast

import pytest

from dragoman.build import builder as builder_module
from dragoman.build import site as site_module
from dragoman.build.builder import Builder
from dragoman.build.checking import check_files
from dragoman.build.files import digest
from dragoman.build.older_state import older_products
from dragoman.build.prepare import SUMMARY, mentions_path, read_documents
from dragoman.build.products import build
from dragoman.build.state import STATE_FILE, State
from dragoman.edition import Edition
from dragoman.entities.document_passages import passages_file
from dragoman.entities.mentions import mentions_of
from dragoman.tei.parse import parse
from dragoman.xslt import compiled, written

DOCUMENTS = ("szendrodi-letter-1981-03-12", "rozhkov-dorjsuren-1982-05-18", "1979TOKYO14417")


# The beginning of a picture of three pixels by two.
GIF = b"GIF89a\x03\0\x02\0\x80\0\0"


@pytest.fixture
def edition(papers: Callable[..., Path], monkeypatch: pytest.MonkeyPatch) -> Path:
    """An edition of three documents; of its fonts only the characters are made, for they take long."""
    monkeypatch.setattr(
        site_module, "web_fonts", lambda used: {"assets/used.txt": "".join(sorted(used)).encode()}
    )
    return papers(*DOCUMENTS)


def made(root: Path, out: str = "out") -> tuple[dict[str, bytes], set[str]]:
    """Build the site and return its files and the names of the stages that ran."""
    builder = Builder(Edition(root))
    build(builder, ["web"])
    web = root / out / "web"
    files = {path.relative_to(web).as_posix(): path.read_bytes() for path in web.rglob("*") if path.is_file()}
    return files, {ran.name for report in builder.reports.values() for ran in report.ran}


def edit(root: Path, name: str, pattern: str, put: str) -> None:
    path = root / "tei" / "documents" / f"{name}.xml"
    text, count = re.subn(pattern, put, path.read_text(encoding="utf-8"), count=1)
    assert count == 1
    path.write_text(text, encoding="utf-8")


def test_what_an_edit_leaves_is_what_a_build_from_nothing_makes(edition: Path) -> None:
    first, ran = made(edition)
    assert {"pages:surroundings", "pages:fonts", "search:index"} <= ran
    again, ran = made(edition)
    assert (again, ran) == (first, set())
    # A new title is shown by the neighbours; letters that no font has for certain change the fonts.
    edit(edition, DOCUMENTS[0], r'(<title type="main">)[^<]*', r"\g<1>A letter signed ᠮ")
    edit(edition, DOCUMENTS[2], r'(<title type="main">)[^<]*', r"\g<1>A telegram signed ᠨ")
    edited, ran = made(edition)
    assert {f"pages:documents/{DOCUMENTS[0]}", f"pages:documents/{DOCUMENTS[1]}", "pages:fonts"} <= ran
    assert {"ᠮ", "ᠨ"} <= set(edited["assets/used.txt"].decode())
    shutil.rmtree(edition / "out")
    assert made(edition)[0] == edited
    assert edited != first


def test_cards_follow_a_stylesheet_that_changes_while_the_process_lives(
    edition: Path, repository: Path
) -> None:
    shutil.copytree(repository / "xslt", edition / "xslt")
    made(edition)
    stylesheet = edition / "xslt" / "web" / "cards.xsl"
    text = stylesheet.read_text(encoding="utf-8")
    assert text.count('<p class="variants">') == 1
    stylesheet.write_text(text.replace('<p class="variants">', '<p class="variants other">'), "utf-8")
    compiled.cache_clear()
    files, _ = made(edition)
    page = files[f"documents/{DOCUMENTS[0]}.html"].decode()
    assert '<p class="variants other">' in page
    assert '<p class="variants">' not in page


def test_an_edit_that_nobody_else_shows_makes_one_document_again(edition: Path) -> None:
    made(edition)
    edit(edition, DOCUMENTS[0], r"<p (xml:id=\"p1\"[^>]*)>", r"<p \g<1>>Indeed. ")
    _, ran = made(edition)
    assert {name for name in ran if name.startswith("pages:documents/")} == {
        f"pages:documents/{DOCUMENTS[0]}"
    }
    assert "pages:fonts" not in ran


def test_a_document_that_is_gone_is_found_no_more(edition: Path) -> None:
    before, _ = made(edition)
    (edition / "tei" / "documents" / f"{DOCUMENTS[2]}.xml").unlink()
    after, _ = made(edition)
    assert f"documents/{DOCUMENTS[2]}.html" in before
    assert not [path for path in after if DOCUMENTS[2] in path]
    assert DOCUMENTS[2].encode() not in after["calendar.html"]
    shutil.rmtree(edition / "out")
    assert made(edition)[0] == after


def as_an_older_program_left_it(root: Path, extra: dict[str, dict[str, bytes]]) -> None:
    """Make of the state what it was: one object; and files that stages made of which no more is known."""
    out = root / "out"
    state = State(out)
    stages: dict[str, dict[str, object]] = {
        name: {"key": record.key, "inputs": {}, "outputs": dict(record.outputs), "stamps": record.stamps}
        for name, record in state.records.items()
    }
    for name, files in extra.items():
        stage = stages.setdefault(name, {"key": "", "inputs": {}, "outputs": {}, "stamps": {}})
        for path, octets in files.items():
            (out / path).parent.mkdir(parents=True, exist_ok=True)
            (out / path).write_bytes(octets)
            cast("dict[str, str]", stage["outputs"])[path] = digest(octets)
    (out / STATE_FILE).write_text(json.dumps({"files": {}, "stages": stages}))


@pytest.mark.parametrize("was_built_since", [False, True])
def test_what_an_older_program_made_and_no_stage_makes_is_gone_and_what_an_editor_put_there_is_not(
    edition: Path, was_built_since: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    before, _ = made(edition)
    extra = {
        "pages:assets": {"web/assets/ways.js": b"old()", "web/assets/mine.js": b"old()"},
        "pages:documents/gone": {"web/documents/gone.html": b"<p>old</p>"},
        "print:book": {"print/edition.json": b"{}"},
    }
    as_an_older_program_left_it(edition, extra)
    web = edition / "out" / "web"
    (web / "assets" / "mine.js").write_bytes(b"the editor's")
    (web / "CNAME").write_text("edition.example")
    if was_built_since:
        # By a program that did not look for what was left.
        with monkeypatch.context() as patched:
            patched.setattr(builder_module, "older_products", lambda folder: {})
            assert {"assets/ways.js", "documents/gone.html"} <= set(made(edition)[0])
    kept = {"assets/mine.js": b"the editor's", "CNAME": b"edition.example"}
    assert made(edition)[0] == before | kept
    assert (edition / "out" / "print" / "edition.json").read_bytes() == b"{}"
    assert older_products(edition / "out") == {}
    assert made(edition) == (before | kept, set())
    # The book's file belongs to a stage, as any other does.
    assert State(edition / "out").records["print:book"].outputs.keys() == {"print/edition.json"}


def test_a_document_of_another_project_keeps_its_id_and_has_the_address_of_its_file(edition: Path) -> None:
    stranger = edition / "tei" / "documents" / f"{DOCUMENTS[0]}.xml"
    text = stranger.read_text(encoding="utf-8").replace(f'xml:id="{DOCUMENTS[0]}"', 'xml:id="L12"', 1)
    stranger.unlink()
    stranger.with_name("letter 12.xml").write_text(text, encoding="utf-8")
    pointer = '<ref target="letter%2012.xml#p1">the letter</ref> '
    edit(edition, DOCUMENTS[1], r'(<p xml:id="p1"[^>]*>)', rf"\g<1>{pointer}")
    files, _ = made(edition)
    assert files["tei/letter-12.xml"] == text.encode()
    assert b'href="letter-12.html#p1"' in files[f"documents/{DOCUMENTS[1]}.html"]
    assert b'id="p1"' in files["documents/letter-12.html"]
    assert b'href="documents/letter-12.html#m' in files["people.html"]
    assert not [path for path in files if "L12" in path]
    found = check_files(Edition(edition), []).diagnostics
    said = {d.code for d in found if "letter 12" in d.message or "letter%2012" in d.message}
    assert said == {"REF004"}


@pytest.mark.parametrize("pointer", ["Gespräch-周恩来.xml", "Gespr%C3%A4ch-%E5%91%A8%E6%81%A9%E6%9D%A5.xml"])
def test_a_document_whose_file_is_not_named_in_ascii_is_reached_from_wherever_it_is_named(
    edition: Path, pointer: str
) -> None:
    first = edition / "tei" / "documents" / f"{DOCUMENTS[0]}.xml"
    first.rename(first.with_name("Gespräch-周恩来.xml"))
    link = f'<ref target="{pointer}#p1">the talk</ref> '
    edit(edition, DOCUMENTS[1], r'(<p xml:id="p1"[^>]*>)', rf"\g<1>{link}")
    header = edition / "tei" / "edition.xml"
    before, after = header.read_text(encoding="utf-8").rsplit("</p>", 1)
    link = f' <ref target="documents/{pointer}">the talk</ref></p>'
    header.write_text(f"{before}{link}{after}", encoding="utf-8")
    files, _ = made(edition)
    address = "documents/Gesprach-zhou-en-lai.html"
    assert b'id="p1"' in files[address]
    assert b'href="Gesprach-zhou-en-lai.html#p1">the talk' in files[f"documents/{DOCUMENTS[1]}.html"]
    assert f'href="{address}">the talk'.encode() in files["about.html"]
    assert f'href="{address}'.encode() in files["people.html"]
    found = check_files(Edition(edition), []).diagnostics
    assert not [d for d in found if "Gespr" in d.message and d.code != "REF004"]


def test_the_book_is_linked_at_the_page_where_the_document_begins(edition: Path) -> None:
    (edition / "out" / "print").mkdir(parents=True)
    (edition / "out" / "print" / "edition.pdf").write_bytes(b"%PDF-")
    (edition / "out" / "work" / "print").mkdir(parents=True)
    pages = {DOCUMENTS[0]: "33", f"{DOCUMENTS[0]}#": "17", f"{DOCUMENTS[0]}#p2": "18"}
    (edition / "out" / "work" / "print" / "pages.json").write_text(json.dumps(pages), encoding="utf-8")
    files, _ = made(edition)
    page = files[f"documents/{DOCUMENTS[0]}.html"].decode()
    assert '<a href="../edition.pdf#page=33">PDF</a>' in page
    assert 'title="page 18 of the book"' in page
    assert '<a href="../edition.pdf">PDF</a>' in files[f"documents/{DOCUMENTS[1]}.html"].decode()


def test_a_picture_is_copied_as_long_as_a_document_shows_it(edition: Path) -> None:
    pictures = edition / "tei" / "pictures"
    pictures.mkdir()
    (pictures / "a quay.gif").write_bytes(GIF)
    (pictures / "unshown.gif").write_bytes(GIF)
    figure = '<figure><graphic url="../pictures/a%20quay.gif"/><figDesc>A quay</figDesc></figure>'
    for name in DOCUMENTS[:2]:
        edit(edition, name, "(<closer>)", rf"{figure}\g<1>")
    files, _ = made(edition)
    copied = "pictures/tei/pictures/a quay.gif"
    assert files[copied] == GIF
    assert [path for path in files if path.startswith("pictures/")] == [copied]
    shown = b'<img src="../pictures/tei/pictures/a%20quay.gif" alt="A quay" width="3" height="2"'
    assert shown in files[f"documents/{DOCUMENTS[0]}.html"]
    with zipfile.ZipFile(io.BytesIO(files["edition.zip"])) as archive:
        assert [name for name in archive.namelist() if name.endswith("/tei/pictures/a quay.gif")]
    # Another picture in its place is seen on the pages that show it, and on no other.
    (pictures / "a quay.gif").write_bytes(GIF.replace(b"\x03", b"\x05"))
    files, ran = made(edition)
    assert b'width="5"' in files[f"documents/{DOCUMENTS[0]}.html"]
    assert {name for name in ran if name.startswith("pages:documents/")} == {
        f"pages:documents/{name}" for name in DOCUMENTS[:2]
    }
    # One document lets go of it: it stays for the other. Then nobody shows it.
    edit(edition, DOCUMENTS[0], re.escape(figure), "")
    assert copied in made(edition)[0]
    edit(edition, DOCUMENTS[1], re.escape(figure), "")
    files, _ = made(edition)
    assert copied not in files
    shutil.rmtree(edition / "out")
    assert made(edition)[0] == files


@pytest.mark.parametrize(
    ("address", "code"),
    [
        ("../pictures/none.gif", "REF009"),
        ("../../../outside.gif", "REF010"),
        ("javascript:alert(1)", "REF010"),
        ("../pictures/text.png", "REF011"),
        ("../pictures/plan.pdf", "WEB004"),
    ],
)
def test_a_picture_that_cannot_be_shown_is_named_with_its_place_and_the_site_is_made(
    edition: Path, address: str, code: str
) -> None:
    pictures = edition / "tei" / "pictures"
    pictures.mkdir()
    (edition.parent / "outside.gif").write_bytes(GIF)
    (pictures / "text.png").write_bytes(b"no picture")
    (pictures / "plan.pdf").write_bytes(b"%PDF-1.7")
    figure = f'\n<figure><graphic url="{address}"/><figDesc>A quay</figDesc></figure>'
    edit(edition, DOCUMENTS[0], "(<closer>)", rf"{figure}\g<1>")
    builder = Builder(Edition(edition))
    build(builder, ["web"])
    (found,) = builder.diagnostics
    text = (edition / "tei" / "documents" / f"{DOCUMENTS[0]}.xml").read_text(encoding="utf-8")
    line = text[: text.index(address)].count("\n") + 1
    column = len('<figure><graphic url="') + 1
    assert (found.code, str(found.place)) == (code, f"tei/documents/{DOCUMENTS[0]}.xml:{line}:{column}")
    page = (edition / "out" / "web" / "documents" / f"{DOCUMENTS[0]}.html").read_text(encoding="utf-8")
    assert "A quay" in page
    assert "<img" not in page
    assert not (edition / "out" / "web" / "pictures").exists()


def test_other_processes_work_though_saxon_has_begun_in_this_one(edition: Path) -> None:
    original = edition / "tei" / "documents" / f"{DOCUMENTS[0]}.xml"
    text = original.read_text(encoding="utf-8")
    for number in range(24):
        name = f"letter-{number}"
        original.with_name(f"{name}.xml").write_text(
            text.replace(f'xml:id="{DOCUMENTS[0]}"', f'xml:id="{name}"'), "utf-8"
        )
    seventh = original.with_name("letter-7.xml")
    root = parse(seventh.read_bytes(), seventh.name)
    made_here = written(Edition(edition).stylesheet(SUMMARY), root)
    with Builder(Edition(edition), jobs=2) as builder:
        read_documents(builder)
        assert len(builder.reports["summaries"].ran) == 27
        assert builder.product("work/summaries/letter-7.xml") == made_here.encode()
        # Its names, too, are those of its own file, though others were read before it was asked for them.
        assert builder.product(mentions_path("letter-7")) == passages_file(mentions_of(root), "en")
