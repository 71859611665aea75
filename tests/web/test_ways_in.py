"""The pages that lead into an edition: home, calendar, about, registers, map, network, the course of time."""

from __future__ import annotations

import copy
import json
import math
import re
from collections.abc import Callable
from itertools import combinations, pairwise

import pytest
from lxml import etree
from lxml import html as lxml_html
from web_trials import XSLT, further_registers, read

from dragoman.render import fonts, land, pictures, web, web_assets, web_context
from dragoman.render.land import LAND, read_land
from dragoman.render.map import Spot, map_picture
from dragoman.render.network import network_picture
from dragoman.render.projection import FAR, Projection, View
from dragoman.render.svg import Box, text_width, written
from dragoman.render.timeline import timeline

Summarise = Callable[[etree._Element], etree._Element]
DOCUMENTS = ("memorandum.xml", "telegram.xml", "catalogue.xml")
LAND_TEXT = (XSLT / LAND).read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def summaries(summarise: Summarise) -> list[etree._Element]:
    return [summarise(read(name)) for name in DOCUMENTS]


@pytest.fixture(scope="module")
def index(summaries: list[etree._Element]) -> etree._Element:
    return web_context.index(summaries)


@pytest.fixture(scope="module")
def page(site: web.Site, index: etree._Element) -> Callable[..., lxml_html.HtmlElement]:
    def made(name: str, picture: etree._Element | None = None) -> lxml_html.HtmlElement:
        if name == web.ABOUT:
            pages = web.about_page(XSLT / web.DOCUMENT, "tei/edition.xml", site)
        else:
            pages = web.edition_page(XSLT / web.PAGES, name, site, index, None, picture)
        (octets,) = pages.files.values()
        return lxml_html.document_fromstring(octets.decode("utf-8"))

    return made


def words(element: etree._Element) -> str:
    return " ".join(element.xpath("string()").split())


def test_the_introduction_has_a_list_of_its_sections(page: Callable[..., lxml_html.HtmlElement]) -> None:
    about = page("about")
    links = about.xpath("//nav[@class='sections']//a")
    headings = {h2.get("id"): words(h2) for h2 in about.iter("h2")}
    assert [words(link) for link in links] == [
        "Introduction", "Principles", "Who answers for what", "Conventions"
    ]  # fmt: skip
    assert {link.get("href")[1:]: words(link) for link in links} == headings


def test_a_summary_says_what_lists_need(summaries: list[etree._Element]) -> None:
    memorandum, telegram, catalogue = summaries
    assert dict(memorandum.attrib) | {"words": ""} == {
        "id": "lamp-talk",
        "kind": "memorandum",
        "title": "Talk about the Lamp, 3 May 1961",
        "date": "1961-05-03T10:00:00+08:00",
        "date-from": "1961-05-03T10:00:00+08:00",
        "date-to": "1961-05-03T10:00:00+08:00",
        "precision": "day",
        "date-text": "3 May 1961",
        "date-cert": "",
        "time": "10:00 (UTC+8)",
        "time-to": "",
        "from": "",
        "to": "",
        "place": "Port Saint",
        "classification": "Secret",
        "original-language": "mn",
        "translator": "Bolor Trial",
        "status": "reviewed",
        "archive": "Archive of Lamps",
        "shelfmark": "Archive of Lamps, fond 1, 7",
        "number": "7",
        "abstract": "They speak of a lamp.",
        "words": "",
        "language": "en",
    }
    assert [(n.get("ref"), n.get("count")) for n in memorandum.iter("name")] == [("person:ede-marl", "2")]
    assert [(t.get("language"), t.text) for t in memorandum.iter("term")] == [("mn-Latn", "büdeg")]
    assert telegram.get("id") == "1979LAMP00001"
    assert (telegram.get("from"), telegram.get("to")) == ("AMCONSUL PORT SAINT", "LAMPSTATE")
    assert [(e.get("id"), e.get("precision"), e.get("date-text")) for e in catalogue.iter("entry")] == [
        ("e1", "day", "3 May 1961"),
        ("e2", "month", "February 1970"),
        ("e3", "year", "1965"),
        ("e4", "none", ""),
    ]


