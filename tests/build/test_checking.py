"""Checking an edition: which files are looked at, what is remembered, what is accepted."""

from __future__ import annotations

import os
import shutil
import subprocess
import time
from pathlib import Path

import pytest
from lxml import etree

from dragoman.build import checking, state
from dragoman.build.check_memory import CheckMemory, as_line, read_line
from dragoman.build.checking import changed_files, check_files, svrl_report
from dragoman.build.conversion import Options, convert_sources
from dragoman.build.ledger import read_ledger
from dragoman.build.new_edition import make_edition
from dragoman.edition import Edition
from dragoman.errors import UnusableInput

NAMES = ("1979HONGK10233.txt", "selenga-search-results-3.txt")


@pytest.fixture
def edition(tmp_path: Path, repository: Path) -> Edition:
    make_edition(tmp_path, "Papers")
    edition = Edition(tmp_path)
    for name in NAMES:
        shutil.copy(repository / "tei" / "sources" / name, edition.sources)
    list(convert_sources(edition, edition.source_files(), read_ledger(edition.ledger_file, "l"), Options()))
    return edition


def codes(edition: Edition, *named: Path) -> list[str]:
    return [
        f"{d.place.file}:{d.code}" for d in check_files(edition, named).diagnostics if d.severity == "error"
    ]


def spoil(edition: Edition) -> Path:
    path = edition.documents / "1979HONGK10233.xml"
    path.write_text(path.read_text(encoding="utf-8").replace("FM ", "FROM ", 1), encoding="utf-8")
    return path


def test_a_new_conversion_has_no_errors(edition: Edition) -> None:
    checked = check_files(edition, [])
    assert codes(edition) == []
    assert checked.count == len(NAMES) + 1


def test_a_slip_is_found_and_only_the_file_that_changed_is_read_again(
    edition: Edition, monkeypatch: pytest.MonkeyPatch
) -> None:
    check_files(edition, [])
    looked_at: list[str] = []
    real = checking.check_file

    def counted(octets: bytes, name: str, *rest: object) -> object:
        looked_at.append(name)
        return real(octets, name, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(checking, "check_file", counted)
    assert codes(edition) == []
    assert looked_at == []
    spoil(edition)
    assert codes(edition) == ["tei/documents/1979HONGK10233.xml:FID001"]
    assert looked_at == ["tei/documents/1979HONGK10233.xml"]


def test_what_is_remembered_is_what_was_found(edition: Edition) -> None:
    spoil(edition)
    first = check_files(edition, []).diagnostics
    assert check_files(edition, []).diagnostics == first


@pytest.mark.parametrize("name", ["memcon of March.txt", "100%.txt", '"Chollima" & co.txt', "Беседа 2.txt"])
def test_a_transcript_of_any_name_proves_its_document(edition: Edition, name: str) -> None:
    transcript = edition.sources / name
    (edition.sources / "1979HONGK10233.txt").rename(transcript)
    (edition.documents / "1979HONGK10233.xml").unlink()
    ledger = read_ledger(edition.ledger_file, "ledger")
    (made,) = convert_sources(edition, [transcript], ledger, Options())
    assert codes(edition, made.document) == []
    text = made.document.read_text(encoding="utf-8")
    made.document.write_text(text.replace("FM ", "FROM ", 1), encoding="utf-8")
    assert codes(edition, made.document) == [f"{edition.shown(made.document)}:FID001"]


def test_a_transcript_that_changes_is_noticed(edition: Edition) -> None:
    check_files(edition, [])
    transcript = edition.sources / "1979HONGK10233.txt"
    transcript.write_text(transcript.read_text(encoding="utf-8") + "\nMORE\n", encoding="utf-8")
    assert "tei/documents/1979HONGK10233.xml:FID001" in codes(edition)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('target="../sources/1979HONGK10233.txt"', "target='../sources/1979HONGK10233.txt'"),
        ("<ref target=", '<ref n="1" target='),
        ("<ref target=", "<ref\n   target="),
        ('"../sources/1979', '"1979'),
        ("<teiHeader>", '<!-- <ref target="../sources/other.txt"> --><teiHeader>'),
    ],
)
def test_a_transcript_that_changes_is_noticed_however_the_header_is_written(
    edition: Edition, old: str, new: str
) -> None:
    document = edition.documents / "1979HONGK10233.xml"
    text = document.read_text(encoding="utf-8")
    assert old in text
    document.write_text(text.replace(old, new, 1), encoding="utf-8")
    assert codes(edition) == []
    transcript = edition.sources / "1979HONGK10233.txt"
    transcript.write_text(transcript.read_text(encoding="utf-8") + "\nMORE\n", encoding="utf-8")
    assert codes(edition) == ["tei/documents/1979HONGK10233.xml:FID001"]


