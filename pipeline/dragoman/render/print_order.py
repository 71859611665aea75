"""The order of the documents in the book: by date, or as tei/edition.xml lists them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any, Final

from lxml import etree

from dragoman.diagnostics import Diagnostic, Place, Rule, Severity
from dragoman.tei.ns import tei

NOT_ONCE = Rule(
    "PRT014",
    Severity.WARNING,
    "the list that orders the documents does not name each of them once",
    "Where tei/edition.xml has a list of the documents in a division of type “order”, the book follows it. "
    "A document that is named again keeps its first place; one that is not named stands after the others, "
    "by its date.",
    '<ref target="documents/1978MOSCOW8357.xml"/>',
    '<div type="order"><list><item><ref target="documents/1979MOSCOW02204.xml"/></item> …</list></div>',
)

_FILE: Final = re.compile(r"(?:.*/)?([^/#]+)\.xml(?:#.*)?")


def in_order(documents: Mapping[str, Mapping[str, Any]], listed: Sequence[str] = ()) -> list[str]:
    """Return the ids of documents: those that are listed, then the others by date.

    documents: id → its JSON; a year or month stands before its days, undated documents last.
    """
    by_date = sorted(documents, key=lambda id_: (not documents[id_]["date"], documents[id_]["date"], id_))
    return list(dict.fromkeys([*(id_ for id_ in listed if id_ in documents), *by_date]))


def check_order(edition: etree._Element, name: str, documents: Sequence[str]) -> list[Diagnostic]:
    """Return what is wrong with the list that orders the documents; [] where the edition has none.

    edition: the parsed tei/edition.xml, ``name`` is for diagnostics; documents: the ids of all.
    """
    lists = edition.findall(f".//{tei('text')}//{tei('div')}[@type='order']")
    found: list[Diagnostic] = []
    first: dict[str, int] = {}
    for reference in (ref for one in lists for ref in one.iter(tei("ref"))):
        target, line = reference.get("target", ""), reference.sourceline or 0
        match = _FILE.fullmatch(target)
        identifier = match[1] if match else ""
        if identifier not in documents:
            message = f"“{target}” in the order of the documents is no document of this edition"
            hint = "write documents/ID.xml, with the name of a file in tei/documents"
            found.append(NOT_ONCE.at(Place(name, line), message, hint))
        elif identifier in first:
            message = f"the order of the documents names {identifier} already, in line {first[identifier]}"
            found.append(NOT_ONCE.at(Place(name, line), message, "take out one of the two"))
        else:
            first[identifier] = line
    missing = [id_ for id_ in documents if id_ not in first] if lists else []
    if missing:
        message = f"the order of the documents does not name {', '.join(missing)}"
        hint = "add an item for each; until then they stand after the others, by their dates"
        found.append(NOT_ONCE.at(Place(name, lists[0].sourceline or 0), message, hint))
    return found