def test_the_calendar_holds_each_thing_once_at_its_true_precision(
    page: Callable[..., lxml_html.HtmlElement],
) -> None:
    calendar = page("calendar").xpath("//div[@class='calendar']")[0]
    found = {
        words(section.find("h2")): [
            (
                words(item.xpath(".//span[@class='when']")[0]),
                words(item.xpath(".//a | .//span[@class='listed-title']")[0]),
            )
            for item in section.xpath(".//li")
        ]
        for section in calendar.xpath("section")
    }
    assert found == {
        "1961": [("3 May 1961", "Talk about the Lamp, 3 May 1961")],
        "1965": [("1965", "Bill for Wicks")],
        "1970": [("February 1970", "Letter on Oil")],
        "1979": [("4 June 1979", "Telegram from Port Saint to the Department of Lamps, 4 June 1979")],
        "undated": [("", "A Sketch of a Lamp")],
        "Finding lists": [("4 entries", "Lamps, 1960–1980")],
    }
    assert "listed in Lamps, 1960–1980" in words(calendar.xpath(".//li[@data-kind='memorandum']")[0])


def test_facets_count_what_they_would_show(page: Callable[..., lxml_html.HtmlElement]) -> None:
    facets = {
        words(fieldset.find("legend")): [words(label) for label in fieldset.xpath(".//label")]
        for fieldset in page("calendar").xpath("//form[@id='ui:facets']/fieldset")
    }
    assert facets["Kind"] == ["Entry of a finding list 3", "Memorandum 1", "Telegram 1"]
    assert facets["Year"] == ["1961 1", "1965 1", "1970 1", "1979 1"]


def test_a_number_of_the_table_of_months_says_its_month(page: Callable[..., lxml_html.HtmlElement]) -> None:
    cells = page("calendar").xpath("//td[@data-month]")
    assert {(cell.get("data-month"), cell.xpath("string(a/@title)")) for cell in cells} >= {
        ("1961-05", "May 1961"),
        ("1979-06", "June 1979"),
    }


def test_the_home_page_says_what_the_edition_is_and_who_answers_for_it(
    page: Callable[..., lxml_html.HtmlElement],
) -> None:
    home = page("index")
    assert words(home.find(".//h1")) == "The Lighthouse Papers"
    assert "A lamp went out." in words(home.xpath("//p[@class='lede']")[0])
    assert words(home.xpath("//dl[@class='responsible']")[0]) == "Ada Quillencoding"
    assert words(home.xpath("//p[@class='citation']")[0]) == (
        "The Lighthouse Papers: Three documents on a lamp, ed. Ada Quill, second edition "
        "(Quill Press, 2025), https://papers.example.org/lighthouse/."
    )
    assert home.xpath("//p[@class='citation']/a/@href") == ["https://papers.example.org/lighthouse/"]
    assert [words(item) for item in home.xpath("//ul[@class='changes']/li")] == [
        "2 March 2025 The second document.",
        "9 January 2025 The first document.",
    ]
    assert home.xpath("//section[@class='contents']//a/@href") == [
        "documents/lamp-talk.html",
        "documents/1979LAMP00001.html",
        "documents/lamp-list.html",
    ]


def test_a_change_of_a_document_has_its_whole_title(
    page: Callable[..., lxml_html.HtmlElement], site: web.Site, index: etree._Element
) -> None:
    changed = copy.deepcopy(index)
    document = next(changed.iter("document"))
    document.set("title", "Talk about the Lamp " * 8)
    etree.SubElement(document, "change", when="2025-05-01").text = "Read again."
    (octets,) = web.edition_page(XSLT / web.PAGES, "index", site, changed, None, None).files.values()
    (first, *_) = lxml_html.document_fromstring(octets.decode("utf-8")).xpath("//ul[@class='changes']/li")
    assert words(first) == f"1 May 2025 {'Talk about the Lamp ' * 8}Read again."


