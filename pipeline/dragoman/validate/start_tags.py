"""The start tags of a file as they are written, read from its text and not from the tree.

A file has few different tags: what is known of one need not be found out again. That pays only for
tags in the usual form, `REGULAR`; a file that has others is looked at in its tree instead.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

# What a parser does not take for text or tags: comments, instructions.
_ASIDE: Final = re.compile(r"<!--.*?-->|<\?.*?\?>", re.DOTALL)
_PROLOG: Final = re.compile(rf"\s*(?:(?:{_ASIDE.pattern})\s*)*", re.DOTALL)
# A ">" in a value cuts the tag short, and what is left is not regular.
_TAG: Final = re.compile(r"<([^>]*)>")
# Every value in double quotes, nothing in it that the parser would change, an empty tag's slash at the end.
REGULAR: Final = re.compile(r"([A-Za-z]\w*)((?:\s+[A-Za-z][\w:]*=\"[^\"&\t\n\r]*\")*)\s*(/?)", re.ASCII)
_ID: Final = re.compile(r"\sxml:id=\"([^\"]*)\"", re.ASCII)
ATTRIBUTE: Final = re.compile(r"([\w:]+)=\"([^\"]*)\"", re.ASCII)


def id_of(tag: str) -> str:
    """Return the id in a regular start tag, "" where it has none."""
    found = _ID.search(tag)
    return found[1] if found else ""


@dataclass(frozen=True, slots=True)
class Tags:
    """The tags of a file in their order.

    each: what tags have between their brackets: ``/p``, ``lb/``, ``p n="1"``; texts: what stands
    before each of them; different: the start tags, each once; start: the offset in the file of the
    first text, None where comments or instructions between tags make offsets hard to tell.
    """

    each: list[str]
    texts: list[str]
    different: frozenset[str]
    start: int | None = None

    def positions(self, is_wanted: Callable[[str], bool]) -> list[int]:
        """Return which of the start tags are wanted, from 0: the positions of elements in the tree."""
        wanted = {tag for tag in self.different if is_wanted(tag)}
        starts = [tag for tag in self.each if tag[:1] != "/"]
        return [at for at, tag in enumerate(starts) if tag in wanted]


def read_tags(text: str) -> Tags | None:
    """Return the tags of a well-formed file, None where CDATA sections make them hard to tell.

    Tags are split at the first ">", which may stand in a value: who uses them asks for `REGULAR` ones.
    """
    prolog = _PROLOG.match(text)
    root = start = prolog.end() if prolog else 0
    is_whole = True
    if text.find("<!", root) >= 0 or text.find("<?", root) >= 0:
        text, root, is_whole = _ASIDE.sub("", text[root:]), 0, False
        if "<!" in text:
            return None
    parts = _TAG.split(text[root:])
    each = parts[1::2]
    different = frozenset([tag for tag in set(each) if tag[:1] != "/"])
    return Tags(each, parts[:-1:2], different, start if is_whole else None)
