"""Stages: what runs, why, and what is left behind."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from pathlib import Path
from typing import Final

import pytest

from dragoman.build.files import digest, has_bytes, read_bytes, write_file
from dragoman.build.stages import Product, Ran, Stage, forget_stages, run_stages
from dragoman.build.state import StageRecord, State
from dragoman.diagnostics import Place
from dragoman.errors import UnusableInput
from dragoman.source import MISSING


def page(name: str, text: str) -> Product:
    return Product({f"web/{name}.html": text.encode()})


def stages(**texts: str) -> list[Stage]:
    return [Stage(f"page:{name}", {f"{name}.xml": text}, page, (name, text)) for name, text in texts.items()]


def build(folder: Path, made: list[Stage], jobs: int = 1) -> dict[str, str]:
    state = State(folder)
    with ThreadPoolExecutor(2) as executor:
        ran = list(run_stages(made, folder, state, jobs, lambda: executor))
    forget_stages({stage.name for stage in made}, folder, state)
    state.save()
    return {r.name: r.reason for r in ran}


def test_a_second_build_does_nothing(tmp_path: Path) -> None:
    assert set(build(tmp_path, stages(a="1", b="2")).values()) == {"it has not been made before"}
    before = (tmp_path / "web" / "a.html").stat().st_mtime_ns
    assert build(tmp_path, stages(a="1", b="2")) == {"page:a": "", "page:b": ""}
    assert (tmp_path / "web" / "a.html").stat().st_mtime_ns == before


def test_only_what_changed_runs_and_the_reason_names_it(tmp_path: Path) -> None:
    build(tmp_path, stages(a="1", b="2"))
    assert build(tmp_path, stages(a="1", b="3")) == {"page:a": "", "page:b": "changed: b.xml"}
    assert (tmp_path / "web" / "b.html").read_bytes() == b"3"


def test_a_missing_or_meddled_product_is_made_again(tmp_path: Path) -> None:
    build(tmp_path, stages(a="1", b="2"))
    (tmp_path / "web" / "a.html").unlink()
    (tmp_path / "web" / "b.html").write_text("meddled")
    assert build(tmp_path, stages(a="1", b="2")) == {
        "page:a": "web/a.html is missing",
        "page:b": "web/b.html was changed",
    }
    assert (tmp_path / "web" / "b.html").read_bytes() == b"2"


def test_a_product_that_comes_out_the_same_is_not_written_again(tmp_path: Path) -> None:
    build(tmp_path, stages(a="1"))
    before = (tmp_path / "web" / "a.html").stat().st_mtime_ns
    again = Stage("page:a", {"a.xml": "1, in other words"}, page, ("a", "1"))
    assert build(tmp_path, [again]) == {"page:a": "changed: a.xml"}
    assert (tmp_path / "web" / "a.html").stat().st_mtime_ns == before


@pytest.mark.parametrize("there", ["somebody's", "1"])
def test_a_file_that_no_build_has_made_gives_way(tmp_path: Path, there: str) -> None:
    (tmp_path / "web").mkdir()
    (tmp_path / "web" / "a.html").write_text(there)
    build(tmp_path, stages(a="1"))
    assert (tmp_path / "web" / "a.html").read_bytes() == b"1"
    assert build(tmp_path, stages(a="1")) == {"page:a": ""}


def test_the_product_of_a_document_that_is_gone_goes_too(tmp_path: Path) -> None:
    build(tmp_path, stages(a="1", b="2"))
    build(tmp_path, stages(a="1"))
    assert not (tmp_path / "web" / "b.html").exists()
    assert (tmp_path / "web" / "a.html").exists()


def test_many_workers_give_the_same_bytes_as_one(tmp_path: Path) -> None:
    texts = {f"n{i}": str(i) for i in range(40)}
    build(tmp_path / "one", stages(**texts))
    build(tmp_path / "two", stages(**texts), jobs=2)
    one, two = (
        {file.name: file.read_bytes() for file in (tmp_path / folder / "web").iterdir()}
        for folder in ("one", "two")
    )
    assert one == two
    assert one["n7.html"] == b"7"


def fails(_: str) -> Product:
    raise RuntimeError("no")


def test_a_stage_that_fails_leaves_the_last_good_product(tmp_path: Path) -> None:
    build(tmp_path, stages(a="1"))
    broken = [Stage("page:a", {"a.xml": "2"}, fails, ("a",))]
    with pytest.raises(RuntimeError):
        build(tmp_path, broken)
    assert (tmp_path / "web" / "a.html").read_bytes() == b"1"
    assert build(tmp_path, stages(a="2")) == {"page:a": "changed: a.xml"}


def fails_at_thirty(name: str, text: str) -> Product:
    if text == "30":
        raise UnusableInput(MISSING.at(Place("n30.xml"), "it is broken", "mend it"))
    return page(name, text)


def test_what_other_processes_finished_before_a_failure_is_kept(tmp_path: Path) -> None:
    made = [
        Stage(s.name, s.inputs, fails_at_thirty, s.arguments)
        for s in stages(**{f"n{i}": str(i) for i in range(48)})
    ]
    state = State(tmp_path)
    ran: list[str] = []
    with ProcessPoolExecutor(2) as executor, pytest.raises(UnusableInput) as failure:
        ran.extend(one.name for one in run_stages(made, tmp_path, state, 2, lambda: executor))
    assert failure.value.diagnostic.place.file == "n30.xml"
    assert ran == [f"page:n{i}" for i in range(30)]
    assert {name for name in ran if state.reason(name, state.records[name].key, {})} == set()


LAST: Final = threading.Event()


def waits_for_the_last(name: str, _: str) -> Product:
    assert LAST.wait(60), "the last stage runs while the first is at work"
    return Product({f"web/{name}.html": b""})


def comes_last(name: str, _: str) -> Product:
    LAST.set()
    return Product({f"web/{name}.html": b""})


def test_a_stage_that_takes_long_leaves_the_others_work(tmp_path: Path) -> None:
    first = Stage("page:first", {}, waits_for_the_last, ("first", ""), is_large=True)
    after = Stage("page:last", {}, comes_last, ("last", ""))
    between = stages(**{f"b{n}": "" for n in range(400)})
    with ThreadPoolExecutor(2) as executor:
        ran = run_stages([first, *between, after], tmp_path, State(tmp_path), 2, lambda: executor)
        assert [one.name for one in ran] == ["page:first", *(one.name for one in between), "page:last"]


def test_stages_are_made_only_as_they_are_wanted(tmp_path: Path) -> None:
    made, most = 0, 0

    def coming() -> Iterator[Stage]:
        nonlocal made
        for stage in stages(**{f"n{i}": str(i) for i in range(600)}):
            made += 1
            yield stage

    state = State(tmp_path)
    with ThreadPoolExecutor(2) as executor:
        for done, ran in enumerate(run_stages(coming(), tmp_path, state, 2, lambda: executor)):
            assert ran.did_run
            most = max(most, made - done)
    assert made == 600
    assert most < 400
    build(tmp_path, [*stages(**{f"n{i}": str(i) for i in range(600)}), *stages(last="new")], jobs=2)
    assert set(build(tmp_path, stages(**{f"n{i}": str(i) for i in range(600)}), jobs=2).values()) == {""}
    assert not (tmp_path / "web" / "last.html").exists()


def test_what_is_up_to_date_between_what_is_not_is_told_too(tmp_path: Path) -> None:
    texts = {f"n{i}": str(i) for i in range(600)}
    build(tmp_path, stages(**texts))
    changed = {name: f"{text}." if int(text) % 2 else text for name, text in texts.items()}
    found = build(tmp_path, stages(**changed), jobs=2)
    assert found == {f"page:{n}": f"changed: {n}.xml" if int(t) % 2 else "" for n, t in texts.items()}


def test_a_file_that_is_touched_is_looked_at_and_not_made_again(tmp_path: Path) -> None:
    build(tmp_path, stages(a="1"))
    file = tmp_path / "web" / "a.html"
    os.utime(file, ns=(1, 1))
    assert build(tmp_path, stages(a="1")) == {"page:a": ""}
    assert f"1 1 {file.stat().st_ctime_ns}" in (tmp_path / ".dragoman-state.json").read_text()


def test_other_bytes_of_the_same_length_and_time_are_noticed(tmp_path: Path) -> None:
    build(tmp_path, stages(a="1"))
    file = tmp_path / "web" / "a.html"
    before = file.stat()
    # The clock by which a file system keeps its times may tick only every few milliseconds.
    while file.stat().st_ctime_ns == before.st_ctime_ns:
        file.write_text("x")
        os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert build(tmp_path, stages(a="1")) == {"page:a": "web/a.html was changed"}


def test_the_digest_of_a_file_is_that_of_its_bytes_as_they_are(tmp_path: Path) -> None:
    file, state = tmp_path / "a.xml", State(tmp_path / "out")
    for text in ("one", "two", "six"):
        file.write_text(text)
        assert state.file_digest(file) == digest(text.encode())
    old = 1_000_000_000
    os.utime(file, ns=(old, old))
    file.write_text("ten")
    os.utime(file, ns=(old, old))
    assert state.file_digest(file) == digest(b"ten")


@pytest.mark.parametrize("most", [1, 3, 7, 100])
@pytest.mark.parametrize("octets", [b"", b"a lamp"])
def test_a_file_is_read_whole_however_the_system_gives_it(
    octets: bytes, most: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "new" / "file"
    write_file(path, octets)
    read = os.read
    monkeypatch.setattr(os, "read", lambda handle, count: read(handle, min(count, most)))
    assert read_bytes(path) == read_bytes(str(path)) == octets
    assert has_bytes(str(path), octets)
    assert not has_bytes(str(path), octets + b"s")


def test_a_state_that_cannot_be_read_costs_a_full_build_and_no_more(tmp_path: Path) -> None:
    build(tmp_path, stages(a="1"))
    (tmp_path / ".dragoman-state.json").write_text("{")
    assert build(tmp_path, stages(a="1")) == {"page:a": "it has not been made before"}
    assert build(tmp_path, stages(a="1")) == {"page:a": ""}
    file = tmp_path / ".dragoman-state.json"
    file.write_bytes(file.read_bytes().replace(b'["', b"??"))
    assert set(build(tmp_path, stages(a="1"))) == {"page:a"}
    assert build(tmp_path, stages(a="1")) == {"page:a": ""}


def test_records_are_the_same_whether_they_were_set_down_now_or_long_ago(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("dragoman.build.state._MOST_RECENT", 2)
    state = State(tmp_path)
    for name in ("a", "b", "c", "b", "d"):
        made = StageRecord(name.upper(), {f"{name}.html": "0"}, {f"{name}.html": "1 2 3 4"})
        state.put(name, made, {"input": name})
    state.remove("d")
    for known in (state, State(tmp_path)):
        assert dict(known.records) == {
            name: StageRecord(name.upper(), {f"{name}.html": "0"}, {f"{name}.html": "1 2 3 4"})
            for name in "abc"
        }


def test_ran_says_whether_it_did() -> None:
    (stage,) = stages(a="1")
    assert stage.step == "page"
    assert Ran(stage.name, "new: a.xml").step == "page"
    assert not Ran(stage.name, "").did_run


def test_git_leaves_the_products_alone_even_in_a_folder_made_anew(tmp_path: Path) -> None:
    state = State(tmp_path / "out")
    state.put("pages:x", StageRecord("key", {}, {}), {})
    state.save()
    assert (tmp_path / "out" / ".gitignore").read_text(encoding="utf-8") == "*\n!.gitignore\n"


def who_made_it(name: str) -> Product:
    return Product({f"web/{name}": str(os.getpid()).encode()})


def test_stages_of_one_kin_are_the_work_of_one_process(tmp_path: Path) -> None:
    alone = [Stage(f"page:{n}", {"of": str(n)}, who_made_it, (f"{n}",)) for n in range(40)]
    kin = [Stage(f"page:k{n}", {"of": str(n)}, who_made_it, (f"k{n}",), kin="style") for n in range(40)]
    with ProcessPoolExecutor(2) as executor:
        ran = list(run_stages([*alone, *kin], tmp_path, State(tmp_path), 2, lambda: executor))
    assert {one.name for one in ran} == {stage.name for stage in (*alone, *kin)}
    makers = {(tmp_path / "web" / f"k{n}").read_bytes() for n in range(40)}
    assert len(makers) == 1
