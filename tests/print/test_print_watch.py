"""The typesetter in a process of its own: kept while somebody edits, gone when the book is done."""

from __future__ import annotations

import multiprocessing
import os
import shutil
import threading
from pathlib import Path

import pdf_text
import pytest
from print_edition import FIXTURES, STYLESHEETS

from dragoman.build.builder import Builder
from dragoman.build.products import build
from dragoman.build.stages import Product
from dragoman.build.typesetting import PDF, Typesetter
from dragoman.build.wanted import Print
from dragoman.build.watching import build_at_every_edit
from dragoman.edition import Edition
from dragoman.errors import UnusableInput
from dragoman.render.print_press import Press


@pytest.fixture
def edition(tmp_path: Path) -> Edition:
    (tmp_path / "tei" / "documents").mkdir(parents=True)
    shutil.copy(FIXTURES / "edition.xml", tmp_path / "tei")
    for name in ("ferry-list.xml", "1979FERRY00012.xml"):
        shutil.copy(FIXTURES / name, tmp_path / "tei" / "documents")
    return Edition(tmp_path)


def edit(edition: Edition, old: str, new: str) -> None:
    path = edition.documents / "ferry-list.xml"
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), encoding="utf-8")


def own_process(press: Press) -> Product:
    return Product({"process": str(os.getpid()).encode(), "folder": str(press.folder).encode()})


def die(press: Press) -> Product:
    os._exit(9)


def test_a_book_set_again_by_a_kept_typesetter_is_the_book_of_a_new_one(edition: Edition) -> None:
    with Typesetter() as typesetter:
        build(Builder(edition), ["print"], None, typesetter)
        edit(edition, "A small collection.", "A very small collection.")
        build(Builder(edition), ["print"], None, typesetter)
    made = (edition.out / PDF).read_bytes()
    assert any("A very small collection." in text for text in pdf_text.pages(made))
    shutil.rmtree(edition.out)
    build(Builder(edition), ["print"])
    assert (edition.out / PDF).read_bytes() == made


def test_the_typesetter_is_another_process_and_leaves_nothing_behind() -> None:
    with Typesetter() as typesetter:
        first = typesetter.make(own_process, (STYLESHEETS,))
        assert typesetter.make(own_process, (STYLESHEETS,)) == first
        assert int(first.files["process"]) != os.getpid()
        scratch = Path(first.files["folder"].decode()).parent
        assert scratch.is_dir()
    assert multiprocessing.active_children() == []
    assert not scratch.exists()


def test_a_typesetter_whose_process_dies_is_a_message_and_the_next_call_begins_another() -> None:
    with Typesetter() as typesetter:
        with pytest.raises(UnusableInput) as caught:
            typesetter.make(die, (STYLESHEETS,))
        assert caught.value.diagnostic.code == "PRT013"
        assert typesetter.make(own_process, (STYLESHEETS,)).files["process"]


def test_every_edit_sets_the_book_again_and_a_fault_ends_nothing(edition: Edition) -> None:
    stopped = threading.Event()
    builds = build_at_every_edit(edition.root, ["print"], Print(), Builder, stopped)
    assert next(builds) == ()
    first = (edition.out / PDF).read_bytes()
    edit(edition, "A small collection.", "A small <hi>collection.")
    assert [diagnostic.code for diagnostic in next(builds)] == ["XML001"]
    assert (edition.out / PDF).read_bytes() == first
    edit(edition, "A small <hi>collection.", "A small <hi>collection</hi>.")
    assert next(builds) == ()
    assert (edition.out / PDF).read_bytes() != first
    stopped.set()
    assert list(builds) == []
