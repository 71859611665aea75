"""A build: the steps in their order, each with its stages, and what they said."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from concurrent.futures import Executor
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from functools import partial
from importlib.metadata import version
from itertools import chain, islice
from pathlib import Path
from typing import Final

from dragoman.build.files import digest
from dragoman.build.keys import program_digest, stylesheet_closure
from dragoman.build.older_state import forget_older, older_products
from dragoman.build.stages import Ran, Stage, forget_stages, run_stages
from dragoman.build.state import State
from dragoman.build.workers import WORTH_A_POOL, fresh_pool
from dragoman.diagnostics import Diagnostic
from dragoman.edition import Edition
from dragoman.errors import DragomanError
from dragoman.tei.ids import document_id

# The numbered steps of ARCHITECTURE.md, as progress lines name them.
STEPS: Final = {
    "summaries": 5,
    "mentions": 6,
    "registers": 7,
    "pages": 8,
    "search": 9,
    "book": 10,
    "print": 11,
    "epub": 12,
    "word": 13,
}


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file that a build depends on: its path, its name for messages and the digest of its bytes.

    id: of the document that the file holds. It is asked for some twenty times in a build.
    """

    path: Path
    shown: str
    digest: str
    id: str


@dataclass(slots=True)
class StepReport:
    """What a step did: how many stages there were, and those that ran with the reason."""

    step: str
    count: int = 0
    ran: list[Ran] = field(default_factory=list)

    def __str__(self) -> str:
        made = len(self.ran)
        what = f"{made} made, {self.count - made} up to date" if made else f"{self.count} up to date"
        return f"{STEPS[self.step]:2} {self.step}: {what}"


class Builder(AbstractContextManager["Builder"]):
    """One build of an edition into its output folder.

    jobs: in how many processes.
    failed: the steps that could not be done, each for a reason in ``diagnostics``.
    on_made: called after each stage that has run; what it raises ends the build.
    In a ``with`` block the processes that share its work live as long as the block.
    """

    def __init__(
        self,
        edition: Edition,
        jobs: int = 1,
        make_executor: Callable[[], Executor] | None = None,
        on_step: Callable[[StepReport], None] = lambda report: None,
        on_made: Callable[[], None] = lambda: None,
    ) -> None:
        self.edition = edition
        self.folder = edition.out
        self.state = State(self.folder)
        self.diagnostics: list[Diagnostic] = []
        self.reports: dict[str, StepReport] = {}
        self.failed: list[str] = []
        self.jobs = jobs
        self._make_executor = make_executor or partial(fresh_pool, jobs)
        self._executor: Executor | None = None
        self._on_step = on_step
        self._on_made = on_made
        self._seen: set[str] = set()
        self._stylesheets: dict[str, str] = {}
        self.documents = [self.source_file(path) for path in edition.document_files()]
        self.edition_file = self.source_file(edition.edition_file)

    def __exit__(self, *exception: object) -> None:
        self.end_workers()
        # What was finished before a failure need not be made again.
        self.state.save()

    def _workers(self) -> Executor:
        """Return where work is shared out: the same processes for all steps, so that each compiles once."""
        if self._executor is None:
            self._executor = self._make_executor()
        return self._executor

    def end_workers(self) -> None:
        """End the processes that share work; the next step begins others.

        A process gives back little memory while it lives, and what one step needed another may not.
        """
        if self._executor is not None:
            self._executor.shutdown(cancel_futures=True)
            self._executor = None

    def source_file(self, path: Path) -> SourceFile:
        """Return a file of the edition with its digest."""
        return SourceFile(
            path, self.edition.shown(path), self.state.file_digest(path), document_id(path.stem)
        )

    def stylesheet_inputs(self, name: str) -> dict[str, str]:
        """Return the digests of a stylesheet with all it includes, and of Saxon: inputs of a stage."""
        if name not in self._stylesheets:
            files = stylesheet_closure(self.edition.stylesheet(name))
            self._stylesheets[name] = digest("".join(digest(f.read_bytes()) for f in files).encode())
        return {f"xslt/{name}": self._stylesheets[name], "saxon": version("saxonche")}

    def program_inputs(self, *folders: str) -> dict[str, str]:
        """Return the digest of dragoman's own modules in ``folders``: an input of a stage."""
        return {"dragoman": program_digest(*folders)}

    def product(self, name: str) -> bytes:
        """Return the bytes of a product of an earlier step, by its path below the output folder."""
        return (self.folder / name).read_bytes()

    def product_digest(self, stage: str, name: str) -> str:
        """Return the digest of a product of a stage that has run or was up to date."""
        return self.state.records[stage].outputs[name]

    def run(self, step: str, stages: Iterable[Stage], worth_a_pool: int = WORTH_A_POOL) -> StepReport:
        """Run the stages of a step that are out of date; a step may be run in parts, another's with them.

        stages: the large ones first; they may be made one by one.
        worth_a_pool: as many of these as are worth other processes, where none is large.
        """
        report = self.reports.setdefault(step, StepReport(step))
        # In an edition of this size there are other processes already: two large stages are shared out.
        are_many = len(self.documents) >= WORTH_A_POOL
        coming = iter(stages)
        ahead = list(islice(coming, 1))
        least = 2 if are_many and any(stage.is_large for stage in ahead) else worth_a_pool
        for ran in run_stages(chain(ahead, coming), self.folder, self.state, self.jobs, self._workers, least):
            report = self.reports.setdefault(ran.step, StepReport(ran.step))
            report.count += 1
            self._seen.add(ran.name)
            if ran.did_run:
                report.ran.append(ran)
                self._on_made()
            self.diagnostics.extend(ran.diagnostics)
        return report

    def keep(self, stages: Iterable[str]) -> None:
        """Say that stages still exist, though this build may not run them: their products stay."""
        self._seen.update(stages)

    def announce(self, step: str) -> None:
        """Say that a step is done, to whoever shows the progress."""
        self._on_step(self.reports.setdefault(step, StepReport(step)))

    def fail(self, step: str, error: DragomanError) -> None:
        """Say that a step could not be done; what it made before, in an earlier build, stays."""
        self.diagnostics.extend(error.diagnostics)
        self.failed.append(step)
        self._seen.update(name for name in self.state.records if name.partition(":")[0] == step)

    def finish(self) -> list[str]:
        """Delete the products of documents that are gone; return their paths.

        Only steps that this build has run are looked at: a build of the site leaves the book alone.
        """
        exist = self._seen | {name for name in self.state.records if self._may_exist(name)}
        deleted = forget_stages(exist, self.folder, self.state)
        if not self.failed and (older := older_products(self.folder)):
            deleted += forget_older(older, self._may_exist, self.folder, self.state)
        self.state.forget_files()
        self.state.save()
        return deleted

    def _may_exist(self, stage: str) -> bool:
        return stage in self._seen or stage.partition(":")[0] not in self.reports


def inputs_of(files: Iterable[SourceFile]) -> dict[str, str]:
    """Return the digests of files by the names that `--explain` shows."""
    return {file.shown: file.digest for file in files}
