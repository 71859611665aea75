"""An edition's own schema: used as it stands, compiled when it has to be, and reported where it cannot be."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from dragoman.build import schema
from dragoman.build.checking import check_files
from dragoman.build.new_edition import make_edition
from dragoman.build.schema import outdated_copies, schema_of
from dragoman.edition import Edition
from dragoman.errors import UnusableInput
from dragoman.validate.schema import PACKAGED

pytestmark = pytest.mark.usefixtures("_no_rule_of_the_house_is_left")

OWN_RULE = """
  <sch:pattern id="HSE001">
    <sch:title>the house writes dates in full</sch:title>
    <sch:p>Readers of the printed volumes expect it.</sch:p>
    <sch:rule context="tei:title">
      <sch:report id="HSE001.1" role="warning" test="true()"
        diagnostics="HSE001.hint">the title is “<sch:value-of select="."/>”</sch:report>
    </sch:rule>
  </sch:pattern>
"""
HINT = '<sch:diagnostic id="HSE001.hint">write the day, the month and the year</sch:diagnostic>'


@pytest.fixture
def edition(tmp_path: Path) -> Edition:
    make_edition(tmp_path, "Papers")
    return Edition(tmp_path)


def change(edition: Edition, name: str, old: str, new: str) -> None:
    path = edition.schema / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def refused(edition: Edition) -> str:
    with pytest.raises(UnusableInput) as caught:
        schema_of(edition)
    assert caught.value.diagnostic.code == "SCH001"
    return f"{caught.value.diagnostic.place} {caught.value.diagnostic.message}"


def test_a_copy_of_our_schema_is_ours(edition: Edition) -> None:
    assert (edition.schema / "dragoman.sch").is_file()
    assert schema_of(edition) is PACKAGED


def test_rules_of_its_own_are_compiled_and_asked(edition: Edition) -> None:
    change(edition, "dragoman.sch", "<!-- Pointers and ids -->", OWN_RULE)
    change(edition, "dragoman.sch", "<sch:diagnostics>", f"<sch:diagnostics>{HINT}")
    found = [d for d in check_files(edition, []).diagnostics if d.code == "HSE001"]
    assert [(d.place.file, d.message, d.hint) for d in found] == [
        ("tei/edition.xml", "the title is “Papers”", "write the day, the month and the year")
    ]
    compiled = schema_of(edition).compiled
    assert compiled.parent == edition.out / "work"
    change(edition, "dragoman.sch", "the day, the month", "the month, the day")
    assert schema_of(edition).compiled != compiled


def test_a_grammar_of_its_own_is_used(edition: Edition) -> None:
    assert [d.code for d in check_files(edition, []).diagnostics if d.code == "RNG007"] == []
    change(edition, "dragoman.rng", "<value>draft</value>", "<value>sketch</value>")
    found = [d.message for d in check_files(edition, []).diagnostics if d.code == "RNG007"]
    assert found == ["@status=“draft” is not in the list"]


def test_a_schema_that_changes_twice_is_used_as_it_is_now(edition: Edition) -> None:
    change(edition, "dragoman.rng", "<value>draft</value>", "<value>sketch</value>")
    change(edition, "dragoman.sch", "<!-- Pointers and ids -->", OWN_RULE)
    change(edition, "dragoman.sch", "<sch:diagnostics>", f"<sch:diagnostics>{HINT}")
    assert {"RNG007", "HSE001"} <= {d.code for d in check_files(edition, []).diagnostics}
    change(edition, "dragoman.rng", "<value>sketch</value>", "<value>draft</value><value>sketch</value>")
    change(edition, "dragoman.sch", 'id="HSE001"', 'id="HSE002"')
    change(edition, "dragoman.sch", 'id="HSE001.1"', 'id="HSE002.1"')
    found = {d.code for d in check_files(edition, []).diagnostics}
    assert "HSE002" in found
    assert found.isdisjoint(("RNG007", "HSE001"))


@pytest.mark.parametrize(
    ("name", "old", "new", "said"),
    [
        ("dragoman.sch", "</sch:schema>", "", "schema/dragoman.sch:"),
        ("dragoman.sch", 'diagnostics="PTR001.hint"', 'diagnostics="PTR001.hind"', "“PTR001.hind”"),
        ("dragoman.sch", 'role="error"', 'role="fatal"', "the role “fatal” is none of error,"),
        ("dragoman.sch", 'id="PTR001.1"', 'id="X"', "PTR001.1"),
        ("dragoman.rng", "<start>", "<start><include/>", "include is not understood"),
        ("dragoman.rng", "<start>", '<start><ref name="nowhere"/>', "schema/dragoman.rng:"),
    ],
)
def test_what_cannot_be_used_is_said_with_its_place(
    edition: Edition, name: str, old: str, new: str, said: str
) -> None:
    change(edition, name, old, new)
    assert said in refused(edition)


def test_a_grammar_in_the_compact_syntax_alone_is_not_passed_over(edition: Edition) -> None:
    (edition.schema / "dragoman.rng").rename(edition.schema / "dragoman.rnc")
    assert refused(edition).startswith("schema/dragoman.rnc the grammar is there in the compact syntax only")


def old_copy(edition: Edition, name: str, monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    """Give the edition a copy of ours, and dragoman a newer one."""
    newer = folder / "schema"
    shutil.copytree(PACKAGED.rules.parent, newer)
    text = (newer / name).read_text(encoding="utf-8")
    (newer / name).write_text(text.replace("<!--", "<!-- Newer. ", 1) + "\n", encoding="utf-8")
    monkeypatch.setattr(schema, "packaged", lambda kind: newer)


def outdated(edition: Edition) -> list[str]:
    return [f"{d.place} {d.severity} {d.code}" for d in outdated_copies(edition)]


@pytest.mark.parametrize("name", ["dragoman.rng", "dragoman.sch"])
def test_an_older_copy_of_ours_is_said_to_be_old(
    edition: Edition, name: str, monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> None:
    assert outdated(edition) == []
    old_copy(edition, name, monkeypatch, tmp_path_factory.mktemp("newer"))
    assert outdated(edition) == [f"schema/{name} note SCH002"]
    # Line ends that version control changed make no other file of it.
    copy = edition.schema / name
    copy.write_bytes(copy.read_bytes().replace(b"\n", b"\r\n"))
    assert outdated(edition) == [f"schema/{name} note SCH002"]
    copy.unlink()
    assert outdated(edition) == []


@pytest.mark.parametrize("name", ["dragoman.rng", "dragoman.sch"])
def test_a_copy_that_was_changed_on_purpose_is_let_alone(
    edition: Edition, name: str, monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> None:
    old_copy(edition, name, monkeypatch, tmp_path_factory.mktemp("newer"))
    path = edition.schema / name
    path.write_text(path.read_text(encoding="utf-8").rstrip() + "\n<!-- ours -->\n", encoding="utf-8")
    assert outdated(edition) == []


def test_a_note_on_an_old_copy_is_part_of_a_check(
    edition: Edition, monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> None:
    old_copy(edition, "dragoman.sch", monkeypatch, tmp_path_factory.mktemp("newer"))
    (found,) = (d for d in check_files(edition, []).diagnostics if d.code == "SCH002")
    assert str(found.place) == "schema/dragoman.sch"
    assert "delete the file" in found.hint


def test_a_copy_with_other_line_ends_is_ours(edition: Edition) -> None:
    for name in ("dragoman.rng", "dragoman.sch"):
        path = edition.schema / name
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert schema_of(edition) is PACKAGED
