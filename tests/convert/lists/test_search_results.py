from __future__ import annotations

import pytest

from dragoman.convert.detect import converter_for
from dragoman.convert.lists import catalogue, search_results
from dragoman.source import SourceText

PAGE = """Skip to content

Results:

11 - 13 of 23

Documents

June 21, 1977

Note on Ice

The ice is described.

September 1978

Note on Drift Wood

May 3, 1976

Letter

It is short.

Pagination
"""


def numbers(page):
    return [item.get("n") for item in page.body.iterfind("{*}list/{*}item")]


def test_a_page_of_results_has_its_range_and_its_numbered_entries(results_of):
    page = results_of(PAGE)
    assert [element.tag.rpartition("}")[2] for element in page.body] == ["fw", "head", "p", "list", "fw"]
    assert page.all("tei:head") == ["Results:"]
    assert [(n.get("type"), n.get("value"), n.text) for n in page.body.iterfind("{*}p/{*}num")] == [
        ("first", "11", "11"),
        ("last", "13", "13"),
        ("total", "23", "23"),
    ]
    assert page.all("tei:list/tei:head") == ["Documents"]
    assert page.entries == [
        ("1977-06-21", "Note on Ice", "The ice is described."),
        ("1978-09", "Note on Drift Wood", "-"),
        ("1976-05-03", "Letter", "It is short."),
    ]
    assert numbers(page) == ["11", "12", "13"]
    assert page.codes == []


@pytest.mark.parametrize(
    ("text", "title", "codes"),
    [
        ("7 - 7 of 7 results\n\nJune 21, 1977\n\nNote\n", "Search results 7 of 7", ["LIST006"]),
        ("0 - 0 of 0 results\n\nSort by: date\n", "Search results: 0", ["LIST006"]),
    ],
)
def test_a_range_of_one_or_none_is_said_as_such(results_of, text: str, title: str, codes: list[str]) -> None:
    page = results_of(text)
    assert page.conversion.document.metadata.title == title
    assert page.codes == codes


def test_without_results_and_documents_the_range_is_enough(results_of):
    page = results_of("61 - 62 of 62\n\nJune 21, 1977\n\nNote\n\nMay 1, 1976\n\nLetter\n")
    assert [supplied.text for supplied in page.body.iterfind("{*}head/{*}supplied")] == [
        "Search results 61–62 of 62"
    ]
    assert numbers(page) == ["61", "62"]
    assert page.codes == ["LIST006"]


def test_a_last_page_with_fewer_entries_than_it_says_is_reported_and_not_numbered(results_of):
    page = results_of(PAGE.replace("11 - 13 of 23", "11 - 20 of 23"))
    assert page.codes == ["LIST002"]
    [diagnostic] = page.conversion.diagnostics
    assert (diagnostic.place.line, diagnostic.message) == (
        5,
        "“11 - 20 of 23” stands for 10 entries, and 3 were found",
    )
    assert numbers(page) == [None] * 3


@pytest.mark.parametrize("words", ["13 - 11 of 23", "11 - 13 of 12"])
def test_numbers_that_contradict_each_other_are_reported(results_of, words):
    assert "LIST003" in results_of(PAGE.replace("11 - 13 of 23", words)).codes


@pytest.mark.parametrize(
    ("line", "values"),
    [
        ("21 - 30 of 34", ["21", "30", "34"]),
        ("21–30 of 34 results", ["21", "30", "34"]),
        ("Results 21 to 30 of about 1,234", ["21", "30", "1234"]),
        ("Showing 1 - 50 of 12,345 records.", ["1", "50", "12345"]),
        ("34 results", ["34"]),
        ("Showing all 24 documents", ["24"]),
    ],
)
def test_the_range_is_read_in_all_its_forms(results_of, line, values):
    page = results_of(line + "\n\nMay 1, 1979\n\nNote\n")
    assert [number.get("value") for number in page.body.iterfind("{*}p/{*}num")] == values


def test_an_entry_without_date_is_found_where_the_page_says_how_many_it_has(results_of):
    text = PAGE.replace("Letter\n", "Letter\n\nIt is short.\n\nLog of the Ferry\n").replace(
        "11 - 13", "11 - 14"
    )
    page = results_of(text)
    assert page.entries[2:] == [
        ("1976-05-03", "Letter", "It is short."),
        ("-", "Log of the Ferry", "It is short."),
    ]
    last = page.body.findall("{*}list/{*}item")[-1]
    assert (last.get("cert"), last.get("resp")) == ("low", "#dragoman")
    assert page.codes == ["LIST005", "LIST007"]


