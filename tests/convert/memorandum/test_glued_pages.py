"""Page numbers that touch the first word of their page."""

from __future__ import annotations

import pytest

from dragoman.convert.context import Context
from dragoman.convert.memorandum import convert
from dragoman.source import SourceText

TITLE = "Record of a Talk\n\n"
FIRST = "He went on for some time.\n\n"


def decisions(text: str) -> list[tuple[str, str, str]]:
    made = convert(SourceText("made-up.txt", text), Context("made-up", is_explained=True))
    return [(one.value, one.evidence, one.cert) for one in made.decisions if one.subject == "page number"]


def test_numbers_that_rise_one_by_one_are_taken_off_their_words(written) -> None:
    made = written(TITLE + FIRST + "2The guest replied.\n\n3Then they drank tea.\n")
    assert made.values("//tei:p/tei:pb/@n") == ["2", "3"]
    assert made.xml("//tei:body//tei:p[2]").startswith(
        '<p xml:id="p2"><pb n="2"/><fw type="page-number">2</fw>The guest'
    )
    assert "MEM009" not in made.codes


def test_a_single_number_is_taken_off_its_word_where_only_it_is_missing(written) -> None:
    text = (
        TITLE
        + "1\n\n"
        + FIRST
        + "2\n\nThe guest replied.\n\n3The second question was that of ice.\n\n4\n\nHe left.\n"
    )
    made = written(text)
    assert made.values("//tei:pb/@n") == ["1", "2", "3", "4"]
    assert made.texts("//tei:p[tei:pb/@n='3']") == ["3The second question was that of ice."]
    assert decisions(text) == [("3", "it touches “The”: it stands between the pages 2 and 4", "high")]


@pytest.mark.parametrize(
    "text",
    [
        "1\n\nHe went on and\n\n2\n\nthe guest replied.\n\n3The second question was that of ice.\n",
        "He went on.\n\n3The second question was that of ice.\n\n4\n\nHe left.\n\n5\n\nHe slept.\n",
    ],
)
def test_one_known_page_beside_it_is_enough_for_a_number_before_a_capital(written, text: str) -> None:
    assert "3" in written(TITLE + text).values("//tei:pb/@n")


def test_a_sentence_that_goes_on_over_the_page_keeps_its_number_between_known_pages(written) -> None:
    made = written(TITLE + "2\n\nHe went on.\n\n3the second question was that of ice.\n\n4\n\nHe left.\n")
    assert made.values("//tei:pb/@n") == ["2", "3", "4"]


def test_a_number_behind_a_sentence_is_a_page_between_known_pages_only(written) -> None:
    line = "He was silent. 3The second question was that of ice.\n\n"
    assert written(TITLE + "2\n\nHe came.\n\n" + line + "4\n\nHe left.\n").values("//tei:pb/@n") == [
        "2",
        "3",
        "4",
    ]
    assert written(TITLE + "2\n\nHe came.\n\n" + line).values("//tei:pb/@n") == ["2"]


def test_a_number_that_the_form_feeds_confirm_is_a_page(written) -> None:
    text = TITLE + FIRST + "\f2The guest replied.\n"
    assert written(text).values("//tei:pb/@n") == ["2"]
    assert decisions(text) == [("2", "it touches “The”: it opens page 2 by the form feeds", "medium")]


def test_a_lone_number_stays_in_its_word_and_is_reported(written) -> None:
    made = written(TITLE + "1700\n\n12The guest replied, and that was all he said on the matter.\n")
    assert made.find("//tei:pb") == []
    assert [(d.message, d.place.line) for d in made.conversion.diagnostics if d.code == "MEM009"] == [
        ("“12The” begins with a number that may be a page’s: no other page has a number next to it", 5)
    ]


def test_two_numbers_that_fit_the_same_page_are_both_left_and_reported(written) -> None:
    made = written(
        TITLE
        + "2\n\nHe came.\n\n3The question was asked.\n\n3Ships had sunk.\n\n4\n\nThen he left the house.\n"
    )
    assert made.values("//tei:pb/@n") == ["2", "4"]
    assert [d.place.line for d in made.conversion.diagnostics if d.code == "MEM009"] == [7, 9]


@pytest.mark.parametrize(
    "words", ["3rd of May was the day.", "3km of the road were closed.", "3tons of ice."]
)
def test_figures_that_belong_to_their_letters_are_no_pages(written, words: str) -> None:
    made = written(TITLE + FIRST + words + "\n")
    assert made.find("//tei:pb") == []
    assert "MEM009" not in made.codes


def test_a_number_out_of_the_row_of_pages_is_no_page(written) -> None:
    made = written(TITLE + "5\n\nHe came.\n\n3The question was asked.\n\n6\n\nThen he left the house.\n")
    assert made.values("//tei:pb/@n") == ["5", "6"]
    assert "MEM009" not in made.codes


def test_a_stray_number_does_not_hide_the_row_of_the_others(written) -> None:
    made = written(TITLE + "3Ships had sunk.\n\n2The guest replied.\n\n3Then they drank tea.\n\n4He left.\n")
    assert made.values("//tei:pb/@n") == ["2", "3", "4"]
    assert made.texts("//tei:body//tei:p[1]") == ["3Ships had sunk."]
    assert [d.place.line for d in made.conversion.diagnostics if d.code == "MEM009"] == [3]
