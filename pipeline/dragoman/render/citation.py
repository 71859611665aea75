"""How a document is cited: as a note and as an entry of a bibliography, and for the programs that make them.

Sources: The Chicago Manual of Style, 17th edition, 14.221 (documents in edited collections online);
MLA Handbook, 9th edition, 5; the CSL-JSON schema; the RIS format as reference managers read it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from lxml import etree

from dragoman.render.search import folded
from dragoman.render.takeaway import base_address
from dragoman.tei.ns import tei

_TITLE_STATEMENT: Final = "/".join(map(tei, ("teiHeader", "fileDesc", "titleStmt")))
_PUBLICATION: Final = "/".join(map(tei, ("teiHeader", "fileDesc", "publicationStmt")))
_MONTHS: Final = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)


@dataclass(frozen=True, slots=True)
class Source:
    """What a citation says of a document; "" and () where the edition does not say it.

    date: ISO, as precise as known; url: the page's address, "" while the edition has none.
    """

    id: str
    title: str
    date: str
    translators: tuple[str, ...]
    shelfmark: str
    edition: str
    editors: tuple[str, ...]
    publisher: str
    year: str
    url: str


def source(summary: etree._Element, edition: etree._Element) -> Source:
    """Return what there is to cite of a document, from its summary and tei/edition.xml."""
    titles = edition.findall(f"{_TITLE_STATEMENT}/{tei('title')}")
    publication = edition.find(_PUBLICATION)
    base = base_address(edition)
    identifier = summary.get("id", "")
    address = f"{base}documents/{identifier}.html" if base else ""
    editors = edition.findall(f"{_TITLE_STATEMENT}/{tei('editor')}") or [
        name
        for statement in edition.findall(f"{_TITLE_STATEMENT}/{tei('respStmt')}")
        if statement.get("{http://www.w3.org/XML/1998/namespace}id", "").startswith("editor")
        for name in statement.iter(tei("name"), tei("persName"), tei("orgName"))
    ]
    return Source(
        id=identifier,
        title=summary.get("title", "").rstrip(" ."),
        date=summary.get("date", "").partition("T")[0],
        translators=tuple(filter(None, summary.get("translator", "").split(", "))),
        shelfmark=summary.get("shelfmark", ""),
        edition=_text(titles[0] if titles else None),
        editors=tuple(filter(None, map(_text, editors))),
        publisher=_text(publication.find(tei("publisher")) if publication is not None else None),
        year=_text(publication.find(tei("date")) if publication is not None else None),
        url=address,
    )


def citations(cited: Source) -> etree._Element:
    """Return ``<citations>``: the document as Chicago's notes and MLA's list set it.

    ``<i>`` is italic; at ``<pin words="para."/>`` the number of a paragraph is put where one is cited.
    """
    root = etree.Element("citations")
    title = f"“{cited.title}”"
    translated = f"trans. {_and(cited.translators)}" if cited.translators else ""
    edited = f"ed. {_and(cited.editors)}" if cited.editors else ""
    imprint = ", ".join(filter(None, (cited.publisher, cited.year)))
    _citation(
        root,
        "chicago",
        ", ".join(
            filter(None, (title.replace("”", ",”"), _not_in_title(cited), cited.shelfmark, translated, "in "))
        ).replace(",”,", ",”"),
        cited.edition,
        "".join((f", {edited}" if edited else "", f" ({imprint})" if imprint else "")),
        ("para.", _address(cited)),
    )
    _citation(
        root,
        "mla",
        " ".join(
            filter(
                None, (title.replace("”", ".”"), f"{_not_in_title(cited)}." if _not_in_title(cited) else "")
            )
        )
        + " ",
        cited.edition,
        "".join(
            (
                f", translated by {_and(cited.translators)}" if cited.translators else "",
                f", edited by {_and(cited.editors)}" if cited.editors else "",
                f", {imprint}" if imprint else "",
            )
        ),
        ("par.", _address(cited)),
    )
    return root


def csl_json(cited: Source) -> str:
    """Return the document as an item of CSL-JSON."""
    item: dict[str, Any] = {
        "id": cited.id,
        "type": "chapter",
        "title": cited.title,
        "container-title": cited.edition,
        "publisher": cited.publisher,
        "archive_location": cited.shelfmark,
        "URL": cited.url,
        "translator": [{"literal": name} for name in cited.translators],
        "editor": [{"literal": name} for name in cited.editors],
        "original-date": _date_parts(cited.date),
        "issued": _date_parts(cited.year),
    }
    kept = {key: value for key, value in item.items() if value}
    return json.dumps([kept], ensure_ascii=False, indent=2, sort_keys=True) + "\n"


def bibtex(cited: Source) -> str:
    """Return the document as an entry of BibTeX."""
    fields = {
        "title": cited.title,
        "booktitle": cited.edition,
        "editor": " and ".join(f"{{{name}}}" for name in cited.editors),
        "translator": " and ".join(f"{{{name}}}" for name in cited.translators),
        "publisher": cited.publisher,
        "year": cited.year,
        "origdate": cited.date,
        "note": cited.shelfmark,
        "url": cited.url,
    }
    braced = {"editor", "translator"}
    lines = [
        f"  {name} = {{{value if name in braced else _tex(value)}}},"
        for name, value in fields.items()
        if value
    ]
    key = re.sub(r"[^A-Za-z0-9:-]+", "-", folded(cited.id)).strip("-")
    return "\n".join((f"@incollection{{{key},", *lines, "}", ""))


def ris(cited: Source) -> str:
    """Return the document in RIS, the lines ended as the format asks."""
    lines = [
        ("TY", "CHAP"),
        ("TI", cited.title),
        ("T2", cited.edition),
        *(("A2", name) for name in cited.editors),
        *(("A4", name) for name in cited.translators),
        ("PB", cited.publisher),
        ("PY", cited.year),
        ("OP", cited.date.replace("-", "/")),
        ("AV", cited.shelfmark),
        ("UR", cited.url),
        ("ID", cited.id),
    ]
    written = [f"{tag}  - {' '.join(value.split())}" for tag, value in lines if value]
    return "\r\n".join((*written, "ER  - ", ""))


def downloads(cited: Source) -> dict[str, bytes]:
    """Return the files for bibliographies by their path in the site."""
    files = {"bib": bibtex(cited), "ris": ris(cited), "json": csl_json(cited)}
    return {f"citations/{cited.id}.{suffix}": text.encode() for suffix, text in files.items()}


def _citation(
    root: etree._Element, style: str, before: str, italic: str, after: str, end: tuple[str, str]
) -> None:
    """Add a citation. end: what the style calls a paragraph that is cited, and the address."""
    element = etree.SubElement(root, "citation", style=style)
    element.text = before
    title = etree.SubElement(element, "i")
    title.text, title.tail = italic, after
    pin = etree.SubElement(element, "pin", words=end[0])
    pin.tail = f"{end[1]}."


def _not_in_title(cited: Source) -> str:
    """Return the written date, unless the title ends with it or says its year."""
    return "" if cited.date[:4] and cited.date[:4] in cited.title else _written(cited.date)


def _written(date: str) -> str:
    """Return ``20 April 1978``, ``April 1978``, ``1978``, or ""."""
    parts = date.split("-")
    month = [_MONTHS[int(parts[1]) - 1]] if len(parts) > 1 else []
    day = [str(int(parts[2]))] if len(parts) > 2 else []
    return " ".join((*day, *month, parts[0]))


def _date_parts(date: str) -> Mapping[str, list[list[int]]] | None:
    numbers = re.findall(r"\d+", date)
    return {"date-parts": [[int(number) for number in numbers]]} if numbers else None


def _address(cited: Source) -> str:
    return f", {cited.url}" if cited.url else ""


def _and(names: Sequence[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def _text(element: etree._Element | None) -> str:
    return " ".join("".join(element.itertext()).split()) if element is not None else ""


def _tex(text: str) -> str:
    escaped = re.sub(r"([&%$#_{}])", r"\\\1", text.replace("\\", r"\textbackslash "))
    return escaped.replace("~", r"\textasciitilde ").replace("^", r"\textasciicircum ")
