"""Quoted messages: BEGIN TEXT and END TEXT on lines of their own, QTE and UNQTE in the line."""

from __future__ import annotations

import bisect
import itertools
import re
from collections.abc import Iterator, Sequence
from operator import attrgetter
from typing import Final, NamedTuple

from dragoman.convert.telegram.lines import FURNITURE, Line, Role, indices_of
from dragoman.convert.telegram.paragraphs import label_of
from dragoman.document import Element, Node
from dragoman.source import SourceText, Span

_TEXT: Final = r"(?: OF)?(?: [A-Z\-]{2,14}){0,3} (?:TEXT|TRANSLATION)\b"
_OPENING: Final = re.compile(rf"(?:BEGIN|START){_TEXT} ?[:.\-]{{0,2}}")
# Behind a sentence: ``THE EMBASSY HAS SENT THE FOLLOWING: QUOTE``.
_OPENING_BEHIND: Final = re.compile(rf"(?<=[\s:.,])(?:QTE|QUOTE|(?:BEGIN|START){_TEXT}) ?[:.]?$")
_CLOSING: Final = re.compile(
    rf"(?:^|(?<=[\s.!?\")]))(?:\(?END{_TEXT} ?[.)]{{0,2}}$|(?:UNQTE|UNQUOTE|END (?:QUOTE|QTE))\b ?\.?)"
)
_INLINE: Final = re.compile(
    r"\b(?:(?P<opens>QTE|QUOTE|BEGIN (?:[A-Z]{2,12} )?(?:TEXT|QUOTE))"
    r"|(?P<closes>UNQTE|UNQUOTE|END (?:QTE|QUOTE|TEXT)))\b[:.]?"
)
_MARKS: Final = frozenset((Role.BEGIN_QUOTE, Role.END_QUOTE))
_LONGEST_MARK: Final = 72
_MESSAGE: Final = frozenset((Role.DATE, Role.FROM, Role.TO))
# A quotation in the line is no longer than this, though it may run over several paragraphs.
_LONGEST: Final = 12_000


class Range(NamedTuple):
    """What stands between two marks in the line: offsets of the transcript."""

    start: int
    end: int


_START: Final = attrgetter("start")
_END: Final = attrgetter("end")


class QuotationIds:
    """The ids of the parts of quotations that run over several paragraphs, counted through a telegram."""

    def __init__(self) -> None:
        self._last: dict[Range, str] = {}
        self._count = 0

    def attributes(self, quotation: Range, start: int, end: int) -> dict[str, str]:
        """Return those of the part from ``start`` to ``end``: none where that paragraph holds the whole."""
        if start <= quotation.start and quotation.end <= end:
            return {}
        self._count += 1
        attributes = {"xml:id": f"q{self._count}"}
        if quotation in self._last:
            attributes["prev"] = f"#{self._last[quotation]}"
        self._last[quotation] = attributes["xml:id"]
        return attributes


def may_have_quotations(source: SourceText, lines: Sequence[Line]) -> bool:
    """Return False where no line has a word that every mark of a quotation within a line has."""
    end = lines[-1].end if lines else 0
    # Q is rare, and one letter is looked for in a fiftieth of the time of a word.
    words = ("QUOTE", "QTE", " TEXT", " TRANSLATION") if source.has("Q") else (" TEXT", " TRANSLATION")
    return any(source.text.find(word, 0, end) >= 0 for word in words)


def split_quotation_marks(lines: Sequence[Line]) -> list[Line]:
    """Return the lines with the marks of a quoted message on lines of their own.

    ``BEGIN TEXT: THE MINISTRY…``, ``…THE FOLLOWING: QUOTE`` and ``…OF THE WATER. END TEXT.`` share theirs
    with the message or with the text round it.
    """
    made: list[Line] = []
    is_open = False
    nested = 0
    for index, line in enumerate(lines):
        if line.role is Role.BEGIN_QUOTE:
            is_open, nested = True, 0
            made.extend(_split_opening(line))
        elif line.role in FURNITURE:
            made.append(line)
        elif is_open:
            parts, nested = _split_closing(line, nested)
            made.extend(parts)
            is_open = not any(part.role is Role.END_QUOTE for part in parts)
        else:
            parts = _split_opening_behind(line, lines, index)
            made.extend(parts)
            is_open, nested = parts[-1].role is Role.BEGIN_QUOTE, 0
    return made


