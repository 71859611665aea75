"""How a document is cited: as a note and as an entry of a bibliography, and for the programs that make them.

Sources: The Chicago Manual of Style, 17th edition, 14.221 (documents in edited collections online);
MLA Handbook, 9th edition, 5; the CSL-JSON schema; the RIS format as reference managers read it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final, NamedTuple

from lxml import etree

from dragoman.render.cited_names import CitedName, linked, names_in
from dragoman.render.search import folded
from dragoman.render.takeaway import base_address
from dragoman.tei.ns import XML_ID, tei

_TITLE_STATEMENT: Final = "/".join(map(tei, ("teiHeader", "fileDesc", "titleStmt")))
_PUBLICATION: Final = "/".join(map(tei, ("teiHeader", "fileDesc", "publicationStmt")))
_VERSION: Final = "/".join(map(tei, ("teiHeader", "fileDesc", "editionStmt", "edition")))
_YEAR: Final = re.compile(r"\b\d{4}\b")
# The points at the end of a title, which the styles set anew; that of “U.S.” or “at 5 p.m.” is a part of it.
_FULL_STOP: Final = re.compile(r"(?<![.\s]\w)[ .]+$")


@dataclass(frozen=True, slots=True)
class Source:
    """What a citation says of a document; "" and () where the edition does not say it.

    date, until: ISO, as precise as known, until "" for one day; written: both, in the language of the site;
    year, issued: when the edition was published, as it says it and in ISO;
    url: the page's address, "" while the edition has none.
    """

    id: str
    title: str
    date: str
    translators: tuple[CitedName, ...]
    shelfmark: str
    edition: str
    editors: tuple[CitedName, ...]
    publisher: str
    year: str
    url: str
    until: str = ""
    written: str = ""
    issued: str = ""


class _Edition(NamedTuple):
    """What is cited of the edition; version: “second edition”; base: its address, "" for none."""

    title: str
    subtitle: str
    version: str
    editors: tuple[CitedName, ...]
    publisher: str
    year: str
    issued: str
    base: str


@lru_cache(maxsize=1)
def _edition(root: etree._Element) -> _Edition:
    """Return what tei/edition.xml has for citations, read once for all documents."""
    publication = root.find(_PUBLICATION)
    editors = root.findall(f"{_TITLE_STATEMENT}/{tei('editor')}") or [
        statement
        for statement in root.findall(f"{_TITLE_STATEMENT}/{tei('respStmt')}")
        if statement.get(XML_ID, "").startswith("editor")
    ]
    date = publication.find(tei("date")) if publication is not None else None
    year = _text(date)
    issued = date.get("when", "") if date is not None else ""
    titles = root.findall(f"{_TITLE_STATEMENT}/{tei('title')}")
    return _Edition(
        next(filter(None, map(_text, (_of_type(titles, "main"), *titles))), ""),
        _text(_of_type(titles, "sub")),
        _text(root.find(_VERSION)),
        tuple(name for holder in editors for name in names_in(holder)),
        _text(publication.find(tei("publisher")) if publication is not None else None),
        year or issued,
        # Of “Spring 2025” programs can take the year alone.
        issued or "".join(_YEAR.findall(year)[:1]),
        base_address(root),
    )


def _of_type(titles: Sequence[etree._Element], kind: str) -> etree._Element | None:
    return next((title for title in titles if title.get("type") == kind), None)


def source(summary: etree._Element, edition: etree._Element) -> Source:
    """Return what there is to cite of a document, from its summary and tei/edition.xml.

    The edition is not changed between two documents.
    """
    known = _edition(edition)
    identifier = summary.get("id", "")
    until = summary.get("date-to", "").partition("T")[0]
    return Source(
        id=identifier,
        title=_FULL_STOP.sub("", summary.get("title", "")),
        date=summary.get("date", "").partition("T")[0],
        translators=tuple(name for holder in summary.iterchildren("translator") for name in names_in(holder)),
        shelfmark=summary.get("shelfmark", ""),
        edition=known.title,
        editors=known.editors,
        publisher=known.publisher,
        year=known.year,
        url=f"{known.base}documents/{identifier}.html" if known.base else "",
        until=until if until != summary.get("date-from", "").partition("T")[0] else "",
        written=summary.get("date-text", ""),
        issued=known.issued,
    )


def citations(cited: Source, language: Mapping[str, Any]) -> etree._Element:
    """Return ``<citations>``: the document as each style of the language sets it, and whom it names.

    language: the words of the interface; ``citations`` has the styles, each a pattern and what is
    said of a paragraph and of an entry of a finding list (docs/web.md). ``<i>`` is italic; at
    ``<pin words=", para. {}" entry=", entry {}"/>`` the one that is cited is named. ``<editor>`` and
    ``<translator>`` hold a name as it is read; their attributes say the rest of it.
    """
    comma, last = language["comma"], language["and"]
    values = {
        "title": cited.title,
        "date": "" if cited.date[:4] and cited.date[:4] in cited.title else _written(cited, language),
        "shelfmark": cited.shelfmark,
        "translators": _enumerated(cited.translators, comma, last),
        "edition": cited.edition,
        "editors": _enumerated(cited.editors, comma, last),
        "publisher": cited.publisher,
        "year": cited.year,
        "imprint": comma.join(filter(None, (cited.publisher, cited.year))),
        "url": cited.url,
        "translators_family_first": _enumerated(cited.translators, comma, last, is_family_first=True),
        "editors_family_first": _enumerated(cited.editors, comma, last, is_family_first=True),
    }
    silent = frozenset(name for name, value in values.items() if not value)
    root = etree.Element("citations")
    for style, (pattern, paragraph, *entry) in language["citations"].items():
        pin = {"words": paragraph, "entry": "".join(entry)}
        _set(etree.SubElement(root, "citation", style=style), _pieces(pattern, silent), values, pin)
    for role, names in (("editor", cited.editors), ("translator", cited.translators)):
        for name in names:
            told = {"sorted": name.sorted, "family": name.surname, "given": name.given}
            kind = "Organization" if name.is_body else "Person"
            etree.SubElement(root, role, told, kind=kind).text = name.read
    return root


def edition_citation(edition: etree._Element, language: Mapping[str, Any]) -> etree._Element:
    """Return ``<citation>``: the edition as a whole, by the pattern ``edition-citation`` of the language."""
    known = _edition(edition)
    values = {
        "edition": ": ".join(filter(None, (known.title, known.subtitle))),
        "version": known.version,
        "editors": _enumerated(known.editors, language["comma"], language["and"]),
        "publisher": known.publisher,
        "year": known.year,
        "imprint": language["comma"].join(filter(None, (known.publisher, known.year))),
        "url": known.base,
    }
    silent = frozenset(name for name, value in values.items() if not value)
    citation = etree.Element("citation")
    _set(citation, _pieces(language["edition-citation"], silent), values, {})
    return citation


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
        "translator": [_csl_name(name) for name in cited.translators],
        "editor": [_csl_name(name) for name in cited.editors],
        "original-date": _date_parts(cited.date, cited.until),
        "issued": _date_parts(cited.issued),
    }
    kept = {key: value for key, value in item.items() if value}
    return json.dumps([kept], ensure_ascii=False, indent=2, sort_keys=True) + "\n"


# What a key of BibTeX cannot hold; what TeX reads as more than a letter.
_NO_KEY: Final = re.compile(r"[^A-Za-z0-9:-]+")
_TEX: Final = re.compile(r"([&%$#_{}])")


def bibtex(cited: Source) -> str:
    """Return the document as an entry of BibTeX."""
    fields = {
        # A second pair of braces: styles would set “USSR” and “Vereshchagin” in small letters.
        "title": f"{{{_tex(cited.title)}}}" if cited.title else "",
        "booktitle": _tex(cited.edition),
        "editor": " and ".join(map(_bibtex_name, cited.editors)),
        "translator": " and ".join(map(_bibtex_name, cited.translators)),
        "publisher": _tex(cited.publisher),
        "year": cited.issued[:4],
        "origdate": f"{cited.date}/{cited.until}" if cited.until else cited.date,
        "note": _tex(cited.shelfmark),
        # Read as it stands: an underscore that were escaped would be another address.
        "url": cited.url,
    }
    lines = [f"  {name} = {{{value}}}," for name, value in fields.items() if value]
    key = _NO_KEY.sub("-", folded(cited.id)).strip("-")
    return "\n".join((f"@incollection{{{key},", *lines, "}", ""))


def ris(cited: Source) -> str:
    """Return the document in RIS, the lines ended as the format asks."""
    lines = [
        ("TY", "CHAP"),
        ("TI", cited.title),
        ("T2", cited.edition),
        *(("A2", name.sorted) for name in cited.editors),
        *(("A4", name.sorted) for name in cited.translators),
        ("PB", cited.publisher),
        ("PY", cited.issued[:4]),
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


# In a pattern: {name}, <what is said only where its names have a value>, *italic*.
_CONDITIONAL: Final = re.compile(r"<([^<>]*)>")
_NAME: Final = re.compile(r"\{(\w+)\}")
_ENDS: Final = (".", "?", "!", "…", "。", "？", "！")
_PIECE: Final = re.compile(r"\{(\w+)\}|(\*)|([^{*]+|\{)")


@lru_cache(maxsize=256)
def _pieces(pattern: str, silent: frozenset[str]) -> Sequence[tuple[str, str, str]]:
    """Return what a pattern says where some names have no value: a name each, or a star, or a text.

    Documents differ in few of them, so that a pattern is taken apart a few times and not for each.
    """
    said = _CONDITIONAL.sub(
        lambda part: "" if silent.intersection(_NAME.findall(part[1])) else part[1], pattern
    )
    return _PIECE.findall(said)


def _set(
    citation: etree._Element,
    pieces: Sequence[tuple[str, str, str]],
    values: Mapping[str, str],
    pin: dict[str, str],
) -> None:
    """Fill a citation with what its pieces say of the values; a name that is none stays as it stands."""
    italic: etree._Element | None = None
    said = value = ""
    for name, star, text in pieces:
        if star:
            _append(citation, italic, said)
            said = ""
            italic = etree.SubElement(citation, "i") if italic is None else None
        elif name == "paragraph":
            _append(citation, italic, said)
            said = value = ""
            etree.SubElement(citation, "pin", pin)
        else:
            # “Who reads it?” and “Jr.” have their point.
            is_ended = value.endswith(_ENDS) and text.startswith((".", "。"))
            value = values.get(name, f"{{{name}}}") if name else ""
            said += value or (text[1:] if is_ended else text)
    _append(citation, italic, said)


def _append(citation: etree._Element, italic: etree._Element | None, text: str) -> None:
    if italic is not None:
        italic.text = (italic.text or "") + text
    elif len(citation):
        citation[-1].tail = (citation[-1].tail or "") + text
    else:
        citation.text = (citation.text or "") + text


def _written(cited: Source, language: Mapping[str, Any]) -> str:
    """Return ``20 April 1978``, ``April 1978``, ``June–August 1969`` or "", as the language has it."""
    if cited.until and cited.written:
        return cited.written
    year, *parts = cited.date.split("-")
    if not parts:
        return year
    form, months = ("day-format", "months") if len(parts) > 1 else ("month-format", "months-alone")
    month = language[months][int(parts[0]) - 1]
    day = str(int(parts[1])) if len(parts) > 1 else ""
    return str(language[form].replace("[d]", day).replace("[m]", month).replace("[y]", year))


def _date_parts(*dates: str) -> Mapping[str, list[list[int]]] | None:
    parts = [[int(number) for number in re.findall(r"\d+", date)] for date in dates]
    return {"date-parts": [part for part in parts if part]} if any(parts) else None


def _enumerated(names: Sequence[CitedName], comma: str, last: str, *, is_family_first: bool = False) -> str:
    read = [name.family_first if is_family_first else name.read for name in names]
    return last.join(filter(None, (comma.join(read[:-1]), *read[-1:])))


def _csl_name(name: CitedName) -> dict[str, Any]:
    """Return a name of CSL-JSON. One whose family stands first keeps that order in every style."""
    if not name.family:
        return {"literal": name.read}
    parts = {
        "family": name.family,
        "given": name.given,
        "non-dropping-particle": name.particle,
        "suffix": name.suffix,
        "comma-suffix": name.has_comma,
        "static-ordering": name.is_family_first,
    }
    return {part: value for part, value in parts.items() if value}


def _bibtex_name(name: CitedName) -> str:
    """Return a name as BibTeX reads it, “von Last, Jr, First”, or as a whole where its parts are not told.

    Source: Patashnik, BibTeXing, 4: “and” and commas part names, words in small letters are the “von”.
    """
    if not name.given:
        return f"{{{_tex(name.read)}}}"
    surname = linked(_tex(name.particle), _bibtex_part(name.family))
    return ", ".join(filter(None, (surname, _bibtex_part(name.suffix), _bibtex_part(name.given))))


def _bibtex_part(text: str) -> str:
    """Return a part of a name, in braces where BibTeX would divide it."""
    words = text.split()
    is_divided = "," in text or "and" in words or any(word[0].islower() for word in words[:-1])
    return f"{{{_tex(text)}}}" if is_divided else _tex(text)


def _text(element: etree._Element | None) -> str:
    return " ".join("".join(element.itertext()).split()) if element is not None else ""


@lru_cache(maxsize=256)
def _tex(text: str) -> str:
    escaped = _TEX.sub(r"\\\1", text.replace("\\", r"\textbackslash "))
    return escaped.replace("~", r"\textasciitilde ").replace("^", r"\textasciicircum ")
