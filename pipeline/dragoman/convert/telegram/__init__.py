"""Telegrams of the State Department, as the National Archives release them and as mirrors copy them.

Those of other services differ in their headers: `office` reads those of the Foreign and Commonwealth Office,
`keyed` French and German ones.

The path of a telegram: `lines` gives each line the role that its form shows; `furniture` parts banners and
classifications from what they are glued to; `header` finds the header lines of each section; `message`
and `body` make the text run on across pages and sections; `attributes` takes the message attributes apart;
`metadata` and `agreement` say what the document's header holds and where text and attributes differ.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from dragoman.convert.context import Context, Conversion, Decision
from dragoman.convert.header_decisions import header_decisions
from dragoman.convert.telegram import rules
from dragoman.convert.telegram.agreement import disagreements
from dragoman.convert.telegram.attribute_values import subject_of
from dragoman.convert.telegram.attributes import (
    MessageAttributes,
    attributes_division,
    attributes_start,
    parse_attributes,
)
from dragoman.convert.telegram.detect import detect
from dragoman.convert.telegram.ending import end_breaks
from dragoman.convert.telegram.furniture import read_misspelt, resolve_banners, split_page_ends
from dragoman.convert.telegram.glue import glued
from dragoman.convert.telegram.lines import Line, segment_lines
from dragoman.convert.telegram.marked_lines import part_marks
from dragoman.convert.telegram.message import read_message
from dragoman.convert.telegram.message_model import Message
from dragoman.convert.telegram.metadata import describe
from dragoman.convert.telegram.quotations import may_have_quotations, split_quotation_marks
from dragoman.convert.telegram.several import beginnings
from dragoman.convert.telegram_form import is_keyed_telegram
from dragoman.diagnostics import Diagnostic, in_order
from dragoman.document import Added, Document, Element, Metadata, Node
from dragoman.source import SourceText

KIND: Final = "telegram"

__all__ = ["KIND", "convert", "detect"]


def convert(source: SourceText, context: Context) -> Conversion:
    """Return the telegram that a transcript holds. Never fails: what is missing is reported."""
    lines = segment_lines(source)
    at = attributes_start(lines)
    attributes = parse_attributes(lines[at:])
    marked = end_breaks(part_marks(lines[:at], source.text), source.text)
    resolved = resolve_banners(marked)
    slips: list[Line] = []
    if not is_keyed_telegram(source):
        # The words of other languages are no slips in those of English.
        resolved, misspelt = read_misspelt(resolved)
        resolved, misspelt_ends = split_page_ends(resolved)
        slips = [*misspelt, *misspelt_ends]
    has_quotations = may_have_quotations(source, resolved)
    if has_quotations:
        resolved = split_quotation_marks(resolved)
    subject, year = subject_of(attributes.value("Subject")), _year(attributes, context)
    message = read_message(source, resolved, subject, year, has_quotations, context.is_explained)
    described = describe(message, attributes, context, source)
    head = Element("head", {}, (_supplied(described.metadata.title),))
    body: Sequence[Node] = (*message.leading, head, *message.nodes)
    if _has_glued_lines(resolved):
        body = glued(body)
    back = tuple(attributes_division(source, attributes))
    document = Document(context.id, KIND, source, described.metadata, tuple(body), back)
    misread = [
        rules.MISSPELT.at(
            source.place(line.start), f"“{line.text}” is read as a classification", "see the page"
        )
        for line in slips
    ]
    others = list(_others(source))
    told = [one for one in message.diagnostics if not others or one.code != rules.OTHER_MESSAGE.code]
    diagnostics = (
        *told,
        *others,
        *misread,
        *_missing(message, attributes, described.metadata, source),
        *disagreements(message, attributes, source),
    )
    decisions: tuple[Decision, ...] = ()
    if context.is_explained:
        explained = {decision.subject for decision in described.decisions}
        fields = header_decisions(source, described.metadata, explained)
        decisions = (*described.decisions, *fields, *message.decisions)
    return Conversion(document, tuple(in_order(diagnostics)), decisions)


def _others(source: SourceText) -> Iterator[Diagnostic]:
    """Yield what is to be said of each further telegram of the file: where it begins, how to cut it off."""
    found = beginnings(source)
    for before, one in pairwise(found):
        place = source.place(one.start)
        message = f"another telegram, {one.number}, begins here; {before.number} ends on the lines above"
        cut = f"`dragoman split {source.name}` cuts the file before line {place.line}"
        hint = f"{cut}, so that each has a document of its own"
        yield rules.OTHER_MESSAGE.at(place, message, hint)


def _has_glued_lines(lines: Sequence[Line]) -> bool:
    """Return True where a line begins at the end of the one before."""
    inner = [index for index, line in enumerate(lines) if not line.breaks and index]
    return any(lines[index - 1].end == lines[index].start for index in inner)


def _supplied(title: str) -> Element:
    return Element("supplied", {"resp": "#dragoman", "reason": "heading"}, (Added(title),))


def _year(attributes: MessageAttributes, context: Context) -> int | None:
    """Return the year with which the document number, or else the file's name, begins."""
    for number in (attributes.value("Document Number"), context.id):
        if number[:4].isdecimal() and number[:2] in ("19", "20"):
            return int(number[:4])
    return None


