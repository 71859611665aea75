"""Names are found by their shape alone, in the forms in which such papers write them."""

from __future__ import annotations

import pytest
from entity_builders import document, found, paragraph

from dragoman.entities.analysis import analyse
from dragoman.entities.gazetteer import gazetteer
from dragoman.entities.matcher import Matcher
from dragoman.entities.model import Authorities
from dragoman.tei.parse import parse


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He met M.S. Tarasov and Kh. Boldbayar.", [("person", "M.S. Tarasov"), ("person", "Kh. Boldbayar")]),
        ("So did Igor P. Tarasov.", [("person", "Igor P. Tarasov")]),
        ("A talk with Comrade Ehrenfried Tuchel was held.", [("person", "Ehrenfried Tuchel")]),
        ('Mao <supplied rend="brackets">Lingfei</supplied> agreed.', [("person", "Mao Lingfei")]),
        ('P<supplied rend="brackets">avel</supplied> Tarasov agreed.', [("person", "Pavel Tarasov")]),
        ("MEANWHILE KUNG SHAO-LIANG CALLED.", [("person", "KUNG SHAO-LIANG")]),
        ("MEANWHILE PAK IL-CHOL CALLED.", [("person", "PAK IL-CHOL")]),
        ("Then Pham Van Tuc came.", [("person", "Pham Van Tuc")]),
        ("Then Hu Mingde came.", [("person", "Hu Mingde")]),
        ("Notetaker: Ruan Dehai. Gao Wenli was absent.", [("person", "Ruan Dehai"), ("person", "Gao Wenli")]),
        ("SUZUMORI KENJI BUYS WOOD.", [("person", "SUZUMORI KENJI")]),
        ("Here T. Orlov-Denisov spoke.", [("person", "T. Orlov-Denisov")]),
        ("Here Carlos Medrano spoke.", [("person", "Carlos Medrano")]),
        ("Here Tamara Lvovna spoke.", [("person", "Tamara Lvovna")]),
        ("Later Wrzosek reports that he left.", [("person", "Wrzosek")]),
        ("AMBASSADOR TARBELL SAID NOTHING.", [("person", "TARBELL")]),
        ("B. TARBELL, MARIAN GRACE. BORN 1944.", [("person", "TARBELL, MARIAN GRACE")]),
    ],
)
def test_people_are_found_by_the_shape_of_their_names(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(paragraph(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Then ‘Abd al-Latif Tarhan met ʻAlī Ṣabrān there.", ["‘Abd al-Latif Tarhan", "ʻAlī Ṣabrān"]),
        ("Foreign Minister ’Ali Sabran and ʿUmar Zaydun agreed.", ["’Ali Sabran", "ʿUmar Zaydun"]),
        ("MINISTER 'ALI SABRAN MET 'ABD AL-LATIF.", ["'ALI SABRAN", "'ABD AL-LATIF"]),
        ("He met Prince Fahd ibn ‘Abd al-‘Aziz.", ["Fahd ibn ‘Abd al-‘Aziz"]),
    ],
)
def test_an_inverted_comma_that_is_a_letter_belongs_to_the_name(text: str, expected: list[str]) -> None:
    assert found(paragraph(text)) == [("person", name) for name in expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("HE TOLD AMBASSADOR JAN 22 THAT IT IS GREEN.", []),
        ("He told Ambassador Jan Morawiec so.", [("person", "Jan Morawiec")]),
        ("He asked 40 dollars c.i.f. Sulina.", []),
        ("Dear Doctor Tarhan, A. Q. Tarhan.", [("person", "Tarhan"), ("person", "A. Q. Tarhan")]),
        ("HE MET A. TARHAN. HARBORMASTER TARHAN LEFT.", [("person", "A. TARHAN"), ("person", "TARHAN")]),
        ("He met A. Tarhan, Minister of Public Works.", [("person", "A. Tarhan")]),
        ("THE PRICE OF PANS IS: A. PANS ARE NO LONGER MADE.", []),
        ("Talk of the Chargé d’Affaires with the Minister.", []),
        ("He saw Chargé d’Affaires Hippolyte Vauquelin.", [("person", "Hippolyte Vauquelin")]),
        ("THE AMU DARYA FERRY LEFT.", [("place", "AMU DARYA")]),
        ("Papers on the Dredger and the Kherlen.", [("place", "Kherlen")]),
    ],
)
def test_dates_terms_of_trade_titles_and_portfolios_are_no_parts_of_names(
    text: str, expected: list[tuple[str, str]]
) -> None:
    assert found(paragraph(text), gazetteer=gazetteer()) == expected


