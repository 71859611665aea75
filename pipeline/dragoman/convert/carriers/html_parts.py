"""What the elements of a page say of its text: which part is the document, what a raised number is."""

from __future__ import annotations

import re
from typing import Final
from xml.etree.ElementTree import Element

from dragoman.convert.carriers.numerals import letters, roman

_MARK: Final = re.compile(r"\[?(?:\d{1,3}|[*†‡]{1,3})\]?")
_MARKS: Final = re.compile(r"\d{1,3}(?:\s?,\s?\d{1,3})+")
# A letter calls a note after a word; after a figure it is an ordinal's ("1<sup>a</sup>").
_LETTER: Final = re.compile(r"\[?[a-h]\]?")
_WORD: Final = re.compile(r"[^\W\d_]{3,}[.,;:)”’\"]{0,2}$")
_RAISED_STYLE: Final = re.compile(r"vertical-align\s*:\s*(?:super|text-top)", re.IGNORECASE)
_NOTE_CLASS: Final = re.compile(
    r"(?:foot|end)note[-_]?(?:ref|reference|anchor|call|link)$|^noteref$", re.IGNORECASE
)
_LABEL_CLASS: Final = re.compile(r"(?:^|[-_])label$", re.IGNORECASE)
_MEDIA: Final = re.compile(r"@[^{};]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}")
_HIDING: Final = r"display\s*:\s*none|visibility\s*:\s*hidden"
_HIDDEN_STYLE: Final = re.compile(_HIDING, re.IGNORECASE)
_SELECTOR: Final = re.compile(r"(?:[a-z][a-z0-9-]*)?(?:[.#][\w-]+)?")
_STYLES: Final = {
    "lower-alpha": "a", "lower-latin": "a", "upper-alpha": "A", "upper-latin": "A", "lower-roman": "i",
    "upper-roman": "I", "decimal": "1", "none": "none",
}  # fmt: skip
_STYLE: Final = re.compile(r"list-style(?:-type)?\s*:[^;]*?\b(" + "|".join(_STYLES) + r")\b", re.IGNORECASE)
# A raised figure after a unit or a ten is a power and no call of a note.
_POWER: Final = re.compile(r"(?:\b(?:[kcdm]?m|ft|mi|10)|[)²³])$")
_RAISED: Final = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_FURNITURE: Final = ("header", "footer", "form", "search", "dialog", "a")
_RECORDS: Final = ("dl", "dt", "table")
_ARROWS: Final = frozenset(("↩", "↩\ufe0e", "↩\ufe0f", "↑", "^", "⏎", "⤴", "↵"))
_ROLES: Final = frozenset(("banner", "contentinfo", "search", "dialog"))


def beside_the_text(root: Element) -> dict[int, str]:
    """Return the elements that stand beside the page's document, by ``id()``, with what they are.

    Shape: with one ``main``, all that stands above it, and headers, footers and forms below it; with
    one ``main`` or one ``h1``, every ``nav``. What holds the ``main`` or the only ``h1`` is never left out.
    Of a page without ``main`` the only ``article`` is it, where it holds the only ``h1``.
    """
    parents = {child: parent for parent in root.iter() for child in parent}
    mains = [e for e in root.iter() if _is(e, "main") or e.get("role") == "main"]
    heads = [e for e in root.iter() if _is(e, "h1")]
    articles = [e for e in root.iter() if _is(e, "article")]
    if not mains and len(heads) == len(articles) == 1 and articles[0] in _with_ancestors(heads[0], parents):
        mains = articles
    if len(mains) != 1 and len(heads) != 1:
        return {}
    kept = {id(one) for one in (*mains[:1], *heads[:1]) for one in _with_ancestors(one, parents)}
    outside: dict[int, str] = {}
    for element in root.iter():
        is_navigation = _is(element, "nav") or element.get("role") == "navigation"
        if is_navigation and id(element) not in kept:
            outside[id(element)] = "navigation"
    if len(mains) == 1:
        for ancestor in _with_ancestors(mains[0], parents)[1:]:
            if _is(ancestor, "html"):
                break
            is_above = True
            for child in ancestor:
                is_above = is_above and id(child) not in kept
                if not isinstance(child.tag, str) or id(child) in kept:
                    continue
                # Below the text a site has the record of the document as well as its footer.
                if is_above or _is_furniture(child):
                    outside.setdefault(id(child), "part of the site")
    return outside


