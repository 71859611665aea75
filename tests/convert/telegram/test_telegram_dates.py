"""Date-time groups."""

from __future__ import annotations

import pytest
from telegram_text import HEADER, telegram

from dragoman.convert.telegram.date_time_group import InvalidDate, parse_date_time_group


@pytest.mark.parametrize(
    ("text", "precedence", "when"),
    [
        ("R 201317Z APR 78", "R", "1978-04-20T13:17:00+00:00"),
        ("O R 201317Z APR 78", "O R", "1978-04-20T13:17:00+00:00"),
        ("R201317Z APR 78", "R", "1978-04-20T13:17:00+00:00"),
        ("201317ZAPR78", "", "1978-04-20T13:17:00+00:00"),
        ("P   201317Z   APRIL   1978", "P", "1978-04-20T13:17:00+00:00"),
        ("R 201317Z SEPT. 73", "R", "1973-09-20T13:17:00+00:00"),
        ("R 201317B APR 78", "R", "1978-04-20T13:17:00+02:00"),
        ("R 201317R APR 78", "R", "1978-04-20T13:17:00-05:00"),
        ("O 010000Z JAN 74 ZFF4", "O", "1974-01-01T00:00:00+00:00"),
    ],
)
def test_a_group_is_read_with_precedence_zone_and_year(text, precedence, when):
    group = parse_date_time_group(text)
    assert (group.precedence, group.when) == (precedence, when)


@pytest.mark.parametrize(
    "text", ["R 321317Z APR 78", "R 202417Z APR 78", "R 310000Z APR 78", "R 201317J APR 78"]
)
def test_an_impossible_moment_is_refused(text):
    with pytest.raises(InvalidDate):
        parse_date_time_group(text)


@pytest.mark.parametrize("text", ["201317 APR 78", "R 201317Z", "APRIL 20, 1978", ""])
def test_other_forms_are_no_group(text):
    assert parse_date_time_group(text) is None


def test_a_year_from_elsewhere_is_marked_as_such():
    group = parse_date_time_group("R 201317Z APR", 1978)
    assert (group.when, group.is_year_given) == ("1978-04-20T13:17:00+00:00", False)
    assert parse_date_time_group("R 201317Z APR") is None


@pytest.mark.parametrize(
    ("printed", "meant"),
    [("12O915Z", "120915"), ("l20915Z", "120915"), ("I2O9I5Z", "120915"), ("1209l5Z", "120915")],
)
def test_letters_among_the_figures_are_read_beside_what_the_transcript_has(printed, meant):
    made = telegram("THE FERRY RUNS.", header=HEADER.replace("120915Z", printed))
    (date,) = made.xml("//t:dateline/t:date")
    assert date == (
        '<date when="1979-03-12T09:15:00+00:00" cert="medium" evidence="conjecture">R '
        f'<choice><sic>{printed[:6]}</sic><corr resp="#dragoman">{meant}</corr></choice>Z MAR 79</date>'
    )
    assert made.messages("CBL019") == [f"“{printed[:6]}” is read as 120915"]
    assert made.metadata.date.when == "1979-03-12T09:15:00+00:00"
    assert (made.metadata.date.cert, made.metadata.date.evidence) == ("medium", "conjecture")


def test_a_group_in_figures_is_not_said_to_be_mistyped():
    assert "CBL019" not in telegram("THE FERRY RUNS.").codes


def test_a_mistyped_group_of_an_impossible_moment_gives_no_date():
    made = telegram("THE FERRY RUNS.", header=HEADER.replace("120915Z", "3l2915Z"), attributes="")
    assert "CBL004" in made.codes
    assert made.elements("//t:dateline/t:date/@when") == []


@pytest.mark.parametrize("text", ["OILOILZ MAR 79", "OIL120Z", "12O91Z MAR 79", "SOLO12Z MAR 79"])
def test_words_of_such_letters_are_no_group(text):
    assert parse_date_time_group(text) is None
