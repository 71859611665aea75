"""Headers: every line typed, in the forms and with the slips that the files have."""

from __future__ import annotations

import pytest
from telegram_text import ATTRIBUTES, HEADER, converted, telegram


def header(*lines: str) -> str:
    """A header that ends in these lines."""
    return "\n".join(
        (
            "UNCLASSIFIED",
            "PAGE 01 ULAAN 00417 121030Z",
            "ACTION EA-12",
            "R 120915Z MAR 79",
            "FM AMEMBASSY ULAAN",
            "TO SECSTATE WASHDC 3417",
            *lines,
        )
    )


def segments(*lines: str) -> list[tuple[str, str]]:
    return telegram("1. THE FERRY SANK.", header=header(*lines)).segments()[4:]


def test_the_lines_of_a_header_are_typed():
    assert telegram("1. THE FERRY SANK.").segments() == [
        ("action", "ACTION EA-12"),
        ("distribution", "INFO OCT-01 EUR-12 /057 W"),
        ("transmission", "------------------098206 121045Z /10"),
        ("dateline", "R 120915Z MAR 79"),
        ("from", "FM AMEMBASSY ULAAN"),
        ("to", "TO SECSTATE WASHDC 3417"),
        ("info", "INFO AMEMBASSY MOSCOW"),
        ("classification", "C O N F I D E N T I A L"),
        ("message-number", "ULAAN 00417"),
        ("executive-order", "E.O. 12065: GDS 3/12/85 (FERRY, JOHN) OR-M"),
        ("tags", "TAGS: PFOR, MG"),
        ("subject", "SUBJECT: THE FERRY AT KYAKHTA"),
    ]


def test_addressees_are_named_one_by_one():
    lines = (
        "INFO AMEMBASSY LONDON PRIORITY",
        "AMEMBASSY TOKYO USMISSION USBERLIN",
        "CINCPAC HONOLULU HI",
        "UNCLAS ULAAN 00417",
    )
    found = telegram("1. THE FERRY SANK.", header=header(*lines))
    assert [(one.subtype, one.name) for one in found.metadata.correspondents[1:]] == [
        ("action", "SECSTATE WASHDC"),
        ("info", "AMEMBASSY LONDON"),
        ("info", "AMEMBASSY TOKYO"),
        ("info", "USMISSION USBERLIN"),
        ("info", "CINCPAC HONOLULU HI"),
    ]
    assert found.xml("//t:seg[@type='info']/t:orgName") == [
        f"<orgName>{one.name}</orgName>" for one in found.metadata.correspondents[2:]
    ]


@pytest.mark.parametrize(
    ("line", "parts"),
    [
        ("CONFIDENTIAL SECTION 01 OF 03 MOSCOW 08357", ["CONFIDENTIAL", "SECTION 01 OF 03 MOSCOW 08357"]),
        ("UNCLAS LA PAZ 2238 SECTION 2 OF 2", ["UNCLAS", "LA PAZ 2238 SECTION 2 OF 2"]),
        ("SECTION 1 OF 3 LA PAZ 2004/1", ["SECTION 1 OF 3 LA PAZ 2004/1"]),
        ("UNCLAS FINAL SECTION OF 2 LA PAZ 2238", ["UNCLAS", "FINAL SECTION OF 2 LA PAZ 2238"]),
        (
            "S E C R E T SECTION ONE OF TWO ULAAN 00417 EXDIS",
            ["S E C R E T", "SECTION ONE OF TWO ULAAN 00417", "EXDIS"],
        ),
        ("CONFIDENTAIL SECTION 1 OF 2 ULAAN 00417", ["CONFIDENTAIL", "SECTION 1 OF 2 ULAAN 00417"]),
        ("UNCLAS ULAAN 00417", ["UNCLAS", "ULAAN 00417"]),
    ],
)
def test_section_lines_are_read_in_every_order(line, parts):
    kinds = [kind for kind, _ in segments(line, "TAGS: PFOR")]
    assert [words for _, words in segments(line, "TAGS: PFOR")][:-1] == parts
    assert kinds[-1] == "tags"


