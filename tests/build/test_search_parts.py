"""The search index of a large edition is made in parts, each whole, and an edit makes one of them anew."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.build.search_index import parts_of
from dragoman.render.search import search_index

IDS = [f"19{year}PORT{number:05}" for year in (71, 74, 79) for number in range(400)]
RECORD = "<html lang='en'><body><main data-pagefind-body><p>The lamp was lit.</p></main></body></html>"


@given(st.integers(0, 1200), st.integers(1, 40), st.integers(1, 60))
def test_every_document_is_in_one_part_of_bounded_size(count: int, least: int, more: int) -> None:
    parts = parts_of(IDS[:count], least, least + more)
    assert [identifier for part in parts for identifier in part] == IDS[:count]
    assert all(least <= len(part) <= least + more for part in parts[:-1])
    assert len(parts[-1]) <= least + more
    assert all(parts) or count == 0


@pytest.mark.parametrize("at", [0, 333, 1200])
def test_a_new_document_leaves_most_parts_as_they_are(at: int) -> None:
    before = parts_of(IDS, 20, 60)
    after = parts_of([*IDS[:at], "1973NEW00001", *IDS[at:]], 20, 60)
    assert len(before) > 25
    assert len([part for part in after if part not in before]) <= 3


def test_a_small_edition_has_one_part_and_the_first_part_says_how_many_there_are() -> None:
    assert parts_of(IDS[:650]) == [IDS[:650]]
    assert len(parts_of(IDS[:651])) == 2
    assert parts_of([]) == [[]]
    first, second = (search_index({"documents/a.html": RECORD}, "en", number, 2) for number in (1, 2))
    assert first["pagefind/parts.json"] == b'{"parts":2}\n'
    assert not [path for path in second if path.endswith((".pagefind", "pagefind.js", "pagefind.js.js"))]
    assert "pagefind/2/pagefind-entry.json" in second
    assert second["pagefind-disk/2__pagefind-entry.json.js"].startswith(
        b'editionDisk("pagefind/2/pagefind-entry.json","'
    )
