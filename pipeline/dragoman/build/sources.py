"""Which files are transcripts of the edition, and which are refused before anything is read."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from dragoman.build.files import digest
from dragoman.diagnostics import Diagnostic, Place, Rule, Severity
from dragoman.edition import Edition
from dragoman.errors import DragomanError
from dragoman.tei.ids import document_id
from dragoman.tei.parse import parse
from dragoman.validate.facts import facts_of

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
RENAMED = Rule(
    "CNV006",
    Severity.NOTE,
    "a transcript has its document under another name",
    "An editor may rename a document, or a transcript. Converting again under the first name would set a "
    "second document, without the editor's work, beside the one that is edited.",
)


def refusals(edition: Edition, sources: Sequence[Path]) -> dict[Path, Diagnostic]:
    """Return the files among ``sources`` that are not to be converted, with the reason for each.

    Refused are those outside the folder of transcripts, and all but the first of those that would make
    one document.
    """
    return _elsewhere(edition, sources) | _clashes(edition, sources)


def renamed(edition: Edition, sources: Sequence[Path]) -> dict[Path, Diagnostic]:
    """Return the transcripts whose document has another name than theirs, with what there is to say.

    Such a document is no other transcript's by its name, and its header names this one, or a transcript of
    the same bytes that is gone.
    """
    files = {path.name for path in edition.source_files()}
    lacking = [path for path in sources if not (edition.documents / f"{document_id(path.stem)}.xml").exists()]
    if not lacking:
        return {}
    ids = {document_id(Path(name).stem) for name in files}
    by_name: dict[str, Path] = {}
    by_digest: dict[str, Path] = {}
    for document in edition.document_files():
        if document_id(document.stem) in ids:
            continue
        try:
            facts = facts_of(parse(document.read_bytes(), document.name), document.name)
        except DragomanError:
            continue
        name = Path(facts.transcript).name
        by_name.setdefault(name, document)
        if facts.sha256 and name not in files:
            by_digest.setdefault(facts.sha256, document)
    found: dict[Path, Diagnostic] = {}
    for path in lacking:
        if path.name in by_name:
            found[path] = _under_another_name(edition, path, by_name[path.name])
        elif by_digest and path.is_file():
            of_same_bytes = by_digest.get(digest(path.read_bytes()))
            if of_same_bytes is not None:
                found[path] = _from_another_name(edition, path, of_same_bytes)
    return found


def _under_another_name(edition: Edition, path: Path, document: Path) -> Diagnostic:
    return RENAMED.at(
        Place(edition.shown(path)),
        f"its document is {edition.shown(document)}; it was not converted again",
        f"for a new conversion delete {document.name}, or take {path.name} out of its header",
    )


def _from_another_name(edition: Edition, path: Path, document: Path) -> Diagnostic:
    return RENAMED.at(
        Place(edition.shown(path)),
        f"{edition.shown(document)} was made from these very bytes under another name; "
        "they were not converted again",
        f'write {path.name} into its bibl type="transcript", both times; for a new conversion delete it',
    )


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
