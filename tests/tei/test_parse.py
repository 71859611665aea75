"""What the one parser takes, and what it refuses."""

from __future__ import annotations

import pytest

from dragoman.errors import UnusableInput
from dragoman.tei.parse import parse


@pytest.mark.parametrize("name", ["iso-8859-1", "ISO-8859-5", "windows-1252", "latin-1"])
def test_a_file_that_is_said_to_be_in_another_encoding_is_refused_before_it_is_misread(name: str) -> None:
    octets = f'<?xml version="1.0" encoding="{name}"?><p>Řehoř</p>'.encode()
    with pytest.raises(UnusableInput) as refused:
        parse(octets, "a.xml")
    found = refused.value.diagnostic
    assert (found.code, str(found.place)) == ("XML005", "a.xml:1:31")
    assert name in found.message


@pytest.mark.parametrize(
    "head",
    ["", '<?xml version="1.0"?>', '<?xml version="1.0" encoding="utf-8"?>', "\ufeff<?xml version='1.0'?>"],
)
def test_a_file_in_utf_8_is_read_with_and_without_its_declaration(head: str) -> None:
    assert parse(f"{head}<p>Řehoř</p>".encode(), "a.xml").text == "Řehoř"
