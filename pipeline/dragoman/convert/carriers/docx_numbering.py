"""The numbers and bullets that Word shows before paragraphs: a reader sees them, the file has them not."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final

from lxml import etree

from dragoman.convert.carriers.numerals import word_number

W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_LEVEL: Final = re.compile(r"%([1-9])")
# Bullets stand in fonts of signs, where their letter says nothing: a square is "§", a circle "o".
_BULLET: Final = "•"
_SIGN_FONTS: Final = frozenset(
    ("Symbol", "Wingdings", "Wingdings 2", "Wingdings 3", "Webdings", "Courier New")
)
_NO_LIST: Final = "0"


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list.

    start: its first number; style: the number format; text: the label, ``%1`` for the number of level 1;
    is_legal: all numbers of the label are figures; restart: it begins anew after a level below this
    (counted from 1; 0 never); gap: what parts the label from the paragraph; paragraph_style: its style.
    """

    start: int = 1
    style: str = "decimal"
    text: str = ""
    is_legal: bool = False
    restart: int = 9
    gap: str = " "
    paragraph_style: str = ""


@dataclass(frozen=True, slots=True)
class _List:
    """A list (``w:num``): the levels of what it is made of, and the numbers with which it begins itself."""

    counted_as: str
    levels: dict[int, Level]
    starts: dict[int, int]


@dataclass(frozen=True, slots=True)
class Label:
    """What Word shows before a paragraph, and the gap after it; ``odd_format``: one we write in figures."""

    text: str
    gap: str
    odd_format: str = ""


@dataclass(slots=True)
class Numbering:
    """Counts the paragraphs of a document, which have to be asked for in their order."""

    numbering: etree._Element | None
    styles: etree._Element | None
    _lists: dict[str, _List | None] = field(default_factory=dict)
    _counts: dict[str, dict[int, int]] = field(default_factory=dict)
    _begun: set[tuple[str, int]] = field(default_factory=set)
    _by_style: dict[str, tuple[str | None, int | None, str]] = field(default_factory=dict)

    def label(self, paragraph: etree._Element) -> Label | None:
        """Return the label of a paragraph, or None where Word shows none."""
        number, level_at = self._place(paragraph)
        listed = self._list(number)
        if listed is None or level_at not in listed.levels:
            return None
        level = listed.levels[level_at]
        counts = self._counts.setdefault(listed.counted_as, {})
        self._count(number, listed, counts, level_at)
        if level.style == "bullet":
            return Label(level.text, level.gap)
        odd: list[str] = []

        def shown(match: re.Match[str]) -> str:
            at = int(match[1]) - 1
            above = listed.levels.get(at, Level())
            style = "decimal" if level.is_legal else above.style
            value = counts.get(at, above.start)
            figures = word_number(value, style)
            if figures is None:
                odd.append(style)
            return str(value) if figures is None else figures

        text = _LEVEL.sub(shown, level.text)
        return Label(text, level.gap, odd[0] if odd else "") if text.strip() else None

    def _count(self, number: str, listed: _List, counts: dict[int, int], at: int) -> None:
        if at in listed.starts and (number, at) not in self._begun:
            counts[at] = listed.starts[at]
        else:
            counts[at] = counts[at] + 1 if at in counts else listed.levels[at].start
        self._begun.add((number, at))
        for above in range(at):
            counts.setdefault(above, listed.levels.get(above, Level()).start)
        for below in [one for one in counts if one > at]:
            restart = listed.levels.get(below, Level()).restart
            if at < min(restart, below):
                del counts[below]

    # Where a paragraph stands: in which list, on which level

    def _place(self, paragraph: etree._Element) -> tuple[str, int]:
        properties = paragraph.find(f"{W}pPr")
        number, at = _number_of(properties)
        style = _value(properties, "pStyle")
        if number is None:
            if style not in self._by_style:
                self._by_style[style] = self._style_number(style)
            number, styled_at, found = self._by_style[style]
            at = at if at is not None else styled_at
            if number is not None and at is None:
                at = self._level_of_style(number, found)
        return number or _NO_LIST, at or 0

    def _style_number(self, style: str) -> tuple[str | None, int | None, str]:
        """Return list and level that a style gives, and the style that does, its ancestors included."""
        seen: set[str] = set()
        element = self._style(style)
        while element is not None:
            identifier = element.get(f"{W}styleId", "")
            if identifier in seen:
                break
            seen.add(identifier)
            number, at = _number_of(element.find(f"{W}pPr"))
            if number is not None:
                return number, at, identifier
            parent = _value(element, "basedOn")
            element = self._style(parent) if parent else None
        return None, None, ""

    def _style(self, identifier: str) -> etree._Element | None:
        if self.styles is None:
            return None
        for style in self.styles.iterchildren(f"{W}style"):
            if identifier and style.get(f"{W}styleId") == identifier:
                return style
            is_default = style.get(f"{W}default") in ("1", "true", "on")
            if not identifier and is_default and style.get(f"{W}type") == "paragraph":
                return style
        return None

    def _level_of_style(self, number: str, style: str) -> int:
        listed = self._list(number)
        levels = listed.levels.items() if listed is not None else ()
        return next((at for at, level in levels if level.paragraph_style == style), 0)

    # Lists

    def _list(self, number: str) -> _List | None:
        if number not in self._lists:
            self._lists[number] = self._read_list(number)
        return self._lists[number]

    def _read_list(self, number: str) -> _List | None:
        element = self._child("num", "numId", number)
        if element is None or number == _NO_LIST:
            return None
        abstract = self._abstract(_value(element, "abstractNumId"), set())
        if abstract is None:
            return None
        levels = {_at(one): _level(one) for one in abstract.iterchildren(f"{W}lvl")}
        starts: dict[int, int] = {}
        for override in element.iterchildren(f"{W}lvlOverride"):
            at = _at(override)
            own = override.find(f"{W}lvl")
            if own is not None:
                levels[at] = _level(own)
            if override.find(f"{W}startOverride") is not None:
                starts[at] = _integer(_value(override, "startOverride"), 1)
        return _List(abstract.get(f"{W}abstractNumId", ""), levels, starts)

    def _abstract(self, identifier: str, seen: set[str]) -> etree._Element | None:
        """Return the definition of a list, also where it only points to that of a style."""
        found = self._child("abstractNum", "abstractNumId", identifier)
        link = _value(found, "numStyleLink")
        if not link or link in seen:
            return found
        seen.add(link)
        style = self._style(link)
        number, _ = _number_of(style.find(f"{W}pPr")) if style is not None else (None, None)
        linked = self._child("num", "numId", number or "")
        return found if linked is None else self._abstract(_value(linked, "abstractNumId"), seen)

    def _child(self, name: str, key: str, value: str) -> etree._Element | None:
        if self.numbering is None:
            return None
        children = self.numbering.iterchildren(f"{W}{name}")
        return next((child for child in children if child.get(f"{W}{key}") == value), None)


