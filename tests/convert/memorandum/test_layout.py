"""Memoranda, letters and telegrams as archives print them: one composed case for each variation."""

from __future__ import annotations

import re

import pytest

MEETING = "Conversation between Minister P. A. Petrov and Ambassador D. Bold, June 9, 1982\n\n"


def test_the_title_line_is_the_head_and_gives_date_and_people(written) -> None:
    made = written(MEETING + "They spoke about the weather on the river and about nothing else.\n")
    assert made.texts("//tei:head") == [
        "Conversation between Minister P. A. Petrov and Ambassador D. Bold, June 9, 1982"
    ]
    metadata = made.conversion.document.metadata
    assert metadata.date.when == "1982-06-09"
    assert [(p.name, p.role, p.part) for p in metadata.participants] == [
        ("P. A. Petrov", "Minister", "speaker"),
        ("D. Bold", "Ambassador", "speaker"),
    ]


def test_a_transcript_without_title_gets_a_head_that_is_marked_as_ours(written) -> None:
    made = written("They spoke about the weather on the river and about nothing else at all that day.\n")
    assert made.texts("//tei:head/tei:supplied[@resp='#dragoman']") == ["Memorandum made-up"]
    assert {"MEM001", "MEM002", "MEM003", "MEM005"} <= made.codes


def test_spaced_headings_are_read_as_words(written) -> None:
    made = written(
        "M e m o r a n d u m   o f   C o n v e r s a t i o n\n\nThe river was high, he said, and would "
        "rise.\n"
    )
    assert made.conversion.document.metadata.title == "Memorandum of Conversation"


def test_front_matter_in_the_first_set_of_keys(written) -> None:
    made = written(
        "Citation: “Record of a Talk,” May 3, 1971, Archive of the River Office, fond 2, dans 1. "
        "Translated from Polish by Anna Wilk.\nSummary: A talk about a bridge.\n"
        "Credits: The river board paid.\n"
        "Original Language:\nPolish\n"
        "Contents:\nEnglish Translation\n\nRecord of a Talk\n\nThe bridge [most] is closed, as everybody "
        "knows.\n"
    )
    assert made.texts("//tei:argument/tei:list[@type='front-matter']/tei:label") == [
        "Citation:",
        "Summary:",
        "Credits:",
        "Original Language:",
        "Contents:",
    ]
    assert made.texts("//tei:list[@type='front-matter']/tei:item")[2:] == [
        "The river board paid.",
        "Polish",
        "English Translation",
    ]
    metadata = made.conversion.document.metadata
    assert (metadata.original_language, metadata.translator) == ("pl", "Anna Wilk")
    assert (metadata.repository, metadata.identifiers[0].value) == (
        "Archive of the River Office",
        "fond 2, dans 1",
    )
    assert metadata.abstract == "A talk about a bridge."
    assert metadata.date.when == "1971-05-03"


def test_front_matter_in_the_second_set_of_keys(written) -> None:
    made = written(
        "Title: Talk about a Bridge\nAuthor: J. Wilk\nDate: 03 May 1971\nSource: Archive of the River "
        "Office, fond 2\n"
        "Description: Two men look at a bridge.\n\nMinutes of a talk about a bridge\n\nHe said that the "
        "bridge is closed.\n"
    )
    assert len(made.find("//tei:list[@type='front-matter']/tei:item")) == 5
    assert made.texts("//tei:head") == ["Minutes of a talk about a bridge"]
    assert made.conversion.document.metadata.abstract == "Two men look at a bridge."


def test_place_date_classification_and_shelfmark_stand_in_the_opener(written) -> None:
    made = written(
        "Record of a Talk with D. Bold\n\nUlaanbaatar, 30.XII.1949\n\nTop Secret. Copy No. 2\n\nfond 3, "
        "dans 1, kh/n 7\n\n"
        "The river was high, he said, and it would rise further before it fell.\n"
    )
    assert made.values("//tei:opener/tei:dateline/tei:date/@when") == ["1949-12-30"]
    assert made.texts("//tei:opener/tei:seg[@type='classification']") == ["Top Secret. Copy No. 2"]
    assert made.texts("//tei:opener/tei:seg[@type='reference']") == ["fond 3, dans 1, kh/n 7"]
    metadata = made.conversion.document.metadata
    assert (metadata.place, metadata.classification) == ("Ulaanbaatar", "Top secret")


def test_a_date_with_a_stroke_is_read(written) -> None:
    made = written("Record of a Talk\n\nDecember / 18,1949\n\nThe river was high, he said, and would rise.\n")
    assert made.values("//tei:dateline/tei:date/@when") == ["1949-12-18"]


