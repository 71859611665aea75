"""A small edition that was composed for these tests, printed once."""

from __future__ import annotations

from collections.abc import Iterator

import pdf_text
import pytest
from lxml import etree
from print_edition import FIXTURES, STYLESHEETS, Papers, read_papers

from dragoman.render.print import Book, register_json
from dragoman.render.print_press import Press, Printed


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
  <group letter="L"><entry id="lhagva-bat" heading="Lhagva, Bat"><name>Bat Lhagva</name>
    <dates>born 1931</dates>
    <office>Inspector of Ferries</office>
    <document id="ferry-memorandum">
      <mention anchor="m2"/>
      <mention anchor="m5"/>
    </document></entry></group>
  <group letter="V"><entry id="vane-harriet" heading="Vane, Harriet"><name>Harriet Vane</name>
    <variant type="abbreviation">HV</variant>
    <document id="ferry-memorandum">
      <mention anchor="m8" cert="likely"/>
    </document>
    <document id="1979FERRY00012">
      <mention anchor="m1"/>
      <mention anchor="m2"/>
    </document></entry>
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


@pytest.fixture(scope="session")
def texts(printed: Printed) -> list[str]:
    return pdf_text.pages(printed.pdf)
