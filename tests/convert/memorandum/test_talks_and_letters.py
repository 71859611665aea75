"""Talks of delegations, letters of embassies, decisions: opening, speakers, closing and people."""

from __future__ import annotations

import pytest
import talks_and_letters as papers

PEOPLE = "//tei:particDesc//tei:persName"


def test_words_of_a_speaker_are_no_salutation_of_a_letter(recognised) -> None:
    made = recognised(papers.DELEGATION)

    assert len(made.find("//tei:sp")) == 5
    assert made.find("//tei:opener") == []
    assert made.texts(PEOPLE) == ["Pen", "Munteanu"]
    assert made.conversion.document.metadata.date.when == "1978-05-28"


def test_sides_that_begin_the_lines_of_a_list_are_the_sides_of_those_in_it(recognised) -> None:
    made = recognised(papers.KREMLIN_RECORD)

    assert made.texts("//tei:list[@type='participants']/tei:item/tei:persName") == [
        "P. A. Gusev",
        "K. Lunin",
        "D. Purev",
        "B. Dorj",
    ]
    assert made.values("//tei:person/@n") == ["Soviet", "Soviet", "Mongolian", "Mongolian"]
    assert made.texts("//tei:sp/tei:speaker")[:2] == ["A. A. Orlov.", "Ts. Bold."]


def test_an_address_over_many_lines_names_the_man_and_the_last_line_hides_no_signature(recognised) -> None:
    made = recognised(papers.EMBASSY_LETTER)

    assert made.texts("//tei:correspAction/tei:persName") == ["Lorenz", "Ziemer"]
    assert made.texts("//tei:closer/*") == [
        "With socialist greetings",
        "Lorenz Acting Ambassador",
        "Attachment",
    ]
    assert made.texts("//tei:person[@role='sender']/tei:persName") == ["Lorenz"]


def test_an_office_with_an_apostrophe_speaks(recognised) -> None:
    made = recognised(papers.ORAL_STATEMENT)

    assert made.texts("//tei:sp/tei:speaker") == [
        "Charge d'Affaires:",
        "Comrade Tsedendorj:",
        "Charge d'Affaires:",
        "Comrade Tsedendorj:",
        "Charge d'Affaires:",
    ]
    assert made.texts("//tei:closer/tei:seg") == ["The conversation took 12 minutes.", "Notes: B. Dorj"]


def test_who_signs_decisions_by_his_office_does_not_speak(recognised) -> None:
    made = recognised(papers.DECISIONS)

    assert made.find("//tei:sp") == []
    assert made.texts("//tei:closer/*") == ["First Secretary: Bold", "Took the minutes: S. Gombo"]
    assert made.texts(PEOPLE) == ["Bold", "Purev", "Dorj", "Adilbish", "Lunin", "S. Gombo"]


def test_place_day_and_secrecy_may_share_a_line(recognised) -> None:
    metadata = recognised(papers.ONE_LINE_OPENING).conversion.document.metadata

    assert (metadata.place, metadata.date.when) == ("Ulaanbaatar", "1962-05-03")
    assert metadata.classification == "Top secret"


def test_a_heading_in_two_languages_names_who_spoke(recognised) -> None:
    made = recognised(papers.TWO_LANGUAGES)

    assert made.texts(PEOPLE) == ["D. Tsevegmid", "P. Gusev"]
    assert made.texts("//tei:sp/tei:speaker") == ["Tsevegmid:", "Gusev:", "Tsevegmid:"]
    assert made.conversion.document.metadata.original_language == "mn"


@pytest.mark.parametrize(
    ("name", "role"),
    [
        ("Ts. Bold", "Ambassador of Mongolia"),
        ("Arthur Young", "Deputy Assistant Secretary"),
        ("Rose Stone", "Desk Officer"),
    ],
)
def test_posts_are_nobodys_name(recognised, name: str, role: str) -> None:
    people = recognised(papers.DEPARTMENT_MEMORANDUM).conversion.document.metadata.participants

    assert [person.name for person in people] == ["Ts. Bold", "Arthur Young", "Rose Stone"]
    assert [person.role for person in people if person.name == name] == [role]
