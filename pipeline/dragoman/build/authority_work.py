"""Work on the authority files of an edition, with every reference in its documents following."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from dragoman.build.annotation import authority_octets, decisions_text, edition_title
from dragoman.build.files import read_file, write_file, write_files
from dragoman.build.ledger import Ledger
from dragoman.diagnostics import Diagnostic, Place, Rule, Severity
from dragoman.edition import Edition
from dragoman.entities.authority import read_authorities
from dragoman.entities.authority_edit import new_file, with_entries
from dragoman.entities.decisions import Decision, read_decisions, with_reference, written
from dragoman.entities.mentions import DocumentMentions, mentions_of
from dragoman.entities.model import Authorities, Entity, Kind, split_reference
from dragoman.entities.operations import Changes, merge, rename, split, split_alike
from dragoman.entities.reconcile import WRONG_COLUMN, exported, read_table, with_identifiers
from dragoman.entities.review import Split
from dragoman.errors import UnusableInput
from dragoman.source import read_octets
from dragoman.tei.parse import parse

NO_REFERENCE = Rule(
    "AUT050",
    Severity.ERROR,
    "this is no reference to an entry",
    "An entry is named by its kind and its id, as documents name it.",
    "kapitsa",
    "person:kapitsa-mikhail",
)


def edition_authorities(edition: Edition) -> tuple[Authorities, list[Diagnostic]]:
    """Return the entries of the edition's authority files, and what is wrong with these."""
    files = authority_octets(edition)
    entities, found = read_authorities((kind, name, octets) for kind, (name, octets) in files.items())
    return Authorities.of(entities), found


def edition_mentions(edition: Edition) -> list[DocumentMentions]:
    """Return the mentions of every document that can be parsed."""
    found = []
    for path in edition.document_files():
        try:
            found.append(mentions_of(parse(path.read_bytes(), edition.shown(path))))
        except UnusableInput:
            continue  # `dragoman check` says what is wrong with it
    return found


def kind_and_id(reference: str) -> tuple[Kind, str]:
    """Return kind and id of a reference. Errors: UnusableInput (AUT050)."""
    found = split_reference(reference)
    if found is None:
        raise UnusableInput(
            NO_REFERENCE.at(
                Place(reference),
                f"{reference!r} is no reference",
                "write person:ID, place:ID or org:ID; `dragoman authority list people` shows them",
            )
        )
    return found


def rename_entry(edition: Edition, ledger: Ledger, reference: str, new: str) -> Changes:
    """Give an entry a new id everywhere."""
    kind, identifier = kind_and_id(reference)
    own, others = _files(edition, kind)
    changes = rename(kind, identifier, new, own, others)
    return _written(edition, ledger, _with_decisions(edition, changes, reference, f"{kind.value}:{new}"))


def merge_entries(edition: Edition, ledger: Ledger, loser: str, winner: str) -> Changes:
    """Make one entry part of another everywhere."""
    kind, identifier = kind_and_id(loser)
    into, target = kind_and_id(winner)
    if into is not kind:
        raise UnusableInput(
            NO_REFERENCE.at(
                Place(winner), f"{winner} is of another kind than {loser}", "merge two entries of one kind"
            )
        )
    own, others = _files(edition, kind)
    changes = merge(kind, identifier, target, own, others)
    return _written(edition, ledger, _with_decisions(edition, changes, loser, winner))


def split_entry(
    edition: Edition, ledger: Ledger, reference: str, name: str, mentions: Sequence[str]
) -> Changes:
    """Give some mentions of an entry (``DOCUMENT#m12``) to a new entry called ``name``."""
    kind, identifier = kind_and_id(reference)
    own, others = _files(edition, kind)
    shown = {path.stem: edition.shown(path) for path in edition.document_files()}
    pairs = []
    for mention in mentions:
        document, _, anchor = mention.partition("#")
        pairs.append((shown.get(document, document), anchor))
    return _written(edition, ledger, split(kind, identifier, name, pairs, own, others))


def exported_table(edition: Edition, kind: Kind) -> str:
    """Return the CSV table of a kind, for reconciliation in OpenRefine."""
    return exported(edition_authorities(edition)[0], kind)


def import_table(edition: Edition, ledger: Ledger, table: Path) -> Changes:
    """Add the identifiers of a CSV table to the authority files."""
    name = edition.shown(table.resolve())
    text = _table_text(read_octets(table, str(table)), name)
    authorities, _ = edition_authorities(edition)
    identifiers, found = read_table(text, name, authorities)
    if any(diagnostic.severity is Severity.ERROR for diagnostic in found):
        return Changes({}, tuple(found))
    files: dict[str, bytes] = {}
    for kind, (file, octets) in authority_octets(edition).items():
        chosen = {ref: ids for ref, ids in identifiers.items() if kind_and_id(ref)[0] is kind}
        new = with_identifiers(octets, file, kind, chosen)
        if new != octets:
            files[file] = new
    return _written(edition, ledger, Changes(files, tuple(found)))


