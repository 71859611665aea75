"""Well-formedness: what is wrong with a file that no parser accepts, in words and at its place.

The parser decides whether a file is well formed; what it says of a faulty one is short and
often points behind the fault. So the tags are followed here once more to see which element is open.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from lxml import etree

from dragoman.diagnostics import Diagnostic, Place, Rule, Severity
from dragoman.errors import UnusableInput
from dragoman.tei.parse import DOCTYPE, MALFORMED, NOT_UTF8, parse
from dragoman.validate.advice import nearest

TOO_DEEP = Rule(
    "XML003",
    Severity.ERROR,
    "the elements are nested too deeply",
    "No text needs a hundred levels; such a file was made by a program that went wrong, and the "
    "stylesheets refuse it.",
)
TOO_LARGE = Rule(
    "XML004",
    Severity.ERROR,
    "the file is too large",
    "A document of an edition is one memorandum or telegram. A file of many megabytes is something else, "
    "and would take the memory of the machine.",
)

TOO_MANY = Rule(
    "XML006",
    Severity.ERROR,
    "an element has too many attributes",
    "TEI has no element with hundreds of attributes; such a file was made by a program that went wrong, and "
    "the stylesheets refuse it.",
)

# Saxon refuses documents with more levels, or with more attributes on an element (SaxonC-HE 13.1).
DEEPEST: Final = 100
MOST_ATTRIBUTES: Final = 200
LARGEST_OCTETS: Final = 32 * 1024 * 1024


# XML 1.0, appendix F: how a file in four or in two octets for a character begins.
_WIDE_BEGINNINGS: Final = (
    b"\xff\xfe\0\0", b"\0\0\xfe\xff", b"<\0\0\0", b"\0\0\0<", b"\xff\xfe", b"\xfe\xff", b"<\0", b"\0<",
)  # fmt: skip
_DECLARED: Final = re.compile(r"<\?xml\s[^>]*?\bencoding\s*=\s*[\"']([A-Za-z][\w.\-]*)", re.ASCII)
_HARMLESS: Final = ("utf-8", "utf8", "us-ascii", "ascii")
# What may stand before the document type declaration or the root.
_PROLOG: Final = re.compile(r"\s*(?:(?:<!--.*?-->|<\?.*?\?>)\s*)*", re.DOTALL)


def parsed(octets: bytes, name: str) -> etree._Element | list[Diagnostic]:
    """Return the root of the document in ``octets``, or why there is none."""
    if len(octets) > LARGEST_OCTETS:
        return [too_large(len(octets), name)]
    if octets.startswith(_WIDE_BEGINNINGS):
        width = "UTF-32" if octets.startswith(_WIDE_BEGINNINGS[:4]) else "UTF-16"
        return [NOT_UTF8.at(Place(name, 1, 1), f"the file is {width}", "save it as UTF-8")]
    try:
        text = octets.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return [_not_utf8(octets, error, name)]
    declared = _DECLARED.match(text)
    if declared is not None and declared[1].lower() not in _HARMLESS:
        # The parser would believe it, and take two characters for each that is not of ASCII.
        at = _Lines(text, name).place(declared.start(1))
        found = f"the file says that its encoding is {declared[1]}, and it is UTF-8"
        return [NOT_UTF8.at(at, found, 'write encoding="UTF-8"')]
    try:
        root = parse(octets, name)
    except UnusableInput as error:
        if error.diagnostic.code == DOCTYPE.code:
            prolog = _PROLOG.match(text)
            at = _Lines(text, name).place(prolog.end() if prolog else 0)
            return [DOCTYPE.at(at, error.diagnostic.message, error.diagnostic.hint)]
        if error.diagnostic.code != MALFORMED.code:
            return [error.diagnostic]
        if not text.strip():
            return [MALFORMED.at(Place(name, 1, 1), "the file is empty", "restore it, or delete it")]
        if not _IS_ABOUT_IDS.search(error.diagnostic.message):
            return [_explained(text, name, error.diagnostic)]
        root, said = _parsed_in_spite_of_ids(octets, name)
        if said is not None:
            return [_explained(text, name, said)]
    return _depth_fault(root, name) or root


# libxml2 refuses a file whose xml:id is no name or stands twice; those are faults of structure for us.
_IS_ABOUT_IDS: Final = re.compile("already defined|is not an NCName", re.IGNORECASE)


def _parsed_in_spite_of_ids(octets: bytes, name: str) -> tuple[etree._Element, Diagnostic | None]:
    """Return the root of a file with a fault in an xml:id, and the first fault of another kind, if any."""
    forgiving = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=True
    )
    root = etree.fromstring(octets, forgiving)
    for entry in forgiving.error_log:
        if not _IS_ABOUT_IDS.search(entry.message):
            return root, MALFORMED.at(
                Place(name, entry.line, max(entry.column, 0)), entry.message, "mend the markup at this place"
            )
    return root, None


def too_large(octets: int, name: str) -> Diagnostic:
    """Return the diagnostic for a file of so many octets."""
    return TOO_LARGE.at(
        Place(name),
        f"the file has {octets / 1024 / 1024:.0f} MB, and the limit is {LARGEST_OCTETS // 1024 // 1024} MB",
        "check what it is; one document is one file",
    )


def _not_utf8(octets: bytes, error: UnicodeDecodeError, name: str) -> Diagnostic:
    before = octets[: error.start]
    line = before.count(b"\n") + 1
    column = len(before[before.rfind(b"\n") + 1 :].decode("utf-8", "replace")) + 1
    return NOT_UTF8.at(
        Place(name, line, column),
        f"byte 0x{octets[error.start]:02X} does not belong to a UTF-8 character",
        "save the file as UTF-8 (it may be Windows-1252 now)",
    )


# The elements just below the deepest level that is admitted; XPath finds that there is none in C.
_BELOW_DEEPEST: Final = etree.XPath("/" + "/".join("*" * (DEEPEST + 1)))


def _depth_fault(root: etree._Element, name: str) -> list[Diagnostic]:
    below = _BELOW_DEEPEST(root)
    if not isinstance(below, list) or not below:
        return []
    first = below[0]
    line = first.sourceline if isinstance(first, etree._Element) else None
    return [_too_deep(Place(name, line or 0))]


_BEYOND_MOST: Final = etree.XPath(f"(//*[@*[{MOST_ATTRIBUTES + 1}]])[1]")


def too_many_attributes(root: etree._Element, name: str) -> list[Diagnostic]:
    """Return what is to be said of an element with more attributes than Saxon reads, [] for none."""
    beyond = _BEYOND_MOST(root)
    if not isinstance(beyond, list) or not beyond or not isinstance(beyond[0], etree._Element):
        return []
    element = beyond[0]
    return [
        TOO_MANY.at(
            Place(name, element.sourceline or 0),
            f"the element has {len(element.attrib)} attributes, and the limit is {MOST_ATTRIBUTES}",
            "delete those that do not belong there",
        )
    ]


def _too_deep(place: Place) -> Diagnostic:
    return TOO_DEEP.at(
        place,
        f"more than {DEEPEST} elements are open here",
        "look for an element that was opened again and again instead of closed",
    )


@dataclass(frozen=True, slots=True)
class _Tag:
    name: str
    start: int


_TAGS: Final = re.compile(
    r"<!--.*?-->|<\?.*?\?>|<!\[CDATA\[.*?\]\]>"
    r"|</(?P<close>[^\s<>/]+)\s*>"
    r"|<(?P<open>[A-Za-z_][^\s<>/]*)(?:[^<>\"']|\"[^\"<]*\"|'[^'<]*')*?(?P<empty>/?)>",
    re.DOTALL,
)


_IS_ABOUT_TAGS: Final = re.compile("tag|premature|extra content", re.IGNORECASE)


def _explained(text: str, name: str, said: Diagnostic) -> Diagnostic:
    """Return the parser's finding with what was open and what is probably missing."""
    lines = _Lines(text, name)
    error_at = lines.offset(said.place.line, said.place.column)
    message = said.message
    if "Excessive depth" in message:
        return _too_deep(said.place)
    if "XML_PARSE_HUGE" in message:
        return TOO_LARGE.at(
            said.place, "a text or a value has more than 10 MB", "check what it is; one document is one file"
        )
    if text[:1] == "\ufeff":
        return MALFORMED.at(lines.place(0), "two byte order marks stand before the document", "delete one")
    if "declaration allowed only at the start" in message:
        at = text.find("<?xml")
        said_before = "something stands before the XML declaration"
        return MALFORMED.at(lines.place(at), said_before, "delete what is before it, blanks and lines too")
    tags = _tag_fault(text, lines)
    # A fault before the first wrong tag is reported first: it may be what broke the tag.
    if tags and (tags[0] <= error_at or _IS_ABOUT_TAGS.search(message)):
        at, found, hint = tags
        return MALFORMED.at(lines.place(at), found, hint)
    for pattern, explain in _CHARACTER_FAULTS:
        for match in pattern.finditer(text, text.rfind("\n", 0, max(error_at - _BEFORE, 0)) + 1):
            at = match.start("at") if "at" in pattern.groupindex else match.start()
            if at > error_at + 1:
                break
            if match.end() >= error_at - _NEAR_ERROR:
                found, hint = explain(match)
                return MALFORMED.at(lines.place(at), found, hint)
    return MALFORMED.at(said.place, message[:1].lower() + message[1:], said.hint)


