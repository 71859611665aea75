"""The message attributes: taken apart, kept as printed, held against the text."""

from __future__ import annotations

import pytest
from telegram_text import ATTRIBUTES, HEADER, converted, telegram


def pairs(attributes: str) -> list[tuple[str, str]]:
    found = converted(f"Message Attributes\n\n{attributes}\n")
    labels = ["".join(e.itertext()) for e in found.elements("//t:list/t:label")]
    items = [" ".join("".join(e.itertext()).split()) for e in found.elements("//t:list/t:item")]
    return list(zip(labels, items, strict=True))


def test_crowded_lines_are_taken_apart():
    line = "Automatic Decaptioning: X Capture Date: 02 feb 1994 Channel Indicators: n/a"
    assert pairs(line) == [
        ("Automatic Decaptioning:", "X"),
        ("Capture Date:", "02 feb 1994"),
        ("Channel Indicators:", "n/a"),
    ]


def test_the_longest_key_wins():
    line = (
        "Original Previous Handling Restrictions: n/a Previous Classification: n/a Handling Restrictions: X"
    )
    assert [key for key, _ in pairs(line)] == [
        "Original Previous Handling Restrictions:",
        "Previous Classification:",
        "Handling Restrictions:",
    ]


def test_values_can_be_empty_or_run_over_lines():
    assert pairs("Decaption Note: Disposition Event: Concepts: RIVERS,\nFERRIES, ROPE\n\nTo: STATE") == [
        ("Decaption Note:", ""),
        ("Disposition Event:", ""),
        ("Concepts:", "RIVERS, FERRIES, ROPE"),
        ("To:", "STATE"),
    ]


def test_keys_in_asterisks_keep_them_as_rendition():
    found = converted("Message Attributes\n\n**Review Media Identifier:** Review Release Date: n/a\n")
    assert found.xml("//t:list/*") == [
        '<label rend="asterisks">Review Media Identifier:</label>',
        "<item/>",
        "<label>Review Release Date:</label>",
        "<item>n/a</item>",
    ]


def test_a_value_without_a_blank_before_it_is_not_torn_off():
    assert pairs("Errors:N/A\nTo: STATE") == [("Errors:N/A", ""), ("To:", "STATE")]


def test_an_unknown_key_at_the_head_of_a_line_is_a_key_and_reported():
    found = converted("Message Attributes\n\nCopy: SINGLE\nFerry Number: 4\nTo: STATE\n")
    assert [e.text for e in found.elements("//t:list/t:label")] == ["Copy:", "Ferry Number:", "To:"]
    assert found.messages("CBL011") == ["“Ferry Number” is not in the table of keys"]


def test_a_stamp_between_attributes_is_furniture_and_no_value():
    stamp = "Declassified/Released US Department of State EO Systematic Review 30 JUN 2005"
    found = converted(f"Message Attributes\n\nEnclosure:\n{stamp}\nReview Markings: {stamp}\nTo: STATE\n")
    assert found.xml("//t:item") == [
        f'<item><fw type="declassification">{stamp}</fw></item>',
        f"<item>{stamp}</item>",
        "<item>STATE</item>",
    ]


@pytest.mark.parametrize(
    "day", ["12 mar 1979", "12 MAR 1979", "12-Mar-1979 12:00:00 am", "1979-03-12", "03/12/1979"]
)
def test_the_draft_date_is_the_date_where_the_text_has_none(day):
    date = converted(f"Message Attributes\n\nDraft Date: {day}\nTAGS: PFOR\nTo: STATE\n").metadata.date
    assert (date.when, date.cert, date.evidence, date.text) == ("1979-03-12", "medium", "attributes", day)


def test_a_file_with_attributes_only_is_a_header_only():
    found = converted(ATTRIBUTES)
    assert found.paragraphs() == []
    assert "CBL001" in found.codes
    assert found.metadata.classification == "CONFIDENTIAL"
    assert [(one.action, one.name) for one in found.metadata.correspondents] == [
        ("sent", "ULAAN"),
        ("received", "STATE"),
    ]


