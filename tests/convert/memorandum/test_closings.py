"""The end of a paper: last dates, copies, who wrote it down and who signed, in many languages."""

from __future__ import annotations

import pytest

HEAD = "Memorandum of Conversation\n\nMay 3, 1979\n\n"
TEXT = "The harbor master said that the ferry would run again in May.\n\n"


@pytest.mark.parametrize(
    ("line", "when"), [("28.V.1978", "1978-05-28"), ("Ulan Bator, 14 March 1962", "1962-03-14")]
)
def test_a_date_below_the_last_sentence_closes_the_paper(written, line: str, when: str) -> None:
    made = written(f"{HEAD}{TEXT}{line}\n")

    assert made.texts("//tei:closer/tei:dateline") == [line]
    assert made.values("//tei:closer//tei:date/@when") == [when]


def test_a_date_that_a_sentence_ends_with_closes_nothing(written) -> None:
    made = written(f"{HEAD}{TEXT}The ferry, he went on, would be mended by\n\n14 March 1962\n")

    assert made.find("//tei:closer") == []


def test_a_date_closes_the_paper_also_where_a_page_ends_below_it(written) -> None:
    made = written(f"- 1 -\n{HEAD}{TEXT}14 March 1962\n- 2 -\nCopies: 3\n")

    assert made.texts("//tei:closer/tei:dateline") == ["14 March 1962"]
    assert made.texts("//tei:closer/tei:seg") == ["Copies: 3"]


@pytest.mark.parametrize(
    "line",
    [
        "Odbito 3 egz.",
        "Készült 3 példányban",
        "Výtisk č. 2",
        "Exemplar nr. 2",
        "Copie : archives",
        "印发：各部",
        "Verteiler: Gen. Zahn",
    ],
)
def test_copies_below_a_signature_do_not_hide_it(written, line: str) -> None:
    made = written(f"{HEAD}{TEXT}J. Wilk\n\n{line}\n")

    assert made.texts("//tei:closer/tei:signed") == ["J. Wilk"]
    assert made.texts("//tei:closer/tei:seg[@type='reference']") == [line]


@pytest.mark.parametrize("line", ["Für das Protokoll: H. Zahn", "Notes prises par J. Lenoir", "记录：陈林"])
def test_who_wrote_it_down_is_told_in_the_language_of_the_paper(written, line: str) -> None:
    made = written(f"{HEAD}{TEXT}{line}\n")

    assert made.texts("//tei:closer/tei:seg[@type='notes-taken']") == [line]


@pytest.mark.parametrize(
    ("line", "name"), [("Kovács János s. k.", "Kovács János"), ("李河（签字）", "李河"), ("李河", "李河")]
)
def test_a_name_without_initials_signs_below_the_text(written, line: str, name: str) -> None:
    made = written(f"会谈记录\n\n1962年3月14日\n\n渡船不开，五月以前也不会开。\n\n{line}\n")

    assert made.texts("//tei:closer/tei:signed/tei:persName") == [name]


def test_a_date_at_the_end_does_not_go_before_that_of_the_opening(written) -> None:
    made = written(f"14 March 1962\n\nMemorandum of Conversation\n\n{TEXT}28.V.1978\n")

    assert made.conversion.document.metadata.date.when == "1962-03-14"


def test_a_date_at_the_end_is_the_papers_where_no_other_is(written) -> None:
    made = written(f"Memorandum of Conversation\n\n{TEXT}28.V.1978\n")

    assert made.conversion.document.metadata.date.when == "1978-05-28"


@pytest.mark.parametrize(
    ("below", "names"),
    [("최강 대사\n", ["최강"]), ("최강\n\n사본: 3부\n", ["최강"]), ("최강\n\n부록: 지도 1매\n", ["최강"])],
)
def test_a_korean_letter_is_signed_below_its_valediction(written, below: str, names: list[str]) -> None:
    made = written(f"친애하는 리하 동지,\n\n회답을 곧 바랍니다.\n\n동지적 인사를 보내며\n\n{below}")

    assert made.texts("//tei:closer/tei:salute") == ["동지적 인사를 보내며"]
    assert made.texts("//tei:closer/tei:signed/tei:persName") == names


@pytest.mark.parametrize("name", ["Roshchin", "王石", "최강"])
def test_a_name_between_the_text_and_a_postscript_signs(written, name: str) -> None:
    made = written(f"{HEAD}{TEXT}{name}\n\nP.S. The rope has come.\n")

    assert made.texts("//tei:closer/tei:signed") == [name]
    assert made.texts("//tei:postscript") == ["P.S. The rope has come."]


def test_a_mongolian_line_of_copies_does_not_hide_the_signature(written) -> None:
    made = written(f"{HEAD}{TEXT}Ц. Болд\n\nХувь: 3\n")

    assert made.texts("//tei:closer/tei:signed") == ["Ц. Болд"]