def _missing(
    message: Message, attributes: MessageAttributes, metadata: Metadata, source: SourceText
) -> list[Diagnostic]:
    """Return a diagnostic for each part that a telegram has and this one lacks."""
    whole = source.place(0)
    found: list[Diagnostic] = []
    opening, header = message.opening, message.header
    wanted = rules.WANTED_WITH_KEYS if header.form == "keyed" else rules.WANTED
    if not message.has_text:
        found.append(rules.NO_TEXT.at(whole, "there are no paragraphs", rules.LOOK_FOR_TEXT))
    if not attributes.pairs and header.form == "department":
        found.append(
            rules.NO_ATTRIBUTES.at(
                whole, "there is no key of the message attributes", rules.LOOK_FOR_ATTRIBUTES
            )
        )
    if opening.invalid_date:
        place = source.place(opening.date_line.start) if opening.date_line else whole
        found.append(
            rules.IMPOSSIBLE_DATE.at(place, opening.invalid_date, "mend it beside the transcript's reading")
        )
    elif opening.date is not None and opening.date.meant and opening.date_line is not None:
        place = source.place(opening.date_line.start)
        read = f"“{opening.date.figures}” is read as {opening.date.meant}"
        found.append(
            rules.MISTYPED_DATE.at(place, read, "look at the source, and mend the date if it is another")
        )
    elif opening.date is None and opening.day is None and message.has_text:
        found.append(rules.NO_DATE.at(whole, wanted.date, "give the date in the header"))
    if message.has_text:
        if opening.sender is None:
            found.append(rules.NO_SENDER.at(whole, wanted.sender, "give the sender in the header"))
        if not opening.action:
            found.append(rules.NO_ADDRESSEE.at(whole, wanted.addressee, "give the addressee in the header"))
        if header.first("subject") is None:
            hint = "give the subject in the header, in your words"
            found.append(rules.NO_SUBJECT.at(whole, wanted.subject, hint))
    if not metadata.tags and header.form == "department":
        found.append(
            rules.NO_TAGS.at(whole, "neither the text nor the attributes have TAGS", rules.LOOK_FOR_TAGS)
        )
    if not metadata.classification:
        hint = rules.LOOK_FOR_CLASSIFICATION
        found.append(rules.NO_CLASSIFICATION.at(whole, wanted.classification, hint))
    if message.sections:
        absent = sorted(
            set(range(1, max(message.section_count, *message.sections) + 1)) - set(message.sections)
        )
        if absent:
            names, count = ", ".join(map(str, absent)), message.section_count
            verb = "are" if len(absent) > 1 else "is"
            of = f"of {count} sections {names}" if count else f"section {names}"
            text = f"{of} {verb} not in the file"
            found.append(rules.MISSING_SECTION.at(whole, text, "look for it under the same message number"))
    found.extend(
        rules.UNKNOWN_KEY.at(
            source.place(pair.label), f"“{pair.key}” is not in the table of keys", rules.LOOK_AT_KEY
        )
        for pair in attributes.pairs
        if not pair.is_known
    )
    found.extend(
        rules.UNKNOWN_LINE.at(
            source.place(entry.lines[0].start),
            f"“{entry.text[:60]}” is no line that headers have",
            rules.LOOK_AT_LINE,
        )
        for entry in header.entries
        if entry.type == "unrecognized"
    )
    return found
