from __future__ import annotations

import pytest

from dragoman.convert.word_index import WordIndex

TEXT = "State 12 of Statehood; STATE\n 128 and state 128, (C) Yu. V. Orlov – o’er the ferry."


@pytest.mark.parametrize(
    ("value", "found"),
    [
        ("State 12", "State 12"),
        ("state 128", "state 128"),
        ("STATE 128", "STATE\n 128"),
        ("Yu. V. Orlov", "Yu. V. Orlov"),
        ("(C) Yu. V.", "(C) Yu. V."),
        ("o’er", "o’er"),
        ("–", "–"),
    ],
)
def test_a_value_is_found_letter_by_letter_before_it_is_found_in_other_case(value: str, found: str) -> None:
    assert TEXT[WordIndex(TEXT).offset_of(value) :].startswith(found)


@pytest.mark.parametrize("value", ["State 128 of", "hood", "Yu. Orlov", "C, Yu", ""])
def test_what_the_text_does_not_say_is_not_found(value: str) -> None:
    assert WordIndex(TEXT).offset_of(value) == -1


def test_words_that_are_met_without_end_are_found_all_the_same() -> None:
    text = "the sea " * 300 + "sea the end"
    assert WordIndex(text).offset_of("sea the end") == 2400
    assert WordIndex("the sea, " * 300 + "sea the").offset_of("sea the") == 2700


class Unsearched(str):
    """A text that nobody may search through."""

    def find(self, *args: object) -> int:
        raise AssertionError("a search through the text for each value takes the square of its length")


def test_the_text_is_read_once_however_many_values_are_looked_up() -> None:
    index = WordIndex(Unsearched("".join(f"state {number}; " for number in range(300))))
    assert [index.offset_of(f"State {number}") for number in (0, 299, 300)] == [0, 3179, -1]
