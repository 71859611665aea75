"""The words of a block as names are compared: without accents, case, apostrophes and hyphens.

Brackets in which an editor or translator completes a name are looked through: the words of
``Mao [Zedong]`` and ``Ch[ou] En-lai`` are whole. Every other bracket, comma or stop that is not an
initial's is a break, which no name runs across. So is a number, but where the words round it spell a known
name that it belongs to: “Group of 77”.
"""

from __future__ import annotations

import re
import string
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate
from typing import Final, NamedTuple

from lxml import etree

from dragoman.entities.reading import Block
from dragoman.entities.words import words
from dragoman.tei.ids import plain
from dragoman.tei.ns import local_name

_APOSTROPHES: Final = "'’‘ʼʻ`´"
# The signs that scholars write for ‘ayn and hamza are letters wherever they stand.
_SIGNS: Final = "ʻʼʽʾʿ"
_APOSTROPHES_OF_WORDS: Final = frozenset(_APOSTROPHES)
_LETTERS: Final = rf"[^\W\d_]+(?:[{_APOSTROPHES}][^\W\d_]+)*"
# An ordinal, 12th, is a word: it opens the names of divisions.
_ORDINAL: Final = r"(?<!\d)\d{1,3}(?:st|nd|rd|th|ST|ND|RD|TH)(?!\w)"
_WORD: Final = re.compile(f"({_LETTERS}|{_ORDINAL})")
# A number with all that belongs to it: 77, 12/75, 40A, 1941–1945.
_FIGURE: Final = rf"\d+(?:[.,/:‐‑–-]\d+)*[^\W\d_]*(?:[{_APOSTROPHES}][sS](?!\w))?"
_WORD_OR_FIGURE: Final = re.compile(f"{_LETTERS}|{_ORDINAL}|{_FIGURE}")
# The years that an entry adds to the name of somebody or of a body: “, 1953–1988”, “(1953–)”.
_YEARS_ADDED: Final = re.compile(r"(?:,\s*|\s*\()\d{4}\s?[–-]\s?(?:\d{4})?\)?$")
_POSSESSIVE: Final = re.compile(rf"[{_APOSTROPHES}][sS]$")
_CONNECTION: Final = re.compile(rf"[\s.{_APOSTROPHES}‐‑-]*(?:№\s?)?")
_BREAK: Final = "|"
# Elements whose text is a value or a term in another language: no name is looked for inside.
CLOSED_ELEMENTS: Final = frozenset(
    ("date", "time", "num", "idno", "geo", "term", "foreign", "ref", "code", "formula")
)
_AS_COMPARED: Final = str.maketrans(
    {**dict.fromkeys(_APOSTROPHES + _SIGNS, None), **dict.fromkeys("‐‑–", "-")}
)
# Brackets of these elements complete a word or a name instead of interrupting it.
_TRANSPARENT: Final = frozenset(
    ("supplied", "ex", "am", "unclear", "add", "persName", "placeName", "orgName", "rs")
)


class Token(NamedTuple):
    """A word. [start, end) are offsets in the block; a possessive ’s is not part of the word.

    norm:  the word as it is compared; has_dot: a full stop follows (and is part of “U.S.”);
    printed: offsets of the word in `Tokens.printed`;
    joins: how it is connected with the word before: " ", "-", "'" (that one is a possessive, so that only
           a known name goes on) or "|" (not at all);
    is_capitalised: it begins with a capital letter, maybe behind an elided particle: d’Orlandi;
    is_initial: it is “M.” or a syllable of two letters, “Kh.”, “Yu.”.
    """

    start: int
    end: int
    text: str
    norm: str
    has_dot: bool
    joins: str
    printed: tuple[int, int]
    is_capitalised: bool
    is_initial: bool


@dataclass(slots=True)
class Tokens:
    """The words of a block in order.

    is_capitals: the block is written in capitals throughout; printed: its text without the brackets
    in which names are completed; norms: the words as they are compared; breaks: the numbers of those that no
    name runs on to; capitalised: the numbers of the words that begin with a capital, which is all that the
    rules have to look at; followed, preceded: of those that a word follows, or precedes; initials: the
    numbers of the initials.

    Most words are small ones that no rule looks at: a `Token` is made when it is asked for. Until then
    words are columns: ``texts``, ``joins``, ``starts`` (offsets in ``printed``), ``offsets`` (in the block).
    """

    block: Block
    is_capitals: bool
    printed: str
    offsets: Sequence[int]
    texts: Sequence[str]
    norms: Sequence[str]
    starts: Sequence[int]
    joins: Sequence[str]
    breaks: Sequence[int]
    capitalised: Sequence[int]
    followed: Sequence[int]
    preceded: Sequence[int]
    initials: Sequence[int]
    _made: list[Token | None]

    def __len__(self) -> int:
        return len(self.texts)

    def __getitem__(self, index: int) -> Token:
        return self._made[index] or self._make(index)

    def _make(self, index: int) -> Token:
        text, start = self.texts[index], self.starts[index]
        end = start + len(text)
        has_dot = self.printed.startswith(".", end)
        # The stop belongs to an abbreviation of single letters, wherever the name ends.
        stop = end + 1 if has_dot and len(text) == 1 and not is_figure(text) else end
        made = self._made[index] = Token(
            self.offsets[start],
            self.offsets[stop - 1] + 1,
            text,
            self.norms[index],
            has_dot,
            self.joins[index],
            (start, stop),
            _is_capitalised(text),
            has_dot and _may_be_initial(text),
        )
        return made

    def row(self, first: int, last: int) -> list[Token]:
        """Return the words [first, last)."""
        return [self[index] for index in range(first, min(last, len(self.texts)))]

    def text(self, first: int, last: int) -> str:
        """Return the words [first, last) as they are read, with single blanks."""
        return " ".join(self.printed[self[first].printed[0] : self[last - 1].printed[1]].split())

    def starts_sentence(self, index: int) -> bool:
        """Return True where the word is the first of a sentence, so that its capital says nothing."""
        if index == 0:
            return True
        before = self[index - 1]
        between = self.block.text[before.end : self[index].start]
        return between != " " and bool(_SENTENCE_BREAK.search(between)) and not before.is_initial


