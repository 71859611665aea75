"""The edition as an EPUB 3: the same JSON as the book, the same numbers of documents and labels of notes.

Chapters are the sections of the edition, its documents and its registers. Notes are popups where a
reading system has them. The file is the same bytes for the same input.
"""

from __future__ import annotations

import io
import json
import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any, Final

from lxml import etree

from dragoman.errors import FaultyEdition
from dragoman.render.archive import zipped
from dragoman.render.epub_nodes import XHTML, Chapter, Element, element, places, plain
from dragoman.render.epub_pages import PageBreak, mark_book_pages, mark_source_pages, page_list
from dragoman.render.picture_size import picture_in
from dragoman.render.print import REGISTER_KINDS, WORDS, Book, picture_file
from dragoman.render.print_faults import broken_picture, unfit_picture
from dragoman.render.print_words import language_name
from dragoman.tei.ns import XML_LANG

_OPF: Final = "http://www.idpf.org/2007/opf"
_DC: Final = "http://purl.org/dc/elements/1.1/"
_CONTAINER: Final = "urn:oasis:names:tc:opendocument:xmlns:container"
_MEDIA_TYPES: Final = {
    ".xhtml": "application/xhtml+xml",
    ".css": "text/css",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".gif": "image/gif",
    ".webp": "image/webp",
}

# EPUB Accessibility 1.1, discovery metadata: what is true of every edition made here.
_ACCESSIBILITY: Final = (
    ("schema:accessMode", "textual"),
    ("schema:accessModeSufficient", "textual"),
    ("schema:accessibilityFeature", "alternativeText"),
    ("schema:accessibilityFeature", "index"),
    ("schema:accessibilityFeature", "readingOrder"),
    ("schema:accessibilityFeature", "structuralNavigation"),
    ("schema:accessibilityFeature", "tableOfContents"),
    ("schema:accessibilityHazard", "none"),
)

Words = Mapping[str, Any]
_LANGUAGE: Final = "original-language"


@dataclass(frozen=True, slots=True)
class _File:
    """A chapter: its name in the file, its title in the contents, its level there, its content."""

    name: str
    title: str
    content: Element
    level: int = 1


def epub(book: Book, style: str, cover: bytes = b"", pages: Mapping[str, str] | None = None) -> bytes:
    """Return the EPUB of a book.

    style: the style sheet (xslt/print/epub.css); cover: a PNG, or b"" for none;
    pages: "DOCUMENT#p3" → page of the printed book (`print_press.Printed.pages`), where it is known;
           without it the list of pages is that of the sources' pages.
    Errors: FaultyEdition for a picture of a kind that no reading system shows (PRT015), and for one that
    is broken (PRT005).
    """
    for url, octets in book.pictures.items():
        if PurePosixPath(picture_file(url)).suffix not in _MEDIA_TYPES:
            raise FaultyEdition(unfit_picture(book, url))
        if picture_in(io.BytesIO(octets)) is None:
            raise FaultyEdition(broken_picture(book, url, "it is cut short, or no picture at all"))
    words: Words = json.loads(book.files[WORDS])
    edition = json.loads(book.files["edition.json"])
    settings = json.loads(book.files["options.json"])
    numbers = {entry["id"]: entry["number"] for entry in settings["documents"]}
    documents = [json.loads(book.files[f"documents/{id_}.json"]) for id_ in book.documents]
    known = _known(edition, documents, book)
    chapters = [
        _title_page(edition, words),
        *_sections(edition, known),
        *([_map_page(settings["maps"], words)] if settings["maps"] else []),
        *(_document(document, numbers[document["id"]], known, words) for document in documents),
        *(
            _register(json.loads(text), numbers, known, words)
            for kind in REGISTER_KINDS
            if (text := book.files.get(f"registers/{kind}.json"))
        ),
    ]
    breaks: list[PageBreak] = []
    for id_, chapter in zip(book.documents, (c for c in chapters if c.level == 2), strict=True):
        if pages:
            breaks += mark_book_pages(chapter.name, chapter.content, id_, pages)
        else:
            breaks += mark_source_pages(chapter.name, chapter.content, numbers[id_])
    files: dict[str, bytes] = {
        "mimetype": b"application/epub+zip",
        "META-INF/container.xml": _container(),
        "EPUB/package.opf": b"",
        "EPUB/nav.xhtml": _navigation(edition, chapters, breaks, words),
        "EPUB/style.css": style.encode(),
    }
    if cover:
        files["EPUB/cover.png"] = cover
        files["EPUB/cover.xhtml"] = _cover_page(edition, words)
    files |= {f"EPUB/{chapter.name}": _page(edition, chapter) for chapter in chapters}
    files |= {f"EPUB/{one['file']}": book.files[one["file"]].encode() for one in settings["maps"]}
    files |= {f"EPUB/{picture_file(url)}": octets for url, octets in book.pictures.items()}
    source = "" if not breaks else _identifier(edition) if pages else "none"
    files["EPUB/package.opf"] = _package(
        edition, list(files), [chapter.name for chapter in chapters], source, words
    )
    return zipped(files, stored=frozenset(("mimetype",)))


