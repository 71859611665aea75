"""What an edit touches beyond its own page, built in a process of its own: no edit waits for it.

What is above `Settler` runs in that process. It sees the edition's files, is given orders and sends back
what was made; an order is carried out in steps, so that a new one can come between them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from concurrent.futures import Future
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Final, Protocol

from dragoman.build.builder import Builder
from dragoman.build.checking import check_files
from dragoman.build.document_work import WEB
from dragoman.build.page_at_once import PagesAtOnce
from dragoman.build.prepare import make_registers, read_documents
from dragoman.build.search_index import make_search
from dragoman.build.site import make_pages
from dragoman.build.workers import Pool, begin_worker, fresh_context
from dragoman.diagnostics import Diagnostic, Place, Rule, Severity
from dragoman.edition import Edition
from dragoman.errors import DragomanError
from dragoman.source import MISSING
from dragoman.xslt import compiled

BUILDER_DIED: Final = Rule(
    "SRV002",
    Severity.ERROR,
    "the process that builds the site has died",
    "While an edition is served, what an edit touches beyond its own page is built in a process of its own. "
    "The system ends a process that takes more memory than there is. The last good pages are still there.",
)


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be brought up to date: the whole site.

    edited:  the files whose findings are wanted; none, and nothing is checked;
    own:     the pages that somebody else has made since the last order, by path below the output folder;
    has_new_stylesheets: whether one has been edited since the last order.
    """

    edited: tuple[Path, ...] = ()
    own: frozenset[str] = frozenset()
    has_new_stylesheets: bool = False


@dataclass(frozen=True, slots=True)
class Step:
    """What a step of an order has done.

    made:    the files of the site that were written, by path below the output folder, with their digests;
    changed: those of them that are not as they were;
    gone:    the files of the site that the last build had and this one has not;
    failed:  what kept the build, or this check, from its end;
    found:   what is wrong with the edited files; None where this step did not ask;
    pages:   what a page needs that is made at once; None where this step made no pages;
    shown:   the pictures that pages show, where it made pages.
    """

    made: Mapping[str, str]
    changed: frozenset[str] = frozenset()
    gone: frozenset[str] = frozenset()
    failed: tuple[Diagnostic, ...] = ()
    found: tuple[Diagnostic, ...] | None = None
    pages: PagesAtOnce | None = None
    shown: frozenset[Path] = frozenset()


class Flag(Protocol):
    """What threads and processes have as an event."""

    def is_set(self) -> bool:
        """Return whether the event has come."""
        ...


class Stopped(Exception):
    """The edition is not served any more; raised between two stages."""


def steps(root: Path, jobs: int, order: Order, stopped: Flag) -> Iterator[Step]:
    """Carry out an order: yield when pages stand, when edited files are checked, when the search stands
    and what is gone has been taken away.

    What keeps a build from its end is told; the pages made before it stay.
    """
    edition = Edition(root)

    def go_on() -> None:
        if stopped.is_set():
            raise Stopped

    try:
        builder = Builder(edition, jobs, on_made=go_on)
        before = _files(builder)
        with builder:
            try:
                read_documents(builder)
                make_registers(builder)
                plan = make_pages(builder)
            except (DragomanError, OSError) as error:
                yield replace(_step(builder, before, order), failed=reason(edition, error))
                yield from _checked(edition, order)
                return
            made = _step(builder, before, order)
            yield replace(made, pages=plan.at_once(), shown=frozenset(plan.pictures.files().values()))
            yield from _checked(edition, order)
            make_search(builder)
            gone = frozenset(name for name in builder.finish() if name.startswith(f"{WEB}/"))
            if gone:
                yield Step({}, gone=gone)
    except (DragomanError, OSError) as error:
        # A file that was taken away before the first stage, a name that cannot be read, or the search.
        yield Step({}, failed=reason(edition, error))


def _checked(edition: Edition, order: Order) -> Iterator[Step]:
    edited = [path for path in order.edited if path.is_file()]
    if edited:
        try:
            # By itself: a process that is forked after Saxon has begun here dies at its first question.
            found = check_files(edition, edited, 1).diagnostics
        except (DragomanError, OSError) as error:
            # What the check itself needs is amiss, a schema of the edition's own for one. Pages need none.
            yield Step({}, failed=reason(edition, error), found=())
        else:
            yield Step({}, found=found)


