"""Where things stand: register pages, links, bookmarks, folios, the margin."""

from __future__ import annotations

import pypdfium2 as pdfium
import pypdfium2.raw as raw
import pytest

from dragoman.render.print import Book
from dragoman.render.print_press import Printed


@pytest.fixture(scope="module")
def labels(printed: Printed) -> list[str]:
    opened = pdfium.PdfDocument(printed.pdf)
    return [opened.get_page_label(i) for i in range(len(opened))]


def page_of(words: str, texts: list[str], labels: list[str]) -> str:
    [number] = [i for i, text in enumerate(texts) if words in " ".join(text.split()) and labels[i].isdigit()]
    return labels[number]


def test_a_register_gives_the_pages_on_which_its_names_stand(texts: list[str], labels: list[str]) -> None:
    register = " ".join(next(text for text in texts if text.startswith("People")).split())
    memorandum = page_of("ACQUAINTED", texts, labels)
    telegram = page_of("SUMMARY: MRS VANE", texts, labels)
    assert f"Lhagva, Bat (born 1931), Inspector of Ferries, {memorandum} " in register
    # In a note, and there only likely; then in the text of the telegram.
    assert f"Vane, Harriet (HV), {memorandum}n2?, {telegram} " in register
    assert "Veen, H., see Vane, Harriet" in register


def test_the_list_of_documents_is_in_order_of_date_and_names_their_pages(
    texts: list[str], labels: list[str]
) -> None:
    lines = " ".join(next(text for text in texts if text.startswith("List of documents")).split())
    assert (
        lines.index("1 3 March 1979")
        < lines.index("2 9 March 1979")
        < lines.index("3 1980 Letters found")
        < lines.index("4 undated The Ferry Papers")
    )
    assert f"The Ferry Papers {page_of('A small collection', texts, labels)} " in lines


def test_bookmarks_are_plain_words_and_land_on_their_headings(printed: Printed, texts: list[str]) -> None:
    opened = pdfium.PdfDocument(printed.pdf)
    marks = [(mark.level, mark.get_title(), mark.get_dest().get_index()) for mark in opened.get_toc()]
    assert [mark[:2] for mark in marks] == [
        (0, "Introduction"),
        (0, "Editorial principles"),
        (1, "Dates"),
        (0, "List of documents"),
        (0, "Abbreviations"),
        (0, "Documents"),
        (1, "Conversation between Ferrymaster T. Okonjo and Inspector B. Lhagva, 3 March 1979"),
        (1, "Telegram from the Ferry Mission to the Department of Crossings, 9 March 1979"),
        (2, "Message Attributes"),
        (1, "Letters found on the ferry"),
        (1, "The Ferry Papers, 1978–1979"),
        (2, "Documents"),
        (0, "People"),
    ]
    for _, title, page in marks:
        assert title[:40] in " ".join(texts[page].split())


def test_every_link_lands_on_a_page_of_the_book_or_names_an_address(printed: Printed, whole: Book) -> None:
    opened = pdfium.PdfDocument(printed.pdf)
    inner, outer = 0, set()
    for page in opened:
        position, link = raw.ctypes.c_int(0), raw.FPDF_LINK()
        while raw.FPDFLink_Enumerate(page, position, link):
            target = raw.FPDFLink_GetDest(opened, link)
            action = raw.FPDFLink_GetAction(link)
            if not target and action:
                target = raw.FPDFAction_GetDest(opened, action)
            if target:
                assert 0 <= raw.FPDFDest_GetDestPageIndex(opened, target) < len(opened)
                inner += 1
            else:
                buffer = raw.ctypes.create_string_buffer(256)
                raw.FPDFAction_GetURIPath(opened, action, buffer, 256)
                outer.add(buffer.value.decode())
    assert inner > 25
    site = "https://example.org/quiet-ferry"
    assert outer == {
        site,
        "https://creativecommons.org/publicdomain/zero/1.0/",
        *(f"{site}/documents/{id_}.html" for id_ in whole.documents),
    }


def test_front_matter_is_numbered_in_roman_and_the_documents_begin_at_1(
    labels: list[str], texts: list[str]
) -> None:
    first = next(i for i, text in enumerate(texts) if text.startswith("Documents\r\n1\r\n"))
    assert labels[first] == "1"
    assert first % 2 == 0, "a recto, counted from the first page of the book"
    assert labels[first - 1] in ("x", "ix", "")


def test_the_page_of_every_paragraph_is_known(printed: Printed, texts: list[str], labels: list[str]) -> None:
    pages = printed.paragraph_pages()
    assert set(pages["ferry-memorandum"]) >= {f"p{n}" for n in range(1, 9)} | {
        "u1",
        "u2",
        "n4",
        "n5",
        "n90",
        "n91",
    }
    assert pages["ferry-memorandum"]["p8"] == page_of("No ferry shall cross", texts, labels)
    assert pages["1979FERRY00012"]["p3"] == page_of("HE BELIEVES THE PROTESTS", texts, labels)
    assert pages["ferry-list"]["e2"] == page_of("Note on a Post", texts, labels)


def test_the_first_page_of_every_document_is_known_as_programs_count_pages(
    printed: Printed, texts: list[str]
) -> None:
    for document, words in {"ferry-memorandum": "Document 1 ", "1979FERRY00012": "Document 2 "}.items():
        first = texts[int(printed.pages[document]) - 1]
        assert words in " ".join(first.split()) + " "


def test_the_numbers_of_the_sources_pages_stand_outside_the_text(texts: list[str]) -> None:
    # Last on the page: so they come between no two words of the text.
    telegram = next(text for text in texts if "Document 2 " in text)
    assert telegram.replace("\r\n", " ").endswith("[1] [2] [1]")
