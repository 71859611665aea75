"""Elements of a page that stand apart for a reader though neither a blank nor their names part them."""

from __future__ import annotations

import pytest

from dragoman.convert import carriers
from dragoman.convert.detect import converter_for


def lines_of(body: str, style: str = "") -> list[str]:
    page = f"<!doctype html><html><head><style>{style}</style></head><body>{body}</body></html>"
    return carriers.read(page.encode(), "a.html").source.text.split("\n")[:-1]


@pytest.mark.parametrize(
    ("body", "lines"),
    [
        ("<span>May 3, 1958</span><a>Letter from Sambuu</a>", ["May 3, 1958", "Letter from Sambuu"]),
        ("<time>May 1958</time><em>telegram</em>", ["May 1958", "telegram"]),
        ("<x-date>c. 1958</x-date><x-title>A note</x-title>", ["c. 1958", "A note"]),
        ("<span>No. 4</span><a>Letter from Sambuu</a>", ["No. 4", "Letter from Sambuu"]),
        ("<a>Note on Coal</a><i>Nothing came of it.</i>", ["Note on Coal", "Nothing came of it."]),
        ("<a><b>Note on Coal</b></a><i><b>It came</b></i>", ["Note on Coal", "It came"]),
    ],
)
def test_words_of_several_elements_that_touch_are_lines_of_their_own(body: str, lines: list[str]):
    assert lines_of(f"<div>{body}</div>") == lines


@pytest.mark.parametrize(
    "body",
    [
        "the <b>Com</b><i>munist</i> river",
        "<span>Mc</span><span>Donald</span>",
        "<b>O</b><i>n the river</i>",
        "<b>THE USSR</b><i>Ministry of it</i>",
        "the <b>ferry of Kyakhta</b><i>Sambuu has</i> gone",
        "<b>the ferry</b><i>s of the river</i>",
        "<b>the ferry</b><sup>2</sup>",
        "<span>1958</span><span>/59</span>",
    ],
)
def test_parts_of_one_word_and_of_running_text_stay_together(body: str):
    plain = lines_of(f"<p>{body}</p>")
    assert len(plain) == 1
    assert " ".join(plain[0].split()).count(" ") == " ".join(body.split()).count(" ")


@pytest.mark.parametrize(
    ("body", "style"),
    [
        ("<p><span class=d>May 1958</span> <a>note</a></p>", ".d { display: block }"),
        ("<p><span class=d>May 1958</span> <a>note</a></p>", "a{color:red} b, span.d{margin:0;display:grid}"),
        ("<p><span style='display:block'>May 1958</span> <a>note</a></p>", ""),
        ("<p class=row><span>May 1958</span> <a>note</a></p>", ".row{display:flex;gap:1em}"),
        ("<p style='display: inline-flex'><span>May 1958</span> <a>note</a></p>", ""),
    ],
)
def test_what_the_styles_of_the_page_set_apart_stands_on_lines_of_its_own(body: str, style: str):
    assert lines_of(body, style) == ["May 1958", "note"]


def test_that_words_touched_is_in_the_ledger_with_both_sides():
    page = b"<html><body><div><b>May 3, 1958</b><a>Letter</a></div></body></html>"
    found = [item for item in carriers.read(page, "a.html").ledger if item.kind == "place"]
    assert [(item.place, item.text) for item in found] == [("body/div[1]/a[1]", "May 3, 1958 | Letter")]


def test_in_a_cell_a_blank_parts_what_touches():
    rows = "".join(f"<tr><td>{n}<td><b>May 195{n}</b><a>Note</a></td></tr>" for n in range(3))
    assert lines_of(f"<table>{rows}</table>") == [f"{n}\tMay 195{n} Note" for n in range(3)]


ENTRIES = (
    ("3 May 1958", "Letter from B. Sambuu", "Sambuu asks for a mechanic."),
    ("June 1958", "Note on Coal", "Nothing came of it."),
    ("1959", "Draft of a Protocol", ""),
)


def test_a_list_set_as_a_table_with_the_date_at_its_side_is_a_list():
    rows = "".join(
        f"<tr><td><b>{date}</b></td><td><a>{title}</a>{f'<br>{summary}' if summary else ''}</td></tr>"
        for date, title, summary in ENTRIES
    )
    body = f"<table><tr><td><a>Home</a><br><a>Browse</a><td><h1>The Ferry</h1><table>{rows}</table></table>"
    expected: list[str] = ["Home", "Browse", "", "The Ferry"]
    for entry in ENTRIES:
        expected += ["", *(words for words in entry if words)]
    assert lines_of(body) == expected


def test_rows_of_date_title_and_summary_without_names_of_columns_are_a_catalogue():
    rows = "".join(f"<tr>{''.join(f'<td>{words}' for words in entry)}</tr>" for entry in ENTRIES)
    page = f"<html><body><h1>The Ferry</h1><table>{rows}</table></body></html>"
    source = carriers.read(page.encode(), "a.html").source
    assert source.text.split("\n")[2] == "\t".join(ENTRIES[0])
    assert converter_for(source)[1].kind == "catalogue"
