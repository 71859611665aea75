"""Where words stand in a text: for many values looked up in one transcript."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import Final

_WORD: Final = re.compile(r"\w+")
# How often the rarest word of a value is met before the search is given up.
_TRIES: Final = 200


class WordIndex:
    """The words of a text with their places; made at the first question, for many texts are asked none."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._spans: list[tuple[int, int]] = []
        self._places: dict[str, list[int]] = {}

    def offset_of(self, value: str) -> int:
        """Return where ``value`` first stands in the text as whole words, or -1.

        Where it does not stand letter by letter, line ends and case do not count. (A search through the text
        for each of the forty thousand references of an endless header took the square of its length.)
        """
        found = _WORD.finditer(value)
        words = [(match[0].lower(), match.start()) for match in found]
        if not words:
            return self._text.find(value) if value else -1
        self._index()
        at, (rarest, _) = min(enumerate(words), key=lambda one: len(self._places.get(one[1][0], ())))
        same, alike = value.strip(), value.lower().split()
        first_alike = -1
        places = self._places.get(rarest, ())
        for place in places[:_TRIES]:
            if place < at or place - at + len(words) > len(self._spans):
                continue
            start = self._spans[place - at][0] - words[0][1]
            end = self._spans[place - at + len(words) - 1][1]
            text = self._text[max(0, start) : end + len(value) - words[-1][1] - len(words[-1][0])]
            if text.strip() == same:
                return max(0, start)
            if first_alike < 0 and text.lower().split() == alike:
                first_alike = max(0, start)
        if first_alike < 0 and len(places) > _TRIES:
            return self._text.find(same)
        return first_alike

    def _index(self) -> None:
        if self._spans:
            return
        places: dict[str, list[int]] = defaultdict(list)
        for number, match in enumerate(_WORD.finditer(self._text)):
            places[match[0].lower()].append(number)
            self._spans.append(match.span())
        self._places = dict(places)