def _number_of(properties: etree._Element | None) -> tuple[str | None, int | None]:
    """Return list and level that properties of a paragraph give, None where they give none."""
    numbered = properties.find(f"{W}numPr") if properties is not None else None
    if numbered is None:
        return None, None
    number, level = _value(numbered, "numId"), _value(numbered, "ilvl")
    return number or None, _integer(level, 0) if level else None


def _level(element: etree._Element) -> Level:
    style = _value(element, "numFmt") or "decimal"
    text = _value(element, "lvlText")
    if style == "bullet":
        fonts = {
            value for font in element.iter(f"{W}rFonts") for key, value in font.items() if "Theme" not in key
        }
        is_sign = not text or not text.isprintable() or "\ue000" <= text[0] <= "\uf8ff"
        text = _BULLET if is_sign or fonts & _SIGN_FONTS else text
    return Level(
        start=_integer(_value(element, "start"), 1),
        style=style,
        text=text,
        is_legal=element.find(f"{W}isLgl") is not None,
        restart=_integer(_value(element, "lvlRestart"), 9),
        gap="" if _value(element, "suff") == "nothing" else " ",
        paragraph_style=_value(element, "pStyle"),
    )


def _value(parent: etree._Element | None, name: str) -> str:
    child = parent.find(f"{W}{name}") if parent is not None else None
    return child.get(f"{W}val", "") if child is not None else ""


def _at(element: etree._Element) -> int:
    return _integer(element.get(f"{W}ilvl", ""), 0)


def _integer(value: str, otherwise: int) -> int:
    return int(value) if value.isdecimal() and len(value) < 9 else otherwise
