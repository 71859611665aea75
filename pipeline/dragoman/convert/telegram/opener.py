"""The opener: the header lines of a telegram, each typed, with its names and its date."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Final

from dragoman.convert.telegram.addressees import Addressee, parse_addressees
from dragoman.convert.telegram.classification import meaning_of
from dragoman.convert.telegram.date_time_group import GROUP, DateTimeGroup, InvalidDate, parse_date_time_group
from dragoman.convert.telegram.flow import Flow
from dragoman.convert.telegram.furniture import furniture_element
from dragoman.convert.telegram.header import Entry, HeaderLines
from dragoman.convert.telegram.keyed import (
    KEYED_NUMBER,
    classification_of,
    day_of,
    is_receipt,
    keyed_addressee,
)
from dragoman.convert.telegram.lines import Line, Role
from dragoman.convert.telegram.office import DATED_SENDER, NUMBER, office_addressees
from dragoman.convert.telegram.reference_line import ReferenceLine, parse_reference_line
from dragoman.document import Added, DateValue, Element, Node
from dragoman.source import Span

_KEYWORD: Final = re.compile(
    r"(?:FM|FROM|TO|(?:AND )?INFO(?: TO)?|XMT|RFI|(?:AND )?REPEATED (?:FOR INFORMATION )?TO|AND(?: TO)?)"
    r":?(?:\s+|$)"
)
_PAGE_ENDS: Final = frozenset((Role.CLASSIFICATION,))
_CORRESPONDENCE: Final = frozenset(("from", "to", "info", "exempt"))


@dataclass(slots=True)
class Opening:
    """What the header of the first section says, as far as it was understood.

    classification: what it stands for; date: with the line it stands on; day: where no more is said;
    invalid_date: why a date-time group was refused, with its line;
    reference: of the line with classification, section and message number.
    """

    element: Element | None = None
    date: DateTimeGroup | None = None
    day: DateValue | None = None
    date_line: Line | None = None
    invalid_date: str = ""
    sender: Addressee | None = None
    action: list[Addressee] = field(default_factory=list)
    information: list[Addressee] = field(default_factory=list)
    reference: ReferenceLine | None = None
    classification: str = ""


class _OpenerWriter:
    def __init__(
        self, text: str, year: int | None, next_note_id: Callable[[], str], is_quoted: bool = False
    ) -> None:
        self._text = text
        self._is_quoted = is_quoted
        self._next_note_id = next_note_id
        self._year = year
        self._flow = Flow(text, has_lines=is_quoted)
        self.opening = Opening()
        self.content: tuple[Node, ...] = ()

    def write(self, header: HeaderLines) -> Opening:
        breaks = _page_breaks(header.entries)
        for index, entry in enumerate(header.entries):
            if index in breaks:
                self._flow.approach(entry.lines[0].start)
                self._flow.mark(Element("pb", {"n": str(breaks[index])}))
            if entry.type == "furniture":
                line = entry.lines[0]
                self._flow.add(furniture_element(line), line.start, line.end)
            elif entry.type == "date":
                if header.form == "keyed":
                    self._write_day(entry.lines[0])
                else:
                    self._write_date(entry.lines[0])
            elif entry.type == "section":
                self._write_section(entry.lines[0])
            elif entry.type == "note":
                attributes = {"type": "transmission", "xml:id": self._next_note_id()}
                self._write("note", attributes, entry.lines)
            elif entry.type in _CORRESPONDENCE:
                self._write_correspondents(entry, header.form)
            elif entry.type == "message-number":
                self._remember_number(entry.lines[0], header.form)
                self._write("seg", {"type": entry.type}, entry.lines)
            else:
                if entry.type == "classification":
                    self.opening.classification = self.opening.classification or classification_of(entry.text)
                self._write("seg", {"type": entry.type}, entry.lines)
        self.content = self._flow.finish()
        if self.content:
            self.opening.element = Element("opener", {}, self.content)
        return self.opening

    def _write(self, name: str, attributes: dict[str, str], lines: Sequence[Line]) -> None:
        flow = Flow(self._text)
        for line in lines:
            flow.add_text(line.start, line.end)
        self._flow.add(Element(name, attributes, flow.finish()), flow.start, flow.end)

    def _write_part(self, kind: str, start: int, end: int) -> None:
        if start < end:
            self._flow.add(Element("seg", {"type": kind}, (Span(start, end),)), start, end)

    def _write_date(self, line: Line) -> None:
        # A paragraph holds no dateline: its parts stand in the paragraph.
        flow = self._flow if self._is_quoted else Flow(self._text)
        end = self._write_group(flow, line)
        rest = self._text[end : line.end]
        if rest.strip():
            flow.add_text(end + len(rest) - len(rest.lstrip()), line.end)
        if not self._is_quoted:
            self._flow.add(Element("dateline", {}, flow.finish()), line.start, line.end)

    def _write_section(self, line: Line) -> None:
        reference = None
        if line.role not in _PAGE_ENDS:
            reference = parse_reference_line(line.text, needs_section=False)
        if reference is None:
            self.opening.classification = self.opening.classification or meaning_of(line.text)
            self._write_part("classification", line.start, line.end)
            return
        self.opening.classification = self.opening.classification or reference.classification
        if self.opening.reference is None:
            self.opening.reference = reference
        start = line.start
        self._write_part("classification", start, start + reference.classification_end)
        kind = "section" if reference.sections else "message-number"
        at = start + reference.start
        gap = self._text[start + reference.classification_end : at]
        # A stroke or a comma between the two belongs to neither and is kept with the second.
        at -= len(gap) - (len(gap) - len(gap.lstrip())) if gap.strip() else 0
        self._write_part(kind, at, start + reference.end)
        rest = self._text[start + reference.end : line.end]
        self._write_part("caption", line.end - len(rest.lstrip()), line.end)

    def _write_day(self, line: Line) -> None:
        """Write a line with the day, which stands anywhere in it, behind the number perhaps."""
        self._remember_number(line, "keyed")
        flow = Flow(self._text)
        day = day_of(line.text)
        at = line.start
        if day is not None:
            start, at = line.start + day.span.start, line.start + day.span.end
            self._take_between(flow, line.start, start)
            flow.add(Element("date", day.value.attributes(), (Span(start, at),)), start, at)
            if not is_receipt(line.text):
                self.opening.day = self.opening.day or day.value
        self._take_between(flow, at, line.end)
        self._flow.add(Element("dateline", {}, flow.finish()), line.start, line.end)

    def _write_correspondents(self, entry: Entry, form: str) -> None:
        flow = Flow(self._text)
        for line in entry.lines:
            keyword = _KEYWORD.match(line.text)
            at = keyword.end() if keyword else 0
            taken, end = line.start, line.end
            dated = DATED_SENDER.match(line.text) if form == "office" and entry.type == "from" else None
            if form == "keyed":
                found: tuple[Addressee, ...] = (keyed_addressee(line.text),)
            elif dated is not None:
                found = office_addressees(line.text[: dated.end("name")], at)
                end = line.start + dated.start("group")
            else:
                is_office = form == "office"
                found = office_addressees(line.text, at) if is_office else parse_addressees(line.text, at)
            for addressee in found:
                start, stop = line.start + addressee.start, line.start + addressee.end
                self._take_between(flow, taken, start)
                flow.add(Element("orgName", {}, (Span(start, stop),)), start, stop)
                taken = stop
                self._remember(entry.type, addressee)
            self._take_between(flow, taken, end)
            if dated is not None:
                at = dated.start("group")
                group = line._replace(start=line.start + at, text=line.text[at:])
                self._take_between(flow, self._write_group(flow, group), line.end)
        self._flow.add(Element("seg", {"type": entry.type}, flow.finish()), flow.start, flow.end)

    def _write_group(self, flow: Flow, line: Line) -> int:
        """Write the date-time group that opens a line, or what is left of one, and return where it ends."""
        match, group = GROUP.match(line.text), None
        try:
            group = parse_date_time_group(line.text, self._year)
        except InvalidDate as error:
            self.opening.invalid_date = str(error)
        if self.opening.date is None:
            self.opening.date, self.opening.date_line = group, line
        end = line.start + (len(match[0].rstrip()) if match else 0)
        if match is not None:
            flow.add(_date(group, line, end), line.start, end)
        return end

    def _remember_number(self, line: Line, form: str) -> None:
        number = (KEYED_NUMBER if form == "keyed" else NUMBER).match(line.text)
        if number is not None and self.opening.reference is None:
            post = self.opening.sender.name if self.opening.sender else ""
            end = len(line.text)
            self.opening.reference = ReferenceLine("", 0, 0, end, post=post, number=number["number"])

    def _take_between(self, flow: Flow, start: int, end: int) -> None:
        raw = self._text[start:end]
        bare = raw.strip()
        if bare:
            at = start + len(raw) - len(raw.lstrip())
            flow.add_text(at, at + len(bare))

    def _remember(self, kind: str, addressee: Addressee) -> None:
        if kind == "from" and self.opening.sender is None:
            self.opening.sender = addressee
        elif kind == "to":
            self.opening.action.append(addressee)
        elif kind == "info":
            self.opening.information.append(addressee)


def _date(group: DateTimeGroup | None, line: Line, end: int) -> Element:
    """Return the date-time group that opens a line; mistyped figures stand beside what was meant."""
    whole = Span(line.start, end)
    if group is None:
        return Element("date", {}, (whole,))
    if not group.meant:
        return Element("date", {"when": group.when}, (whole,))
    start = line.start + line.text.index(group.figures)
    figures = Span(start, start + len(group.figures))
    meant = Element("corr", {"resp": "#dragoman"}, (Added(group.meant),))
    choice = Element("choice", {}, (Element("sic", {}, (figures,)), meant))
    content = [node for node in (Span(whole.start, start), choice, Span(figures.end, end)) if node]
    return Element("date", {"when": group.when, "cert": "medium", "evidence": "conjecture"}, tuple(content))


def _page_breaks(entries: Sequence[Entry]) -> dict[int, int]:
    """Return the page that begins at each entry: before the classifications above its banner."""
    breaks: dict[int, int] = {}
    for index, entry in enumerate(entries):
        if entry.type != "furniture" or not entry.lines[0].page:
            continue
        at = index
        while at > 0 and entries[at - 1].type == "furniture" and entries[at - 1].lines[0].role in _PAGE_ENDS:
            at -= 1
        breaks[at] = entry.lines[0].page
    return breaks


def write_opener(
    header: HeaderLines, text: str, year: int | None, next_note_id: Callable[[], str]
) -> Opening:
    """Return the opener of a header and what it says.

    year: stands in where the date-time group gives none; next_note_id: gives the id of the next note.
    """
    return _OpenerWriter(text, year, next_note_id).write(header)


def is_message_header(header: HeaderLines) -> bool:
    """Return True for a header that has two at least of date-time group, sender and addressee, or of the
    formal lines below them, which are left where a message is repeated without its address.
    """
    return any(
        sum(header.first(kind) is not None for kind in kinds) > 1
        for kinds in (("date", "from", "to"), ("executive-order", "tags", "subject"))
    )


def write_quoted_header(
    header: HeaderLines, text: str, year: int | None, next_note_id: Callable[[], str]
) -> tuple[Node, ...]:
    """Return the header of a quoted message as the content of a paragraph, typed as an opener's lines are."""
    writer = _OpenerWriter(text, year, next_note_id, is_quoted=True)
    writer.write(header)
    return writer.content
