"""Work on authority files: entries merged, split and renamed, with every reference following.

Every function takes the files as bytes and returns those that change; nothing is written here, so
that a fault found half-way leaves nothing half-done. A file that is not UTF-8 and would have to change
is such a fault (UnusableInput).
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from lxml import etree

from dragoman.diagnostics import Diagnostic, Place, Rule, Severity
from dragoman.entities.authority import LISTS, AuthorityFile, read_authority
from dragoman.entities.authority_edit import with_entries
from dragoman.entities.model import Entity, Kind, Name
from dragoman.entities.nearest import advice
from dragoman.entities.new_entries import entry_of
from dragoman.entities.reading import NAME_ELEMENTS
from dragoman.entities.words import words
from dragoman.tei.edit import Edit, apply_edits
from dragoman.tei.ids import entity_id
from dragoman.tei.ns import XML_ID, local_name, tei
from dragoman.tei.parse import editable_text, parse
from dragoman.tei.scan import Scan, ScannedElement, scan

NO_ENTRY = Rule(
    "AUT010",
    Severity.ERROR,
    "there is no such entry",
    "Entries are merged, split and renamed by their ids.",
    "dragoman authority merge person:nobody person:orlov-pavel",
)
TAKEN = Rule(
    "AUT011",
    Severity.ERROR,
    "the id is taken",
    "Two entries may not have one id; to make one entry of two, merge them.",
)
BAD_ID = Rule(
    "AUT012",
    Severity.ERROR,
    "this cannot be an id",
    "An id is in small Latin letters, digits and hyphens and begins with a letter.",
    "person:Орлов",
    "person:orlov-pavel",
)
NO_MENTION = Rule(
    "AUT013",
    Severity.ERROR,
    "there is no such mention of the entry",
    "A mention is split off by the document and its anchor, as the register shows it.",
)


@dataclass(frozen=True, slots=True)
class Changes:
    """The files that an operation changes, by name, and why it could not be done."""

    files: Mapping[str, bytes] = field(default_factory=dict)
    diagnostics: tuple[Diagnostic, ...] = ()


def rename(
    kind: Kind, old: str, new: str, authority: tuple[str, bytes], others: Mapping[str, bytes]
) -> Changes:
    """Return the files in which an entry has a new id. ``others``: every other file of the edition."""
    name, octets = authority
    if entity_id(new) != new:
        hint = f"for example {entity_id(new)}"
        return _refused(BAD_ID.at(Place(name), f"“{new}” cannot be an id", hint))
    read = read_authority(octets, name, kind)
    known = {entity.id: entity for entity in read.entities}
    if old not in known:
        return _missing(read, name, kind, old)
    if new in known:
        return _refused(
            TAKEN.at(known[new].place, f"{kind}:{new} is there already", "merge the two, or take another id")
        )
    text, mark = _decoded(octets, name)
    root, places = parse(octets, name), scan(text)
    entry = _entry_of(root, places, kind, old)
    start, end = entry.attributes["xml:id"][1:]
    renamed = apply_edits(text, [Edit(start, end, new)])
    files = {name: mark + renamed.encode()}
    return Changes(_with_references(files, {name: files[name], **others}, f"{kind}:{old}", f"{kind}:{new}"))


def merge(
    kind: Kind, loser: str, winner: str, authority: tuple[str, bytes], others: Mapping[str, bytes]
) -> Changes:
    """Return the files in which ``loser`` has become part of ``winner``.

    The names of the loser become variants; offices and identifiers that the winner lacks go over, as do
    dates and notes where it has none. The rest of the loser's entry is given up with it.
    """
    name, octets = authority
    read = read_authority(octets, name, kind)
    known = {entity.id: entity for entity in read.entities}
    for identifier in (loser, winner):
        if identifier not in known:
            return _missing(read, name, kind, identifier)
    if loser == winner:
        hint = "two different entries of the file are needed"
        return _refused(NO_ENTRY.at(known[loser].place, f"{kind}:{loser} is both of the two", hint))
    text, mark = _decoded(octets, name)
    root, places = parse(octets, name), scan(text)
    elements = dict(zip(root.iter(etree.Element), places.elements, strict=True))
    by_id = {element.get(XML_ID): element for element in root.iter(tei(LISTS[kind][1]))}
    into, gone = by_id[winner], by_id[loser]
    moved = _moved_children(into, gone, elements, text, kind)
    edits = [*_insertions(into, elements, text, kind, moved), _removal(elements[gone], text)]
    merged = mark + apply_edits(text, edits).encode()
    files = {name: merged}
    return Changes(_with_references(files, {name: merged, **others}, f"{kind}:{loser}", f"{kind}:{winner}"))


def split(
    kind: Kind,
    identifier: str,
    new_name: str,
    mentions: Sequence[tuple[str, str]],
    authority: tuple[str, bytes],
    documents: Mapping[str, bytes],
) -> Changes:
    """Return the files in which some mentions of an entry have gone to a new one called ``new_name``.

    mentions: pairs of the document's file name and the anchor (m1, m2, …) in it.
    """
    name, octets = authority
    read = read_authority(octets, name, kind)
    if identifier not in {entity.id for entity in read.entities}:
        return _missing(read, name, kind, identifier)
    entity = _called(new_name, kind, {entity.ref for entity in read.entities})
    files = {name: with_entries(octets, name, kind, [entity])}
    diagnostics = []
    for file in dict.fromkeys(file for file, _ in mentions):
        anchors = {anchor for other, anchor in mentions if other == file}
        changed, missing = _repointed(file, documents.get(file), anchors, f"{kind}:{identifier}", entity.ref)
        files[file] = changed
        diagnostics += [
            NO_MENTION.at(
                Place(file),
                f"{anchor or 'nothing'} is no mention of {kind}:{identifier}",
                f"`dragoman authority show {kind}:{identifier}` lists its mentions",
            )
            for anchor in missing
        ]
    return Changes({}, tuple(diagnostics)) if diagnostics else Changes(files)


def split_alike(octets: bytes, file: str, old: str, new: str, text: str) -> bytes:
    """Return a document in which the names written as ``text`` lead to ``new`` where they led to ``old``."""
    if old.encode() not in octets:
        return octets
    root = parse(octets, file)
    body = next(root.iter(tei("text")), root)
    alike = [
        element
        for element in body.iter(etree.Element)
        if local_name(element) in NAME_ELEMENTS
        and old in (element.get("ref") or "").split()
        and _plain(element) == text
    ]
    source, mark = _decoded(octets, file)
    elements = dict(zip(root.iter(etree.Element), scan(source).elements, strict=True))
    edits = []
    for element in alike:
        start, end = elements[element].attributes["ref"][1:]
        edits.append(Edit(start, end, _replaced(source[start:end], old, new)))
    return mark + apply_edits(source, edits).encode()


def _repointed(
    file: str, octets: bytes | None, anchors: set[str], old: str, new: str
) -> tuple[bytes, list[str]]:
    if octets is None:
        return b"", sorted(anchors)
    text, mark = _decoded(octets, file)
    root, places = parse(octets, file), scan(text)
    body = next(root.iter(tei("text")), root)
    inside = set(body.iter(etree.Element))
    number, edits, left = 0, [], set(anchors)
    for element, scanned in zip(root.iter(etree.Element), places.elements, strict=True):
        if element not in inside or local_name(element) not in NAME_ELEMENTS or element.get("ref") is None:
            continue
        number += 1
        anchor = f"m{number}"
        if anchor in left and old in (element.get("ref") or "").split():
            start, end = scanned.attributes["ref"][1:]
            edits.append(Edit(start, end, _replaced(text[start:end], old, new)))
            left.discard(anchor)
    return mark + apply_edits(text, edits).encode(), sorted(left)


def _missing(read: AuthorityFile, file: str, kind: Kind, identifier: str) -> Changes:
    """Return the refusal of an entry that is not there; a file that cannot be read says why itself."""
    if any(diagnostic.severity is Severity.ERROR for diagnostic in read.diagnostics):
        return Changes({}, tuple(read.diagnostics))
    reference = f"{kind}:{identifier}"
    hint = advice(
        reference,
        [entity.ref for entity in read.entities],
        f"`dragoman authority list {kind.plural}` shows what there is",
    )
    return _refused(NO_ENTRY.at(Place(file), f"there is no {reference}", hint))


def _called(name: str, kind: Kind, taken: Collection[str]) -> Entity:
    """Return a new entry of this name, written as it is given."""
    family_first = kind is Kind.PERSON and name.split()[0].casefold() in words("family-names-first")
    entity = entry_of(kind, name, taken, is_family_first=family_first)
    return replace(entity, name=name, names=(Name(name, "preferred", surname=entity.names[0].surname),))


def _refused(diagnostic: Diagnostic) -> Changes:
    return Changes({}, (diagnostic,))


def _decoded(octets: bytes, name: str) -> tuple[str, bytes]:
    mark = b"\xef\xbb\xbf" if octets.startswith(b"\xef\xbb\xbf") else b""
    return editable_text(octets, name).removeprefix("\ufeff"), mark


def _entry_of(root: etree._Element, places: Scan, kind: Kind, identifier: str) -> ScannedElement:
    for element, scanned in zip(root.iter(etree.Element), places.elements, strict=True):
        if local_name(element) == LISTS[kind][1] and element.get(XML_ID) == identifier:
            return scanned
    raise AssertionError(f"{identifier} was read from this file")


def _with_references(
    files: Mapping[str, bytes], others: Mapping[str, bytes], old: str, new: str
) -> dict[str, bytes]:
    """Return ``files`` and those of ``others`` in which a reference had to follow."""
    changed = dict(files)
    for name, octets in others.items():
        followed = with_reference(octets, name, old, new)
        if followed != octets:
            changed[name] = followed
    return changed


def with_reference(octets: bytes, name: str, old: str, new: str) -> bytes:
    """Return a TEI file in which every reference to ``old`` is one to ``new``; nothing else changes."""
    if old.encode() not in octets:
        return octets
    text, mark = _decoded(octets, name)
    edits = []
    for element in scan(text).elements:
        for _, start, end in element.attributes.values():
            value = text[start:end]
            if old in value.split():
                edits.append(Edit(start, end, _replaced(value, old, new)))
    return mark + apply_edits(text, edits).encode()


def _replaced(value: str, old: str, new: str) -> str:
    return re.sub(rf"(?<!\S){re.escape(old)}(?!\S)", new, value)


_UNIQUE: Final = frozenset(("birth", "death", "floruit", "note", "location", "sex"))


def _moved_children(
    into: etree._Element,
    gone: etree._Element,
    elements: Mapping[etree._Element, ScannedElement],
    text: str,
    kind: Kind,
) -> list[tuple[str, str]]:
    """Return name and source of each child that goes over from one entry into another."""
    names = {_plain(child) for child in into if local_name(child) == kind.tag}
    contents = {(local_name(child), _plain(child)) for child in into}
    tags = {local_name(child) for child in into}
    moved = []
    for child in gone.iterchildren(etree.Element):
        name, plain = local_name(child), _plain(child)
        scanned = elements[child]
        source = text[scanned.start : scanned.end]
        if name == kind.tag:
            if plain and plain not in names:
                names.add(plain)
                moved.append((name, source.replace('type="preferred"', 'type="variant"', 1)))
        elif name in _UNIQUE:
            if name not in tags:
                moved.append((name, source))
        elif (name, plain) not in contents:
            moved.append((name, source))
    return moved


def _plain(element: etree._Element) -> str:
    return " ".join("".join(element.itertext()).split())


# What a TEI content model wants after everything else.
_LAST: Final = {
    Kind.PERSON: frozenset[str](),
    Kind.PLACE: frozenset(("note", "bibl", "idno")),
    Kind.ORG: frozenset(("note", "bibl")),
}


def _insertions(
    into: etree._Element,
    elements: Mapping[etree._Element, ScannedElement],
    text: str,
    kind: Kind,
    moved: Sequence[tuple[str, str]],
) -> list[Edit]:
    """Return the edits that put children after the names of an entry, or at its end."""
    children = list(into.iterchildren(etree.Element))
    last_name = next(child for child in reversed(children) if local_name(child) == kind.tag)
    edits = []
    for after, is_last in ((last_name, False), (children[-1], True)):
        sources = [source for name, source in moved if (name in _LAST[kind]) is is_last]
        scanned = elements[after]
        line = text[text.rfind("\n", 0, scanned.start) + 1 : scanned.start]
        lead = ("\r\n" if "\r\n" in text else "\n") + (line if not line.strip() else "")
        if sources:
            edits.append(Edit(scanned.end, scanned.end, "".join(lead + source for source in sources)))
    return edits


def _removal(scanned: ScannedElement, text: str) -> Edit:
    """Return the edit that takes an element away with the line or lines that are its own."""
    start, end = scanned.start, scanned.end
    line = text.rfind("\n", 0, start) + 1
    after = text.find("\n", end)
    if not text[line:start].strip() and after >= 0 and not text[end:after].strip():
        return Edit(line, after + 1, "")
    return Edit(start, end, "")
