"""``dragoman build offprints``: a PDF of each document, which the site then offers."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pdf_text
import pytest
from print_edition import FIXTURES

IDS = ["1979FERRY00012", "ferry-list", "ferry-memorandum", "ferry-scripts"]


def build(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", "from dragoman.cli import main; main()", "-C", str(folder), "build"]
    return subprocess.run([*command, *arguments, "--jobs", "1"], capture_output=True, text=True, check=False)


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


@pytest.fixture
def edition(tmp_path: Path) -> Path:
    """The small edition with nothing built."""
    for name in ("documents", "authorities"):
        (tmp_path / "tei" / name).mkdir(parents=True)
    for path in FIXTURES.glob("*.xml"):
        shutil.copy(path, tmp_path / "tei" / ("" if path.stem == "edition" else "documents"))
    return tmp_path


def test_each_document_has_a_pdf_with_its_number_and_the_site_offers_it(edition: Path) -> None:
    done = build(edition, "print", "offprints", "web")
    assert done.returncode == 0, done.stderr
    printed = edition / "out" / "print"
    assert sorted(path.stem for path in (printed / "documents").iterdir()) == IDS
    numbers: dict[str, int] = {}
    for identifier in IDS:
        octets = (printed / "documents" / f"{identifier}.pdf").read_bytes()
        heading = re.search(r"Document (\d+)", pdf_text.pages(octets)[0])
        assert heading is not None
        numbers[identifier] = int(heading[1])
        assert (edition / "out" / "web" / "pdf" / f"{identifier}.pdf").read_bytes() == octets
        page = (edition / "out" / "web" / "documents" / f"{identifier}.html").read_text(encoding="utf-8")
        assert f'href="../pdf/{identifier}.pdf"' in page
    # By date; the list has none.
    assert numbers == {"ferry-memorandum": 1, "1979FERRY00012": 2, "ferry-scripts": 3, "ferry-list": 4}


def test_an_edit_prints_its_own_document_again_and_no_other(edition: Path) -> None:
    assert build(edition, "offprints").returncode == 0
    assert not (edition / "out" / "print" / "edition.pdf").exists(), "the book was not asked for"
    printed = edition / "out" / "print" / "documents"
    before = {path.stem: path.read_bytes() for path in printed.iterdir()}
    change(edition / "tei" / "documents" / "ferry-memorandum.xml", "</p>", " An edit.</p>")
    assert "11 print: 1 made, 3 up to date" in build(edition, "offprints").stdout
    after = {path.stem: path.read_bytes() for path in printed.iterdir()}
    assert [identifier for identifier in IDS if after[identifier] != before[identifier]] == [
        "ferry-memorandum"
    ]
    # The same files, however they are asked for.
    assert "11 print: 1 up to date" in build(edition, "print", "--only", "ferry-list").stdout


def test_a_document_that_cannot_be_printed_holds_up_no_other(edition: Path) -> None:
    figure = '<figure><graphic url="quay.svg"/><figDesc>A quay</figDesc></figure></p>'
    document = edition / "tei" / "documents" / "ferry-list.xml"
    head, start, body = document.read_text(encoding="utf-8").partition("<body")
    document.write_text(head + start + body.replace("</p>", figure, 1), encoding="utf-8")
    done = build(edition, "print", "offprints")
    assert done.returncode == 1
    assert done.stderr.count("error[PRT004]") == 1, "book and offprint lack one picture"
    printed = edition / "out" / "print" / "documents"
    assert sorted(path.stem for path in printed.iterdir()) == [one for one in IDS if one != "ferry-list"]


def test_an_edition_without_documents_has_no_offprints(edition: Path) -> None:
    for path in (edition / "tei" / "documents").iterdir():
        path.unlink()
    done = build(edition, "offprints")
    assert (done.returncode, done.stderr) == (0, "")
    assert not (edition / "out" / "print").exists()
