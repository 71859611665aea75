"""Letters, numbered paragraphs, form feeds, and names that touch what is said."""

from __future__ import annotations

import pytest

LETTER = """Letter from Radomir Kolář to the Ministry of Fisheries, 3 May 1970

Prague, 3 May 1970. Secret. No. 12. Translated from Czech by Ann Ostrow.

Dear Comrade Minister,

The nets [sítě] came by the evening train and were counted twice before witnesses.
"""
MEETING = "Conversation between P. A. Petrov and D. Bold, June 9, 1982\n\n"


def test_a_letter_has_sender_and_addressee_in_the_header(written) -> None:
    made = written(LETTER)
    assert made.texts("//tei:correspAction[@type='sent']/tei:persName") == ["Radomir Kolář"]
    assert made.texts("//tei:correspAction[@type='sent']/tei:placeName") == ["Prague"]
    assert made.values("//tei:correspAction[@type='sent']/tei:date/@when") == ["1970-05-03"]
    assert made.texts("//tei:correspAction[@type='received']/tei:orgName") == ["Ministry of Fisheries"]
    assert made.texts("//tei:correspDesc/tei:note[@type='medium']") == ["letter"]


def test_a_record_of_conversation_has_no_correspondents(written) -> None:
    made = written(MEETING + "They spoke of the river and of nothing else.\n")
    assert made.find("//tei:correspDesc") == []


def test_a_classification_in_the_middle_of_a_line_is_in_the_header(written) -> None:
    made = written(LETTER)
    assert made.conversion.document.metadata.classification == "Secret"
    assert made.conversion.document.metadata.place == "Prague"


def test_numbered_paragraphs_keep_their_number_as_a_label(written) -> None:
    made = written(
        MEETING + "1. The nets were counted.\n\n2. The boats were not:\n\na) one is lost;\n\nb) one is old.\n"
        "\n3. There is no third.\n"
    )
    assert made.values("//tei:body//tei:p/@n") == ["1", "2", "a", "b", "3"]
    assert made.texts("//tei:p/tei:label") == ["1.", "2.", "a)", "b)", "3."]


@pytest.mark.parametrize(
    "paragraph", ["30. June was cold and wet.", "1. One point alone was raised.", "A. Petrov spoke of nets."]
)
def test_a_number_without_a_row_is_no_label(written, paragraph) -> None:
    made = written(MEETING + f"They spoke of the river.\n\n{paragraph}\n")
    assert made.find("//tei:p/tei:label") == []


def test_a_form_feed_is_a_page_break_between_and_within_paragraphs(written) -> None:
    made = written(MEETING + "They spoke of the\n\friver and the ice.\n\n\fThen they left the house.\n")
    assert made.xml("//tei:p[@xml:id='p1']") == '<p xml:id="p1">They spoke of the <pb/>river and the ice.</p>'
    assert len(made.find("//tei:div/tei:pb")) == 1


def test_a_sentence_runs_on_over_a_form_feed_and_a_blank_line(written) -> None:
    made = written(MEETING + "They spoke of the river and of the\n\n\f\nice that was coming.\n")
    assert made.texts("//tei:body//tei:p") == ["They spoke of the river and of the ice that was coming."]
    assert len(made.find("//tei:p/tei:pb")) == 1


def test_a_form_feed_beside_the_number_of_the_page_is_one_page_break(written) -> None:
    made = written(MEETING + "They spoke of the river.\n\n\f2\n\nThen they left.\n\n\f3\n\nIt rained.\n")
    assert made.values("//tei:pb/@n") == ["2", "3"]
    assert len(made.find("//tei:pb")) == 2


def test_a_name_that_touches_what_is_said_is_a_label_within_the_turn(written) -> None:
    made = written(
        MEETING + "PETROV: No.\n\nBOLD:“Why not?”\n\nPETROV:Because of the ice.\n\nBOLD: When will it go?\n"
    )
    assert made.texts("//tei:sp/tei:speaker") == ["PETROV:", "BOLD:"]
    assert made.texts("//tei:sp/tei:p/tei:label") == ["BOLD:", "PETROV:"]
    assert made.texts("//tei:sp[2]/tei:p") == ["BOLD:“Why not?”"]


def test_an_hour_without_its_offset_is_declared_in_the_header(written) -> None:
    title = "Conversation between P. A. Petrov and D. Bold, June 9, 1982\n\n"
    timed = written(title + "Date: June 9, 1982, 10:00–12:00\n\nThey spoke of the river.\n")
    assert timed.values("//tei:setting/tei:date/@from") == ["1982-06-09T10:00:00"]
    assert "without an offset" in timed.texts("//tei:editorialDecl/tei:stdVals/tei:p")[-1]
    assert written(title + "They spoke of the river.\n").find("//tei:stdVals") == []


def test_the_translator_is_named_without_the_sentence_that_follows(written) -> None:
    made = written(
        MEETING + "Archive of the River Office, fond 3. Translated from Mongolian by B. Uyanga. Specimen "
        "composed for a test.\n\nThey spoke of the river.\n"
    )
    assert made.conversion.document.metadata.translator == "B. Uyanga"


