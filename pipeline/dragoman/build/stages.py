"""Stages: a product is made again only when something that it depends on has changed.

A `Stage` says what it reads, what it writes and with which parameters; its key is the digest
of all that and of the function that does the work. The keys of the last build lie in a
state file, with a digest for every output. What has the same key and still has its
outputs is not done again; otherwise `Reason` says why.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import Executor, Future, ProcessPoolExecutor, as_completed
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from dragoman.build.files import digest, read_file, write_file
from dragoman.build.keys import key_of
from dragoman.diagnostics import Diagnostic


@dataclass(frozen=True, slots=True)
class Product:
    """What a stage's function gives back: bytes by path below the output folder, and findings."""

    files: Mapping[str, bytes]
    diagnostics: tuple[Diagnostic, ...] = ()


@dataclass(frozen=True, slots=True)
class Stage:
    """One piece of work.

    name:       unique in a build; the part before the colon is the step that progress lines name;
    inputs:     what it depends on, each by a name that `--explain` can show, with its digest;
    work:       a function of this package's modules (it may run in another process);
    arguments:  what it is called with; they say nothing that `inputs` does not answer for.
    """

    name: str
    inputs: Mapping[str, str]
    work: Callable[..., Product]
    arguments: tuple[Any, ...] = ()

    @property
    def step(self) -> str:
        """The step that the stage belongs to: ``page`` of ``page:1979MOSCOW02204``."""
        return self.name.partition(":")[0]

    def key(self) -> str:
        """Return the digest of everything the product depends on."""
        return key_of({**self.inputs, "work": f"{self.work.__module__}.{self.work.__qualname__}"})


@dataclass(slots=True)
class StageRecord:
    """What the last build knows of a stage: its key, its inputs, its outputs with their digests."""

    key: str
    inputs: dict[str, str]
    outputs: dict[str, str]


@dataclass(frozen=True, slots=True)
class Ran:
    """One stage of a build: whether it ran, why, and what it said. ``files`` are its outputs' paths."""

    stage: Stage
    reason: str
    files: tuple[str, ...]
    diagnostics: tuple[Diagnostic, ...] = ()

    @property
    def did_run(self) -> bool:
        """True where the stage was not up to date."""
        return bool(self.reason)


STATE_FILE: Final = ".dragoman-state.json"


class State:
    """The records of the last build of one output folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._path = folder / STATE_FILE
        self.records: dict[str, StageRecord] = {}
        octets = read_file(self._path)
        if octets is not None:
            try:
                table = json.loads(octets)
                self.records = {name: StageRecord(**record) for name, record in table.items()}
            except (ValueError, TypeError):
                # A state that cannot be read costs one full build and nothing else.
                self.records = {}

    def reason(self, stage: Stage) -> str:
        """Return why a stage has to run, or "" where its products are up to date."""
        record = self.records.get(stage.name)
        if record is None:
            return "it has not been made before"
        if record.key != stage.key():
            return _what_changed(record.inputs, stage.inputs)
        for name, known in record.outputs.items():
            octets = read_file(self._folder / name)
            if octets is None:
                return f"{name} is missing"
            if digest(octets) != known:
                return f"{name} was changed"
        return ""

    def save(self) -> None:
        """Write the state file."""
        table = {
            name: {
                "key": record.key,
                "inputs": record.inputs,
                "outputs": record.outputs,
            }
            for name, record in sorted(self.records.items())
        }
        write_file(self._path, json.dumps(table, ensure_ascii=False, indent=0).encode())


def _what_changed(old: Mapping[str, str], new: Mapping[str, str]) -> str:
    changed = [name for name in new if name in old and old[name] != new[name]]
    added = [name for name in new if name not in old]
    removed = [name for name in old if name not in new]
    parts = [
        f"{word} {names[0]}" + (f" and {len(names) - 1} more" if len(names) > 1 else "")
        for word, names in (("changed:", changed), ("new:", added), ("gone:", removed))
        if names
    ]
    return ", ".join(parts) or "the program changed"


def run_stages(
    stages: Sequence[Stage],
    folder: Path,
    state: State,
    jobs: int,
    make_executor: Callable[[], Executor] | None,
) -> Iterator[Ran]:
    """Run what is out of date and write its files below ``folder``; yield every stage, run or not.

    The stages of one call do not depend on one another. With more than one job they run in
    processes of their own, or in the executor that ``make_executor`` gives.
    """
    due: list[tuple[Stage, str]] = []
    for stage in stages:
        reason = state.reason(stage)
        if reason:
            due.append((stage, reason))
        else:
            record = state.records[stage.name]
            yield Ran(stage, "", tuple(record.outputs))
    if jobs <= 1 or len(due) < _WORTH_A_POOL:
        for stage, reason in due:
            yield _settle(stage, reason, stage.work(*stage.arguments), folder, state)
        return
    with make_executor() if make_executor else ProcessPoolExecutor(jobs) as executor:
        futures: dict[Future[Product], tuple[Stage, str]] = {
            executor.submit(stage.work, *stage.arguments): (stage, reason) for stage, reason in due
        }
        for future in as_completed(futures):
            stage, reason = futures.pop(future)
            yield _settle(stage, reason, future.result(), folder, state)


_WORTH_A_POOL: Final = 24


def _settle(stage: Stage, reason: str, product: Product, folder: Path, state: State) -> Ran:
    record = state.records.get(stage.name)
    for name in record.outputs if record else ():
        if name not in product.files:
            (folder / name).unlink(missing_ok=True)
    outputs: dict[str, str] = {}
    for name, octets in product.files.items():
        outputs[name] = digest(octets)
        # The same bytes are not written again: who watches the folder would reload for nothing.
        if read_file(folder / name) != octets:
            write_file(folder / name, octets)
    state.records[stage.name] = StageRecord(stage.key(), dict(stage.inputs), outputs)
    return Ran(stage, reason, tuple(outputs), product.diagnostics)


def forget_stages(names: set[str], folder: Path, state: State) -> list[str]:
    """Delete the products of stages that the edition no longer has, and return their paths.

    names: the stages that exist.
    """
    gone = [name for name in state.records if name not in names]
    kept = {path for name in names if name in state.records for path in state.records[name].outputs}
    deleted: list[str] = []
    for name in gone:
        for path in state.records.pop(name).outputs:
            if path not in kept:
                (folder / path).unlink(missing_ok=True)
                deleted.append(path)
    return deleted
