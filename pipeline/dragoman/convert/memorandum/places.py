"""The place of a conversation: beside the date, or where the record says that it was held."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from dragoman.convert.dates import find_dates
from dragoman.convert.memorandum.blocks import Block, Role
from dragoman.convert.memorandum.letters import SMALL
from dragoman.convert.memorandum.names import ends_as_body, names_in
from dragoman.convert.memorandum.native_forms import PLACE_KEYS
from dragoman.source import SourceText

# "Warsaw, 3 May 1970. Secret. Translated from …": the line of a place and a date, and more in it.
_PLACE_OF_DATE: Final = re.compile(
    r"(?P<place>[^\W\d_a-zа-џөү][^\W\d_]+(?:[ -][^\W\d_a-zа-џөү][^\W\d_]+)?),\s"
)
_BEFORE_DATE: Final = re.compile(r"(?P<place>[^\W\d_][^\d,:：，]{1,40})[,，]?\s*(?:(?:den|dne|dnia)\s)?")
# “V Praze dne …”: no name of a place as it is called.
_IN_A_PLACE: Final = re.compile(r"(?:v|ve|w|we|în|à|in) ", re.IGNORECASE)
# “May 3, 1979, Moscow”, “3-ны өдөр, Улаанбаатар хот”
_AFTER_DATE: Final = re.compile(
    r"(?:-?\w{1,3})?(?: өдөр)?,\s(?:г\.\s?)?"
    rf"(?P<place>[^\W\d_{SMALL}][^\W\d_]+(?:[ -][^\W\d_{SMALL}][^\W\d_]+){{0,2}})"
    r"(?: хот(?:од)?)?\.?"
)
# “г. Москва”, “гор. Иркутск”
_TOWN: Final = re.compile(r"^(?:г|гор|пос|сел)\.\s?")
_STATED: Final = re.compile(
    rf"(?i:place|venue|location|{'|'.join(PLACE_KEYS)})\s?(?::\s+|：\s*)(?P<place>[^;；\d]+)"
)
_LONGEST_DATELINE: Final = 80
# "Summary of a conversation held at Sukhbaatar between …": in the title, the record's first paragraph, or
# its closing; a body's house ("at the Ministry") is no place by itself.
_HELD: Final = re.compile(
    r"\b(?i:conversations?|talks?|meeting|negotiations|discussions?|session|audience|reception)\b[^.;:]{0,120}?"
    r"\b(?:held|took place|conducted|was received|began|opened|met)\b[^.;:]{0,80}?\b(?:at|in) "
    r"(?:the (?:(?:town|city|port|village|settlement|capital|station) of )?)?"
    r"(?P<place>[^\W\d_a-zа-џөү][^\W\d_]+(?:[ -][^\W\d_a-zа-џөү][^\W\d_]+){0,2})"
    r"(?=[,.;)]|$| (?:between|on|from|with|by|to|and)\b)"
)
_NO_PLACE: Final = frozenset(
    "January February March April May June July August September October November December Spring Summer "
    "Autumn Winter Russian English Mongolian Chinese German Polish".split()
)
_FIRST: Final = 2
_LONGEST_HEAD: Final = 400


def one_line(text: str) -> str:
    """Return ``text`` with blanks run together."""
    return " ".join(text.split())


def place_of(source: SourceText, blocks: Sequence[Block], title: str, first_lines: Sequence[str]) -> str:
    """Return the place of the conversation, or "".

    It stands beside the date of the opening or of the title, or is said in the title, the first
    paragraph (``first_lines``) or the closing: ``a conversation held at Kyakhta``.
    """
    for block in blocks:
        if block.role is Role.DATELINE:
            line = re.sub(r"^(?:From|Sent from) (?=[A-Z])", "", one_line(source[block.span]))
            stated = _STATED.match(line)
            if stated:
                return stated["place"].strip(" ,.")
            found = find_dates(line)
            if found and names_in(line[: found[0].span.start]):
                # “P. A. Gusev   10 May 1962”: whose diary it is.
                continue
            if found and (before := _BEFORE_DATE.fullmatch(line[: found[0].span.start])):
                place = _TOWN.sub("", before["place"]).strip(" ,")
                return "" if _IN_A_PLACE.match(place) else place
            if found and (after := _AFTER_DATE.fullmatch(line[found[-1].span.end :])):
                return after["place"]
            if not found and not re.search(r"[\d:：]", line):
                return line.strip(" .,")
    for block in blocks:
        if block.role is Role.REFERENCE:
            line = one_line(source[block.span])[:_LONGEST_DATELINE]
            found = find_dates(line)
            if found and (before := _PLACE_OF_DATE.fullmatch(line[: found[0].span.start])):
                return before["place"]
    found = find_dates(title)
    if found and (
        before := re.search(
            r"(?:,|\b(?:at|in))\s+(?P<place>[A-Z][\w-]+(?: [A-Z][\w-]+)?)(?:,|,? on)\s+$",
            title[: found[0].span.start],
        )
    ):
        return before["place"]
    closings = [one_line(source[block.span]) for block in blocks if block.role is Role.ATTENDANCE]
    for text in (title, *first_lines[:_FIRST], *closings):
        for held in _HELD.finditer(text[:_LONGEST_HEAD]):
            if held["place"].split()[0] not in _NO_PLACE and not ends_as_body(held["place"]):
                return held["place"]
    return ""
