from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.convert.date_forms import FORMS
from dragoman.convert.dates import find_dates, parse_date
from dragoman.source import SourceText


def stated(text: str, **known) -> list[tuple[str, dict[str, str]]]:
    return [(date.value.text, date.value.attributes()) for date in find_dates(text, **known)]


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("June 21, 1977", "1977-06-21"),
        ("March 06, 1978", "1978-03-06"),
        ("21 June 1977", "1977-06-21"),
        ("June 9 [1982]", "1982-06-09"),
        ("1977-06-21", "1977-06-21"),
        ("30.XII.1949", "1949-12-30"),
        ("30 XII 1949", "1949-12-30"),
        ("30.12.1949", "1949-12-30"),
        ("30. 12. 1949", "1949-12-30"),
        ("December / 18,1949", "1949-12-18"),
        ("December 18,1949", "1949-12-18"),
        ("December\n18, 1949", "1949-12-18"),
        ("18th December 1949", "1949-12-18"),
        ("18th of December, 1949", "1949-12-18"),
        ("Dec. 18, 1949", "1949-12-18"),
        ("18” December 1949", "1949-12-18"),
        ('18" December 1949', "1949-12-18"),
        ("01-Jan-1994", "1994-01-01"),
        ("01 JAN 1994", "1994-01-01"),
        ("1978 April 23", "1978-04-23"),
        ("12/30/1949", "1949-12-30"),
        ("30/12/1949", "1949-12-30"),
        ("18. Dezember 1949", "1949-12-18"),
        ("18 декабря 1949 г.", "1949-12-18"),
        ("18 dekabria 1949 g.", "1949-12-18"),
        ("1er mars 1950", "1950-03-01"),
        ("18 grudnia 1949 r.", "1949-12-18"),
        ("September, 1978", "1978-09"),
        ("September 1978", "1978-09"),
        ("September of 1978", "1978-09"),
        ("XII.1949", "1949-12"),
        ("1978-09", "1978-09"),
        ("1980", "1980"),
        ("(1980)", "1980"),
        ("June 9, 1982, at 10:30", "1982-06-09T10:30:00"),
        ("June 9, 1982, 10.30 p.m.", "1982-06-09T22:30:00"),
    ],
)
def test_a_date_is_as_precise_as_its_words(text, when):
    date = parse_date(text)
    assert date is not None
    assert date.value.attributes() == {"when": when}


