"""PDFs: columns are read down, words cut at the end of a line keep their line, tables keep their rows."""

from __future__ import annotations

import pytest

from dragoman.convert import carriers
from dragoman.convert.carriers.pdf_columns import Piece, columns_of
from dragoman.convert.context import Context
from dragoman.convert.memorandum import convert

from .makers import pdf_file, pdf_of

LEFT = [
    "Gromov said that the ice was thin",
    "and that the road was closed to",
    "carts from the first of the month.",
    "Then he asked about the gauge.",
    "It was broken, said the other.",
]
RIGHT = [
    "The second column begins here and",
    "goes on with other matters, such",
    "as the dredger and its crew, and",
    "the price of coal in the winter.",
    "That was all that was said then.",
]


def shown(x: int, y: int, text: str) -> str:
    return f"BT /F1 9 Tf {x} {y} Td ({text}) Tj ET\n"


def page(left: list[str], right: list[str]) -> str:
    rows = enumerate(zip(left, right, strict=True))
    return "".join(shown(72, 700 - 12 * at, a) + shown(330, 700 - 12 * at, b) for at, (a, b) in rows)


def test_columns_are_read_one_after_the_other_below_the_title_across_them():
    title = "Bulletin of the River Commission on Its Third Session at Kyakhta"
    found = carriers.read(pdf_of(shown(72, 740, title) + page(LEFT, RIGHT)), "a.pdf")
    assert found.source.text.splitlines() == [title, "", *LEFT, *RIGHT]
    assert [str(item) for item in found.ledger] == [
        "page 1: columns “2 columns” are read one after the other"
    ]


def column(x: int, top: int, lines: list[str]) -> str:
    return "".join(shown(x, top - 12 * at, line) for at, line in enumerate(lines))


WIDE = [
    "The commission of the river met for the third time this year, and all of its members were there but",
    "the one from the upper gauge, who had sent word that the ice had gone and that he was needed at the",
    "weir; he asked that the minutes be sent to him, and that nothing be decided about the price of coal.",
]


def test_columns_of_unequal_height_are_read_one_after_the_other():
    for short in (2, 3, 4):
        found = carriers.read(pdf_of(column(72, 700, LEFT * 2) + column(330, 700, RIGHT[:short])), "a.pdf")
        assert found.source.text.splitlines() == [*LEFT, *LEFT, *RIGHT[:short]]


def test_a_heading_between_two_pairs_of_columns_stands_between_them():
    heading = "What Was Decided on the Second Day of the Session About the Price of Coal"
    drawn = (
        column(72, 700, LEFT)
        + column(330, 700, RIGHT[:3])
        + shown(72, 630, heading)
        + column(72, 610, RIGHT)
        + column(330, 610, LEFT[:4])
    )
    found = carriers.read(pdf_of(drawn), "a.pdf").source.text.splitlines()
    assert [line for line in found if line] == [*LEFT, *RIGHT[:3], heading, *RIGHT, *LEFT[:4]]


def test_columns_below_text_as_wide_as_the_page_are_read_down():
    drawn = column(72, 740, WIDE * 4) + column(72, 580, LEFT) + column(330, 580, RIGHT)
    found = carriers.read(pdf_of(drawn), "a.pdf").source.text.splitlines()
    assert [line for line in found if line] == [*WIDE * 4, *LEFT, *RIGHT]


def test_a_table_amid_text_as_wide_as_the_page_keeps_its_rows():
    rows = [("Gauge at Kyakhta weir", "broken"), ("Dredger", "sunk in the spring of the year")] * 3
    drawn = column(72, 740, WIDE * 4) + page([a for a, _ in rows], [b for _, b in rows])
    found = carriers.read(pdf_of(drawn.replace(" 700 ", " 560 ")), "a.pdf").source.text
    assert "Gauge at Kyakhta weir broken" in " ".join(found.split())


def test_signatures_in_two_columns_below_a_text_are_no_columns():
    drawn = column(72, 740, WIDE * 4) + page(LEFT[:3], RIGHT[:3]).replace(" 7", " 5")
    assert carriers.read(pdf_of(drawn), "a.pdf").ledger == ()