def test_a_double_surname_is_one_with_a_title_and_in_a_signature() -> None:
    made = analyse(
        parse(
            document(
                '<p xml:id="p1">Director Morawiec-Lis left.</p><closer><signed><persName>T. Morawiec-Lis'
                "</persName></signed></closer>"
            ),
            "d1.xml",
        ),
        Matcher(Authorities()),
    )

    assert [(name.candidate.given, name.candidate.surname) for name in made.names] == [
        ((), "morawiec lis"),
        (("t",), "morawiec lis"),
    ]


def test_an_inverted_comma_that_opens_a_quotation_belongs_to_no_name() -> None:
    assert found(paragraph("He cried: ‘Ali Sabran came.’")) == [("person", "Ali Sabran")]


@pytest.mark.parametrize(
    "text",
    [
        "The Chinese and the Soviets spoke of Sino-Soviet relations in English.",
        "THE U.S. SIDE WAS NOT PLEASED. E.O. 11652 APPLIES.",
        "IT IS SO-CALLED EVEN-HANDEDNESS, AND WE SAID SO TO THE MINISTER HIMSELF.",
        "THE CHAIRMAN SAID THAT TALKS WOULD BE HARD.",
        "Point A. The question was not ripe.",
    ],
)
def test_adjectives_abbreviations_and_words_in_capitals_are_no_names(text: str) -> None:
    assert found(paragraph(text)) == []


def test_a_surname_alone_is_found_after_the_full_name() -> None:
    names = found(paragraph("He met M.S. Tarasov. It was cold, but Tarasov waited."))

    assert names == [("person", "M.S. Tarasov"), ("person", "Tarasov")]


def test_a_possessive_is_not_part_of_the_name() -> None:
    assert found(paragraph("It was Pak Il-chol’s idea.")) == [("person", "Pak Il-chol")]


def test_a_name_that_a_page_banner_cuts_is_one_name() -> None:
    cut = 'M. S. TARA<pb n="2" break="no"/><fw type="page-banner">PAGE 02</fw><lb break="no"/>SOV CAME.'

    assert found(paragraph(cut)) == [("person", "M. S. TARASOV")]


def test_who_speaks_signs_or_is_present_is_a_person() -> None:
    body = (
        '<list type="participants"><item>Comrade Tarasov, Minister</item></list>'
        "<sp><speaker>Bilguun:</speaker><p>Yes.</p></sp><closer><signed>TARBELL</signed></closer>"
    )

    assert found(document(body)) == [("person", "Tarasov"), ("person", "Bilguun"), ("person", "TARBELL")]


def test_the_officer_who_classified_a_telegram_is_found() -> None:
    body = (
        '<opener><seg type="executive-order">E.O. 12065: GDS 3/19/85 (TARBELL, EDWIN L.) OR-P</seg></opener>'
    )

    assert found(document(body)) == [("person", "TARBELL, EDWIN L.")]