def test_classification_and_message_number_may_stand_on_two_lines():
    assert segments("C O N F I D E N T I A L", "ULAAN 00417", "TAGS: PFOR")[:2] == [
        ("classification", "C O N F I D E N T I A L"),
        ("message-number", "ULAAN 00417"),
    ]


@pytest.mark.parametrize(
    "line",
    [
        "E.O. 11652: XGDS-1",
        "EO 12065; NA",
        "E.O. 11652 GDS",
        "E.0. 11652: N/A",
        "E.O.: 11652: GDS",
        "EO. 12065 N/A",
        "E. O. 12065: N/A",
    ],
)
def test_executive_orders_are_known_in_spite_of_typing_errors(line):
    assert segments("UNCLAS ULAAN 00417", line, "TAGS: PFOR")[2] == ("executive-order", line)


@pytest.mark.parametrize(
    ("line", "tags"),
    [
        ("TAGS: CH, UR, PARM", ("CH", "UR", "PARM")),
        ("TAGS- PFOR, MG", ("PFOR", "MG")),
        ("TAGS: PFOR: MG: UR", ("PFOR", "MG", "UR")),
        ("TAGS; PFOR MG", ("PFOR", "MG")),
        ("TAGS PFOR, MG", ("PFOR", "MG")),
        ("TAGS: OVIP (FERRY, JOHN) MG, UR", ("OVIP", "MG", "UR")),
        ("PFOR, MG, UR", ("PFOR", "MG", "UR")),
    ],
)
def test_tags_are_read_in_every_form_and_without_the_word(line, tags):
    found = telegram(
        "1. THE FERRY SANK.", header=header("UNCLAS ULAAN 00417", "E.O. 12065: N/A", line, "SUBJ: X")
    )
    assert found.metadata.tags == tags
    assert ("tags", line) in found.segments()


@pytest.mark.parametrize("word", ["SUBJECT:", "SUBJ:", "SUBJ;", "SUBJET:", "SUBJECT"])
def test_subjects_are_known_by_every_form_of_the_word(word):
    assert segments("UNCLAS ULAAN 00417", "TAGS: PFOR", f"{word} THE FERRY")[3] == (
        "subject",
        f"{word} THE FERRY",
    )


@pytest.mark.parametrize(
    ("line", "cited"),
    [
        ("REF: MOSCOW 2204", ("MOSCOW 2204",)),
        ("REFS: (A) MOSCOW 2204 (B) 78 STATE 301446", ("MOSCOW 2204", "78 STATE 301446")),
        ("REFERENCE: A. MOSCOW 2204, B. STATE 301446", ("MOSCOW 2204", "STATE 301446")),
        ("REF: MOSCOW 2204, STATE 301446", ("MOSCOW 2204", "STATE 301446")),
        ("REF: MINISTER'S LETTER OF MAY 3", ("MINISTER'S LETTER OF MAY 3",)),
    ],
)
def test_references_are_taken_apart(line, cited):
    found = telegram("1. THE FERRY SANK.", header=header("UNCLAS ULAAN 00417", "SUBJ: THE FERRY", line))
    assert found.metadata.references == cited
    assert ("reference", line) in found.segments()


def test_references_over_lines_are_one_segment():
    found = segments("UNCLAS ULAAN 00417", "SUBJ: THE FERRY", "REF: (A) MOSCOW 2204", "     (B) STATE 301446")
    assert found[-1] == ("reference", "REF: (A) MOSCOW 2204 (B) STATE 301446")


