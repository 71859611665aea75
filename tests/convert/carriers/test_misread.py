"""Texts that were read in a wrong encoding before they were saved."""

from __future__ import annotations

import pytest

from dragoman.convert import carriers


def found(text: str) -> list[tuple[str, str]]:
    return [
        (str(one.place), one.message)
        for one in carriers.read(text.encode(), "a.txt").diagnostics
        if one.code == "CAR008"
    ]


def test_utf8_read_as_windows_1252_is_reported_with_what_was_probably_meant() -> None:
    text = "We don’t know – “nobody” knows.\n".encode().decode("cp1252", "replace").replace("\ufffd", "\x9d")
    assert found("Top\n" + text) == [
        ("a.txt:2:7", "“donâ€™t” is probably “don’t”, UTF-8 read as windows-1252; 4 such places")
    ]


def test_utf8_read_as_windows_1251_is_reported() -> None:
    text = "Паром опаздывает каждую весну.".encode().decode("cp1251", "replace")
    [(place, message)] = found(text)
    assert place == "a.txt:1:1"
    assert message.startswith("“" + text.split()[0] + "” is probably “Паром”, UTF-8 read as windows-1251")


@pytest.mark.parametrize(
    "text",
    [
        "Räte über “Eis” – naïve café",
        "Паром опаздывает. СССР и РСФСР.",
        "Â la carte, à Ã",
        "Ñuñoa, Ñandú",
        "Ice.",
    ],
)
def test_letters_that_belong_to_their_words_are_not_reported(text: str) -> None:
    assert found(text) == []
