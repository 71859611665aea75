"""The text: paragraphs, sections, quotations, tables, notes, signatures."""

from __future__ import annotations

import pytest
from telegram_text import HEADER, converted, cut, telegram

SECTION = """\
CONFIDENTIAL

PAGE 01 ULAAN 00417 0{n} OF 02 121030Z ACTION EA-12

INFO OCT-01 /057 W
R 120915Z MAR 79
FM AMEMBASSY ULAAN
TO SECSTATE WASHDC 341{n}
{line}
LIMDIS
"""


def sections(first: str, second: str, *lines: str) -> str:
    one, two = lines or ("CONFIDENTIAL SECTION 1 OF 2 ULAAN 00417", "CONFIDENTIAL SECTION 2 OF 2 ULAAN 00417")
    head = SECTION.format(n=1, line=one) + "TAGS: PFOR\nSUBJECT: THE FERRY\n"
    end = "\n\nCONFIDENTIAL\n\nNNN\n\n"
    return f"{head}\n{first}{end}{SECTION.format(n=2, line=two)}\n{second}{end}"


def test_a_sentence_runs_on_across_a_section_break():
    found = converted(sections("1. THE WATER OF THE", "RIVER ROSE. FERRY"))
    assert found.paragraphs() == [("1", "1. THE WATER OF THE RIVER ROSE.")]
    assert [e.get("n") for e in found.elements("//t:milestone")] == ["1", "2"]
    assert (
        "section-header",
        "ACTION EA-12 INFO OCT-01 /057 W R 120915Z MAR 79 FM AMEMBASSY ULAAN TO SECSTATE "
        "WASHDC 3412 CONFIDENTIAL SECTION 2 OF 2 ULAAN 00417 LIMDIS",
    ) in found.furniture()
    assert found.xml("//t:closer") == ["<closer><signed><persName>FERRY</persName></signed></closer>"]


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("SECTION 1 OF 2 LA PAZ 2004/1", "SECTION 2 OF 2 LA PAZ 2004/2"),
        ("UNCLAS LA PAZ 2238 SECTION 1 OF 2", "UNCLAS LA PAZ 2238 SECTION 2 OF 2"),
        ("UNCLAS SECTION 1 OF 2 LA PAZ 2238", "UNCLAS FINAL SECTION OF 2 LA PAZ 2238"),
    ],
)
def test_a_section_begins_whatever_the_order_of_its_line(one, two):
    found = converted(sections("1. THE WATER OF THE", "RIVER ROSE. FERRY", one, two))
    assert found.paragraphs() == [("1", "1. THE WATER OF THE RIVER ROSE.")]
    assert "CBL009" not in found.codes


def test_prose_that_looks_like_a_section_line_is_prose():
    found = telegram(
        "1. HE CALLED AT THE\nCONSULAR SECTION 2 OF 3 TIMES.\n\nSECTION 3 OF THE PROTOCOL IS NEW."
    )
    assert found.paragraphs() == [
        ("1", "1. HE CALLED AT THE CONSULAR SECTION 2 OF 3 TIMES."),
        ("", "SECTION 3 OF THE PROTOCOL IS NEW."),
    ]


def test_a_file_that_holds_only_the_second_section_says_what_is_missing():
    found = converted(
        SECTION.format(n=2, line="CONFIDENTIAL SECTION 2 OF 2 ULAAN 00417") + "\nRIVER ROSE. FERRY\n\nNNN\n"
    )
    assert found.messages("CBL009") == ["of 2 sections 1 is not in the file"]
    assert [e.get("n") for e in found.elements("//t:milestone")] == ["2"]
    assert found.paragraphs() == [("", "RIVER ROSE.")]
    assert found.metadata.date.when == "1979-03-12T09:15:00+00:00"


def test_a_first_section_alone_has_no_signature():
    text = SECTION.format(n=1, line="CONFIDENTIAL SECTION 1 OF 2 ULAAN 00417") + "\n1. HE CAME. THE\n\nNNN\n"
    found = converted(text)
    assert found.elements("//t:closer") == []
    assert found.messages("CBL009") == ["of 2 sections 2 is not in the file"]


def test_numbers_and_letters_are_labels_as_printed():
    text = (
        "1. FIRST:\n\nA. ONE;\n\nB. TWO, THAT\n\n(1) THREE AND\n\n(2) FOUR.\n\n"
        "- 2. SECOND.\n- 3. THIRD.\n\n4.(C) FOURTH."
    )
    found = telegram(text)
    assert [(e.getparent().get("n"), e.text) for e in found.elements("//t:p/t:label")] == [
        ("1", "1."), ("A", "A."), ("B", "B."), ("(1)", "(1)"), ("(2)", "(2)"),
        ("2", "- 2."), ("3", "- 3."), ("4", "4."),
    ]  # fmt: skip


