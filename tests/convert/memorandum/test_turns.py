"""Who speaks: names that are English words too, initials that touch, and what stays doubtful."""

from __future__ import annotations

import pytest

TITLE = "Record of a Conversation about Barges, May 3, 1974\n\n"
DIALOGUE = (
    "Brezhnev: How many barges are there?\n\nKissinger: Four, and a ferry.\n\n"
    "Brezhnev: And how many have sunk?\n\nKissinger: I am told that none has.\n\n"
)


@pytest.mark.parametrize(
    "name", ["Gromyko", "Suslov", "N. Gromyko", "N.S. Patolichev", "Comrade Ford", "M. Dügersüren"]
)
def test_a_speaker_who_speaks_once_has_a_turn_of_his_own(written, name) -> None:
    made = written(TITLE + DIALOGUE + f"{name}: None?\n\nBrezhnev: None.\n")
    assert made.texts("//tei:sp/tei:speaker")[-2:] == [f"{name}:", "Brezhnev:"]
    assert made.texts("//tei:sp[5]/tei:p") == ["None?"]
    assert "MEM008" not in made.codes


def test_a_surname_that_is_a_rare_english_word_is_a_turn_and_an_uncertain_decision(written) -> None:
    made = written(TITLE + DIALOGUE + "Gromyko: None?\n\nBrezhnev: None.\n")
    (decision,) = [one for one in made.conversion.decisions if one.subject == "turn"]
    assert (decision.value, decision.cert, decision.place.line) == ("Gromyko: is a speaker", "medium", 11)


def test_a_surname_that_is_a_common_word_is_a_turn_where_the_document_names_the_person(written) -> None:
    made = written(TITLE + DIALOGUE + "Ford: None?\n\nBrezhnev: As I said to Ford, none.\n")
    assert made.texts("//tei:sp/tei:speaker")[-2:] == ["Ford:", "Brezhnev:"]
    listed = written(
        "Conversation between A. Petrov and G. Ford, May 3, 1974\n\n"
        + DIALOGUE
        + "Ford: None?\n\nBrezhnev: None.\n"
    )
    assert listed.texts("//tei:sp/tei:speaker")[-2:] == ["Ford:", "Brezhnev:"]


def test_what_may_be_a_speaker_or_a_heading_goes_under_nobodys_name(written) -> None:
    made = written(TITLE + DIALOGUE + "Winter: None?\n\nThe ice is thick.\n\nBrezhnev: None.\n")
    assert made.texts("//tei:div/tei:p") == ["Winter: None?", "The ice is thick."]
    (finding,) = [one for one in made.conversion.diagnostics if one.code == "MEM008"]
    assert finding.place.line == 11
    assert "Winter:" in finding.message


@pytest.mark.parametrize("label", ["Note", "Agenda", "Subject"])
def test_a_label_is_no_speaker(written, label) -> None:
    made = written(TITLE + DIALOGUE + f"{label}: the barges at the weir.\n\nBrezhnev: None.\n")
    assert f"{label}:" not in made.texts("//tei:sp/tei:speaker")
    assert "MEM008" not in made.codes


def test_a_word_that_the_text_has_in_small_letters_stays_with_the_speaker(written) -> None:
    made = written(TITLE + DIALOGUE + "Trade: it is small.\n\nBrezhnev: We want more trade.\n")
    assert made.texts("//tei:sp[4]/tei:p") == ["I am told that none has.", "Trade: it is small."]
    assert [one.cert for one in made.conversion.decisions if one.subject == "turn"] == ["low"]


def test_participants_who_speak_once_each_have_turns_without_a_long_dialogue(written) -> None:
    made = written(
        "Conversation between P. A. Petrov and D. Bold, June 9, 1982\n\nPetrov: Where is the ferry?\n\n"
        "Bold: It has gone north.\n"
    )
    assert made.texts("//tei:sp/tei:speaker") == ["Petrov:", "Bold:"]


