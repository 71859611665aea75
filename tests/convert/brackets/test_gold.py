"""The brackets labelled by hand: how many the rules get right. Errors are shown by evaluate.py."""

from __future__ import annotations

from pathlib import Path

import pytest
from evaluate import accuracy, answers, figures, sure_errors
from gold_file import GOLD, NATIVE, OPEN, SEALED, judged
from real_memorandum import judged_real


def test_the_tuning_part_is_right_for_98_in_100_and_no_error_is_called_certain() -> None:
    labels = judged(GOLD / "tuning.txt")
    assert len(labels) > 280
    assert accuracy(labels) >= 0.98
    assert sure_errors(labels) == 0


def test_no_class_of_the_tuning_part_falls_under_94_in_100() -> None:
    rows = [row for row in figures(judged(GOLD / "tuning.txt")) if row.kind != "unclassified"]
    assert [row for row in rows if row.recall < 0.94 or row.precision < 0.94] == []


@pytest.mark.parametrize(
    ("part", "least", "right", "most_sure_errors"),
    [
        ("unseen", 140, 0.97, 1),
        ("blind", 200, 0.98, 1),
        ("stranger-open", 170, 0.98, 0),
        ("second-stranger", 170, 0.98, 0),
        ("third-open", 220, 0.97, 1),
        ("further", 700, 0.94, 2),
        ("stranger-sealed", 170, 0.92, 2),
        ("third-sealed", 220, 0.92, 2),
        ("fourth-sealed", 160, 0.96, 1),
    ],
)
def test_the_other_parts_stay_right(part: str, least: int, right: float, most_sure_errors: int) -> None:
    labels = judged(GOLD / f"{part}.txt")
    # Numbers alone are compared, so that a failure shows no sentence of the sealed part.
    count, share, sure = len(labels), accuracy(labels), sure_errors(labels)
    assert (count > least, share >= right, sure <= most_sure_errors) == (True, True, True)


@pytest.mark.parametrize("part", ["unseen", "blind", "stranger-open", "second-stranger", "third-open"])
def test_no_class_of_the_other_parts_falls_under_85_in_100(part: str) -> None:
    rows = [row for row in figures(judged(GOLD / f"{part}.txt")) if row.kind != "unclassified"]
    assert [row for row in rows if row.recall < 0.85 or row.precision < 0.85] == []


@pytest.mark.parametrize("part", NATIVE)
def test_brackets_of_papers_in_their_own_language_are_right_and_no_error_is_sure(part: str) -> None:
    labels = judged(GOLD / f"{part}.txt")
    assert accuracy(labels) >= 0.97
    assert sure_errors(labels) == 0


def test_what_is_called_sure_in_papers_in_their_own_language_is_most_of_all() -> None:
    labels = [label for part in NATIVE for label in judged(GOLD / f"{part}.txt")]
    assert len(answers(labels, "high")) > 0.8 * len(labels)


def test_an_answer_is_right_as_often_as_its_certainty_says() -> None:
    labels = [label for part in OPEN for label in judged(GOLD / f"{part}.txt")]
    high, medium, low = (accuracy(answers(labels, cert)) for cert in ("high", "medium", "low"))
    assert high >= 0.98
    assert 0.9 <= medium < high
    assert low < medium


def test_a_sure_answer_is_right_for_98_in_100_of_the_sealed_parts() -> None:
    labels = [label for part in SEALED for label in judged(GOLD / f"{part}.txt")]
    share = accuracy(answers(labels, "high"))
    assert share >= 0.98


def test_every_bracket_of_the_real_memorandum_is_right(real_edition: Path) -> None:
    wrong = [label for label in judged_real(real_edition) if label.expected != label.found]
    assert wrong == []
