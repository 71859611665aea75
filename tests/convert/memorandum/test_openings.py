"""What stands above and below the text: lists of those present, places, languages, notes without a call."""

from __future__ import annotations

import pytest

from dragoman.convert.memorandum.names import plain_names

TITLE = "Conversation between P. A. Petrov and D. Bold, June 9, 1982\n\n"
TEXT = "They spoke of the river and of nothing else.\n"


def test_those_present_from_a_side_are_read(written) -> None:
    made = written(
        TITLE + "Present from the Mongolian side: Comrades Yu. Tsend, D. Maidarjav, M. Düger (Minister).\n"
        "Present from the Soviet side: Comrades N.S. Patolin, A.I. Smirin [ambassador].\n\n" + TEXT
    )
    people = {p.name: p.side for p in made.conversion.document.metadata.participants}
    assert {name: people.get(name) for name in ("Yu. Tsend", "M. Düger", "N.S. Patolin", "A.I. Smirin")} == {
        "Yu. Tsend": "Mongolian", "M. Düger": "Mongolian", "N.S. Patolin": "Soviet", "A.I. Smirin": "Soviet",
    }  # fmt: skip
    assert made.texts("//tei:list[@type='participants']/tei:head") == [
        "Present from the Mongolian side:", "Present from the Soviet side:",
    ]  # fmt: skip


def test_an_indented_block_of_participants_without_initials_is_read(written) -> None:
    made = written(
        "MEMORANDUM OF CONVERSATION\n\nDATE: May 3, 1974\nPLACE: Old Mill, Brno\n\nPARTICIPANTS:\n"
        "     Leonid Orlin, General Secretary\n     Anna Weiss, Interpreter\n\n" + TEXT
    )
    found = [(p.name, p.role) for p in made.conversion.document.metadata.participants]
    assert found == [("Leonid Orlin", "General Secretary"), ("Anna Weiss", "Interpreter")]
    assert made.texts("//tei:settingDesc//tei:placeName") == ["Old Mill, Brno"]
    assert made.texts("//tei:list[@type='participants']//tei:persName") == ["Leonid Orlin", "Anna Weiss"]


@pytest.mark.parametrize(
    ("title", "people"),
    [
        ("of V. V. Plesov with driver G. Anchin in Kyzyl", ["V. V. Plesov", "G. Anchin"]),
        ("with the head of the Sector of Trade at Omsk University A. Orlin", ["A. Orlin"]),
        ("of the delegation of Poland with A. Orlin", ["A. Orlin"]),
    ],
)
def test_a_title_names_host_and_guest_and_neither_their_place(written, title: str, people: list[str]) -> None:
    made = written(f"Conversation {title}, 3 May 1974\n\nHe said that the ferry had not come.\n")
    assert [p.name for p in made.conversion.document.metadata.participants] == people


def test_a_day_that_there_is_not_is_named_and_the_document_not_said_to_be_without_a_date(written) -> None:
    made = written(
        "Conversation between A. Orlin and Kh. Bulgan, February 30, 1979\n\nOrlin: It is.\n\nBulgan: No.\n"
    )
    assert [d.message for d in made.conversion.diagnostics if d.code == "DATE001"] == [
        "“February 30, 1979”: February 1979 has no day 30"
    ]
    assert "MEM002" not in made.codes


def test_who_keeps_the_notes_is_one_of_those_present_and_no_speaker(written) -> None:
    made = written(
        "Minutes of Conversation between Leonid Orlin and Kh. Bulgan\n\nTime: 8 October 1973\n"
        "Interpreter: Anna Weiss\nNotetaker: Pavel Gora\n\nOrlin: Where is it?\n\nBulgan: It is late.\n"
    )
    assert made.texts("//tei:speaker") == ["Orlin:", "Bulgan:"]
    assert made.texts("//tei:list[@type='participants']//tei:persName") == ["Anna Weiss", "Pavel Gora"]
    parts = {p.name: p.part for p in made.conversion.document.metadata.participants}
    assert (parts["Anna Weiss"], parts["Pavel Gora"]) == ("attendee", "notetaker")


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Leonid Orlin, Anna Weiss, Interpreter", ["Leonid Orlin", "Anna Weiss"]),
        ("- Comrade Suslin", ["Suslin"]),
        ("Foreign Ministry", []),
        ("Deputy Minister, Soviet Union", []),
    ],
)
def test_names_without_initials_end_where_an_office_begins(line: str, names: list[str]) -> None:
    assert [line[start:end] for start, end in plain_names(line)] == names


@pytest.mark.parametrize(
    "text", ["Original Language: Polish\n\n" + TITLE + TEXT, TITLE + TEXT + "\nOriginal Language: Polish\n"]
)
def test_the_original_language_is_read_above_the_text_and_below_it(written, text: str) -> None:
    made = written(text)
    assert made.values("//tei:language[@n='original']/@ident") == ["pl"]
    assert "MEM005" not in made.codes


