"""By what a telegram is recognised."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from dragoman.convert.context import Detection
from dragoman.convert.telegram.cues import MONTHS
from dragoman.convert.telegram_form import is_keyed_telegram
from dragoman.source import SourceText


class _Cue(NamedTuple):
    """What is seen, its weight (the chance that only a telegram has it), letters that every instance
    holds (so that most texts are done with after a quick look), and the form of the line.
    """

    name: str
    weight: float
    letters: str
    form: re.Pattern[str]


_MONTH: Final = "|".join(MONTHS)
_CUES: Final = tuple(
    _Cue(name, weight, letters, re.compile(rf"[ \t\f]*(?:{form})"))
    for name, weight, letters, form in (
        (
            "a page banner",
            0.6,
            "PAGE",
            r"PAGE ?\d{2}(?:[ \t]+[A-Z][A-Z .]{0,14}[ \t]+\d{3,6}|"
            r"[ \t]*\r?\n(?:[ \t]*\r?\n){0,3}[ \t]*[A-Z][A-Z .]{0,14}[ \t]+\d{3,6}\b)",
        ),
        ("a sender's line", 0.4, "FM ", r"FM +(?:AM|US|SEC|CINC|RU)[A-Z]"),
        ("an addressee's line", 0.3, "TO ", r"TO +(?:AM|US|SECSTATE|RUEH|CINC)[A-Z]*"),
        ("TAGS", 0.3, "TAGS", r"TAGS ?[:\-;]"),
        ("an executive order", 0.2, "1", r"E\.? ?O\.? ?:? ?1(?:1652|2065)"),
        ("a section line", 0.4, "SECTION", r"[A-Z ]{6,40}SECTION \d{1,2} OF \d{1,2}\b"),
        ("the end of a message", 0.3, "NNN", r"NNN+[ \t]*\r?(?:\n|$)"),
        ("offices with their copies", 0.4, "-", r"(?:ACTION|ORIGIN|INFO) +[A-Z]{1,5}-\d\d\b"),
        ("the heading Message Text", 0.5, "Message Text", r"Message Text[ \t]*\r?(?:\n|$)"),
        ("the heading Message Attributes", 0.5, "Message Attributes", r"Message Attributes[ \t]*\r?(?:\n|$)"),
        ("message attributes", 0.5, "Document Unique ID:", r".{0,200}Document Unique ID:"),
        ("message attributes", 0.5, "Automatic Decaptioning:", r".{0,200}Automatic Decaptioning:"),
    )
)  # fmt: skip
# The group may share its line with the banner; it has no letters of its own to look for.
_DATE: Final = re.compile(rf"(?<![A-Z0-9])(?:[ZOPR]{{1,2}} {{0,4}})?\d{{6}}Z {{0,4}}(?:{_MONTH})")
_DATE_WEIGHT: Final = 0.6
_KEYED_WEIGHT: Final = 0.9
# How far a group reaches before and after the Z that follows its six figures.
_FIGURES: Final = 6
_BEFORE_ZONE: Final = 12
_AFTER_ZONE: Final = 8
_HEAD: Final = 24_000
_TAIL: Final = 8_000
_TRIALS: Final = 40


def detect(source: SourceText) -> Detection:
    """Return how far the transcript looks like a telegram, from 0 to 1.

    Each cue makes it likelier by its weight; the beginning and the end of a long file are enough.
    """
    text = source.text
    if len(text) > _HEAD + _TAIL:
        text = f"{text[:_HEAD]}\n{text[-_TAIL:]}"
    unlikely = 1.0
    evidence: list[str] = []
    for cue in _CUES:
        if cue.name not in evidence and _is_seen(cue, text):
            unlikely *= 1 - cue.weight
            evidence.append(cue.name)
    if _has_date(text):
        unlikely *= 1 - _DATE_WEIGHT
        evidence.append("a date-time group")
    if is_keyed_telegram(source):
        unlikely *= 1 - _KEYED_WEIGHT
        evidence.append("a telegram by its heading and the words before the lines of its header")
    return Detection("telegram", round(1 - unlikely, 3), tuple(evidence))


def _has_date(text: str) -> bool:
    """Return True where a date-time group stands anywhere.

    Six figures before a Z are looked for first: the pattern itself would be tried at every letter.
    """
    at = text.find("Z")
    while at >= 0:
        if text[max(0, at - _FIGURES) : at].isdecimal() and _DATE.search(
            text, max(0, at - _BEFORE_ZONE), at + _AFTER_ZONE
        ):
            return True
        at = text.find("Z", at + 1)
    return False


def _is_seen(cue: _Cue, text: str) -> bool:
    """Return True when a line of ``text`` begins as the cue says."""
    at = text.find(cue.letters)
    for _ in range(_TRIALS):
        if at < 0:
            return False
        if cue.form.match(text, text.rfind("\n", 0, at) + 1):
            return True
        # The rest of this line has been judged.
        end = text.find("\n", at)
        at = text.find(cue.letters, end) if end >= 0 else -1
    return False
