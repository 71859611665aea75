"""Which files are transcripts of the edition, and which are refused before anything is read."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from dragoman.diagnostics import Diagnostic, Place, Rule, Severity
from dragoman.edition import Edition
from dragoman.tei.ids import document_id

SAME_ID = Rule(
    "CNV002",
    Severity.ERROR,
    "two transcripts would make one document",
    "A document has the name of its transcript; two names that differ only in their ending or in "
    "characters that an id cannot have fall together.",
)
ELSEWHERE = Rule(
    "CNV004",
    Severity.ERROR,
    "a transcript lies outside tei/sources",
    "A document is held against its transcript for as long as it lives, so the transcript belongs to the "
    "edition. Nothing is converted from anywhere else.",
)
PASSED_OVER = Rule(
    "CNV005",
    Severity.WARNING,
    "something in tei/sources is no transcript",
    "Transcripts lie in tei/sources itself, each in a file. What lies deeper is not converted.",
)


def refusals(edition: Edition, sources: Sequence[Path]) -> dict[Path, Diagnostic]:
    """Return the files among ``sources`` that are not to be converted, with the reason for each.

    Refused are those outside the folder of transcripts, and all but the first of those that would make
    one document.
    """
    return _elsewhere(edition, sources) | _clashes(edition, sources)


def passed_over(edition: Edition) -> list[Diagnostic]:
    """Return what lies in the folder of transcripts and is not converted: folders, links into nothing."""
    known = set(edition.source_files())
    others = sorted(edition.sources.iterdir()) if edition.sources.is_dir() else []
    return [
        PASSED_OVER.at(
            Place(edition.shown(path)),
            "this is a folder" if path.is_dir() else "this is no file, or a link that leads nowhere",
            "put its files into tei/sources itself" if path.is_dir() else "mend the link, or delete it",
        )
        for path in others
        if path not in known and not path.name.startswith(".")
    ]


def _elsewhere(edition: Edition, sources: Sequence[Path]) -> dict[Path, Diagnostic]:
    return {
        path: ELSEWHERE.at(
            Place(edition.shown(path)),
            "this is a folder"
            if path.is_dir()
            else f"{path.name} does not lie in {edition.shown(edition.sources)}",
            "name the transcripts in it, or none for all of tei/sources"
            if path.is_dir()
            else f"copy it there, and convert {edition.shown(edition.sources / path.name)}",
        )
        for path in sources
        if path.parent != edition.sources and path.exists()
    }


def _clashes(edition: Edition, sources: Sequence[Path]) -> dict[Path, Diagnostic]:
    first: dict[str, Path] = {}
    clashes: dict[Path, Diagnostic] = {}
    for path in sources:
        # Names that differ only in capitals are one file where the edition is opened on another system.
        known = first.setdefault(document_id(path.stem).casefold(), path)
        if known != path:
            clashes[path] = SAME_ID.at(
                Place(edition.shown(path)),
                f"{path.name} and {known.name} would both become {document_id(known.stem)}.xml",
                "give one of the two transcripts another name",
            )
    return clashes
