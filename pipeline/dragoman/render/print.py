"""From TEI to the JSON that the book's template sets: one for a document, the edition, a register.

Every function here is a function of its inputs: an edit to one document makes one JSON anew.
`dragoman.render.print_press` makes pages of them.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Final

from lxml import etree

from dragoman.diagnostics import Diagnostic, Place, Rule, Severity
from dragoman.render.mentions import number_mentions
from dragoman.render.print_fonts import cjk_families
from dragoman.render.print_map import Plate
from dragoman.render.print_options import Options
from dragoman.render.print_order import in_order
from dragoman.render.print_words import words_of
from dragoman.tei.ns import local_name
from dragoman.xslt import Parameter, transform

UNKNOWN_ELEMENT = Rule(
    "PRT001",
    Severity.WARNING,
    "the book's stylesheets have no template for an element",
    "Its text is set as running text, so that nothing is lost; whether it should look like that, "
    "only an editor can say.",
    "<figureless>…</figureless>",
    "an element of docs/encoding.md, or a template for this one in the edition's own xslt/print/",
)

# PDF/A wants a date. An edition that states none gets that of the PDF.
_NO_DATE: Final = [1970, 1, 1]

WORDS: Final = "words-of-edition.json"
_IN_ENGLISH: Final[Mapping[str, Parameter]] = {}
REGISTER_KINDS: Final = ("people", "places", "organizations", "terms")


@dataclass(frozen=True, slots=True)
class Rendered:
    """The JSON of one input, and what its stylesheet could not place."""

    json: str
    diagnostics: tuple[Diagnostic, ...] = ()


@dataclass(frozen=True, slots=True)
class Book:
    """All that the template reads: file name → text, and picture name → bytes.

    documents: the ids of the documents in the order of the book;
    pictures:  what the figures show, by the address that graphic/@url gives;
    shown:     document → its file as diagnostics name it.
    """

    files: Mapping[str, str]
    documents: tuple[str, ...]
    pictures: Mapping[str, bytes] = field(default_factory=dict)
    shown: Mapping[str, str] = field(default_factory=dict)


def document_json(
    stylesheet: Path,
    root: etree._Element,
    edition: etree._Element,
    name: str,
    written_in: Mapping[str, Parameter] = _IN_ENGLISH,
) -> Rendered:
    """Return the JSON of a document; ``stylesheet`` is print/document.xsl, ``name`` is for diagnostics.

    Its mentions get their numbers in ``root``.
    written_in: ``language``, the words in which dates are written (xslt/common/dates.xsl).
    """
    number_mentions(root)
    made = transform(stylesheet, root, {"edition": edition, **written_in})
    return Rendered(made["document.json"], _unknown(made["#report"], root, name))


def edition_json(stylesheet: Path, root: etree._Element, name: str) -> Rendered:
    """Return the JSON of tei/edition.xml; ``stylesheet`` is print/edition.xsl."""
    number_mentions(root)
    made = transform(stylesheet, root)
    return Rendered(made["edition.json"], _unknown(made["#report"], root, name))


def register_json(
    stylesheet: Path, register: etree._Element, written_in: Mapping[str, Parameter] = _IN_ENGLISH
) -> str:
    """Return the JSON of a register of `dragoman.entities.register`; ``stylesheet`` is print/register.xsl.

    written_in: see `document_json`.
    """
    return transform(stylesheet, register, written_in)[f"{register.get('kind')}.json"]


def book(
    edition: str,
    documents: Mapping[str, str],
    registers: Mapping[str, str],
    options: Options,
    words: str,
    *,
    pictures: Mapping[str, bytes] | None = None,
    shown: Mapping[str, str] | None = None,
    maps: Sequence[Plate] = (),
) -> Book:
    """Return the book that the JSON of the edition, its documents (by id) and registers (by kind) make.

    They stand in the order of the edition, else by date (`print_order`). ``words`` is the text of
    xslt/print/words.json.
    """
    read = {id_: json.loads(text) for id_, text in documents.items()}
    about = json.loads(edition)
    chosen = in_order(read, about["order"])
    kept = {
        kind: text for kind in REGISTER_KINDS if (text := registers.get(kind)) and json.loads(text)["groups"]
    }
    language, region = _language(about["lang"])
    settings = {
        "trim": options.trim,
        "form": options.form,
        "line_numbers": options.line_numbers,
        "press": options.press,
        "fonts": list(options.fonts),
        "cjk": cjk_families(),
        "lang": language,
        "region": region,
        "date": _date_parts(about["date"]) or _NO_DATE,
        "keywords": ["documentary edition", *sorted({read[id_]["kind"] for id_ in chosen})],
        "documents": [{"id": id_, "number": number} for number, id_ in enumerate(chosen, 1)],
        "registers": list(kept) if options.form == "book" else [],
        "pictures": {url: picture_file(url) for url in pictures or {}},
        "maps": [
            {"file": _map_file(number), "description": plate.description} for number, plate in enumerate(maps)
        ],
    }
    files = {
        "edition.json": edition,
        "options.json": json.dumps(settings, ensure_ascii=False, sort_keys=True),
        WORDS: json.dumps(words_of(words, about["lang"]), ensure_ascii=False, sort_keys=True),
        **{f"documents/{id_}.json": documents[id_] for id_ in chosen},
        **{f"registers/{kind}.json": text for kind, text in kept.items()},
    }
    files |= {_map_file(number): plate.svg for number, plate in enumerate(maps)}
    return Book(files, tuple(chosen), dict(pictures or {}), dict(shown or {}))


def numbers(edition: str, documents: Mapping[str, str]) -> dict[str, int]:
    """Return the number of each document in the book, of the JSON of the edition and of all its documents."""
    read = {id_: json.loads(text) for id_, text in documents.items()}
    return {id_: number for number, id_ in enumerate(in_order(read, json.loads(edition)["order"]), 1)}


def offprint(whole: Book, ids: Sequence[str], numbered: Mapping[str, int] | None = None) -> Book:
    """Return the PDF of some documents alone, each with the number that it has in the book.

    numbered: these numbers, where ``whole`` has not all documents (`numbers`).
    """
    settings = json.loads(whole.files["options.json"])
    known = {entry["id"]: entry for entry in settings["documents"]}
    known |= {id_: {"id": id_, "number": number} for id_, number in (numbered or {}).items() if id_ in known}
    chosen = [id_ for id_ in ids if id_ in known]
    settings |= {
        "form": "document",
        "documents": [known[id_] for id_ in chosen],
        "registers": [],
        "maps": [],
    }
    files = {
        "edition.json": whole.files["edition.json"],
        WORDS: whole.files[WORDS],
        "options.json": json.dumps(settings, ensure_ascii=False, sort_keys=True),
        **{f"documents/{id_}.json": whole.files[f"documents/{id_}.json"] for id_ in chosen},
    }
    return replace(whole, files=files, documents=tuple(chosen))


def picture_file(url: str) -> str:
    """Return the name under which the press keeps a picture: an address may hold anything."""
    suffix = re.search(r"\.[A-Za-z0-9]{2,5}$", url)
    return f"pictures/{hashlib.sha256(url.encode()).hexdigest()[:24]}{suffix[0].lower() if suffix else ''}"


def _map_file(number: int) -> str:
    return f"map-{number}.svg"


def _language(tag: str) -> tuple[str, str | None]:
    """Return language and region as Typst takes them; English without a region is British."""
    parts = tag.split("-")
    region = next((part for part in parts[1:] if re.fullmatch(r"[A-Z]{2}", part)), None)
    language = parts[0] if re.fullmatch(r"[a-z]{2,3}", parts[0]) else "en"
    return language, region or ("GB" if language == "en" else None)


def _date_parts(iso: str) -> list[int]:
    """Return [year, month, day] of an ISO date, the first of what it leaves open; [] for none."""
    match = re.match(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?", iso)
    return [int(match[1]), int(match[2] or 1), int(match[3] or 1)] if match else []


def _unknown(report: str, root: etree._Element, name: str) -> tuple[Diagnostic, ...]:
    """Return a diagnostic for each line “name⇥path” of a stylesheet's report."""
    found = []
    for line in report.splitlines():
        element_name, _, path = line.partition("\t")
        element = _element_at(root, path)
        place = Place(name, (element.sourceline or 0) if element is not None else 0)
        message = f"<{element_name}> has no template in the book; its text is set as running text ({path})"
        found.append(UNKNOWN_ELEMENT.at(place, message))
    return tuple(found)


def _element_at(root: etree._Element, path: str) -> etree._Element | None:
    """Return the element that a path of the report names: /TEI/text[1]/body[1]/p[3]."""
    current: etree._Element | None = root
    for step in path.split("/")[2:]:
        match = re.fullmatch(r"(?:[^:\[]+:)?([^\[]+)\[(\d+)\]", step)
        if current is None or match is None:
            return None
        same = [child for child in current.iterchildren(etree.Element) if local_name(child) == match[1]]
        current = same[int(match[2]) - 1] if int(match[2]) <= len(same) else None
    return current
