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
_ALTERNATIVE: Final = re.compile(r"\d\s?(?:or|to|[-–])\s?$|\w (?:or|to) $")
_UNIT_ALONE: Final = re.compile(
    r"^(?:the )?(?:\w+ )?(?P<unit>lines?|words?|pages?|paragraphs?|sentences?|letters?|characters?|names?)\b",
    re.I,
)
# The same in the languages of papers that are no translations.
_NUMBERS_OF_LANGUAGES: Final = {
    word: str(number)
    for number, words in enumerate(
        (
            "один одна одно одну одного одной нэг ein eine einer eines jeden jedna jedno egy un une o 一",
            "два две двух хоёр zwei dwa dwie dwóch két kettő deux dva dvě două 二 两",
            "три трех трёх гурав гурван drei trzy három trois tři trei 三",
            "четыре четырех дөрөв vier cztery négy quatre čtyři patru 四",
            "пять пяти тав fünf pięć öt cinq pět cinci 五",
        ),
        1,
    )
    for word in words.split()
}
_UNITS_OF_LANGUAGES: Final = {
    "word": r"слов\w{0,2}|үг|w(?:ort|orte|örter)|słow\w{0,2}|wyraz\w{0,2}|szó|mots?|slov\w{0,2}|"
    r"cuv[âi]nt\w{0,2}",
    "line": r"строк\w{0,2}|мөр|zeilen?|wiersz\w{0,2}|sor|lignes?|řád\w{1,3}|rând\w{0,3}",
    "page": r"страниц\w{0,2}|хуудас|seiten?|stron\w{0,1}|oldal|pages?|stran\w{0,1}|pagin\w{1,2}",
    "leaf": r"лист\w{0,2}|bl(?:att|ätter)|kart\w{0,1}|lap|feuillets?|fil[ăe]",
    "char": r"букв\w{0,1}|үсэг|buchstaben?|liter\w{0,1}|betű|lettres?|písmen\w{0,1}",
}
_MEASURED_IN_LANGUAGES: Final = re.compile(
    rf"(?:(?<!\w)(?P<number>\d+|{'|'.join(_NUMBERS_OF_LANGUAGES)})\s)?(?<!\w)(?:"
    + "|".join(f"(?P<{unit}>{words})" for unit, words in _UNITS_OF_LANGUAGES.items())
    + r")(?!\w)",
    re.IGNORECASE,
)
# Chinese and Korean set no blank between the number, the unit and what is said of them.
_UNITS_OF_SIGNS: Final = {
    "字": "char",
    "词": "word",
    "詞": "word",
    "行": "line",
    "页": "page",
    "頁": "page",
    "줄": "line",
}
_MEASURED_IN_SIGNS: Final = re.compile(
    rf"(?P<number>\d+|[一二两三四五])\s?(?P<unit>[{''.join(_UNITS_OF_SIGNS)}])"
)


def extent_of_gap(inner: str) -> tuple[str, str]:
    """Return unit and quantity of a gap as ``@unit`` and ``@quantity``; "" for what is not stated."""
    measured = _MEASURED.search(inner)
    if not measured:
        alone = _UNIT_ALONE.search(inner)
        return (_unit(alone["unit"]), "") if alone else _extent_in_languages(inner)
    number = measured["number"].lower()
    if _ALTERNATIVE.search(inner, 0, measured.start("number")):
        # "4 or 5 illegible words"
        return _unit(measured["unit"]), ""
    quantity = _QUANTITIES.get(number, number)
    if measured["fraction"]:
        quantity += _FRACTIONS[measured["fraction"].split()[-1].lower()]
    return _unit(measured["unit"]), "" if measured["at_most"] else quantity


def _extent_in_languages(inner: str) -> tuple[str, str]:
    if signs := _MEASURED_IN_SIGNS.search(inner):
        number = signs["number"]
        return _UNITS_OF_SIGNS[signs["unit"]], _NUMBERS_OF_LANGUAGES.get(number, number)
    measured = _MEASURED_IN_LANGUAGES.search(inner)
    if not measured:
        return "", ""
    number = (measured["number"] or "").lower()
    return measured.lastgroup or "", _NUMBERS_OF_LANGUAGES.get(number, number)


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
