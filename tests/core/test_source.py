"""Reading a transcript: encodings, places, and what is no transcript."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.errors import UnusableInput
from dragoman.source import SourceText, Span, decode, read_source


def test_a_byte_order_mark_is_no_text() -> None:
    for octets, encoding in (
        (b"\xef\xbb\xbfSelenga", "utf-8"),
        (b"\xff\xfe" + "Selenga".encode("utf-16-le"), "utf-16-le"),
        (b"\xfe\xff" + "Selenga".encode("utf-16-be"), "utf-16-be"),
    ):
        source = decode(octets, "x.txt")
        assert (source.text, source.encoding) == ("Selenga", encoding)


@pytest.mark.parametrize("octets", ["Kabul\r\rYes – no\r".encode(), b"Kabul\r\rYes \x96 no\r"])
def test_carriage_returns_alone_end_lines(octets: bytes) -> None:
    source = decode(octets, "mac.txt")

    assert source.text == "Kabul\n\nYes – no\n"
    assert source.line_column(source.text.index("Yes")) == (3, 1)
    assert decode(b"a\r\nb\rc\n", "mixed.txt").text == "a\r\nb\rc\n"


def test_windows_1252_is_recognised_by_its_quotation_marks() -> None:
    source = decode("the “gauge” – read".encode("windows-1252"), "x.txt")
    assert (source.text, source.encoding) == ("the “gauge” – read", "windows-1252")


@pytest.mark.parametrize(
    ("octets", "code", "line", "column"),
    [
        (b"", "SRC002", 0, 0),
        (b" \r\n\t", "SRC002", 0, 0),
        (b"PK\x03\x04\x00\x00", "SRC003", 1, 0),
        (b"one\ntwo \xff\x81 three", "SRC004", 2, 5),
        (bytes(range(1, 32)) * 9 + b"\xe9", "SRC004", 10, 1),
    ],
)
def test_what_is_no_transcript_is_refused_with_its_place(
    octets: bytes, code: str, line: int, column: int
) -> None:
    with pytest.raises(UnusableInput) as caught:
        decode(octets, "x.txt")
    found = caught.value.diagnostic
    assert (found.code, found.place.line) == (code, line)
    if code == "SRC004" and line == 2:
        assert found.place.column == column
    assert found.hint


def test_a_missing_file_and_a_folder_are_refused(tmp_path: Path) -> None:
    file = tmp_path / "memorandum.txt"
    file.write_text("MEMORANDUM")
    for path, word in (
        (tmp_path / "none.txt", "there is no such file"),
        (tmp_path / "none" / "memorandum.txt", "there is no such folder"),
        (file / "memorandum.txt", "there is no such folder"),
        (tmp_path, "this is a folder"),
    ):
        with pytest.raises(UnusableInput, match=word) as caught:
            read_source(path)
        assert caught.value.diagnostic.code == "SRC001"
        assert caught.value.exit_status == 2


@given(st.text(alphabet="a\n\r é", max_size=40))
def test_offsets_lead_to_line_and_column_and_lines_hold_the_text(text: str) -> None:
    source = SourceText("x.txt", text)
    for offset in range(len(text)):
        line, column = source.line_column(offset)
        before = text[:offset]
        assert line == before.count("\n") + 1
        assert column == len(before) - (before.rfind("\n") + 1) + 1
    lines = text.split("\n")
    filled = [(line, number) for number, line in enumerate(lines) if line.strip()]
    assert [(source[line.span], line.indent, line.is_after_blank) for line in source.lines()] == [
        (line.strip(), len(line) - len(line.lstrip()), number == first or not lines[number - 1].strip())
        for line, number in filled
        for first in [filled[0][1]]
    ]


def test_a_span_is_trimmed_to_what_is_not_blank() -> None:
    source = SourceText("x.txt", "  one two \n")
    assert source[source.trimmed(Span(0, 11))] == "one two"
    blank = source.trimmed(Span(0, 2))
    assert len(blank) == 0
