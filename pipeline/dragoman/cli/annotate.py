"""``dragoman annotate``: find and link people, places and organisations."""

from __future__ import annotations

import shutil
import signal
import sys
import termios
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import click

from dragoman.build.annotation import NOT_ADOPTED, Annotated, annotate_documents
from dragoman.build.authority_work import edition_authorities, keep_review
from dragoman.build.ledger import read_ledger
from dragoman.cli.common import DONE, FAULTY, MISUSED, Session, named_in, show
from dragoman.diagnostics import has_errors
from dragoman.entities.annotate import Options
from dragoman.entities.gazetteer import gazetteer
from dragoman.entities.review import STOP, questions_of, review
from dragoman.entities.review import Session as ReviewSession
from dragoman.entities.review_screen import marked, shown
from dragoman.source import read_octets


@click.command("annotate")
@click.argument("documents", nargs=-1, type=click.Path(path_type=Path))
@click.option(
    "--accept",
    type=click.Choice(["none", "sure", "likely"]),
    default="sure",
    show_default=True,
    help="none: link to entries that exist; sure: new entries that are sure enter the authority files; "
    "likely: links that are only likely are written too, with @cert.",
)
@click.option(
    "--review", "is_review", is_flag=True, help="Decide about what is not sure, one key for each name."
)
@click.pass_obj
def command(session: Session, documents: tuple[Path, ...], accept: str, is_review: bool) -> int:
    """Tag and link the names in the documents (all of tei/documents, or those named).

    Only tags are inserted; no other byte of a document changes. What is not sure is left without
    a reference. Decisions of a review are kept in tei/authorities/decisions.txt.
    """
    edition = session.edition()
    ledger = read_ledger(edition.ledger_file, edition.shown(edition.ledger_file))
    named = [named_in(edition, edition.documents, path, ".xml") for path in documents]
    for path in named:
        if not path.is_file():
            read_octets(path, edition.shown(path.absolute()))
    files = [path.resolve() for path in named] or edition.document_files()
    options = Options(with_likely=accept == "likely", with_new=accept != "none")
    made = annotate_documents(edition, files, ledger, options)
    _tell(made)
    if not is_review:
        return FAULTY if has_errors(made.diagnostics) else DONE
    if not sys.stdin.isatty():
        click.echo(
            "a review needs a terminal; without one, edit tei/authorities/decisions.txt and annotate again",
            err=True,
        )
        return MISUSED
    authorities, _ = edition_authorities(edition)
    everything = authorities.with_entities(gazetteer().entities.values())
    with _kept_on_hanging_up():
        done = review(questions_of(made.decisions, everything), Keys(), _screen, everything.entities.values())
        new = list(done.new)
        taken = {decision.ref for decision in done.decisions}
        # A candidate of the gazetteer enters the edition's own file when it is accepted.
        new += [e for e in gazetteer().entities.values() if e.ref in taken and authorities.get(e.ref) is None]
        found = keep_review(edition, ledger, done.decisions, new, done.merges, done.splits)
    show(found)
    _tell(annotate_documents(edition, files, ledger, options))
    return FAULTY if has_errors(found) else DONE


class Keys:
    """The keys of a terminal, one at a time.

    Who types fast sends several at once: they wait for their turn. A key that sends several characters (an
    arrow, Home) is read whole and is no key (""). Who presses Control-C, or whose connection is lost, has
    stopped: what was decided is kept.
    """

    def __init__(self, read: Callable[[], str] = click.getchar) -> None:
        self._read = read
        self._waiting = ""

    def __call__(self) -> str:
        """Return the next key, waiting for it."""
        try:
            key = self._next()
            if key != "\x1b":
                return key
            key = self._next()
            if key not in ("[", "O"):
                return key
            while not "@" <= self._next() <= "~":
                pass
        except (KeyboardInterrupt, EOFError, OSError, termios.error, RuntimeError):
            # The last is what click's getchar raises where the terminal goes while it is made ready.
            return STOP
        return ""

    def _next(self) -> str:
        if not self._waiting:
            self._waiting = self._read()
        if not self._waiting:
            raise EOFError
        key, self._waiting = self._waiting[0], self._waiting[1:]
        return key


@contextmanager
def _kept_on_hanging_up() -> Iterator[None]:
    """Let a terminal that is closed end the review, and not the program before it has written."""
    before = signal.signal(signal.SIGHUP, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGHUP, before)


def _screen(session: ReviewSession) -> None:
    width = min(shutil.get_terminal_size().columns, 100)
    with suppress(OSError):  # the terminal may be gone
        click.clear()
        click.echo(shown(session, width, lambda name: click.style(marked(name), bold=True)))


def _tell(made: Annotated) -> None:
    show(made.diagnostics)
    for name in made.changed:
        click.echo(name)
    for kind, count in made.entries.items():
        click.echo(f"tei/authorities/{kind}.xml: {count} new")
    counts = made.certainties
    said = f"names: {counts['sure']} sure, {counts['likely']} likely, {counts['open']} open"
    if counts[NOT_ADOPTED]:
        said += f", {counts[NOT_ADOPTED]} known to the gazetteer only and not linked"
    click.echo(said)
