"""Lists without blank lines whose dates are circa, limits or missing, and whose entries have sub-items."""

from __future__ import annotations

import pytest
from lxml import etree

from dragoman.convert.context import Context
from dragoman.convert.dates import parse_date
from dragoman.convert.detect import converter_for
from dragoman.source import SourceText
from dragoman.tei.ns import NSMAP, TEI
from dragoman.tei.views import source_view
from dragoman.tei.write import document_element

_EDITION = etree.fromstring(f'<TEI xmlns="{TEI}"><teiHeader/></TEI>')

RESULTS = """Results:
61 - 68 of 76
Documents
March 14, 1951
Letter from B. Dorj to the Barge Office
A note on the ferries of the Orkhon.
Attachment: Map of the landing
c. 1951
List of Ferrymen at Kyakhta
An undated list of names, with wages.
ca. 1952
Gauge Readings of the Lower Crossing
Attachments (2): Table of floods; Sketch of the pier
undated
Memorandum on Timber
The author asks for forty logs.
Enclosure: Bill
n.d.
Notes on a Pontoon
[ca. 1953]
Plan of the New Quay
before 1954
Survey of the Bank
1957?
Telegram on the Flood
"""
FINDING_LIST = """Finding list of the Barge Office papers
1. Letter from B. Dorj to the Barge Office .......... 14 March 1951
Attachment: Map of the landing .......... c. 1951
2. List of Ferrymen at Kyakhta .......... c. 1951
3. Gauge Readings of the Lower Crossing .......... ca. 1952
Attachments (2):
a) Table of floods
b) Sketch of the pier
4. Memorandum on Timber .......... undated
Enclosure: Bill
5. Notes on a Pontoon .......... n.d.
6. Report on Ice .......... June 1954
"""
COLLECTION = """Ferries of the Orkhon, 1951-1955

This collection brings together papers on the ferries. They were found in a shed at Kyakhta.

March 14, 1951
Letter from B. Dorj to the Barge Office
A note on the ferries.
c. 1951
List of Ferrymen at Kyakhta
Attachment: Wages
ca. 1952
Gauge Readings of the Lower Crossing
n.d.
Notes on a Pontoon
[n.d.]
Letter of the Smith
before 1954
Survey of the Bank
early 1955
Report on Ice
"""


def written(text: str) -> tuple[str, etree._Element]:
    source = SourceText("list.txt", text)
    converter, _ = converter_for(source)
    root = document_element(converter.convert(source, Context("list")).document, _EDITION)
    assert source_view(root).text.split() == text.split()
    return converter.kind, root


def entries(root: etree._Element) -> list[tuple[dict[str, str], str, list[str]]]:
    """Return date, title and attachments of each entry."""
    found = []
    for bibl in root.xpath(
        "//t:bibl[not(@type)][t:title and not(ancestor::t:teiHeader)]", namespaces={"t": TEI}
    ):
        date = bibl.find("tei:date", NSMAP)
        inner = [" ".join("".join(one.itertext()).split()) for one in bibl.findall("tei:bibl", NSMAP)]
        found.append(({} if date is None else dict(date.attrib), bibl.find("tei:title", NSMAP).text, inner))
    return found


def test_each_entry_of_a_result_list_has_its_date_and_its_attachments() -> None:
    kind, root = written(RESULTS)

    assert kind == "search-results"
    assert entries(root) == [
        (
            {"when": "1951-03-14"},
            "Letter from B. Dorj to the Barge Office",
            ["Attachment: Map of the landing"],
        ),
        ({"when": "1951", "cert": "low", "evidence": "internal"}, "List of Ferrymen at Kyakhta", []),
        (
            {"when": "1952", "cert": "low", "evidence": "internal"},
            "Gauge Readings of the Lower Crossing",
            ["Attachments (2): Table of floods; Sketch of the pier"],
        ),
        ({}, "Memorandum on Timber", ["Enclosure: Bill"]),
        ({}, "Notes on a Pontoon", []),
        ({"when": "1953", "cert": "low", "evidence": "internal"}, "Plan of the New Quay", []),
        ({"notAfter": "1954"}, "Survey of the Bank", []),
        ({"when": "1957", "cert": "low", "evidence": "internal"}, "Telegram on the Flood", []),
    ]


def test_a_finding_list_is_one_also_where_half_its_lines_are_sub_items() -> None:
    kind, root = written(FINDING_LIST)

    assert kind == "catalogue"
    assert [title for _, title, _ in entries(root)] == [
        "Letter from B. Dorj to the Barge Office",
        "List of Ferrymen at Kyakhta",
        "Gauge Readings of the Lower Crossing",
        "Memorandum on Timber",
        "Notes on a Pontoon",
        "Report on Ice",
    ]
    assert entries(root)[2][2] == ["Attachments (2):", "a) Table of floods", "b) Sketch of the pier"]
    assert entries(root)[0][2] == ["Attachment: Map of the landing .......... c. 1951"]


def test_a_collection_page_with_such_dates_is_no_memorandum() -> None:
    kind, root = written(COLLECTION)

    assert kind == "catalogue"
    assert [date for date, _, _ in entries(root)] == [
        {"when": "1951-03-14"},
        {"when": "1951", "cert": "low", "evidence": "internal"},
        {"when": "1952", "cert": "low", "evidence": "internal"},
        {},
        {},
        {"notAfter": "1954"},
        {"when": "1955"},
    ]


@pytest.mark.parametrize(
    ("text", "attributes"),
    [
        ("c. 1951", {"when": "1951", "cert": "low", "evidence": "internal"}),
        ("c. March 1951", {"when": "1951-03", "cert": "low", "evidence": "internal"}),
        ("[ca. 1953]", {"when": "1953", "cert": "low", "evidence": "internal"}),
        ("[1957?]", {"when": "1957", "cert": "low", "evidence": "internal"}),
        ("1957?", {"when": "1957", "cert": "low", "evidence": "internal"}),
        ("circa 1950-1952", {"from": "1950", "to": "1952", "cert": "low", "evidence": "internal"}),
        ("before c. 1954", {"notAfter": "1954", "cert": "low", "evidence": "internal"}),
        ("after March 1954", {"notBefore": "1954-03"}),
        ("mid-1955", {"when": "1955"}),
        ("end of 1954", {"when": "1954"}),
        ("[14 March 1951]", {"when": "1951-03-14"}),
    ],
)
def test_a_date_that_is_not_sure_says_so_and_no_more(text: str, attributes: dict[str, str]) -> None:
    found = parse_date(text)

    assert found is not None
    assert found.value.attributes() == attributes


@pytest.mark.parametrize(
    "text", ["C 1951", "Annex c. 1951", "before the flood of 1954", "the end of 1954 came"]
)
def test_other_words_make_no_date(text: str) -> None:
    assert parse_date(text) is None


@pytest.mark.parametrize(
    "date", ["c. 1951", "[ca. 1953]", "1957?", "[Spring] 1950", "Undated [1951?]", "early 1955"]
)
def test_an_uncertain_date_says_from_where_it_was_inferred(date: str):
    # Check asks for it (DAT003).
    source = SourceText("a.txt", f"Results:\n1 - 2 of 2\n{date}\nLetter\nMay 3, 1958\nNote\n")
    converter, _ = converter_for(source)
    root = document_element(converter.convert(source, Context("a")).document, _EDITION)
    for found in root.iterfind(".//tei:bibl/tei:date[@cert]", NSMAP):
        assert found.get("cert") == "high" or found.get("evidence"), found.attrib
