"""The edition with four real sources, from transcripts to pages: what must be right in it.

Its texts may not be copied into this repository: the folder is named by DRAGOMAN_REAL_EDITION.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from lxml import etree

from dragoman.build.annotation import annotate_documents
from dragoman.build.builder import Builder
from dragoman.build.conversion import Options, Status, convert_sources
from dragoman.build.ledger import read_ledger
from dragoman.build.products import build
from dragoman.build.schema import provide_schema
from dragoman.edition import Edition
from dragoman.entities.annotate import Options as AnnotateOptions
from dragoman.fidelity import compare, transcript_of
from dragoman.source import read_source
from dragoman.tei.ns import NSMAP, XML_LANG, tei
from dragoman.tei.views import reading_view

MEMORANDUM = "kapitsa-yondon-1982-06-09"
TELEGRAM = "1978MOSCOW08357"
CATALOGUE = "interkit-collection"
RESULTS = "sino-soviet-search-results"


@pytest.fixture(scope="module")
def edition(real_edition: Path, tmp_path_factory: pytest.TempPathFactory) -> Edition:
    """A copy of the real edition, converted and annotated."""
    folder = tmp_path_factory.mktemp("real") / "edition"
    shutil.copytree(real_edition, folder, copy_function=shutil.copyfile)
    for path in [folder, *folder.rglob("*")]:
        path.chmod(0o755)
    copy = Edition(folder)
    provide_schema(copy)
    ledger = read_ledger(copy.ledger_file, "ledger")
    outcomes = list(convert_sources(copy, copy.source_files(), ledger, Options()))
    assert {outcome.status for outcome in outcomes} == {Status.WRITTEN}
    annotate_documents(copy, copy.document_files(), ledger, AnnotateOptions())
    return copy


def document(edition: Edition, identifier: str) -> etree._Element:
    return etree.parse(edition.documents / f"{identifier}.xml").getroot()


def find(root: etree._Element, path: str) -> list[etree._Element]:
    found = root.xpath(path, namespaces={**NSMAP, "xml": "http://www.w3.org/XML/1998/namespace"})
    assert isinstance(found, list)
    return found


def text(element: etree._Element) -> str:
    return " ".join("".join(element.itertext()).split())


def test_no_character_of_any_source_is_lost(edition: Edition) -> None:
    for path in edition.document_files():
        source = read_source(edition.sources / f"{path.stem}.txt")
        octets = path.read_bytes()
        root = etree.fromstring(octets)
        assert compare(source, octets, root, path.name) == []
        assert transcript_of(root).split() == source.text.split()


def test_every_document_is_valid_against_tei_all(edition: Edition, tei_all: etree.RelaxNG) -> None:
    for path in (*edition.document_files(), *sorted(edition.authorities.glob("*.xml"))):
        assert tei_all.validate(etree.parse(path)), f"{path.name}: {tei_all.error_log}"


def test_the_brackets_of_the_memorandum_have_their_classes(edition: Edition) -> None:
    root = document(edition, MEMORANDUM)
    terms = find(root, "//tei:text//tei:note[@subtype='source-term']/tei:term")
    assert [(text(term), term.get(XML_LANG)) for term in terms] == [
        ("bar’dag", "mn-Latn"),
        ("oliggui", "mn-Latn"),
        ("gargaj", "mn-Latn"),
    ]
    glosses = {text(note) for note in find(root, "//tei:text//tei:note[@subtype='gloss']")}
    assert {"overseas Chinese", "Baikal-Amur Mainline"} <= glosses
    supplied = [text(s) for s in find(root, "//tei:text//tei:supplied[@rend='brackets']")]
    assert {"North", "Zedong", "1982"} <= set(supplied)
    assert supplied.count("North") == 3
    assert all(e.get("resp") == "#translator" for e in find(root, "//tei:text//*[@rend='brackets'][@resp]"))


def test_the_memorandum_has_its_date_and_its_people(edition: Edition) -> None:
    root = document(edition, MEMORANDUM)
    (date,) = find(root, "//tei:creation/tei:date")
    assert (date.get("when") or date.get("from", "")).startswith("1982-06-09")
    (setting,) = find(root, "//tei:setting/tei:date")
    assert (setting.get("from", "")[:16], setting.get("to", "")[:16]) == (
        "1982-06-09T10:00",
        "1982-06-09T12:00",
    )
    people = {text(name) for name in find(root, "//tei:particDesc//tei:persName")}
    for surname in (
        "Kapitsa",
        "Yondon",
        "Katerinich",
        "Basmanov",
        "Kondratenko",
        "Gotov",
        "Damdindorj",
        "Bekhbat",
    ):
        assert any(surname in name for name in people), surname
    signed = [text(name) for name in find(root, "//tei:closer//tei:signed//tei:persName")]
    assert [name.split()[-1] for name in signed] == ["Yondon", "Bekhbat"]


def test_the_telegrams_text_runs_across_pages_and_sections(edition: Edition) -> None:
    root = document(edition, TELEGRAM)
    reading = " ".join(reading_view(root).text.split())
    assert "WERE THE STATEMENTS OF PEOPLE" in reading
    assert "SPLITS IN THE SOVIET POLITBURO, BUT" in reading
    numbered = find(root, "//tei:text/tei:body//tei:p[@n]")
    assert [paragraph.get("n") for paragraph in numbered] == [str(n) for n in range(1, 10)]
    assert [m.get("n") for m in find(root, "//tei:milestone[@unit='section']")] == ["1", "2", "3"]
    assert text(find(root, "//tei:closer/tei:signed/tei:persName")[0]) == "TOON"


def test_the_telegrams_header_is_normalised(edition: Edition) -> None:
    root = document(edition, TELEGRAM)
    sent = find(root, "//tei:correspAction[@type='sent']/tei:date")
    assert [date.get("when") for date in sent] == ["1978-04-20T13:17:00+00:00"]
    action = find(root, "//tei:correspAction[@subtype='action']/tei:orgName")
    info = find(root, "//tei:correspAction[@subtype='info']/tei:orgName")
    assert [text(name) for name in action] == ["SECSTATE WASHDC"]
    assert len(info) == 16
    assert {"AMEMBASSY DACCA", "USLO PEKING", "USMISSION USNATO"} <= {text(name) for name in info}
    tags = [text(term) for term in find(root, "//tei:keywords/tei:term[@type='TAGS']")]
    assert tags == ["CH", "UR", "PARM", "PBOR", "JA", "KN", "KS"]


def test_the_crowded_attribute_lines_are_taken_apart(edition: Edition) -> None:
    root = document(edition, TELEGRAM)
    labels = find(root, "//tei:back//tei:list/tei:label")
    items = find(root, "//tei:back//tei:list/tei:item")
    pairs = {text(label).strip("*: "): text(item) for label, item in zip(labels, items, strict=True)}
    assert pairs["Automatic Decaptioning"] == "X"
    assert pairs["Capture Date"] == "01 jan 1994"
    assert pairs["Channel Indicators"] == "n/a"
    assert pairs["Expiration"] == ""
    assert pairs["Film Number"] == "D780170-0816"
    assert pairs["Format"] == "TEL"
    assert pairs["Review Media Identifier"] == ""
    assert pairs["Document Number"] == TELEGRAM
    assert len(pairs) >= 55


def test_the_catalogue_has_twenty_entries_with_dates_as_precise_as_given(edition: Edition) -> None:
    root = document(edition, CATALOGUE)
    entries = find(root, "//tei:listBibl/tei:bibl")
    assert [entry.get("n") for entry in entries] == [str(n) for n in range(1, 21)]
    dates = [entry.find(tei("date")) for entry in entries]
    assert [date.get("when") for date in dates if date is not None] == [
        *("1977-06-21", "1978-03-06", "1978-09", "1978-12", "1978-12-12", "1979-02-09", "1979-03-01"),
        *("1979-04-12", "1979-07", "1979-12", "1980", "1980-02", "1980-06", "1980-06-18", "1980-11-10"),
        *("1980-12-11", "1980-12-18", "1981-02-13", "1981-11-16", "1982"),
    ]
    assert entries[-1].find(tei("note")) is None, "the last entry has no abstract"
    assert all(entry.find(tei("title")) is not None for entry in entries)


def test_the_search_results_have_their_range_and_total(edition: Edition) -> None:
    root = document(edition, RESULTS)
    numbers = {num.get("type"): num.get("value") for num in find(root, "//tei:text//tei:num[@type]")}
    assert numbers == {"first": "21", "last": "30", "total": "34"}
    items = find(root, "//tei:list[@type='results']/tei:item")
    assert [item.get("n") for item in items] == [str(n) for n in range(21, 31)]
    dates = [
        date.get("when") for date in find(root, "//tei:list[@type='results']/tei:item/tei:bibl/tei:date")
    ]
    assert dates[:6] == ["1956-09-19", "1956-09-21", "1956-09-23", "1956-09-26", "1956-09-03", "1991-09"]


def test_names_are_linked_across_documents(edition: Edition) -> None:
    def persons(identifier: str) -> set[str]:
        return {
            n.get("ref", "") for n in find(document(edition, identifier), "//tei:text//tei:persName[@ref]")
        }

    shared = persons(MEMORANDUM) & persons(TELEGRAM)
    assert any("kapitsa" in reference for reference in shared)
    known = {
        element.get("{http://www.w3.org/XML/1998/namespace}id")
        for kind in ("people", "places", "organizations")
        for element in etree.parse(edition.authority_file(kind)).iter(etree.Element)
    }
    for path in edition.document_files():
        for name in find(document(edition, path.stem), "//tei:text//*[starts-with(@ref, 'person:')]"):
            assert name.get("ref", "").partition(":")[2] in known


@pytest.fixture(scope="module")
def built(edition: Edition) -> Path:
    builder = Builder(edition)
    build(builder, ("web", "print"))
    assert [d for d in builder.diagnostics if d.severity == "error"] == []
    return edition.out


def test_the_site_and_the_book_are_built(built: Path) -> None:
    for page in ("index", "people", "places", "organizations", "calendar", f"documents/{MEMORANDUM}"):
        assert (built / "web" / f"{page}.html").is_file()
    assert (built / "print" / "edition.pdf").read_bytes().startswith(b"%PDF-")


def test_the_word_cut_by_a_banner_is_whole_on_the_page(built: Path) -> None:
    page = etree.HTML((built / "web" / "documents" / f"{TELEGRAM}.html").read_bytes())
    # Page furniture is on the page and hidden until it is asked for.
    for furniture in page.xpath("//span[starts-with(@class, 'fw')]"):
        furniture.clear(keep_tail=True)
    assert "WERE THE STATEMENTS OF PEOPLE" in "".join(page.itertext())


def test_a_second_build_does_nothing(built: Path, edition: Edition) -> None:
    builder = Builder(edition)
    build(builder, ("web", "print"))
    assert [ran.name for report in builder.reports.values() for ran in report.ran] == []


def test_a_second_conversion_and_annotation_change_nothing(edition: Edition) -> None:
    before = {path: path.read_bytes() for path in edition.document_files()}
    ledger = read_ledger(edition.ledger_file, "ledger")
    outcomes = list(convert_sources(edition, edition.source_files(), ledger, Options()))
    assert {outcome.status for outcome in outcomes} == {Status.UNCHANGED}
    annotate_documents(edition, edition.document_files(), ledger, AnnotateOptions())
    assert {path: path.read_bytes() for path in edition.document_files()} == before
