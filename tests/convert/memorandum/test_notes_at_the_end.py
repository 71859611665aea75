"""Notes at the end: headings of many languages, numbers in every form, signatures below, pages between."""

from __future__ import annotations

import pytest

HEAD = "Memorandum of Conversation\n\nMay 3, 1979\n\n"
NOTES = "//tei:back/tei:div[@type='notes']"


def with_calls(*marks: str) -> str:
    sentences = ("The ferry did not run{}", "The ice was late{}", "The pilots waited in D[arkhan]{}")
    return "".join(f"{sentence.format(mark)}\n\n" for sentence, mark in zip(sentences, marks, strict=False))


@pytest.mark.parametrize(
    "heading",
    [
        "Notes",
        "Footnotes:",
        "Anmerkungen",
        "Fußnoten",
        "Примечания",
        "Przypisy",
        "Jegyzetek",
        "Poznámky",
        "Notes de bas de page",
        "Note de subsol",
        "注释",
        "각주",
    ],
)
def test_the_heading_of_notes_is_known_in_the_language_of_the_paper(written, heading: str) -> None:
    made = written(f"{HEAD}{with_calls('.[1]')}{heading}\n\n1. It was built in 1931.\n")

    assert made.texts(f"{NOTES}/tei:head") == [heading]
    assert made.texts(f"{NOTES}/tei:note") == ["1. It was built in 1931."]


@pytest.mark.parametrize("form", ["[{}]", "[{}].", "({})", "{}.", "{}"])
@pytest.mark.parametrize("calls", [(".1", ".2", ".3"), (".[1]", ".[2]", ".[3]")], ids=["raised", "brackets"])
def test_notes_without_a_heading_may_be_followed_by_a_signature(
    written, form: str, calls: tuple[str, str, str]
) -> None:
    notes = [f"{form.format(number)} Cf. the minutes of the board." for number in (1, 2, 3)]
    below = "Notes taken by J. Wilk\n\n/P. Gusev/\n\n28.V.1978\n"
    made = written(f"{HEAD}{with_calls(*calls)}{chr(10).join(notes)}\n\n{below}")

    assert made.values(f"{NOTES}/tei:note/@n") == ["1", "2", "3"]
    assert made.values("//tei:body//tei:ref/@target") == ["#n1", "#n2", "#n3"]
    assert made.texts(f"{NOTES}/tei:p") == ["Notes taken by J. Wilk", "P. Gusev", "28.V.1978"]
    assert made.texts(f"{NOTES}/tei:p/tei:persName") == ["J. Wilk", "P. Gusev"]
    assert made.values(f"{NOTES}/tei:p/tei:date/@when") == ["1978-05-28"]
    assert made.find("//tei:body//tei:closer") == []


def test_who_signs_below_the_notes_took_part(written) -> None:
    made = written(f"{HEAD}{with_calls('.1')}1 It was built in 1931.\n\nNotes taken by J. Wilk\n")

    people = [(one.name, one.part) for one in made.conversion.document.metadata.participants]
    assert people == [("J. Wilk", "notetaker")]


def test_a_signature_above_the_notes_closes_the_text(written) -> None:
    made = written(f"{HEAD}{with_calls('.1')}/P. Gusev/\n\n1 It was built in 1931.\n")

    assert made.texts("//tei:body//tei:closer/tei:signed") == ["P. Gusev"]
    assert made.find(f"{NOTES}/tei:p") == []


def test_numbered_points_above_a_signature_are_no_notes_where_nothing_calls_them(written) -> None:
    points = "1. To mend the ferry before May.\n2. To wait for the ice.\n\n/P. Gusev/\n"
    made = written(f"{HEAD}{with_calls('.', '.', '.')}{points}")

    assert made.find(NOTES) == []
    assert made.values("//tei:body//tei:p/@n") == ["1", "2"]
    assert made.texts("//tei:body//tei:closer/tei:signed") == ["P. Gusev"]


def test_a_note_of_several_paragraphs_keeps_them(written) -> None:
    made = written(f"{HEAD}{with_calls('.1')}Notes\n\n1. It was built in 1931.\n\nIt sank later.\n")

    assert made.texts(f"{NOTES}/tei:note") == ["1. It was built in 1931. It sank later."]


def test_a_page_may_end_among_the_notes(written) -> None:
    notes = "[1] It was built in 1931.\n\n- 3 -\n\n[2] It sank later.\n"
    made = written(f"- 1 -\n{HEAD}{with_calls('.1', '.2')}- 2 -\n\n{notes}")

    assert made.values(f"{NOTES}/tei:note/@n") == ["1", "2"]
    assert made.values("//tei:pb/@n") == ["1", "2", "3"]


def test_a_date_is_the_number_of_no_note(written) -> None:
    made = written(
        f"{HEAD}{with_calls('.1')}Notes\n\n1 It was built in 1931.\n\n/P. Gusev/\n\n9. Juni 1982\n"
    )

    assert made.texts(f"{NOTES}/tei:note") == ["1 It was built in 1931."]
    assert made.texts(f"{NOTES}/tei:p") == ["P. Gusev", "9. Juni 1982"]


def test_a_note_that_refers_to_a_letter_is_no_dateline(written) -> None:
    made = written(f"{HEAD}{with_calls('.')}(1) Vgl. den Brief vom 3. Mai 1961.\n\n/P. Gusev/\n")

    assert made.find("//tei:closer/tei:dateline") == []
    assert made.texts("//tei:closer/tei:signed") == ["P. Gusev"]