def test_who_goes_by_links_need_not_go_through_those_of_a_picture(
    page: Callable[..., lxml_html.HtmlElement],
) -> None:
    drawn = etree.fromstring("""<picture><svg xmlns="http://www.w3.org/2000/svg"><a href="x"/></svg>
        <h2>Close up</h2><svg xmlns="http://www.w3.org/2000/svg"/><ul class="as-list"/></picture>""")
    made = page("map", drawn)
    (skip,) = made.xpath("//main//a[@class='skip']")
    assert (words(skip), skip.get("href")) == ("Skip the picture", "#ui:said")
    assert [element.tag for element in made.xpath("//*[@id='ui:said']")] == ["ul"]
    assert page("network").xpath("//main//a[@class='skip']") == []
    # On the home page nothing says the same as the course of time, neither its key nor what follows its bars.
    for key in ("", "<p class='key'>Talk</p>"):
        drawn = etree.fromstring(f"<picture><svg xmlns='http://www.w3.org/2000/svg'/>{key}</picture>")
        home = page("index", drawn)
        (skip,) = home.xpath("//main//a[@class='skip']")
        assert [words(element) for element in home.xpath(f"//*[@id='{skip.get('href')[1:]}']")] == ["Ways in"]
        assert home.xpath("//@id[.='ui:said']") == []


def test_about_holds_the_introduction_and_the_principles(page: Callable[..., lxml_html.HtmlElement]) -> None:
    text = words(page("about").xpath("//main")[0])
    assert "A lamp went out. Three people wrote about it." in text
    assert "Every letter is kept." in text
    assert "Nothing is corrected silently." in text


def test_a_register_quotes_every_passage_and_leads_to_it(site: web.Site, people: etree._Element) -> None:
    (octets,) = web.register_page(XSLT / web.REGISTER, people, site).files.values()
    register = lxml_html.document_fromstring(octets.decode("utf-8"))
    (entry,) = register.xpath("//article[@id='ede-marl']")
    assert words(entry.find("h3")) == "Marl, Ede 1911–1990"
    assert [words(office) for office in entry.xpath("ul[@class='offices']/li")] == [
        "Keeper of the Lamp 1958–1963",
        "Inspector of Lamps from 1970",
    ]
    assert entry.xpath(".//ul[@class='quotes']//a/@href") == [
        "documents/lamp-talk.html#m1",
        "documents/lamp-talk.html#m2",
    ]
    assert [words(quoted) for quoted in entry.xpath(".//q")] == [
        "Marl – The lamp is dim",
        "the list, said Marl.",
    ]
    assert "(likely)" in words(entry.xpath(".//ul[@class='quotes']/li")[1])
    assert words(register.xpath("//p[@class='see']")[0]) == "Märł, Ede → Marl, Ede"
    assert entry.xpath(".//a[@rel='external']/@href") == ["https://www.wikidata.org/wiki/Q1"]


def test_a_quotation_in_another_language_than_the_page_says_which(
    site: web.Site, people: etree._Element
) -> None:
    register = etree.fromstring(etree.tostring(people))
    for mention, language in zip(register.iter("mention"), ("ru", "en"), strict=True):
        mention.set("lang", language)
    for document in register.iter("document"):
        document.set("lang", "de")
    (octets,) = web.register_page(XSLT / web.REGISTER, register, site).files.values()
    tree = lxml_html.document_fromstring(octets.decode("utf-8"))
    assert tree.xpath("//p[@class='where']/a/@lang") == ["de"]
    assert [quote.get("lang") for quote in tree.iter("q")] == ["ru", None]
    assert tree.xpath("//mark/@lang") == []


@pytest.mark.parametrize(("title", "said"), [("Talk, May 3, 1961", []), ("Talk, 1961", ["1961年5月3日"])])
def test_a_chinese_date_is_not_said_again_beside_a_title_that_has_it(
    languages: dict[str, str], people: etree._Element, title: str, said: list[str]
) -> None:
    register = etree.fromstring(etree.tostring(people))
    for document in register.iter("document"):
        document.set("title", title)
    site = web.Site(read("edition.xml"), web_assets.interface_language(languages, "zh"))
    (octets,) = web.register_page(XSLT / web.REGISTER, register, site).files.values()
    tree = lxml_html.document_fromstring(octets.decode("utf-8"))
    assert [span.text for span in tree.xpath("//p[@class='where']/span")] == said


