"""Pictures that lie with the edition are shown; others are described; none is fetched from elsewhere."""

from __future__ import annotations

import io
import struct

import pytest
from lxml import html as lxml_html
from web_trials import STAIR, Render, lone_page, png, read, shown_pictures, tei

from dragoman.render import search, takeaway, web
from dragoman.render.picture_size import Picture, picture_in

# Three segments of a JPEG, each with its length: what a camera says, a comment, the frame of 40 by 30.
EXIF = b"\xff\xe1\x00\x22Exif\0\0MM\0\x2a\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0"
COMMENT = b"\xff\xfe\x00\x04ab"
FRAME = b"\xff\xc2\x00\x0b\x08\x00\x1e\x00\x28\x01\x01\x11\x00"


@pytest.mark.parametrize(
    ("octets", "picture"),
    [
        (png(5, 7), Picture("png", 5, 7)),
        (b"\xff\xd8" + COMMENT + FRAME, Picture("jpeg", 40, 30)),
        (b"\xff\xd8" + EXIF + FRAME, Picture("jpeg", 30, 40)),
        (b"\xff\xd8" + EXIF.replace(b"\0\x06\0\0", b"\0\x03\0\0") + FRAME, Picture("jpeg", 40, 30)),
        (b"GIF89a" + struct.pack("<HH", 9, 300), Picture("gif", 9, 300)),
        (b"RIFF....WEBPVP8X" + bytes(8) + b"\x1f\0\0\x0f\0\0", Picture("webp", 32, 16)),
        (b"RIFF....WEBPVP8L" + bytes(4) + b"\x2f" + struct.pack("<I", 19 << 14 | 9), Picture("webp", 10, 20)),
        (b"RIFF....WEBPVP8 " + bytes(10) + struct.pack("<HH", 11, 12), Picture("webp", 11, 12)),
        (STAIR, Picture("svg", 151, 76)),
        (b'<svg viewBox="0 0 30.4 20" width="100%"/>', Picture("svg", 30, 20)),
        (b"<svg/>", Picture("svg", 0, 0)),
        (b"%PDF-1.7", Picture("pdf")),
    ],
)
def test_a_picture_says_its_kind_and_size(octets: bytes, picture: Picture) -> None:
    assert picture_in(io.BytesIO(octets)) == picture


@pytest.mark.parametrize(
    "octets",
    [
        b"",
        b"II*\0 a picture of another kind",
        b"<p/>",
        b"<svg>",
        png(5, 7)[:-6],
        png(0, 7),
        b"\xff\xd8\xff",
        b"\xff\xd8" + COMMENT,
        b"\xff\xd8" + EXIF[:20],
        b"GIF89a",
        b"RIFF....WEBPVP8Y" + bytes(16),
        b"RIFF....WEBPVP8X",
    ],
)
def test_what_is_no_whole_picture_is_none(octets: bytes) -> None:
    assert picture_in(io.BytesIO(octets)) is None


def page_of(site: web.Site, *, with_pictures: bool = True) -> lxml_html.HtmlElement:
    shown = shown_pictures() if with_pictures else None
    made = lone_page(read("illustrated.xml"), site, "", pictures=shown)
    assert made.diagnostics == ()
    (octets,) = made.files.values()
    return lxml_html.document_fromstring(octets.decode("utf-8"))


def test_a_picture_stands_with_its_description_its_size_and_its_caption(site: web.Site) -> None:
    page = page_of(site)
    (figure,) = page.xpath("//figure[@id='g1']")
    (picture,) = figure.iter("img")
    assert dict(picture.attrib) == {
        "src": "../pictures/quay.png",
        "alt": "The quay seen from above, with two stairs.",
        "width": "1600",
        "height": "900",
        "loading": "lazy",
    }
    assert picture.getparent().get("href") == "../pictures/quay.png"
    assert figure[-1].tag == "figcaption"
    assert [part.text_content() for part in figure[-1]] == [
        "The quay in spring",
        "Drawn by the harbour master.",
    ]


def test_a_drawing_with_scripts_of_its_own_is_shown_and_not_opened(site: web.Site) -> None:
    (picture,) = page_of(site).xpath("//img[@alt='A stair']")
    assert picture.getparent().get("class") == "figure"


def test_a_picture_on_another_host_is_described_and_linked(site: web.Site) -> None:
    page = page_of(site)
    assert [src for src in page.xpath("//@src | //@srcset") if "example.org" in src] == []
    (link,) = page.xpath("//div[@class='text']//a[@class='elsewhere']")
    assert link.get("href") == "https://archive.example.org/quay.jpg"
    assert link.text == "Picture at archive.example.org"
    assert "The quay in winter" in page.xpath("string(//p[@id='p2'] | //div[@id='p2'])")


def test_the_number_of_a_page_leads_to_its_picture(site: web.Site) -> None:
    pages = page_of(site).find_class("pb")
    assert [(one.tag, one.get("href"), one.get("aria-label")) for one in pages] == [
        ("a", "../pictures/page%201.png", "page 1: its picture"),
        ("a", "../pictures/page%202.png", "page 2: its picture"),
    ]


def test_the_pictures_of_the_pages_are_folded_behind_the_text(site: web.Site) -> None:
    (folded,) = page_of(site).xpath("//div[@class='text']/*[last()][self::details]")
    assert [(img.get("src"), img.get("alt")) for img in folded.iter("img")] == [
        ("../pictures/page%201.png", "page 1"),
        ("../pictures/page%202.png", "page 2"),
    ]


def test_without_the_pictures_everything_they_show_is_said(site: web.Site) -> None:
    page = page_of(site, with_pictures=False)
    assert page.xpath("//img | //details[@class='facsimile'] | //a[@class='pb']") == []
    said = page.xpath("string(//div[@class='text'])")
    assert "The quay seen from above, with two stairs." in said
    assert "A stair" in said


@pytest.mark.parametrize(
    "markup",
    [
        "<figure rend='brackets'><graphic url='{}'/><figDesc>a stair</figDesc></figure>",
        "<figure><graphic url='{}'/><figDesc>a <name ref='x'>stair</name></figDesc></figure>",
        "<figure><graphic url='{}'/><figDesc>a stair<note type='editor'>Dim.</note></figDesc></figure>",
    ],
)
def test_words_of_the_source_and_words_that_lead_somewhere_are_never_only_said_to_be_heard(
    site: web.Site, markup: str
) -> None:
    root = tei(f"<p xml:id='p1'>{markup.format('../pictures/quay.png')}</p>")
    made = lone_page(root, site, pictures=shown_pictures())
    page = lxml_html.document_fromstring(next(iter(made.files.values())).decode("utf-8"))
    assert "a stair" in page.xpath("string(//*[@id='p1'])")
    assert page.xpath("string(//img/@alt)") == "Picture"


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "data:text/html,x", "//evil.example/x.png", "../../x"]
)
def test_an_address_that_is_none_is_neither_shown_nor_linked(render: Render, url: str) -> None:
    page = render(tei(f"<p xml:id='p1'><graphic url='{url}'><desc>A quay</desc></graphic></p>"))
    (paragraph,) = page.xpath("//p[@id='p1']")
    assert paragraph.text_content() == "A quay"
    assert paragraph.xpath(".//img | .//a[not(@class='anchor')]") == []


def test_what_a_picture_shows_is_found_and_taken_away(site: web.Site) -> None:
    page = page_of(site)
    assert (
        "The quay seen from above, with two stairs.\n\nThe quay in spring" in takeaway.text_of(page).decode()
    )
    told = search.record_of(page, {}, {}, "")
    assert "The quay seen from above, with two stairs." in told
    assert "<img" not in told