@pytest.mark.parametrize("first", ["1. EMBOFFS MET JAN 24 WITH ORLOV.", "1. ON JANUARY 24 THE FERRY SANK."])
def test_a_first_paragraph_with_a_date_in_it_is_no_reference(first):
    found = telegram(first, header=header("UNCLAS ULAAN 00417", "SUBJ: THE FERRY", "REF: MOSCOW 2204"))

    assert found.metadata.references == ("MOSCOW 2204",)
    assert found.segments()[-1] == ("reference", "REF: MOSCOW 2204")


@pytest.mark.parametrize("lines", [("REFS: 1. MOSCOW 2204", "2. STATE 301446"), ("REFS:", "1. MOSCOW 2204")])
def test_references_that_figures_count_are_one_segment(lines):
    found = segments("UNCLAS ULAAN 00417", "SUBJ: THE FERRY", "\n\n".join(lines))

    assert found[-1] == ("reference", " ".join(lines))


def test_a_subject_over_two_lines_is_one_subject():
    lines = ("SUBJECT: THE FERRY AT KYAKHTA AND THE ROPE BY WHICH", "IT HANGS")
    found = segments("UNCLAS ULAAN 00417", "TAGS: PFOR", "\n\n".join(lines))
    assert found[-1] == ("subject", " ".join(lines))


def test_a_subject_that_the_attributes_repeat_ends_where_they_say():
    subject = "THE FERRY AT KYAKHTA AND THE ROPE BY WHICH IT HANGS"
    attributes = f"Message Attributes\n\nSubject: {subject}\nTAGS: PFOR\nTo: STATE\n"
    lines = header(
        "UNCLAS ULAAN 00417", "SUBJECT: THE FERRY AT KYAKHTA AND THE ROPE BY WHICH", "", "IT HANGS"
    )
    found = telegram("THE FERRY HUNG BADLY", header=lines, attributes=attributes)
    assert found.segments()[-1][1].endswith("IT HANGS")
    assert found.paragraphs() == [("", "THE FERRY HUNG BADLY")]


def test_the_text_under_a_short_subject_is_text():
    lines = header(
        "UNCLAS ULAAN 00417", "SUBJECT: THE FERRY", "THE FERRY SANK AT NOON AND THE CREW WAS SAVED."
    )
    found = telegram("IT WILL BE RAISED.", header=lines, attributes="")
    assert found.segments()[-1] == ("subject", "SUBJECT: THE FERRY")
    assert found.reading.endswith("CREW WAS SAVED. IT WILL BE RAISED.")


def test_a_subject_cut_by_a_page_end_goes_on_after_it():
    lines = header(
        "UNCLAS ULAAN 00417",
        "SUBJECT: THE FERRY AT KYAKHTA AND ITS ROPE UNCLASSIFIED",
        "UNCLASSIFIED",
        "PAGE 02 ULAAN 00417 121030Z",
        "REF: MOSCOW 2204",
    )
    found = telegram("1. IT SANK.", header=lines, attributes="")
    assert found.segments()[6:] == [
        ("subject", "SUBJECT: THE FERRY AT KYAKHTA AND ITS ROPE"),
        ("pb", ""),
        ("classification", "UNCLASSIFIED"),
        ("classification", "UNCLASSIFIED"),
        ("page-banner", "PAGE 02 ULAAN 00417 121030Z"),
        ("reference", "REF: MOSCOW 2204"),
    ]


def test_drafting_lines_and_clearances_of_an_outgoing_telegram_are_typed():
    lines = """\
PAGE 01 STATE 128840
61
ORIGIN OES-09
INFO OCT-01 EUR-12
ADS-00 /060 R
DRAFTED BY OES/EN:JFERRY:RLS
APPROVED BY OES:TQUILL
EUR/SOV:PLANG
NOAA:W. OSTRAND (INFO)
--------------------- 044917
R 211612Z MAY 79
FM SECSTATE WASHDC
TO AMEMBASSY MOSCOW
LIMITED OFFICIAL USE STATE 128840
SUBJECT: THE FERRY
"""
    found = telegram("1. IT SANK.", header=lines, attributes="")
    assert found.segments()[:8] == [
        ("transmission", "61"),
        ("origin", "ORIGIN OES-09"),
        ("distribution", "INFO OCT-01 EUR-12 ADS-00 /060 R"),
        ("drafting", "DRAFTED BY OES/EN:JFERRY:RLS"),
        ("approval", "APPROVED BY OES:TQUILL"),
        ("clearance", "EUR/SOV:PLANG"),
        ("clearance", "NOAA:W. OSTRAND (INFO)"),
        ("transmission", "--------------------- 044917"),
    ]
    assert found.metadata.title == "Telegram from the Department of State to AmEmbassy Moscow, 21 May 1979"