def test_a_name_that_differs_in_its_blanks_alone_is_said_once(site: web.Site, people: etree._Element) -> None:
    register = copy.deepcopy(people)
    (variant,) = register.xpath("//variant[1]")
    for text in ("E. Q. Marl", "E.Q. Marl"):
        variant.addprevious(etree.fromstring(f"<variant>{text}</variant>"))
    (octets,) = web.register_page(XSLT / web.REGISTER, register, site).files.values()
    (also,) = lxml_html.document_fromstring(octets.decode("utf-8")).find_class("variants")
    assert words(also) == "also E. Q. Marl, Ede Märłl, 马尔一"


def test_a_term_among_the_words_that_render_it_says_its_language(site: web.Site) -> None:
    (terms,) = (one for one in further_registers() if one.get("kind") == "terms")
    (octets,) = web.register_page(XSLT / web.REGISTER, terms, site).files.values()
    tree = lxml_html.document_fromstring(octets.decode("utf-8"))
    assert tree.xpath("//q/mark/@lang") == tree.xpath("//h3/a/@lang") == ["mn-Latn"]
    assert words(tree.find(".//h3")).endswith(" Mongolian, romanised")


def test_the_year_12_is_shown_as_it_is_written(site: web.Site, summaries: list[etree._Element]) -> None:
    old = copy.deepcopy(summaries)
    for name in ("date", "date-from", "date-to"):
        old[0].set(name, "0012-05-03")
    index = web_context.index(old)

    (octets,) = web.edition_page(XSLT / web.PAGES, "calendar", site, index, None, None).files.values()

    made = lxml_html.document_fromstring(octets.decode("utf-8"))
    assert made.xpath("//section[@class='year']/h2[@id='ui:year-0012']/text()") == ["12"]


def beside(summaries: list[etree._Element]) -> dict[str, etree._Element]:
    found = web_context.contexts(map(web_context.described, summaries))
    return {identifier: etree.fromstring(context) for identifier, context in found}


def test_neighbours_are_neighbours_in_time_and_lists_are_none(summaries: list[etree._Element]) -> None:
    found = beside(summaries)
    neighbours = {
        identifier: [[d.get("id") for d in context.find(way)] for way in ("previous", "next")]
        for identifier, context in found.items()
        if context.find("previous") is not None
    }
    assert neighbours == {"lamp-talk": [[], ["1979LAMP00001"]], "1979LAMP00001": [["lamp-talk"], []]}


def test_what_shares_rare_names_is_related() -> None:
    def document(identifier: str, *refs: str) -> etree._Element:
        made = etree.Element("document", id=identifier, title=identifier, date="1970")
        for ref in refs:
            etree.SubElement(made, "name", ref=ref, count="1")
        return made

    everywhere = "place:sea"
    documents = [document(str(n), everywhere) for n in range(6)]
    documents += [document("a", everywhere, "person:x"), document("b", everywhere, "person:x")]
    found = beside(documents)
    assert [d.get("id") for d in found["a"].find("related")] == ["b"]
    assert list(found["0"].find("related")) == []


def test_a_card_counts_passages_and_holds_none(people: etree._Element) -> None:
    (card,) = web_context.cards([web_context.trimmed(people)])
    assert (card.get("passages"), card.get("documents")) == ("2", "1")
    assert card.find("document") is None


# The map


def test_the_projection_keeps_areas_and_puts_its_centre_where_it_says() -> None:
    view = View((100.0, 50.0), 100.0, 10.0, 20.0)
    assert view.at(100.0, 50.0) == pytest.approx((10.0, 20.0))

    # A step of latitude at the centre and the same step elsewhere, times its width, cover the same.
    def area(longitude: float, latitude: float, step: float = 0.01) -> float:
        x0, y0 = view.at(longitude, latitude)
        x1, y1 = view.at(longitude + step, latitude)
        x2, y2 = view.at(longitude, latitude + step)
        return abs((x1 - x0) * (y2 - y0) - (x2 - x0) * (y1 - y0)) / math.cos(math.radians(latitude))

    assert area(20.0, 10.0) == pytest.approx(area(100.0, 50.0), rel=1e-3)


