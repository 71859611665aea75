"""Authority files changed byte for byte: entries are added, and all that stands there stays as it is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from lxml import etree

from dragoman.entities.authority import LISTS
from dragoman.entities.model import Entity, Kind, Name, Office, Years
from dragoman.tei.edit import Edit, apply_edits
from dragoman.tei.ns import TEI, XML_ID, XML_LANG, local_name, tei
from dragoman.tei.parse import parse
from dragoman.tei.scan import scan

_INDENT: Final = "  "
_TITLES: Final = {Kind.PERSON: "people", Kind.PLACE: "places", Kind.ORG: "organisations"}


def with_entries(octets: bytes, name: str, kind: Kind, entities: Iterable[Entity]) -> bytes:
    """Return an authority file with entries added after its last one, indented as that is.

    Errors: UnusableInput where the file is not XML; ValueError where it has no list of the kind.
    """
    root = parse(octets, name)
    mark = b"\xef\xbb\xbf" if octets.startswith(b"\xef\xbb\xbf") else b""
    text = octets[len(mark) :].decode("utf-8")
    places = scan(text)
    list_name, entry_name = LISTS[kind]
    holder = next(root.iter(tei(list_name)), None)
    if holder is None:
        raise ValueError(f"{name} has no {list_name}")
    elements = list(root.iter(etree.Element))
    scanned = places.elements[elements.index(holder)]
    prefix = scanned.name[: -len(list_name)]
    entries = [child for child in holder if local_name(child) == entry_name]
    line_end = "\r\n" if "\r\n" in text else "\n"
    if entries:
        last = places.elements[elements.index(entries[-1])]
        at, indent = last.end, _indent_before(text, last.start)
    else:
        at, indent = scanned.start_tag_end, _indent_before(text, scanned.start) + _INDENT
    new = "".join(
        line_end + line for entity in entities for line in _lines(_entry(entity, prefix.rstrip(":")), indent)
    )
    if not new:
        return octets
    if scanned.is_empty_tag:
        opened = text[scanned.start : scanned.end].removesuffix("/>").rstrip() + ">"
        closing = f"{line_end}{indent[: -len(_INDENT)]}</{scanned.name}>"
        return mark + apply_edits(text, [Edit(scanned.start, scanned.end, opened + new + closing)]).encode()
    if not entries:
        new += line_end + indent[: -len(_INDENT)]
        end = scanned.end_tag if not text[at : scanned.end_tag].strip() else at
        return mark + apply_edits(text, [Edit(at, end, new)]).encode()
    return mark + apply_edits(text, [Edit(at, at, new)]).encode()


def new_file(kind: Kind, entities: Sequence[Entity], title: str = "") -> bytes:
    """Return a new authority file; a TEI list may not be empty, so at least one entry is needed."""
    assert entities, "an authority file needs an entry"
    root = etree.Element(tei("TEI"), nsmap={None: TEI})
    description = etree.SubElement(etree.SubElement(root, tei("teiHeader")), tei("fileDesc"))
    heading = f"{title}: {_TITLES[kind]}" if title else _TITLES[kind].capitalize()
    etree.SubElement(etree.SubElement(description, tei("titleStmt")), tei("title")).text = heading
    published = etree.SubElement(description, tei("publicationStmt"))
    etree.SubElement(published, tei("p")).text = "Part of the edition."
    source = etree.SubElement(description, tei("sourceDesc"))
    etree.SubElement(source, tei("p")).text = "Made from the documents of the edition."
    holder = etree.SubElement(etree.SubElement(root, tei("standOff")), tei(LISTS[kind][0]))
    etree.indent(root, _INDENT)
    holder.text = holder.tail = None
    for entity in entities:
        entry = _entry(entity, "")
        _indent(entry, 3)
        holder.append(entry)
    _indent_children(holder, 2)
    _indent_children(holder.getparent(), 1)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8") + b"\n"


def _indent_before(text: str, offset: int) -> str:
    line = text[text.rfind("\n", 0, offset) + 1 : offset]
    return line if not line.strip() else ""


def _indent(entry: etree._Element, level: int) -> None:
    """Lay out an entry; inside a name white space would be text, so only containers are touched."""
    for child in entry.iterchildren(tei("location")):
        _indent_children(child, level + 1)
    _indent_children(entry, level)


def _indent_children(element: etree._Element | None, level: int) -> None:
    if element is None or not len(element):
        return
    element.text = "\n" + _INDENT * (level + 1)
    for child in element:
        child.tail = element.text
    element[-1].tail = "\n" + _INDENT * level


def _lines(entry: etree._Element, indent: str) -> list[str]:
    _indent(entry, 0)
    text = etree.tostring(entry, encoding="unicode")
    for prefix, address in entry.nsmap.items():
        # The file's root declares it already.
        text = text.replace(f' xmlns{":" + prefix if prefix else ""}="{address}"', "", 1)
    return [indent + line for line in text.splitlines()]


def _entry(entity: Entity, prefix: str) -> etree._Element:
    entry = etree.Element(tei(LISTS[entity.kind][1]), nsmap={prefix or None: TEI})
    entry.set(XML_ID, entity.id)
    if entity.type and entity.kind is not Kind.PERSON:
        entry.set("type", entity.type)
    for name in entity.names:
        is_dated = name.type == "preferred" and entity.years != Years()
        _name(entry, entity.kind, replace(name, years=entity.years) if is_dated else name)
    for date, tag in ((entity.birth, "birth"), (entity.death, "death")):
        if date:
            etree.SubElement(entry, tei(tag), when=date)
    for office in entity.offices:
        _office(entry, office)
    if entity.kind is Kind.PLACE and (entity.geo or entity.within):
        location = etree.SubElement(entry, tei("location"))
        if entity.within:
            etree.SubElement(location, tei("placeName"), ref=f"place:{entity.within}")
        if entity.geo:
            etree.SubElement(location, tei("geo")).text = f"{entity.geo[0]:g} {entity.geo[1]:g}"
    elif entity.kind is Kind.ORG and entity.within:
        etree.SubElement(entry, tei("placeName"), ref=f"place:{entity.within}")
    if entity.kind is Kind.ORG:
        _identifiers(entry, entity)
    if entity.bio:
        note = etree.SubElement(
            entry, tei("note"), type="bio" if entity.kind is Kind.PERSON else "description"
        )
        note.text = entity.bio
    if entity.kind is not Kind.ORG:
        _identifiers(entry, entity)
    return entry


def _name(entry: etree._Element, kind: Kind, name: Name) -> None:
    element = etree.SubElement(entry, tei(kind.tag), type=name.type)
    if name.lang:
        element.set(XML_LANG, name.lang)
    for attribute, value in _bounds(name.years).items():
        element.set(attribute, value)
    if not name.surname or name.surname == name.text:
        element.text = name.text
        return
    before, surname, after = name.text.partition(name.surname)
    element.text = before
    part = etree.SubElement(element, tei("surname"))
    part.text, part.tail = surname, after or None


def _office(entry: etree._Element, office: Office) -> None:
    element = etree.SubElement(entry, tei("occupation"), _bounds(office.years))
    element.text = office.text
    if office.org:
        element.set("ref", f"org:{office.org}")


def _identifiers(entry: etree._Element, entity: Entity) -> None:
    for type_, value in entity.identifiers:
        etree.SubElement(entry, tei("idno"), type=type_).text = value


def _bounds(years: Years) -> dict[str, str]:
    return {name: value for name, value in (("notBefore", years.start), ("notAfter", years.end)) if value}
