"""The mentions of a document and their numbers."""

from __future__ import annotations

from typing import Final

from lxml import etree

from dragoman.tei.ns import tei

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
