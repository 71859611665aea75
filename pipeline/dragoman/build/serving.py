"""The site of an edition while it is edited: the page of the file that was saved first, then the rest."""

from __future__ import annotations

from collections.abc import Generator, Iterable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path

from dragoman.build.checking import check_alone
from dragoman.build.document_work import WEB
from dragoman.build.files import digest, has_bytes, write_file
from dragoman.build.page_at_once import PagesAtOnce
from dragoman.build.settling import Order, Settler, Step, reason
from dragoman.diagnostics import Diagnostic, in_order
from dragoman.edition import Edition
from dragoman.errors import DragomanError
from dragoman.render.live import Built
from dragoman.tei.ids import document_id
from dragoman.xslt import compiled


class EditedSite(AbstractContextManager["EditedSite"]):
    """The site of an edition whose files change.

    The page of an edited document is made here, at once; all else by a process of its own (`Settler`), which
    the end of the ``with`` block ends. Findings are kept for the files that were edited since the beginning,
    until an edit mends them.
    """

    def __init__(self, root: Path, jobs: int = 1) -> None:
        self._root = root
        self._settler = Settler(root, jobs)
        self._orders = 0
        self._has_new_stylesheets = False
        self._at_once: PagesAtOnce | None = None
        # What the readers were last told of each file of the site.
        self._told: dict[str, str] = {}
        # The pages made here that no order has taken notice of yet, with the number of orders before.
        self._own: dict[str, tuple[bytes, int]] = {}
        self._edited: dict[str, Path] = {}
        self._pictures: frozenset[Path] = frozenset()
        # What is wrong with it concerns every file.
        self._exceptions = Edition(root).shown(Edition(root).exceptions_file)
        # What is wrong with a file by itself, and what else was found in it when all were looked at.
        self._alone: dict[str, list[Diagnostic]] = {}
        self._between: dict[str, list[Diagnostic]] = {}
        # What kept the last build, and the last check, from their end.
        self._failed: tuple[Diagnostic, ...] = ()
        self._unchecked: tuple[Diagnostic, ...] = ()

    def __exit__(self, *exception: object) -> None:
        self._settler.close()

    @property
    def folder(self) -> Path:
        """Where the site lies."""
        return Edition(self._root).out / WEB

    @property
    def watched(self) -> list[Path]:
        """The folders in which an edit counts: also those with pictures that pages show, wherever they lie.

        Of a folder that holds the site, such as the edition's, only the pictures themselves: in it each build
        would be an edit.
        """
        edition = Edition(self._root)
        own = (edition.tei, edition.root / "xslt", edition.schema)
        out = edition.out.resolve()
        others = {
            path if out.is_relative_to(path.parent) else path.parent
            for path in self._pictures
            if not any(path.is_relative_to(one.resolve()) for one in own)
        }
        return [path for path in (*own, *sorted(others)) if path.is_dir() or path in self._pictures]

    def edited(self, paths: frozenset[Path]) -> Iterator[Built]:
        """Make the pages of the documents among ``paths`` and yield; check the files and yield again."""
        edition = Edition(self._root)
        if any(path.suffix == ".xsl" for path in paths):
            compiled.cache_clear()
            self._has_new_stylesheets = True
        files = sorted(path for path in paths if path.suffix == ".xml" and path.is_file())
        self._edited |= {edition.shown(path): path for path in files}
        # What the last build said of these files, their own check says better, or they have been mended.
        self._failed = tuple(
            one for one in self._failed if one.place.file not in {edition.shown(path) for path in paths}
        )
        changed = [name for path in files if path.parent == edition.documents for name in self._page(path)]
        if changed:
            yield Built(tuple(changed), self._said())
        # What all files are checked by may have changed with them: a schema, a transcript, an exception.
        bases = (edition.schema, edition.sources, edition.exceptions_file)
        is_of_all = any(path.is_relative_to(base) for path in paths for base in bases)
        again = [path for path in self._edited.values() if path.is_file()] if is_of_all else files
        if again:
            self._unchecked = ()
        for path in again:
            try:
                self._alone[edition.shown(path)] = check_alone(edition, path)
            except (DragomanError, OSError) as error:
                # What the check itself needs is amiss; what it found before may be true no more.
                self._alone.pop(edition.shown(path), None)
                self._unchecked = reason(edition, error)
        yield Built((), self._said())

    def settled(self) -> Iterator[Built]:
        """Have built what is out of date.

        Yields when the pages stand, when the edited files have been checked, when the search stands.
        """
        for built in self.settling(waits=True):
            if built is not None:
                yield built

    def settling(self, waits: bool = False) -> Iterator[Built | None]:
        """Have built what is out of date, as `settled` does; yield None as long as there is nothing to tell.

        waits: for something to tell instead. Between two steps an edit may come, and this be begun anew.
        """
        if self._settler.is_busy:
            # An edit has come between: what is on its way is taken, and the rest of that order dropped.
            yield from self._step(self._orders, waits)
        self._edited = {name: path for name, path in self._edited.items() if path.is_file()}
        self._orders += 1
        number = self._orders
        self._failed = ()
        order = Order(tuple(self._edited.values()), frozenset(self._own), self._has_new_stylesheets)
        self._has_new_stylesheets = False
        self._settler.begin(order)
        while (yield from self._step(number, waits)):
            self._settler.go_on()
            if not self._settler.is_busy:
                break
        self._own = {name: own for name, own in self._own.items() if own[1] >= number}
        yield Built((), self._said())

    def _step(self, number: int, waits: bool) -> Generator[Built | None, None, bool]:
        """Yield what a step of an order has done; return whether there may be another."""
        while not waits and not self._settler.is_ready:
            yield None
        step = self._settler.taken()
        if step is None:
            return False
        changed = self._taken_over(step, number)
        yield Built(_in_site(changed), self._said(), _in_site(sorted(step.gone)))
        return True

    def _taken_over(self, step: Step, number: int) -> list[str]:
        """Take notice of a step of an order; return the files that are not as they last were told."""
        if step.found is None:
            self._failed += step.failed
        else:
            self._unchecked = step.failed
            found: dict[str, list[Diagnostic]] = {}
            for diagnostic in step.found:
                found.setdefault(diagnostic.place.file, []).append(diagnostic)
            self._between = {
                name: [one for one in found.get(name, ()) if one not in self._alone.get(name, ())]
                for name in (*self._edited, self._exceptions)
            }
        if step.pages is not None:
            self._at_once = step.pages
            out = Edition(self._root).out.resolve()
            # One that is gone for the moment may come back, and nobody else would see it.
            once = {path for path in self._pictures if out.is_relative_to(path.parent)}
            self._pictures = step.shown | once
            self._at_once.make_ready()
        for name in step.gone:
            self._told.pop(name, None)
            self._own.pop(name, None)
        changed = []
        for name, known in step.made.items():
            octets, orders = self._own.get(name, (b"", -1))
            if orders >= number:
                # Made of the file as it was before an edit; the page made here is the newer one.
                if not has_bytes(self.folder.parent / name, octets):
                    write_file(self.folder.parent / name, octets)
                    changed.append(name)
            elif name in step.changed and self._told.get(name) != known:
                self._told[name] = known
                changed.append(name)
        return changed

    def _page(self, path: Path) -> list[str]:
        """Make the page of a document and return its path in the site; [] where it stays as it is."""
        if self._at_once is None:
            return []
        try:
            product = self._at_once.page(path, document_id(path.stem))
        except (DragomanError, OSError):
            # Its check says what is wrong with it; the last good page stays.
            return []
        changed = []
        for name, octets in product.files.items() if product else ():
            if name.startswith(f"{WEB}/") and self._told.get(name) != digest(octets):
                self._told[name] = digest(octets)
                self._own[name] = octets, self._orders
                write_file(self.folder.parent / name, octets)
                changed.append(name.removeprefix(f"{WEB}/"))
        return changed

    def _said(self) -> tuple[Diagnostic, ...]:
        found = [
            one
            for name in (*self._edited, self._exceptions)
            for one in (*self._alone.get(name, ()), *self._between.get(name, ()))
        ]
        checked = {diagnostic.place.file for diagnostic in found}
        reasons = dict.fromkeys((*self._failed, *self._unchecked))
        failed = [diagnostic for diagnostic in reasons if diagnostic.place.file not in checked]
        return tuple(sorted(in_order([*failed, *found]), key=lambda one: one.severity.rank))


def _in_site(names: Iterable[str]) -> tuple[str, ...]:
    """Return files by their path in the site, not below the output folder."""
    return tuple(name.removeprefix(f"{WEB}/") for name in names)
