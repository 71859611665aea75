"""Translated papers of many archives: who, when, from which language and archive, and where the text ends."""

from __future__ import annotations

import archive_papers as papers
import pytest

PEOPLE = "//tei:particDesc//tei:persName"


@pytest.mark.parametrize(
    ("text", "day", "original", "people"),
    [
        (papers.SOVIET_PRINTOUT, "1962-05-03", "ru", ["P. Gusev", "Ts. Bold", "K. Lunin", "D. Dorj"]),
        (papers.HUNGARIAN_REPORT, "1962-03-14", "hu", ["Endre Szabó"]),
        (papers.GERMAN_NOTE, "1968-03-14", "de", ["Ts. Bold", "D. Purev", "Lorenz", "Ziemer"]),
        (papers.POLISH_NOTE, "1965-03-16", "pl", ["Jan Wilk", "D. Bazar", "K. Dudek"]),
        (
            papers.MONGOLIAN_NOTES,
            "1962-03-14",
            "mn",
            ["D. Adilbish", "Xie Fu", "Ch. Sodnom", "B. Shirendev", "S. Sosorbaram"],
        ),
        (
            papers.CHINESE_RECORD,
            "1962-03-14",
            "zh",
            ["Zhou Mu", "Bat-Ochir", "Chen Lin", "He Shi", "Dorj", "Ma Qing"],
        ),
        (papers.ALBANIAN_MINUTES, "1962-05-03", "", ["S. Koleka", "H. Toska", "M. Shehi", "R. Alija"]),
        (papers.ROMANIAN_TELEGRAM, "1968-05-03", "", ["N. Popa"]),
        (papers.SOVIET_TELEGRAM, "1962-05-03", "", ["A. A. ORLOV", "P. GUSEV"]),
        (papers.BULGARIAN_INFORMATION, "1962-05", "", ["Ts. Bold", "S. Kolev"]),
        (
            papers.AMERICAN_MEMORANDUM,
            "1962-05-03",
            "",
            ["D. Bold", "Arthur Young", "Ts. Purev", "Rose Stone"],
        ),
        (papers.CZECH_RECORD, "1962-03-14", "", ["B. Dorj", "Novák", "K. Dvořák", "Beneš"]),
        (papers.ONE_SHORT_LINE, "1962-05-03", "", ["P. A. Gusev", "K. Lunin", "D. Dorj", "Bold"]),
        (
            papers.PROTOCOL,
            "1962-05-03",
            "",
            ["P. A. Gusev", "K. Lunin", "M. Brusnikin", "Ts. Bold", "D. Purev"],
        ),
    ],
    ids="printout hu de pl mn zh sq ro ru bg us cs line protocol".split(),
)
def test_day_language_and_people_are_read(
    recognised, text: str, day: str, original: str, people: list
) -> None:
    made = recognised(text)
    metadata = made.conversion.document.metadata

    assert metadata.date.when[: len(day)] == day
    assert metadata.original_language == original
    assert made.texts(PEOPLE) == people


@pytest.mark.parametrize(
    ("text", "repository", "mark"),
    [
        (papers.SOVIET_PRINTOUT, "AVPRF", "f. 0111, op. 45, p. 254, d. 12, ll. 31-34"),
        (papers.HUNGARIAN_REPORT, "MOL", "XIX-J-1-j-Mongolia-TÜK, 1962, 7. doboz, 5/f, 001/1962"),
        (papers.POLISH_NOTE, "AMSZ", "z. 12, w. 3, t. 5"),
    ],
    ids=["ru", "hu", "pl"],
)
def test_archives_are_known_by_their_letters(recognised, text: str, repository: str, mark: str) -> None:
    metadata = recognised(text).conversion.document.metadata

    assert metadata.repository == repository
    assert [one.value for one in metadata.identifiers] == [mark]


@pytest.mark.parametrize(
    ("text", "closing"),
    [
        (
            papers.SOVIET_TELEGRAM,
            [
                "3.V.62 P. GUSEV",
                "13 cop. mt/ag",
                "4.V. 00.45",
                "1-3 - Com. Orlov",
                "4-9 - Members of the Collegium",
                "10 - Department",
                "True: signature illegible",
            ],
        ),
        (papers.POLISH_NOTE, ["K. Dudek /-/", "Recipients:", "Comrade Nowak", "Comrade Ogrodz.", "Dept. I"]),
        (papers.ROMANIAN_TELEGRAM, ["(ss) N. Popa", "Note by hand: Yes. M."]),
        (
            papers.MONGOLIAN_NOTES,
            [
                "The meeting ended at 15:40.",
                "Wrote down: Ch. Sodnom",
                "/Signed/",
                "ACQUAINTED: Signature B. Shirendev",
                "Signature S. Sosorbaram",
            ],
        ),
        (papers.ALBANIAN_MINUTES, ["The meeting adjourned at 10:30.", "The Secretary", "Signature"]),
        (
            papers.AMERICAN_MEMORANDUM,
            ["The meeting broke up at 4:45.", "Drafted by: RStone", "Approved by: AYoung"],
        ),
        (
            papers.CZECH_RECORD,
            [
                "Recorded by: K. Dvořák",
                "Seen: Comrade First Secretary illegible initials",
                "Comrade Novák",
                "14/3",
            ],
        ),
        (papers.BULGARIAN_INFORMATION, ["AMBASSADOR:", "(S. Kolev)"]),
        (papers.TELEGRAM_WITH_A_LETTER, ["No. 1127/sh", "5.V.62", "Sent to comrs. Lunin, Brusnikin."]),
    ],
    ids="ru pl ro mn sq us cs bg letter".split(),
)
def test_the_closing_is_told_from_the_text(recognised, text: str, closing: list) -> None:
    assert recognised(text).texts("//tei:closer/*") == closing


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        (papers.MONGOLIAN_NOTES, ["Ambassador Xie:", "Com. Adilbish:"] * 2),
        (
            papers.CHINESE_RECORD,
            [
                "Bat-Ochir (below, Ba):",
                "Vice Minister Zhou (below, Zhou):",
                "Ba:",
                "Zhou:",
                "Ba:",
                "Zhou:",
            ],
        ),
        (
            papers.ALBANIAN_MINUTES,
            [
                "COMRADE HYSNI TOSKA:",
                "COMRADE MEHMET SHEHI:",
                "COMRADE HYSNI TOSKA:",
                "COMRADE RAMI ALIJA:",
            ],
        ),
        (papers.ONE_SHORT_LINE, ["Gusev:", "Bold:"] * 2),
    ],
    ids="mn zh sq line".split(),
)
def test_speakers_are_recognised(recognised, text: str, speakers: list) -> None:
    assert recognised(text).texts("//tei:sp/tei:speaker") == speakers


