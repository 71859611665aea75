"""What is read of each element, by each of the two ways to read a document's text (`dragoman.tei.views`).

The rules are those of docs/encoding.md; nothing else decides what is source and what is editor.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final, NamedTuple

from lxml import etree

from dragoman.tei.delimiters import delimiters
from dragoman.tei.ns import local_name

# Elements that cannot hold text: each child is a line of its own, white space means nothing.
CONTAINERS: Final = frozenset(
    """
    TEI text group front body back floatingText div div1 div2 div3 div4 div5 div6 div7 list table
    row listBibl sp spGrp lg listPerson listPlace listOrg listEvent noteGrp standOff castList
    castGroup person place org event biblStruct analytic monogr biblFull msDesc msIdentifier
    titlePage argument epigraph postscript listRelation linkGrp performance
    """.split()
)

# Their white space means nothing either, but they stand within a line. (A figure may hold
# a caption that the transcript prints in the middle of a sentence.)
_ALTERNATIVES: Final = frozenset(("choice", "subst", "app", "substJoin", "figure"))
WITHOUT_SPACE: Final = CONTAINERS | _ALTERNATIVES
_APPARATUS_ONLY: Final = frozenset(("index", "certainty", "respons", "precision", "witDetail", "alt", "link"))
_EDITORS_UNLESS_DELIMITED: Final = frozenset(("supplied", "ex", "gap"))
_PICTURES: Final = frozenset(("graphic", "media"))
_PARTNERS: Final = {"corr": ("sic",), "reg": ("orig",), "expan": ("abbr",), "ex": ("am", "abbr")}

# What a rule says of an element: is its text read, and what is read before and after it.
Reading = tuple[bool, str, str]


class Rule(NamedTuple):
    """How the elements are read of which a name in ``names`` says more than that their text is read,
    between the delimiters of their ``rend``; ``reading`` takes an element, its name and its parent's.

    line_end: what an empty ``lb`` is read as, whatever its attributes; "" where that depends on them.
    """

    names: frozenset[str]
    reading: Callable[[etree._Element, str, str], Reading]
    line_end: str = ""


AS_IT_IS: Final = (True, "", "")
_LINE_FEED: Final = "\n"


def _has_sibling(element: etree._Element, name: str) -> bool:
    parent = element.getparent()
    return parent is not None and any(local_name(child) == name for child in parent)


def _is_partnered(element: etree._Element, name: str, above: str) -> bool:
    return above == "choice" and any(_has_sibling(element, partner) for partner in _PARTNERS[name])


def _source_reading(element: etree._Element, name: str, above: str) -> Reading:
    if name == "lb":
        return True, _LINE_FEED, ""
    if name in _EDITORS_UNLESS_DELIMITED:
        before, after = delimiters(element.get("rend"))
        return bool(before or after), before, after
    if name in _PARTNERS:
        return not _is_partnered(element, name, above), *delimiters(element.get("rend"))
    if name == "note" and element.get("type") == "editor":
        return False, "", ""
    if name == "div" and element.get("type") == "original":
        return False, "", ""
    if name in _APPARATUS_ONLY:
        return False, "", ""
    if name == "figure":
        # With a picture in it, the figure is the editor's.
        before, after = delimiters(element.get("rend"))
        is_printed = before or after or not any(local_name(child) in _PICTURES for child in element)
        return bool(is_printed), before, after
    if name == "add" and above == "subst":
        return False, "", ""
    if name in ("rdg", "rdgGrp") and above == "app":
        return not _has_sibling(element, "lem"), "", ""
    if name == "g":
        return True, _control_character(element), ""
    return True, *delimiters(element.get("rend"))


SOURCE_RULE: Final = Rule(
    frozenset(("lb", "note", "div", "figure", "add", "rdg", "rdgGrp", "g", *_PARTNERS))
    | _EDITORS_UNLESS_DELIMITED
    | _APPARATUS_ONLY,
    _source_reading,
    _LINE_FEED,
)


def _control_character(element: etree._Element) -> str:
    code = re.fullmatch(r"#U([0-9A-F]{4,6})", element.get("ref", ""))
    return chr(int(code[1], 16)) if code and not element.text else ""


_READ_PAST: Final = frozenset(("fw", "surplus", "index", "certainty", "respons", "precision"))


# Notes that interrupt nothing: what they say is beside the sentence in which they stand.
_NOTES_BESIDE_THE_TEXT: Final = frozenset(("editor", "author", "transmission"))


def _readers_reading(element: etree._Element, name: str, above: str) -> Reading:
    if name == "lb":
        return True, "" if element.get("break") == "no" else " ", ""
    if name in _READ_PAST or (name == "pc" and element.get("force") == "weak"):
        return False, "", ""
    if name == "note" and element.get("type") in _NOTES_BESIDE_THE_TEXT:
        return False, "", ""
    if above == "choice" and name in ("sic", "orig", "abbr"):
        return not _has_sibling(element, {"sic": "corr", "orig": "reg", "abbr": "expan"}[name]), "", ""
    if name == "del" or (name in ("rdg", "rdgGrp") and above == "app"):
        return False, "", ""
    before, after = delimiters(element.get("rend"))
    return name != "gap" or bool(before or after), before, after


READING_RULE: Final = Rule(
    frozenset(("lb", "pc", "note", "sic", "orig", "abbr", "del", "rdg", "rdgGrp", "gap")) | _READ_PAST,
    _readers_reading,
)