@pytest.mark.parametrize(
    ("text", "attributes"),
    [
        (
            "summer and fall 1982",
            {"from": "1982-06", "to": "1982-11", "cert": "medium", "evidence": "conjecture"},
        ),
        ("winter 1978–79", {"from": "1978-12", "to": "1979-02", "cert": "medium", "evidence": "conjecture"}),
        (
            "fall and winter 1978",
            {"from": "1978-09", "to": "1979-02", "cert": "low", "evidence": "conjecture"},
        ),
        (
            "winter of 1978",
            {"notBefore": "1978-01", "notAfter": "1978-12", "cert": "low", "evidence": "conjecture"},
        ),
        ("12–14 March 1978", {"from": "1978-03-12", "to": "1978-03-14"}),
        ("June 12–14, 1978", {"from": "1978-06-12", "to": "1978-06-14"}),
        ("June 28 – July 2, 1978", {"from": "1978-06-28", "to": "1978-07-02"}),
        ("28 June – 2 July 1978", {"from": "1978-06-28", "to": "1978-07-02"}),
        ("from 3 to 5 May 1979", {"from": "1979-05-03", "to": "1979-05-05"}),
        ("12.–14.3.1978", {"from": "1978-03-12", "to": "1978-03-14"}),
        ("30.12.1949 – 2.1.1950", {"from": "1949-12-30", "to": "1950-01-02"}),
        ("1979-05-03/1979-05-05", {"from": "1979-05-03", "to": "1979-05-05"}),
        ("October–November 1980", {"from": "1980-10", "to": "1980-11"}),
        ("October 1979 – March 1980", {"from": "1979-10", "to": "1980-03"}),
        ("October 1979 to March 1980", {"from": "1979-10", "to": "1980-03"}),
        ("from October 1979 to March 1980", {"from": "1979-10", "to": "1980-03"}),
        ("1966-1987", {"from": "1966", "to": "1987"}),
        ("1966–87", {"from": "1966", "to": "1987"}),
        ("1978/79", {"from": "1978", "to": "1979"}),
        ("between 3 and 9 June 1979", {"notBefore": "1979-06-03", "notAfter": "1979-06-09"}),
        ("3 and 4 June 1979", {"from": "1979-06-03", "to": "1979-06-04"}),
        (
            "3 and 9 June 1979",
            {"notBefore": "1979-06-03", "notAfter": "1979-06-09", "cert": "low", "evidence": "conjecture"},
        ),
        (
            "10:00 to 12:00 on June 9 [1982]",
            {"from": "1982-06-09T10:00:00", "to": "1982-06-09T12:00:00"},
        ),
        (
            "June 9, 1982, from 10.00 to 12.00",
            {"from": "1982-06-09T10:00:00", "to": "1982-06-09T12:00:00"},
        ),
        ("ca. 1956", {"when": "1956", "cert": "low", "evidence": "internal"}),
        ("[1956?]", {"when": "1956", "cert": "low", "evidence": "internal"}),
        ("1956 [?]", {"when": "1956", "cert": "low", "evidence": "internal"}),
    ],
)
def test_a_span_of_time_has_two_ends_and_a_doubt_its_certainty(text, attributes):
    date = parse_date(text)
    assert date is not None
    assert date.value.attributes() == attributes


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("30 February 1982", "February 1982 has no day 30"),
        ("June 31, 1978", "June 1978 has no day 31"),
        ("June 45, 1978", "June 1978 has no day 45"),
        ("25/13/1979", "there is no month 13"),
        ("12.13.1979", "there is no month 13"),
        ("14–12 March 1978", "the end, 1978-03-12, is before the beginning, 1978-03-14"),
    ],
)
def test_a_date_that_cannot_exist_is_reported_and_not_guessed(text, fault):
    [date] = find_dates("On " + text + " they met.")
    assert date.value.attributes() == {}
    assert date.fault == fault
    [diagnostic] = date.diagnostics(SourceText("a.txt", "On " + text))
    assert str(diagnostic).startswith(f"a.txt:1:4: warning[DATE001] “{text}”: {fault}")


@pytest.mark.parametrize(
    "text",
    [
        "Order No. 1956",
        "№ 1978",
        "f. 100, op. 21, d. 1978",
        "REF: MOSCOW 1843, 1979",
        "STATE 1979",
        "1978MOSCOW08357",
        "in all 1950 tons",
        "of 1956 delegates",
        "Secret Telegram No. 3267/IV",
        "12-3-1978-4",
        "they may 1979",
        "June 9",
        "21 APR 78",
        "September 19785",
        "a year of 1500 men",
        "1234567",
    ],
)
def test_a_number_that_is_no_year_is_no_date(text):
    assert stated(text) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("In 1967, and since 1969", ["1967", "1969"]),
        ("Timber Floating on the Selenga, 1981", ["1981"]),
        ("Protocol (July 1979) on Ice", ["July 1979"]),
        ("the 1979 agreement", ["1979"]),
        ("in mid-1979", ["1979"]),
        ("by the 1960s", ["1960s"]),
        ("Note of 17 June 1977, with Annex of 18 June 1977", ["17 June 1977", "18 June 1977"]),
        ("held from 10:00 to 12:00 on June 8 [1982] in Moscow", ["10:00 to 12:00 on June 8 [1982]"]),
        ("on 45 June 1978", ["June 1978"]),
    ],
)
def test_dates_are_found_within_running_text(text, words):
    found = find_dates(text)
    assert [date.value.text for date in found] == words
    assert [text[date.span.start : date.span.end] for date in found] == words