def _split_opening(line: Line) -> list[Line]:
    opening = _OPENING.match(line.text)
    rest = line.text[opening.end() :].lstrip() if opening else ""
    if opening is None or not rest:
        return [line]
    kept = line.text[: opening.end()].rstrip()
    text = Line(Role.TEXT, line.end - len(rest), line.end, 0, rest)
    return [line._replace(end=line.start + len(kept), text=kept), text]


def _split_opening_behind(line: Line, lines: Sequence[Line], index: int) -> list[Line]:
    """Part a mark from the sentence that announces the message, where a message or a block follows."""
    mark = _OPENING_BEHIND.search(line.text, max(0, len(line.text) - _LONGEST_MARK))
    following = next((one for one in lines[index + 1 : index + 9] if one.role not in FURNITURE), None)
    if mark is None or following is None:
        return [line]
    if not (
        "TEXT" in mark[0] or "TRANSLATION" in mark[0] or following.role in _MESSAGE or following.breaks > 1
    ):
        return [line]
    kept = line.text[: mark.start()].rstrip()
    label = label_of(kept)
    if not kept or (label is not None and label.length == len(kept)):
        # The number of a paragraph stays with the mark: ``3. BEGIN TEXT:``.
        return [line._replace(role=Role.BEGIN_QUOTE)]
    start = line.start + mark.start()
    return [
        line._replace(end=line.start + len(kept), text=kept),
        Line(Role.BEGIN_QUOTE, start, line.end, 0, mark[0]),
    ]


def _split_closing(line: Line, nested: int) -> tuple[list[Line], int]:
    """Return the parts of a line of a quoted message, and how many quotations within it stay open."""
    text = line.text
    if line.role is Role.END_QUOTE:
        return ([line], 0) if not nested else ([line._replace(role=Role.TEXT)], nested - 1)
    for mark in _INLINE.finditer(text):
        closing = _CLOSING.match(text, mark.start()) or _CLOSING.match(text, max(0, mark.start() - 1))
        if mark["opens"]:
            nested += 1
        elif nested:
            nested -= 1
        elif closing is not None:
            return _parts(line, closing.start(), closing.end()), 0
    closing = _CLOSING.search(text, max(0, len(text) - _LONGEST_MARK))
    if closing is not None and closing[0].lstrip("(").startswith("END") and not nested:
        return _parts(line, closing.start(), closing.end()), 0
    return [line], nested


def _parts(line: Line, start: int, end: int) -> list[Line]:
    """Return a line in three: before the closing mark, the mark, after it; what is blank is left out."""
    text = line.text
    kept, rest = text[:start].rstrip(), text[end:].lstrip()
    mark = text[start:end].rstrip()
    made: list[Line] = []
    if kept:
        made.append(line._replace(end=line.start + len(kept), text=kept))
    at = line.start + start
    made.append(Line(Role.END_QUOTE, at, at + len(mark), 0 if kept else line.breaks, mark))
    if rest:
        made.append(Line(Role.TEXT, line.end - len(rest), line.end, 0, rest))
    return made


def partners(lines: Sequence[Line]) -> tuple[dict[int, int], list[int]]:
    """Return the indices of marks that belong together, each with its partner's, and those without one."""
    paired: dict[int, int] = {}
    alone: list[int] = []
    begun = -1
    for index in indices_of(lines, _MARKS):
        if lines[index].role is Role.BEGIN_QUOTE:
            if begun >= 0:
                alone.append(begun)
            begun = index
        elif begun >= 0:
            paired[begun], paired[index] = index, begun
            begun = -1
        else:
            alone.append(index)
    if begun >= 0:
        alone.append(begun)
    return paired, alone


def without_ranges(text: str, marks: Sequence[Line], ranges: Sequence[Range]) -> list[Line]:
    """Return the marks on lines of their own that do not close or open a range in the line."""
    if not ranges:
        return list(marks)
    made: list[Line] = []
    for line in marks:
        # Ranges follow each other and do not overlap: only those next to the line can touch it.
        at = bisect.bisect(ranges, (line.start,))
        before, after = ranges[max(0, at - 1)], ranges[min(at, len(ranges) - 1)]
        is_end = before.end <= line.start and not text[before.end : line.start].strip()
        is_start = line.end <= after.start and not text[line.end : after.start].strip()
        if not (is_end or is_start):
            made.append(line)
    return made


