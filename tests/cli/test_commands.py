"""The commands as a user runs them: what they print, their exit status, what they leave."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from dragoman import __version__
from dragoman.cli.annotate import Keys
from dragoman.cli.common import coloured
from dragoman.entities.review import STOP


def run(*arguments: str, cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", "from dragoman.cli import main; main()", *arguments]
    return subprocess.run(command, cwd=cwd, capture_output=True, text=True, check=False)


def test_the_version_is_that_of_the_package() -> None:
    assert run("--version").stdout == f"dragoman, version {__version__}\n"


def test_a_new_edition_without_documents_has_a_site_and_a_book_already(tmp_path: Path) -> None:
    run("new", str(tmp_path / "papers"))

    built = run("-C", str(tmp_path / "papers"), "build", "--jobs", "1")

    assert (built.returncode, built.stderr) == (0, "")
    assert (tmp_path / "papers" / "out" / "web" / "search.html").is_file()


def test_a_new_edition_converts_annotates_and_builds(tmp_path: Path, repository: Path) -> None:
    folder = tmp_path / "papers"
    assert run("new", str(folder), "--title", "Papers of a Commission").returncode == 0
    name = "1979HONGK10233.txt"
    (folder / "tei" / "sources" / name).write_bytes((repository / "tei" / "sources" / name).read_bytes())
    converted = run("-C", str(folder), "convert")
    assert converted.returncode == 0, converted.stderr
    assert converted.stdout == "tei/documents/1979HONGK10233.xml (telegram)\ndocuments: 1 written\n"
    assert run("-C", str(folder), "annotate").returncode == 0
    built = run("-C", str(folder), "build", "--jobs", "1")
    assert built.returncode == 0, built.stderr
    assert (folder / "out" / "web" / "index.html").is_file()
    assert (folder / "out" / "print" / "edition.pdf").read_bytes().startswith(b"%PDF-")
    again = run("-C", str(folder), "build", "--jobs", "1")
    assert again.stdout.endswith("nothing to do: everything is up to date\n")


def test_source_gives_the_words_of_the_transcript_back(tmp_path: Path, repository: Path) -> None:
    folder = tmp_path / "papers"
    run("new", str(folder))
    transcript = repository / "tei" / "sources" / "1979MOSCOW02204.txt"
    (folder / "tei" / "sources" / transcript.name).write_bytes(transcript.read_bytes())
    run("-C", str(folder), "convert")
    printed = run("source", str(folder / "tei" / "documents" / "1979MOSCOW02204.xml"))
    assert printed.returncode == 0
    assert printed.stdout.split() == transcript.read_text(encoding="utf-8").split()
    assert run("-C", str(folder), "source", "1979MOSCOW02204").stdout == printed.stdout


def test_detect_says_which_kind_and_why(repository: Path) -> None:
    sources = repository / "tei" / "sources"
    found = run(
        "detect", str(sources / "1979HONGK10233.txt"), str(sources / "szendrodi-letter-1981-03-12.txt")
    )
    assert found.returncode == 0
    heads = [line for line in found.stdout.splitlines() if not line.startswith(" ")]
    assert [head.rpartition(": ")[2] for head in heads] == ["telegram", "letter"]
    assert "0.99  telegram" in found.stdout


@pytest.mark.parametrize(
    ("arguments", "status", "words"),
    [
        (["convert"], 2, "error[EDN001]"),
        (["-C", "nowhere", "build"], 2, "nowhere: error[EDN001]"),
        (["-C", "a.txt", "build"], 2, "a.txt: error[EDN001] this is a file, not a folder"),
        (["-C", "papers/tei", "build"], 2, "name the folder of the edition: -C "),
        (["source", "nothing.xml"], 2, "nothing.xml: error[SRC001]"),
        (["detect", "nothing.txt"], 2, "nothing.txt: error[SRC001]"),
        (["explain", "SRC999"], 2, "there is no rule SRC999; did you mean"),
        (["frobnicate"], 2, "No such command"),
        (["new", "a.txt"], 2, "a.txt is a file: name another"),
        (["check", "-C", "papers"], 2, "-C DIR stands before the verb"),
        (["-C", "papers", "annotate", "nothing"], 2, "tei/documents/nothing.xml: error[SRC001]"),
    ],
)
def test_misuse_is_answered_in_one_line_and_status_two(
    tmp_path: Path, arguments: list[str], status: int, words: str
) -> None:
    (tmp_path / "papers" / "tei").mkdir(parents=True)
    (tmp_path / "papers" / "tei" / "edition.xml").touch()
    (tmp_path / "a.txt").touch()
    done = run(*arguments, cwd=tmp_path)
    assert done.returncode == status
    assert words in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("octets", "words"),
    [
        (b"<TEI><p></TEI>", "x.xml:1:"),
        (b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', "error[XML002]"),
        (b"", "error[XML001]"),
        (b"\x89PNG\r\n", "error[XML001]"),
    ],
)
def test_a_document_that_is_no_sound_xml_is_refused(tmp_path: Path, octets: bytes, words: str) -> None:
    (tmp_path / "x.xml").write_bytes(octets)
    done = run("source", "x.xml", cwd=tmp_path)
    assert done.returncode == 2
    assert words in done.stderr
    assert "Traceback" not in done.stderr


def test_an_unknown_kind_names_the_kinds(tmp_path: Path) -> None:
    run("new", str(tmp_path / "p"))
    (tmp_path / "p" / "tei" / "sources" / "a.txt").write_text("Text.\n", encoding="utf-8")
    done = run("convert", "--as", "sonnet", "tei/sources/a.txt", cwd=tmp_path / "p")
    assert done.returncode == 1
    assert "the kinds are memorandum, letter, telegram, catalogue, search-results" in done.stderr


def test_what_could_not_be_converted_is_named_once_more_at_the_end(tmp_path: Path, repository: Path) -> None:
    run("new", str(tmp_path / "p"))
    sources = tmp_path / "p" / "tei" / "sources"
    name = "1979HONGK10233.txt"
    (sources / name).write_bytes((repository / "tei" / "sources" / name).read_bytes())
    (sources / "blank.txt").write_text("\n", encoding="utf-8")
    (sources / "list.txt").write_text("milk\nsalt\n", encoding="utf-8")
    done = run("convert", cwd=tmp_path / "p")
    assert done.returncode == 1
    assert done.stdout.splitlines()[-2:] == [
        "documents: 1 written, 2 not converted",
        "not converted: blank.txt, list.txt",
    ]


def test_a_kind_is_not_named_for_all_transcripts_at_once(tmp_path: Path) -> None:
    run("new", str(tmp_path / "p"))
    done = run("convert", "--as", "memorandum", cwd=tmp_path / "p")
    assert done.returncode == 2
    assert "name those that it is meant for" in done.stderr


def test_every_command_is_listed_with_a_whole_sentence_in_the_order_of_the_work() -> None:
    for arguments in (["--help"], ["authority", "--help"]):
        listed = run(*arguments).stdout.partition("Commands:\n")[2]
        assert listed
        assert "..." not in listed
    verbs = [line.split()[0] for line in run("--help").stdout.splitlines() if line[:2] == "  " != line[2:4]]
    assert [verb for verb in verbs if verb in ("new", "convert", "annotate", "check", "build", "serve")] == [
        "new", "convert", "annotate", "check", "build", "serve",
    ]  # fmt: skip


def test_transcripts_and_documents_are_known_by_their_names_from_anywhere_in_the_edition(
    tmp_path: Path, repository: Path
) -> None:
    folder = tmp_path / "my papers"
    begun = run("new", str(folder)).stdout
    assert begun.rstrip().endswith(f"dragoman -C '{folder}' convert")
    name = "1979HONGK10233"
    transcript = folder / "tei" / "sources" / f"{name}.txt"
    transcript.write_bytes((repository / "tei" / "sources" / transcript.name).read_bytes())
    converted = run("convert", transcript.name, cwd=folder)
    assert f"tei/documents/{name}.xml (telegram)" in converted.stdout
    checked = run("check", name, cwd=folder / "tei")
    assert checked.stdout.startswith("1 file checked")
    assert run("annotate", name, cwd=folder / "tei").stdout.startswith(f"tei/documents/{name}.xml\n")


def test_explain_says_why_a_rule_exists() -> None:
    done = run("explain", "fid001")
    assert done.returncode == 0
    assert done.stdout.startswith("FID001 (error): ")
    assert "<choice><sic>Comission</sic><corr>Commission</corr></choice>" in done.stdout


def test_what_the_system_refuses_is_named_without_a_traceback(tmp_path: Path) -> None:
    run("new", str(tmp_path / "p"))
    (tmp_path / "p" / "out").rename(tmp_path / "elsewhere")
    (tmp_path / "p" / "out").write_text("", encoding="utf-8")
    done = run("check", cwd=tmp_path / "p")
    assert done.returncode == 2
    assert "error[CLI001] the system says: Not a directory" in done.stderr
    assert "Traceback" not in done.stderr


def test_what_a_finding_quotes_cannot_command_the_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    for wanted in ("", "1"):
        monkeypatch.setenv("NO_COLOR", wanted)
        shown = coloured("a.xml:1:1: note[CAR001] found “\x1b]0;pwned\x07\x00”\n  hint: no\tsuch")
        assert shown.endswith("found “\ufffd]0;pwned\ufffd\ufffd”\n  hint: no\tsuch")


def test_colours_stand_back_where_the_user_wants_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    line = "x.xml:1: error[XML001] the file is not well-formed XML"
    assert coloured(line) != line
    monkeypatch.setenv("TERM", "dumb")
    assert coloured(line) == line
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("NO_COLOR", "1")
    assert coloured(line) == line


@pytest.mark.parametrize(
    ("sent", "keys"),
    [
        (["\x1b[1~", "y"], ["", "y"]),
        (["\x1b", "[", "1", "~", "y"], ["", "y"]),
        (["\x1b[", "1;5H", "y"], ["", "y"]),
        (["\x1bOH", "1"], ["", "1"]),
        (["\x1b", "y"], ["y"]),
        (["d2", "\x1b[As"], ["d", "2", "", "s"]),
    ],
)
def test_a_key_like_home_is_no_digit_in_a_review(sent: list[str], keys: list[str]) -> None:
    left = [*sent, ""]
    read_key = Keys(lambda: left.pop(0))
    assert [read_key() for _ in keys] == keys
    assert read_key() == STOP


def test_a_document_is_named_by_its_file_name_and_as_messages_show_it_from_anywhere(
    tmp_path: Path, repository: Path
) -> None:
    edition = tmp_path / "papers"
    run("new", str(edition))
    name = "szendrodi-letter-1981-03-12"
    shutil.copy(repository / "tei" / "sources" / f"{name}.txt", edition / "tei" / "sources")
    said = run("-C", str(edition), "convert", f"tei/sources/{name}.txt", cwd=tmp_path)
    assert (said.returncode, said.stdout.splitlines()[-1]) == (0, "documents: 1 written")
    transcripts = {
        run("-C", str(edition), "source", named, cwd=tmp_path).stdout
        for named in (name, f"{name}.xml", f"tei/documents/{name}.xml")
    }
    assert len(transcripts) == 1
    assert transcripts != {""}
    assert run("-C", str(edition), "check", f"tei/documents/{name}.xml", cwd=tmp_path).returncode == 0
    said = run("-C", str(edition), "check", f"tei/sources/{name}.txt", cwd=tmp_path)
    assert said.returncode == 1
    assert "hint: name a TEI file; the documents are in tei/documents" in said.stderr


def test_a_name_that_is_nearly_right_is_offered(tmp_path: Path) -> None:
    edition = tmp_path / "papers"
    run("new", str(edition))
    (edition / "tei" / "sources" / "1979MOSCOW02204.txt").touch()
    (edition / "tei" / "documents" / "1979MOSCOW02204.xml").touch()
    for arguments, shown, meant in (
        (["source", "1979MOSKOW02204"], "tei/documents/1979MOSKOW02204.xml", "1979MOSCOW02204.xml"),
        (["check", "1979MOSKOW02204"], "tei/documents/1979MOSKOW02204.xml", "1979MOSCOW02204.xml"),
        (["convert", "1979MOSKOW02204.txt"], "tei/sources/1979MOSKOW02204.txt", "1979MOSCOW02204.txt"),
    ):
        said = run("-C", str(edition), *arguments).stderr
        assert f"{shown}: error[SRC001] there is no such file\n  hint: did you mean {meant}?" in said