def test_each_side_has_its_list_of_participants(written) -> None:
    made = written(
        "Record of a Session\n\nOn the Soviet side:\n\nP. A. Petrov, Minister\n\n- I. Lantsov, engineer\n\n"
        "On the Mongolian side: D. Bold, deputy minister; Kh. Dulmaa\n\nThe session was opened at ten "
        "o’clock by the guest.\n"
    )
    assert made.texts("//tei:list[@type='participants']/tei:head") == [
        "On the Soviet side:",
        "On the Mongolian side:",
    ]
    assert made.texts("//tei:item/tei:persName") == ["P. A. Petrov", "I. Lantsov", "D. Bold", "Kh. Dulmaa"]
    assert made.texts("//tei:item/tei:roleName") == ["Minister", "engineer", "deputy minister"]
    sides = {p.name: p.side for p in made.conversion.document.metadata.participants}
    assert sides == {
        "P. A. Petrov": "Soviet",
        "I. Lantsov": "Soviet",
        "D. Bold": "Mongolian",
        "Kh. Dulmaa": "Mongolian",
    }


def test_turns_with_dash_colon_or_capitals(written) -> None:
    for mark in (" – ", ": ", ". – ", ". ", " — "):
        name = str.upper if mark == ". " else str.title
        made = written(
            "Verbatim Record\n\n"
            + "\n\n".join(f"{name(who)}{mark}I see the river." for who in ("bold", "petrov") * 2)
        )
        assert len(made.find("//tei:sp[tei:speaker]/tei:p")) == 4, mark
        assert made.texts("//tei:sp/tei:p") == ["I see the river."] * 4


def test_a_paragraph_without_name_goes_on_with_the_turn_and_narration_does_not(written) -> None:
    made = written(
        "Verbatim Record\n\nBOLD: First.\n\nPETROV: Second.\n\nAnd more of it.\n\nBOLD: Third.\n\nPETROV: "
        "Fourth.\n\n"
        "Petrov looked out of the window for some time.\n\n[They drink tea.]\n"
    )
    assert made.texts("//tei:sp[2]/tei:p") == ["Second.", "And more of it."]
    assert made.texts("//tei:div/tei:p") == [
        "Petrov looked out of the window for some time.",
        "[They drink tea.]".strip("[]"),
    ]


def test_a_sentence_with_a_colon_is_no_turn(written) -> None:
    made = written(MEETING + "In this connection he added: the river is high.\n\nNote: the river is high.\n")
    assert made.find("//tei:sp") == []


def test_the_closing_has_attendance_acquaintance_signatures_and_notes(written) -> None:
    made = written(
        "Record of a Talk, March 5, 1974\n\nHe said that the river was high.\n\n"
        "The talk lasted from 10:00 to 12:00 on March 5 [1974]. Taking part from the Soviet side were P. "
        "Petrov and "
        "I. Lantsov; from the Mongolian side Kh. Dulmaa.\n\nACQUAINTED\nDEPUTY MINISTER\n[Signature]\n/D. "
        "Bold/\n\n"
        "Notes taken by\n[Signature]\n/Kh. Dulmaa/\n"
    )
    assert made.texts("//tei:closer/tei:seg[@type='acquainted']") == ["ACQUAINTED DEPUTY MINISTER"]
    assert made.texts("//tei:closer/tei:seg[@type='notes-taken']") == ["Notes taken by"]
    assert made.xml("//tei:closer/tei:signed[1]") == (
        '<signed><note type="physical" subtype="signature" xml:id="n1" resp="#translator" '
        'rend="brackets">Signature'
        '</note> <persName rend="slashes">D. Bold</persName></signed>'
    )
    people = {p.name: (p.side, p.part) for p in made.conversion.document.metadata.participants}
    assert people["Kh. Dulmaa"] == ("Mongolian", "notetaker")
    assert people["I. Lantsov"] == ("Soviet", "attendee")
    (hours,) = made.conversion.document.metadata.dates
    assert (hours.from_, hours.to) == ("1974-03-05T10:00:00", "1974-03-05T12:00:00")


def test_signatures_in_two_columns(written) -> None:
    made = written(
        MEETING + "The river was high, and both sides took note of it.\n\nFor the Soviet side        For the "
        "Mongolian side\n\n"
        "/P. Petrov/                /D. Bold/\n"
    )
    assert made.texts("//tei:closer/tei:signed/tei:persName[@rend='slashes']") == ["P. Petrov", "D. Bold"]


def test_blank_lines_between_the_lines_of_a_closing_leave_no_blank_line(written) -> None:
    made = written(
        MEETING + "The river was high.\n\nACQUAINTED\n\u00a0\n \n[Signature]\n\u00a0\n/P. Petrov/\n"
    )
    (closer,) = made.find("//tei:closer")
    assert not re.search(r"\n\s*\n", "".join(closer.itertext()))


