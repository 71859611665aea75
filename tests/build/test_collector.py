"""The collector of garbage sleeps while a transcript is converted, and there is no garbage for it."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import etree

from dragoman.build import conversion
from dragoman.build.collector import sleeping_collector
from dragoman.convert.carriers import Carried
from dragoman.tei.letterhead import letterhead
from dragoman.tei.ns import TEI

HEAD = letterhead(etree.fromstring(f'<TEI xmlns="{TEI}"/>'))


@pytest.fixture(params=[True, False], ids=["collecting", "not collecting"])
def is_collecting(request: pytest.FixtureRequest) -> Iterator[bool]:
    (gc.enable if request.param else gc.disable)()
    yield request.param
    gc.enable()


def test_the_collector_is_afterwards_as_it_was_before(is_collecting: bool) -> None:
    with sleeping_collector():
        assert not gc.isenabled()
    assert gc.isenabled() is is_collecting


def test_a_failure_wakes_the_collector(is_collecting: bool) -> None:
    with pytest.raises(ZeroDivisionError), sleeping_collector():
        raise ZeroDivisionError
    assert gc.isenabled() is is_collecting


def test_a_transcript_is_converted_without_the_collector(
    repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[bool] = []
    read = conversion.read_transcript

    def seeing(path: Path, shown: str) -> Carried:
        seen.append(gc.isenabled())
        return read(path, shown)

    monkeypatch.setattr(conversion, "read_transcript", seeing)
    file = repository / "tei" / "sources" / "1979HONGK10233.txt"
    converted = conversion.convert_source(file, file.name, "", HEAD)
    assert converted.octets is not None
    assert (seen, gc.isenabled()) == ([False], True)


@pytest.mark.parametrize("name", ["1979HONGK10233.txt", "vereshchagin-dorjsuren-1978-09-14.txt"])
def test_a_conversion_leaves_no_garbage_that_only_the_collector_would_find(
    name: str, repository: Path
) -> None:
    file = repository / "tei" / "sources" / name

    def garbage() -> int:
        gc.collect()
        converted = conversion.convert_source(file, file.name, "", HEAD)
        assert converted.octets is not None
        return gc.collect()

    # Of three, for what is read at first use stays, and other threads may leave something too.
    assert min(garbage() for _ in range(3)) == 0
