"""A long conversion that is stopped, or loses a process, and is started again."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from lxml import etree

from dragoman.build import conversion
from dragoman.build.conversion import Converted, Options, Outcome, Status, convert_sources
from dragoman.build.ledger import read_ledger
from dragoman.build.new_edition import make_edition
from dragoman.edition import Edition
from dragoman.tei.letterhead import Letterhead

COUNT = 48
# Long names fill the pipe for the output, so that a run cannot have ended before it is stopped.
NAME = "cable-{:02}-from-a-post-whose-name-is-far-longer-than-that-of-any-post-which-ever-sent-a-cable"
PIPE = 4096


@pytest.fixture
def edition(tmp_path: Path, repository: Path) -> Edition:
    make_edition(tmp_path, "Papers")
    text = (repository / "tei" / "sources" / "1979HONGK10233.txt").read_bytes()
    for number in range(COUNT):
        (tmp_path / "tei" / "sources" / f"{NAME.format(number)}.txt").write_bytes(text)
    return Edition(tmp_path)


def outcomes_of(edition: Edition, jobs: int = 2) -> list[Outcome]:
    ledger = read_ledger(edition.ledger_file, "tei/conversions.json")
    return list(convert_sources(edition, edition.source_files(), ledger, Options(jobs=jobs)))


def stopped_by(edition: Edition, number: signal.Signals) -> tuple[int, str, str]:
    """Run the command, stop it as soon as it has written a document; status, output and errors."""
    run = subprocess.Popen(
        [sys.executable, "-m", "dragoman", "-C", str(edition.root), "convert", "--jobs", "2"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        pipesize=PIPE,
        start_new_session=True,
    )
    assert run.stdout is not None
    first = run.stdout.readline()
    # A terminal sends Ctrl-C to all processes of the group; the system kills one.
    if number is signal.SIGINT:
        os.killpg(run.pid, number)
    else:
        run.send_signal(number)
    rest, errors = run.communicate()
    return run.returncode, first + rest, errors


def assert_whole(edition: Edition) -> int:
    """Return how many documents there are; each of them is complete."""
    files = [path for path in edition.documents.iterdir() if path.suffix == ".xml"]
    for path in files:
        assert etree.parse(path).getroot().find("{*}text") is not None
    return len(files)


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_ctrl_c_and_whoever_else_ends_the_run_get_one_line_and_what_is_finished_is_kept(
    edition: Edition, number: signal.Signals
) -> None:
    status, output, errors = stopped_by(edition, number)
    assert status == 128 + number
    assert "Traceback" not in errors
    assert [line for line in errors.splitlines() if line and "note[" not in line and "hint:" not in line][
        -1:
    ] == ["stopped; what was finished is kept"]
    written = output.count(".xml (telegram)")
    assert 0 < written <= assert_whole(edition) < COUNT
    outcomes = outcomes_of(edition)
    kept = [outcome for outcome in outcomes if outcome.status is Status.UNCHANGED]
    assert len(kept) >= written
    assert len(outcomes) == COUNT
    assert assert_whole(edition) == COUNT


def test_a_run_that_was_killed_is_taken_up_and_leaves_nothing_half_written(edition: Edition) -> None:
    status, _, _ = stopped_by(edition, signal.SIGKILL)
    assert status == -signal.SIGKILL
    assert assert_whole(edition) < COUNT
    unfinished = edition.documents / ".dragoman-unfinished"
    unfinished.write_bytes(b"<TEI")
    assert {outcome.status for outcome in outcomes_of(edition)} <= {Status.WRITTEN, Status.UNCHANGED}
    assert assert_whole(edition) == COUNT
    assert not unfinished.exists()


def test_a_transcript_that_kills_its_process_is_reported_and_the_rest_goes_on(
    edition: Edition, monkeypatch: pytest.MonkeyPatch
) -> None:
    honest = conversion.convert_source

    def deadly(path: Path, shown: str, kind: str, head: Letterhead, is_explained: bool) -> Converted:
        if path.stem in (NAME.format(7), NAME.format(41)):
            os._exit(9)
        return honest(path, shown, kind, head, is_explained)

    # Processes are forked after this, so they have it as well.
    monkeypatch.setattr(conversion, "convert_source", deadly)
    outcomes = outcomes_of(edition)
    failed = {outcome.converted.id: outcome for outcome in outcomes if outcome.status is Status.FAILED}
    assert sorted(failed) == [NAME.format(7), NAME.format(41)]
    assert [d.code for d in failed[NAME.format(7)].diagnostics] == ["CNV901"]
    assert sum(outcome.status is Status.WRITTEN for outcome in outcomes) == COUNT - 2


def test_a_fault_of_a_converter_is_reported_with_its_place_and_the_rest_goes_on(
    edition: Edition, monkeypatch: pytest.MonkeyPatch
) -> None:
    honest = conversion.converter_for

    def faulty(source: object) -> object:
        if NAME.format(3) in source.name:  # type: ignore[attr-defined]
            raise RecursionError("too deep")
        return honest(source)  # type: ignore[arg-type]

    monkeypatch.setattr(conversion, "converter_for", faulty)
    outcomes = outcomes_of(edition, jobs=1)
    (failed,) = [outcome for outcome in outcomes if outcome.status is Status.FAILED]
    (fault,) = failed.diagnostics
    assert (fault.code, fault.place.file) == ("CNV901", f"tei/sources/{NAME.format(3)}.txt")
    assert fault.message.startswith("RecursionError in test_interruption.py:")
    assert sum(outcome.status is Status.WRITTEN for outcome in outcomes) == COUNT - 1


def test_few_transcripts_are_under_way_at_a_time(edition: Edition) -> None:
    ledger = read_ledger(edition.ledger_file, "tei/conversions.json")
    asked: list[Path] = []

    class Counted(list[Path]):
        def __iter__(self):  # type: ignore[no-untyped-def]
            for path in super().__iter__():
                asked.append(path)
                yield path

    sources = Counted(edition.source_files())
    run = convert_sources(edition, sources, ledger, Options(jobs=2))
    next(run)
    # Checks of places, of names and of renamed documents go through all; then they are taken as needed.
    assert 3 * COUNT < len(asked) <= 3 * COUNT + 2 * conversion._UNDER_WAY
    run.close()
