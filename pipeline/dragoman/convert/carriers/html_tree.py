"""The tree of a saved web page, in time that grows with its length; what has no end is refused."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any, Final
from xml.etree.ElementTree import Element

from tinyhtml5.constants import Token
from tinyhtml5.parser import HTMLParser
from tinyhtml5.tokenizer import HTMLTokenizer

from dragoman.convert.carriers.model import UNREADABLE
from dragoman.errors import UnusableInput
from dragoman.source import SourceText

_Token = dict[str, Any]

_CHARACTERS: Final = (Token.CHARACTERS, Token.SPACE_CHARACTERS)
# How much of an attribute's value may be copied with each reference in it.
_LONG_VALUE: Final = 4_096
# Stands by itself, for what becomes of it depends on where it stands.
_NUL: Final = "\0"

# A tag; what looks like one in a comment, a script or a style sheet is none. What is never shut goes on to
# the end of the page, so that no part of it is looked at twice.
_TAG: Final = re.compile(
    r"<!--.*?(?:-->|\Z)|<(script|style)\b.*?(?:</\1|\Z)|<(/?)([a-z!][^\s/>]*)[^>]*>?",
    re.IGNORECASE | re.DOTALL,
)
# Elements that have no content, or that the next of their kind closes: however many there are, they nest not.
_UNNESTED: Final = frozenset(
    """
    area base br col embed hr img input link meta source track wbr p li dt dd tr td th thead tbody tfoot
    caption colgroup option optgroup rp rt html head body
    """.split()
)
# Elements that go on in the next block where they are not shut: each of them is made again in each block,
# but for more than three that are alike.
_FORMATTING: Final = frozenset("a b big code em font i nobr s small strike strong tt u".split())
_MOST_ALIKE: Final = 3
_MOST_MADE_AGAIN: Final = 500_000
_MOST_IN_EACH: Final = 20
# No page of an archive nests its elements a hundred deep, or gives one a hundred attributes or a name that
# does not end, and the parser's time grows with the square of each.
_DEEPEST: Final = 2_000
_MOST_ATTRIBUTES: Final = 2_000
_LONGEST_NAME: Final = 50_000
_VALUE: Final = re.compile(r"\"[^\"]*\"?|'[^']*'?")


class _Tokenizer(HTMLTokenizer):  # type: ignore[misc]
    """Yields running text as one token where the library yields one for every reference and stray ``<``.

    The tree's builder adds each to the text before it, which is copied every time: a page with nothing but
    references in one element took the square of its length. So did one with an attribute full of them, whose
    value is put aside here piece by piece, and a long comment full of what may end one. Faults of the page
    are passed over: a browser does not tell them either.
    """

    def __init__(self, page: str, parser: HTMLParser) -> None:
        super().__init__(page, parser=parser)
        self._aside: list[str] = []
        self._comment: list[str] = []

    def comment_state(self) -> bool:
        """Read on in a comment."""
        self._put_comment_aside()
        return bool(super().comment_state())

    def comment_end_state(self) -> bool:
        """Read on where a comment may end."""
        self._put_comment_aside()
        return bool(super().comment_end_state())

    def _put_comment_aside(self) -> None:
        token = self.current_token
        if len(token["data"]) > _LONG_VALUE:
            self._comment.append(token["data"])
            token["data"] = ""

    def attribute_value_double_quoted_state(self) -> bool:
        """Read on in a value between double quotation marks."""
        return self._read_value(super().attribute_value_double_quoted_state)

    def attribute_value_single_quoted_state(self) -> bool:
        """Read on in a value between single ones."""
        return self._read_value(super().attribute_value_single_quoted_state)

    def _read_value(self, read: Callable[[], bool]) -> bool:
        attribute: list[str] = self.current_token["data"][-1]
        state = self.state
        goes_on = read()
        if self.state != state:
            attribute[1] = "".join((*self._aside, attribute[1]))
            self._aside.clear()
        elif len(attribute[1]) > _LONG_VALUE:
            self._aside.append(attribute[1])
            attribute[1] = ""
        return goes_on

    def __iter__(self) -> Iterator[_Token]:
        kept: _Token | None = None
        pieces: list[str] = []
        for token in super().__iter__():
            kind = token["type"]
            if kind is Token.PARSE_ERROR:
                continue
            if kind is Token.COMMENT and self._comment:
                token = {**token, "data": "".join((*self._comment, token["data"]))}
                self._comment.clear()
            is_text = kind in _CHARACTERS and token["data"] != _NUL
            # Blanks go with the words before them; in front of words they may stand where no words can.
            if is_text and kept is not None and kept["type"] in (kind, Token.CHARACTERS):
                pieces.append(token["data"])
                continue
            if kept is not None:
                yield {**kept, "data": "".join(pieces)}
                kept = None
            if is_text:
                kept, pieces = token, [token["data"]]
            else:
                # What the builder makes of a tag decides how the tokenizer goes on, so it has to have it now.
                yield token
        if kept is not None:
            yield {**kept, "data": "".join(pieces)}


class _Parser(HTMLParser):  # type: ignore[misc]
    """Builds the tree from the tokens of `_Tokenizer`."""

    def _parse(self, stream: str, container: None = None, scripting: bool = False, **_: object) -> None:
        self.container = container
        self.scripting = scripting
        self.tokenizer = _Tokenizer(stream, self)
        self.reset()
        self.main_loop()


def refuse_what_has_no_end(page: str, name: str) -> None:
    """Raise UnusableInput (CAR001) at the tag that is nested deeper, or has more attributes, than any is."""
    open_tags: Counter[str] = Counter()
    unshut = _Unshut()
    depth = 0
    for tag in _TAG.finditer(page):
        element = (tag[3] or "").lower()
        if not element:
            continue
        if len(tag[0]) > 2 * _MOST_ATTRIBUTES:
            words = _VALUE.sub("", tag[0]).split()
            if len(words) > _MOST_ATTRIBUTES:
                found = f"an element has more than {_MOST_ATTRIBUTES} attributes"
                raise _endless(page, name, tag.start(), found)
            if max(map(len, words)) > _LONGEST_NAME:
                raise _endless(page, name, tag.start(), f"a name is longer than {_LONGEST_NAME} characters")
        if unshut.grows_without_end(element, tag):
            raise _endless(page, name, tag.start(), "hundreds of elements like font are never shut")
        if element in _UNNESTED or element[0] == "!":
            continue
        if not tag[2]:
            open_tags[element] += 1
            depth += 1
        elif open_tags[element]:
            open_tags[element] -= 1
            depth -= 1
        if depth > _DEEPEST:
            raise _endless(page, name, tag.start(), f"elements are nested more than {_DEEPEST} deep")


class _Unshut:
    """Counts how often a parser has to make elements again that are open where a block begins."""

    def __init__(self) -> None:
        self._open: dict[str, list[str]] = {}
        self._alike: Counter[str] = Counter()
        self._count = 0
        self._blocks = 0
        self._made = 0

    def grows_without_end(self, element: str, tag: re.Match[str]) -> bool:
        """Take the next tag; return True where the tree has become many times as large as the page."""
        if element not in _FORMATTING:
            self._blocks += 1
            self._made += self._count
        elif not tag[2]:
            self._open.setdefault(element, []).append(tag[0])
            self._count += self._alike[tag[0]] < _MOST_ALIKE
            self._alike[tag[0]] += 1
        elif self._open.get(element):
            shut = self._open[element].pop()
            self._alike[shut] -= 1
            self._count -= self._alike[shut] < _MOST_ALIKE
        return self._made > max(_MOST_MADE_AGAIN, _MOST_IN_EACH * self._blocks)


def _endless(page: str, name: str, at: int, found: str) -> UnusableInput:
    place = SourceText(name, page).place(at)
    return UnusableInput(UNREADABLE.at(place, found, "save the page again, or its text alone"))


def tree_of(page: str) -> Element:
    """Return what holds a page's ``html`` element, as browsers read it, and the comments before and after it.

    The names of elements are in HTML's namespace.
    """
    document: Element = _Parser().parse(page, full_tree=True)
    return document
