"""What is on a page of an archive's site beside its text: navigation, names of sites, notices.

Each pattern is matched against a whole line. A line that is not in the table is text.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final, NamedTuple

from dragoman.convert.lists.model import ShownRange
from dragoman.source import Span

_STEP: Final = r"[«‹<]{0,2} ?(?:first|prev(?:ious)?|next|last)(?: page)? ?[»›>]{0,2}"
_LETTERS: Final = "abcdefghijklmnopqrstuvwxyz"

# (fw/@type, what it can begin with: small letters, 0 for any figure; pattern); each group with the pages
# on which it was met.
_FURNITURE: Final[tuple[tuple[str, str, str], ...]] = (
    ("specimen", "s", r"(?-i:SPECIMEN)\b.*"),
    # the digital archive of the History and Public Policy Program
    ("navigation", "js", r"skip to (?:main |page )?content|jump to (?:content|navigation)|search in"),
    ("navigation", "acr", r"(?:(?:add|cancel|remove|clear) search filters? ?)+"),
    ("navigation", "cp", r"pagination|current page(?: \d+)?|page \d+(?: of \d+)?"),
    ("navigation", "0", r"\d+ / \d+"),
    ("navigation", "fnpl«‹< ", _STEP),
    (
        "navigation",
        "fnpl«‹< …|.0",
        rf"(?:{_STEP}|\d{{1,3}}|…|\.\.\.|\|)(?: (?:{_STEP}|\d{{1,3}}|…|\.\.\.|\|)){{1,40}}",
    ),
    (
        "navigation",
        "sori",
        r"(?:sort(?:ed)? by|order by|items per page|results per page|show \d+)\b.{0,60}",
    ),
    (
        "navigation",
        "nrmsab",
        r"(?:new|refine|modify|save|advanced|start a new) search|back to (?:top|search|results|list)",
    ),
    (
        "navigation",
        "hmspdelcfrvb",
        r"home|menu|browse|share|print|download|export|log ?in|sign in|close|filters?"
        r"|(?:show|load|read|view) more",
    ),
    ("navigation", "h", r"home ?[>»›/].{0,120}"),
    # the National Archives' access system
    (
        "navigation",
        "vmbhf",
        r"view (?:all|full record|selected records?|records?)|main page|browse by .{1,40}|help|faqs?",
    ),
    (
        "navigation",
        "stf",
        r"series (?:information|list)|tools for .{1,40}|fielded search|free-text search",
    ),
    ("navigation", "dpf", r"(?:display )?(?:partial|full) records?"),
    ("site", "twdn", r"(?:the )?(?:wilson center )?digital archive|no image found\.?"),
    ("site", "ih", r"(?:international )?history declassified"),
    (
        # the archive's own name, every word of it in capitals: “Selenga River Digital Archive”
        "site",
        _LETTERS,
        r"(?-i:(?:The )?(?:[A-Z][\w’'.-]*,? (?:of |for |and |the |on )*){1,6}"
        r"(?:Digital|Online|Electronic|Virtual) (?:Archives?|Collections?|Library|Repository|Reading Room))"
        r"(?: ?[|·–—:-] ?.{0,60})?",
    ),
    (
        # the same the other way round: “Digital Archive of the Northern Rivers”
        "site",
        "doev",
        r"(?-i:(?:Digital|Online|Electronic|Virtual) (?:Archives?|Library|Repository|Reading Room)"
        r" (?:of|for|on) (?:the )?(?:[A-Z][\w’'.-]*,? ?(?:of |for |and |the )*){1,6})",
    ),
    ("site", "©(ca", r"(?:©|\(c\)|copyright\b).{0,160}|all rights reserved\.?"),
    ("site", "tcpa", r"(?:terms|conditions) of use|privacy(?: policy)?|contact(?: us)?|about(?: us)?"),
    (
        "site",
        "naw",
        r"(?:national archives )?access to archival databases(?: \(aad\))?|welcome to aad.{0,80}",
    ),
    ("site", "tun", r"(?:the )?(?:u\.?s\.? )?national archives(?: and records administration)?"),
    ("page-number", "-–—", r"[-–—] ?\d{1,4} ?[-–—]"),
)
# The one that can begin with anything, and ends as nothing else does: the archive and its programme.
_PROGRAMME: Final = re.compile(
    r".{0,60}\b(?:digital|online|specimen) archive\b.{0,60}history declassified", re.IGNORECASE
)
_END_OF_PROGRAMME: Final = "declassified"


class _Forms(NamedTuple):
    """Furniture as one pattern: group n is that of ``types[n - 1]``."""

    pattern: re.Pattern[str]
    types: tuple[str, ...]


@lru_cache(maxsize=128)
def _forms_beginning_with(character: str) -> _Forms | None:
    """Return the furniture that can begin with a character, in the order of the table, or None.

    A line is held against three or four of the forms, not twenty.
    """
    rows = [(kind, form) for kind, beginnings, form in _FURNITURE if character in beginnings]
    if not rows:
        return None
    pattern = re.compile("|".join(f"({form})" for _, form in rows), re.IGNORECASE)
    return _Forms(pattern, tuple(kind for kind, _ in rows))


_LONGEST: Final = 220
_BAR: Final = " | "
_LONGEST_WORD: Final = 24

_NUMBER: Final = r"[0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,7}"
_RANGE: Final = re.compile(
    r"(?:(?:results?|showing|displaying|viewing|items?|records?|documents?|hits?)[: ] ?)*"
    rf"(?P<first>{_NUMBER}) ?(?:-|–|—|to|through) ?(?P<last>{_NUMBER})"
    rf" (?:of|out of|from) (?:about |approximately |over )?(?P<total>{_NUMBER})"
    r"(?: (?:results?|items?|records?|documents?|hits?|matches))?[.:]?(?: .{0,60})?",
    re.IGNORECASE,
)
# "Showing 31 of 31": how many, and not from which on.
_SO_MANY_OF: Final = re.compile(
    rf"(?:showing|displaying|viewing)[: ] ?(?:all )?(?P<last>{_NUMBER})"
    r"(?: (?:results?|items?|records?|documents?|hits?|matches))?"
    rf" (?:of|out of|from) (?:about |approximately |over )?(?P<total>{_NUMBER})"
    r"(?: (?:results?|items?|records?|documents?|hits?|matches))?[.:]?(?: .{0,60})?",
    re.IGNORECASE,
)
_RETURNED: Final = re.compile(
    rf"(?:your )?(?:search|query)\b.{{0,120}}?\b(?:returned|found|yielded|gave) (?P<total>{_NUMBER}) "
    r"(?:results?|items?|records?|documents?|hits?|matches)"
    rf"(?:[,;:(]{{0,2}} ?\(?(?:showing|displaying|viewing)? ?(?P<first>{_NUMBER}) ?(?:-|–|—|to) ?"
    rf"(?P<last>{_NUMBER})\)?)?[.:]?",
    re.IGNORECASE,
)
_WORD_OF_SEARCH: Final = re.compile(r"(?:your )?(?:search|query)\b", re.IGNORECASE)
_TOTAL: Final = re.compile(
    rf"(?:(?:found|total(?: results?)?|showing all|all)[: ] ?)?(?P<total>{_NUMBER}) "
    r"(?:results?|items?|records?|documents?|hits?|matches)(?: found)?[.:]?",
    re.IGNORECASE,
)
# What either begins with: words about results, then a figure.
_COUNTED: Final = re.compile(
    r"(?:(?:results?|showing|displaying|viewing|items?|records?|documents?|hits?|found|total|all)[: ] ?)*"
    r"[0-9]",
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
    first = line[:1]
    # A figure of any script is a figure.
    forms = _forms_beginning_with("0" if first.isdecimal() else first.casefold())
    match = forms.pattern.fullmatch(line) if forms else None
    if forms and match and match.lastindex:
        return forms.types[match.lastindex - 1]
    if _BAR in line and all(len(word) <= _LONGEST_WORD for word in line.split(_BAR)):
        # "Main Page | Help | FAQs": one that is known is enough.
        kinds = [kind for word in line.split(_BAR) if (kind := furniture_type(word.strip()))]
        return kinds[0] if kinds else ""
    is_programme = line[-len(_END_OF_PROGRAMME) :].casefold() == _END_OF_PROGRAMME
    return "site" if is_programme and _PROGRAMME.fullmatch(line) else ""


def shown_range(line: str, offset: int) -> ShownRange | None:
    """Return what a line says of the results shown, or None; ``offset`` is where the line begins."""
    if len(line) > _LONGEST:
        return None
    if _COUNTED.match(line) is not None:
        match = _RANGE.fullmatch(line) or _SO_MANY_OF.fullmatch(line) or _TOTAL.fullmatch(line)
    else:
        match = _RETURNED.fullmatch(line) if _WORD_OF_SEARCH.match(line) else None
    if match is None:
        return None
    # In the order in which they are printed.
    numbers = {
        name: match[name] for name in sorted(match.groupdict(), key=match.start) if match[name] is not None
    }
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
