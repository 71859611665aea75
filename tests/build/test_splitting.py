"""Cutting a transcript of several telegrams: the parts are the file, byte for byte."""

from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.build.new_edition import make_edition
from dragoman.build.splitting import split_transcript
from dragoman.edition import Edition
from dragoman.errors import UnusableInput


def message(number: int, attributes: str = "") -> str:
    return (
        f"UNCLASSIFIED\n\nPAGE 01 ULAAN {number:05d} 121030Z\n\nACTION EA-12\n\nR 120915Z MAR 79\n"
        f"FM AMEMBASSY ULAAN\nTO SECSTATE WASHDC 3417\nUNCLAS ULAAN {number:05d}\nE.O. 12065: NA\n"
        f"TAGS: SENV\nSUBJECT: ICE\n\n1. THE ICE IS THICK.\nDORNBACH\n\nNNN\n{attributes}\n"
    )


ATTRIBUTES = "Message Attributes\nDraft Date: 12 mar 1979\nDocument Number: 1979ULAAN00418\n"


@pytest.fixture
def edition(tmp_path: Path) -> Edition:
    make_edition(tmp_path, "Papers")
    return Edition(tmp_path)


def put(edition: Edition, name: str, text: str, encoding: str = "utf-8") -> Path:
    path = edition.sources / name
    path.write_bytes(text.encode(encoding))
    return path


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "windows-1252"])
def test_the_parts_are_the_file_byte_for_byte(edition: Edition, encoding: str, line_end: str) -> None:
    text = (message(417) + message(418, ATTRIBUTES) + message(419)).replace("THICK", "THICK – ÜBERALL")
    path = put(edition, "roll.txt", text.replace("\n", line_end), encoding)
    octets = path.read_bytes()

    made = split_transcript(edition, path)

    assert [part.name for part in made.parts] == ["roll.txt", "1979ULAAN00418.txt", "roll-3.txt"]
    assert b"".join(part.read_bytes() for part in made.parts) == octets
    assert made.whole.read_bytes() == octets
    assert made.whole == edition.tei / "whole" / "roll.txt"


def refusal(edition: Edition, path: Path) -> str:
    before = {file: file.read_bytes() for file in edition.source_files()}
    with pytest.raises(UnusableInput) as refused:
        split_transcript(edition, path)
    assert {file: file.read_bytes() for file in edition.source_files()} == before
    assert not edition.wholes.exists()
    assert refused.value.diagnostic.hint
    return refused.value.diagnostic.code


def test_a_file_of_one_telegram_is_not_cut(edition: Edition) -> None:
    assert refusal(edition, put(edition, "one.txt", message(417))) == "SPL001"


def test_a_page_is_not_cut(edition: Edition) -> None:
    page = f"<!doctype html><html><body><pre>{message(417) + message(418)}</pre></body></html>"

    assert refusal(edition, put(edition, "page.html", page)) == "SPL002"


def test_another_transcript_is_not_overwritten(edition: Edition) -> None:
    put(edition, "roll-2.txt", "somebody's")

    assert refusal(edition, put(edition, "roll.txt", message(417) + message(418))) == "SPL003"


LEFT = (
    "Запись беседы",
    "с послом Д. Самбуу",
    "",
    "Принял посла по его просьбе. Он",
    "сообщил, что паром стоит с осени,",
    "и просил прислать мастера. Я",
    "ответил, что вопрос изучается.",
)
RIGHT = (
    "Record of Conversation",
    "with Ambassador D. Sambuu",
    "",
    "I received the ambassador at his request.",
    "He said that the ferry has stood since",
    "autumn, and asked for a mechanic. I",
    "answered that it is looked into.",
)


def test_two_languages_side_by_side_become_a_transcript_each(edition: Edition) -> None:
    text = "\n".join(f"{left:<44}{right}".rstrip() for left, right in zip(LEFT, RIGHT, strict=True))
    path = put(edition, "talk.txt", text)

    made = split_transcript(edition, path)

    assert [part.name for part in made.parts] == ["talk.txt", "talk-ru.txt"]
    assert made.parts[0].read_text(encoding="utf-8") == "\n".join(RIGHT) + "\n"
    assert made.parts[1].read_text(encoding="utf-8") == "\n".join(LEFT) + "\n"
    assert made.whole.read_text(encoding="utf-8") == text