def test_a_year_of_two_digits_counts_only_where_the_century_is_known():
    assert stated("R 201317Z; 21 APR 78", century=1900) == [("21 APR 78", {"when": "1978-04-21"})]
    assert stated("October 2, 1976", century=1900) == [("October 2, 1976", {"when": "1976-10-02"})]
    assert parse_date("21 Apr 78") is None


def test_numbers_with_slashes_are_ambiguous_until_the_order_is_known():
    limits = {"notBefore": "1979-03-04", "notAfter": "1979-04-03", "cert": "low", "evidence": "conjecture"}
    assert stated("03/04/1979") == [("03/04/1979", limits)]
    assert stated("03/04/1979", order="mdy") == [("03/04/1979", {"when": "1979-03-04"})]
    assert stated("03/04/1979", order="dmy") == [("03/04/1979", {"when": "1979-04-03"})]
    [date] = find_dates("03/04/1979")
    assert [d.code for d in date.diagnostics(SourceText("a.txt", "03/04/1979"))] == ["DATE002"]


def test_a_date_does_not_reach_over_a_blank_line():
    assert stated("March\n\n1980") == [("1980", {"when": "1980"})]


@pytest.mark.parametrize(
    ("text", "precision"),
    [
        ("1980", "year"),
        ("May 1980", "month"),
        ("5 May 1980", "day"),
        ("5 May 1980, 10:00", "time"),
        ("5–6 May 1980", "range"),
        ("31 June 1980", ""),
    ],
)
def test_precision_is_said_in_a_word(text, precision):
    [date] = find_dates(text)
    assert date.precision == precision


@pytest.mark.parametrize(
    "form",
    {form.example: form for forms in FORMS.values() for form in forms}.values(),
    ids=lambda f: f.example,
)
def test_the_example_of_every_form_is_a_date_by_that_form(form):
    date = parse_date(form.example.removeprefix("the "))
    assert date is not None
    assert date.value.attributes() or date.fault


def test_parse_date_wants_nothing_but_the_date():
    assert parse_date("Note of 5 May 1980") is None
    assert parse_date("5 May 1980 and after") is None
    assert parse_date("") is None
    assert parse_date(" \n ") is None


_pieces = st.lists(
    st.sampled_from(
        "1 9 12 31 45 00 1978 1066 12345 18th May may June, XII I fall winter and to from between of"
        " - – / . ? [ ]"
        " ( ) 10:00 25:00 10.30 p.m. г. \n \n\n ' ca. No. , tons 1960s ² ١٢ a".split(" ")
    ),
    max_size=30,
)


@given(st.one_of(st.text(), _pieces.map(" ".join), _pieces.map("".join)))
def test_any_text_is_read_without_failure_and_spans_stand_in_order(text):
    for century in (None, 1900):
        at = 0
        for date in find_dates(text, century=century):
            assert at <= date.span.start < date.span.end <= len(text)
            assert date.value.text == text[date.span.start : date.span.end]
            assert bool(date.fault) != bool(date.value.attributes())
            at = date.span.end
    parse_date(text)


@given(
    st.dates(),
    st.sampled_from(
        ["{0:%B} {0.day}, {1}", "{0.day} {0:%B} {1}", "{1}-{0:%m}-{0:%d}", "{0.day}.{0.month}.{1}"]
    ),
)
def test_every_day_is_read_back_from_every_form(day, form):
    year = day.year % 1000 + 1000
    if day.month == 2:
        day = day.replace(day=min(day.day, 28))
    date = parse_date(form.format(day, year))
    assert date is not None
    assert date.value.when == f"{year}-{day:%m-%d}"


@given(
    st.sampled_from(["January", "February", "May", "September", "December"]),
    st.integers(1, 31),
    st.integers(1000, 2099),
)
def test_the_commonest_form_says_alone_what_it_says_in_a_text(month: str, day: int, year: int):
    text = f"{month} {day}, {year}"
    assert [parse_date(text)] == find_dates(text)
