"""From the lines of a telegram to the children of its division: where each part of the text goes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from dragoman.convert.context import Decision
from dragoman.convert.telegram.body import HYPHEN, Body
from dragoman.convert.telegram.closers import before_signature, copies, name_and_office
from dragoman.convert.telegram.ending import LONGEST_TAIL, last_text, tail_start
from dragoman.convert.telegram.flow import Flow
from dragoman.convert.telegram.furniture import furniture_element
from dragoman.convert.telegram.header import HeaderLines, read_header
from dragoman.convert.telegram.keyed import keyed_signature, read_keyed_header
from dragoman.convert.telegram.leading import lines_above, site_line
from dragoman.convert.telegram.lines import FURNITURE, Line, Role
from dragoman.convert.telegram.message_findings import (
    above_first_page,
    after_end,
    gaps_in_numbers,
    lonely_marks,
    missing_page,
    other_message,
)
from dragoman.convert.telegram.message_model import Message
from dragoman.convert.telegram.office import may_be_of_office, office_signature, read_office_header
from dragoman.convert.telegram.opener import Opening, is_message_header, write_opener, write_quoted_header
from dragoman.convert.telegram.paragraphs import BEGINNINGS_OF_WORDS, ends_sentence, label_of
from dragoman.convert.telegram.quotations import inline_ranges, partners, without_ranges
from dragoman.convert.telegram.reference_line import ReferenceLine, parse_reference_line
from dragoman.convert.telegram.signature import signature_start
from dragoman.convert.telegram.tables import may_be_row, may_have_rows, table_end
from dragoman.convert.telegram.words import Vocabulary
from dragoman.convert.telegram_form import is_keyed_telegram
from dragoman.document import Element
from dragoman.source import SourceText, Span

# Asked for every line: a member by way of its enumeration takes ten times as long.
_BANNER: Final = Role.BANNER
_BEGIN_QUOTE: Final = Role.BEGIN_QUOTE
_CLASSIFICATION: Final = Role.CLASSIFICATION
_CORRECTION: Final = Role.CORRECTION
_DUPLICATE: Final = Role.DUPLICATE
_END: Final = Role.END
_NOTE: Final = Role.NOTE
_STAMP: Final = Role.STAMP
_TEXT: Final = Role.TEXT
# Lines that begin a section only where others of a header stand below them.
_NO_HEADER: Final = frozenset(("operating-signal", "furniture", "note"))


class _MessageReader:
    def __init__(
        self,
        source: SourceText,
        lines: Sequence[Line],
        subject: str,
        year: int | None,
        has_quotations: bool,
        is_explained: bool,
    ) -> None:
        self._source = source
        self._is_explained = is_explained
        self._has_quotations = has_quotations
        self._has_rows = may_have_rows(source)
        self._lines = lines
        self._subject = subject
        self._year = year
        self._message = Message()
        self._body = Body(source, Vocabulary(source.text))
        self._page = 0
        self._captions: frozenset[str] = frozenset()
        self._tail_start = tail_start(lines)
        self._last_text = last_text(lines, self._tail_start)
        # Of a telegram below whose signature stands who gets a copy.
        self._signed = len(lines)
        # Of one that is signed with a name and an office, the line of the name.
        self._named = -1
        self._quotation_ends, self._lonely_marks = partners(lines)

    def read(self) -> Message:
        message, lines, body = self._message, self._lines, self._body
        at = self._read_leading()
        message.header = header = self._read_first_header(at)
        self._captions = header.captions()
        opening = write_opener(header, self._source.text, self._year, body.next_note_id)
        message.opening = opening
        self._begin_section(opening, next((line for line in lines[:at] if line.page), None))
        if opening.element is not None:
            body.nodes.append(opening.element)
        at = max(at, header.end)
        if self._has_quotations:
            ends = self._quotation_ends
            inner = [lines[index] for index in range(at, len(lines)) if index not in ends]
            body.quoted = inline_ranges([line for line in inner if line.role not in FURNITURE])
        for entry in header.entries:
            self._page = max(self._page, entry.lines[0].page)
        if header.form == "office" and (signed := office_signature(lines, at)) >= 0:
            self._last_text = self._signed = signed
        elif header.form == "keyed" and (signed := keyed_signature(lines, at)) >= 0:
            self._last_text = self._named = signed
        while at < len(lines):
            at = self._take(at)
        body.close_quotation()
        body.release()
        message.nodes = body.nodes
        message.has_text = body.has_paragraphs
        message.decisions.extend(body.decisions)
        lonely = [lines[index] for index in self._lonely_marks]
        message.diagnostics += lonely_marks(
            self._source, without_ranges(self._source.text, lonely, body.quoted)
        )
        message.diagnostics += gaps_in_numbers(self._source, body.labels.gaps, body.gap_offsets)
        return message

    def _read_first_header(self, at: int) -> HeaderLines:
        if is_keyed_telegram(self._source):
            return read_keyed_header(self._lines, at)
        office = read_office_header(self._lines, at) if may_be_of_office(self._source.text) else None
        return office or read_header(self._lines, at, (), self._subject)

    def _read_leading(self) -> int:
        leading, lines = self._message.leading, self._lines
        at = 0
        above = lines_above(lines)
        while at < len(lines) and (at < above or lines[at].role in FURNITURE):
            line = lines[at]
            at += 1
            if line.role is _END:
                return at - 1
            if line.role is _TEXT:
                leading.append(site_line(line))
                self._message.diagnostics.append(above_first_page(self._source, line))
                continue
            if line.page:
                first = at - 1
                while first > 0 and lines[first - 1].role is _CLASSIFICATION:
                    first -= 1
                leading.insert(len(leading) - (at - 1 - first), Element("pb", {"n": str(line.page)}))
                self._page = line.page
            leading.append(furniture_element(line))
        # A line printed against the last of these (a banner's line, split) may not leave it.
        return at

    def _begin_section(self, opening: Opening, banner: Line | None) -> None:
        reference = opening.reference
        section = (reference.section if reference else 0) or (banner.section if banner else 0)
        count = (reference.sections if reference else 0) or (banner.sections if banner else 0)
        if section and max(count, section) > 1:
            self._message.sections.append(section)
            self._message.section_count = count
            self._body.nodes.append(Element("milestone", {"unit": "section", "n": str(section)}))
        elif section:
            self._message.section_count = count

    def _take(self, at: int) -> int:
        """Take the line at an index, and those that belong to it; return the index after them."""
        line = self._lines[at]
        role = line.role
        if at >= self._tail_start and role not in FURNITURE and role is not _NOTE:
            return self._take_tail(at)
        if role in FURNITURE:
            return self._take_furniture(at)
        if role is _NOTE or (role is _CORRECTION and line.breaks != 1):
            return self._take_note(at)
        if at > self._signed:
            return self._take_closer(*copies(self._lines, at, self._source.text))
        if at in self._quotation_ends:
            return self._take_quotation_mark(at)
        if at == self._named:
            self._message.signature = line.text
            return self._take_closer(*name_and_office(self._lines, at, self._source.text))
        if at == self._last_text:
            return self._take_last(at)
        end = table_end(self._lines, at) if self._has_rows else at
        if end > at:
            self._body.take_table(self._lines[at:end])
            return end
        self._body.take(line)
        return self._take_prose(at + 1)

    def _take_prose(self, at: int) -> int:
        """Take the lines that surely go on with the open paragraph; return the index after them.

        Nine lines in ten are such: right below a line of text, without a label, a cell or a cut word.
        """
        lines, start, plain, has_rows = self._lines, at, _TEXT, self._has_rows
        before = lines[at - 1].text
        while at < self._last_text:
            line = lines[at]
            text = line.text
            if line.role is not plain or line.breaks != 1 or before[-1:] == HYPHEN:
                break
            if not (text[:2] in BEGINNINGS_OF_WORDS or label_of(text) is None):
                break
            if has_rows and may_be_row(text):
                break
            before = text
            at += 1
        if at > start:
            self._body.run_on(lines[at - 1], at - start)
        return at

    def _take_furniture(self, at: int) -> int:
        line, body = self._lines[at], self._body
        if line.role is _STAMP or (line.role is _DUPLICATE and line.breaks < 2):
            body.hold_stamp(furniture_element(line), line.start, line.end)
            return at + 1
        if line.role is not _BANNER:
            body.hold(
                furniture_element(line),
                line.start,
                line.end,
                line.role is _CLASSIFICATION,
            )
            return self._take_section_header(at + 1, None) if line.role is _END else at + 1
        known = self._message.sections[-1] if self._message.sections else 0
        is_new = line.page == 1 or (line.section > 0 and line.section != known)
        if not is_new and line.page > self._page + 1:
            self._message.diagnostics.append(missing_page(self._source, line, self._page))
        self._page = line.page
        body.hold_page_break(line.page)
        body.hold(furniture_element(line), line.start, line.end)
        return self._take_section_header(at + 1, line) if is_new else at + 1

    def _take_section_header(self, at: int, banner: Line | None) -> int:
        """Take the header that a section repeats, if one begins at the index."""
        if at >= len(self._lines) or (banner is None and self._lines[at].role in FURNITURE):
            return at
        header = read_header(self._lines, at, self._captions)
        body, text = self._body, self._source.text
        reference = next(
            (
                found
                for e in header.entries
                if e.type == "section" and (found := parse_reference_line(e.text))
            ),
            None,
        )
        section = (banner.section if banner else 0) or (reference.section if reference else 0)
        count = (banner.sections if banner else 0) or (reference.sections if reference else 0)
        is_header = any(entry.type not in _NO_HEADER for entry in header.entries)
        if not is_header and not section:
            return at
        if not section and reference is not None and self._is_other_message(header, reference):
            return self._take_other_message(header)
        self._message.sections.append(
            section or (self._message.sections[-1] + 1 if self._message.sections else 2)
        )
        self._message.section_count = max(count, self._message.section_count)
        body.hold(Element("milestone", {"unit": "section", "n": str(self._message.sections[-1])}), -1, -1)
        flow = Flow(text)

        def finish() -> Flow:
            if flow.end >= 0:
                body.hold(Element("fw", {"type": "section-header"}, flow.finish()), flow.start, flow.end)
            return Flow(text)

        for entry in header.entries:
            if entry.type == "furniture":
                flow = finish()
                line = entry.lines[0]
                if line.page:
                    body.hold_page_break(line.page)
                    self._page = line.page
                is_classification = line.role is _CLASSIFICATION
                body.hold(furniture_element(line), line.start, line.end, is_classification)
            elif entry.type == "note":
                flow = finish()
                self._hold_note(entry.lines)
            else:
                for line in entry.lines:
                    flow.add_text(line.start, line.end)
        finish()
        return max(at, header.end)

    def _is_other_message(self, header: HeaderLines, reference: ReferenceLine) -> bool:
        """Return True for a header with a date of its own and another number: no section of this message."""
        first = self._message.opening.reference
        if first is None or header.first("date") is None or not (first.number and reference.number):
            return False
        return first.number.lstrip("0") != reference.number.lstrip("0")

    def _take_other_message(self, header: HeaderLines) -> int:
        """Take the header of another telegram that the file holds; its text follows that of the first."""
        body = self._body
        body.close_quotation()
        body.release()
        first, last = header.entries[0].lines[0], header.entries[-1].lines[-1]
        body.take_quoted_header(
            write_quoted_header(header, self._source.text, self._year, body.next_note_id),
            first.start,
            last.end,
        )
        self._message.diagnostics.append(other_message(self._source, header))
        return header.end

    def _hold_note(self, lines: Sequence[Line]) -> None:
        flow = Flow(self._source.text)
        for line in lines:
            flow.add_text(line.start, line.end)
        self._body.hold_note(flow.finish(), flow.start, flow.end)

    def _take_note(self, at: int) -> int:
        end = at + 1
        is_long = not ends_sentence(self._lines[at].text)
        while (
            is_long
            and end < len(self._lines)
            and self._lines[end].breaks == 1
            and self._lines[end].role is _TEXT
            and end < at + LONGEST_TAIL
        ):
            end += 1
        self._hold_note(self._lines[at:end])
        return end

    def _take_quotation_mark(self, at: int) -> int:
        line, body = self._lines[at], self._body
        is_opening = line.role is _BEGIN_QUOTE
        if is_opening:
            body.release()
        else:
            body.close_quotation()
        body.take(line)
        body.release()
        if is_opening:
            body.open_quotation()
            return self._take_quoted_header(at + 1, self._quotation_ends[at])
        return at + 1

    def _take_quoted_header(self, at: int, end: int) -> int:
        """Take the header of a quoted message, if it has one, and return the index of its text."""
        header = read_header(self._lines[at:end], 0)
        if not is_message_header(header):
            return at
        written = write_quoted_header(header, self._source.text, self._year, self._body.next_note_id)
        self._body.take_quoted_header(
            written, header.entries[0].lines[0].start, header.entries[-1].lines[-1].end
        )
        sender, date = header.first("from"), header.first("date")
        words = ", ".join(entry.text for entry in (sender, date) if entry)
        place = self._source.place(header.entries[0].lines[0].start)
        evidence = "header lines stand behind the mark of a quoted message"
        self._message.decisions.append(Decision("quoted message", words, evidence, "high", place))
        return at + header.end

    def _take_last(self, at: int) -> int:
        line, message, start = self._lines[at], self._message, -1
        if not message.section_count or not message.sections or message.sections[-1] == message.section_count:
            before = before_signature(self._lines, at) if self._body.has_paragraphs else "-"
            before = "." if at == self._signed else before
            start = signature_start(line.text, before)
        if start < 0 or (start == 0 and not self._body.has_paragraphs):
            self._body.take(line)
            return at + 1
        kept = line.text[:start].rstrip()
        if kept:
            self._body.take(line._replace(end=line.start + len(kept), text=kept))
        span = Span(line.start + start, line.end)
        name = Element("signed", {}, (Element("persName", {}, (span,)),))
        self._take_closer(Element("closer", {}, (name,)), at + 1)
        message.signature = line.text[start:]
        if self._is_explained:
            evidence, cert = "it ends the text of the last section", "high" if not start else "medium"
            place = self._source.place(span.start)
            message.decisions.append(Decision("signature", message.signature, evidence, cert, place))
        return at + 1

    def _take_closer(self, closer: Element, end: int) -> int:
        self._body.close_quotation()
        self._body.release()
        self._body.nodes.append(closer)
        return end

    def _take_tail(self, at: int) -> int:
        line = self._lines[at]
        self._body.release()
        self._body.hold(
            Element("fw", {"type": "footer"}, (Span(line.start, line.end),)), line.start, line.end
        )
        self._message.diagnostics.append(after_end(self._source, line))
        return at + 1


def read_message(
    source: SourceText,
    lines: Sequence[Line],
    subject: str,
    year: int | None,
    has_quotations: bool,
    is_explained: bool = True,
) -> Message:
    """Return the text of a telegram, its lines resolved, as the children of its division.

    subject: that of the attributes; year: of the document number, or None; has_quotations: as
    `quotations.may_have_quotations` says; is_explained: whether somebody will read the decisions.
    """
    return _MessageReader(source, lines, subject, year, has_quotations, is_explained).read()
