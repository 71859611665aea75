"""The calendar of a large edition, divided: which page has which documents and entries.

One page with all of them has 15 MB where an edition has 10,000 documents. Above ``MOST`` items each year
has a page of its own, and each month of a year that is itself too large; ``calendar.html`` leads there.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import Final, NamedTuple

from lxml import etree

from dragoman.render.web_context import InTime, in_time
from dragoman.tei.markup import attributes
from dragoman.tei.ns import local_name

MOST: Final = 2_000
UNDATED: Final = "undated"
_YEAR: Final = len("1979")
_MONTH: Final = len("1979-03")


class _Entry(NamedTuple):
    """An entry of a finding list.

    place: ``ID.xml#e3``; of: the place of what it is the same as, or "".
    """

    place: str
    of: str
    month: str
    markup: bytes
    counted: bytes


@dataclass(frozen=True, slots=True)
class _FindingList:
    order: InTime
    attributes: dict[str, str]
    entries: list[_Entry]


class CalendarParts:
    """Takes the summaries of an edition one by one, and divides what the calendar shows of them."""

    def __init__(self, most: int) -> None:
        """``most``: how many documents and entries one page may have."""
        self._most = most
        # By place, ``ID.xml``: the month that it stands in, its summary, and what an overview has of it.
        self._documents: dict[str, tuple[str, bytes, bytes]] = {}
        self._lists: dict[str, _FindingList] = {}

    def add(self, summary: etree._Element) -> None:
        """Take the summary of a document (prepare/summary.xsl)."""
        place = f"{summary.get('id', '')}.xml"
        entries = summary.findall("entry")
        if not entries:
            markup = etree.tostring(summary, with_tail=False)
            self._documents[place] = _month(summary), markup, _counted(summary, "id", "date", "precision")
            return
        self._lists[place] = _FindingList(
            in_time(summary),
            {str(name): str(value) for name, value in summary.attrib.items()},
            [
                _Entry(
                    f"{place}#{entry.get('id', '')}",
                    entry.get("same-as", "") or entry.get("ref", ""),
                    _month(entry),
                    etree.tostring(entry, with_tail=False),
                    _counted(entry, "id", "ref", "same-as", "date", "precision"),
                )
                for entry in entries
            ],
        )

    def divided(self) -> dict[str, bytes]:
        """Return the index of each page by its name (``1962``, ``1979-03``, ``undated``), or none.

        An index (`web_context.index`) has the documents of the page, and of each finding list the entries
        that stand there, for themselves or with what they are the same as.
        """
        months = {place: month for place, (month, _, _) in self._documents.items()}
        entries = [entry for found in self._lists.values() for entry in found.entries]
        months |= {entry.place: entry.month for entry in entries}
        stands = Counter(month for month, _, _ in self._documents.values())
        stands.update(entry.month for entry in entries if entry.of not in months)
        if stands.total() <= self._most:
            return {}
        years: Counter[str] = Counter()
        for month, count in stands.items():
            years[month[:_YEAR]] += count

        def page_of(month: str) -> str:
            return (month if years[month[:_YEAR]] > self._most else month[:_YEAR]) or UNDATED

        pages: defaultdict[str, list[bytes]] = defaultdict(list)
        for month, markup, _ in self._documents.values():
            pages[page_of(month)].append(markup)
        for found in sorted(self._lists.values(), key=lambda found: found.order):
            parts: defaultdict[str, list[bytes]] = defaultdict(list)
            for entry in found.entries:
                # What is in the edition as a list itself stands among the lists.
                if entry.of not in self._lists:
                    parts[page_of(months.get(entry.of, entry.month))].append(entry.markup)
            for page, markups in parts.items():
                pages[page].append(_list(found.attributes, markups))
        return {page: b"<index>" + b"\n".join(parts) + b"</index>" for page, parts in sorted(pages.items())}

    def overview(self) -> bytes:
        """Return the index of the page that leads to the others: what it counts, and the finding lists."""
        documents = [counted for _, _, counted in self._documents.values()]
        lists = [
            _list(found.attributes, [entry.counted for entry in found.entries])
            for found in sorted(self._lists.values(), key=lambda found: found.order)
        ]
        return b"<index>" + b"\n".join((*documents, *lists)) + b"</index>"


def _counted(item: etree._Element, *names: str) -> bytes:
    kept = attributes({name: item.get(name, "") for name in names})
    return f"<{local_name(item)}{kept}/>".encode()


def _month(item: etree._Element) -> str:
    """Return ``1979-03``, ``1979`` where no month is known, "" where there is no date."""
    return "" if item.get("precision") == "none" else item.get("date", "")[:_MONTH]


def _list(named: dict[str, str], entries: list[bytes]) -> bytes:
    return f"<document{attributes(named)}>".encode() + b"".join(entries) + b"</document>"
