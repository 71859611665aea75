"""A text and its translation side by side: told from tables and lists, and parted without a word lost."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.convert.detect import converter_for
from dragoman.convert.side_by_side import side_by_side
from dragoman.errors import UnusableInput
from dragoman.source import SourceText

RUSSIAN = (
    "        Запись беседы",
    "",
    "Москва, 14 марта 1958 г.",
    "",
    "Принял посла по его просьбе. Самбуу",
    "сообщил, что паром на Орхоне стоит с",
    "осени, и просил прислать мастера.",
    "",
    "Я ответил, что вопрос изучается, и",
    "просил мерить воду каждый день.",
)
ENGLISH = (
    "        Record of Conversation",
    "",
    "Moscow, 14 March 1958",
    "",
    "I received the ambassador at his request.",
    "Sambuu said that the ferry on the Orkhon",
    "has not moved since autumn.",
    "",
    "I answered that the matter was being",
    "looked into, and asked for the gauge.",
)
CHINESE = (
    "谈话记录",
    "",
    "1962年3月14日",
    "",
    "巴特尔：渡口的船去年秋天就停了，我",
    "们希望你们派人来修，越快越好。",
    "李河：我们知道这件事。",
    "",
    "巴特尔：什么时候可以来？",
    "李河：四月中旬。",
)


def _set(left: tuple[str, ...], right: tuple[str, ...], width: int) -> str:
    rows = (
        f"{one}{' ' * (width - len(one))}{other}".rstrip() for one, other in zip(left, right, strict=True)
    )
    return "\n".join(rows) + "\n"


def _sides(text: str):
    return side_by_side(SourceText("both.txt", text))


def test_two_languages_are_parted_line_by_line() -> None:
    found = _sides(_set(RUSSIAN, ENGLISH, 48))

    assert found is not None
    assert (found.left[:-1], found.right[:-1]) == (RUSSIAN, ENGLISH)
    assert (found.languages, found.first, found.last, found.gutter) == (("ru", "en"), 1, 10, 49)


def test_signs_of_chinese_take_two_columns() -> None:
    widths = [sum(2 if ord(sign) > 0x2E80 else 1 for sign in line) for line in CHINESE]
    lines = zip(CHINESE, widths, ENGLISH, strict=True)
    rows = [f"{left}{' ' * (44 - width)}{right}".rstrip() for left, width, right in lines]
    found = _sides("\n".join(rows))

    assert found is not None
    assert (found.left, found.right) == (CHINESE, ENGLISH)
    assert found.languages == ("zh", "en")


def test_a_line_across_both_is_kept_whole_on_the_left() -> None:
    title = "Архив внешней политики, фонд 3, опись 12, папка 7 / Archive of Foreign Policy"
    found = _sides(title + "\n" + _set(RUSSIAN, ENGLISH, 48))

    assert found is not None
    assert found.across == (1,)
    assert (found.left[0], found.right[0]) == (title, "")


@pytest.mark.parametrize(
    "text",
    [
        _set(ENGLISH, ENGLISH, 48).replace("ferry", "ferry [паром]"),
        _set(RUSSIAN, RUSSIAN, 48),
        "\n".join(f"{day} марта 1958          Письмо о пароме            л. {day}" for day in range(1, 20)),
        "\n".join(
            f"{day} March 1958          Letter on the ferry – паром      p. {day}" for day in range(1, 20)
        ),
        "\n".join(RUSSIAN) + "\n" + "\n".join(ENGLISH),
        _set(RUSSIAN[:5], ENGLISH[:5], 48),
    ],
    ids=["english twice", "russian twice", "russian list", "english list", "one below the other", "short"],
)
def test_tables_lists_and_texts_one_below_the_other_are_no_columns_of_two_languages(text: str) -> None:
    assert _sides(text) is None


def test_such_a_text_is_refused_with_its_lines_and_with_what_to_do() -> None:
    with pytest.raises(UnusableInput) as refused:
        converter_for(SourceText("both.txt", _set(RUSSIAN, ENGLISH, 48)))

    found = refused.value.diagnostic
    assert (found.code, found.place.line, found.place.column) == ("DET003", 1, 49)
    assert "lines 1 to 10 stand in two columns, Russian on the left and English on the right" in found.message
    assert "`dragoman split both.txt`" in found.hint


GERMAN = (
    "Vermerk ueber das Gespraech",
    "",
    "Ich habe den Botschafter auf seine",
    "Bitte empfangen. Er sagte, dass die",
    "Faehre seit dem Herbst steht, und bat",
    "um einen Mechaniker. Dann sprach er",
    "von der Kohle.",
    "Ich antwortete, dass die Sache noch",
    "geprueft wird, und bat ihn, jeden Tag",
    "das Wasser zu messen.",
)
ROMANISED = (
    "Zapis' besedy s poslom",
    "",
    "Ya prinyal posla po ego pros'be. On",
    "soobshchil, chto parom stoit na reke s",
    "oseni, i prosil prislat' mastera. My",
    "dogovorilis' vstretit'sya v mae, i on",
    "skazal, chto napishet.",
    "Ya otvetil, chto vopros izuchaetsya, i",
    "prosil merit' vodu kazhdyi den' do togo,",
    "kak my poluchim otvet iz ministerstva.",
)


@pytest.mark.parametrize(("column", "language"), [(GERMAN, "de"), (ROMANISED, "ru-Latn")])
def test_two_languages_in_plain_letters_are_told_by_their_small_words(
    column: tuple[str, ...], language: str
) -> None:
    found = _sides(_set(column, ENGLISH, 48))
    assert found is not None
    assert (found.left[:-1], found.right[:-1]) == (column, ENGLISH)
    assert found.languages == (language, "en")
    turned = _sides(_set(ENGLISH, column, 48))
    assert turned is not None
    assert turned.languages == ("en", language)


NAMES = ("B. Sambuu", "K. Orlov", "D. Dorj", "P. Ivanov", "M. Lorenz", "S. Kowal", "T. Sarnai") * 5
FUNCTIONS = (
    "Minister of Transport", "Deputy Minister of the Rivers", "Interpreter of the Embassy",
    "Director of the Third Department", "Counsellor at the Embassy", "Driver", "Clerk to the minister",
) * 5  # fmt: skip


def test_names_and_what_they_are_are_no_two_languages() -> None:
    assert _sides(_set(NAMES, FUNCTIONS, 30)) is None
    assert _sides("\n".join(map("\t".join, zip(NAMES, FUNCTIONS, strict=True)))) is None


def _paragraphs(lines: tuple[str, ...]) -> list[str]:
    return [" ".join(block.split()) for block in "\n".join(lines).split("\n\n")]


def test_a_table_of_paragraphs_and_their_translations_is_two_texts() -> None:
    title, _, *english = _paragraphs(ENGLISH)
    rows = ["\t".join(pair) for pair in zip(_paragraphs(GERMAN), (title, " ".join(english)), strict=True)]
    single = ["\tSigned by the minister", "Er hat es nicht unterschrieben.\t"]
    text = "\n\n".join(["Akte 7", *rows, *single]) + "\n"
    found = _sides(text)
    assert found is not None
    assert (found.languages, found.gutter, found.across) == (("de", "en"), 0, (1,))
    assert (found.left[2], found.right[2]) == tuple(rows[0].split("\t"))
    assert (found.left[6], found.right[6]) == ("", "Signed by the minister")
    with pytest.raises(UnusableInput, match="German on the left and English on the right, behind a tab"):
        converter_for(SourceText("both.txt", text))


@pytest.mark.parametrize(
    "text",
    [
        "паром\tthe ferry\nрека\tthe river\nмастер\tthe mechanic\nвода\tthe water\n",
        "1.5.58\tПосол сообщил, что паром стоит с осени.\n2.5.58\tМастер приехал и уехал.\n",
        ("\t".join(_paragraphs(GERMAN) * 2) + "\n") * 3,
    ],
    ids=["glossary", "chronology", "more columns"],
)
def test_other_tables_are_no_two_texts(text: str) -> None:
    assert _sides(text) is None


def test_a_page_that_begins_begins_in_both_columns() -> None:
    text = _set(RUSSIAN, ENGLISH, 48)
    found = _sides(f"{text}\f{text}")
    assert found is not None
    assert (found.left[10], found.right[10]) == ("\f" + RUSSIAN[0], "\f" + ENGLISH[0])


_PIECES = st.sampled_from((*RUSSIAN, *ENGLISH, *CHINESE, "\t", "   ", "x", "\u3000", "—  12", "\f"))


@given(st.lists(st.tuples(_PIECES, st.integers(0, 60), _PIECES), max_size=20))
def test_whatever_the_rows_no_word_is_lost_or_cut(rows: list[tuple[str, int, str]]) -> None:
    text = _set(RUSSIAN, ENGLISH, 48) + "\n".join(f"{one}{' ' * gap}{other}" for one, gap, other in rows)
    found = _sides(text)

    if found is not None:
        for line, left, right in zip(text.split("\n"), found.left, found.right, strict=True):
            assert line.split() == [*left.split(), *right.split()]
