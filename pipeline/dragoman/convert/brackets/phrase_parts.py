"""The parts of the tables of wordings: what an entry is, and the words that many entries share."""

from __future__ import annotations

import re
from dataclasses import dataclass

from dragoman.convert.brackets.verdict import BracketClass


@dataclass(frozen=True, slots=True, eq=False)
class Phrase:
    """A known wording: the class and subtype it stands for, how sure, an example, where seen."""

    kind: BracketClass
    subtype: str
    pattern: re.Pattern[str]
    weight: float
    example: str
    seen: str


def phrase(
    kind: BracketClass, subtype: str, pattern: str, example: str, seen: str, weight: float = 10
) -> Phrase:
    """Return an entry of a table; the pattern is looked for in any case."""
    return Phrase(kind, subtype, re.compile(pattern, re.IGNORECASE), weight, example, seen)


NUMBER = (
    r"(?:(?:(?:approx(?:imately|\.)?|about|circa|ca?\.|some|at least|more than|less than|nearly|over|"
    r"under) )?"
    r"(?:\d+|one|two|three|four|five|six)(?:\s?[-–]\s?\d+| (?:or|to) \w+| and a half|\s?[½¼¾]|\.\d+)?|½|a|"
    r"an|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|half "
    r"a|half|"
    r"several|some|few|a few|many|remaining|next|previous|last|first|following|entire|whole|rest|"
    r"remainder|less than \d+|more than \d+|approximately \w+|about \w+)"
)
UNIT = (
    r"(?:(?:line|word|page|letter|name|character|sheet|group)\(s\)|lines?|words?|pages?|paragraphs?|"
    r"sentences?|letters?|characters?|names?|surnames?|passages?|"
    r"sections?|sheets?|leaf|leaves|columns?|syllables?|phrases?|figures?|numbers?|dates?|signatures?|"
    r"parts?|portions?|text|document|page|fragments?|place names?|(?:code |cipher )?groups?|corners?|"
    r"edges?|margins?|"
    r"paper|tape|recording|sum|rank|title|passage|half|rest|remainder|beginning|end)"
)
LOST = (
    r"(?:illegible|unreadable|blotted(?: out)?|inked over|erased|scratched out|washed out|stained|worn away|"
    r"unclear|unintelligible|undecipherable|indecipherable|unreadably|smudged|blurred|"
    r"garbled|mutilated|corrupt(?:ed)?|overwritten|written over|typed over|struck over|"
    r"faded|obscured|obliterated|effaced|rubbed out|rubbed away|not decipherable|"
    r"(?:cannot|could not) be (?:made out|deciphered|understood|heard)|(?:barely|scarcely|partly|hardly|"
    r"half) legible|not legible|not clear|not readable|"
    r"cannot be read|inaudible|"
    r"not deciphered|undeciphered|indistinct|not visible|invisible|not intelligible)"
)
MISSING = (
    r"(?:missing|lost|torn off|torn|cut off|cut out|burn(?:t|ed)|damaged|omitted|left out|"
    r"not translated|not copied|not found|destroyed|absent|wanting|not preserved|skipped|removed|"
    r"torn (?:away|out)|cut away|eaten away|broken off|worn off|covered|stuck together)"
)
# What can only be said of words that are not there; "lost" and "burnt" can be said of a barn as well.
ABSENT = (
    r"(?:missing|wanting|not (?:given|recorded|transcribed|stated|noted|named|taken down|minuted|received|"
    r"transmitted|filled in|specified|indicated|supplied|quoted|provided|legible|preserved|reproduced|"
    r"copied|translated|entered|rendered|caught|heard|understood|"
    r"in (?:the )?file|available|found|finished|completed|extant)|unrecorded|untranslated|unavailable|"
    r"cut away)"
)
# A part of a document or a message that can be absent.
PART = r"(?:beginning|opening|start|end|ending|close|rest|remainder|middle|first|second|last|upper|lower)"
WITHHELD = (
    r"(?:not declassified|(?:still|remains?|text|document|pages?) classified|"
    r"declassification denied|excised|redacted|sanitized|sanitised|"
    r"deleted|blacked out|withheld|crossed out by the censor|blackened|security deletion|censored|"
    r"suppressed|(?:not|never) (?:released|disclosed|made public|opened)|exempt(?:ed)? from "
    r"(?:release|declassification)|removed by (?:the )?(?:censor|archives?|archivist))"
)
HAND = (
    r"(?:hand-?written|(?:in )?(?:red|blue|green|violet|purple|black|indelible) (?:pencil|ink|crayon)|"
    r"in (?:pencil|ink|red|blue|green)(?: (?:pencil|ink))?|by hand|in (?:an)?other "
    r"hand|manuscript)"
)
EDITORIAL = (
    r"(?:translator|transl|trans|tr|tn|t\.n|n\.t|editor|ed|eds|archivist|typist|note|author|"
    r"compiler|publisher)"
)
