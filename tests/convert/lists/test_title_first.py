"""Records with the date below the title, entries without a date, and what is decided of a list."""

from __future__ import annotations

import pytest

BELOW = """Ice on the Selenga, 1970-1985

A collection of papers.

Report on the Ice at Kyakhta
March 3, 1971
The ice is measured at four places.

Letter from N. Sarnai to the Ministry
April 1972
Sarnai asks for a coat.

Note on Barges
Undated
Nobody knows where they are.
"""
EXPECTED = [
    ("1971-03-03", "Report on the Ice at Kyakhta", "The ice is measured at four places."),
    ("1972-04", "Letter from N. Sarnai to the Ministry", "Sarnai asks for a coat."),
    ("-", "Note on Barges", "Nobody knows where they are."),
]


def tight(text: str) -> str:
    """Return the list without the blank lines between its entries."""
    head, _, entries = text.partition("papers.\n\n")
    return f"{head}papers.\n\n" + entries.replace("\n\n", "\n")


def bulleted(text: str) -> str:
    """Return the list with a bullet before each title."""
    for title in ("Report on", "Letter from", "Note on"):
        text = text.replace(title, f"  • {title}")
    return text


@pytest.mark.parametrize(
    "text",
    [BELOW, tight(BELOW), BELOW.replace("\n", "\n\n"), bulleted(BELOW)],
    ids=["blocks", "tight", "a line each", "bullets"],
)
def test_a_date_below_its_title_belongs_to_it(catalogue_of, text):
    page = catalogue_of(text)
    assert page.entries == EXPECTED
    assert page.all("tei:head") == ["Ice on the Selenga, 1970-1985"]
    assert page.all("tei:p") == ["A collection of papers."]
    assert page.all("tei:listBibl/tei:bibl/tei:date")[-1] == "Undated"


def test_titles_without_summaries_and_their_dates_below(catalogue_of):
    page = catalogue_of("Ice\n\nNote on Ice\n\n1971\n\nNote on Snow\n\n1972\n\nNote on Rain\n\n1973\n")
    assert page.entries == [
        ("1971", "Note on Ice", "-"),
        ("1972", "Note on Snow", "-"),
        ("1973", "Note on Rain", "-"),
    ]


def test_titles_without_summaries_and_their_dates_above(catalogue_of):
    page = catalogue_of("Ice\n\n1971\n\nNote on Ice\n\n1972\n\nNote on Snow\n\n1973\n\nNote on Rain\n")
    assert page.entries == [
        ("1971", "Note on Ice", "-"),
        ("1972", "Note on Snow", "-"),
        ("1973", "Note on Rain", "-"),
    ]


UNDATED = """Ice

March 3, 1971

Report on the Ice

The ice is measured.

April 1972

Letter from N. Sarnai

Sarnai asks for a coat.

Note about Two Barges

Nobody knows where they are.
"""


def test_an_entry_without_a_date_is_known_by_its_words_where_no_number_tells(catalogue_of):
    page = catalogue_of(UNDATED)
    assert page.entries[2] == ("-", "Note about Two Barges", "Nobody knows where they are.")
    assert [bibl.get("cert") for bibl in page.bibls] == [None, None, "low"]
    assert {"LIST005", "LIST007"} <= set(page.codes)


def test_a_paragraph_of_a_summary_is_no_entry(catalogue_of):
    page = catalogue_of(UNDATED.replace("Note about Two Barges", "The barges are two of five"))
    assert len(page.entries) == 2


def test_the_report_says_form_order_and_what_is_uncertain(catalogue_of, results_of):
    made = catalogue_of(UNDATED).conversion.decisions
    found = {(decision.subject, decision.value, decision.cert) for decision in made}
    assert ("form", "records of date, title and summary", "high") in found
    assert ("order", "by date, the earliest first", "high") in found
    assert ("date", "when=1972-04", "high") in found
    assert ("date", "none", "medium") in found
    assert ("entry", "Note about Two Barges", "low") in found


def test_the_report_says_which_pages_of_a_search_belong_together(results_of):
    entries = "May 3, 1972\n\nNote on Ice\n\nMay 2, 1971\n\nOld Ice\n"
    text = f"Search results for: ice\n\nResults:\n\n11 - 12 of 34\n\n{entries}"
    made = results_of(text).conversion.decisions
    found = {decision.subject: decision for decision in made}
    assert found["search"].value == "results 11 to 12 of 34"
    assert "“ice”" in found["search"].evidence
    assert found["order"].value == "by date, the latest first"
    assert found["range"].cert == "high"


def test_the_report_says_which_entry_is_out_of_order(catalogue_of):
    years = (1971, 1972, 1969, 1973, 1974)
    text = "Ice\n\n" + "".join(f"May {year}\n\nNote on Ice of {year}\n\nIt is cold.\n\n" for year in years)
    order = next(d for d in catalogue_of(text).conversion.decisions if d.subject == "order")
    assert (order.value, order.evidence) == (
        "by date, the earliest first", "out of order: 1969-05 follows 1972-05"
    )  # fmt: skip
