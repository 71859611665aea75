"""Page ends: words that they cut, classifications that are glued, banners in every shape."""

from __future__ import annotations

import pytest
from telegram_text import cut, telegram


def test_a_word_cut_by_a_banner_is_whole_for_the_reader():
    found = telegram("1. THE CAPTAIN READ A " + cut("STATE", "MENT TO THE CREW."))
    assert found.paragraphs() == [("1", "1. THE CAPTAIN READ A STATEMENT TO THE CREW.")]
    assert found.xml("//t:body//t:p") == [
        '<p n="1" xml:id="p1"><label>1.</label> THE CAPTAIN READ A STATE<pb n="2" break="no"/>'
        '<fw type="classification">CONFIDENTIAL</fw><lb break="no"/>'
        '<fw type="classification">CONFIDENTIAL</fw>'
        '<lb break="no"/><fw type="page-banner">PAGE 02 ULAAN 00417 121030Z</fw><lb break="no"/>'
        "MENT TO THE CREW.</p>"
    ]


def test_a_classification_behind_a_blank_parts_no_words():
    found = telegram("1. THE FERRY IS " + cut("", "OLD AND LEAKS."))
    assert found.paragraphs() == [("1", "1. THE FERRY IS OLD AND LEAKS.")]


@pytest.mark.parametrize(
    "marking",
    ["LIMITED OFFICIAL USE", "UNCLASSIFIED", "UNCLAS", "SECRET", "S E C R E T", "L I M I T E D OFFICIAL USE"],
)
def test_every_classification_is_cut_off_the_word_it_is_glued_to(marking):
    header = "\n".join((marking, "PAGE 01 ULAAN 00417 121030Z", "R 120915Z MAR 79", "FM AMEMBASSY ULAAN", ""))
    text = "1. THE " + cut("TIM", "BER IS WET.", marking=marking, foot=marking)
    found = telegram(text, header=header, ending=f"\n{marking}\n\nNNN\n")
    assert found.paragraphs() == [("1", "1. THE TIMBER IS WET.")]


def test_a_misspelt_classification_at_a_page_end_is_read_and_reported():
    text = "1. THE BARGE CARRIED " + cut("", "COAL.", foot="CONFIDENTAIL", marking="CONFIDNTIAL")
    found = telegram(text)
    assert found.paragraphs() == [("1", "1. THE BARGE CARRIED COAL.")]
    assert found.messages("CBL016") == [
        "“CONFIDENTAIL” is read as a classification",
        "“CONFIDNTIAL” is read as a classification",
    ]


def test_several_cuts_each_join_their_word():
    text = "1. THE " + cut("PI", "LOT SAW THE " + cut("SAND", "BANK TOO ") + cut("LA", "TE.", page=4), page=2)
    assert telegram(text).paragraphs() == [("1", "1. THE PILOT SAW THE SANDBANK TOO LATE.")]


def test_a_sentence_that_ends_in_a_classification_keeps_its_word_where_pages_have_foot_and_head():
    text = cut("1. HE CALLED THE CHART SECRET\n\n", "AND SOLD IT.")
    assert telegram(text).paragraphs() == [("1", "1. HE CALLED THE CHART SECRET AND SOLD IT.")]


def test_a_word_cut_with_a_blank_is_whole_where_only_the_whole_is_a_word():
    found = telegram("1. THE ANCHORAGE IS FULL. NO " + cut("ANCHO ", "RAGE REMAINS."))
    assert found.paragraphs() == [("1", "1. THE ANCHORAGE IS FULL. NO ANCHORAGE REMAINS.")]
    assert '<fw type="classification"> CONFIDENTIAL</fw>' in found.xml("//t:body//t:p")[0]


@pytest.mark.parametrize(
    ("head", "tail"),
    [("KO", "VALENKO"), ("PODGO", "RNY"), ("COUNTR", "Y"), ("SECRETAR", "IAT"), ("YA", "KOVLEVSKY")],
)
def test_a_word_cut_at_a_line_end_before_blank_line_and_banner_is_whole(head, tail):
    found = telegram(f"1. THEY MET {head}" + cut("\n\n", f"{tail} AT NOON."))
    assert found.paragraphs() == [("1", f"1. THEY MET {head}{tail} AT NOON.")]
    decision = next(d for d in found.conversion.decisions if d.subject == "word")
    assert decision.value == f"{head} + {tail}"
    assert decision.cert in ("medium", "low")


