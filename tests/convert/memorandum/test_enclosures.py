"""What stands below the signatures under a heading of its own: annexes and attachments."""

from __future__ import annotations

import pytest

TITLE = "Memorandum of Conversation between P. A. Petrov and D. Bold, June 9, 1982\n\n"
MEMORANDUM = (
    TITLE + "Bold asked for four barges [ongots]. Petrov agreed.\n\n"
    "Notes taken by: T. Dorj\n\n[Signature] D. Bold\n\n"
)
ANNEX = (
    "Annex 1\n\nDraft Protocol on the Barges\n\nThe barges shall be painted grey [saaral].\n\n"
    "There shall be four.\n"
)


def test_an_annex_below_the_signatures_is_a_division_of_the_back(written) -> None:
    made = written(MEMORANDUM + ANNEX, original_language="mn")
    assert made.values("//tei:back/tei:div/@type") == ["enclosure"]
    assert made.values("//tei:back/tei:div/@xml:id") == ["s1"]
    assert made.texts("//tei:back/tei:div/tei:head") == ["Annex 1", "Draft Protocol on the Barges"]
    assert made.texts("//tei:back/tei:div/tei:p") == [
        "The barges shall be painted grey saaral.",
        "There shall be four.",
    ]
    assert made.values("//tei:back//tei:p/@xml:id") == ["p2", "p3"]
    assert made.texts("//tei:body//tei:closer/tei:seg") == ["Notes taken by: T. Dorj"]
    assert made.texts("//tei:body//tei:signed/tei:persName") == ["D. Bold"]
    assert made.texts("//tei:back//tei:term") == ["saaral"]


def test_each_annex_is_a_division_and_has_its_own_signatures(written) -> None:
    made = written(
        MEMORANDUM
        + ANNEX
        + "\n[Signature] P. A. Petrov\n\nATTACHMENT: List of Barges\n\n- the Selenga\n- the Orkhon\n"
    )
    assert made.texts("//tei:back/tei:div/tei:head") == [
        "Annex 1",
        "Draft Protocol on the Barges",
        "ATTACHMENT: List of Barges",
    ]
    assert made.texts("//tei:back/tei:div[1]/tei:closer/tei:signed/tei:persName") == ["P. A. Petrov"]


def test_the_notes_of_the_translation_stand_after_the_annexes(written) -> None:
    made = written(MEMORANDUM.replace("agreed", "agreed [1]") + ANNEX + "\nNotes\n\n1. The ferry too.\n")
    assert made.values("//tei:back/tei:div/@type") == ["enclosure", "notes"]


def test_a_page_that_begins_with_the_annex_begins_within_it(written) -> None:
    made = written(MEMORANDUM + "\f" + ANNEX)
    assert len(made.find("//tei:back/tei:div/tei:pb")) == 1


def test_an_annex_in_wrapped_lines_is_told_from_the_text_below_it(written) -> None:
    made = written(
        MEMORANDUM + "Enclosure\nThe barges shall be painted grey, and all of\nthem shall have a bell.\n"
    )
    assert made.texts("//tei:back/tei:div/tei:head") == ["Enclosure"]
    assert made.texts("//tei:back/tei:div/tei:p") == [
        "The barges shall be painted grey, and all of them shall have a bell."
    ]


@pytest.mark.parametrize(
    "ending",
    ["Attachment: 3 pages\n", "Attachment: as stated\n", "Annex\n", "Annexed is the list of barges.\n"],
)
def test_a_line_that_only_says_that_something_is_enclosed_begins_no_division(written, ending) -> None:
    assert written(MEMORANDUM + ending).find("//tei:back/tei:div") == []


def test_a_heading_within_the_text_begins_no_division(written) -> None:
    made = written(
        TITLE + "They met at the weir.\n\nAnnex 1\n\nThe barges shall be grey.\n\n[Signature] D. Bold\n"
    )
    assert made.find("//tei:back/tei:div") == []


def test_an_attachment_to_a_dialogue_without_signatures_is_in_nobodys_mouth(written) -> None:
    made = written(
        TITLE + "PETROV: Four barges.\n\nBOLD: Four.\n\nPETROV: Fine.\n\nATTACHMENT\n\nTalking Points\n\n"
        "-- Barges are late.\n\n-- Ice is thin.\n"
    )
    assert made.texts("//tei:sp/tei:p") == ["Four barges.", "Four.", "Fine."]
    assert made.texts("//tei:back/tei:div/tei:head") == ["ATTACHMENT", "Talking Points"]
    assert made.texts("//tei:back/tei:div/tei:p") == ["-- Barges are late.", "-- Ice is thin."]
