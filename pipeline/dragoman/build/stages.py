"""Stages: a product is made again only when something that it depends on has changed.

A `Stage` says what it reads, what it writes and with which parameters; its key is the digest
of all that and of the function that does the work. The keys of the last build lie in the
state (`dragoman.build.state`), with a digest for every output. What has the same key and still has its
outputs is not done again; otherwise the reason says why.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import FIRST_COMPLETED, Executor, Future, wait
from dataclasses import dataclass
from itertools import chain, islice
from pathlib import Path
from typing import Any, Final

from dragoman.build.files import digest, has_bytes, write_file
from dragoman.build.keys import key_of
from dragoman.build.state import StageRecord, State, stamp
from dragoman.build.workers import WORTH_A_POOL, give_back
from dragoman.diagnostics import Diagnostic
from dragoman.errors import DragomanError


@dataclass(frozen=True, slots=True)
class Product:
    """What a stage's function gives back: bytes by path below the output folder, and findings.

    others: further files, each made when the one before it is written: all at once would be too much memory.
    """

    files: Mapping[str, bytes]
    diagnostics: tuple[Diagnostic, ...] = ()
    others: Iterable[tuple[str, bytes]] = ()


@dataclass(frozen=True, slots=True)
class Stage:
    """One piece of work.

    name:       unique in a build; the part before the colon is the step that progress lines name;
    inputs:     what it depends on, each by a name that `--explain` can show, with its digest;
    work:       a function of this package's modules (it may run in another process);
    arguments:  what it is called with; they say nothing that `inputs` does not answer for;
    is_large:   it is work for a process of its own, and begun before the small ones;
    kin:        stages of one kin go to a process together, before the small ones: what they have to make
                ready first (a stylesheet to compile) takes as long as several of them.
    """

    name: str
    inputs: Mapping[str, str]
    work: Callable[..., Product]
    arguments: tuple[Any, ...] = ()
    is_large: bool = False
    kin: str = ""

    @property
    def step(self) -> str:
        """The step that the stage belongs to: ``page`` of ``page:1979MOSCOW02204``."""
        return step_of(self.name)

    def key(self) -> str:
        """Return the digest of everything the product depends on."""
        return key_of({**self.inputs, "work": f"{self.work.__module__}.{self.work.__qualname__}"})


def step_of(name: str) -> str:
    """Return the step that a stage belongs to, by the stage's name."""
    return name.partition(":")[0]


@dataclass(frozen=True, slots=True)
class Ran:
    """One stage of a build, by name: whether it ran, why, and what it said.

    The stage itself is not kept: what it depends on and is called with would be most of a build's memory.
    """

    name: str
    reason: str
    diagnostics: tuple[Diagnostic, ...] = ()

    @property
    def step(self) -> str:
        """The step that the stage belongs to."""
        return step_of(self.name)

    @property
    def did_run(self) -> bool:
        """True where the stage was not up to date."""
        return bool(self.reason)


@dataclass(frozen=True, slots=True)
class _Due:
    """A stage that is out of date, with its key, and why it has to run."""

    stage: Stage
    key: str
    reason: str


@dataclass(frozen=True, slots=True)
class _Task:
    """What a process needs to do a stage's work: ``before`` are the outputs that it had."""

    work: Callable[..., Product]
    arguments: tuple[Any, ...]
    before: tuple[str, ...]
    is_large: bool


@dataclass(frozen=True, slots=True)
class _Made:
    """What has been written for a task: the digest and the stamp of each output."""

    outputs: dict[str, str]
    stamps: dict[str, str]
    diagnostics: tuple[Diagnostic, ...]


# What was made of tasks that went to a process together, and the error that ended them.
_Portion = tuple[list[_Made], DragomanError | None]

# Stages that go to a process together: many cost less to send, few are shared out more evenly.
_MOST_TOGETHER: Final = 16
_SHARES: Final = 8
_MOST_KIN: Final = 64
# Small stages whose products are made before the first of them is written: two such turns are a portion.
IN_TURN: Final = 8
# How many portions wait at each process: what waits takes memory.
_WAITING: Final = 3


def run_stages(
    stages: Iterable[Stage],
    folder: Path,
    state: State,
    jobs: int = 1,
    executor: Callable[[], Executor] | None = None,
    least: int = WORTH_A_POOL,
) -> Iterator[Ran]:
    """Run the stages that are out of date and yield what became of each.

    stages: may be made one by one: no more of them are held than are about to be shared out.
    folder: where products are written; ``state`` is brought up to date with every stage that ends.
    executor: gives where work is shared out; it has to see the same files. Without it, all is done here,
    and so are fewer stages than ``least``.
    Errors: whatever a stage's function raises; what was finished before is kept.
    """
    coming = _looked_at(stages, state)
    ahead: list[_Due] = []
    # So many say how the work is to be shared out, however many there are.
    for one in coming:
        if isinstance(one, Ran):
            yield one
        else:
            ahead.append(one)
            if len(ahead) >= jobs * _SHARES * _MOST_TOGETHER:
                break
    if jobs <= 1 or executor is None or len(ahead) < least:
        for one in chain(ahead, coming):
            yield one if isinstance(one, Ran) else _settle(one, _made(_task(one.stage, state), folder), state)
        return
    pool = executor()
    up_to_date: list[Ran] = []
    portions = _portions(ahead, coming, jobs, up_to_date)
    waiting: deque[tuple[list[_Due], Future[_Portion]]] = deque()

    def submit(count: int) -> None:
        for portion in islice(portions, count):
            tasks = [_task(one.stage, state) for one in portion]
            waiting.append((portion, pool.submit(_make_portion, tasks, folder)))

    submit(jobs * _WAITING)
    try:
        while waiting:
            # A portion that takes long keeps no process from the next ones.
            at_work = [future for _, future in waiting if not future.done()]
            submit(jobs * _WAITING - len(at_work))
            if not waiting[0][1].done():
                wait(at_work, return_when=FIRST_COMPLETED)
                continue
            portion, future = waiting.popleft()
            made, failure = future.result()
            yield from up_to_date
            up_to_date.clear()
            for one, product in zip(portion, made, strict=False):
                yield _settle(one, product, state)
            if failure is not None:
                raise failure
    finally:
        for _, future in waiting:
            future.cancel()


