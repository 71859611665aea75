"""A text and its translation beside each other on a page: in the cells of a table, or in two columns."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import Final
from xml.etree.ElementTree import Element

from dragoman.convert.carriers.html_tables import rows_of
from dragoman.convert.carriers.html_words import name_of, words_of
from dragoman.convert.column_language import two_languages

# Elements that may be a column of a page, and how they are called where they are one.
_COLUMNS: Final = frozenset(("div", "section", "article", "td"))
_COLUMN_CLASS: Final = re.compile(r"col|left|right|orig|transl|source|target|side|half|pane", re.IGNORECASE)
_NO_WORDS: Final = frozenset("script style template noscript svg head".split())
_SHORTEST_TEXT: Final = 120
# A translation is about as long as its original; in Chinese signs that is a third.
_SHORTEST_SHARE: Final = 0.2


@dataclass(frozen=True, slots=True)
class Sides:
    """Where two texts stand beside each other, by ``id()``: ``pairs``, the elements that hold two columns;
    ``columns``, these; ``tables``, the tables that are set so.
    """

    pairs: frozenset[int]
    columns: frozenset[int]
    tables: frozenset[int]


def sides_of(root: Element) -> Sides:
    """Return the columns of a page whose languages are two."""
    lengths = _lengths(root)
    pairs: set[int] = set()
    columns: set[int] = set()
    tables: set[int] = set()
    covered: set[int] = set()
    for element in root.iter():
        if id(element) in covered or lengths.get(id(element), 0) < 2 * _SHORTEST_TEXT:
            continue
        if name_of(element) == "table":
            found = list(_rows_of_two(element))
        else:
            found = [two] if (two := _two_columns(element, lengths)) else []
        if not found or not _have_two_languages([two for _, *two in found], lengths):
            continue
        for pair, left, right in found:
            pairs.add(id(pair))
            columns |= {id(left), id(right)}
            covered.update(id(one) for side in (left, right) for one in side.iter())
        if name_of(element) == "table":
            tables.add(id(element))
    return Sides(frozenset(pairs), frozenset(columns), frozenset(tables))


def _lengths(root: Element) -> dict[int, int]:
    """Return how much text each element holds."""
    lengths: dict[int, int] = {}
    for element in reversed(list(root.iter())):
        if name_of(element) in _NO_WORDS or not isinstance(element.tag, str):
            lengths[id(element)] = 0
            continue
        inner = sum(lengths[id(child)] + len((child.tail or "").strip()) for child in element)
        lengths[id(element)] = len((element.text or "").strip()) + inner
    return lengths


def _rows_of_two(table: Element) -> Iterator[tuple[Element, Element, Element]]:
    """Yield the rows of a table with their two cells; nothing where a row has more."""
    rows = list(rows_of(table))
    if all(len(cells) <= 2 for _, cells in rows):
        yield from ((row, cells[0], cells[1]) for row, cells in rows if len(cells) == 2)


def _two_columns(element: Element, lengths: dict[int, int]) -> tuple[Element, Element, Element] | None:
    """Return an element with its two columns, None where it has no two that are called so."""
    children = [child for child in element if lengths[id(child)]]
    if len(children) != 2 or any((child.tail or "").strip() for child in element):
        return None
    are_called = all(
        name_of(child) in _COLUMNS and (child.get("lang") or _COLUMN_CLASS.search(child.get("class", "")))
        for child in children
    )
    return (element, children[0], children[1]) if are_called and not (element.text or "").strip() else None


def _have_two_languages(found: Sequence[Sequence[Element]], lengths: dict[int, int]) -> bool:
    sizes = [sum(lengths[id(two[side])] for two in found) for side in (0, 1)]
    if min(sizes) < max(_SHORTEST_TEXT, _SHORTEST_SHARE * max(sizes)):
        return False
    left, right = (" ".join(words_of(two[side]) for two in found) for side in (0, 1))
    return two_languages(left, right) is not None


def rows_of_sides(texts: Sequence[str]) -> Iterator[str]:
    """Yield the paragraphs of a text, each with that of the other beside it, behind a tab."""
    columns = [[" ".join(block.split()) for block in text.split("\n\n") if block.strip()] for text in texts]
    if len(columns) != 2:
        yield from (block for column in columns for block in column)
        return
    for one, other in zip_longest(*columns, fillvalue=""):
        yield f"{one}\t{other}"
