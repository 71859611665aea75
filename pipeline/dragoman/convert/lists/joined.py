"""The same document in several lists: pages of one search joined, repeated entries recognised.

Works on TEI files, because an entry may have been corrected by hand since its conversion.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from lxml import etree

from dragoman.tei.ns import NSMAP, XML_ID, tei

_DATE_ATTRIBUTES: Final = ("when", "from", "to", "notBefore", "notAfter")
_WORD: Final = re.compile(r"\w+")
# Words that a title can have in one list and lack in another.
_UNSTEADY: Final = frozenset("the a an of excerpt excerpts untitled".split())


_TELEGRAM: Final = re.compile(r"(?P<year>19[0-9]{2})(?P<post>[A-Z]+)(?P<n>[0-9]{3,6})")
# So many words make a title that few documents share; so great a part makes two titles alike.
_TELLING: Final = 4
_ALIKE: Final = 0.6


@dataclass(frozen=True, slots=True)
class ListedEntry:
    """An entry of a catalogue or of search results.

    document, id: the file's id and the entry's; ``n``: its number among all results, or "";
    date:    its date as ISO 8601, a range with a slash, "" without one;
    title:   as a reader reads it; key: the title's words in lower case without accents;
    numbers: the numbers of the document that the entry gives (``1979MOSCOW02204``).
    """

    document: str
    id: str
    n: str
    date: str
    title: str
    key: str
    numbers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SameEntry:
    """Two entries for one document, the earlier first, and why they are taken for the same."""

    first: ListedEntry
    other: ListedEntry
    evidence: str


@dataclass(frozen=True, slots=True)
class EditedDocument:
    """A document of the edition as its summary has it: id, title, date, numbers and file stem."""

    id: str
    title: str
    date: str = ""
    numbers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class EditedEntry:
    """An entry that is a document of this edition, with the reason and how certain it is."""

    entry: ListedEntry
    document: str
    evidence: str
    cert: Literal["high", "medium"]


@dataclass(frozen=True, slots=True)
class JoinedSearch:
    """The pages of one search in the order of their numbers.

    total: how many results the search has, or None; missing: the numbers that no page shows;
    repeated: entries that stand on more than one page, as pairs.
    """

    pages: tuple[str, ...]
    entries: tuple[ListedEntry, ...]
    total: int | None
    missing: tuple[int, ...]
    repeated: tuple[SameEntry, ...]


def title_key(title: str) -> str:
    """Return the words of a title for comparison: no case, accents, punctuation or articles."""
    plain = unicodedata.normalize("NFKD", title.casefold())
    plain = "".join(c for c in plain if not unicodedata.combining(c))
    return " ".join(
        word for word in _WORD.findall(plain.replace("’", "'").replace("'", "")) if word not in _UNSTEADY
    )


def listed_entries(root: etree._Element) -> tuple[ListedEntry, ...]:
    """Return the entries of a document in reading order; none where it is no list."""
    document = root.get(XML_ID, "")
    found = []
    for bibl in root.iterfind(".//tei:body//tei:bibl", NSMAP):
        holder = bibl.getparent()
        item = holder if holder is not None and holder.tag == tei("item") else bibl
        if item.get(XML_ID) is None or bibl.get("type") == "attachment":
            continue
        titles = [_words(title) for title in bibl.iterfind("tei:title", NSMAP)]
        title = " ".join(words for words in titles if words)
        numbers = (_words(number) for number in bibl.iterfind(".//tei:idno[@type='document-number']", NSMAP))
        found.append(
            ListedEntry(
                document,
                item.get(XML_ID, ""),
                item.get("n", ""),
                _date(bibl.find("tei:date", NSMAP)),
                title,
                title_key(title),
                tuple(number for number in numbers if number),
            )
        )
    return tuple(found)


def same_entries(lists: Iterable[Sequence[ListedEntry]]) -> list[SameEntry]:
    """Return pairs of entries that name one document: each later entry with the first of its like.

    Same are entries with the same number of a message, or with the same date and the same words
    in the title. Two entries without a date, or without a title, are never taken for the same.
    """
    first_of: dict[tuple[str, str], ListedEntry] = {}
    pairs = []
    for entries in lists:
        for entry in entries:
            for key, evidence in _keys(entry):
                known = first_of.get(key)
                if known is not None:
                    pairs.append(SameEntry(known, entry, evidence))
                    break
            for key, _ in _keys(entry):
                first_of.setdefault(key, entry)
    return pairs


def join_search(roots: Sequence[etree._Element]) -> JoinedSearch:
    """Return the pages of one search joined; ``roots`` are its result pages in any order."""
    pages = sorted(roots, key=lambda root: (_number(root, "first") or 0, root.get(XML_ID, "")))
    lists = [listed_entries(root) for root in pages]
    entries = tuple(entry for page in lists for entry in page)
    totals = [total for total in (_number(root, "total") for root in pages) if total is not None]
    total = max(totals, default=None)
    shown = {int(entry.n) for entry in entries if entry.n.isdigit()}
    missing = tuple(n for n in range(1, (total or 0) + 1) if n not in shown)
    return JoinedSearch(
        tuple(root.get(XML_ID, "") for root in pages), entries, total, missing, tuple(same_entries(lists))
    )


def edited_entries(entries: Iterable[ListedEntry], documents: Iterable[EditedDocument]) -> list[EditedEntry]:
    """Return which entries are documents of this edition, given the summaries of its documents.

    A number is as good as certain, and so are date and title together. Likely is a title of four
    words or more without a date to confirm it, or the same day with most words of the title in
    common. An entry for which two documents qualify is left out.
    """
    known = _Known.of(documents)
    matches = (known.match(entry) for entry in entries)
    return [match for match in matches if match is not None]


@dataclass(frozen=True, slots=True)
class _Known:
    """The documents of the edition by what an entry can say of them."""

    by_number: Mapping[str, set[str]]
    by_title: Mapping[str, set[str]]
    by_day: Mapping[str, list[EditedDocument]]
    telegrams: Mapping[tuple[str, int], list[tuple[str, str]]]
    dates: Mapping[str, str]

    @classmethod
    def of(cls, documents: Iterable[EditedDocument]) -> _Known:
        by_number: dict[str, set[str]] = defaultdict(set)
        by_title: dict[str, set[str]] = defaultdict(set)
        by_day: dict[str, list[EditedDocument]] = defaultdict(list)
        telegrams: dict[tuple[str, int], list[tuple[str, str]]] = defaultdict(list)
        dates: dict[str, str] = {}
        for document in documents:
            dates[document.id] = document.date
            by_title[title_key(document.title)].add(document.id)
            by_day[document.date[:10]].append(document)
            for number in (*document.numbers, document.id):
                by_number[_number_key(number)].add(document.id)
                if telegram := _TELEGRAM.fullmatch(number):
                    telegrams[telegram["year"], int(telegram["n"])].append((telegram["post"], number))
        return cls(by_number, by_title, by_day, telegrams, dates)

    def match(self, entry: ListedEntry) -> EditedEntry | None:
        """Return the document that the entry is, or None."""
        for number in (*entry.numbers, *self._telegrams(entry)):
            numbered = self.by_number.get(_number_key(number), set())
            if len(numbered) == 1:
                return EditedEntry(entry, next(iter(numbered)), f"both have the number {number}", "high")
        titled = self.by_title.get(entry.key, set()) if entry.key else set()
        agreeing = [document for document in titled if _agree(entry.date, self.dates[document])]
        if len(agreeing) == 1:
            date = self.dates[agreeing[0]]
            if entry.date and date:
                return EditedEntry(entry, agreeing[0], f"same title, and the date {date}", "high")
            if len(entry.key.split()) >= _TELLING:
                return EditedEntry(entry, agreeing[0], "same title, and no date to compare", "medium")
        return None if agreeing else self._alike(entry)

    def _telegrams(self, entry: ListedEntry) -> Iterator[str]:
        """Yield the numbers of the telegrams that have the entry's year, number and post."""
        # The archive cuts the posts' names and closes them up: HONGK, SUHBA.
        words = entry.key.replace(" ", "")
        for number in entry.numbers:
            if number.isdecimal() and entry.date:
                for post, telegram in self.telegrams.get((entry.date[:4], int(number)), []):
                    if post.lower() in words:
                        yield telegram

    def _alike(self, entry: ListedEntry) -> EditedEntry | None:
        words = set(entry.key.split())
        if len(entry.date) != 10 or len(words) < _TELLING:
            return None
        alike = []
        for document in self.by_day.get(entry.date, []):
            others = set(title_key(document.title).split())
            if len(words & others) >= _ALIKE * len(words | others):
                alike.append(document.id)
        if len(alike) != 1:
            return None
        return EditedEntry(entry, alike[0], "same day, and most words of the title", "medium")


