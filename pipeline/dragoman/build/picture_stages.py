"""Which pictures the pages of a build show: what their stages depend on, and the stages that copy them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from typing import Final

from dragoman.build.builder import Builder
from dragoman.build.document_pictures import copied_picture, located, site_path
from dragoman.build.document_work import WEB
from dragoman.build.prepare import pictures_path
from dragoman.build.stages import Stage
from dragoman.tei.pictures import picture_addresses

Located = Mapping[str, Path | None]
_NONE: Final[Located] = {}


class PicturePlan:
    """The pictures of an edition; nothing is read of a document that has none."""

    def __init__(self, builder: Builder) -> None:
        self._builder = builder

    def of(self, identifier: str) -> Located:
        """Return where the pictures of a document lie, by their addresses in it; None where none is."""
        return self._of_documents.get(identifier, _NONE)

    @cached_property
    def own(self) -> Located:
        """Where the pictures of tei/edition.xml lie, by their addresses in it."""
        edition = self._builder.edition
        return located(edition, edition.edition_file, picture_addresses(edition.header))

    def inputs(self, pictures: Located) -> dict[str, str]:
        """Return the digests of pictures, "" for one that is not there: inputs of a stage."""
        return {f"picture {name}": self._digest(path) for name, path in pictures.items()}

    def files(self) -> dict[str, Path]:
        """Return the pictures that any page shows, by their paths in the edition."""
        root = self._builder.edition.root.resolve()
        shown = [self.own, *self._of_documents.values()]
        paths = {path for one in shown for path in one.values() if path is not None}
        return {path.relative_to(root).as_posix(): path for path in sorted(paths)}

    def stages(self) -> list[Stage]:
        """Return a stage for each of these pictures: it is copied into the site."""
        program = self._builder.program_inputs("render")
        edition = self._builder.edition
        return [
            Stage(
                f"pages:picture/{name}",
                {name: self._digest(path)} | program,
                copied_picture,
                (path, f"{WEB}/{site_path(edition, path)}"),
            )
            for name, path in self.files().items()
        ]

    @cached_property
    def _of_documents(self) -> Mapping[str, Located]:
        found: dict[str, Located] = {}
        for file in self._builder.documents:
            addresses = pictures_path(file.id)
            if addresses in self._builder.state.records[f"summaries:{file.id}"].outputs:
                named = json.loads(self._builder.product(addresses))
                found[file.id] = located(self._builder.edition, file.path, named)
        return found

    def _digest(self, path: Path | None) -> str:
        return self._builder.state.file_digest(path) if path is not None else ""
