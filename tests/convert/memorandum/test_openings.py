"""What stands above and below the text: lists of those present, places, languages, notes without a call."""

from __future__ import annotations

import pytest

from dragoman.convert.memorandum.names import plain_names

TITLE = "Conversation between P. A. Petrov and D. Bold, June 9, 1982\n\n"
TEXT = "They spoke of the river and of nothing else.\n"


def test_those_present_from_a_side_are_read(written) -> None:
    made = written(
        TITLE + "Present from the Mongolian side: Comrades Yu. Tsend, D. Maidarjav, M. Düger (Minister).\n"
        "Present from the Soviet side: Comrades N.S. Patolin, A.I. Smirin [ambassador].\n\n" + TEXT
    )
    people = {p.name: p.side for p in made.conversion.document.metadata.participants}
    assert {name: people.get(name) for name in ("Yu. Tsend", "M. Düger", "N.S. Patolin", "A.I. Smirin")} == {
        "Yu. Tsend": "Mongolian", "M. Düger": "Mongolian", "N.S. Patolin": "Soviet", "A.I. Smirin": "Soviet",
    }  # fmt: skip
    assert made.texts("//tei:list[@type='participants']/tei:head") == [
        "Present from the Mongolian side:", "Present from the Soviet side:",
    ]  # fmt: skip


def test_an_indented_block_of_participants_without_initials_is_read(written) -> None:
    made = written(
        "MEMORANDUM OF CONVERSATION\n\nDATE: May 3, 1974\nPLACE: Old Mill, Brno\n\nPARTICIPANTS:\n"
        "     Leonid Orlin, General Secretary\n     Anna Weiss, Interpreter\n\n" + TEXT
    )
    found = [(p.name, p.role) for p in made.conversion.document.metadata.participants]
    assert found == [("Leonid Orlin", "General Secretary"), ("Anna Weiss", "Interpreter")]
    assert made.texts("//tei:settingDesc//tei:placeName") == ["Old Mill, Brno"]
    assert made.texts("//tei:list[@type='participants']//tei:persName") == ["Leonid Orlin", "Anna Weiss"]


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Leonid Orlin, Anna Weiss, Interpreter", ["Leonid Orlin", "Anna Weiss"]),
        ("- Comrade Suslin", ["Suslin"]),
        ("Foreign Ministry", []),
        ("Deputy Minister, Soviet Union", []),
    ],
)
def test_names_without_initials_end_where_an_office_begins(line: str, names: list[str]) -> None:
    assert [line[start:end] for start, end in plain_names(line)] == names


@pytest.mark.parametrize(
    "text", ["Original Language: Polish\n\n" + TITLE + TEXT, TITLE + TEXT + "\nOriginal Language: Polish\n"]
)
def test_the_original_language_is_read_above_the_text_and_below_it(written, text: str) -> None:
    made = written(text)
    assert made.values("//tei:language[@n='original']/@ident") == ["pl"]
    assert "MEM005" not in made.codes


def test_a_note_in_brackets_at_the_foot_is_a_note_though_nothing_calls_it(written) -> None:
    made = written(TITLE + TEXT + "\nThey left.\n\nIt rained.\n\n[1] The weir was opened in 1978.\n")
    assert made.texts("//tei:div[@type='notes']/tei:note") == ["1 The weir was opened in 1978."]
    assert "MEM007" in made.codes
    assert made.find("//tei:supplied") == []
