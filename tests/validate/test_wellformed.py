"""What is no document is refused: at once, in words, at its place."""

from __future__ import annotations

import pytest

from dragoman.validate.document import check_document
from dragoman.validate.wellformed import DEEPEST, LARGEST_OCTETS, MOST_ATTRIBUTES, parsed

TEI = '<TEI xmlns="http://www.tei-c.org/ns/1.0">'
LAUGHS = (
    '<!DOCTYPE lolz [<!ENTITY a "ha">'
    + "".join(f'<!ENTITY {chr(98 + i)} "{f"&{chr(97 + i)};" * 10}">' for i in range(9))
    + "]>"
    + f"{TEI}&j;</TEI>"
)


def codes(octets: bytes) -> list[tuple[str, int, int]]:
    return [(d.code, d.place.line, d.place.column) for d in check_document(octets, "x.xml")]


@pytest.mark.parametrize(
    ("octets", "expected"),
    [
        (b"", ("XML001", 1, 1)),
        (b"plain words", ("XML001", 1, 1)),
        (LAUGHS.encode(), ("XML002", 1, 1)),
        (f'<!DOCTYPE TEI SYSTEM "file:///etc/passwd">{TEI}</TEI>'.encode(), ("XML002", 1, 1)),
        (f"<!-- <TEI> -->\n<?x?>\n <!DOCTYPE TEI>{TEI}</TEI>".encode(), ("XML002", 3, 2)),
        (f"{TEI}\ncaf\xe9</TEI>".encode("latin-1"), ("XML005", 2, 4)),
        (f"{TEI}</TEI>".encode("utf-16"), ("XML005", 1, 1)),
        (f"{TEI}</TEI>".encode("utf-16-le"), ("XML005", 1, 1)),
        (f"<?xml version='1.0'?>{TEI}</TEI>".encode("utf-16-be"), ("XML005", 1, 1)),
        (f"{TEI}</TEI>".encode("utf-32"), ("XML005", 1, 1)),
        (f'<?xml version="1.0" encoding="ISO-8859-1"?>{TEI}café</TEI>'.encode(), ("XML005", 1, 31)),
        (f"<?xml version='1.0'\n encoding='koi8-r'?>{TEI}Бочек</TEI>".encode(), ("XML005", 2, 12)),
        (f"\ufeff{TEI}</TEI>".encode("utf-8-sig"), ("XML001", 1, 1)),
        (f'\n <?xml version="1.0"?>{TEI}</TEI>'.encode(), ("XML001", 2, 2)),
        (f"{TEI}\n{'x' * 10_000_001}</TEI>".encode(), ("XML004", 2, 10_000_002)),
    ],
)
def test_what_is_no_document_is_refused(octets: bytes, expected: tuple[str, int, int]) -> None:
    assert codes(octets) == [expected]


def test_ten_thousand_levels_are_refused_whether_closed_or_not() -> None:
    opened = f"{TEI}{'<note>' * 10_000}"
    assert [code for code, _, _ in codes(opened.encode())] == ["XML003"]
    closed = f"{opened}{'</note>' * 10_000}</TEI>"
    assert [code for code, _, _ in codes(closed.encode())] == ["XML003"]


def test_the_deepest_level_that_is_admitted() -> None:
    at_limit = f"{TEI}{'<p>' * (DEEPEST - 1)}{'</p>' * (DEEPEST - 1)}</TEI>"
    assert not isinstance(parsed(at_limit.encode(), "x.xml"), list)
    below = f"{TEI}{'<p>' * DEEPEST}{'</p>' * DEEPEST}</TEI>"
    assert [d.code for d in check_document(below.encode(), "x.xml")] == ["XML003"]


def test_an_element_with_hundreds_of_attributes_is_refused() -> None:
    attributes = " ".join(f'a{number}="1"' for number in range(MOST_ATTRIBUTES + 1))
    assert codes(f"{TEI}\n<p {attributes}/></TEI>".encode()) == [("XML006", 2, 0)]


def test_a_file_that_is_too_large_is_not_parsed() -> None:
    octets = b" " * (LARGEST_OCTETS + 1)
    assert [d.code for d in check_document(octets, "x.xml")] == ["XML004"]


def test_an_element_that_is_never_closed_is_named_with_those_round_it() -> None:
    (found,) = check_document(f"{TEI}\n <text>\n  <body>\n".encode(), "x.xml")
    assert (found.place.line, found.place.column) == (3, 3)
    assert found.message == "<body> is never closed: the file ends in it (and in <text>, <TEI>)"
    assert found.hint == "add </body> where the element ends"


def test_a_wrong_end_tag_says_which_element_is_open_and_since_where() -> None:
    (found,) = check_document(f"{TEI}\n<text><p>x</text></TEI>".encode(), "x.xml")
    assert str(found) == (
        "x.xml:2:11: error[XML001] </text> stands here, and <p> of line 2, column 7 is still open\n"
        "  hint: add </p> before </text>, or where <p> ends"
    )


def test_words_like_a_declaration_in_a_comment_are_no_declaration() -> None:
    root = parsed(f"<!-- <!DOCTYPE x> -->{TEI}</TEI>".encode(), "x.xml")
    assert not isinstance(root, list)


def test_what_a_file_says_of_its_encoding_is_held_against_its_bytes() -> None:
    (found,) = check_document(f"<?xml version='1.0' encoding='windows-1252'?>{TEI}é</TEI>".encode(), "x.xml")
    assert found.message == "the file says that its encoding is windows-1252, and it is UTF-8"
    assert found.hint == 'write encoding="UTF-8"'
    (wide,) = check_document(f"{TEI}</TEI>".encode("utf-32"), "x.xml")
    assert wide.message == "the file is UTF-32"


@pytest.mark.parametrize("name", ["UTF-8", "utf-8", "US-ASCII"])
def test_utf_8_and_ascii_may_be_declared(name: str) -> None:
    assert not isinstance(
        parsed(f'<?xml version="1.0" encoding="{name}"?>{TEI}</TEI>'.encode(), "x.xml"), list
    )
