"""What one file contributes to the checks across files: its ids, its pointers, its transcript.

Facts are small and depend on the file alone, so that after one edit only one file is read again.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from lxml import etree

from dragoman.diagnostics import Place
from dragoman.tei.ns import NSMAP, XML_ID, local_name, tei
from dragoman.tei.scan import Scan, scan

ENTITY_PREFIXES: Final = ("person", "place", "org")
_NOWHERE: Final = Place("")
# Attributes that point into authority files or other files of the edition.
_POINTING: Final = ("ref", "target", "corresp", "sameAs", "who", "active", "passive", "mutual", "where")


@dataclass(frozen=True, slots=True)
class Pointer:
    """A pointer out of the file: its value, the element and attribute that hold it, its place.

    words: the text of the element, white space collapsed; is_supported: whether the element says
    why it points there (@cert or @evidence), or stands for more than a bare surname.
    """

    value: str
    element: str
    attribute: str
    place: Place
    words: str = ""
    is_supported: bool = False


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of an authority file: ``person:ID``, its names, the surnames among them, its place."""

    ref: str
    names: tuple[str, ...]
    surnames: tuple[str, ...]
    place: Place


@dataclass(frozen=True, slots=True)
class Facts:
    """What a file contributes.

    file: as diagnostics name it; stem: its name without folder and suffix; id: the TEI element's xml:id, "" where it has none, and its place; ids: all ids of the file;
    transcript: the name of the transcript that the header gives, sha256: its digest, "" where
    absent; transcript_place: where the header says so.
    """

    file: str
    stem: str
    id: str = ""
    id_place: Place = _NOWHERE
    ids: frozenset[str] = frozenset()
    pointers: tuple[Pointer, ...] = ()
    entries: tuple[Entry, ...] = ()
    transcript: str = ""
    sha256: str = ""
    transcript_place: Place = _NOWHERE


_LISTED: Final = {"person": "person", "personGrp": "person", "place": "place", "org": "org"}
_POINTERS: Final = etree.XPath(" | ".join(f"//@{name}" for name in _POINTING))
_ENTRIES: Final = etree.XPath(
    "//tei:standOff//*[self::tei:person or self::tei:personGrp or self::tei:place or self::tei:org][@xml:id]",
    namespaces=NSMAP,
)
_TRANSCRIPT: Final = etree.XPath("//tei:sourceDesc/tei:bibl[@type='transcript']", namespaces=NSMAP)


def facts_of(root: etree._Element, text: str, file: str) -> Facts:
    """Return the facts of a well-formed file. root, text: as a tree and as read; file: its name."""
    places = _Places(root, text, file)
    stem = re.sub(r"\.xml$", "", file.rpartition("/")[2])
    transcript = _TRANSCRIPT(root)
    named = sha256 = ""
    transcript_place = Place(file)
    if isinstance(transcript, list) and transcript and isinstance(transcript[0], etree._Element):
        source = transcript[0]
        ref, digest = source.find(tei("ref")), source.find(f"{tei('idno')}[@type='sha256']")
        named = (ref.get("target") or "") if ref is not None else ""
        sha256 = (digest.text or "").strip() if digest is not None else ""
        transcript_place = places.of(source)
    return Facts(
        file,
        stem,
        root.get(XML_ID) or "",
        places.of(root, "xml:id"),
        frozenset(element.get(XML_ID, "") for element in root.iter("{*}*") if XML_ID in element.attrib),
        tuple(_pointers(root, places)),
        tuple(_entries(root, places)),
        named,
        sha256,
        transcript_place,
    )


class _Places:
    """Places of elements and attributes; the file is scanned when the first is asked for."""

    def __init__(self, root: etree._Element, text: str, file: str) -> None:
        self._root, self._text, self._file = root, text, file
        self._scan: Scan | None = None
        self._order: dict[etree._Element, int] = {}

    def of(self, element: etree._Element, attribute: str = "") -> Place:
        """Return the place of an element's start tag, or of the value of its attribute."""
        if self._scan is None:
            self._scan = scan(self._text)
            self._order = {each: at for at, each in enumerate(self._root.iter("{*}*"))}
        scanned = self._scan.elements[self._order[element]]
        at = scanned.attributes[attribute][1] if attribute in scanned.attributes else scanned.start
        return Place(self._file, *self._scan.line_column(at))


def _pointers(root: etree._Element, places: _Places) -> list[Pointer]:
    found = []
    for element in root.iter("{*}*"):
        for attribute in _POINTING:
            value = element.get(attribute)
            if value is None:
                continue
            ours = filter(_is_ours, value.split())
            found.extend(_pointer(one, element, attribute, places) for one in ours)
    return found


def _is_ours(value: str) -> bool:
    """Return True for ``person:x`` and for a file of the edition; an address elsewhere is not ours."""
    prefix, colon, _ = value.partition(":")
    if colon:
        return prefix in ENTITY_PREFIXES
    return not value.startswith("#") and value.partition("#")[0].endswith(".xml")


def _pointer(value: str, element: etree._Element, attribute: str, places: _Places) -> Pointer:
    words = " ".join("".join(element.itertext()).split())
    supported = any(element.get(name) for name in ("cert", "evidence", "ana")) or " " in words
    return Pointer(value, local_name(element), attribute, places.of(element, attribute), words, supported)


def _entries(root: etree._Element, places: _Places) -> list[Entry]:
    found = []
    nodes = _ENTRIES(root)
    for node in nodes if isinstance(nodes, list) else ():
        if not isinstance(node, etree._Element):
            continue
        kind = _LISTED[local_name(node)]
        names = [
            " ".join("".join(name.itertext()).split())
            for name in node.iterchildren(tei("persName"), tei("placeName"), tei("orgName"))
        ]
        surnames = [" ".join("".join(each.itertext()).split()) for each in node.iter(tei("surname"))]
        place = places.of(node, "xml:id")
        found.append(Entry(f"{kind}:{node.get(XML_ID)}", tuple(names), tuple(surnames), place))
    return found
