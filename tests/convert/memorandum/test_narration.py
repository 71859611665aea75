"""Paragraphs of a dialogue that are nobody's words: what was done, who was there, how it ended."""

from __future__ import annotations

import pytest

from dragoman.convert.memorandum.narration import is_report

HEAD = "Record of Conversation between Comrade P. A. Gusev and Comrade D. Bold\n\nMay 3, 1979\n\n"
TURNS = (
    "Gusev: We should like to know when the ferry will run again.\n\n"
    "Bold: The ferry will run in May.\n\n"
    "Gusev: We can send wood by rail.\n\n"
)


@pytest.mark.parametrize(
    "narrated",
    [
        "The two sides then turned to the question of the dam.",
        "After the talk the guests were shown the lock.",
        "In reply, the Mongolian side declared that it had no objection.",
        "At this point the interpreter handed over a map of the delta.",
        "A break of ten minutes followed.",
        "A dinner was given in honor of the delegation.",
        "Those present rose and drank to the ferry.",
        "The guests took leave at noon.",
        "The conversation lasted forty minutes.",
        "Present were the second secretary and an interpreter.",
    ],
)
def test_a_report_between_two_turns_belongs_to_nobody(written, narrated: str) -> None:
    made = written(f"{HEAD}{TURNS}{narrated}\n\nBold: I thank you for that.\n")

    assert made.texts("//tei:body/tei:div/tei:p") == [narrated]
    assert len(made.find("//tei:sp")) == 4


@pytest.mark.parametrize(
    "spoken",
    [
        "It needs a new hull, and there is no wood.",
        "After the talk we shall show you the lock.",
        "The Soviet side handed over a draft in 1975, and nothing came of it.",
        "The guests of our hotel complain of the noise.",
        "Then, he said, let us begin.",
    ],
)
def test_what_a_speaker_may_have_said_stays_his(written, spoken: str) -> None:
    made = written(f"{HEAD}{TURNS}{spoken}\n\nBold: I thank you for that.\n")

    assert made.texts("//tei:body/tei:div/tei:p") == []
    assert made.texts("//tei:sp[3]/tei:p")[-1] == spoken


def test_all_that_is_said_of_the_end_of_a_meeting_closes_it(written) -> None:
    made = written(
        f"{HEAD}{TURNS}The conversation lasted forty minutes.\n\nPresent were: D. Purev, second secretary; "
        "T. Brown, interpreter.\n\nThe meeting ended with a toast.\n"
    )

    assert len(made.find("//tei:closer/tei:seg[@type='attendance']")) == 3
    assert made.texts("//tei:particDesc//tei:persName") == ["P. A. Gusev", "D. Bold", "D. Purev", "T. Brown"]


def test_words_in_quotation_marks_do_not_make_a_report_speech() -> None:
    assert is_report("In reply, the Minister read the telegram aloud: “We shall come.”")
    assert not is_report("In reply, the Minister read our telegram aloud.")
