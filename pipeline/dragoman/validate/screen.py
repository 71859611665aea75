"""The screen before Saxon: which patterns of a Schematron schema can find anything in a file.

Saxon takes milliseconds to read a file, and most files are in order. So a pattern may say when it is
worth asking, in attributes of the namespace `SCREEN`, which all have to hold:

tags:  a regular expression of Python that matches the beginning of one of the file's start tags, as it is
       written between its brackets (``note type="editor"``; values in double quotes);
words: one of those that a variable of the schema lists between apostrophes stands in the file, in capitals
       or not; each is of ASCII alone, or one word without any;
characters: a regular expression that is found among its characters beyond ASCII;
path:  an expression of XPath 1.0 that is true or selects something; $kind is the document's, $status
       that of its revisionDesc;
call:  one of the functions of this module.

They may be true too often, never too seldom: tests/validate/test_screen.py holds them against Saxon. A
pattern without such attributes is always asked, as are all where a file's tags are not in their usual form.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, NamedTuple

from lxml import etree

from dragoman.tei.ns import NSMAP, XML_ID, local_name, tei
from dragoman.validate.schematron_compiler import sch
from dragoman.validate.start_tags import REGULAR, Tags, id_of

SCREEN: Final = "https://dragoman.invalid/ns/screen"
# Tags are kept up to this number, for some have an id or a date that no other has.
_REMEMBERED_TAGS: Final = 65_536
_ASCII: Final = bytes(range(128))


@dataclass(frozen=True, slots=True)
class Reading:
    """A file as its tree and its tags, with its ids and the ids to which it points."""

    root: etree._Element
    tags: Tags
    ids: set[str]
    targets: set[str]


@dataclass(frozen=True, slots=True)
class _Pattern:
    code: str
    tags: re.Pattern[str] | None
    words: tuple[bytes, ...]
    characters: re.Pattern[str] | None
    path: Callable[[etree._Element, str, str], object] | None
    call: Callable[[Reading], bool] | None


class _Tag(NamedTuple):
    """What a tag says by itself: the patterns whose ``tags`` it matches, its id, the ids it points to."""

    codes: frozenset[str]
    id: str
    targets: tuple[str, ...]


class Screen:
    """Says which patterns of a schema can find anything."""

    def __init__(self, schema: etree._Element) -> None:
        self._patterns = [_pattern(node) for node in schema.iterchildren(sch("pattern"))]
        self._by_tags = [pattern for pattern in self._patterns if pattern.tags is not None]
        self._known: dict[str, _Tag | None] = {}

    @property
    def size(self) -> int:
        """How many patterns the schema has."""
        return len(self._patterns)

    def ruled_out(self, root: etree._Element, text: str, tags: Tags | None) -> list[str]:
        """Return the codes of the patterns that cannot find anything in a well-formed file.

        tags: those of the text, None where they cannot be told.
        """
        if tags is None or "&#" in text:
            return []
        met: set[str] = set()
        reading = Reading(root, tags, set(), set())
        known = self._known
        for tag in tags.different:
            said = known[tag] if tag in known else self._read(tag)
            if said is None:
                return []
            codes, identifier, targets = said
            met |= codes
            if identifier:
                reading.ids.add(identifier)
            if targets:
                reading.targets.update(targets)
        octets = text.encode()
        beyond = octets.translate(None, _ASCII).decode()
        # A word beyond ASCII is whole in what is beyond ASCII.
        lower = octets.lower() + b" " + beyond.lower().encode()
        kind, status = str(_KIND(root)), str(_STATUS(root))
        return [
            pattern.code
            for pattern in self._patterns
            if (pattern.tags is not None and pattern.code not in met)
            or (pattern.words and not any(word in lower for word in pattern.words))
            or (pattern.characters is not None and not pattern.characters.search(beyond))
            or (pattern.call is not None and not pattern.call(reading))
            or (pattern.path is not None and not pattern.path(root, kind, status))
        ]

    def _read(self, tag: str) -> _Tag | None:
        """Return what a tag says, None where it is not regular."""
        said = None
        if REGULAR.fullmatch(tag):
            said = _Tag(
                frozenset(p.code for p in self._by_tags if p.tags is not None and p.tags.match(tag)),
                id_of(tag),
                tuple(_POINTER.findall(tag)) if "#" in tag else (),
            )
        if len(self._known) >= _REMEMBERED_TAGS:
            self._known.clear()
        self._known[tag] = said
        return said


_KIND: Final = etree.XPath(
    "string(/tei:TEI/tei:text/tei:body/tei:div[@type = 'document'][1]/@subtype)", namespaces=NSMAP
)
_STATUS: Final = etree.XPath("string(/tei:TEI/tei:teiHeader/tei:revisionDesc/@status)", namespaces=NSMAP)
_POINTER: Final = re.compile(r"[ \"]#([^ \"]*)")


def _pattern(node: etree._Element) -> _Pattern:
    """Return a pattern with its screen; one that an edition's own rules word otherwise is always asked."""
    try:
        return _screened(node)
    except (LookupError, re.error, etree.XPathError):
        return _Pattern(node.get("id", ""), None, (), None, None, None)


