"""``dragoman serve``: the site on this machine, made anew while its files are edited."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Iterable, Iterator

import click

from dragoman.build.serving import EditedSite
from dragoman.cli.common import DONE, Session, jobs_option, show
from dragoman.diagnostics import Diagnostic, Place, Rule, Severity, has_errors
from dragoman.errors import UnusableInput
from dragoman.render.live import Built, LiveSite, follow

NO_PORT = Rule(
    "SRV001",
    Severity.ERROR,
    "the port cannot be used",
    "Another program listens there, or the system keeps it for itself.",
)


@click.command("serve")
@click.option("--port", type=click.IntRange(0, 65535), default=8357, help="0 takes one that is free.")
@jobs_option
@click.pass_obj
def command(session: Session, port: int, jobs: int) -> int:
    """Show the site on this machine and build again what an edit touches, until Ctrl-C."""
    with EditedSite(session.edition().root, jobs) as edited:
        _serve(edited, port)
    click.echo("stopped")
    return DONE


def _serve(edited: EditedSite, port: int) -> None:
    edited.folder.mkdir(parents=True, exist_ok=True)
    try:
        site = LiveSite(edited.folder, port)
    except OSError as error:
        raise UnusableInput(
            NO_PORT.at(
                Place(f"127.0.0.1:{port}"), f"{error.strerror}", "choose another with --port, or --port 0"
            )
        ) from None
    site.start()
    click.echo(f"{site.address}  (Ctrl-C ends it)")
    with contextlib.suppress(KeyboardInterrupt):
        for built in edited.settled():
            site.tell(built)
        show(built.diagnostics)
        done = "not built" if has_errors(built.diagnostics) else "built"
        click.echo(f"{done}; waiting for edits")
        told = _Told(built.diagnostics)
        follow(
            lambda: edited.watched,
            lambda paths: told.passing(edited.edited(paths)),
            lambda: told.passing(edited.settling()),
            site,
            threading.Event(),
        )
    site.stop()


class _Told:
    """Tells the terminal what it has not been told: pages made again, findings that are new or mended."""

    def __init__(self, known: Iterable[Diagnostic]) -> None:
        self._known = frozenset(known)

    def passing(self, builds: Iterable[Built | None]) -> Iterator[Built | None]:
        """Yield the builds of an edit, telling each; None is where there is nothing to tell yet."""
        for built in builds:
            if built is None:
                yield None
                continue
            for done, paths in (("made again", built.changed), ("taken away", built.gone)):
                pages = [path for path in paths if path.endswith(".html")]
                if pages:
                    more = f" and {len(pages) - 1} more" if len(pages) > 1 else ""
                    click.echo(f"{done}: {pages[0]}{more}")
            found = frozenset(built.diagnostics)
            show(diagnostic for diagnostic in built.diagnostics if diagnostic not in self._known)
            mended = _files(self._known) - _files(found)
            if mended and not found:
                click.echo("nothing amiss any more")
            for name in sorted(mended if found and found <= self._known else ()):
                click.echo(f"nothing amiss any more: {name}")
            self._known = found
            yield built


def _files(found: Iterable[Diagnostic]) -> set[str]:
    return {diagnostic.place.file for diagnostic in found}
