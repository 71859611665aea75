"""Text and attributes held against each other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from dragoman.convert.telegram import classification, rules
from dragoman.convert.telegram.attribute_values import (
    document_number,
    parse_attribute_date,
    references,
    squeezed_post,
    subject_of,
    tags_and_names,
)
from dragoman.convert.telegram.attributes import MessageAttributes
from dragoman.convert.telegram.message_model import Message
from dragoman.diagnostics import Diagnostic
from dragoman.source import SourceText

_DOCUMENT_NUMBER: Final = re.compile(r"(\d{4})([A-Z]+)(\d+)")
_NUMBER: Final = re.compile(r"([A-Z][A-Z'. ]{1,18}?)\s{0,3}0*(\d{1,6})\b")
_HINT: Final = "the header follows the text; see which of the two is right"
# "(U) ICE ON THE RIVER": the classification of the subject itself.
_PORTION: Final = re.compile(r"^\((?:U|C|S|TS|LOU|OUO|FOUO)\)\s{0,4}")
_LETTERS: Final = re.compile(r"[^A-Z0-9]+")


def _words(text: str) -> str:
    return _LETTERS.sub(" ", text.upper()).strip()


def disagreements(
    message: Message, attributes: MessageAttributes, source: SourceText
) -> Iterator[Diagnostic]:
    """Yield CBL010 for each attribute that says something else than the text."""
    for key, printed, written in _pairs(message, attributes):
        pair = attributes.pair(key)
        if pair is not None:
            yield rules.CONTRADICTION.at(
                source.place(pair.label), f"{key} is “{written}”, and the text has “{printed}”", _HINT
            )


def _pairs(message: Message, attributes: MessageAttributes) -> Iterator[tuple[str, str, str]]:
    """Yield key, what the text has, what the attribute has, where they differ."""
    opening = message.opening
    drafted = attributes.value("Draft Date")
    day = parse_attribute_date(drafted)
    if opening.date is not None and day and opening.date.when[:10] != day:
        yield "Draft Date", opening.date.text, drafted
    marking = attributes.value("Original Classification")
    meant = classification.meaning_of(marking.upper())
    if opening.classification and meant and meant != opening.classification:
        yield "Original Classification", opening.classification, marking
    reference = opening.reference
    number = attributes.value("Document Number")
    if reference is not None and reference.number and number and not _is_number_of(number, message):
        yield "Document Number", reference.message_number, number
    yield from _tag_pairs(message, attributes)
    subject = message.header.first("subject")
    written = attributes.value("Subject")
    if subject is not None and written:
        printed = subject_of(" ".join(e.text for e in message.header.entries if e.type == "subject"))
        if _words(_PORTION.sub("", printed)) != _words(_PORTION.sub("", subject_of(written))):
            yield "Subject", printed, written
    sender = attributes.value("From")
    if opening.sender is not None and sender and not _is_post_of(sender, opening.sender.name, message):
        yield "From", opening.sender.name, sender
    yield from _reference_pairs(message, attributes)


def _is_number_of(number: str, message: Message) -> bool:
    reference = message.opening.reference
    match = _DOCUMENT_NUMBER.match(number)
    if match is None or reference is None:
        return True
    composed = document_number(reference.message_number, message.opening.date)
    parts = _DOCUMENT_NUMBER.match(composed)
    if parts is None:
        return int(match[3]) == int(reference.number)
    is_same_post = parts[2].startswith(match[2]) or match[2].startswith(parts[2])
    return parts[1] == match[1] and is_same_post and int(parts[3]) == int(match[3])


def _tag_pairs(message: Message, attributes: MessageAttributes) -> Iterator[tuple[str, str, str]]:
    written = attributes.value("TAGS")
    printed = " ".join(e.text for e in message.header.entries if e.type == "tags")
    if not written or not printed:
        return
    in_text, in_attributes = set(tags_and_names(printed)[0]), set(tags_and_names(written)[0])
    if in_text != in_attributes:
        yield "TAGS", ", ".join(sorted(in_text)), written


def _is_post_of(written: str, name: str, message: Message) -> bool:
    """Return True when the attribute's post is that of the sender or of the message number."""
    post = squeezed_post(written.split()[0])
    reference = message.opening.reference
    candidates = [word for word in name.split() if word not in ("AMEMBASSY", "AMCONSUL", "USMISSION")]
    candidates.append(name.partition(" ")[2] or name)
    candidates.append(reference.post if reference else "")
    if name.startswith("SECSTATE"):
        candidates.append("STATE")
    return any(post and squeezed_post(one).startswith(post) for one in candidates)


def _reference_pairs(message: Message, attributes: MessageAttributes) -> Iterator[tuple[str, str, str]]:
    printed = " ".join(e.text for e in message.header.entries if e.type == "reference")
    written = attributes.value("Reference")
    if not printed or not written:
        return
    in_text = {(p.split()[-1], n) for p, n in _NUMBER.findall(" ".join(references(printed)))}
    in_attributes = {(p.split()[-1], n) for p, n in _NUMBER.findall(" ".join(references(written)))}
    if in_text and in_attributes and in_text != in_attributes:
        yield "Reference", "; ".join(references(printed)), written
