"""Lists in the layouts of sites and systems: as they are saved, and as they are copied out of a browser."""

from __future__ import annotations

import pytest

from dragoman.convert import carriers
from dragoman.convert.detect import converter_for
from dragoman.convert.lists import catalogue
from dragoman.source import SourceText


def kind_of(text: str) -> str:
    return converter_for(SourceText("a.txt", text))[1].kind


def text_of(body: str, style: str = "") -> str:
    page = f"<!doctype html><html><head><meta charset=utf-8><style>{style}</style></head><body>{body}"
    return carriers.read(page.encode(), "a.html").source.text


HITS = """<p>You searched for: <b>kyakhta ferry</b></p><p>Showing 1 - 3 of 3 records</p><table border=1>
<tr><th>View Record<th>Draft Date<th>Document Number<th>Film Number<th>From<th>To<th>Subject<th>TAGS</tr>
<tr><td><img src=v><td>02/14/1976<td>1976ULAAN00119<td>D760056-0142<td>ULAAN<td>STATE<td>FERRY<td>ETRN
<tr><td><img src=v><td>03/09/1976<td>1976STATE056671<td> <td>STATE<td>ULAAN INFO MOSCOW<td>BARGE<td>MG
<tr><td><img src=v><td>11/30/1976<td>1976ULAAN00904<td> <td>ULAAN<td>STATE<td>n/a<td>&nbsp;</tr>
</table><p><a href=x>Main Page</a> | <a href=y>Help</a> | <a href=z>FAQs</a></p>"""


def test_an_empty_first_cell_of_a_row_keeps_its_place(results_of):
    page = results_of(text_of(HITS))
    assert page.entries == [
        ("1976-02-14", "FERRY", "-"), ("1976-03-09", "BARGE", "-"), ("1976-11-30", "n/a", "-"),
    ]  # fmt: skip
    found = [[(one.get("role"), one.text) for one in bibl.iterfind("{*}orgName")] for bibl in page.bibls]
    assert found[1] == [("sender", "STATE"), ("recipient", "ULAAN INFO MOSCOW")]
    assert [[(one.get("type"), one.text) for one in bibl.iterfind("{*}idno")] for bibl in page.bibls] == [
        [("document-number", "1976ULAAN00119"), ("film-number", "D760056-0142")],
        [("document-number", "1976STATE056671")],
        [("document-number", "1976ULAAN00904")],
    ]
    assert page.all("tei:fw[@type='navigation']") == ["Main Page | Help | FAQs"]


CARDS = "".join(
    f"<li><article><div class=meta><time>{date}</time>{f'<span>{language}</span>' if language else ''}</div>"
    f"<h3><a>{title}</a></h3>{f'<p>{summary}</p>' if summary else ''}</article></li>"
    for date, language, title, summary in (
        ("March 2, 1948", "Russian", "Letter, Orlov to Sambuu", "Orlov promises a barge."),
        ("1950", "Mongolian, Russian", "List of Barges [fragment]", ""),
        ("n.d.", "", "“Ice Report No. 7”", "It may be of 1955."),
    )
)


def test_the_language_between_date_and_title_is_not_the_title(catalogue_of):
    body = f"<h1>Rivers of the North</h1><p>Ferries, 1948-1962.</p><ul>{CARDS}</ul>"
    page = catalogue_of(text_of(body, ".meta{display:flex}"))
    assert page.entries == [
        ("1948-03-02", "Letter, Orlov to Sambuu", "Orlov promises a barge."),
        ("1950", "List of Barges [fragment]", "-"),
        ("-", "“Ice Report No. 7”", "It may be of 1955."),
    ]


def test_a_title_that_is_the_name_of_a_language_alone_is_the_title(catalogue_of):
    page = catalogue_of("Courses\n\n• 1950\nRussian\n\n• 1951\nGerman\n")
    assert page.entries == [("1950", "Russian", "-"), ("1951", "German", "-")]


AID = """<h2>FINDING AID</h2><h3>Papers of the Weir Office, 1921-1939</h3><dl>
<dt>Box 1</dt><dd>Correspondence with the Governor, 1921-1924</dd><dd>Ice reports, 1922</dd>
<dt>Box 2</dt><dd>Plans of the weir (3 sheets), undated</dd></dl><pre>
Folder 1   Letter, T. Sarnai to L. Gromov ........ 3 May 1931
Folder 2   Reply ................................. 9 May 1939</pre>"""


def test_the_years_of_the_whole_list_make_no_entry_of_its_title(catalogue_of):
    page = catalogue_of(text_of(AID))
    assert page.all("tei:head") == ["FINDING AID"]
    assert page.all("tei:p") == ["Papers of the Weir Office, 1921-1939"]
    assert page.all("tei:listBibl/tei:head") == ["Box 1:", "Box 2:"]
    assert [title for _, title, _ in page.entries] == [
        "Correspondence with the Governor", "Ice reports", "Plans of the weir (3 sheets)",
        "Letter, T. Sarnai to L. Gromov", "Reply",
    ]  # fmt: skip
    assert page.all("tei:listBibl/tei:bibl/tei:idno[@type='shelfmark']") == ["Folder 1", "Folder 2"]


COPIED = """Skip to content
Digital Archive
International History Declassified
Northern Ferries
This collection of documents on the ferries of the north was gathered by T. Sarnai and L. Gromov.

    •
    March 2, 1948
    Letter, Orlov to Sambuu (AVPRF, f. 9, op. 2, p. 14, d. 88)
    Orlov promises a barge "within the month."
    •
    [Spring] 1950
    Report by the ministry, 'On the Barges'
    •
    Undated [1951?]
    Note without title
    •
    June 1962
    Note on a Conversation between Lange and Dorj
Privacy Policy
"""


