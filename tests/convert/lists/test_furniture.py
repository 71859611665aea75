"""Lines of an archive's page that are no text, told by their form."""

from __future__ import annotations

import pytest

from dragoman.convert.lists.furniture import furniture_type, shown_range

NAVIGATION = (
    "Skip to main content", "Jump to navigation", "Search in", "Add search filter",
    "Cancel search filters", "Remove search filter", "Clear search filters", "Pagination",
    "Current page 3", "Page 3 of 7", "3 / 7", "« First", "‹ Previous page", "<< prev", "Next ›", "Last »",
    "1 2 3 … Next", "| 4", "... 5", "Sort by date", "Sorted by title", "Order by date",
    "Items per page 20", "Results per page 10", "Show 25", "New search", "Refine search", "Modify search",
    "Save search", "Advanced search", "Start a new search", "Back to results", "Home", "Menu", "Share",
    "Print", "Download", "Export", "Log in", "Sign in", "Close", "Filters", "Show more", "Load more",
    "Read more", "View more", "Home > Rivers > Selenga", "View all", "View full record", "Main page",
    "Browse by place", "Help", "FAQs", "Series information", "Tools for readers", "Fielded search",
    "Free-text search", "Display full records", "Partial record", "Full records",
)  # fmt: skip
SITE = (
    "The Wilson Center Digital Archive", "Wilson Center Digital Archive", "Digital Archive",
    "No image found.", "International History Declassified", "History Declassified",
    "Selenga River Digital Archive", "The Commission of the Bridges Virtual Reading Room | Gauges",
    "© The Commission", "(c) 1982 the Commission", "Copyright the Commission", "All rights reserved.",
    "Terms of use", "Conditions of use", "Privacy policy", "Contact us", "About",
    "National Archives Access to Archival Databases (AAD)", "Access to Archival Databases",
    "Welcome to AAD", "The U.S. National Archives and Records Administration", "US National Archives",
    "National Archives", "Selenga digital archive | International History Declassified",
    "1982, the online archive, history declassified",
)  # fmt: skip
PAGE_NUMBERS = ("- 7 -", "– 12 –", "—3—")
TEXT = (
    "The gauge of Naushki", "Homecoming", "Search for the dredger", "May 3, 1976", "7", "-7",
    "Printing the atlas", "the Selenga River digital collection", "What the history declassified",
    "• May 3, 1976", "",
)  # fmt: skip


@pytest.mark.parametrize("line", NAVIGATION)
def test_a_line_that_leads_through_a_site_is_navigation_however_it_is_written(line: str) -> None:
    assert {furniture_type(line), furniture_type(line.upper()), furniture_type(line.lower())} == {
        "navigation"
    }


@pytest.mark.parametrize("line", SITE)
def test_a_line_that_names_the_site_or_its_terms_is_the_site(line: str) -> None:
    assert furniture_type(line) == "site"


@pytest.mark.parametrize("line", PAGE_NUMBERS)
def test_a_number_between_dashes_is_a_page_number(line: str) -> None:
    assert furniture_type(line) == "page-number"


def test_the_mark_of_a_specimen_is_in_capitals() -> None:
    assert [furniture_type(line) for line in ("SPECIMEN: invented", "Specimen of ice")] == ["specimen", ""]


@pytest.mark.parametrize("line", [*TEXT, "© " + 220 * "x"])
def test_what_only_begins_like_furniture_is_text(line: str) -> None:
    assert furniture_type(line) == ""


@pytest.mark.parametrize(
    "line",
    [
        "21 - 30 of 34", "Results 21–30 of 34", "Showing: 21 to 30 out of about 34 results.",
        "records 21-30 from 34", "Items 21 through 30 of over 34 matches", "Viewing hits 21 - 30 of 34",
        "documents: 21 - 30 of 34 on rivers",
    ],
)  # fmt: skip
def test_the_range_shown_is_read_whatever_words_stand_before_it(line: str) -> None:
    shown = shown_range(line, 0)
    assert shown is not None
    assert (shown.first, shown.last, shown.total) == (21, 30, 34)


@pytest.mark.parametrize(
    "line", ["34 results", "Found: 34 records", "Total results: 34 hits", "Showing all 34 items."]
)
def test_a_total_alone_is_read(line: str) -> None:
    shown = shown_range(line, 0)
    assert shown is not None
    assert (shown.first, shown.total) == (None, 34)


@pytest.mark.parametrize("line", ["The 21 - 30 of 34", "Results of 34", "34", "21 - 30 von 34"])
def test_other_figures_are_no_range(line: str) -> None:
    assert shown_range(line, 0) is None
