"""What an editor is shown of two files: the lines that differ, from shortly before they part."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator
from itertools import takewhile, zip_longest
from typing import Final

_DIFFERENCE_LINES: Final = 12
_DIFFERENCE_WIDTH: Final = 120
_BEFORE_DIFFERENCE: Final = 40
# What `annotate` adds: an editor who looks for what has changed does not want to read it.
_NAME_TAGS: Final = re.compile(r"</?(?:persName|placeName|orgName|rs)\b[^>]*>")


def difference(old: bytes, new: bytes) -> str:
    """Return the lines of a document and of its conversion that differ, "" where only tags of names do."""
    before, after = (
        _NAME_TAGS.sub("", octets.decode("utf-8", "replace")).splitlines() for octets in (old, new)
    )
    changes = difflib.SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
    shown: list[str] = []
    for what, old_start, old_end, new_start, new_end in changes:
        if what != "equal":
            for was, now in zip_longest(before[old_start:old_end], after[new_start:new_end]):
                shown += _changed_line(was, now)
    more = len(shown) - _DIFFERENCE_LINES
    return "\n".join([*shown[:_DIFFERENCE_LINES], *([f"    and {more} more lines"] if more > 0 else [])])


def _changed_line(was: str | None, now: str | None) -> Iterator[str]:
    """Yield a line of the document and of the conversion from shortly before the place where they part."""
    alike = takewhile(lambda pair: pair[0] == pair[1], zip(was or "", now or "", strict=False))
    start = max(0, sum(1 for _ in alike) - _BEFORE_DIFFERENCE)
    for sign, line in (("-", was), ("+", now)):
        if line is not None:
            yield f"    {sign} {'…' if start else ''}{line[start : start + _DIFFERENCE_WIDTH].strip()}"
