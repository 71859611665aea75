"""Letters and figures in parentheses: of sub-paragraphs, and of the references of a telegram."""

from __future__ import annotations

import pytest

from dragoman.convert.context import Context
from dragoman.convert.telegram import convert
from dragoman.convert.telegram.attribute_values import references
from dragoman.source import SourceText


@pytest.mark.parametrize(
    "line",
    [
        "REF: (A) LIMA 10233; (B) STATE 160012",
        "REF: A. LIMA 10233; B. STATE 160012",
        "REF: A) LIMA 10233, B) STATE 160012",
    ],
)
def test_references_are_cited_without_their_letters(line: str) -> None:
    assert references(line) == ("LIMA 10233", "STATE 160012")


def test_a_sub_paragraph_is_numbered_by_its_letter_alone() -> None:
    text = (
        "R 120915Z JUL 76\nFM AMEMBASSY LIMA\nTO SECSTATE WASHDC 2241\n\nCONFIDENTIAL LIMA 09912\n\n"
        "1. SATO REPLIED:\n\n(A) THE WEIR IS OPEN;\n\n(B) THE ROAD IS SHUT.\n\n2. HE LEFT.\nTOON\n"
    )
    document = convert(SourceText("a.txt", text), Context("a")).document
    numbers = [node.attributes.get("n") for node in document.body if getattr(node, "name", "") == "p"]
    assert numbers == ["1", "A", "B", "2"]
