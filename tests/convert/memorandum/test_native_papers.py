"""Papers in their own language, as archives keep them: who, when, where, in which part."""

from __future__ import annotations

import native_papers as papers
import pytest

from dragoman.convert.memorandum.native_titles import plain_form

PEOPLE = "//tei:particDesc//tei:persName"


@pytest.mark.parametrize(
    ("text", "tag", "day", "people"),
    [
        (papers.CZECH, "cs", "1962-03-14", ["B. Dorž", "J. Novák", "K. Dvořák"]),
        (papers.CZECH_LETTER, "cs", "1962-03-14", ["B. Dorž"]),
        (papers.CZECH_REPORT, "cs", "1962-05-03", ["J. Novák"]),
        (papers.ROMANIAN, "ro", "1962-03-14", ["I. Munteanu", "B. Dorj", "Ț. Bazar", "P. Ionescu"]),
        (papers.ROMANIAN_MINUTES, "ro", "1971-05-03", ["I. Munteanu", "P. Ionescu", "V. Radu"]),
        (papers.RUSSIAN_DIARY, "ru", "1962-05-03", ["Ц. Болд", "К. Лунин", "Д. Дорж", "П. ГУСЕВ"]),
        (papers.RUSSIAN_COVER, "ru", "1962-05-05", ["А. Орлов"]),
        (papers.POLISH_NOTE, "pl", "1965-03-14", ["J. Wilk", "D. Bazar", "K. Dudek", "S. Nowicka"]),
        (papers.HUNGARIAN_NOTE, "hu", "1965-03-14", ["Nagy István"]),
        (papers.GERMAN_NOTE, "de", "1968-03-14", ["Ts. Bold", "D. Purev", "Lorenz", "Ziemer"]),
        (papers.FRENCH_ACCOUNT, "fr", "1962-05-03", ["A. Gusev", "Brissac", "Lenoir", "Lunin"]),
        (papers.CHINESE_RECORD, "zh", "1962-03-14", ["周木", "巴特尔", "陈林", "何石", "道尔吉", "马青"]),
        (papers.KOREAN_RECORD, "ko", "1962-03-14", ["최강", "바트", "김철", "도르지"]),
        (
            papers.MONGOLIAN_RECORD,
            "mn-Cyrl",
            "1962-05-03",
            ["П. А. Гусев", "К. Лунин", "Ц. Болд", "Д. Дорж"],
        ),
    ],
    ids="cs cs-letter cs-report ro ro-minutes ru-diary ru-cover pl hu de fr zh ko mn".split(),
)
def test_language_day_and_people_are_read(recognised, text: str, tag: str, day: str, people: list) -> None:
    made = recognised(text)

    assert made.values("/tei:TEI/@xml:lang") == [tag]
    assert [
        date[:10] for date in made.values("//tei:creation/tei:date/@*[name()='when' or name()='from']")
    ] == [day]
    assert made.texts(PEOPLE) == people


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        (papers.CZECH, ["Novák:", "Dorž:"] * 2),
        (papers.ROMANIAN, ["Munteanu:", "Dorj:"] * 2),
        (
            papers.ROMANIAN_MINUTES,
            ["Tov. I. Munteanu:", "Tov. P. Ionescu:", "Tov. V. Radu:", "Tov. I. Munteanu:"],
        ),
        (papers.FRENCH_ACCOUNT, ["M. GUSEV :", "M. BRISSAC :"] * 2),
    ],
    ids=["cs", "ro", "ro-minutes", "fr"],
)
def test_speakers_are_recognised(recognised, text: str, speakers: list) -> None:
    assert recognised(text).texts("//tei:sp/tei:speaker") == speakers