def test_page_numbers_in_their_forms_break_pages_and_not_paragraphs(written) -> None:
    made = written(
        "Record of a Talk\n\nThe first page ends in the middle of a\n\n- 2 -\n\nsentence, and the second "
        "with a stop.\n\n[page 3]\n\n"
        "The third ends with nothing\n\nPage 4 of 4\n\nin particular.\n"
    )
    assert made.values("//tei:pb/@n") == ["2", "3", "4"]
    assert len(made.find("//tei:body//tei:p")) == 2
    assert made.texts("//tei:fw[@type='page-number'][@rend='brackets']") == ["page 3"]


def test_numbered_notes_stand_in_the_back_and_references_point_to_them(written) -> None:
    made = written(
        MEETING
        + "The annex [1] is lost, like the treaty,2 the seal.3\n\nNotes:\n\n1. It was found later.\n\n"
        "2. Of 1951.\n\n3. Of wax.\n"
    )
    notes = made.values("//tei:back/tei:div[@type='notes']/tei:note[@subtype='comment']/@xml:id")
    assert made.values("//tei:body//tei:ref[@type='note']/@target") == [f"#{note}" for note in notes]
    assert made.values("//tei:back//tei:note/@n") == ["1", "2", "3"]
    assert made.texts("//tei:back//tei:note[1]/tei:label") == ["1."]


def test_a_reference_without_note_is_reported(written) -> None:
    made = written(MEETING + "The annex [1] and the map [2] are lost.\n")
    assert [d.code for d in made.conversion.diagnostics if d.code == "MEM006"] == ["MEM006", "MEM006"]


def test_a_note_that_nothing_refers_to_is_reported(written) -> None:
    made = written(MEETING + "The annex [1] is lost.\n\nNotes:\n\n1. It was found.\n\n2. Of wax.\n")
    assert [d.place.line for d in made.conversion.diagnostics if d.code == "MEM007"] == [9]


def test_lines_broken_at_a_width_are_paragraphs_and_broken_words_whole(written) -> None:
    made = written(
        MEETING + "The guest said that the river had been high for a week and that the\n"
        "gauge at the bridge had been read three times a day by the obser-\nver, who is old. "
        "He asked whether the other side had seen the same\nthing and whether it had been\nput on paper.\n\n"
        "The host replied that nothing of the kind had been seen by anybody and\nthat paper was dear.\n"
    )
    assert len(made.find("//tei:body//tei:p")) == 2
    assert made.xml("//tei:pc") == '<pc force="weak">-</pc>'
    assert len(made.find("//tei:pc/following-sibling::tei:lb[@break='no']")) == 1


def test_a_letter_has_address_salutation_author_and_close(written) -> None:
    made = written(
        "Letter from Karol Wilk to Jan Dudek, River Office, 12 March 1981\n\nWarsaw, March 12, "
        "1981\n\nComrade Jan Dudek\n\n"
        "Dear Comrade Director,\n\nThe river is high, and I do not think that it will fall before the "
        "summer.\n\n"
        "With comradely greetings,\n\n[signature]\n\nKarol Wilk\n\nP.S. The fish are well.\n"
    )
    assert made.texts("//tei:opener/tei:salute") == ["Dear Comrade Director,"]
    assert made.texts("//tei:opener/tei:seg[@type='to']") == ["Comrade Jan Dudek"]
    assert made.texts("//tei:closer/tei:salute") == ["With comradely greetings,"]
    assert made.texts("//tei:closer/tei:signed/tei:persName") == ["Karol Wilk"]
    assert made.texts("//tei:postscript/tei:p") == ["P.S. The fish are well."]
    assert [(p.name, p.part) for p in made.conversion.document.metadata.participants] == [
        ("Karol Wilk", "author"),
        ("Jan Dudek", ""),
    ]


def test_a_whole_document_on_one_line_is_taken_apart(written) -> None:
    made = written(
        "Citation: “Talk,” May 3, 1971. Original Language: Russian Contents: English Translation Record of "
        "a Talk between "
        "P. A. Petrov and D. Bold, May 3, 1971. "
        + "PETROV: The river is high. BOLD: So they say. " * 8
        + "The meeting lasted from 10:00 to 11:00. Notes taken by [Signature] /Kh. Dulmaa/"
    )
    assert made.texts("//tei:head") == ["Record of a Talk between P. A. Petrov and D. Bold, May 3, 1971."]
    assert len(made.find("//tei:sp")) == 16
    assert made.texts("//tei:closer/tei:seg") == ["The meeting lasted from 10:00 to 11:00.", "Notes taken by"]
    assert made.conversion.document.metadata.original_language == "ru"