def test_initials_and_figures_at_the_head_of_a_line_are_no_labels():
    found = telegram(
        "1. THE CAPTAIN IS\nP. A. FERRY, AGED\n63. THE ROPE OF\n1.5 INCHES BROKE.\nA. M. ROPER TOLD US."
    )
    assert [number for number, _ in found.paragraphs()] == ["1"]


def test_a_gap_in_the_numbers_is_reported():
    assert telegram("1. ONE.\n\n2. TWO.\n\n4. FOUR.").messages("CBL013") == ["paragraph 2 is followed by 4"]


def test_a_numbered_paragraph_goes_on_after_a_page_end_and_the_decision_is_told():
    found = telegram(cut("1. THE FERRY SANK. ", "IT WAS RAISED.\n\n2. ALL IS WELL."))
    assert found.paragraphs() == [("1", "1. THE FERRY SANK. IT WAS RAISED."), ("2", "2. ALL IS WELL.")]
    assert [(d.value, d.cert) for d in found.conversion.decisions if d.subject == "paragraph"] == [
        ("paragraph 1 goes on after the page's end", "medium")
    ]


def test_a_paragraph_without_number_ends_with_its_page():
    found = telegram(cut("THE FERRY SANK. ", "IT WAS RAISED."))
    assert found.paragraphs() == [("", "THE FERRY SANK."), ("", "IT WAS RAISED.")]


def test_the_summary_is_the_abstract():
    found = telegram("SUMMARY: THE FERRY SANK;\n\nIT WAS RAISED. END SUMMARY.\n\n1. IT SANK AT NOON.")
    assert found.metadata.abstract == "THE FERRY SANK; IT WAS RAISED."


@pytest.mark.parametrize(
    ("opening", "closing"),
    [
        ("BEGIN TEXT", "END TEXT"),
        ("BEGIN TEXT:", "END TEXT."),
        ("BEGIN UNOFFICIAL TEXT", "END UNOFFICIAL TEXT"),
        ("QTE", "UNQTE"),
        ("QUOTE:", "END QUOTE"),
    ],
)
def test_a_quoted_message_is_a_quotation(opening, closing):
    found = telegram(
        f"1. TEXT FOLLOWS.\n\n{opening}\n\nTHE ROPE IS OLD.\n\n1. BUY ONE.\n\n{closing}\n\n2. WE AGREE."
    )
    assert [found.words(e) for e in found.elements("//t:quote")] == ["THE ROPE IS OLD. 1. BUY ONE."]
    assert [words for _, words in found.paragraphs()] == [
        "1. TEXT FOLLOWS.", opening, "THE ROPE IS OLD.", "1. BUY ONE.", closing, "2. WE AGREE.",
    ]  # fmt: skip


def test_a_quoted_message_may_share_its_lines_with_its_marks():
    found = telegram(
        "1. TEXT FOLLOWS.\n\nBEGIN TEXT: THE ROPE\n\nIS OLD.\n\nBUY ONE. END TEXT.\n\n2. WE AGREE."
    )
    assert [found.words(e) for e in found.elements("//t:quote")] == ["THE ROPE IS OLD. BUY ONE."]


def test_a_quotation_in_the_line_is_a_quotation():
    found = telegram("1. HE SAID QTE THE ROPE\nIS OLD UNQTE AND LEFT. DO NOT QUOTE HIM.")
    assert found.xml("//t:body//t:p") == [
        '<p n="1" xml:id="p1"><label>1.</label> HE SAID QTE <quote>THE ROPE\n<lb/>IS OLD</quote> '
        "UNQTE AND LEFT. DO NOT QUOTE HIM.</p>"
    ]


def test_a_quoted_message_without_end_is_reported():
    found = telegram("1. TEXT FOLLOWS.\n\nBEGIN TEXT\n\nTHE ROPE IS OLD.")
    assert found.elements("//t:quote") == []
    assert found.messages("CBL015") == ["“BEGIN TEXT” has no partner"]


def test_rows_with_as_many_columns_are_a_table():
    found = telegram(
        "1. TIMES:\n\nKYAKHTA      0800      1200\nNAUSHKI      0930      1330\nULAN-UDE     1100      1500"
    )
    assert [[cell.text for cell in row] for row in found.elements("//t:table/t:row")] == [
        ["KYAKHTA", "0800", "1200"], ["NAUSHKI", "0930", "1330"], ["ULAN-UDE", "1100", "1500"],
    ]  # fmt: skip


