"""Converting a folder: what is written, what is kept, what is refused."""

from __future__ import annotations

import json
import os
import shutil
from itertools import pairwise
from pathlib import Path

import pytest

from dragoman.build.conversion import Options, Outcome, Status, convert_sources
from dragoman.build.files import digest
from dragoman.build.ledger import read_ledger
from dragoman.build.new_edition import make_edition
from dragoman.build.reporting import conversion_report
from dragoman.build.sources import passed_over, refusals
from dragoman.edition import Edition
from dragoman.errors import FaultyEdition, UnusableInput

NAMES = ("1979HONGK10233.txt", "vereshchagin-dorjsuren-1978-09-14.txt", "selenga-search-results-3.txt")


@pytest.fixture
def edition(tmp_path: Path, repository: Path) -> Edition:
    make_edition(tmp_path, "Papers")
    for name in NAMES:
        shutil.copy(repository / "tei" / "sources" / name, tmp_path / "tei" / "sources" / name)
    return Edition(tmp_path)


def convert(edition: Edition, options: Options | None = None) -> dict[str, Outcome]:
    ledger = read_ledger(edition.ledger_file, "tei/conversions.json")
    outcomes = convert_sources(edition, edition.source_files(), ledger, options or Options())
    return {outcome.document.stem: outcome for outcome in outcomes}


def statuses(outcomes: dict[str, Outcome]) -> set[Status]:
    return {outcome.status for outcome in outcomes.values()}


def test_each_transcript_becomes_a_document_of_its_kind(edition: Edition) -> None:
    outcomes = convert(edition)
    assert {id_: o.converted.kind for id_, o in outcomes.items()} == {
        "1979HONGK10233": "telegram",
        "vereshchagin-dorjsuren-1978-09-14": "memorandum",
        "selenga-search-results-3": "search-results",
    }
    assert [path.stem for path in edition.document_files()] == sorted(outcomes)


def test_a_second_conversion_does_nothing(edition: Edition) -> None:
    assert statuses(convert(edition)) == {Status.WRITTEN}
    before = {path: path.stat().st_mtime_ns for path in edition.document_files()}
    assert statuses(convert(edition)) == {Status.UNCHANGED}
    assert {path: path.stat().st_mtime_ns for path in edition.document_files()} == before


def test_an_interrupted_run_is_taken_up_where_it_stopped(edition: Edition) -> None:
    ledger = read_ledger(edition.ledger_file, "ledger")
    run = convert_sources(edition, edition.source_files(), ledger, Options())
    first = next(run)
    run.close()
    outcomes = convert(edition)
    assert outcomes[first.document.stem].status is Status.UNCHANGED
    assert outcomes[first.document.stem].converted.octets is None, "it was converted again"
    assert sum(o.status is Status.WRITTEN for o in outcomes.values()) == len(NAMES) - 1


def edit(edition: Edition) -> Path:
    path = edition.documents / "1979HONGK10233.xml"
    path.write_text(
        path.read_text(encoding="utf-8").replace("<head>", "<head><!-- seen -->"), encoding="utf-8"
    )
    return path


def test_an_edited_document_stays_while_its_transcript_stays(edition: Edition) -> None:
    convert(edition)
    edited = edit(edition).read_bytes()
    assert convert(edition)["1979HONGK10233"].status is Status.UNCHANGED
    assert (edition.documents / "1979HONGK10233.xml").read_bytes() == edited


def test_an_edited_document_is_not_overwritten_when_its_transcript_changes(edition: Edition) -> None:
    convert(edition)
    path = edit(edition)
    edited = path.read_bytes()
    source = edition.sources / "1979HONGK10233.txt"
    source.write_text(source.read_text(encoding="utf-8") + "\nONE WORD MORE\n", encoding="utf-8")
    kept = convert(edition)["1979HONGK10233"]
    assert kept.status is Status.KEPT
    assert path.read_bytes() == edited
    (warning,) = [d for d in kept.diagnostics if d.code == "CNV001"]
    assert "<!-- seen -->" in warning.message
    assert "--force" in warning.hint

    forced = convert(edition, Options(is_forced=True))["1979HONGK10233"]
    assert forced.status is Status.WRITTEN
    assert "ONE WORD MORE" in path.read_text(encoding="utf-8")
    assert (edition.documents / "1979HONGK10233.xml.1.bak").read_bytes() == edited