@pytest.mark.parametrize("scale", [300.0, 900.0, 20_000.0])
@pytest.mark.parametrize("middle", [(600.0, 360.0), (-200.0, 900.0)])
def test_all_of_a_sheet_is_within_its_reach(middle: tuple[float, float], scale: float) -> None:
    projection = Projection(View((100.0, 50.0), scale, *middle))
    points = [(float(x), float(y)) for x in range(-180, 180, 3) for y in range(-90, 91, 3)]
    points += [(100 + x / 20, 50 + y / 20) for x in range(-80, 80) for y in range(-80, 80)]
    everywhere = projection.of(points)
    within = projection.of(points, projection.reach(1200, 720, 60))
    seen = [-60 <= x <= 1260 and -60 <= y <= 780 for x, y in everywhere]
    assert any(seen)
    assert [at for at, is_seen in zip(within, seen, strict=True) if is_seen] == [
        at for at, is_seen in zip(everywhere, seen, strict=True) if is_seen
    ]
    assert FAR in within or scale < 20_000


@pytest.mark.parametrize("centre", [(100.0, 50.0), (-179.5, 89.0), (12.3, 0.0), (0.05, -71.0)])
@pytest.mark.parametrize("reach", [0.01, 0.2, 1.1, 1.9])
def test_a_line_of_the_net_of_degrees_is_left_out_where_all_of_it_is_far(
    centre: tuple[float, float], reach: float
) -> None:
    projection = Projection(View(centre))
    for degrees in range(-180, 180, 2):
        meridian = [(float(degrees), y / 2) for y in range(-180, 181)]
        if not projection.sees_meridian(degrees, reach):
            assert set(projection.of(meridian, reach)) == {FAR}
        parallel = [(float(x), degrees / 2) for x in range(-180, 181)]
        if not projection.sees_parallel(degrees / 2, reach):
            assert set(projection.of(parallel, reach)) == {FAR}
    seen = [projection.sees_parallel(degrees / 2, reach) for degrees in range(-180, 180, 2)]
    assert all(seen) if reach > 1.8 else not all(seen)
    assert projection.sees_meridian(centre[0], reach)
    assert projection.sees_parallel(centre[1], reach)


def test_a_path_has_its_numbers_as_all_others_of_a_picture() -> None:
    numbers = [0.0, -0.0, -0.04, 0.05, 0.25, 9.96, 10.0, 100.04, -20.0, 1219.95, 0.95, 200.5]
    path = "L".join(f"{x:.1f},{y:.1f}" for x, y in pairwise(numbers))
    assert land._shortened(path) == "L".join(f"{written(x)},{written(y)}" for x, y in pairwise(numbers))


