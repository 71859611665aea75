"""Parts of a header that are the edition's, put from one file into another."""

from __future__ import annotations

from dragoman.tei.letterhead_exchange import exchanged


def file(publisher: str, word: str, notes: str = "") -> str:
    return (
        "<TEI><teiHeader><fileDesc><titleStmt><title>T</title><respStmt><name>A</name></respStmt></titleStmt>"
        f"<publicationStmt><p>{publisher}</p></publicationStmt>{notes}<sourceDesc><biblFull><titleStmt>"
        "<respStmt><name>B</name></respStmt></titleStmt><publicationStmt><p>Old</p></publicationStmt></biblFull>"
        f"</sourceDesc></fileDesc></teiHeader><text><p>{word}</p></text></TEI>"
    )


def test_the_parts_are_exchanged_and_neither_the_text_nor_the_source_s_own_statements() -> None:
    assert exchanged(file("Weir", "mine"), file("Brook &amp; Son", "theirs")) == file(
        "Brook &amp; Son", "mine"
    )


def test_a_part_that_one_of_the_two_lacks_cannot_be_exchanged() -> None:
    assert exchanged(file("Weir", "w"), file("Weir", "w", "<notesStmt><note>n</note></notesStmt>")) is None