def _known(edition: Mapping[str, Any], documents: Sequence[Mapping[str, Any]], book: Book) -> dict[str, str]:
    """Return the address of every place of the book, from anywhere in it."""
    known = {f"picture {url}": picture_file(url) for url in book.pictures}
    for document in documents:
        file = _file_of(document["id"])
        known[f"{document['id']}#"] = file
        for at in places([document["head"], document["body"]]):
            known.setdefault(at, f"{file}#{at.rpartition('#')[2]}")
    for number, node in enumerate(edition["front"], 1):
        for at in places([node]):
            known.setdefault(at, f"section-{number}.xhtml#{at.rpartition('#')[2]}")
    return known


def _file_of(document: str) -> str:
    # No id of ours needs escaping in an address, but the name of a section must not be taken.
    return f"document-{document}.xhtml"


def _title_page(edition: Mapping[str, Any], words: Words) -> _File:
    body = element("section", {"epub:type": "titlepage", "class": "titlepage"})
    body.append(element("h1", text=edition["title"]))
    if edition["subtitle"]:
        body.append(element("p", {"class": "subtitle"}, edition["subtitle"]))
    for person in edition["people"]:
        made = element("p", {"class": "person"})
        made.append(element("span", {"class": "role"}, person["role"]))
        made[-1].tail = " " + ", ".join(person["names"])
        body.append(made)
    for line in (
        " ".join(part for part in (edition["edition"], edition["version"], edition["date_text"]) if part),
        ", ".join(part for part in (edition["publisher"], edition["place"]) if part),
        *(plain(licence["c"]) for licence in edition["licence"]),
        *edition["banner"],
    ):
        if line:
            body.append(element("p", text=line))
    if edition["address"]:
        made = element("p")
        made.append(element("a", {"href": edition["address"]}, edition["address"]))
        body.append(made)
    return _File("title.xhtml", words["title-page"], body)


def _sections(edition: Mapping[str, Any], known: Mapping[str, str]) -> list[_File]:
    made = []
    for number, node in enumerate(edition["front"], 1):
        content = node.get("c", [])
        head = next((part for part in content if isinstance(part, dict) and part["t"] == "head"), None)
        title = plain(head["c"]) if head else edition["title"]
        chapter = Chapter("", known, level=0)
        body = element("section", {"class": "section"})
        chapter.add(body, content if head or node["t"] == "section" else node)
        _add_notes(chapter, body)
        made.append(_File(f"section-{number}.xhtml", title.strip(), body))
    return made


def _map_page(maps: Sequence[Mapping[str, str]], words: Words) -> _File:
    """Return the chapter of the maps, the book's own; each says in words what it shows."""
    body = element("section", {"class": "map"})
    body.append(element("h1", text=words["map"]))
    for one in maps:
        figure = element("figure")
        figure.append(element("img", {"src": one["file"], "alt": one["description"]}))
        body.append(figure)
    return _File("map.xhtml", words["map"], body)


def _document(document: Mapping[str, Any], number: int, known: Mapping[str, str], words: Words) -> _File:
    chapter = Chapter(document["id"], known)
    body = element("section", {"class": f"document {document['kind']}"})
    if document["lang"]:
        body.set("lang", document["lang"])
        body.set(XML_LANG, document["lang"])
    date = ", ".join(part for part in (document["place"], document["date_text"]) if part)
    stands = " · ".join(part for part in (f"{words['document']} {number}", date) if part)
    body.append(element("p", {"class": "number"}, stands))
    head = element("h1")
    body.append(head)
    chapter.add(head, document["head"] or document["title"])
    for banner in document["banner"]:
        body.append(element("p", {"class": "banner"}, banner))
    if document["source"]:
        source = element("p", {"class": "source"})
        body.append(source)
        for sentence in document["source"]:
            source.append(element("i", text=words[sentence["key"]]))
            says = plain(sentence["c"])
            source[-1].tail = f": {language_name(words, says) if sentence['key'] == _LANGUAGE else says}. "
    chapter.add(body, document["body"])
    _add_notes(chapter, body)
    return _File(_file_of(document["id"]), f"{number}. {document['title']}", body, level=2)


