"""The course of an edition's documents in time, as a picture for the home page."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from typing import Final, NamedTuple
from urllib.parse import quote

from lxml import etree

from dragoman.render.svg import element, picture

WIDTH: Final = 1200
_SIDE: Final = 14
_STEP: Final = 11  # from one dot to the next, up and along
_RADIUS: Final = 4.2
_HIGHEST: Final = 12  # more rows of dots than this in a year, and the picture shows bars
_BAR_ROOM: Final = 110
_LABEL: Final = 13
# The kinds that have a colour of their own, in the order of the key; every other is a document.
_KINDS: Final = ("memorandum", "letter", "telegram", "document", "entry")


class _Item(NamedTuple):
    """What the picture shows of a document or an entry; ``time``: a year with its fraction."""

    time: float
    is_entry: bool
    title: str
    date: str
    kind: str
    address: str


def timeline(
    summaries: Iterable[etree._Element], title: str, words: Mapping[str, str]
) -> etree._Element | None:
    """Return ``<picture>`` with the dated documents and list entries of an edition, None without any.

    summaries: of its documents; each is done with when the next is asked for;
    words:     the phrases ``kind-…`` of the interface, for the key of the colours.

    A document or entry is a dot that leads to it; where they are too many, the years have bars.
    What is dated by month or year stands at the middle of it.
    """
    items = [item for summary in summaries for item in _items(summary)]
    items.sort(key=lambda item: (item.time, item.is_entry, item.title))
    if not items:
        return None
    first, last = int(items[0].time), int(items[-1].time) + 1
    scale = (WIDTH - 2 * _SIDE) / (last - first)
    years: dict[int, list[_Item]] = defaultdict(list)
    for item in items:
        years[int(item.time)].append(item)
    columns = max(1, int(scale * 0.86 / _STEP))
    rows = max(math.ceil(len(heap) / columns) for heap in years.values())
    room = float((rows + 1) * _STEP if rows <= _HIGHEST else _BAR_ROOM)
    holder = etree.Element("picture")
    svg = picture(WIDTH, room + 3 * _LABEL, title, "timeline")
    holder.append(svg)
    _axis(svg, first, last, scale, room)
    if rows <= _HIGHEST:
        for year, heap in sorted(years.items()):
            _heap(svg, heap, _SIDE + (year - first + 0.5) * scale, columns, room)
        _key(holder, {item.kind for item in items}, words)
    else:
        _bars(svg, Counter(int(item.time) for item in items), first, scale, room)
    return holder


def _items(summary: etree._Element) -> Iterator[_Item]:
    for item in (summary, *summary.iterchildren("entry")):
        if _is_shown(item):
            is_entry = item.tag == "entry"
            kind = "entry" if is_entry else item.get("kind", "")
            yield _Item(
                _time(item.get("date", "")),
                is_entry,
                item.get("title", ""),
                item.get("date-text", ""),
                kind if kind in _KINDS else "document",
                _address(item),
            )


def _is_shown(item: etree._Element) -> bool:
    """Return whether an item is dated and not shown by another: finding lists are shown by their entries."""
    known = item.get("same-as") or item.get("ref")
    return bool(item.get("date")) and item.find("entry") is None and not (item.tag == "entry" and known)


def _time(date: str) -> float:
    """Return a date as a year with its fraction; the middle of what it may mean."""
    parts = date.partition("T")[0].split("-")
    year = int(parts[0])
    if len(parts) < 2:
        return year + 0.5
    month = int(parts[1]) - 1
    day = int(parts[2]) - 1 if len(parts) > 2 else 15
    return year + (month + day / 31) / 12


def _axis(svg: etree._Element, first: int, last: int, scale: float, room: float) -> None:
    base = room + 4.0
    element(svg, "path", d=f"M0,{base:.0f}H{WIDTH}", class_="axis")
    # A label for each year that has room for one; its middle is the middle of the year.
    every = next(step for step in (1, 2, 5, 10, 20, 50, 100, 1000) if (last - first) / step * 44 <= WIDTH)
    for year in range(first, last):
        if year % every:
            continue
        x = _SIDE + (year - first + 0.5) * scale
        element(
            svg, "text", x=x, y=base + 20, text_anchor="middle", font_size=_LABEL, class_="quiet"
        ).text = str(year)


def _heap(svg: etree._Element, heap: Sequence[_Item], middle: float, columns: int, room: float) -> None:
    """Draw the items of a year as a heap of dots round its middle, in order of date, row upon row."""
    width = min(columns, len(heap)) * _STEP
    for number, item in enumerate(heap):
        row, column = divmod(number, columns)
        x = middle - width / 2 + (column + 0.5) * _STEP
        y = room - (row + 0.5) * _STEP
        link = element(svg, "a", href=item.address)
        element(link, "circle", cx=x, cy=y, r=_RADIUS, class_=f"k-{item.kind}")
        element(link, "title").text = f"{item.date}: {item.title}"


def _key(holder: etree._Element, kinds: Set[str], words: Mapping[str, str]) -> None:
    """Add what the colours mean, where there are several."""
    if len(kinds) < 2:
        return
    line = etree.SubElement(holder, "p", {"class": "key"})
    for kind in _KINDS:
        if kind in kinds:
            etree.SubElement(line, "span", {"class": f"k-{kind}"}).text = words[f"kind-{kind}"]


def _bars(svg: etree._Element, years: Mapping[int, int], first: int, scale: float, room: float) -> None:
    most = max(years.values())
    for year, count in sorted(years.items()):
        height = max(1.5, count / most * (room - 4))
        link = element(svg, "a", href=f"calendar.html#ui:year-{year}")
        element(
            link,
            "rect",
            x=_SIDE + (year - first) * scale + scale * 0.1,
            y=room - height,
            width=scale * 0.8,
            height=height,
            class_="k-telegram",
        )
        element(link, "title").text = f"{year}: {count}"


def _address(item: etree._Element) -> str:
    if item.tag == "entry":
        return f"documents/{quote(item.get('document', ''))}.html#{quote(item.get('id', ''))}"
    return f"documents/{quote(item.get('id', ''))}.html"