def _files(builder: Builder) -> dict[str, str]:
    """Return the files of the last build, by path below the output folder, with their digests."""
    return {
        name: known for record in builder.state.records.values() for name, known in record.outputs.items()
    }


def _step(builder: Builder, before: Mapping[str, str], order: Order) -> Step:
    """Return what the stages have made that have run so far."""
    made = {
        name: known
        for report in builder.reports.values()
        for ran in report.ran
        for name, known in builder.state.records[ran.name].outputs.items()
        if name.startswith(f"{WEB}/")
    }
    changed = frozenset(name for name in made if before.get(name) != made[name] or name in order.own)
    return Step(made, changed)


def reason(edition: Edition, error: DragomanError | OSError) -> tuple[Diagnostic, ...]:
    """Return why a build or a check did not come to its end."""
    if isinstance(error, DragomanError):
        return error.diagnostics
    # A file that was taken away while it was built. Where it was meant to go, the next build says
    # nothing of it.
    name = Path(str(error.filename)) if error.filename is not None else edition.root
    hint = "put it back, or save once more if it was meant to go"
    return (MISSING.at(Place(edition.shown(name)), f"the system says: {error.strerror or error}", hint),)


class _Process:
    """What the process keeps between two calls."""

    stopped: Flag
    steps: Iterator[Step] = iter(())


def _prepare(stopped: Flag) -> None:
    _Process.stopped = stopped


def _begin(root: Path, jobs: int, order: Order) -> Step | None:
    # An order that is not at its end is dropped first: two builds may not write to one folder.
    _Process.steps = iter(())
    if order.has_new_stylesheets:
        compiled.cache_clear()
    _Process.steps = steps(root, jobs, order, _Process.stopped)
    return _next()


def _next() -> Step | None:
    try:
        return next(_Process.steps, None)
    except Stopped:
        return None


def _end() -> None:
    # An order that is not at its end has processes that share its work, and this one could not end while they
    # live: it waits for them.
    _Process.steps = iter(())


class Settler:
    """The process, seen from the one that serves. One call is on its way at most."""

    def __init__(self, root: Path, jobs: int) -> None:
        self._root = root
        self._jobs = jobs
        self._context = fresh_context()
        self._stopped = self._context.Event()
        self._executor: Pool | None = None
        self._call: Future[Step | None] | None = None

    @property
    def is_busy(self) -> bool:
        """True while a step is on its way, or has come and has not been taken."""
        return self._call is not None

    @property
    def is_ready(self) -> bool:
        """True where `taken` need not wait."""
        return self._call is not None and self._call.done()

    def begin(self, order: Order) -> None:
        """Begin the first step of an order; one that was not at its end is dropped."""
        if self._executor is None:
            self._executor = Pool(1, self._context, begin_worker, (partial(_prepare, self._stopped),))
        self._call = self._executor.submit(_begin, self._root, self._jobs, order)

    def go_on(self) -> None:
        """Begin the next step of the order; there is none any more where the process has died."""
        if self._executor is not None:
            self._call = self._executor.submit(_next)

    def taken(self) -> Step | None:
        """Wait for the step that was begun and return it; None where the order is at its end.

        A process that has died is told as a step that failed; the next order begins another.
        """
        assert self._call is not None, "a step has been begun"
        try:
            return self._call.result()
        except BrokenProcessPool:
            assert self._executor is not None, "the call was handed to it"
            self._executor.shutdown()
            self._executor = None
            text = "the process that builds the site has been ended by the system"
            hint = "give it more memory or fewer --jobs, and save once more"
            return Step({}, failed=(BUILDER_DIED.at(Place(self._root.name), text, hint),))
        finally:
            self._call = None

    def close(self) -> None:
        """End the process, after the stage that it is at."""
        self._stopped.set()
        if self._executor is not None:
            with suppress(BrokenProcessPool):
                self._executor.submit(_end).result()
            self._executor.shutdown()
            self._executor = None