def test_the_query_is_marked_and_in_the_title(results_of):
    page = results_of("You searched for: gauge AND ice\n\n" + PAGE.removeprefix("Skip to content\n\n"))
    assert page.all("tei:head/tei:q[@type='query']") == ["gauge AND ice"]
    assert page.conversion.document.metadata.title == "Search results 11–13 of 23: gauge AND ice"


def test_printed_numbers_are_kept_and_count(results_of):
    page = results_of("Results:\n\n1. May 1, 1979\n\nA\n\n2. May 2, 1979\n\nB\n\n4. 3 May 1979\n\nC\n")
    assert numbers(page) == ["1", "2", "4"]
    assert page.all(".//tei:bibl/tei:num") == ["1", "2", "4"]
    assert page.codes == ["LIST008"]


ROWS = [
    "View Record\tDraft Date\tDocument Number\tFilm Number\tSubject\tTAGS",
    "View Record\t20 APR 1978\t1978SUHBAATAR00357\tD780170-0816\tTALKS ON RIVERS, APRIL 1978\tPARM, CH, UR",
    "View Record\t29 JAN 1979\t1979NAUSHKI02204\t\tSELENGA COMMISSION\tSENV",
    "View Record\t\t1979STATE128840\t\tVISIT OF LIMNOLOGISTS",
]


def test_a_hit_list_with_tabs_is_read_by_its_columns(results_of):
    page = results_of("Showing 1 - 3 of 1,204 records\n" + "\n".join(ROWS) + "\nPage 1 of 402\n")
    assert page.entries == [
        ("1978-04-20", "TALKS ON RIVERS, APRIL 1978", "-"),
        ("1979-01-29", "SELENGA COMMISSION", "-"),
        ("-", "VISIT OF LIMNOLOGISTS", "-"),
    ]
    assert page.all(".//tei:bibl/tei:idno[@type='document-number']") == [
        "1978SUHBAATAR00357",
        "1979NAUSHKI02204",
        "1979STATE128840",
    ]
    assert page.all(".//tei:bibl/tei:idno[@type='film-number']") == ["D780170-0816"]
    assert page.all(".//tei:bibl/tei:term[@type='tags']") == ["PARM, CH, UR", "SENV"]
    assert page.all("tei:list/tei:head") == [
        "View Record Draft Date Document Number Film Number Subject TAGS"
    ]
    assert numbers(page) == ["1", "2", "3"]


def test_a_hit_list_in_columns_joins_a_subject_over_two_lines(results_of):
    page = results_of(
        "Date         Message number     Subject                 TAGS\n"
        "20 APR 1978  1978NAUSHKI08357   TALKS ON RIVERS AND     PARM, CH, UR\n"
        "                                ON ICE\n"
        "29 JAN 1979  1979NAUSHKI02204   SELENGA COMMISSION      SENV, UR\n"
    )
    assert page.entries == [
        ("1978-04-20", "TALKS ON RIVERS AND | ON ICE", "-"),
        ("1979-01-29", "SELENGA COMMISSION", "-"),
    ]


def test_a_hit_list_without_column_names_is_read_by_the_form_of_its_cells(results_of):
    page = results_of(
        "1978-04-20 | 1978NAUSHKI08357 | ON ICE | CH, UR\n1978-04-21 | 1978NAUSHKI08358 | ON FISH | CH, UR\n"
    )
    assert page.entries == [("1978-04-20", "ON ICE", "-"), ("1978-04-21", "ON FISH", "-")]


@pytest.mark.parametrize(
    "text", [PAGE, "61 - 62 of 62\n\nJune 21, 1977\n\nNote\n\nMay 1, 1976\n\nB\n", "\n".join(ROWS)]
)
def test_search_results_are_recognised_and_are_no_catalogue(text):
    source = SourceText("list.txt", text)
    assert search_results.detect(source).score >= 0.6
    assert search_results.detect(source).evidence
    assert catalogue.detect(source).score <= 0.2


