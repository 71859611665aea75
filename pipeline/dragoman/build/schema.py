"""The schema in an edition's folder, to which its documents point, so that any editor finds it."""

from __future__ import annotations

from typing import Final

from dragoman.build.files import write_file
from dragoman.edition import Edition, packaged

SCHEMA_FILES: Final = ("dragoman.rng", "dragoman.sch")


def provide_schema(edition: Edition) -> list[str]:
    """Copy the packaged schema into ``schema/`` where the edition has none; return what was written.

    A file that is there is left alone: an edition may have tightened its schema.
    """
    written: list[str] = []
    for name in SCHEMA_FILES:
        target = edition.schema / name
        if not target.exists():
            write_file(target, (packaged("schema") / name).read_bytes())
            written.append(edition.shown(target))
    return written
