"""The names beside a text: who and what a document mentions, each with its card, from pieces made ready once.

A page lists some thirty names, and nearly all that it says of one is the same on every page: the
stylesheet of cards says it once for all (xslt/web/cards.xsl). What depends on the page is put in here: how
often a name is mentioned and where first, and the offices that were held on the day of the document.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from lxml import etree

from dragoman.tei.markup import attribute_value

# In the order in which a page lists them.
_KINDS: Final = ("person", "place", "org")
# No more offices than these are shown on a card, the first that hold.
_MOST_OFFICES: Final = 3


@dataclass(frozen=True, slots=True)
class _Office:
    """An office as HTML, and between which dates it was held ("" where that is open), as written."""

    shown: str
    since: str
    until: str

    def holds(self, date: str) -> bool:
        """Whether it was held on a date, as far as both are known: at the precision of the coarser."""
        since, until = self.since, self.until
        return (not since or date[: len(since)] >= since[: len(date)]) and (
            not until or date[: len(until)] <= until[: len(date)]
        )


@dataclass(frozen=True, slots=True)
class _Card:
    """What is said of an entry of a register, as HTML; ``place`` is that of the entry among all."""

    place: int
    link: str
    first: str
    offices: tuple[_Office, ...]
    otherwise: str
    last: str

    def shown(self, date: str) -> str:
        """Return the card for the day of a document; without a day, with all offices that are known."""
        held = [office.shown for office in self.offices if not date or office.holds(date)]
        return f"<div>{self.first}{''.join(held[:_MOST_OFFICES]) or self.otherwise}{self.last}</div>"


@dataclass(frozen=True, slots=True, eq=False)
class Cards:
    """The cards of all entries, made ready, the headings of their lists by kind, and the words of a number.

    counted: gives what the interface says of so many mentions.
    """

    counted: Callable[[int], str]
    headings: Mapping[str, str]
    cards: Mapping[str, _Card] = field(repr=False)

    def names(self, mentions: Mapping[str, Sequence[int]], summary: etree._Element) -> str:
        """Return the lists of a document's people, places and organisations as HTML; "" where it has none.

        mentions: their numbers, by reference (`mentions.number_mentions`); summary: the document's.
        The most mentioned stands first, those mentioned as often as the registers have them; then follows who
        is named in the header alone, so that a name there opens a card as well. What no register has is left
        out.
        """
        date, cards = summary.get("date-from", ""), self.cards
        lines: dict[str, list[str]] = {}
        order = [(-len(numbers), cards[ref].place, ref) for ref, numbers in mentions.items() if ref in cards]
        for negative, _, reference in sorted(order):
            first, count = mentions[reference][0], -negative
            place = f'<a href="#m{first}" aria-label="{attribute_value(self.counted(count))}">{count}</a>'
            card = cards[reference]
            line = f"<li>{card.link}&nbsp;{place}{card.shown(date)}</li>"
            lines.setdefault(reference.partition(":")[0], []).append(line)
        header = {
            reference
            for name in summary.iterchildren("participant", "correspondent")
            for reference in name.get("ref", "").split()
            if reference in cards and reference not in mentions
        }
        for reference in sorted(header, key=lambda reference: cards[reference].place):
            line = f"<li>{cards[reference].link}{cards[reference].shown(date)}</li>"
            lines.setdefault(reference.partition(":")[0], []).append(line)
        return "".join(
            f'<section>{self.headings[kind]}<ul role="list">{"".join(lines[kind])}</ul></section>'
            for kind in _KINDS
            if kind in lines
        )


def cards_from(made: etree._Element, counted: Callable[[int], str]) -> Cards:
    """Return the cards that xslt/web/cards.xsl has made ready."""
    return Cards(
        counted,
        {heading.get("kind", ""): heading.text or "" for heading in made.iterchildren("heading")},
        {entry.get("ref", ""): _card(place, entry) for place, entry in enumerate(made.iterchildren("entry"))},
    )


def _card(place: int, entry: etree._Element) -> _Card:
    link, first, otherwise, last = (
        entry.findtext(part, "") for part in ("link", "first", "otherwise", "last")
    )
    offices = (
        _Office(
            office.text or "",
            office.get("notBefore", office.get("from", "")),
            office.get("notAfter", office.get("to", "")),
        )
        for office in entry.iterchildren("office")
    )
    return _Card(place, link, first, tuple(offices), otherwise, last)
