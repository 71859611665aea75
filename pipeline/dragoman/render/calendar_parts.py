"""The calendar of a large edition, divided: which page has which documents and entries.

One page with all of them has 15 MB where an edition has 10,000 documents. Above ``MOST`` items each year
has a page of its own, and each month of a year that is itself too large; ``calendar.html`` leads there.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import IO, Final, NamedTuple

from lxml import etree

from dragoman.render.web_context import InTime, in_time
from dragoman.tei.markup import attributes

MOST: Final = 2_000
UNDATED: Final = "undated"
_YEAR: Final = len("1979")
_MONTH: Final = len("1979-03")


class _Stretch(NamedTuple):
    """Where the markup of a document or an entry lies in the file, in bytes."""

    start: int
    size: int


class _Item(NamedTuple):
    """A document: the month that it stands in, its markup, and the date that an overview counts it at."""

    month: str
    markup: _Stretch
    dated: str


class _Entry(NamedTuple):
    """An entry of a finding list.

    place: ``ID.xml#e3``; of: the place of what it is the same as, or ""; is_listed: an earlier list has it.
    """

    place: str
    of: str
    is_listed: bool
    month: str
    markup: _Stretch
    dated: str


@dataclass(frozen=True, slots=True)
class _FindingList:
    order: InTime
    attributes: dict[str, str]
    entries: list[_Entry]


@dataclass(slots=True)
class Page:
    """What a page of a divided calendar has: documents, and entries of finding lists."""

    documents: list[_Stretch] = field(default_factory=list)
    lists: list[tuple[_FindingList, list[_Stretch]]] = field(default_factory=list)


class CalendarParts:
    """Takes the summaries of an edition one by one, and divides what the calendar shows of them.

    file: keeps their markup, which would be most of the memory; it is written and read by this object alone,
    and closed by whoever opened it.
    """

    def __init__(self, most: int, file: IO[bytes]) -> None:
        """``most``: how many documents and entries one page may have."""
        self._most = most
        self._file = file
        self._end = 0
        # By place, ``ID.xml``.
        self._documents: dict[str, _Item] = {}
        self._lists: dict[str, _FindingList] = {}

    def add(self, summary: etree._Element, markup: bytes) -> None:
        """Take the summary of a document (prepare/summary.xsl); ``markup``: the file that it is read from."""
        place = f"{summary.get('id', '')}.xml"
        entries = summary.findall("entry")
        if not entries:
            self._documents[place] = _Item(_month(summary), self._kept(markup), _dated(summary))
            return
        self._lists[place] = _FindingList(
            in_time(summary),
            {str(name): str(value) for name, value in summary.attrib.items()},
            [
                _Entry(
                    f"{place}#{entry.get('id', '')}",
                    entry.get("same-as", "") or entry.get("ref", ""),
                    bool(entry.get("same-as")),
                    _month(entry),
                    self._kept(etree.tostring(entry, with_tail=False)),
                    _dated(entry),
                )
                for entry in entries
            ],
        )

    def divided(self) -> dict[str, Page]:
        """Return what each page has by its name (``1962``, ``1979-03``, ``undated``), or none.

        A page has the documents of its time, and of each finding list the entries that stand there, for
        themselves or with what they are the same as.
        """
        months = {place: document.month for place, document in self._documents.items()}
        entries = [entry for found in self._lists.values() for entry in found.entries]
        months |= {entry.place: entry.month for entry in entries}
        stands = Counter(document.month for document in self._documents.values())
        stands.update(entry.month for entry in entries if entry.of not in months)
        if stands.total() <= self._most:
            return {}
        years: Counter[str] = Counter()
        for month, count in stands.items():
            years[month[:_YEAR]] += count

        def page_of(month: str) -> str:
            return (month if years[month[:_YEAR]] > self._most else month[:_YEAR]) or UNDATED

        pages: defaultdict[str, Page] = defaultdict(Page)
        for document in self._documents.values():
            pages[page_of(document.month)].documents.append(document.markup)
        for found in self._in_order():
            parts: defaultdict[str, list[_Stretch]] = defaultdict(list)
            for entry in found.entries:
                # What is in the edition as a list itself stands among the lists.
                if entry.of not in self._lists:
                    parts[page_of(months.get(entry.of, entry.month))].append(entry.markup)
            for page, markups in parts.items():
                pages[page].lists.append((found, markups))
        return dict(sorted(pages.items()))

    def index(self, page: Page) -> bytes:
        """Return the index (`web_context.index`) of a page of `divided`."""
        lists = [
            _list(found.attributes, [self._read(markup) for markup in markups])
            for found, markups in page.lists
        ]
        return _index([*map(self._read, page.documents), *lists])

    def overview(self) -> bytes:
        """Return the index of the page that leads to the others: what it counts, and the finding lists.

        Of what is counted it has the dates alone, and of an entry that stands for something else nothing
        but that it is one.
        """
        documents = [f"<document{document.dated}/>".encode() for document in self._documents.values()]
        lists = [
            _list(found.attributes, [self._counted(entry) for entry in found.entries])
            for found in self._in_order()
        ]
        return _index([*documents, *lists])

    def _counted(self, entry: _Entry) -> bytes:
        if entry.is_listed or entry.of in self._documents or entry.of in self._lists:
            return b'<entry same-as="-"/>'
        return f'<entry same-as="" ref=""{entry.dated}/>'.encode()

    def _in_order(self) -> list[_FindingList]:
        return sorted(self._lists.values(), key=lambda found: found.order)

    def _kept(self, markup: bytes) -> _Stretch:
        stretch = _Stretch(self._end, len(markup))
        self._end += len(markup)
        self._file.write(markup)
        return stretch

    def _read(self, stretch: _Stretch) -> bytes:
        self._file.seek(stretch.start)
        return self._file.read(stretch.size)


def _dated(item: etree._Element) -> str:
    return attributes({name: item.get(name, "") for name in ("date", "precision")})


def _month(item: etree._Element) -> str:
    """Return ``1979-03``, ``1979`` where no month is known, "" where there is no date."""
    return "" if item.get("precision") == "none" else item.get("date", "")[:_MONTH]


def _list(named: dict[str, str], entries: Sequence[bytes]) -> bytes:
    return f"<document{attributes(named)}>".encode() + b"".join(entries) + b"</document>"


def _index(items: Sequence[bytes]) -> bytes:
    return b"<index>" + b"\n".join(items) + b"</index>"
