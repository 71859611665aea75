"""Whatever the text: conversion does not fail, loses nothing, and gives the same again."""

from __future__ import annotations

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from telegram_text import ATTRIBUTES, HEADER, converted

from dragoman.convert.context import Context
from dragoman.convert.telegram import convert, detect
from dragoman.convert.telegram.cues import ATTRIBUTE_KEYS
from dragoman.document import missing_spans
from dragoman.source import SourceText

MARKINGS = ["CONFIDENTIAL", "S E C R E T", "LIMITED OFFICIAL USE", "UNCLAS", "CONFIDENTAIL", "UNCLASSIFIED"]
WORDS = (
    "THE FERRY SANK AT NOON AND ITS ROPE HUNG OVER SINO-SOVIET WATER. SAID: STATEMENT, NEGOTI- "
    "TIATIONS U.S. (#) QTE UNQTE SECRET QUOTE END SUMMARY TOON"
).split()

stamp = st.just(
    "Marian P. Ferry Declassified/Released US Department of State EO Systematic Review 19 Mar 2014"
)
banner = st.builds(
    "PAGE {:02}{}{} 0{} OF 03 210028Z{}".format,
    st.integers(1, 12),
    st.sampled_from([" ", "\n\n", "   "]),
    st.sampled_from(["MOSCOW 08357", "HONG K 10233", "STATE 322132", ""]),
    st.integers(1, 4),
    st.sampled_from(["", " ACTION EUR-12", " POSS DUPE", "\nTEXT"]),
)
furniture = st.one_of(
    stamp,
    banner,
    st.sampled_from(
        [
            *MARKINGS, "NNN", "NNNN", "POSS DUPE", "*** Current Classification *** SECRET",
            "BEGIN TEXT", "END TEXT.", "BEGIN TEXT: THE ROPE", "QUOTE", "UNQUOTE.", "HE WROTE: QUOTE",
            "1. QTE",
            "OLD. UNQUOTE NEW", "QTE OLD", "NO UNQTE. YES", "3. BEGIN TEXT:",
            "R 101200Z MAR 79\nFM AMEMBASSY MOSCOW", "NOTE BY OC/T: PARA 2 GARBLED.",
            "CORRECTEDCOPYFOR SECTION 2 OF 3", "SPECIMEN: INVENTED.", "Message Text", "Message Attributes",
            "R 201317Z APR 78", "R 319999Z FEB 78", "FM AMEMBASSY MOSCOW", "TO SECSTATE WASHDC 0754",
            "INFO AMEMBASSY TOKYO USMISSION USBERLIN", "INFO OCT-01 EA-10 /137 W",
            "CONFIDENTIAL SECTION 2 OF 3 MOSCOW 08357", "UNCLAS LA PAZ 2238 SECTION 2 OF 2",
            "TAGS: PFOR (FERRY)", "SUBJECT: THE FERRY", "REF: (A) MOSCOW 2204", "E.O. 11652: GDS",
            "-----114256 210725Z /11", "DRAFTED BY A:B", "ROPE      12     13", "TAR ....... 14",
            "PAGE 02", "**Copy:** SINGLE", "Errors:N/A",
        ]
    ),
)  # fmt: skip
line = st.lists(st.sampled_from(WORDS), min_size=1, max_size=9).map(" ".join)
labelled = st.builds("{} {}".format, st.sampled_from(["1.", "- 2.", "(1)", "A.", "3.", "(B)", "P. A."]), line)
attribute = st.builds("{}: {}".format, st.sampled_from(ATTRIBUTE_KEYS), st.one_of(line, st.just("")))
piece = st.one_of(line, labelled, furniture, furniture, attribute)
separator = st.sampled_from(["\n", "\n\n", " ", "", "\r\n", "\f", "\n\n\n", "  ", "\t"])
transcript = st.lists(st.tuples(piece, separator), max_size=40).map(
    lambda parts: "".join(text + gap for text, gap in parts)
)
any_text = st.text(max_size=300)


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(transcript, st.booleans(), st.booleans())
@example("1. THE STATECONFIDENTIAL\n\nCONFIDENTIAL\n\nPAGE 02 MOSCOW 08357\n\nMENT.", True, True)
@example("NNN\nBEGIN TEXT\nNNN\nEND TEXT", False, False)
def test_a_telegram_with_furniture_strewn_in_is_kept_whole(text, has_header, has_attributes):
    whole = (HEADER if has_header else "") + text + ("\n" + ATTRIBUTES if has_attributes else "")
    if whole.strip():
        converted(whole)


@settings(max_examples=300, deadline=None)
@given(st.lists(st.one_of(any_text, furniture, line), max_size=12).map("".join))
def test_any_text_is_kept_whole(text):
    source = SourceText("a.txt", text)
    document = convert(source, Context("a")).document
    assert missing_spans(document) == []


@settings(max_examples=60, deadline=None)
@given(transcript)
def test_the_same_text_gives_the_same_document(text):
    first, second = (convert(SourceText("a.txt", text), Context("a")) for _ in range(2))
    assert first == second


@settings(max_examples=100, deadline=None)
@given(any_text)
def test_recognition_gives_a_score_for_any_text(text):
    assert 0.0 <= detect(SourceText("a.txt", text)).score <= 1.0
