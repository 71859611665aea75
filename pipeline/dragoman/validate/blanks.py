"""White space as XML has it: blank, tab, line ends. A no-break space is a character like any other.

Python counts two dozen characters as white space. A schema that is read with Python's notion admits what
every other validator refuses.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

BLANKS: Final = " \t\n\r"
_RUN: Final = re.compile(f"[{BLANKS}]+")
# Controls, formatting characters, spaces and separators: what an editor does not see in a message.
_UNSEEN: Final = frozenset(("Cc", "Cf", "Zs", "Zl", "Zp"))


def is_blank(text: str) -> bool:
    """Return True where text holds nothing but white space."""
    return not text.strip(BLANKS)


def words_of(text: str) -> list[str]:
    """Return what white space parts."""
    # In ASCII what Python takes for white space beyond BLANKS cannot stand in XML.
    return text.split() if text.isascii() else [word for word in _RUN.split(text) if word]


def visible(text: str) -> str:
    """Return text with white space collapsed, and what nobody sees written as ``[U+00A0]``."""
    text = " ".join(words_of(text))
    if text.isprintable():
        return text
    return "".join(
        f"[U+{ord(character):04X}]"
        if character != " " and unicodedata.category(character) in _UNSEEN
        else character
        for character in text
    )