def _table_text(octets: bytes, name: str) -> str:
    """Return the text of a table. Errors: UnusableInput (REC001) where it is not UTF-8."""
    try:
        return octets.decode("utf-8")
    except UnicodeDecodeError as error:
        line = octets.count(b"\n", 0, error.start) + 1
        hint = "save the table as CSV in UTF-8"
        raise UnusableInput(WRONG_COLUMN.at(Place(name, line), "the table is not UTF-8", hint)) from None


def keep_review(
    edition: Edition,
    ledger: Ledger,
    decisions: Iterable[Decision],
    new: Iterable[Entity],
    merges: Iterable[tuple[str, str]],
    splits: Iterable[Split] = (),
) -> list[Diagnostic]:
    """Write what a review decided: new entries first, then split and merged ones, then the decisions.

    A file that cannot be changed is named and left; what was decided is kept all the same.
    """
    diagnostics: list[Diagnostic] = []
    entities = list(new)
    for kind in Kind:
        chosen = [entity for entity in entities if entity.kind is kind]
        path = edition.authority_file(kind.plural)
        if chosen:
            octets = read_file(path)
            made = (
                with_entries(octets, edition.shown(path), kind, chosen)
                if octets is not None
                else new_file(kind, chosen, edition_title(edition))
            )
            write_file(path, made)
    for one in splits:
        diagnostics.extend(_write_split(edition, ledger, one))
    for loser, winner in merges:
        try:
            diagnostics.extend(merge_entries(edition, ledger, loser, winner).diagnostics)
        except UnusableInput as error:
            diagnostics.append(error.diagnostic)
    name, text = decisions_text(edition)
    diagnostics.extend(read_decisions(text, name)[1])
    taken = list(decisions)
    if taken:
        # The file is the reviewer's: lines are added at its end and none is written anew.
        added = written(taken) if not text else "".join(f"{decision}\n" for decision in taken)
        separator = "" if not text or text.endswith("\n") else "\n"
        write_file(edition.decisions_file, (text + separator + added).encode("utf-8"))
    return diagnostics


def _write_split(edition: Edition, ledger: Ledger, one: Split) -> list[Diagnostic]:
    """Write the documents in which names leave an entry; return those that cannot be changed."""
    made: dict[str, bytes] = {}
    diagnostics: list[Diagnostic] = []
    for path in edition.document_files():
        if one.document not in ("*", path.stem):
            continue
        name = edition.shown(path)
        try:
            made[name] = split_alike(path.read_bytes(), name, one.old, one.new, one.text)
        except UnusableInput as error:
            diagnostics.append(error.diagnostic)
    _written(edition, ledger, Changes(made))
    return diagnostics


def _files(edition: Edition, kind: Kind) -> tuple[tuple[str, bytes], Mapping[str, bytes]]:
    """Return the authority file of a kind, and every other TEI file of the edition, by name."""
    own = edition.authority_file(kind.plural)
    shown = edition.shown(own)
    paths = [*edition.document_files(), *(edition.authority_file(other.plural) for other in Kind)]
    others = {
        edition.shown(path): path.read_bytes()
        for path in (*paths, edition.edition_file)
        if path.is_file() and path != own
    }
    return (shown, read_octets(own, shown)), others


def _with_decisions(edition: Edition, changes: Changes, old: str, new: str) -> Changes:
    """Return the changes with the reviewer's decisions following, where there is anything to follow."""
    name, text = decisions_text(edition)
    followed = with_reference(text, old, new)
    if not changes.files or followed == text:
        return changes
    return replace(changes, files={**changes.files, name: followed.encode("utf-8")})


def _written(edition: Edition, ledger: Ledger, changes: Changes) -> Changes:
    """Write the files of an operation, all or none.

    Documents that were as dragoman left them stay so in the ledger.
    """
    before = {edition.root / name: read_file(edition.root / name) for name in changes.files}
    after = {edition.root / name: octets for name, octets in changes.files.items()}
    changed = {path: octets for path, octets in after.items() if before[path] != octets}
    write_files(changed)
    for path, octets in changed.items():
        was = before[path]
        if path.parent == edition.documents and was is not None:
            ledger.rewritten(path, was, octets)
    ledger.save()
    return changes
