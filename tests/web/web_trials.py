"""Documents composed for the tests of the site."""

from __future__ import annotations

import io
import json
import struct
import zlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import quote

from lxml import etree
from lxml import html as lxml_html

from dragoman.edition import packaged
from dragoman.render import citation, pictures, web, web_context
from dragoman.render.land import LAND
from dragoman.render.picture_size import picture_in
from dragoman.tei.parse import parse
from dragoman.xslt import Constant, written

XSLT = packaged("xslt")
FIXTURES = Path(__file__).parent / "fixtures"

Render = Callable[..., lxml_html.HtmlElement]

DOCUMENTS = {
    "lamp-talk": "memorandum.xml",
    "1979LAMP00001": "telegram.xml",
    "lamp-letter": "bilingual.xml",
    "lamp-list": "catalogue.xml",
    "quay-plan": "illustrated.xml",
}


def png(width: int, height: int) -> bytes:
    """A grey picture."""

    def chunk(name: bytes, content: bytes) -> bytes:
        checked = name + content
        return struct.pack(">I", len(content)) + checked + struct.pack(">I", zlib.crc32(checked))

    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    rows = (b"\0" + b"\x90" * width) * height
    chunks = chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + chunks


STAIR = b'<svg xmlns="http://www.w3.org/2000/svg" width="40mm" height="20mm"><path d="M0 0H9"/></svg>'

# What illustrated.xml shows, by path in the site.
PICTURES = {
    "pictures/quay.png": png(1600, 900),
    "pictures/page 1.png": png(900, 1200),
    "pictures/page 2.png": png(900, 1200),
    "pictures/stair.svg": STAIR,
}


def shown_pictures() -> dict[str, web.ShownPicture]:
    """The same as a page is given them, by the addresses that the document gives."""
    shown = {}
    for path, octets in PICTURES.items():
        found = picture_in(io.BytesIO(octets))
        assert found is not None
        address = f"../{quote(path)}"
        shown[address] = web.ShownPicture(address, found.width, found.height, found.kind != "svg")
    return shown


def further_registers() -> list[etree._Element]:
    """Return the registers of registers.xml, each a document of its own."""
    return [etree.fromstring(etree.tostring(register)) for register in read("registers.xml")]


@dataclass(frozen=True, slots=True)
class Trial:
    """The pages of the documents here, by path, and the summaries and registers that they are made of."""

    files: Mapping[str, bytes]
    summaries: Mapping[str, etree._Element]
    registers: tuple[etree._Element, ...]


def summarised(root: etree._Element, site: web.Site) -> etree._Element:
    """Return the summary of a document, its dates in the language of the site."""
    dates = {"language": Constant(site.language)}
    return etree.fromstring(written(XSLT / "prepare/summary.xsl", root, dates).encode())


def lone_page(root: etree._Element, site: web.Site, shown: str = "trial.xml", **given: Any) -> web.Pages:
    """Return the page of a document by itself, or with what is ``given`` of `web.document_page`."""
    beside = {"context": etree.Element("context"), "summary": summarised(root, site)}
    return web.document_page(XSLT / web.DOCUMENT, root, shown, site, **(beside | given))


def whole_site(language: str) -> Trial:
    """Return every kind of page of the documents here; ``language``: the words of the interface, JSON."""
    site = web.Site(read("edition.xml"), language)
    roots = {identifier: read(name) for identifier, name in DOCUMENTS.items()}
    summaries = {identifier: summarised(root, site) for identifier, root in roots.items()}
    registers = (read("people.xml"), *further_registers())
    whole = [register for register in registers if register.get("page") is None]
    index = web_context.index(summaries.values())
    contexts = dict(web_context.contexts(map(web_context.described, summaries.values())))
    names = web_context.names(whole)
    ready = web.ready_cards(XSLT / web.CARDS, web_context.cards(map(web_context.trimmed, whole)), site)
    files: dict[str, bytes] = {}
    for identifier, root in roots.items():
        summary = summaries[identifier]
        cited = citation.citations(citation.source(summary, site.edition), json.loads(language))
        beside = etree.fromstring(contexts[identifier])
        made = web.document_page(
            XSLT / web.DOCUMENT, root, "", site, beside, summary, ready, cited, None, shown_pictures()
        )
        files |= made.files
    for register in registers:
        files |= web.register_page(XSLT / web.REGISTER, register, site).files
    land = (packaged("xslt") / LAND).read_text(encoding="utf-8")
    (places,) = (register for register in whole if register.get("kind") == "places")
    drawn = {
        "index": pictures.timeline_picture(index, language),
        "map": pictures.places_picture(places, land, language),
        "network": pictures.parties_picture(index, names, language),
    }
    files |= web.about_page(XSLT / web.DOCUMENT, "", site).files
    for name in web.PAGE_PICTURES:
        files |= web.edition_page(XSLT / web.PAGES, name, site, index, names, drawn.get(name)).files
    return Trial(files, summaries, registers)


def read(name: str) -> etree._Element:
    return parse((FIXTURES / name).read_bytes(), name)


def tei(body: str, back: str = "", identifier: str = "trial", kind: str = "memorandum") -> etree._Element:
    """A document with this text; `body` stands in the division that is the document."""
    return parse(
        f"""<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="{identifier}" xml:lang="en">
        <teiHeader><fileDesc><titleStmt><title type="main">A trial</title></titleStmt>
        <publicationStmt><p/></publicationStmt><sourceDesc><p/></sourceDesc></fileDesc></teiHeader>
        <text><body><div type="document" subtype="{kind}">{body}</div></body>{back}</text></TEI>""".encode(),
        "trial.xml",
    )