def publish(edition: Edition, old: str, new: str) -> Edition:
    text = edition.edition_file.read_text(encoding="utf-8")
    assert old in text
    edition.edition_file.write_text(text.replace(old, new), encoding="utf-8")
    return Edition(edition.root)


def test_what_the_edition_says_in_every_header_reaches_edited_documents_and_nothing_else_changes(
    edition: Edition,
) -> None:
    convert(edition)
    path = edit(edition)
    names = "Name of the publisher", "Press of the Weir", "Weir &amp; Daughter"
    for old, new in pairwise(names):
        edited = path.read_text(encoding="utf-8")
        again = convert(publish(edition, old, new))
        assert {name: outcome.status for name, outcome in again.items()} == {
            "1979HONGK10233": Status.HEADED,
            "vereshchagin-dorjsuren-1978-09-14": Status.WRITTEN,
            "selenga-search-results-3": Status.WRITTEN,
        }
        assert path.read_text(encoding="utf-8") == edited.replace(old, new)
    # It is an editor's document still.
    changed = publish(edition, "White space and line ends only.", "None.")
    assert convert(changed)[path.stem].status is Status.HEADED
    source = edition.sources / "1979HONGK10233.txt"
    source.write_text(source.read_text(encoding="utf-8") + "\nONE WORD MORE\n", encoding="utf-8")
    assert convert(edition)[path.stem].status is Status.KEPT


def test_names_stay_tagged_when_the_header_of_the_edition_changes(edition: Edition) -> None:
    convert(edition)
    path = edition.documents / "1979HONGK10233.xml"
    before = path.read_bytes()
    tagged = before.replace(b"<orgName>", b'<orgName ref="org:a">', 1)
    ledger = read_ledger(edition.ledger_file, "tei/conversions.json")
    ledger.rewrite(path, before, tagged)
    ledger.save()
    outcome = convert(publish(edition, "Surname of the editor", "Brand"))["1979HONGK10233"]
    assert (outcome.status, outcome.had_names) == (Status.HEADED, False)
    assert path.read_bytes() == tagged.replace(b"Surname of the editor", b"Brand")
    record = read_ledger(edition.ledger_file, "tei/conversions.json").records["1979HONGK10233"]
    assert record.written == digest(path.read_bytes())


def test_a_header_that_an_editor_changed_is_the_editors(edition: Edition) -> None:
    convert(edition)
    path = edition.documents / "1979HONGK10233.xml"
    own = path.read_text(encoding="utf-8").replace("Name of the publisher", "Another press")
    path.write_text(own, encoding="utf-8")
    outcome = convert(publish(edition, "Name of the publisher", "Press of the Weir"))["1979HONGK10233"]
    assert outcome.status is Status.KEPT
    assert path.read_text(encoding="utf-8") == own


def test_a_bad_transcript_is_reported_and_the_rest_goes_on(edition: Edition) -> None:
    (edition.sources / "broken.txt").write_bytes(b"PK\x03\x04\x00\x00")
    (edition.sources / "shopping.txt").write_text("Milk, eggs, and a pontoon.\n", encoding="utf-8")
    outcomes = convert(edition)
    assert outcomes["broken"].status is Status.FAILED
    assert outcomes["broken"].diagnostics[0].code == "SRC003"
    (refused,) = outcomes["shopping"].diagnostics
    assert refused.code == "DET001"
    assert "memorandum 0." in refused.message
    assert sum(o.status is Status.WRITTEN for o in outcomes.values()) == len(NAMES)
    assert not (edition.documents / "broken.xml").exists()


def test_two_transcripts_of_one_name_are_refused(edition: Edition) -> None:
    shutil.copy(edition.sources / "1979HONGK10233.txt", edition.sources / "1979HONGK10233.text")
    ledger = read_ledger(edition.ledger_file, "ledger")
    failed = [
        o
        for o in convert_sources(edition, edition.source_files(), ledger, Options())
        if o.status is Status.FAILED
    ]
    assert [o.diagnostics[0].code for o in failed] == ["CNV002"]


def test_transcripts_whose_names_differ_in_capitals_are_refused(edition: Edition) -> None:
    shutil.copy(edition.sources / "1979HONGK10233.txt", edition.sources / "1979HongK10233.txt")
    assert list(refusals(edition, edition.source_files())) == [edition.sources / "1979HongK10233.txt"]


