"""Elements of a header with each child on a line of its own; names stay on one line."""

from __future__ import annotations

from typing import Final

from lxml import etree

from dragoman.tei.ns import tei

NAMES: Final = tuple(map(tei, ("name", "persName", "orgName")))


def indent(element: etree._Element, depth: int = 0) -> None:
    """Indent what stands in ``element`` by one blank for each level; ``depth`` is its own.

    What stands in a name is its text, whether parts are marked in it or not: “李明” would get a blank in its
    middle. There a line end that an editor made is a blank, and blanks at the ends vanish.
    """
    names = list(element.iter(*NAMES))
    written = [
        (part, _run(part.text, is_end=True), _run(part.tail, is_end=part.getnext() is None))
        for name in names
        for part in name.iterdescendants()
    ]
    texts = [(name, _run(name.text, is_end=True)) for name in names]
    etree.indent(element, " ", level=depth)
    for part, text, tail in written:
        part.text, part.tail = text, tail
    for name, text in texts:
        name.text = text


def _run(text: str | None, *, is_end: bool) -> str | None:
    """Return a run of a name's text; one that is blank is a blank, and nothing at an end of the name."""
    if text is None or text.strip():
        return text
    return None if is_end else " "
