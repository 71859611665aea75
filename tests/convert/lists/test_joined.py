from __future__ import annotations

import pytest
from lxml import etree

from dragoman.convert.context import Context
from dragoman.convert.lists import catalogue, search_results
from dragoman.convert.lists.joined import (
    EditedDocument,
    edited_entries,
    join_search,
    listed_entries,
    same_entries,
    title_key,
)
from dragoman.source import SourceText
from dragoman.tei.write import document_element

from .conftest import EDITION


def tei_of(module, identifier: str, text: str) -> etree._Element:
    conversion = module.convert(SourceText(f"{identifier}.txt", text), Context(identifier))
    return document_element(conversion.document, EDITION)


def page(identifier: str, shown: str, *entries: str) -> etree._Element:
    return tei_of(search_results, identifier, f"Results:\n\n{shown}\n\nDocuments\n\n" + "\n\n".join(entries))


ICE = "May 1, 1979\n\nNote on the Ice"
FISH = "May 2, 1979\n\nLetter on Fish"
LOGS = "May 3, 1979\n\nThe Floating of Logs"
FERRY = "Undated\n\nLog of the Ferry"


def test_entries_of_a_list_are_read_from_its_tei():
    root = tei_of(catalogue, "list", f"Papers\n\n{ICE}\n\nIt is thin.\n\n{FERRY}\n")
    assert [(e.document, e.id, e.n, e.date, e.title, e.key) for e in listed_entries(root)] == [
        ("list", "e1", "1", "1979-05-01", "Note on the Ice", "note on ice"),
        ("list", "e2", "2", "", "Log of the Ferry", "log ferry"),
    ]


def test_an_emended_title_is_read_as_emended():
    root = tei_of(catalogue, "list", f"Papers\n\n{ICE}\n\n{FISH}\n")
    title = root.find(".//{*}bibl/{*}title")
    title.text = "Note on the "
    choice = etree.SubElement(title, "{http://www.tei-c.org/ns/1.0}choice")
    for name, text in (("sic", "Iec"), ("corr", "Ice")):
        etree.SubElement(choice, f"{{http://www.tei-c.org/ns/1.0}}{name}").text = text
    assert listed_entries(root)[0].title == "Note on the Ice"


def test_the_same_entry_is_recognised_by_date_and_words_of_the_title():
    first = listed_entries(tei_of(catalogue, "papers", f"Papers\n\n{ICE}\n\n{FISH}\n\n{FERRY}\n"))
    other = listed_entries(page("search", "1 - 3 of 3", "May 2, 1979\n\nletter on “fish”", LOGS, FERRY))
    assert [(pair.first.id, pair.other.document, pair.other.id) for pair in same_entries([first, other])] == [
        ("e2", "search", "e1")
    ]


def test_the_same_title_on_another_day_is_another_document():
    entries = listed_entries(tei_of(catalogue, "papers", f"Papers\n\n{ICE}\n\n{ICE.replace('1,', '2,')}\n"))
    assert same_entries([entries]) == []


def test_pages_of_one_search_are_joined_in_the_order_of_their_numbers():
    second = page("search-2", "3 - 4 of 6", LOGS, ICE)
    first = page("search-1", "1 - 2 of 6", ICE, FISH)
    joined = join_search([second, first])
    assert joined.pages == ("search-1", "search-2")
    assert [(entry.n, entry.title) for entry in joined.entries] == [
        ("1", "Note on the Ice"),
        ("2", "Letter on Fish"),
        ("3", "The Floating of Logs"),
        ("4", "Note on the Ice"),
    ]
    assert (joined.total, joined.missing) == (6, (5, 6))
    [pair] = joined.repeated
    assert (pair.first.n, pair.other.n, pair.evidence) == ("1", "4", "same title, and the date 1979-05-01")


DOCUMENTS = [
    EditedDocument("ice-1979", "Note on Ice", "1979-05-01"),
    EditedDocument("1979NAUSHKI02204", "Telegram from Naushki: Gauge Figures", "1979-01-29"),
    EditedDocument("1979ULANB00357", "Telegram", "1979-02-01"),
    EditedDocument("ferry", "Log of the Ferry across the Selenga", ""),
    EditedDocument("visit", "Record of the Visit to the Gauge Post at Naushki", "1979-08-03"),
]


@pytest.mark.parametrize(
    ("entry", "document", "cert"),
    [
        (ICE, "ice-1979", "high"),
        ("May, 1979\n\nNote on the Ice", "ice-1979", "high"),
        (
            "January 29, 1979\n\nTelegram 2204 from Naushki, “Figures”",
            "1979NAUSHKI02204",
            "high",
        ),
        ("February, 1979\n\nCable No. 357 from the mission at Ulan Bator", "1979ULANB00357", "high"),
        ("Undated\n\nThe log of the ferry across the Selenga", "ferry", "medium"),
        ("August 3, 1979\n\nVisit to the Gauge Post at Naushki", "visit", "medium"),
        ("May 2, 1979\n\nNote on the Ice", None, None),
        ("January 29, 1978\n\nTelegram 2204 from Naushki, “Figures”", None, None),
        (FISH, None, None),
    ],
)
def test_an_entry_that_is_a_document_of_the_edition_is_recognised(entry, document, cert):
    entries = listed_entries(page("search", "1 - 1 of 1", entry))
    found = edited_entries(entries, DOCUMENTS)
    assert [(one.document, one.cert) for one in found] == ([(document, cert)] if document else [])


def test_an_entry_for_which_two_documents_qualify_is_left_to_the_editor():
    twins = [
        EditedDocument("a", "Note on Ice", "1979-05-01"),
        EditedDocument("b", "Note on Ice", "1979-05-01"),
    ]
    assert edited_entries(listed_entries(page("search", "1 - 1 of 1", ICE)), twins) == []


def test_the_key_of_a_title_has_no_accents_case_articles_or_marks():
    assert title_key("The “Räte” of Szendrődi’s Office") == "rate szendrodis office"
