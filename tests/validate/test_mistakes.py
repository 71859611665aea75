"""What an editor does wrong is found at its place, with the expected named, and said once."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path

import pytest

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


def test_the_corpus_is_large_enough() -> None:
    assert len(MISTAKES) >= 60
    assert len({mistake.name for mistake in MISTAKES}) == len(MISTAKES)