def test_a_table_keeps_its_rows():
    found = carriers.read(
        pdf_of(page(["Four", "Five", "Six", "Nine", "Ten"], ["212", "190", "80", "3", "1"])), "a"
    )
    assert found.source.text.splitlines()[:2] == [f"Four{'212':>47}", f"Five{'190':>47}"]
    assert found.ledger == ()


def test_signatures_side_by_side_are_no_columns():
    assert carriers.read(pdf_of(page(LEFT[:3], RIGHT[:3])), "a").ledger == ()


def test_pieces_of_a_line_are_one_line_and_a_word_for_word_page_has_columns_too():
    pieces = []
    for at in range(6):
        for column in (0, 300):
            x = column
            for word in ("barges", "went", "down", "the", "river"):
                pieces.append(Piece(x, 600 - 12 * at, x + 30, 610 - 12 * at, word))
                x += 34
    found = columns_of(pieces)
    assert found is not None
    assert (found.count, [line.text for line in found.lines]) == (2, ["barges went down the river"] * 12)


def test_a_word_cut_at_the_end_of_a_line_is_whole_in_the_document():
    lines = [
        "Record of a Talk at Kyakhta",
        "",
        "They spoke of the com-",
        "mittee of the river and of the ice.",
    ]
    source = carriers.read(pdf_file(lines), "a.pdf").source
    assert "com-\nmittee" in source.text
    assert any("weak" in str(node) for node in convert(source, Context("a")).document.body)


def test_a_wider_gap_between_lines_is_a_blank_line_and_a_line_set_in_has_blanks():
    lines = [
        (700, 72, "The ice was thin."),
        (688, 96, "Then he left"),
        (676, 72, "the house."),
        (652, 72, "So much."),
    ]
    found = carriers.read(pdf_of("".join(shown(x, y, text) for y, x, text in lines)), "a.pdf")
    assert found.source.text == "The ice was thin.\n    Then he left\nthe house.\n\nSo much.\n"


def test_a_page_with_more_lines_than_a_page_can_have_is_read_line_by_line() -> None:
    # Each line's words would be looked for among all the letters of the page: minutes for a long one.
    text = carriers.read(pdf_file([f"line {number} of the gauge book" for number in range(6_000)]), "a.pdf")
    assert text.source.text.split("\n")[5_999] == "line 5999 of the gauge book"


def test_paragraphs_are_parted_on_a_page_that_has_more_gaps_between_them_than_lines_within_them():
    said = ["Orlov: Is it thin?", "Gromov: It is.", "Orlov: How thin?", "Gromov: As a plank.", "They rose."]
    rows = [*WIDE, *said]
    tops = [700, 686, 672, *(650 - 22 * at for at in range(len(said)))]
    found = carriers.read(
        pdf_of("".join(shown(72, top, row) for top, row in zip(tops, rows, strict=True))), "a.pdf"
    )

    assert found.source.text.splitlines() == [*WIDE, *(line for row in said for line in ("", row))]


@pytest.mark.parametrize("shown_as", ["({}) Tj", "[({}) -10 (end)] TJ", "<{}> Tj"])
def test_a_string_longer_than_is_read_is_said_to_be_cut(shown_as: str):
    words = "".join(f"word{number} " for number in range(4_000))
    string = words.encode().hex() if shown_as[0] == "<" else words
    found = carriers.read(pdf_of(f"BT /F1 1 Tf 7 720 Td {shown_as.format(string)} ET"), "a.pdf")
    assert not found.source.text.rstrip("\n").endswith("word3999")
    (odd,) = [one for one in found.diagnostics if one.code == "CAR006"]
    end = words[32_767 - 7 : 32_767].strip()
    assert odd.message.startswith("page 1 has a string so long that what follows “")
    assert end in odd.message or shown_as[0] == "["


def test_a_long_page_of_many_lines_is_not_said_to_be_cut():
    found = carriers.read(pdf_file(["word " * 40] * 200), "a.pdf")
    assert "CAR006" not in [one.code for one in found.diagnostics]


