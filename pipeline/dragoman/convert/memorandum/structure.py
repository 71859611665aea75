"""From blocks to the elements of a memorandum, as docs/encoding.md has them."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from dragoman.convert.brackets.encode import Encoder, Mark
from dragoman.convert.brackets.find import Bracket
from dragoman.convert.dates import find_dates
from dragoman.convert.memorandum import element_types as kinds
from dragoman.convert.memorandum.blocks import CLOSER_ROLES, OPENER_ROLES, Block, Role, content_of
from dragoman.convert.memorandum.grouping import groups_of, is_valediction
from dragoman.convert.memorandum.names import bodies_in, people_in, plain_names, signed_names
from dragoman.convert.memorandum.native_names import han_names, hangul_names
from dragoman.convert.memorandum.notes import notes_written
from dragoman.convert.memorandum.numbering import Number, numbers_of
from dragoman.convert.memorandum.overlaps import cuts_any, holds, meet, outside, overlaps, touches_any
from dragoman.convert.memorandum.pages import Pages
from dragoman.convert.memorandum.patterns import DATELINE_KEY
from dragoman.convert.memorandum.tables import cells_of
from dragoman.document import Added, Element, Node
from dragoman.source import SourceText, Span

# What stands between somebody's name and his office; of columns, blanks.
_BEFORE_ROLE: Final = re.compile(r"\s?[,–—-]\s+|[ \u00a0]{2,}")


@dataclass(frozen=True, slots=True)
class Structure:
    """The elements of the body and of the back."""

    body: tuple[Node, ...]
    back: tuple[Node, ...]


@dataclass(slots=True)
class _Counter:
    prefix: str
    last: int = 0

    def next(self) -> str:
        self.last += 1
        return f"{self.prefix}{self.last}"


class Builder:
    """Builds the elements of one memorandum.

    brackets: those of each block's stretches of running text, by the start of the stretch;
    marks: what else stands for running text, by the start of the stretch;
    title: the heading to compose where the transcript has none.
    """

    def __init__(
        self,
        source: SourceText,
        encoder: Encoder,
        brackets: Mapping[int, Sequence[Bracket]],
        marks: Mapping[int, Sequence[Mark]],
        pages: Pages,
        title: str,
    ) -> None:
        self._source = source
        self._encoder = encoder
        self._brackets = brackets
        self._marks = marks
        self._pages = pages
        self._title = title
        self._paragraphs = _Counter("p")
        self._turns = _Counter("u")
        self._sections = _Counter("s")
        self._numbers: Mapping[int, Number] = {}

    def build(self, blocks: Sequence[Block]) -> Structure:
        """Return the elements of all blocks, in their order."""
        self._numbers = numbers_of(
            self._source,
            (block.span for block in blocks if block.role is Role.PARAGRAPH or block.enumerator is not None),
        )
        first = next((at for at, block in enumerate(blocks) if block.role in kinds.NOTES), len(blocks))
        end = first
        while end < len(blocks) and blocks[end].role in kinds.OF_NOTES:
            end += 1
        last = next((at for at in range(end, first, -1) if blocks[at - 1].role in kinds.NOTES), first)
        ahead, notes, after = blocks[:first], blocks[first:last], blocks[end:]
        # The notes come first, so that the text can point to them.
        written = notes_written(self._source, self._encoder.note_targets, self._text, self._page, notes)
        heads = [at for at, block in enumerate(ahead) if block.role is Role.ENCLOSURE]
        body = self._body(ahead[: heads[0]] if heads else ahead)
        back = [self._enclosure(ahead, at, end) for at, end in pairwise([*heads, len(ahead)])]
        written += [node for block in blocks[last:end] for node in self._line_apart(block)]
        division = [Element("div", {"type": "notes"}, written)] if notes else []
        return Structure(tuple(body), (*back, *division, *map(self._lone, after)))

    def _line_apart(self, block: Block) -> list[Node]:
        """Return a line of opening or closing as a paragraph, where neither may stand."""
        if block.role is Role.PAGE:
            return self._page(block)
        text = {Role.DATELINE: self._dated, Role.SIGNED: self._signed}.get(block.role, self._people)
        return [Element("p", {"xml:id": self._paragraphs.next()}, text(block.span))]

    def _enclosure(self, blocks: Sequence[Block], at: int, end: int) -> Element:
        """Return the enclosure that the block at ``at`` heads; ``end``: the first that is no longer of it."""
        pages = self._page_ends(blocks[at - 1] if at else None, blocks[at])
        identifier = {"type": "enclosure", "xml:id": self._sections.next()}
        return Element("div", identifier, [*pages, *self._body(blocks[at:end])])

    # Running text

    def _text(self, span: Span) -> list[Node]:
        return self._encoder.nodes(span, self._brackets.get(span.start, ()), self._marks.get(span.start, ()))

    def _paragraph(self, span: Span, is_dated: bool = False) -> Element:
        number = self._numbers.get(span.start)
        identifier = {"xml:id": self._paragraphs.next()}
        if number is None:
            is_dated = (
                is_dated or DATELINE_KEY.match(self._source.text[span.start : span.start + 40]) is not None
            )
            return Element("p", identifier, self._dated(span) if is_dated else self._text(span))
        return Element("p", {"n": number.value, **identifier}, self._labelled(span, number.label))

    def _labelled(self, span: Span, label: Span) -> list[Node]:
        """Return running text whose first characters are its label."""
        marks = [Mark(label, (Element("label", {}, (label,)),)), *self._marks.get(span.start, ())]
        return self._encoder.nodes(span, outside(self._brackets.get(span.start, ()), marks[:1]), marks)

    def _page_ends(self, before: Block | None, block: Block) -> list[Node]:
        """Return a page break for each form feed between two blocks."""
        return self._pages.breaks(before.span.end, block.span.start) if before is not None else []

    def _page(self, block: Block) -> list[Node]:
        return self._pages.line(block.span)

    # Body

    def _body(self, blocks: Sequence[Block]) -> list[Node]:
        made: list[Node] = []
        if not any(block.role in kinds.HEADS for block in blocks):
            made.append(_composed_head(self._title))
        has_common = has_text = is_closing = False
        last_text = max((block.span.start for block in blocks if block.role in kinds.TEXT), default=-1)
        before: Block | None = None
        for group in groups_of(blocks):
            role = group[0].role
            made.extend(self._page_ends(before, group[0]))
            before = group[-1]
            if role is Role.PAGE:
                made.extend(self._page(group[0]))
                for above, block in pairwise(group):
                    made.extend([*self._page_ends(above, block), *self._page(block)])
            elif role in (Role.SITE, Role.SPECIMEN):
                made.extend(self._lone(block) for block in group)
            elif role in kinds.HEADS:
                made.append(Element("head", {}, self._text(group[0].span)))
            elif role is Role.KEY:
                # Below the text it is the record of a site's page.
                made.extend([self._front_matter(group)] if not has_common else map(self._lone, group))
            elif role in OPENER_ROLES and not has_common and not is_closing:
                made.append(self._opener(group))
            elif role in (Role.PARTICIPANTS_HEAD, Role.PARTICIPANT):
                made.append(self._participants(group))
                has_common = True
            elif (
                has_common
                and not has_text
                and (role is Role.DATELINE or (role is Role.SALUTE and group[0].span.start < last_text))
            ):
                # Below those present, where no opener may stand.
                made.extend(node for block in group for node in self._line_apart(block))
            elif (
                role in CLOSER_ROLES
                or (role in OPENER_ROLES and is_closing)
                or is_valediction(group, has_common)
            ):
                made.append(self._closer(group))
                is_closing = True
            elif role is Role.POSTSCRIPT and is_closing:
                made.append(Element("postscript", {}, [self._paragraph(block.span) for block in group]))
            elif role is Role.TURN:
                made.append(self._turn(group))
                has_common = has_text = True
            elif role is Role.TABLE:
                made.extend(self._table(block.span) for block in group)
                has_common = has_text = True
            else:
                made.extend(self._paragraph(block.span) for block in group)
                has_common = has_text = True
        return made

    def _table(self, span: Span) -> Element:
        rows = [
            Element("row", {}, [Element("cell", {}, self._text(cell) if cell else ()) for cell in row])
            for row in cells_of(self._source, span)
        ]
        return Element("table", {"xml:id": self._paragraphs.next()}, rows)

    def _lone(self, block: Block) -> Element:
        kind = "specimen" if block.role is Role.SPECIMEN else "site"
        return Element("fw", {"type": kind}, self._text(block.span))

    def _front_matter(self, blocks: Sequence[Block]) -> Element:
        children: list[Node] = []
        for block in blocks:
            assert block.label is not None
            children.append(Element("label", {}, (block.label,)))
            value = content_of(self._source, block)
            children.append(Element("item", {}, self._text(value) if value else ()))
        return Element("argument", {}, (Element("list", {"type": "front-matter"}, children),))

    def _opener(self, blocks: Sequence[Block]) -> Element:
        return Element("opener", {}, self._in_line(blocks, self._opener_line))

    def _opener_line(self, block: Block) -> Element:
        if block.role is Role.DATELINE:
            return Element("dateline", {}, self._dated(block.span))
        if block.role is Role.SALUTE:
            return Element("salute", {}, self._text(block.span))
        if block.role in (Role.ADDRESSEE, Role.SENDER):
            return Element("seg", {"type": kinds.OPENER_TYPES[block.role]}, self._people(block.span))
        return Element("seg", {"type": kinds.OPENER_TYPES[block.role]}, self._text(block.span))

    def _dated(self, span: Span) -> list[Node]:
        """Return running text with its dates as ``date``, where no bracket cuts them."""
        marks = []
        brackets = self._brackets.get(span.start, ())
        for found in find_dates(self._source[span]):
            at = Span(span.start + found.span.start, span.start + found.span.end)
            attributes = found.value.attributes()
            if not attributes or any(
                overlaps(at, bracket) and not holds(at, bracket) for bracket in brackets
            ):
                continue
            within = [bracket for bracket in brackets if holds(at, bracket)]
            marks.append(Mark(at, (Element("date", attributes, self._encoder.nodes(at, within)),)))
        return self._encoder.nodes(span, outside(brackets, marks), marks)

    # Participants

    def _participants(self, blocks: Sequence[Block]) -> Element:
        # Where no blank parts the heading from the first name, both are one item.
        is_headed = blocks[0].role is Role.PARTICIPANTS_HEAD
        head = [Element("head", {}, self._text(blocks[0].span))] if is_headed else []
        items: list[Node] = []
        for number, block in enumerate(blocks[len(head) :], len(head)):
            items.extend(self._page_ends(blocks[number - 1] if number else None, block))
            if block.role is Role.PAGE:
                items.extend(self._page(block))
                continue
            span, attributes, opening = block.span, {"xml:id": self._paragraphs.next()}, None
            bullet = self._source.text[span.start]
            if bullet in kinds.BULLETS and self._source.text[span.start + 1 : span.start + 2].isspace():
                attributes["rend"] = kinds.BULLETS[bullet]
                opening = Span(span.start, span.start + 1)
                span = Span(span.start + 1, span.end)
            items.append(Element("item", attributes, self._people(span, with_roles=True), opening))
        return Element("list", {"type": "participants"}, (*head, *items))

    def _people(self, span: Span, with_roles: bool = False) -> list[Node]:
        """Return running text with its names as ``persName`` and, after one single name, the role."""
        text = self._source[span]
        brackets = self._brackets.get(span.start, ())
        found = people_in(text) or (
            han_names(text) or hangul_names(text) or plain_names(text) if with_roles else []
        )
        spans = [Span(span.start + start, span.start + end) for start, end in found]
        marks = [
            Mark(name, (Element("persName", {}, (name,)),))
            for name in spans
            if not touches_any(name, brackets)
        ]
        bodies = self._bodies(span)
        if with_roles and len(marks) == 1 and marks[0].span.start - span.start < 12:
            role = _BEFORE_ROLE.match(self._source.text[marks[0].span.end : span.end])
            if role:
                first = marks[0].span.end + role.end()
                end = re.search(r"(?<!\b[A-Z])(?=\.\s+[A-Z])|[.;]?$", self._source.text[first : span.end])
                at = Span(first, first + end.start() if end else span.end)
                within = [bracket for bracket in brackets if holds(at, bracket)]
                is_body = any(body.span == at for body in bodies)
                if at and not is_body and not cuts_any(at, brackets):
                    marks.append(Mark(at, (Element("roleName", {}, self._encoder.nodes(at, within)),)))
        marks += [body for body in bodies if not any(meet(body.span, mark.span) for mark in marks)]
        marks.sort(key=lambda mark: mark.span.start)
        return self._encoder.nodes(span, outside(brackets, marks), marks)

    def _bodies(self, span: Span) -> list[Mark]:
        """Return the bodies that letters name, ``U.N. Secretariat``, as ``orgName``."""
        brackets = self._brackets.get(span.start, ())
        spans = [Span(span.start + start, span.start + end) for start, end in bodies_in(self._source[span])]
        return [
            Mark(body, (Element("orgName", {}, (body,)),))
            for body in spans
            if not touches_any(body, brackets)
        ]

    # Turns

    def _turn(self, blocks: Sequence[Block]) -> Element:
        label = blocks[0].label
        assert label is not None
        first = content_of(self._source, blocks[0])
        children: list[Node] = []
        enumerator = self._enumerator(blocks[0], label)
        if first and first.start == label.end:
            # No blank parts the name from the words: a speaker of its own would put one there.
            name = Element("label", {}, [*enumerator, *self._text(label)])
            children.append(Element("p", {"xml:id": self._paragraphs.next()}, [name, *self._text(first)]))
        else:
            children.append(Element("speaker", {}, [*enumerator, *self._text(label)]))
            if first:
                children.append(self._paragraph(first))
        for before, block in pairwise(blocks):
            children.extend(self._page_ends(before, block))
            children.extend(self._page(block) if block.role is Role.PAGE else [self._paragraph(block.span)])
        if not first and len(blocks) == 1:
            children.append(Element("p", {"xml:id": self._paragraphs.next()}))
        number = self._numbers.get(blocks[0].span.start) if enumerator else None
        return Element(
            "sp", {**({"n": number.value} if number else {}), "xml:id": self._turns.next()}, children
        )

    def _enumerator(self, block: Block, label: Span) -> list[Node]:
        """Return the printed number before the name of a turn, with the blank behind it."""
        at = block.enumerator
        if at is None:
            return []
        digits = self._source[at].strip("().")
        value = {"value": str(int(digits))} if digits.isdecimal() else {}
        return [Element("num", value, (at,)), self._gap(at.end, label.start)]

    # Closing

    def _closer(self, blocks: Sequence[Block]) -> Element:
        return Element("closer", {}, self._in_line(blocks, self._closer_line))

    def _closer_line(self, block: Block) -> Element:
        if block.role is Role.SIGNED:
            return Element("signed", {}, self._signed(block.span))
        if block.role is Role.DATELINE:
            return Element("dateline", {}, self._dated(block.span))
        if block.role is Role.SALUTE:
            return Element("salute", {}, self._text(block.span))
        return Element("seg", {"type": kinds.CLOSER_TYPES[block.role]}, self._people(block.span))

    def _signed(self, span: Span) -> list[Node]:
        """Return a signature with its names; ``/N. N./`` loses its slashes to ``@rend``."""
        brackets = self._brackets.get(span.start, ())
        text = self._source.text
        marks = []
        for first, last in signed_names(self._source[span]):
            name = Span(span.start + first, span.start + last)
            if cuts_any(name, brackets):
                continue
            content = self._encoder.nodes(name, [b for b in brackets if holds(name, b)])
            if text[name.start - 1 : name.start] == "/" and text[name.end : name.end + 1] == "/":
                ends = Span(name.start - 1, name.start), Span(name.end, name.end + 1)
                whole = Span(name.start - 1, name.end + 1)
                marks.append(Mark(whole, (Element("persName", {"rend": "slashes"}, content, *ends),)))
            else:
                marks.append(Mark(name, (Element("persName", {}, content),)))
        marks += [
            body for body in self._bodies(span) if not any(meet(body.span, mark.span) for mark in marks)
        ]
        marks.sort(key=lambda mark: mark.span.start)
        return self._encoder.nodes(span, outside(brackets, marks), marks)

    def _in_line(self, blocks: Sequence[Block], element: Callable[[Block], Element]) -> list[Node]:
        """Return an element for each block with the white space of the transcript between them."""
        nodes: list[Node] = []
        last_end: int | None = None
        before: Block | None = None
        for block in blocks:
            if last_end is not None:
                nodes.append(self._gap(last_end, block.span.start))
            nodes.extend(self._page_ends(before, block))
            before = block
            if block.role is Role.PAGE:
                nodes.extend(self._page(block))
            elif block.role in (Role.PHYSICAL, Role.REMARK):
                nodes.extend(self._text(block.span))
            else:
                nodes.append(element(block))
            last_end = block.span.end
        return nodes

    def _gap(self, start: int, end: int) -> Span:
        """Return the white space that stands for a gap: its first line end, or its first blank."""
        line_end = self._source.text.find("\n", start, end)
        at = line_end if line_end >= 0 else start
        return Span(at, min(at + 1, end))


def _composed_head(title: str) -> Element:
    supplied = Element("supplied", {"resp": "#dragoman", "reason": "heading"}, (Added(title),))
    return Element("head", {}, (supplied,))
