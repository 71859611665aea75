"""Encodings that are told by their letters: UTF-16 without a mark, and Hungarian in Windows-1250."""

from __future__ import annotations

import pytest

from dragoman.convert.carriers import read
from dragoman.errors import UnusableInput

KOREAN = "담화록\n\n시간: 1962년 3월 14일\n\n김철: 배가 언제 옵니까?\n박영수: 사월에 옵니다.\n"
CHINESE = "谈话记录\n\n1962年3月14日\n\n李河：船呢？\n巴特尔：没有。\n"
RUSSIAN = "Запись беседы\n\n3 мая 1958 г.\n\nБолд сообщил, что паром стоит.\n"
HUNGARIAN = "Feljegyzés a beszélgetésről\n\nAzt mondta, hogy a komp nem jár, és kért egy szerelőt.\n"


@pytest.mark.parametrize("text", [KOREAN, CHINESE, RUSSIAN], ids=["ko", "zh", "ru"])
@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_without_a_mark_is_read_in_every_script(text: str, encoding: str) -> None:
    found = read(text.encode(encoding), "paper.txt")

    assert found.source.text == text
    assert [one.message for one in found.diagnostics] == [f"the text is read as {encoding}"]


def test_hungarian_is_not_read_as_western() -> None:
    assert read(HUNGARIAN.encode("cp1250"), "paper.txt").source.text == HUNGARIAN


@pytest.mark.parametrize("octets", [b"\x00\x01\x02\x03 binary\xff\xfe", bytes(range(256)) * 4])
def test_what_is_binary_is_still_refused(octets: bytes) -> None:
    with pytest.raises(UnusableInput):
        read(octets, "paper.txt")
