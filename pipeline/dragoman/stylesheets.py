"""An edition's own stylesheets among ours: each takes the place of the one of its name, included or not."""

from __future__ import annotations

import os
from pathlib import Path

# Ours as they are, for own ones that import them: ``<xsl:import href="../ours/web/document.xsl"/>``.
OURS = "ours"


def joined(own: Path, ours: Path, folder: Path) -> Path | None:
    """Make ``folder`` one in which the stylesheets of two folders lie side by side, own ones before ours.

    Relative addresses lead from each to the other. None where there are no own ones, or none could be linked.
    """
    if not own.is_dir() or own.resolve() == ours.resolve():
        return None
    mine = {path.relative_to(own): path for path in own.rglob("*.xsl") if path.is_file()}
    if not mine:
        return None
    theirs = {path.relative_to(ours): path for path in ours.rglob("*.xsl")}
    wanted = {**{OURS / name: path for name, path in theirs.items()}, **theirs, **mine}
    try:
        for name, path in wanted.items():
            _link(folder / name, path.resolve())
        for path in folder.rglob("*.xsl"):
            if path.relative_to(folder) not in wanted:
                path.unlink(missing_ok=True)
    except OSError:
        return None
    return folder


def _link(link: Path, target: Path) -> None:
    if link.is_symlink() and os.readlink(link) == str(target):
        return
    link.parent.mkdir(parents=True, exist_ok=True)
    # Another process may be at the same: the link is made beside its place and put there in one step.
    beside = link.with_name(f".dragoman-{os.getpid()}-{link.name}")
    beside.unlink(missing_ok=True)
    beside.symlink_to(target)
    os.replace(beside, link)