def test_a_transcript_outside_the_edition_and_a_document_are_refused(
    edition: Edition, tmp_path: Path
) -> None:
    convert(edition)
    document = edition.documents / "1979HONGK10233.xml"
    before = document.read_bytes()
    outside = tmp_path / "letter.txt"
    outside.write_text("Dear Comrade,\n", encoding="utf-8")
    ledger = read_ledger(edition.ledger_file, "ledger")
    asked = [outside, document, edition.root / "tei"]
    outcomes = list(convert_sources(edition, asked, ledger, Options(is_forced=True)))
    assert [o.diagnostics[0].code for o in outcomes] == ["CNV004", "CNV004", "CNV004"]
    assert outcomes[2].diagnostics[0].message == "this is a folder"
    assert "copy it there" in outcomes[0].diagnostics[0].hint
    assert document.read_bytes() == before
    assert not (edition.documents / "letter.xml").exists()


def test_a_document_that_an_editor_renamed_is_not_converted_again_under_its_first_name(
    edition: Edition,
) -> None:
    convert(edition)
    (edition.documents / "1979HONGK10233.xml").rename(edition.documents / "press-roundup.xml")
    outcomes = convert(edition)
    assert outcomes["1979HONGK10233"].status is Status.RENAMED
    (note,) = outcomes["1979HONGK10233"].diagnostics
    assert (note.code, note.place.file) == ("CNV006", "tei/sources/1979HONGK10233.txt")
    assert note.message == "its document is tei/documents/press-roundup.xml; it was not converted again"
    assert not (edition.documents / "1979HONGK10233.xml").exists()
    (edition.documents / "press-roundup.xml").unlink()
    assert convert(edition)["1979HONGK10233"].status is Status.WRITTEN


def test_a_transcript_that_was_renamed_is_known_by_its_bytes(edition: Edition) -> None:
    convert(edition)
    transcript = (edition.sources / "1979HONGK10233.txt").rename(edition.sources / "lantern.txt")
    outcome = convert(edition)["lantern"]
    assert outcome.status is Status.RENAMED
    assert "tei/documents/1979HONGK10233.xml was made from these very bytes" in outcome.diagnostics[0].message
    transcript.write_text("Another one. " + transcript.read_text(encoding="utf-8"), encoding="utf-8")
    assert convert(edition)["lantern"].status is Status.WRITTEN


def test_a_copy_of_a_transcript_is_another_transcript(edition: Edition) -> None:
    convert(edition)
    shutil.copy(edition.sources / "1979HONGK10233.txt", edition.sources / "copy.txt")
    assert convert(edition)["copy"].status is Status.WRITTEN


@pytest.mark.parametrize("folder", ["sources", "documents"])
def test_a_name_that_is_not_utf_8_is_refused(edition: Edition, folder: str) -> None:
    (edition.tei / folder / os.fsdecode(b"M\xe9mo.xml")).write_text(
        "A. Ba and B. Ce met.\n", encoding="utf-8"
    )
    files = edition.source_files if folder == "sources" else edition.document_files
    with pytest.raises(UnusableInput) as refused:
        files()
    found = refused.value.diagnostic
    assert (found.code, found.place.file) == ("EDN004", f"tei/{folder}/M\N{REPLACEMENT CHARACTER}mo.xml")


def test_folders_and_dead_links_among_the_transcripts_are_named(edition: Edition) -> None:
    (edition.sources / "older").mkdir()
    (edition.sources / "lost.txt").symlink_to(edition.sources / "nowhere.txt")
    assert [str(d.place) for d in passed_over(edition)] == ["tei/sources/lost.txt", "tei/sources/older"]


def test_a_kind_that_was_named_is_kept_for_its_transcript(edition: Edition) -> None:
    transcript = edition.sources / "shopping.txt"
    transcript.write_text("Milk, eggs, and a pontoon.\n", encoding="utf-8")
    ledger = read_ledger(edition.ledger_file, "ledger")
    (named,) = convert_sources(edition, [transcript], ledger, Options("memorandum"))
    assert named.status is Status.WRITTEN
    assert convert(edition)["shopping"].status is Status.UNCHANGED
    transcript.write_text("Milk, eggs, and two pontoons.\n", encoding="utf-8")
    again = convert(edition)["shopping"]
    assert (again.status, again.converted.kind) == (Status.WRITTEN, "memorandum")