def _tag_fault(text: str, lines: _Lines) -> tuple[int, str, str] | None:
    """Return offset, message and hint for the first end tag that closes the wrong element."""
    opened: list[_Tag] = []
    for match in _TAGS.finditer(text):
        if match["open"] is not None:
            if not match["empty"]:
                opened.append(_Tag(match["open"], match.start()))
            continue
        if match["close"] is None:
            continue
        closing = match["close"]
        if opened and opened[-1].name == closing:
            opened.pop()
            continue
        return _wrong_end_tag(match.start(), closing, opened, lines)
    if opened:
        last = opened[-1]
        others = ", ".join(f"<{tag.name}>" for tag in reversed(opened[:-1]))
        still = f" (and in {others})" if others else ""
        return (
            last.start,
            f"<{last.name}> is never closed: the file ends in it{still}",
            f"add </{last.name}> where the element ends",
        )
    return None


def _wrong_end_tag(at: int, closing: str, opened: list[_Tag], lines: _Lines) -> tuple[int, str, str]:
    if not opened:
        return at, f"</{closing}> closes nothing: no element is open", f"delete </{closing}>"
    inner = opened[-1]
    where = lines.words(inner.start)
    names = [tag.name for tag in opened]
    if closing in names:
        return (
            at,
            f"</{closing}> stands here, and <{inner.name}> of {where} is still open",
            f"add </{inner.name}> before </{closing}>, or where <{inner.name}> ends",
        )
    if nearest(closing, [inner.name]):
        return (
            at,
            f"</{closing}> does not close <{inner.name}> of {where}",
            f"write </{inner.name}> here, or <{closing}> there",
        )
    return (
        at,
        f"</{closing}> closes nothing: <{inner.name}> of {where} is open",
        f"write </{inner.name}>, or delete </{closing}> if its start tag was deleted",
    )