@pytest.mark.parametrize("signal", ["ZDK CITING STATE 1234", "ZFF4"])
def test_operating_signals_behind_the_date_are_kept_in_the_dateline(signal):
    lines = HEADER.replace("R 120915Z MAR 79", f"R 120915Z MAR 79 {signal}")
    found = telegram("1. IT SANK.", header=lines)
    assert found.xml("//t:dateline") == [
        f'<dateline><date when="1979-03-12T09:15:00+00:00">R 120915Z MAR 79</date> {signal}</dateline>'
    ]


def test_an_operating_signal_on_a_line_of_its_own_is_typed():
    lines = HEADER.replace("FM AMEMBASSY", "ZDK CITING STATE 1234\nFM AMEMBASSY")
    assert ("operating-signal", "ZDK CITING STATE 1234") in telegram("1. IT SANK.", header=lines).segments()


def test_letters_glued_to_the_date_do_not_hide_it():
    lines = HEADER.replace("R 120915Z MAR 79", "R 120915Z MAR 79ZFF")
    assert telegram("1. IT SANK.", header=lines).metadata.date.when == "1979-03-12T09:15:00+00:00"


def test_captions_and_instructions_to_pass_are_told_from_text():
    lines = header(
        "UNCLAS ULAAN 00417", "EXDIS", "MOSCOW FOR FERRY", "TAGS: PFOR", "SUBJ: X", "DEPT PASS TO AGRICULTURE"
    )
    assert telegram("1. IT SANK.", header=lines).segments()[6:] == [
        ("caption", "EXDIS"),
        ("caption", "MOSCOW FOR FERRY"),
        ("tags", "TAGS: PFOR"),
        ("subject", "SUBJ: X"),
        ("passing", "DEPT PASS TO AGRICULTURE"),
    ]


def test_a_corrected_copy_line_in_the_header_is_a_note():
    lines = header("UNCLAS ULAAN 00417", "C O R R E C T E D  C O P Y (TEXT)", "TAGS: PFOR")
    found = telegram("1. IT SANK.", header=lines)
    assert found.xml("//t:opener/t:note") == [
        '<note type="transmission" xml:id="n1">C O R R E C T E D C O P Y (TEXT)</note>'
    ]


def test_a_header_line_that_is_not_understood_is_kept_and_reported():
    lines = HEADER.replace("FM AMEMBASSY", "QWX/9: ??\nFM AMEMBASSY")
    found = telegram("1. IT SANK.", header=lines)
    assert ("unrecognized", "QWX/9: ??") in found.segments()
    assert found.messages("CBL012") == ["“QWX/9: ??” is no line that headers have"]


def test_the_year_of_the_document_number_stands_in_for_a_missing_one():
    lines = HEADER.replace("R 120915Z MAR 79", "R 120915Z MAR")
    date = telegram("1. IT SANK.", header=lines).metadata.date
    assert (date.when, date.cert, date.evidence) == ("1979-03-12T09:15:00+00:00", "high", "attributes")


def test_an_impossible_date_gives_none_and_is_reported():
    lines = HEADER.replace("R 120915Z MAR 79", "R 310915Z FEB 79")
    found = telegram("1. IT SANK.", header=lines, attributes="")
    assert found.metadata.date is None
    assert found.messages("CBL004") == ["R 310915Z FEB 79: day is out of range for month"]
    assert ("dateline", "R 310915Z FEB 79") in found.segments()


