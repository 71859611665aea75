"""Parsed papers and the book that they make: what the tests of the book have in common."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from lxml import etree

from dragoman.edition import packaged
from dragoman.render.print import Book, book, document_json, edition_json
from dragoman.render.print_options import Options
from dragoman.tei.parse import parse

STYLESHEETS = packaged("xslt") / "print"
WORDS = (STYLESHEETS / "words.json").read_text(encoding="utf-8")
FIXTURES = Path(__file__).parent / "fixtures"


@dataclass(frozen=True)
class Papers:
    """Parsed files: the edition and its documents by id."""

    edition: etree._Element
    documents: Mapping[str, etree._Element]

    def book(self, options: Options | None = None, registers: Mapping[str, str] | None = None) -> Book:
        made = {
            id_: document_json(STYLESHEETS / "document.xsl", root, self.edition, f"{id_}.xml")
            for id_, root in self.documents.items()
        }
        assert [d for rendered in made.values() for d in rendered.diagnostics] == []
        return book(
            edition_json(STYLESHEETS / "edition.xsl", self.edition, "edition.xml").json,
            {id_: rendered.json for id_, rendered in made.items()},
            registers or {},
            options or Options(),
            WORDS,
        )


def read_papers(edition: Path, documents: list[Path]) -> Papers:
    return Papers(
        parse(edition.read_bytes(), edition.name),
        {path.stem: parse(path.read_bytes(), path.name) for path in documents},
    )