def _add_notes(chapter: Chapter, body: Element) -> None:
    for aside in chapter.notes:
        body.append(aside)


def _register(
    register: Mapping[str, Any], numbers: Mapping[str, int], known: Mapping[str, str], words: Words
) -> _File:
    """Return a register: each name with the documents that have it, each a link to the first mention."""
    title = words[register["kind"]]
    body = element("section", {"epub:type": "index", "role": "doc-index", "class": "register"})
    body.append(element("h1", text=title))
    for group in register["groups"]:
        body.append(element("h2", text=group["letter"]))
        entries = element("ul")
        body.append(entries)
        for entry in group["entries"]:
            made = element("li")
            entries.append(made)
            if "see" in entry:
                made.text = f"{entry['name']}, "
                made.append(element("i", text=words["see"]))
                made[-1].tail = " "
                made.append(element("a", {"href": f"#{entry['target']}"}, entry["see"]))
            else:
                _add_entry(made, entry, numbers, known)
    return _File(f"register-{register['kind']}.xhtml", title, body)


def _add_entry(
    made: Element, entry: Mapping[str, Any], numbers: Mapping[str, int], known: Mapping[str, str]
) -> None:
    made.set("id", entry["id"])
    name = element("span", {"class": "name"}, entry["name"])
    if entry["lang"]:
        name.set("lang", entry["lang"])
        name.set(XML_LANG, entry["lang"])
    made.append(name)
    name.tail = f" ({entry['dates']})" if entry["dates"] else ""
    seen: set[str] = set()
    for mention in entry["mentions"]:
        document = mention["at"].partition("#")[0]
        address = known.get(mention["at"])
        if document in numbers and document not in seen and address:
            seen.add(document)
            made[-1].tail = (made[-1].tail or "") + ", "
            made.append(element("a", {"href": address}, str(numbers[document])))


def _page(edition: Mapping[str, Any], file: _File) -> bytes:
    return _xhtml(edition, file.title, file.content)


def _xhtml(edition: Mapping[str, Any], title: str, *content: Element) -> bytes:
    html = element("html", {"lang": edition["lang"]})
    html.set(XML_LANG, edition["lang"])
    head, body = element("head"), element("body")
    html.extend((head, body))
    head.append(element("title", text=title))
    head.append(element("link", {"rel": "stylesheet", "type": "text/css", "href": "style.css"}))
    body.extend(content)
    return _serialized(html, b"<!DOCTYPE html>\n")


def _serialized(root: Element, doctype: bytes = b"") -> bytes:
    etree.cleanup_namespaces(root, keep_ns_prefixes=["epub"] if root.tag == f"{{{XHTML}}}html" else None)
    return (
        b'<?xml version="1.0" encoding="UTF-8"?>\n' + doctype + etree.tostring(root, encoding="utf-8") + b"\n"
    )


def _cover_page(edition: Mapping[str, Any], words: Words) -> bytes:
    body = element("section", {"epub:type": "cover", "class": "cover"})
    body.append(element("img", {"src": "cover.png", "alt": edition["title"]}))
    return _xhtml(edition, words["cover"], body)


def _navigation(
    edition: Mapping[str, Any], chapters: Sequence[_File], breaks: Sequence[PageBreak], words: Words
) -> bytes:
    contents = element("nav", {"epub:type": "toc", "role": "doc-toc", "id": "toc"})
    contents.append(element("h1", text=words["contents"]))
    entries = element("ol")
    contents.append(entries)
    for chapter in chapters:
        made = element("li")
        made.append(element("a", {"href": chapter.name}, chapter.title))
        entries.append(made)
    landmarks = element("nav", {"epub:type": "landmarks", "hidden": "hidden"})
    landmarks.append(element("h2", text=words["contents"]))
    marks = element("ol")
    landmarks.append(marks)
    for type_, address, title in (
        ("toc", "nav.xhtml", words["contents"]),
        ("bodymatter", next((c.name for c in chapters if c.level == 2), chapters[0].name), words["document"]),
    ):
        made = element("li")
        made.append(element("a", {"epub:type": type_, "href": address}, title))
        marks.append(made)
    listed = [page_list(breaks, words["pages"])] if breaks else []
    return _xhtml(edition, words["contents"], contents, landmarks, *listed)