GERMAN = [
    "Ich habe den Botschafter auf seine Bitte",
    "empfangen. Er sagte, dass die Faehre",
    "seit dem Herbst steht, und bat uns um",
    "einen Mechaniker. Ich antwortete, dass",
    "die Sache noch geprueft wird.",
]
ENGLISH = [
    "I received the ambassador at his request.",
    "He said that the ferry has stood since",
    "the autumn, and asked us for a mechanic.",
    "I answered that the matter was being",
    "looked into.",
]


def test_a_text_and_its_translation_stay_beside_each_other_on_all_pages():
    title = "Record of a Conversation at Kyakhta, in Two Languages"
    first = shown(72, 740, title) + page(GERMAN, ENGLISH)
    second = column(72, 700, GERMAN[1:]) + column(330, 700, ENGLISH[1:4])
    found = carriers.read(pdf_of(first, second), "a.pdf")
    width = max(map(len, GERMAN)) + 4
    rows = [f"{left:{width}}{right}" for left, right in zip(GERMAN, ENGLISH, strict=True)]
    assert found.source.text.split("\n")[:8] == [title, "", *rows, "\f" + rows[1]]
    assert [item.reason for item in found.ledger] == [
        "are a text and its translation, and stay beside each other"
    ] * 2


def test_the_longest_lines_of_a_column_do_not_part_it():
    # A line as long as this goes nearly to the right column.
    left = [*LEFT, "and that was all he knew of the matter, or so he said", *LEFT]
    found = carriers.read(pdf_of(column(72, 700, left) + column(380, 700, RIGHT * 2)), "a.pdf")
    assert [line for line in found.source.text.splitlines() if line] == [*left, *RIGHT, *RIGHT]


def test_columns_of_figures_stand_below_each_other_as_on_the_page():
    rows = [("POST", "WAGONS", "CHANGE"), ("KYAKHTA", "1200", "PLUS 4"), ("NAUSHKI WEST", "980", "")]
    drawn = "".join(
        shown(x, 700 - 12 * at, words)
        for at, row in enumerate(rows)
        for x, words in zip((72, 72 + 17 * 5.4, 72 + 28 * 5.4), row, strict=True)
        if words
    )
    prose = column(72, 740, ["THE WAGONS OF THE SPRING, BY POST, WERE THESE:"])
    found = carriers.read(pdf_of(prose + drawn), "a.pdf").source.text.splitlines()
    assert found[-3:] == [
        "POST             WAGONS     CHANGE",
        "KYAKHTA          1200       PLUS 4",
        "NAUSHKI WEST     980",
    ]


def test_a_line_that_is_stretched_has_single_blanks():
    words = "BT /F1 9 Tf 8 Tw 72 700 Td (the ice on the river) Tj ET"
    assert carriers.read(pdf_of(words), "a.pdf").source.text == "the ice on the river\n"


def test_what_was_put_upon_a_page_is_in_the_ledger_with_its_words():
    at = "/Type /Annot /Rect [0 0 9 9] /Subtype"
    annotations = (
        f"<< {at} /Link /A << /S /URI /URI (https://x.test/ice?a=1) >> /Contents (On ice) >>"
        f"<< {at} /Link /Dest [5 0 R /Fit] >>"
        f"<< {at} /Text /T (B. Dorj) /Contents (Very \\344 cold) >>"
        f"<< {at} /Popup >> << {at} /Highlight >> << {at} /FreeText /Contents <FEFF0411> >>"
        f"<< {at} /Widget /FT /Tx /T (Name) /V (Orlov) >> (junk)"
    )
    found = carriers.read(pdf_of(shown(72, 700, LEFT[0]), annotations=annotations), "a.pdf")
    assert found.source.text.strip() == LEFT[0]
    assert [(item.kind, item.text, item.place) for item in found.ledger] == [
        ("link", "https://x.test/ice?a=1", "page 1"),
        ("hint", "On ice", "page 1"),
        ("link", "another place of the file", "page 1"),
        ("annotation", "note: B. Dorj: Very ä cold", "page 1"),
        ("annotation", "highlighting", "page 1"),
        ("annotation", "words typed on the page: Б", "page 1"),
        ("field of a form", "Name: Orlov", "page 1"),
    ]
