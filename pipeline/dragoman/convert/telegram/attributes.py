"""The message attributes: keys and values that the archive's program wrote under a telegram.

In the transcripts several pairs share a line, values are empty or run over lines, and
some keys are set in asterisks. What parts them is the table of known keys; a line that
begins with a key of the same form is taken for one.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from dragoman.convert.telegram.cues import ATTRIBUTE_KEYS
from dragoman.convert.telegram.flow import Flow
from dragoman.convert.telegram.furniture import furniture_element
from dragoman.convert.telegram.lines import Line, Role
from dragoman.document import Element
from dragoman.source import SourceText, Span

# Keys by their last word, longest first: "Original Previous Classification:" ends like shorter keys.
_KNOWN: Final = frozenset(ATTRIBUTE_KEYS)
_BY_LAST_WORD: Final[dict[str, tuple[str, ...]]] = {}
for _key in sorted(ATTRIBUTE_KEYS, key=lambda key: (-len(key), key)):
    _last = _key.split()[-1]
    _BY_LAST_WORD[_last] = (*_BY_LAST_WORD.get(_last, ()), _key)
_LONGEST_WORD: Final = max(len(word) for word in _BY_LAST_WORD) + 3
_FORM: Final = re.compile(r"(\*\*)?((?=[A-Z])[A-Za-z]{2,20}(?:[ /\-][A-Za-z]{1,20}){0,5})(?:\*\*)?:")
_STARS: Final = "**"
# Values that say that there is none.
_NOTHING: Final = frozenset(("", "n/a", "na", "none"))
_MARKING_KEYS: Final = frozenset(("Review Markings", "Markings"))
_ENOUGH_KEYS: Final = 3
# Asked for every line: a member by way of its enumeration takes ten times as long.
_HEADING: Final = Role.PART_ATTRIBUTES
_STAMP: Final = Role.STAMP
_NO_VALUES: Final[Mapping[str, str]] = {}
# A telegram has forty pairs of four parts: the constructor of a named tuple takes twice as long as this.
_made: Final = tuple.__new__


class Attribute(NamedTuple):
    """One pair. key: as in the table; label: the span of the key as printed, colon and asterisks
    included; value: the normalised value, "" where empty; lines: the runs of the value.
    """

    key: str
    label: Span
    value: str
    lines: tuple[Line, ...]
    is_known: bool = True


@dataclass(frozen=True, slots=True)
class MessageAttributes:
    """The attributes of one telegram in order. heading: the line “Message Attributes”, if printed;
    before: lines between it and the first key; values: by key, the first that says something.
    """

    pairs: tuple[Attribute, ...] = ()
    heading: Line | None = None
    before: tuple[Line, ...] = ()
    values: Mapping[str, str] = field(default_factory=dict)

    def value(self, key: str) -> str:
        """Return the value of ``key``, or "" where it is missing, empty or says that there is none."""
        return self.values.get(key, "")

    def pair(self, key: str) -> Attribute | None:
        """Return the pair of ``key``, or None."""
        return next((pair for pair in self.pairs if pair.key == key), None)


class _Key(NamedTuple):
    key: str
    start: int
    end: int
    is_known: bool


def _keys_in(text: str) -> list[_Key]:
    """Return the keys in one line, by their offsets in it."""
    found: list[_Key] = []
    floor, colon = 0, text.find(":")
    if text[:colon] in _KNOWN:
        floor = colon + 1
        found.append(_Key(text[:colon], 0, floor, True))
        colon = text.find(":", floor)
    while colon >= 0:
        key = _known_key(text, floor, colon)
        if key is not None:
            found.append(key)
            floor = key.end
        colon = text.find(":", colon + 1)
    if not found or found[0].start > 0:
        form = _FORM.match(text)
        limit = found[0].start if found else len(text)
        if form and form.end() <= limit and any(c.islower() for c in form[2]):
            end = form.end() + (2 if form[1] and text.startswith(_STARS, form.end()) else 0)
            found.insert(0, _Key(form[2], 0, end, False))
    return found


def _known_key(text: str, floor: int, colon: int) -> _Key | None:
    """Return the known key that a colon ends, the longest that fits, or None."""
    name_end = colon - len(_STARS) if text.startswith(_STARS, colon - len(_STARS)) else colon
    before = text[max(floor, name_end - _LONGEST_WORD) : name_end]
    word = before.rpartition(" ")[2].rpartition("\t")[2].lstrip("*")
    for key in _BY_LAST_WORD.get(word, ()):
        start = name_end - len(key)
        if start < floor or not text.startswith(key, start):
            continue
        if text.startswith(_STARS, start - len(_STARS)) and start - len(_STARS) >= floor:
            start -= len(_STARS)
        if start > 0 and not text[start - 1].isspace():
            continue
        end = colon + 1
        if text.startswith(_STARS, end) and text.startswith(_STARS, start):
            end += len(_STARS)
        return _Key(key, start, end, True)
    return None


def attributes_start(lines: Sequence[Line]) -> int:
    """Return the index of the first line of the message attributes; ``len(lines)`` where there are none.

    It is the last heading “Message Attributes”; without one, the line from which on there are keys.
    """
    for index in range(len(lines) - 1, -1, -1):
        if lines[index].role is _HEADING:
            return index
    first, count = len(lines), 0
    for index in range(len(lines) - 1, -1, -1):
        line = lines[index]
        is_part = index > 0 and lines[index - 1].end == line.start
        if (
            not is_part
            and ":" in line.text
            and any(key.is_known and key.start == 0 for key in _keys_in(line.text))
        ):
            first, count = index, count + 1
        elif line.role in (Role.END, Role.BANNER, Role.DATE):
            break
    return first if count >= _ENOUGH_KEYS else len(lines)


def parse_attributes(lines: Sequence[Line]) -> MessageAttributes:
    """Return the attributes that the lines hold; ``lines`` begin with the heading or the first key."""
    heading = lines[0] if lines and lines[0].role is Role.PART_ATTRIBUTES else None
    before: list[Line] = []
    # Key, label and whether the key is known, with the list of the value's lines, which may grow.
    found: list[tuple[str, Span, list[Line], bool]] = []
    values = before
    end = -1
    for line in lines[1:] if heading is not None else lines:
        text, start = line.text, line.start
        name, colon, rest = text.partition(":")
        if colon and name in _KNOWN and ":" not in rest and start != end:
            # Most lines are one pair and nothing else.
            words, end = rest.lstrip(), line.end
            values = [_made(Line, (line.role, end - len(words), end, 0, words, 0, 0, 0))] if words else []
            found.append((name, _made(Span, (start, start + len(name) + 1)), values, True))
            continue
        keys = [] if line.role is _STAMP or not colon else _keys_in(text)
        if keys and keys[0].start == 0 and start == end:
            # Printed against a stamp, the word is no line's beginning.
            del keys[0]
        end = line.end
        limits = [*(key.start for key in keys), len(text)]
        values.extend(_run(line, 0, limits[0]))
        for key, limit in zip(keys, limits[1:], strict=True):
            values = _run(line, key.end, limit)
            found.append((key.key, Span(start + key.start, start + key.end), values, key.is_known))
    pairs: list[Attribute] = []
    said: dict[str, str] = {}
    for name, label, values, is_known in found:
        value = _value(name, values)
        pairs.append(_made(Attribute, (name, label, value, tuple(values), is_known)))
        if name not in said and value.lower() not in _NOTHING:
            said[name] = value
    return MessageAttributes(tuple(pairs), heading, tuple(before), said)


def _value(key: str, lines: Sequence[Line]) -> str:
    """Return the words of a value, blanks squeezed; a stamp is a word of the keys alone that hold stamps."""
    if not lines:
        return ""
    if len(lines) == 1 and lines[0].role is not _STAMP:
        return " ".join(lines[0].text.split())
    is_marking = key in _MARKING_KEYS
    words = [word for line in lines if is_marking or line.role is not _STAMP for word in line.text.split()]
    return " ".join(words)


def _run(line: Line, start: int, end: int) -> list[Line]:
    """Return the part of a line between two offsets, if it is not blank, as a line."""
    raw = line.text[start:end]
    bare = raw.strip()
    if not bare:
        return []
    at = line.start + start + len(raw) - len(raw.lstrip())
    return [Line(line.role, at, at + len(bare), line.breaks if start == 0 else 0, bare)]


def attributes_division(source: SourceText, attributes: MessageAttributes) -> list[Element]:
    """Return the children of ``back``: the attributes as they are printed, as pairs of label and item."""
    if attributes.heading is None and not attributes.pairs:
        return []
    text = source.text
    content: list[Element] = []
    if attributes.heading is not None:
        content.append(Element("head", {}, (Span(attributes.heading.start, attributes.heading.end),)))
    if attributes.before:
        content.append(_paragraph(text, attributes.before))
    pairs: list[Element] = []
    for pair in attributes.pairs:
        start, end = pair.label
        lines = pair.lines
        if text[start] == "*" and text.startswith(_STARS, start) and text.startswith(_STARS, end - 2):
            opening, closing = Span(start, start + 2), Span(end - 2, end)
            label = Element("label", {"rend": "asterisks"}, (Span(start + 2, end - 2),), opening, closing)
        else:
            label = _made(Element, ("label", _NO_VALUES, (pair.label,), None, None))
        if len(lines) == 1 and lines[0].start > end and lines[0].role is not _STAMP:
            value = _made(Span, (lines[0].start, lines[0].end))
            pairs += (label, _made(Element, ("item", _NO_VALUES, (value,), None, None)))
        elif lines and lines[0].start == end:
            # No blank parts key and value in the transcript, and label and item would.
            glued = Flow(text)
            glued.add_text(start, end)
            _take_value(glued, text, pair)
            pairs.extend((Element("label", {}, glued.finish()), Element("item")))
        else:
            flow = Flow(text)
            _take_value(flow, text, pair)
            pairs.extend((label, Element("item", {}, flow.finish())))
    if pairs:
        content.append(Element("list", {"type": "gloss"}, tuple(pairs)))
    return [Element("div", {"type": "messageAttributes"}, tuple(content))]


def _take_value(flow: Flow, text: str, pair: Attribute) -> None:
    for line in pair.lines:
        if line.role is _STAMP and pair.key not in _MARKING_KEYS:
            flow.add(furniture_element(line), line.start, line.end)
        else:
            flow.add_text(line.start, line.end)


def _paragraph(text: str, lines: Sequence[Line]) -> Element:
    flow = Flow(text)
    for line in lines:
        flow.add_text(line.start, line.end)
    return Element("p", {}, flow.finish())