def test_bullets_on_lines_of_their_own_begin_entries_and_dates_may_be_supplied(catalogue_of):
    assert kind_of(COPIED) == "catalogue"
    page = catalogue_of(COPIED)
    assert page.all("tei:head") == ["Northern Ferries"]
    assert [entry[:2] for entry in page.entries] == [
        ("1948-03-02", "Letter, Orlov to Sambuu (AVPRF, f. 9, op. 2, p. 14, d. 88)"),
        ("1950-03/1950-05", "Report by the ministry, 'On the Barges'"),
        ("1951", "Note without title"),
        ("1962-06", "Note on a Conversation between Lange and Dorj"),
    ]


RETURNED = """Your search for "ferry" AND kyakhta returned 4 hits (displaying 3-4)

3. 1958-05-03: Letter from B. Sambuu
4. 1958-06: Reply [draft]

<< previous | 1 | 2 | next >>
"""


def test_a_sentence_may_say_which_results_are_shown(results_of):
    assert kind_of(RETURNED) == "search-results"
    page = results_of(RETURNED)
    assert [(n.get("type"), n.get("value")) for n in page.body.iterfind("{*}p/{*}num")] == [
        ("total", "4"), ("first", "3"), ("last", "4"),
    ]  # fmt: skip
    assert page.entries == [("1958-05-03", "Letter from B. Sambuu", "-"), ("1958-06", "Reply [draft]", "-")]
    assert [item.get("n") for item in page.body.iterfind("{*}list/{*}item")] == ["3", "4"]


RECORDS = """Showing results 1 to 5 of 5 for: "coal barge"

14 March 1957
Protocol No. 12
Description: The commission orders two coal barges.
Record ID: 112233

Protocol No. 13
Description: The order is withdrawn.
Record ID: 112234

12/1957
Memorandum, "Coal: What Next?"
Record ID: 112240

1958?
Telegram 4417 from Kyakhta
Attachment: Table
Record ID: 112300

Date unknown
Fragment
Record ID: 112301
"""


def test_records_with_keys_below_their_titles_are_entries_with_or_without_a_date(results_of):
    assert kind_of(RECORDS) == "search-results"
    page = results_of(RECORDS)
    assert page.entries == [
        ("1957-03-14", "Protocol No. 12", "Description: The commission orders two coal barges."),
        ("-", "Protocol No. 13", "Description: The order is withdrawn."),
        ("1957-12", "Memorandum, \"Coal: What Next?\"", "-"),
        ("1958", "Telegram 4417 from Kyakhta", "-"),
        ("-", "Fragment", "-"),
    ]  # fmt: skip
    assert page.all("tei:list/tei:item/tei:bibl/tei:idno[@type='shelfmark']") == [
        "112233", "112234", "112240", "112300", "112301",
    ]  # fmt: skip


TABLE = """DATE        FROM        TO          SUBJECT                          NO.
3.5.58      Sambuu      Orlov       Ferry                            14
9.5.58      Orlov       Sambuu      Ferry (reply)                    211/s
—           Dorj        Lange       Mechanics                        —
12.6.62     Lange       MfAA        Mechanics, coal, and the
                                    spring schedule                  44/62
"""


def test_cells_that_run_over_lines_stand_below_the_names_of_their_columns(catalogue_of):
    assert kind_of(TABLE) == "catalogue"
    page = catalogue_of(TABLE)
    assert [entry[:2] for entry in page.entries] == [
        ("1958-05-03", "Ferry"),
        ("1958-05-09", "Ferry (reply)"),
        ("-", "Mechanics"),
        ("1962-06-12", "Mechanics, coal, and the | spring schedule"),
    ]
    names = [[one.text for one in bibl.iterfind("{*}orgName")] for bibl in page.bibls]
    assert names[2:] == [["Dorj", "Lange"], ["Lange", "MfAA"]]


@pytest.mark.parametrize("line", ["13/1957", "0/1957", "1/2", "12/57"])
def test_not_every_figure_with_a_stroke_is_a_month(results_of, line: str):
    page = results_of(f"Results:\n\n1 - 1 of 1\n\n{line}\n\nNote on Coal\n")
    assert all(entry[0] in ("-", "") for entry in page.entries)


DATED_TITLES = """The Ferry Affair

3 May 1958 Letter from B. Sambuu to the Ministry

Sambuu asks for a mechanic.

June 1958 Note on Coal

12 June 1960 Telegram No. 44 from Ulaanbaatar

The barges have arrived.
"""


def test_a_date_and_a_title_with_a_single_blank_between_them_are_an_entry(catalogue_of):
    assert kind_of(DATED_TITLES) == "catalogue"
    assert catalogue_of(DATED_TITLES).entries == [
        ("1958-05-03", "Letter from B. Sambuu to the Ministry", "Sambuu asks for a mechanic."),
        ("1958-06", "Note on Coal", "-"),
        ("1960-06-12", "Telegram No. 44 from Ulaanbaatar", "The barges have arrived."),
    ]


def test_a_diary_is_no_list_of_titles():
    days = "".join(f"{day} March 1958 Received the ambassador and spoke of coal.\n\n" for day in range(3, 9))
    assert catalogue.detect(SourceText("a.txt", f"From the Diary of K. Orlov\n\n{days}")).score < 0.4
