"""Step 3: names tagged and linked in the documents of an edition, authority files filled."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from dragoman.build.files import read_file, write_file
from dragoman.build.ledger import Ledger
from dragoman.build.listings import linked_entries
from dragoman.diagnostics import Diagnostic
from dragoman.edition import Edition
from dragoman.entities.annotate import NameDecision, Options
from dragoman.entities.company import sure_references
from dragoman.entities.edition import annotate_edition
from dragoman.entities.gazetteer import gazetteer
from dragoman.entities.model import Kind
from dragoman.errors import UnusableInput
from dragoman.tei.ns import NSMAP
from dragoman.tei.parse import editable_text, parse

NOT_ADOPTED: Final = "not adopted"


@dataclass(frozen=True, slots=True)
class Annotated:
    """What annotating an edition did.

    changed: the documents written; entries: how many entries each authority file gained;
    certainties: how many names were linked surely, likely, or are open, and how many lead to an entry
                 that only the gazetteer has (`NOT_ADOPTED`); decisions: on each name.
    """

    changed: tuple[str, ...]
    entries: dict[str, int]
    certainties: Counter[str]
    decisions: tuple[NameDecision, ...]
    diagnostics: tuple[Diagnostic, ...]


def annotate_documents(
    edition: Edition, documents: Sequence[Path], ledger: Ledger, options: Options
) -> Annotated:
    """Annotate documents, fill the authority files and write what changed.

    Authority files are written first: a reference never stands without its entry.
    """
    octets = {edition.shown(path): path.read_bytes() for path in documents}
    found = annotate_edition(
        octets,
        authority_octets(edition),
        gazetteer(),
        options,
        edition_title(edition),
        decisions_text(edition),
        [edition.shown(path) for path in edition.document_files()],
        _standing(edition, documents),
    )
    for kind, new in found.authorities.items():
        write_file(edition.authority_file(kind.plural), new)
    diagnostics = list(found.diagnostics)
    certainties: Counter[str] = Counter()
    for made in found.documents.values():
        diagnostics.extend(made.diagnostics)
        certainties.update(
            str(decision.certainty)
            if decision.certainty == "open" or decision.ref in found.known
            else NOT_ADOPTED
            for decision in made.decisions
            if not decision.is_idle
        )
    named = {name: made.octets for name, made in found.documents.items()}
    others = {edition.shown(path): path.read_bytes() for path in edition.document_files()}
    final = named | {name: new for name, new in linked_entries(others | named).items() if name in named}
    changed = [path for path in documents if final[edition.shown(path)] != octets[edition.shown(path)]]
    for path in changed:
        name = edition.shown(path)
        ledger.rewrite(path, octets[name], final[name])
    ledger.save()
    entries = Counter(entity.kind.plural for entity in found.accepted)
    return Annotated(
        tuple(edition.shown(path) for path in changed),
        dict(sorted(entries.items())),
        certainties,
        tuple(decision for made in found.documents.values() for decision in made.decisions),
        # A decision for the whole edition would be said of in every document.
        tuple(dict.fromkeys(diagnostics)),
    )


def _standing(edition: Edition, documents: Sequence[Path]) -> dict[str, set[str]]:
    """Return the sure references of each document that is not among ``documents``, by its id."""
    found: dict[str, set[str]] = {}
    for path in set(edition.document_files()) - set(documents):
        try:
            found[path.stem] = sure_references(parse(path.read_bytes(), edition.shown(path)))
        except UnusableInput:
            continue  # `dragoman check` says what is wrong with it
    return found


def decisions_text(edition: Edition) -> tuple[str, str]:
    """Return name and text of the file of the reviewer's decisions; "" where there is none.

    Errors: UnusableInput where it is not UTF-8: it is written again when a review ends.
    """
    name = edition.shown(edition.decisions_file)
    return name, editable_text(read_file(edition.decisions_file) or b"", name).removeprefix("\ufeff")


def authority_octets(edition: Edition) -> dict[Kind, tuple[str, bytes]]:
    """Return the authority files that the edition has: name and bytes by kind."""
    files = {kind: edition.authority_file(kind.plural) for kind in Kind}
    return {kind: (edition.shown(path), path.read_bytes()) for kind, path in files.items() if path.is_file()}


def edition_title(edition: Edition) -> str:
    """Return the main title of the edition."""
    found = edition.header.find(".//tei:titleStmt/tei:title", NSMAP)
    return " ".join("".join(found.itertext()).split()) if found is not None else ""
