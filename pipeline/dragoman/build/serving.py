"""The site of an edition while it is edited: the page of the file that was saved first, then the rest."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from dragoman.build.builder import Builder
from dragoman.build.check_surroundings import beside
from dragoman.build.document_work import WEB
from dragoman.build.files import digest, write_file
from dragoman.build.prepare import gather_mentions, make_registers, summarise
from dragoman.build.schema import schema_of
from dragoman.build.search_index import make_search
from dragoman.build.site import SitePlan, make_pages
from dragoman.build.transcripts import read_transcript
from dragoman.diagnostics import Diagnostic, Place, in_order
from dragoman.edition import AUTHORITY_FILES, Edition
from dragoman.errors import DragomanError
from dragoman.render.live import Built
from dragoman.source import MISSING, SourceText
from dragoman.tei.ids import document_id
from dragoman.validate.edition import FileCheck, between_files, check_file
from dragoman.xslt import compiled

_CHECKED_AT_ONCE: Final = 16


class EditedSite:
    """The site of an edition whose files change.

    Findings are kept for the files that were edited since the beginning, until an edit mends them.
    """

    def __init__(self, root: Path, jobs: int = 1) -> None:
        self._root = root
        self._jobs = jobs
        self._plan: SitePlan | None = None
        self._pages: dict[str, str] = {}
        self._edited: set[str] = set()
        self._checks: dict[Path, tuple[str, FileCheck]] = {}
        self._found: tuple[Diagnostic, ...] = ()
        self._failed: tuple[Diagnostic, ...] = ()

    @property
    def folder(self) -> Path:
        """Where the site lies."""
        return Edition(self._root).out / WEB

    @property
    def watched(self) -> list[Path]:
        """The folders in which an edit counts."""
        edition = Edition(self._root)
        return [folder for folder in (edition.tei, edition.root / "xslt") if folder.is_dir()]

    def edited(self, paths: frozenset[Path]) -> Iterator[Built]:
        """Make the pages of the documents among ``paths`` and yield; check the files and yield again."""
        edition = Edition(self._root)
        if any(path.suffix == ".xsl" for path in paths):
            compiled.cache_clear()
        files = sorted(path for path in paths if path.suffix == ".xml" and path.is_file())
        self._edited |= {edition.shown(path) for path in files}
        changed = [name for path in files if path.parent == edition.documents for name in self._page(path)]
        if changed:
            yield Built(tuple(changed), self._said())
        for path in files:
            self._check(edition, path)
        self._gather(edition)
        yield Built((), self._said())

    def settled(self) -> Iterator[Built]:
        """Build what is out of date: yield when the pages stand, when the search does, as files are checked.

        What keeps a build from its end is told; the pages made before it stay. Between two steps
        an edit may come, and this be begun anew.
        """
        edition = Edition(self._root)
        builder = Builder(edition, self._jobs)
        self._failed = ()
        try:
            with builder:
                summarise(builder)
                gather_mentions(builder)
                make_registers(builder)
                self._plan = make_pages(builder)
                yield Built(self._changed(builder), self._said())
                make_search(builder)
                builder.finish()
                self._plan.make_ready()
        except DragomanError as error:
            self._failed = error.diagnostics
        except OSError as error:
            # A file that was taken away while it was built. Where it was meant to go, the next build
            # says nothing of it.
            self._failed = (_vanished(edition, error),)
        yield Built((), self._said())
        # What the edited files point to stands in the others.
        files = [path for path in _all_files(edition) if self._edited and path not in self._checks]
        for start in range(0, len(files), _CHECKED_AT_ONCE):
            for path in files[start : start + _CHECKED_AT_ONCE]:
                self._check(edition, path)
            self._gather(edition)
            yield Built((), self._said())

    def _page(self, path: Path) -> list[str]:
        """Make the page of a document and return its path in the site; [] where it stays as it is."""
        if self._plan is None:
            return []
        try:
            product = self._plan.page_now(path, document_id(path.stem))
        except (DragomanError, OSError):
            # Its check says what is wrong with it; the last good page stays.
            return []
        changed = []
        for name, octets in product.files.items() if product else ():
            if name.startswith(f"{WEB}/") and self._pages.get(name) != digest(octets):
                self._pages[name] = digest(octets)
                write_file(self.folder.parent / name, octets)
                changed.append(name.removeprefix(f"{WEB}/"))
        return changed

    def _changed(self, builder: Builder) -> tuple[str, ...]:
        """Return the files of the site that are not as they last were told, by their path in it."""
        made = {
            name: known
            for record in builder.state.records.values()
            for name, known in record.outputs.items()
            if name.startswith(f"{WEB}/")
        }
        changed = tuple(name.removeprefix(f"{WEB}/") for name in made if self._pages.get(name) != made[name])
        self._pages = made
        return changed

    def _check(self, edition: Edition, path: Path) -> None:
        try:
            octets = path.read_bytes()
        except OSError:
            self._checks.pop(path, None)
            return
        key = digest(octets)
        if path not in self._checks or self._checks[path][0] != key:
            schema = schema_of(edition)
            checked = check_file(octets, edition.shown(path), _Transcripts(edition).named, schema)
            self._checks[path] = key, checked

    def _gather(self, edition: Edition) -> None:
        """Put together what the checks found in the edited files."""
        files = _all_files(edition)
        checks = {path: self._checks[path][1] for path in files if path in self._checks}
        if len(checks) == len(files):
            by_name = {edition.shown(path): path for path in files}
            found = between_files(
                lambda name: by_name[name].read_bytes().decode("utf-8-sig", "replace"),
                [checks[path] for path in files if path.parent == edition.documents],
                [checks[path] for path in files if path.parent == edition.authorities],
                [checks[edition.edition_file]],
                beside=beside(edition),
            )
        else:
            # Until every file has been looked at, what holds between them is not known.
            found = [diagnostic for check in checks.values() for diagnostic in check.diagnostics]
        self._found = tuple(diagnostic for diagnostic in found if diagnostic.place.file in self._edited)

    def _said(self) -> tuple[Diagnostic, ...]:
        checked = {diagnostic.place.file for diagnostic in self._found}
        failed = [diagnostic for diagnostic in self._failed if diagnostic.place.file not in checked]
        return tuple(sorted(in_order([*failed, *self._found]), key=lambda found: found.severity.rank))


def _vanished(edition: Edition, error: OSError) -> Diagnostic:
    name = Path(str(error.filename)) if error.filename is not None else edition.root
    hint = "put it back, or save once more if it was meant to go"
    return MISSING.at(Place(edition.shown(name)), f"the system says: {error.strerror or error}", hint)


def _all_files(edition: Edition) -> list[Path]:
    authorities = [edition.authorities / name for name in AUTHORITY_FILES.values()]
    return [
        *edition.document_files(),
        *(path for path in authorities if path.is_file()),
        edition.edition_file,
    ]


class _Transcripts:
    """The transcripts of an edition by their names."""

    def __init__(self, edition: Edition) -> None:
        self._edition = edition

    def named(self, name: str) -> SourceText | None:
        """Return a transcript, None where it cannot be read."""
        path = self._edition.sources / name
        try:
            return read_transcript(path, self._edition.shown(path)).source
        except DragomanError:
            return None
