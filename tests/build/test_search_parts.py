"""The search index of a large edition is made in parts, each whole, and an edit makes one of them anew."""

from __future__ import annotations

import shutil
from concurrent.futures import ThreadPoolExecutor, wait
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.build import search_index as search_step
from dragoman.build import site as site_module
from dragoman.build.builder import Builder
from dragoman.build.products import build
from dragoman.build.search_index import locked, parts_of, search_stages
from dragoman.edition import Edition
from dragoman.render.search import search_index

IDS = [f"19{year}PORT{number:05}" for year in (71, 74, 79) for number in range(400)]
RECORD = "<html lang='en'><body><main data-pagefind-body><p>The lamp was lit.</p></main></body></html>"


@given(st.integers(0, 1200), st.integers(1, 40), st.integers(1, 60))
def test_every_document_is_in_one_part_of_bounded_size(count: int, least: int, more: int) -> None:
    parts = parts_of(IDS[:count], least, least + more)
    assert [identifier for part in parts for identifier in part] == IDS[:count]
    assert all(least <= len(part) for part in parts[:-2])
    assert all(len(part) <= least + more for part in parts)
    assert all(parts) or count == 0
    if len(parts) > 1:
        one, other = map(len, parts[-2:])
        assert min(one, other) >= least or abs(one - other) <= (one + other) // 20 + 1


@pytest.mark.parametrize("at", [0, 333, 1200])
def test_a_new_document_leaves_most_parts_as_they_are(at: int) -> None:
    before = parts_of(IDS, 20, 60)
    after = parts_of([*IDS[:at], "1973NEW00001", *IDS[at:]], 20, 60)
    assert len(before) > 25
    assert len([part for part in after if part not in before]) <= 3


def test_a_small_edition_has_one_part_and_the_first_part_says_how_many_there_are() -> None:
    assert parts_of(IDS[:650]) == [IDS[:650]]
    assert len(parts_of(IDS[:651])) == 2
    assert all(450 <= len(part) <= 550 for part in parts_of(IDS[:1000]))
    assert all(332 <= len(part) <= 368 for part in parts_of(IDS[:700]))
    assert parts_of([]) == [[]]
    first, second = (search_index({"documents/a.html": RECORD}, "en", number, 2) for number in (1, 2))
    assert first["pagefind/parts.json"] == b'{"parts":2}\n'
    assert not [path for path in second if path.endswith((".pagefind", "pagefind.js", "pagefind.js.js"))]
    assert "pagefind/2/pagefind-entry.json" in second
    assert second["pagefind-disk/2__pagefind-entry.json.js"].startswith(
        b'editionDisk("pagefind/2/pagefind-entry.json","'
    )


def test_pagefind_runs_in_half_of_the_processes_where_there_are_many_parts(
    tmp_path: Path, repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(repository / "tei", tmp_path / "tei", ignore=shutil.ignore_patterns("sources"))
    monkeypatch.setattr(site_module, "web_fonts", lambda used: {})
    build(Builder(Edition(tmp_path)), ["web"])
    whole = (tmp_path / "out" / "web" / "pagefind" / "pagefind-entry.json").read_bytes()
    monkeypatch.setattr(search_step, "parts_of", lambda ids: [ids[:9], ids[9:20], ids[20:]])

    def turns(jobs: int) -> list[object]:
        return [stage.arguments[-1] for stage in search_stages(Builder(Edition(tmp_path), jobs))]

    assert turns(3) == [None] * 3
    one, other, third = turns(2)
    assert one == other == third
    (tmp_path / "out" / ".dragoman-state.json").unlink()
    build(Builder(Edition(tmp_path), 2), ["web"])
    assert (tmp_path / "out" / "web" / "pagefind" / "3" / "pagefind-entry.json").is_file()
    assert (tmp_path / "out" / "web" / "pagefind" / "pagefind-entry.json").read_bytes() != whole


def test_what_holds_a_file_is_waited_for(tmp_path: Path) -> None:
    file, said = tmp_path / "record", []
    file.write_text("")

    def second() -> None:
        with locked(file):
            said.append("second")

    with ThreadPoolExecutor(1) as executor:
        with locked(file):
            waits = executor.submit(second)
            wait([waits], timeout=0.1)
            said.append("first")
        waits.result()
    assert said == ["first", "second"]
