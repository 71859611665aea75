"""The text of a telegram as paragraphs that run on across pages and sections.

Furniture is held back until it is known whether the paragraph goes on after it: then it stands
inside the paragraph, else between two.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from dragoman.convert.context import Decision
from dragoman.convert.telegram.flow import Flow
from dragoman.convert.telegram.garbles import MARK, with_garbles
from dragoman.convert.telegram.lines import Line
from dragoman.convert.telegram.paragraphs import (
    Label,
    ends_sentence,
    is_heading,
    label_of,
)
from dragoman.convert.telegram.paragraphs import (
    Sequence as Labels,
)
from dragoman.convert.telegram.quotations import QuotationIds, Range, with_quotations
from dragoman.convert.telegram.tables import table_element
from dragoman.convert.telegram.words import APART, Join, Vocabulary, join_at_line_end, join_at_page_end
from dragoman.document import Element, Node
from dragoman.source import SourceText, Span

_LONG_LINE: Final = 45
# With which a line ends whose last word may go on in the next.
HYPHEN: Final = "-"
# What the archive prints in the place of a text that is on microfilm only.
_NO_TEXT: Final = frozenset(("n/a", "none", "no text"))


class Held(NamedTuple):
    """Furniture that waits: an element with the part of the transcript it holds (start = end: none)."""

    element: Element
    start: int
    end: int
    is_classification: bool = False


@dataclass(slots=True)
class _Paragraph:
    attributes: dict[str, str]
    flow: Flow
    last: str = ""
    line_count: int = 0
    is_numbered: bool = False


@dataclass(slots=True)
class _Quotation:
    flow: Flow
    labels: Labels


@dataclass(slots=True)
class Body:
    """Builds the children of the document's division; lines must come in order.

    gap_offsets: where the paragraphs begin whose numbers leave a gap (`labels.gaps`);
    quoted: what stands between marks of quotation in the line.
    """

    source: SourceText
    vocabulary: Vocabulary
    nodes: list[Node] = field(default_factory=list)
    decisions: list[Decision] = field(default_factory=list)
    labels: Labels = field(default_factory=Labels)
    has_paragraphs: bool = False
    gap_offsets: list[int] = field(default_factory=list)
    quoted: Sequence[Range] = ()
    _paragraph: _Paragraph | None = None
    _held: list[Held] = field(default_factory=list)
    _quotation: _Quotation | None = None
    _paragraph_count: int = 0
    _note_count: int = 0
    _is_page_end: bool = False
    _has_garbles: bool = False
    _quote_ids: QuotationIds = field(default_factory=QuotationIds)

    def __post_init__(self) -> None:
        source = self.source
        self._has_garbles = source.has("(") and MARK.search(source.text) is not None

    def _put(self, element: Element, start: int, end: int) -> None:
        if self._quotation is not None:
            self._quotation.flow.add(element, start, end)
        else:
            self.nodes.append(element)

    def next_paragraph_id(self) -> str:
        """Return the id of the next paragraph."""
        self._paragraph_count += 1
        return f"p{self._paragraph_count}"

    # Furniture

    def next_note_id(self) -> str:
        """Return the id of the next note."""
        self._note_count += 1
        return f"n{self._note_count}"

    def hold(self, element: Element, start: int, end: int, is_classification: bool = False) -> None:
        """Take furniture; whether it stands inside a paragraph is seen later."""
        self._held.append(Held(element, start, end, is_classification))
        self._is_page_end = True

    def hold_stamp(self, element: Element, start: int, end: int) -> None:
        """Take furniture that can stand anywhere, in the middle of a sentence too."""
        self._held.append(Held(element, start, end))

    def hold_page_break(self, page: int) -> None:
        """Take a page break: it stands before the classifications at the page's end and head."""
        at = len(self._held)
        while at > 0 and self._held[at - 1].is_classification:
            at -= 1
        attributes = {"n": str(page)} if page else {}
        self._held.insert(at, Held(Element("pb", attributes), -1, -1))

    def hold_note(self, element_content: Sequence[Node], start: int, end: int) -> None:
        """Take an operator's note."""
        attributes = {"type": "transmission", "xml:id": self.next_note_id()}
        self.hold(Element("note", attributes, tuple(element_content)), start, end)

    def release(self) -> None:
        """Write what is held between the blocks."""
        self._is_page_end = False
        if not self._held:
            self.close_paragraph()
            return
        held, self._held = self._held, []
        paragraph = self._paragraph
        if paragraph is not None:
            # What is printed against the paragraph's last letter cannot leave it.
            glued = self._glued(held, paragraph.flow.end)
            for one in held[:glued]:
                self._write(paragraph.flow, one, False)
            held = held[glued:]
            self.close_paragraph()
        for one in held:
            if one.start < 0:
                self._put_mark(one.element)
            else:
                self._put(one.element, one.start, one.end)

    def _put_mark(self, element: Element) -> None:
        if self._quotation is not None:
            self._quotation.flow.mark(element)
        else:
            self.nodes.append(element)

    @staticmethod
    def _glued(held: Sequence[Held], end: int) -> int:
        count = 0
        for index, one in enumerate(held):
            if one.start < 0:
                continue
            if one.start != end:
                break
            count, end = index + 1, one.end
        return count

    @staticmethod
    def _write(flow: Flow, one: Held, is_joined: bool) -> None:
        if one.start < 0:
            element = one.element
            if is_joined and element.name == "pb":
                element = Element("pb", {**element.attributes, "break": "no"})
            flow.mark(element)
        else:
            flow.add(one.element, one.start, one.end, is_joined)

    def _write_held(self, flow: Flow, is_joined: bool) -> None:
        held, self._held, self._is_page_end = self._held, [], False
        for index, one in enumerate(held):
            if one.start < 0 and not is_joined:
                # The white space belongs before an empty element, with what came before.
                behind = (held[at].start for at in range(index + 1, len(held)))
                following = next((start for start in behind if start >= 0), -1)
                if following > flow.end >= 0:
                    flow.approach(following)
            self._write(flow, one, is_joined)

    # Text

    def take(self, line: Line) -> None:
        """Take a line of text: it begins a paragraph or goes on with the one before."""
        is_cut = self._is_page_end
        paragraph = self._paragraph
        is_block = paragraph is None or is_cut or line.breaks >= 2
        label = label_of(line.text)
        labels = self._quotation.labels if self._quotation else self.labels
        if label is not None and not labels.accepts(
            label, line.text, is_block, paragraph.last if paragraph else ""
        ):
            label = None
        if len(self.labels.gaps) > len(self.gap_offsets):
            self.gap_offsets.append(line.start)
        if (
            paragraph is None
            or label is not None
            or (is_block and not self._goes_on(paragraph, line, is_cut))
        ):
            self.release()
            self._open(line, label)
            return
        self._go_on(paragraph, line)

    def run_on(self, last: Line, count: int) -> None:
        """Take lines of which nothing has to be asked: ``count`` of them right below the line before.

        A paragraph is open and nothing is held, as `take` leaves it; ``last`` is the last of the lines.
        """
        paragraph = self._paragraph
        assert paragraph is not None, "lines run on where a line has been taken"
        paragraph.flow.add_text(last.start, last.end)
        paragraph.last = last.text
        paragraph.line_count += count

    def _goes_on(self, paragraph: _Paragraph, line: Line, is_cut: bool) -> bool:
        """Return True when a line without a label, after a blank line or a page's end, goes on."""
        if is_heading(line.text):
            return False
        if not ends_sentence(paragraph.last):
            if is_cut or paragraph.last.endswith((",", ";", HYPHEN)):
                return True
            if paragraph.last[-1:] in ")]\"'":
                return False
            return paragraph.line_count > 1 or len(paragraph.last) >= _LONG_LINE
        if is_cut and paragraph.is_numbered and self._quotation is None and self._ends_with_stop(paragraph):
            self.decisions.append(
                Decision(
                    "paragraph",
                    f"paragraph {paragraph.attributes.get('n', '')} goes on after the page's end",
                    "paragraphs are numbered and the text after the page's end bears no number",
                    "medium",
                    self.source.place(line.start),
                )
            )
            return True
        return False

    @staticmethod
    def _ends_with_stop(paragraph: _Paragraph) -> bool:
        return not paragraph.last.endswith(":")

    def _open(self, line: Line, label: Label | None) -> None:
        flow = Flow(self.source.text)
        identifier, at = self.next_paragraph_id(), line.start
        if label is None:
            attributes = {"xml:id": identifier}
        else:
            # A figure in parentheses is a sub-paragraph's and no step in the row of the paragraphs.
            number = f"({label.value})" if label.style == "inner" else label.value
            attributes = {"n": number, "xml:id": identifier}
            end = line.start + label.length
            flow.add(Element("label", {}, (Span(at, end),)), at, end)
            rest = self.source.text[end : line.end]
            at = end + len(rest) - len(rest.lstrip())
        if at < line.end:
            flow.add_text(at, line.end)
        self._paragraph = _Paragraph(attributes, flow, line.text, 1, label is not None)
        self.has_paragraphs = self.has_paragraphs or line.text.lower() not in _NO_TEXT

    def _go_on(self, paragraph: _Paragraph, line: Line) -> None:
        flow = paragraph.flow
        join = APART
        if self._held:
            is_glued = self._glued(self._held, flow.end) > 0
            join = join_at_page_end(paragraph.last, line.text, is_glued, self.vocabulary)
        elif paragraph.last.endswith(HYPHEN):
            join = join_at_line_end(paragraph.last, line.text, self.vocabulary)
        start = line.start
        if join is not APART:
            start = self._join(paragraph, line, join)
        else:
            self._write_held(flow, False)
        if start < line.end:
            flow.add_text(start, line.end, join.is_one_word and start == line.start)
        paragraph.last = line.text
        paragraph.line_count += 1

    def _join(self, paragraph: _Paragraph, line: Line, join: Join) -> int:
        """Write what stands inside the word and return where the rest of the line begins."""
        flow = paragraph.flow
        if join.is_hyphen_weak:
            flow.mark_last_as(Element("pc", {"force": "weak"}), 1)
        if join.evidence:
            value = f"{paragraph.last[-_LONG_LINE:].split()[-1]} + {line.text[:_LONG_LINE].split()[0]}"
            place = self.source.place(line.start)
            self.decisions.append(Decision("word", value, join.evidence, join.cert, place))
        self._write_held(flow, True)
        if not join.repeated:
            return line.start
        end = line.start + join.repeated
        repeated = Element("surplus", {"reason": "repeated"}, (Span(line.start, end),))
        flow.add(repeated, line.start, end, True)
        return end

    def take_table(self, lines: Sequence[Line]) -> None:
        """Take the rows of a table."""
        self.release()
        element = table_element(lines, self.source.text, self.next_paragraph_id())
        self._put(element, lines[0].start, lines[-1].end)
        self.has_paragraphs = True

    def close_paragraph(self) -> None:
        """End the paragraph that is open, if one is."""
        paragraph, self._paragraph = self._paragraph, None
        if paragraph is not None:
            flow = paragraph.flow
            content = flow.finish()
            if self._has_garbles:
                content = with_garbles(content, self.source.text, self.next_note_id)
            if self.quoted:
                content = with_quotations(content, self.source.text, self.quoted, self._quote_ids)
            self._put(Element("p", paragraph.attributes, content), flow.start, flow.end)

    # Quotations

    def open_quotation(self) -> None:
        """Begin a quoted message: the blocks that follow stand in it."""
        self.release()
        self._quotation = _Quotation(Flow(self.source.text, has_lines=False), Labels())

    def take_quoted_header(self, content: Sequence[Node], start: int, end: int) -> None:
        """Take the header of a quoted message: a paragraph whose lines are typed as an opener's are."""
        self._put(Element("p", {"xml:id": self.next_paragraph_id()}, tuple(content)), start, end)

    def close_quotation(self) -> None:
        """End the quoted message, if one is open."""
        self.release()
        quotation, self._quotation = self._quotation, None
        if quotation is not None and quotation.flow.end >= 0:
            self.nodes.append(Element("quote", {}, quotation.flow.finish()))
        elif quotation is not None:
            self.nodes.extend(quotation.flow.nodes)

    @property
    def is_quoting(self) -> bool:
        """True inside a quoted message."""
        return self._quotation is not None
