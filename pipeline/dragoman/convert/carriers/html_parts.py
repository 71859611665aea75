"""What the elements of a page say of its text: which part is the document, what a raised number is."""

from __future__ import annotations

import re
from typing import Final
from xml.etree.ElementTree import Element

from dragoman.convert.carriers.numerals import letters, roman

_MARK: Final = re.compile(r"\[?(?:\d{1,3}|[*†‡]{1,3})\]?")
# A raised figure after a unit or a ten is a power and no call of a note.
_POWER: Final = re.compile(r"(?:\b(?:[kcdm]?m|ft|mi|10)|[)²³])$")
_RAISED: Final = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_FURNITURE: Final = ("header", "footer", "form", "search", "dialog", "a")
_ROLES: Final = frozenset(("banner", "contentinfo", "search", "dialog"))


def beside_the_text(root: Element) -> dict[int, str]:
    """Return the elements that stand beside the page's document, by ``id()``, with what they are.

    Shape: with one ``main``, all that stands above it, and headers, footers and forms below it; with
    one ``main`` or one ``h1``, every ``nav``. What holds the ``main`` or the only ``h1`` is never left out.
    """
    parents = {child: parent for parent in root.iter() for child in parent}
    mains = [e for e in root.iter() if _is(e, "main") or e.get("role") == "main"]
    heads = [e for e in root.iter() if _is(e, "h1")]
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
                if is_above or any(_is(child, name) for name in _FURNITURE) or child.get("role") in _ROLES:
                    outside.setdefault(id(child), "part of the site")
    return outside


def _with_ancestors(element: Element, parents: dict[Element, Element]) -> list[Element]:
    found = [element]
    while found[-1] in parents:
        found.append(parents[found[-1]])
    return found


def _is(element: Element, name: str) -> bool:
    return isinstance(element.tag, str) and element.tag.rpartition("}")[2] == name


def raised_mark(words: str, before: str) -> str:
    """Return how the text has a raised number: ``[1]`` where it calls a note, ``²`` where it is a power.

    words: what is raised; before: the end of the text before it. "" where it is no number.
    """
    if not _MARK.fullmatch(words):
        return ""
    if words.isdecimal() and _POWER.search(before):
        return words.translate(_RAISED)
    return f"[{words.strip('[]')}]"


def list_number(number: int, style: str) -> str:
    """Return the number of a list's item as a page shows it: ``3.``, ``c.``, ``iii.``."""
    counted = {"a": letters, "i": roman}.get(style.lower(), str)(number) or str(number)
    return f"{counted.upper() if style.isupper() else counted}."