class _Lines:
    """Offsets of a text as lines and columns, both from 1."""

    def __init__(self, text: str, name: str) -> None:
        self._text = text
        self._name = name
        self._starts = [0, *(match.end() for match in re.finditer("\n", text))]

    def offset(self, line: int, column: int) -> int:
        start = self._starts[min(max(line, 1), len(self._starts)) - 1]
        return min(start + max(column - 1, 0), len(self._text))

    def place(self, offset: int) -> Place:
        line = self._text.count("\n", 0, offset) + 1
        return Place(self._name, line, offset - self._starts[line - 1] + 1)

    def words(self, offset: int) -> str:
        place = self.place(offset)
        return f"line {place.line}, column {place.column}"


# Well-known entities of HTML that editors type, and the characters that they mean.
_ENTITIES: Final = {"nbsp": " ", "mdash": "—", "ndash": "–", "hellip": "…", "rsquo": "’", "lsquo": "‘"}


def _explain_entity(match: re.Match[str]) -> tuple[str, str]:
    entity = match[1]
    meant = _ENTITIES.get(entity, "")
    instead = (
        f"the character itself: {meant}"
        if meant.strip()
        else "the character itself, or &#160; for a hard blank"
    )
    return f"&{entity}; is not known in XML", f"write {instead}"


# How far before the place that the parser names a fault is looked for, and how near to it it has to end.
_BEFORE: Final = 4000
_NEAR_ERROR: Final = 200
_WHOLE_ATTRIBUTES: Final = r"(?:\s+[\w:.-]+\s*=\s*(?:\"[^\"<]*\"|'[^'<]*'))*"

_CHARACTER_FAULTS: Final = (
    (
        re.compile(rf"(?P<at><(?P<name>[A-Za-z_][\w:.-]*)){_WHOLE_ATTRIBUTES}\s+[\w:.-]+\s*=\s*\"[^\"<]*<"),
        lambda match: (
            f"a quotation mark is not closed in the tag <{match['name']}>",
            "add the closing quotation mark after the value",
        ),
    ),
    (
        re.compile(rf"<(?P<name>[A-Za-z_][\w:.-]*){_WHOLE_ATTRIBUTES}\s*(?P<at><)"),
        lambda match: (f"the tag <{match['name']} is not closed", "add > at this place"),
    ),
    (
        re.compile(r"&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[0-9A-Fa-f]+);)([A-Za-z]\w*);"),
        _explain_entity,
    ),
    (
        re.compile(r"&(?!#?\w+;)"),
        lambda match: ("& stands alone", "write &amp;"),
    ),
    (
        re.compile(r"<(?![A-Za-z_/!?])"),
        lambda match: ("< stands in the text", "write &lt;"),
    ),
    (
        re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]"),
        lambda match: (
            f"the character U+{ord(match[0]):04X} cannot stand in XML",
            f'delete it, or write <g ref="#U{ord(match[0]):04X}"/> and declare it in charDecl',
        ),
    ),
    (
        re.compile(r"\s([\w:.-]+)\s*=\s*(?:\"[^\"<]*\"|'[^'<]*')(?=[^<>]*?\s\1\s*=)"),
        lambda match: (f"the attribute {match[1]} stands twice in one tag", "delete one of them"),
    ),
    (
        re.compile(r"(?<=\s)([A-Za-z_][\w:.-]*)\s*=\s*(?![\"'\s])"),
        lambda match: (f"the value of {match[1]} has no quotation marks", f'write {match[1]}="…"'),
    ),
)
