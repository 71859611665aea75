"""The verb ``check``: what goes where, and with which exit status."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from dragoman.build.files import CANNOT_WRITE
from dragoman.build.new_edition import make_edition
from dragoman.cli import group
from dragoman.diagnostics import Place
from dragoman.edition import Edition
from dragoman.errors import UnusableInput

pytestmark = pytest.mark.usefixtures("_no_rule_of_the_house_is_left")

RULE = (
    '<sch:pattern id="HSE002"><sch:title>the house has its ways</sch:title><sch:p>It always had.</sch:p>'
    '<sch:rule context="tei:body"><sch:assert id="HSE002.1" test="true()">x</sch:assert></sch:rule>'
    "</sch:pattern>"
)


@pytest.fixture
def edition(tmp_path: Path) -> Edition:
    make_edition(tmp_path, "Papers")
    edition = Edition(tmp_path)
    header = edition.edition_file
    words = re.sub(
        "(?:Forename|(?:Surname of|Name of|Say here|What these|How the) [^<]+)",
        "x",
        header.read_text(encoding="utf-8"),
    )
    header.write_text(words, encoding="utf-8")
    return edition


def check(edition: Edition, *arguments: str) -> Result:
    return CliRunner().invoke(
        group, ["-C", str(edition.root), "check", *arguments], prog_name="dragoman", standalone_mode=False
    )


def test_findings_go_to_standard_error_and_the_summary_to_standard_output(edition: Edition) -> None:
    (edition.documents / "x.xml").write_text("<TEI>", encoding="utf-8")
    done = check(edition)
    assert done.return_value == 1
    assert done.stdout == "2 files checked: 1 error\n"
    assert done.stderr.startswith("tei/documents/x.xml:1:1: error[XML001] <TEI> is never closed")


@pytest.mark.parametrize("form", ["json", "sarif"])
def test_the_forms_for_programs_are_all_that_standard_output_holds(edition: Edition, form: str) -> None:
    (edition.documents / "x.xml").write_text("<TEI>", encoding="utf-8")
    done = check(edition, "--format", form)
    assert (done.return_value, done.stderr) == (1, "")
    made = json.loads(done.stdout)
    found = made["diagnostics"] if form == "json" else made["runs"][0]["results"]
    assert [one.get("code") or one["ruleId"] for one in found] == ["XML001"]


def test_all_that_a_new_edition_asks_its_editors_to_write_is_found(edition: Edition) -> None:
    make_edition(edition.root / "other", "An edition without a title")

    done = check(Edition(edition.root / "other"))

    assert done.stdout == "1 file checked: 10 warnings\n"
    assert done.stderr.count("warning[TXT005]") == 10


def test_where_nothing_can_be_remembered_everything_is_found(
    edition: Edition, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(path: Path, octets: bytes) -> None:
        raise UnusableInput(CANNOT_WRITE.at(Place(str(path)), "No space left on device", "make room"))

    monkeypatch.setattr("dragoman.build.check_memory.write_file", refuse)
    (edition.documents / "x.xml").write_text("<TEI>", encoding="utf-8")

    done = check(edition)

    assert done.return_value == 1
    assert "XML001" in done.stderr


def test_a_file_that_is_not_there_is_a_misuse(edition: Edition) -> None:
    done = check(edition, str(edition.documents / "nowhere.xml"))
    assert done.return_value == 2
    assert "SRC001" in done.stderr


def test_a_threshold_hides_findings_and_not_the_exit_status(edition: Edition) -> None:
    (edition.documents / "x.xml").write_text("<TEI>", encoding="utf-8")
    assert check(edition, "--severity", "error").return_value == 1
    (edition.documents / "x.xml").unlink()
    assert check(edition, "--severity", "error").return_value == 0


def test_a_rule_of_the_edition_itself_is_explained(edition: Edition) -> None:
    rules = edition.schema / "dragoman.sch"
    text = rules.read_text(encoding="utf-8")
    rules.write_text(text.replace("<!-- Pointers and ids -->", RULE, 1), encoding="utf-8")
    done = check(edition, "--explain", "hse002")
    assert done.stdout == "HSE002 (error): the house has its ways\n\nIt always had.\n"