def test_what_is_missing_is_reported():
    found = converted("1. THE FERRY SANK.\n\n2. IT WAS RAISED.")
    assert found.codes == ["CBL002", "CBL003", "CBL005", "CBL006", "CBL007", "CBL008", "CBL018"]
    assert found.paragraphs() == [("1", "1. THE FERRY SANK."), ("2", "2. IT WAS RAISED.")]
    assert found.elements("//t:opener") == []
    assert found.metadata.title == "Telegram 1979ULAAN00417"


def test_a_routing_indicator_is_no_part_of_the_name():
    found = telegram(
        "1. IT SANK.", header=header("RUEHJI/AMEMBASSY JIDDA PRIORITY 1234", "UNCLAS ULAAN 00417")
    )
    assert [one.name for one in found.metadata.correspondents] == [
        "AMEMBASSY ULAAN",
        "SECSTATE WASHDC",
        "AMEMBASSY JIDDA",
    ]


def test_text_under_the_addressees_is_no_addressee():
    found = telegram("THE FERRY SANK AT NOON", header=header(), attributes="")
    assert found.paragraphs() == [("", "THE FERRY SANK AT NOON")]
    assert [one.name for one in found.metadata.correspondents[1:]] == ["SECSTATE WASHDC"]


def test_a_short_subject_line_that_is_not_finished_goes_on():
    lines = header("UNCLAS ULAAN 00417", "SUBJ; TIN PRICES AND THE", "FERRY", "", "REF; STATE 12345")
    assert telegram("1. IT SANK.", header=lines, attributes="").segments()[-2:] == [
        ("subject", "SUBJ; TIN PRICES AND THE FERRY"),
        ("reference", "REF; STATE 12345"),
    ]


def test_a_bare_number_above_the_date_is_the_transmission_line():
    lines = HEADER.replace("------------------098206 121045Z /10", "                 098206")
    assert ("transmission", "098206") in telegram("1. IT SANK.", header=lines).segments()


def test_references_in_a_row_lose_their_letters():
    header = HEADER.replace(
        "SUBJECT:", "REFS: (A) 78 ULAAN 0300; (B) MOSCOW 1990 AND (C) STATE 4411\nSUBJECT:"
    )
    found = telegram("1. NO ICE.", header=header)
    assert found.metadata.references == ("78 ULAAN 0300", "MOSCOW 1990", "STATE 4411")


def test_what_is_sent_by_pouch_has_its_name_without_it():
    header = HEADER.replace("INFO AMEMBASSY MOSCOW", "INFO AMCONSUL SANTA CRUZ BY POUCH")
    found = telegram("1. NO ICE.", header=header)
    assert found.xml("//t:opener/t:seg[@type='info']") == [
        '<seg type="info">INFO <orgName>AMCONSUL SANTA CRUZ</orgName> BY POUCH</seg>'
    ]


@pytest.mark.parametrize("line", ["S E C R E T SECTON 2 OF 2 ULAAN 0417", "SECRET SECITON 2 OF 2 ULAAN 0417"])
def test_a_section_line_with_a_slip_is_no_addressee(line):
    found = converted(HEADER.replace("C O N F I D E N T I A L ULAAN 00417", line) + "\nTHE ICE WENT.\n")
    assert [one.name for one in found.metadata.correspondents] == [
        "AMEMBASSY ULAAN", "SECSTATE WASHDC", "AMEMBASSY MOSCOW",
    ]  # fmt: skip
    assert ("section", line[line.rindex("SEC") :]) in found.segments()
    assert [e.get("n") for e in found.elements("//t:milestone")] == ["2"]


