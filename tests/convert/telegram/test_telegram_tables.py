"""Tables of telegrams: what closes them, what lies between their rows, and rows that lack a cell."""

from __future__ import annotations

import pytest
from telegram_text import telegram

ROWS = "POST           WAGONS   CHANGE\nKYAKHTA        1200     PLUS 4\nNAUSHKI        980      MINUS 2\n"


def _rows(text: str) -> list[list[str | None]]:
    found = telegram(f"1. WAGONS BY POST:\n\n{text}\n\n2. THE REST IN APRIL.\nFERRY")
    assert [number for number, _ in found.paragraphs()] == ["1", "2"]
    return [[cell.text for cell in row] for row in found.elements("//t:table/t:row")]


HEAD = [["POST", "WAGONS", "CHANGE"], ["KYAKHTA", "1200", "PLUS 4"], ["NAUSHKI", "980", "MINUS 2"]]


@pytest.mark.parametrize(
    ("closing", "rows"),
    [
        ("\nTOTAL          2180     PLUS 2", [["TOTAL", "2180", "PLUS 2"]]),
        ("\n\nTOTAL          2180", [["TOTAL", "2180", None]]),
        ("\nGRAND TOTAL    2180", [["GRAND TOTAL", "2180", None]]),
        ("               ----\n               2180", [[None, "----", None], [None, "2180", None]]),
        ("------------------------------\nTOTAL:  2180", [["-" * 30], ["TOTAL:", "2180"]]),
        ("\nTOTAL OF ALL POSTS, IN WAGONS  2180", [["TOTAL OF ALL POSTS, IN WAGONS", "2180"]]),
    ],
)
def test_a_total_below_a_blank_line_or_a_rule_is_a_row_of_its_table(
    closing: str, rows: list[list[str | None]]
):
    assert _rows(ROWS + closing) == HEAD + rows


def test_what_goes_over_several_columns_says_so():
    found = telegram(f"1. WAGONS:\n\n{ROWS}------------------------------\nTOTAL:  2180\n\n2. NO MORE.")
    cells = found.xml("//t:row[position() > 3]/t:cell")
    assert cells == [
        f'<cell cols="3">{"-" * 30}</cell>', "<cell>TOTAL:</cell>", '<cell cols="2">2180</cell>',
    ]  # fmt: skip


def test_a_rule_below_the_names_of_columns_stays_in_the_table():
    text = "POST           WAGONS\n---------------------\nKYAKHTA        1200\nNAUSHKI        980"
    assert _rows(text) == [["POST", "WAGONS"], ["-" * 21], ["KYAKHTA", "1200"], ["NAUSHKI", "980"]]


def test_a_row_that_lacks_a_cell_has_an_empty_one_in_its_column():
    text = f"{ROWS}SUKHE-BATOR             PLUS 1"
    assert _rows(text) == [*HEAD, ["SUKHE-BATOR", None, "PLUS 1"]]


def test_total_at_the_head_of_a_sentence_is_no_row():
    found = telegram(f"1. WAGONS:\n\n{ROWS}\nTOTAL CONFUSION REIGNED AT THE PIER.\n\n2. NO MORE.")
    assert [words for _, words in found.paragraphs()][1] == "TOTAL CONFUSION REIGNED AT THE PIER."


def test_a_total_that_the_table_cannot_place_keeps_its_line_with_leaders():
    text = "ROPE ........ 3 ROUBLES\nTAR ......... 1 ROUBLE\nA BARGE ..... 900 ROUBLES\n\nTOTAL  904"
    found = telegram(f"1. PRICES:\n\n{text}\n\n2. NO MORE.")
    assert found.elements("//t:p[@rend='preformatted']")[0].xpath("string(*[last()]/following::text())") == (
        "TOTAL 904"
    )


def test_a_bare_figure_below_a_blank_line_is_no_sum():
    found = telegram(f"1. WAGONS:\n\n{ROWS}\n17\n\n2. NO MORE.")
    assert "17" in [words for _, words in found.paragraphs()]
