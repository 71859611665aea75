"""Characters of a transcript that XML cannot hold."""

from __future__ import annotations

import re
from typing import Final

# Python's white space beyond what XML keeps is a blank of the transcript and none of these.
UNHOLDABLE: Final = re.compile("[\x00-\x08\x0e-\x1b\ud800-\udfff\ufffe\uffff]")
_CONTROLS: Final = bytes((*range(0x09), *range(0x0E, 0x1C)))
_UNHOLDABLE_OR_BLANK: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_REPLACEMENT: Final = "\ufffd"


def is_holdable(text: str) -> bool:
    """Return True when XML can hold every character of ``text``, white space set aside."""
    if text.isascii():
        # To look each byte up in a table takes a sixth of the time of a search.
        return len(text.encode().translate(None, _CONTROLS)) == len(text)
    return UNHOLDABLE.search(text) is None


def holdable(text: str) -> str:
    """Return ``text`` as a value that XML can hold: blanks for white space, U+FFFD for the rest.

    For what is said *about* a transcript, in its header and in attributes. In the text itself such a
    character is a ``g`` and is not lost.
    """
    if text.isprintable():
        return text
    return _UNHOLDABLE_OR_BLANK.sub(lambda one: " " if one[0].isspace() else _REPLACEMENT, text)