def test_a_line_that_begins_with_a_classification_is_no_addressee():
    found = converted(
        HEADER.replace("C O N F I D E N T I A L ULAAN 00417", "SECRET STADIS///") + "\nTHE ICE WENT.\n"
    )
    assert len(found.metadata.correspondents) == 3


def test_those_who_drafted_and_approved_are_in_the_header_also_below_the_subject():
    found = converted(HEADER + "DRAFTED BY EA/PIA:R TULLOCH:LM\nAPPROVED BY EA:J HALE\nTHE ICE WENT.\n")
    assert found.segments()[-2:] == [
        ("drafting", "DRAFTED BY EA/PIA:R TULLOCH:LM"),
        ("approval", "APPROVED BY EA:J HALE"),
    ]
    assert found.paragraphs() == [("", "THE ICE WENT.")]


def test_a_classification_spaced_out_with_a_letter_lost_is_one_beside_the_number():
    line = "C O N F I D E N T A L ULAAN 00417"
    found = converted(HEADER.replace("C O N F I D E N T I A L ULAAN 00417", line) + "\nTHE ICE WENT.\n")
    assert ("message-number", "ULAAN 00417") in found.segments()
    assert found.metadata.classification == "CONFIDENTIAL"


@pytest.mark.parametrize("blank", [" ", "\t", "\xa0"])
def test_a_classification_on_the_line_of_the_banner_and_before_the_end_is_furniture(blank):
    header = HEADER.replace("CONFIDENTIAL\n\nPAGE 01", f"CONFIDENTIAL{blank}PAGE 01")
    found = converted(f"{header}\n1. THE ICE WENT. FERRY\nCONFIDENTIAL{blank}NNN\n\n{ATTRIBUTES}")
    assert found.furniture()[:2] == [
        ("classification", "CONFIDENTIAL"),
        ("page-banner", "PAGE 01 ULAAN 00417 121030Z"),
    ]
    assert ("end-of-message", "NNN") in found.furniture()
    assert found.paragraphs() == [("1", "1. THE ICE WENT.")]
    assert [e.text for e in found.elements("//t:signed/t:persName")] == ["FERRY"]
    assert "CBL012" not in found.codes


@pytest.mark.parametrize(
    "line", ["CONFIDENTIAL POSS DUPE", "Cable 00417 of the Ulaan post", "www.weirs.test/00417"]
)
def test_a_line_above_the_first_page_leaves_the_header_a_header(line):
    found = converted(HEADER.replace("CONFIDENTIAL\n\nPAGE", f"{line}\n\nPAGE") + "\n1. THE ICE WENT.\n")
    assert found.metadata.date.when == "1979-03-12T09:15:00+00:00"
    assert [number for number, _ in found.paragraphs()] == ["1"]
    assert found.elements("//t:milestone") == []
    kinds = [kind for kind, _ in found.furniture()]
    assert kinds[:2] == (["classification", "duplicate"] if "POSS" in line else ["site", "page-banner"])


def test_the_low_numbers_of_a_new_year_belong_to_no_name():
    header = HEADER.replace("WASHDC 3417", "WASHDC 14").replace(
        "C O N F I D E N T I A L ULAAN 00417", "UNCLAS ULAAN 7"
    )
    found = converted(header + "\n1. THE ICE WENT.\n")
    assert [one.name for one in found.metadata.correspondents][1] == "SECSTATE WASHDC"
    assert ("message-number", "ULAAN 7") in found.segments()


def test_the_header_of_a_repeated_message_is_none_of_the_telegrams_own():
    found = converted(
        HEADER + "FOLLOWING REPEAT SUVA 0012 SENT ACTION STATE DEC 20.\nQUOTE\nCONFIDENTIAL SUVA 0012\n"
        "E.O. 12065: NA\nSUBJECT: CANOES\n1. THE CANOES ARE WET.\nUNQUOTE\n2. PLEASE CONFIRM.\n"
    )
    assert [words for kind, words in found.segments() if kind == "subject"] == [
        "SUBJECT: THE FERRY AT KYAKHTA"
    ]
    assert found.paragraphs()[0] == ("", "FOLLOWING REPEAT SUVA 0012 SENT ACTION STATE DEC 20.")