_SENTENCE_BREAK: Final = re.compile(r"[.!?:;“\"‘•–—]|\n\n")


@lru_cache(maxsize=65536)
def normalised(text: str) -> str:
    """Return one word as it is compared."""
    return plain(text).casefold().translate(_AS_COMPARED)


@lru_cache(maxsize=4096)
def name_words(name: str) -> tuple[str, ...]:
    """Return the words of a name as they are compared: ``Teng Hsiao-p’ing`` is teng, hsiao, ping.

    A number is one of them: ``G-77`` is g, 77.
    """
    if not _DIGITS.search(name):
        return tuple([_compared(word) for word in _WORD.findall(name)])
    return tuple([_compared(word) for word in _WORD_OR_FIGURE.findall(_YEARS_ADDED.sub("", name))])


def _compared(word: str) -> str:
    return normalised(_POSSESSIVE.sub("", word))


_DIGITS: Final = re.compile(r"\d+")


def is_figure(word: str) -> bool:
    """Return True for a word that begins with a figure: 77, 40a, 12th."""
    return word[:1].isdigit()


class Figures:
    """The numbers in known names, each with the words round it: only among those is one a word of a text.

    So no name is found without its number, and nothing else that looks at words meets a number.
    """

    def __init__(self, names: Iterable[Sequence[str]] = ()) -> None:
        """Remember the numbers in names, which are given as their words as compared."""
        self._names = [tuple(name) for name in names if not all(map(is_figure, name))]
        self._round: dict[str, list[tuple[tuple[str, ...], tuple[str, ...]]]] = {}
        for name in self._names:
            for index, word in enumerate(name):
                if is_figure(word):
                    self._round.setdefault(word, []).append((name[:index], name[index + 1 :]))
        opening = sorted({_DIGITS.findall(word)[0] for word in self._round})
        self._any = re.compile("|".join(opening)) if opening else None

    def with_names(self, names: Iterable[str]) -> Figures:
        """Return the numbers of these names too."""
        added = [name_words(name) for name in names if _DIGITS.search(name)]
        return Figures([*self._names, *added]) if added else self

    def split(self, text: str) -> list[str]:
        """Return what is between words and the words in turn; the first and the last are between."""
        if self._any is None or not self._any.search(text):
            return _WORD.split(text)
        parts: list[str] = []
        at = 0
        for start, end in self._spelled(text):
            parts += [*_WORD.split(text[at:start]), text[start:end]]
            at = end
        return parts + _WORD.split(text[at:])

    def _spelled(self, text: str) -> Iterator[tuple[int, int]]:
        """Yield where a number stands among the words that it stands among in a name."""
        found = list(_WORD_OR_FIGURE.finditer(text))
        norms = tuple([_compared(word[0]) for word in found])
        for index, norm in enumerate(norms):
            for before, after in self._round.get(norm, ()):
                first, last = index - len(before), index + 1 + len(after)
                if first >= 0 and norms[first:index] == before and norms[index + 1 : last] == after:
                    yield found[index].span()
                    break


NO_FIGURES: Final = Figures()


def tokenize(block: Block, figures: Figures = NO_FIGURES) -> Tokens:
    """Return the words of a block; ``figures`` are those of the names that will be looked for."""
    text, offsets = _printed(block)
    parts = figures.split(text)
    if _MAY_BE_AYN.search(text):
        _take_in_ayn(parts)
    between, found = parts[::2], parts[1::2]
    ends = list(accumulate(map(len, parts)))
    texts = found.copy()
    possessives = [
        index
        for index, word in enumerate(found)
        if word[-1] in "sS" and word[-2:-1] in _APOSTROPHES_OF_WORDS and len(word) > 2
    ]
    for index in possessives:
        texts[index] = found[index][:-2]
    joins = [" "] * len(found)
    initials: list[int] = []
    for index in [number for number, gap in enumerate(between) if gap != " "]:
        if index and between[index][:1] == "." and _may_be_initial(found[index - 1]):
            initials.append(index - 1)
        if 0 < index < len(found):
            joins[index] = _connection(between[index], texts[index - 1])
    if found:
        joins[0] = _BREAK
    for index in possessives:
        if joins[index + 1 : index + 2] == [" "]:
            joins[index + 1] = "'"
    capitalised = [index for index, word in enumerate(texts) if not word.islower() and _is_capitalised(word)]
    return Tokens(
        block,
        _is_capitals(text),
        text,
        offsets,
        texts,
        list(map(normalised, texts)),
        ends[:-1:2],
        joins,
        [index for index, joint in enumerate(joins) if joint == _BREAK],
        capitalised,
        capitalised[:-1] if capitalised[-1:] == [len(found) - 1] else capitalised,
        capitalised[1:] if capitalised[:1] == [0] else capitalised,
        initials,
        [None] * len(found),
    )


