"""What the attributes of a page's elements say besides its text: targets, descriptions, values of forms."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final
from xml.etree.ElementTree import Element

from dragoman.convert.carriers.html_words import name_of, words_of

_FILE: Final = ("file", "is a file beside the page")
_SHOWN_ELSEWHERE: Final = ("hint", "appears only under the mouse")
_SPOKEN: Final = ("hint", "is said to who does not see the page")
_FORM: Final = ("field of a form", "is no text of the page")
_ALL: Final[frozenset[str]] = frozenset()

# The kind and reason of the ledger's item, and the elements of which the attribute says it (none: of all).
_SAYING: Final[Mapping[str, tuple[tuple[str, str], frozenset[str]]]] = {
    "alt": (("image", "is a picture"), frozenset(("img", "area", "input"))),
    "src": (_FILE, frozenset("img input iframe frame embed script audio video source track".split())),
    "data": (_FILE, frozenset(("object",))),
    "poster": (_FILE, frozenset(("video",))),
    "longdesc": (_FILE, frozenset(("img", "iframe", "frame"))),
    "title": (_SHOWN_ELSEWHERE, _ALL),
    "aria-label": (_SPOKEN, _ALL),
    "summary": (_SPOKEN, frozenset(("table",))),
    "abbr": (_SPOKEN, frozenset(("th", "td"))),
    "value": (_FORM, frozenset(("input",))),
    "placeholder": (_FORM, frozenset(("input", "textarea"))),
    "label": (_FORM, frozenset(("option", "optgroup", "track"))),
    "datetime": (("date", "is what machines read"), frozenset(("time", "ins", "del"))),
    "cite": (("link", "leads to what is quoted"), frozenset(("q", "blockquote", "ins", "del"))),
    "content": (("meta", "is what machines read"), frozenset(("meta",))),
}


def said_by_attributes(element: Element, is_read: bool) -> Iterator[tuple[str, str, str]]:
    """Yield kind, text and reason of what the attributes of an element say.

    is_read: the words of the element are in the text.
    """
    name = name_of(element)
    for attribute, value in element.attrib.items():
        if not value.strip():
            continue
        if attribute == "href":
            yield "link", value, f"leads elsewhere{_whence(element, name, is_read)}"
        elif attribute in _SAYING:
            (kind, reason), elements = _SAYING[attribute]
            if not elements or name in elements:
                yield kind, value, reason


def _whence(element: Element, name: str, is_read: bool) -> str:
    # Links do not nest; other elements with the attribute do, and would each repeat the words within.
    if name != "a":
        return ""
    return "; its words are in the text" if is_read else f" from “{words_of(element)}”"
