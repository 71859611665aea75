"""A book that is set again at every edit, by a typesetter that is kept."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from dragoman.build.builder import Builder
from dragoman.build.products import build
from dragoman.build.typesetting import Typesetter
from dragoman.build.wanted import Print
from dragoman.diagnostics import Diagnostic
from dragoman.edition import Edition
from dragoman.errors import DragomanError
from dragoman.render.edits import edits
from dragoman.xslt import compiled


def build_at_every_edit(
    root: Path,
    products: Sequence[str],
    printed: Print,
    make_builder: Callable[[Edition], Builder],
    stopped: threading.Event,
) -> Iterator[tuple[Diagnostic, ...]]:
    """Build, and build again after every edit in tei/ and xslt/; yield each time what there is to say.

    What keeps one build from its end is told, and the next edit mends it. Ends when ``stopped`` is set.
    """
    with Typesetter() as typesetter:
        edition = Edition(root)
        folders = [folder for folder in (edition.tei, root / "xslt") if folder.is_dir()]
        is_built = False
        # The first build is made when the watch has begun: an edit that comes meanwhile is not missed.
        for changed in edits(folders, stopped):
            if is_built and not changed:
                continue
            is_built = True
            if any(path.suffix == ".xsl" for path in changed):
                compiled.cache_clear()
            yield _built(make_builder(Edition(root)), products, printed, typesetter)


def _built(
    builder: Builder, products: Sequence[str], printed: Print, typesetter: Typesetter
) -> tuple[Diagnostic, ...]:
    try:
        build(builder, products, printed, typesetter)
    except DragomanError as error:
        return (*builder.diagnostics, *error.diagnostics)
    return tuple(builder.diagnostics)