def _take_in_ayn(parts: list[str]) -> None:
    """Move an inverted comma that is a letter (‘Abd, ’Ali) from between the words into its word.

    ``parts``: what is between words and the words in turn. A ’ before a word cannot close a quotation;
    a ‘ opens one where something after it can close it.
    """
    for at in range(0, len(parts) - 1, 2):
        gap, word = parts[at], parts[at + 1]
        if gap[-1:] not in _AYN or not word[0].isupper():
            continue
        if normalised(word) not in words("ayn-first") or not _is_open(gap[-2:-1]):
            continue
        if gap[-1] != "’" and any(_CLOSING.match(later) for later in parts[at + 2 :: 2]):
            continue
        parts[at], parts[at + 1] = gap[:-1], gap[-1] + word


def _is_open(before: str) -> bool:
    """Return True where nothing stands before an inverted comma that it could close or belong to."""
    return not before or before.isspace() or before in "-‐‑([|“"


_AYN: Final = ("'", "’", "‘", "`")
_MAY_BE_AYN: Final = re.compile(r"(?:^|[\s‐‑(\[|“-])['’‘`][^\W\d_]")
_CLOSING: Final = re.compile(r"[.,;:!?…]*['’]")


def _is_capitalised(text: str) -> bool:
    if text[0].isupper():
        return True
    if text[0] in _SIGNS or text[0] in _AYN:
        return text[1:2].isupper()
    return text[0] in "dl" and text[1:2] in _APOSTROPHES_OF_WORDS and text[2:3].isupper()


def _may_be_initial(text: str) -> bool:
    """Return True for “M” and for a syllable of two letters, which a full stop follows."""
    if len(text) == 1:
        return not is_figure(text)
    return len(text) == 2 and text.capitalize() in words("initials-of-two-letters")


def _printed(block: Block) -> tuple[str, Sequence[int]]:
    """Return the text of a block without the brackets that complete words, and the offset of each character.

    What no name may be looked for in is replaced by breaks of its length.
    """
    is_plain = all(piece.parent is block.owner and piece.slot >= 0 for piece in block.pieces)
    if is_plain and local_name(block.owner) not in CLOSED_ELEMENTS:
        return block.text, range(len(block.text))
    characters: list[str] = []
    offsets: list[int] = []
    for piece, start, end in block.pieces_between(0, len(block.text)):
        if piece.slot < 0 and local_name(piece.parent) in _TRANSPARENT:
            continue
        text = block.text[start:end]
        characters.append(_BREAK * len(text) if _is_closed(piece.parent, block) else text)
        offsets.extend(range(start, end))
    return "".join(characters), offsets


def _is_closed(element: etree._Element, block: Block) -> bool:
    while element is not block.owner:
        if local_name(element) in CLOSED_ELEMENTS:
            return True
        parent = element.getparent()
        if parent is None:
            return False
        element = parent
    return False


@lru_cache(maxsize=4096)
def _connection(between: str, before: str) -> str:
    """Return how two words are joined by what is between them; ``before`` is the first."""
    if not _CONNECTION.fullmatch(between) or "\n\n" in between or _SPACED_HYPHEN.search(between):
        return _BREAK
    if "." in between and (
        is_figure(before) or not (len(before) <= 2 or normalised(before) in words("sentence-abbreviations"))
    ):
        return _BREAK
    return "-" if between and not between.strip(_JOINING) and between.strip(_APOSTROPHES) else " "


# The apostrophe of “al-‘Aziz” begins the word after the hyphen.
_JOINING: Final = "-‐‑" + _APOSTROPHES
_SPACED_HYPHEN: Final = re.compile(r"\s-|-\s")


def _is_capitals(text: str) -> bool:
    """Return True where fewer than one letter in ten is small."""
    octets = text.encode("ascii", "ignore")
    small = len(octets) - len(octets.translate(None, _SMALL))
    letters = small + len(octets) - len(octets.translate(None, _CAPITAL))
    if len(octets) < len(text):
        others = [character for character in text if character > "\x7f"]
        letters += sum(map(str.isalpha, others))
        small += sum(map(str.islower, others))
    return letters > 0 and small * 10 < letters


# Counted as octets, which is ten times faster than asking each character.
_SMALL: Final = string.ascii_lowercase.encode()
_CAPITAL: Final = string.ascii_uppercase.encode()
