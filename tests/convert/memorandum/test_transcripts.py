"""The transcripts of the specimen edition and of the real one, converted, read back and validated."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree

from dragoman.convert.context import Context
from dragoman.convert.detect import converter_for
from dragoman.convert.memorandum import convert, detect
from dragoman.edition import packaged
from dragoman.source import read_source
from dragoman.tei.ns import NSMAP
from dragoman.tei.views import source_view
from dragoman.tei.write import document_element

SPECIMENS = (
    "vereshchagin-dorjsuren-1978-09-14",
    "commission-third-session-1979-06-21",
    "gauge-seven-visit-1979-08-03",
    "krappe-vereshchagin-1980-02-19",
    "polish-note-dredger-1980-10-30",
    "rozhkov-dorjsuren-1982-05-18",
    "szendrodi-letter-1981-03-12",
)
REAL = "kapitsa-yondon-1982-06-09"


def _checked(path: Path, edition: Path) -> etree._Element:
    source = read_source(path, path.name)
    converter, detection = converter_for(source)
    assert converter.kind == ("letter" if "letter" in path.stem else "memorandum")
    assert detection.score >= 0.8
    conversion = converter.convert(source, Context(path.stem))
    parsed = document_element(conversion.document, etree.parse(edition).getroot())
    assert source_view(parsed).text.split() == source.text.split()
    grammar = etree.RelaxNG(etree.parse(packaged("schema") / "dragoman.rng"))
    assert grammar.validate(parsed), grammar.error_log.last_error
    return parsed


@pytest.mark.parametrize("stem", SPECIMENS)
def test_a_memorandum_of_the_specimen_is_whole_and_valid(repository: Path, stem: str) -> None:
    _checked(repository / "tei" / "sources" / f"{stem}.txt", repository / "tei" / "edition.xml")


@pytest.mark.parametrize("stem", SPECIMENS)
def test_brackets_of_the_specimen_left_to_the_editor_are_few(repository: Path, stem: str) -> None:
    source = read_source(repository / "tei" / "sources" / f"{stem}.txt", stem)
    decisions = [d for d in convert(source, Context(stem)).decisions if d.subject.startswith("[")]
    assert sum(d.value == "unclassified" for d in decisions) <= max(2, len(decisions) // 10)


def test_other_kinds_are_not_taken_for_memoranda(repository: Path) -> None:
    others = (
        "1979MOSCOW02204",
        "1979STATE128840",
        "selenga-search-results-1",
        "selenga-commission-collection",
    )
    scores = {
        name: detect(read_source(repository / "tei" / "sources" / f"{name}.txt", name)).score
        for name in others
    }
    assert {name: score for name, score in scores.items() if score > 0.3} == {}


def test_the_real_memorandum_is_encoded_as_the_guidelines_say(real_edition: Path) -> None:
    root = _checked(real_edition / "tei" / "sources" / f"{REAL}.txt", real_edition / "tei" / "edition.xml")

    def values(path: str) -> list[str]:
        return [str(value) for value in root.xpath(path, namespaces=NSMAP)]

    assert values("//tei:body//tei:term[@xml:lang='mn-Latn']/text()") == ["bar’dag", "oliggui", "gargaj"]
    assert values("//tei:note[@subtype='gloss']/text()") == [
        "overseas Chinese", "Baikal-Amur Mainline", "Non-Aligned Movement",
    ]  # fmt: skip
    assert len(values("//tei:body//tei:supplied/@reason")) == 13
    assert values("//tei:note[@type='unclassified']/@xml:id") == []
    assert values("//tei:closer/tei:signed/tei:persName/text()") == ["D. Yondon", "Kh. Bekhbat"]
    assert values("//tei:creation/tei:date[@type='conversation']/@when") == ["1982-06-09"]
    assert values("//tei:profileDesc//tei:date/@from")[0] == "1982-06-09T10:00:00"
    assert values("//tei:particDesc//tei:person/@n") == [
        "Soviet",
        "Mongolian",
        *["Soviet"] * 3,
        *["Mongolian"] * 3,
    ]
    assert values("//tei:particDesc//tei:person[@role='notetaker']/tei:persName/text()") == ["Kh. Bekhbat"]
    assert values("//tei:langUsage/tei:language/@ident") == ["en", "mn", "mn-Latn"]