@pytest.mark.parametrize(
    ("head", "tail"),
    [
        ("KAMAL", "HOSSAIN"), ("LI", "PENG"), ("PLAN", "B"), ("TASS", "ROMANOV"), ("IVO", "PETROVICH"),
        ("IN", "FORM"), ("DR", "PETROV"), ("ULAN", "BATOR"), ("ANNEX", "A"), ("MR", "LVOV"),
    ],
)  # fmt: skip
def test_two_names_or_words_at_a_page_end_stay_two(head, tail):
    found = telegram(f"1. THEY MET {head}" + cut("\n\n", f"{tail} AT NOON."))
    assert found.paragraphs() == [("1", f"1. THEY MET {head} {tail} AT NOON.")]


def test_two_whole_words_are_not_joined_though_the_blank_between_them_was_lost():
    found = telegram("1. THEY ASKED FOR " + cut("MORE", "WATER FROM THE LAKE."))
    assert found.paragraphs() == [("1", "1. THEY ASKED FOR MORE WATER FROM THE LAKE.")]


def test_letters_repeated_after_a_hyphen_are_surplus():
    found = telegram("1. THE " + cut("NEGOTI-", "TIATIONS CONTINUE."))
    assert found.paragraphs() == [("1", "1. THE NEGOTIATIONS CONTINUE.")]
    assert '<pc force="weak">-</pc>' in found.xml("//t:body//t:p")[0]
    assert '<surplus reason="repeated">TI</surplus>ATIONS' in found.xml("//t:body//t:p")[0]


def test_a_hyphen_stays_where_the_document_writes_the_word_with_it():
    found = telegram("1. SINO-MONGOLIAN TRADE IS SMALL. SINO-\nMONGOLIAN TALK IS NOT.")
    assert found.paragraphs() == [("1", "1. SINO-MONGOLIAN TRADE IS SMALL. SINO-MONGOLIAN TALK IS NOT.")]


def test_a_hyphen_at_a_line_end_is_weak_where_the_whole_is_a_word():
    found = telegram("1. THE FERRY NEEDS A NEW MANAGE-\nMENT AND A NEW ROPE.")
    assert found.paragraphs() == [("1", "1. THE FERRY NEEDS A NEW MANAGEMENT AND A NEW ROPE.")]


def test_a_banner_on_two_lines_is_one_banner():
    found = telegram(
        "1. THE WATER ROSE\n\nCONFIDENTIAL\n\nCONFIDENTIAL\n\nPAGE 02\n\nULAAN 00417\n\nALL NIGHT."
    )
    assert found.paragraphs() == [("1", "1. THE WATER ROSE ALL NIGHT.")]
    assert ("page-banner", "PAGE 02 ULAAN 00417") in found.furniture()


@pytest.mark.parametrize(
    "banner",
    [
        "PAGE 02 ULAAN 00417 121030Z",
        "PAGE 02        ULAAN  00417  121030Z",
        "PAGE   02   ULAAN 00417",
        "PAGE\t02 ULAAN 00417",
        "PAGE 02 HONG K 10233 01 OF 02 170814Z",
        "PAGE 02 LA PAZ 02004",
        "PAGE 02 STATE 322132 TOSEC 010010",
        "PAGE 02",
    ],
)
def test_banners_of_every_shape_are_known(banner):
    found = telegram(f"1. THE WATER ROSE\n\nCONFIDENTIAL\n\n{banner}\n\nALL NIGHT.")
    assert found.paragraphs() == [("1", "1. THE WATER ROSE ALL NIGHT.")]
    assert [e.get("n") for e in found.elements("//t:pb")] == ["1", "2"]


def test_prose_about_a_page_is_no_banner():
    found = telegram("1. THE ERROR IS ON\nPAGE 3 OF THE PROTOCOL, NOT ON\nPAGE 12. CORRECT IT.")
    assert found.paragraphs() == [
        ("1", "1. THE ERROR IS ON PAGE 3 OF THE PROTOCOL, NOT ON PAGE 12. CORRECT IT.")
    ]


@pytest.mark.parametrize("duplicate", ["POSS DUPE", "*** POSS DUPE ***", "POSSIBLE DUPLICATE"])
def test_a_mark_of_duplication_is_furniture(duplicate):
    text = f"1. THE WATER ROSE\n\nCONFIDENTIAL\n\nPAGE 02 ULAAN 00417 121030Z {duplicate}\n\nALL NIGHT."
    found = telegram(text)
    assert ("duplicate", duplicate) in found.furniture()
    assert found.paragraphs() == [("1", "1. THE WATER ROSE ALL NIGHT.")]


