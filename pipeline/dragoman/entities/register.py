"""The registers: people, places, organisations and source terms, with every mention in its sentence.

A register is an element of no namespace, the input of the web's and the book's stylesheets:

    <register kind="people" xml:lang="en">
      <group letter="K">
        <entry id="kapitsa-mikhail" ref="person:kapitsa-mikhail" heading="Kapitsa, Mikhail" sort="…">
          <name>Mikhail Kapitsa</name> <variant xml:lang="ru-Latn">M. S. Kapitsa</variant>
          <dates from="1921" to="1995">1921–1995</dates> <office notBefore="1982">Deputy Minister</office>
          <bio>…</bio> <idno type="wikidata" href="…">Q…</idno>
          <document id="…" title="…" date="1978-04-20" lang="de">
            <mention anchor="m12" paragraph="p3" n="3" lang="ru">… <match>Kapitsa</match> …</mention> …
          </document>
        </entry>
        <see sort="…" target="…" name="Teng Hsiao-p’ing">Deng Xiaoping</see>

Documents stand in the order of their dates, undated ones last, mentions in that of the text. The languages
of a document's title and of a passage are said where they are not the register's.

The entries are a tree; the mentions are markup (`document_passages`), put in their places when it is written.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import IO, Final, Generic

from lxml import etree

from dragoman.entities.collation import Collation, collation
from dragoman.entities.document_passages import (
    TERMS,
    DocumentPassages,
    Key,
    Term,
    entity_passages,
    folded,
    term_id,
    term_passages,
)
from dragoman.entities.headings import heading
from dragoman.entities.mentions import DocumentMentions
from dragoman.entities.model import Authorities, Entity, Kind, Name, Years
from dragoman.entities.passages import Passages, in_time
from dragoman.tei.ns import XML_LANG

_RESOLVERS: Final = {
    "wikidata": "https://www.wikidata.org/wiki/{}",
    "geonames": "https://www.geonames.org/{}",
    "viaf": "https://viaf.org/viaf/{}",
    "gnd": "https://d-nb.info/gnd/{}",
    "lccn": "https://id.loc.gov/authorities/names/{}",
}

_END_OF_ENTRY: Final = b"</entry>"


@dataclass(frozen=True, slots=True)
class _Item:
    """Something that stands in the register: an entry or a reference to one."""

    key: str
    letter: str
    element: etree._Element


@dataclass(frozen=True, slots=True)
class Entries(Generic[Key]):
    """A register whose entries have no passages yet, and where those are: `with_passages` puts them together.

    root:     the register;
    keys:     the key of each entry's passages, by the entry (two terms may have one id);
    passages: those of all entries.
    """

    root: etree._Element
    keys: Mapping[etree._Element, Key]
    passages: Passages[Key]

    def count(self) -> int:
        """Return how many passages the register has."""
        return sum(map(self.passages.count, self.keys.values()))


def register(
    kind: Kind,
    documents: Iterable[DocumentMentions],
    authorities: Authorities,
    language: str = "en",
    *,
    has_unmentioned: bool = False,
) -> etree._Element:
    """Return the register of one kind.

    Entries that nothing mentions are left out unless ``has_unmentioned``. A mention of an id that
    is in no authority file gets no entry: `dragoman check` reports it.
    """
    found = (entity_passages(document, kind, language) for document in documents)
    with BytesIO() as file:
        return _whole(
            entity_entries(kind, found, authorities, language, file, has_unmentioned=has_unmentioned)
        )


def entity_entries(
    kind: Kind,
    documents: Iterable[DocumentPassages[str]],
    authorities: Authorities,
    language: str,
    file: IO[bytes],
    *,
    has_unmentioned: bool = False,
) -> Entries[str]:
    """Return the entries of `register`, their passages in ``file``; each document is let go at once."""
    order = collation(language)
    passages = Passages[str](file)
    for document in documents:
        passages.add(document)
    items: list[_Item] = []
    for entity in authorities.of_kind(kind):
        if has_unmentioned or passages.count(entity.id):
            items.append(_entry(entity, order))
            items.extend(_references(entity, order))
    root = _grouped(kind.plural, language, items)
    return Entries(root, {entry: entry.get("id", "") for entry in root.iter("entry")}, passages)


def terms_register(documents: Iterable[DocumentMentions], language: str = "en") -> etree._Element:
    """Return the register of source terms: an entry for each term of each language."""
    with BytesIO() as file:
        found = (term_passages(document, language) for document in documents)
        return _whole(term_entries(found, language, file))


def term_entries(
    documents: Iterable[DocumentPassages[Term]], language: str, file: IO[bytes]
) -> Entries[Term]:
    """Return the entries of `terms_register`, their passages in ``file``."""
    order = collation(language)
    passages = Passages[Term](file)
    spellings: dict[Term, set[str]] = defaultdict(set)
    first_spellings: dict[Term, tuple[tuple[bool, str, str, str], str]] = {}
    for document in documents:
        place = in_time(document.document)
        passages.add(document)
        for term_key, _, _, found in document.shares:
            spellings[term_key].update(found)
            if term_key not in first_spellings or place < first_spellings[term_key][0]:
                first_spellings[term_key] = place, found[0]
    items, keys = [], dict[etree._Element, Term]()
    for term_key in passages.keys():
        _, first = first_spellings[term_key]
        key = order.sort_key(first)
        entry = etree.Element("entry", id=term_id(term_key), ref="", heading=first, sort=key)
        keys[entry] = term_key
        name = _child(entry, "name", first)
        name.set(XML_LANG, term_key[0])
        for text in sorted(spellings[term_key] - {first}):
            _child(entry, "variant", text)
        items.append(_Item(key, order.letter(first), entry))
    return Entries(_grouped(TERMS, language, items), keys, passages)


def _whole(entries: Entries[Key]) -> etree._Element:
    read, stretches = entries.passages.read, entries.passages.stretches
    passages = {entry: read(stretches(key)) for entry, key in entries.keys.items()}
    return etree.fromstring(with_passages(entries.root, passages))


def with_passages(root: etree._Element, passages: Mapping[etree._Element, bytes]) -> bytes:
    """Return a register as it is written, with passages (`Passages.read`) at the end of entries."""
    # What would be such a tag in a text is escaped; and no entry is empty, each has its name.
    *pieces, last = etree.tostring(root, encoding="utf-8").split(_END_OF_ENTRY)
    made: list[bytes] = []
    for piece, entry in zip(pieces, root.iter("entry"), strict=True):
        made += piece, passages.get(entry, b""), _END_OF_ENTRY
    return b"".join((*made, last))


def _grouped(kind: str, language: str, items: Sequence[_Item]) -> etree._Element:
    root = etree.Element("register", kind=kind)
    root.set(XML_LANG, language)
    group: etree._Element | None = None
    for item in sorted(items, key=lambda item: item.key):
        # "#" collects what has no letter; it may come up before A and again after Z.
        if group is None or group.get("letter") != item.letter:
            group = etree.SubElement(root, "group", letter=item.letter)
        group.append(item.element)
    return root


def _entry(entity: Entity, order: Collation) -> _Item:
    shown = heading(entity)
    sorted_as = entity.sort_key or shown
    key = order.sort_key(sorted_as)
    entry = etree.Element("entry", id=entity.id, ref=entity.ref, heading=shown, sort=key)
    preferred = next((name for name in entity.names if name.text == entity.name), Name(entity.name))
    _child(entry, "name", entity.name, {XML_LANG: preferred.lang})
    seen = {entity.name}
    for name in entity.variants:
        if name.text not in seen:
            seen.add(name.text)
            type_ = name.type if name.type in ("abbreviation", "former") else ""
            _child(entry, "variant", name.text, {XML_LANG: name.lang, "type": type_, **_bounds(name.years)})
    if entity.type:
        _child(entry, "kind", entity.type)
    if entity.within:
        _child(entry, "within", entity.within)
    if entity.geo is not None:
        latitude, longitude = entity.geo
        etree.SubElement(entry, "geo", lat=f"{latitude:g}", lon=f"{longitude:g}")
    dates = _dates(entity)
    if dates:
        begun, ended = _years(entity)
        _child(entry, "dates", dates, {"from": begun, "to": ended})
    for office in entity.offices:
        _child(entry, "office", office.text, {**_bounds(office.years), "org": office.org})
    if entity.bio:
        _child(entry, "bio", entity.bio)
    for type_, value in entity.identifiers:
        href = _RESOLVERS[type_].format(value) if type_ in _RESOLVERS else ""
        _child(entry, "idno", value, {"type": type_, "href": href})
    return _Item(key, order.letter(sorted_as), entry)


def _references(entity: Entity, order: Collation) -> Iterator[_Item]:
    """Yield a "see" for each variant that a reader would look up elsewhere than under the entry."""
    target = heading(entity)
    own = _first_word(entity.sort_key or target)
    seen = set()
    for name in entity.variants:
        shown = heading(entity, name)
        letters = folded(shown)
        if _first_word(shown) == own or letters in seen or not _is_looked_up(shown):
            continue
        seen.add(letters)
        key = order.sort_key(shown)
        see = etree.Element("see", sort=key, target=entity.id, name=shown)
        see.text = target
        yield _Item(key, order.letter(shown), see)


def _is_looked_up(name: str) -> bool:
    """Return False for a name that begins with an initial: nobody looks under the M of “M. S. Kapitsa”."""
    return re.match(r"\w{1,2}\.", name) is None


def _child(
    parent: etree._Element, name: str, text: str, attributes: dict[str, str] | None = None
) -> etree._Element:
    child = etree.SubElement(parent, name)
    for attribute, value in (attributes or {}).items():
        if value:
            child.set(attribute, value)
    child.text = text
    return child


def _bounds(years: Years) -> dict[str, str]:
    return {"notBefore": years.start, "notAfter": years.end}


def _years(entity: Entity) -> tuple[str, str]:
    """Return the years of birth and death, or of the beginning and the end; "" where unknown."""
    if entity.kind is Kind.PERSON:
        return entity.birth[:4], entity.death[:4]
    return entity.years.start[:4], entity.years.end[:4]


def _dates(entity: Entity) -> str:
    birth, death = _years(entity)
    if birth and death:
        return f"{birth}–{death}"
    begun, ended = ("born", "died") if entity.kind is Kind.PERSON else ("from", "until")
    return f"{begun} {birth}" if birth else f"{ended} {death}" if death else ""


def _first_word(text: str) -> str:
    return folded(re.split(r"[\s,-]", text.strip(), maxsplit=1)[0])
