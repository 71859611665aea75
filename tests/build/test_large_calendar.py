"""A calendar too large for one page: what stands on which page, that all of it does, where links lead."""

from __future__ import annotations

import shutil
from collections import Counter
from io import BytesIO
from pathlib import Path
from urllib.parse import unquote, urljoin

import pytest
from lxml import etree
from lxml import html as lxml_html

from dragoman.build import site as site_module
from dragoman.build import surroundings
from dragoman.build.builder import Builder
from dragoman.build.products import build
from dragoman.edition import Edition
from dragoman.render.calendar_parts import CalendarParts


def divided(most: int, *summaries: str) -> dict[str, list[str]]:
    """Return what stands on each page, documents and entries in the order of the index."""
    parts = CalendarParts(most, BytesIO())
    for summary in summaries:
        parts.add(etree.fromstring(summary), summary.encode())
    return {
        page: [
            str(i)
            for i in etree.fromstring(parts.index(held)).xpath(
                "document[not(entry)]/@id | document/entry/@id"
            )
        ]
        for page, held in parts.divided().items()
    }


def document(identifier: str, date: str, *entries: str) -> str:
    precision = {0: "none", 4: "year", 7: "month"}.get(len(date), "day")
    dated = f'date="{date}" precision="{precision}"'
    return (
        f'<document id="{identifier}" title="On &lt;{identifier}&gt;" {dated}>{"".join(entries)}</document>'
    )


def entry(identifier: str, date: str, ref: str = "", same_as: str = "") -> str:
    return (
        document(identifier, date)
        .replace("document", "entry")
        .replace("title", f'ref="{ref}" same-as="{same_as}" title', 1)
    )


PAPERS = (
    document("a", "1961-03-04"),
    document("b", "1961-05"),
    document("c", "1979-03-01"),
    document("d", "1979-03-02T13:17Z"),
    document("e", "1979-06-21"),
    document("f", "1979"),
    document("g", ""),
)


def test_years_have_pages_and_months_where_a_year_is_too_large() -> None:
    assert divided(7, *PAPERS) == {}
    assert divided(4, *PAPERS) == {"1961": ["a", "b"], "1979": ["c", "d", "e", "f"], "undated": ["g"]}
    assert divided(3, *PAPERS) == {
        "1961": ["a", "b"],
        "1979": ["f"],
        "1979-03": ["c", "d"],
        "1979-06": ["e"],
        "undated": ["g"],
    }


def test_an_entry_stands_with_what_it_is_the_same_as() -> None:
    first = document(
        "list", "", entry("e1", "1961-09"), entry("e2", "1990", ref="c.xml"), entry("e3", "1979")
    )
    second = document(
        "more", "1961", entry("e1", "1988", same_as="list.xml#e1"), entry("e2", "1979", "list.xml")
    )
    found = divided(4, *PAPERS, first, second)
    assert found["1961"] == ["a", "b", "e1", "e1"]
    assert found["1979-03"] == ["c", "d", "e2"]
    assert found["1979"] == ["f", "e3"]
    # A list of the edition that another list has is among the lists, and in no year.
    assert sum(map(len, found.values())) == 7 + 4


@pytest.fixture
def edition(tmp_path: Path, repository: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    shutil.copytree(repository / "tei", tmp_path / "tei", ignore=shutil.ignore_patterns("sources"))
    monkeypatch.setattr(site_module, "web_fonts", lambda used: {})
    return tmp_path


def pages_of(root: Path) -> dict[str, lxml_html.HtmlElement]:
    build(Builder(Edition(root)), ["web"])
    web = root / "out" / "web"
    return {
        path.relative_to(web).as_posix(): lxml_html.document_fromstring(path.read_bytes().decode())
        for path in web.rglob("*.html")
    }


def items(page: lxml_html.HtmlElement) -> list[str]:
    """Return what each item of a calendar says, with its date and the lists that have it."""
    return [" ".join(item.text_content().split()) for item in page.iterfind(".//li[@data-kind]")]


def test_a_divided_calendar_has_each_item_of_a_whole_one_once_and_every_link_leads_there(
    edition: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = pages_of(edition)
    assert not [name for name in whole if name.startswith("calendar/")]
    monkeypatch.setattr(surroundings, "MOST", 20)
    shutil.rmtree(edition / "out")
    pages = pages_of(edition)
    parts = [name for name in pages if name.startswith("calendar/")]
    assert {"calendar/1957.html", "calendar/undated.html"} < {*parts}
    assert items(pages["calendar.html"]) == []
    assert Counter(item for name in parts for item in items(pages[name])) == Counter(
        items(whole["calendar.html"])
    )
    lede = ".//header[@class='page-header']/p[@class='lede']"
    assert pages["calendar.html"].findtext(lede) == whole["calendar.html"].findtext(lede)

    # The other pages of the whole are what they were.
    for name in ("index.html", "network.html", "documents/1979TOKYO14417.html"):
        assert etree.tostring(pages[name]) == etree.tostring(whole[name])

    ids = {name: {str(i) for i in page.xpath("//@id")} for name, page in pages.items()}
    for name in ("index.html", "calendar.html", *parts):
        for address in pages[name].xpath("//main//a/@href | //nav//a/@href"):
            path, _, fragment = urljoin(f"/{name}", str(address)).lstrip("/").partition("#")
            if path.endswith(".html"):
                assert unquote(path) in pages, (name, address)
                assert not fragment or unquote(fragment) in ids[unquote(path)], (name, address)
    # Each month of the table leads to a page on which so many items stand in that month.
    for cell in pages["calendar.html"].iterfind(".//td[@data-month]/a"):
        target = pages[str(cell.get("href")).partition("#")[0]]
        stands = target.findall(f".//li[@data-month='{cell.getparent().get('data-month')}']")
        assert str(len(stands)) == cell.text
    # One page leads to the next in the order of time, the undated last.
    order = [name for name in parts if not pages[name].xpath("//a[@rel='prev']")]
    while following := pages[order[-1]].xpath("//a[@rel='next']/@href"):
        order.append(f"calendar/{following[0]}")
    dated = sorted(name for name in parts if name != "calendar/undated.html")
    assert order == [*dated, "calendar/undated.html"]


def test_a_calendar_that_is_no_longer_large_is_one_page_again(
    edition: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(surroundings, "MOST", 20)
    divided_first = pages_of(edition)
    assert [name for name in divided_first if name.startswith("calendar/")]
    for path in (edition / "tei" / "documents").glob("selenga-*.xml"):
        path.unlink()
    after = pages_of(edition)
    assert not [name for name in after if name.startswith("calendar/")]
    shutil.rmtree(edition / "out")
    fresh = pages_of(edition)
    assert etree.tostring(fresh["calendar.html"]) == etree.tostring(after["calendar.html"])
