"""The words of a block as names are compared: without accents, case, apostrophes and hyphens.

Brackets in which an editor or translator completes a name are looked through: the words of
``Mao [Zedong]`` and ``Ch[ou] En-lai`` are whole. Every other bracket, comma or stop that is not an
initial's is a break, which no name runs across.
"""

from __future__ import annotations

import re
import string
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, NamedTuple

from lxml import etree

from dragoman.entities.reading import Block
from dragoman.entities.words import words
from dragoman.tei.ids import plain
from dragoman.tei.ns import local_name

_APOSTROPHES: Final = "'’‘ʼʻ`´"
_APOSTROPHES_OF_WORDS: Final = frozenset(_APOSTROPHES)
_WORD: Final = re.compile(rf"[^\W\d_]+(?:[{_APOSTROPHES}][^\W\d_]+)*")
_POSSESSIVE: Final = re.compile(rf"[{_APOSTROPHES}][sS]$")
_CONNECTION: Final = re.compile(rf"[\s.{_APOSTROPHES}‐‑-]*")
_BREAK: Final = "|"
# Elements whose text is a value or a term in another language: no name is looked for inside.
CLOSED_ELEMENTS: Final = frozenset(
    ("date", "time", "num", "idno", "geo", "term", "foreign", "ref", "code", "formula")
)
_DELETED: Final = str.maketrans(dict.fromkeys(_APOSTROPHES, None))
# Brackets of these elements complete a word or a name instead of interrupting it.
_TRANSPARENT: Final = frozenset(
    ("supplied", "ex", "am", "unclear", "add", "persName", "placeName", "orgName", "rs")
)


class Token(NamedTuple):
    """A word. [start, end) are offsets in the block; a possessive ’s is not part of the word.

    norm:  the word as it is compared; has_dot: a full stop follows (and is part of “U.S.”);
    printed: offsets of the word in `Tokens.printed`;
    joins: how it is connected with the word before: " ", "-", "'" (that one is a possessive, so that only
           a known name goes on) or "|" (not at all).

    A named tuple, because a document has thousands and a dataclass takes three times as long to make.
    """

    start: int
    end: int
    text: str
    norm: str
    has_dot: bool
    joins: str
    printed: tuple[int, int] = (0, 0)

    @property
    def is_initial(self) -> bool:
        """True for “M.” and for a syllable of two letters, “Kh.”, “Yu.”."""
        if not self.has_dot or len(self.text) > 2:
            return False
        return len(self.text) == 1 or self.text.capitalize() in words("initials-of-two-letters")

    @property
    def is_capitalised(self) -> bool:
        """True where the word begins with a capital letter, also behind an elided particle: d’Orlandi."""
        text = self.text
        if text[0].isupper():
            return True
        return text[0] in "dl" and text[1:2] in _APOSTROPHES_OF_WORDS and text[2:3].isupper()


@dataclass(frozen=True, slots=True)
class Tokens:
    """The words of a block in order.

    is_capitals: the block is written in capitals throughout; printed: its text without the brackets
    in which names are completed; capitalised: the numbers of the words that begin with a capital,
    which is all that the rules have to look at; initials: the numbers of the initials.
    """

    block: Block
    words: Sequence[Token]
    is_capitals: bool
    printed: str = ""
    capitalised: Sequence[int] = ()
    initials: Sequence[int] = ()

    @property
    def followed(self) -> Sequence[int]:
        """The numbers of the capitalised words that a word follows."""
        at_end = bool(self.capitalised) and self.capitalised[-1] == len(self.words) - 1
        return self.capitalised[:-1] if at_end else self.capitalised

    @property
    def preceded(self) -> Sequence[int]:
        """The numbers of the capitalised words that a word precedes."""
        return self.capitalised[1:] if self.capitalised and self.capitalised[0] == 0 else self.capitalised

    def __len__(self) -> int:
        return len(self.words)

    def __getitem__(self, index: int) -> Token:
        return self.words[index]

    def text(self, first: int, last: int) -> str:
        """Return the words [first, last) as they are read, with single blanks."""
        return " ".join(self.printed[self.words[first].printed[0] : self.words[last - 1].printed[1]].split())

    def starts_sentence(self, index: int) -> bool:
        """Return True where the word is the first of a sentence, so that its capital says nothing."""
        if index == 0:
            return True
        before = self.block.text[self.words[index - 1].end : self.words[index].start]
        return bool(re.search(r"[.!?:;“\"‘•–—]|\n\n", before)) and not self.words[index - 1].is_initial


@lru_cache(maxsize=65536)
def normalised(text: str) -> str:
    """Return one word as it is compared."""
    return plain(text).casefold().translate(_DELETED)


@lru_cache(maxsize=4096)
def name_words(name: str) -> tuple[str, ...]:
    """Return the words of a name as they are compared: ``Teng Hsiao-p’ing`` is teng, hsiao, ping."""
    return tuple([normalised(_POSSESSIVE.sub("", word)) for word in _WORD.findall(name)])


def tokenize(block: Block) -> Tokens:
    """Return the words of a block."""
    text, offsets = _printed(block)
    found: list[Token] = []
    last = 0
    is_possessive = False
    for match in _WORD.finditer(text):
        start, end = match.span()
        word = match[0]
        ends_possessive = word[-1] in "sS" and word[-2:-1] in _APOSTROPHES_OF_WORDS and len(word) > 2
        if ends_possessive:
            end -= 2
            word = word[:-2]
        between = text[last:start]
        joins = " " if between == " " and found else _connection(between, found[-1] if found else None)
        if joins == " " and is_possessive:
            joins = "'"
        has_dot = text[end : end + 1] == "."
        # The stop belongs to an abbreviation of single letters, wherever the name ends.
        stop = end + 1 if has_dot and len(word) == 1 else end
        found.append(
            Token(
                offsets[start],
                offsets[stop - 1] + 1,
                word,
                normalised(word),
                has_dot,
                joins,
                (start, stop),
            )
        )
        is_possessive = ends_possessive
        last = match.end()
    capitalised = [
        index
        for index, token in enumerate(found)
        if token.text[0].isupper() or (token.text[0] in "dl" and token.is_capitalised)
    ]
    initials = [index for index, token in enumerate(found) if token.has_dot and token.is_initial]
    return Tokens(block, found, _is_capitals(text), text, capitalised, initials)


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


def _connection(between: str, before: Token | None) -> str:
    if before is not None and between == " ":
        return " "
    if before is None or not _CONNECTION.fullmatch(between) or "\n\n" in between:
        return "|"
    if re.search(r"\s-|-\s", between):
        return "|"
    if "." in between and not (len(before.text) <= 2 or before.norm in words("sentence-abbreviations")):
        return "|"
    return "-" if between and not between.strip("-‐‑") else " "


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
