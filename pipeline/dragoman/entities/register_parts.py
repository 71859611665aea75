"""A large register: its entries together, and apart from them the passages of those that have many.

The register itself has every entry. One with more than a few passages has none of them there, but says where
they are and how many:

    <entry id="moscow" … page="moscow" passages="812" documents="77"> <name>Moscow</name> … </entry>

They stand in parts, each a register of its own with that entry alone:

    <register kind="places" xml:lang="en" page="moscow" n="2">
      <part n="1" from="1950-03-01" to="1961-07-15" passages="498"/> …
      <entry id="moscow" …> <name>Moscow</name> … <document …> … </entry>
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from copy import deepcopy
from dataclasses import dataclass
from typing import Final

from lxml import etree

from dragoman.entities.document_passages import Key
from dragoman.entities.passages import Stretch, shared_out
from dragoman.entities.register import Entries, with_passages
from dragoman.tei.ids import document_id

# A register with more passages than this is divided: some 800 kB of HTML on one page.
MOST_TOGETHER: Final = 2000
# How many passages an entry of a divided register has in its place, and a part of one has at most.
_MOST_IN_PLACE: Final = 4
_MOST_IN_PART: Final = 500


@dataclass(frozen=True, slots=True)
class Whole:
    """A register with every entry.

    octets: the file; root: its tree without passages, where each entry says how many it has.
    """

    octets: bytes
    root: etree._Element


@dataclass(frozen=True, slots=True)
class Part:
    """A register with some of the passages of one entry.

    page: a file name without its ending; n: counts from 1; octets: the file.
    """

    page: str
    n: int
    octets: bytes


def divided(entries: Entries[Key], most: int = MOST_TOGETHER) -> Iterator[Whole | Part]:
    """Yield the register and then, where it has more than ``most`` passages, its parts, one at a time."""
    most_in_place = _MOST_IN_PLACE if entries.count() > most else most
    taken: set[str] = set()
    apart: list[tuple[etree._Element, str, list[Stretch]]] = []
    in_place: dict[etree._Element, bytes] = {}
    counts: dict[etree._Element, tuple[int, int]] = {}
    for entry in entries.root.iter("entry"):
        stretches = entries.passages.stretches(entries.keys[entry])
        counts[entry] = count, _ = sum(stretch.passages for stretch in stretches), len(stretches)
        if count <= most_in_place:
            in_place[entry] = entries.passages.read(stretches)
            continue
        page = _free_name(entry.get("id", ""), taken)
        apart.append((deepcopy(entry), page, stretches))
        entry.set("page", page)
        _say_how_many(entry, *counts[entry])
    octets = with_passages(entries.root, in_place)
    for entry in in_place:
        _say_how_many(entry, *counts[entry])
    yield Whole(octets, entries.root)
    for entry, page, stretches in apart:
        yield from _parts(entries, entry, page, stretches)


def _say_how_many(entry: etree._Element, passages: int, documents: int) -> None:
    entry.set("passages", str(passages))
    entry.set("documents", str(documents))


def _parts(
    entries: Entries[Key], entry: etree._Element, page: str, stretches: Iterable[Stretch]
) -> Iterator[Part]:
    shares = shared_out(stretches, _MOST_IN_PART)
    for n, share in enumerate(shares, 1):
        root = etree.Element("register", {**dict(entries.root.attrib), "page": page, "n": str(n)})
        for number, other in enumerate(shares, 1):
            dates = [stretch.document.date for stretch in other if stretch.document.date]
            part = etree.SubElement(root, "part", n=str(number))
            part.set("from", dates[0] if dates else "")
            part.set("to", dates[-1] if dates else "")
            part.set("passages", str(sum(stretch.passages for stretch in other)))
        own = deepcopy(entry)
        root.append(own)
        yield Part(page, n, with_passages(root, {own: entries.passages.read(share)}))


def joined(register: etree._Element, parts: Iterable[etree._Element]) -> etree._Element:
    """Return a divided register as a whole: with all passages in their entries."""
    entries = {entry.get("page"): entry for entry in register.iter("entry") if entry.get("page")}
    for part in sorted(parts, key=lambda part: int(part.get("n", ""))):
        entries[part.get("page")].extend(part.iterfind("entry/document"))
    for entry in entries.values():
        for name in ("page", "passages", "documents"):
            del entry.attrib[name]
    return register


def _free_name(identifier: str, taken: set[str]) -> str:
    """Return a file name for an entry that no other has, on disks that do not tell capitals apart as well."""
    plain = name = document_id(identifier)
    number = 1
    while name.lower() in taken:
        number += 1
        name = f"{plain}~{number}"
    taken.add(name.lower())
    return name
