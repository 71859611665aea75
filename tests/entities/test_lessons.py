"""What a document teaches of its other words, and unknown words weighed by what stands round them."""

from __future__ import annotations

import pytest
from entity_builders import document, found, paragraph

from dragoman.entities.gazetteer import gazetteer


def test_an_abbreviation_that_the_document_explains_is_a_body_everywhere() -> None:
    names = found(
        paragraph("SALES BY ORCHARD SERVICES ADMINISTRATION (OSA) CEASED. EACH TIME OSA SPOKE IT RAINED.")
    )

    assert names == [
        ("org", "ORCHARD SERVICES ADMINISTRATION"),
        ("org", "OSA"),
        ("org", "OSA"),
    ]


def test_a_treaty_that_is_abbreviated_is_no_body() -> None:
    assert found(paragraph("THEY SPOKE OF THE COMMON ORCHARD TREATY (COT) AND LEFT.")) == []


def test_surnames_in_capitals_are_people_where_the_document_writes_them_so() -> None:
    names = found(
        document(
            "<p>So spoke Grigory Wolkonin.</p><p>Nobody had seen WOLKONIN, and TARANOV was away.</p>",
        )
    )

    assert names == [("person", "Grigory Wolkonin"), ("person", "WOLKONIN"), ("person", "TARANOV")]


def test_a_word_called_a_place_is_one_at_the_head_of_a_sentence_too() -> None:
    names = found(paragraph("They lived in Zherdevo for years. Zherdevo burned."))

    assert names == [("place", "Zherdevo"), ("place", "Zherdevo")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We had a letter from Hrabalek; we wept.", [("person", "Hrabalek")]),
        ("Nobody told Hrabalek of it.", [("person", "Hrabalek")]),
        ("Hrabalek was asleep.", [("person", "Hrabalek")]),
        ("The rebels have lost Kharwand again.", [("place", "Kharwand")]),
        ("It is so in the region of Shireet, where it snows.", [("place", "Shireet")]),
        ("There are mills along the Zhelcha and no bread.", [("place", "Zhelcha")]),
        (
            "Of Kyoto, Zhamst and Osaka he said nothing.",
            [("place", "Kyoto"), ("place", "Zhamst"), ("place", "Osaka")],
        ),
        ("MEANWHILE ZHARKENTOV WAS ASLEEP.", [("person", "ZHARKENTOV")]),
    ],
)
def test_an_unknown_word_is_a_person_or_a_place_by_what_stands_round_it(
    text: str, expected: list[tuple[str, str]]
) -> None:
    assert found(paragraph(text)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "I’ve seen it. Don’t go. You’ll see.",
        "The steamer “Kalimachos” lay at anchor.",
        "The smelter was cold, and the Dane slept.",
        "REFTEL WAS NOT RECEIVED HERE.",
    ],
)
def test_contractions_ships_and_words_of_the_language_are_nobody(text: str) -> None:
    assert found(paragraph(text)) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Drava rose.", "Drava"),
        ("Snow lay on Gojjam that year.", "Gojjam"),
        ("IN QUANG BINH NOTHING GREW.", "QUANG BINH"),
        ("So it is in the People’s Republic of Benin today.", "People’s Republic of Benin"),
        ("The refinery at Little Aden burned.", "Little Aden"),
        ("They live at al-Ghaydeh now.", "al-Ghaydeh"),
        ("WATER ROSE BEHIND TABRUQA DAM AND FELL.", "TABRUQA"),
    ],
)
def test_regions_rivers_and_states_in_full_are_places(text: str, expected: str) -> None:
    assert found(paragraph(text)) == [("place", expected)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("SALES STOP UNTIL THE INTERNATIONAL BARLEY COUNCIL MEETS.", "INTERNATIONAL BARLEY COUNCIL"),
        ("HE SPOKE FOR THE NATIONAL FEDERATION OF BARLEY GROWERS.", "NATIONAL FEDERATION OF BARLEY GROWERS"),
        (
            "It was read to the Working Party on Winter Ploughing that day.",
            "Working Party on Winter Ploughing",
        ),
        ("The 14th Division has left.", "14th Division"),
        ("They saw the Selmer-Ruhn AG collapse.", "Selmer-Ruhn AG"),
        ("The parts come from Zwirnhaber of Leipzig.", "Zwirnhaber"),
    ],
)
def test_bodies_are_told_by_article_errand_number_nation_or_seat(text: str, expected: str) -> None:
    assert ("org", expected) in found(paragraph(text))


def test_national_societies_and_missions_of_a_state_need_the_gazetteer() -> None:
    assert found(paragraph("The South Korean Red Cross agreed."), gazetteer=gazetteer()) == [
        ("org", "South Korean Red Cross")
    ]
    assert found(paragraph("The embassy of Mongolia was shut."), gazetteer=gazetteer()) == [
        ("org", "embassy of Mongolia")
    ]


def test_a_working_party_and_the_verb_before_a_council_are_no_bodies() -> None:
    assert found(paragraph("They invited the Working Party to lunch.")) == []
    assert found(paragraph("SOVIETS INFORMED COUNCIL OF NOTHING.")) == []


def test_the_drafter_of_a_telegram_stands_after_the_office() -> None:
    names = found(
        document(
            '<div type="document" subtype="telegram"><opener>'
            '<seg type="drafting">DRAFTED BY EUR/XYZ:JTARBELL:MV</seg>'
            '<seg type="clearance">L/OES:T. KIRKHAM (INFO)</seg></opener><p>TARBELL SLEPT.</p></div>'
        )
    )

    assert names == [("person", "JTARBELL"), ("person", "T. KIRKHAM"), ("person", "TARBELL")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Then Huynh Tan Dat came.", "Huynh Tan Dat"),
        ("Greetings came from Abd al-Fattah Nasim to all.", "Abd al-Fattah Nasim"),
        ("SULTAN ZABBUS COULD WAIT.", "ZABBUS"),
        ("It was translated by Owen Tarwellyn.", "Owen Tarwellyn"),
    ],
)
def test_names_of_many_peoples_are_found_whole(text: str, expected: str) -> None:
    assert found(paragraph(text)) == [("person", expected)]


def test_a_name_after_the_whole_office_is_somebodys() -> None:
    assert found(paragraph("It was handed over by Minister of Defence Chipango, who left.")) == [
        ("person", "Chipango")
    ]
    assert found(paragraph("MINISTER OF ENERGY AND MINES MALDENADO SLEPT.")) == [("person", "MALDENADO")]