def _is_furniture(element: Element) -> bool:
    """Return True for what a site has below a document; an ``aside`` may be the record of it."""
    if _is(element, "aside"):
        return not any(_is(one, name) for one in element.iter() for name in _RECORDS)
    return any(_is(element, name) for name in _FURNITURE) or element.get("role") in _ROLES


def is_way_back(element: Element) -> bool:
    """Return True for the arrow behind a note that leads back to where it is called."""
    words = "".join(element.itertext()).strip()
    return _is(element, "a") and element.get("href", "").startswith("#") and words in _ARROWS


def _with_ancestors(element: Element, parents: dict[Element, Element]) -> list[Element]:
    found = [element]
    while found[-1] in parents:
        found.append(parents[found[-1]])
    return found


def _is(element: Element, name: str) -> bool:
    return isinstance(element.tag, str) and element.tag.rpartition("}")[2] == name


def is_raised(element: Element) -> bool:
    """Return True where a page raises the words of an element above the line, or calls a note with them."""
    return (
        _is(element, "sup")
        or _RAISED_STYLE.search(element.get("style", "")) is not None
        or any(_NOTE_CLASS.search(name) for name in element.get("class", "").split())
    )


def raised_mark(words: str, before: str) -> str:
    """Return how the text has a raised number: ``[1]`` where it calls a note, ``²`` where it is a power.

    words: what is raised; before: the end of the text before it. "" where it is no number.
    """
    if _MARKS.fullmatch(words):
        return "".join(f"[{number.strip()}]" for number in words.split(","))
    if not _MARK.fullmatch(words) and not (_LETTER.fullmatch(words) and _WORD.search(before)):
        return ""
    if words.isdecimal() and _POWER.search(before):
        return words.translate(_RAISED)
    return f"[{words.strip('[]')}]"


def is_label(element: Element) -> bool:
    """Return True for what names the value that follows it: ``dt``, or what its class calls a label."""
    if _is(element, "dt"):
        return True
    return _is(element, "div") and any(_LABEL_CLASS.search(one) for one in element.get("class", "").split())


def hidden_names(root: Element) -> frozenset[str]:
    """Return the classes and ids (``.old``, ``#menu``) whose elements the page's own style sheet hides."""
    return frozenset(name for name in styled_names(root, _HIDING) if name[0] in ".#")


def is_hidden(element: Element, names: frozenset[str]) -> bool:
    """Return True for what a page shows nobody; names: those that its style sheet hides (`hidden_names`)."""
    called = {f".{name}" for name in element.get("class", "").split()} | {f"#{element.get('id')}"}
    return (
        "hidden" in element.attrib
        or _HIDDEN_STYLE.search(element.get("style", "")) is not None
        or not names.isdisjoint(called)
    )


def styled_names(root: Element, style: str) -> frozenset[str]:
    """Return the selectors (``.date``, ``#menu``, ``time``, ``span.date``) for which the page's own style
    sheet has a style. style: a pattern.
    """
    names: set[str] = set()
    ruled = re.compile(r"([^{}]+)\{[^{}]*?(?:" + style + ")", re.IGNORECASE)
    for sheet in root.iter():
        if _is(sheet, "style") and "print" not in sheet.get("media", ""):
            for rule in ruled.finditer(_MEDIA.sub("", sheet.text or "")):
                names.update(one.strip() for one in rule[1].split(","))
    return frozenset(name for name in names if name and _SELECTOR.fullmatch(name))


def list_style(element: Element) -> str:
    """Return how an ordered list counts: ``1``, ``a``, ``A``, ``i``, ``I`` or ``none``."""
    styled = _STYLE.search(element.get("style", ""))
    return _STYLES[styled[1].lower()] if styled else element.get("type") or "1"


def list_number(number: int, style: str) -> str:
    """Return the number of a list's item as a page shows it: ``3.``, ``c.``, ``iii.``."""
    counted = {"a": letters, "i": roman}.get(style.lower(), str)(number) or str(number)
    return f"{counted.upper() if style.isupper() else counted}."