def test_the_two_who_conversed_are_read_in_the_first_sentence_where_the_title_is_silent(written) -> None:
    made = written(
        "Record of the Closing of the Office, June 9, 1982\n\nSummary of a conversation held in Brno between "
        "P.A. Petrov, Soviet co-chairman of the Office, and D. Bold, Mongolian co-chairman, upon its end.\n"
    )
    assert [(p.name, p.side, p.part) for p in made.conversion.document.metadata.participants] == [
        ("P.A. Petrov", "Soviet", "speaker"),
        ("D. Bold", "Mongolian", "speaker"),
    ]


def test_every_field_of_the_header_is_a_decision_at_the_line_that_says_it(written) -> None:
    made = written(LETTER)
    told = {(one.subject, one.value): (one.place.line, one.cert) for one in made.conversion.decisions}
    assert told["title", "Letter from Radomir Kolář to the Ministry of Fisheries, 3 May 1970"] == (1, "high")
    assert told["classification", "Secret"] == (3, "high")
    assert told["translator", "Ann Ostrow"] == (3, "high")
    assert told["place", "Prague"] == (3, "high")
    assert told["original language", "cs"] == (3, "high")
    assert told["correspondent", "Ministry of Fisheries (received, organization)"] == (1, "high")
    assert told["date (sent)", "when=1970-05-03, precise to the day"] == (1, "high")
    assert told["[sítě]", "source-term in cs"] == (7, "high")


def test_the_full_stops_within_a_shelfmark_do_not_end_it(written) -> None:
    made = written(
        "Citation: “Note on a Talk,” May 3, 1971, Archive of the River Office, vol. 214, pp. 31–36. "
        "Translated from German by Ann Ostrow.\nSummary: A talk.\n\nNote on a Talk\n\nThe bridge is closed.\n"
    )
    (identifier,) = made.conversion.document.metadata.identifiers
    assert identifier.value == "vol. 214, pp. 31–36"


BODY = """Letter from the Fisheries Committee of Selenga Province to the U.N. Secretariat, 4 May 1977

Dear Sir,

We write about the dam, for the water is low and the fish are few.

With respect,

[Signature]

U.N. Secretariat

Copies to: U.N. Secretariat, D. Bold, U.S.S.R. Embassy
"""


def test_a_body_with_initials_is_no_person_in_a_closing(written) -> None:
    made = written(BODY)
    assert made.texts("//tei:closer//tei:persName") == ["D. Bold"]
    assert made.texts("//tei:closer//tei:orgName") == [
        "U.N. Secretariat",
        "U.N. Secretariat",
        "U.S.S.R. Embassy",
    ]
    assert made.texts("//tei:particDesc//tei:persName") == []
    assert made.texts("//tei:correspAction[@type='received']/tei:orgName") == ["U.N. Secretariat"]


def test_a_body_in_a_list_of_participants_is_no_person_and_no_role(written) -> None:
    made = written(
        "Meeting on Ice, June 9, 1982\n\nPresent:\nD. Gotov, U.N. Secretariat\nU.S. Embassy\n"
        "M.S. Orlov - head of the U.S.S.R. Mission. He came late\n\nThey spoke of ice and of nothing else.\n"
    )
    assert made.texts("//tei:item/tei:persName") == ["D. Gotov", "M.S. Orlov"]
    assert made.texts("//tei:item/tei:orgName") == ["U.N. Secretariat", "U.S. Embassy"]
    assert made.texts("//tei:item/tei:roleName") == ["head of the U.S.S.R. Mission"]


@pytest.mark.parametrize(
    ("head", "place", "day"),
    [
        (
            "Record of Talks\n\nSummary of a conversation held at Sukhbaatar between V. P. Orlov, Soviet "
            "chairman, and L. Dorj, Mongolian chairman, on 18 May 1982.",
            "Sukhbaatar",
            "1982-05-18",
        ),
        (
            "Conversation between V. P. Orlov and L. Dorj in Ulan Bator on 18 May 1982",
            "Ulan Bator",
            "1982-05-18",
        ),
        ("Conversation between V. P. Orlov and L. Dorj, Kyakhta, 18 May 1982", "Kyakhta", "1982-05-18"),
        (
            "Conversation between V. P. Orlov and L. Dorj, 18 May 1982\n\nPlace: Kyakhta",
            "Kyakhta",
            "1982-05-18",
        ),
    ],
)
def test_the_place_of_a_conversation_is_where_the_source_names_it(written, head, place, day) -> None:
    made = written(f"{head}\n\nThey spoke of the river and of nothing else.\n")
    assert made.texts("//tei:settingDesc//tei:placeName") == [place]
    assert made.values("//tei:creation/tei:date/@when") == [day]