def test_no_name_on_a_map_meets_another_or_a_spot() -> None:
    places = [
        Spot(f"Place {n}", 100 + n % 5 * 0.4, 50 + n // 5 * 0.3, 30 - n, f"places.html#p{n}")
        for n in range(30)
    ]
    picture = map_picture(places, read_land(LAND_TEXT), "Map", "Close up")
    svg = picture[0]
    names = [
        Box(x := float(t.get("x")), y := float(t.get("y")) - 11, x + text_width(t.text, 15), y + 14)
        for t in svg.iter("{*}text")
    ]
    assert len(names) >= 15
    assert [(a, b) for i, a in enumerate(names) for b in names[:i] if a.meets(b)] == []


def test_what_the_map_says_its_list_says(words: dict[str, str]) -> None:
    register = etree.fromstring(
        """<register kind="places"><group letter="P">
        <entry id="port" ref="place:port"><name>Port Saint</name><geo lat="47.9" lon="106.9"/>
          <document><mention/></document><document><mention/></document></entry>
        <entry id="lake" ref="place:lake"><name>Lake</name><geo lat="53.5" lon="108.1"/>
          <document><mention/></document></entry>
        <entry id="nowhere" ref="place:nowhere"><name>Nowhere</name><document><mention/></document></entry>
        <entry id="unsaid" ref="place:unsaid"><name>Unsaid</name><geo lat="1" lon="1"/></entry>
        </group></register>"""
    )
    picture = pictures.places_picture(register, LAND_TEXT, json.dumps(words))
    listed = [" ".join("".join(item.itertext()).split()) for item in picture.iter("li")]
    assert listed == ["Port Saint 2", "Lake 1"]
    assert {link.get("href") for link in picture.iter("{http://www.w3.org/2000/svg}a")} == {
        "places.html#port",
        "places.html#lake",
    }


@pytest.mark.parametrize("centre", [(106.0, 50.0), (-74.0, 40.7), (0.0, 0.0), (175.5, -39.5), (13.4, 52.5)])
def test_land_is_land_and_sea_is_sea_whatever_the_centre(centre: tuple[float, float]) -> None:
    spot = Spot("Here", *centre, 1, "places.html#here")
    svg = map_picture([spot], read_land(LAND_TEXT), "Map", "Close up")[0]
    (land,) = svg.xpath("./*[@class='land']")
    rings = [
        [tuple(map(float, pair.split(","))) for pair in ring.rstrip("Z").split("L")]
        for ring in land.get("d").split("M")
        if ring
    ]
    (circle,) = svg.iter("{*}circle")
    x, y = float(circle.get("cx")), float(circle.get("cy"))
    crossings = sum(
        1
        for ring in rings
        for (x0, y0), (x1, y1) in zip(ring, ring[1:] + ring[:1], strict=True)
        if (y0 > y) != (y1 > y) and x < (x1 - x0) * (y - y0) / (y1 - y0) + x0
    )
    assert crossings % 2 == (0 if centre == (0.0, 0.0) else 1)


# The course of time, the network

KINDS = {"kind-memorandum": "Talk", "kind-telegram": "Cable", "kind-entry": "Listed"}


def test_every_dated_thing_is_a_dot_that_leads_to_it(index: etree._Element) -> None:
    picture = timeline(index, "Time", KINDS)
    assert picture is not None
    assert [link.get("href") for link in picture.iter("{*}a")] == [
        "documents/lamp-talk.html",
        "documents/lamp-list.html#e3",
        "documents/lamp-list.html#e2",
        "documents/1979LAMP00001.html",
    ]
    # The key says what the colours mean.
    assert [(span.get("class"), span.text) for span in picture.iter("span")] == [
        ("k-memorandum", "Talk"),
        ("k-telegram", "Cable"),
        ("k-entry", "Listed"),
    ]


def test_too_many_dots_are_bars() -> None:
    crowd = etree.Element("index")
    for number in range(2000):
        etree.SubElement(
            crowd, "document", id=f"d{number}", date=f"{1970 + number % 3}-01-01", title="x", kind="telegram"
        )
    picture = timeline(crowd, "Time", KINDS)
    assert picture is not None
    assert len(list(picture.iter("{*}circle"))) == 0
    assert [title.text for title in picture.iter("{*}title")][1:] == ["1970: 667", "1971: 667", "1972: 666"]


def test_without_a_date_there_is_no_course_of_time() -> None:
    assert timeline(etree.Element("index"), "Time", KINDS) is None


def lists_of(picture: etree._Element) -> list[tuple[str, list[str]]]:
    """Return what is said above each list, and of each party its name and its lines."""
    return [
        (
            listed.getprevious().text,
            [
                " | ".join(map(words, [item.find("h3"), *item.findall("ul/li")]))
                for item in listed.findall("li")
            ],
        )
        for listed in picture.findall("ul")
    ]


def test_the_network_ties_who_spoke_and_who_cabled(index: etree._Element, english: str) -> None:
    names = etree.fromstring('<names><name ref="person:ede-marl">Marl, Ede</name></names>')
    picture = pictures.parties_picture(index, names, english)
    # Who speaks is spoken with, and found under either name; a telegram stands with its sender.
    assert lists_of(picture) == [
        (
            "Each pair stands under both names.",
            ["Marl, Ede | Tuya: 3 May 1961", "Tuya | Marl, Ede: 3 May 1961"],
        ),
        ("Each message stands under its sender.", ["AMCONSUL PORT SAINT | LAMPSTATE: 4 June 1979"]),
    ]
    assert picture.xpath("ul[1]/li[1]//a/@href") == ["people.html#ede-marl", "documents/lamp-talk.html"]


def test_who_sat_at_one_table_is_named_in_one_line_behind_who_was_met_oftener(english: str) -> None:
    spoke = '<participant role="speaker" name="{}"/>'.format
    talks = ("Marl", "Tuya", "Ada, Quill", "Bolor"), ("Marl", "Tuya")
    papers = [
        f'<document id="d{day}" date-text="{day} May">{"".join(map(spoke, names))}</document>'
        for day, names in enumerate(talks, 3)
    ]
    picture = pictures.parties_picture(
        etree.fromstring(f"<index>{''.join(papers)}</index>"), etree.Element("names"), english
    )
    ((_, found),) = lists_of(picture)
    assert found == [
        "Ada, Quill | Bolor; Marl; Tuya: 3 May",
        "Bolor | Ada, Quill; Marl; Tuya: 3 May",
        "Marl | Tuya: 3 May, 4 May | Ada, Quill; Bolor: 3 May",
        "Tuya | Marl: 3 May, 4 May | Ada, Quill; Bolor: 3 May",
    ]


def test_of_two_parties_with_many_documents_the_rest_is_folded(english: str) -> None:
    index = etree.Element("index")
    for number in range(11):
        document = etree.SubElement(index, "document", id=f"t{number}", title=f"T{number}")
        etree.SubElement(document, "correspondent", action="sent", ref="org:a", name="A")
        etree.SubElement(document, "correspondent", action="received", ref="org:b", name="B")
    picture = pictures.parties_picture(index, etree.Element("names"), english)
    (fold,) = picture.iter("details")
    assert fold.findtext("summary") == "3 more"
    assert [link.text for link in fold.iter("a")] == ["T8", "T9", "T10"]


def test_what_is_beyond_a_hundred_folded_documents_of_two_parties_is_counted(english: str) -> None:
    spoke = '<participant role="speaker" side="{}" name="{}"/>'
    pair = spoke.format(1, "Marl") + spoke.format(2, "Tuya")
    papers = "".join(f'<document id="d{n}" date-text="{n}">{pair}</document>' for n in range(150))
    index, names = etree.fromstring(f"<index>{papers}</index>"), etree.fromstring("<names/>")
    tie = pictures.parties_picture(index, names, english).find("ul/li/ul/li")
    assert tie is not None
    assert len(tie.findall(".//a")) == 108
    assert tie.findtext("details/summary") == "142 more"
    assert "".join(tie.itertext()).endswith("106, 107 … 42 more")


@pytest.fixture
def with_a_long_name(english: str) -> etree._Element:
    """A network of two posts, one with a name that the picture has no room for."""
    index = etree.fromstring("""<index><document id="t" title="T">
        <correspondent action="sent" ref="org:a" name="A"/>
        <correspondent action="received" ref="org:b" name="B"/></document></index>""")
    names = {"org:a": "Embassy of the Lighthouse Service in Port Saint", "org:b": "Department of Lamps"}
    return network_picture(index, names, "", json.loads(english))


def test_a_long_name_on_the_network_keeps_the_end_that_tells_it_apart(
    with_a_long_name: etree._Element,
) -> None:
    assert ["".join(text.itertext()) for text in with_a_long_name.iter("{*}text")] == [
        "Department of Lamps",
        "Embassy of the … in Port Saint",
    ]


def test_who_hears_a_name_of_the_network_hears_it_whole(with_a_long_name: etree._Element) -> None:
    assert [link.findtext("{*}title") for link in with_a_long_name.iterfind("{*}svg/{*}a")] == [
        None,
        "Embassy of the Lighthouse Service in Port Saint",
    ]


@pytest.mark.parametrize("parties", [2, 3, 4, 7, 10])
def test_the_names_of_a_few_parties_stand_level_and_apart(english: str, parties: int) -> None:
    index = etree.Element("index")
    document = etree.SubElement(index, "document", id="t", title="T")
    etree.SubElement(document, "correspondent", action="sent", ref="org:0", name="Department of Lamps")
    for number in range(1, parties):
        name = f"Embassy of the Lighthouses {number}"
        etree.SubElement(document, "correspondent", action="received", ref=f"org:{number}", name=name)
    picture = network_picture(index, {}, "", json.loads(english))
    _, _, width, height = map(float, picture.find("{*}svg").get("viewBox").split())
    boxes = []
    for text in picture.iter("{*}text"):
        assert text.get("transform") is None
        x, y = float(text.get("x")), float(text.get("y"))
        lines = [text.text or "", *(line.text for line in text)]
        assert len(lines) == 2
        long = max(text_width(line.strip(), 14) for line in lines)
        left = x - {"start": 0, "middle": long / 2, "end": long}[text.get("text-anchor")]
        boxes.append(Box(left, y - 11, left + long, y + 16.8 * (len(lines) - 1) + 4))
    assert len(boxes) == parties
    assert all(box.inside(Box(0, 0, width, height)) for box in boxes)
    assert not any(one.meets(other) for one, other in combinations(boxes, 2))
    # What is no wider than this is made as narrow as a phone.
    assert (picture.find("{*}svg").get("class") == "picture network few") is (width <= 520)


def test_han_hangul_and_kana_have_a_font_cut_to_what_is_used() -> None:
    pytest.importorskip("pylopdf_fonts_zh_cn", reason="the optional font for CJK is not installed")
    made = fonts.web_fonts(frozenset("ab谢カ한"))
    style = made[fonts.FONT_STYLE].decode("utf-8")
    (ranges,) = re.findall(r"unicode-range:(.*?)}", style)
    parts = [part.removeprefix("U+").split("-") for part in ranges.split(",")]
    held = [range(int(first, 16), int(last, 16) + 1) for first, last in parts]
    assert all(any(ord(one) in part for part in held) for one in "谢カ한")
    assert not any(ord(one) in part for part in held for one in "ab–“Я")
    assert len(made[fonts.CJK_FONT]) < 10_000
    assert fonts.CJK_FONT not in fonts.web_fonts(frozenset("ab"))


def test_what_stands_in_for_a_face_is_fitted_to_it() -> None:
    style = fonts.web_fonts(frozenset())[fonts.FONT_STYLE].decode("utf-8")
    rules = re.findall(r'font-family:"([^"]+)";src:local\("([^"]+)"\).*?size-adjust:([\d.]+)%', style)
    assert [(family, name) for family, name, _ in rules] == [
        ("Edition Serif Fallback", "Times New Roman"),
        ("Edition Serif Fallback", "Times New Roman Bold"),
        ("Edition Capitals Fallback", "Times New Roman"),
        ("Edition Serif Fallback", "Times New Roman Italic"),
        ("Edition Display Fallback", "Times New Roman"),
        ("Edition Sans Fallback", "Arial"),
        ("Edition Sans Fallback", "Arial Bold"),
        ("Edition Mono Fallback", "Courier New"),
    ]
    # Every letter of Plex Mono is 600 thousandths wide, and so is every letter of Courier.
    assert float(rules[-1][2]) == pytest.approx(100, abs=0.1)
    # Source Serif is the wider face, Source Sans the narrower.
    assert float(rules[0][2]) > 110
    assert float(rules[5][2]) < 97
    # Capitals of Times are wider than its letters: less is made of them.
    assert float(rules[2][2]) < float(rules[0][2]) - 10
    assert "ascent-override:102.52%;descent-override:27.51%;line-gap-override:0%" in style


def test_each_part_of_a_divided_entry_says_how_many_passages_it_has(site: web.Site) -> None:
    (second,) = (one for one in further_registers() if one.get("page") and one.get("n") == "2")
    ((path, octets),) = web.register_page(XSLT / web.REGISTER, second, site).files.items()
    assert path == "organizations/lamp-office/2.html"
    page = lxml_html.document_fromstring(octets.decode("utf-8"))
    (lede,) = page.find_class("lede")
    assert " ".join(lede.text_content().split()) == "Organisations, register entry · 5 passages"
    (parts,) = page.find_class("letters")
    assert [" ".join(part.text_content().split()) for part in parts] == [
        "1: 1961 2 passages",
        "2: 1962 3 passages",
    ]
    assert [part.get("aria-current") for part in parts] == [None, "page"]
