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


_PIECES = st.sampled_from((*RUSSIAN, *ENGLISH, *CHINESE, "\t", "   ", "x", "\u3000", "—  12", "\f"))


@given(st.lists(st.tuples(_PIECES, st.integers(0, 60), _PIECES), max_size=20))
def test_whatever_the_rows_no_word_is_lost_or_cut(rows: list[tuple[str, int, str]]) -> None:
    text = _set(RUSSIAN, ENGLISH, 48) + "\n".join(f"{one}{' ' * gap}{other}" for one, gap, other in rows)
    found = _sides(text)

    if found is not None:
        for line, left, right in zip(text.split("\n"), found.left, found.right, strict=True):
            assert line.split() == [*left.split(), *right.split()]
