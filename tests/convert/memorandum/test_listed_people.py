"""Lists of those present: offices before and behind the names, columns, pages that end in their midst."""

from __future__ import annotations

import pytest

from dragoman.convert.memorandum.people import participants
from dragoman.convert.memorandum.segment import segment
from dragoman.source import SourceText

ITEMS = "//tei:list[@type='participants']/tei:item"
TEXT = "\n\nThe harbor master said that the ferry would run again in May.\n"


def memorandum(listed: str, heading: str = "Present:") -> str:
    return f"Memorandum of Conversation\n\nMay 3, 1979\n\n{heading}\n{listed}{TEXT}"


@pytest.mark.parametrize(
    ("first", "second", "names"),
    [
        ("Deputy Minister of Transport Ts. Bold", "Soviet Ambassador P. Gusev", ["Ts. Bold", "P. Gusev"]),
        ("III. Sekretär H. Zahn", "Botschafter P. Lorenz", ["H. Zahn", "P. Lorenz"]),
        ("министр водного транспорта Ц. Болд", "посол СССР П. А. Орлов", ["Ц. Болд", "П. А. Орлов"]),
        ("velvyslanec P. Gusev", "ministr dopravy J. Novák", ["P. Gusev", "J. Novák"]),
        ("1. First Secretary J. Kowalik", "2. Ambassador P. Gusev", ["J. Kowalik", "P. Gusev"]),
    ],
)
def test_an_office_may_stand_before_each_name(written, first: str, second: str, names: list[str]) -> None:
    made = written(memorandum(f"{first}\n{second}"))

    assert made.texts(ITEMS) == [first, second]
    assert made.texts(f"{ITEMS}/tei:persName") == names


@pytest.mark.parametrize(
    "line",
    [
        "The Ambassador thanked P. Gusev",
        "Gusev thanked the Ambassador P. Orlov",
        "On the matter of the Minister J. Wilk",
        "Conversation with Ambassador P. Gusev",
    ],
)
def test_a_sentence_that_ends_with_a_name_is_nobody_present(written, line: str) -> None:
    made = written(memorandum(f"P. Gusev, Ambassador\n\n{line}"))

    assert made.texts(ITEMS) == ["P. Gusev, Ambassador"]


def test_names_and_offices_in_columns_are_a_list(written) -> None:
    listed = "P. A. Gusev         Ambassador\nComrade L. Dorj     interpreter\nJ. Kowalik  First Secretary"
    made = written(memorandum(listed))

    assert made.texts(f"{ITEMS}/tei:persName") == ["P. A. Gusev", "L. Dorj", "J. Kowalik"]
    assert made.texts(f"{ITEMS}/tei:roleName") == ["Ambassador", "interpreter", "First Secretary"]
    assert made.find("//tei:table") == []


def test_an_office_in_a_column_is_the_office_of_the_man() -> None:
    source = SourceText("made-up.txt", memorandum("P. A. Gusev         Ambassador\nAnna Weiss    Consul"))

    people = [(person.name, person.role) for person in participants(source, segment(source))]

    assert people == [("P. A. Gusev", "Ambassador"), ("Anna Weiss", "Consul")]


def test_an_office_may_run_on_in_the_next_line(written) -> None:
    listed = (
        "P. Gusev, Ambassador Extraordinary of the Soviet Union and head of the\n"
        "commission for ferries\nsecond secretary of the embassy J. Kowalik"
    )
    made = written(memorandum(listed))

    assert made.texts(f"{ITEMS}/tei:persName") == ["P. Gusev", "J. Kowalik"]
    assert made.texts(ITEMS) == [
        "P. Gusev, Ambassador Extraordinary of the Soviet Union and head of the commission for ferries",
        "second secretary of the embassy J. Kowalik",
    ]


def test_two_columns_of_names_are_no_names_with_offices(written) -> None:
    made = written(memorandum("Leonid Orlov      Anna Weiss\nBoris Kanin       Carl Ziemer"))

    assert made.find(ITEMS) == []


def test_chinese_names_below_one_another_are_a_list(written) -> None:
    made = written(
        "会谈记录\n\n1962年3月14日\n\n参加人：\n李河                  部长\n王石                  司长\n"
        "李河说，渡船不开，五月以前也不会开。\n王石说，冰来得晚。\n"
    )

    assert made.texts(f"{ITEMS}/tei:persName") == ["李河", "王石"]
    assert made.texts("//tei:body//tei:p") == ["李河说，渡船不开，五月以前也不会开。", "王石说，冰来得晚。"]


def test_a_dash_parts_a_name_of_two_words_from_the_office(written) -> None:
    made = written(memorandum("Kovács János – miniszter\nSzabó Pál – tolmács", "Jelen voltak:"))

    assert made.texts(ITEMS) == ["Kovács János – miniszter", "Szabó Pál – tolmács"]


@pytest.mark.parametrize("page", ["- 2 -", "[page 2]", "2"])
def test_a_page_may_end_within_a_list(written, page: str) -> None:
    made = written(
        f"- 1 -\n{memorandum(f'P. Gusev, Ambassador{chr(10)}{page}{chr(10)}J. Wilk, Consul')}- 3 -\n"
    )

    assert made.texts(ITEMS) == ["P. Gusev, Ambassador", "J. Wilk, Consul"]
    assert made.values("//tei:list/tei:pb/@n") == ["2"]


def test_the_page_below_a_list_is_not_of_it(written) -> None:
    made = written(
        f"- 1 -\n{memorandum('P. Gusev, Ambassador')}".replace("Ambassador\n", "Ambassador\n- 2 -\n")
    )

    assert made.find("//tei:list/tei:pb") == []
    assert made.values("//tei:div/tei:pb/@n") == ["1", "2"]


def test_where_the_talk_was_held_above_the_title_is_nobodys_turn(written) -> None:
    place = "Place: Ministry of Water Transport, Ulan Bator"
    made = written(f"{place}\n\n{memorandum('P. Gusev, Ambassador')}")

    assert made.texts("//tei:body//tei:head[not(parent::tei:list)]") == ["Memorandum of Conversation"]
    assert made.texts("//tei:opener/tei:dateline")[0] == place


@pytest.mark.parametrize(
    "title", ["M e m o r a n d u m  of  C o n v e r s a t i o n", "N o t i z  über  d a s  G e s p r ä c h"]
)
def test_a_spaced_heading_may_have_a_small_word_unspaced(written, title: str) -> None:
    made = written(f"May 3, 1979\n\n{title}{TEXT}")

    assert made.texts("//tei:body//tei:head") == [" ".join(title.split())]


def test_below_several_paragraphs_nothing_is_the_title(written) -> None:
    paragraph = "The harbor master said that the ferry would run again in May, not sooner.\n\n"
    made = written(f"May 3, 1979\n\n{paragraph * 3}Notes taken by J. Wilk\n")

    assert made.texts("//tei:body//tei:p") == [paragraph.strip()] * 3
    assert made.texts("//tei:closer/tei:seg") == ["Notes taken by J. Wilk"]
    assert "MEM001" in made.codes


def test_a_salutation_below_those_present_is_no_closing_where_text_follows(written) -> None:
    made = written(
        "Record of a Conversation\n\nMay 3, 1979\n\nTo Comrade P. Gusev\n\n参加：周木、陈林\n\n"
        "Comrade Gusev said: a good day to all of you:\n\nThe ferry does not run.\n"
    )

    assert made.find("//tei:closer") == []
    assert made.texts("//tei:body//tei:p") == [
        "Comrade Gusev said: a good day to all of you:",
        "The ferry does not run.",
    ]
