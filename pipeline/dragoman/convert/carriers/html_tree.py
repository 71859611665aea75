"""The tree of a saved web page, in time that grows with its length."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final
from xml.etree.ElementTree import Element

from tinyhtml5.constants import Token
from tinyhtml5.parser import HTMLParser
from tinyhtml5.tokenizer import HTMLTokenizer

_Token = dict[str, Any]

_CHARACTERS: Final = (Token.CHARACTERS, Token.SPACE_CHARACTERS)
# Stands by itself, for what becomes of it depends on where it stands.
_NUL: Final = "\0"


class _Tokenizer(HTMLTokenizer):  # type: ignore[misc]
    """Yields running text as one token where the library yields one for every reference and stray ``<``.

    The tree's builder adds each to the text before it, which is copied every time: a page with nothing but
    references in one element took the square of its length. Faults of the page are passed over: a browser
    does not tell them either.
    """

    def __iter__(self) -> Iterator[_Token]:
        kept: _Token | None = None
        pieces: list[str] = []
        for token in super().__iter__():
            kind = token["type"]
            if kind is Token.PARSE_ERROR:
                continue
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
        self.tokenizer = _Tokenizer(stream, parser=self)
        self.reset()
        self.main_loop()


def tree_of(page: str) -> Element:
    """Return the root of a page, as browsers read it, with the names of its elements in HTML's namespace."""
    root: Element = _Parser().parse(page)
    return root
