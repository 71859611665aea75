"""Cutting a transcript of several telegrams: the parts are the file, byte for byte."""

from __future__ import annotations

import io
from pathlib import Path

import docx
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


def test_a_page_of_telegrams_becomes_plain_texts_with_its_ledger_beside_the_whole(edition: Edition) -> None:
    text = message(417) + message(418, ATTRIBUTES)
    page = f"<!doctype html><html><body><pre>{text}</pre><a href='/next'>Next</a></body></html>"
    path = put(edition, "roll.html", page)

    made = split_transcript(edition, path)

    assert [part.name for part in made.parts] == ["roll.txt", "1979ULAAN00418.txt"]
    assert "".join(part.read_text(encoding="utf-8") for part in made.parts).startswith(text.rstrip("\n"))
    assert not path.exists()
    assert made.whole.read_text(encoding="utf-8") == page
    assert made.ledger == edition.tei / "whole" / "roll.html.ledger.txt"
    ledger = made.ledger.read_text(encoding="utf-8").splitlines()
    assert ledger[0].startswith("CAR004: 1 thing is in the ledger: link")
    assert ledger[1] == "body/a[1]: link “/next” leads elsewhere; its words are in the text"


def test_a_part_that_would_be_read_as_something_else_is_not_cut(edition: Edition) -> None:
    page = f"<html><body><pre>&lt;!doctype html>&lt;html>\n{message(417) + message(418)}</pre></body></html>"

    assert refusal(edition, put(edition, "page.html", page)) == "SPL002"


def test_a_part_of_a_page_does_not_overwrite_a_text_of_its_name(edition: Edition) -> None:
    put(edition, "roll.txt", "somebody's")
    page = f"<html><body><pre>{message(417) + message(418)}</pre></body></html>"

    assert refusal(edition, put(edition, "roll.html", page)) == "SPL003"


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


def carried_columns(form: str) -> bytes:
    columns = ["\n".join(lines).split("\n\n") for lines in (LEFT, RIGHT)]
    pairs = [tuple(" ".join(text.split()) for text in pair) for pair in zip(*columns, strict=True)]
    if form == "html":
        rows = "".join(f"<tr><td>{left}<td><p>{right}</p></td></tr>" for left, right in pairs)
        return f"<html><meta charset=utf-8><body><table>{rows}</table></body></html>".encode()
    document = docx.Document()
    cells = document.add_table(rows=1, cols=2).rows[0].cells
    for side, cell in enumerate(cells):
        cell.text = pairs[0][side]
        cell.add_paragraph().add_run(pairs[1][side]).italic = True
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


@pytest.mark.parametrize("form", ["html", "docx"])
def test_a_table_of_two_languages_in_another_carrier_becomes_a_transcript_each(
    edition: Edition, form: str
) -> None:
    path = edition.sources / f"talk.{form}"
    path.write_bytes(carried_columns(form))

    made = split_transcript(edition, path)

    assert [part.name for part in made.parts] == ["talk.txt", "talk-ru.txt"]
    for part, lines in zip(made.parts, (RIGHT, LEFT), strict=True):
        assert part.read_text(encoding="utf-8").split() == "\n".join(lines).split()
        assert part.read_text(encoding="utf-8").count("\n\n") == 1
    assert not path.exists()
    assert made.whole.read_bytes() == carried_columns(form) or form == "docx"
    assert made.ledger is not None
    reason = "a text and its translation; each paragraph stands behind a tab beside the other's"
    assert reason in made.ledger.read_text(encoding="utf-8")
