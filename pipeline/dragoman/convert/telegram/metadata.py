"""What the header of the document says of a telegram, from its own header and from its attributes."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from dragoman.convert.column_language import UNKNOWN, column_language
from dragoman.convert.context import Context, Decision
from dragoman.convert.telegram import classification
from dragoman.convert.telegram.addressees import Addressee
from dragoman.convert.telegram.attribute_values import (
    concepts,
    document_number,
    parse_attribute_date,
    references,
    tags_and_names,
)
from dragoman.convert.telegram.attributes import Attribute, MessageAttributes
from dragoman.convert.telegram.header import HeaderLines
from dragoman.convert.telegram.message_model import Message
from dragoman.document import Correspondent, DateValue, Element, Identifier, Metadata, Node
from dragoman.source import SourceText, Span

_MONTH_NAMES: Final = (
    "January February March April May June July August September October November December".split()
)
# Attributes that are numbers by which the archive knows the telegram.
_IDENTIFIERS: Final = (
    ("document-number", "Document Number"),
    ("film-number", "Film Number"),
    ("message-id", "Message ID"),
    ("control-number", "Control Number"),
    ("legacy-key", "Legacy Key"),
    ("sas-id", "SAS ID"),
    ("disposition-case-number", "Disposition Case Number"),
)
# The key that the State Archiving System gave: a telegram that bears it comes from that system's release.
_SYSTEM_KEY: Final = "vdkvgwkey"
_SYSTEM: Final = "odbc://SAS/"
_REPOSITORY: Final = "National Archives and Records Administration"
_COLLECTION: Final = "Record Group 59, Central Foreign Policy Files, 1973–1979, Electronic Telegrams"
_PASSED_OVER: Final = frozenset(("fw", "pb", "milestone", "surplus", "pc", "note"))
_PARAGRAPHS_SEARCHED: Final = 6
_SUMMARY: Final = re.compile(
    r"(?:- ?)?(?:\d{1,2}\. ?)?(?:\([A-Z]{1,3}\) ?)?(?:BEGIN )?SUMMARY(?: AND [A-Z ]{4,24})?[ :.\-]{1,3}"
    r"(.{1,4000}?)\s*\(?END (?:OF )?SUMMARY",
    re.DOTALL,
)
_SUMMARY_WORD: Final = "SUMMARY"
# Within so many characters the word stands: ``- 12. (LOU) BEGIN SUMMARY``.
_LONGEST_OPENING: Final = 32


@dataclass(frozen=True, slots=True)
class Described:
    """The metadata of a telegram and what was decided for them."""

    metadata: Metadata
    decisions: tuple[Decision, ...]


def _text_of(header: HeaderLines, kind: str) -> str:
    """Return the words of the entries of a type, without the keyword that opens them."""
    return " ".join(entry.text for entry in header.entries if entry.type == kind)


def date_of(message: Message, attributes: MessageAttributes) -> DateValue | None:
    """Return the telegram's date: its date-time group, else the attributes' draft date."""
    group = message.opening.date
    if group is not None:
        cert, evidence = ("", "") if group.is_year_given else ("high", "attributes")
        if group.meant:
            cert, evidence = "medium", "conjecture"
        return DateValue(when=group.when, text=group.text, kind="sent", cert=cert, evidence=evidence)
    if message.opening.day is not None:
        return replace(message.opening.day, kind="sent")
    for key in ("Draft Date", "Sent Date"):
        value = attributes.value(key)
        day = parse_attribute_date(value)
        if day:
            return DateValue(when=day, text=value, kind="sent", cert="medium", evidence="attributes")
    return None


def _spoken_date(date: DateValue | None) -> str:
    if date is None:
        return ""
    year, month, day = date.when[:10].split("-")
    return f"{int(day)} {_MONTH_NAMES[int(month) - 1]} {year}"


def heading(message: Message, date: DateValue | None, number: str) -> str:
    """Return the heading that an edition gives a telegram: from whom, to whom, when."""
    opening = message.opening
    parts = ["Telegram"]
    if opening.sender is None and not opening.action:
        parts.append(number)
    if opening.sender is not None:
        parts.append(f"from {opening.sender.styled}")
    if opening.action:
        names = list(dict.fromkeys(one.styled for one in opening.action))
        shown = (
            names[0]
            if len(names) == 1
            else f"{names[0]} and {names[1]}"
            if len(names) == 2
            else f"{names[0]} and others"
        )
        parts.append(f"to {shown}")
    spoken = _spoken_date(date)
    title = " ".join(part for part in parts if part)
    return f"{title}, {spoken}" if spoken else title


def _received(addressees: list[Addressee], subtype: str) -> list[Correspondent]:
    return [Correspondent("received", one.name, subtype, one.place) for one in addressees]


def _correspondents(
    message: Message, attributes: MessageAttributes, date: DateValue | None
) -> list[Correspondent]:
    opening = message.opening
    found: list[Correspondent] = []
    if opening.sender is not None:
        found.append(Correspondent("sent", opening.sender.name, "", opening.sender.place, date))
    elif attributes.value("From"):
        found.append(Correspondent("sent", attributes.value("From"), "", "", date))
    found.extend(_received(opening.action, "action"))
    found.extend(_received(opening.information, "info"))
    if not opening.action and attributes.value("To"):
        found.append(Correspondent("received", attributes.value("To"), "action"))
    return found


def _identifiers(message: Message, attributes: MessageAttributes, context: Context) -> list[Identifier]:
    found = [Identifier(kind, value) for kind, key in _IDENTIFIERS if (value := attributes.value(key))]
    reference = message.opening.reference
    number = reference.message_number if reference else ""
    if number:
        known = any(one.type == "document-number" for one in found)
        composed = document_number(number, message.opening.date)
        if not known and composed and composed == context.id:
            found.insert(0, Identifier("document-number", composed))
        at = 1 if found and found[0].type == "document-number" else 0
        found.insert(at, Identifier("message-number", number))
    return found


def _language(source: SourceText, header: HeaderLines, context: Context) -> str:
    """Return the language of the text, which is that of the edition where its words tell no other."""
    told = column_language(source.text) if header.form == "keyed" else UNKNOWN
    return context.language if told == UNKNOWN else told


def describe(
    message: Message, attributes: MessageAttributes, context: Context, source: SourceText
) -> Described:
    """Return the metadata of a telegram with the decisions taken for them."""
    header, opening = message.header, message.opening
    date = date_of(message, attributes)
    marking = opening.classification
    marking = marking or classification.meaning_of(attributes.value("Original Classification").upper())
    tags, names = tags_and_names(_text_of(header, "tags"))
    more_tags, more_names = tags_and_names(attributes.value("TAGS"))
    keywords = [*concepts(attributes.value("Concepts")), *names, *more_names]
    stated = opening.reference.message_number if opening.reference else ""
    number = attributes.value("Document Number") or stated or context.id
    title = heading(message, date, number)
    system_key = attributes.pair(_SYSTEM_KEY)
    is_released = system_key is not None and system_key.value.startswith(_SYSTEM)
    cited = references(_text_of(header, "reference")) or references(attributes.value("Reference"))
    group = opening.date
    metadata = Metadata(
        title=title,
        language=_language(source, header, context),
        original_language=context.original_language,
        date=date,
        abstract=summary_of(message.nodes, source),
        repository=_REPOSITORY if is_released else "",
        collection=_COLLECTION if is_released else "",
        identifiers=tuple(_identifiers(message, attributes, context)),
        classification=marking,
        tags=tags or more_tags,
        keywords=tuple(dict.fromkeys(keywords)),
        correspondents=tuple(_correspondents(message, attributes, date)),
        references=cited,
        medium="telegram",
        precedence=group.precedence if group else "",
        translator=context.translator,
    )
    decisions = _decisions(message, metadata, system_key, source) if context.is_explained else ()
    return Described(metadata, decisions)


def _decisions(
    message: Message, metadata: Metadata, system_key: Attribute | None, source: SourceText
) -> tuple[Decision, ...]:
    """Return why the heading, the date and the repository are what they are."""
    date, group, line = metadata.date, message.opening.date, message.opening.date_line
    composed = "composed of sender, addressee and date"
    decisions = [Decision("heading", metadata.title, composed, "high", source.place(0))]
    if date is not None:
        place = source.place(line.start if line and group else 0)
        evidence = f"the message {date.evidence}" if date.evidence else "the date-time group"
        if group is not None and group.meant:
            evidence = f"the date-time group, {group.figures} read as {group.meant}"
        decisions.append(Decision("date", date.when, evidence, date.cert or "high", place))
    if metadata.repository and system_key is not None:
        reason = "the attribute vdkvgwkey is a key of the State Archiving System"
        place = source.place(system_key.label)
        decisions.append(Decision("repository", metadata.repository, reason, "medium", place))
    return tuple(decisions)


def summary_of(nodes: Sequence[Node], source: SourceText) -> str:
    """Return what stands between SUMMARY and END SUMMARY in one of the first paragraphs, or ""."""
    paragraphs = (node for node in nodes if isinstance(node, Element) and node.name == "p")
    for paragraph in itertools.islice(paragraphs, _PARAGRAPHS_SEARCHED):
        reading, begun = _reading(paragraph.content, source.text), ""
        while len(begun) < _LONGEST_OPENING and (piece := next(reading, None)) is not None:
            begun += piece
        if _SUMMARY_WORD not in begun[:_LONGEST_OPENING]:
            # The rest of most paragraphs need not be read.
            continue
        match = _SUMMARY.match("".join((begun, *reading)))
        if match is not None:
            return " ".join(match[1].split())
    return ""


def _reading(nodes: Sequence[Node], text: str) -> Iterator[str]:
    """Yield what a reader reads of running text: no furniture, and no line end inside a word."""
    for node in nodes:
        if isinstance(node, Span):
            yield text[node.start : node.end]
        elif isinstance(node, Element):
            if node.name == "lb":
                yield "" if node.attributes.get("break") == "no" else " "
            elif node.name not in _PASSED_OVER:
                yield from _reading(node.content, text)
