"""Elements that stand apart on a page though their names do not say so: by its styles, or as they touch."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice, pairwise
from typing import Final
from xml.etree.ElementTree import Element

from dragoman.convert.carriers.html_parts import styled_names
from dragoman.convert.carriers.html_words import BLOCKS, name_of, raw_words_of
from dragoman.convert.dates import parse_date

_BOX: Final = r"display\s*:\s*(?:block|table|list-item|flow-root|(?:inline-)?(?:flex|grid))"
_CONTAINER: Final = r"display\s*:\s*(?:inline-)?(?:flex|grid)"
_BOX_STYLE: Final = re.compile(_BOX, re.IGNORECASE)
_CONTAINER_STYLE: Final = re.compile(_CONTAINER, re.IGNORECASE)
# Elements that hold no words of their own, or whose words belong to the word before them.
_NO_BOX: Final = frozenset(
    "br wbr img input sup sub area col source script style template td th tr option optgroup rt rp".split()
)
_MOST_ELEMENTS: Final = 20
_LONGEST_DATE: Final = 64


@dataclass(frozen=True, slots=True)
class Boxes:
    """Which elements are boxes, by ``id()``: ``begin``, those before which a line ends; ``end``, those after
    which one does; ``touching``, of those that only touch what stands before them, the words on both sides.
    """

    begin: frozenset[int]
    end: frozenset[int]
    touching: dict[int, str]


def boxes_of(root: Element) -> Boxes:
    """Return the boxes of a page among the elements that are no blocks by their names."""
    box_names = styled_names(root, _BOX)
    container_names = styled_names(root, _CONTAINER)
    boxes: set[int] = set()
    touching: dict[int, str] = {}
    for element in root.iter():
        if not isinstance(element.tag, str):
            continue
        if _is_styled(element, _BOX_STYLE, box_names):
            boxes.add(id(element))
        if len(element) > 1:
            if _is_styled(element, _CONTAINER_STYLE, container_names):
                boxes.update(id(child) for child in element)
            else:
                touching.update(_touching(element))
    return Boxes(frozenset(boxes | touching.keys()), frozenset(boxes), touching)


def _is_styled(element: Element, style: re.Pattern[str], names: frozenset[str]) -> bool:
    if style.search(element.get("style", "")):
        return True
    return bool(names) and not names.isdisjoint(_names_in_sheet(element))


def _names_in_sheet(element: Element) -> Iterator[str]:
    """Yield what a style sheet may call an element: ``span``, ``.date``, ``span.date``, ``#d``."""
    name = name_of(element)
    yield name
    for one in element.get("class", "").split():
        yield f".{one}"
        yield f"{name}.{one}"
    if identifier := element.get("id"):
        yield f"#{identifier}"


def _touching(parent: Element) -> Iterator[tuple[int, str]]:
    """Yield the children between which and the one before no blank stands, where they are no one word."""
    if (parent.text or "").strip() or any((child.tail or "").strip() for child in parent):
        # Running text, some of whose words have a look of their own.
        return
    words = None
    for one, other in pairwise(parent):
        if one.tail or not (_may_be_box(one) and _may_be_box(other)):
            words = None
            continue
        left = _words(one) if words is None else words
        words = _words(other)
        if _are_apart(left, words):
            yield id(other), f"{left[-_LONGEST_DATE:]} | {words[:_LONGEST_DATE]}"


def _may_be_box(element: Element) -> bool:
    name = name_of(element)
    return bool(name) and name not in BLOCKS and name not in _NO_BOX


def _words(element: Element) -> str:
    is_small = sum(1 for _ in islice(element.iter(), _MOST_ELEMENTS + 1)) <= _MOST_ELEMENTS
    return raw_words_of(element) if is_small else ""


def _are_apart(left: str, right: str) -> bool:
    """Return True for words that touch and are not one: a date before anything, several before several."""
    if not left or not right or left[-1].isspace() or right[0].isspace():
        return False
    words = left.strip()
    if len(words) <= _LONGEST_DATE and words[-1].isdigit() and parse_date(words) is not None:
        return right[0].isalnum()
    is_end = left[-1].isalnum() or left[-1] in '.?!)”"’'
    begins_anew = right[0].isupper() and right[1:2].islower()
    return is_end and not left[-1].isupper() and begins_anew and " " in words and " " in right.strip()
