"""Who signs: bare names that English has as words, remarks of a signature, capitals, names above offices."""

from __future__ import annotations

import pytest

from dragoman.convert.detect import detections, is_decided
from dragoman.source import SourceText

HEAD = "Memorandum of Conversation with the harbor master\n\nMay 3, 1979\n\n"
TEXT = "The harbor master said that the ferry would run again in May.\n\n"
SIGNATURES = "//tei:closer/tei:signed/tei:persName"


@pytest.mark.parametrize(
    "above",
    [
        "Participants:\nArthur Young, Counsellor of the Embassy\nD. Bold, Director of the Port\n\n",
        "From: Young, Ulan Bator\n\n",
        "Counsellor Young was received at ten.\n\n",
        "The notes are by A. Young, of the embassy.\n\n",
    ],
    ids=["participants", "sender", "title", "initials"],
)
def test_a_surname_that_is_an_english_word_signs_where_the_document_names_the_man(
    written, above: str
) -> None:
    made = written(f"{HEAD}{above}{TEXT}Young\n")

    assert made.texts(SIGNATURES) == ["Young"]


@pytest.mark.parametrize("word", ["Young", "Stone", "Conclusion", "Continued"])
def test_a_word_that_names_nobody_does_not_sign(written, word: str) -> None:
    made = written(f"{HEAD}{TEXT}{word}\n")

    assert made.find(SIGNATURES) == []
    assert made.texts("//tei:body//tei:p")[-1] == word


def test_a_word_above_an_office_at_the_end_is_the_name_of_who_holds_it(written) -> None:
    made = written(f"{HEAD}{TEXT}Stone\nSecond Secretary\n")

    assert made.texts("//tei:closer/tei:signed") == ["Stone Second Secretary"]
    assert made.texts(SIGNATURES) == ["Stone"]
    assert made.texts("//tei:particDesc//tei:persName") == ["Stone"]


@pytest.mark.parametrize("remark", ["[Signed]", "[Signé]", "[Podpis]", "(signed)", "[Подпись]", "[gez.]"])
def test_a_remark_of_a_signature_is_no_part_of_the_name(written, remark: str) -> None:
    made = written(f"{HEAD}{TEXT}{remark} Brissac\n")

    assert made.texts(SIGNATURES) == ["Brissac"]
    assert made.texts("//tei:particDesc//tei:persName") == ["Brissac"]
    if remark[0] == "[":
        assert made.texts("//tei:note[@type='physical'][@subtype='signature']") == [remark[1:-1]]


def test_a_surname_in_capitals_signs_a_telegram(written) -> None:
    made = written(
        "Ciphered Telegram from the Embassy of the USSR in Ulan Bator\n\n"
        "From: P. A. Gusev, Ulan Bator\nTo: Comrade A. N. Orlov, Ministry of Waterways\n3 May 1962\n\n"
        "The ferry stands since autumn. I ask for instructions.\n\nGUSEV\n\nSent to: Orlov, Lunin\n"
    )

    assert made.texts(SIGNATURES) == ["GUSEV"]
    assert made.texts("//tei:correspDesc//tei:persName") == ["P. A. Gusev", "A. N. Orlov"]
    assert made.texts("//tei:particDesc//tei:persName") == ["P. A. Gusev", "A. N. Orlov"]


def test_a_formula_in_capitals_is_nobodys_name(written) -> None:
    made = written(f"{HEAD}{TEXT}ACQUAINTED\n\n/Ts. Bold/\n")

    assert made.texts("//tei:closer/tei:seg[@type='acquainted']") == ["ACQUAINTED"]
    assert made.texts("//tei:particDesc//tei:persName") == ["Ts. Bold"]


def test_the_place_of_an_embassy_is_no_sender(written) -> None:
    made = written(
        "Telegram from the Embassy in Ulan Bator to the Ministry of Waterways, May 3, 1979\n\n"
        "The ferry stands since autumn. The director asks for a mechanic.\n"
    )

    assert made.texts("//tei:correspDesc//tei:persName") == []
    assert made.texts("//tei:correspAction[@type='sent']/tei:orgName") == ["Embassy in Ulan Bator"]


def test_where_and_when_below_those_present_is_no_participant(written) -> None:
    made = written(
        "Memorandum of Conversation\n\nParticipants:\nP. A. Gusev, counsellor\nD. Bold, director\n"
        "Ulan Bator, May 3, 1979\n\nMr. Gusev asked about the ferry.\n"
    )

    assert made.texts("//tei:particDesc//tei:persName") == ["P. A. Gusev", "D. Bold"]
    assert made.xml("//tei:body//tei:p[1]") == (
        '<p xml:id="p3">Ulan Bator, <date when="1979-05-03">May 3, 1979</date></p>'
    )
    assert made.values("//tei:creation/tei:date/@when") == ["1979-05-03"]


@pytest.mark.parametrize(
    "salutation", ["Dear Diary", "Dear readers,", "Dear valued customer,", "Dear Santa,"]
)
def test_what_is_written_to_nobody_is_no_letter(salutation: str) -> None:
    text = f"{salutation}\n\nToday we looked at the ferry. It was cold, and the wind blew.\n\nYours,\nAnn\n"

    assert not is_decided(detections(SourceText("diary.txt", text)))


def test_a_first_name_signs_below_a_valediction(recognised) -> None:
    made = recognised("Dear Mr. Gusev,\n\nThe ferry runs again. The mechanic came in May.\n\nYours,\nRose\n")

    assert made.texts(SIGNATURES) == ["Rose"]
