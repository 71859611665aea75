"""By what a telegram is recognised."""

from __future__ import annotations

import re
from typing import Final

from dragoman.convert.context import Detection
from dragoman.convert.telegram.cues import MONTHS
from dragoman.source import SourceText

_MONTH: Final = "|".join(MONTHS)
# What is seen, its weight, its form. Weights are the chance that only a telegram has it.
_CUES: Final[tuple[tuple[str, float, re.Pattern[str]], ...]] = tuple(
    (name, weight, re.compile(form, re.MULTILINE))
    for name, weight, form in (
        ("a page banner", 0.6, r"^[ \t\f]*PAGE ?\d{2}(?:[ \t]+[A-Z][A-Z .]{0,14}[ \t]+\d{3,6}|[ \t]*$)"),
        ("a date-time group", 0.6, rf"^[ \t]*(?:[ZOPR]{{1,2}}(?: [ZOPR])? ?)?\d{{6}}Z ?(?:{_MONTH})"),
        ("a sender's line", 0.4, r"^[ \t]*FM (?:AM|US|SEC|CINC|RU)[A-Z]"),
        ("an addressee's line", 0.3, r"^[ \t]*(?:TO|INFO) (?:AM|US|SECSTATE|RUEH|CINC)[A-Z]*"),
        ("TAGS", 0.3, r"^[ \t]*TAGS ?[:\-;]"),
        ("an executive order", 0.2, r"^[ \t]*E\.?O\.? ?1(?:1652|2065)"),
        ("a section line", 0.4, r"^[ \t]*[A-Z ]{6,40}SECTION \d{1,2} OF \d{1,2}\b"),
        ("the end of a message", 0.3, r"^[ \t]*NNN+[ \t]*\r?$"),
        ("offices with their copies", 0.4, r"^[ \t]*(?:ACTION|ORIGIN|INFO) +[A-Z]{1,5}-\d\d\b"),
        ("the heading Message Text", 0.5, r"^[ \t]*Message Text[ \t]*\r?$"),
        ("the heading Message Attributes", 0.5, r"^[ \t]*Message Attributes[ \t]*\r?$"),
        ("message attributes", 0.5, r"(?:^|\s)(?:\*\*)?(?:Automatic Decaptioning|Document Unique ID):"),
    )
)  # fmt: skip
_HEAD: Final = 24_000
_TAIL: Final = 8_000


def detect(source: SourceText) -> Detection:
    """Return how far the transcript looks like a telegram, from 0 to 1.

    Each cue makes it likelier by its weight; the beginning and the end of a long file are enough.
    """
    text = source.text
    if len(text) > _HEAD + _TAIL:
        text = f"{text[:_HEAD]}\n{text[-_TAIL:]}"
    unlikely, evidence = 1.0, []
    for name, weight, form in _CUES:
        if form.search(text):
            unlikely *= 1 - weight
            evidence.append(name)
    return Detection("telegram", round(1 - unlikely, 3), tuple(evidence))
