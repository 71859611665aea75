"""What the elements of a Word file say: their words, their look, what is drawn."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from lxml import etree

from dragoman.convert.carriers.docx_numbering import W

# Formatting that an editor may want back, by the property of a run.
_LOOKS: Final = {
    "i": "italic", "b": "bold", "u": "underlined", "strike": "struck through", "dstrike": "struck through",
    "caps": "capitals", "smallCaps": "small capitals", "vertAlign": "raised or lowered",
    "highlight": "highlighted",
}  # fmt: skip
_HIDDEN: Final = frozenset(("vanish", "webHidden"))
# A text typed line by line: so many lines, none wider than a typewriter's, so many of them full.
_FEWEST_LINES: Final = 12
_WIDEST_LINE: Final = 100
_FULL_LINE: Final = 45
_MANY: Final = 0.2
_MOST: Final = 0.5
_ENDS: Final = ".?!;"
_OFF: Final = frozenset(("0", "false", "off", "none", "baseline"))


def children(element: etree._Element) -> Iterator[etree._Element]:
    """Yield the elements within one, comments left out."""
    return (child for child in element if isinstance(child.tag, str))


def local(element: etree._Element) -> str:
    """Return the name of an element without its namespace."""
    return etree.QName(element).localname


def words_of(element: etree._Element) -> str:
    """Return the words within an element, struck out ones too, paragraphs parted by blanks; each box once."""
    found: list[str] = []
    for one in element.iter():
        if not isinstance(one.tag, str):
            continue
        name = local(one)
        if name in ("t", "delText") and not is_repeated(one):
            found.append(one.text or "")
        elif name in ("p", "tab", "br", "cr") and found:
            found.append(" ")
    return " ".join("".join(found).split())


def is_repeated(element: etree._Element) -> bool:
    """Return True within the second drawing of what older programs draw otherwise."""
    for above in element.iterancestors("{*}Fallback"):
        parent = above.getparent()
        return parent is not None and len(parent) > 1
    return False


def looks_of(run: etree._Element) -> list[str]:
    """Return how the words of a run look, in words; what is switched off does not count."""
    return list(dict.fromkeys(_LOOKS[name] for name in _switched_on(run) if name in _LOOKS))


def is_hidden(run: etree._Element) -> bool:
    """Return True for words that Word shows nobody."""
    return not _HIDDEN.isdisjoint(_switched_on(run))


def is_raised(run: etree._Element) -> bool:
    """Return True for words above the line."""
    return any(one.get(f"{W}val") == "superscript" for one in run.iterfind(f"{W}rPr/{W}vertAlign"))


def is_on(switch: etree._Element | None) -> bool:
    """Return True for a property that is there and not switched off."""
    return switch is not None and switch.get(f"{W}val") not in _OFF


def _switched_on(run: etree._Element) -> list[str]:
    properties = run.find(f"{W}rPr")
    if properties is None:
        return []
    return [local(one) for one in children(properties) if is_on(one)]


def boxes_in(element: etree._Element) -> list[etree._Element]:
    """Return the outermost boxes of text that are drawn within an element, each once."""
    boxes = [box for box in element.iter(f"{W}txbxContent") if not is_repeated(box)]
    return [box for box in boxes if not any(above in boxes for above in box.iterancestors())]


def are_typed_lines(paragraphs: Sequence[str]) -> bool:
    """Return True where each paragraph is a line, as in a text that was typed, or copied, line by line.

    No line is longer than a typewriter's, many are nearly as long, and most end in mid-sentence.
    """
    lines = [line for line in paragraphs if line.strip()]
    if len(lines) < _FEWEST_LINES or any("\n" in line for line in lines):
        return False
    full = sum(1 for line in lines if len(line.strip()) >= _FULL_LINE)
    open_lines = sum(1 for line in lines if line.rstrip()[-1] not in _ENDS)
    is_narrow = max(len(line.rstrip()) for line in lines) <= _WIDEST_LINE
    return is_narrow and full >= _MANY * len(lines) and open_lines >= _MOST * len(lines)
