"""Whom a name means: evidence, certainty, and what is left open."""

from __future__ import annotations

import pytest
from entity_builders import document, linked, links, org, paragraph, person, place

from dragoman.entities.gazetteer import gazetteer
from dragoman.entities.model import Authorities

PAVEL = person("orlov-pavel", "Pavel Andreevich Orlov", "P. A. Orlov", "Orlov")
LEV = person("orlov-lev", "Lev Sergeevich Orlov", "L. S. Orlov", "Orlov")
TWO = Authorities.of([PAVEL, LEV])


def test_a_full_name_is_sure() -> None:
    assert linked(paragraph("Pavel Orlov came."), TWO) == [("Pavel Orlov", "orlov-pavel", "sure")]


def test_initials_tell_two_people_of_one_surname_apart() -> None:
    text = "P.A. Orlov and L.S. Orlov came."

    assert linked(paragraph(text), TWO) == [
        ("P.A. Orlov", "orlov-pavel", "sure"),
        ("L.S. Orlov", "orlov-lev", "sure"),
    ]


def test_initials_of_nobody_known_are_not_linked_to_the_surname() -> None:
    assert linked(paragraph("K. Orlov came."), TWO) == [("K. Orlov", "", "open")]


def test_a_surname_means_who_was_named_in_full_before() -> None:
    assert linked(paragraph("L.S. Orlov came. Orlov sat down."), TWO)[1] == ("Orlov", "orlov-lev", "sure")


def test_a_surname_of_two_who_were_both_named_is_open() -> None:
    text = "P.A. Orlov met L.S. Orlov. Orlov sat down."

    assert linked(paragraph(text), TWO)[2][2] == "open"


def test_a_surname_of_two_with_no_full_name_is_open() -> None:
    assert linked(paragraph("Comrade Orlov came."), TWO)[0][2] == "open"


def test_a_surname_is_open_after_a_stranger_of_that_surname() -> None:
    own = Authorities.of([PAVEL])

    assert linked(paragraph("K. Orlov came. Orlov sat down."), own)[1][2] == "open"


def test_a_title_decides_between_two() -> None:
    own = Authorities.of(
        [
            person(
                "orlov-pavel", "Pavel Orlov", "Orlov", offices=(("Minister of Fisheries", "1975", "1983"),)
            ),
            person("orlov-lev", "Lev Orlov", "Orlov", offices=(("Third secretary", "1975", "1983"),)),
        ]
    )

    text, best, certainty = linked(paragraph("Later Minister Orlov came."), own)[0]
    assert (text, best, certainty) == ("Orlov", "orlov-pavel", "likely")


def test_nobody_is_linked_before_being_grown_up() -> None:
    own = Authorities.of([person("orlov-pavel", "Pavel Orlov", "Orlov", birth="1970")])

    assert linked(paragraph("Later Pavel Orlov came.", "1979-03-01"), own) == [("Pavel Orlov", "", "open")]


def test_an_office_counts_in_its_years() -> None:
    def best(date: str) -> list[str]:
        made = links(paragraph("THEN HUA CAME.", date), gazetteer=gazetteer())
        return [piece.reason for piece in made[0].ranked[0].evidence]

    assert "in office at that date" in best("1978-04-20")
    assert "in office at that date" not in best("1950-04-20")


def test_a_wade_giles_name_is_the_person_whom_pinyin_names() -> None:
    assert linked(paragraph("YEH CHIEN-YING AND TENG CAME.", "1978-04-20"), gazetteer=gazetteer()) == [
        ("YEH CHIEN-YING", "ye-jianying", "sure"),
        ("TENG", "deng-xiaoping", "sure"),
    ]


def test_the_two_bundys_are_two() -> None:
    text = "McGeorge Bundy called William Bundy. Bundy answered."

    made = linked(paragraph(text, "1965-02-01"), gazetteer=gazetteer())

    assert [row[1:] for row in made[:2]] == [("bundy-mcgeorge", "sure"), ("bundy-william", "sure")]
    assert made[2][2] == "open"


def test_in_a_list_the_date_of_the_entry_counts() -> None:
    body = '<listBibl><bibl><date when="1956-09-23">1956</date><title>Stalin</title></bibl></listBibl>'

    assert linked(document(body), gazetteer=gazetteer()) == [("Stalin", "stalin-joseph", "sure")]


def test_a_word_in_capitals_that_is_also_a_surname_is_not_linked() -> None:
    own = Authorities.of([person("young-ann", "Ann Young", "Young")])

    assert [row[2] for row in linked(paragraph("THE YOUNG MAN CAME."), own)] == ["open"]


