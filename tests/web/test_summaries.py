"""What a summary says of a document: its title as it reads, its date where it is one, its words."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from lxml import etree

from dragoman.render.web import Pages

Summarise = Callable[[etree._Element], etree._Element]


def document(title: str, text: str = "<p>A lamp.</p>", date: str = "") -> etree._Element:
    return etree.fromstring(
        '<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="lamp"><teiHeader>'
        f"<fileDesc><titleStmt><title>{title}</title></titleStmt></fileDesc>"
        f"<profileDesc><creation><date {date}/></creation></profileDesc></teiHeader>"
        f"<text><body>{text}</body></text></TEI>"
    )


@pytest.mark.parametrize(
    ("markup", "read"),
    [
        (" Of\n  wicks ", "Of wicks"),
        ('light <lb break="no"/> house', "lighthouse"),
        ('light<pb n="2" break="no"/><lb break="no"/>\n house', "lighthouse"),
        ("light<lb/>house", "light house"),
        ('<hi rend="brackets">Of</hi> <hi rend="parentheses brackets">wicks</hi>', "[Of] ([wicks])"),
        ('<hi rend="italic">Of</hi> <hi rend="italic slashes">wicks</hi>', "Of /wicks/"),
        ('Oil<note type="editor"><p>of whales</p></note>', "Oil"),
        ("Oil<note><p>of whales</p></note>and", "Oil of whales and"),
        ("<choice><sic>wik</sic><corr>wick</corr></choice><pc force='weak'>-</pc>", "wick"),
        ('<label rend="brackets">1</label>wicks', "[1] wicks"),
    ],
)
def test_a_title_is_as_it_reads(summarise: Summarise, markup: str, read: str) -> None:
    assert summarise(document(markup)).get("title") == read


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("<p>A lamp.</p><p>Two <persName>Lee</persName>s.</p>", "4"),
        ('<p>A light<lb break="no"/>house of <hi rend="brackets">white</hi> stone</p>', "5"),
        ('<p>A lamp</p><fw>page 2</fw><note type="editor"><p>Three words more</p></note>', "2"),
        ("", "0"),
        # Of a finding list the home page says how many entries it has.
        ('<p>Two found.</p><list type="results"><item><bibl>A lamp</bibl></item></list>', ""),
    ],
)
def test_the_words_of_a_document_are_those_that_are_read(summarise: Summarise, text: str, words: str) -> None:
    assert summarise(document("Of wicks", text)).get("words") == words


@pytest.mark.parametrize(
    ("when", "precision", "shown", "time"),
    [
        ("1961", "year", "1961", ""),
        ("1961-03", "month", "March 1961", ""),
        ("1961-03-04", "day", "4 March 1961", ""),
        ("1961-03-04T10:05", "day", "4 March 1961", "10:05"),
        ("1961-03-04T10:05:00+08:00", "day", "4 March 1961", "10:05 (UTC+8)"),
        ("1961-03-04Z", "day", "4 March 1961", ""),
    ],
)
def test_a_date_is_as_precise_as_it_is_written(
    summarise: Summarise, when: str, precision: str, shown: str, time: str
) -> None:
    summary = summarise(document("Of wicks", date=f'when="{when}"'))
    assert [summary.get(name) for name in ("date", "precision", "date-text", "time")] == [
        *(when, precision, shown, time)
    ]


@pytest.mark.parametrize(
    "when",
    [
        "1961-13",
        "1961-02-30",
        "1961-02-30T10:05",
        "961",
        "-1961",
        " 1961",
        "٢٠١٠",
    ],
)
def test_what_is_no_date_is_not_taken_for_one(summarise: Summarise, when: str) -> None:
    summary = summarise(document("Of wicks", date=f'when="{when}" notAfter="1962"'))
    assert (summary.get("date"), summary.get("date-text")) == ("1962", "1962")


def of_two_sources() -> etree._Element:
    root = document("Of wicks")
    described = "<msDesc><msIdentifier><repository>{}</repository><idno>{}</idno></msIdentifier></msDesc>"
    sources = (
        '<sourceDesc xmlns="http://www.tei-c.org/ns/1.0">'
        f"{described.format('Archive of Lamps', 'L 1')}"
        f"<listWit><witness>{described.format('Archive of Oil', 'O 2')}</witness></listWit></sourceDesc>"
    )
    root[0][0].append(etree.fromstring(sources))
    return root


def test_of_several_sources_the_first_says_where_the_document_lies(summarise: Summarise) -> None:
    summary = summarise(of_two_sources())
    assert (summary.get("archive"), summary.get("shelfmark")) == ("Archive of Lamps", "Archive of Lamps, L 1")


def test_a_page_says_where_every_source_of_its_document_lies(pages: Callable[..., Pages]) -> None:
    (page,) = pages(of_two_sources()).files.values()
    assert b"<dt>Archive</dt><dd>Archive of Lamps</dd>" in page
    assert b"<dd>L 1; Archive of Oil, O 2</dd>" in page