@pytest.mark.parametrize(
    "line", ["ULAAN 00417", "LIMITED OFFICAL USE ULAAN 00417", "LIMTED OFFICIAL USE ULAAN 00417"]
)
def test_the_number_of_the_message_is_no_addressee_without_a_sound_classification(line):
    found = converted(HEADER.replace("C O N F I D E N T I A L ULAAN 00417", line) + "\n1. THE ICE WENT.\n")
    assert [one.name for one in found.metadata.correspondents] == [
        "AMEMBASSY ULAAN", "SECSTATE WASHDC", "AMEMBASSY MOSCOW",
    ]  # fmt: skip
    assert ("message-number", "ULAAN 00417") in found.segments()
    assert found.metadata.classification == ("LIMITED OFFICIAL USE" if "USE" in line else "")


def test_a_subject_below_its_word_is_the_subject():
    found = converted(HEADER.replace("SUBJECT: THE FERRY", "SUBJECT:\nTHE FERRY") + "\n1. THE ICE WENT.\n")
    assert ("subject", "SUBJECT: THE FERRY AT KYAKHTA") in found.segments()
    assert [number for number, _ in found.paragraphs()] == ["1"]


def test_an_order_without_points_and_tags_with_letters_exchanged_are_read():
    header = HEADER.replace("E.O. 12065: GDS", "E O 12065: GDS").replace("TAGS: PFOR", "TGAS: PFOR")
    found = converted(header + "\n1. THE ICE WENT.\n")
    assert ("executive-order", "E O 12065: GDS 3/12/85 (FERRY, JOHN) OR-M") in found.segments()
    assert found.metadata.tags == ("PFOR", "MG")


def test_the_lines_of_the_network_above_the_date_are_operating_signals():
    found = converted(
        "OO RUEHC\nDE RUEHUM 0417 0711030\nZNY CCCCC ZZH\nO 120915Z MAR 79\nFM AMEMBASSY ULAAN\n"
        "TO RUEHC / SECSTATE WASHDC IMMEDIATE 3417\nRUEHMO/AMEMBASSY MOSCOW PRIORITY 0412\n"
        "CONFIDENTIAL ULAAN 0417\nTAGS: PFOR, MG\nSUBJECT: THE FERRY\n\n1. THE FERRY IS OLD.\n"
    )
    signals = [
        " ".join("".join(one.itertext()).split())
        for one in found.elements("//t:seg[@type='operating-signal']")
    ]
    assert signals == ["OO RUEHC", "DE RUEHUM 0417 0711030", "ZNY CCCCC ZZH"]
    names = [one.text for one in found.elements("//t:opener//t:seg[@type='to']/t:orgName")]
    assert names == ["SECSTATE WASHDC", "AMEMBASSY MOSCOW"]


@pytest.mark.parametrize("words", ["AND PREVIOUS", "(NOTAL)", "SEPTEL", "AND ALL SUBSEQUENT (NOTAL)"])
def test_words_below_a_reference_that_name_no_number_are_its_own(words: str):
    found = telegram(
        "1. THE ICE WENT.", header=f"{HEADER}REF: (A) STATE 143377, (B) ULAAN 774\n      {words}\n"
    )
    assert found.segments()[-1] == ("reference", f"REF: (A) STATE 143377, (B) ULAAN 774 {words}")
    assert found.paragraphs() == [("1", "1. THE ICE WENT.")]


def test_the_department_is_asked_to_pass_also_with_a_stop():
    found = telegram("1. THE ICE WENT.", header=HEADER.replace("E.O. 12065", "DEPT. PASS AID\nE.O. 12065"))
    assert ("passing", "DEPT. PASS AID") in found.segments()
