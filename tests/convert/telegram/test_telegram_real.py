"""The real telegram, read from the folder that the environment names, and the recognition of kinds."""

from __future__ import annotations

import pytest
from telegram_text import HEADER, Converted, converted

from dragoman.convert.telegram import detect
from dragoman.source import SourceText, read_source


@pytest.fixture(scope="module")
def real(real_edition) -> Converted:
    source = read_source(real_edition / "tei" / "sources" / "1978MOSCOW08357.txt")
    return converted(source.text, "1978MOSCOW08357")


def test_its_date_is_that_of_the_date_time_group(real):
    assert real.metadata.date.when == "1978-04-20T13:17:00+00:00"


def test_a_word_and_a_sentence_run_on_across_page_and_section(real):
    assert "WERE THE STATEMENTS OF" in real.reading
    fourth = next(words for number, words in real.paragraphs() if number == "4")
    assert "SPLITS IN THE SOVIET" in fourth
    assert "POLITBURO, BUT SUCH" in fourth


def test_it_has_nine_numbered_paragraphs_as_printed(real):
    labels = [e.text for e in real.elements("//t:body//t:p/t:label")]
    assert labels == ["1.", "2.", "3.", "4.", "5.", "- 6.", "- 7.", "- 8.", "9."]


def test_every_addressee_is_known_for_action_or_information(real):
    found = [one for one in real.metadata.correspondents if one.action == "received"]
    assert [one.name for one in found if one.subtype == "action"] == ["SECSTATE WASHDC"]
    assert len([one for one in found if one.subtype == "info"]) == 16
    assert [one.name for one in found[-2:]] == ["USMISSION USBERLIN", "USMISSION USNATO"]


def test_its_header_is_complete(real):
    metadata = real.metadata
    assert metadata.title == "Telegram from AmEmbassy Moscow to the Department of State, 20 April 1978"
    assert (metadata.classification, metadata.precedence) == ("CONFIDENTIAL", "R")
    assert metadata.tags == ("CH", "UR", "PARM", "PBOR", "JA", "KN", "KS")
    assert [(one.type, one.value) for one in metadata.identifiers[:3]] == [
        ("document-number", "1978MOSCOW08357"),
        ("message-number", "MOSCOW 08357"),
        ("film-number", "D780170-0816"),
    ]
    assert [e.text for e in real.elements("//t:closer//t:persName")] == ["TOON"]


def test_its_attributes_are_taken_apart(real):
    labels = ["".join(e.itertext()) for e in real.elements("//t:back//t:label")]
    assert len(labels) == 71
    assert labels[:3] == ["Automatic Decaptioning:", "Capture Date:", "Channel Indicators:"]
    assert [e.text for e in real.elements("//t:back//t:label[@rend='asterisks']")] == [
        "Review Media Identifier:",
        "Review Transfer Date:",
    ]


def test_nothing_is_amiss_in_it(real):
    assert real.codes == []


def test_a_telegram_is_recognised_by_its_forms():
    found = detect(SourceText("a.txt", HEADER))
    assert found.score > 0.95
    assert "a date-time group" in found.evidence


@pytest.mark.parametrize(
    "text",
    [
        "Record of a Conversation\n\nSUBJECT: the ferry\n\nFerry – Good day.\n\nRoper – Good day [bows].",
        "Results:\n\nSeptember 19, 1956\nTelegram from the Embassy in Ulaan to Washington\n\n1 - 10 of 12",
        "",
    ],
)
def test_other_texts_are_not(text):
    assert detect(SourceText("a.txt", text)).score < 0.1


def test_no_other_real_source_is_taken_for_a_telegram(real_edition):
    scores = {
        path.stem: detect(read_source(path)).score
        for path in sorted((real_edition / "tei" / "sources").glob("*.txt"))
    }
    assert scores.pop("1978MOSCOW08357") > 0.99
    assert max(scores.values()) < 0.1
