"""Text of a document is never markup, and never a way to somewhere it does not say."""

from __future__ import annotations

import json
import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree
from lxml import html as lxml_html
from web_trials import XSLT, Render, read, tei

from dragoman.render import takeaway, web


@pytest.mark.parametrize(
    "target",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "java&#10;script:alert(1)",
        "&#1;javascript:alert(1)".replace("&#1;", " "),
        "data:text/html,x",
        "vbscript:x",
        "//evil.example/x",
        "\\\\evil.example\\x",
        "../../etc/passwd",
        "documents/../../x.xml",
        "..%2f..%2fx.xml",
        "%2E%2E/x.xml",
        "file:///etc/passwd",
    ],
)
@pytest.mark.parametrize("element", ["ref", "ptr"])
def test_an_address_that_is_none_is_no_link(target: str, element: str, render: Render) -> None:
    page = render(tei(f"<p xml:id='p1'><{element} target='{target}'>words</{element}></p>"))
    assert page.xpath("//p[@id='p1']//a[not(@class='anchor')]") == []


@pytest.mark.parametrize(
    ("target", "address"),
    [
        ("https://example.org/a?b=c&amp;d=e", "https://example.org/a?b=c&d=e"),
        ("mailto:a@example.org", "mailto:a@example.org"),
        ("other.xml#p3", "other.html#p3"),
        ("letter%2012.xml#p3", "letter-12.html#p3"),
        ("documents/a+b.xml", "documents/a-b.html"),
        ("#p1", "#p1"),
    ],
)
def test_an_address_that_is_one_is_a_link(target: str, address: str, render: Render) -> None:
    page = render(tei(f"<p xml:id='p1'><ref target='{target}'>words</ref></p>"))
    assert page.xpath("//p[@id='p1']//a[not(@class='anchor')]/@href") == [address]


def test_a_pointer_to_what_is_not_on_the_page_is_no_link(render: Render) -> None:
    page = render(tei("<p xml:id='p1'><ref target='#nowhere'>words</ref></p>"))
    assert page.xpath("//p[@id='p1']//a[not(@class='anchor')]") == []


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)//", "//evil.example/", 'https://a.example/"><b', "x"]
)
def test_an_edition_is_published_at_an_address_of_the_web_or_nowhere(address: str, english: str) -> None:
    edition = read("edition.xml")
    next(edition.iter("{*}idno")).text = address
    (octets,) = web.edition_page(
        XSLT / web.PAGES, "index", web.Site(edition, english), etree.Element("index")
    ).files.values()
    page = lxml_html.document_fromstring(octets.decode("utf-8"))
    assert [link for link in page.xpath("//@href") if re.match(r"[a-z]+:|//", link)] == [
        "https://creativecommons.org/licenses/by/4.0/"
    ]
    assert takeaway.base_address(edition) == ""


def test_xml_base_changes_no_address(render: Render) -> None:
    page = render(tei("<p xml:base='https://evil.example/'><ref target='other.xml'>words</ref></p>"))
    assert page.xpath("//p[@class='p']//a/@href") == ["other.html"]


def test_no_script_style_or_handler_stands_in_the_page(render: Render) -> None:
    page = render(
        tei("<p rend='\" onclick=\"x'>&lt;script>alert(1)&lt;/script> <hi rend='\" style=\"x'>a</hi></p>")
    )
    assert [script.get("src") for script in page.xpath("//script[not(@type)]")] == [
        "../assets/choices.js",
        "../assets/script.js",
        "../assets/folds.js",
    ]
    assert page.xpath("//@style | //@*[starts-with(name(), 'on')]") == []
    assert "<script>alert(1)</script>" in page.xpath("string(//p[@class='p'])")


def test_a_title_cannot_end_the_data_for_machines(render: Render) -> None:
    root = tei("<p>a</p>")
    (title,) = root.iter("{http://www.tei-c.org/ns/1.0}title")
    title.text = "</script><script>alert(1)</script>"
    page = render(root)
    assert len(page.xpath("//script")) == 4
    assert json.loads(page.xpath("string(//script[@type])"))["name"] == title.text


def test_an_id_of_the_document_never_is_one_of_the_pages(render: Render) -> None:
    page = render(tei("<p xml:id='m1'><persName ref='person:a'>A</persName><ref target='#m1'>here</ref></p>"))
    ids = page.xpath("//@id")
    assert len(ids) == len(set(ids))
    assert page.xpath("//*[@id='m1']")[0].text_content() == "A"
    assert page.xpath("//a[text()='here']/@href") == ["#m1:"]


TEXTS = st.text(
    alphabet=st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Cn"), exclude_characters="￾￿"),
    max_size=60,
)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=TEXTS, value=TEXTS)
def test_any_text_and_any_attribute_come_out_as_they_went_in(text: str, value: str, render: Render) -> None:
    root = tei("<p xml:id='p1'><hi/></p>")
    (emphasis,) = root.iter("{http://www.tei-c.org/ns/1.0}hi")
    emphasis.text = text
    emphasis.set("rend", value)
    emphasis.set("{http://www.w3.org/XML/1998/namespace}lang", "en")
    (paragraph,) = render(root).xpath("//p[@id='p1']")
    assert "".join(paragraph.text_content().split()).find("".join(text.split())) >= 0
    assert len(paragraph.xpath(".//*")) == 2


def test_a_page_asks_nothing_of_any_other_host(render: Render) -> None:
    page = render(
        tei("<figure><graphic url='https://evil.example/x.png'/><figDesc>a lamp</figDesc></figure>")
    )
    loaded = page.xpath(
        "//img/@src | //script/@src | //link[@rel='stylesheet']/@href | //iframe/@src | //object/@data"
    )
    assert [address for address in loaded if not address.startswith("../assets/")] == []
    policy = page.xpath("string(//meta[@http-equiv='Content-Security-Policy']/@content)")
    assert "default-src 'self'" in policy
    assert "unsafe-inline" not in policy
    assert "http" not in policy


def test_control_characters_that_xml_cannot_hold_are_shown(render: Render) -> None:
    page = render(tei("<p xml:id='p1'>A<g ref='#U001A'/>B</p>"))
    assert page.xpath("string(//p[@id='p1'])") == "A␚B"


def test_deep_nesting_is_no_fault(render: Render) -> None:
    depth = 60
    opening, closing = "<hi rend='italic'>" * depth, "</hi>" * depth
    page = render(tei(f"<p>{opening}core{closing}</p>"))
    assert "core" in page.text_content()
    assert isinstance(page, etree._Element)
