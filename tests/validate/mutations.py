"""Documents with one change at random, for what has to agree on any document."""

from __future__ import annotations

import copy
import random
import re

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
    "tbd", "Москва", "Mоscow", "\u0391thens", "\u200b", '"so"', "PAGE 02 MOSCOW 02204 201317Z",
    "SECTION 01 OF 03", "SECRET", "in 1978", " ", "", "TODO ",
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


# What is no white space in XML, and what is; values that only seem to be words of a list, dates or pointers.
BLANKS = (" ", "\n", "\t", "\u00a0", "\u3000", "\u2028", "\u0085", "&#160;", "&#32;", "&#13;", "words")
ODD_VALUES = (
    "", " 1979 ", "1979\u00a0", "1979-0٦", "1979-0６", "0000", "1979-02-30", "1979-06-21T24:00:00",
    "#p1\u00a0#n1", "low ", "\u00a0low", "&#108;ow", "bold italic", "bold\u00a0italic", "+3", "3.0", "²",
    "\n1979\n", "1&#10;2", "x" * 70_000, "a > b", "p1",
)  # fmt: skip
ASIDES = ("<!-- <p> & -->", "<!---->", "<?note a='>'?>", "<![CDATA[]]>", "<![CDATA[words]]>", "<![CDATA[ ]]>")
STRANGERS = (
    '<x:hi xmlns:x="urn:other">z</x:hi>', '<hi xmlns="">z</hi>',
    '<t:hi xmlns:t="http://www.tei-c.org/ns/1.0">z</t:hi>', '<hi xmlns="http://www.tei-c.org/ns/1.0/">z</hi>',
)  # fmt: skip
EXTRA = (' xmlns:q="urn:q" q:n="1"', ' xml:space="preserve"', ' xml:space="maybe"', ' xml:id="p1"', "  ")
_START_TAG = re.compile(
    r"<!--.*?-->|<\?.*?\?>|<!\[CDATA\[.*?\]\]>|<([A-Za-z]\w*)((?:\s+[\w:]+=\"[^\"]*\")*)\s*(/?)>", re.DOTALL
)
_ATTRIBUTE = re.compile(r"\s([\w:]+)=\"([^\"]*)\"")


def rewritten(text: str, chance: random.Random) -> str:
    """Return a well-formed text with one change in how it is written, which may be a fault or none."""
    _root, *tags = (found for found in _START_TAG.finditer(text) if found[1])
    tag = chance.choice(tags)
    attributes = list(_ATTRIBUTE.finditer(text, tag.start(), tag.end()))
    chosen = chance.choice(attributes) if attributes else None
    beside = chance.choice(tag.span())
    match chance.randrange(10):
        case 0:
            return text[:beside] + chance.choice(BLANKS) + text[beside:]
        case 1:
            return text[:beside] + chance.choice(ASIDES) + text[beside:]
        case 2:
            at = tag.start() if tag[3] else tag.end()
            return text[:at] + chance.choice(STRANGERS) + text[at:]
        case 3 if chosen:
            return text[: chosen.start(2)] + chance.choice(ODD_VALUES) + text[chosen.end(2) :]
        case 4 if chosen and "'" not in chosen[2]:
            return f"{text[: chosen.start(2) - 1]}'{chosen[2]}'{text[chosen.end(2) + 1 :]}"
        case 5 if chosen:
            return text[: chosen.start()] + chance.choice("\n\t") + text[chosen.start(1) :]
        case 6 if tag[3]:
            return f"{text[: tag.start()]}<{tag[1]}{tag[2]}></{tag[1]}>{text[tag.end() :]}"
        case 7:
            return text.replace("\n", "\r\n")
        case 8:
            second = chance.choice("\n\t ") + f'xml:id="{chance.choice(("p1", "n1", "new"))}"'
            at = tag.end(1)
            return text if "xml:id" in tag[2] else text[:at] + second + text[at:]
        case _:
            at = tag.end(1)
            extra = chance.choice(EXTRA)
            return text if "xml" in tag[2] else text[:at] + extra + text[at:]
