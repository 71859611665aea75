"""Numbered items and turns of speech in one talk: turns within items, items within a turn."""

from __future__ import annotations

TITLE = "Record of a Conversation between A. N. Gromov and D. Sarnai\n\nMay 3, 1979\n\n"
TALK = (
    "1. The Ferry\n\nGromov: It is late every spring.\n\nSarnai: We shall look into it.\n\n"
    "2. The Road\n\nGromov: Which bridge is down?\n\nSarnai: Both of them are.\n\n"
)


def test_the_points_of_a_talk_stand_between_its_turns(written) -> None:
    made = written(TITLE + TALK)
    assert made.texts("//tei:div/tei:p[tei:label]") == ["1. The Ferry", "2. The Road"]
    assert made.texts("//tei:sp") == [
        "Gromov: It is late every spring.",
        "Sarnai: We shall look into it.",
        "Gromov: Which bridge is down?",
        "Sarnai: Both of them are.",
    ]


def test_what_is_told_below_a_point_is_nobodys_speech(written) -> None:
    made = written(
        TITLE + TALK + "a) the upper road\n\nGromov: So be it.\n\nb) the lower road\n\nIt was left out.\n"
    )
    assert made.texts("//tei:div/tei:p[not(tei:label)]") == ["It was left out."]
    assert made.values("//tei:div/tei:p/@n") == ["1", "2", "a", "b"]


def test_a_turn_within_an_item_keeps_the_number_before_its_speaker(written) -> None:
    made = written(TITLE + TALK + "3. Sarnai: The ice is thin.\n\n4. Other questions were not raised.\n")
    assert made.values("//tei:sp[5]/@n") == ["3"]
    assert made.xml("//tei:sp[5]/tei:speaker") == '<speaker><num value="3">3.</num> Sarnai:</speaker>'
    assert made.texts("//tei:sp[5]/tei:p") == ["The ice is thin."]
    assert made.values("//tei:div/tei:p/@n") == ["1", "2", "4"]
    assert made.values("//tei:particDesc//tei:persName/text()") == ["A. N. Gromov", "D. Sarnai"]


def test_numbered_turns_alone_are_turns(written) -> None:
    made = written(
        TITLE
        + "1) Gromov: It is late.\n\n2) Sarnai: It is.\n\n3) Gromov: Why?\n\n4) Sarnai:The ice is thin.\n"
    )
    assert made.values("//tei:sp/@n") == ["1", "2", "3", "4"]
    assert made.xml("//tei:sp[4]/tei:p") == (
        '<p xml:id="p4"><label><num value="4">4)</num> Sarnai:</label>The ice is thin.</p>'
    )


def test_what_one_speaker_counts_up_stays_his_speech(written) -> None:
    made = written(
        TITLE
        + TALK
        + "Gromov: There are two questions:\n\na) the ferry in spring;\n\nb) the ice.\n\nSarnai: Yes.\n"
    )
    assert made.values("//tei:sp[5]/tei:p/@n") == ["a", "b"]


def test_a_numbered_list_of_people_is_no_talk(written) -> None:
    made = written(
        TITLE
        + "The delegation had three members.\n\n1. Orlov – envoy to the river commission\n\n"
        + "2. Petrov – Keeper of the gauge\n\n3. Orlov – Second envoy of that name\n"
    )
    assert made.find("//tei:sp") == []
    assert made.values("//tei:div/tei:p/@n") == ["1", "2", "3"]