def test_rows_with_leaders_or_holes_keep_their_lines():
    found = telegram(
        "1. PRICES:\n\nROPE ........ 3 ROUBLES\nTAR ......... 1 ROUBLE\nA NEW FERRY ..... 900 ROUBLES"
    )
    assert found.xml("//t:p[@rend]") == [
        '<p xml:id="p2" rend="preformatted">ROPE ........ 3 ROUBLES\n<lb/>TAR ......... 1 ROUBLE\n'
        "<lb/>A NEW FERRY ..... 900 ROUBLES</p>"
    ]


def test_an_operators_note_interrupts_no_sentence():
    note = "\n\nNOTE BY OC/T: MESSAGE DELAYED.\n\n"
    found = telegram(cut(f"1. THE WATER{note}", "ROSE."))
    assert len(found.elements("//t:body//t:p")) == 1
    assert found.xml("//t:body//t:note") == [
        '<note type="transmission" xml:id="n1">NOTE BY OC/T: MESSAGE DELAYED.</note>'
    ]


@pytest.mark.parametrize("place", ["before", "after"])
def test_an_operators_note_may_stand_before_or_after_the_signature(place):
    note = "NOTE BY OC/T: (#) OMISSION IN PARA 1."
    ending = f"{note}\n\nFERRY" if place == "before" else f"FERRY\n\n{note}"
    found = telegram(f"1. THE (#) SANK.\n\n{ending}")
    assert found.xml("//t:signed") == ["<signed><persName>FERRY</persName></signed>"]
    assert [e.text for e in found.elements("//t:note[@type='transmission']")] == ["#", note]


@pytest.mark.parametrize(
    ("last", "name"),
    [
        ("1. ALL IS WELL. FERRY", "FERRY"),
        ("1. ALL IS WELL.\nFERRY", "FERRY"),
        ("1. ALL IS WELL.\n\nDE WAAL", "DE WAAL"),
        ("1. ALL IS WELL.\n\nO'ROURKE##", "O'ROURKE##"),
        ("1. ALL IS WELL. END COMMENT. VAN DER VEER", "VAN DER VEER"),
        ("1. ALL IS WELL.\n\nJ. P. FERRY", "J. P. FERRY"),
    ],
)
def test_signatures_stand_alone_or_behind_the_last_sentence(last, name):
    found = telegram(last)
    assert [e.text for e in found.elements("//t:signed/t:persName")] == [name]


@pytest.mark.parametrize(
    "last", ["1. ALL IS WELL. END COMMENT", "1. ALL IS WELL IN ULAAN", "1. IT SANK.\n\nWE CONCUR"]
)
def test_other_last_words_are_no_signature(last):
    assert telegram(last).elements("//t:closer") == []


def test_lines_behind_the_end_of_the_message_are_kept_and_reported():
    found = telegram("1. ALL IS WELL. FERRY", ending=ending_with("SEEN BY THE CAPTAIN"))
    assert found.furniture()[-1] == ("footer", "SEEN BY THE CAPTAIN")
    assert len(found.messages("CBL017")) == 1


def ending_with(line: str) -> str:
    return f"\nCONFIDENTIAL\n\nNNN\n\n{line}\n"


def test_the_words_that_say_that_a_telegram_is_invented_are_furniture():
    found = telegram("1. ALL IS WELL.", ending=ending_with("SPECIMEN: NOTHING OF THIS HAPPENED."))
    assert found.furniture()[-1] == ("specimen", "SPECIMEN: NOTHING OF THIS HAPPENED.")


def test_a_hard_wrapped_copy_without_blank_lines_is_read():
    text = (
        HEADER.replace("\n\n", "\n")
        + "1. THE FERRY\nSANK AT NOON.\n2. IT WAS\nRAISED.\nFERRY\nCONFIDENTIAL\nNNN\n"
    )
    found = converted(text)
    assert found.paragraphs() == [("1", "1. THE FERRY SANK AT NOON."), ("2", "2. IT WAS RAISED.")]
    assert [e.text for e in found.elements("//t:signed/t:persName")] == ["FERRY"]


QUOTED = """1. WE REPEAT THE EMBASSY'S MESSAGE: QUOTE

R 101200Z MAR 79
FM AMEMBASSY MOSCOW
TO SECSTATE WASHDC 1234
C O N F I D E N T I A L MOSCOW 04411
TAGS: PFOR, UR
SUBJECT: ICE

1. THE ICE IS THICK. UNQUOTE

2. PLEASE COMMENT."""