def _screened(node: etree._Element) -> _Pattern:
    tags, words, characters, path, call = (
        node.get(f"{{{SCREEN}}}{name}") for name in ("tags", "words", "characters", "path", "call")
    )
    return _Pattern(
        node.get("id", ""),
        re.compile(tags, re.DOTALL) if tags else None,
        _listed(node, words) if words else (),
        re.compile(characters) if characters else None,
        _evaluation(path) if path else None,
        CALLS[call] if call else None,
    )


_LISTED: Final = re.compile("'([^']*)'")


def _listed(pattern: etree._Element, variable: str) -> tuple[bytes, ...]:
    """Return the words that a variable of the schema lists."""
    lets = pattern.itersiblings(sch("let"), preceding=True)
    values = {let.get("name", ""): let.get("value", "") for let in lets}
    return tuple(word.encode() for word in _LISTED.findall(values[variable.removeprefix("$")]))


def _evaluation(path: str) -> Callable[[etree._Element, str, str], object]:
    """Return what evaluates a path for a root with the document's kind and status."""
    compiled = etree.XPath(path, namespaces=NSMAP)
    if "$" in path:
        return lambda root, kind, status: compiled(root, kind=kind, status=status)
    return lambda root, kind, status: compiled(root)


# --- What no XPath 1.0 says, or not fast


def dangling(reading: Reading) -> bool:
    """Return True where a pointer within the file leads nowhere."""
    return not reading.targets <= reading.ids


_LETTERS: Final = {"p": "p", "note": "n", "sp": "u"}
_NUMBERED: Final = re.compile(r"[0-9]+[a-z]*")


def ids(reading: Reading) -> bool:
    """Return True where an id of a paragraph, a note or a turn of speech may have another form."""
    originals = [div for div in reading.root.iter(tei("div")) if div.get("type") == "original"]
    foreign = {element for div in originals for element in div.iter(*map(tei, _LETTERS))}
    for element in reading.root.iter(*map(tei, _LETTERS)):
        name = element.get(XML_ID)
        letter = "o" if element in foreign else _LETTERS[local_name(element)]
        if name is not None and not (name[:1] == letter and _NUMBERED.fullmatch(name, 1)):
            return True
    return False


_UNCITED: Final = frozenset(("note", "quote", "figure", "argument"))


@lru_cache(_REMEMBERED_TAGS)
def _is_unnamed(tag: str) -> bool:
    return tag.rstrip("/").split(None, 1)[0] in ("p", "note", "bibl") and not id_of(tag)


def unnamed(reading: Reading) -> bool:
    """Return True where something that is cited may have no id."""
    each = reading.tags.each
    # Nothing in the header is cited.
    if "text" in each and not any(map(_is_unnamed, set(each[each.index("text") :]))):
        return False
    for element in reading.root.iter(tei("p"), tei("note"), tei("bibl")):
        if element.get(XML_ID) is not None:
            continue
        if next(element.iterancestors(tei("div")), None) is None:
            continue
        above = [local_name(ancestor) for ancestor in element.iterancestors()]
        match local_name(element):
            case "p":
                is_cited = _UNCITED.isdisjoint(above)
            case "note":
                is_cited = element.get("type") in ("translator", "editor")
            case _:
                is_cited = above[0] == "listBibl"
        if is_cited:
            return True
    return False


_NEVER_EMPTY: Final = frozenset(
    "p head note persName placeName orgName name rs speaker signed supplied term gloss".split()
)


def empties(reading: Reading) -> bool:
    """Return True where an element that shows words may have none."""
    is_open = False
    for text, tag in zip(reading.tags.texts, reading.tags.each, strict=True):
        if tag[0] == "/":
            if is_open and (not text or text.isspace()) and tag[1:].strip() in _NEVER_EMPTY:
                return True
            is_open = False
        else:
            is_open = tag[-1] != "/"
            if not is_open and tag[:-1].split(None, 1)[0] in _NEVER_EMPTY:
                return True
    return False


_YEAR: Final = re.compile(r"(?<![0-9])(?:1[5-9]|20)[0-9][0-9](?![0-9])")


def years(reading: Reading) -> bool:
    """Return True where the first year that the words of a date name is none of its value."""
    for date in reading.root.iter(tei("date")):
        said = _YEAR.search("".join(date.itertext()))
        if said is not None:
            values = [date.get(name) for name in ("when", "from", "to", "notBefore", "notAfter")]
            given = [value[:4] for value in values if value is not None]
            if given and said[0] not in given:
                return True
    return False