@pytest.mark.parametrize(("language", "tag"), [("Dari", "prs"), ("Turkish", "tr"), ("Serbian", "sr")])
def test_every_language_of_the_papers_of_these_years_is_known(written, language: str, tag: str) -> None:
    made = written(f"{TITLE}\nTranslated from {language} by Edith Pell.\n{TEXT}")

    assert made.values("//tei:language[@n='original']/@ident") == [tag]
    assert "MEM005" not in made.codes


def test_a_note_in_brackets_at_the_foot_is_a_note_though_nothing_calls_it(written) -> None:
    made = written(TITLE + TEXT + "\nThey left.\n\nIt rained.\n\n[1] The weir was opened in 1978.\n")
    assert made.texts("//tei:div[@type='notes']/tei:note") == ["1 The weir was opened in 1978."]
    assert "MEM007" in made.codes
    assert made.find("//tei:supplied") == []


def test_a_document_on_one_line_has_the_opening_that_it_would_have_on_several(written) -> None:
    made = written(
        "SECRET Copy No. 1 From the journal of P. A. Orlov May 12, 1980 No. 44 RECORD OF CONVERSATION with "
        "the Ambassador of Mongolia D. Sarnai May 3, 1980 I received the ambassador at his request. He said "
        "that the ice was thin and that the road had been closed to carts from the first of the month, for "
        "which he was sorry. I thanked him and said that we knew. AMBASSADOR OF THE USSR P. ORLOV"
    )
    assert made.texts("//tei:head") == [
        "RECORD OF CONVERSATION with the Ambassador of Mongolia D. Sarnai May 3, 1980"
    ]
    assert made.texts("//tei:opener/*") == [
        "SECRET",
        "Copy No. 1",
        "From the journal of P. A. Orlov",
        "May 12, 1980",
        "No. 44",
    ]
    assert made.texts("//tei:signed/tei:persName") == ["P. ORLOV"]
    assert made.values("//tei:creation/tei:date[1]/@when") == ["1980-05-03"]


def test_a_list_of_participants_on_one_line_ends_with_its_sentence(written) -> None:
    made = written(
        "Record of a Conversation between A. N. Gromov and D. Sarnai, May 3, 1979 Secret. Moscow, May 4, "
        "1979 Present: A. N. Gromov, Deputy Minister; D. Sarnai, Ambassador. Gromov said that the ice was "
        "thin. He was asked about the road, which had been closed to all carts from the first of the month, "
        "and about the weir. The conversation lasted two hours. Recorded by B. Bold"
    )
    assert made.texts("//tei:list[@type='participants']/tei:item") == [
        "A. N. Gromov, Deputy Minister;",
        "D. Sarnai, Ambassador.",
    ]
    assert made.texts("//tei:opener/*") == ["Secret.", "Moscow, May 4, 1979"]
    assert made.texts("//tei:div/tei:p")[0].startswith("Gromov said that the ice was thin. He was asked")


def test_the_name_of_an_archive_at_the_head_is_its_own_and_no_title(written) -> None:
    made = written(
        "Selenga River Digital Archive\n\nRecord of a Talk\n\nThey spoke of the river and the ice.\n"
    )
    assert made.texts("//tei:fw[@type='site']") == ["Selenga River Digital Archive"]
    assert made.texts("//tei:head") == ["Record of a Talk"]


def test_a_summary_of_several_paragraphs_goes_on_to_the_next_key(written) -> None:
    made = written(
        "Summary: The ambassador reports on ice.\nIt is thin.\nOriginal Language: Russian\n\n"
        "Record of a Talk\n\nThey spoke of the river.\n"
    )
    assert made.texts("//tei:argument/tei:list/tei:item") == [
        "The ambassador reports on ice. It is thin.",
        "Russian",
    ]
    assert made.texts("//tei:div/tei:head") == ["Record of a Talk"]


def test_a_translated_telegram_says_where_it_comes_from_and_who_signed_it_when(written) -> None:
    made = written(
        "Ciphered Telegram\n\nCopy No. 1\nTOP SECRET\n\nFrom Peking\nURGENT\n\nTo Com. A. A. Gromov\n\n"
        "On 1 December I was at the ministry. The ice is thin.\n\n1.XII.62  CHERVYAKOV\n\n"
        "True copy: [signature]\nPrinted in 2 copies\nNo. 1 – Com. Gromov\nNo. 2 – file\n"
    )
    assert made.texts("//tei:opener/tei:seg") == [
        "Copy No. 1", "TOP SECRET", "From Peking", "URGENT", "To Com. A. A. Gromov",
    ]  # fmt: skip
    assert made.texts("//tei:closer/tei:signed/tei:persName") == ["CHERVYAKOV"]
    assert made.texts("//tei:closer/tei:seg")[-3:] == [
        "Printed in 2 copies",
        "No. 1 – Com. Gromov",
        "No. 2 – file",
    ]
    assert len(made.find("//tei:div/tei:p")) == 1


