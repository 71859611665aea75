"""A transcript, converted and written: what the tests of this folder look at."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

import pytest
from lxml import etree

from dragoman.convert.context import Context, Conversion
from dragoman.convert.detect import converter_for
from dragoman.convert.memorandum import convert
from dragoman.document import missing_spans
from dragoman.edition import packaged
from dragoman.source import SourceText
from dragoman.tei.ns import NSMAP, TEI
from dragoman.tei.views import source_view
from dragoman.tei.write import document_element

_EDITION = etree.fromstring(f'<TEI xmlns="{TEI}"><teiHeader/></TEI>')


@dataclass(frozen=True)
class Written:
    """A conversion and its TEI; ``find`` and ``text`` look things up by XPath, ``xml`` shows an element."""

    conversion: Conversion
    root: etree._Element

    def find(self, path: str) -> list[etree._Element]:
        return self.root.xpath(path, namespaces=NSMAP)

    def texts(self, path: str) -> list[str]:
        return [" ".join("".join(element.itertext()).split()) for element in self.find(path)]

    def values(self, path: str) -> list[str]:
        return [str(value) for value in self.root.xpath(path, namespaces=NSMAP)]

    def xml(self, path: str) -> str:
        (element,) = self.find(path)
        text = etree.tostring(element, encoding="unicode", with_tail=False)
        return re.sub(r"\s+", " ", text.replace(f' xmlns="{TEI}"', ""))

    @property
    def codes(self) -> set[str]:
        return {diagnostic.code for diagnostic in self.conversion.diagnostics}


def _written(text: str, converter: Callable[[SourceText, Context], Conversion], **known: str) -> Written:
    source = SourceText("made-up.txt", text)
    conversion = converter(source, Context("made-up", **known))
    assert missing_spans(conversion.document) == []
    root = document_element(conversion.document, _EDITION)
    assert source_view(root).text.split() == text.split()
    return Written(conversion, root)


@pytest.fixture(scope="session")
def written() -> Callable[..., Written]:
    """Convert a transcript, write it as TEI and prove on the way that nothing was lost."""

    def make(text: str, **known: str) -> Written:
        return _written(text, convert, **known)

    return make


@pytest.fixture(scope="session")
def recognised() -> Callable[[str], Written]:
    """Do what ``written`` does, as the kind that is found for the transcript; the TEI is valid besides."""
    grammar = etree.RelaxNG(etree.parse(packaged("schema") / "dragoman.rng"))

    def make(text: str) -> Written:
        converter, _ = converter_for(SourceText("made-up.txt", text))
        made = _written(text, converter.convert)
        assert grammar.validate(made.root), grammar.error_log.last_error
        return made

    return make