def test_posts_are_organisations_with_their_place_inside() -> None:
    body = (
        '<opener><seg type="info">INFO AMEMBASSY DACCA\n<lb/>USLO PEKING\n<lb/>AMCONSUL TARVIK</seg></opener>'
    )

    assert found(document(body), gazetteer=gazetteer()) == [
        ("org", "AMEMBASSY DACCA"),
        ("place", "DACCA"),
        ("org", "USLO PEKING"),
        ("place", "PEKING"),
        ("org", "AMCONSUL TARVIK"),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("of the Ministry of Water Economy and others", "Ministry of Water Economy"),
        ("of the Lena River Commission and others", "Lena River Commission"),
        ("at the Soviet Embassy in the evening", "Soviet Embassy"),
        (
            "of the Ministry of Land Reclamation and Water Management in Moscow",
            "Ministry of Land Reclamation and Water Management",
        ),
        ("AT THE MONGOLIAN EMBASSY THE DOOR WAS SHUT", "MONGOLIAN EMBASSY"),
    ],
)
def test_bodies_are_found_by_the_noun_that_makes_them(text: str, expected: str) -> None:
    assert ("org", expected) in found(paragraph(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Pump Union of Lhara and the Weir Council met.", ["Pump Union of Lhara", "Weir Council"]),
        ("A letter from the Economic and Social Board came.", ["Economic and Social Board"]),
        ("The Partido Obrero de Quellay lost.", ["Partido Obrero de Quellay"]),
        ("The Banco Central paid, and Hydropromexport was glad.", ["Banco Central", "Hydropromexport"]),
        ("Officers of the Kharatal Military District were there.", ["Kharatal Military District"]),
        ("QUELTA and the others refused.", ["QUELTA"]),
        ("SOCIALIST PARTY REFUSED TO PAY.", ["SOCIALIST PARTY"]),
        ("INSTITUTE OF ORIENTAL STUDIES PAID FOR IT.", ["INSTITUTE OF ORIENTAL STUDIES"]),
    ],
)
def test_bodies_of_many_styles_are_found_whole(text: str, expected: list[str]) -> None:
    assert [name for kind, name in found(paragraph(text)) if kind == "org"] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The newspaper Nowy Kurjer wrote of it.", ["Nowy Kurjer"]),
        ("He came with the firm Klemmer and the company Ostrowex.", ["Klemmer", "Ostrowex"]),
        ("A correspondent of Kurjer Polny asked.", ["Kurjer Polny"]),
        ("NEWSPAPER AL-FAJR AND THE EDITOR OF XIDDIGTA ZARBOOR.", ["AL-FAJR", "XIDDIGTA ZARBOOR"]),
    ],
)
def test_a_noun_for_a_paper_or_a_firm_tells_the_name_after_it(text: str, expected: list[str]) -> None:
    assert found(paragraph(text)) == [("org", name) for name in expected]


def test_somebody_after_such_a_noun_stays_a_person() -> None:
    assert found(paragraph("The paper Orlov read was old; the newspaper Comrade Stolz read was not.")) == [
        ("person", "Orlov"),
        ("person", "Stolz"),
    ]


def test_a_city_after_a_body_and_a_comma_is_a_place() -> None:
    assert found(paragraph("The Limnological Institute, Stockholm, agreed."))[-1] == ("place", "Stockholm")
    assert ("place", "Boris") not in found(paragraph("At the Ministry of Fisheries, Boris said so."))


def test_a_sort_of_bridge_is_no_place() -> None:
    assert found(paragraph("They spoke of Drawings for the Railway Bridge and the Pontoon Bridge.")) == []


def test_a_natural_feature_is_a_place() -> None:
    assert found(paragraph("They sailed the Tarva River.")) == [("place", "Tarva River")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They met in Nghe Lang Province.", ["Nghe Lang Province"]),
        ("A post in Bayan-Ulgey Aimag was closed.", ["Bayan-Ulgey Aimag"]),
        ("The herds went across the Tsherlen before dawn.", ["Tsherlen"]),
        ("A boat sank in the Rio de la Quilca that day.", ["Rio de la Quilca"]),
    ],
)
def test_places_are_found_with_all_their_words(text: str, expected: list[str]) -> None:
    assert [name for kind, name in found(paragraph(text)) if kind == "place"] == expected


def test_a_number_before_a_noun_makes_no_place() -> None:
    assert found(paragraph("It was called Four Maps of One Pass.")) == []


def test_codes_of_the_telegram_and_of_the_archive_are_not_searched() -> None:
    body = '<opener><seg type="tags">TAGS: CH, UR, (TARASOV, IGOR)</seg></opener>'
    octets = document(body).replace(b"memorandum", b"telegram")

    assert found(octets, gazetteer=gazetteer()) == []