@pytest.mark.parametrize(
    ("text", "closing"),
    [
        (papers.CZECH, ["Rozhovor trval 40 minut.", "Zapsal: K. Dvořák"]),
        (papers.CZECH_LETTER, ["Se soudružským pozdravem", "B. Dorž", "V Praze dne 14. března 1962"]),
        (papers.CZECH_REPORT, ["J. Novák v.r. velvyslanec"]),
        (papers.ROMANIAN, ["Convorbirea a durat 40 de minute.", "A consemnat: P. Ionescu"]),
        (
            papers.POLISH_NOTE,
            ["W rozmowie uczestniczyli: K. Dudek i S. Nowicka (tłumaczka).", "Sporządziła: S. Nowicka"],
        ),
        (papers.GERMAN_NOTE, ["gez. Ziemer III. Sekretär", "Verteiler:", "1x Gen. Lorenz", "1x Akte"]),
        (papers.CHINESE_RECORD, ["（谈话于四时结束）"]),
        (papers.HUNGARIAN_NOTE, ["Nagy István nagykövet"]),
    ],
    ids=["cs", "cs-letter", "cs-report", "ro", "pl", "de", "zh", "hu"],
)
def test_the_closing_is_told_from_the_text(recognised, text: str, closing: list) -> None:
    assert recognised(text).texts("//tei:closer/*") == closing


def test_sides_and_notetakers_are_read(recognised) -> None:
    romanian, mongolian = recognised(papers.ROMANIAN), recognised(papers.MONGOLIAN_RECORD)

    assert romanian.values("//tei:person/@n") == ["Romanian", "Mongolian", "Mongolian"]
    assert romanian.texts("//tei:person[@role='notetaker']") == ["P. Ionescu"]
    assert mongolian.values("//tei:person/@n") == ["Soviet", "Soviet", "Mongolian", "Mongolian"]
    assert mongolian.texts("//tei:person[@role='notetaker']") == ["Д. Дорж"]


def test_a_paper_in_its_own_language_is_translated_from_none(recognised) -> None:
    made = recognised(papers.MONGOLIAN_RECORD)

    assert made.conversion.document.metadata.original_language == ""


def test_keeper_and_mark_of_a_chinese_archive_are_read(recognised) -> None:
    metadata = recognised(papers.CHINESE_RECORD).conversion.document.metadata

    assert metadata.repository == "外交部档案馆"
    assert [one.value for one in metadata.identifiers] == ["106-00000-03"]


@pytest.mark.parametrize(
    ("text", "place"),
    [(papers.MONGOLIAN_RECORD, "Улаанбаатар"), (papers.ROMANIAN, "București"), (papers.CZECH_LETTER, "")],
    ids=["after the date", "before the date", "in a case of its own"],
)
def test_the_place_is_read_as_it_is_called_or_not_at_all(recognised, text: str, place: str) -> None:
    assert recognised(text).conversion.document.metadata.place == place


def test_a_covering_letter_has_the_body_that_it_goes_to(recognised) -> None:
    made = recognised(papers.RUSSIAN_COVER)

    assert made.texts("//tei:opener/tei:seg[@type='to']") == ["ЦК КПСС"]
    assert made.values("//tei:body/tei:div/@subtype") == ["letter"]


def test_a_diary_comes_above_the_heading_and_the_day_of_the_talk_below_it(recognised) -> None:
    made = recognised(papers.RUSSIAN_DIARY)

    assert made.texts("//tei:body//tei:head") == [
        "ЗАПИСЬ БЕСЕДЫ с заместителем министра водных путей МНР Ц. БОЛДОМ"
    ]
    assert made.texts("//tei:opener[1]/tei:seg[@type='reference']") == ["Из дневника П. А. ГУСЕВА"]


@pytest.mark.parametrize(
    ("name", "text", "plain"),
    [
        ("Ц. БОЛДОМ", "Болд сообщил.", "Ц. Болд"),
        ("D. Bazarem", "D. Bazar powiedział.", "D. Bazar"),
        ("D. Bazarem", "Powiedział, że prom stoi.", "D. Bazarem"),
        ("S. Nowicka", "Tłumaczyła S. Nowicka.", "S. Nowicka"),
        ("Б. Дорж", "Дор пришел.", "Б. Дорж"),
        ("П. ОРЛОВ", "Орлов сообщил.", "П. Орлов"),
    ],
)
def test_a_name_of_a_heading_loses_its_ending_only_where_the_text_has_it_so(
    name: str, text: str, plain: str
) -> None:
    assert plain_form(name, text) == plain
