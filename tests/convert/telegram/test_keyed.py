"""Telegrams of French and German services: a word before each line of the header says what it is."""

from __future__ import annotations

import itertools

import pytest
from telegram_text import converted

from dragoman.convert.detect import converter_for, detections
from dragoman.source import SourceText

FRENCH = """TELEGRAMME AU DEPART

CONFIDENTIEL DIPLOMATIE
TRES URGENT

DE : AMBAFRANCE OULAN-BATOR
A : DIPLOMATIE PARIS
NO 412/415
LE 9 OCTOBRE 1978 A 12H15
OBJET : LE BAC DE LA SELENGA ET LA ROUTE
DU NORD
REF : VOTRE TELEGRAMME NO 84

Le vice-ministre m'a reçu ce matin. Il a déclaré que le bac ne
passerait plus avant le printemps.

2. Je lui ai demandé si la route resterait ouverte.

DURAND
"""
GERMAN = """Chiffriertelegramm

Botschaft der DDR in der MVR
Ulan-Bator, den 9. Oktober 1978
Nr. 84/78
Vertrauliche Dienstsache

An: Ministerium für Auswärtige Angelegenheiten, Gen. Lorenz
Von: Botschaft Ulan-Bator
Betr.: Fähre über die Selenga

Am 8.10. teilte der Minister mit, daß die Fähre nicht mehr fährt.

1. Die Straße im Norden bleibt offen.
2. Die Ingenieure reisen am 12.10. ab.

Kowalski
Botschafter
"""
TELEX = """Fernschreiben Nr. 233
aus Peking
Datum: 14.3.1962
An: MfAA, 1. AEA
Dringlichkeit: Blitz
Geheimhaltungsgrad: vertraulich

Betrifft: Besuch des Ministers

Der Minister ist heute angekommen und wird mit dem Vorsitzenden sprechen.

gez. Wenzel
"""


def test_each_line_of_a_french_header_is_typed():
    assert converted(FRENCH, "fr").segments() == [
        ("caption", "TELEGRAMME AU DEPART"),
        ("classification", "CONFIDENTIEL DIPLOMATIE"),
        ("operating-signal", "TRES URGENT"),
        ("from", "DE : AMBAFRANCE OULAN-BATOR"),
        ("to", "A : DIPLOMATIE PARIS"),
        ("message-number", "NO 412/415"),
        ("dateline", "LE 9 OCTOBRE 1978 A 12H15"),
        ("subject", "OBJET : LE BAC DE LA SELENGA ET LA ROUTE DU NORD"),
        ("reference", "REF : VOTRE TELEGRAMME NO 84"),
    ]


def test_each_line_of_a_german_header_is_typed():
    assert converted(GERMAN, "de").segments() == [
        ("caption", "Chiffriertelegramm"),
        ("caption", "Botschaft der DDR in der MVR"),
        ("dateline", "Ulan-Bator, den 9. Oktober 1978"),
        ("message-number", "Nr. 84/78"),
        ("classification", "Vertrauliche Dienstsache"),
        ("to", "An: Ministerium für Auswärtige Angelegenheiten, Gen. Lorenz"),
        ("from", "Von: Botschaft Ulan-Bator"),
        ("subject", "Betr.: Fähre über die Selenga"),
    ]
    assert [kind for kind, _ in converted(TELEX, "telex").segments()] == [
        "caption", "from", "dateline", "to", "operating-signal", "classification", "subject",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "title", "language", "classification", "signature"),
    [
        (
            FRENCH,
            "Telegram from Ambafrance Oulan-Bator to Diplomatie Paris, 9 October 1978",
            "fr",
            "CONFIDENTIEL DIPLOMATIE",
            "DURAND",
        ),
        (
            GERMAN,
            "Telegram from Botschaft Ulan-Bator to Ministerium für Auswärtige Angelegenheiten, Gen. Lorenz, "
            "9 October 1978",
            "de",
            "Vertrauliche Dienstsache",
            "Kowalski",
        ),
        (TELEX, "Telegram from Peking to MfAA, 1. AEA, 14 March 1962", "de", "vertraulich", "Wenzel"),
    ],
)
def test_the_header_of_the_document_has_what_the_telegram_says(
    text, title, language, classification, signature
):
    found = converted(text, "x")
    metadata = found.metadata
    assert (metadata.title, metadata.language, metadata.classification) == (title, language, classification)
    assert found.xml("//t:closer/t:signed/t:persName") == [f"<persName>{signature}</persName>"]


def test_the_office_below_a_name_is_signed_with_it():
    (signed,) = converted(GERMAN, "de").xml("//t:closer/t:signed")
    assert signed == "<signed><persName>Kowalski</persName>\n<lb/>Botschafter</signed>"


