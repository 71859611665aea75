"""Pages that form feeds part: heads and feet that repeat, numbers at either end, words over an end."""

from __future__ import annotations

import pytest

HEAD = "Record of a Conversation between A. N. Gromov and D. Sarnai\n\nMay 3, 1979\n\n"


def paged(*pages: str) -> str:
    return HEAD + "\n\f".join(pages) + "\n"


def test_the_head_of_each_page_is_furniture_and_the_sentence_goes_on(written):
    made = written(
        paged(
            "Gromov said that the ice was",
            "River Archive\nthin and the road",
            "RIVER ARCHIVE\nclosed to all carts. Then",
            "River Archive\nhe left the house.",
        )
    )
    assert made.texts("//tei:fw[@type='running-head']") == ["River Archive", "RIVER ARCHIVE", "River Archive"]
    assert len(made.find("//tei:body//tei:p")) == 1
    assert len(made.find("//tei:p/tei:pb")) == 3


def test_the_number_at_the_foot_of_a_page_is_that_of_the_page_it_ends(written):
    made = written(
        paged("Gromov said that the ice was\n\n1", "thin and the road\n\n2", "closed. Then he left.\n\n3")
    )
    assert made.values("//tei:pb/@n") == ["2", "3"]
    assert made.texts("//tei:fw[@type='page-number']") == ["1", "2", "3"]
    assert 'was <fw type="page-number">1</fw> <pb n="2"/>thin' in made.xml("//tei:body//tei:p[@xml:id='p1']")


def test_a_head_that_counts_the_pages_gives_their_numbers(written):
    made = written(
        paged("Gromov said that the ice was", "Box 7, leaf 12\nthin and the road", "Box 7, leaf 13\nclosed.")
    )
    assert made.values("//tei:pb/@n") == ["12", "13"]


def test_the_title_that_the_pages_repeat_is_the_title(written):
    title = "Record of a Conversation between A. N. Gromov and D. Sarnai"
    made = written(paged("The ice was", f"{title}\nthin and the road", f"{title}\nclosed."))
    assert made.texts("//tei:div/tei:head") == [title]
    assert made.texts("//tei:fw[@type='running-head']") == [title, title]


def test_lines_at_the_end_of_a_page_that_are_not_alike_are_text(written):
    made = written(paged("The ice was\nthin.", "Then the road\nwas closed.", "At last he\nleft the house."))
    assert made.find("//tei:fw") == []


def test_a_word_over_the_foot_and_the_head_of_a_page_is_whole_without_them(written):
    made = written(
        paged(
            "He spoke of the com-\n1", "River Archive\nmittee and of the\n2", "River Archive\nice. He left."
        )
    )
    assert (
        'com<pc force="weak">-</pc><lb break="no"/><fw type="page-number">1</fw><pb n="2" break="no"/>'
        '<lb break="no"/><fw type="running-head">River Archive</fw><lb break="no"/>mittee'
    ) in made.xml("//tei:body//tei:p[@xml:id='p1']")


def test_a_head_amid_the_notes_is_no_part_of_a_note(written):
    made = written(
        paged("The mill [1] and the weir [2] were old.", "River Archive\nHe left.", "River Archive\nNotes:")
        + "[1] The mill burned\n\fRiver Archive\ndown in 1931.\n\n[2] The weir stands.\n"
    )
    assert made.texts("//tei:back//tei:note") == [
        "[1] The mill burned River Archive down in 1931.".replace("[1]", "1"),
        "2 The weir stands.",
    ]
    assert made.texts("//tei:note//tei:fw[@type='running-head']") == ["River Archive"]


@pytest.mark.parametrize("line", ["[page 3]", "[3]", "Page 3", "- 3 -"])
def test_a_page_number_amid_a_sentence_makes_one_page_break(written, line: str):
    made = written(
        HEAD + f"Gromov said that the ice was\n\n[page 2]\n\nthin and\n\n{line}\n\nthe road closed.\n"
    )
    assert made.values("//tei:pb/@n") == ["2", "3"]
    assert made.find("//tei:supplied[@reason='omitted']") == []
    assert made.codes == {"MEM005"}


def test_a_sentence_that_stops_at_a_small_word_goes_on_with_a_capital_on_the_next_page(written):
    made = written(paged("The ice was thin in the month of\n\n1", "May. He left."))
    assert made.texts("//tei:body//tei:p") == ["The ice was thin in the month of 1 May. He left."]


@pytest.mark.parametrize(
    "line",
    [
        "GROMOV: Yes.",
        "Gromov – Yes, certainly",
        "GROMOV:",
        "No objections.",
        "“No objections.”",
        "(He agreed.)",
    ],
)
@pytest.mark.parametrize("is_foot", [False, True])
def test_what_is_said_again_at_the_end_of_a_page_is_text(written, line: str, is_foot: bool):
    told = (
        "SARNAI: The ice was thin.\n\nGromov – It was, and the road closed.\n\nGROMOV: Who saw it?",
        "SARNAI: Nobody saw it.\n\nGROMOV: Then we know nothing.",
        "SARNAI: We left at noon.\n\nGROMOV: By which road?",
    )
    made = written(paged(*(f"{page}\n\n{line}" if is_foot else f"{line}\n\n{page}" for page in told)))
    assert made.find("//tei:fw") == []
    assert len(made.find("//tei:pb")) == 2


@pytest.mark.parametrize("foot", ["All rights reserved.", "River Archive: Box 7", "TOP SECRET."])
def test_a_foot_that_every_page_has_is_furniture_also_where_it_looks_like_a_sentence_or_a_name(
    written, foot: str
):
    told = ("The ice was", "thin and the road", "closed to all carts. Then", "he left the house.")
    made = written(paged(*(f"{page}\n\n{foot}" for page in told)))
    assert made.texts("//tei:fw[@type='footer']") == [foot] * 4
    assert len(made.find("//tei:body//tei:p")) == 1


def test_a_page_number_in_brackets_within_a_word_breaks_the_page_and_not_the_word(written):
    made = written(HEAD + "Gromov said that the fer[page 2]ry was late. Then he left [page 3] the house.\n")
    assert made.values("//tei:pb/@n") == ["2", "3"]
    assert made.values("//tei:pb/@break") == ["no"]
    assert "fer<pb" in made.xml("//tei:body//tei:p[@xml:id='p1']")
