"""Which of 03/12/1976 is the day, told by the other entries of its list."""

from __future__ import annotations

import pytest

from dragoman.convert.context import Context
from dragoman.convert.lists import search_results
from dragoman.source import SourceText

HEADER = "Results:\n\nDraft Date\tDocument Number\tSubject\n"


def hits(*rows):
    return HEADER + "".join(
        f"{date}\t{number}\tGAUGE READING {at}\n" for at, (date, number) in enumerate(rows)
    )


def dates(page):
    names = ("when", "notBefore", "notAfter", "cert", "evidence")
    return [
        {name: value for name in names if (value := date.get(name))}
        for bibl in page.bibls
        for date in bibl.iterfind("{*}date")
    ]


def decision(text):
    made = search_results.convert(SourceText("list.txt", text), Context("list", is_explained=True))
    return next(one for one in made.decisions if one.subject == "order of day and month")


def test_a_number_above_twelve_shows_the_order_for_the_whole_list(results_of):
    text = hits(
        ("03/12/1976", "1976NAUSHKI00311"), ("05/08/1976", "1976STATE05001"), ("02/13/1976", "1976STATE00900")
    )
    page = results_of(text)
    assert dates(page) == [{"when": "1976-03-12"}, {"when": "1976-05-08"}, {"when": "1976-02-13"}]
    assert page.codes == []
    told = decision(text)
    assert (told.value, told.cert, told.place.line) == ("the month comes first", "high", 6)
    assert told.evidence == "“02/13/1976” has no other reading"


def test_a_day_above_twelve_outweighs_the_custom_of_the_archive(results_of):
    page = results_of(hits(("03/12/1976", "1976NAUSHKI00311"), ("13/02/1976", "1976STATE00900")))
    assert dates(page) == [{"when": "1976-12-03"}, {"when": "1976-02-13"}]


def test_numbers_above_twelve_that_disagree_leave_the_others_open(results_of):
    text = hits(
        ("03/12/1976", "1976NAUSHKI00311"), ("13/02/1976", "1976STATE00900"), ("02/14/1976", "1976STATE00901")
    )
    page = results_of(text)
    assert dates(page)[0] == {
        "notBefore": "1976-03-12",
        "notAfter": "1976-12-03",
        "cert": "low",
        "evidence": "conjecture",
    }
    assert page.codes == ["DATE002"]
    told = decision(text)
    assert (told.value, told.cert) == ("it is not known which comes first", "low")
    assert told.evidence == "“13/02/1976” has the day first and “02/14/1976” the month"


def test_the_numbers_of_messages_rise_with_their_days(results_of):
    # Read with the month first, message 311 would be of November and message 425 of January.
    text = hits(
        ("11/02/1976", "1976NAUSHKI00311"),
        ("01/03/1976", "1976NAUSHKI00425"),
        ("02/04/1976", "1976NAUSHKI00570"),
    )
    page = results_of(text)
    assert [date["when"] for date in dates(page)] == ["1976-02-11", "1976-03-01", "1976-04-02"]
    assert {(date["cert"], date["evidence"]) for date in dates(page)} == {("medium", "context")}
    assert page.codes == ["LIST009"]
    assert decision(text).evidence == "so the days rise with the numbers of each post’s messages"


def test_the_order_of_the_entries_tells_where_enough_have_days(catalogue_of):
    days = ["02/01/1951", "01/02/1951", "05/03/1951", "03/04/1951", "09/04/1951", "04/05/1951"]
    text = "Gauge books\n\n" + "".join(f"{at}. Book {at} ........ {day}\n" for at, day in enumerate(days, 1))
    page = catalogue_of(text)
    assert [date["when"] for date in dates(page)] == [
        "1951-01-02",
        "1951-02-01",
        "1951-03-05",
        "1951-04-03",
        "1951-04-09",
        "1951-05-04",
    ]
    assert {date["cert"] for date in dates(page)} == {"medium"}


def test_few_entries_that_happen_to_be_in_order_tell_nothing(catalogue_of):
    text = "Gauge books\n\n1. A ...... 02/01/1951\n2. B ...... 01/02/1951\n3. C ...... 05/03/1951\n"
    page = catalogue_of(text)
    assert {date["cert"] for date in dates(page)} == {"low"}
    assert page.codes.count("DATE002") == 3


def test_without_other_evidence_the_messages_of_an_american_archive_have_the_month_first(results_of):
    text = hits(("03/12/1976", "1976NAUSHKI00311"))
    page = results_of(text)
    assert dates(page) == [{"when": "1976-03-12", "cert": "medium", "evidence": "context"}]
    assert page.all(".//tei:bibl/tei:date") == ["03/12/1976"]
    assert page.codes == ["LIST009"]
    told = decision(text)
    assert told.cert == "medium"
    assert told.evidence == (
        "the custom of the American archive whose messages these are; no date shows another"
    )


def test_evidence_against_the_custom_of_the_archive_leaves_the_dates_open(results_of):
    # In the order of their days only with the day first; the posts differ, so that no numbers rise.
    rows = [("02/01/1976", "1976OSLO00311"), ("01/02/1976", "1976ROME00425"), ("05/03/1976", "1976BONN00570")]
    page = results_of(hits(*rows))
    assert {date["cert"] for date in dates(page)} == {"low"}
    assert page.codes == ["DATE002"] * 3


def test_a_day_that_is_the_number_of_its_month_is_sure(results_of):
    assert dates(results_of(hits(("03/03/1976", "1976NAUSHKI00311")))) == [{"when": "1976-03-03"}]


def test_a_short_year_stays_uncertain_where_the_order_is_sure(catalogue_of):
    rows = ["A ...... 03/12/76", "B ...... 13/12/1976", "C ...... 14/12/1976", "D ...... 15/12/1976"]
    page = catalogue_of("Gauge books\n\n" + "".join(f"{at}. {row}\n" for at, row in enumerate(rows, 1)))
    assert dates(page)[0] == {"when": "1976-12-03", "cert": "medium", "evidence": "context"}


@pytest.mark.parametrize("date", ["3 March 1976", "March 1976"])
def test_a_list_without_slashes_has_no_order_to_report(date):
    made = search_results.convert(
        SourceText("list.txt", hits((date, "1976NAUSHKI00311"))), Context("list", is_explained=True)
    )
    assert "order of day and month" not in [one.subject for one in made.decisions]
