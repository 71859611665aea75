"""Work on the authority files: every reference follows, and an editor's document stays an editor's."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from dragoman.build import files
from dragoman.build.annotation import annotate_documents
from dragoman.build.authority_work import (
    edition_authorities,
    edition_mentions,
    exported_table,
    import_table,
    keep_review,
    merge_entries,
    rename_entry,
    split_entry,
)
from dragoman.build.conversion import Options, convert_sources
from dragoman.build.files import digest
from dragoman.build.ledger import Ledger, read_ledger
from dragoman.build.new_edition import make_edition
from dragoman.edition import Edition
from dragoman.entities.annotate import Options as AnnotateOptions
from dragoman.entities.decisions import Decision
from dragoman.entities.model import Entity, Kind, Name
from dragoman.entities.review import Split
from dragoman.errors import UnusableInput

NAME = "gauge-seven-visit-1979-08-03"


@pytest.fixture
def edition(tmp_path: Path, repository: Path) -> Edition:
    """One document of the specimen, converted and linked."""
    make_edition(tmp_path, "Papers")
    edition = Edition(tmp_path)
    shutil.copy(repository / "tei" / "sources" / f"{NAME}.txt", edition.sources)
    for kind in Kind:
        file = f"{kind.plural}.xml"
        shutil.copy(repository / "tei" / "authorities" / file, edition.authorities / file)
    ledger = ledger_of(edition)
    list(convert_sources(edition, edition.source_files(), ledger, Options()))
    annotate_documents(edition, edition.document_files(), ledger, AnnotateOptions(with_new=False))
    return edition


def ledger_of(edition: Edition) -> Ledger:
    return read_ledger(edition.ledger_file, "tei/conversions.json")


def document(edition: Edition) -> str:
    return (edition.documents / f"{NAME}.xml").read_text(encoding="utf-8")


def test_a_renamed_entry_keeps_its_mentions(edition: Edition) -> None:
    before = document(edition)
    count = before.count('"person:lukonina-praskovya"')
    assert count > 5
    rename_entry(edition, ledger_of(edition), "person:lukonina-praskovya", "lukonina")
    assert document(edition) == before.replace('"person:lukonina-praskovya"', '"person:lukonina"')
    assert edition_authorities(edition)[0].get("person:lukonina") is not None
    record = ledger_of(edition).records[NAME]
    assert record.written == digest(document(edition).encode()), "it would count as edited by hand"


def test_decisions_follow_a_renamed_and_a_merged_entry(edition: Edition) -> None:
    lines = (
        "# person:lukonina-praskovya was a hydrologist\n"
        "link  * * * “Lukonina” person:lukonina-praskovya\n"
        "link  x p1 1 “Gauge” org:gauge ~0123456789\n"
    )
    edition.decisions_file.write_text(lines, encoding="utf-8")
    rename_entry(edition, ledger_of(edition), "person:lukonina-praskovya", "lukonina")
    renamed = lines.replace("” person:lukonina-praskovya", "” person:lukonina")
    assert edition.decisions_file.read_text(encoding="utf-8") == renamed
    merge_entries(edition, ledger_of(edition), "person:lukonina", "person:lukonin-ivan")
    merged = renamed.replace("” person:lukonina\n", "” person:lukonin-ivan\n")
    assert edition.decisions_file.read_text(encoding="utf-8") == merged


def test_nothing_changes_where_one_of_the_files_cannot_be_written(
    edition: Edition, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = {path: path.read_bytes() for path in edition.tei.rglob("*") if path.is_file()}
    real = files.begin_beside

    def refused(path: Path) -> tuple[int, str]:
        if path.parent == edition.documents:
            raise PermissionError(13, "Permission denied")
        return real(path)

    monkeypatch.setattr(files, "begin_beside", refused)
    with pytest.raises(UnusableInput, match="Permission denied"):
        rename_entry(edition, ledger_of(edition), "person:lukonina-praskovya", "lukonina")
    assert {path: path.read_bytes() for path in edition.tei.rglob("*") if path.is_file()} == before


def test_a_merged_entry_gives_its_names_and_mentions(edition: Edition) -> None:
    merge_entries(edition, ledger_of(edition), "person:lukonina-praskovya", "person:lukonin-ivan")
    assert "lukonina-praskovya" not in document(edition)
    entity = edition_authorities(edition)[0].get("person:lukonin-ivan")
    assert entity is not None
    assert "Praskovya Yegorovna Lukonina" in {name.text for name in entity.names}


def test_mentions_can_be_given_to_a_new_entry(edition: Edition) -> None:
    before = document(edition).count('"person:lukonina-praskovya"')
    anchors = [f"{NAME}#m{number}" for number in mention_numbers(edition, "person:lukonina-praskovya")[:2]]
    changes = split_entry(edition, ledger_of(edition), "person:lukonina-praskovya", "P. Lukonina II", anchors)
    assert changes.diagnostics == ()
    assert document(edition).count('"person:lukonina-p-ii"') == 2
    assert document(edition).count('"person:lukonina-praskovya"') == before - 2


def mention_numbers(edition: Edition, reference: str) -> list[int]:
    (mentions,) = edition_mentions(edition)
    return [int(m.anchor[1:]) for m in mentions.mentions if f"{m.kind}:{m.id}" == reference]


def test_what_cannot_be_done_changes_nothing(edition: Edition) -> None:
    before = {path: path.read_bytes() for path in sorted(edition.tei.rglob("*.xml"))}
    ledger = ledger_of(edition)
    assert merge_entries(edition, ledger, "person:nobody", "person:lukonin-ivan").diagnostics
    assert rename_entry(edition, ledger, "person:lukonin-ivan", "Not an Id").diagnostics
    assert rename_entry(edition, ledger, "person:lukonin-ivan", "lukonina-praskovya").diagnostics
    for reference in ("lukonin-ivan", "animal:omul"):
        with pytest.raises(UnusableInput) as caught:
            rename_entry(edition, ledger, reference, "x")
        assert caught.value.diagnostic.code == "AUT050"
    assert {path: path.read_bytes() for path in sorted(edition.tei.rglob("*.xml"))} == before


def test_identifiers_come_back_from_a_table(edition: Edition, tmp_path: Path) -> None:
    table = tmp_path / "places.csv"
    text = exported_table(edition, Kind.PLACE)
    lines = text.split("\r\n")
    column = lines[0].split(",").index("geonames")
    row = next(i for i, line in enumerate(lines) if line.startswith("place:naushki,"))
    cells = lines[row].split(",")
    cells[column] = "2019378"
    lines[row] = ",".join(cells)
    table.write_text("\r\n".join(lines), encoding="utf-8", newline="")
    assert import_table(edition, ledger_of(edition), table).diagnostics == ()
    entity = edition_authorities(edition)[0].get("place:naushki")
    assert entity is not None
    assert ("geonames", "2019378") in entity.identifiers


def test_a_table_with_a_wrong_column_is_refused_whole(edition: Edition, tmp_path: Path) -> None:
    table = tmp_path / "places.csv"
    table.write_text("reference,wikipedia\r\nplace:naushki,Naushki\r\n", encoding="utf-8")
    before = edition.authority_file("places").read_bytes()
    changes = import_table(edition, ledger_of(edition), table)
    assert [d.place.line for d in changes.diagnostics] == [1]
    assert edition.authority_file("places").read_bytes() == before


def test_a_review_is_kept_and_heard_by_the_next_annotation(edition: Edition) -> None:
    ledger = ledger_of(edition)
    new = Entity("observatory-cat", Kind.PERSON, "Cat of the House", (Name("Cat of the House", "preferred"),))
    decisions = [Decision(NAME, "*", 0, "Ladygin", "")]
    assert keep_review(edition, ledger, decisions, [new], []) == []
    assert edition_authorities(edition)[0].get("person:observatory-cat") is not None
    first = edition.decisions_file.read_text(encoding="utf-8")
    assert first.endswith(f"leave {NAME} * * “Ladygin” -\n")
    keep_review(edition, ledger, [Decision("*", "*", 0, "Teng", "person:lukonin-ivan")], [], [])
    assert edition.decisions_file.read_text(encoding="utf-8") == first + (
        "link  * * * “Teng” person:lukonin-ivan\n"
    )


def test_a_review_is_kept_where_a_document_cannot_be_changed(edition: Edition) -> None:
    octets = document(edition).replace('encoding="UTF-8"', 'encoding="ISO-8859-1"', 1)
    path = edition.documents / "in-latin-1.xml"
    path.write_bytes(
        octets.replace("<body>", "<body><!-- caf\xe9 -->", 1).encode("latin-1", "xmlcharrefreplace")
    )
    before = path.read_bytes()
    splits = [Split("person:lukonina-praskovya", "person:lukonina", "*", "Lukonina")]
    merges = [("person:lukonina-praskovya", "person:lukonin-ivan")]
    decisions = [Decision(NAME, "*", 0, "Ladygin", "")]

    found = keep_review(edition, ledger_of(edition), decisions, [], merges, splits)

    assert [(d.code, d.place.file) for d in found] == [("XML005", "tei/documents/in-latin-1.xml")] * 2
    assert path.read_bytes() == before
    assert "“Ladygin” -" in edition.decisions_file.read_text(encoding="utf-8")
    assert edition_authorities(edition)[0].get("person:lukonina-praskovya") is not None


def test_decisions_that_are_not_utf_8_are_refused_and_not_written_again(edition: Edition) -> None:
    octets = "link  * * * “Teng” person:lukonin-ivan\n# M\xfcller\n".encode("cp1252")
    edition.decisions_file.write_bytes(octets)
    ledger = ledger_of(edition)
    with pytest.raises(UnusableInput) as caught:
        annotate_documents(edition, edition.document_files(), ledger, AnnotateOptions())
    assert caught.value.diagnostic.code == "XML005"
    assert caught.value.diagnostic.place.line == 1
    with pytest.raises(UnusableInput):
        rename_entry(edition, ledger, "person:lukonina-praskovya", "lukonina")
    assert edition.decisions_file.read_bytes() == octets
    assert edition_authorities(edition)[0].get("person:lukonina-praskovya") is not None