def _container() -> bytes:
    root = etree.Element(f"{{{_CONTAINER}}}container", {"version": "1.0"}, nsmap={None: _CONTAINER})
    files = etree.SubElement(root, f"{{{_CONTAINER}}}rootfiles")
    etree.SubElement(
        files,
        f"{{{_CONTAINER}}}rootfile",
        {"full-path": "EPUB/package.opf", "media-type": "application/oebps-package+xml"},
    )
    return _serialized(root)


def _package(
    edition: Mapping[str, Any], files: Sequence[str], spine: Sequence[str], page_source: str, words: Words
) -> bytes:
    root = etree.Element(
        f"{{{_OPF}}}package", {"version": "3.0", "unique-identifier": "id"}, nsmap={None: _OPF, "dc": _DC}
    )
    root.set(XML_LANG, edition["lang"])
    metadata = etree.SubElement(root, f"{{{_OPF}}}metadata")

    def dc(name: str, text: str, **attributes: str) -> None:
        etree.SubElement(metadata, f"{{{_DC}}}{name}", attributes).text = text

    def meta(name: str, text: str, **attributes: str) -> None:
        etree.SubElement(metadata, f"{{{_OPF}}}meta", {"property": name} | attributes).text = text

    dc("identifier", _identifier(edition), id="id")
    dc("title", edition["title"], id="title")
    meta("title-type", "main", refines="#title")
    if edition["subtitle"]:
        dc("title", edition["subtitle"], id="subtitle")
        meta("title-type", "subtitle", refines="#subtitle")
    dc("language", edition["lang"])
    for number, person in enumerate(dict.fromkeys(n for p in edition["people"] for n in p["names"]), 1):
        dc("creator", person, id=f"creator-{number}")
    for name, text in (("publisher", edition["publisher"]), ("date", edition["date"])):
        if text:
            dc(name, text)
    for licence in edition["licence"]:
        dc("rights", plain(licence["c"]))
    meta("dcterms:modified", _modified(edition["date"]))
    for name, text in (*_ACCESSIBILITY, ("schema:accessibilitySummary", words["accessible"])):
        meta(name, text)
    if page_source:
        for feature in ("pageBreakMarkers", "pageNavigation"):
            meta("schema:accessibilityFeature", feature)
        meta("pageBreakSource", page_source)
    manifest = etree.SubElement(root, f"{{{_OPF}}}manifest")
    names = [file.removeprefix("EPUB/") for file in files if file.startswith("EPUB/")]
    for name in names:
        if name != "package.opf":
            etree.SubElement(manifest, f"{{{_OPF}}}item", _item(name))
    order = etree.SubElement(root, f"{{{_OPF}}}spine")
    first = ["cover.xhtml"] if "cover.xhtml" in names else []
    for name in (*first, spine[0], "nav.xhtml", *spine[1:]):
        etree.SubElement(order, f"{{{_OPF}}}itemref", {"idref": _id(name)})
    return _serialized(root)


def _item(name: str) -> dict[str, str]:
    item = {"id": _id(name), "href": name, "media-type": _MEDIA_TYPES[PurePosixPath(name).suffix]}
    properties = {"nav.xhtml": "nav", "cover.png": "cover-image"}.get(name)
    return item | ({"properties": properties} if properties else {})


def _id(name: str) -> str:
    return "file-" + "".join(c if (c.isalnum() and c.isascii()) or c in "-." else "_" for c in name)


def _identifier(edition: Mapping[str, Any]) -> str:
    """Return the edition's permanent address, or an identifier made of what it calls itself."""
    if edition["address"]:
        return str(edition["address"])
    named = json.dumps([edition["title"], edition["version"], edition["publisher"]], ensure_ascii=False)
    return uuid.uuid5(uuid.NAMESPACE_URL, named).urn


def _modified(date: str) -> str:
    """Return the moment that the format asks for: the beginning of the edition's own date, never today's."""
    day = {4: f"{date}-01-01", 7: f"{date}-01"}.get(len(date), date[:10] or "1970-01-01")
    return f"{day}T00:00:00Z"