def test_the_editions_own_entry_goes_before_the_gazetteers() -> None:
    own = Authorities.of([org("our-embassy", "AMEMBASSY PEKING"), place("peking", "Peking")])
    body = '<opener><seg type="from">FM AMEMBASSY PEKING</seg></opener>'

    assert linked(document(body), own, gazetteer()) == [
        ("AMEMBASSY PEKING", "our-embassy", "sure"),
        ("PEKING", "peking", "sure"),
    ]


def test_a_polite_form_means_the_person_with_these_initials() -> None:
    text = "L.S. Orlov came. “Why, Lev Sergeevich?”"

    assert linked(paragraph(text), Authorities.of([person("orlov-lev", "L. S. Orlov")]))[1] == (
        "Lev Sergeevich",
        "orlov-lev",
        "sure",
    )


@pytest.mark.parametrize(
    ("setting", "text", "expected"),
    [
        ("Dacca", "He called at the Polish Embassy.", "sure"),
        ("Rangoon", "He called at the Polish Embassy.", "open"),
        ("", "He called at the Polish Embassy.", "open"),
        ("Dacca", "He called at the Polish Embassy Rangoon.", "open"),
    ],
)
def test_an_embassy_without_its_seat_is_the_one_where_the_document_was_written(
    setting: str, text: str, expected: str
) -> None:
    place_name = f"<settingDesc><setting><placeName>{setting}</placeName></setting></settingDesc>"
    octets = paragraph(text).replace(b"</creation>", f"</creation>{place_name}".encode())
    own = Authorities.of(
        [
            org("polish-embassy-dhaka", "Polish Embassy in Dhaka"),
            place("dhaka", "Dhaka", "Dacca"),
            place("rangoon", "Rangoon"),
        ]
    )

    certainties = {words: certainty for words, _, certainty in linked(octets, own)}

    assert certainties["Polish Embassy"] == expected


def test_another_of_the_name_is_not_the_one_who_is_known() -> None:
    known = Authorities.of([person("orlov", "Pavel Orlov", "Orlov")])
    octets = paragraph("Pavel Orlov came. A different Comrade Orlov had written it.")

    assert linked(octets, known) == [("Pavel Orlov", "orlov", "sure"), ("Orlov", "orlov", "open")]


def test_an_embassy_without_its_country_is_nobodys_for_sure_outside_telegrams() -> None:
    known = Authorities.of([org("us-embassy", "Embassy Torv"), place("torv", "Torv")])

    assert ("Embassy Torv", "us-embassy", "sure") not in linked(paragraph("A copy for Embassy Torv."), known)


@pytest.mark.parametrize("said", ["[L. S., not his namesake]", "(L.S.)", "[Lev Sergeyevich]"])
def test_given_names_in_brackets_after_a_surname_say_whose_it_is(said: str) -> None:
    own = Authorities.of(
        [person("verin-ls", "L. S. Verin", "Verin"), person("verin-pa", "Pavel Andreyevich Verin", "Verin")]
    )

    found = links(paragraph(f"Later Comrade Verin {said} came."), own)

    assert [(str(made.certainty), made.ranked[0].entity.id) for made in found[:1]] == [("sure", "verin-ls")]


def test_other_words_in_brackets_after_a_surname_say_nothing() -> None:
    own = Authorities.of(
        [person("verin-ls", "L. S. Verin", "Verin"), person("verin-pa", "Pavel Andreyevich Verin", "Verin")]
    )

    for said in ("[Lev thought so]", "[USSR]", ", L. S. Orlov"):
        assert str(links(paragraph(f"Later Comrade Verin {said} came."), own)[0].certainty) == "open"


def test_who_is_accredited_where_a_document_was_written_is_the_likelier() -> None:
    own = Authorities.of(
        [
            person("a", "Ivan Verin", "Verin", offices=(("Ambassador to China", "1975", "1981"),)),
            person("b", "Lev Verin", "Verin", offices=(("Ambassador to Japan", "1975", "1981"),)),
        ]
    )
    sent = (
        b'</creation><correspDesc><correspAction type="sent"><placeName>Peking</placeName></correspAction>'
        b"</correspDesc></profileDesc>"
    )
    octets = paragraph("Later Verin came.").replace(b"</creation></profileDesc>", sent)

    made = links(octets, own)[0]

    assert [ranked.entity.id for ranked in made.ranked] == ["a", "b"]
    assert "accredited where the document was written" in [piece.reason for piece in made.ranked[0].evidence]
    assert made.certainty == "likely"
