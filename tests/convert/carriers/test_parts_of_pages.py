"""Saved pages: tables, names with their values, raised marks, lists within lists, lines, hidden parts."""

from __future__ import annotations

import pytest

from dragoman.convert import carriers


def page(body: str, head: str = "") -> carriers.Carried:
    return carriers.read(f"<!doctype html><head>{head}</head><body>{body}</body>".encode(), "a.html")


def text_of(body: str, head: str = "") -> str:
    return page(body, head).source.text


def ledger_of(body: str, head: str = "") -> list[tuple[str, str]]:
    return [(item.kind, item.text) for item in page(body, head).ledger]


def test_a_row_of_a_table_is_a_line_also_where_its_cells_hold_paragraphs():
    rows = "<tr><td><p>Gauge</p></td><td><p>Level</p></td></tr><tr><td>Four</td><td><p>212<br>cm</td></tr>"
    assert text_of(f"<table>{rows}</table>") == "Gauge\tLevel\nFour\t212 cm\n"
    assert ledger_of(f"<table>{rows}</table>") == [("table", "2 rows, 2 columns")]


def test_cells_over_several_rows_and_columns_leave_the_others_in_their_columns():
    table = (
        "<table><caption>Levels</caption><thead><tr><th>Gauge<th colspan=2>cm</thead>"
        "<tbody><tr><td rowspan=2>Four<td>1<td>2<tr><td>3<td>4</tbody></table><p>So much."
    )
    assert text_of(table) == "Levels\n\nGauge\tcm\t\nFour\t1\t2\n\t3\t4\n\nSo much.\n"


def test_a_table_that_sets_the_page_is_read_as_the_page_it_sets():
    table = "<table><tr><td>Home<td><h1>Record of Ice</h1><p>It is thin.<p>Very.<tr><td>a<td>b</table>"
    assert "Record of Ice\n\nIt is thin.\n\nVery." in text_of(table)


def test_a_heading_beside_its_value_has_a_colon_and_the_ledger_says_so():
    row = "<table><tr><th>Date<td>June 9, 1982<tr><th>Author:<td>A. Orlov</table>"
    assert text_of(row) == "Date:\tJune 9, 1982\nAuthor:\tA. Orlov\n"
    assert ("label", "Date") in ledger_of(row)


def test_a_list_of_definitions_gives_names_with_their_values():
    page = "<dl><dt>Date<dd>June 9, 1982<dt>Author:<dd>A. Orlov<dd>B. Bold</dl>"
    assert text_of(page) == "Date:\nJune 9, 1982\n\nAuthor:\nA. Orlov\nB. Bold\n"
    assert ledger_of(page) == [("label", "Date")]


def test_a_part_that_its_class_calls_a_label_names_the_part_below_it():
    page = "<div class='field__label'>Date</div><div class='field__item'>June 9, 1982</div>"
    assert text_of(page) == "Date:\n\nJune 9, 1982\n"


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("the treaty<a href='#n1'><sup>1</sup></a>", "the treaty[1]"),
        ("the treaty<sup><a href='#n1'>[1]</a></sup>", "the treaty[1]"),
        ("the treaty<span style='vertical-align: super'>3</span>", "the treaty[3]"),
        ("the treaty<a class='footnote-ref' href='#n'>4</a>", "the treaty[4]"),
        ("the treaty<sup>5, 6</sup>", "the treaty[5][6]"),
        ("Orlov<sup>a</sup> spoke", "Orlov[a] spoke"),
        ("on the 1<sup>a</sup>", "on the 1a"),
        ("on the 5<sup>th</sup>", "on the 5th"),
    ],
)
def test_a_raised_mark_does_not_run_into_the_word_before_it(markup: str, text: str):
    assert text_of(f"<p>{markup}</p>") == f"{text}\n"


def test_the_link_of_a_raised_number_is_in_the_ledger():
    assert ledger_of("<p>treaty<sup><a href='#n1'>1</a></sup></p>") == [
        ("formatting", "sup: 1"),
        ("link", "#n1"),
    ]


def test_lists_within_lists_are_set_in_and_count_as_the_page_says():
    body = (
        "<ol type=i start=4><li>Rivers<ul><li>Weir</ul><li>Roads</ol><ol reversed><li>b<li>a</ol>"
        "<ol style='list-style-type: upper-alpha'><li>x</ol><ol style='list-style: none'><li>y</ol>"
    )
    assert [line for line in text_of(body).split("\n") if line] == [
        "  iv. Rivers", "    • Weir", "  v. Roads", "  2. b", "  1. a", "  A. x", "y",
    ]  # fmt: skip


def test_two_line_ends_in_a_row_are_a_blank_line():
    assert text_of("<p>One<br>two<br><br>three<br> <br>four</p>") == "One\ntwo\n\nthree\n\nfour\n"


def test_the_lines_of_a_telegram_stay_as_they_were_set():
    telegram = "PAGE 01  MOSCOW\nFM AMEMBASSY\n\n   GAUGE   4"
    assert text_of(f"<p>Text</p><pre>\n{telegram}\n</pre>") == f"Text\n\n{telegram}\n\n"


def test_a_page_end_of_the_printed_page_is_a_form_feed():
    assert text_of("<p>One</p><div style='page-break-before: always'>Two</div>") == "One\n\n\f\n\nTwo\n"


def test_what_the_page_hides_by_its_style_sheet_is_in_the_ledger():
    style = "<style>@media print {.menu {display:none}} .old, #x {color:red; display:none}</style>"
    body = "<p class='menu'>Shown</p><p class='new old'>Hidden</p><i id='x'>too</i>"
    assert text_of(body, style) == "Shown\n"
    assert [one for one in ledger_of(body, style) if one[0] == "hidden text"] == [
        ("hidden text", "Hidden"),
        ("hidden text", "too"),
    ]


NOTED = (
    "<html><body><main><h1>Record of a Talk</h1><p>The ferry is late<sup><a href='#n1'>1</a></sup>.</p>"
    "<ol><li id='n1'>By twelve days. <a href='#r1'>↩</a></li></ol></main>{}</body></html>"
)


def test_an_aside_below_the_document_and_the_way_back_from_a_note_are_no_text():
    found = carriers.read(NOTED.format("<aside>Related: Note on Ice</aside>").encode(), "page.html")
    assert found.source.text == "Record of a Talk\n\nThe ferry is late[1].\n\n  1. By twelve days.\n"
    assert {("part of the site", "Related: Note on Ice"), ("link", "#r1")} <= {
        (item.kind, item.text) for item in found.ledger
    }


def test_an_aside_with_the_record_of_the_document_is_text():
    found = carriers.read(
        NOTED.format("<aside><dl><dt>Box</dt><dd>7</dd></dl></aside>").encode(), "page.html"
    )
    assert found.source.text.endswith("\n\nBox:\n7\n")