def settled(edition: Edition, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the files be old enough for their stamps to be relied upon, and check."""
    monkeypatch.setattr(state, "_COARSE_NS", 0)
    check_files(edition, [])


def test_a_file_replaced_by_one_of_the_same_size_and_time_is_noticed(
    edition: Edition, monkeypatch: pytest.MonkeyPatch
) -> None:
    document = edition.documents / "1979HONGK10233.xml"
    before = document.stat()
    settled(edition, monkeypatch)
    assert codes(edition) == []
    text = document.read_text(encoding="utf-8")
    made = document.with_suffix(".new")
    made.write_text(text.replace("FM ", "MF ", 1), encoding="utf-8")
    os.utime(made, ns=(before.st_atime_ns, before.st_mtime_ns))
    made.rename(document)
    assert (document.stat().st_size, document.stat().st_mtime_ns) == (before.st_size, before.st_mtime_ns)
    assert codes(edition) == ["tei/documents/1979HONGK10233.xml:FID001"]


def test_two_files_that_change_places_are_noticed(edition: Edition, monkeypatch: pytest.MonkeyPatch) -> None:
    one, other = edition.document_files()
    settled(edition, monkeypatch)
    aside = one.with_suffix(".aside")
    one.rename(aside)
    other.rename(one)
    aside.rename(other)
    assert [d.code for d in check_files(edition, []).diagnostics].count("REF004") == 2


def test_a_file_of_the_future_is_read_every_time(edition: Edition) -> None:
    document = edition.documents / "1979HONGK10233.xml"
    future = time.time_ns() + 10**15
    os.utime(document, ns=(future, future))
    assert codes(edition) == []
    size = document.stat().st_size
    spoiled = document.read_bytes().replace(b"FM ", b"MF ", 1)
    assert len(spoiled) == size
    document.write_bytes(spoiled)
    os.utime(document, ns=(future, future))
    assert codes(edition) == ["tei/documents/1979HONGK10233.xml:FID001"]


def test_a_program_that_was_changed_checks_anew(edition: Edition, monkeypatch: pytest.MonkeyPatch) -> None:
    check_files(edition, [])
    looked_at: list[str] = []
    real = checking.check_file

    def counted(octets: bytes, name: str, *rest: object) -> object:
        looked_at.append(name)
        return real(octets, name, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(checking, "check_file", counted)
    monkeypatch.setattr(checking, "program_digest", lambda *folders: f"another {folders}")
    check_files(edition, [])
    assert len(looked_at) == len(NAMES) + 1


def test_a_broken_memory_costs_a_check_and_no_more(edition: Edition) -> None:
    check_files(edition, [])
    (edition.out / "work" / "check.txt").write_text("{", encoding="utf-8")
    assert codes(edition) == []


def test_a_file_that_is_no_xml_does_not_hide_the_others(edition: Edition) -> None:
    spoil(edition)
    (edition.documents / "broken.xml").write_text("<TEI><p></TEI>", encoding="utf-8")
    found = codes(edition)
    assert "tei/documents/1979HONGK10233.xml:FID001" in found
    assert any(one.startswith("tei/documents/broken.xml:XML") for one in found)


def test_only_the_files_named_are_spoken_of(edition: Edition) -> None:
    spoil(edition)
    other = edition.documents / "selenga-search-results-3.xml"
    assert codes(edition, other) == []
    assert codes(edition, edition.documents / "missing.xml") == ["tei/documents/missing.xml:SRC001"]


def test_an_accepted_finding_is_left_out_and_one_that_is_gone_is_reported(edition: Edition) -> None:
    spoil(edition)
    file = "tei/documents/1979HONGK10233.xml"
    exceptions = [
        f'[[exception]]\ncode = "FID001"\nfile = "{file}"\nreason = "For this test."\n',
        f'[[exception]]\ncode = "DOC001"\nfile = "{file}"\nreason = "Long gone."\n',
    ]
    edition.exceptions_file.write_text("\n".join(exceptions), encoding="utf-8")
    found = [d for d in check_files(edition, []).diagnostics if d.code in ("FID001", "EXC003")]
    assert [(d.code, str(d.place)) for d in found] == [("EXC003", "tei/exceptions.toml:6:1")]


def git(edition: Edition, *arguments: str) -> None:
    identity = ["-c", "user.name=n", "-c", "user.email=e@example.org"]
    subprocess.run(["git", *identity, *arguments], cwd=edition.root, check=True, capture_output=True)


def test_the_files_changed_since_a_revision_are_told_by_git(edition: Edition) -> None:
    git(edition, "init", "-q")
    git(edition, "add", "tei")
    git(edition, "commit", "-q", "-m", "begun")
    assert changed_files(edition, "HEAD") == []
    spoiled = spoil(edition)
    new = edition.documents / "new.xml"
    new.write_text("<TEI/>", encoding="utf-8")
    assert changed_files(edition, "HEAD") == [spoiled, new]
    with pytest.raises(UnusableInput) as caught:
        changed_files(edition, "no-such-branch")
    assert caught.value.diagnostic.code == "CHK001"


def test_the_memory_has_a_line_for_each_file_that_is_read_back_as_it_was_written(edition: Edition) -> None:
    spoil(edition)
    check_files(edition, [])
    path = edition.out / "work" / "check.txt"
    common = path.read_text(encoding="utf-8").partition("\n")[0].rpartition(" ")[2]
    files = CheckMemory(edition.out, common).files
    assert sorted(files) == [*(f"tei/documents/{Path(name).stem}.xml" for name in NAMES), "tei/edition.xml"]
    for file in files.values():
        read = read_line(file.line)
        assert read is not None
        check, places = read
        assert as_line(check, places.items()) == file.line


def test_a_damaged_line_of_the_memory_costs_the_check_of_its_file(edition: Edition) -> None:
    spoil(edition)
    first = check_files(edition, []).diagnostics
    path = edition.out / "work" / "check.txt"
    path.write_text(path.read_text(encoding="utf-8").replace("FID001", 'FID"', 1), encoding="utf-8")
    assert check_files(edition, []).diagnostics == first


def test_many_files_are_checked_in_processes_with_the_same_findings(
    edition: Edition, monkeypatch: pytest.MonkeyPatch
) -> None:
    spoil(edition)
    alone = check_files(edition, []).diagnostics
    shutil.rmtree(edition.out)
    monkeypatch.setattr(checking, "_POOL_FROM", 1)
    assert check_files(edition, [], jobs=2).diagnostics == alone


def test_a_file_of_two_hundred_megabytes_is_not_read(edition: Edition) -> None:
    huge = edition.documents / "huge.xml"
    with huge.open("wb") as file:
        file.truncate(200 * 1024 * 1024)
    assert "tei/documents/huge.xml:XML004" in codes(edition)


def test_a_file_that_vanishes_in_mid_run_does_not_stop_the_others(
    edition: Edition, monkeypatch: pytest.MonkeyPatch
) -> None:
    lost = spoil(edition)
    listed = edition.document_files()
    lost.unlink()
    monkeypatch.setattr(Edition, "document_files", lambda self: listed)
    found = codes(edition)
    assert "tei/documents/1979HONGK10233.xml:SRC001" in found
    assert len(found) == 1


def test_what_the_entries_of_an_authority_file_lack_is_found(edition: Edition) -> None:
    edition.authority_file("people").write_text(
        '<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="people"><teiHeader><fileDesc><titleStmt>'
        "<title>People</title></titleStmt><publicationStmt><p>None.</p></publicationStmt><sourceDesc>"
        "<p>None.</p></sourceDesc></fileDesc></teiHeader><standOff><listPerson>\n"
        '<person><persName type="preferred">Sarnai</persName></person>\n'
        '<person xml:id="late"><persName type="preferred">Late</persName><birth when="1950"/>'
        '<death when="1940"/></person>\n'
        "</listPerson></standOff></TEI>\n",
        encoding="utf-8",
    )
    found = [d for d in check_files(edition, []).diagnostics if d.code.startswith("AUT")]
    assert [(d.code, d.place.line) for d in found] == [("AUT002", 2), ("AUT005", 3)]
    assert check_files(edition, []).diagnostics == check_files(edition, []).diagnostics


def test_what_the_rules_find_can_be_had_as_svrl(edition: Edition) -> None:
    path = edition.documents / "1979HONGK10233.xml"
    report, is_faultless = svrl_report(edition, path)
    assert is_faultless
    assert "failed-assert" not in report
    text = path.read_text(encoding="utf-8").replace("<p ", "<p>  </p><p ", 1)
    path.write_text(text, encoding="utf-8")
    report, is_faultless = svrl_report(edition, path)
    assert not is_faultless
    said = [node for node in etree.fromstring(report) if node.get("location")]
    assert [(etree.QName(node).localname, node.get("id")) for node in said] == [
        ("successful-report", "IDS002.1"),
        ("successful-report", "DOC003.1"),
    ]
    with pytest.raises(UnusableInput, match="there is no such file"):
        svrl_report(edition, edition.documents / "none.xml")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ('<?xml version="1.0" encoding="ISO-8859-1"?>\n<TEI>Gäste</TEI>', "XML005"),
        ("<div>" * 150 + "</div>" * 150, "XML003"),
        ("<p {}/>".format(" ".join(f"n{number}='1'" for number in range(201))), "XML006"),
    ],
)
def test_what_no_check_reads_has_no_svrl(edition: Edition, text: str, code: str) -> None:
    path = edition.documents / "odd.xml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(UnusableInput) as raised:
        svrl_report(edition, path)
    assert (raised.value.diagnostic.code, raised.value.diagnostic.place.file) == (code, edition.shown(path))


PEOPLE = (
    '<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="people"><teiHeader><fileDesc><titleStmt>'
    "<title>People</title></titleStmt><publicationStmt><p>None.</p></publicationStmt><sourceDesc>"
    "<p>None.</p></sourceDesc></fileDesc></teiHeader><standOff><listPerson>\n"
    '<person xml:id="sarnai"><persName type="preferred">Sarnai</persName></person>\n'
    "</listPerson></standOff></TEI>\n"
)


def decided(edition: Edition) -> list[str]:
    return [str(d).partition("\n")[0] for d in check_files(edition, []).diagnostics if d.code[:3] == "DEC"]


def test_decisions_are_checked_as_annotating_reads_them(edition: Edition) -> None:
    edition.authority_file("people").write_text(PEOPLE, encoding="utf-8")
    edition.decisions_file.write_text(
        "# Decisions\nlink * * * “Sarnai” person:sarnai\n  Sarnai is the aunt\n"
        "link 1979HONGK10233 p1 1 “Bat” person:bat\nleave 1979HONGK10234 p1 1 “Bat” -\n",
        encoding="utf-8",
    )
    file = "tei/authorities/decisions.txt"
    assert decided(edition) == [
        f"{file}:3:3: error[DEC001] “Sarnai is the aunt” is not a decision",
        f"{file}:4:1: error[DEC003] person:bat is not in the authority files",
        f"{file}:5:1: warning[DEC002] there is no document 1979HONGK10234",
    ]
    assert codes(edition, edition.decisions_file) == [f"{file}:DEC001", f"{file}:DEC003"]


def test_files_with_a_byte_order_mark_are_read(edition: Edition) -> None:
    edition.decisions_file.write_text("leave * * * “Bat” -\n", encoding="utf-8-sig")
    edition.exceptions_file.write_text("# Nothing yet.\n", encoding="utf-8-sig")
    assert codes(edition) == []


@pytest.mark.parametrize(
    "text", ["exception = 3", "exception = [3]", '[[exception]]\ncode = "X"\nfile = "y"\nline = true']
)
def test_exceptions_of_another_form_are_refused(edition: Edition, text: str) -> None:
    edition.exceptions_file.write_text(text, encoding="utf-8")
    assert codes(edition) == ["tei/exceptions.toml:EXC001"]


def test_a_transcript_whose_name_no_system_admits_is_not_there(edition: Edition) -> None:
    document = edition.documents / "1979HONGK10233.xml"
    text = document.read_text(encoding="utf-8")
    document.write_text(text.replace("../sources/1979", "../sources/%00", 1), encoding="utf-8")
    assert codes(edition) == ["tei/documents/1979HONGK10233.xml:REF006"]


def test_a_fault_of_toml_is_named_in_its_line(edition: Edition) -> None:
    edition.exceptions_file.write_text('[[exception]]\ncode = "TEL004\n', encoding="utf-8")
    (found,) = (d for d in check_files(edition, []).diagnostics if d.code == "EXC001")
    assert str(found.place) == "tei/exceptions.toml:2:15"
    assert found.message == "illegal character '\\n'"


def test_what_a_broken_file_may_hold_is_not_said_to_be_missing(edition: Edition) -> None:
    people = edition.authority_file("people")
    people.write_text(PEOPLE, encoding="utf-8")
    edition.decisions_file.write_text("link * * * “Sarnai” person:sarnai\n", encoding="utf-8")
    document = edition.documents / "selenga-search-results-3.xml"
    text = document.read_text(encoding="utf-8")
    head = text.index("<head>") + len("<head>")
    named = '<persName ref="person:sarnai"><ref target="1979HONGK10233.xml#p1"/></persName>'
    document.write_text(text[:head] + named + text[head:], encoding="utf-8")
    before = codes(edition)
    assert not any("REF" in code or "DEC" in code for code in before)
    people.write_text(PEOPLE.replace("</standOff>", ""), encoding="utf-8")
    (edition.documents / "1979HONGK10233.xml").write_text("<TEI>", encoding="utf-8")
    broken = ["tei/authorities/people.xml:XML001", "tei/documents/1979HONGK10233.xml:XML001"]
    assert codes(edition) == sorted([*before, *broken])


def missing_pictures(edition: Edition, address: str) -> list[tuple[int, str, str]]:
    document = edition.documents / "1979HONGK10233.xml"
    text = document.read_text(encoding="utf-8")
    figure = f'\n<figure><graphic url="{address}"/><figDesc>A plan</figDesc></figure>'
    document.write_text(text.replace("    <closer>", f"{figure}\n    <closer>", 1), encoding="utf-8")
    found = [d for d in check_files(edition, []).diagnostics if d.code in ("REF009", "REF010", "REF011")]
    document.write_text(text, encoding="utf-8")
    return [(d.place.column, d.message, d.hint) for d in found]


AT = len('<figure><graphic url="') + 1
# The beginning of a picture of three pixels by two.
GIF = b"GIF89a\x03\0\x02\0\x80\0\0"


@pytest.mark.parametrize(
    ("address", "hint"),
    [
        ("pictures/plan%20of%20the%20ferry.png", "did you mean ../pictures/plan%20of%20the%20ferry.png?"),
        ("../pictures/Plan%20of%20the%20ferry.PNG", "did you mean ../pictures/plan%20of%20the%20ferry.png?"),
        ("../pictures/plan%20of%20a%20ferry.png", "did you mean ../pictures/plan%20of%20the%20ferry.png?"),
        ("..\\pictures\\x.png", "write ../pictures/x.png: folders are parted by /"),
        ("a%00b.png", "put the file there, or correct the address"),
        (f"{'x' * 400}.png", "put the file there, or correct the address"),
    ],
)
def test_a_picture_that_is_not_there_is_found_at_its_address(
    edition: Edition, address: str, hint: str
) -> None:
    (edition.tei / "pictures").mkdir()
    (edition.tei / "pictures" / "plan of the ferry.png").write_bytes(b"")
    assert missing_pictures(edition, address) == [(AT, f"the picture {address} is not there", hint)]


@pytest.mark.parametrize(
    "address",
    ["../pictures/plan%20of%20the%20ferry.png", "../pictures/plan%20of%20the%20ferry.png#left",
     "https://example.org/plan.png", "data:image/png;base64,AA"],
)  # fmt: skip
def test_a_picture_that_is_there_or_elsewhere_is_in_order(edition: Edition, address: str) -> None:
    (edition.tei / "pictures").mkdir()
    (edition.tei / "pictures" / "plan of the ferry.png").write_bytes(GIF)
    assert missing_pictures(edition, address) == []


@pytest.mark.parametrize(
    "address",
    ["../../../hosts.png", "..%2f..%2f..%2fhosts.png", "/pictures/plan.png", "\\\\host\\plan.png",
     "C:\\plan.png", "file:///plan.png", "javascript:alert(1)"],
)  # fmt: skip
def test_an_address_of_a_picture_that_leads_out_of_the_edition_is_found(
    edition: Edition, address: str
) -> None:
    (edition.root.parent / "hosts.png").write_bytes(GIF)
    said = f"{address} is neither an address within the edition nor one of the web"
    hint = "put the picture into the folder of the edition and name it from this file"
    assert missing_pictures(edition, address) == [(AT, said, hint)]


def test_xml_base_leads_to_no_picture(edition: Edition) -> None:
    (edition.root.parent / "hosts.png").write_bytes(GIF)
    address = 'hosts.png" xml:base="../../../'
    (said,) = [message for _, message, _ in missing_pictures(edition, address)]
    assert said == "the picture hosts.png is not there"


@pytest.mark.parametrize("octets", [b"", b"no picture at all", GIF[:8], b"\x89PNG\r\n\x1a\n", b"<svg>"])
def test_a_picture_that_cannot_be_read_is_found(edition: Edition, octets: bytes) -> None:
    (edition.documents / "plan.png").write_bytes(octets)
    said = "the picture plan.png is no whole PNG, JPEG, GIF, WebP or SVG"
    assert missing_pictures(edition, "plan.png") == [(AT, said, "save it again as one of these")]


def test_pages_without_their_pictures_are_one_finding(edition: Edition) -> None:
    (edition.documents / "2.gif").write_bytes(GIF)
    pages = "".join(f'<pb n="{n}" facs="{n}.gif"/>' for n in range(1, 5))
    document = edition.documents / "1979HONGK10233.xml"
    text = document.read_text(encoding="utf-8")
    document.write_text(text.replace("<closer>", f"{pages}<closer>", 1), encoding="utf-8")
    found = [d for d in check_files(edition, []).diagnostics if d.code == "REF009"]
    assert [d.message for d in found] == ["the picture 1.gif is not there, nor are those of 2 other pages"]


def test_the_pictures_of_a_facsimile_are_held_against_the_folder_and_its_ids_against_the_pages(
    edition: Edition,
) -> None:
    (edition.documents / "one.gif").write_bytes(GIF)
    document = edition.documents / "1979HONGK10233.xml"
    before = codes(edition)
    text = document.read_text(encoding="utf-8").replace("<closer>", '<pb n="9" facs="#f1"/><closer>', 1)
    facsimile = '<facsimile><surface xml:id="{}"><graphic url="{}"/></surface></facsimile>\n <text>'
    document.write_text(text.replace("<text>", facsimile.format("f1", "one.gif"), 1), encoding="utf-8")
    assert codes(edition) == before
    document.write_text(text.replace("<text>", facsimile.format("f2", "two.gif"), 1), encoding="utf-8")
    file = "tei/documents/1979HONGK10233.xml"
    assert set(codes(edition)) - set(before) == {f"{file}:PTR001", f"{file}:REF009"}


def test_a_picture_that_vanishes_is_noticed_though_no_document_changed(
    edition: Edition, monkeypatch: pytest.MonkeyPatch
) -> None:
    picture = edition.documents / "plan.svg"
    picture.write_bytes(b"<svg/>")
    document = edition.documents / "1979HONGK10233.xml"
    text = document.read_text(encoding="utf-8")
    figure = '<figure><graphic url="plan.svg"/><figDesc>A plan</figDesc></figure>'
    document.write_text(text.replace("<closer>", f"{figure}<closer>", 1), encoding="utf-8")
    settled(edition, monkeypatch)
    before = codes(edition)
    picture.unlink()
    assert set(codes(edition)) - set(before) == {"tei/documents/1979HONGK10233.xml:REF009"}
