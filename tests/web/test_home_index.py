"""The home page of a large edition is made of the documents that it shows, and is that of the whole index."""

from __future__ import annotations

from random import Random

import pytest
from lxml import etree
from web_trials import XSLT

from dragoman.render import web, web_context
from dragoman.render.home_index import HomeIndex


def composed(count: int, seed: int) -> list[etree._Element]:
    """Return summaries of papers whose dates, titles and changes often agree, one in nine a finding list."""
    random = Random(seed)
    papers = []
    for number in range(count):
        date = random.choice(("", "1961", "1961-03", "1961-03-04", "1979-06-04", "1979-06-21"))
        precision = {0: "none", 4: "year", 7: "month"}.get(len(date), "day")
        pages = random.choice(("", "9–10", "10–11", "1"))
        title = f"{random.choice(('Log', 'log', 'Wicks'))} {pages} of the lamp"
        paper = etree.fromstring(
            f'<document id="paper-{number:03}" kind="letter" title="{title}" archive="" words="7" '
            f'language="en" date="{date}" precision="{precision}" date-from="{date}" date-to="{date}"/>'
        )
        for _ in range(random.randrange(3)):
            when = f"2026-0{random.randint(1, 3)}"
            etree.SubElement(paper, "change", when=when).text = f"Wick {random.randrange(99)} trimmed"
        if number % 9 == 0:
            etree.SubElement(paper, "entry", id="e1", date="1961", title="A wick")
        papers.append(paper)
    return papers


def home(site: web.Site, index: etree._Element) -> bytes:
    (page,) = web.edition_page(XSLT / web.PAGES, "index", site, index).files.values()
    return page


@pytest.mark.parametrize(("count", "seed"), [(3, 1), (40, 2), (200, 3), (200, 4)])
def test_what_is_chosen_for_the_home_page_gives_the_page_of_all(
    site: web.Site, count: int, seed: int
) -> None:
    papers = composed(count, seed)
    kept = HomeIndex()
    for paper in papers:
        kept.add(paper)
    chosen = kept.chosen()
    assert len(chosen) <= 30
    whole = home(site, web_context.index(papers))
    index = web_context.index(paper for paper in papers if paper.get("id") in chosen)
    index.set("documents", str(count))
    assert home(site, index) == whole
    # Where one is missing the page is another.
    index.remove(index[0])
    assert home(site, index) != whole
