"""Entries of lists led to what they name: a document of the edition, the same entry in another list."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import PurePosixPath

from lxml import etree

from dragoman.convert.lists.joined import (
    EditedDocument,
    ListedEntry,
    edited_entries,
    listed_entries,
    same_entries,
)
from dragoman.errors import UnusableInput
from dragoman.tei.edit import Edit, apply_edits
from dragoman.tei.ids import document_id, from_xml_id, give_id
from dragoman.tei.ns import NSMAP, XML_ID, local_name, tei
from dragoman.tei.parse import parse
from dragoman.tei.scan import Scan, scan

_LISTS = frozenset(("catalogue", "search-results"))


def linked_entries(documents: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return the documents whose entries gained a pointer, with their new bytes.

    documents: TEI files by name. ``title/@ref`` leads to a document of the edition, ``bibl/@sameAs``
    to the same entry in an earlier list. A pointer that is there is left alone, and so is every
    other byte.
    """
    roots: dict[str, etree._Element] = {}
    for name, octets in documents.items():
        try:
            roots[name] = parse(octets, name)
        except UnusableInput:
            continue  # annotating reports it
        # Pointers lead to files, and entries are told apart by them.
        give_id(roots[name], document_id(PurePosixPath(name).stem))
    lists = {name: root for name, root in roots.items() if _kind(root) in _LISTS}
    entries = {name: listed_entries(root) for name, root in lists.items()}
    wanted: dict[tuple[str, str], dict[str, str]] = {}
    edited = [_edited(root) for name, root in roots.items() if name not in lists]
    for found in edited_entries((entry for group in entries.values() for entry in group), edited):
        pointer = {"ref": f"{found.document}.xml"}
        if found.cert != "high":
            pointer["cert"] = found.cert
        wanted[_key(found.entry)] = pointer
    for pair in same_entries(entries.values()):
        target = f"{from_xml_id(pair.first.document)}.xml#{pair.first.id}"
        wanted.setdefault(_key(pair.other), {})["sameAs"] = target
    changed: dict[str, bytes] = {}
    for name, root in lists.items():
        text = documents[name].decode("utf-8")
        new = apply_edits(text, _edits(root, scan(text), wanted)).encode("utf-8")
        if new != documents[name]:
            changed[name] = new
    return changed


def _kind(root: etree._Element) -> str:
    found = root.find(".//tei:text//tei:div[@type='document']", NSMAP)
    return found.get("subtype", "") if found is not None else ""


def _key(entry: ListedEntry) -> tuple[str, str]:
    return entry.document, entry.id


def _edited(root: etree._Element) -> EditedDocument:
    title = root.find(".//tei:titleStmt/tei:title", NSMAP)
    date = root.find(".//tei:creation/tei:date", NSMAP)
    when = (date.get("when") or date.get("from") or date.get("notBefore") or "") if date is not None else ""
    numbers = [
        "".join(number.itertext()).strip()
        for number in root.iterfind(".//tei:msIdentifier//tei:idno[@type='document-number']", NSMAP)
    ]
    return EditedDocument(
        from_xml_id(root.get(XML_ID, "")),
        " ".join("".join(title.itertext()).split()) if title is not None else "",
        when,
        tuple(numbers),
    )


def _edits(
    root: etree._Element, places: Scan, wanted: Mapping[tuple[str, str], Mapping[str, str]]
) -> list[Edit]:
    document = root.get(XML_ID, "")
    edits: list[Edit] = []
    for element, scanned in zip(root.iter(etree.Element), places.elements, strict=True):
        name = local_name(element)
        if name not in ("bibl", "title"):
            continue
        pointers = wanted.get((document, _entry_id(element)), {})
        chosen = ("sameAs",) if name == "bibl" else ("ref", "cert")
        if name == "title" and (element.get("ref") is not None or not _is_first_title(element)):
            continue
        missing = [key for key in chosen if key in pointers and key not in element.attrib]
        new = "".join(f' {key}="{pointers[key]}"' for key in missing)
        if new:
            at = scanned.start_tag_end - (2 if scanned.is_empty_tag else 1)
            edits.append(Edit(at, at, new))
    return edits


def _entry_id(element: etree._Element) -> str:
    """Return the id of the entry that a bibl, or a title in one, belongs to; "" for none."""
    bibl = element if element.tag == tei("bibl") else element.getparent()
    if bibl is None or bibl.tag != tei("bibl"):
        return ""
    holder = bibl.getparent()
    is_item = holder is not None and holder.tag == tei("item") and holder.get(XML_ID) is not None
    return (holder if is_item and holder is not None else bibl).get(XML_ID, "")


def _is_first_title(element: etree._Element) -> bool:
    bibl = element.getparent()
    return bibl is not None and bibl.find(tei("title")) is element
