from __future__ import annotations

import pytest

from dragoman.convert.detect import detections
from dragoman.source import read_source


@pytest.fixture
def real(real_edition):
    return lambda name: read_source(real_edition / "tei" / "sources" / name).text


def test_the_real_collection_page_has_twenty_entries_with_dates_as_given(real, catalogue_of):
    page = catalogue_of(real("interkit-collection.txt"))
    assert [date for date, _, _ in page.entries] == [
        "1977-06-21", "1978-03-06", "1978-09", "1978-12", "1978-12-12", "1979-02-09", "1979-03-01",
        "1979-04-12", "1979-07", "1979-12", "1980", "1980-02", "1980-06", "1980-06-18", "1980-11-10",
        "1980-12-11", "1980-12-18", "1981-02-13", "1981-11-16", "1982",
    ]  # fmt: skip
    assert [bibl.get("rend") for bibl in page.bibls] == ["bullet"] * 20
    assert [bool(summary != "-") for _, _, summary in page.entries] == [True] * 19 + [False]
    assert len(page.all("tei:p")) == 1
    assert len(page.all("tei:p/tei:figure/tei:figDesc")) == 1
    assert len(page.all("tei:fw[@type='site']")) == len(page.all("tei:fw[@type='navigation']")) == 2
    assert page.codes == []
    range_in_title = page.bibls[-1].find("{*}title/{*}date")
    assert dict(range_in_title.attrib) == {
        "from": "1982-06", "to": "1982-11", "cert": "medium", "evidence": "conjecture",
    }  # fmt: skip


def test_the_real_results_page_has_ten_results_of_thirty_four_in_order_of_reading(real, results_of):
    page = results_of(real("sino-soviet-search-results.txt"))
    assert [(number.get("type"), number.get("value")) for number in page.body.iterfind("{*}p/{*}num")] == [
        ("first", "21"), ("last", "30"), ("total", "34"),
    ]  # fmt: skip
    assert [item.get("n") for item in page.body.iterfind("{*}list/{*}item")] == [
        str(n) for n in range(21, 31)
    ]
    assert [date for date, _, _ in page.entries] == [
        "1956-09-19", "1956-09-21", "1956-09-23", "1956-09-26", "1956-09-03", "1991-09", "1989-08-22",
        "1963-09-24", "1963-02-01", "1960-04-08",
    ]  # fmt: skip
    assert page.all("tei:fw") == ["Skip to content", "Pagination"]
    assert page.codes == []
    assert page.conversion.document.metadata.title == "Search results 21–30 of 34"


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("interkit-collection.txt", "catalogue"),
        ("sino-soviet-search-results.txt", "search-results"),
        ("kapitsa-yondon-1982-06-09.txt", "memorandum"),
        ("1978MOSCOW08357.txt", "telegram"),
    ],
)
def test_lists_and_other_transcripts_are_told_apart(real_edition, name, kind):
    ranked = detections(read_source(real_edition / "tei" / "sources" / name))
    assert ranked[0].kind == kind
    lists = [d for d in ranked if d.kind in ("catalogue", "search-results") and d.kind != kind]
    assert all(detection.score <= 0.2 for detection in lists)
