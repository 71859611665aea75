"""What a page knows of the rest of the edition, cut down to what it shows.

The less a page is given, the less an edit elsewhere makes it again: a document's page gets
the summaries of its neighbours and of the documents related to it, and of the registers
only the entries that it mentions, without their passages.
"""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass
from sys import intern
from typing import Final, NamedTuple

from lxml import etree

from dragoman.tei.markup import attributes
from dragoman.tei.ns import XML_LANG

RELATED: Final = 5
# A name that more than this share of the documents has says nothing about any two of them.
_COMMON_SHARE: Final = 0.5
# Scores that agree in so many digits are alike, in whatever order they were added up.
_DIGITS: Final = 9
_ALIKE: Final = 10**-_DIGITS
# A pair of documents is looked at through its rarer names: more bearers than this and a name is skipped.
_MOST_BEARERS: Final = 200

# How many of its other forms a card shows, and what stands between the words of a name.
_MOST_FORMS: Final = 4
# Not \d: that is a numeral of any script.
_NUMBER: Final = re.compile("([0-9]+)")
_BETWEEN_WORDS: Final = re.compile(r"[\s,.;’'-]+")

_NEIGHBOUR_PARTS: Final = ("id", "kind", "title", "date-from", "date-to")


def index(summaries: Iterable[etree._Element]) -> etree._Element:
    """Return ``<index>`` with the summaries of all documents, in the order of their dates."""
    root = etree.Element("index")
    root.extend(deepcopy(summary) for summary in sorted(summaries, key=in_time))
    return root


@dataclass(frozen=True, slots=True)
class Described:
    """What others show of a document, and what they are compared by: its trees need not be kept for it.

    shown: as a context has it, ``<document id="…" …/>``.
    """

    id: str
    order: InTime
    is_neighbour: bool
    shown: str
    references: tuple[str, ...]


def described(summary: etree._Element) -> Described:
    """Return what others show of a document."""
    shown = {key: summary.get(key, "") for key in _NEIGHBOUR_PARTS}
    return Described(
        _id(summary),
        in_time(summary),
        bool(summary.get("date")) and summary.find("entry") is None,
        f"<document{attributes(shown)}/>",
        # The same references stand in thousands of documents: one string for all of them.
        tuple(map(intern, _references(summary))),
    )


def contexts(documents: Iterable[Described]) -> Iterator[tuple[str, str]]:
    """Yield for each document id ``<context><previous/><next/><related/></context>``, in the order of time.

    Neighbours are neighbours in time; undated documents and finding lists have none and are none.
    """
    ordered = sorted(documents, key=lambda document: document.order)
    dated = [document for document in ordered if document.is_neighbour]
    places = {document.id: place for place, document in enumerate(dated)}
    by_id = {document.id: document for document in ordered}
    for document, related in _related(ordered):
        beside = ""
        place = places.get(document.id)
        if place is not None:
            previous = _with("previous", dated[place - 1 : place] if place else [])
            beside = previous + _with("next", dated[place + 1 : place + 2])
        alike = _with("related", [by_id[identifier] for identifier in related])
        yield document.id, f"<context>{beside}{alike}</context>"


def _with(name: str, documents: Sequence[Described]) -> str:
    shown = "".join(document.shown for document in documents)
    return f"<{name}>{shown}</{name}>" if shown else f"<{name}/>"


def card_index(registers: Iterable[etree._Element]) -> dict[str, etree._Element]:
    """Return the card of each entry by its reference, in the order of the registers.

    A card is the entry without its passages; ``@passages`` and ``@documents`` say how many there are,
    and each ``<form>`` is a variant to be shown.
    """
    return {
        reference: _card(entry)
        for register in registers
        for entry in register.iter("entry")
        if (reference := entry.get("ref"))
    }


def trimmed(register: etree._Element) -> etree._Element:
    """Return a register's entries as cards: ``<register kind="…"><entry …/>…</register>``."""
    index = card_index([register])
    root = etree.Element("register", kind=register.get("kind", ""))
    root.extend(index[reference] for reference in sorted(index))
    return root


def cards(trimmed: Iterable[etree._Element]) -> etree._Element:
    """Return ``<cards>`` with the cards of all registers (`trimmed`)."""
    root = etree.Element("cards")
    root.extend(deepcopy(card) for register in trimmed for card in register)
    return root