def test_the_day_is_a_date_wherever_it_stands_in_its_line():
    lines = [line for text in (FRENCH, GERMAN, TELEX) for line in converted(text, "x").xml("//t:dateline")]
    assert lines == [
        '<dateline>LE <date when="1978-10-09">9 OCTOBRE 1978</date> A 12H15</dateline>',
        '<dateline>Ulan-Bator, den <date when="1978-10-09">9. Oktober 1978</date></dateline>',
        '<dateline>Datum: <date when="1962-03-14">14.3.1962</date></dateline>',
    ]


@pytest.mark.parametrize("text", [FRENCH, GERMAN, TELEX])
def test_such_a_telegram_is_told_from_a_memorandum_and_a_letter(text):
    source = SourceText("a.txt", text)
    assert converter_for(source)[0].kind == "telegram"
    assert all(one.score == 0 for one in detections(source) if one.kind != "telegram")


@pytest.mark.parametrize(
    "lines", list(itertools.permutations(("De : Moscou", "Nº 1204", "À : Paris", "Objet : Le barrage")))
)
def test_the_lines_may_stand_in_any_order(lines):
    text = "\n".join(("Télégramme", *lines, "", "Le barrage est achevé et les ingénieurs sont repartis."))
    found = converted(text, "x")
    assert sorted(kind for kind, _ in found.segments()) == [
        "caption", "from", "message-number", "subject", "to",
    ]  # fmt: skip
    assert found.paragraphs() == [("", "Le barrage est achevé et les ingénieurs sont repartis.")]


@pytest.mark.parametrize(
    "text",
    [
        "Fernschreiben an alle\n\nDie Fähre fährt nicht mehr, und der Minister ist nach Peking gereist.\n",
        "Vermerk\n\nAn: MfAA\nVon: Peking\nBetr.: Fähre\n\nTelegramm der Botschaft\n\nEr fährt nicht.\n",
        "Vermerk\n\nAn: MfAA\nVon: Botschaft Peking\nBetr.: Fähre\n\nDie Fähre fährt nicht mehr.\n",
        "Telegramme\n\nFrom: Stone, Ulan Bator\nTo: Moscow\n\nThe ferry does not sail before the spring.\n",
    ],
)
def test_a_heading_alone_or_the_words_of_a_letter_alone_make_no_telegram(text):
    (score,) = [one.score for one in detections(SourceText("a.txt", text)) if one.kind == "telegram"]
    assert score == 0


def test_a_sentence_right_below_the_subject_is_text():
    text = "Telegramm\nAn: MfAA\nVon: Peking\nBetr.: Fähre\nDie Fähre fährt nicht mehr.\n\nWenzel\n"
    found = converted(text, "x")
    assert found.segments()[-1] == ("subject", "Betr.: Fähre")
    assert found.paragraphs() == [("", "Die Fähre fährt nicht mehr.")]


@pytest.mark.parametrize(
    "received", ["REÇU LE 10 OCTOBRE 1978 A 8H", "Eingang: 10.10.1978", "Reçu : 10 octobre 1978"]
)
def test_the_day_on_which_it_was_received_is_not_its_day(received: str):
    text = FRENCH.replace("LE 9 OCTOBRE 1978 A 12H15", f"{received}\nLE 9 OCTOBRE 1978 A 12H15")
    found = converted(text, "x")
    assert found.metadata.date.when == "1978-10-09"
    assert found.elements("//t:dateline")[0].find("{*}date").get("when") == "1978-10-10"


def test_what_such_a_header_lacks_is_said_in_its_own_words():
    found = converted("Telegramm\nAn: MfAA\nBetr.: Fähre\n\nDie Fähre fährt nicht mehr.\n", "x")
    assert [(code, *found.messages(code)) for code in found.codes] == [
        ("CBL003", "no line of the header names a day"),
        ("CBL005", "no line begins with DE: or Von:"),
        ("CBL018", "no line of the header is one"),
    ]


def test_lines_that_stand_side_by_side_are_told_apart():
    text = (
        "T E L E G R A M M E\nDE : MOSCOU        A : PARIS\nNos 44 à 46    LE 3 MAI 1958\nOBJET : BARRAGE\n\n"
        "Le barrage est achevé.\n"
    )
    found = converted(text, "x")
    assert found.segments() == [
        ("caption", "T E L E G R A M M E"),
        ("from", "DE : MOSCOU"),
        ("to", "A : PARIS"),
        ("message-number", "Nos 44 à 46"),
        ("dateline", "LE 3 MAI 1958"),
        ("subject", "OBJET : BARRAGE"),
    ]
    assert found.metadata.title == "Telegram from Moscou to Paris, 3 May 1958"
    assert [one.value for one in found.metadata.identifiers] == ["MOSCOU 44 à 46"]


def test_the_number_of_a_line_with_its_day_is_the_number():
    found = converted(GERMAN.replace("Nr. 84/78\n", "Nr. 84/78 vom 9.10.1978\n"), "x")
    assert ("dateline", "Nr. 84/78 vom 9.10.1978") in found.segments()
    assert [one.value for one in found.metadata.identifiers] == ["84/78"]