def test_initials_that_touch_each_other_or_the_name_open_turns(written) -> None:
    made = written(
        TITLE + "N.S. Patolin: Good day.\n\nYu.Ts.Dorj: Good day.\n\n"
        "N.S. Patolin: It is late.\n\nYu.Ts.Dorj: It is.\n"
    )
    assert made.texts("//tei:sp/tei:speaker") == ["N.S. Patolin:", "Yu.Ts.Dorj:"] * 2
    assert [p.name for p in made.conversion.document.metadata.participants] == ["N.S. Patolin", "Yu.Ts.Dorj"]


def test_initials_that_touch_open_turns_in_a_document_of_one_line(written) -> None:
    made = written(
        "Conversation between N.S. Patolin and Y.B. Dorj, June 9, 1982. "
        + "The two met at the weir. " * 12
        + "N.S. Patolin: Good day to you. Y.B. Dorj: Good day. N.S. Patolin: It is late. Y.B. Dorj: It is."
    )
    assert len(made.find("//tei:sp")) == 4


PRESENT = "Present: J. Kowal, Minister of Rivers; Comrade D. Dorj.\n\n"
STOPS = "Kowal. We cannot wait for the ice.\n\nDorj. “Then we shall walk.”\n\n"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (PRESENT, ""),
        ("", "Kowal: It is settled.\n\nDorj: It is.\n\nKowal: Good.\n\nDorj: Good.\n\n"),
        ("", "Kowal. The ice is thin.\n\nDorj. It holds.\n\n"),
    ],
)
def test_a_full_stop_marks_off_a_speaker_whom_the_document_knows(written, before, after) -> None:
    made = written(TITLE + before + "They met at the weir.\n\n" + STOPS + after)
    assert made.texts("//tei:sp/tei:speaker")[:2] == ["Kowal.", "Dorj."]
    assert made.texts("//tei:sp/tei:p")[:2] == ["We cannot wait for the ice.", "“Then we shall walk.”"]


def test_a_title_and_initials_before_a_full_stop_belong_to_the_speaker(written) -> None:
    made = written(
        TITLE + PRESENT + "Comrade J. Kowal. We cannot wait.\n\nD. Dorj (interrupting). Then we shall walk.\n"
    )
    assert made.texts("//tei:sp/tei:speaker") == ["Comrade J. Kowal.", "D. Dorj (interrupting)."]


@pytest.mark.parametrize(
    "paragraphs",
    [
        "Poland. We have four barges there.\n\nHungary. We have none.\n",
        "Barges. We have four.\n\nFerries. We have none.\n\nBarges. They leak.\n\nFerries. They sink.\n",
        "Kowal. We cannot wait.\n\nThe ice is thick.\n",
        "J. Kowal spoke first.\n\nD. Dorj was silent.\n\nMr. Kowal left.\n",
        "Dr. Kowal. We met him.\n",
    ],
)
def test_a_word_before_a_full_stop_is_no_speaker_where_that_is_not_certain(written, paragraphs) -> None:
    assert written(TITLE + "They met at the weir.\n\n" + paragraphs).find("//tei:sp") == []


def test_a_remark_in_brackets_may_follow_the_full_stop(written) -> None:
    made = written(TITLE + PRESENT + STOPS + "Kowal. [Laughs.] On the ice?\n")
    assert made.texts("//tei:sp/tei:speaker") == ["Kowal.", "Dorj.", "Kowal."]


def test_who_speaks_once_on_a_single_line_has_a_turn_where_the_title_names_him(written) -> None:
    made = written(
        "Record of Conversation between Comrade A. N. Gromov and Comrade Li Wen, May 3, 1949 Top Secret. "
        + "The two met at the weir. " * 10
        + "Comrade Li – It is late. Comrade Gromov – When? Comrade Li – Today. "
        "Notes taken by: P. Orlov Signed: A. N. Gromov"
    )
    assert made.texts("//tei:sp/tei:speaker") == ["Comrade Li –", "Comrade Gromov –", "Comrade Li –"]
    assert made.texts("//tei:sp/tei:p") == ["It is late.", "When?", "Today."]
    assert made.texts("//tei:closer/*") == ["Notes taken by: P. Orlov", "Signed: A. N. Gromov"]


