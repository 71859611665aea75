"""What an editor does wrong is found at its place, with the expected named, and said once."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from pathlib import Path

import pytest
from lxml import etree

from dragoman.tei.ns import local_name, tei
from dragoman.validate.document import check_document

FOLDER = Path(__file__).parent
DOCUMENTS = FOLDER / "documents"
MARK = "⌖"


@dataclass(frozen=True)
class Mistake:
    name: str
    old: str
    new: str
    code: str
    words: list[str]
    document: str = "memorandum"


MISTAKES = [
    Mistake(**entry)
    for entry in tomllib.loads((FOLDER / "mistakes.toml").read_text(encoding="utf-8"))["mistake"]
]


@pytest.mark.parametrize("name", ["memorandum", "telegram"])
def test_the_documents_have_nothing_amiss(name: str) -> None:
    assert check_document((DOCUMENTS / f"{name}.xml").read_bytes(), name) == []


@pytest.mark.parametrize("mistake", MISTAKES, ids=lambda mistake: mistake.name)
def test_a_mistake_is_found_once_at_its_place(mistake: Mistake) -> None:
    good = (DOCUMENTS / f"{mistake.document}.xml").read_text(encoding="utf-8")
    assert good.count(mistake.old) >= 1, "the document has changed"
    marked = good.replace(mistake.old, mistake.new, 1)
    at = marked.index(MARK)
    line, column = marked.count("\n", 0, at) + 1, at - marked.rfind("\n", 0, at)
    found = check_document(marked.replace(MARK, "").encode(), "x.xml")
    said = [(d.code, f"{d.place.line}:{d.place.column}") for d in found]
    assert said == [(mistake.code, f"{line}:{column}")], "\n".join(map(str, found))
    for words in mistake.words:
        assert words in f"{found[0].message} {found[0].hint}"


ATTRIBUTE = re.compile(r"(?<=\s)((?:xml:)?[A-Za-z]+)=\"([^\"]+)\"")


@pytest.mark.parametrize("name", ["memorandum", "telegram"])
def test_an_attribute_under_a_mistyped_name_is_one_mistake_wherever_it_stands(name: str) -> None:
    good = (DOCUMENTS / f"{name}.xml").read_text(encoding="utf-8")
    body = good.index("<teiHeader")
    for attribute in ATTRIBUTE.finditer(good, body):
        wrong = attribute[1][:-1] if len(attribute[1]) > 2 else attribute[1] + "o"
        text = good[: attribute.start(1)] + wrong + good[attribute.end(1) :]
        found = check_document(text.encode(), "x.xml")
        pointers = {"PTR001"} if attribute[1] == "xml:id" else set()
        assert [d.code for d in found if d.code not in pointers] == ["RNG005"], f"{wrong} for {attribute[0]}"


@pytest.mark.parametrize("name", ["memorandum", "telegram"])
def test_an_element_under_a_mistyped_name_is_one_mistake(name: str) -> None:
    good = (DOCUMENTS / f"{name}.xml").read_text(encoding="utf-8")
    root = etree.fromstring(good.encode())
    kinds = {local_name(element) for element in root.iter("{*}*")}
    # Of names of two or three letters the one that was meant cannot be told, nor are all spellings near.
    for kind in sorted(kind for kind in kinds if len(kind) > 3 and kind != "text"):
        made = etree.fromstring(good.encode())
        first = next(made.iter(tei(kind)))
        first.tag = f"{first.tag}x"
        assert len(check_document(etree.tostring(made), "x.xml")) == 1, kind


def test_a_responsible_person_who_is_gone_is_missed_once() -> None:
    good = (DOCUMENTS / "memorandum.xml").read_text(encoding="utf-8")
    (found,) = check_document(good.replace('respStmt xml:id="translator"', "respStmt", 1).encode(), "x.xml")
    times = good.count('resp="#translator"') - 1
    assert times > 1
    assert found.message == f"no element of this file has the id of #translator, here and {times} more times"


def test_the_corpus_is_large_enough() -> None:
    assert len(MISTAKES) >= 60
    assert len({mistake.name for mistake in MISTAKES}) == len(MISTAKES)
