"""What readers and machines take away: texts, the whole edition, the sitemap, the feed of changes."""

from __future__ import annotations

import heapq
import io
import re
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import chain, islice
from pathlib import Path
from typing import Final, NamedTuple
from urllib.parse import quote

from lxml import etree

from dragoman.render.page_tree import page_tree
from dragoman.tei.ns import tei
from dragoman.tei.pictures import names_picture

ARCHIVE: Final = "edition.zip"
SITEMAP: Final = "sitemap.xml"
FEED: Final = "changes.atom"
ROBOTS: Final = "robots.txt"

_SITEMAP_NS: Final = "http://www.sitemaps.org/schemas/sitemap/0.9"
_ATOM: Final = "http://www.w3.org/2005/Atom"
_ADDRESS: Final = re.compile(r"https?://[^\s\"'<>\\]+", re.IGNORECASE)
# More changes than this a feed does not tell; whoever follows it has read the others.
_MOST_CHANGES: Final = 200
# The earliest date that a ZIP file can hold: the archive says nothing about when it was packed.
_EPOCH: Final = (1980, 1, 1, 0, 0, 0)
_LEFT_OUT: Final = frozenset(("cut", "fw", "src", "anchor", "label"))
# What parts the mark of a note from its first paragraph, until both are one.
_AFTER_MARK: Final = "\1"
_LINES: Final = frozenset(
    (
        *("p", "li", "div", "h1", "h2", "h3", "h4", "h5", "h6", "tr", "blockquote", "dt", "dd"),
        *("figure", "figcaption"),
    )
)


def plain_text(page: bytes) -> bytes:
    """Return the reading text of a document's page as plain text: its title, its paragraphs, its notes."""
    return text_of(page_tree(page))


def text_of(tree: etree._Element) -> bytes:
    """Return the plain text of a page that has been parsed (`page_tree`); see `plain_text`."""
    titles: list[etree._Element] = []
    texts: list[etree._Element] = []
    for element in tree.iter("h1", "div", "section"):
        if element.tag == "h1":
            titles.append(element)
        elif _is_text(element.get("class", "")):
            texts.append(element)
    parts = map(_paragraphs, (*titles[:1], *texts))
    return ("\n\n".join(part for part in parts if part) + "\n").encode()


def archive(files: Mapping[str, bytes | Path], folder: str) -> bytes:
    """Return a ZIP file with ``files`` under ``folder``; the same files give the same bytes.

    files: their bytes, or where these lie, by path.
    """
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", compresslevel=9) as packed:
        for path, content in sorted(files.items()):
            data = content.read_bytes() if isinstance(content, Path) else content
            entry = zipfile.ZipInfo(f"{folder}/{path}", _EPOCH)
            # Pictures are compressed already.
            entry.compress_type = zipfile.ZIP_STORED if names_picture(path) else zipfile.ZIP_DEFLATED
            entry.create_system = 3
            entry.external_attr = 0o644 << 16
            packed.writestr(entry, data)
    return out.getvalue()


def sitemap(paths: Iterable[str], base: str) -> bytes:
    """Return the sitemap of the pages, for an edition published at ``base`` (with a slash at its end)."""
    root = etree.Element(f"{{{_SITEMAP_NS}}}urlset", nsmap={None: _SITEMAP_NS})
    for path in sorted(paths):
        url = etree.SubElement(root, f"{{{_SITEMAP_NS}}}url")
        etree.SubElement(url, f"{{{_SITEMAP_NS}}}loc").text = base + quote(path)
    return etree.tostring(root, encoding="utf-8", xml_declaration=True)


def robots(base: str) -> bytes:
    """Return robots.txt: everybody is welcome."""
    lines = ["User-agent: *", "Allow: /"]
    if base:
        lines.append(f"Sitemap: {base}{SITEMAP}")
    return ("\n".join(lines) + "\n").encode()


@dataclass(frozen=True, slots=True)
class _Change:
    """A change that is told: its day (YYYY-MM-DD), what it is of ("" for the whole), what was done.

    path: the page it concerns, from the site's root; key: what tells it from all others, for good.
    """

    day: str
    of: str
    words: str
    path: str
    key: str


def feed(edition: etree._Element, summaries: Iterable[etree._Element], base: str) -> bytes:
    """Return the Atom feed of the changes that tei/edition.xml and the documents record, the latest first.

    summaries: of the documents, each done with when the next is asked for. A change without a date is no
    news. Where the edition has no address yet, ids are of the tag scheme.
    """
    root = etree.Element(f"{{{_ATOM}}}feed", nsmap={None: _ATOM})
    title = edition.find(f".//{tei('titleStmt')}/{tei('title')}")
    changes = heapq.nlargest(
        _MOST_CHANGES,
        chain(_changes_of_edition(edition), _changes_of_documents(summaries)),
        key=lambda change: change.day,
    )
    _atom(root, "title", _words(title))
    _atom(root, "id", base or "tag:edition,1970:changes")
    _atom(root, "updated", f"{changes[0].day if changes else '1970-01-01'}T00:00:00Z")
    author = etree.SubElement(root, f"{{{_ATOM}}}author")
    _atom(author, "name", _words(edition.find(f".//{tei('publisher')}")) or _words(title))
    if base:
        etree.SubElement(root, f"{{{_ATOM}}}link", rel="alternate", href=base)
        etree.SubElement(root, f"{{{_ATOM}}}link", rel="self", href=base + FEED)
    for change in changes:
        entry = etree.SubElement(root, f"{{{_ATOM}}}entry")
        _atom(entry, "title", change.of or change.words)
        _atom(entry, "id", f"{base}{FEED}#{change.key}" if base else f"tag:edition,{change.day}:{change.key}")
        _atom(entry, "updated", f"{change.day}T00:00:00Z")
        _atom(entry, "content", change.words)
        if base:
            etree.SubElement(entry, f"{{{_ATOM}}}link", rel="alternate", href=base + change.path)
    return etree.tostring(root, encoding="utf-8", xml_declaration=True)