def test_a_word_before_a_dash_on_a_single_line_is_no_speaker_where_nobody_else_speaks(written) -> None:
    made = written(
        "Record of Conversation with Comrade Gromov, December 18, 1949 Top Secret. "
        + "The two met at the weir. " * 12
        + "The end came. Gromov – an old man – left."
    )
    assert made.find("//tei:sp") == []


def test_a_participant_who_speaks_once_with_another_mark_has_a_turn(written) -> None:
    talk = "Wilk: Who has barges?\n\nDorj – That is not so.\n\nWilk: Who has?\n"
    made = written(TITLE + "Present: T. Wilk; D. Dorj.\n\n" + talk)
    assert made.texts("//tei:sp/tei:speaker") == ["Wilk:", "Dorj –", "Wilk:"]
    told = written(
        TITLE + "Present: T. Wilk; D. Dorj.\n\n" + talk.replace("That is not so.", "An old man – was silent.")
    )
    assert told.texts("//tei:sp/tei:speaker") == ["Wilk:", "Wilk:"]


def test_a_surname_that_is_a_word_of_english_is_a_participant_before_an_office(written) -> None:
    made = written(
        TITLE + "Present:\nWeiss, Secretary of State\nGromyko, Minister\n\nThey met at the weir.\n"
    )
    assert made.texts("//tei:list/tei:item/tei:persName") == ["Weiss", "Gromyko"]


def test_each_name_after_comrades_is_a_participant_and_may_speak_once(written) -> None:
    made = written(
        TITLE + "Present: Comrades Kowal, Wilk, White\n\nCom. Kowal: The barges are late.\n\n"
        "Com. Wilk: Who is to blame?\n"
    )
    assert made.texts("//tei:list/tei:item/tei:persName") == ["Kowal", "Wilk", "White"]
    assert made.find("//tei:roleName") == []
    assert made.texts("//tei:sp/tei:speaker") == ["Com. Kowal:", "Com. Wilk:"]


def test_a_word_of_english_after_a_courtesy_is_a_participant(written) -> None:
    made = written(TITLE + "Participants: Secretary White\nMr. Brown, NSC\n\nThey met at the weir.\n")
    assert made.texts("//tei:list/tei:item/tei:persName") == ["White", "Brown"]


TWO_PRESENT = "Present:\nP. Gusev, Ambassador\nTs. Bold, Deputy Minister\n\n"


@pytest.mark.parametrize("mark", [":", " –", " -"])
def test_two_who_are_present_and_speak_once_each_have_turns(written, mark: str) -> None:
    talk = f"Gusev{mark} The ferry does not run.[1]\n\nBold{mark} It will run in May.\n"
    made = written(TITLE + TWO_PRESENT + talk)

    assert made.texts("//tei:sp/tei:speaker") == [f"Gusev{mark}", f"Bold{mark}"]


@pytest.mark.parametrize(
    "talk",
    [
        "Gusev – The ferry does not run.\n\nIt will run in May, said Bold.\n",
        "Gusev – Ambassador of the Soviet Union\n\nBold – Deputy Minister of Peat\n",
        "Gusev – an envoy of long service – spoke first.\n\nBold – a man of few words – nodded.\n",
    ],
    ids=["one alone", "offices", "asides"],
)
def test_a_name_and_a_dash_alone_make_no_turn(written, talk: str) -> None:
    assert written(TITLE + TWO_PRESENT + "They spoke of ferries.\n\n" + talk).find("//tei:sp") == []
