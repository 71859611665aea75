"""Authority files out to OpenRefine and back: a CSV table of entries, and identifiers from it.

Out: one row for each entry, with what a reconciliation service matches on. Back: the same table with
columns of identifiers filled in; only identifiers that an entry lacks are written, byte for byte.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Mapping
from typing import Final

from lxml import etree

from dragoman.diagnostics import Diagnostic, Place, Rule, Severity
from dragoman.entities.authority import LISTS
from dragoman.entities.model import Authorities, Kind
from dragoman.entities.operations import NO_ENTRY
from dragoman.tei.edit import Edit, apply_edits
from dragoman.tei.ns import XML_ID, local_name, tei
from dragoman.tei.parse import parse
from dragoman.tei.scan import scan

WRONG_COLUMN = Rule(
    "REC001",
    Severity.ERROR,
    "a column of the table is missing or unknown",
    "Rows are found by their reference; a column that is not understood would be lost without a word.",
    "reference,name,wikipedia",
    "reference,name,wikidata",
)
WRONG_VALUE = Rule(
    "REC002",
    Severity.ERROR,
    "this is not an identifier of its kind",
    "An identifier that does not have its form leads nowhere.",
    "wikidata: Deng Xiaoping",
    "wikidata: Q16977",
)
CONTRADICTION = Rule(
    "REC003",
    Severity.WARNING,
    "the entry has another identifier of this kind",
    "An identifier is only written where there is none: which of two is right, a person has to say.",
)

_IDENTIFIERS: Final[dict[str, re.Pattern[str]]] = {
    "wikidata": re.compile(r"Q[1-9]\d*"),
    "viaf": re.compile(r"[1-9]\d*"),
    "geonames": re.compile(r"[1-9]\d*"),
    "gnd": re.compile(r"[\dX-]+"),
    "lccn": re.compile(r"[a-z]{1,3}\d+"),
}
_ABOUT: Final = ("reference", "kind", "name", "variants", "birth", "death", "office", "latitude", "longitude")
COLUMNS: Final = (*_ABOUT, *_IDENTIFIERS)


def exported(authorities: Authorities, kind: Kind) -> str:
    """Return the table of a kind: a heading and a row for each entry, in UTF-8 with CRLF as CSV has it."""
    text = io.StringIO(newline="")
    table = csv.DictWriter(text, COLUMNS)
    table.writeheader()
    for entity in sorted(authorities.of_kind(kind), key=lambda e: e.id):
        known = dict(entity.identifiers)
        row = {
            "reference": entity.ref,
            "kind": entity.type or entity.kind.value,
            "name": entity.name,
            "variants": " | ".join(name.text for name in entity.variants),
            "birth": entity.birth,
            "death": entity.death,
            "office": entity.offices[0].text if entity.offices else "",
            "latitude": f"{entity.geo[0]:g}" if entity.geo else "",
            "longitude": f"{entity.geo[1]:g}" if entity.geo else "",
        }
        table.writerow(row | {name: known.get(name, "") for name in _IDENTIFIERS})
    return text.getvalue()


def read_table(
    text: str, file: str, authorities: Authorities
) -> tuple[dict[str, dict[str, str]], list[Diagnostic]]:
    """Return new identifiers by reference and type, and what is wrong with the table.

    With a wrong column nothing is taken from it.
    """
    rows = csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline=""))
    columns = [column or "" for column in rows.fieldnames or ()]
    separator = _other_separator(columns)
    if separator:
        message = f"the columns are separated by {separator}, not by commas"
        return {}, [WRONG_COLUMN.at(Place(file, 1), message, "export the table with commas, as CSV")]
    diagnostics = [
        WRONG_COLUMN.at(
            Place(file, 1),
            f"“{column}” is not a column of this table",
            f"columns are {', '.join(COLUMNS)}",
        )
        for column in columns
        if column not in COLUMNS
    ]
    if "reference" not in columns:
        message = "the column “reference” is missing"
        diagnostics.append(WRONG_COLUMN.at(Place(file, 1), message, "export the table again and keep it"))
    if diagnostics:
        return {}, diagnostics
    found: dict[str, dict[str, str]] = {}
    for row in rows:
        reference = (row["reference"] or "").strip()
        place = Place(file, rows.line_num)
        entity = authorities.get(reference)
        if entity is None:
            hint = "keep the column “reference” as it was exported"
            diagnostics.append(
                NO_ENTRY.at(place, f"there is no {reference or 'reference in this row'}", hint)
            )
            continue
        known = dict(entity.identifiers)
        for name, form in _IDENTIFIERS.items():
            value = (row.get(name) or "").strip()
            if not value or known.get(name) == value:
                continue
            if not form.fullmatch(value):
                message = f"“{value}” is not an identifier of {name}"
                diagnostics.append(
                    WRONG_VALUE.at(place, message, "give the identifier alone, not its address")
                )
            elif name in known:
                message = f"{reference} has {name} {known[name]}, the table says {value}"
                diagnostics.append(CONTRADICTION.at(place, message, "mend the entry by hand"))
            else:
                found.setdefault(reference, {})[name] = value
    return found, diagnostics


def _other_separator(columns: list[str]) -> str:
    """Return the name of what separates the columns of a heading that holds no comma, or ""."""
    if len(columns) != 1:
        return ""
    names = {";": "semicolons", "\t": "tabs", "|": "vertical bars"}
    return next((name for sign, name in names.items() if "reference" in columns[0].split(sign)[:-1]), "")


def with_identifiers(
    octets: bytes, name: str, kind: Kind, identifiers: Mapping[str, Mapping[str, str]]
) -> bytes:
    """Return an authority file with ``idno`` elements added to its entries, and no other byte changed."""
    mark = b"\xef\xbb\xbf" if octets.startswith(b"\xef\xbb\xbf") else b""
    text = octets[len(mark) :].decode("utf-8")
    root, places = parse(octets, name), scan(text)
    scanned = dict(zip(root.iter(etree.Element), places.elements, strict=True))
    edits = []
    for entry in root.iter(tei(LISTS[kind][1])):
        new = identifiers.get(f"{kind}:{entry.get(XML_ID)}", {})
        children = list(entry.iterchildren(etree.Element))
        if not new or not children:
            continue
        # TEI wants the identifiers of an organisation before its notes.
        before = [c for c in children if kind is not Kind.ORG or local_name(c) not in ("note", "bibl", "ref")]
        after = scanned[(before or children)[-1]]
        prefix = after.name[: after.name.rfind(":") + 1]
        line = text[text.rfind("\n", 0, after.start) + 1 : after.start]
        lead = ("\r\n" if "\r\n" in text else "\n") + (line if not line.strip() else "")
        elements = _idno_elements(new.items(), prefix)
        edits.append(Edit(after.end, after.end, "".join(lead + element for element in elements)))
    return mark + apply_edits(text, edits).encode()


def _idno_elements(identifiers: Iterable[tuple[str, str]], prefix: str) -> list[str]:
    # Types and values have been matched against closed forms: none needs an escape.
    return [f'<{prefix}idno type="{type_}">{value}</{prefix}idno>' for type_, value in identifiers]
