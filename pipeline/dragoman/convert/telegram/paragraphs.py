"""Where paragraphs begin: numbers, letters, headings, and what only looks like them."""

from __future__ import annotations

import re
from string import ascii_letters
from typing import Final, NamedTuple

from dragoman.convert.telegram.cues import HEADING_WORDS

_LABEL: Final = re.compile(
    r"(?P<dash>-{1,2} ?)?(?:"
    r"(?P<number>\d{1,3}) ?[.)](?!\d)"
    r"|\((?P<inner>\d{1,2})\)"
    r"|\((?P<inner_letter>[A-Za-z]|[IVXivx]{2,4})\)"
    r"|(?P<letter>[A-Z]|[IVX]{2,4})[.)](?! ?[A-Z]\.)"
    r")(?=\s|$|\(|[A-Z\"])"
)
_HEADING: Final = re.compile(
    "(?:"
    + "|".join(re.escape(word) for word in sorted(HEADING_WORDS, key=len, reverse=True))
    + r")(?: ?[:.\-]|$)"
)
_INITIALS: Final = re.compile(r"[A-Z]\. ?(?:[A-Z]\. ?)?[A-Z][A-Z'\-]+")
# Two letters with which no label begins: those of most lines, which are words.
BEGINNINGS_OF_WORDS: Final = frozenset(
    first + second for first in ascii_letters for second in ascii_letters if second not in "IVXivx"
)
_INITIAL_AT_END: Final = re.compile(r"(?:^|[ .])[A-Z]\.$")
_TERMINAL: Final = frozenset(".?!:")
_CLOSING: Final = frozenset(")]\"'”’*")
# What a numbered item may follow besides a sentence's end.
_BEFORE_LABEL: Final = (";", ",", " AND", " OR", "UNQUOTE", "UNQTE")
_FARTHEST_NUMBER: Final = 3
_SHORT_LINE: Final = 40


class Label(NamedTuple):
    """The number or letter at a paragraph's head: ``style``, its value, its length as printed."""

    style: str
    value: str
    length: int


def label_of(text: str) -> Label | None:
    """Return the label with which a line begins, or None.

    Shape: ``1.``, ``- 6.``, ``(2)``, ``A.``, ``(B)``, ``IV.``; a decimal (``1.5``) and initials (``U.S.``)
    are none.
    """
    if text[:2] in BEGINNINGS_OF_WORDS:
        return None
    match = _LABEL.match(text)
    if match is None or match.lastgroup is None:
        return None
    # The last group that matched; what may stand before it is a dash.
    style = match.lastgroup
    return Label(style, match[style], match.end())


def is_heading(text: str) -> bool:
    """Return True for a line that opens a summary, a comment and the like."""
    return _HEADING.match(text) is not None


def is_paragraph_start(text: str) -> bool:
    """Return True when the line, seen alone, can begin the text of a telegram."""
    label = label_of(text)
    if label is not None:
        return label.value in ("1", "A", "I", "2") or label.style == "number"
    return is_heading(text)


def ends_sentence(text: str) -> bool:
    """Return True when the last character of ``text`` closes a sentence or announces a list."""
    last = text[-1:]
    if last in _TERMINAL:
        return True
    return last in _CLOSING and len(text) > 1 and text[-2] in _TERMINAL


class Sequence:
    """The labels met so far: a label is believed where it goes on with them.

    Hard-wrapped prose puts initials and numbers at the head of a line (``P. A. VERESHCHAGIN``,
    ``3. THE``), and only the order tells them from labels.
    """

    def __init__(self) -> None:
        self._last: dict[str, str] = {}
        self.has_numbers = False
        self.gaps: list[tuple[int, int]] = []

    def accepts(self, label: Label, text: str, is_block: bool, before: str) -> bool:
        """Return True when ``label`` opens a paragraph here, and remember it.

        text: the line; is_block: nothing of the same block stands before it; before: the line before.
        """
        is_next = self._is_next(label)
        follows_sentence = not before or ends_sentence(before) or before.endswith(_BEFORE_LABEL)
        # Running text fills its lines: a short one is over, as headings are.
        is_first = label.style == "number" and not self.has_numbers and label.value == "1"
        follows_sentence = follows_sentence or (is_first and len(before) < _SHORT_LINE)
        # "MR. P." at the line's end and "A. ORLOV" at the head of the next.
        follows_initial = label.style == "letter" and _INITIAL_AT_END.search(before) is not None
        is_next_item = is_next and follows_sentence and not follows_initial
        if label.style == "letter" and _INITIALS.match(text) and not is_next_item:
            return False
        if is_block:
            good = is_next or label.style in ("inner", "inner_letter") or self._is_near(label)
        else:
            good = is_next and follows_sentence
        if good:
            self._remember(label)
        return good

    def _is_next(self, label: Label) -> bool:
        last = self._last.get(label.style)
        value = label.value.upper()
        if label.style in ("number", "inner"):
            return int(value) == (int(last) + 1 if last else 1) or (label.style == "inner" and value == "1")
        if value in ("A", "I"):
            return True
        if last is None:
            return False
        if len(value) == 1 and len(last) == 1 and ord(value) == ord(last) + 1:
            return True
        return bool(_ROMAN.get(value)) and _ROMAN.get(value) == _ROMAN.get(last, 0) + 1

    def _is_near(self, label: Label) -> bool:
        if label.style != "number":
            return False
        last = int(self._last.get("number", "0"))
        value = int(label.value)
        return last == 0 or value == 1 or last < value <= last + _FARTHEST_NUMBER

    def _remember(self, label: Label) -> None:
        if label.style == "number":
            last, value = int(self._last.get("number", "0")), int(label.value)
            if self.has_numbers and value > last + 1:
                self.gaps.append((last, value))
            self.has_numbers = True
            self._last = {}
        self._last[label.style] = label.value.upper()


_ROMAN: Final = {
    "I": 1, "II": 2, "III": 3, "IV": 4, "V": 5, "VI": 6, "VII": 7, "VIII": 8, "IX": 9, "X": 10, "XI": 11,
    "XII": 12,
}  # fmt: skip
