"""A small edition that was composed for these tests, and what is read out of a PDF."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import pypdfium2 as pdfium
import pytest
from lxml import etree

from dragoman.edition import packaged
from dragoman.render.print import Book, Options, book, document_json, edition_json, register_json
from dragoman.render.print_press import Press, Printed
from dragoman.tei.parse import parse

STYLESHEETS = packaged("xslt") / "print"
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
        )


def read_papers(edition: Path, documents: list[Path]) -> Papers:
    return Papers(
        parse(edition.read_bytes(), edition.name),
        {path.stem: parse(path.read_bytes(), path.name) for path in documents},
    )


@pytest.fixture(scope="session")
def papers() -> Papers:
    return read_papers(
        FIXTURES / "edition.xml", [path for path in sorted(FIXTURES.glob("*.xml")) if path.stem != "edition"]
    )


@pytest.fixture(scope="session")
def press() -> Iterator[Press]:
    with Press([STYLESHEETS]) as kept:
        yield kept


REGISTER = """
<register kind="people" xml:lang="en">
  <group letter="L"><entry id="lhagva-bat" heading="Lhagva, Bat"><name>Bat Lhagva</name><dates>born 1931</dates>
    <office>Inspector of Ferries</office>
    <mention document="ferry-memorandum" anchor="m2"/><mention document="ferry-memorandum" anchor="m5"/></entry></group>
  <group letter="V"><entry id="vane-harriet" heading="Vane, Harriet"><name>Harriet Vane</name>
    <variant type="abbreviation">HV</variant>
    <mention document="ferry-memorandum" anchor="m7" cert="likely"/>
    <mention document="1979FERRY00012" anchor="m1"/><mention document="1979FERRY00012" anchor="m2"/></entry>
    <see target="vane-harriet" name="Veen, H.">Vane, Harriet</see></group>
</register>
"""


@pytest.fixture(scope="session")
def registers() -> dict[str, str]:
    return {"people": register_json(STYLESHEETS / "register.xsl", etree.fromstring(REGISTER))}


@pytest.fixture(scope="session")
def whole(papers: Papers, registers: dict[str, str]) -> Book:
    return papers.book(registers=registers)


@pytest.fixture(scope="session")
def printed(press: Press, whole: Book) -> Printed:
    made = press.print(whole)
    assert made.diagnostics == ()
    return made


def page_texts(pdf: bytes) -> list[str]:
    """Return the text of each page as a reader's selection would copy it; hyphens at line ends are joined."""
    opened = pdfium.PdfDocument(pdf)
    texts = []
    for page in opened:
        text = page.get_textpage().get_text_bounded()
        texts.append(text.replace("\ufffe\r\n", "").replace("\ufffe", "").replace("\u00ad\r\n", "").replace("\u00ad", ""))
    opened.close()
    return texts


@pytest.fixture(scope="session")
def texts(printed: Printed) -> list[str]:
    return page_texts(printed.pdf)


Finder = Callable[[str], int]


@pytest.fixture(scope="session")
def page_of(printed: Printed) -> Finder:
    """Return what gives the page label of the first page that holds some words."""
    opened = pdfium.PdfDocument(printed.pdf)
    labels = [opened.get_page_label(i) for i in range(len(opened))]
    texts = page_texts(printed.pdf)

    def find(words: str) -> int:
        plain = " ".join(words.split())
        return next(int(labels[i]) for i, text in enumerate(texts) if labels[i].isdigit() and plain in " ".join(text.split()))

    return find