@pytest.mark.parametrize(
    "stamp",
    [
        "Declassified/Released US Department of State EO Systematic Review 30 JUN 2005",
        "Marian P. Tillotson Declassified/Released US Department of State EO Systematic Review 19 Mar 2014",
        "Mary Tillotson\nDeclassified/Released\nUS Department of State\nEO Systematic Review\n2 Mar 2014",
    ],
)
def test_a_declassification_stamp_in_mid_sentence_interrupts_nothing(stamp):
    found = telegram(f"1. THE FERRYMAN {stamp} WENT HOME. {stamp} HE SLEPT.")
    assert found.paragraphs() == [("1", "1. THE FERRYMAN WENT HOME. HE SLEPT.")]
    assert [t for t in found.furniture() if t[0] == "declassification"] == [
        ("declassification", " ".join(stamp.split()))
    ] * 2


def test_a_stamp_doubled_at_a_page_end_is_two_stamps():
    stamp = "Declassified/Released US Department of State EO Systematic Review 30 JUN 2005"
    text = cut(f"1. THE FERRY\n\n{stamp}\n\n{stamp}\n\n", "SANK.")
    found = telegram(text)
    assert found.paragraphs() == [("1", "1. THE FERRY SANK.")]
    assert [kind for kind, _ in found.furniture()].count("declassification") == 2


def test_a_missing_page_is_reported():
    text = cut("1. THE FERRY ", "SANK.", page=3)
    assert telegram(text).messages("CBL014") == ["page 3 follows page 1"]


def test_form_feeds_and_columns_of_a_layout_preserving_extraction_are_read():
    header = """\
\fCONFIDENTIAL

PAGE 01        ULAAN  00417  121030Z

ACTION   EA-12

INFO  OCT-01   EUR-12   /057 W
                     --------------------- 098206
R   120915Z   MAR 79
FM  AMEMBASSY ULAAN
TO    SECSTATE WASHDC   3417
C O N F I D E N T I A L   ULAAN  00417
     TAGS:    PFOR,  MG
     SUBJECT:   THE FERRY
"""
    text = (
        "1.   THE FERRY\n\n   CONFIDENTIAL\n\f  CONFIDENTIAL\n\n   PAGE 02    ULAAN  00417  121030Z\n\nSANK."
    )
    found = telegram(text, header=header)
    assert found.paragraphs() == [("1", "1. THE FERRY SANK.")]
    assert found.metadata.date.when == "1979-03-12T09:15:00+00:00"
    assert found.metadata.tags == ("PFOR", "MG")
    assert ("action", "ACTION EA-12") in found.segments()


def test_current_classification_lines_are_furniture():
    found = telegram(
        "1. THE FERRY SANK.\n\n*** Current Handling Restrictions *** n/a\n"
        "*** Current Classification *** CONFIDENTIAL"
    )
    assert found.paragraphs() == [("1", "1. THE FERRY SANK.")]
    assert [kind for kind, _ in found.furniture()].count("footer") == 2


@pytest.mark.parametrize("printed", ["CONFIDENTAL", "CONFIDENTIALL", "CONFDENTIAL"])
def test_a_misspelt_classification_glued_to_half_a_word_is_cut_off_and_reported(printed):
    found = telegram("1. THE TONNAGE OF THE BAR" + cut("", "GES IS LOW.", foot=printed))
    assert found.paragraphs() == [("1", "1. THE TONNAGE OF THE BARGES IS LOW.")]
    assert ("classification", printed) in found.furniture()
    assert "CBL016" in found.codes


def test_a_word_that_is_only_a_little_like_a_classification_is_not_cut():
    found = telegram("1. THEY ARE OVERCONFIDENT" + cut("\n\n", "TODAY.", foot="CONFIDENTIAL"))
    assert "OVERCONFIDENT TODAY." in found.reading


def test_a_classification_before_the_word_page_leaves_the_banner_whole():
    text = (
        "1. THE FERRY IS OLD.\n\f                    CONFIDENTIAL          PAGE 02\n"
        "     ULAAN  00417  121030Z\n\n2. IT LEAKS."
    )
    found = telegram(text)
    assert found.paragraphs() == [("1", "1. THE FERRY IS OLD."), ("2", "2. IT LEAKS.")]
    assert ("page-banner", "PAGE 02 ULAAN 00417 121030Z") in found.furniture()
