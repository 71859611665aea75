"""Dates that begin with the year: Chinese, Korean, Mongolian, Hungarian, and figures with full stops."""

from __future__ import annotations

import itertools

import pytest

from dragoman.convert.dates import find_dates, parse_date


@pytest.mark.parametrize(
    ("text", "attributes"),
    [
        ("北京，1982年6月9日", {"when": "1982-06-09"}),
        ("一九八二年十二月三十一日", {"when": "1982-12-31"}),
        ("一九五〇年十月", {"when": "1950-10"}),
        ("1982年6月9日至11日", {"from": "1982-06-09", "to": "1982-06-11"}),
        ("1982年6月30日—7月2日", {"from": "1982-06-30", "to": "1982-07-02"}),
        ("1982年6月9日下午3时半", {"when": "1982-06-09T15:30:00"}),
        ("1982년 6월 9일 오전 10시", {"when": "1982-06-09T10:00:00"}),
        ("1982 оны 6 дугаар сарын 9-ний өдөр", {"when": "1982-06-09"}),
        ("1982 оны арван хоёрдугаар сарын 9", {"when": "1982-12-09"}),
        ("1982 онд", {"when": "1982"}),
        ("Budapest, 1982. június 9.", {"when": "1982-06-09"}),
        ("1982. VI. 9-én", {"when": "1982-06-09"}),
        ("Улаанбаатар, 1982.06.09", {"when": "1982-06-09"}),
    ],
)
def test_a_date_that_begins_with_its_year_is_read(text: str, attributes: dict[str, str]) -> None:
    assert [found.value.attributes() for found in find_dates(text)] == [attributes]


@pytest.mark.parametrize(
    "text", ["1982年13月9日", "1982年6月9日至3日", "1982 оны 2 дугаар сарын 30", "1982.02.30"]
)
def test_one_that_cannot_exist_has_a_fault_and_no_value(text: str) -> None:
    (found,) = find_dates(text)

    assert found.fault
    assert found.value.attributes() == {}


@pytest.mark.parametrize(
    "text", ["№ 1956.12.3", "No. 1956.12.3", "192.1968.12.3", "一二三四五年", "1982 оны намрын сар"]
)
def test_numbers_and_other_words_are_no_dates(text: str) -> None:
    assert find_dates(text) == []


def test_a_line_that_is_such_a_date_is_one_alone() -> None:
    found = parse_date("1982年6月9日")

    assert found is not None
    assert found.value.when == "1982-06-09"


def test_dates_of_both_orders_stand_in_the_order_of_the_text() -> None:
    found = find_dates("1982年6月9日 and 3 May 1979, 1982.07.01; 4 June 1980")

    assert [date.value.when for date in found] == ["1982-06-09", "1979-05-03", "1982-07-01", "1980-06-04"]
    assert all(one.span.end <= other.span.start for one, other in itertools.pairwise(found))
