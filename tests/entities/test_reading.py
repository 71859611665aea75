"""The reading of a document by blocks agrees with the reading view and leads back to the file."""

from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.entities.reading import read
from dragoman.tei.parse import parse
from dragoman.tei.scan import characters, scan
from dragoman.tei.views import reading_view

FIXTURES = Path(__file__).parent / "fixtures"
DOCUMENTS = ("telegram", "memorandum")


def without_blanks(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize("name", DOCUMENTS)
def test_the_blocks_hold_the_reading_view_and_the_editors_notes(name: str) -> None:
    root = parse((FIXTURES / f"{name}.xml").read_bytes(), name)

    blocks = read(root).blocks

    read_text = "".join(block.text for block in blocks if block.owner.get("type") not in ("editor", "author"))
    assert without_blanks(read_text) == without_blanks(reading_view(root).text)


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_character_of_a_block_leads_back_to_its_place_in_the_file(name: str) -> None:
    octets = (FIXTURES / f"{name}.xml").read_bytes()
    places = scan(octets.decode())
    runs = {run.slot: characters(places.text, run)[0] for run in places.texts}

    for block in read(parse(octets, name)).blocks:
        for piece, start, end in block.pieces_between(0, len(block.text)):
            if piece.slot >= 0:
                at = start - piece.start
                assert runs[piece.slot][at : at + end - start] == block.text[start:end]


def test_an_editors_note_is_a_block_of_its_own() -> None:
    root = parse((FIXTURES / "memorandum.xml").read_bytes(), "memorandum.xml")

    texts = [" ".join(block.text.split()) for block in read(root).blocks]

    assert texts == [
        "Conversation",
        "We met. Zhao [Wenli] would settle the debt [bar’dag] in spring. It snowed.",
        "In Östersund too.",
    ]
