"""Numbers as lists show them: letters, Roman figures, ordinals, signs."""

from __future__ import annotations

from typing import Final

_ROMAN: Final = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
    (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_LONGEST_ROMAN: Final = 3999
_LATIN: Final = "abcdefghijklmnopqrstuvwxyz"
# Word leaves out ё, й, ъ, ы and ь.
_RUSSIAN: Final = "абвгдежзиклмнопрстуфхцчшщэюя"
_SIGNS: Final = "*†‡§"
# Repeated without end a letter is no number any more.
_MOST_REPEATED: Final = 12
_ONES: Final = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen twenty".split()
)
_ORDINALS: Final = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth "
    "fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth".split()
)


def roman(number: int) -> str:
    """Return a number in small Roman figures; "" where there is no such figure."""
    if not 0 < number <= _LONGEST_ROMAN:
        return ""
    figures = ""
    for value, sign in _ROMAN:
        figures += sign * (number // value)
        number %= value
    return figures


def letters(number: int) -> str:
    """Return a number as a browser counts in letters: a … z, aa, ab; "" below 1."""
    counted = ""
    while number > 0:
        number, rest = divmod(number - 1, len(_LATIN))
        counted = _LATIN[rest] + counted
    return counted


def word_number(number: int, style: str) -> str | None:
    """Return a number in a number format of a Word file (``w:numFmt``); None where the format is not known.

    Source: ECMA-376, part 1, 17.18.59. A number that the format has no sign for is in figures.
    """
    if style in ("upperLetter", "upperRoman", "russianUpper"):
        lower = word_number(number, style.replace("upper", "lower").replace("Upper", "Lower"))
        return lower.upper() if lower else lower
    if style == "lowerLetter":
        return _repeated(number, _LATIN)
    if style == "russianLower":
        return _repeated(number, _RUSSIAN)
    if style == "chicago":
        return _repeated(number, _SIGNS)
    if style == "lowerRoman":
        return roman(number) or str(number)
    if style in ("cardinalText", "ordinalText"):
        words = _ONES if style == "cardinalText" else _ORDINALS
        return words[number - 1].capitalize() if 0 < number <= len(words) else str(number)
    if style == "ordinal":
        return f"{number}{_ending(number)}"
    plain = {
        "decimal": str(number),
        "decimalZero": f"{number:02d}",
        "numberInDash": f"- {number} -",
        "none": "",
    }
    return plain.get(style)


def _repeated(number: int, row: str) -> str:
    """Return a number as Word counts in a row of signs: a … z, aa, bb."""
    times, at = divmod(number - 1, len(row))
    return row[at] * (times + 1) if 0 <= times < _MOST_REPEATED else str(number)


def _ending(number: int) -> str:
    if number % 100 in (11, 12, 13):
        return "th"
    return {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
