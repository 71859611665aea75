"""Regular expressions of XML Schema, held against each other: is one included in the other?

Derivatives again (Brzozowski 1964), over classes of characters: the expressions are derived by
one character of each class that they tell apart. The syntax is the part of XML Schema's that
datatypes of TEI use: literals, escapes, classes with ranges and negation, groups, alternatives
and the quantifiers ``? * + {m,n}``.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

Predicate = Callable[[str], bool]

_ESCAPES: Final[dict[str, Predicate]] = {
    "d": lambda c: unicodedata.category(c) == "Nd",
    "D": lambda c: unicodedata.category(c) != "Nd",
    "s": lambda c: c in " \t\n\r",
    "S": lambda c: c not in " \t\n\r",
    "w": lambda c: unicodedata.category(c)[0] not in "PZC",
    "W": lambda c: unicodedata.category(c)[0] in "PZC",
}
_CONTROLS: Final = {"n": "\n", "r": "\r", "t": "\t"}

# One character at least of every class that expressions of datatypes can tell apart: ASCII, and from
# beyond it a letter, a digit, a mark, punctuation, a symbol, a blank, a control and a private character.
_ALPHABET: Final = "".join(map(chr, range(128))) + "éЖ中٣́—€\u00a0\u2028\u0085\u200b\ue000"


@dataclass(frozen=True, slots=True)
class Regular:
    """An expression: kind ``none``, ``empty``, ``class``, ``or``, ``then`` or ``star``.

    text identifies a class; the characters of `_ALPHABET` that it holds are ``holds``.
    """

    kind: str
    parts: tuple[Regular, ...] = ()
    holds: frozenset[str] = frozenset()

    @property
    def is_nullable(self) -> bool:
        """True where the expression matches the empty text."""
        match self.kind:
            case "empty" | "star":
                return True
            case "or":
                return any(part.is_nullable for part in self.parts)
            case "then":
                return all(part.is_nullable for part in self.parts)
            case _:
                return False


_NONE: Final = Regular("none")
_EMPTY: Final = Regular("empty")


def _either(parts: Iterator[Regular] | tuple[Regular, ...]) -> Regular:
    flat: dict[Regular, None] = {}
    for part in parts:
        flat.update(dict.fromkeys(part.parts if part.kind == "or" else (part,)))
    flat.pop(_NONE, None)
    if not flat:
        return _NONE
    return next(iter(flat)) if len(flat) == 1 else Regular("or", tuple(sorted(flat, key=repr)))


def _then(first: Regular, second: Regular) -> Regular:
    if _NONE in (first, second):
        return _NONE
    if first == _EMPTY:
        return second
    if second == _EMPTY:
        return first
    if first.kind == "then":
        return _then(first.parts[0], _then(first.parts[1], second))
    return Regular("then", (first, second))


def _star(part: Regular) -> Regular:
    return part if part.kind == "star" else _EMPTY if part in (_EMPTY, _NONE) else Regular("star", (part,))


def _derived(regular: Regular, character: str) -> Regular:
    match regular.kind:
        case "class":
            return _EMPTY if character in regular.holds else _NONE
        case "or":
            return _either(_derived(part, character) for part in regular.parts)
        case "star":
            return _then(_derived(regular.parts[0], character), regular)
        case "then":
            first, second = regular.parts
            result = _then(_derived(first, character), second)
            return _either((result, _derived(second, character))) if first.is_nullable else result
        case _:
            return _NONE


def includes_regular(wide: str, narrow: str) -> bool:
    """Return True when every text that ``narrow`` matches is matched by ``wide``."""
    waiting, seen = [(parse_regular(narrow), parse_regular(wide))], set()
    while waiting:
        ours, theirs = waiting.pop()
        if (ours, theirs) in seen or ours == _NONE:
            continue
        seen.add((ours, theirs))
        if ours.is_nullable and not theirs.is_nullable:
            return False
        steps = {(_derived(ours, c), _derived(theirs, c)) for c in _ALPHABET}
        waiting.extend(steps)
    return True


def parse_regular(text: str) -> Regular:
    """Return the expression that ``text`` writes.

    Errors: ValueError for syntax that datatypes of TEI do not use.
    """
    parser = _Parser(text)
    regular = parser.alternatives()
    if parser.at != len(text):
        raise ValueError(f"{text}: unexpected {text[parser.at]!r} at {parser.at}")
    return regular


class _Parser:
    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0

    def _next(self) -> str:
        return self.text[self.at] if self.at < len(self.text) else ""

    def _take(self) -> str:
        self.at += 1
        return self.text[self.at - 1]

    def alternatives(self) -> Regular:
        branches = [self._branch()]
        while self._next() == "|":
            self._take()
            branches.append(self._branch())
        return _either(tuple(branches))

    def _branch(self) -> Regular:
        pieces: list[Regular] = []
        while self._next() not in ("", "|", ")"):
            pieces.append(self._quantified(self._atom()))
        result = _EMPTY
        for piece in reversed(pieces):
            result = _then(piece, result)
        return result

    def _quantified(self, atom: Regular) -> Regular:
        match self._next():
            case "?":
                self._take()
                return _either((_EMPTY, atom))
            case "*":
                self._take()
                return _star(atom)
            case "+":
                self._take()
                return _then(atom, _star(atom))
            case "{":
                end = self.text.index("}", self.at)
                low, comma, high = self.text[self.at + 1 : end].partition(",")
                self.at = end + 1
                return _repeated(atom, int(low), int(high or low) if not comma or high else None)
            case _:
                return atom

    def _atom(self) -> Regular:
        match self._take():
            case "(":
                inner = self.alternatives()
                if self._next() != ")":
                    raise ValueError(f"{self.text}: unclosed group")
                self._take()
                return inner
            case "[":
                return self._class()
            case "\\":
                return _class_of(self._escape())
            case ".":
                return _class_of(lambda c: c not in "\n\r")
            case literal:
                return _class_of(lambda c: c == literal)

    def _escape(self) -> Predicate:
        letter = self._take()
        if letter in "pP":
            end = self.text.index("}", self.at)
            name, self.at = self.text[self.at + 1 : end], end + 1
            return lambda c: unicodedata.category(c).startswith(name) == (letter == "p")
        if letter in _ESCAPES:
            return _ESCAPES[letter]
        literal = _CONTROLS.get(letter, letter)
        return lambda c: c == literal

    def _class(self) -> Regular:
        negated = self._next() == "^"
        if negated:
            self._take()
        tests: list[Predicate] = []
        while self._next() != "]":
            tests.append(self._class_member())
        self._take()
        return _class_of(lambda c: any(test(c) for test in tests) != negated)

    def _class_member(self) -> Predicate:
        first = self._take()
        if first == "\\":
            return self._escape()
        if self._next() == "-" and self.text[self.at + 1] not in "]":
            self._take()
            last = self._take()
            return lambda c: first <= c <= last
        return lambda c: c == first


def _class_of(test: Predicate) -> Regular:
    return Regular("class", (), frozenset(c for c in _ALPHABET if test(c)))


def _repeated(atom: Regular, low: int, high: int | None) -> Regular:
    result = _star(atom) if high is None else _EMPTY
    for _ in range((high or low) - low if high is not None else 0):
        result = _either((_EMPTY, _then(atom, result)))
    for _ in range(low):
        result = _then(atom, result)
    return result
