from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from types import ModuleType

import pytest
from lxml import etree

from dragoman.convert.context import Context, Conversion
from dragoman.convert.lists import catalogue, search_results
from dragoman.document import missing_spans
from dragoman.source import SourceText
from dragoman.tei.ns import NSMAP
from dragoman.tei.views import source_view
from dragoman.tei.write import document_element

EDITION = etree.fromstring(
    '<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>E</title></titleStmt>'
    "<publicationStmt><p>No.</p></publicationStmt></fileDesc></teiHeader></TEI>"
)


@dataclass(frozen=True)
class Converted:
    """A list as a reader of the TEI finds it."""

    conversion: Conversion
    root: etree._Element

    @property
    def body(self) -> etree._Element:
        return self.root.find(".//tei:body/tei:div", NSMAP)

    @property
    def bibls(self) -> list[etree._Element]:
        return [b for b in self.root.iterfind(".//tei:bibl", NSMAP) if self.body in b.iterancestors()]

    @property
    def entries(self) -> list[tuple[str, str, str]]:
        """Date, title and summary of each entry, ``-`` for what it lacks."""
        return [tuple(self._entry(bibl)) for bibl in self.bibls if bibl.get("type") != "attachment"]

    def _entry(self, bibl: etree._Element) -> Iterator[str]:
        date = bibl.find("tei:date", NSMAP)
        values = [v for name in ("when", "from", "to", "notBefore", "notAfter") if (v := date_of(date, name))]
        yield "/".join(values) or "-"
        for path in ("tei:title", "tei:note[@type='abstract']"):
            found = [words(one) for one in bibl.iterfind(path, NSMAP)]
            yield " | ".join(found) or "-"

    def all(self, path: str) -> list[str]:
        return [words(element) for element in self.body.iterfind(path, NSMAP)]

    @property
    def codes(self) -> list[str]:
        return [diagnostic.code for diagnostic in self.conversion.diagnostics]


def date_of(date: etree._Element | None, name: str) -> str:
    return date.get(name, "") if date is not None else ""


def words(element: etree._Element) -> str:
    return " ".join("".join(element.itertext()).split())


def converted(module: ModuleType, text: str) -> Converted:
    source = SourceText("list.txt", text)
    conversion = module.convert(source, Context("list"))
    assert missing_spans(conversion.document) == []
    root = etree.fromstring(etree.tostring(document_element(conversion.document, EDITION)))
    assert source_view(root).text.split() == text.split()
    return Converted(conversion, root)


@pytest.fixture
def catalogue_of() -> Callable[[str], Converted]:
    return lambda text: converted(catalogue, text)


@pytest.fixture
def results_of() -> Callable[[str], Converted]:
    return lambda text: converted(search_results, text)
