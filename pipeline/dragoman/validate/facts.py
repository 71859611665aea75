"""What one file contributes to the checks across files: its ids, its pointers, its transcript.

Facts are small and depend on the file alone, so that after one edit only one file is read again.
They name an element by its position; line and column are looked up for the few that are at fault.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, NamedTuple
from urllib.parse import unquote

from lxml import etree

from dragoman.tei.ns import XML_ID, local_name, tei
from dragoman.tei.pictures import is_elsewhere, names_picture
from dragoman.validate.start_tags import REGULAR, Tags

ENTITY_PREFIXES: Final = ("person", "place", "org")
# Attributes that point into authority files or other files of the edition.
_POINTING: Final = frozenset(
    ("ref", "target", "corresp", "sameAs", "who", "active", "passive", "mutual", "where")
)

_BRACKETED: Final = frozenset(("brackets", "parentheses"))
_LONGEST_GIVEN: Final = 40


class Pointer(NamedTuple):
    """A pointer out of the file: its value, the name of the element that holds it, where it stands.

    at: the position of the element in document order, from 0; attribute: its name; words: the text of
    the element, white space collapsed; is_supported: whether the element says why it points there (@cert
    or @evidence), or stands for more than one word; after: what the bracket right behind the element says,
    its beginning, "" where there is none.
    """

    value: str
    element: str
    at: int
    attribute: str
    words: str = ""
    is_supported: bool = False
    after: str = ""


class Entry(NamedTuple):
    """An entry of an authority file: ``person:ID``, its names, the surnames among them, its position."""

    ref: str
    names: Sequence[str]
    surnames: Sequence[str]
    at: int


@dataclass(frozen=True, slots=True)
class Facts:
    """What a file contributes.

    file: as diagnostics name it; stem: its name without folder and suffix; id: the TEI element's
    xml:id, "" where it has none; ids: all ids of the file; transcript: the file name of the
    transcript that the header gives, sha256: its digest, "" where absent; transcript_at: where;
    pictures: the addresses of pictures that lie with the edition, or should.
    """

    file: str
    stem: str
    id: str = ""
    ids: frozenset[str] = frozenset()
    pointers: tuple[Pointer, ...] = ()
    entries: tuple[Entry, ...] = ()
    transcript: str = ""
    sha256: str = ""
    transcript_at: int = 0
    pictures: tuple[Pointer, ...] = ()


_LISTED: Final = {"person": "person", "personGrp": "person", "place": "place", "org": "org"}
_REMEMBERED_TAGS: Final = 65_536
# In a regular tag: an id, a picture, the header's word on the transcript, a pointer out of the file.
_TELLING: Final = re.compile(
    rf"\s(?:xml:id=|url=|facs=\"[^#]|type=\"transcript\"|(?:{'|'.join(sorted(_POINTING))})=\"[^#])"
)


def facts_of(root: etree._Element, file: str, tags: Tags | None = None) -> Facts:
    """Return the facts of a well-formed file, whose name is ``file``.

    tags: those of its text, so that only elements that tell anything are looked at.
    """
    ids: list[str] = []
    pointers: list[Pointer] = []
    entries: list[Entry] = []
    pictures: list[Pointer] = []
    named = sha256 = ""
    transcript_at = 0
    elements = list(root.iter("{*}*"))
    for at in range(len(elements)) if tags is None else tags.positions(_tells):
        element = elements[at]
        is_transcript = False
        for attribute, value in element.items():
            if attribute == XML_ID:
                ids.append(value)
                kind = _LISTED.get(local_name(element))
                if kind is not None:
                    entries.append(_entry(element, f"{kind}:{value}", at))
            elif attribute in _POINTING and value[:1] != "#":
                pointers.extend(_pointers(element, value, at, attribute))
            elif attribute == "url" and local_name(element) in _PICTURES and not is_elsewhere(value):
                pictures.append(Pointer(value, local_name(element), at, attribute))
            elif attribute == "facs" and local_name(element) in _FACING:
                pages = [one for one in value.split() if not is_elsewhere(one) and names_picture(one)]
                pictures.extend(Pointer(one, local_name(element), at, attribute) for one in pages)
            elif attribute == "type" and value == "transcript":
                is_transcript = local_name(element) == "bibl"
        if is_transcript:
            ref, digest = element.find(tei("ref")), element.find(f"{tei('idno')}[@type='sha256']")
            named = file_name(ref.get("target") or "") if ref is not None else ""
            sha256 = (digest.text or "").strip() if digest is not None else ""
            transcript_at = at
    return Facts(
        file,
        file.rpartition("/")[2].removesuffix(".xml"),
        root.get(XML_ID) or "",
        frozenset(ids),
        tuple(pointers),
        tuple(entries),
        named,
        sha256,
        transcript_at,
        tuple(pictures),
    )


_PICTURES: Final = frozenset(("graphic", "media"))
_FACING: Final = frozenset(("pb", "surface"))


def file_name(address: str) -> str:
    """Return the name of the file to which an address leads, with its folders.

    A zero, which no system admits in a name, is shown as what cannot be read.
    """
    return unquote(address).replace("\0", "\ufffd")


@lru_cache(_REMEMBERED_TAGS)
def _tells(tag: str) -> bool:
    return bool(_TELLING.search(tag)) or not REGULAR.fullmatch(tag)


def _is_ours(value: str) -> bool:
    """Return True for ``person:x`` and for a file of the edition; an address elsewhere is not ours."""
    prefix, colon, _ = value.partition(":")
    if colon:
        return prefix in ENTITY_PREFIXES
    return not value.startswith("#") and value.partition("#")[0].endswith(".xml")


def _pointers(element: etree._Element, value: str, at: int, attribute: str) -> list[Pointer]:
    ours = list(filter(_is_ours, value.split()))
    if not ours:
        return []
    words = _words(element)
    supported = any(element.get(name) for name in ("cert", "evidence", "ana")) or " " in words
    name = local_name(element)
    after = _bracket_after(element) if name == "persName" and not supported else ""
    return [Pointer(one, name, at, attribute, words, supported, after) for one in ours]


def _bracket_after(element: etree._Element) -> str:
    tail = (element.tail or "").strip()
    if tail:
        return tail[1:_LONGEST_GIVEN] if tail[0] in "([" else ""
    following = element.getnext()
    if following is None or not _BRACKETED.intersection((following.get("rend") or "").split()):
        return ""
    return _words(following)[:_LONGEST_GIVEN]


def _entry(node: etree._Element, ref: str, at: int) -> Entry:
    names = map(_words, node.iterchildren(tei("persName"), tei("placeName"), tei("orgName")))
    return Entry(ref, tuple(names), tuple(map(_words, node.iter(tei("surname")))), at)


def _words(element: etree._Element) -> str:
    return " ".join("".join(element.itertext()).split())
