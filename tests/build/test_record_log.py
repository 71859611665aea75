"""The file of records: what is in force after builds that went well, were killed, or ran side by side."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from dragoman.build.record_log import RecordLog
from dragoman.errors import UnusableInput


def opened(folder: Path) -> RecordLog:
    return RecordLog(folder / "records", "stage", "file")


def test_the_last_record_of_a_name_is_in_force_and_one_taken_away_is_gone(tmp_path: Path) -> None:
    log = opened(tmp_path)
    log.put("stage", "a\tb\n", ["one"], {"x": "y" * 9000})
    log.put("stage", "a\tb\n", ["two"], {"x": "z" * 9000})
    log.put("stage", "gone", ["three"])
    log.put("stage", "gone")
    log.put("file", "gone", "another kind")
    for known in (log, opened(tmp_path)):
        assert list(known.names("stage")) == ["a\tb\n"]
        assert known.part("stage", "a\tb\n", 0) == ["two"]
        assert known.part("stage", "a\tb\n", 1) == {"x": "z" * 9000}
        assert known.part("stage", "gone", 0) is None
        assert known.part("file", "gone", 0) == "another kind"


def test_half_a_record_of_a_run_that_was_killed_costs_no_other(tmp_path: Path) -> None:
    log = opened(tmp_path)
    log.put("stage", "a", 1)
    with (tmp_path / "records").open("ab") as file:
        file.write(b'stage\t"b"\t["half')
    again = opened(tmp_path)
    again.put("stage", "c", 3)
    known = opened(tmp_path)
    assert [known.part("stage", name, 0) for name in "abc"] == [1, None, 3]


def test_two_runs_that_add_at_once_both_find_what_they_added(tmp_path: Path) -> None:
    one, other = opened(tmp_path), opened(tmp_path)
    for number in range(3):
        one.put("stage", "a", ["one", number])
        other.put("stage", "b", ["other", number])
    assert (one.part("stage", "a", 0), other.part("stage", "b", 0)) == (["one", 2], ["other", 2])
    known = opened(tmp_path)
    assert (known.part("stage", "a", 0), known.part("stage", "b", 0)) == (["one", 2], ["other", 2])


def test_a_file_that_says_mostly_what_is_no_more_is_written_anew(tmp_path: Path) -> None:
    log = opened(tmp_path)
    log.put("file", "kept", "as it was")
    for number in range(30):
        log.put("stage", "a", "x" * 100_000, number)
        log.tidy()
    assert (tmp_path / "records").stat().st_size < 2_000_000
    log.put("stage", "b", "after that")
    for known in (log, opened(tmp_path)):
        assert known.part("stage", "a", 1) == 29
        assert known.part("stage", "b", 0) == "after that"
        assert known.part("file", "kept", 0) == "as it was"
    assert [path.name for path in tmp_path.iterdir()] == ["records"]


def test_records_of_a_folder_that_the_user_deletes_meanwhile_are_kept(tmp_path: Path) -> None:
    log = opened(tmp_path / "out")
    log.put("stage", "a", 1)
    shutil.rmtree(tmp_path / "out")
    log.put("stage", "b", 2)
    log.tidy()
    known = opened(tmp_path / "out")
    assert (known.part("stage", "a", 0), known.part("stage", "b", 0)) == (1, 2)


def test_a_record_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("a file is in the way")
    with pytest.raises(UnusableInput) as failure:
        opened(tmp_path / "out").put("stage", "a", 1)
    assert failure.value.diagnostic.code == "OUT001"