def test_the_header_of_a_quoted_message_is_typed_as_the_outer_one():
    found = telegram(QUOTED)
    assert [(e.get("type"), found.words(e)) for e in found.elements("//t:quote//t:seg")] == [
        ("from", "FM AMEMBASSY MOSCOW"),
        ("to", "TO SECSTATE WASHDC 1234"),
        ("classification", "C O N F I D E N T I A L"),
        ("message-number", "MOSCOW 04411"),
        ("tags", "TAGS: PFOR, UR"),
        ("subject", "SUBJECT: ICE"),
    ]
    assert [e.get("when") for e in found.elements("//t:quote//t:date")] == ["1979-03-10T12:00:00+00:00"]
    assert [found.words(e) for e in found.elements("//t:quote//t:orgName")] == [
        "AMEMBASSY MOSCOW",
        "SECSTATE WASHDC",
    ]
    assert found.metadata.date.when == "1979-03-12T09:15:00+00:00"
    assert [p for p in found.paragraphs() if p[0] == "2"] == [("2", "2. PLEASE COMMENT.")]
    decision = next(d for d in found.conversion.decisions if d.subject == "quoted message")
    assert decision.value == "FM AMEMBASSY MOSCOW, R 101200Z MAR 79"


def test_a_quotation_in_the_line_runs_over_paragraphs():
    found = telegram("1. HE WROTE: QTE DEAR MINISTER, THE ICE\nIS THIN.\n\nI SHALL WALK. UNQTE HE DROVE.")
    assert [(e.get("prev"), found.words(e)) for e in found.elements("//t:quote")] == [
        (None, "DEAR MINISTER, THE ICE IS THIN."),
        ("#q1", "I SHALL WALK."),
    ]
    assert found.paragraphs()[-1] == ("", "I SHALL WALK. UNQTE HE DROVE.")


def test_a_quotation_within_a_quoted_message_does_not_end_it():
    text = "1. TEXT FOLLOWS: QUOTE\n\nHE CALLED IT QUOTE OLD UNQUOTE.\n\nIT LEAKS.\nUNQUOTE\n\n2. COMMENT."
    found = telegram(text)
    assert [found.words(e) for e in found.elements("//t:div/t:quote")] == [
        "HE CALLED IT QUOTE OLD UNQUOTE. IT LEAKS."
    ]
    assert [found.words(e) for e in found.elements("//t:quote//t:quote")] == ["OLD"]


def test_the_number_of_a_paragraph_stays_with_the_mark_of_a_quoted_message():
    found = telegram("1. BEGIN TEXT:\nTHE ICE IS THICK.\nEND TEXT.\n\n2. COMMENT.")
    assert found.paragraphs()[0] == ("1", "1. BEGIN TEXT:")
    assert [found.words(e) for e in found.elements("//t:div/t:quote")] == ["THE ICE IS THICK."]


def test_two_lines_without_sender_or_date_are_no_header_of_a_quoted_message():
    found = telegram("1. NOTE:\n\nBEGIN TEXT\nSUBJECT: ICE\nTHE ICE IS THICK.\nEND TEXT")
    assert found.elements("//t:quote//t:seg") == []


def test_a_long_word_that_narrows_a_column_leaves_the_table_a_table_and_the_signature_a_signature():
    rows = "PORT        DAY     HOUR\nGUAQUI      MON     0800\nCOPACABANA  TUE     0900"
    found = telegram(f"1. THE SCHEDULE:\n{rows}\n\nFERRY\nNOTE BY OC/T: NOT PASSED TO LIMA.\n")
    assert [[c.text for c in row] for row in found.elements("//t:table/t:row")] == [
        ["PORT", "DAY", "HOUR"],
        ["GUAQUI", "MON", "0800"],
        ["COPACABANA", "TUE", "0900"],
    ]
    assert [e.text for e in found.elements("//t:closer//t:persName")] == ["FERRY"]


def test_a_number_follows_the_end_of_a_quotation():
    found = telegram("1. HE WROTE:\nQUOTE: I AM SORRY. UNQUOTE\n2. SO WERE WE.")
    assert [number for number, _ in found.paragraphs()] == ["1", "2"]


def test_initials_over_a_line_end_are_no_label():
    found = telegram("1. THE FAIR OPENS WITH MR. P.\nA. ORLOV AND OTHERS.\n2. IT CLOSES.")
    assert [number for number, _ in found.paragraphs()] == ["1", "2"]