def test_attributes_without_their_heading_are_known_by_their_keys():
    found = telegram("1. THE FERRY SANK.", attributes=ATTRIBUTES.removeprefix("Message Attributes\n"))
    assert len(found.elements("//t:back//t:label")) == 8
    assert found.paragraphs() == [("1", "1. THE FERRY SANK.")]


def test_attributes_that_agree_with_the_text_are_not_reported():
    assert telegram("1. THE FERRY SANK.").codes == []


@pytest.mark.parametrize(
    ("printed", "written", "message"),
    [
        ("12 MAR 1979", "13 MAR 1979", "Draft Date is “13 MAR 1979”, and the text has “R 120915Z MAR 79”"),
        ("1979ULAAN00417", "1979ULAAN00418",
         "Document Number is “1979ULAAN00418”, and the text has “ULAAN 00417”"),
        ("Classification: CONFIDENTIAL", "Classification: SECRET",
         "Original Classification is “SECRET”, and the text has “CONFIDENTIAL”"),
        ("PFOR, MG", "PFOR, UR", "TAGS is “PFOR, UR”, and the text has “MG, PFOR”"),
        ("From: ULAAN", "From: MOSCOW", "From is “MOSCOW”, and the text has “AMEMBASSY ULAAN”"),
        ("THE FERRY AT", "THE BRIDGE AT",
         "Subject is “THE BRIDGE AT KYAKHTA”, and the text has “THE FERRY AT KYAKHTA”"),
    ],
)  # fmt: skip
def test_attributes_that_contradict_the_text_are_reported(printed, written, message):
    found = telegram("1. THE FERRY SANK.", attributes=ATTRIBUTES.replace(printed, written))
    assert found.messages("CBL010") == [message]


def test_a_name_among_the_tags_is_a_keyword_and_no_contradiction():
    found = telegram("1. IT SANK.", attributes=ATTRIBUTES.replace("PFOR, MG", "MG, PFOR, (FERRY, JOHN)"))
    assert found.metadata.keywords == ("FERRY, JOHN",)
    assert found.codes == []


def test_the_banner_may_shorten_the_post():
    text = ATTRIBUTES.replace("1979ULAAN00417", "1979HONGK10233").replace("From: ULAAN", "From: HONG KONG")
    header = "PAGE 01 HONG K 10233 170814Z\nR 120915Z MAR 79\nFM AMCONSUL HONG KONG\nTO SECSTATE WASHDC\n" \
        "CONFIDENTIAL HONG KONG 10233\nTAGS: PFOR, MG\nSUBJECT: THE FERRY AT KYAKHTA\n"  # fmt: skip
    assert telegram("1. IT SANK.", header=header, attributes=text).codes == []


def test_the_identifiers_are_those_of_the_attributes_and_the_message_number():
    attributes = ATTRIBUTES + "Film Number: D790001-0001\nMessage ID: ab-12\nControl Number: n/a\n"
    identifiers = telegram("1. IT SANK.", attributes=attributes).metadata.identifiers
    assert [(one.type, one.value) for one in identifiers] == [
        ("document-number", "1979ULAAN00417"),
        ("message-number", "ULAAN 00417"),
        ("film-number", "D790001-0001"),
        ("message-id", "ab-12"),
    ]


def test_a_stamp_over_several_lines_that_is_a_value_keeps_its_line_ends() -> None:
    stamp = "Declassified/Released US Department of State\nEO Systematic Review\n20 Mar 2014"
    made = converted(f"Message Attributes\nReview Markings: {stamp}\nDraft Date: 03 apr 1979\n")
    assert made.xml("//t:item")[0] == f"<item>{stamp}</item>".replace("\n", "\n<lb/>")


def test_a_text_that_the_archive_prints_as_not_applicable_is_no_text():
    found = converted("Message Text\n\nn/a\n\n" + ATTRIBUTES)
    assert "CBL001" in found.codes
    assert not {"CBL003", "CBL005", "CBL006", "CBL008"} & set(found.codes)
    assert found.paragraphs() == [("", "n/a")]


def test_the_classification_of_the_subject_itself_is_no_contradiction():
    header = HEADER.replace("SUBJECT: THE FERRY", "SUBJECT: (U) THE FERRY")
    found = telegram("1. THE FERRY IS OLD.", header=header, attributes=ATTRIBUTES)
    assert "CBL010" not in found.codes
