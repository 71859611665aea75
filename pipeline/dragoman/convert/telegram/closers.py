"""What closes a telegram below its text: the name that signs it, the office below that, who gets a copy."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from dragoman.convert.telegram.flow import Flow
from dragoman.convert.telegram.lines import FURNITURE, Line, Role
from dragoman.convert.telegram.signature import is_downgrading
from dragoman.convert.telegram.tables import may_be_row
from dragoman.document import Element
from dragoman.source import Span

# The word before a name that was signed on the paper and is typed here.
SIGNED: Final = re.compile(r"(?:gez\.|[Ss]ign[ée]|SIGN[ÉE]) ?:? ?(?=\S)")


def before_signature(lines: Sequence[Line], at: int) -> str:
    """Return the words before the last line, which stands at ``at``; a full stop where they end as with one.

    The last row of a table ends what comes before as a sentence does, and so does a quoted message.
    """
    before = next((line.text for line in reversed(lines[:at]) if line.role not in FURNITURE), "")
    is_quoted = at > 0 and lines[at - 1].role is Role.END_QUOTE
    return "." if is_quoted or is_downgrading(before) or may_be_row(before) else before


def name_and_office(lines: Sequence[Line], at: int, text: str) -> tuple[Element, int]:
    """Return the closer with the name that stands at ``at`` and the office below it, and where it ends."""
    flow, first = Flow(text), lines[at]
    word = SIGNED.match(first.text)
    start = first.start + (word.end() if word else 0)
    if word is not None:
        flow.add_text(first.start, first.start + len(word[0].rstrip()))
    flow.add(Element("persName", {}, (Span(start, first.end),)), start, first.end)
    end = _take_block(flow, lines, at + 1)
    return Element("closer", {}, (Element("signed", {}, flow.finish()),)), end


def copies(lines: Sequence[Line], at: int, text: str) -> tuple[Element, int]:
    """Return the closer with the lines from ``at`` on that say who gets a copy, and where it ends."""
    flow = Flow(text)
    end = _take_block(flow, lines, at)
    return Element("closer", {}, (Element("seg", {"type": "distribution"}, flow.finish()),)), end


def _take_block(flow: Flow, lines: Sequence[Line], at: int) -> int:
    """Take the lines from ``at`` to the next furniture, and return the index after them."""
    while at < len(lines) and lines[at].role not in FURNITURE:
        flow.add_text(lines[at].start, lines[at].end)
        at += 1
    return at
