"""A file with several telegrams: where each begins, and what looks like another and is none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from telegram_text import HEADER, telegram

from dragoman.convert.telegram.several import beginnings
from dragoman.source import SourceText


def message(number: int, day: int = 12, above: str = "PAGE 01 ULAAN {0:05d} {1:02d}1030Z\n\n") -> str:
    return (
        above.format(number, day) + f"ACTION EA-12\n\n------------------098206 {day:02d}1045Z /10\n"
        f"R {day:02d}0915Z MAR 79\nFM AMEMBASSY ULAAN\nTO SECSTATE WASHDC 3417\nUNCLAS ULAAN {number:05d}\n"
        "E.O. 12065: NA\nTAGS: SENV, MG\nSUBJECT: ICE\n\n1. THE ICE IS THICK.\nDORNBACH\n"
    )


def lines(text: str) -> list[tuple[int, str]]:
    source = SourceText("made-up.txt", text)
    return [(source.place(one.start).line, one.number) for one in beginnings(source)]


def test_one_telegram_begins_once() -> None:
    assert lines(HEADER) == [(1, "")]


def test_another_begins_behind_the_end_of_the_first() -> None:
    above = "ACTION EA-9\n"
    text = message(417, above=above) + "\nNNN\n\n" + message(418, above=above)

    assert lines(text) == [(1, "ULAAN 00417"), (18, "ULAAN 00418")]
    assert text.splitlines()[17] == "ACTION EA-9"


def test_its_classification_and_banner_belong_to_it() -> None:
    text = message(417) + "NNN\n\nUNCLASSIFIED\n\n" + message(418)

    assert text.splitlines()[lines(text)[1][0] - 1] == "UNCLASSIFIED"


def test_attributes_belong_to_the_telegram_above() -> None:
    one = "Message Text\n\n" + message(417) + "NNN\nMessage Attributes\n\nDocument Number: 1979ULAAN00417\n\n"
    text = one + "Message Text\n\n" + message(418)

    assert text.splitlines()[lines(text)[1][0] - 1] == "Message Text"


def test_a_banner_with_another_number_parts_them_where_nnn_is_missing() -> None:
    text = message(417) + message(418)

    assert text.splitlines()[lines(text)[1][0] - 1] == "PAGE 01 ULAAN 00418 121030Z"


@pytest.mark.parametrize(
    "second",
    [
        "NNN\n" + message(417),  # a copy of the same
        "2. TEXT FOLLOWS.\nBEGIN TEXT\n" + message(418, above="") + "END TEXT\n",
        "2. WE REPEAT A CABLE.\n" + message(418, above="") + "3. END.\n",
        "NNN\n\nPAGE 01 ULAAN 00417 02 OF 02\n\n"
        + message(418, above="").replace("UNCLAS ULAAN 00418", "UNCLAS SECTION 2 OF 2 ULAAN 00417"),
    ],
    ids=["copy", "marked text", "quoted without a mark", "section"],
)
def test_copies_quotations_and_sections_are_no_other_telegrams(second: str) -> None:
    assert len(lines(message(417) + second)) == 1


def test_each_is_reported_with_its_line_and_with_what_to_do() -> None:
    found = telegram("1. THE FERRY IS OLD.", ending="\nCONFIDENTIAL\n\nNNN\n\n" + message(418))
    [reported] = [one for one in found.conversion.diagnostics if one.code == "CBL020"]

    assert (
        reported.message == "another telegram, ULAAN 00418, begins here; ULAAN 00417 ends on the lines above"
    )
    assert f"line {reported.place.line}," in reported.hint
    assert "`dragoman split" in reported.hint


@given(st.lists(st.integers(1, 99_999), min_size=1, max_size=6, unique=True))
def test_as_many_are_found_as_there_are_numbers(numbers: list[int]) -> None:
    text = "\nNNN\n\n".join(map(message, numbers))

    found = [number for _, number in lines(text)]
    assert found == ([f"ULAAN {number:05d}" for number in numbers] if len(numbers) > 1 else [""])


def office(number: int, above: str = "GRS 90\nRESTRICTED\nDESKBY 091500Z\n", post: str = "OSTROVO") -> str:
    return (
        f"{above}FM {post} 091215Z OCT 78\nTO IMMEDIATE FCO\nTELEGRAM NUMBER {number} OF 9 OCTOBER\n"
        "INFO ROUTINE MOSCOW\n\nICE\n\n1. THE ICE IS THICK.\n\nHARGREAVE\n\n"
    )


@pytest.mark.parametrize("above", ["GRS 90\nRESTRICTED\nDESKBY 091500Z\n", "CONFIDENTIAL\n\nGRS 1200\n", ""])
def test_telegrams_of_the_foreign_office_begin_above_the_sender(above: str) -> None:
    first = office(412, above)
    assert lines(first + office(413, above)) == [
        (1, "OSTROVO 412"),
        (first.count("\n") + 1, "OSTROVO 413"),
    ]


@pytest.mark.parametrize(
    "second",
    [
        office(412),  # a copy, or a section, of the same
        f"BEGIN TEXT\n\n{office(97, post='MOSCOW')}END TEXT\n",
        "FM OSTROVO 091215Z OCT 78\nIT WAS SENT ON BY BAG.\n",
    ],
)
def test_what_only_looks_like_another_telegram_of_the_foreign_office(second: str) -> None:
    assert len(lines(office(412) + second)) == 1