def _changes_of_edition(edition: etree._Element) -> Iterator[_Change]:
    header = edition.find(tei("teiHeader"))
    found = [] if header is None else [c for c in header.iter(tei("change")) if _day(c.get("when", ""))]
    # The earliest is number 1 and stays it, in whatever order the file has them.
    found.sort(key=lambda change: change.get("when", ""))
    for number, change in enumerate(found, 1):
        yield _Change(_day(change.get("when", "")), "", _words(change), "", str(number))


def _changes_of_documents(summaries: Iterable[etree._Element]) -> Iterator[_Change]:
    for document in summaries:
        identifier, title = quote(document.get("id", "")), document.get("title", "")
        found = sorted(document.iterchildren("change"), key=lambda change: change.get("when", ""))
        for number, change in enumerate(found, 1):
            day, path = _day(change.get("when", "")), f"documents/{identifier}.html"
            yield _Change(day, title, _words(change), path, f"{identifier}-{number}")


def base_address(edition: etree._Element) -> str:
    """Return where the edition is published, with a slash at its end; "" while it is nowhere.

    What is no address of the web is none: pages link to it.
    """
    found = edition.find(f".//{tei('publicationStmt')}//{tei('idno')}[@type='URI']")
    address = _words(found)
    return f"{address.rstrip('/')}/" if _ADDRESS.fullmatch(address) else ""


def _day(when: str) -> str:
    """Return a date as Atom needs it, the first day of what it may mean; "" for no date."""
    matched = re.match(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?", when)
    return "-".join((matched[1], matched[2] or "01", matched[3] or "01")) if matched else ""


def _atom(parent: etree._Element, name: str, text: str) -> None:
    etree.SubElement(parent, f"{{{_ATOM}}}{name}").text = text


def _words(element: etree._Element | None) -> str:
    return " ".join("".join(element.itertext()).split()) if element is not None else ""


@cache
def _is_text(classes: str) -> bool:
    """Whether an element of these classes is one of the parts of a page that make its text."""
    return not {"text", "notes"}.isdisjoint(classes.split())


def _paragraphs(element: etree._Element) -> str:
    """Return an element's text with an empty line between its blocks."""
    pieces: list[str] = []
    if (way := _way(str(element.tag), element.get("class", ""))) is not None:
        _collect(element, way, pieces)
    text = "".join(pieces)
    if _AFTER_MARK in text:
        text = re.sub(f"{_AFTER_MARK}[\\0\\s]*", " ", text)
    blocks = [" ".join(block.split()) for block in text.split("\0")]
    return "\n\n".join(block for block in blocks if block)


class _Way(NamedTuple):
    """How the text of an element is taken: what stands before and after it, and what it is.

    is_plain: nothing stands about it, and it is none of the others.
    """

    before: str
    after: str
    is_call: bool
    is_note: bool
    is_picture: bool
    is_plain: bool


@cache
def _way(tag: str, classes: str) -> _Way | None:
    """Return how the text of an element is taken; None where it is left out."""
    names = frozenset(classes.split())
    if names & _LEFT_OUT:
        return None
    is_line = tag in _LINES or tag == "br" or "line" in names
    before, after = ("\0", "\0") if is_line else (" " if tag in ("td", "th") else "", "")
    kinds = "call" in names, "note" in names, tag == "img"
    return _Way(before, after, *kinds, not (before or any(kinds)))


def _collect(element: etree._Element, way: _Way, pieces: list[str]) -> None:
    pieces.append(way.before)
    if way.is_call:
        pieces.append(_mark(element))
        return
    if way.is_note:
        labels = (part for part in element.iter() if "label" in part.get("class", "").split())
        pieces += [_mark(label) + _AFTER_MARK for label in islice(labels, 1)]
    # Of a picture, what it shows.
    pieces.append((element.get("alt") if way.is_picture else element.text) or "")
    _collect_children(element, pieces)
    pieces.append(way.after)


def _collect_children(element: etree._Element, pieces: list[str]) -> None:
    for child in element:
        way = _way(str(child.tag), child.get("class", ""))
        if way is None:
            pass
        elif way.is_plain:
            # Nearly all are: names in a sentence, which hold nothing but their text.
            pieces.append(child.text or "")
            if len(child):
                _collect_children(child, pieces)
        else:
            _collect(child, way, pieces)
        pieces.append(child.tail or "")


def _mark(element: etree._Element) -> str:
    """Return the number of a note as it stands in a plain text, at its call and before it: “[1]”."""
    said = " ".join("".join(element.itertext()).split())
    return said if said.startswith(("[", "(")) else f"[{said}]"
