"""Processes that share work: little of it waits, none outlives the command, a death is no disaster."""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
import threading
from collections.abc import Callable
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from multiprocessing import forkserver, resource_tracker
from multiprocessing.context import BaseContext
from typing import Final, Generic, ParamSpec, TypeVar

from dragoman.signals import leave_to_the_first, uninterrupted

Result = TypeVar("Result")
Parameters = ParamSpec("Parameters")

# Less work than this, in stages or documents, is done sooner than other processes have begun.
WORTH_A_POOL: Final = 24


@dataclass(frozen=True, slots=True)
class Pending(Generic[Result]):
    """A call that has been handed to a worker, with what is needed to make it again."""

    call: Callable[[], Result]
    future: Future[Result] = field(repr=False)


class Workers(AbstractContextManager["Workers[Result]"], Generic[Result]):
    """A pool of processes for calls of one kind.

    jobs: how many processes; prepare: what each does once, before its first call. Calls and their
    results are pickled, so ``prepare`` and every call are functions of a module or `partial`s of them.
    """

    def __init__(self, jobs: int, prepare: Callable[[], None]) -> None:
        self._jobs = jobs
        self._prepare = prepare
        self._executor = self._started(jobs)

    def _started(self, jobs: int) -> ProcessPoolExecutor:
        return Pool(jobs, initializer=begin_worker, initargs=(self._prepare,))

    def __exit__(self, *exception: object) -> None:
        self._executor.shutdown(cancel_futures=True)

    def submit(self, call: Callable[[], Result]) -> Pending[Result]:
        """Hand a call to the next free process."""
        try:
            return Pending(call, self._executor.submit(call))
        except BrokenProcessPool:
            self._executor.shutdown()
            self._executor = self._started(self._jobs)
            return Pending(call, self._executor.submit(call))

    def result(self, pending: Pending[Result]) -> Result | None:
        """Return what the call gave, or None where the process that makes it dies.

        A process that dies (killed by the system for want of memory, say) takes with it all
        calls that wait. Each is made again in a process of its own, so that only the one
        that kills its process is lost.
        """
        try:
            return pending.future.result()
        except BrokenProcessPool:
            with self._started(1) as alone:
                try:
                    return alone.submit(pending.call).result()
                except BrokenProcessPool:
                    return None


def fresh_context() -> BaseContext:
    """Return how processes are begun that take nothing over from this one.

    This one may have used Saxon or threads; a process that is forked after Saxon has begun in it dies at its
    first transformation. Where the system can, the process is begun that all others are forked from: it has
    half a second of imports to do, once.
    """
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["dragoman.build.products"])
    # The tracker, which the other begins where it is not running, would let Ctrl-C through again.
    resource_tracker.ensure_running()
    # It keeps Ctrl-C blocked, which during its imports would be a traceback. Here it comes a moment later.
    before = signal.pthread_sigmask(signal.SIG_BLOCK, (signal.SIGINT,))
    try:
        forkserver.ensure_running()
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
    return context


class Pool(ProcessPoolExecutor):
    """Processes that are begun undisturbed: one whose parent left meanwhile would die with a traceback."""

    def submit(
        self, fn: Callable[Parameters, Result], /, *args: Parameters.args, **kwargs: Parameters.kwargs
    ) -> Future[Result]:
        """Hand a call to a process, which may have to be begun for it; Ctrl-C waits until that is done."""
        with uninterrupted():
            return super().submit(fn, *args, **kwargs)


def fresh_pool(jobs: int) -> ProcessPoolExecutor:
    """Return a pool whose processes take nothing over from this one (`fresh_context`)."""
    return Pool(jobs, mp_context=fresh_context(), initializer=begin_worker)


def give_back() -> None:
    """Give the system back the memory that this process has freed, where its C library can (glibc)."""
    # Imported here: a build in which nothing has changed does not need it.
    import ctypes

    trim = getattr(ctypes.CDLL(None), "malloc_trim", None)
    if trim is not None:
        trim(0)


def begin_worker(prepare: Callable[[], None] = lambda: None) -> None:
    """Make a new process ready for work; ``prepare`` is what it does before its first call."""
    leave_to_the_first()
    threading.Thread(target=_leave_with_parent, daemon=True).start()
    prepare()
    # What is loaded now stays to the end: it need not be looked through for garbage.
    gc.freeze()


def _leave_with_parent() -> None:
    """End this process when the one that started it is gone, even where it was killed."""
    parent = multiprocessing.parent_process()
    assert parent is not None, "a worker has been started by somebody"
    parent.join()
    os._exit(1)
