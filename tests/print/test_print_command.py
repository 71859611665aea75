"""What ``dragoman build print`` makes: the book, the sheet for a press, documents by themselves."""

from __future__ import annotations

import errno
import io
import shutil
import subprocess
import sys
from pathlib import Path

import pdf_text
import pikepdf
import pypdfium2 as pdfium
import pytest
from print_edition import FIXTURES

from dragoman.build import files
from dragoman.build.builder import Builder
from dragoman.build.products import build as build_products
from dragoman.build.wanted import Print
from dragoman.edition import find_edition
from dragoman.errors import UnusableInput
from dragoman.render.press_sheet import press_sheet
from dragoman.render.print_options import Options

PLACES = """<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="places"><standOff><listPlace>
<place xml:id="west-landing" type="settlement"><placeName type="preferred">West Landing</placeName>
<location><geo>47.5 107.2</geo></location></place>
</listPlace></standOff></TEI>
"""


def build(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", "from dragoman.cli import main; main()", "-C", str(folder), "build"]
    return subprocess.run([*command, *arguments, "--jobs", "1"], capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small edition with a place on the map, printed with a press's sheet and one offprint."""
    folder = tmp_path_factory.mktemp("edition")
    for name in ("documents", "authorities"):
        (folder / "tei" / name).mkdir(parents=True)
    for path in FIXTURES.glob("*.xml"):
        shutil.copy(path, folder / "tei" / ("" if path.stem == "edition" else "documents"))
    (folder / "tei" / "authorities" / "places.xml").write_text(PLACES)
    memorandum = folder / "tei" / "documents" / "ferry-memorandum.xml"
    text = memorandum.read_text(encoding="utf-8")
    named = '<placeName xml:id="m77" ref="place:west-landing">On</placeName> the margin'
    assert text.count("On the margin") == 1
    memorandum.write_text(text.replace("On the margin", named), encoding="utf-8")
    done = build(folder, "print", "--press")
    assert (done.returncode, done.stderr) == (0, "")
    return folder


def test_the_book_and_the_sheet_for_a_press_are_of_one_text(built: Path) -> None:
    printed = built / "out" / "print"
    book = pdf_text.pages((printed / "edition.pdf").read_bytes())
    assert book == pdf_text.pages((printed / "press.pdf").read_bytes())


def a_profile() -> bytes:
    """The header of an ICC profile of a printer with four inks, and an empty table of tags."""
    header = bytearray(128)
    header[12:20], header[36:40] = b"prtrCMYK", b"acsp"
    return bytes(header) + bytes(4)


def test_a_press_sheet_has_three_millimetres_of_bleed_and_one_ink(built: Path) -> None:
    with pikepdf.open(built / "out" / "print" / "press.pdf") as opened:
        for page in opened.pages:
            edges = [float(edge) for edge in page.trimbox]
            bleed = [float(edge) for edge in page.bleedbox]
            outward = [a - b for a, b in zip(edges[:2], bleed[:2], strict=True)]
            outward += [b - a for a, b in zip(edges[2:], bleed[2:], strict=True)]
            assert outward == pytest.approx([3 * 72 / 25.4] * 4, abs=0.01)
        calibrated = [
            value
            for value in opened.objects
            if isinstance(value, pikepdf.Array) and len(value) == 2 and value[0] == pikepdf.Name.ICCBased
        ]
        assert calibrated == []
        assert "/OutputIntents" not in opened.Root
        assert "GTS_PDFXVersion" not in str(opened.docinfo)


def test_the_profile_that_is_given_is_the_output_intent_and_twice_the_same_bytes(built: Path) -> None:
    pdf = (built / "out" / "print" / "press.pdf").read_bytes()
    made = press_sheet(pdf, a_profile())
    assert press_sheet(pdf, a_profile()) == made
    with pikepdf.open(io.BytesIO(made)) as opened:
        [intent] = opened.Root.OutputIntents
        assert intent.DestOutputProfile.read_bytes() == a_profile()
        assert intent.DestOutputProfile.N == 4


def test_a_file_that_is_no_profile_of_a_press_is_refused(built: Path, tmp_path: Path) -> None:
    (tmp_path / "photograph.icc").write_bytes(b"no profile")
    done = build(built, "print", "--press", "--icc", str(tmp_path / "photograph.icc"))
    assert done.returncode == 2
    assert "photograph.icc: error[PRT012] expected an ICC profile" in done.stderr


def test_a_disk_that_is_full_leaves_the_last_good_book(
    built: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "edition"
    shutil.copytree(built, folder)
    printed = folder / "out" / "print" / "edition.pdf"
    before = printed.read_bytes()

    def full(*arguments: object, **more: object) -> tuple[int, str]:
        raise OSError(errno.ENOSPC, "No space left on device")

    builder = Builder(find_edition(folder, folder))
    build_products(builder, ["print"])
    with monkeypatch.context() as patched:
        patched.setattr(files, "begin_beside", full)
        with pytest.raises(UnusableInput) as caught:
            build_products(builder, ["print"], Print(Options(trim="a4")))
    assert caught.value.diagnostic.code == "OUT001"
    assert printed.read_bytes() == before
    build_products(Builder(find_edition(folder, folder)), ["print"], Print(Options(trim="a4")))
    assert printed.read_bytes() != before


def test_the_places_that_have_coordinates_are_on_a_map(built: Path) -> None:
    opened = pdfium.PdfDocument(built / "out" / "print" / "edition.pdf")
    [page] = [mark.get_dest().get_index() for mark in opened.get_toc() if mark.get_title() == "Map"]
    assert "West Landing" in opened[page].get_textpage().get_text_bounded()


def test_a_document_by_itself_leaves_the_book_as_it_is(built: Path) -> None:
    printed = built / "out" / "print"
    before = (printed / "edition.pdf").read_bytes()
    done = build(built, "print", "--only", "1979FERRY00012", "--only", "ferry-list", "--trim", "a5")
    assert (done.returncode, done.stderr) == (0, "")
    assert "removed" not in done.stdout
    assert (printed / "edition.pdf").read_bytes() == before
    assert sorted(path.name for path in (printed / "documents").iterdir()) == [
        "1979FERRY00012.pdf",
        "ferry-list.pdf",
    ]
    width, _ = pdfium.PdfDocument(printed / "documents" / "ferry-list.pdf")[0].get_size()
    assert width * 25.4 / 72 == pytest.approx(148, abs=0.02)


def test_what_has_not_changed_is_not_printed_again(built: Path) -> None:
    assert build(built, "print").stdout.endswith("nothing to do: everything is up to date\n")


def test_a_document_that_is_not_there_is_named_with_the_one_that_is_meant(built: Path) -> None:
    done = build(built, "print", "--only", "ferry-lists")
    assert done.returncode == 2
    assert done.stderr == (
        "tei/documents: error[PRT011] there is no document ferry-lists\n  hint: did you mean ferry-list?\n"
    )


@pytest.mark.parametrize("arguments", [["web", "--press"], ["print", "--press", "--only", "ferry-list"]])
def test_options_that_belong_to_other_products_are_refused(built: Path, arguments: list[str]) -> None:
    assert build(built, *arguments).returncode == 2


def test_a_picture_that_is_missing_is_one_message_and_the_last_good_book_is_there(
    built: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "edition"
    shutil.copytree(built, folder)
    before = (folder / "out" / "print" / "edition.pdf").read_bytes()
    document = folder / "tei" / "documents" / "ferry-list.xml"
    text = document.read_text(encoding="utf-8")
    figure = '<figure><graphic url="../pictures/a%20ferry.svg"/><figDesc>A ferry</figDesc></figure></p>'
    at = text.index("</p>", text.index("<body"))
    document.write_text(text[:at] + figure + text[at + len("</p>") :], encoding="utf-8")
    done = build(folder, "print")
    assert done.returncode == 1
    assert done.stderr.startswith("tei/documents/ferry-list.xml: error[PRT004] the picture ../pictures/a%20")
    assert done.stderr.count("error[") == 1
    assert (folder / "out" / "print" / "edition.pdf").read_bytes() == before
    pictures = folder / "tei" / "pictures"
    pictures.mkdir()
    (pictures / "a ferry.svg").write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="30"><circle cx="9" cy="9" r="8"/></svg>'
    )
    done = build(folder, "print")
    assert (done.returncode, done.stderr) == (0, "")
    assert "A ferry" in "".join(pdf_text.pages((folder / "out/print/edition.pdf").read_bytes()))