_SPACE: Final = frozenset(" \t\n\r")
_FURNITURE: Final = frozenset(("fw", "pb", "cb", "milestone", ""))


def breaks(reading: Reading) -> bool:
    """Return True where the white space at a page break and its @break may disagree."""
    for page in reading.root.iter(tei("pb")):
        before, after = _before(page), _after(page)
        if before is None or after is None:
            continue
        has_space = before[-1:] in _SPACE or after[:1] in _SPACE
        if (page.get("break") == "no") == has_space:
            return True
    return False


def _is_furniture(node: etree._Element) -> bool:
    name = local_name(node)
    return (
        name in _FURNITURE
        or (name == "note" and node.get("type") == "transmission")
        or (name == "lb" and node.get("break") == "no")
    )


def _said(node: etree._Element) -> str:
    return " " if local_name(node) == "lb" else "".join(node.itertext())


def _before(page: etree._Element) -> str | None:
    """Return the text or element before a page break, page furniture aside; None where there is none."""
    at = page.getprevious()
    while at is not None:
        if at.tail:
            return at.tail
        if not _is_furniture(at):
            return _said(at)
        at = at.getprevious()
    parent = page.getparent()
    return (parent.text if parent is not None else None) or None


def _after(page: etree._Element) -> str | None:
    at: etree._Element | None = page
    while at is not None:
        if at.tail:
            return at.tail
        at = at.getnext()
        if at is not None and not _is_furniture(at):
            return _said(at)
    return None


_INTEGER: Final = re.compile(r"pb\b.*\sn=\" *([0-9]+) *\"", re.DOTALL)
_ODD_INTEGER: Final = re.compile(r"pb\b.*\sn=\" *[+\-]", re.DOTALL)


def pages(reading: Reading) -> bool:
    """Return True where the numbers of pages may be out of order."""
    last = 0
    for tag in reading.tags.each:
        if tag[:2] != "pb":
            continue
        if _ODD_INTEGER.match(tag):
            return True
        numbered = _INTEGER.match(tag)
        if numbered is not None:
            number = int(numbered[1])
            if number not in (1, last + 1):
                return True
            last = number
    return False


_NO_LETTER: Final = re.compile(r"[^A-Z]+")
_BANNERS: Final = etree.XPath("//tei:fw[@type = 'page-banner']", namespaces=NSMAP)
_OWN_BANNERS: Final = etree.XPath(
    "/tei:TEI/tei:text/tei:body/tei:div[@type = 'document']//tei:fw[@type = 'page-banner']", namespaces=NSMAP
)
_MARKS: Final = etree.XPath("//tei:*[@type = 'classification']", namespaces=NSMAP)
# Looks ahead, so that one banner within another is seen as well.
_MESSAGE_NUMBER: Final = re.compile(r"(?=PAGE\s+\d+\s+([A-Z][A-Z ]*\d+))")


def banners(reading: Reading) -> bool:
    """Return True where banners bear more than one message number, or stand outside of the document."""
    said = _strings(_BANNERS, reading.root)
    numbers = {" ".join(number.split()) for words in said for number in _MESSAGE_NUMBER.findall(words)}
    return len(numbers) > 1 or len(said) != len(_strings(_OWN_BANNERS, reading.root))


def marks(reading: Reading) -> bool:
    """Return True where two marks of classification have other letters."""
    return len({_NO_LETTER.sub("", words.upper()) for words in set(_strings(_MARKS, reading.root))}) > 1


def _strings(path: etree.XPath, root: etree._Element) -> list[str]:
    selected = path(root)
    assert isinstance(selected, list)
    return ["".join(node.itertext()) for node in selected if isinstance(node, etree._Element)]


def taxonomies(reading: Reading) -> bool:
    """Return True where a category may be none of the taxonomy that is named with it."""
    homes: dict[str, str] = {}
    for taxonomy in reading.root.iter(tei("taxonomy")):
        for category in taxonomy.iter(tei("category")):
            name = category.get(XML_ID)
            if name is not None and homes.setdefault(name, taxonomy.get(XML_ID, "")) != taxonomy.get(XML_ID):
                return True
    for reference in reading.root.iter(tei("catRef")):
        scheme = reference.get("scheme", "")
        if scheme[:1] == "#":
            for target in reference.get("target", "").split():
                if homes.get(target[1:]) != scheme[1:]:
                    return True
    return False


CALLS: Final[Mapping[str, Callable[[Reading], bool]]] = {
    "dangling": dangling, "breaks": breaks, "pages": pages, "banners": banners, "marks": marks,
    "taxonomies": taxonomies, "empties": empties, "years": years, "unnamed": unnamed,
    "ids": ids,
}  # fmt: skip
