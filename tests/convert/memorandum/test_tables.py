"""Tables within a memorandum: rows with tabs (as Word files and pages give them), columns set with blanks."""

from __future__ import annotations

import pytest

HEAD = "Record of a Conversation between A. N. Gromov and D. Sarnai\n\nMay 3, 1979\n\n"
END = "\n\nThe conversation lasted two hours.\n\nRecorded by B. Bold\n"


def cells(made) -> list[list[str]]:
    return [
        [" ".join("".join(cell.itertext()).split()) for cell in row]
        for row in made.find("//tei:table/tei:row")
    ]


def test_rows_with_tabs_are_a_table_and_empty_cells_keep_their_place(written):
    table = "Gauge\tLevel\tRemark\nFour\t212\t\n\t190\tice [?]\nFive\t\t"
    made = written(f"{HEAD}The gauges showed what follows.\n\n{table}\n\nHe went on.{END}")
    assert cells(made) == [
        ["Gauge", "Level", "Remark"],
        ["Four", "212", ""],
        ["", "190", "ice ?"],
        ["Five", "", ""],
    ]
    assert made.texts("//tei:table//tei:note[@subtype='uncertain']") == ["?"]
    assert made.texts("//tei:div/tei:p") == ["The gauges showed what follows.", "He went on."]


def test_columns_set_with_blanks_are_a_table_where_three_rows_have_as_many_cells(written):
    rows = "Kyakhta     May 4     2 barges\nTroitsk     May 6     3 barges\n"
    last = "Selenginsk     May 9     none"
    assert len(cells(written(f"{HEAD}These go.\n\n{rows}{last}{END}"))) == 3
    assert cells(written(f"{HEAD}These go.\n\n{rows}Text.{END}")) == []


@pytest.mark.parametrize(
    "lines",
    [
        "1.\tThe weir is to be mended.\n2.\tThe road is to be closed.",
        "•\tThe weir.\n•\tThe road.",
        "GROMOV:\tHow thin is it?\nSARNAI:\tVery thin.",
        "\tThe ice was thin.\n\tThe road was closed.",
        "The ice\twas thin.\n\nThe road\twas closed.",
    ],
)
def test_a_tab_after_a_number_or_a_name_makes_no_table(written, lines: str):
    assert cells(written(f"{HEAD}The gauges showed what follows.\n\n{lines}\n\nHe went on.{END}")) == []


def test_signatures_side_by_side_are_no_table(written):
    made = written(
        f"{HEAD}They spoke of the river.\n\nFor the Polish side            For the Mongolian side\n"
        "(–) J. Kowal                   [signature illegible]\nCounsellor                     D. Sarnai\n"
    )
    assert cells(made) == []
    assert made.texts("//tei:closer/tei:signed/tei:persName") == ["J. Kowal", "D. Sarnai"]


def test_a_table_ends_with_its_page(written):
    made = written(
        "Record of a Conversation\n\nHe read:\n\nOats\t12\nRye\t14\n\fWheat\t17\nBarley\t19\n\nHe left.\n"
    )
    assert cells(made) == [["Oats", "12"], ["Rye", "14"], ["Wheat", "17"], ["Barley", "19"]]
    assert len(made.find("//tei:table[1]/following-sibling::tei:*[1][self::tei:pb]")) == 1
    assert len(made.find("//tei:table")) == 2


def test_those_present_in_a_table_are_participants_with_their_side_and_office(written):
    made = written(
        "Memorandum of Conversation\n\nMay 3, 1979\n\nParticipants:\n\nSoviet side\tMongolian side\n"
        "A. N. Gromov, Harbor Master\tD. Sarnai, Chairman of the River Commission\n"
        "P. P. Orlov, interpreter\tT. Bold\n\nGromov: The ferry is late.\n\nSarnai: It is.\n"
    )
    people = made.conversion.document.metadata.participants
    assert [(one.name, one.side, one.role) for one in people] == [
        ("A. N. Gromov", "Soviet", "Harbor Master"),
        ("D. Sarnai", "Mongolian", "Chairman of the River Commission"),
        ("P. P. Orlov", "Soviet", "interpreter"),
        ("T. Bold", "Mongolian", ""),
    ]
