"""Transcripts that are mean in several ways at once: of the right kind, whole, valid, told plainly."""

from __future__ import annotations

from functools import cache

import pytest
from lxml import etree
from mean_of_services import MORE
from mean_transcripts import MEAN as FIRST

from dragoman.convert.context import Context, Conversion
from dragoman.convert.detect import converter_for, detections, is_decided
from dragoman.edition import packaged
from dragoman.source import SourceText
from dragoman.tei.ns import NSMAP, TEI
from dragoman.tei.views import source_view
from dragoman.tei.write import document_element

MEAN = FIRST | MORE
_EDITION = etree.fromstring(f'<TEI xmlns="{TEI}"><teiHeader/></TEI>')
_OURS = [name for name, (kind, _) in MEAN.items() if kind]
_STRANGERS = [name for name, (kind, _) in MEAN.items() if not kind]


@cache
def converted(name: str) -> tuple[str, Conversion, etree._Element]:
    source = SourceText("mean.txt", MEAN[name][1])
    converter, _ = converter_for(source)
    conversion = converter.convert(source, Context("mean"))
    return converter.kind, conversion, document_element(conversion.document, _EDITION)


def texts(name: str, path: str) -> list[str]:
    found = converted(name)[2].xpath(path, namespaces=NSMAP)
    return [" ".join("".join(element.itertext()).split()) for element in found]


@pytest.mark.parametrize("name", _OURS)
def test_each_is_of_its_kind_whole_and_valid(name: str) -> None:
    kind, text = MEAN[name]
    found, _, root = converted(name)

    assert found == kind
    assert source_view(root).text.split() == text.split()
    grammar = etree.RelaxNG(etree.parse(packaged("schema") / "dragoman.rng"))
    assert grammar.validate(root), grammar.error_log.last_error


@pytest.mark.parametrize("name", _OURS)
def test_every_finding_says_where_what_and_what_to_do(name: str) -> None:
    for finding in converted(name)[1].diagnostics:
        assert finding.place.line, finding
        assert len(finding.message) > 15, finding
        assert finding.hint, finding


@pytest.mark.parametrize("name", _STRANGERS)
def test_what_only_looks_like_one_is_refused(name: str) -> None:
    assert not is_decided(detections(SourceText("mean.txt", MEAN[name][1])))


@pytest.mark.parametrize(
    ("name", "date"),
    [
        ("telegram with a date and signals", "1979-03-12T09:15:00+00:00"),
        ("brackets of every shape", "1949-12-30"),
        ("memorandum in one line", "1949-12-18"),
        ("record in Russian", "1958-05-03"),
        ("minutes in Russian", "1961-05-12"),
        ("note in German", "1968-03-14"),
        ("minutes in Chinese", "1962-03-14T15:00:00"),
        ("note in Polish", "1965-03-14"),
        ("date with slashes", "1957-05-24"),
        ("ciphered telegram", "1958-05-03T14:20:00"),
    ],
)
def test_the_date_is_read(name: str, date: str) -> None:
    assert converted(name)[1].document.metadata.date.when == date


def test_a_word_cut_by_a_page_is_whole() -> None:
    repeated = texts("telegram with a date and signals", "//tei:surplus")
    assert repeated == ["ERN"]
    assert "FER" in texts("layout of a PDF", "//tei:body//tei:p")[0]


def test_front_matter_and_title_of_a_single_line_are_parted() -> None:
    name = "memorandum in one line"
    assert texts(name, "//tei:body//tei:head") == [
        "Memorandum of Conversation between P. A. Gusev and Ts. Bold, December / 18,1949"
    ]
    assert texts(name, "//tei:speaker") == ["Gusev:", "Bold:", "Gusev:", "Bold:"]
    assert texts(name, "//tei:argument//tei:item")[-1] == "- English Translation"


def test_gaps_and_slips_are_told_in_the_language_of_the_paper() -> None:
    assert texts("minutes in Chinese", "//tei:gap/tei:desc") == ["不清"]
    assert texts("minutes in Chinese", "//tei:sic") == ["好"]
    assert texts("record in Russian", "//tei:gap/tei:desc") == ["неразборчиво"]


def test_those_who_lead_a_session_and_those_present_are_told_apart() -> None:
    assert texts("minutes in Russian", "//tei:opener/tei:seg") == [
        "Председатель: П. А. Гусев",
        "Секретарь: Н. Ванг",
    ]
    assert texts("minutes in Russian", "//tei:list[@type='participants']//tei:persName") == [
        "Ц. Болд",
        "К. Орлов",
        "М. Лунина",
    ]
    assert texts("note in German", "//tei:list[@type='participants']//tei:persName") == ["Lorenz", "Ziemer"]


def test_a_word_of_the_notes_is_no_first_name() -> None:
    assert texts("record in Russian", "//tei:closer//tei:persName") == ["П. Гусев"]


def test_boxes_are_headings_and_an_enclosure_may_follow_the_date() -> None:
    name = "finding list of boxes"
    assert texts(name, "//tei:body//tei:head") == ["Box 1, Folder 1", "Box 1, Folder 2"]
    assert texts(name, "//tei:listBibl//tei:title") == [
        "Bold, Ts., to Gusev",
        "Gusev to Bold",
        "Protocol of the Commission",
        "Map of the crossing",
        "Orlov to Lunin",
    ]