def _agree(one: str, other: str) -> bool:
    """Return True where two dates can be the same one, told with different precision."""
    return not one or not other or one.startswith(other) or other.startswith(one)


def _keys(entry: ListedEntry) -> list[tuple[tuple[str, str], str]]:
    keys = [(("number", _number_key(n)), f"both have the number {n}") for n in entry.numbers if len(n) > 8]
    if entry.date and entry.key:
        keys.append(((entry.date, entry.key), f"same title, and the date {entry.date}"))
    return keys


def _number_key(number: str) -> str:
    return "".join(number.upper().split())


def _date(date: etree._Element | None) -> str:
    if date is None:
        return ""
    values = [value for name in _DATE_ATTRIBUTES if (value := date.get(name))]
    return "/".join(values)


def _number(root: etree._Element, kind: str) -> int | None:
    number = root.find(f".//tei:body//tei:num[@type='{kind}']", NSMAP)
    value = number.get("value", "") if number is not None else ""
    return int(value) if value.isdigit() else None


def _words(element: etree._Element) -> str:
    """Return what a reader reads of an element: the correction instead of the slip."""
    return " ".join("".join(_readings(element)).split())


def _readings(element: etree._Element) -> Iterable[str]:
    yield element.text or ""
    for child in element:
        if isinstance(child.tag, str) and not _is_superseded(child):
            yield from _readings(child)
        yield child.tail or ""


def _is_superseded(element: etree._Element) -> bool:
    """Return True for the source's slip beside its correction, and for an editor's note."""
    name = etree.QName(element).localname
    if name == "note":
        return element.get("type") == "editor"
    parent = element.getparent()
    is_choice = parent is not None and parent.tag == tei("choice")
    return name in ("del", "surplus") or (is_choice and name in ("sic", "orig", "abbr"))
