"""Lists with one entry: a collection of one document, the last page of a search."""

from __future__ import annotations

import pytest

from dragoman.convert.detect import converter_for
from dragoman.convert.lists import catalogue
from dragoman.source import SourceText

TITLE = "Letter from B. Sambuu to the Ministry of River Transport"
SUMMARY = "Sambuu asks for a mechanic and describes the state of the ferry."
ABOVE = (
    "Digital Archive of the Northern Rivers\n"
    "The Ferry Affair\n"
    "A collection of one document on the dispute about the ferry at Kyakhta, found in the ministry.\n"
)
ENTRY = f"May 3, 1958\n{TITLE}\n{SUMMARY}\n"


def kind_of(text: str) -> str:
    return converter_for(SourceText("a.txt", text))[1].kind


@pytest.mark.parametrize(
    "text",
    [
        f"{ABOVE}\n1 Document\n\n{ENTRY}",
        f"{ABOVE}\nDocuments (1):\n{ENTRY}",
        f"{ABOVE}\n  •May 3, 1958\n   {TITLE}\n   {SUMMARY}\n",
        f"Collection: The Ferry Affair\n\nOne item\n\n3 May 1958. {TITLE}.\n{SUMMARY}\n",
    ],
    ids=["counted", "heading", "bullet", "date and title on one line"],
)
def test_the_page_of_a_collection_with_one_entry_is_a_catalogue(text: str):
    assert kind_of(text) == "catalogue"


@pytest.mark.parametrize("counted", ["", "Results:\n"])
def test_the_last_page_of_a_search_may_have_one_entry(counted: str):
    assert kind_of(f"{counted}61 - 61 of 61\n\n{ENTRY}") == "search-results"


PROSE = "The ambassador received the minister and asked him about the ferry, which had not moved. " * 30


@pytest.mark.parametrize(
    "text",
    [
        f"Collection: River Papers\n\nMay 3, 1958\n\nRecord of a Conversation\n\n{PROSE}\n",
        f"Title: Record of a Conversation\nCollection: River Papers\nMay 3, 1958\n\n{TITLE}\n\nHe asked.\n",
        f"{ABOVE}\n1 Document\n\n{ENTRY}\n{PROSE}\n",
    ],
    ids=["long text below", "no count", "summary as long as a document"],
)
def test_the_printout_of_one_document_of_a_collection_is_no_catalogue(text: str):
    assert catalogue.detect(SourceText("a.txt", text)).score == 0


def test_title_and_introduction_on_successive_lines_are_told_apart(catalogue_of):
    page = catalogue_of(f"{ABOVE}\n1 Document\n\n{ENTRY}")
    assert page.all("tei:fw[@type='site']") == ["Digital Archive of the Northern Rivers"]
    assert page.all("tei:head") == ["The Ferry Affair"]
    assert page.all("tei:p")[0].startswith("A collection of one document")
    assert page.entries == [("1958-05-03", TITLE, SUMMARY)]


def test_an_introduction_without_a_title_is_not_cut(catalogue_of):
    prose = "A collection of one document about the river, which was found\nIn the ministry of transport."
    page = catalogue_of(f"{prose}\n\n1 Document\n\n{ENTRY}")
    assert page.all("tei:p")[0] == " ".join(prose.split())


ATTACHED = """Results:

1 - 3 of 3

Documents
c. 1951
Memorandum on the Ferry
A survey.
Attachments (2):
a) Map of the landings
b) List of crews
n.d.
Letter from K. Orlov
Enclosures:
1. Table of depths,
   by month
[ca. 1955]
Note
Attachment: A map
"""


@pytest.mark.parametrize("text", [ATTACHED, ATTACHED.replace("\n", "\n\n").replace(",\n\n", ",\n")])
def test_each_numbered_attachment_of_an_entry_is_one(results_of, text: str):
    page = results_of(text)
    assert [entry[1] for entry in page.entries] == ["Memorandum on the Ferry", "Letter from K. Orlov", "Note"]
    attached = page.body.findall(".//{*}bibl[@type='attachment']")
    assert [" ".join("".join(one.find("{*}title").itertext()).split()) for one in attached] == [
        "Map of the landings", "List of crews", "Table of depths, by month", "A map",
    ]  # fmt: skip
