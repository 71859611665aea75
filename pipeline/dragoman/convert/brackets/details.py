"""What a bracket states besides its class: the extent of a gap, the correction of an error."""

from __future__ import annotations

import re
from typing import Final

_QUANTITIES: Final = {
    word: str(number)
    for number, word in enumerate("one two three four five six seven eight nine ten eleven twelve".split(), 1)
} | {"a": "1", "an": "1", "half": "0.5", "half a": "0.5", "½": "0.5", "single": "1"}
_FRACTIONS: Final = {"½": ".5", "¼": ".25", "¾": ".75", "half": ".5", "quarter": ".25"}
_UNITS: Final = {
    "leaf": "leaf",
    "leaves": "leaf",
    "character": "char",
    "characters": "char",
    "letter": "char",
    "letters": "char",
}
_MEASURED: Final = re.compile(
    r"(?P<at_most>less than |more than |about |approximately )?\b(?P<number>\d+(?:\.\d+)?|half a|half|a|an|"
    r"single|"
    r"one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|½)"
    r"(?P<fraction>\s?[½¼¾]|\sand\s(?:a|one)\s(?:half|quarter))?\s+(?:\w+ )?"
    r"(?P<unit>lines?|words?|pages?|paragraphs?|sentences?|letters?|characters?|names?|sheets?|leaf|"
    r"leaves)\b",
    re.IGNORECASE,
)
_UNIT_ALONE: Final = re.compile(
    r"^(?:the )?(?:\w+ )?(?P<unit>lines?|words?|pages?|paragraphs?|sentences?|letters?|characters?|names?)\b",
    re.I,
)


def extent_of_gap(inner: str) -> tuple[str, str]:
    """Return unit and quantity of a gap as ``@unit`` and ``@quantity``; "" for what is not stated."""
    measured = _MEASURED.search(inner)
    if not measured:
        alone = _UNIT_ALONE.search(inner)
        return (_unit(alone["unit"]), "") if alone else ("", "")
    number = measured["number"].lower()
    quantity = _QUANTITIES.get(number, number)
    if measured["fraction"]:
        quantity += _FRACTIONS[measured["fraction"].split()[-1].lower()]
    return _unit(measured["unit"]), "" if measured["at_most"] else quantity


def _unit(word: str) -> str:
    low = word.lower()
    return _UNITS.get(low, low.removesuffix("s"))


_CORRECTION: Final = re.compile(
    r"^(?:sic)?[!:,;.– —-]*\s*(?:(?:it )?(?:should|must|ought to) (?:be|read)|recte|correctly|correct(?: "
    r"form)?(?: is)?|"
    r"read|actually|for|i\.e\.|meaning|means|rather)?:?\s*(?P<correction>\S.*?)\s*[.!]?$",
    re.IGNORECASE,
)


def correction_in(inner: str) -> str:
    """Return what a ``[sic, should be …]`` proposes, without quotation marks, or ""."""
    match = _CORRECTION.match(inner)
    if not match or not re.match(r"(?i)(?:sic\W+\w|recte|read|correctly|should)", inner):
        return ""
    proposed = match["correction"].strip("“”\"'‘’ ")
    return proposed if 0 < len(proposed) <= 60 and proposed.lower() not in ("sic", "in original") else ""
