"""The numbers of mentions, and the lists of a document's names beside its text."""

from collections.abc import Callable

import pytest
from lxml import etree
from lxml import html as lxml_html
from web_trials import XSLT, lone_page, tei

from dragoman.render import web
from dragoman.render.mentions import NUMBER, number_mentions

GROUP = """<TEI xmlns="http://www.tei-c.org/ns/1.0">
<teiHeader><p><persName ref="person:a">A</persName></p></teiHeader>
<text><group>
  <text><p><persName ref="person:a">A</persName> of <placeName ref="place:x">X</placeName></p></text>
  <text><p><rs ref="person:b person:a person:b">both</rs>, <persName>C</persName></p></text>
</group></text></TEI>"""

CARDS = """<cards>
<entry ref="person:z" sort="a" passages="3" documents="2"><name>Zed</name>
  <dates from="1901">born 1901</dates></entry>
<entry ref="person:b" sort="b"><name>Ben &amp; Co</name><office from="1950" to="1955-06">Keeper</office>
  <office notBefore="1955-06-02">Warden</office><office>Friend</office></entry>
<entry ref="person:a" sort="c"><name>Ada</name><kind>a painter</kind></entry>
<entry ref="place:x" sort="d"><name>Xanth</name><form>Xant</form></entry>
</cards>"""


def test_mentions_are_numbered_once_and_in_the_text_alone() -> None:
    root = etree.fromstring(GROUP)

    assert number_mentions(root) == {"person:a": [1, 3], "place:x": [2], "person:b": [3]}
    assert root.xpath(f"//@{NUMBER}") == ["1", "2", "3"]
    assert number_mentions(root) == {"person:a": [1, 3], "place:x": [2], "person:b": [3]}


@pytest.fixture(scope="module")
def ready(site: web.Site) -> web.ReadyCards:
    return web.ready_cards(XSLT / web.CARDS, etree.fromstring(CARDS), site)


def test_names_stand_by_their_mentions_and_then_as_the_registers_have_them(ready: web.ReadyCards) -> None:
    mentions = {"person:a": [4], "person:b": [3], "person:z": [1, 2], "person:unknown": [5, 6, 7]}

    listed = lxml_html.fromstring(ready.cards.names(mentions, etree.Element("document")))

    assert [line.findtext("a") for line in listed.iter("li")] == ["Zed", "Ben & Co", "Ada"]
    assert [
        (place.get("href"), place.get("aria-label"), place.text) for place in listed.xpath(".//li/a[2]")
    ] == [("#m1", "2 mentions", "2"), ("#m3", "1 mention", "1"), ("#m4", "1 mention", "1")]
    assert [card.text_content() for card in listed.xpath(".//li/div")] == [
        "born 19013 passages, 2 documents",
        "KeeperWardenFriendregister entry",
        "a painterregister entry",
    ]


@pytest.mark.parametrize(
    ("date", "held"),
    [
        ("1949", ["Friend"]),
        ("1950", ["Keeper", "Friend"]),
        ("1955", ["Keeper", "Warden", "Friend"]),
        ("1955-06-01", ["Keeper", "Friend"]),
        ("1955-06-02T10:00", ["Keeper", "Warden", "Friend"]),
        ("1955-07", ["Warden", "Friend"]),
    ],
)
def test_a_card_has_the_offices_of_the_day_as_far_as_both_are_known(
    ready: web.ReadyCards, date: str, held: list[str]
) -> None:
    summary = etree.Element("document", {"date-from": date})
    listed = lxml_html.fromstring(ready.cards.names({"person:b": [1]}, summary))
    assert [line.text for line in listed.xpath(".//li/div/p")] == [*held, "register entry"]


def test_who_is_named_in_the_header_alone_follows_without_a_number(ready: web.ReadyCards) -> None:
    summary = etree.fromstring(
        """<document><participant ref="person:b person:unknown"/><participant ref=""/>
        <correspondent ref="person:z"/><correspondent ref="person:a"/>
        <correspondent ref="person:z"/></document>"""
    )
    listed = lxml_html.fromstring(ready.cards.names({"person:a": [1], "place:x": [2]}, summary))
    assert [section.findtext("h2") for section in listed.iter("section")] == ["People", "Places"]
    assert [[part.text for part in line.iterchildren("a")] for line in listed.iter("li")] == [
        ["Ada", "1"],
        ["Zed"],
        ["Ben & Co"],
        ["Xanth", "1"],
    ]


def test_a_document_without_names_has_no_list_of_them(
    site: web.Site, ready: web.ReadyCards, pages: Callable[..., web.Pages]
) -> None:
    assert ready.cards.names({"person:unknown": [1]}, etree.Element("document")) == ""
    (octets,) = lone_page(tei("<p>Nobody.</p>"), site, cards=ready).files.values()
    assert b"<aside" not in octets


def test_what_a_document_says_is_never_taken_for_the_place_of_the_names(
    site: web.Site, ready: web.ReadyCards
) -> None:
    mark = "&lt;names-beside&gt;&lt;/names-beside&gt;"
    root = tei(f"<p><unclear reason='{mark}'>{mark}</unclear> <persName ref='person:a'>A.</persName></p>")
    (octets,) = lone_page(root, site, cards=ready).files.values()
    page = lxml_html.document_fromstring(octets.decode())
    assert page.xpath("string(//p[@class='p'])") == "<names-beside></names-beside> A."
    assert [name.text for name in page.xpath("//aside//li/a[1]")] == ["Ada"]
    assert not page.xpath("//names-beside")