def _looked_at(stages: Iterable[Stage], state: State) -> Iterator[Ran | _Due]:
    for stage in stages:
        key = stage.key()
        reason = state.reason(stage.name, key, stage.inputs)
        yield _Due(stage, key, reason) if reason else Ran(stage.name, "")


def _portions(
    ahead: Sequence[_Due], coming: Iterator[Ran | _Due], jobs: int, up_to_date: list[Ran]
) -> Iterator[list[_Due]]:
    """Yield what goes to a process together, kin and large stages that are known before the small ones.

    What needs not run is added to ``up_to_date``.
    """
    kin: dict[str, list[_Due]] = {}
    for due in ahead:
        if due.stage.kin:
            kin.setdefault(due.stage.kin, []).append(due)
    small = [one for one in ahead if not (one.stage.is_large or one.stage.kin)]
    size = max(1, min(_MOST_TOGETHER, len(small) // (jobs * _SHARES)))
    for together in kin.values():
        yield from (together[start : start + _MOST_KIN] for start in range(0, len(together), _MOST_KIN))
    yield from ([one] for one in ahead if one.stage.is_large and not one.stage.kin)
    portion: list[_Due] = []
    for one in chain(small, coming):
        if isinstance(one, Ran):
            up_to_date.append(one)
        elif one.stage.is_large:
            yield [one]
        else:
            portion.append(one)
            if len(portion) == size:
                yield portion
                portion = []
    if portion:
        yield portion


def _make_portion(tasks: Sequence[_Task], folder: Path) -> _Portion:
    """Do tasks one after another, up to one that fails: its error comes with what was made before it."""
    made: list[_Made] = []
    for together in _in_turn(tasks):
        failure: DragomanError | None = None
        products: deque[Product] = deque()
        # What Saxon does for several, then what Python does: each finds its own in the processor's caches.
        for task in together:
            try:
                products.append(task.work(*task.arguments))
            except DragomanError as error:
                failure = error
                break
        for task in together[: len(products)]:
            try:
                made.append(_written(task, products.popleft(), folder))
            except DragomanError as error:
                return made, error
        if failure is not None:
            return made, failure
    return made, None


def _in_turn(tasks: Sequence[_Task]) -> Iterator[Sequence[_Task]]:
    """Yield tasks whose products are made before the first is written; a large one is alone."""
    small: list[_Task] = []
    for task in tasks:
        if small and (task.is_large or len(small) == IN_TURN):
            yield small
            small = []
        if task.is_large:
            yield [task]
        else:
            small.append(task)
    if small:
        yield small


def _task(stage: Stage, state: State) -> _Task:
    record = state.records.get(stage.name)
    return _Task(stage.work, stage.arguments, tuple(record.outputs) if record else (), stage.is_large)


def _made(task: _Task, folder: Path) -> _Made:
    """Do the work of a task and write what it gives."""
    return _written(task, task.work(*task.arguments), folder)


def _written(task: _Task, product: Product, folder: Path) -> _Made:
    """Write what a task has given; what it gave before and no more is deleted."""
    outputs: dict[str, str] = {}
    stamps: dict[str, str] = {}
    before = frozenset(task.before)
    for name, octets in chain(product.files.items(), product.others):
        # As text: to put ten thousand paths together, pathlib takes as long as the disk.
        path = f"{folder}/{name}"
        # The same bytes are not written again: who watches the folder would reload for nothing. What was not
        # made before is not there as a rule, and to look for it ten thousand times takes long.
        if name not in before or not has_bytes(path, octets):
            write_file(path, octets)
        outputs[name], stamps[name] = digest(octets), stamp(path)
    for name in task.before:
        if name not in outputs:
            (folder / name).unlink(missing_ok=True)
    made = _Made(outputs, stamps, product.diagnostics)
    if task.is_large:
        # The stages after it are small as a rule, and this process keeps what it has taken.
        del product
        give_back()
    return made


def _settle(due: _Due, made: _Made, state: State) -> Ran:
    state.put(due.stage.name, StageRecord(due.key, made.outputs, made.stamps), due.stage.inputs)
    return Ran(due.stage.name, due.reason, made.diagnostics)


def forget_stages(names: set[str], folder: Path, state: State) -> list[str]:
    """Delete the products of stages that the edition no longer has, and return their paths.

    names: the stages that exist.
    """
    gone = [name for name in state.records if name not in names]
    if not gone:
        return []
    kept = {path for name in names if name in state.records for path in state.records[name].outputs}
    deleted: list[str] = []
    for name in gone:
        for path in state.remove(name).outputs:
            if path not in kept:
                (folder / path).unlink(missing_ok=True)
                deleted.append(path)
    return deleted