def test_rows_with_spaced_leaders_keep_their_lines():
    found = telegram("1. TABLE:\nCOPRA . . . . . . 12\nSUGAR . . . . . . 400\nTOTAL . . . . . . 412\n2. END.")
    assert len(found.elements("//t:p[@rend='preformatted']/t:lb")) == 2


def test_a_note_on_garbles_below_the_signature_is_the_operators():
    found = telegram("1. THE ICE WENT. FERRY\nNOTE: ABOVE GARBLED AS RECEIVED\n")
    assert [e.text for e in found.elements("//t:closer//t:persName")] == ["FERRY"]
    assert len(found.elements("//t:note[@type='transmission']")) == 1


def test_a_mark_on_its_own_line_closes_what_one_at_the_end_of_a_line_opens():
    found = telegram("2. TEXT FOLLOWS: QUOTE\nEXCELLENCY:\nI HAVE THE HONOR.\nUNQUOTE")
    assert [found.words(e) for e in found.elements("//t:quote")] == ["EXCELLENCY: I HAVE THE HONOR."]
    assert "CBL015" not in found.codes


def test_a_declassification_stamp_in_capitals_is_no_text():
    stamp = "DECLASSIFIED/RELEASED US DEPARTMENT OF STATE EO SYSTEMATIC REVIEW 7 MAY 2011"
    found = telegram(f"1. THE FERRY {stamp} RUNS.")
    assert found.paragraphs() == [("1", "1. THE FERRY RUNS.")]
    assert ("declassification", stamp) in found.furniture()


def test_an_unofficial_translation_is_a_quoted_message():
    found = telegram(
        "1. LETTER FOLLOWS.\nBEGIN UNOFFICIAL TRANSLATION:\nTHE FERRY IS LATE.\n"
        "END UNOFFICIAL TRANSLATION.\n2. WE AGREE."
    )
    assert [found.words(e) for e in found.elements("//t:quote")] == ["THE FERRY IS LATE."]
    assert found.paragraphs()[-1] == ("2", "2. WE AGREE.")


OTHER = """
PAGE 01 ULAAN 00418 121130Z

ACTION EA-12

R 121100Z MAR 79
FM AMEMBASSY ULAAN
TO SECSTATE WASHDC 3418
UNCLAS ULAAN 00418
E.O. 12065: N/A
TAGS: SENV, MG
SUBJECT: ICE ON THE RIVER

1. THE ICE IS THICK.
"""


def test_another_telegram_in_the_file_is_no_section_and_is_reported():
    found = telegram("1. THE FERRY IS OLD.", ending="\nCONFIDENTIAL\n\nNNN\n" + OTHER)
    [reported] = [one for one in found.conversion.diagnostics if one.code == "CBL020"]
    assert reported.message.startswith("another telegram, ULAAN 00418, begins here")
    assert (
        found.conversion.document.source.text.splitlines()[reported.place.line - 1]
        == "PAGE 01 ULAAN 00418 121130Z"
    )
    assert "CBL009" not in found.codes
    assert found.elements("//t:milestone") == []
    assert ("1", "1. THE ICE IS THICK.") in found.paragraphs()
    assert found.xml("//t:p/t:seg[@type='subject']") == [
        '<seg type="subject">SUBJECT: ICE ON THE RIVER</seg>'
    ]


def test_a_short_line_above_the_first_number_is_not_its_paragraphs():
    found = telegram("FOR THE AMBASSADOR\n1. THE ICE WENT ON\n1. APRIL.\n2. THE FERRY SAILS.")
    assert [number for number, _ in found.paragraphs()] == ["", "1", "2"]


def test_a_signature_may_stand_below_a_quoted_message():
    found = telegram("FOLLOWING REPEAT:\n\nQUOTE\n1. HARPS ARE SHORT. ORLOVSKY\nUNQUOTE\n\nBUZZARD")
    assert [element.text for element in found.elements("//t:closer//t:persName")] == ["BUZZARD"]


def test_a_repeated_message_may_have_its_formal_lines_alone():
    found = telegram(
        "FOLLOWING REPEAT:\n\nQUOTE\nUNCLAS STATE 174406\nE.O. 11652: N/A\nTAGS: OEXC\nSUBJECT: HARPS\n\n"
        "1. HARPS ARE SHORT.\nUNQUOTE\n"
    )
    assert [seg.get("type") for seg in found.elements("//t:quote/t:p[1]/t:seg")] == [
        "classification", "message-number", "executive-order", "tags", "subject",
    ]  # fmt: skip
