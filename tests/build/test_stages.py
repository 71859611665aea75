"""Stages: what runs, why, and what is left behind."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from dragoman.build.stages import Product, Ran, Stage, State, forget_stages, run_stages


def page(name: str, text: str) -> Product:
    return Product({f"web/{name}.html": text.encode()})


def stages(**texts: str) -> list[Stage]:
    return [Stage(f"page:{name}", {f"{name}.xml": text}, page, (name, text)) for name, text in texts.items()]


def build(folder: Path, made: list[Stage], jobs: int = 1) -> dict[str, str]:
    state = State(folder)
    ran = list(run_stages(made, folder, state, jobs, lambda: ThreadPoolExecutor(2)))
    forget_stages({stage.name for stage in made}, folder, state)
    state.save()
    return {r.stage.name: r.reason for r in ran}


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


def test_the_product_of_a_document_that_is_gone_goes_too(tmp_path: Path) -> None:
    build(tmp_path, stages(a="1", b="2"))
    build(tmp_path, stages(a="1"))
    assert not (tmp_path / "web" / "b.html").exists()
    assert (tmp_path / "web" / "a.html").exists()


def test_many_workers_give_the_same_bytes_as_one(tmp_path: Path) -> None:
    texts = {f"n{i}": str(i) for i in range(40)}
    build(tmp_path / "one", stages(**texts))
    build(tmp_path / "two", stages(**texts), jobs=2)
    for file in sorted((tmp_path / "one").rglob("*")):
        if file.is_file():
            assert file.read_bytes() == (tmp_path / "two" / file.relative_to(tmp_path / "one")).read_bytes()


def fails(_: str) -> Product:
    raise RuntimeError("no")


def test_a_stage_that_fails_leaves_the_last_good_product(tmp_path: Path) -> None:
    build(tmp_path, stages(a="1"))
    broken = [Stage("page:a", {"a.xml": "2"}, fails, ("a",))]
    with pytest.raises(RuntimeError):
        build(tmp_path, broken)
    assert (tmp_path / "web" / "a.html").read_bytes() == b"1"
    assert build(tmp_path, stages(a="2")) == {"page:a": "changed: a.xml"}


def test_a_state_that_cannot_be_read_costs_a_full_build_and_no_more(tmp_path: Path) -> None:
    build(tmp_path, stages(a="1"))
    (tmp_path / ".dragoman-state.json").write_text("{")
    assert build(tmp_path, stages(a="1")) == {"page:a": "it has not been made before"}


def test_ran_says_whether_it_did() -> None:
    (stage,) = stages(a="1")
    assert stage.step == "page"
    assert not Ran(stage, "", ()).did_run