def _references(summary: etree._Element) -> list[str]:
    """Return the references of all entities that a document mentions or says took part in it."""
    named = [name.get("ref", "") for name in summary.iter("name", "participant", "correspondent")]
    return sorted({reference for refs in named for reference in refs.split()})


def names(registers: Iterable[etree._Element]) -> etree._Element:
    """Return ``<names>`` with the heading of each entry of the registers by its reference."""
    root = etree.Element("names")
    for register in registers:
        for entry in register.iter("entry"):
            if reference := entry.get("ref"):
                name = etree.SubElement(root, "name", ref=reference)
                name.text = entry.get("heading") or entry.findtext("name")
    return root


def _id(summary: etree._Element) -> str:
    return summary.get("id", "")


class InTime(NamedTuple):
    """What puts documents in the order of their dates, the undated last, and at one date by title.

    title: in turn text and number, so that “Results 1–10” stands before “Results 11–20”.
    """

    is_undated: bool
    date: str
    title: tuple[str | int, ...]
    id: str


def in_time(summary: etree._Element) -> InTime:
    """Return the place of a document among the others."""
    date, parts = summary.get("date", ""), _NUMBER.split(summary.get("title", ""))
    title = tuple(int(part) if number % 2 else part for number, part in enumerate(parts))
    return InTime(not date, date, title, _id(summary))


def _card(entry: etree._Element) -> etree._Element:
    card = etree.Element("entry", {key: str(value) for key, value in entry.attrib.items()})
    card.attrib.pop("page", None)
    if "passages" not in card.attrib:
        card.set("passages", str(len(entry.findall("document/mention"))))
        card.set("documents", str(len(entry.findall("document"))))
    card.extend(deepcopy(part) for part in entry if part.tag not in ("document", "bio", "idno", "geo"))
    for variant in _forms(entry)[:_MOST_FORMS]:
        form = etree.SubElement(card, "form")
        form.text = variant.text
        if language := variant.get(XML_LANG):
            form.set(XML_LANG, language)
    return card


def _forms(entry: etree._Element) -> list[etree._Element]:
    """Return the variants that differ from the name, and from one another, by more than points and order."""
    known = {_letters(entry.findtext("name", ""))}
    forms = []
    for variant in entry.iterchildren("variant"):
        form = variant.text or ""
        if (letters := _letters(form)) not in known:
            known.add(letters)
            forms.append(variant)
    return forms


def _letters(name: str) -> tuple[str, ...]:
    """Return the words of a name in one order, without points: “Huang, H.” and “H. Huang” are one form."""
    return tuple(sorted(word for word in _BETWEEN_WORDS.split(name.lower()) if word))


def _related(documents: Sequence[Described]) -> Iterator[tuple[Described, Sequence[str]]]:
    """Yield each document with the ids of those most like it: by shared names, the rarer the more."""
    bearers: dict[str, list[str]] = defaultdict(list)
    for document in documents:
        for reference in document.references:
            bearers[reference].append(document.id)
    most = max(2, min(_MOST_BEARERS, int(len(documents) * _COMMON_SHARE)))
    weights = {
        reference: math.log(1 + len(documents) / len(having)) / (len(having) - 1) ** 0.5
        for reference, having in bearers.items()
        if 2 <= len(having) <= most
    }
    # The scores of one document after another: those of all pairs at once would be most of the memory.
    for document in documents:
        scores: dict[str, float] = {}
        for reference in document.references:
            if reference in weights:
                weight = weights[reference]
                for other in bearers[reference]:
                    scores[other] = scores.get(other, 0.0) + weight
        yield document, _best(document.id, scores) if scores else ()


def _best(identifier: str, scores: dict[str, float]) -> list[str]:
    """Return the documents of the highest scores; the document itself is among them, and left out."""
    del scores[identifier]
    # Most are out of the running: only what reaches the last place is compared exactly.
    last = sorted(scores.values(), reverse=True)[:RELATED][-1] - _ALIKE
    running = [other for other, score in scores.items() if score >= last]
    return sorted(running, key=lambda other: (-round(scores[other], _DIGITS), other))[:RELATED]