def test_marginalia_by_the_dozen_are_physical_notes(written) -> None:
    remarks = "".join(f"He spoke of dam {n}. [in the margin: no. {n}!] " for n in range(1, 13))
    made = written(MEETING + remarks + "\n\n[stamp: RECEIVED 4 MAY 1971]\n\nHe stopped there.\n")
    assert len(made.find("//tei:note[@type='physical'][@subtype='marginal']")) == 12
    assert len(made.find("//tei:note[@type='physical'][@subtype='stamp']")) == 1


def test_a_heading_alone_is_reported_as_without_text(written) -> None:
    assert "MEM004" in written("Record of a Talk, May 3, 1971\n").codes


def test_conversion_is_a_pure_function(written) -> None:
    text = MEETING + "The bridge [güür] and the [North] bank.\n"
    first, second = written(text).conversion, written(text).conversion
    assert first == second


def test_notes_by_figures_and_by_marks_make_one_block_below_the_closing(written) -> None:
    made = written(
        MEETING + "The weir is old1 and the road is older.2 The ice is thin*.\n\nTaken down by: D. Bold\n\n"
        "1 Built in 1931.\n\n2 Built in 1905.\n\n* In May.\n"
    )
    assert made.texts("//tei:back//tei:note") == ["1 Built in 1931.", "2 Built in 1905.", "* In May."]
    assert made.values("//tei:p//tei:ref/@target") == ["#n1", "#n2", "#n3"]
    assert made.texts("//tei:closer/tei:seg") == ["Taken down by: D. Bold"]


def test_a_classification_set_with_spaces_above_a_title_is_no_title(written) -> None:
    made = written("S E C R E T\n\nR e c o r d   o f   T a l k\n\nThey spoke of the river and of the ice.\n")
    assert made.texts("//tei:opener/tei:seg[@type='classification']") == ["S E C R E T"]
    assert made.texts("//tei:head") == ["R e c o r d o f T a l k"]


def test_a_heading_above_one_that_no_blank_parts_from_its_names_is_kept(written) -> None:
    made = written("Record of a Conversation\n\nPresent:\n参加人：李河、王石部长\n\nThe river rose.\n")
    assert made.texts("//tei:list[@type='participants']/tei:item") == ["Present: 参加人：李河、王石部长"]


LINE = "部长说渡船不开五月以前也不会开因为河上还有冰而且风很大船工们都"


def test_lines_of_chinese_are_broken_where_they_are_of_one_length(written) -> None:
    made = written(
        f"会谈记录\n\n1962年3月14日\n\n{LINE}\n{LINE}\n{LINE}\n在等候。\n大使答应等候。\n司长说好。\n"
    )

    assert made.texts("//tei:body//tei:p") == [
        f"{LINE} {LINE} {LINE} 在等候。",
        "大使答应等候。",
        "司长说好。",
    ]


def test_lines_of_chinese_of_many_lengths_are_paragraphs_each(written) -> None:
    lines = [LINE[:20], LINE[:26], LINE, f"{LINE[:15]}。"]
    made = written("会谈记录\n\n1962年3月14日\n\n" + "\n".join(lines) + "\n")

    assert made.texts("//tei:body//tei:p") == lines


WRAPPED = (
    "Gusev said that the ferry at Kyakhta did not run and would not\nbefore May, for the ice was late and "
    "the pilots waited in Darkhan\nfor orders that nobody gave them.\n"
)


@pytest.mark.parametrize(
    ("line", "path"),
    [
        ("Top Secret. Copy No. 2", "//tei:opener/tei:seg[@type='classification']"),
        ("Ulan Bator, 14 March 1962", "//tei:opener/tei:dateline"),
    ],
)
def test_a_heading_that_fills_its_line_does_not_run_on(written, line: str, path: str) -> None:
    title = "Record of a meeting with Deputy Minister of Transport Ts. Bold"
    made = written(f"{title}\n{line}\n\n{WRAPPED}")

    assert made.texts("//tei:body//tei:head") == [title]
    assert made.texts(path) == [line]
    assert len(made.find("//tei:body//tei:p")) == 1


def test_a_date_in_the_midst_of_broken_lines_ends_no_paragraph(written) -> None:
    last = "He gave the orders at last to all whom he saw on\nMay 3, 1962.\n"
    made = written(f"Memorandum of Conversation\n\n{WRAPPED}{last}")

    assert made.find("//tei:opener/tei:dateline") == []
    assert made.texts("//tei:body//tei:p")[-1].endswith("whom he saw on May 3, 1962.")


def test_a_bracket_at_the_end_of_a_broken_line_ends_no_sentence(written) -> None:
    paragraph = "Gusev said that the ferry did not run [in spring]\nbefore May.\n\n"
    made = written(f"Memorandum of Conversation\n\n{paragraph * 3}")

    assert (
        made.texts("//tei:body//tei:p") == ["Gusev said that the ferry did not run in spring before May."] * 3
    )