def test_who_kept_the_record_may_speak_as_i(recognised) -> None:
    made = recognised(papers.LETTER_WITH_RECORD)

    assert made.texts("//tei:back//tei:sp/tei:speaker") == ["Bold:", "I:", "Bold:", "I:"]
    assert made.texts(PEOPLE) == ["P. Gusev", "Bold"]
    assert made.texts("//tei:correspAction[@type='received']/tei:orgName") == ["CC CPSU"]


def test_a_telegram_comes_from_a_house_at_a_place_and_not_from_a_man_of_that_name(recognised) -> None:
    sent, received = "//tei:correspAction[@type='sent']/*", "//tei:correspAction[@type='received']/*"
    romanian, soviet = recognised(papers.ROMANIAN_TELEGRAM), recognised(papers.SOVIET_TELEGRAM)

    assert [one.tag.rpartition("}")[2] for one in romanian.find(sent)][:1] == ["orgName"]
    assert romanian.texts(received)[:1] == ["Bucharest"]
    assert soviet.texts("//tei:correspAction[@type='sent']/tei:orgName") == ["ULAN BATOR"]
    assert soviet.texts("//tei:opener/tei:seg[@type='to']") == ["To A. A. ORLOV"]


def test_what_follows_the_talk_of_a_session_is_nobodys(recognised) -> None:
    made = recognised(papers.ALBANIAN_MINUTES)

    assert made.texts("//tei:sp[last()]/tei:p") == ["I propose that we sell it."]
    assert made.texts("//tei:body/tei:div/tei:p[@n]") == [
        "1. To sell the ferry.",
        "2. To charge Comrade Toska with the sale.",
    ]


def test_a_second_heading_with_its_people_stands_in_the_opening(recognised) -> None:
    made = recognised(papers.SOVIET_PRINTOUT)

    assert made.texts("//tei:opener[last()]/tei:seg")[-3:] == [
        "RECORD OF A CONVERSATION",
        "with Deputy Minister of Water Transport of the MPR",
        "Comrade Ts. BOLD",
    ]
    assert made.conversion.document.metadata.place == ""


def test_a_subject_that_is_a_talk_is_the_title_of_a_paper_without_one(recognised) -> None:
    made = recognised(papers.HUNGARIAN_REPORT)

    assert made.texts("//tei:body//tei:head") == [
        "Subject: Conversation with the Director of the Shipping Office"
    ]
    assert made.texts("//tei:opener//tei:dateline") == ["Ulaanbaatar, March 14, 1962"]


def test_two_columns_of_people_are_a_table_and_no_signatures(recognised) -> None:
    made = recognised(papers.AMERICAN_MEMORANDUM)

    assert made.texts("//tei:table/tei:row[2]/tei:cell") == ["D. Bold, Harbor Master", "Arthur Young, Consul"]
    assert made.values("//tei:setting/tei:date/@from") == ["1962-05-03T16:00:00"]


def test_a_fragment_has_no_title_of_its_own_and_its_cut_word_is_whole(recognised) -> None:
    made = recognised(papers.FRAGMENT)

    assert made.texts("//tei:body//tei:head/tei:supplied") == ["Memorandum made-up"]
    assert made.texts("//tei:body//tei:p")[0].startswith("the ferry, which had stood")
    assert made.texts("//tei:note[@n='1']") == ["1 Cf. telegram No. 112 of 1 May. Note in the original"]
    assert made.texts("//tei:note/tei:note[@subtype='comment']") == ["Note in the original"]
    assert made.texts("//tei:div[@type='notes']/tei:p") == ["P. Gusev"]


def test_marginalia_are_told_from_what_the_text_lacks(recognised) -> None:
    made = recognised(papers.MARGINALIA)

    assert len(made.find("//tei:note[@type='physical']")) == 7
    gap = made.find("//tei:gap")[0]
    assert (gap.get("unit"), gap.get("quantity")) == ("word", None)


def test_a_courtesy_is_no_part_of_the_name_that_signs(recognised) -> None:
    assert recognised(papers.CZECH_RECORD).texts("//tei:closer/tei:signed/tei:persName") == ["Novák"]