def test_a_table_of_hits_in_blanks_is_known_by_the_names_of_its_columns(results_of):
    text = (
        "National Archives  Access to Archival Databases (AAD)\nResults for: ferry\n\n"
        "Date          Message No.        Subject                 TAGS\n"
        "12 MAR 1979   1979ULAAN00417     THE FERRY AT KYAKHTA    PFOR\n"
        "16 APR 1975   1975LAPAZ02004     LAKE FERRY TARIFF       EAGR\n\nPage 1 of 4\n"
    )
    assert search_results.detect(SourceText("hits.txt", text)).score >= 0.4
    made = results_of(text)
    assert made.entries == [
        ("1979-03-12", "THE FERRY AT KYAKHTA", "-"),
        ("1975-04-16", "LAKE FERRY TARIFF", "-"),
    ]


def test_the_numbers_of_a_pager_are_navigation_and_no_summary(results_of):
    page = results_of(
        "1 - 2 of 14\n\nMay 1950\n\nNote on Ice\n\nIt is thin.\n\n1951\n\nOld Ice\n\n"
        "« First\n\n1\n\n2\n\n…\n\n7\n"
    )
    assert page.entries == [("1950-05", "Note on Ice", "It is thin."), ("1951", "Old Ice", "-")]
    assert [fw.text for fw in page.body.iterfind("{*}fw[@type='navigation']")] == [
        "« First",
        "1",
        "2",
        "…",
        "7",
    ]


def test_an_entry_without_a_date_after_one_without_a_summary(results_of):
    page = results_of(
        "1 - 3 of 3\n\nNote on Ice\n\nMay 1950\n\nIt is thin.\n\n"
        "Old Ice\n\n1951\n\nNote on a Barge\n\nIt sank.\n"
    )
    assert page.entries == [
        ("1950-05", "Note on Ice", "It is thin."),
        ("1951", "Old Ice", "-"),
        ("-", "Note on a Barge", "It sank."),
    ]


@pytest.mark.parametrize(
    "words",
    [
        "Your search did not match any documents.",
        "No results were found.",
        "0 documents",
        "No documents found",
    ],
)
def test_a_search_that_found_nothing_is_a_page_of_results_without_a_warning(results_of, words):
    text = f"Search results for: hovercraft\n\nResults:\n\n{words}\n\nTry other words.\n"
    assert search_results.detect(SourceText("list.txt", text)).score >= 0.55
    page = results_of(text)
    assert (page.entries, page.codes) == ([], [])


def test_prose_that_says_that_nothing_was_found_is_no_page_of_results():
    text = (
        "Record of a Talk\n\nNo documents were found in the house.\n\nThe guard slept. "
        + "He slept on. " * 300
    )
    assert search_results.detect(SourceText("talk.txt", text)).score == 0


ENTRIES = "\n\n".join(
    f"May {day}, 1979\n\nNote on Gauge {day}\n\nIt was read at noon and again at dusk." for day in range(1, 5)
)


@pytest.mark.parametrize(
    ("line", "first", "codes"),
    [
        ("Showing 4 of 4", "1", ["LIST006"]),
        ("Showing all 4 of 4 records", "1", ["LIST006"]),
        ("Displaying 4 results of 31", None, ["LIST006"]),
        ("Viewing 5 of 31", None, ["LIST006", "LIST002"]),
        ("4 results", "1", ["LIST006"]),
        ("Showing all 4 items", "1", ["LIST006"]),
    ],
)
def test_a_page_that_says_how_many_it_shows_and_not_which_is_one_of_results(results_of, line, first, codes):
    text = f"{line}\n\n{ENTRIES}\n"
    assert converter_for(SourceText("a.txt", text))[0].kind == "search-results"
    page = results_of(text)
    assert len(page.entries) == 4
    assert numbers(page)[0] == first
    assert page.codes == codes


def test_of_a_page_that_shows_so_many_the_numbers_are_marked(results_of):
    page = results_of(f"Showing 4 results of about 1,234\n\n{ENTRIES}\n")
    assert [(n.get("type"), n.get("value")) for n in page.body.iterfind("{*}p/{*}num")] == [
        ("last", "4"),
        ("total", "1234"),
    ]


@pytest.mark.parametrize("line", ["4 documents", "4 of 4", "It was shown to 4 of 31."])
def test_figures_that_are_not_called_results_leave_a_list_a_catalogue(line):
    assert converter_for(SourceText("a.txt", f"{line}\n\n{ENTRIES}\n"))[0].kind == "catalogue"
