"""The mentions of a document as its page shows them: their numbers, and its names by their use."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from lxml import etree

from dragoman.tei.markup import attributes
from dragoman.tei.ns import tei
from dragoman.xslt import Markup

# What names.xsl reads the number of a mention from; TEI has no attribute of this name.
NUMBER: Final = "mention-number"
_TEXT: Final = tei("text")
_NAMES: Final = tuple(map(tei, ("persName", "placeName", "orgName", "rs")))


def number_mentions(root: etree._Element) -> dict[str, list[int]]:
    """Give each mention in a document its number (m1, m2, … of docs/encoding.md, “Names”).

    Returns the numbers of the mentions of each reference.
    """
    found: dict[str, list[int]] = {}
    number = 0
    for text in root.iter(_TEXT):
        if next(text.iterancestors(_TEXT), None) is not None:
            # Those of a text in a group of texts have their numbers.
            continue
        for name in text.iter(*_NAMES):
            references = name.get("ref")
            if references is not None:
                number += 1
                name.set(NUMBER, str(number))
                for reference in set(references.split()):
                    found.setdefault(reference, []).append(number)
    return found


def named(mentions: Mapping[str, list[int]], places: Mapping[str, int]) -> Markup:
    """Return ``<names><name ref="person:x" count="2" first="5"/>…</names>``, the most mentioned first.

    mentions: of `number_mentions`; places: that of each entry among all, by which those stand that are
    mentioned as often. What no register has is left out.
    """
    known = [(-len(numbers), places[ref], ref) for ref, numbers in mentions.items() if ref in places]
    names = (
        attributes({"ref": reference, "count": str(-count), "first": str(mentions[reference][0])})
        for count, _, reference in sorted(known)
    )
    return Markup(f"<names>{''.join(f'<name{said}/>' for said in names)}</names>")
