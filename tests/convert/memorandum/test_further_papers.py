"""Minutes with full stops, telephone calls, notes verbales, despatches, covering notes: read as they are."""

from __future__ import annotations

import further_papers as papers
import pytest

PEOPLE = "//tei:particDesc//tei:persName"


@pytest.mark.parametrize(
    ("text", "tag", "original", "day", "people"),
    [
        (papers.POLISH_MEMO, "en", "pl", "1965-05-04", ["K. Dudek"]),
        (papers.POLISH_TELEGRAM, "en", "", "1962-05-03", ["Wilk"]),
        (papers.STENOGRAM, "en", "", "1971-05-03", ["Bold", "Adilbish"]),
        (papers.CONGRATULATION, "en", "", "1962-05-03", ["P. Gusev", "K. Lunina"]),
        (papers.NOTE_VERBALE, "en", "", "1962-05-03", []),
        (papers.SPRAVKA, "en", "ru", "1962-05-04", ["A. Orlov"]),
        (papers.DESPATCH, "en", "", "1911-03-14", ["J. W. Stone"]),
        (papers.RUSSIAN_DISPATCH, "ru", "", "1962-05-03", ["П. А. Гусев", "А. А. Орлову"]),
        (papers.FRENCH_DISPATCH, "fr", "", "1966-05-03", ["Brissac"]),
    ],
    ids="memo telegram stenogram letter verbale spravka despatch ru fr".split(),
)
def test_languages_day_and_people_are_read(
    recognised, text: str, tag: str, original: str, day: str, people: list
) -> None:
    made = recognised(text)
    metadata = made.conversion.document.metadata

    assert (metadata.language, metadata.original_language) == (tag, original)
    assert metadata.date.when == day
    assert made.texts(PEOPLE) == people


def test_speakers_are_marked_off_by_a_full_stop_and_the_hall_calls_in(recognised) -> None:
    made = recognised(papers.STENOGRAM)

    assert made.texts("//tei:sp/tei:speaker") == [
        "Cde. BOLD.",
        "VOICES.",
        "Cde. BOLD.",
        "Cde. ADILBISH.",
        "VOICE FROM THE FLOOR.",
        "Cde. ADILBISH.",
        "Cde. BOLD.",
        "Cde. BOLD.",
    ]
    assert made.texts("//tei:body/tei:div/tei:p") == ["(Morning session)", "(After the break)"]


def test_two_who_speak_by_their_initials_are_named_above(recognised) -> None:
    made = recognised(papers.TELEPHONE)

    assert made.texts("//tei:sp/tei:speaker") == ["G.:", "B.:"] * 4
    assert made.texts(PEOPLE) == ["P. A. Gusev", "Ts. Bold"]
    assert made.values("//tei:setting/tei:date/@from") == ["1962-05-03T16:20:00"]


def test_a_note_goes_from_house_to_house(recognised) -> None:
    made = recognised(papers.NOTE_VERBALE)

    assert made.texts("//tei:correspAction/tei:orgName") == [
        "Embassy of the Union of Soviet Socialist Republics",
        "Ministry of Foreign Affairs of the Mongolian People's Republic",
    ]
    assert made.texts("//tei:closer/tei:dateline") == ["Ulaanbaatar, 3 May 1962"]


def test_whose_diary_it_is_is_read_and_days_without_a_year_are_no_date(recognised) -> None:
    made = recognised(papers.DIARY)

    assert made.texts("//tei:person[@role='author']/tei:persName") == ["I. V. Samylov"]
    assert "MEM002" in made.codes


def test_laughter_in_round_brackets_belongs_to_nobody(recognised) -> None:
    made = recognised(papers.COLLECTION)

    assert made.texts("//tei:body/tei:div/tei:p") == ["(All laugh.)"]
    assert made.values("//tei:ref[@type='note']/@target") == ["#n1"]


def test_the_date_of_a_letter_that_is_answered_is_not_the_papers(recognised) -> None:
    made = recognised(papers.GERMAN_FILE_NOTE)

    assert made.conversion.document.metadata.date is None
    assert made.texts("//tei:opener/tei:seg") == [
        "Betr.: Fähre über den Orchon",
        "Bezug: Ihr Schreiben vom 3.5.1962",
    ]
    assert made.texts("//tei:closer/tei:signed") == ["(Ziemer) Abt.-Ltr."]
    assert made.texts("//tei:supplied") == ["in Rostock", "sei"]


def test_a_long_salutation_makes_a_letter_and_many_may_sign_it(recognised) -> None:
    made = recognised(papers.CONGRATULATION)

    assert made.values("//tei:body/tei:div/@subtype") == ["letter"]
    assert made.texts("//tei:closer/tei:signed") == [
        "on behalf of the collective:",
        "Director P. Gusev",
        "Secretary of the Party Committee K. Lunina",
    ]


def test_marks_of_a_russian_archive_in_its_own_letters_are_read(recognised) -> None:
    metadata = recognised(papers.RUSSIAN_DISPATCH).conversion.document.metadata

    assert metadata.repository == "АВП РФ"
    assert [one.value for one in metadata.identifiers] == ["Ф. 0111. Оп. 45. П. 254. Д. 12. Л. 31"]


def test_what_a_ministry_writes_is_signed_beside_its_seal(recognised) -> None:
    made = recognised(papers.MINISTRY_LETTER)

    assert made.texts("//tei:closer/tei:signed") == ["Deputy Minister /seal/ Ts. Bold"]
    assert made.texts("//tei:closer/tei:signed/tei:persName") == ["Ts. Bold"]
    assert made.conversion.document.metadata.original_language == "mn"


def test_a_line_about_what_is_no_speaker_above_a_salutation(recognised) -> None:
    made = recognised(papers.MINISTRY_LETTER)

    assert made.texts("//tei:opener/tei:seg[@type='reference']")[-1:] == ["Re: Ferry"]
    assert made.texts("//tei:opener/tei:salute") == ["Comrade Ambassador,"]
    assert made.values("//tei:correspAction[@type='received']/tei:persName/text()") == ["P. A. GUSEV"]


@pytest.mark.parametrize("closing", ["I have, etc.,", "J. W. Stone.", "Enclosure: 1 sketch."])
def test_a_despatch_closes_with_full_stops(recognised, closing: str) -> None:
    assert closing in recognised(papers.DESPATCH).texts("//tei:closer/*")
