"""What one file contributes to the checks across files: its ids, its pointers, its transcript.

Facts are small and depend on the file alone, so that after one edit only one file is read again.
They name an element by its position; line and column are looked up for the few that are at fault.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from lxml import etree

from dragoman.tei.ns import XML_ID, local_name, tei

ENTITY_PREFIXES: Final = ("person", "place", "org")
# Attributes that point into authority files or other files of the edition.
_POINTING: Final = frozenset(
    ("ref", "target", "corresp", "sameAs", "who", "active", "passive", "mutual", "where")
)


@dataclass(frozen=True, slots=True)
class Spot:
    """An element by its position in document order, from 0, and an attribute of it, "" for none."""

    element: int = 0
    attribute: str = ""


_ROOT: Final = Spot()


@dataclass(frozen=True, slots=True)
class Pointer:
    """A pointer out of the file: its value, the name of the element that holds it, where it stands.

    words: the text of the element, white space collapsed; is_supported: whether the element says
    why it points there (@cert or @evidence), or stands for more than one word.
    """

    value: str
    element: str
    spot: Spot
    words: str = ""
    is_supported: bool = False


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of an authority file: ``person:ID``, its names, the surnames among them, its spot."""

    ref: str
    names: tuple[str, ...]
    surnames: tuple[str, ...]
    spot: Spot


@dataclass(frozen=True, slots=True)
class Facts:
    """What a file contributes.

    file: as diagnostics name it; stem: its name without folder and suffix; id: the TEI element's
    xml:id, "" where it has none; ids: all ids of the file; transcript: the file name of the
    transcript that the header gives, sha256: its digest, "" where absent; transcript_spot: where.
    """

    file: str
    stem: str
    id: str = ""
    ids: frozenset[str] = frozenset()
    pointers: tuple[Pointer, ...] = ()
    entries: tuple[Entry, ...] = ()
    transcript: str = ""
    sha256: str = ""
    transcript_spot: Spot = _ROOT


_LISTED: Final = {"person": "person", "personGrp": "person", "place": "place", "org": "org"}


def facts_of(root: etree._Element, file: str) -> Facts:
    """Return the facts of a well-formed file, whose name is ``file``."""
    ids: list[str] = []
    pointers: list[Pointer] = []
    entries: list[Entry] = []
    named = sha256 = ""
    transcript_spot = _ROOT
    for at, element in enumerate(root.iter("{*}*")):
        is_transcript = False
        for attribute, value in element.items():
            if attribute == XML_ID:
                ids.append(value)
                kind = _LISTED.get(local_name(element))
                if kind is not None:
                    entries.append(_entry(element, f"{kind}:{value}", Spot(at, "xml:id")))
            elif attribute in _POINTING and not value.startswith("#"):
                pointers.extend(_pointers(element, value, Spot(at, attribute)))
            elif attribute == "type" and value == "transcript":
                is_transcript = local_name(element) == "bibl"
        if is_transcript:
            ref, digest = element.find(tei("ref")), element.find(f"{tei('idno')}[@type='sha256']")
            named = (ref.get("target") or "") if ref is not None else ""
            sha256 = (digest.text or "").strip() if digest is not None else ""
            transcript_spot = Spot(at)
    return Facts(
        file,
        re.sub(r"\.xml$", "", file.rpartition("/")[2]),
        root.get(XML_ID) or "",
        frozenset(ids),
        tuple(pointers),
        tuple(entries),
        named,
        sha256,
        transcript_spot,
    )


def _is_ours(value: str) -> bool:
    """Return True for ``person:x`` and for a file of the edition; an address elsewhere is not ours."""
    prefix, colon, _ = value.partition(":")
    if colon:
        return prefix in ENTITY_PREFIXES
    return not value.startswith("#") and value.partition("#")[0].endswith(".xml")


def _pointers(element: etree._Element, value: str, spot: Spot) -> list[Pointer]:
    ours = list(filter(_is_ours, value.split()))
    if not ours:
        return []
    words = _words(element)
    supported = any(element.get(name) for name in ("cert", "evidence", "ana")) or " " in words
    return [Pointer(one, local_name(element), spot, words, supported) for one in ours]


def _entry(node: etree._Element, ref: str, spot: Spot) -> Entry:
    names = map(_words, node.iterchildren(tei("persName"), tei("placeName"), tei("orgName")))
    return Entry(ref, tuple(names), tuple(map(_words, node.iter(tei("surname")))), spot)


def _words(element: etree._Element) -> str:
    return " ".join("".join(element.itertext()).split())
