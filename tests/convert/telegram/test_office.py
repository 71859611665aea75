"""Telegrams of the Foreign and Commonwealth Office."""

from __future__ import annotations

import pytest
from telegram_text import converted

TOP = "GRS 210\nRESTRICTED\nDESKBY 091500Z\n"
SENDER = "FM OSTROVO 091215Z OCT 78\n"
NUMBER = "TELEGRAM NUMBER 412 OF 9 OCTOBER.\n"
INFO = "INFO ROUTINE UKREP BRUSSELS, MOSCOW AND UKDEL NATO.\n"
CITED = "YOUR TELNO 233 : FISHERIES TALKS.\n"
TEXT = (
    "1.  PELLE ARRIVED LATE. I OFFERED\n9,000 TONNES.\n\n2.  SEE MIFT.\n\n"
    "FCO PASS SAVING MOSCOW\n\nHARGREAVE-LLOYD\n"
)


def office(
    top: str = TOP,
    sender: str = SENDER,
    to: str = "TO IMMEDIATE F C O\n",
    number: str = NUMBER,
    below: str = f"{INFO}\n{CITED}\n",
    text: str = TEXT,
):
    return converted(f"{top}{sender}{to}{number}{below}{text}", "ostrovo412")


def test_each_line_of_the_header_is_typed():
    assert office().segments() == [
        ("operating-signal", "GRS 210"),
        ("classification", "RESTRICTED"),
        ("operating-signal", "DESKBY 091500Z"),
        ("from", "FM OSTROVO 091215Z OCT 78"),
        ("to", "TO IMMEDIATE F C O"),
        ("message-number", "TELEGRAM NUMBER 412 OF 9 OCTOBER."),
        ("info", "INFO ROUTINE UKREP BRUSSELS, MOSCOW AND UKDEL NATO."),
        ("reference", "YOUR TELNO 233 :"),
        ("subject", "FISHERIES TALKS."),
    ]


def test_sender_date_addressees_and_number_are_in_the_header():
    found = office()
    metadata = found.metadata
    assert metadata.title == "Telegram from Ostrovo to the Foreign and Commonwealth Office, 9 October 1978"
    assert metadata.date.when == "1978-10-09T12:15:00+00:00"
    assert [(one.action, one.subtype, one.name) for one in metadata.correspondents] == [
        ("sent", "", "OSTROVO"),
        ("received", "action", "F C O"),
        ("received", "info", "UKREP BRUSSELS"),
        ("received", "info", "MOSCOW"),
        ("received", "info", "UKDEL NATO"),
    ]
    assert [(one.type, one.value) for one in metadata.identifiers] == [("message-number", "OSTROVO 412")]
    assert (metadata.classification, metadata.references) == ("RESTRICTED", ("YOUR TELNO 233",))
    assert found.xml("//t:seg[@type='from']/t:date") == [
        '<date when="1978-10-09T12:15:00+00:00">091215Z OCT 78</date>'
    ]
    # It has no TAGS and no attributes, and is not said to lack them.
    assert found.codes == []


@pytest.mark.parametrize(
    ("sender", "day"),
    [
        ("FROM OSTROVO 121030Z MAR 76\n", "1976-03-12T10:30:00+00:00"),
        ("FM PORT LAMBERT 010005Z JANUARY 1975\n", "1975-01-01T00:05:00+00:00"),
        ("FROM UKMIS NEW YORK 312359Z DEC 79.\n", "1979-12-31T23:59:00+00:00"),
    ],
)
def test_the_date_stands_behind_the_sender_however_it_is_written(sender: str, day: str):
    assert office(sender=sender).metadata.date.when == day


def test_signature_and_who_gets_a_copy_stand_apart():
    copies = "\n[COPIES SENT TO NO 10 DOWNING STREET]\n\nDISTRIBUTION\nNEWS D\nMR FOTHERGILL\n"
    found = office(text=f"{TEXT}{copies}\nRESTRICTED\n")
    assert [element.text for element in found.elements("//t:signed/t:persName")] == ["HARGREAVE-LLOYD"]
    (below,) = found.elements("//t:closer/t:seg[@type='distribution']")
    assert " ".join("".join(below.itertext()).split()) == " ".join(copies.split())
    assert [words for _, words in found.paragraphs()][-1] == "FCO PASS SAVING MOSCOW"
    assert found.furniture()[-1] == ("classification", "RESTRICTED")


def test_a_subject_on_a_line_of_its_own_and_addressees_over_two_lines():
    below = "INFO MOSCOW, WASHINGTON,\nUKDEL NATO\nMY TELNO 84\nFERRY DISPUTE\n\n"
    found = office(top="CYPHER CAT A\n\nCONFIDENTIAL\n\n", below=below)
    assert found.segments()[-2:] == [("reference", "MY TELNO 84"), ("subject", "FERRY DISPUTE")]
    assert [one.name for one in found.metadata.correspondents][2:] == ["MOSCOW", "WASHINGTON", "UKDEL NATO"]


@pytest.mark.parametrize("day", ["321215Z OCT 78", "091275Z OCT 78"])
def test_a_date_that_cannot_be_is_told(day: str):
    found = office(sender=f"FM OSTROVO {day}\n")
    assert found.metadata.date is None
    assert "CBL004" in found.codes


def test_words_of_such_a_telegram_in_the_text_of_another_change_nothing():
    text = "R 120915Z MAR 79\nFM AMEMBASSY ULAAN\nTO SECSTATE WASHDC 3417\nUNCLAS ULAAN 0417\nSUBJECT: ICE\n"
    found = converted(
        f"{text}1. THE BRITISH SENT TELEGRAM NUMBER 412 OF 9 OCTOBER.\nFM OSTROVO 091215Z OCT 78\n"
    )
    assert found.segments()[1] == ("from", "FM AMEMBASSY ULAAN")
    assert len(found.paragraphs()) == 1