def inline_ranges(lines: Sequence[Line]) -> list[Range]:
    """Return what stands between QTE and UNQTE in running text, over several paragraphs too.

    lines: those of the text, without the marks that stand on lines of their own. A mark without a partner
    is a word: ``DO NOT QUOTE HIM``.
    """
    marks = [
        (mark, line.start)
        for line in lines
        if "QUOTE" in line.text or "QTE" in line.text or " TEXT" in line.text
        for mark in _INLINE.finditer(line.text)
    ]
    return [
        Range(first.end() + at, second.start() + other)
        for (first, at), (second, other) in itertools.pairwise(marks)
        if first["opens"] and second["closes"] and second.start() + other - first.end() - at <= _LONGEST
    ]


def with_quotations(
    nodes: Sequence[Node], text: str, ranges: Sequence[Range], ids: QuotationIds
) -> tuple[Node, ...]:
    """Return a paragraph's content with ``quote`` round what stands between QTE and UNQTE.

    The two words stay outside. A quotation that runs over paragraphs has a ``quote`` in each, and each
    part points back to the one before.
    """
    spans = [node for node in nodes if isinstance(node, Span)]
    if not spans:
        return tuple(nodes)
    start, end = spans[0].start, spans[-1].end
    first = bisect.bisect_right(ranges, start, key=_END)
    met = ranges[first : bisect.bisect_left(ranges, end, first, key=_START)]
    if not met:
        return tuple(nodes)
    made: list[Node] = []
    inner: list[Node] = []
    is_quoting, at = False, 0
    edges = [edge for one in met for edge in (max(one.start, start), min(one.end, end))]
    for node in _cut_at(nodes, edges):
        if isinstance(node, int):
            if is_quoting:
                made.extend(_quoted(inner, text, ids.attributes(met[at], start, end)))
                inner, at = [], at + 1
            is_quoting = not is_quoting
        else:
            (inner if is_quoting else made).append(node)
    return (*made, *inner)


def _cut_at(nodes: Sequence[Node], edges: Sequence[int]) -> Iterator[Node | int]:
    """Yield the nodes, their spans cut at each edge, and each edge where it lies."""
    at = 0
    for node in nodes:
        if not isinstance(node, Span):
            yield node
            continue
        start = node.start
        while at < len(edges) and edges[at] <= node.end and edges[at] >= node.start:
            if edges[at] > start:
                yield node.part(start, edges[at])
            start = edges[at]
            yield edges[at]
            at += 1
        if start < node.end:
            yield node.part(start, node.end)


def _quoted(nodes: Sequence[Node], text: str, attributes: dict[str, str]) -> list[Node]:
    """Return nodes in a ``quote``, with the blanks and line ends at its two ends outside it."""
    first, last = 0, len(nodes)
    while first < last and _is_blank(nodes[first], text):
        first += 1
    while last > first and _is_blank(nodes[last - 1], text):
        last -= 1
    if first == last:
        return list(nodes)
    before, inner, after = list(nodes[:first]), list(nodes[first:last]), list(nodes[last:])
    head = inner[0]
    if isinstance(head, Span):
        at = head.end - len(text[head.start : head.end].lstrip())
        before.append(head.part(head.start, at))
        inner[0] = head.part(at, head.end)
    tail = inner[-1]
    if isinstance(tail, Span):
        at = tail.start + len(text[tail.start : tail.end].rstrip())
        after.insert(0, tail.part(at, tail.end))
        inner[-1] = tail.part(tail.start, at)
    quote = Element("quote", attributes, tuple(inner))
    made: list[Node] = [*before, quote, *after]
    return [node for node in made if not (isinstance(node, Span) and node.start == node.end)]


def _is_blank(node: Node, text: str) -> bool:
    if isinstance(node, Span):
        return not text[node.start : node.end].strip()
    return isinstance(node, Element) and node.name == "lb"
