"""The pages of the site, each a function of what it shows and of nothing else.

A stylesheet of ``xslt/web`` makes each page; here its inputs are put together and what it
reports is made into diagnostics. Nothing is read or written but the stylesheets.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from functools import lru_cache, partial
from pathlib import Path
from typing import Final

from lxml import etree

from dragoman.diagnostics import Diagnostic, Place, Rule, Severity
from dragoman.render.citation import edition_citation
from dragoman.render.glossary import glossary_ids
from dragoman.render.mentions import number_mentions
from dragoman.render.names_beside import Cards, cards_from
from dragoman.tei.ids import from_xml_id
from dragoman.tei.ns import XML_ID, tei
from dragoman.xslt import Constant, Markup, Parameter, Source, written

DOCUMENT: Final = "web/document.xsl"
REGISTER: Final = "web/register.xsl"
PAGES: Final = "web/pages.xsl"
CARDS: Final = "web/cards.xsl"
STYLESHEETS: Final = (DOCUMENT, REGISTER, PAGES, CARDS)

HOME: Final = "index"
# The page that shows the text of tei/edition.xml; it is made by DOCUMENT.
ABOUT: Final = "about"
# The pages made by PAGES, with the picture that each shows ("" where it shows none).
PAGE_PICTURES: Final[Mapping[str, str]] = {
    HOME: "timeline",
    "calendar": "",
    "map": "map",
    "network": "network",
    "search": "",
}

NO_RULE: Final = Rule(
    "WEB001",
    Severity.NOTE,
    "an element has no rule",
    "The site renders every element's text. One that no stylesheet knows stands as its plain content.",
)

# How a stylesheet marks what it has no rule for (structure.xsl). No other element of a page has this name,
# and no text of a document can look like it: there, "<" is a reference.
_UNKNOWN: Final = re.compile(r'<unknown name="([^"]*)" path="([^"]*)">|</unknown>')
# Where a stylesheet wants the names of the document (card.xsl). (That of an attribute would have "&gt;".)
_NAMES: Final = "<names-beside></names-beside>"


@dataclass(frozen=True, slots=True)
class Pages:
    """Pages by their path in the site, with what there is to say about them."""

    files: Mapping[str, bytes]
    diagnostics: tuple[Diagnostic, ...] = ()


@dataclass(frozen=True, slots=True)
class Site:
    """What every page shows: tei/edition.xml and the words of the interface (JSON)."""

    edition: etree._Element
    language: str


@lru_cache(maxsize=2)
def _parameters(site: Site) -> Mapping[str, Parameter]:
    return {"edition": Constant(site.edition), "language": Constant(site.language)}


@dataclass(frozen=True, slots=True)
class BookPlaces:
    """Where the book has a document.

    pdf:   the address of its PDF from its page, "" where there is none;
    pages: the page of the book on which each paragraph stands, by the paragraph's id.
    """

    pdf: str
    pages: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class ShownPicture:
    """A picture that a page shows: its address from the page, its size in CSS pixels (0 where unknown).

    may_open: whether a link may lead to it, so that it opens as a page of its own.
    """

    address: str
    width: int
    height: int
    may_open: bool


@dataclass(frozen=True, slots=True, eq=False)
class ReadyCards:
    """The entries of the registers as pages of documents need them.

    known: for the stylesheet, where each stands and its name; cards: what is said of each beside a text.
    """

    known: Constant
    cards: Cards


NO_CARDS: Final = ReadyCards(Constant(etree.Element("cards")), Cards(str, {}, {}))


def ready_cards(stylesheet: Path, cards: etree._Element, site: Site) -> ReadyCards:
    """Return the cards of the registers' entries (`web_context.cards`) as `document_page` needs them."""
    made = etree.fromstring(written(stylesheet, cards, _parameters(site)))
    counted = lru_cache(maxsize=None)(partial(_counted, stylesheet, site))
    ready = cards_from(made, counted)
    # The stylesheet asks for nothing of it.
    etree.strip_elements(made, "heading", "link", "first", "office", "otherwise", "last")
    return ReadyCards(Constant(made), ready)


def _counted(stylesheet: Path, site: Site, count: int) -> str:
    """Return what the interface says of so many mentions."""
    said = written(stylesheet, Markup(f"<count>{count}</count>"), _parameters(site))
    return etree.fromstring(said).text or ""


