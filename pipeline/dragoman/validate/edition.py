"""A whole edition checked: each file by itself, then what holds between them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

from dragoman.diagnostics import Diagnostic, in_order
from dragoman.fidelity import compare
from dragoman.source import SourceText
from dragoman.validate.document import read_and_check
from dragoman.validate.fact_places import Places
from dragoman.validate.facts import Facts, facts_of
from dragoman.validate.integrity import Lack, check_facts, check_pictures, check_transcript
from dragoman.validate.schema import PACKAGED, Schema


@dataclass(frozen=True, slots=True)
class FileCheck:
    """One file checked: its diagnostics, and its facts for the checks across files.

    facts: None where the file is not well formed.
    """

    diagnostics: tuple[Diagnostic, ...]
    facts: Facts | None


def check_file(
    octets: bytes,
    name: str,
    source_named: Callable[[str], SourceText | None] | None = None,
    schema: Schema = PACKAGED,
) -> FileCheck:
    """Return what is wrong with a file by itself and against its transcript, and its facts.

    octets: the file; name: what diagnostics call it; schema: the packaged one unless the edition has its own;
    source_named: gives the transcript of a file name, None where there is no such file. Without
    it the transcript is not looked at.
    """
    checked = read_and_check(octets, name, schema)
    if checked.root is None:
        return FileCheck(checked.diagnostics, None)
    facts = facts_of(checked.root, name, checked.tags)
    found = list(checked.diagnostics)
    if source_named is not None and facts.transcript:
        source = source_named(PurePosixPath(facts.transcript).name)
        found.extend(check_transcript(facts, source, Places(lambda _: checked.text)))
        if source is not None:
            found.extend(compare(source, octets, checked.root, name))
    return FileCheck(tuple(in_order(found)), facts)


def check_edition(
    documents: Mapping[str, bytes],
    authorities: Mapping[str, bytes],
    others: Mapping[str, bytes],
    sources: Mapping[str, SourceText],
    schema: Schema = PACKAGED,
) -> list[Diagnostic]:
    """Return everything that is wrong with an edition, in the order of its files.

    documents, authorities, others: files by the names that diagnostics show; sources: the
    transcripts by file name. Large editions call `check_file` in several processes and
    `between_files` at the end.
    """
    files = {**documents, **authorities, **others}
    checks = {name: check_file(octets, name, sources.get, schema) for name, octets in files.items()}
    return between_files(
        lambda name: files[name].decode("utf-8-sig"),
        [checks[name] for name in documents],
        [checks[name] for name in authorities],
        [checks[name] for name in others],
    )


def between_files(
    text_of: Callable[[str], str],
    documents: Iterable[FileCheck],
    authorities: Iterable[FileCheck],
    others: Iterable[FileCheck] = (),
    places: dict[str, dict[str, tuple[int, int]]] | None = None,
    beside: Callable[[str, str], Lack | None] | None = None,
) -> list[Diagnostic]:
    """Return the findings of the files and what does not hold between them, in order.

    text_of: the text of a file by its name; it is asked for those files in which something is wrong;
    places: those that were looked up before, see `Places`; beside: says what a picture lacks, see
    `check_pictures`; without it pictures are not looked for.
    """
    groups = [list(documents), list(authorities), list(others)]
    first, second, third = ([check.facts for check in group if check.facts is not None] for group in groups)
    own = [diagnostic for group in groups for check in group for diagnostic in check.diagnostics]
    known = Places(text_of, places)
    unread = frozenset(
        check.diagnostics[0].place.file.rpartition("/")[2]
        for group in groups
        for check in group
        if check.facts is None and check.diagnostics
    )
    between = check_facts(first, second, third, known, unread)
    if beside is not None:
        for facts in (*first, *second, *third):
            between.extend(check_pictures(facts, beside, known))
    return in_order([*own, *between])
