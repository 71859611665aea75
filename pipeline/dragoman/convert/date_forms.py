"""The forms in which dates are written, as patterns over the classes of their tokens.

A text is lexed into one character for each token, so that ``June 21, 1977`` becomes ``M 1, 4``
whatever the language. The alphabet: ``1`` number of one or two digits, ``4`` number that can be a
year, ``9`` any other number, ``o`` ordinal, ``M`` month, ``R`` Roman numeral up to XII, ``S``
season, ``D`` decade, ``h`` clock time, ``p`` a.m. or p.m., ``w`` other word, the particles of
`date_words.PARTICLES`, ``|`` blank line, ``q`` closing quotation mark, ``x`` other mark, white space
and ``. , / - ' ( ) [ ] ?`` for themselves.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, NamedTuple

from dragoman.convert import date_words as words
from dragoman.document import DateValue
from dragoman.source import Span

FIRST_YEAR: Final = 1000
LAST_YEAR: Final = 2099


class Tokens(NamedTuple):
    """The tokens of a stretch of text: ``types[i]`` is the class of the token at ``spans[i]``."""

    types: str
    spans: tuple[Span, ...]
    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """A form that fits: its tokens from ``first`` up to ``last`` and what it says.

    fault: why the date cannot exist; doubt: why what it says is not certain.
    """

    first: int
    last: int
    value: DateValue
    fault: str = ""
    doubt: str = ""


@dataclass(frozen=True, slots=True)
class Form:
    """One way to write a date, for example ``example``; ``name`` says how it is read.

    The groups of ``pattern`` name the tokens of day, month and year: d, m, y of the first or only
    end, e, n, z of the second; j is what joins the two. A low line is optional white space.
    """

    name: str
    pattern: re.Pattern[str]
    example: str


def _form(name: str, pattern: str, example: str) -> Form:
    year = r"4|\[_4_\??_\]|'?1(?![149])"
    parts = {
        "{d}": r"(?P<d>[1o])\.?",
        "{e}": r"(?P<e>[1o])\.?",
        "{m}": r"(?P<m>M)[.']?",
        "{n}": r"(?P<n>M)[.']?",
        "{y}": rf"(?P<y>{year})(?:_Y\.?)?",
        "{z}": rf"(?P<z>{year})(?:_Y\.?)?",
        "{to}": r"_(?P<j>[-T])_",
        "{join}": r"_(?P<j>[-TA/])_",
        "{end}": r"(?![149])",
    }
    for mark, regex in parts.items():
        pattern = pattern.replace(mark, regex)
    return Form(name, re.compile(pattern.replace("_", " ?")), example)


# Longest first: the first form that fits and makes sense is the date.
_FROM_NUMBER: Final = (
    _form("range", r"{d}_O?_{m},?_{y}{to}{e}_O?_{n},?_{z}{end}", "3 May 1979 – 5 June 1980"),
    _form(
        "numeric-range",
        r"(?P<d>1)\._(?P<m>[1R])\._(?P<y>4){to}(?P<e>1)\._(?P<n>[1R])\._(?P<z>4){end}",
        "30.12.1949 – 2.1.1950",
    ),
    _form(
        "numeric-range",
        r"(?P<d>1)\._(?P<m>[1R])\.?{to}(?P<e>1)\._(?P<n>[1R])\._(?P<z>4){end}",
        "3.5.–5.6.1979",
    ),
    _form("numeric-range", r"(?P<d>1)\.?{to}(?P<e>1)\._(?P<n>[1R])\._(?P<z>4){end}", "12.–14.3.1978"),
    _form("range", r"{d}_O?_{m}{join}{e}_O?_{n},?_{z}{end}", "28 June – 2 July 1978"),
    _form("range", r"{d}{join}{e}_O?_{n},?_{z}{end}", "12–14 March 1978"),
    _form("day", r"{d}_O?_{m},?_{y}{end}", "18th December 1949"),
    _form("day", r"(?P<d>1)_q_{m},?_{y}{end}", "22” May 1957"),
    _form("day", r"(?P<d>1)-(?P<m>M)-(?P<y>[14])(?!-?[149])", "01-Jan-1994"),
    _form("numeric-day", r"(?P<d>1)\._(?P<m>[1R])\._(?P<y>4|1(?!\.?[149]))(?:_Y\.?)?{end}", "30.XII.1949"),
    _form("numeric-day", r"(?P<d>1)(?:[- /]| / )(?P<m>R)(?:[- /]| / )(?P<y>4){end}", "30 XII 1949"),
    _form("slashed", r"(?P<d>1)/(?P<m>1)/(?P<y>4|1(?!/))(?![/-]?[149])", "12/30/1949"),
)
_FROM_YEAR: Final = (
    _form(
        "range",
        r"(?P<y>4)-(?P<m>1)-(?P<d>1)(?: (?P<j>[-T]) |/)(?P<z>4)-(?P<n>1)-(?P<e>1)(?!-?[149])",
        "1979-05-03/1979-05-05",
    ),
    _form("day", r"(?P<y>4),? {m}_(?P<d>[1o])(?!-?[149])", "1978 April 23"),
    _form("numeric-day", r"(?P<y>4)-(?P<m>1)-(?P<d>1)(?!-?[149])", "1977-06-21"),
    _form("numeric-month", r"(?P<y>4)-(?P<m>1)(?!-?[149])", "1978-09"),
    _form("years", r"(?P<y>4)(?P<j>[-/])(?P<z>[14])(?![-/.]?[149])", "1966–1987"),
    _form("years", r"(?P<y>4) (?P<j>[-TA]) (?P<z>4)(?![-/.]?[149])", "1966 to 1987"),
    _form("year", r"(?P<y>\[_4_\??_\]|4)(?![-/.]?[149])", "1967"),
)
# By the class of the first token.
FORMS: Final[Mapping[str, tuple[Form, ...]]] = {
    "1": _FROM_NUMBER,
    "o": _FROM_NUMBER,
    "4": _FROM_YEAR,
    "[": _FROM_YEAR,
    "M": (
        _form("range", r"{m}_{d},?_{y}{to}{n}_{e},?_{z}{end}", "June 21, 1977 – July 2, 1978"),
        _form("range", r"{m}_{d}{join}{n}_{e},?_{z}{end}", "June 28 – July 2, 1978"),
        _form("range", r"{m}_{d}{join}{e},?_{z}{end}", "June 12–14, 1978"),
        _form("range", r"{m},?_{y}{to}{n},?_{z}{end}", "October 1979 – March 1980"),
        _form("range", r"{m}{join}{n},?_{z}{end}", "October–November 1980"),
        _form("day", r"{m}_/?_{d}_,?_{y}{end}", "December / 18,1949"),
        _form("month", r"{m},?_(?:O_)?(?P<y>4|\[_4_\??_\])(?:_Y\.?)?{end}", "September, 1978"),
    ),
    "S": (
        _form("seasons", r"(?P<m>S){join}(?P<n>S)(?: O)?,?_(?P<z>4){end}", "summer and fall 1982"),
        _form("seasons", r"(?P<m>S)(?: O)?,?_(?P<y>4)_[-/]_(?P<z>[14])(?!-?[149])", "winter 1978–79"),
        _form("seasons", r"(?P<m>S)(?: O)?,?_(?P<z>4)(?!-?[149])", "spring of 1989"),
    ),
    "R": (_form("numeric-month", r"(?P<m>R)\.(?P<y>4){end}", "XII.1949"),),
    "D": (_form("decade", r"(?P<y>D)", "the 1960s"),),
}

# "1956 [?]": the date is doubted.
DOUBT: Final = re.compile(r" ?[\[(]\?[\])]")

_TOKEN = re.compile(
    r"(?P<blank>\n[^\S\n]*\n\s*|\f)"
    r"|(?P<space>\s+)"
    r"|(?P<half>[ap]\.?[^\S\n]?m\b\.?)"
    r"|(?P<clock>[0-9]{1,2}:[0-5][0-9])(?![0-9:])"
    r"|(?P<decade>[12][0-9][0-9]0['’]?s)(?!\w)"
    r"|(?P<ordinal>[0-9]{1,2}(?:st|nd|rd|th|er))(?!\w)"
    r"|(?P<number>[0-9]+)"
    r"|(?P<word>[^\W\d_]+)"
    r"|(?P<mark>.)",
    re.IGNORECASE,
)
_PLAIN: Final = {"blank": "|", "space": " ", "half": "p", "clock": "h", "decade": "D", "ordinal": "o"}
_OTHER_WORD: Final = "w"
_DASHES: Final = frozenset("-‐‑‒–—−")
_APOSTROPHES: Final = frozenset("'’ʹ′")
_CLOSING_QUOTES: Final = frozenset('”"»')


def lex(text: str, window: Span) -> Tokens:
    """Return the tokens of ``text`` within ``window``; what the window's ends cut is no date."""
    types: list[str] = []
    spans: list[Span] = []
    texts: list[str] = []
    for match in _TOKEN.finditer(text, window.start, window.end):
        kind = _token_type(match.lastgroup or "", match.group())
        # "STATE1979" and "1500m" are no numbers of a date; "June21" and "1949г." are.
        if types and kind in "149" and types[-1] == "w":
            kind = "9"
        elif types and kind == "w" and types[-1] in "14":
            types[-1] = "9"
        types.append(kind)
        spans.append(Span(match.start(), match.end()))
        texts.append(match.group())
    if types and window.start > 0 and text[window.start - 1].isalnum() and types[0] not in " |":
        types[0] = "w"
    if types and window.end < len(text) and text[window.end].isalnum() and types[-1] not in " |":
        types[-1] = "w"
    return Tokens("".join(types), tuple(spans), tuple(texts))


def _token_type(group: str, token: str) -> str:
    if group == "number":
        if len(token) <= 2:
            return "1"
        return "4" if len(token) == 4 and FIRST_YEAR <= int(token) <= LAST_YEAR else "9"
    if group == "mark":
        if token in _DASHES:
            return "-"
        if token in _APOSTROPHES:
            return "'"
        if token in _CLOSING_QUOTES:
            return "q"
        return token if token in ".,/[]()?" else "x"
    if group != "word":
        return _PLAIN[group]
    return _word_type(token)


def _word_type(token: str) -> str:
    low = token.lower()
    if low in words.MONTHS or (low in words.CAPITALISED_MONTHS and not token.islower()):
        return "M"
    if low in words.SEASONS:
        return "S"
    if token in words.ROMAN_MONTHS:
        return "R"
    # "c. 1951"; "Annex C" is none.
    return "C" if token == "c" else words.PARTICLES.get(low, _OTHER_WORD)


def opens_a_date(word: str) -> bool:
    """Return True for a word with which a form begins: a month, a season, a Roman number."""
    return _word_type(word) in FORMS


def is_word_of_dates(word: str) -> bool:
    """Return True for a month, a season or a particle, False for a word that no form has."""
    return _word_type(word) != _OTHER_WORD