def document_page(
    stylesheet: Path,
    root: etree._Element,
    shown: str,
    site: Site,
    context: etree._Element | Markup,
    summary: etree._Element,
    cards: ReadyCards = NO_CARDS,
    citations: etree._Element | None = None,
    book: BookPlaces | None = None,
    pictures: Mapping[str, ShownPicture] | None = None,
) -> Pages:
    """Return the page of one document; its mentions get their numbers in ``root``.

    shown:     the document's path, as diagnostics name it;
    context:   its neighbours and related documents (`web_context.contexts`);
    summary:   its summary (xslt/prepare/summary.xsl);
    cards:     the register entries of what it mentions, and maybe of more (`ready_cards`);
    citations: the document as the styles of the field cite it (`citation.citations`);
    book:      where the book has it, if there is a book;
    pictures:  those that lie with the edition, by the address that the document gives.
    """
    names = cards.cards.names(number_mentions(root), summary)
    parameters: dict[str, Parameter] = {
        **_parameters(site),
        "context": context,
        "document-summary": summary,
        "cards": cards.known,
        "has-names": bool(names),
        "has-original": any(division.get("type") == "original" for division in root.iter(tei("div"))),
    }
    if glossary := glossary_ids(root):
        parameters["glossary"] = json.dumps(glossary)
    if citations is not None:
        parameters["citations"] = citations
    if book is not None:
        parameters |= {"pages": json.dumps(book.pages), "pdf": book.pdf}
    parameters |= _pictures(pictures)
    # As document.xsl finds it: the first TEI element of the file, which as a rule is the root.
    # (Who asks lxml for the first has it look for the second as well.)
    document = root if root.tag == tei("TEI") else next(root.iter(tei("TEI")), root)
    identifier = from_xml_id(document.get(XML_ID, ""))
    made = written(stylesheet, root, parameters).replace(_NAMES, names, 1)
    return _page(f"documents/{identifier}.html", made, root, shown)


def register_page(stylesheet: Path, register: etree._Element, site: Site) -> Pages:
    """Return the page of one register: people.html, places.html, organizations.html or terms.html.

    A part of a divided register (`entities.register_parts`) is people/ID.html, or people/ID/2.html.
    """
    kind, page, n = (register.get(name, "") for name in ("kind", "page", "n"))
    path = f"{kind}/{page}" if page else kind
    path += f"/{n}.html" if page and n != "1" else ".html"
    return written_register_page(stylesheet, path, Markup(etree.tostring(register, encoding="unicode")), site)


def written_register_page(stylesheet: Path, path: str, register: Markup, site: Site) -> Pages:
    """Return the page of a register as `dragoman.entities` has written it; ``path``: the page's."""
    return Pages({path: f"{written(stylesheet, register, _parameters(site))}\n".encode()})


def edition_page(
    stylesheet: Path,
    name: str,
    site: Site,
    index: Source,
    names: Source | None = None,
    picture: etree._Element | None = None,
    parts: Source | None = None,
    part: str = "",
) -> Pages:
    """Return one of the pages of the edition as a whole; ``name`` is a key of PAGE_PICTURES.

    index:   the summaries of all documents (`web_context.index`); empty for pages that list none;
    names:   what the facets of the calendar call people and places (`web_context.names`);
    picture: an element that holds the page's SVG, and for the map and the network a list that says the same;
    parts:   the names of the parts of a divided calendar, ``<parts><part page="1962"/>…</parts>``;
    part:    which of them the page is, its documents those of ``index``; "" for the page that leads to them.
    """
    common = _parameters(site)
    parameters: dict[str, Parameter] = {**common, "page": name, "index": index}
    if names is not None:
        parameters["names"] = names
    if picture is not None:
        parameters["picture"] = picture
    if parts is not None:
        parameters |= {"parts": parts, "part": part}
    if name == HOME:
        parameters["citation"] = edition_citation(site.edition, json.loads(site.language))
    path = f"{name}/{part}.html" if part else f"{name}.html"
    edition = common["edition"]
    assert isinstance(edition, Constant), "every page shows the same edition"
    return Pages({path: f"{written(stylesheet, edition, parameters)}\n".encode()})


def about_page(
    stylesheet: Path, shown: str, site: Site, pictures: Mapping[str, ShownPicture] | None = None
) -> Pages:
    """Return the page about the edition, which shows the text of tei/edition.xml.

    shown:    the path of tei/edition.xml, as diagnostics name it;
    pictures: those that lie with the edition, by the address that it gives.
    """
    number_mentions(site.edition)
    parameters: dict[str, Parameter] = {
        **_parameters(site),
        "page": ABOUT,
        "context": etree.Element("context"),
        "cards": NO_CARDS.known,
        **_pictures(pictures),
    }
    return _page(f"{ABOUT}.html", written(stylesheet, site.edition, parameters), site.edition, shown)


def _pictures(pictures: Mapping[str, ShownPicture] | None) -> Mapping[str, Parameter]:
    """Return the parameter of the stylesheets that names the pictures; none where there are none."""
    if not pictures:
        return {}
    return {"pictures": json.dumps({address: asdict(shown) for address, shown in pictures.items()})}


def _page(path: str, made: str, root: etree._Element, shown: str) -> Pages:
    found: list[Diagnostic] = []

    def taken_away(mark: re.Match[str]) -> str:
        if mark[1] is not None:
            found.append(_no_rule(html.unescape(mark[1]), html.unescape(mark[2]), root, shown))
        return ""

    page = _UNKNOWN.sub(taken_away, made) if "<unknown " in made else made
    return Pages({path: f"{page}\n".encode()}, tuple(found))


def _no_rule(name: str, path: str, root: etree._Element, shown: str) -> Diagnostic:
    """Return the diagnostic for an element without a rule; ``path`` is its XPath."""
    found = etree.ETXPath(path.replace("Q{", "{"))(root.getroottree())
    element = found[0] if isinstance(found, list) and found else root
    number = element.sourceline if isinstance(element, etree._Element) else 0
    return NO_RULE.at(
        Place(shown, number or 0),
        f"{name} has no rule in the web stylesheets",
        "its text is on the page; a template in the edition's own xslt/web can give it a look",
    )
