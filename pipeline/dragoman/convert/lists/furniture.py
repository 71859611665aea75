"""What is on a page of an archive's site beside its text: navigation, names of sites, notices.

Each pattern is matched against a whole line. A line that is not in the table is text.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from dragoman.convert.lists.model import ShownRange
from dragoman.source import Span

_STEP: Final = r"[«‹<]{0,2} ?(?:first|prev(?:ious)?|next|last)(?: page)? ?[»›>]{0,2}"

# By fw/@type; each group with the pages on which it was met.
_FURNITURE: Final[Mapping[str, tuple[str, ...]]] = {
    "specimen": (r"(?-i:SPECIMEN)\b.*",),
    "navigation": (
        # the digital archive of the History and Public Policy Program
        r"skip to (?:main |page )?content|jump to (?:content|navigation)|search in",
        r"(?:(?:add|cancel|remove|clear) search filters? ?)+",
        r"pagination|current page(?: \d+)?|page \d+(?: of \d+)?|\d+ / \d+",
        _STEP,
        rf"(?:{_STEP}|\d{{1,3}}|…|\.\.\.|\|)(?: (?:{_STEP}|\d{{1,3}}|…|\.\.\.|\|)){{1,40}}",
        r"(?:sort(?:ed)? by|order by|items per page|results per page|show \d+)\b.{0,60}",
        r"(?:new|refine|modify|save|advanced|start a new) search|back to (?:top|search|results|list)",
        r"home|menu|share|print|download|export|log ?in|sign in|close|filters?|(?:show|load|read|view) more",
        r"home ?[>»›/].{0,120}",
        # the National Archives' access system
        r"view (?:all|full record|selected records?|records?)|main page|browse by .{1,40}|help|faqs?",
        r"series (?:information|list)|tools for .{1,40}|fielded search|free-text search",
        r"(?:display )?(?:partial|full) records?",
    ),
    "site": (
        r"(?:the )?(?:wilson center )?digital archive|no image found\.?",
        r"(?:international )?history declassified",
        r".{0,60}\b(?:digital|online|specimen) archive\b.{0,60}history declassified",
        # the archive's own name, every word of it in capitals: “Selenga River Digital Archive”
        r"(?-i:(?:The )?(?:[A-Z][\w’'.-]*,? (?:of |for |and |the |on )*){1,6}"
        r"(?:Digital|Online|Electronic|Virtual) (?:Archives?|Collections?|Library|Repository|Reading Room))"
        r"(?: ?[|·–—:-] ?.{0,60})?",
        r"(?:©|\(c\)|copyright\b).{0,160}|all rights reserved\.?",
        r"(?:terms|conditions) of use|privacy(?: policy)?|contact(?: us)?|about(?: us)?",
        r"(?:national archives )?access to archival databases(?: \(aad\))?|welcome to aad.{0,80}",
        r"(?:the )?(?:u\.?s\.? )?national archives(?: and records administration)?",
    ),
    "page-number": (r"[-–—] ?\d{1,4} ?[-–—]",),
}

_TYPES: Final = tuple(_FURNITURE)
_LINE: Final = re.compile("|".join(f"({'|'.join(rows)})" for rows in _FURNITURE.values()), re.IGNORECASE)
_LONGEST: Final = 220
_DIGIT: Final = re.compile(r"[0-9]")

_NUMBER: Final = r"[0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,7}"
_RANGE: Final = re.compile(
    r"(?:(?:results?|showing|displaying|viewing|items?|records?|documents?|hits?)[: ] ?)*"
    rf"(?P<first>{_NUMBER}) ?(?:-|–|—|to|through) ?(?P<last>{_NUMBER})"
    rf" (?:of|out of|from) (?:about |approximately |over )?(?P<total>{_NUMBER})"
    r"(?: (?:results?|items?|records?|documents?|hits?|matches))?[.:]?(?: .{0,60})?",
    re.IGNORECASE,
)
_TOTAL: Final = re.compile(
    rf"(?:(?:found|total(?: results?)?|showing all|all)[: ] ?)?(?P<total>{_NUMBER}) "
    r"(?:results?|items?|records?|documents?|hits?|matches)(?: found)?[.:]?",
    re.IGNORECASE,
)
_QUERY: Final = re.compile(
    r"(?:you searched for|search results for|results for|search terms?|search query|query|keywords?)"
    r"(?:\s*:|\s+)\s*(?P<query>\S.{0,200})",
    re.IGNORECASE,
)


def furniture_type(line: str) -> str:
    """Return the ``fw/@type`` of a line without blanks at its ends, or "" for a line of text."""
    if len(line) > _LONGEST:
        return ""
    match = _LINE.fullmatch(line)
    return _TYPES[match.lastindex - 1] if match and match.lastindex else ""


def shown_range(line: str, offset: int) -> ShownRange | None:
    """Return what a line says of the results shown, or None; ``offset`` is where the line begins."""
    if len(line) > _LONGEST or _DIGIT.search(line) is None:
        return None
    match = _RANGE.fullmatch(line) or _TOTAL.fullmatch(line)
    if match is None:
        return None
    numbers = {name: text for name, text in match.groupdict().items() if text}
    spans = tuple((name, Span(offset + match.start(name), offset + match.end(name))) for name in numbers)
    values = {name: int(text.replace(",", "")) for name, text in numbers.items()}
    return ShownRange(Span(offset, offset + len(line)), spans=spans, **values)


_NOTHING: Final = re.compile(
    r"(?:(?:sorry|we are sorry)[,.!] ?)?(?:your (?:search|query)\b.{0,80}\b)?"
    r"(?:did not match any|no|there (?:are|were) no|0) "
    r"(?:results?|items?|records?|documents?|hits?|matches)\b.{0,80}",
    re.IGNORECASE,
)


def says_nothing_was_found(line: str) -> bool:
    """Return True for the line of a page of results that has none: “No documents were found.”."""
    return len(line) <= _LONGEST and _NOTHING.fullmatch(line) is not None


def query_span(line: str, offset: int) -> Span | None:
    """Return where the words stand that were searched for, or None where the line names none."""
    match = _QUERY.fullmatch(line) if len(line) <= _LONGEST else None
    return Span(offset + match.start("query"), offset + match.end("query")) if match else None