def test_a_body_where_a_conversation_was_held_is_no_place(written) -> None:
    made = written(
        "Record of Talks on Ice, 18 May 1982\n\nA meeting was held at the Foreign Ministry. The talks "
        "began in May.\n\n"
        "They left.\n"
    )
    assert made.texts("//tei:settingDesc//tei:placeName") == []


CIPHERED = """Ciphered Telegram No. 417

Urgent
To Moscow, to Comrade Gromov

From Kyakhta, 3 May 1956

I report: the ferry has sunk.
"""


def test_a_translated_telegram_has_addressee_place_and_date_in_its_opener(written) -> None:
    made = written(CIPHERED)
    assert made.texts("//tei:opener/*") == [
        "Urgent",
        "To Moscow, to Comrade Gromov",
        "From Kyakhta, 3 May 1956",
    ]
    assert made.values("//tei:creation/tei:date/@when") == ["1956-05-03"]
    assert made.conversion.document.metadata.place == "Kyakhta"
    assert made.texts("//tei:body//tei:p") == ["I report: the ferry has sunk."]


SOVIET = """M e m o r a n d u m

Top Secret
30.XII.1949
From the journal of P. A. Orlov

RECORD OF CONVERSATION with the Chairman of the Committee, D. Sambuu
10:00 to 12:00 on December 30 [1949]

Present: P. A. Orlov, ambassador
D. Sambuu – chairman

I received Sambuu at his request.
"""


def test_a_second_heading_and_the_line_of_the_journal_stand_in_the_opener(written) -> None:
    made = written(SOVIET)
    assert made.texts("//tei:head[not(parent::tei:list)]") == ["M e m o r a n d u m"]
    assert made.texts("//tei:opener/tei:seg[@type='reference']") == [
        "From the journal of P. A. Orlov",
        "RECORD OF CONVERSATION with the Chairman of the Committee, D. Sambuu",
    ]
    assert made.values("//tei:opener//tei:date/@from") == ["1949-12-30T10:00:00"]
    assert made.texts("//tei:list[@type='participants']//tei:persName") == ["P. A. Orlov", "D. Sambuu"]
    assert made.texts("//tei:body//tei:p") == ["I received Sambuu at his request."]


CARD = """Title: Letter, Karol Wilk to Ministry of Ferries
Author: Wilk, Karol
Date: 18 December 1949
Source: AMSZ, z. 10, w. 3, t. 21

No. 341/49
Strictly Confidential

To the Ministry of Ferries
in Kyakhta

Dear Comrades,

We have no rope.
"""


def test_no_line_of_an_address_is_a_heading_where_the_card_has_the_title(written) -> None:
    made = written(CARD)
    assert made.texts("//tei:div/tei:head") == ["Letter, Karol Wilk to Ministry of Ferries"]
    assert made.texts("//tei:opener/tei:seg[@type='to']") == ["To the Ministry of Ferries", "in Kyakhta"]
    assert made.texts("//tei:correspAction[@type='sent']/tei:persName") == ["Karol Wilk"]


def test_the_archive_tells_the_language_of_the_original(written) -> None:
    language = next(d for d in written(CARD).conversion.decisions if d.subject == "original language")
    assert (language.value, language.cert) == ("pl", "medium")


def test_offices_above_the_names_belong_to_the_signatures(written) -> None:
    made = written(
        "Record of a Conversation with A. Orlov, 17 November 1966\n\nThe barges are late.\n\n"
        "2nd Secretary of the Embassy             Attaché\n\n      V. Petrov                    A. Lim\n"
    )
    assert made.texts("//tei:div/tei:p") == ["The barges are late."]
    assert made.texts("//tei:closer//tei:persName") == ["V. Petrov", "A. Lim"]


def test_a_spaced_name_below_the_last_line_is_a_signature(written) -> None:
    made = written("Note on a Conversation with A. Orlov, 12 May 1971\n\nThe talk was long.\n\nL a n g e\n")
    assert made.texts("//tei:closer/tei:signed") == ["L a n g e"]


def test_the_addresses_and_the_day_below_a_signature_leave_it_in_the_closing(written) -> None:
    made = written(
        "Record of a Conversation with A. Orlov, 21 May 1957\n\nThe barges are late.\n\n"
        "Ambassador of the USSR in the PRC\n\n(signed)   A. Gromov\n\nSent to 5 addresses:\n\n"
        "1 - Com. Orlov\n\n2 - Com. Petrov\n\n22.V.57\n"
    )
    assert made.texts("//tei:div/tei:p") == ["The barges are late."]
    assert "A. Gromov" in made.texts("//tei:closer//tei:persName")
    assert made.texts("//tei:closer/tei:dateline") == ["22.V.57"]


def test_a_number_after_a_year_calls_a_note(written) -> None:
    made = written(
        "Note about a Talk with A. Orlov, 5 November 1963\n\nHe spoke of the dam,1 and of the harvest of "
        "1962.2\n\nNotes\n\n1. At Brno.\n2. A poor one.\n"
    )
    assert made.values("//tei:p/tei:ref/@target") == ["#n1", "#n2"]