def test_a_side_that_opens_the_line_is_the_side_of_all_its_people(written) -> None:
    made = written(
        "Note on Talks about the Weir\n\nPresent: from the Mongolian side – D. Sarnai, B. Bold; "
        "from the Chinese side – Liu Wei, Wang Da\n\nThe Chinese side declared the following.\n\n"
        "Present at the talks were also the interpreters Kim and Pak. The talks lasted two hours.\n"
    )
    people = made.find("//tei:particDesc//tei:person")
    assert [(one.get("n"), "".join(one.itertext()).strip()) for one in people] == [
        ("Mongolian", "D. Sarnai"), ("Mongolian", "B. Bold"), ("Chinese", "Liu Wei"), ("Chinese", "Wang Da"),
    ]  # fmt: skip


def test_a_title_on_one_line_does_not_end_in_mid_word(written) -> None:
    """A sign that touched the date was parted from it (found by fuzzing)."""
    made = written(
        "Record of a Conversation at Zamyn, September 12, 1977> 12, 1977>\n\nThe timber of Naushki lost "
        "42 protocols, and the session of Irkutsk counted 26 delegates, and the sturgeon of Darkhan lost "
        "76 sturgeons, of which the inspector of the weirs at Kyakhta knew nothing at all, as he "
        "told the board, which then broke up. Nobody else was heard on the matter that day, nor later.\n"
    )
    assert made.texts("//tei:head")[0].startswith("Record of a Conversation at Zamyn")


def test_the_letterhead_of_a_legation_does_not_end_the_opening(written) -> None:
    made = written(
        "Report of the Hungarian Embassy in Mongolia\n\nHUNGARIAN EMBASSY IN THE MPR\nTop Secret!\n"
        "Number: 26/1950.\nSubject: The weir.\nAdministrator: J. Kiss\nBudapest, 3rd January 1950\n\n"
        "The weir is old, and the road is closed.\n\nKiss József\nambassador\n"
    )
    assert made.texts("//tei:opener/*") == [
        "HUNGARIAN EMBASSY IN THE MPR", "Top Secret!", "Number: 26/1950.", "Subject: The weir.",
        "Administrator: J. Kiss", "Budapest, 3rd January 1950",
    ]  # fmt: skip
    assert made.texts("//tei:div/tei:p") == ["The weir is old, and the road is closed."]
    assert made.texts("//tei:closer/tei:signed") == ["Kiss József ambassador"]


def test_the_time_below_the_list_of_participants_dates_the_conversation(written) -> None:
    made = written(
        "Memorandum of Conversation\n\nParticipants:\nSoviet side:\n- M. S. Gromov, First Deputy Minister\n"
        "Mongolian side:\nD. Sarnai, Ambassador\n\nTime and place: May 3, 1979, Moscow\n\nThey met.\n"
    )
    assert made.texts("//tei:list[@type='participants']/tei:head") == [
        "Participants: Soviet side:",
        "Mongolian side:",
    ]
    assert made.values("//tei:particDesc//tei:person/@n") == ["Soviet", "Mongolian"]
    assert made.values("//tei:creation/tei:date/@when") == ["1979-05-03"]
    assert made.values("//tei:div/tei:p[1]/tei:date/@when") == ["1979-05-03"]


@pytest.mark.parametrize(
    ("people", "names"),
    [
        ("Mr. White and Mr. Brown", ["White", "Brown"]),
        ("Comrade Weiss and Comrade Popov", ["Weiss", "Popov"]),
        ("Comrade Li Wen and Comrade Kim", ["Li Wen", "Kim"]),
        ("Comrade Minister Orlov and the Ambassador", ["Orlov"]),
    ],
)
def test_a_word_of_english_after_a_courtesy_is_a_name_in_the_title(written, people, names) -> None:
    made = written(f"Note on a Conversation between {people}, 12 May 1971\n\nThe barges are late.\n")
    participants = made.conversion.document.metadata.participants
    assert [person.name for person in participants] == names
    assert "and" not in " ".join(person.role for person in participants).split()


def test_a_day_in_quotation_marks_is_a_day(written) -> None:
    made = written("Record of a Talk with A. Orlov\n\n“22” May 1957\n\nThe barges are late, he said.\n")
    assert made.values("//tei:opener/tei:dateline/tei:date/@when") == ["1957-05-22"]


def test_a_town_and_a_date_in_small_letters_are_no_part_of_the_heading(written) -> None:
    made = written(
        "ЗАПИСЬ БЕСЕДЫ посла П. А. Орлова с министром Ц. Болдом\nг. Улан-Батор, 14 марта 1962 года\n\n"
        "Орлов сказал, что паром не ходит и до мая ходить не будет, как ему сообщили из\n"
        "управления порта, а капитан парома ещё не вернулся и когда вернётся, не\n"
        "известно никому, кроме начальника порта.\n"
    )

    assert made.texts("//tei:opener/tei:dateline") == ["г. Улан-Батор, 14 марта 1962 года"]