def test_what_changed_is_shown_without_the_tags_of_names(edition: Edition) -> None:
    convert(edition)
    path = edition.documents / "1979HONGK10233.xml"
    text = path.read_text(encoding="utf-8")
    path.write_text(
        text.replace("<p>", "<p><rs ref='person:x'>").replace("</p>", "</rs></p>"), encoding="utf-8"
    )
    transcript = edition.sources / "1979HONGK10233.txt"
    words = transcript.read_text(encoding="utf-8")
    transcript.write_text(words.replace("HONG KONG", "HONG KONG ", 1) + "\nONE WORD MORE\n", encoding="utf-8")
    kept = convert(edition)["1979HONGK10233"]
    (finding,) = (d for d in kept.diagnostics if d.code == "CNV001")
    assert "ONE WORD MORE" in finding.message
    assert "rs ref" not in finding.message


def test_a_lost_ledger_makes_no_edits_of_what_is_the_conversion_but_for_names(edition: Edition) -> None:
    convert(edition)
    tagged = edition.documents / "1979HONGK10233.xml"
    edited = edition.documents / "selenga-search-results-3.xml"
    for path, old, new in (
        (tagged, "<p ", '<p n="0" '),
        (edited, "Old Carp", "Old Perch"),
    ):
        path.write_text(path.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")
    tagged.write_text(
        tagged.read_text(encoding="utf-8").replace('<p n="0" ', "<p ").replace("HONG", "<rs>HONG</rs>"),
        encoding="utf-8",
    )
    edition.ledger_file.unlink()

    assert {name: outcome.status for name, outcome in convert(edition).items()} == {
        "1979HONGK10233": Status.UNCHANGED,
        "vereshchagin-dorjsuren-1978-09-14": Status.UNCHANGED,
        "selenga-search-results-3": Status.KEPT,
    }
    assert "<rs>HONG</rs>" in tagged.read_text(encoding="utf-8")


def test_a_conversion_that_writes_over_tagged_names_says_so(edition: Edition) -> None:
    convert(edition)
    path = edition.documents / "1979HONGK10233.xml"
    before = path.read_bytes()
    ledger = read_ledger(edition.ledger_file, "tei/conversions.json")
    ledger.rewrite(path, before, before.replace(b"<orgName>", b'<orgName ref="org:a">', 1))
    ledger.save()
    transcript = edition.sources / "1979HONGK10233.txt"
    transcript.write_bytes(transcript.read_bytes() + b"\nONE WORD MORE\n")

    again = convert(edition)

    assert {name: outcome.had_names for name, outcome in again.items()} == {
        "1979HONGK10233": True,
        "vereshchagin-dorjsuren-1978-09-14": False,
        "selenga-search-results-3": False,
    }


def test_many_workers_give_the_same_bytes_as_one(edition: Edition) -> None:
    text = (edition.sources / "1979HONGK10233.txt").read_text(encoding="utf-8")
    for number in range(40):
        (edition.sources / f"copy-{number:02}.txt").write_text(text, encoding="utf-8")
    convert(edition)
    alone = {path.name: path.read_bytes() for path in edition.document_files()}
    shutil.rmtree(edition.documents)
    convert(edition, Options(jobs=2))
    assert {path.name: path.read_bytes() for path in edition.document_files()} == alone


def test_a_broken_ledger_is_named_with_its_line(edition: Edition) -> None:
    edition.ledger_file.write_text('{\n "a": ', encoding="utf-8")
    with pytest.raises(FaultyEdition) as caught:
        convert(edition)
    assert str(caught.value.diagnostic.place) == "tei/conversions.json:2"


def test_the_ledger_reads_as_a_table_of_documents(edition: Edition) -> None:
    convert(edition)
    table = json.loads(edition.ledger_file.read_text(encoding="utf-8"))
    assert table["1979HONGK10233"]["source"] == "1979HONGK10233.txt"
    assert set(table["1979HONGK10233"]) == {"source", "key", "converted", "written"}


def test_the_report_says_what_was_decided_and_why(edition: Edition) -> None:
    name = "vereshchagin-dorjsuren-1978-09-14"
    report = conversion_report(convert(edition, Options(is_reported=True))[name])
    assert report.startswith(f"{name}.txt -> {name}.xml: written\n")
    assert "\nkind: memorandum (1.00)\n" in report
    assert "\ndecisions\n" in report
    assert ": source-term in mn-Latn  (high)\n" in report
