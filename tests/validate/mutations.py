"""Documents with one change at random, for what has to agree on any document."""

from __future__ import annotations

import copy
import random

from lxml import etree

XML_ID = "{http://www.w3.org/XML/1998/namespace}id"


def mutated(root: etree._Element, chance: random.Random) -> etree._Element:
    """Return a copy with one change at random: valid or not."""
    made = copy.deepcopy(root)
    elements = list(made.iter("{*}*"))
    element = chance.choice(elements[1:])
    parent = element.getparent()
    assert parent is not None
    match chance.randrange(7):
        case 0:
            element.tag = chance.choice(elements).tag
        case 1:
            parent.remove(element)
        case 2:
            parent.insert(chance.randrange(len(parent) + 1), copy.deepcopy(chance.choice(elements[-40:])))
        case 3 if element.attrib:
            del element.attrib[chance.choice(list(element.attrib))]
        case 4:
            element.set(
                chance.choice(["type", "when", "n", "cert", "target", "reason"]),
                chance.choice(["x y", "low", "1979", "#p1"]),
            )
        case 5:
            element.tail = (element.tail or "") + chance.choice([" ", "words"])
        case _:
            element.text = chance.choice(["", "words", None])
    return made


def without_second_ids(root: etree._Element) -> etree._Element:
    """Return the document with every id of an element that has another's made its own."""
    seen: set[str] = set()
    for each in root.iter("{*}*"):
        name = each.get(XML_ID)
        if name in seen:
            each.set(XML_ID, f"{name}-{len(seen)}")
        seen.add(name or "")
    return root


VALUES = (
    "person:petrov", "place:altanbulag", "org:commission", "#p1", "#n99", "p1", "n1", "reviewed", "draft",
    "editor", "translator", "unclassified", "source-term", "notes", "document", "telegram", "low", "high",
    "1979-06-21", "1978", "original", "o1", "o2",
    "1979-06-21T10:00:00", "2", "3", "9", "no", "brackets", "mn-Latn", "section", "",
)  # fmt: skip
NAMES = (
    "ref", "type", "subtype", "n", "when", "from", "to", "notBefore", "notAfter", "cert", "resp", "target",
    "scheme", "status", "rend", "break", "unit", "evidence", XML_ID,
    "{http://www.w3.org/XML/1998/namespace}lang",
)  # fmt: skip
WORDS = (
    "tbd", "Москва", "Mоscow", "\u200b", '"so"', "PAGE 02 MOSCOW 02204 201317Z", "SECTION 01 OF 03",
    "SECRET", "in 1978", " ", "", "TODO ",
)  # fmt: skip


def worked_over(root: etree._Element, chance: random.Random) -> etree._Element:
    """Return a copy with a few changes of the kind that rules are about."""
    made = copy.deepcopy(root)
    for _ in range(chance.randint(1, 4)):
        elements = list(made.iter("{*}*"))
        element = chance.choice(elements[1:])
        match chance.randrange(6):
            case 0:
                element.set(chance.choice(NAMES), chance.choice(VALUES))
            case 1 if element.attrib:
                element.set(chance.choice(list(element.attrib)), chance.choice(VALUES))
            case 2 if element.attrib:
                del element.attrib[chance.choice(list(element.attrib))]
            case 3:
                element.text = chance.choice(WORDS) + (element.text or "")
            case 4:
                element.tail = chance.choice(WORDS)
            case _:
                parent = element.getparent()
                if parent is not None and len(elements) > 3:
                    parent.remove(element)
    return made
