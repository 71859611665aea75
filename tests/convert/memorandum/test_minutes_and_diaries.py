"""Minutes, diaries, ciphered telegrams: what stands round their text in lines of its own."""

from __future__ import annotations


def test_chairman_and_secretary_of_minutes_do_not_speak(written) -> None:
    made = written(
        "Minutes of the 14th session of the River Commission, 12 June 1962\n\nChairman: D. Sarnai\n"
        "Secretary: T. Bold\nPresent: A. N. Gromov, P. P. Orlov\n\nAGENDA\n\n1. Ice\n\n2. The tariff\n\n"
        "Orlov: It has not been changed since 1949.\n\nGromov: It ought not to be.\n\nOrlov: Why?\n\n"
        "Gromov: The carts are light.\n"
    )
    assert made.texts("//tei:opener/tei:seg[@type='reference']") == [
        "Chairman: D. Sarnai",
        "Secretary: T. Bold",
    ]
    assert made.texts("//tei:list[@type='participants']//tei:persName") == ["A. N. Gromov", "P. P. Orlov"]
    assert made.texts("//tei:speaker") == ["Orlov:", "Gromov:", "Orlov:", "Gromov:"]


def test_who_received_a_telegram_when_and_that_it_must_not_be_copied_stands_in_the_opener(written) -> None:
    made = written(
        "CIPHERED TELEGRAM No. 1144\n\nFrom Naushki\nTo Moscow, to Comrade Gromov\n\nTOP SECRET\n"
        "Making copies is prohibited\n\nReceived 14:20, 30.XII.1949\n\nThe Chairman received me.\n\nORLOV\n"
    )
    assert made.texts("//tei:opener/tei:seg[@type='classification']") == [
        "TOP SECRET",
        "Making copies is prohibited",
    ]
    assert made.values("//tei:opener/tei:dateline/tei:date/@when") == ["1949-12-30T14:20:00"]
    assert "MEM002" not in made.codes


def test_the_name_below_the_heading_of_a_talk_is_no_place(written) -> None:
    made = written(
        "RECORD OF CONVERSATION\nwith the Harbor Master of Naushki\nA. N. GROMOV\n\n14 August 1956\n\n"
        "I visited Gromov today. He said nothing.\n"
    )
    assert made.texts("//tei:opener/tei:seg") == ["A. N. GROMOV"]
    assert made.texts("//tei:opener/tei:dateline") == ["14 August 1956"]


def test_the_copies_below_a_signature_do_not_hide_it(written) -> None:
    made = written(
        "Record of a Conversation with A. N. Gromov\n\n14 August 1956\n\nI visited Gromov today.\n\n"
        "FIRST SECRETARY OF THE EMBASSY\n(signature) P. ORLOV\n\n5 copies typed\n1 – Com. Gromov\n2 – file\n"
    )
    assert made.texts("//tei:closer/tei:signed/tei:persName") == ["P. ORLOV"]
    assert made.texts("//tei:closer/tei:seg[@type='reference']") == [
        "5 copies typed",
        "1 – Com. Gromov",
        "2 – file",
    ]


def test_a_numbered_list_that_ends_the_text_is_text(written) -> None:
    made = written(
        "Record of a Conversation with A. N. Gromov\n\n14 August 1956\n\nHe named two wishes:\n\n"
        "1. A new cable.\n\n2. A new guard.\n"
    )
    assert made.texts("//tei:div/tei:p[tei:label]") == ["1. A new cable.", "2. A new guard."]


def test_the_last_of_those_present_on_a_single_line_does_not_become_a_speaker(written) -> None:
    made = written(
        "Memorandum of Conversation between A. N. Gromov and D. Sarnai, 3 May 1979. Present: P. Orlov, T. "
        "Bold. Gromov: The ferry is late every spring, and nobody knows why it is so. Sarnai: We shall look "
        "into it. Gromov: When? Sarnai: In the summer, when the ice has gone and the engineer is well again, "
        "if he will be."
    )
    assert made.texts("//tei:list[@type='participants']//tei:persName") == ["P. Orlov", "T. Bold"]
    assert made.texts("//tei:speaker") == ["Gromov:", "Sarnai:", "Gromov:", "Sarnai:"]


def test_the_salutation_of_an_enclosed_draft_does_not_make_the_text_an_address(written) -> None:
    made = written(
        "Strictly secret\n\nExtract from Protocol No. 12 of the session of the Commission of 14 June 1962\n\n"
        "1. To approve the draft reply to the Chairman.\n\n2. To instruct Com. Bold to see to the cable.\n\n"
        "Draft\n\nDear Comrade Chairman,\n\nThe ferry will be mended.\n"
    )
    assert made.values("//tei:div/tei:p/@n") == ["1", "2"]


def test_a_diplomatic_note_ends_with_date_seal_and_addressee(written) -> None:
    made = written(
        "NOTE VERBALE\n\nThe Embassy presents its compliments to the Ministry and has the honor to inform it "
        "that the ferry is closed.\n\nThe Embassy avails itself of this opportunity.\n\n"
        "Naushki, 12 April 1963\n\n[Seal of the Embassy]\n\nTo the Ministry of Waterways\nNaushki\n"
    )
    assert made.values("//tei:closer/tei:dateline/tei:date/@when") == ["1963-04-12"]
    assert made.texts("//tei:closer/tei:seg") == ["To the Ministry of Waterways", "Naushki"]
    assert made.conversion.document.metadata.date is not None


def test_questions_and_answers_of_an_interview_are_turns_and_nobodys_names(written) -> None:
    made = written(
        "Transcript of a Conversation between A. N. Gromov and the Editor\n\nNovember 4, 1958\n\n"
        "Question: Will the ferry run?\n\nAnswer: It will not.\n\n"
        "Question: And the bridge?\n\nAnswer: It will.\n"
    )
    assert made.texts("//tei:speaker") == ["Question:", "Answer:", "Question:", "Answer:"]
    assert [one.name for one in made.conversion.document.metadata.participants] == ["A. N. Gromov"]


def test_one_question_in_a_record_is_a_heading(written) -> None:
    made = written(
        "Record of a Talk\n\nHe spoke of ice.\n\nQuestion: The ferry.\n\nAnswer: None was given.\n"
    )
    assert made.find("//tei:sp") == []


def test_the_end_of_an_abbreviation_is_nobodys_initial(written) -> None:
    made = written(
        "FROM: AMCONSUL, NAUSHKI          DESP. NO. 114\nTO: THE DEPARTMENT, WASHINGTON\n\n"
        "SUBJECT: The Ferry\n\nThe ferry was closed.\n\nFor the Consul:\nT. W. Okladnikov\n"
        "American Vice Consul\n\nEnclosure: Gauge readings\n"
    )
    assert made.texts("//tei:opener//tei:persName") == []
    assert made.texts("//tei:closer//tei:persName") == ["T. W. Okladnikov"]
