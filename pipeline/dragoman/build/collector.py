"""The collector of cyclic garbage, put to sleep where there is none to find."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def sleeping_collector() -> Iterator[None]:
    """Run a block without the collector; afterwards it is as it was before.

    A document is made of tuples that hold each other in one direction, and all goes when the last name of
    it does. The collector went through a large one again and again while it grew, a third of the time of
    5 MB of annexes, and found nothing.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()
