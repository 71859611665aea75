"""Messages as they came over the wire: the lines of the channel above them, the break and number below."""

from __future__ import annotations

import pytest
from telegram_text import converted

ABOVE = "VZCZCUGB123\nPP RUEHC\nDE RUEHUG #0777 0731530\nZNY CCCCC ZZH\n"
HEADER = "P 141530Z MAR 77\nFM AMEMBASSY ULAAN\nTO SECSTATE WASHDC PRIORITY 1234\nBT\n"
FORMAL = "E.O. 11652: GDS\nTAGS: ECON, MG\nSUBJECT: WOOL\n"
MARKING = "C O N F I D E N T I A L ULAAN 0777\n"


@pytest.mark.parametrize("below", ["BT\n#0777\n", "BT\n#0777\n\nNNNN\n", "BT\n\nNNNN\n", "BT\n"])
def test_the_break_below_the_text_and_the_number_behind_it_end_the_message(below: str):
    found = converted(f"{ABOVE}{HEADER}{MARKING}{FORMAL}1. THE ICE WENT.\nTOLLIVER\n{below}")
    assert found.paragraphs() == [("1", "1. THE ICE WENT.")]
    assert [name.text for name in found.elements("//t:closer//t:persName")] == ["TOLLIVER"]
    assert found.furniture() == [("end-of-message", line) for line in below.split()]


@pytest.mark.parametrize(
    "line", ["NNNNVV UGB123ABC456", "VZCZCUGB123", "ZCZC UGB0123", "ZCZCUGB 0777 ABC123"]
)
def test_the_line_of_the_channel_above_a_message_is_a_signal_and_no_end(line: str):
    found = converted(f"{line}\n{HEADER}{MARKING}{FORMAL}1. THE ICE WENT.\n")
    assert found.segments()[0] == ("operating-signal", line)
    assert found.furniture() == []


def test_a_sentence_runs_on_over_the_break_and_the_lines_of_the_next_section():
    parts = [
        f"NNNNVV UGB{number}23\nDE RUEHUG #0777/0{number} 0731530\n{HEADER}"
        f"C O N F I D E N T I A L SECTION 0{number} OF 02 ULAAN 0777\n{text}\nBT\n#0777\n\nNNNN\n"
        for number, text in ((1, f"{FORMAL}1. IF THE ROAD TO"), (2, "KHOVD IS OPEN.\nTOLLIVER"))
    ]
    found = converted("".join(parts))
    assert found.paragraphs() == [("1", "1. IF THE ROAD TO KHOVD IS OPEN.")]
    assert [one.get("n") for one in found.elements("//t:milestone")] == ["1", "2"]
    header = [words for kind, words in found.furniture() if kind == "section-header"]
    assert header[0].startswith("NNNNVV UGB223 DE RUEHUG #0777/02 0731530 P 141530Z MAR 77")
    assert "CBL012" not in found.codes


def test_a_break_above_the_text_stays_in_the_header_and_one_in_the_text_in_its_paragraph():
    found = converted(f"{HEADER}{MARKING}{FORMAL}1. HE SENT ONE WORD:\nBT\nAND NO MORE.\n")
    assert ("operating-signal", "BT") in found.segments()
    assert found.paragraphs() == [("1", "1. HE SENT ONE WORD: BT AND NO MORE.")]


def test_the_channels_line_may_stand_below_the_message_too():
    found = converted(
        f"{ABOVE}{HEADER}{MARKING}{FORMAL}1. THE ICE WENT.\nTOLLIVER\nBT\n#0777\nNNNN\nVZCZCUGB123\n"
    )
    assert [words for _, words in found.furniture()] == ["BT", "#0777", "NNNN", "VZCZCUGB123"]
    assert found.elements("//t:milestone") == []
    assert "CBL009" not in found.codes


def test_without_sender_and_addressee_the_message_number_is_the_heading():
    found = converted(f"PAGE 01 ULAAN 00777 141530Z\n{MARKING}{FORMAL}1. THE ICE WENT.\n", "roll7")
    assert found.metadata.title == "Telegram ULAAN 0777"


@pytest.mark.parametrize("line", ["GP-3", "GDS", "XGDS-2", "GP 1."])
def test_a_line_of_downgrading_may_stand_between_text_and_signature(line: str):
    found = converted(f"{HEADER}{MARKING}{FORMAL}1. WILL REPORT HOURLY\n{line}\nOSGOOD\n")
    assert [name.text for name in found.elements("//t:closer//t:persName")] == ["OSGOOD"]
