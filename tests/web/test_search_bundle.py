"""The index of the search is the same for the same pages, however Pagefind happened to order it."""

from __future__ import annotations

import errno
import gzip
import json
import tempfile
from pathlib import Path
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.errors import UnusableInput
from dragoman.render import search_bundle
from dragoman.render.search_bundle import bundle, in_order

VALUES = st.recursive(
    st.integers(0, 2**64 - 1) | st.text(max_size=300),
    lambda inner: st.lists(inner, max_size=30),
    max_leaves=60,
)

RECORDS = {
    f"documents/lamp-{number}.html": "<html lang='en'><body>"
    + "".join(
        f"<span data-pagefind-filter='keeper:{name}'></span>" for name in ("Marl", "Tunn", "Oake", "Sedd")
    )
    + f"<span data-pagefind-filter='year:19{60 + number}'></span>"
    + f"<main data-pagefind-body><h1>Lamp {number}</h1><p>The lamp was lit.</p></main></body></html>"
    for number in range(5)
}


@given(VALUES)
def test_what_is_written_is_read_back(value: search_bundle.Value) -> None:
    octets = search_bundle._encoded(value)
    assert search_bundle._decoded(octets, 0) == (value, len(octets))


def test_numbers_are_as_short_as_the_format_allows() -> None:
    # The examples of RFC 8949, appendix A.
    for number, octets in ((23, "17"), (24, "1818"), (100, "1864"), (1000, "1903e8"), (10**6, "1a000f4240")):
        assert search_bundle._encoded(number).hex() == octets
    assert search_bundle._encoded(["a", [2, 3]]).hex() == "826161820203"


def test_two_runs_give_the_same_files() -> None:
    assert bundle(RECORDS, "en") == bundle(dict(reversed(RECORDS.items())), "en-GB")


def test_filters_and_values_stand_in_order_and_every_file_that_is_named_is_there() -> None:
    files = bundle(RECORDS, "en")
    language = json.loads(files["pagefind-entry.json"])["languages"]["en"]
    assert language["page_count"] == 5
    metadata = search_bundle._opened(files[f"pagefind.{language['hash']}.pf_meta"])
    assert [name for name, _ in metadata[3]] == ["keeper", "year"]
    assert {f"filter/{file}.pf_filter" for _, file in metadata[3]} == {
        path for path in files if path.startswith("filter/")
    }
    keepers = search_bundle._opened(files[f"filter/{metadata[3][0][1]}.pf_filter"])
    assert keepers[0] == "keeper"
    assert [value for value, _ in keepers[1]] == ["Marl", "Oake", "Sedd", "Tunn"]
    assert all(sorted(pages) == [0, 1, 2, 3, 4] for _, pages in keepers[1])


def test_what_is_in_order_stays_as_it_is() -> None:
    files = bundle(RECORDS, "en")
    assert in_order(files) == files
    fragment = next(octets for path, octets in files.items() if path.startswith("fragment/"))
    assert gzip.decompress(fragment).startswith(b"pagefind_dcd{")


@pytest.mark.parametrize(
    ("script", "said"), [("echo no room; exit 3", "no room"), ("exit 1", "without a word")]
)
def test_a_failure_of_pagefind_is_told(
    script: str, said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = tmp_path / "pagefind"
    program.write_text(f"#!/bin/sh\n{script}\n", "utf-8")
    program.chmod(0o755)
    monkeypatch.setattr("pagefind.service.get_executable", lambda: program)
    with pytest.raises(UnusableInput) as failure:
        bundle(RECORDS, "en")
    assert failure.value.diagnostic.code == "WEB003"
    assert said in failure.value.diagnostic.message


def test_a_program_that_does_not_start_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pagefind.service.get_executable", lambda: tmp_path / "pagefind")
    with pytest.raises(UnusableInput, match="No such file"):
        bundle(RECORDS, "en")


@pytest.mark.parametrize("place", ["full", "closed", "not there"])
def test_where_memory_cannot_be_used_like_a_disk_the_index_is_the_same(
    place: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    known = bundle(RECORDS, "en")
    memory = tmp_path / "memory"
    if place != "not there":
        memory.mkdir()
    if place == "full":
        monkeypatch.setattr(search_bundle.shutil, "disk_usage", lambda _: SimpleNamespace(free=100))
    if place == "closed":
        monkeypatch.setattr(search_bundle.os, "access", lambda *_: False)
    monkeypatch.setattr(search_bundle, "_IN_MEMORY", memory)
    assert search_bundle._memory(size=1_000) is None
    assert bundle(RECORDS, "en") == known


@pytest.mark.parametrize("is_linked", [True, False])
def test_records_in_files_are_left_as_they_are(
    is_linked: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: object) -> None:
        raise OSError(errno.EXDEV, "another disk")

    records = {}
    for address, record in RECORDS.items():
        records[address] = tmp_path / "records" / address
        records[address].parent.mkdir(parents=True, exist_ok=True)
        records[address].write_text(record, "utf-8")
    if not is_linked:
        monkeypatch.setattr(search_bundle.os, "link", refused)
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    assert bundle(records, "en") == bundle(RECORDS, "en")
    assert {address: path.read_text("utf-8") for address, path in records.items()} == RECORDS
    assert [path.name for path in tmp_path.iterdir()] == ["records"]
