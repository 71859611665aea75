"""Authority files: people, places and organisations as an edition keeps them in TEI."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from lxml import etree

from dragoman.diagnostics import Diagnostic, Place, Rule, Severity
from dragoman.entities.model import Entity, Kind, Name, Office, Years, split_reference
from dragoman.errors import UnusableInput
from dragoman.tei.ns import XML_ID, XML_LANG, local_name, tei
from dragoman.tei.parse import parse_editable
from dragoman.tei.scan import scan

DOUBLE_ID = Rule(
    "AUT001",
    Severity.ERROR,
    "two entries have one id",
    "A reference has to lead to one entry. With two of the same id it leads to whichever was read first.",
    '<person xml:id="li"/> … <person xml:id="li"/>',
    '<person xml:id="li-peng"/> … <person xml:id="li-xiannian"/>',
)
NO_ID = Rule(
    "AUT002",
    Severity.ERROR,
    "an entry has no id",
    "Documents point to an entry by its xml:id; without one nothing can.",
    "<person><persName>Li Peng</persName></person>",
    '<person xml:id="li-peng"><persName type="preferred">Li Peng</persName></person>',
)
NO_NAME = Rule(
    "AUT003",
    Severity.ERROR,
    "an entry has no name",
    "The register needs something to print; an entry with nothing but an id has nothing to find it by.",
    '<place xml:id="x"><location/></place>',
    '<place xml:id="x"><placeName>Erdenet</placeName></place>',
)
BAD_GEO = Rule(
    "AUT004",
    Severity.WARNING,
    "geo does not hold latitude and longitude",
    "A place is put on the map by two decimal degrees, latitude first, with a blank between them.",
    "<geo>106.9 E, 47.9 N</geo>",
    "<geo>47.92 106.92</geo>",
)
BAD_YEARS = Rule(
    "AUT005",
    Severity.WARNING,
    "dates contradict each other",
    "A life or a term of office ends after it began; linking by date relies on it.",
    '<occupation notBefore="1974" notAfter="1952">',
    '<occupation notBefore="1952" notAfter="1974">',
)
BAD_DATE = Rule(
    "AUT006",
    Severity.WARNING,
    "a date is not in W3C form",
    "Dates are compared as text: year, month, day with hyphens, as precise as they are known.",
    '<birth when="22.8.1904"/>',
    '<birth when="1904-08-22"/>',
)
WRONG_LIST = Rule(
    "AUT007",
    Severity.ERROR,
    "the file holds no list of its kind",
    "People stand in listPerson, places in listPlace, organisations in listOrg, each in its own file.",
    "<standOff><list/></standOff>",
    "<standOff><listPerson/></standOff>",
)

LISTS: Final[dict[Kind, tuple[str, str]]] = {
    Kind.PERSON: ("listPerson", "person"),
    Kind.PLACE: ("listPlace", "place"),
    Kind.ORG: ("listOrg", "org"),
}
_W3C_DATE: Final = re.compile(r"-?\d{4}(-\d\d(-\d\d(T.*)?)?)?")


_Parts = Mapping[str, Sequence[etree._Element]]
_ALWAYS: Final = Years()


@dataclass(frozen=True, slots=True)
class AuthorityFile:
    """The entries of one file in its order, and what is wrong with it."""

    kind: Kind
    entities: tuple[Entity, ...]
    diagnostics: tuple[Diagnostic, ...] = ()


def read_authority(octets: bytes, name: str, kind: Kind) -> AuthorityFile:
    """Return the entries of an authority file; ``name`` is what diagnostics call it.

    Nothing is raised: a file that is not XML gives no entries and the parser's diagnostic.
    Of two entries with one id the first stands, and the second is reported at its place.
    """
    try:
        root = parse_editable(octets, name)
    except UnusableInput as error:
        return AuthorityFile(kind, (), (error.diagnostic,))
    reader = _Reader(root, octets.decode("utf-8-sig", "replace"), name, kind)
    return AuthorityFile(kind, tuple(reader.entities()), tuple(reader.diagnostics))


def read_authorities(files: Iterable[tuple[Kind, str, bytes]]) -> tuple[list[Entity], list[Diagnostic]]:
    """Return the entries of several files and all that is wrong with them."""
    entities: list[Entity] = []
    diagnostics: list[Diagnostic] = []
    for kind, name, octets in files:
        found = read_authority(octets, name, kind)
        entities += found.entities
        diagnostics += found.diagnostics
    return entities, diagnostics


class _Reader:
    """Reads one file; a class because each entry and each fault needs the file's places."""

    def __init__(self, root: etree._Element, text: str, name: str, kind: Kind) -> None:
        self.root = root
        self.name = name
        self.kind = kind
        self.diagnostics: list[Diagnostic] = []
        self._text = text
        self._lines = [0, *(found.end() for found in re.finditer("\n", text))]
        entries = list(root.iter(tei(LISTS[kind][1])))
        starts = _entry_starts(text, LISTS[kind][1])
        # Of another namespace's elements of that name nothing is known here; the scanner knows all.
        self._starts = dict(zip(entries, starts, strict=True)) if len(starts) == len(entries) else {}

    def place(self, element: etree._Element) -> Place:
        if element not in self._starts:
            elements = scan(self._text).elements
            every = self.root.iter(etree.Element)
            self._starts = {one: scanned.start for one, scanned in zip(every, elements, strict=True)}
        start = self._starts[element]
        line = bisect_right(self._lines, start)
        return Place(self.name, line, start - self._lines[line - 1] + 1)

    def entities(self) -> Iterator[Entity]:
        list_name, entry_name = LISTS[self.kind]
        if next(self.root.iter(tei(list_name)), None) is None:
            self._report(
                WRONG_LIST,
                self.root,
                f"there is no {list_name} in this file",
                f"entries stand in standOff/{list_name}/{entry_name}",
            )
        seen: dict[str, etree._Element] = {}
        for element in self.root.iter(tei(entry_name)):
            identifier = element.get(XML_ID)
            if identifier is None:
                self._report(NO_ID, element, f"this {entry_name} has no xml:id", "give it one")
                continue
            if identifier in seen:
                first = self.place(seen[identifier])
                self._report(
                    DOUBLE_ID,
                    element,
                    f'xml:id="{identifier}" stands already at line {first.line}',
                    "give one of the two another id, or make one entry of them",
                )
                continue
            seen[identifier] = element
            entity = self._entity(element, identifier)
            if entity is not None:
                yield entity

    def _report(self, rule: Rule, element: etree._Element, message: str, hint: str) -> None:
        self.diagnostics.append(rule.at(self.place(element), message, hint))

    def _entity(self, element: etree._Element, identifier: str) -> Entity | None:
        parts: dict[str, list[etree._Element]] = {}
        for child in element.iterchildren(etree.Element):
            parts.setdefault(str(child.tag), []).append(child)
        names = tuple(self._names(parts))
        if not names:
            wanted = self.kind.tag
            self._report(NO_NAME, element, f"{identifier} has no {wanted} with text", f"add a {wanted}")
            return None
        preferred = next((name for name in names if name.type == "preferred"), names[0])
        birth, death = self._date(parts, tei("birth")), self._date(parts, tei("death"))
        if birth and death and death < birth:
            self._report(
                BAD_YEARS, element, f"{identifier} died ({death}) before being born ({birth})", "mend one"
            )
        return Entity(
            id=identifier,
            kind=self.kind,
            name=preferred.text,
            names=names,
            type=element.get("type") or element.get("role") or "",
            sort_key=element.get("sortKey", ""),
            birth=birth,
            death=death,
            years=preferred.years,
            offices=tuple(self._offices(parts)),
            within=self._within(element),
            geo=self._geo(element),
            identifiers=tuple(
                (idno.get("type", ""), text) for idno in parts.get(tei("idno"), ()) if (text := _text(idno))
            ),
            bio=" ".join(_text(child) for child in _in_turn(parts, tei("note"), tei("desc"))),
            place=self.place(element),
        )

    def _names(self, parts: _Parts) -> Iterator[Name]:
        for child in parts.get(tei(self.kind.tag), ()):
            text = _text(child)
            if text:
                surname = child.find(tei("surname"))
                yield Name(
                    text,
                    child.get("type", "variant"),
                    child.get(XML_LANG, ""),
                    _text(surname) if surname is not None else "",
                    self._years(child),
                )

    def _offices(self, parts: _Parts) -> Iterator[Office]:
        for child in _in_turn(parts, tei("occupation"), tei("affiliation")):
            held = child.find(tei("orgName"))
            reference = split_reference(
                child.get("ref", "") or (held.get("ref", "") if held is not None else "")
            )
            org = reference[1] if reference is not None and reference[0] is Kind.ORG else ""
            text, years = _text(child), self._years(child)
            if text or org:
                yield Office(text, years, org)

    def _years(self, element: etree._Element) -> Years:
        written = element.attrib
        if not written:
            return _ALWAYS
        when = written.get("when")
        start = when or written.get("from") or written.get("notBefore") or ""
        end = when or written.get("to") or written.get("notAfter") or ""
        for value in (start, end):
            if value and not _W3C_DATE.fullmatch(value):
                self._report(
                    BAD_DATE, element, f"“{value}” is not a date", "write the year first, as in 1978-04-20"
                )
                return Years()
        if start and end and end < start[: len(end)]:
            self._report(
                BAD_YEARS, element, f"it ends ({end}) before it begins ({start})", "mend one of them"
            )
        return Years(start, end)

    def _date(self, parts: _Parts, name: str) -> str:
        if name not in parts:
            return ""
        years = self._years(parts[name][0])
        return years.start or years.end

    def _geo(self, element: etree._Element) -> tuple[float, float] | None:
        geo = next(element.iter(tei("geo")), None)
        if geo is None:
            return None
        parts = _text(geo).replace(",", " ").split()
        try:
            latitude, longitude = (float(part) for part in parts)
        except ValueError:
            latitude = longitude = 999.0
        if abs(latitude) > 90 or abs(longitude) > 180:
            self._report(BAD_GEO, geo, f"“{_text(geo)}” is not latitude and longitude", "as in 47.92 106.92")
            return None
        return latitude, longitude

    def _within(self, element: etree._Element) -> str:
        for child in element.iterdescendants(
            tei("country"), tei("region"), tei("settlement"), tei("placeName")
        ):
            if self.kind is Kind.PLACE and child.getparent() is element and local_name(child) == "placeName":
                continue
            reference = split_reference(child.get("ref", ""))
            if reference is not None and reference[0] is Kind.PLACE:
                return reference[1]
        return ""


def _text(element: etree._Element) -> str:
    return " ".join("".join(element.itertext()).split())


def _in_turn(parts: _Parts, one: str, other: str) -> Sequence[etree._Element]:
    """Return an entry's children of two names in the order of the file."""
    if one in parts and other in parts:
        parent = parts[one][0].getparent()
        return list(parent.iterchildren(one, other)) if parent is not None else ()
    return parts.get(one) or parts.get(other, ())


def _entry_starts(text: str, entry: str) -> list[int]:
    """Return the offsets of the start tags of a name, whatever its prefix; comments hold none."""
    tag = rf"<!--.*?-->|<\?.*?\?>|<!\[CDATA\[.*?\]\]>|(<(?:[^\s<>/:!?]+:)?{entry}(?=[\s/>]))"
    return [found.start() for found in re.finditer(tag, text, re.DOTALL) if found[1] is not None]
